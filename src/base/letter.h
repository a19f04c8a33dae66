/* What a code point is to the tokenizer, and its lower case: small tables instead of the C library's, which depend on
 * the locale. Knows Latin, Greek, Cyrillic and Armenian case; letters of other scripts have none here. */
#ifndef BELIE_BASE_LETTER_H
#define BELIE_BASE_LETTER_H

#include <stdint.h>

enum letter_kind {
    LETTER_NONE,    /* punctuation and symbols */
    LETTER_LOWER,   /* lower case, or of a script without case; combining marks too */
    LETTER_UPPER,
    LETTER_DIGIT,   /* superscripts and fractions too */
    LETTER_SPACE,
    LETTER_IGNORED  /* soft hyphens, joiners, marks of direction */
};

enum letter_kind letter_kind(uint32_t code);
uint32_t letter_lower(uint32_t code);

#endif

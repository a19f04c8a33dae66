/* Cutting text into normalised word forms: the one tokenizer, used for articles, for the names and phrases of rules,
 * and for everything else that is compared with them. */
#ifndef BELIE_BASE_SCAN_H
#define BELIE_BASE_SCAN_H

#include "base/text.h"

enum { SCAN_FORM_BYTES = 128 }; /* longer words are cut to this many bytes in `form`; their span stays whole */

enum scan_flag {
    SCAN_CAPITAL = 1, /* begins with a capital letter */
    SCAN_UPPER = 2,   /* all letters are capitals, two or more */
    SCAN_NUMBER = 4,  /* begins with a digit */
    SCAN_PUNCTUATION = 8, /* no letter, digit, currency, percent or ampersand */
    SCAN_GLUED = 16,  /* no white space before it */
    SCAN_OPEN_QUOTE = 32, /* a quotation mark that opens, as far as itself and its neighbours tell … */
    SCAN_CLOSE_QUOTE = 64, /* … or closes; a quotation mark with neither may do both */
    SCAN_DOTTED = 128 /* a word that took its full stop in: "Inc.", "U.S." */
};

/* One token. `form` is normalised (lower case of all scripts that have one, straight quotes, "-" for U+2010, U+2011
 * and soft forms, no dots in acronyms, "not" for "n't", "will" for "'ll", …) and is valid until the next call. */
struct scanned {
    struct text form;
    struct text_key key; /* text_key(form) */
    uint32_t start, end; /* bytes of the scanned text */
    uint8_t flags;   /* enum scan_flag: but for the last those of enum token_flag in segment/segment.h */
};

/* To be looked at by scan.c only. */
struct scanner {
    struct text text;
    size_t at;
    size_t clitic_end; /* beyond `at`: the word just handed out has endings ("n't", "'s") up to here */
    bool in_single;    /* a single quotation mark has opened and not closed */
    bool after_open;   /* the last token was an opening quotation mark */
    size_t length;     /* of the last form */
    char form[SCAN_FORM_BYTES];
};

void scan_start(struct scanner *s, struct text t);
bool scan_next(struct scanner *s, struct scanned *out); /* false at the end */

#endif

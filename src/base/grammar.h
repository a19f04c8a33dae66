/* Parts of speech, and the closed-class words of English: few enough for a table, and never the business of a rule. */
#ifndef BELIE_BASE_GRAMMAR_H
#define BELIE_BASE_GRAMMAR_H

#include "base/text.h"

enum tag {
    TAG_NONE,
    TAG_NOUN, TAG_NAME, TAG_PRONOUN, TAG_NUMBER, TAG_DETERMINER, TAG_POSSESSIVE, /* his, their; 's is TAG_GENITIVE */
    TAG_GENITIVE, TAG_ADJECTIVE, TAG_ADVERB, TAG_NEGATION, /* not, never, n't */
    TAG_VERB_BASE, TAG_VERB_PRESENT, TAG_VERB_PAST, TAG_VERB_PARTICIPLE, TAG_VERB_ING,
    TAG_BE, TAG_HAVE, TAG_DO, TAG_MODAL, TAG_TO, TAG_PREPOSITION, TAG_PARTICLE,
    TAG_COORDINATOR, TAG_SUBORDINATOR, TAG_RELATIVE, TAG_QUESTION_WORD, TAG_THERE,
    TAG_PUNCTUATION, TAG_QUOTE, TAG_COUNT
};

/* The usual enum tag of a closed-class word, given in normalised lower case; TAG_NONE for all other words. A word of
 * several classes ("that", "before", "her") has its most frequent tag: what it is in a sentence is the parser's business. */
uint8_t grammar_tag(struct text form);
struct text grammar_form(size_t i); /* one of these words, counted from 0; empty beyond the last */

#endif

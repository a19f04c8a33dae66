/* What a word form can be, worked out from the entries of the table and our lists. Takes long, so that it is done when
 * the table is made. */
#ifndef BELIE_LEXICON_ANALYSIS_H
#define BELIE_LEXICON_ANALYSIS_H

#include "lexicon/lexicon.h"

/* False for a form that neither WordNet nor a list knows in any way. */
bool analysis_find(const struct lexicon *l, struct text lower_case_form, struct lexeme *out);

#endif

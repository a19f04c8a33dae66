/* Regular English inflection, undone. */
#ifndef BELIE_LEXICON_SUFFIX_H
#define BELIE_LEXICON_SUFFIX_H

#include "base/text.h"

enum inflection { INFLECT_S, INFLECT_ED, INFLECT_ING, INFLECT_ER, INFLECT_EST };

enum { SUFFIX_RULES = 26, SUFFIX_FORM_BYTES = 64 };

/* Whether rule number `rule` can have made the form: the base it was made from and how. The bytes of *base are in
 * `room` and need not be a word. */
bool suffix_undo(int rule, struct text form, char room[SUFFIX_FORM_BYTES], struct text *base, enum inflection *how);

#endif

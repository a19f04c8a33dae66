/* Regular English inflection, undone and done. */
#ifndef BELIE_LEXICON_SUFFIX_H
#define BELIE_LEXICON_SUFFIX_H

#include "base/text.h"

enum inflection { INFLECT_S, INFLECT_PLURAL, INFLECT_ED, INFLECT_ING, INFLECT_ER, INFLECT_EST };

enum { SUFFIX_FORM_BYTES = 64 }; /* longer forms are not tried */

struct suffix_search {
    struct text form;
    int rule; /* the next one to try; 0 at first */
    struct text base; /* what the form may be made from: need not be a word; its bytes are in `room` */
    enum inflection how;
    char room[SUFFIX_FORM_BYTES];
};

/* The next base the form can be regularly made from; false when there are no more. */
bool suffix_next(struct suffix_search *s);

/* What the rule, counted from 0, may make of a base; false when it makes nothing. */
bool suffix_apply(int rule, struct text base, struct buffer *out);
int suffix_rules(void); /* how many there are */

#endif

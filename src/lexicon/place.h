/* Places and what they are part of: the locations that WordNet names. */
#ifndef BELIE_LEXICON_PLACE_H
#define BELIE_LEXICON_PLACE_H

#include "base/text.h"

enum nesting {
    NESTING_UNKNOWN, /* one of them is no place that the table knows */
    NESTING_WITHIN,  /* the same, or one may lie in the other: of all places of either name, some pair does */
    NESTING_APART
};

/* Names in any case, as "Utah", "the Netherlands", "U.S.". */
enum nesting places_nest(struct text a, struct text b);

#endif

/* Places and what they are part of: the locations that WordNet names. */
#ifndef BELIE_LEXICON_PLACE_H
#define BELIE_LEXICON_PLACE_H

#include "base/text.h"

enum nesting {
    NESTING_UNKNOWN, /* one of them is no place that the table knows, or what is known does not tell */
    NESTING_WITHIN,  /* the same, or one lies in the other, or may where that is a region: of all places of either name, some pair */
    NESTING_APART    /* towns, states and countries that do not; or places on two continents */
};

/* Names in any case, as "Utah", "the Netherlands", "U.S.". */
enum nesting places_nest(struct text a, struct text b);

#endif

/* Words beside a number that say how it is to be read: "nearly", "at least", "or so". */
#ifndef BELIE_MATCH_HEDGE_H
#define BELIE_MATCH_HEDGE_H

#include "match/number.h"

enum hedge {
    HEDGED_NOT,
    HEDGED_NEARLY,  /* nearly, almost, just under, not quite, the better part of */
    HEDGED_LESS,    /* less than, fewer than, under, below */
    HEDGED_MOST,    /* at most, up to, no more than, or less */
    HEDGED_ABOUT,   /* about, some, roughly, or so */
    HEDGED_MORE,    /* more than, over, above */
    HEDGED_LEAST,   /* at least, no fewer than, or more */
    HEDGED_JUST_OVER,
    HEDGED_EXACT
};

/* The hedge that ends right before piece `at`; *first becomes its first piece (or stays `at`). */
enum hedge hedge_before(const struct pieces *p, int32_t at, int32_t *first);

/* The hedge that begins at piece `at`; *end becomes the piece after it (or stays `at`). */
enum hedge hedge_after(const struct pieces *p, int32_t at, int32_t *end);

#endif

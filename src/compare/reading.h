/* Readings as sets: intersection, equality, and whether two have anything in common. */
#ifndef BELIE_COMPARE_READING_H
#define BELIE_COMPARE_READING_H

#include "claim/claim.h"

enum clash { CLASH_NONE, CLASH_SUGGESTS, CLASH_MEANS };

/* The test of the whole program: no state fits both. `r` knows what is part or kind of what, for atoms. */
enum clash reading_clash(const struct rules *r, const struct reading *a, const struct reading *b, bool a_negated,
                         bool b_negated);

/* A state, a county: whoever lies in it, by the word list `wide-places`. */
bool is_wide_place(const struct rules *r, struct text id);

bool reading_equal(const struct reading *a, const struct reading *b);

/* *a becomes what both leave possible; false, and *a unchanged, when that is nothing. */
bool reading_intersect(struct reading *a, const struct reading *b);

#endif

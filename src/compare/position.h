/* Positions: what one document holds on one question. */
#ifndef BELIE_COMPARE_POSITION_H
#define BELIE_COMPARE_POSITION_H

#include "compare/compare.h"

struct positions {
    LIST(struct position) items;
};

bool voice_equal(const struct voice *a, const struct voice *b);

/* Do the two speak for the same side? Only for speakers. */
bool voice_same_side(const struct voice *a, const struct voice *b);

/* Groups claims of one key, sorted by document and place: those of one sentence and voice are read together where
 * their intersection is not empty; then equal readings of one voice in one document become one position. */
bool positions_find(struct arena *a, const struct claim *const *claims, size_t count, struct positions *out);

#endif

/* Sentences for people: the question two claims answer, why they clash, or what keeps them apart. */
#ifndef BELIE_COMPARE_EXPLAIN_H
#define BELIE_COMPARE_EXPLAIN_H

#include "compare/compare.h"
#include "compare/relation.h"

struct text explain_question(struct arena *a, const struct rules *r, const struct claim *c);
struct text explain_clash(struct arena *a, const struct rules *r, const struct verdict *v, const struct position *x,
                          const struct position *y);

/* "accepted outright", "not rejected", "[4,5) hour": a position's reading in words. */
void explain_reading(const struct rules *r, const struct position *p, struct buffer *out);

#endif

/* Of many prior documents that hold one position, the most recent speak for all. */
#ifndef BELIE_COMPARE_RECENT_H
#define BELIE_COMPARE_RECENT_H

#include "compare/position.h"

enum { MOST_ALIKE = 5 }; /* documents shown for one position; the others are counted */

/* Positions that differ in nothing but document and words have equal prints. Made of texts, not of the numbers that
 * one load of the rules gave them: an archive keeps it. */
uint64_t position_print(const struct rules *r, const struct position *p);

/* Does it clash whatever the story? False where open arguments ask for documents of the same story. */
bool position_closed(const struct rules *r, const struct position *p);

/* The order in which documents speak for others: by date, the latest first, then by path; the higher the sooner. */
int64_t recency(int32_t published, struct text path);
int64_t recency_least(int32_t published); /* of that day */
int64_t recency_most(int32_t published);

/* Drops the positions of prior documents for which enough more recent ones speak, and counts them in `others`. */
bool positions_recent(struct arena *a, const struct rules *r, const struct source *sources, const struct crowd *crowd,
                      struct positions *p);

#endif

/* Numbers with what they count or measure: ranges, scores, compounds, ages. */
#ifndef BELIE_MATCH_MEASURE_H
#define BELIE_MATCH_MEASURE_H

#include "match/figure.h"
#include "match/unit.h"

/* Reads the figure that begins at piece `at`, with the hedge before it unless that begins before piece `floor`. *end is
 * the piece after it. Fills in all of *out. */
bool measure_find(const struct pieces *p, int32_t at, int32_t floor, struct figure *out, int32_t *end);

#endif

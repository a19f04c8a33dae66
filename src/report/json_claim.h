/* The JSON of a claim's parts, the same in every format that holds claims. */
#ifndef BELIE_REPORT_JSON_CLAIM_H
#define BELIE_REPORT_JSON_CLAIM_H

#include "report/citation.h"
#include "report/json_write.h"

/* "means": […], "suggests": […] and, for figures and dates, "unit". States are named; a figure is [low, high, "[)"]
 * with null for an infinite end, or a list of two such. */
void json_reading(struct buffer *out, const struct rules *r, const struct proposition *p,
                  const struct reading *reading);

/* "arguments": {…}: what is missing is left out. For people: without what only the comparison reads, and open arguments
 * as the text has them. */
void json_arguments(struct buffer *out, const struct rules *r, const struct claim *c, bool for_people);

/* {"kind": "outlet"} or {"kind": "speaker", "entity": …, "name": …}; `side` adds whom the speaker speaks for. */
void json_voice(struct buffer *out, const struct rules *r, const struct voice *v, bool side);

/* "line", "column", "offset", "length", "quote", "block", "sentence", "rule" */
void json_citation(struct buffer *out, const struct rules *r, const struct claim *c, const struct citation *citation);

/* "path", "title", "outlet", "published" */
void json_source(struct buffer *out, const struct source *s);

/* "2025-12-03", or null for NO_DATE. */
void json_date(struct buffer *out, int32_t days);

/* "ukraine-talks/plan-response/rejects" */
void json_rule(struct buffer *out, const struct rules *r, int32_t rule);

#endif

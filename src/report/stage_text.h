/* What the stages hand on, as text: for `belie dump`, and the golden files of the stage tests. */
#ifndef BELIE_REPORT_STAGE_TEXT_H
#define BELIE_REPORT_STAGE_TEXT_H

#include "pipeline.h"
#include "report/output.h"

/* Prints a stage: "blocks", "sentences", "tokens", "clauses", "mentions" or "claims". False for another word. */
bool print_stage(struct output *o, const struct rules *r, const struct stages *s, const char *stage);

/* The names, in order; NULL past the last. */
const char *stage_name(size_t index);

/* Parts of it, for explanations. */
void print_token_words(struct buffer *out, const struct segmented *s, int32_t first,
                       int32_t last); /* as in the source */
void print_mention(struct buffer *out, const struct rules *r, const struct matched *m, const struct mention *mention);

#endif

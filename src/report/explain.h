/* Why a sentence makes the claims it makes, and why two places are, or are not, in conflict. */
#ifndef BELIE_REPORT_EXPLAIN_H
#define BELIE_REPORT_EXPLAIN_H

#include "compare/compare.h"
#include "pipeline.h"
#include "report/output.h"

/* A place in a document that was taken through all stages. Column 0 stands for the whole line. */
struct pointed {
    const struct stages *stages;
    size_t line, column;
};

/* Tokens, mentions, rules, cues and claims of the sentences at the place. BELIE_BAD_REQUEST when no sentence stands
 * there. */
bool explain_place(struct output *o, const struct rules *r, const struct pointed *at, struct belie_error *e);

/* For each claim of one place and each of the other: the first test that separates them, or why they clash. The claims'
 * document numbers are 0 and 1, or both 0 when the places are of one document. */
bool explain_pair(struct output *o, const struct rules *r, const struct pointed *one, const struct pointed *other,
                  struct belie_error *e);

#endif

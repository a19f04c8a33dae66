/* What the tokens of each sentence are, taken together: a search for a rare word need not begin where none can be. */
#ifndef BELIE_CLAIM_SUMMARY_H
#define BELIE_CLAIM_SUMMARY_H

#include "match/match.h"

struct summary {
    uint32_t traits; /* bits of base/trait.h that some word has */
    uint32_t flags;  /* bits of enum token_flag that some token has */
};

/* By sentence; NULL when memory is short. Lives in `a`. */
struct summary *summaries_find(struct arena *a, const struct matched *m);

#endif

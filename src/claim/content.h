/* What is decided on: "threw out a proposal to close the library" tells of the library as well as of the proposal, and that
 * it is about closing it; "approved the closure of the library" and "agreed to shut it" tell of the same. */
#ifndef BELIE_CLAIM_CONTENT_H
#define BELIE_CLAIM_CONTENT_H

#include "claim/deed.h"

struct content {
    struct deeds deeds; /* what would be done */
    int32_t from, to;   /* the tokens that tell it, up to but without to; empty where the claim tells no such thing */
};

/* Of what is told of `group`, a noun group that the claim is about or the verb group that makes it. */
void content_add(const struct making *k, int32_t group, struct content *out);

#endif

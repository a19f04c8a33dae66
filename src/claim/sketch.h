/* The sketch of all names of a document. */
#ifndef BELIE_CLAIM_SKETCH_H
#define BELIE_CLAIM_SKETCH_H

#include "claim/claim.h"

void sketch_find(const struct matched *m, struct sketch *out);

#endif

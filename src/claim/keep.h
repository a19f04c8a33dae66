/* Claims that outlive their document. */
#ifndef BELIE_CLAIM_KEEP_H
#define BELIE_CLAIM_KEEP_H

#include "claim/claim.h"

/* Copies claims, with all text they borrow, into `a`. The cues of the copies are indexes of m->rules->cues. False when
 * memory is short. */
bool claims_keep(struct arena *a, const struct claims *claims, const struct matched *m, struct claims *out);

#endif

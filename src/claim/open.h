/* What an open argument is called. A name: "=Craig Petersen|governor minister" (the longest form in the document, then
 * nouns that describe it). A noun group: "~crossbench amendment" (modifiers, then the base form of the head). */
#ifndef BELIE_CLAIM_OPEN_H
#define BELIE_CLAIM_OPEN_H

#include "claim/making.h"

struct text open_id(const struct making *k, int32_t mention);

/* The sketch of all names of the document. */
void open_sketch(const struct matched *m, struct sketch *out);

#endif

/* What an open argument is called. A name: "=Craig Petersen|governor minister" (the longest form in the document, then
 * nouns that describe it). A noun group: "~crossbench amendment" (modifiers, then the base form of the head). */
#ifndef BELIE_CLAIM_OPEN_H
#define BELIE_CLAIM_OPEN_H

#include "claim/making.h"

/* All names of a document, each found once. */
struct open_names;

/* NULL when memory is short. Lives in `a`. */
struct open_names *open_names_find(struct arena *a, const struct matched *m);

struct text open_id(const struct making *k, int32_t mention);

/* The sketch of all names of the document. */
void open_sketch(const struct matched *m, struct sketch *out);

#endif

/* What an open argument is called. A name: "=Craig Petersen|governor minister" (the longest form in the document, then
 * nouns that describe it). A noun group: "~crossbench amendment" (modifiers, then the base form of the head), and
 * the names that tell which: "~contract|boeing". */
#ifndef BELIE_CLAIM_OPEN_H
#define BELIE_CLAIM_OPEN_H

#include "claim/making.h"

/* All names of a document, each found once. */
struct open_names;

/* NULL when memory is short. Lives in `a`. */
struct open_names *open_names_find(struct arena *a, const struct matched *m);

struct text open_id(const struct making *k, int32_t mention);
bool open_id_varies(const struct making *k); /* is it another for this rule than for others? */

/* What the text adds to a deed, as "+" and base forms. Of a denied one the words that narrow the denial: "did not ride
 * past a lake" leaves open whether it rode, so the indefinite groups count, names, dates and what is known do not. Of
 * another one all words that might answer them; "!" stands before those of definite groups. Empty when there are none. */
struct text open_setting(const struct making *k);

/* The sketch of all names of the document. */
void open_sketch(const struct matched *m, struct sketch *out);

#endif

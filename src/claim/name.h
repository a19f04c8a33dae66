/* The names of a document, and the nouns that it calls them by: "Craig Petersen", "Petersen, the minister". */
#ifndef BELIE_CLAIM_NAME_H
#define BELIE_CLAIM_NAME_H

#include "claim/open.h"

struct calling; /* one place where a name stands */

/* NULL when memory is short. Lives in `a`. */
struct names *names_find(struct arena *a, const struct matched *m);

struct calling *name_at(const struct names *all, uint32_t sentence, int32_t group); /* NULL where no name stands */
bool name_has_words(const struct calling *n);

/* "the company": the first name that the text calls a company; NULL when there is none. */
struct calling *name_described(const struct names *all, const struct word *noun);

/* The longest form of the name in the document, and what the document calls it by any of its forms. Found once. */
struct opened *name_open(const struct making *k, struct calling *n);

const struct word *name_noun(const struct word *w); /* its base form as a noun, or the word itself */

bool name_is_person(const struct word *w); /* is it a noun for persons? */

#endif

/* The deeds that are told of what a claim counts, measures or dates, each by the name that it has whatever words tell it:
 * "close" of "the 43 stores being shut" and of "the closure of 34 stores". */
#ifndef BELIE_CLAIM_DEED_H
#define BELIE_CLAIM_DEED_H

#include "claim/making.h"

enum { MOST_DEEDS = 3 };

struct deeds {
    struct text items[MOST_DEEDS]; /* base forms of verbs; nouns that no verb is known of; live as long as the rules */
    int count;
};

void deeds_find_lists(const struct rules *r, int32_t lists[TOLD_AS]);
struct deeds deeds_of(const struct making *k);
void deeds_add_verb(const struct making *k, int32_t group, struct deeds *out);
void deeds_add_noun(const struct making *k, int32_t token, struct deeds *out);

/* "Goes into circulation", "came into force": what the noun names begins. */
bool deeds_brought_in(const struct making *k, const struct group *noun);

/* The clause that tells which is counted or measured, of "the 22 stores that are closing", or NONE: what the sentence says of
 * those is another matter. */
int32_t deeds_known_by(const struct making *k);

#endif

/* Are two open arguments the same thing? Names by their words, noun groups by head and modifiers. */
#ifndef BELIE_COMPARE_OPEN_H
#define BELIE_COMPARE_OPEN_H

#include "claim/claim.h"
#include "lexicon/place.h"

enum sameness { SAME_UNKNOWN, SAME_YES, SAME_NO };

/* Ids of arguments (see claim/open.h); entity ids of the rules are taken by their label. */
enum sameness open_same(const struct rules *r, const struct claim_argument *x, const struct claim_argument *y);
/* As places: does one lie in the other? */
enum nesting open_nest(const struct rules *r, struct text x, struct text y);
/* Do the people or things of the noun group come from the one named ("Colombian diplomats" from Colombia)? */
bool open_belongs(const struct rules *r, const struct claim_argument *name, const struct claim_argument *noun);
/* Two things done by one to the other, where only the owners are exchanged ("Senegal's guard", "a Mauritanian trawler")? */
bool open_owners_swapped(const struct rules *r, const struct claim_argument x[2], const struct claim_argument y[2]);

/* Settings of two claims, see open_setting: does everything that narrows the denial stand in what is affirmed? */
bool is_setting(struct text id);
bool open_covers(struct text denied, struct text affirmed);

/* Topics of two headlines, see match/topic.h: does the one deny what the other says? `vouched`: the two are known to be
 * about the same thing, so that less has to show it. */
bool is_topic(struct text id);
bool topics_meet(struct text a, struct text b, bool vouched);

/* How an open argument is shown: "Craig Petersen", "crossbench amendment". */
struct text open_label(struct text id);
bool is_open(struct text id);
bool open_is_inner(struct text id); /* a topic or setting, which only the comparison reads */

/* Do two documents tell of the same story, judging by the names in them? */
bool same_story(const struct sketch *x, const struct sketch *y);
enum { FEW_NAMES = 4 }; /* of a document with no more, one name is enough; of others it takes two at least */

#endif

/* What stands round a token: the questions that contextual tagging asks of it. Private to this folder. */
#ifndef BELIE_CLAUSE_CONTEXT_H
#define BELIE_CLAUSE_CONTEXT_H

#include "clause/analysis.h"

enum expect {
    EXPECT_ANYTHING,
    EXPECT_NOUN,       /* after a determiner, possessor, preposition, adjective, number */
    EXPECT_BASE,       /* after to, a modal, do */
    EXPECT_PARTICIPLE, /* after have */
    EXPECT_PREDICATE,  /* after be */
    EXPECT_FINITE,     /* after a subject pronoun or who */
    EXPECT_VERB,       /* after a noun: its verb, or the next noun of a compound */
    EXPECT_START,      /* at the start of a sentence or after a break in it */
    EXPECT_OBJECT      /* after a verb */
};

int32_t left_of(const struct analysis *a, int32_t i);
int32_t right_of(const struct analysis *a, int32_t i);
bool subject_pronoun(const struct analysis *a, int32_t i);
enum expect expect_at(const struct analysis *a, int32_t i);
bool noun_like(const struct analysis *a, int32_t i);
bool group_begins(const struct analysis *a, int32_t i);
bool verb_follows(const struct analysis *a, int32_t i);
bool is_auxiliary(uint8_t tag);
bool finite_tag_at(const struct analysis *a, int32_t i);
uint8_t finite_tag(const struct analysis *a, int32_t i);
bool has_verb_before(const struct analysis *a, int32_t i);
bool plural_before(const struct analysis *a, int32_t i);
bool has_preposition(const struct analysis *a, int32_t from, int32_t to);
bool has_finite_before(const struct analysis *a, int32_t i);
bool opens_complement(const struct analysis *a, int32_t k);
bool subject_waits(const struct analysis *a, int32_t i);
bool denial_fronted(const struct analysis *a, int32_t i); /* "at no time | did", "never | has", "nor | would": before the auxiliary at i */
bool only_fronted(const struct analysis *a, int32_t i); /* so after "only", of the auxiliary at i */
bool is_year(const struct analysis *a, int32_t i);
bool breaks(const struct analysis *a, int32_t i);
int32_t group_start(const struct analysis *a, int32_t i);
bool is_bid(const struct analysis *a, int32_t that, int32_t i);     /* "demanded that | Kyiv withdraw": is i such a bare form? */
bool waiting_says(const struct analysis *a, int32_t i);             /* "those who saw the plan | say that": of the head in front */

/* The passes of tag_in_context, each over one token. */
void settle_open(struct analysis *a, int32_t i);
void settle_closed(struct analysis *a, int32_t i);
void settle_comma(struct analysis *a, int32_t i);
void settle_past(struct analysis *a, int32_t i);

#endif

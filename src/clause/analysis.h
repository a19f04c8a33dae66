/* One sentence under analysis: what tagging, grouping and clause building share. Private to this folder. */
#ifndef BELIE_CLAUSE_ANALYSIS_H
#define BELIE_CLAUSE_ANALYSIS_H

#include "base/grammar.h"
#include "base/limits.h"
#include "clause/clause.h"
#include "lexicon/usage.h"

enum { MARGIN = 3 }; /* readable places before and after the tokens: TAG_NONE, no word */

/* What the passes ask of a token is gathered once from its word, into arrays that stay in the cache. */
struct analysis {
    const struct token *tokens; /* the sentence's own, from 0 */
    int32_t first, count;       /* document-wide number of tokens[0]; how many */
    bool capitals_speak;        /* false in headlines with a capital at every word */
    bool headline;
    /* Of token i, valid for -MARGIN <= i < count + MARGIN. */
    uint8_t *tag;               /* enum tag */
    uint8_t *can;               /* enum word_class set; 0 for closed-class words */
    uint8_t *forms;             /* enum verb_form set */
    uint8_t *likely;            /* enum word_class */
    uint32_t *usage;            /* of the form */
    uint8_t *plural;
    char *mark;                 /* the character of a punctuation token, see mark_at */
    char mark_store[LIMIT_SENTENCE_TOKENS + 2 * MARGIN];
    uint8_t tag_store[LIMIT_SENTENCE_TOKENS + 2 * MARGIN], can_store[LIMIT_SENTENCE_TOKENS + 2 * MARGIN];
    uint8_t forms_store[LIMIT_SENTENCE_TOKENS + 2 * MARGIN], likely_store[LIMIT_SENTENCE_TOKENS + 2 * MARGIN];
    uint8_t plural_store[LIMIT_SENTENCE_TOKENS + 2 * MARGIN];
    uint32_t usage_store[LIMIT_SENTENCE_TOKENS + 2 * MARGIN];
    int16_t group_of[LIMIT_SENTENCE_TOKENS], clause_of[LIMIT_SENTENCE_TOKENS]; /* by token of the sentence */
    struct group groups[LIMIT_SENTENCE_TOKENS]; /* token numbers count from the sentence's start until the end */
    int32_t group_count;
    struct clause clauses[LIMIT_SENTENCE_TOKENS];
    int32_t clause_count;
};

static inline enum usage_word word_at(const struct analysis *a, int32_t i) {
    return (enum usage_word)(a->usage[i] & USAGE_WORD);
}

static inline bool is_word(const struct analysis *a, int32_t i, enum usage_word w) {
    return (a->usage[i] & USAGE_WORD) == (uint32_t)w;
}

/* The single ASCII character of a punctuation token, '-' for a dash, 0 for others. */
static inline char mark_at(const struct analysis *a, int32_t i) {
    return a->mark[i];
}

static inline uint32_t verb_usage(const struct analysis *a, int32_t i) {
    return a->usage[i] & USAGE_OF_VERB;
}

static inline uint32_t noun_usage(const struct analysis *a, int32_t i) {
    return a->usage[i] & USAGE_OF_NOUN;
}

static inline bool tag_is_verb(uint8_t tag) {
    return tag >= TAG_VERB_BASE && tag <= TAG_VERB_ING;
}

static inline bool tag_is_noun(uint8_t tag) {
    return tag == TAG_NOUN || tag == TAG_NAME;
}

/* The passes, in order. */
void tag_usual(struct analysis *a);    /* tag.c: every word its most likely tag, out of context */
void tag_in_context(struct analysis *a); /* context.c: what the neighbours make of it */
void find_groups(struct analysis *a);  /* group.c */
void link_groups(struct analysis *a);  /* link.c: possessors, of, appositions, conjuncts */
void find_clauses(struct analysis *a); /* build.c */
bool may_speak(const struct analysis *a, int32_t g); /* aside.c: is the group somebody, or a pronoun or number that may be? */
bool verb_follows_on(const struct analysis *a, int32_t aside); /* aside.c */
int32_t take_aside(struct analysis *a, int32_t i); /* aside.c: adds the one that begins at token i; its last token, or NONE */
void find_extents(struct analysis *a); /* extent.c; find_clauses ends with it */

/* bare.c, of noun groups: */
int32_t whole_first(const struct analysis *a, int32_t g);  /* the first token, with its possessors */
bool adjoins(const struct analysis *a, int32_t left, int32_t right); /* nothing but adverbs, particles and quotes in between */
int32_t described_first(const struct analysis *a, int32_t g); /* the first token of a name with what describes it: "| owner Ann Roe | said" */
bool set_off(const struct analysis *a, int32_t subject, int32_t verb); /* by an aside between commas */
bool is_bare(const struct analysis *a, int32_t g);         /* may be a subject or an object */
bool is_emphatic(const struct analysis *a, int32_t g);     /* "himself" behind whom it stresses */
bool finite_follows(const struct analysis *a, int32_t g);   /* right behind it, its verb may be */
bool is_time(const struct analysis *a, int32_t g);
int32_t better_named(const struct analysis *a, int32_t g); /* the name that renames it, or itself */
int32_t accompanied(const struct analysis *a, int32_t g);  /* of the group before an -ing, who does it */
bool contact_relative(const struct analysis *a, int32_t before, int32_t g); /* "the plan | Putin rejected": g begins one on `before` */
bool inside_list(const struct analysis *a, int32_t g); /* "A, B and | C" */
bool disagrees(const struct analysis *a, int32_t verb, int32_t subject); /* a form for many, and one thing */
bool stands_absolute(const struct analysis *a, int32_t g); /* a subject of its own before a participle, behind a comma */
bool existential(const struct analysis *a, int32_t verb);  /* "there | is" */
int32_t within_with(const struct analysis *a, int32_t g); /* whose participle stands behind g in "with A of B | removed" */
int32_t who_is_meant(const struct analysis *a, int32_t i, int32_t last); /* by the "who" at token i behind the group `last` */

/* cleft.c, of the clause that is open at a "that" or "who": */
int32_t cleft_focus(const struct analysis *a, const struct clause *c, int32_t that); /* the first token of what was lifted out
                                                                                        with its preposition, or NONE */
int32_t cleft_antecedent(const struct analysis *a, const struct clause *c, int32_t last); /* "A and not B | who": A; else `last` */

#endif

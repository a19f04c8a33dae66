/* Stage 4, clauses → mentions of entities and matches of rules. */
#ifndef BELIE_MATCH_MATCH_H
#define BELIE_MATCH_MATCH_H

#include "clause/clause.h"
#include "match/figure.h"
#include "rules/rules.h"

enum mention_kind { MENTION_NAME, MENTION_TITLE, MENTION_NOUN, MENTION_BRIEF, MENTION_PRONOUN, MENTION_PART, MENTION_OPEN };

enum mention_quantity { QUANTITY_PLAIN, QUANTITY_PART, QUANTITY_ALL, QUANTITY_NONE };

/* Tokens that name an entity. An open entity (a capitalised name no rule knows, or a noun group) has entity NONE. */
struct mention {
    enum mention_kind kind;
    enum mention_quantity quantity; /* "parts of the plan", "the entire plan", "none of the plan" */
    int32_t entity;
    int32_t first, last, head;      /* tokens */
    uint32_t sentence;
    enum gender gender;
    bool person, plural;
    bool human;                     /* an open one: "a protester" */
    int32_t antecedent;             /* mention that "he" or "she" resolved to, or NONE */
    struct text name;               /* an open name as written, or the text of the group */
    int32_t unlike;                 /* an open one: an entity of its sort that it is not ("the Minsk talks"), or NONE */
};

/* What fills an argument of a match. */
struct filler {
    int32_t mention; /* NONE: bound by the rule, open, or missing */
    int32_t entity;  /* NONE: open or missing */
    int32_t group;   /* noun group of the sentence, or NONE */
    bool missing;    /* the text names none: the claim stage takes the default */
    bool speaker;    /* "we", "I": whoever is speaking */
    bool open;       /* the mention is a noun group of the text that no pack knows */
    bool pronoun;    /* "it": the whole, whatever the mention it resolved to */
    bool part;       /* "others": a part of the entity, whatever its mention says */
};

struct match {
    int32_t rule;
    int32_t phrase;                /* phrase of the rule, or frame verb/noun/adjective; for explain */
    uint32_t sentence;
    int32_t first, last, head;     /* tokens; the head carries polarity, modality and voice */
    enum mention_quantity quantity;/* of the object: part or all */
    struct filler arguments[MAX_ARGUMENTS];
    const struct figure *figure;   /* NULL for states */
    int32_t clause;                /* clause of the head, or NONE */
    int32_t outer;                 /* "there is no man riding": the clause that says whether there is a subject, or NONE */
    bool nominal;                  /* the head is a noun: "rejection", "no compromise" */
    bool negated_group;            /* a group of the match is negated itself: "accepted no part of it" */
    struct text lexeme;            /* of a frame that takes every verb: its base form, or that of its opposite */
    bool opposite;                 /* lexeme is the opposite of what the text says */
    bool hangs;                    /* an infinitive or gerund of which nothing tells whether it came about */
    bool loose;                    /* words of others stand between the parts of the phrase */
    uint64_t literal;              /* bit i: token `first + i` is a word of the phrase */
    bool stressed;                 /* "outright", "flatly": the object is meant as a whole */
};

/* Is the token one that the rule itself says? */
static inline bool match_says(const struct match *x, int32_t token) {
    return token >= x->first && token - x->first < 64 && (x->literal >> (token - x->first) & 1);
}

/* A cue at its place: what it does and which tokens it reaches. */
struct cue_use {
    int32_t cue;               /* NONE: a label with a colon ("Kremlin: …"), which reports */
    uint32_t sentence;
    int32_t first, last, verb; /* its own tokens; the head of its verb group, or NONE */
    int32_t from, to;          /* tokens reached, inclusive */
    int32_t speaker;           /* mention of the speaker for reports, or NONE */
    int32_t speaker_group;
    struct text speaker_name;  /* the words that name him: "officials in Moscow" */
    bool negated;              /* the report itself is negated: "did not say" */
    bool void_use;             /* a pseudo cue or an end, or shadowed by a longer cue: does nothing */
};

struct mention_range {
    int32_t first, count; /* into matched.mentions */
};

struct matched {
    const struct segmented *segmented;
    const struct rules *rules;
    struct parse *parses;      /* by sentence; groups.items NULL where no rule made a parse worthwhile */
    LIST(struct mention) mentions; /* in text order of their sentences and groups */
    struct mention_range **group_mentions; /* by sentence, then group; NULL where there is no parse */
    struct mention_range *sentence_mentions; /* by sentence */
    const uint32_t *seen; /* by entity: 1 + the sentence in which a full name of it first stands; 0: in none */
    LIST(struct match) matches;
    LIST(struct cue_use) cues; /* grouped by sentence, sentences in order */
    struct mention_range *sentence_cues; /* by sentence, into cues */
    struct figure_list *figures; /* by sentence */
};

/* Finds mentions, cues and matches in all sentences. *out and all of it lives in `a`. Only memory can fail. */
bool match_document(struct arena *a, const struct segmented *s, const struct rules *r, struct matched *out);

/* The entity that a noun group stands for when one of `type` (-1: any) is wanted: by name, by apposition, or as a
 * pronoun whose antecedent fits. False when there is none; out->entity is then NONE. */
bool match_resolve(const struct matched *m, uint32_t sentence, int32_t group, int32_t type, struct filler *out);

/* "Wednesday", "last week", "two years": when, not what. */
bool match_is_anyone(const struct matched *m, const struct group *g); /* "nobody", "someone": whoever it is, a person */
bool match_is_time(const struct matched *m, const struct group *g);
bool match_is_beside(const struct matched *m, const struct clause *c); /* "after winning", "despite losing": done, whatever the verb above it says */

/* The same for an argument, which may also be open to noun groups that no pack knows. */
bool match_fill(const struct matched *m, uint32_t sentence, int32_t group, const struct argument *argument,
                struct filler *out);

/* The same for whom a possessive pronoun means: "her conviction". */
bool match_fill_owner(const struct matched *m, uint32_t sentence, int32_t token, const struct argument *argument,
                      struct filler *out);

#endif

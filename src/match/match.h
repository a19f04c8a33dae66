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
    int32_t antecedent;             /* mention a pronoun or brief name resolved to, or NONE */
    struct text name;               /* an open name as written, or the text of the group */
};

/* What fills an argument of a match. */
struct filler {
    int32_t mention; /* NONE: defaulted or bound by the rule */
    int32_t entity;  /* NONE: open or missing */
    bool missing, defaulted;
};

struct match {
    int32_t rule;
    int32_t phrase;                /* phrase of the rule, or frame verb/noun/adjective; for explain */
    uint32_t sentence;
    int32_t first, last, head;     /* tokens; the head carries polarity, modality and voice */
    enum mention_quantity quantity;/* of the object: part or all */
    struct filler arguments[MAX_ARGUMENTS];
    const struct figure *figure;   /* NULL for states */
    bool negated_group;            /* an argument group is negated itself: "accepted no part of it" */
};

/* A cue at its place: what it does and which tokens it reaches. */
struct cue_use {
    int32_t cue;
    int32_t first, last;       /* its own tokens */
    int32_t from, to;          /* tokens reached, inclusive */
    int32_t speaker;           /* mention of the speaker for reports, or NONE */
    struct text speaker_name;  /* when no mention names him: the words of the group ("officials in Moscow") */
    bool negated;              /* the report itself is negated: "did not say" */
};

struct matched {
    const struct segmented *segmented;
    const struct rules *rules;
    struct parse *parses;      /* by sentence; groups.items NULL where no rule made a parse worthwhile */
    LIST(struct mention) mentions; /* in text order */
    LIST(struct match) matches;
    LIST(struct cue_use) cues;
    struct figure_list *figures; /* by sentence */
};

/* Finds mentions, cues and matches in all sentences. *out and all of it lives in `a`. Only memory can fail. */
bool match_document(struct arena *a, const struct segmented *s, const struct rules *r, struct matched *out);

#endif

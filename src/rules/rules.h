/* Compiled rule packs: immutable once loaded, shared by all threads. The language is described in rules/README.md. */
#ifndef BELIE_RULES_RULES_H
#define BELIE_RULES_RULES_H

#include "base/error.h"
#include "base/symbol.h"

/* Where something stands in a rule file; for messages, `rules list` and findings. */
struct rule_place {
    struct text path;
    uint32_t line, column;
};

struct type { /* a class of entities; a type fits its own ancestors */
    symbol id;
    int32_t parent; /* index, or -1 */
    struct rule_place place;
};

/* One way to name an entity: the word forms in order ("secretary", "of", "state"). */
struct name {
    const symbol *words;
    uint32_t count;
};

enum gender { GENDER_UNKNOWN, GENDER_HE, GENDER_SHE, GENDER_IT, GENDER_THEY };

struct entity {
    symbol id;
    struct text label; /* how reports name it; its first name unless given */
    int32_t type;
    enum gender gender;
    LIST(struct name) names; /* enough on their own */
    LIST(struct name) titles; /* roles that stand for it after the/its/…: "the Ukrainian president" (definite groups) */
    LIST(struct name) brief; /* `short`: only when a full name, or an entity in `with`, stands in the document */
    /* A noun group names it when its head is in heads, one of its other words (or parts of a hyphenated word, or its
     * possessor) is in marks, and every other word is in marks or allow (numbers and determiners are always allowed
     * unless in bar). With no mark it counts as a brief name. */
    LIST(symbol) heads, marks, allow, bar;
    LIST(symbol) parts; /* plural nouns that mean pieces of it: "some proposals", "key elements" */
    LIST(int32_t) with;
    int32_t speaks_for, part_of, kind_of; /* entity indexes, or -1 */
    LIST(int32_t) same_as_names;          /* unused entity indexes kept empty */
    struct rule_place place;
};

enum pattern_kind {
    PATTERN_WORD,     /* the exact normalised form */
    PATTERN_NOUN,     /* [talk]: a noun by base form */
    PATTERN_VERB,     /* <find>: a whole verb group by the base form of its head; symbols of alternatives */
    PATTERN_LIST,     /* @name: any sequence of a word list */
    PATTERN_SLOT,     /* {plan}: a noun group that fits an argument */
    PATTERN_ANY,      /* {*}: any noun group */
    PATTERN_FIGURE,   /* {n:duration} */
    PATTERN_GAP,      /* ... up to 6 tokens within a clause, .... up to 25 within the sentence */
    PATTERN_SENTENCE, /* // the start of the next sentence */
    PATTERN_SEQUENCE, PATTERN_CHOICE, PATTERN_OPTIONAL
};

enum verb_voice { VOICE_ANY, VOICE_ACTIVE, VOICE_PASSIVE, VOICE_ING, VOICE_TO };

struct pattern {
    enum pattern_kind kind;
    LIST(symbol) symbols;             /* WORD: one; NOUN, VERB: alternatives, base forms */
    enum verb_voice voice;
    int32_t index;                    /* LIST: word list; SLOT: argument; FIGURE: enum figure_kind of match/figure.h */
    uint32_t least, most;             /* GAP: tokens */
    LIST(const struct pattern *) items; /* SEQUENCE, CHOICE; OPTIONAL: one */
};

struct phrase {
    struct text source;
    const struct pattern *pattern; /* a PATTERN_SEQUENCE */
    LIST(symbol) anchors;          /* a match must hold one of these words (forms or base forms); the rarest part */
    struct rule_place place;
};

/* One verb of a frame: "reject", "turn down", "object to", "say no to". */
struct frame_verb {
    symbol verb;                 /* base form of the first word */
    LIST(symbol) rest;           /* the words after it */
    bool particle;               /* rest is one particle, which may also follow the object ("turned the plan down") */
    bool preposition;            /* rest ends in a preposition: the object is the group after it */
};

struct frame_place { /* a slot filled by the group after one of these prepositions */
    LIST(symbol) prepositions;
    int32_t argument;
    bool required;
};

struct frame {
    LIST(struct frame_verb) verbs;
    LIST(symbol) nouns;      /* nominalisations, base forms: X's rejection of Y, the rejection of Y by X */
    LIST(symbol) adjectives; /* X is opposed to Y: adjective with its preposition in adjective_preposition */
    int32_t subject, object; /* arguments, or -1 */
    bool subject_required, object_required;
    LIST(struct frame_place) places;
    symbol noun_preposition; /* the preposition before the object of the noun; 0: of, to, on, for, against or with */
};

enum value_space { SPACE_STATES, SPACE_FIGURE, SPACE_DATE, SPACE_ATOM };

struct value {
    symbol id;
    uint64_t means, suggests; /* states; suggests is a subset of means */
    struct rule_place place;
};

enum identity { IDENTITY_SELF, IDENTITY_SIDE, IDENTITY_LOOSE /* not part of the key; only compared when both have it */ };

struct argument {
    symbol name;
    int32_t type; /* -1: anything */
    enum identity identity;
    bool optional;          /* a claim may lack it; then it fits any */
    bool default_speaker;   /* when missing: the side of whoever is speaking */
    int32_t default_entity; /* when missing: this entity; -1 none */
    int32_t default_with;   /* only when this entity (index) occurs in the document; -1: always */
};

enum { MAX_ARGUMENTS = 6, MAX_STATES = 64 };

enum time_behaviour { TIME_FIXED, TIME_CHANGES, TIME_RISES, TIME_FALLS };

struct proposition {
    symbol id;
    struct text ask;  /* "How did {party} respond to {plan}?" */
    LIST(struct argument) arguments;
    enum time_behaviour time;
    enum value_space space;
    struct text unit; /* SPACE_FIGURE: "hour", "point", "person", …; empty: any */
    bool exact;       /* SPACE_FIGURE: counts, not measurements: "27" is not "28" even when both are round */
    LIST(symbol) states;
    LIST(struct value) values;
    uint32_t modalities; /* which modalities are compared: bits of enum modality (claim/claim.h); asserted always */
    struct text severity; /* overrides the table: "error", "warning", "note"; empty for none */
    LIST(int32_t) rules;
    int32_t pack;
    struct rule_place place;
};

struct binding { /* `set: {party: russia}` */
    int32_t argument, entity;
};

struct example_claim {
    bool negated;
    symbol value; /* 0: any value (figures) */
    struct text figure; /* "5 hour", "[4,5) hour": for figures and dates; empty */
    struct text arguments; /* "party=russia plan=us-plan"; empty: not checked */
    struct text voice;     /* "outlet", "peskov"; empty: not checked */
    struct text modality;  /* empty: asserted */
};

struct example {
    struct text text;
    LIST(struct example_claim) claims; /* of this proposition; empty: the rule must stay silent */
    bool known_miss; /* `todo: true`: listed, not counted as a failure */
    struct rule_place place;
};

struct rule {
    symbol id;
    int32_t proposition;
    bool is_frame;
    struct frame frame;
    LIST(struct phrase) phrases;
    int32_t value;           /* index into the proposition's values; -1 for figures, dates and atoms */
    int32_t scope_all, scope_part; /* values used when the object is the whole / a part of it; -1: all → value,
                                      part → the rule does not apply */
    struct text figure_hedge; /* `figure: at-least`: how a bare figure is to be read; empty */
    bool order_swap;
    LIST(struct binding) set;
    LIST(symbol) blocks;     /* block kinds it is limited to; empty: all */
    bool ignores_polarity;   /* `polarity: fixed`: negation is part of the phrase and is not applied again */
    bool ignores_modality;   /* `modality: fixed` */
    LIST(struct example) examples;
    struct rule_place place;
};

struct word_list { symbol id; LIST(struct name) entries; struct rule_place place; };

enum cue_kind { CUE_NEGATION, CUE_POSSIBLE, CUE_PROBABLE, CUE_PLANNED, CUE_CONDITION, CUE_ASKED, CUE_WISHED, CUE_UNKNOWN,
                CUE_PSEUDO, CUE_END, CUE_REPORT, CUE_KINDS };

enum cue_scope { SCOPE_GROUP, SCOPE_COMPLEMENT, SCOPE_CLAUSE, SCOPE_BEFORE, SCOPE_AFTER, SCOPE_SENTENCE };

struct cue {
    symbol id;
    enum cue_kind kind;
    enum cue_scope scope;
    const struct pattern *pattern;
    LIST(symbol) anchors;
    bool commits_outlet; /* REPORT: the outlet asserts it too */
    bool negates;        /* REPORT: "denied that P" */
    bool doubts;         /* REPORT: uncommitted ("asked whether") */
    struct rule_place place;
};

enum relation_row { ROW_OUTLET_OUTLET, ROW_OUTLET_SPEAKER, ROW_SAME_SPEAKER, ROW_SPEAKERS, RELATION_ROWS };

struct relation_rule { struct text relation, tension_relation; struct text severity, tension_severity; };

struct pack { symbol id; struct text path, version; LIST(struct text) files; };

/* Words that start a match: for a word symbol, the phrases, frames and cues to try. */
enum trigger_kind { TRIGGER_PHRASE, TRIGGER_VERB, TRIGGER_NOUN, TRIGGER_ADJECTIVE, TRIGGER_CUE, TRIGGER_NAME, TRIGGER_HEAD };

struct trigger {
    enum trigger_kind kind;
    int32_t rule;  /* rule, cue or entity */
    int32_t index; /* phrase, frame verb or name within it */
};

struct triggers { LIST(struct trigger) items; };

struct rules {
    struct arena arena;
    struct symbols symbols; /* ids and word forms alike */
    LIST(struct pack) packs;
    LIST(struct type) types;
    LIST(struct entity) entities;
    LIST(struct word_list) lists;
    LIST(struct cue) cues;
    LIST(struct proposition) propositions;
    LIST(struct rule) rules;
    struct relation_rule relations[RELATION_ROWS];
    struct triggers *triggers; /* by symbol: triggers[s], symbols.texts.count + 1 of them */
    uint64_t hash;             /* of the bytes of all files, in the order of pack name and file name */
};

/* Loads packs from folders (each a pack: all its .yaml and .yml files, sorted by name, sub-folders too). Strict: an
 * unknown or duplicate key, a wrong type, an undefined name, an anchor or an alias is BELIE_BAD_RULES with file, line,
 * column and what was expected. NULL on failure. rules_free takes NULL. */
struct rules *rules_load(const struct text *folders, size_t count, struct belie_error *e);
void rules_free(struct rules *r);

int32_t rules_find_entity(const struct rules *r, struct text id);           /* -1 */
int32_t rules_find_proposition(const struct rules *r, struct text id);      /* -1 */
int32_t rules_find_value(const struct proposition *p, symbol id);           /* -1 */
bool rules_type_fits(const struct rules *r, int32_t type, int32_t wanted);  /* wanted itself or an ancestor of type */
int32_t rules_side(const struct rules *r, int32_t entity);                  /* the last entity that speaks_for reaches */
struct text rules_name(const struct rules *r, int32_t rule, struct arena *a); /* "ukraine-talks/plan-response/rejects" */

#endif

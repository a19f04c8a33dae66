/* Compiled rule packs: immutable once loaded, shared by all threads. The language is described in rules/README.md. */
#ifndef BELIE_RULES_RULES_H
#define BELIE_RULES_RULES_H

#include "base/error.h"
#include "base/kinds.h"
#include "base/symbol.h"

/* Where something stands in a rule file; for messages, `rules list` and findings. */
struct rule_place {
    uint32_t file; /* an index of rules.files */
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
    LIST(int32_t) with;    /* brief names count once one of these stands in the document */
    LIST(int32_t) members; /* a claim about the entity is one about each of these */
    int32_t speaks_for, part_of, kind_of; /* entity indexes, or -1 */
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
    PATTERN_SEQUENCE, PATTERN_CHOICE, PATTERN_OPTIONAL,
    PATTERN_PARTS     /* "a & b": sequences that all stand in the sentence, in any order; never inside another */
};

enum { MAX_PARTS = 4 };

enum verb_voice { VOICE_ANY, VOICE_ACTIVE, VOICE_PASSIVE, VOICE_ING, VOICE_TO };

/* At which tokens a pattern can begin: bits that patterns and tokens both have. Without a bit in common there is no
 * match; one in common promises none, since several symbols share a bit. */
enum { BEGIN_SYMBOLS = 61, BEGIN_GROUP = 61, BEGIN_ANY = 62, BEGIN_FIGURE = 63 };

static inline uint64_t begin_with(symbol s) {
    return UINT64_C(1) << s % BEGIN_SYMBOLS;
}

struct pattern {
    enum pattern_kind kind;
    uint64_t begins;                  /* bits of what can stand at its first token */
    LIST(symbol) symbols;             /* WORD: one; NOUN, VERB: alternatives, base forms */
    enum verb_voice voice;
    int32_t index;                    /* LIST: word list; SLOT: argument; FIGURE: enum figure_kind */
    uint32_t least, most;             /* GAP: tokens */
    LIST(const struct pattern *) items; /* SEQUENCE, CHOICE; OPTIONAL: one */
};

/* What must stand near an anchor: within `reach` tokens before it (or its verb group), or behind it, a token that has one
 * of the bits, see begin_with; and right before and behind it, but for what may be skipped there. 0: anything goes. */
struct beside {
    uint64_t before, behind;
    uint64_t last, next;
    uint8_t own; /* tokens that the anchor's element may take behind the anchor */
    uint8_t reach_before, reach_behind;
    uint8_t list_tokens; /* of its longest entry, where the anchor is a word of a list: then an entry must hold it */
    int32_t list;
};

struct phrase {
    struct text source;
    const struct pattern *pattern; /* a PATTERN_SEQUENCE or PATTERN_PARTS */
    LIST(symbol) anchors;          /* a match must hold one of these words (forms or base forms), before its "//" */
    struct beside beside;
    struct rule_place place;
};

/* One verb of a frame: "reject", "turn down", "object to", "say no to". "one's" among the words after it stands for
 * any possessive ("put its name to"). */
struct frame_verb {
    symbol verb;                 /* base form of the first word */
    LIST(symbol) rest;           /* the words after it */
    bool particle;               /* rest is one particle, which may also follow the object ("turned the plan down") */
    bool preposition;            /* rest ends in a preposition: the object is the group after it */
};

/* A noun or adjective of a frame with the preposition before its object: "opposed to". 0: of, to, on, for, against or
 * with for a noun; any preposition for an adjective. */
struct frame_word {
    symbol word; /* nouns: the base form */
    symbol preposition;
};

struct frame_place { /* a slot filled by the group after one of these prepositions */
    LIST(symbol) prepositions;
    int32_t argument;
    bool required;
};

/* The same for a figure: the preposition that stands for all of them is the first. None: the object itself. */
struct frame_amount {
    LIST(symbol) prepositions;
};

struct frame {
    int32_t every_quotation; /* the argument that takes the words of whatever quotation stands there, or -1 */
    int32_t every_verb;      /* the argument that takes the base form of whatever verb stands there, or -1 */
    int32_t every_noun;      /* the argument that takes whatever noun a figure is told of, or -1 */
    int32_t every_figure;    /* the argument that takes the unit of whatever figure stands there, or -1 */
    uint32_t figures;        /* … of one of these kinds: bits 1 << enum figure_kind */
    int32_t every_sum;       /* the argument that takes the words of figures that do not add up, or -1 */
    int32_t every_act;       /* the argument that takes the occasion at which somebody does something, or -1 */
    int32_t every_headline;  /* the argument that takes the words of any headline, see match/topic.h; or -1 */
    int32_t setting;         /* the argument that takes what narrows the deed, see claim/setting.h; or -1 */
    LIST(struct frame_verb) verbs;
    LIST(struct frame_word) nouns;      /* nominalisations: X's rejection of Y, the rejection of Y by X */
    LIST(struct frame_word) adjectives; /* X is opposed to Y */
    int32_t subject, object; /* arguments, or -1 */
    bool subject_required, object_required;
    LIST(struct frame_place) places;
    LIST(struct frame_amount) amounts; /* where the figure of a deed stands; with none it is the count of its object */
    int32_t every_role;      /* the argument that takes whatever somebody is told to be, or -1 */
    int32_t among;           /* EVERY_VERB: only the verbs of this word list, EVERY_ACT: only the occasions, EVERY_ROLE: those that give somebody a role; or -1 */
    int32_t except;          /* EVERY_ACT: none of the verbs of this word list, or -1 */
};

enum value_space { SPACE_STATES, SPACE_FIGURE, SPACE_DATE, SPACE_ATOM };

struct value {
    symbol id;
    uint64_t means, suggests; /* states; suggests is a subset of means */
    struct rule_place place;
};

enum identity { IDENTITY_SELF, IDENTITY_SIDE, IDENTITY_LOOSE /* not part of the key; only compared when both have it */ };

/* What an argument takes besides entities that a pack knows: noun groups of the text itself. */
enum open_kind { OPEN_NOT, OPEN_ANY, OPEN_NAME, OPEN_PERSON, OPEN_THING };

/* What two themes must share besides words enough: nothing; whom or what it is told of; that by name, which is enough; a
 * name; the same figure. */
enum theme_kind { THEME_NOT, THEME_WORDS, THEME_BEARER, THEME_PERSON, THEME_NAME, THEME_FIGURE, THEME_DEED };

struct argument {
    symbol name;
    int32_t type; /* -1: anything */
    enum open_kind open;
    enum identity identity;
    enum theme_kind theme;   /* filled by the words around the claim, see claim/theme.h */
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
    int32_t theme;    /* the argument that is a theme, or -1 */
    int32_t atom_argument; /* SPACE_ATOM: what fills this argument is the value, and no part of the key; else -1 */
    bool exact;       /* SPACE_FIGURE: counts, not measurements: "27" is not "28" even when both are round */
    LIST(symbol) states;
    LIST(struct value) values;
    uint32_t modalities; /* which modalities are compared: bits 1 << enum modality; asserted always */
    bool directed;    /* the first two arguments are who does it and to whom: the same claim with both swapped clashes */
    bool lasting;     /* true of all days of the story: which day a clause names tells nothing apart */
    bool once;        /* one value a story: open arguments need not be shown to be the same, only not different */
    struct text severity; /* overrides the table: "error", "warning", "note"; empty for none */
    LIST(int32_t) rules;
    int32_t pack;
    struct rule_place place;
};

enum figure_hedge {
    HEDGE_NONE, HEDGE_AT_LEAST, HEDGE_AT_MOST, HEDGE_ABOUT, HEDGE_NEARLY, HEDGE_MORE_THAN, HEDGE_LESS_THAN, FIGURE_HEDGES
};

struct binding { /* `set: {party: russia}` */
    int32_t argument, entity;
};

struct example_claim {
    bool negated;
    symbol value; /* 0: any value (figures) */
    struct text figure; /* "5 hour", ">=12 person", "2022-02", the id or name of an atom; empty for states */
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
    LIST(const struct pattern *) unless; /* a match counts only where none of these stands in its sentence */
    int32_t value;           /* index into the proposition's values; -1 for figures, dates and atoms */
    int32_t scope_all, scope_part; /* values used when the object is the whole / a part of it; -1: all → value,
                                      part → the rule does not apply */
    enum figure_hedge hedge; /* `figure: at-least`: how a bare figure is to be read */
    LIST(struct binding) set;
    uint32_t blocks;         /* block kinds it is limited to: bits 1 << enum block_kind; 0: all */
    bool of_actor;           /* `bearer: actor`: a theme is told of whoever does it, not of what it is done to */
    bool ignores_polarity;   /* `polarity: fixed`: negation is part of the phrase and is not applied again */
    bool ignores_modality;   /* `modality: fixed` */
    LIST(struct example) examples;
    struct rule_place place;
};

struct list_start { symbol first; uint32_t entry; };

struct word_list {
    symbol id;
    LIST(struct name) entries;
    struct list_start *starts; /* the entries by their first words, those with the same in the order of the list */
    uint64_t begins; /* bits of their first words, see begin_with */
    struct rule_place place;
};

enum cue_kind { CUE_NEGATION, CUE_POSSIBLE, CUE_PROBABLE, CUE_PLANNED, CUE_CONDITION, CUE_ASKED, CUE_WISHED, CUE_UNKNOWN,
                CUE_PSEUDO, CUE_END, CUE_REPORT, CUE_KINDS };

enum cue_scope { SCOPE_GROUP, SCOPE_COMPLEMENT, SCOPE_CLAUSE, SCOPE_BEFORE, SCOPE_AFTER, SCOPE_SENTENCE };

struct cue {
    symbol id;
    enum cue_kind kind;
    enum cue_scope scope;
    const struct pattern *pattern;
    LIST(symbol) anchors;
    struct beside beside;
    bool commits_outlet; /* REPORT: the outlet asserts it too */
    bool negates;        /* REPORT: "denied that P" */
    bool doubts;         /* REPORT: uncommitted ("asked whether") */
    bool speaker_after;  /* REPORT: the noun group after it is the speaker ("according to"); else it is a verb */
    struct rule_place place;
};

enum relation_row { ROW_OUTLET_OUTLET, ROW_OUTLET_SPEAKER, ROW_SAME_SPEAKER, ROW_SPEAKERS, RELATION_ROWS };

struct relation_rule { struct text relation, tension_relation; struct text severity, tension_severity; };

/* A form of a verb that the lexicon lacks: "binned" is the past and the participle of "bin". */
struct irregular {
    symbol form, base;
    uint8_t forms; /* bits of enum verb_form of lexicon/lexicon.h */
    struct rule_place place;
};

/* "Snap up" tells the same deed as "buy". */
struct alike {
    struct name verb;
    struct text base;
    struct text opposite; /* the base of the deed that it undoes or denies; empty for most */
    bool opposed;         /* another verb is its opposite */
};

struct pack {
    symbol id;
    int32_t day; /* of the event that its story turns on, in days since 1970-01-01; NO_DATE for most */
};

/* Words that start a match: for a word symbol, the phrases, frames and cues to try. */
enum trigger_kind { TRIGGER_PHRASE, TRIGGER_VERB, TRIGGER_NOUN, TRIGGER_ADJECTIVE, TRIGGER_CUE, TRIGGER_NAME, TRIGGER_HEAD,
                    TRIGGER_LIST /* no trigger: there are `lists` */ };

enum name_kind { NAME_FULL, NAME_TITLE, NAME_BRIEF };

/* VERB and NOUN stand under the symbol of the base form, as do <verbs> and [nouns] in phrases and cues: look at
 * word->known_verb and word->known_noun besides word->known. */
struct trigger {
    uint8_t kind; /* enum trigger_kind */
    uint8_t list; /* NAME: enum name_kind: entity.names, .titles or .brief */
    uint8_t reach; /* PHRASE, CUE: how many tokens before its word a match may begin */
    uint16_t needs[2]; /* PHRASE, CUE: bins of literals that every match holds besides its word; 0 for none */
    uint32_t figures;  /* PHRASE, CUE: kinds of figures that every match holds: bits 1 << enum figure_kind */
    int32_t rule;  /* rule, cue or entity */
    int32_t index; /* phrase, frame verb, noun or adjective, or name within it; HEAD: 0 heads, 1 parts */
    union {
        uint32_t word;    /* NAME: which of its words this is: the first that is no article */
        uint32_t demands; /* PHRASE, CUE: where in rules.demands its own begin */
    };
};

/* What spares most attempts: a sentence notes the bins of its words and base forms, and of the word lists that have an entry
 * whose rarest word stands there;
 * several symbols share a bin (Bloom 1970), so a bin that is not noted proves that the word is not there,
 * no more. */
enum { BINS = 4096, LIST_BINS = 512, BIN_OF_LIST = 1 << 15 };

static inline uint16_t bin_of(symbol s) {
    return (uint16_t)(s % BINS);
}

static inline uint16_t bin_of_list(uint32_t list) {
    return (uint16_t)(list % LIST_BINS);
}

struct triggers {
    struct {
        struct trigger *items;
        uint32_t count, capacity;
    } items;
    uint32_t kinds; /* bits 1 << enum trigger_kind of the items */
    uint32_t rules, cues; /* from which item on they are of rules, and of cues; those before are of entities */
    bool whole, part; /* begins an entry of the word list whole-words, is one of part-words */
    bool alike;       /* begins a verb that tells the same deed as another */
    bool light, empty; /* is one of light-verbs, of empty-verbs */
    uint16_t list_count;
    uint16_t *lists; /* bins of the word lists, of those that demands ask for, in which it is the rarest word of an entry */
};

enum id_sort { ID_TYPE, ID_ENTITY, ID_LIST, ID_PROPOSITION, ID_IRREGULAR, ID_SORTS };

/* What a symbol is the id of, or, for ID_IRREGULAR, the form of: indexes, or -1. */
struct rule_ids { int32_t index[ID_SORTS]; };

struct rules {
    struct arena arena;
    struct symbols symbols; /* ids and word forms alike */
    LIST(struct pack) packs;
    LIST(struct text) files; /* their paths, pack by pack */
    LIST(struct type) types;
    LIST(struct entity) entities;
    LIST(struct word_list) lists;
    LIST(struct cue) cues;
    LIST(struct proposition) propositions;
    LIST(struct rule) rules;
    LIST(int32_t) every_verb, every_noun, every_figure, every_sum, every_act, every_role, every_quotation, every_headline; /* rules whose frame takes every one */
    LIST(int32_t) asking; /* rules with an argument that only entities of the packs fill, or its default */
    LIST(struct irregular) irregulars;
    LIST(struct alike) alikes;
    struct relation_rule relations[RELATION_ROWS]; /* texts empty where no pack has a row */
    struct triggers *triggers; /* by symbol: triggers[s], symbols.texts.count + 1 of them */
    /* What matches of phrases and cues hold besides their anchor, in the first sentence: a row of alternatives for each
     * such element, as their count and their bins (| BIN_OF_LIST); after the last row a count of 0. */
    LIST(uint16_t) demands;
    LIST(struct rule_ids) ids; /* by symbol; symbols past its end are no ids */
    uint64_t hash;             /* of the bytes of all files; the order in which packs are given does not matter */
};

/* "'s" behind a slot may be the end of "her". */
static inline bool pattern_is_genitive(const struct rules *r, const struct pattern *p) {
    return p->kind == PATTERN_WORD && text_equal(symbols_text(&r->symbols, p->symbols.items[0]), TEXT("'s"));
}

/* Loads packs from folders (each a pack: all its .yaml and .yml files, sorted by name, sub-folders too). Strict: an
 * unknown or duplicate key, a wrong type, an undefined name, an anchor or an alias is BELIE_BAD_RULES with file, line,
 * column and what was expected. NULL on failure. rules_free takes NULL. */
struct rules *rules_load(const struct text *folders, size_t count, struct belie_error *e);

/* The same from memory: each text a file, all of one pack named "memory". */
struct rules *rules_load_text(const struct text *files, size_t count, struct belie_error *e);
void rules_free(struct rules *r);

int32_t rules_find_type(const struct rules *r, struct text id);             /* -1 */
int32_t rules_find_entity(const struct rules *r, struct text id);           /* -1 */
int32_t rules_find_proposition(const struct rules *r, struct text id);      /* -1 */
int32_t rules_find_list(const struct rules *r, struct text id);             /* a word list; -1 */
/* The verb by which a deed is known, whichever of several verbs tells it: "buy" of snap, up. NULL when there is only one
 * and it has no opposite here. `particle` may be 0. */
const struct alike *rules_alike(const struct rules *r, symbol verb, symbol particle);
/* Those of its entries that begin with the form: `starts` from the returned one up to *end. */
const struct list_start *rules_list_from(const struct word_list *l, symbol form, const struct list_start **end);
bool rules_list_holds(const struct rules *r, int32_t list, symbol form);    /* as an entry of one word; list may be -1 */
const struct irregular *rules_irregular(const struct rules *r, symbol form); /* NULL */
int32_t rules_find_value(const struct proposition *p, symbol id);           /* -1 */
bool rules_binds(const struct rule *rule, int32_t argument);                /* does its `set` fill the argument? */
bool rules_type_fits(const struct rules *r, int32_t type, int32_t wanted);  /* wanted itself or an ancestor of type */
int32_t rules_side(const struct rules *r, int32_t entity);                  /* the last entity that speaks_for reaches */
/* What an id names: a proposition or, with a rule, one of its rules. */
struct named {
    const struct proposition *proposition;
    const struct rule *rule; /* NULL: the proposition itself */
};

/* "plan-response", "plan-response/rejects", with or without the pack before it. False when it names neither. */
bool rules_named(const struct rules *r, struct text id, struct named *out);
void rules_put_name(const struct rules *r, int32_t rule, struct buffer *out); /* "ukraine-talks/plan-response/rejects" */
struct text rules_name(const struct rules *r, int32_t rule, struct arena *a);  /* the same */

#endif

/* What the files of the match stage share. */
#ifndef BELIE_MATCH_MATCHER_H
#define BELIE_MATCH_MATCHER_H

#include "match/match.h"

/* What stands in a sentence, wherever: the bins of its forms, base forms and word lists, see BINS of rules/rules.h. */
struct holding {
    uint64_t words[BINS / 64], lists[LIST_BINS / 64];
    bool noted;
};

enum { SLOT_ENDS = 6 };

/* Where a noun group that begins a slot may end, longest first; count 0 before it was asked. */
struct slot_ends {
    int32_t at[SLOT_ENDS];
    uint32_t count;
};

/* Whether a token may stand unsaid between two elements: in phrases only before a word of theirs; anywhere. */
enum skip { SKIP_NOT, SKIP_BEFORE_LITERAL, SKIP_ALWAYS };

/* Where a match that has come to a token may go on besides: behind the time told there, behind the parenthesis; or there. */
struct way {
    int32_t later, beyond;
    enum skip skip;
};

/* A group that stands for an entity without its name, from the token at which it is kept on. */
struct stand_in {
    int32_t last, head; /* tokens */
    const symbol *names; /* that it stands for */
    uint32_t count;
};

struct matcher {
    struct arena *a;
    const struct segmented *s;
    const struct rules *r;
    struct matched *out;
    uint32_t *seen; /* that of `out` */
    struct holding *holdings; /* by sentence, once noted */
    const struct holding *here; /* that of the sentence at hand */
    uint32_t figures; /* what the figures of the sentence at hand may stand for: bits 1 << enum figure_kind */
    struct slot_ends **slot_ends; /* by sentence, then group; NULL before one was asked */
    uint64_t *begins; /* by token: what patterns can begin there, see begin_with of rules/rules.h */
    uint64_t *near;   /* by token: what a match that has come there can go on with; all bits before it was noted */
    uint64_t *past;   /* by token: the same for what it may have said last */
    uint32_t near_noted; /* up to before which sentence */
    struct stand_in **stand_ins; /* by token; NULL where none begins */
    struct way *ways;    /* by token, in the sentences where they were noted */
    bool *ways_noted;
    int32_t *fronts; /* by sentence, noted with its ways: the comma behind "In May 1866|,| the viaduct …", or 0 */
    bool *eligible;  /* by rule: what its arguments need stands in the document */
    /* Reserved word lists of the core pack, or -1. */
    int32_t whole_words, empty_nouns, passing_counts, rises, falls, told_as_begin, told_as_end, views, claims, disputed, rumours, disputing, disputing_with, aside_verbs, agent_nouns;
    int32_t denial; /* a cue, see dispute_cue */
    int32_t actor; /* the type of whoever can speak, or -1 */
    int32_t topic; /* the type of entities that stand in a document but are nothing in it, or -1 */
};

static inline const struct token *token_at(const struct segmented *s, int32_t t) {
    return &s->tokens.items[t];
}

static inline symbol form_at(const struct segmented *s, int32_t t) {
    return s->tokens.items[t].word->known;
}

static inline bool is_form(const struct matcher *m, int32_t t, const char *form) {
    return t != NONE && text_equal(token_at(m->s, t)->word->text, text_of(form));
}

static inline bool is_any_form(const struct matcher *m, int32_t t, const char *const *forms, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (is_form(m, t, forms[i])) return true;
    return false;
}

/* Does the name stand at token t, and end no later than `last`? */
static inline bool name_at(const struct segmented *s, const struct name *n, int32_t t, int32_t last) {
    if (t + (int32_t)n->count - 1 > last) return false;
    for (uint32_t i = 0; i < n->count; i++)
        if (form_at(s, t + (int32_t)i) != n->words[i]) return false;
    return true;
}

/* May the argument be left out? */
static inline bool default_known(const struct matcher *m, const struct argument *a) {
    if (a->optional || a->default_speaker) return true;
    return a->default_entity >= 0 && (a->default_with < 0 || m->seen[a->default_with]);
}

static inline enum tag tag_at(const struct parse *p, int32_t t) {
    return (enum tag)p->tags[t - p->first];
}

static inline int32_t group_at(const struct parse *p, int32_t t) {
    return t < p->first || t > p->last ? NONE : p->group_of[t - p->first];
}

/* What group g possesses ("the budget" of "the government's budget"), or NONE: possessors stand before what they have. */
static inline int32_t possession(const struct parse *p, int32_t g) {
    bool next = g + 1 < (int32_t)p->groups.count && p->groups.items[g + 1].possessor == g;
    return next && p->groups.items[g + 1].kind == GROUP_NOUN ? g + 1 : NONE;
}

/* The group that is meant where g begins: g, or what it and its possessions possess. */
static inline int32_t possessed(const struct parse *p, int32_t g) {
    for (int32_t next = g; next != NONE; next = possession(p, g)) g = next;
    return g;
}

/* NULL for a label, or whatever else reports without a cue of the rules. */
static inline const struct cue *cue_of(const struct matcher *m, const struct cue_use *u) {
    return u->cue == NONE ? NULL : &m->r->cues.items[u->cue];
}

/* Does another clause hang from it? */
static inline bool has_dependents(const struct parse *p, int32_t clause) {
    for (size_t i = 0; i < p->clauses.count; i++)
        if (p->clauses.items[i].governor == clause) return true;
    return false;
}

static inline void arguments_clear(struct match *x) {
    for (size_t i = 0; i < MAX_ARGUMENTS; i++)
        x->arguments[i] = (struct filler){.mention = NONE, .entity = NONE, .group = NONE, .missing = true};
}

static inline bool match_add(struct matcher *m, const struct match *x) {
    struct match *room = list_add(m->a, &m->out->matches);
    if (room) *room = *x;
    return room != NULL;
}

static inline bool bin_noted(const uint64_t *bins, uint16_t bin) {
    return bins[bin / 64] >> bin % 64 & 1;
}

/* holding.c: notes what stands in the sentence, which becomes the one at hand; asks whether what every match of a phrase
 * or cue holds stands there. */
void holding_note(struct matcher *m, uint32_t sentence);
void holding_add(struct matcher *m, uint32_t sentence, symbol form); /* that stands there for what does */
bool holding_meets(const struct matcher *m, const struct trigger *t);
bool beside_meets(const struct matcher *m, const struct parse *p, const struct beside *b, int32_t anchor); /* … stands near it */

/* The part of that question which most triggers fail. */
static inline bool promising(const struct matcher *m, const struct trigger *t) {
    return !(t->figures & ~m->figures) && bin_noted(m->here->words, t->needs[0]) && bin_noted(m->here->words, t->needs[1]);
}

/* stand_in.c: what stands in the sentence for a name. The sentence's holdings are noted, its ways are not. */
bool stand_in_note(struct matcher *m, uint32_t sentence);

/* eligible.c: which rules can match in the document at all. */
bool eligible_find(struct matcher *m);

/* antecedent.c */
bool counts_out(const struct matched *m, const struct group *g); /* "none of the parties", "two of the envoys" */
bool first_person(const struct matched *m, const struct group *g);
enum rank { RANK_ANY, RANK_SUBJECT, RANK_MAIN };
enum rank mention_rank(const struct parse *p, const struct mention *x);
int32_t find_antecedent(const struct matched *m, uint32_t sentence, int32_t token, enum gender gender, int32_t type);
/* "His sister, Ann Roe," for "he": the words tell. */
bool is_other_sex(const struct matched *m, const struct parse *p, int32_t group, enum gender pronoun);
bool speaks_behind(const struct matched *m, const struct parse *p, int32_t token); /* who stands there, of what is told before */
int32_t match_subject_over(const struct matched *m, const struct parse *p, int32_t token); /* of the clause in which the pronoun is an object, or NONE */

/* reference.c: whom "he" and "the president" mean in the sentence whose mentions were found last. */
void reference_find(struct matcher *m, uint32_t sentence);
void owner_find(struct matcher *m, uint32_t sentence); /* the same of "its president" */

/* The triggers at a token: those of its form, of its base form as a verb, and of that as a noun. */
enum trigger_owner { OF_ENTITIES, OF_RULES, OF_CUES };

struct trigger_walk {
    const struct trigger *at, *end;
    symbol next[3]; /* forms still to come, the last first */
    uint32_t left;
    enum trigger_owner owner;
};

static inline struct trigger_walk trigger_start(const struct word *w, enum trigger_owner owner) {
    struct trigger_walk walk = {.owner = owner};
    if (w->known_noun && w->known_noun != w->known && w->known_noun != w->known_verb) walk.next[walk.left++] = w->known_noun;
    if (w->known_verb && w->known_verb != w->known) walk.next[walk.left++] = w->known_verb;
    if (w->known) walk.next[walk.left++] = w->known;
    return walk;
}

/* Those of one form. */
static inline struct trigger_walk trigger_of(symbol form, enum trigger_owner owner) {
    return (struct trigger_walk){.owner = owner, .next = {form}, .left = 1};
}

/* NULL after the last. */
static inline const struct trigger *trigger_next(const struct rules *r, struct trigger_walk *w) {
    while (w->at == w->end) {
        if (!w->left) return NULL;
        const struct triggers *t = &r->triggers[w->next[--w->left]];
        uint32_t count = (uint32_t)t->items.count;
        if (!count) continue;
        w->at = t->items.items + (w->owner == OF_ENTITIES ? 0 : w->owner == OF_RULES ? t->rules : t->cues);
        w->end = t->items.items + (w->owner == OF_ENTITIES ? t->rules : w->owner == OF_RULES ? t->cues : count);
    }
    return w->at++;
}

bool form_in(symbol form, const symbol *items, size_t count);

/* The length in tokens of the longest entry of the word list that stands at token t (not past `last`), or 0. */
uint32_t list_match(const struct rules *r, const struct segmented *s, int32_t list, int32_t t, int32_t last);

/* mention.c: full names that stand in the document, then all mentions of a sentence. */
void mention_scan_names(struct matcher *m, uint32_t sentence);
bool mention_find(struct matcher *m, uint32_t sentence);
bool mention_groups(struct matcher *m, uint32_t sentence); /* of a sentence that was parsed later: adds its groups */

/* noun.c: does the group name the entity by head and modifiers, and how? */
enum noun_fit { NOUN_NO, NOUN_BRIEF, NOUN_FULL };
enum noun_fit noun_names(const struct matcher *m, const struct parse *p, int32_t group, const struct entity *e);
/* Is it a thing of the entity's sort, but another one: "the Minsk talks", "its gas plan", "talks with Iran"? */
bool noun_sets_apart(const struct matcher *m, const struct parse *p, int32_t group, const struct entity *e);
enum mention_quantity group_quantity(const struct matcher *m, const struct parse *p, int32_t group);

/* frame.c, phrase.c, cue.c */
bool frame_find(struct matcher *m, uint32_t sentence);
bool phrase_find(struct matcher *m, uint32_t sentence);
bool cue_find(struct matcher *m, uint32_t sentence);
void cue_set_speaker(const struct matcher *m, uint32_t sentence, int32_t group, struct cue_use *u); /* of a report: the group, if it can speak */
bool viewpoint_find(struct matcher *m, uint32_t sentence);  /* reports by nouns */
int32_t dispute_cue(const struct rules *r); /* a report that denies, among those of the rules; NONE */
bool dispute_find(struct matcher *m, const struct parse *p, size_t from); /* reports that are told only to be denied; `from`: the first cue of the sentence */
bool aside_find(struct matcher *m, uint32_t sentence, size_t from); /* … by where they stand; the other cues begin at `from` */
bool headline_find(struct matcher *m, uint32_t sentence);   /* frames that take every headline */
bool every_quotation_find(struct matcher *m, uint32_t sentence);
bool every_noun_find(struct matcher *m, uint32_t sentence); /* frames that take whatever noun a figure is told of */
bool every_figure_find(struct matcher *m, uint32_t sentence); /* frames that take every figure */
bool every_date_add(struct matcher *m, const struct parse *p, int32_t rule, const struct figure *f); /* of one that takes dates: if it is one */
bool every_sum_find(struct matcher *m, uint32_t sentence);  /* frames that take figures that do not add up */
bool every_act_find(struct matcher *m, uint32_t sentence);  /* … whatever somebody does at an occasion */
bool every_role_find(struct matcher *m, uint32_t sentence); /* … whatever somebody is told to be */
bool every_verb_find(struct matcher *m, uint32_t sentence); /* frames that take whatever verb stands there */

/* detail.c: what groups around a verb tell besides who and what. */
int32_t detail_next(const struct parse *p, int32_t clause, int32_t after); /* the next such group, or NONE */
const struct figure *detail_figure(const struct matcher *m, const struct parse *p, int32_t group);  /* the first that stands in it */
const struct figure *detail_date(const struct matcher *m, const struct parse *p, int32_t group);    /* "on Friday", "in May" */
const struct figure *detail_amount(const struct matcher *m, const struct parse *p, int32_t group);  /* a group that is a figure */
/* The group if it is a name, as far as capitals tell; "France" of "in the south of France"; NONE */
int32_t detail_place(const struct matcher *m, const struct parse *p, int32_t group);

/* pattern.c: matching the pattern of a phrase or a cue at a token. */
enum { MAX_FIGURES = 2 };

struct capture {
    int32_t group[MAX_ARGUMENTS]; /* group that fills each argument, or NONE */
    struct filler filler[MAX_ARGUMENTS];
    const struct figure *figure;
    int32_t verb;                 /* first verb group that an element matched, or NONE */
    int32_t noun;                 /* first token that a literal noun or word matched */
    uint64_t literal;             /* bit i: token `from + i` was matched by a word of the pattern */
    int32_t from, to;             /* tokens matched, inclusive */
    uint32_t to_sentence;
    bool fronted;                 /* its end stands at the front of the sentence */
};

/* way.c: notes `ways` of the sentence, as it is parsed; and `near` and `past` unless they are noted. Its figures must be
 * known then; sentences come in order. */
void way_note(struct matcher *m, uint32_t sentence);
void way_note_near(struct matcher *m, uint32_t sentence);

/* Matches p from token t on in the sentence. The proposition (or NULL for cues) types the slots. */
bool pattern_match(struct matcher *m, const struct pattern *p, const struct proposition *about, uint32_t sentence,
                   int32_t t, struct capture *out);

#endif

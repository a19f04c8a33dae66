#include "claim/open.h"

#include "claim/lede.h"
#include "claim/name.h"

/* The base form of the head of a mention, and where it stands. */
struct headed {
    const struct word *noun;
    uint32_t sentence;
};

struct openings {
    struct opened **mentions; /* NULL until asked for; many claims are about the same */
    struct headed *heads;     /* by mention; NULL until asked for */
    struct lede lede;
};

struct openings *openings_new(struct arena *a, const struct matched *m) {
    struct openings *out = arena_new(a, struct openings);
    if (out) *out = (struct openings){.mentions = arena_array(a, struct opened *, m->mentions.count + 1), .lede = lede_find(m)};
    return out && out->mentions ? out : NULL;
}

static const struct token *token_of(const struct matched *m, int32_t t) {
    return &m->segmented->tokens.items[t];
}

static bool is_modifier(const struct making *k, const struct parse *p, int32_t t) {
    enum tag tag = (enum tag)p->tags[t - p->first];
    return tag == TAG_ADJECTIVE || tag == TAG_NOUN || tag == TAG_NAME || tag == TAG_NUMBER ||
           tag == TAG_VERB_PARTICIPLE || (token_of(k->m, t)->flags & TOKEN_NUMBER);
}

/* Words on their way into an id. */
struct words {
    const struct word **items;
    size_t count;
};

static bool in_figure(const struct figure *f, int32_t t) {
    return f && t >= (int32_t)f->first && t <= (int32_t)f->last;
}

/* The group that is of this one, "two | of the jurors", or NULL. */
static const struct group *counted_of(const struct parse *p, int32_t group) {
    enum { STEPS = 3 };
    for (int32_t i = group - 1; i >= 0 && i >= group - STEPS; i--)
        if (p->groups.items[i].of == group) return &p->groups.items[i];
    return NULL;
}

bool open_is_every(const struct making *k, const struct parse *p, int32_t group) {
    static const char *const forms[] = {"all", "every", "each", "both", "none", "no"};
    const struct group *g = &p->groups.items[group], *of = counted_of(p, group);
    if (g->flags & GROUP_NEGATED || making_is_any(making_form(k->m, g->first), forms, sizeof forms / sizeof *forms)) return true;
    bool one = of && making_is(k->m, (uint32_t)of->head, "one") && of->flags & GROUP_NEGATED;
    return one || (of && making_is_any(making_form(k->m, of->first), forms, sizeof forms / sizeof *forms));
}

/* "Two | of the jurors" */
static const struct group *some_of(const struct parse *p, int32_t group) {
    const struct group *of = counted_of(p, group);
    return of && of->flags & GROUP_NUMBER && p->groups.items[group].flags & GROUP_PLURAL ? of : NULL;
}

static const struct word every = {.text = {"every", sizeof "every" - 1}, .traits = TRAIT_PLAIN};

/* "All 14 flats", "two of the flats": how many of them it is about. False where the group says it itself. */
static bool add_share(const struct making *k, const struct parse *p, const struct group *g, struct words *out) {
    int32_t group = (int32_t)(g - p->groups.items);
    const struct group *some = some_of(p, group);
    if (g->flags & GROUP_NEGATED) return true; /* "no juror" */
    if (open_is_every(k, p, group)) out->items[out->count++] = &every;
    else if (some) out->items[out->count++] = making_word(k, some->head);
    else return false;
    return true;
}

/* The figure that a claim about "the 240-bed hospital" is about does not tell which hospital. */
static void add_modifiers(const struct making *k, const struct parse *p, const struct group *g,
                          const struct figure *asked, struct words *out) {
    bool shared = add_share(k, p, g, out);
    const struct group *owner = g->possessor == NONE ? NULL : &p->groups.items[g->possessor];
    if (owner && !match_is_time(k->m, owner)) out->items[out->count++] = making_word(k, owner->head);
    for (int32_t t = g->first; t <= g->last; t++) {
        if (t == g->head || in_figure(asked, t)) continue;
        const struct word *w = making_word(k, t);
        bool another = w->traits & TRAIT_ANOTHER && text_equal(w->text, TEXT("another"));
        bool number = shared && (p->tags[t - p->first] == TAG_NUMBER || token_of(k->m, t)->flags & TOKEN_NUMBER);
        if (another || (!number && is_modifier(k, p, t))) out->items[out->count++] = w;
    }
}

/* "The contract with Boeing", "the bishop of Ostrow": whose it is. */
static const struct group *complement_of(const struct making *k, const struct parse *p, const struct group *g) {
    static const char *const forms[] = {"of", "with", "between", "against"};
    const struct group *next = g + 1;
    if (next >= p->groups.items + p->groups.count || next->preposition != g->last + 1 || !(next->flags & GROUP_NAME))
        return NULL;
    if (match_is_time(k->m, next)) return NULL;
    return making_is_any(making_word(k, next->preposition)->text, forms, sizeof forms / sizeof *forms) ? next : NULL;
}

/* The names that tell it from others of its kind: "Norfolk freight train", "Kestrel's yard", "the contract with
 * Boeing". */
static void add_names(const struct making *k, const struct parse *p, const struct group *g, struct words *out) {
    const struct group *owner = g->possessor == NONE ? NULL : &p->groups.items[g->possessor],
                       *whose = complement_of(k, p, g);
    bool speak = !(k->m->segmented->sentences.items[p->sentence].flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE));
    for (int32_t t = g->first; t < g->head && speak; t++)
        if (p->tags[t - p->first] == TAG_NAME && !match_is_time(k->m, g)) out->items[out->count++] = making_word(k, t);
    if (owner && owner->flags & GROUP_NAME && !match_is_time(k->m, owner))
        out->items[out->count++] = making_word(k, owner->head);
    if (whose) out->items[out->count++] = making_word(k, whose->head);
}

/* "~norfolk freight train|norfolk": the first `plain` words, then the names. */
static struct text print(struct arena *a, const struct words *w, size_t plain) {
    size_t length = 0;
    for (size_t i = 0; i < w->count; i++) length += 1 + w->items[i]->text.length;
    char *bytes = arena_take(a, length + 1), *at = bytes;
    if (!bytes) return TEXT("");
    for (size_t i = 0; i < w->count; i++) {
        struct text t = w->items[i]->text;
        *at++ = i == 0 ? '~' : i == plain ? '|' : ' ';
        memcpy(at, t.bytes, t.length);
        at += t.length;
    }
    *at = '\0';
    return (struct text){bytes, length};
}

static const struct word person = {.text = {"person", sizeof "person" - 1}};
static const struct word *const anyone[] = {&person};

static struct opened *open_noun(const struct making *k, const struct parse *p, const struct group *g,
                                const struct figure *asked) {
    size_t most = 2 * (size_t)(g->last - g->first + 1) + 5;
    struct opened *out = arena_new(k->a, struct opened);
    struct words w = {arena_take(k->a, most * sizeof *w.items), 0};
    if (!out || !w.items) return NULL;
    const struct word *head = making_word(k, g->head);
    add_modifiers(k, p, g, asked, &w);
    w.items[w.count++] = text_equal(head->text, TEXT("people")) ? &person : name_noun(head);
    *out = (struct opened){.words = w.items, .count = w.count, .parse = p, .group = g};
    add_names(k, p, g, &w);
    out->id = print(k->a, &w, out->count);
    return out;
}

/* "Nobody", "someone"; or what stands outside all groups, as it is written: no word of it counts. */
static struct opened *open_plainly(const struct making *k, struct text id, const struct word *const *words,
                                   size_t count) {
    struct opened *out = arena_new(k->a, struct opened);
    if (out) *out = (struct opened){.id = id, .words = words, .count = count};
    return out;
}

/* "A proposal to hold talks" is one for talks. */
static const struct group *brought_about(const struct making *k, const struct parse *p, const struct group *g) {
    static const char *const verbs[] = {"hold", "build", "create", "stage", "host", "introduce", "establish", "erect", "construct", "organise", "organize"};
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i];
        if (c->kind != CLAUSE_INFINITIVE || c->first != g->last + 1 || c->verb == NONE || c->object == NONE) continue;
        const struct word *verb = making_word(k, p->groups.items[c->verb].head)->verb;
        const struct group *object = &p->groups.items[c->object];
        bool brings = verb && making_is_any(verb->text, verbs, sizeof verbs / sizeof *verbs);
        return brings && !(object->flags & (GROUP_NAME | GROUP_PRONOUN | GROUP_NUMBER)) ? object : NULL;
    }
    return NULL;
}

/* "Plans for a tower", "a bid for a stadium": what is planned is what is decided on. */
static const struct group *aimed_at(const struct making *k, const struct parse *p, int32_t number) {
    static const char *const aims[] = {"plan", "proposal", "bid", "application", "request"};
    const struct group *g = &p->groups.items[number], *next = g + 1;
    const struct word *noun = making_word(k, g->head)->noun;
    if (!noun || number + 1 >= (int32_t)p->groups.count) return g;
    const struct group *object = making_is_any(noun->text, aims, sizeof aims / sizeof *aims) ? brought_about(k, p, g) : NULL;
    if (object) return object;
    if (next->kind != GROUP_NOUN || next->preposition != g->last + 1 ||
        (next->flags & (GROUP_NAME | GROUP_PRONOUN | GROUP_NUMBER)))
        return g;
    bool aims_at = making_is_any(noun->text, aims, sizeof aims / sizeof *aims) &&
                   making_is(k->m, (uint32_t)next->preposition, "for");
    return aims_at && !match_is_time(k->m, next) && !(making_word(k, next->head)->traits & TRAIT_PERSON) ? next : g;
}

static bool plain_definite(const struct making *k, const struct parse *p, const struct group *g) {
    if (!(g->flags & GROUP_DEFINITE) || g->possessor != NONE || g->of != NONE || complement_of(k, p, g)) return false;
    if (some_of(p, (int32_t)(g - p->groups.items))) return false;
    for (int32_t t = g->first; t < g->head; t++)
        if (is_modifier(k, p, t)) return false;
    return true;
}

static const struct headed *heads_of(const struct making *k) {
    struct openings *all = k->shared->openings;
    size_t count = k->m->mentions.count;
    if (all->heads) return all->heads;
    all->heads = arena_take(k->a, count * sizeof *all->heads);
    for (size_t i = 0; all->heads && i < count; i++) {
        const struct mention *x = &k->m->mentions.items[i];
        all->heads[i] = (struct headed){name_noun(making_word(k, x->head)), x->sentence};
    }
    return all->heads;
}

/* "The sanctions bill failed. The bill …": the last fuller mention of a noun that now stands alone. */
static int32_t fuller_mention(const struct making *k, int32_t mention) {
    enum { SENTENCES_BACK = 6 };
    const struct mention *x = &k->m->mentions.items[mention];
    const struct word *head = making_word(k, x->head);
    const struct headed *heads = heads_of(k);
    for (int32_t i = mention - 1; heads && i >= 0 && heads[i].sentence + SENTENCES_BACK >= x->sentence; i--) {
        if (heads[i].noun != heads[mention].noun) continue;
        const struct mention *y = &k->m->mentions.items[i];
        const struct word *other = making_word(k, y->head);
        const struct parse *p = &k->m->parses[y->sentence];
        if (other != head && (!head->noun || other->noun != head->noun)) continue;
        int32_t group = p->groups.items ? p->group_of[y->head - p->first] : NONE;
        if (group != NONE && y->kind != MENTION_PRONOUN && !plain_definite(k, p, &p->groups.items[group])) return i;
    }
    return NONE;
}

static struct opened *find(const struct making *k, int32_t mention);

static struct opened *find_once(const struct making *k, int32_t mention) {
    struct opened **kept = &k->shared->openings->mentions[mention];
    if (!*kept) *kept = find(k, mention);
    return *kept;
}

static struct opened *find(const struct making *k, int32_t mention) {
    const struct mention *x = &k->m->mentions.items[mention];
    const struct parse *p = &k->m->parses[x->sentence];
    int32_t number = p->groups.items ? p->group_of[x->head - p->first] : NONE;
    if (number == NONE) return open_plainly(k, x->name, NULL, 0);
    const struct group *g = &p->groups.items[number];
    if (match_is_anyone(k->m, g)) return open_plainly(k, TEXT("~person"), anyone, 1);
    struct calling *n = g->flags & GROUP_NAME ? name_at(k->shared->names, x->sentence, number) : NULL;
    const struct lede *lede = &k->shared->openings->lede;
    if (mention == lede->mention) n = name_at(k->shared->names, lede->sentence, lede->group);
    bool plain = plain_definite(k, p, g);
    if (!n && plain) n = name_described(k->shared->names, name_noun(making_word(k, g->head)));
    if (n && name_has_words(n)) return name_open(k, n);
    int32_t fuller = plain ? fuller_mention(k, mention) : NONE;
    if (fuller != NONE) return find_once(k, fuller);
    return open_noun(k, p, aimed_at(k, p, number), NULL);
}

/* The figure that the claim asks for, where it stands in a group that is told apart by its words. */
static const struct figure *asked_in(const struct making *k, const struct opened *o) {
    bool asks = k->rule->is_frame && k->rule->frame.every_noun >= 0;
    const struct figure *f = asks ? k->match->figure : NULL;
    return f && o->group && (int32_t)f->first <= o->group->last && (int32_t)f->last >= o->group->first ? f : NULL;
}

struct opened *open_find(const struct making *k, int32_t mention) {
    struct opened *o = find_once(k, mention);
    const struct figure *asked = o ? asked_in(k, o) : NULL;
    return asked ? open_noun(k, o->parse, o->group, asked) : o;
}

struct text open_id(const struct making *k, int32_t mention) {
    const struct opened *o = open_find(k, mention);
    return o ? o->id : TEXT("");
}

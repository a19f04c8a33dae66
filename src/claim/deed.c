#include "claim/deed.h"

static void put(struct deeds *out, struct text deed) {
    for (int i = 0; i < out->count; i++)
        if (text_equal(out->items[i], deed)) return;
    if (deed.length && out->count < MOST_DEEDS) out->items[out->count++] = deed;
}

/* "Close", "fall silent": does the list hold the verb alone, or with what stands behind it? */
static bool list_holds(const struct rules *r, int32_t list, symbol verb, symbol behind) {
    if (list < 0) return false;
    const struct word_list *l = &r->lists.items[list];
    const struct list_start *end, *at = rules_list_from(l, verb, &end);
    for (; at < end; at++) {
        const struct name *n = &l->entries.items[at->entry];
        if (n->count == 1 || (n->count == 2 && behind && n->words[1] == behind)) return true;
    }
    return false;
}

static const char *const told_as_names[TOLD_AS] = {"told-as-die", "told-as-begin", "told-as-resume", "told-as-end"};

void deeds_find_lists(const struct rules *r, int32_t lists[TOLD_AS]) {
    for (int i = 0; i < TOLD_AS; i++) lists[i] = rules_find_list(r, text_of(told_as_names[i]));
}

/* Words of one of these lists all tell the one deed: "perished", "were killed" and "deaths" that people died. */
static bool put_shared(const struct making *k, symbol word, symbol behind, struct deeds *out) {
    for (int i = 0; word && i < TOLD_AS; i++) {
        if (!list_holds(k->m->rules, k->shared->told_as[i], word, behind)) continue;
        put(out, text_of(told_as_names[i]));
        return true;
    }
    return false;
}

/* Its particle, or the word right behind it: "turned off", "falls silent". */
static symbol behind_verb(const struct making *k, const struct group *g) {
    if (g->particle != NONE) return making_word(k, g->particle)->known;
    return g->last < k->parse->last ? making_word(k, g->last + 1)->known : 0;
}

void deeds_add_verb(const struct making *k, int32_t group, struct deeds *out) {
    const struct group *g = &k->parse->groups.items[group];
    const struct word *w = making_word(k, g->head);
    if (!w->verb) return;
    if (put_shared(k, w->known_verb, behind_verb(k, g), out)) return;
    if (g->flags & GROUP_COPULA || w->bits & (IS_EMPTY | IS_LIGHT)) return;
    symbol particle = g->particle == NONE ? 0 : making_word(k, g->particle)->known;
    const struct alike *alike = rules_alike(k->m->rules, w->known_verb, particle);
    put(out, alike ? alike->base : w->verb->text);
}

/* "The wedding": marry. */
void deeds_add_noun(const struct making *k, int32_t t, struct deeds *out) {
    const struct word *w = making_word(k, t);
    struct text noun = w->noun ? w->noun->text : w->text;
    if (put_shared(k, w->known_noun, 0, out)) return;
    struct text verb = lexicon_verb_of(lexicon_builtin(), noun);
    symbol known = symbols_find(&k->m->rules->symbols, verb);
    const struct alike *alike = rules_alike(k->m->rules, known, 0);
    put(out, alike ? alike->base : verb.length ? verb : noun);
}

static bool holds_form(const struct making *k, int32_t first, int32_t last, const char *form) {
    for (int32_t t = first; t <= last; t++)
        if (making_is(k->m, (uint32_t)t, form)) return true;
    return false;
}

/* "Crushed six workers to death", "cost 41 lives": whatever the verb, they died. */
static bool is_deadly(const struct making *k, const struct clause *c) {
    static const char *const takers[] = {"claim", "cost", "take"};
    const struct group *verb = &k->parse->groups.items[c->verb];
    for (int32_t t = verb->last + 1; t < c->last; t++)
        if (making_is(k->m, (uint32_t)t, "to") && making_is(k->m, (uint32_t)t + 1, "death")) return true;
    const struct word *w = making_word(k, verb->head);
    return w->verb && making_is_any(w->verb->text, takers, sizeof takers / sizeof *takers) && c->object != NONE &&
           making_is(k->m, (uint32_t)k->parse->groups.items[c->object].head, "lives");
}

static void add_clause(const struct making *k, const struct clause *c, struct deeds *out) {
    if (is_deadly(k, c)) put(out, text_of(told_as_names[TOLD_AS_DIE]));
    deeds_add_verb(k, c->verb, out);
}

int32_t deeds_known_by(const struct making *k) {
    int32_t own = k->about->space == SPACE_FIGURE && k->about->theme >= 0 ? making_group(k, k->match->head) : NONE;
    if (own == NONE || !(k->parse->groups.items[own].flags & GROUP_DEFINITE)) return NONE;
    for (int32_t i = 0; i < (int32_t)k->parse->clauses.count; i++) {
        const struct clause *c = &k->parse->clauses.items[i];
        bool hangs = c->kind == CLAUSE_RELATIVE || c->kind == CLAUSE_PARTICIPLE || c->kind == CLAUSE_INFINITIVE;
        if (hangs && c->verb != NONE && (c->subject == own || c->object == own) && c->first > k->parse->groups.items[own].last) return i;
    }
    return NONE;
}

/* "Closed 34 stores", "the 43 stores being shut", "the closure of 34 stores" */
static void put_told(const struct making *k, int32_t group, struct deeds *out) {
    const struct parse *p = k->parse;
    int32_t known = deeds_known_by(k), own = known == NONE ? k->match->clause : known;
    for (int32_t i = 0; i < (int32_t)p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i];
        bool hangs = (c->kind == CLAUSE_RELATIVE || c->kind == CLAUSE_PARTICIPLE) && (c->subject == group || c->object == group);
        if (c->verb != NONE && (i == own || hangs)) add_clause(k, c, out);
    }
    if (text_ends(k->match->lexeme, TEXT(" of"))) return; /* "a majority of" is what is counted */
    for (size_t i = 0; i < p->groups.count; i++) {
        const struct group *g = &p->groups.items[i];
        if (g->of != group || g->kind != GROUP_NOUN) continue;
        if (!rules_list_holds(k->m->rules, k->shared->empty_nouns, making_word(k, g->head)->known_noun)) deeds_add_noun(k, g->head, out); /* "a poll of" */
    }
}

/* "Began to make", "started making": that it began, as well. */
static void put_governor(const struct making *k, struct deeds *out) {
    const struct clause *c = k->match->clause == NONE ? NULL : &k->parse->clauses.items[k->match->clause];
    if (!c || c->governor == NONE || (c->kind != CLAUSE_INFINITIVE && c->kind != CLAUSE_GERUND)) return;
    int32_t verb = k->parse->clauses.items[c->governor].verb;
    if (verb != NONE) put_shared(k, making_word(k, k->parse->groups.items[verb].head)->known_verb, 0, out);
}

static bool is_first(const struct making *k, int32_t group) {
    if (group == NONE) return false;
    const struct group *g = &k->parse->groups.items[group];
    return holds_form(k, g->first, g->head, "first");
}

/* "Starts closing", "began to make": that, as well. */
static void put_governed(const struct making *k, struct deeds *out) {
    for (size_t i = 0; i < k->parse->clauses.count && k->match->clause != NONE; i++) {
        const struct clause *c = &k->parse->clauses.items[i];
        bool made = c->kind == CLAUSE_INFINITIVE || c->kind == CLAUSE_GERUND;
        if (made && c->governor == k->match->clause && c->verb != NONE) {
            deeds_add_verb(k, c->verb, out);
            return;
        }
    }
}

bool deeds_brought_in(const struct making *k, const struct group *noun) {
    return noun->preposition != NONE && making_is(k->m, (uint32_t)noun->preposition, "into");
}

static bool is_told_as(struct text deed) {
    return text_starts(deed, TEXT("told-as-"));
}

/* "Carried its first passengers", "readers will be able to borrow from 6 May": whatever the verb, of the beginning. "Has made them
 * since May": as well. */
static void put_start(const struct making *k, const struct group *verb, struct deeds *out) {
    const struct clause *c = k->match->clause == NONE ? NULL : &k->parse->clauses.items[k->match->clause];
    if (!c || verb->flags & GROUP_NEGATED) return;
    const struct figure *f = k->match->figure;
    bool since = f && (int32_t)f->first > k->parse->first && making_is(k->m, f->first - 1, "since");
    bool able = verb->first > k->parse->first && making_is(k->m, (uint32_t)verb->first - 1, "able");
    bool first = able || is_first(k, c->subject) || is_first(k, c->object);
    if (first && out->count && !is_told_as(out->items[0])) out->count = 0;
    if (since || first) put(out, text_of(told_as_names[TOLD_AS_BEGIN]));
}

struct deeds deeds_of(const struct making *k) {
    struct deeds out = {.count = 0};
    int32_t group = making_group(k, k->match->head);
    if (group == NONE) return out;
    const struct group *g = &k->parse->groups.items[group];
    if (k->about->space == SPACE_FIGURE) {
        put_told(k, group, &out);
    } else if (g->kind == GROUP_VERB) {
        deeds_add_verb(k, group, &out);
        put_governor(k, &out);
        put_start(k, g, &out);
        if (out.count && text_equal(out.items[0], text_of(told_as_names[TOLD_AS_BEGIN]))) put_governed(k, &out);
    } else if (g->head != k->match->head) { /* "its last day" */
        bool first = making_is(k->m, (uint32_t)k->match->head, "first");
        put(&out, text_of(told_as_names[first ? TOLD_AS_BEGIN : TOLD_AS_END]));
    } else {
        if (deeds_brought_in(k, g)) put(&out, text_of(told_as_names[TOLD_AS_BEGIN]));
        deeds_add_noun(k, k->match->head, &out);
    }
    return out;
}

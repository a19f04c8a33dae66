/* Noun groups that name an entity by their head and modifiers: "the revised American proposal". */
#include "match/matcher.h"

static bool in_list(const struct word *w, const symbol *items, size_t count) {
    if (form_in(w->known, items, count) || form_in(w->known_noun, items, count)) return true;
    for (uint32_t i = 0; i < w->parts.count; i++)
        if (form_in(w->parts.items[i]->known, items, count)) return true;
    return false;
}

#define IN(w, list) in_list((w), (list).items, (list).count)

static bool barred_by(const struct matcher *m, const struct parse *p, int32_t group, const struct entity *e) {
    const struct group *g = &p->groups.items[group];
    for (int32_t t = g->first; t <= g->last; t++)
        if (IN(token_at(m->s, t)->word, e->bar)) return true;
    return false;
}

/* A prepositional group right behind ("the plan for schools") belongs to the name. */
static bool tail_barred(const struct matcher *m, const struct parse *p, int32_t group, const struct entity *e) {
    int32_t next = group + 1;
    if (next >= (int32_t)p->groups.count) return false;
    const struct group *g = &p->groups.items[next];
    return g->kind == GROUP_NOUN && g->preposition == p->groups.items[group].last + 1 && barred_by(m, p, next, e);
}

static bool neutral(const struct matcher *m, const struct parse *p, int32_t t) {
    enum tag tag = tag_at(p, t);
    return tag == TAG_DETERMINER || tag == TAG_NUMBER || tag == TAG_NEGATION || tag == TAG_ADVERB || tag == TAG_QUOTE ||
           tag == TAG_PUNCTUATION || (token_at(m->s, t)->flags & TOKEN_NUMBER) || (token_at(m->s, t)->word->bits & (BEGINS_WHOLE | IS_PART));
}

/* 1: a mark, 0: may stand beside, -1: another thing's modifier. */
static int weigh(const struct matcher *m, const struct parse *p, const struct entity *e, int32_t t) {
    const struct word *w = token_at(m->s, t)->word;
    if (IN(w, e->marks)) return 1;
    if (IN(w, e->allow) || IN(w, e->heads) || neutral(m, p, t)) return 0;
    return -1;
}

static int weigh_possessor(const struct matcher *m, const struct parse *p, const struct entity *e, int32_t group) {
    const struct group *g = &p->groups.items[group];
    int best = -1;
    for (int32_t t = g->first; t <= g->last; t++)
        if (IN(token_at(m->s, t)->word, e->marks)) best = 1;
    return best;
}

static bool definite_enough(const struct matcher *m, const struct parse *p, const struct group *g) {
    uint32_t flags = m->s->sentences.items[p->sentence].flags;
    if (g->flags & GROUP_DEFINITE) return true;
    return (flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE)) && !(g->flags & GROUP_INDEFINITE);
}

static bool head_fits(const struct matcher *m, const struct group *g, const struct entity *e) {
    const struct word *w = token_at(m->s, g->head)->word;
    return form_in(w->known, e->heads.items, e->heads.count) || form_in(w->known_noun, e->heads.items, e->heads.count);
}

enum noun_fit noun_names(const struct matcher *m, const struct parse *p, int32_t group, const struct entity *e) {
    const struct group *g = &p->groups.items[group];
    if (!head_fits(m, g, e) || barred_by(m, p, group, e) || tail_barred(m, p, group, e)) return NOUN_NO;
    bool marked = false;
    for (int32_t t = g->first; t <= g->last; t++) {
        if (t == g->head || tag_at(p, t) == TAG_GENITIVE || tag_at(p, t) == TAG_POSSESSIVE) continue;
        int weight = weigh(m, p, e, t);
        if (weight < 0) return NOUN_NO;
        marked |= weight > 0;
    }
    if (g->possessor != NONE) {
        if (weigh_possessor(m, p, e, g->possessor) < 0) return NOUN_NO;
        marked = true;
    }
    if (marked) return NOUN_FULL;
    return definite_enough(m, p, g) ? NOUN_BRIEF : NOUN_NO;
}

/* A name or a noun before the head that the entity does not go by. */
static bool has_strange_word(const struct matcher *m, const struct parse *p, int32_t group, const struct entity *e) {
    const struct group *g = &p->groups.items[group];
    bool capitals_speak = !(m->s->sentences.items[p->sentence].flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE));
    for (int32_t t = g->first; t < g->head; t++) {
        enum tag tag = tag_at(p, t);
        bool naming = tag == TAG_NAME || tag == TAG_NOUN || (token_at(m->s, t)->flags & TOKEN_CAPITAL && t > p->first);
        if (naming && capitals_speak && tag != TAG_GENITIVE && tag != TAG_POSSESSIVE && weigh(m, p, e, t) < 0) return true;
    }
    return false;
}

/* "talks with Iran", "a meeting in Riyadh": a name behind it that is not one of the entity's own. */
static bool has_strange_tail(const struct matcher *m, const struct parse *p, int32_t group, const struct entity *e) {
    int32_t last = p->groups.items[group].last;
    bool strange = false;
    for (int32_t next = group + 1; next < (int32_t)p->groups.count; next++) {
        const struct group *g = &p->groups.items[next];
        bool joined = g->preposition == last + 1 || p->groups.items[next - 1].conjunct == next;
        if (g->kind != GROUP_NOUN || !joined) break;
        if (weigh_possessor(m, p, e, next) > 0) return false;
        strange |= (g->flags & GROUP_NAME) != 0;
        last = g->last;
    }
    return strange;
}

bool noun_sets_apart(const struct matcher *m, const struct parse *p, int32_t group, const struct entity *e) {
    if (!head_fits(m, &p->groups.items[group], e)) return false;
    const struct group *g = &p->groups.items[group];
    bool possessed = g->possessor != NONE && (p->groups.items[g->possessor].flags & GROUP_NAME);
    return barred_by(m, p, group, e) || tail_barred(m, p, group, e) || has_strange_word(m, p, group, e) ||
           (possessed && weigh_possessor(m, p, e, g->possessor) < 0) || has_strange_tail(m, p, group, e);
}

enum mention_quantity group_quantity(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct group *g = &p->groups.items[group];
    for (int32_t t = g->first; t <= g->last; t++)
        if (token_at(m->s, t)->word->bits & BEGINS_WHOLE && list_match(m->r, m->s, m->whole_words, t, g->last)) return QUANTITY_ALL;
    for (int32_t t = g->first; t <= g->last; t++)
        if (token_at(m->s, t)->word->bits & IS_PART) return QUANTITY_PART;
    return QUANTITY_PLAIN;
}

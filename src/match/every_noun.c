/* Frames that take whatever noun a figure is told of: "the 240-bed hospital", "a fine of £3m", "the fine was £3m", "the
 * hospital has 240 beds", "the hospital's 240 beds". */
#include "match/matcher.h"

#include "base/trait.h"

static bool is_wanted(const struct figure *f) {
    static const uint32_t kinds = 1u << FIGURE_COUNT | 1u << FIGURE_MONEY | 1u << FIGURE_DURATION | 1u << FIGURE_DISTANCE |
                                  1u << FIGURE_SPEED | 1u << FIGURE_WEIGHT | 1u << FIGURE_AREA | 1u << FIGURE_VOLUME;
    return kinds >> f->kind & 1 && f->unit.length;
}

/* Is the figure all of its group that matters: "£3m", "240 beds"? */
static bool fills_group(const struct figure *f, const struct group *g) {
    return f->noun == g->head || ((int32_t)f->core <= g->head && g->head <= (int32_t)f->last);
}

static int32_t group_with_of(const struct parse *p, int32_t group) {
    for (int32_t i = 0; i < (int32_t)p->groups.count; i++)
        if (p->groups.items[i].of == group) return i;
    return NONE;
}

/* "240 beds" are there or not; "£3m" and "20 points" can be had more than once. */
static bool counts_parts(const struct matcher *m, const struct figure *f) {
    return f->kind == FIGURE_COUNT && !rules_list_holds(m->r, m->empty_nouns, symbols_find(&m->r->symbols, f->unit));
}

/* "The fine was £3m", "the hospital has 240 beds" */
static int32_t subject_with(const struct matcher *m, const struct parse *p, int32_t group, const struct figure *f) {
    int32_t clause = p->clause_of[p->groups.items[group].head - p->first];
    if (clause == NONE || p->groups.items[group].preposition != NONE) return NONE;
    const struct clause *c = &p->clauses.items[clause];
    if (c->verb == NONE) return NONE;
    const struct word *verb = token_at(m->s, p->groups.items[c->verb].head)->word;
    if (c->complement == group && verb->verb && text_equal(verb->verb->text, TEXT("be"))) return c->subject;
    return c->object == group && verb->verb && text_equal(verb->verb->text, TEXT("have")) && counts_parts(m, f) ? c->subject : NONE;
}

/* The group whose figure it is, or NONE. */
static int32_t owner_of(const struct matcher *m, const struct parse *p, int32_t group, const struct figure *f) {
    const struct group *g = &p->groups.items[group];
    if (!fills_group(f, g)) return (int32_t)f->last < g->head && !(g->flags & GROUP_NAME) ? group : NONE;
    if (g->possessor != NONE) return counts_parts(m, f) ? g->possessor : NONE;
    int32_t with_of = group_with_of(p, group);
    return with_of != NONE ? with_of : subject_with(m, p, group, f);
}

static bool is_empty(const struct matcher *m, const struct group *g) {
    const struct word *head = token_at(m->s, g->head)->word;
    return g->flags & (GROUP_PRONOUN | GROUP_NUMBER) || rules_list_holds(m->r, m->empty_nouns, head->known_noun);
}

static bool add_figure(struct matcher *m, const struct parse *p, int32_t number, int32_t owner, const struct figure *f) {
    const struct rule *rule = &m->r->rules.items[number];
    const struct argument *what = &m->r->propositions.items[rule->proposition].arguments.items[rule->frame.every_noun];
    const struct group *g = &p->groups.items[owner];
    struct match x = {.rule = number, .sentence = p->sentence, .head = g->head, .first = g->first, .last = g->last, .nominal = true,
                      .figure = f, .clause = p->clause_of[(int32_t)f->core - p->first], .outer = NONE};
    arguments_clear(&x);
    if (!match_fill(m->out, p->sentence, owner, what, &x.arguments[rule->frame.every_noun])) return true;
    if ((int32_t)f->first < x.first) x.first = (int32_t)f->first;
    if ((int32_t)f->last > x.last) x.last = (int32_t)f->last;
    return match_add(m, &x);
}

bool every_noun_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    const struct figure_list *figures = &m->out->figures[sentence];
    for (size_t i = 0; m->r->every_noun.count && i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        int32_t group = is_wanted(f) ? group_at(p, (int32_t)f->core) : NONE;
        if (group == NONE || p->groups.items[group].kind != GROUP_NOUN) continue;
        int32_t owner = owner_of(m, p, group, f);
        if (owner == NONE || is_empty(m, &p->groups.items[owner]) || match_is_time(m->out, &p->groups.items[owner])) continue;
        for (size_t r = 0; r < m->r->every_noun.count; r++)
            if (!add_figure(m, p, m->r->every_noun.items[r], owner, f)) return false;
    }
    return true;
}

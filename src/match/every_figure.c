/* Frames that take whatever figure a sentence holds: what is counted or measured is known, what is told of it is not.
 */
#include "match/matcher.h"

/* "Four games": what is counted anew each time. */
static bool is_passing(const struct matcher *m, const struct figure *f) {
    return rules_list_holds(m->r, m->passing_counts, symbols_find(&m->r->symbols, f->unit));
}

/* "Five of the seven cars": which of them another text would tell of is not known. */
static bool is_alone(const struct figure_list *figures, const struct figure *f) {
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *other = &figures->items[i];
        if (other != f && (other->kind == f->kind || f->unit.length) && text_equal(other->unit, f->unit)) return false;
    }
    return true;
}

/* "A$1.5m ($1m)": the same once more in other money. */
static bool in_brackets(const struct matcher *m, const struct parse *p, const struct figure *f) {
    return (int32_t)f->first > p->first && is_form(m, (int32_t)f->first - 1, "(");
}

/* "The women's 800 metres", "a 12-foot putt": a name for it, not how long it is. */
static bool is_gauge(const struct parse *p, const struct figure *f) {
    static const uint32_t kinds =
        1u << FIGURE_DISTANCE | 1u << FIGURE_SPEED | 1u << FIGURE_WEIGHT | 1u << FIGURE_AREA | 1u << FIGURE_VOLUME;
    if (!(kinds >> f->kind & 1)) return true;
    int32_t group = group_at(p, (int32_t)f->core);
    const struct group *g = group == NONE ? NULL : &p->groups.items[group];
    return g && g->head <= (int32_t)f->last && g->possessor == NONE && !(g->flags & GROUP_DEFINITE);
}

static bool is_told(const struct matcher *m, const struct parse *p, const struct figure_list *figures,
                    const struct figure *f) {
    return !in_brackets(m, p, f) && (f->unit.length || f->kind == FIGURE_SCORE) && is_alone(figures, f) && is_gauge(p, f) &&
           (f->kind != FIGURE_COUNT || !is_passing(m, f));
}

static bool add_figure(struct matcher *m, const struct parse *p, int32_t number, const struct figure *f) {
    const struct rule *rule = &m->r->rules.items[number];
    int32_t last = (int32_t)f->last < f->noun ? f->noun : (int32_t)f->last;
    struct match x = {.rule = number,
                      .sentence = p->sentence,
                      .head = (int32_t)f->core,
                      .first = (int32_t)f->first,
                      .last = last,
                      .figure = f,
                      .clause = p->clause_of[(int32_t)f->core - p->first],
                      .outer = NONE,
                      .lexeme = f->unit.length ? f->unit : TEXT("score")};
    arguments_clear(&x);
    x.arguments[rule->frame.every_figure].missing = false;
    return match_add(m, &x);
}

bool every_figure_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    const struct figure_list *figures = &m->out->figures[sentence];
    for (size_t i = 0; m->r->every_figure.count && i < figures->count; i++)
        for (size_t r = 0; is_told(m, p, figures, &figures->items[i]) && r < m->r->every_figure.count; r++) {
            int32_t rule = m->r->every_figure.items[r];
            bool wanted = m->r->rules.items[rule].frame.figures >> figures->items[i].kind & 1;
            if (wanted && !add_figure(m, p, rule, &figures->items[i])) return false;
        }
    return true;
}

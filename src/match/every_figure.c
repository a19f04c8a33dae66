/* Frames that take whatever figure a sentence holds: what is counted or measured is known, what is told of it is not.
 */
#include "match/matcher.h"

#include "base/trait.h"

/* A figure and what it counts or is measured in, as its sentence has it. */
struct told {
    const struct figure *figure;
    struct text unit;
    int32_t last;
};

/* "Four games": what is counted anew each time. */
static bool is_passing(const struct matcher *m, struct text unit) {
    return rules_list_holds(m->r, m->passing_counts, symbols_find(&m->r->symbols, unit));
}

/* Another figure of the unit in the sentence: which of the two another text would tell of is not known. */
static bool is_alone(const struct figure_list *figures, const struct figure *f) {
    if (f->kind == FIGURE_ORDINAL) return true;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *other = &figures->items[i];
        if (other != f && (other->kind == f->kind || f->unit.length) && text_equal(other->unit, f->unit)) return false;
    }
    return true;
}

/* "31 of the assembly's 57 seats": the figure that stands before the "of" behind which `whole` stands. */
static bool is_part_of(const struct matcher *m, const struct figure *part, const struct figure *whole) {
    enum { NEAR = 5 };
    bool of = part->last < whole->first && whole->first - part->last <= NEAR && is_form(m, (int32_t)part->last + 1, "of");
    return of && part->kind == FIGURE_NUMBER && whole->kind == FIGURE_COUNT;
}

/* "A majority of 41", "a crowd of 3,000": the noun that a bare number is of, or NULL. */
static const struct word *number_of(const struct matcher *m, const struct parse *p, const struct figure *f) {
    int32_t of = (int32_t)f->first - 1, group = of > p->first && is_form(m, of, "of") ? group_at(p, of - 1) : NONE;
    if (group == NONE || p->groups.items[group].kind != GROUP_NOUN) return NULL;
    const struct word *noun = token_at(m->s, p->groups.items[group].head)->word;
    bool empty = rules_list_holds(m->r, m->empty_nouns, noun->known_noun) || p->groups.items[group].flags & (GROUP_PRONOUN | GROUP_NAME);
    return empty || noun->traits & TRAIT_TIME ? NULL : noun->noun;
}

/* Persons, not the groups that the trait is also for: parties, banks. */
static bool counts_people(const struct matcher *m, const struct figure *f) {
    if (f->noun >= 0 && !(token_at(m->s, f->noun)->word->traits & TRAIT_PERSON)) return false;
    return lexicon_kind_of(lexicon_builtin(), f->unit, TEXT("person"));
}

/* "Her third title this year", "the first case since 2019": of some time only. */
static bool is_limited(const struct matcher *m, const struct parse *p, const struct group *g) {
    enum { NEAR = 5 };
    static const char *const forms[] = {"since", "this", "season", "year", "years", "months", "weeks", "days", "time", "half"};
    for (int32_t t = g->last + 1; t <= p->last && t <= g->last + NEAR; t++)
        if (is_any_form(m, t, forms, sizeof forms / sizeof *forms)) return true;
    return false;
}

/* "Her third title", "the first woman to lead it": the noun of which it is the how-manieth, or NULL. */
static const struct word *nth_of(const struct matcher *m, const struct parse *p, const struct figure *f) {
    int32_t group = group_at(p, (int32_t)f->core);
    const struct group *g = group == NONE ? NULL : &p->groups.items[group];
    if (!g || g->kind != GROUP_NOUN || g->head <= (int32_t)f->last || !(g->flags & GROUP_DEFINITE) || g->flags & (GROUP_NAME | GROUP_PLURAL)) return NULL;
    const struct word *noun = token_at(m->s, g->head)->word;
    return noun->traits & TRAIT_TIME || is_limited(m, p, g) ? NULL : noun->noun;
}

/* "17 of its stores": the noun of which a bare number is a part, or NULL. */
static const struct word *some_of(const struct matcher *m, const struct parse *p, const struct figure *f) {
    int32_t of = (int32_t)f->last + 1, group = of < p->last && is_form(m, of, "of") ? group_at(p, of + 1) : NONE;
    const struct group *g = group == NONE ? NULL : &p->groups.items[group];
    if (!g || g->kind != GROUP_NOUN || g->flags & (GROUP_PRONOUN | GROUP_NAME | GROUP_NUMBER)) return NULL;
    bool all = (g->flags & (GROUP_DEFINITE | GROUP_PLURAL)) == (GROUP_DEFINITE | GROUP_PLURAL);
    const struct word *noun = token_at(m->s, g->head)->word;
    return all && !(noun->traits & TRAIT_TIME) ? noun->noun : NULL;
}

/* Of people the unit is "person", whatever they are called: see ">" and "#" of claim/theme.h. */
static struct told told_of(struct matcher *m, const struct parse *p, const struct figure_list *figures, const struct figure *f) {
    struct told t = {.figure = f, .unit = f->unit, .last = (int32_t)f->last < f->noun ? f->noun : (int32_t)f->last};
    const struct figure *next = f + 1 < figures->items + figures->count ? f + 1 : NULL;
    const struct word *noun = f->kind == FIGURE_NUMBER ? number_of(m, p, f) : NULL;
    const struct word *nth = f->kind == FIGURE_ORDINAL ? nth_of(m, p, f) : NULL;
    if (nth) t.unit = nth->text;
    const struct word *part = f->kind == FIGURE_NUMBER && !noun ? some_of(m, p, f) : NULL;
    if (part) t.unit = lexicon_kind_of(lexicon_builtin(), part->text, TEXT("person")) ? TEXT("person") : part->text;
    if (noun) t.unit = arena_join(m->a, noun->text, TEXT("of"));
    if (next && is_part_of(m, f, next)) t.unit = next->unit;
    if (f->kind == FIGURE_COUNT && counts_people(m, f)) t.unit = TEXT("person");
    return t;
}

/* "A$1.5m ($1m)": the same once more in other money. */
static bool in_brackets(const struct matcher *m, const struct parse *p, const struct figure *f) {
    return (int32_t)f->first > p->first && is_form(m, (int32_t)f->first - 1, "(");
}

/* "The women's 800 metres", "a 12-foot putt": a name for it, not how long it is. */
static bool is_gauge(const struct matcher *m, const struct parse *p, const struct figure *f) {
    static const uint32_t kinds =
        1u << FIGURE_DISTANCE | 1u << FIGURE_SPEED | 1u << FIGURE_WEIGHT | 1u << FIGURE_AREA | 1u << FIGURE_VOLUME;
    if (!(kinds >> f->kind & 1)) return true;
    int32_t group = group_at(p, (int32_t)f->core);
    const struct group *g = group == NONE ? NULL : &p->groups.items[group];
    bool known = g && g->last < p->last && is_form(m, g->last + 1, "that"); /* "the 68 millimetres that fell" */
    return g && g->head <= (int32_t)f->last && g->possessor == NONE && (known || !(g->flags & GROUP_DEFINITE));
}

static bool is_told(const struct matcher *m, const struct parse *p, const struct figure_list *figures, const struct told *t) {
    const struct figure *f = t->figure, *before = f > figures->items ? f - 1 : NULL;
    bool whole = before && is_part_of(m, before, f), people = text_equal(t->unit, TEXT("person"));
    return !whole && !in_brackets(m, p, f) && (t->unit.length || f->kind == FIGURE_SCORE) && is_alone(figures, f) && is_gauge(m, p, f) &&
           (!(figure_fits(f, FIGURE_COUNT) || f->kind == FIGURE_ORDINAL) || people || !is_passing(m, t->unit));
}

static bool add_figure(struct matcher *m, const struct parse *p, int32_t number, const struct told *t) {
    const struct rule *rule = &m->r->rules.items[number];
    const struct figure *f = t->figure;
    struct match x = {.rule = number,
                      .sentence = p->sentence,
                      .head = (int32_t)f->core,
                      .first = (int32_t)f->first,
                      .last = t->last,
                      .figure = f,
                      .clause = p->clause_of[(int32_t)f->core - p->first],
                      .outer = NONE,
                      .lexeme = t->unit.length ? t->unit : TEXT("score")};
    arguments_clear(&x);
    x.arguments[rule->frame.every_figure].missing = false;
    return match_add(m, &x);
}

static bool add_fitting(struct matcher *m, const struct parse *p, int32_t rule, const struct told *t, bool told) {
    bool bare = t->figure->kind == FIGURE_NUMBER && t->unit.length;
    uint32_t wanted = m->r->rules.items[rule].frame.figures;
    if (!(wanted >> (bare ? FIGURE_COUNT : t->figure->kind) & 1)) return true;
    if (m->r->propositions.items[m->r->rules.items[rule].proposition].space == SPACE_DATE) return every_date_add(m, p, rule, t->figure);
    return !told || add_figure(m, p, rule, t);
}

bool every_figure_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    const struct figure_list *figures = &m->out->figures[sentence];
    for (size_t i = 0; m->r->every_figure.count && i < figures->count; i++) {
        struct told t = told_of(m, p, figures, &figures->items[i]);
        bool told = is_told(m, p, figures, &t);
        for (size_t r = 0; r < m->r->every_figure.count; r++)
            if (!add_fitting(m, p, m->r->every_figure.items[r], &t, told)) return false;
    }
    return true;
}

/* The deeds that dates are told of, for frames that take every date: the verb beside the date ("shuts on 23 June"), the noun
 * before it ("the wedding, in the summer of 1958") or the clause behind it ("12 June, when it is turned off"). */
#include "match/matcher.h"

#include "base/trait.h"

static bool begins_or_ends(const struct matcher *m, symbol word) {
    return rules_list_holds(m->r, m->told_as_begin, word) || rules_list_holds(m->r, m->told_as_end, word);
}

/* "Wedding", "closure", "launch": not "school" and "bridge", which are verbs by chance. */
static bool is_deed(const struct matcher *m, const struct group *g) {
    const struct word *w = token_at(m->s, g->head)->word;
    if (g->kind != GROUP_NOUN || g->flags & (GROUP_NAME | GROUP_PRONOUN | GROUP_NUMBER) || !w->noun) return false;
    if (w->traits & TRAIT_TIME || (w->traits & TRAIT_PERSON && lexicon_kind_of(lexicon_builtin(), w->noun->text, TEXT("person")))) return false;
    struct text verb = lexicon_verb_of(lexicon_builtin(), w->noun->text);
    return begins_or_ends(m, w->known_noun) || (verb.length && !text_equal(verb, w->noun->text));
}

/* "Its last day in service, 29 June": "last", which tells the end; "first" the beginning. */
static int32_t end_of_days(const struct matcher *m, const struct group *g) {
    static const char *const forms[] = {"last", "final", "first"};
    if (!(token_at(m->s, g->head)->word->traits & TRAIT_TIME)) return NONE;
    for (int32_t t = g->first; t < g->head; t++)
        if (is_any_form(m, t, forms, sizeof forms / sizeof *forms)) return t;
    return NONE;
}

/* The noun right before the date, over the groups that hang from it: "the wedding to June, in 1958". */
static int32_t noun_before(const struct matcher *m, const struct parse *p, int32_t at) {
    enum { STEPS = 3 };
    int32_t nearest = NONE;
    for (int step = 0; step < STEPS && at > p->first; step++) {
        bool comma = is_form(m, at - 1, ",");
        int32_t group = at - 1 - comma < p->first ? NONE : group_at(p, at - 1 - comma);
        const struct group *g = group == NONE ? NULL : &p->groups.items[group];
        if (!g || g->kind != GROUP_NOUN || g->last != at - 1 - comma) break;
        int32_t days = end_of_days(m, g);
        if (days != NONE) return days;
        if (nearest == NONE && is_deed(m, g)) nearest = g->head;
        if (g->preposition == NONE) break;
        at = g->preposition;
    }
    return nearest;
}

/* "Friday's vote" */
static int32_t owned_by(const struct matcher *m, const struct parse *p, int32_t group) {
    for (size_t i = 0; i < p->groups.count; i++)
        if (p->groups.items[i].possessor == group) return is_deed(m, &p->groups.items[i]) ? p->groups.items[i].head : NONE;
    return NONE;
}

/* "12 June, when it is turned off", "the day on which …": the clause that tells what is done then. */
static int32_t clause_behind(const struct matcher *m, const struct parse *p, const struct figure *f) {
    enum { NEAR = 7 };
    for (int32_t i = 0; i < (int32_t)p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i];
        if (c->verb == NONE || c->marker == NONE || c->marker <= (int32_t)f->last || c->marker > (int32_t)f->last + NEAR) continue;
        bool when = is_form(m, c->marker, "when") || (is_form(m, c->marker, "which") && is_form(m, c->marker - 1, "on"));
        if (when && (c->marker <= (int32_t)f->last + 2 || is_form(m, c->marker - 2, "day") || is_form(m, c->marker - 2, "date"))) return i;
    }
    return NONE;
}

static bool tells(const struct matcher *m, const struct parse *p, int32_t clause) {
    const struct clause *c = clause == NONE ? NULL : &p->clauses.items[clause];
    if (!c || c->verb == NONE) return false;
    const struct group *verb = &p->groups.items[c->verb];
    const struct word *w = token_at(m->s, verb->head)->word;
    return w->verb && !(verb->flags & GROUP_COPULA) && (verb->particle != NONE || !(w->bits & (IS_EMPTY | IS_LIGHT)));
}

/* "Between Wednesday and Saturday", "in May and June" */
static bool is_one_of_two(const struct matcher *m, const struct parse *p, const struct group *g) {
    const struct figure *next = detail_figure(m, p, g->conjunct);
    return (next && next->kind == FIGURE_DATE) || (g->first > p->first && (is_form(m, g->first - 1, "and") || is_form(m, g->first - 1, "or")));
}

/* "Has been making trains since May" */
static bool is_start(const struct matcher *m, const struct parse *p, const struct group *g) {
    int32_t clause = g->preposition != NONE && is_form(m, g->preposition, "since") ? p->clause_of[g->head - p->first] : NONE;
    int32_t verb = clause == NONE ? NONE : p->clauses.items[clause].verb;
    return verb != NONE && p->groups.items[verb].flags & GROUP_PERFECT && !(p->groups.items[verb].flags & GROUP_NEGATED) && tells(m, p, clause);
}

/* Of "at", "by" and others only those that put a deed at the date. */
static bool is_placed(const struct matcher *m, const struct parse *p, const struct group *g, const struct figure *f) {
    static const char *const forms[] = {"on", "in", "at", "from"};
    bool summer = f->date.season >= 0; /* "in the summer of 1958", but not "the March 11" of the shootings */
    if ((!summer && (is_form(m, g->first, "the") || is_form(m, g->first, "a"))) || is_one_of_two(m, p, g)) return false;
    return g->preposition == NONE || is_any_form(m, g->preposition, forms, sizeof forms / sizeof *forms) || is_start(m, p, g);
}

static const struct group *verb_of(const struct parse *p, int32_t clause) {
    return &p->groups.items[p->clauses.items[clause].verb];
}

static bool verb_begins_or_ends(const struct matcher *m, const struct parse *p, int32_t clause) {
    return clause != NONE && p->clauses.items[clause].verb != NONE &&
           begins_or_ends(m, token_at(m->s, verb_of(p, clause)->head)->word->known_verb);
}

/* "Is to begin making trains on 11 May": what it is told of is the beginning. */
static int32_t telling_clause(const struct matcher *m, const struct parse *p, int32_t clause) {
    const struct clause *c = clause == NONE ? NULL : &p->clauses.items[clause];
    bool made = c && (c->kind == CLAUSE_INFINITIVE || c->kind == CLAUSE_GERUND);
    if (made && verb_begins_or_ends(m, p, c->governor)) return c->governor;
    return tells(m, p, clause) ? clause : NONE;
}

/* Does the noun before the date tell the deed, and not the verb before both? "His wedding, in 1958, was held", "the board's
 * meeting on 19 November"; but "approved the closure on Monday" is told of the approval. */
static bool goes_before(const struct parse *p, int32_t noun, int32_t clause) {
    if (clause == NONE || noun < verb_of(p, clause)->first) return true;
    int32_t group = group_at(p, noun);
    return p->groups.items[group].possessor != NONE && p->groups.items[group].preposition != NONE;
}

/* The token of the verb or noun that tells what was done at the date, or NONE. */
static int32_t deed_at(const struct matcher *m, const struct parse *p, const struct figure *f) {
    int32_t group = group_at(p, (int32_t)f->core);
    if (group == NONE || f->date.bound != DATE_AT) return NONE;
    const struct group *g = &p->groups.items[group];
    if (g->head > (int32_t)f->last) return NONE; /* "the March 11 shootings" */
    int32_t behind = clause_behind(m, p, f);
    if (behind != NONE) return tells(m, p, behind) ? verb_of(p, behind)->head : NONE;
    if (!is_placed(m, p, g, f)) return NONE;
    int32_t owned = owned_by(m, p, group);
    if (owned != NONE) return owned;
    int32_t clause = telling_clause(m, p, p->clause_of[(int32_t)f->core - p->first]);
    int32_t noun = noun_before(m, p, g->preposition == NONE ? g->first : g->preposition);
    if (noun != NONE && goes_before(p, noun, clause)) return noun;
    if (clause == NONE) return NONE;
    const struct clause *c = &p->clauses.items[clause];
    bool after = g->first > verb_of(p, clause)->last, ahead = c->subject != NONE && g->last < p->groups.items[c->subject].first;
    return after || ahead ? verb_of(p, clause)->head : NONE;
}

static bool is_date(const struct figure *f) {
    return f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR;
}

/* A day, a month or a year */
static bool is_wanted(const struct figure *f) {
    if (!is_date(f) || f->range || f->date.past_first == NO_DAY) return false;
    return f->date.month || f->date.year || f->date.weekday >= 0;
}

/* "In 2015 a bill was proposed in 2016": which day it was done is not clear. */
static bool is_dated_twice(const struct matcher *m, const struct parse *p, const struct figure *f, int32_t deed) {
    const struct figure_list *figures = &m->out->figures[p->sentence];
    const struct figure *first = figures->items, *last = first + figures->count - 1;
    return (f > first && is_date(f - 1) && deed_at(m, p, f - 1) == deed) || (f < last && is_date(f + 1) && deed_at(m, p, f + 1) == deed);
}

bool every_date_add(struct matcher *m, const struct parse *p, int32_t number, const struct figure *f) {
    int32_t deed = is_wanted(f) ? deed_at(m, p, f) : NONE;
    if (deed == NONE || is_dated_twice(m, p, f, deed)) return true;
    struct match x = {.rule = number, .sentence = p->sentence, .head = deed, .first = deed, .last = (int32_t)f->last, .figure = f,
                      .clause = p->clause_of[deed - p->first], .outer = NONE, .lexeme = TEXT("day")};
    if (x.first > (int32_t)f->first) x.first = (int32_t)f->first, x.last = deed;
    arguments_clear(&x);
    x.arguments[m->r->rules.items[number].frame.every_figure].missing = false;
    return match_add(m, &x);
}

/* The groups around a verb that tell when, where, or by how much. */
#include "match/matcher.h"

#include "lexicon/place.h"

enum { PLACE_BYTES = 64 };

/* "the mayor of Leeds", "Friday's vote": belongs to another group. */
static bool belongs(const struct parse *p, int32_t group) {
    for (size_t i = 0; i < p->groups.count; i++)
        if (p->groups.items[i].possessor == group || p->groups.items[i].of == group) return true;
    return false;
}

/* After the verb, or before the subject: what stands between them tells of the subject. */
static bool beside_verb(const struct parse *p, const struct clause *c, const struct group *g) {
    if (g->first > p->groups.items[c->verb].last) return true;
    return c->subject != NONE && g->last < p->groups.items[c->subject].first && c->kind != CLAUSE_RELATIVE;
}

/* "Was impeached in 1998, and Johnson in 1868": behind the day, another one's deed without its verb. */
static bool begins_another(const struct parse *p, int32_t group) {
    const struct group *g = group == NONE ? NULL : &p->groups.items[group];
    return g && g->conjunct != NONE && !(g->flags & GROUP_NAME) && p->groups.items[g->conjunct].flags & GROUP_NAME;
}

int32_t detail_next(const struct parse *p, int32_t clause, int32_t after) {
    const struct clause *c = &p->clauses.items[clause];
    if (begins_another(p, after)) return NONE;
    for (int32_t i = after + 1; i < (int32_t)p->groups.count; i++) {
        const struct group *g = &p->groups.items[i];
        if (g->kind != GROUP_NOUN || p->clause_of[g->head - p->first] != clause || i == c->agent) continue;
        if (beside_verb(p, c, g) && !belongs(p, i)) return i;
    }
    return NONE;
}

const struct figure *detail_figure(const struct matcher *m, const struct parse *p, int32_t group) {
    if (group == NONE) return NULL;
    const struct group *g = &p->groups.items[group];
    const struct figure_list *figures = &m->out->figures[p->sentence];
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        if ((int32_t)f->first >= g->first && (int32_t)f->first <= g->last) return f;
    }
    return NULL;
}

/* The figure that the group is, and not one that stands before its head as in "its 2019 budget". */
static const struct figure *whole_figure(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct group *g = &p->groups.items[group];
    const struct figure_list *figures = &m->out->figures[p->sentence];
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        if (g->first <= (int32_t)f->core && (int32_t)f->core <= g->head && g->head <= (int32_t)f->last) return f;
    }
    return NULL;
}

/* "The March 11 shootings", of which the parse may leave "the March 11": no day of the verb. */
static bool has_article(const struct matcher *m, const struct group *g) {
    return is_form(m, g->first, "the") || is_form(m, g->first, "a");
}

const struct figure *detail_date(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct group *g = &p->groups.items[group];
    const struct figure *f = whole_figure(m, p, group);
    if (!f || (f->kind != FIGURE_DATE && f->kind != FIGURE_YEAR) || f->date.bound != DATE_AT || g->conjunct != NONE || has_article(m, g)) return NULL;
    if (g->preposition == NONE) return f->kind == FIGURE_DATE ? f : NULL;
    bool at = is_form(m, g->preposition, "on") || is_form(m, g->preposition, "in") || is_form(m, g->preposition, "at");
    return at ? f : NULL;
}

const struct figure *detail_amount(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct figure *f = whole_figure(m, p, group);
    bool amount = f && f->kind != FIGURE_DATE && f->kind != FIGURE_YEAR && f->kind != FIGURE_ORDINAL && f->kind != FIGURE_TIME_OF_DAY;
    return amount && (f->unit.length || f->kind == FIGURE_SCORE) ? f : NULL;
}

/* Does a name of the group's own words stand in the table of places? */
static bool is_known_place(const struct matcher *m, const struct parse *p, const struct group *g) {
    char words[PLACE_BYTES];
    size_t length = 0;
    for (int32_t t = g->first; t <= g->last; t++) {
        struct text word = token_at(m->s, t)->word->text;
        if (tag_at(p, t) != TAG_NAME) continue;
        if (length + word.length + 1 > PLACE_BYTES) return false;
        if (length) words[length++] = ' ';
        for (size_t i = 0; i < word.length; i++) words[length++] = word.bytes[i];
    }
    struct text name = {words, length};
    return places_nest(name, name) == NESTING_WITHIN;
}

int32_t detail_place(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct group *g = &p->groups.items[group];
    if (m->s->sentences.items[p->sentence].flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE)) return NONE;
    if (g->flags & GROUP_NAME) return group;
    const struct group *of = g->of == NONE ? NULL : &p->groups.items[g->of];
    return of && of->flags & GROUP_NAME && is_known_place(m, p, of) ? g->of : NONE;
}

bool match_is_beside(const struct matched *m, const struct clause *c) {
    static const char *const forms[] = {"after", "since", "despite", "following", "while", "when"};
    if (c->kind != CLAUSE_GERUND || c->marker == NONE) return false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (text_equal(token_at(m->segmented, c->marker)->word->text, text_of(forms[i]))) return true;
    return false;
}

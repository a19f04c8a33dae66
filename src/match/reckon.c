/* Figures of one sentence that the words say make one another: a total and its parts, a change and its ends, a span of years
 * and its first and last. Only where they do not agree are there matches: one for what is stated, one for what comes out. */
#include "match/matcher.h"

#include "base/trait.h"

#include <math.h>

enum { MOST_PARTS = 8, NEAR = 4, HOURS_OF_YEAR = 8766 };

struct reckoning {
    struct matcher *m;
    const struct parse *p;
    const struct figure_list *figures;
    int32_t rule;
};

/* Tokens of one side of the disagreement. */
struct stretch {
    int32_t first, last;
};

static bool add_side(const struct reckoning *k, const struct figure *f, struct stretch s, struct text words) {
    struct match x = {.rule = k->rule, .sentence = k->p->sentence, .head = s.first, .first = s.first, .last = s.last, .figure = f,
                      .lexeme = words, .nominal = true, .clause = k->p->clause_of[s.first - k->p->first], .outer = NONE};
    arguments_clear(&x);
    x.arguments[k->m->r->rules.items[k->rule].frame.every_sum].missing = false;
    return match_add(k->m, &x);
}

/* What is stated leaves `stated` possible, what comes out `reckoned`; nothing to say where they meet. */
static bool tell(const struct reckoning *k, const struct figure *like, struct interval stated, struct stretch said,
                 struct interval reckoned, struct stretch from) {
    if (!interval_disjoint(stated, reckoned)) return true;
    struct figure *a = arena_copy(k->m->a, like, sizeof *like), *b = arena_copy(k->m->a, like, sizeof *like);
    if (!a || !b) return false;
    a->noun = b->noun = NONE;
    a->means = a->suggests = stated;
    b->means = b->suggests = reckoned;
    int32_t first = said.first < from.first ? said.first : from.first, last = said.last > from.last ? said.last : from.last;
    const struct token *tokens = k->m->s->tokens.items;
    struct text words = text_slice(k->m->s->document->source, tokens[first].start, tokens[last].end);
    return add_side(k, a, said, words) && add_side(k, b, from, words);
}

static struct stretch stretch_of(const struct figure *f) {
    int32_t last = f->noun > (int32_t)f->last ? f->noun : (int32_t)f->last;
    return (struct stretch){(int32_t)f->first, last};
}

static const struct figure *figure_at(const struct reckoning *k, int32_t t) {
    for (size_t i = 0; i < k->figures->count; i++)
        if ((int32_t)k->figures->items[i].first == t) return &k->figures->items[i];
    return NULL;
}

static bool is(const struct reckoning *k, int32_t t, const char *form) {
    return t >= k->p->first && t <= k->p->last && is_form(k->m, t, form);
}

static bool is_plain_count(const struct figure *f) {
    bool counts = f && (f->kind == FIGURE_COUNT || f->kind == FIGURE_NUMBER);
    return counts && !f->approximate && !f->range && f->value >= 1 && floor(f->value) == f->value;
}

/* The last token of the noun group of the count. */
static int32_t end_of(const struct reckoning *k, const struct figure *f) {
    int32_t group = group_at(k->p, f->noun == NONE ? (int32_t)f->last : f->noun);
    return group == NONE ? stretch_of(f).last : k->p->groups.items[group].last;
}

static const struct word *noun_of(const struct reckoning *k, const struct figure *f) {
    return f->noun == NONE ? NULL : token_at(k->m->s, f->noun)->word;
}

/* Men are people, cars are vehicles: the parts that a total can have. */
static bool is_part(const struct reckoning *k, const struct figure *total, const struct figure *part) {
    const struct word *whole = noun_of(k, total), *kind = noun_of(k, part);
    if (!whole || !kind || !kind->noun || whole == kind) return false;
    if (text_equal(total->unit, TEXT("person"))) return kind->traits & TRAIT_PERSON && !(text_equal(whole->text, TEXT("men")));
    return whole->noun && lexicon_kind_of(lexicon_builtin(), kind->noun->text, whole->noun->text);
}

struct parts {
    const struct figure *items[MOST_PARTS];
    int count;
    int32_t end; /* the token after the last */
    bool closed; /* "and" stands before the last */
};

/* "five men and eight women", from token t on. */
static struct parts list_parts(const struct reckoning *k, const struct figure *total, int32_t t) {
    struct parts out = {.end = t};
    while (out.count < MOST_PARTS) {
        const struct figure *f = figure_at(k, t);
        if (!is_plain_count(f) || !is_part(k, total, f)) return out;
        out.items[out.count++] = f;
        out.end = t = end_of(k, f) + 1;
        if (out.closed) return out;
        bool comma = is(k, t, ",");
        out.closed = is(k, t + comma, "and");
        if (!comma && !out.closed) return out;
        t += comma + out.closed;
    }
    return out;
}

static bool ends(const struct reckoning *k, int32_t t, const char *opened) {
    if (t > k->p->last || is(k, t, ".") || is(k, t, ",") || is(k, t, ";")) return true;
    return is(k, t, text_equal(text_of(opened), TEXT("(")) ? ")" : opened);
}

/* "30 points: 12 in the first half and 18 in the second": every figure behind the colon. */
static bool try_list(const struct reckoning *k, const struct figure *total, int32_t colon) {
    double sum = 0;
    int count = 0;
    bool closed = false;
    const struct figure *last = NULL;
    for (size_t i = 0; i < k->figures->count; i++) {
        const struct figure *f = &k->figures->items[i];
        if ((int32_t)f->first < colon || f->kind == FIGURE_ORDINAL) continue;
        int32_t before = (int32_t)f->first - 1;
        bool listed = before == colon || is(k, before, ",") || is(k, before, ";") || is(k, before, "and");
        bool same = f->noun == NONE || noun_of(k, f)->noun == noun_of(k, total)->noun || is_part(k, total, f);
        if (!listed || !same || closed || !is_plain_count(f)) return true;
        closed = is(k, before, "and");
        sum += f->value;
        count++;
        last = f;
    }
    if (count < 2 || !closed) return true;
    return tell(k, total, interval_point(total->value), stretch_of(total), interval_point(sum), (struct stretch){colon + 1, stretch_of(last).last});
}

static bool try_total(const struct reckoning *k, const struct figure *total) {
    static const char *const marks[] = {",", "—", "("};
    if (!is_plain_count(total) || total->noun == NONE) return true;
    int32_t t = end_of(k, total) + 1;
    if (is(k, t, ":")) return try_list(k, total, t);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!is(k, t, marks[i])) continue;
        struct parts parts = list_parts(k, total, t + 1);
        if (parts.count < 2 || !parts.closed || !ends(k, parts.end, marks[i])) return true;
        double sum = 0;
        for (int n = 0; n < parts.count; n++) sum += parts.items[n]->value;
        return tell(k, total, interval_point(total->value), stretch_of(total), interval_point(sum), (struct stretch){t + 1, parts.end - 1});
    }
    return true;
}

/* "from 40 to 54", "to 54 from 40" */
struct ends {
    const struct figure *from, *to;
    struct stretch where;
};

static bool is_quantity(const struct figure *f) {
    static const uint32_t kinds = 1u << FIGURE_COUNT | 1u << FIGURE_NUMBER | 1u << FIGURE_MONEY | 1u << FIGURE_PERCENT |
                                  1u << FIGURE_DISTANCE | 1u << FIGURE_WEIGHT | 1u << FIGURE_SPEED;
    return kinds >> f->kind & 1 && !f->approximate && !f->range && f->value > 0;
}

/* "from 40 to 54", read as one range. */
static bool split_range(const struct reckoning *k, const struct figure *x, struct ends *out) {
    struct figure *from = arena_copy(k->m->a, x, sizeof *x), *to = arena_copy(k->m->a, x, sizeof *x);
    if (!from || !to || !is(k, (int32_t)x->first - 1, "from") || x->approximate || x->means.low <= 0) return false;
    from->range = to->range = false;
    from->value = x->means.low;
    to->value = x->means.high;
    from->means = interval_point(from->value);
    to->means = interval_point(to->value);
    *out = (struct ends){from, to, {(int32_t)x->first - 1, stretch_of(x).last}};
    return is_quantity(from);
}

static bool find_ends(const struct reckoning *k, size_t i, struct ends *out) {
    const struct figure *x = &k->figures->items[i];
    if (x->range && split_range(k, x, out)) return true;
    if (!is_quantity(x)) return false;
    size_t next = i + 1;
    while (next < k->figures->count && (k->figures->items[next].kind == FIGURE_DATE || k->figures->items[next].kind == FIGURE_YEAR)) next++;
    if (next >= k->figures->count) return false;
    const struct figure *y = &k->figures->items[next];
    int32_t before = (int32_t)x->first - 1, between = (int32_t)y->first - 1;
    bool forth = is(k, before, "from") && is(k, between, "to"), back = is(k, before, "to") && is(k, between, "from");
    bool alike = x->kind == y->kind && text_equal(x->unit, y->unit);
    bool bare = (x->kind == FIGURE_NUMBER || x->kind == FIGURE_COUNT) && (y->kind == FIGURE_NUMBER || y->kind == FIGURE_COUNT);
    if ((!forth && !back) || !is_quantity(y) || between - stretch_of(x).last > NEAR || !(alike || (bare && (!x->unit.length || !y->unit.length)))) return false;
    *out = (struct ends){forth ? x : y, forth ? y : x, {before, stretch_of(y).last}};
    return true;
}

/* 1 for "rose", "increase", "up"; -1 for "fell"; 0 for anything else. */
static int direction_at(const struct reckoning *k, int32_t t) {
    const struct word *w = token_at(k->m->s, t)->word;
    const struct rules *r = k->m->r;
    const symbol forms[] = {w->known, w->known_verb, w->known_noun};
    for (size_t i = 0; i < 3; i++) {
        if (!forms[i]) continue;
        if (rules_list_holds(r, k->m->rises, forms[i])) return 1;
        if (rules_list_holds(r, k->m->falls, forms[i])) return -1;
    }
    return 0;
}

/* The word of direction before the ends, in their clause. */
static int32_t direction_before(const struct reckoning *k, int32_t t) {
    enum { BACK = 7 };
    for (int32_t i = t - 1; i >= k->p->first && i >= t - BACK; i--) {
        if (is(k, i, ",") || is(k, i, "and") || is(k, i, "but")) return NONE;
        if (direction_at(k, i)) return i;
    }
    return NONE;
}

/* "rose 10%", "up by 5", "an increase of £3m": the figure right behind the word of direction. */
static const struct figure *change_after(const struct reckoning *k, int32_t t) {
    int32_t next = t + 1 + (is(k, t + 1, "by") || is(k, t + 1, "of"));
    const struct figure *f = figure_at(k, next);
    return f && !f->approximate && !f->range && f->value > 0 ? f : NULL;
}

static struct interval scaled(struct interval i, double factor) {
    return factor < 0 ? (struct interval){i.high * factor, i.low * factor, false, false} : (struct interval){i.low * factor, i.high * factor, false, false};
}

static struct interval grown_by(const struct ends *e) {
    return (struct interval){e->to->means.low - e->from->means.high, e->to->means.high - e->from->means.low, false, false};
}

/* In percent, with room for what rounding does. */
static struct interval grown_in_percent(const struct ends *e) {
    double low = (e->to->means.low / e->from->means.high - 1) * 100, high = (e->to->means.high / e->from->means.low - 1) * 100;
    double room = 0.6 + 0.03 * fmax(fabs(low), fabs(high));
    return (struct interval){floor(low - room), ceil(high + room), false, false};
}

static bool try_amount(const struct reckoning *k, const struct ends *e, int direction, int32_t word) {
    const struct figure *change = change_after(k, word);
    if (!change || change == e->from || change == e->to || (int32_t)change->first >= e->where.first) return true;
    struct stretch said = {word, stretch_of(change).last};
    bool percents = e->from->kind == FIGURE_PERCENT, percent = change->kind == FIGURE_PERCENT;
    bool same = change->kind == e->from->kind && (text_equal(change->unit, e->from->unit) || !change->unit.length);
    bool number = change->kind == FIGURE_NUMBER && (e->from->kind == FIGURE_COUNT || e->from->kind == FIGURE_NUMBER);
    if (percent && !percents)
        return tell(k, change, change->means, said, scaled(grown_in_percent(e), direction), e->where);
    bool points = percents && change->kind == FIGURE_POINTS;
    if ((same && !percents) || number || points) return tell(k, change, change->means, said, scaled(grown_by(e), direction), e->where);
    return true;
}

static double factor_at(const struct reckoning *k, int32_t t) {
    static const struct { const char *verb; double factor; } rows[] = {{"double", 2}, {"triple", 3}, {"treble", 3}, {"quadruple", 4}, {"halve", 0.5}};
    const struct word *w = token_at(k->m->s, t)->word;
    for (size_t i = 0; w->verb && i < sizeof rows / sizeof *rows; i++)
        if (text_equal(w->verb->text, text_of(rows[i].verb))) return rows[i].factor;
    return 0;
}

static bool try_factor(const struct reckoning *k, const struct ends *e, int32_t word) {
    double factor = factor_at(k, word);
    bool hedged = is(k, word - 1, "than") || is(k, word - 1, "nearly") || is(k, word - 1, "almost") || is(k, word - 1, "about") || is(k, word - 1, "roughly");
    if (!factor || hedged) return true;
    struct interval stated = {factor * 0.75, factor * 1.3, false, false};
    struct interval reckoned = {e->to->means.low / e->from->means.high, e->to->means.high / e->from->means.low, false, false};
    return tell(k, e->to, scaled(stated, e->from->value), (struct stretch){word, word}, scaled(reckoned, e->from->value), e->where);
}

/* "Rose by 10 to 54 from 40": no range, the change and one end. */
static bool try_range(const struct reckoning *k, size_t i) {
    const struct figure *x = &k->figures->items[i], *from = figure_at(k, (int32_t)x->last + 2);
    int32_t word = is(k, (int32_t)x->first - 1, "by") ? (int32_t)x->first - 2 : (int32_t)x->first - 1;
    int direction = word < k->p->first ? 0 : direction_at(k, word);
    bool counts = x->kind == FIGURE_NUMBER || x->kind == FIGURE_COUNT;
    if (!direction || !counts || !from || !is(k, (int32_t)x->last + 1, "from") || !is_plain_count(from)) return true;
    struct interval moved = interval_point((x->means.high - from->value) * direction);
    struct stretch rest = {(int32_t)x->first + 1, stretch_of(from).last};
    return tell(k, from, interval_point(x->means.low), (struct stretch){word, (int32_t)x->first}, moved, rest);
}

static bool try_change(const struct reckoning *k, size_t i) {
    struct ends e;
    if (!find_ends(k, i, &e)) return !k->figures->items[i].range || try_range(k, i);
    if (e.where.first - 1 >= k->p->first && factor_at(k, e.where.first - 1)) return try_factor(k, &e, e.where.first - 1);
    int32_t word = direction_before(k, e.where.first);
    int direction = word == NONE ? 0 : direction_at(k, word);
    if (!direction) return true;
    struct interval up = {0, HUGE_VAL, true, true}, moved = scaled(grown_by(&e), direction);
    if (interval_disjoint(up, moved)) return tell(k, e.to, up, (struct stretch){word, word}, moved, e.where);
    return try_amount(k, &e, direction, word);
}

/* "for 12 years, from 1994 to 2001" */
static bool try_years(const struct reckoning *k, size_t i) {
    const struct figure *f = &k->figures->items[i];
    double years = f->value / HOURS_OF_YEAR;
    if (f->kind != FIGURE_DURATION || f->approximate || f->range || fabs(years - round(years)) > 0.01 || round(years) < 2) return true;
    int32_t t = stretch_of(f).last + 1;
    t += is(k, t, ",");
    const struct figure *span = is(k, t, "from") || is(k, t, "between") ? figure_at(k, t + 1) : NULL;
    if (!span || span->kind != FIGURE_YEAR || span->date.last_year <= span->date.year) return true;
    double between = span->date.last_year - span->date.year;
    struct interval reckoned = {(between - 1) * HOURS_OF_YEAR, (between + 1) * HOURS_OF_YEAR, false, false};
    return tell(k, f, interval_point(round(years) * HOURS_OF_YEAR), stretch_of(f), reckoned, (struct stretch){t, (int32_t)span->last});
}

static bool denies(const struct reckoning *k) {
    for (int32_t t = k->p->first; t <= k->p->last; t++)
        if (tag_at(k->p, t) == TAG_NEGATION) return true;
    return false;
}

bool every_sum_find(struct matcher *m, uint32_t sentence) {
    const struct figure_list *figures = &m->out->figures[sentence];
    if (!m->r->every_sum.count || figures->count < 2) return true;
    struct reckoning k = {.m = m, .p = &m->out->parses[sentence], .figures = figures};
    if (denies(&k)) return true;
    for (size_t r = 0; r < m->r->every_sum.count; r++) {
        k.rule = m->r->every_sum.items[r];
        for (size_t i = 0; i < figures->count; i++)
            if (!try_total(&k, &figures->items[i]) || !try_change(&k, i) || !try_years(&k, i)) return false;
    }
    return true;
}

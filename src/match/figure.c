#include "match/figure.h"

#include <math.h>

#include "match/date_read.h"
#include "match/measure.h"

static bool only_year(const struct date *d) {
    return d->year && !d->month && !d->quarter && d->season < 0 && d->weekday < 0;
}

static bool find_date(const struct pieces *p, int32_t at, int32_t floor, struct figure *out, int32_t *end) {
    struct date d;
    int32_t first = at;
    if (!date_find(p, at, &d, end)) return false;
    d.bound = date_bound_before(p, at, &first);
    if (first < floor) first = at, d.bound = DATE_AT;
    enum figure_kind kind = only_year(&d) ? FIGURE_YEAR : FIGURE_DATE;
    *out = (struct figure){.kind = kind, .unit = TEXT("day"), .noun = -1, .date = d};
    out->means = out->suggests = date_means(&d);
    out->value = d.past_first == NO_DAY ? d.year : d.next_favoured ? d.next_first : d.past_first;
    out->range = d.last_year > d.year || d.last_month != d.month || d.last_day != d.day;
    out->first = piece_at(p, first)->token;
    out->core = piece_at(p, at)->token;
    out->last = piece_at(p, *end - 1)->token;
    return true;
}

static bool find_time(const struct pieces *p, int32_t at, struct figure *out, int32_t *end) {
    double hours, place;
    if (!time_find(p, at, &hours, &place, end)) return false;
    *out = (struct figure){.kind = FIGURE_TIME_OF_DAY, .unit = TEXT("o'clock"), .noun = -1, .value = hours,
                           .date = date_none()};
    out->means = out->suggests = interval_half_open(hours - place / 4, hours + place / 4);
    out->first = out->core = piece_at(p, at)->token;
    out->last = piece_at(p, *end - 1)->token;
    return true;
}

/* "Second", "2nd", "twenty-first". */
static bool find_ordinal(const struct pieces *p, int32_t at, struct figure *out, int32_t *end) {
    bool digits = piece_at(p, at)->is_number && piece_at(p, at + 1)->glued && piece_is_any(p, at + 1, "st nd rd th");
    double tens = 0;
    int32_t word = at;
    if (piece_has(p, at, ROLE_CARDINAL) && piece_at(p, at)->word->value >= 20 && piece_at(p, at + 1)->hyphened)
        tens = piece_at(p, at)->word->value, word++;
    if (!digits && !piece_has(p, word, ROLE_ORDINAL)) return false;
    double value = digits ? piece_at(p, at)->number : tens + piece_at(p, word)->word->value;
    *end = digits ? at + 2 : word + 1;
    *out = (struct figure){.kind = FIGURE_ORDINAL, .unit = TEXT(""), .noun = -1, .value = value, .exact = true,
                           .date = date_none()};
    out->means = out->suggests = interval_point(value);
    out->first = out->core = piece_at(p, at)->token;
    out->last = piece_at(p, *end - 1)->token;
    return true;
}

static bool find_at(const struct pieces *p, int32_t at, int32_t floor, struct figure *out, int32_t *end) {
    const struct piece *piece = &p->items[at];
    bool measure = piece->is_number || piece->word->unit != UNIT_NONE || (piece->word->roles & ROLE_NUMERIC);
    return find_date(p, at, floor, out, end) || find_time(p, at, out, end) || find_ordinal(p, at, out, end) ||
           (measure && measure_find(p, at, floor, out, end));
}

/* Cheap and often false: most pieces begin no figure, and most articles stand before a noun. */
static bool may_begin(const struct pieces *p, int32_t at) {
    const struct piece *piece = &p->items[at], *next = &p->items[at + 1];
    const struct figure_word *word = piece->word;
    if (piece->is_number || (word->roles & (ROLE_OPENER & ~ROLE_ARTICLE))) return true;
    if (word->roles & ROLE_ARTICLE)
        return next->word->roles & (ROLE_MULTIPLIER | ROLE_FRACTION | ROLE_VAGUE | ROLE_UNIT);
    if (word->roles & ROLE_RELATIVE)
        return next->word->roles & (ROLE_UNIT | ROLE_WEEKDAY | ROLE_MONTH | ROLE_SEASON | ROLE_PART);
    return word->unit != UNIT_NONE && (next->is_number || word->unit <= UNIT_CENTURY);
}

static bool collect(struct arena *a, const struct pieces *p, struct figure_list *out) {
    int32_t floor = 0;
    for (int32_t at = 0; at < p->count;) {
        struct figure found;
        int32_t end;
        if (!may_begin(p, at) || !find_at(p, at, floor, &found, &end) || end <= at) {
            at++;
            continue;
        }
        struct figure *added = list_add(a, out);
        if (!added) return false;
        *added = found;
        /* The rest of a token that a figure took part of ("28-point-plan") begins no other. */
        while (end < p->count && p->items[end].token <= found.last) end++;
        floor = at = end;
    }
    return true;
}

bool figures_find(struct arena *a, const struct segmented *s, uint32_t sentence, int32_t published,
                  struct figure_list *out) {
    struct pieces pieces;
    if (!pieces_cut(s, sentence, &pieces)) return true;
    pieces.published = published;
    return collect(a, &pieces, out);
}

bool figure_fits(const struct figure *f, enum figure_kind wanted) {
    if (wanted == FIGURE_NUMBER || f->kind == wanted) return true;
    bool share = f->kind == FIGURE_PERCENT || f->kind == FIGURE_FRACTION;
    if (wanted == FIGURE_PERCENT || wanted == FIGURE_FRACTION) return share;
    if (wanted == FIGURE_DATE) return f->kind == FIGURE_YEAR;
    return wanted == FIGURE_COUNT && f->kind == FIGURE_NUMBER;
}

uint32_t figure_fitting(const struct figure *f) {
    static const uint32_t share = 1u << FIGURE_PERCENT | 1u << FIGURE_FRACTION;
    uint32_t own = 1u << FIGURE_NUMBER | 1u << f->kind;
    if (own & share) own |= share;
    if (f->kind == FIGURE_YEAR) own |= 1u << FIGURE_DATE;
    return f->kind == FIGURE_NUMBER ? own | 1u << FIGURE_COUNT : own;
}

static bool is_date(const struct figure *f) {
    return f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR;
}

/* A bare number may be of anything; counts of different things are not compared. */
static bool comparable(const struct figure *a, const struct figure *b) {
    bool bare = a->kind == FIGURE_NUMBER || b->kind == FIGURE_NUMBER;
    bool counts = figure_fits(a, FIGURE_COUNT) && figure_fits(b, FIGURE_COUNT);
    if (bare) return counts;
    return (a->kind == b->kind || (figure_fits(a, FIGURE_PERCENT) && figure_fits(b, FIGURE_PERCENT))) &&
           text_equal(a->unit, b->unit);
}

enum figure_relation figure_compare(const struct figure *a, const struct figure *b) {
    if (is_date(a) && is_date(b)) {
        static const enum figure_relation of[] = {FIGURES_UNRELATED, FIGURES_COMPATIBLE, FIGURES_DISJOINT};
        return of[date_compare(&a->date, &b->date)];
    }
    if (!comparable(a, b)) return FIGURES_UNRELATED;
    if (interval_disjoint(a->means, b->means)) return FIGURES_DISJOINT;
    return interval_disjoint(a->suggests, b->suggests) ? FIGURES_TENSE : FIGURES_COMPATIBLE;
}

/* The interval that "5 hour" begins with, and the text after it. */
static bool parse_interval(struct text t, struct interval *out, struct text *rest) {
    size_t at = 0;
    bool bracket = t.length && (t.bytes[0] == '[' || t.bytes[0] == '(');
    while (at < t.length && (bracket ? t.bytes[at] != ']' && t.bytes[at] != ')' : t.bytes[at] != ' ')) at++;
    at += bracket && at < t.length;
    *rest = text_trim(text_slice(t, at, t.length));
    return interval_parse(text_slice(t, 0, at), out);
}

static enum unit unit_named(struct text name) {
    const struct figure_word *w = figure_word_row(figure_word_find(name));
    if (w->unit != UNIT_NONE) return (enum unit)w->unit;
    for (int u = 1; u < UNIT_COUNT; u++) {
        if (text_equal(name, unit_name((enum unit)u)) && unit_convert((enum unit)u, 1) == 1) return (enum unit)u;
    }
    return UNIT_NONE;
}

bool figure_parse(struct arena *a, struct text t, struct figure *out) {
    struct figure f = {.noun = -1, .exact = true, .unit = TEXT(""), .date = date_none()};
    struct text rest;
    t = text_trim(t);
    if (t.length != 4 && date_read(t, &f.date)) {
        f.kind = FIGURE_DATE;
        f.unit = TEXT("day");
        f.means = date_means(&f.date);
    } else if (parse_interval(t, &f.means, &rest)) {
        enum unit u = unit_named(rest);
        f.kind = u != UNIT_NONE ? unit_kind(u) : rest.length ? FIGURE_COUNT : FIGURE_NUMBER;
        f.unit = u != UNIT_NONE ? unit_name(u) : arena_text(a, rest);
        f.means = unit_convert_interval(u, f.means);
    } else {
        return false;
    }
    f.suggests = f.means;
    f.value = isinf(f.means.low) ? f.means.high : f.means.low;
    *out = f;
    return true;
}

void figure_print(const struct figure *f, struct buffer *out) {
    if (is_date(f)) {
        date_print(&f->date, out);
        return;
    }
    if (f->kind == FIGURE_SCORE) {
        number_print(f->value, out);
        buffer_char(out, '-');
        number_print(f->second, out);
        return;
    }
    interval_print(f->means, out);
    if (f->unit.length) buffer_char(out, ' ');
    buffer_text(out, f->unit);
}

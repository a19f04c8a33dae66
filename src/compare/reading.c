#include "compare/reading.h"

#include "compare/open.h"
#include "compare/role.h"

enum { LONGEST_WORD = 64 };

static bool pieces_disjoint(const struct interval *a, uint8_t a_count, const struct interval *b, uint8_t b_count) {
    for (uint8_t i = 0; i < a_count; i++)
        for (uint8_t k = 0; k < b_count; k++)
            if (!interval_disjoint(a[i], b[k])) return false;
    return true;
}

static enum clash clash_states(const struct reading *a, const struct reading *b) {
    if (!(a->means & b->means)) return CLASH_MEANS;
    return a->suggests & b->suggests ? CLASH_NONE : CLASH_SUGGESTS;
}

/* "nearly five", "over five": both said of what is close to five. The first has two ends, unlike "less than five". */
static bool meet_at_edge(const struct interval *under, const struct interval *over) {
    bool bounded = under->low > 0 && under->low < under->high && over->low < over->high;
    return bounded && under->high == over->low && under->high_open && over->low_open;
}

static bool are_close(const struct reading *a, const struct reading *b) {
    if (a->means_count != 1 || b->means_count != 1) return false;
    return meet_at_edge(a->means_interval, b->means_interval) || meet_at_edge(b->means_interval, a->means_interval);
}

static enum clash clash_figures(const struct reading *a, const struct reading *b) {
    if (!text_equal(a->unit, b->unit) || are_close(a, b)) return CLASH_NONE;
    if (pieces_disjoint(a->means_interval, a->means_count, b->means_interval, b->means_count)) return CLASH_MEANS;
    bool apart = pieces_disjoint(a->suggests_interval, a->suggests_count, b->suggests_interval, b->suggests_count);
    return apart ? CLASH_SUGGESTS : CLASH_NONE;
}

static enum clash clash_dates(const struct reading *a, const struct reading *b, bool a_negated, bool b_negated) {
    if (a_negated && b_negated) return CLASH_NONE;
    enum date_relation relation = date_compare(&a->date, &b->date);
    if (a_negated != b_negated) return CLASH_NONE;
    return relation == DATES_DISJOINT ? CLASH_MEANS : CLASH_NONE;
}

/* Is entity x inside entity y, by part_of or kind_of? */
static bool reaches(const struct rules *r, int32_t x, int32_t y) {
    for (int steps = 0; x >= 0 && steps < 32; steps++) {
        if (x == y) return true;
        const struct entity *e = &r->entities.items[x];
        if (e->part_of >= 0 && e->kind_of >= 0 && reaches(r, e->kind_of, y)) return true;
        x = e->part_of >= 0 ? e->part_of : e->kind_of;
    }
    return false;
}

static size_t name_length(const struct rules *r, const struct name *n) {
    size_t length = n->count - 1;
    for (uint32_t i = 0; i < n->count; i++) length += symbols_text(&r->symbols, n->words[i]).length;
    return length;
}

static bool is_name(const struct rules *r, const struct name *n, struct text label) {
    if (n->count == 0 || name_length(r, n) != label.length) return false;
    size_t at = 0;
    for (uint32_t i = 0; i < n->count; i++, at++) {
        struct text word = symbols_text(&r->symbols, n->words[i]);
        for (size_t k = 0; k < word.length; k++, at++)
            if (ascii_lower(label.bytes[at]) != word.bytes[k]) return false;
    }
    return true;
}

/* 0 when no rule knows the word. */
static symbol first_word(const struct rules *r, struct text label) {
    char word[LONGEST_WORD];
    size_t length = 0;
    for (; length < label.length && label.bytes[length] != ' '; length++) {
        if (length == sizeof word) return 0;
        word[length] = ascii_lower(label.bytes[length]);
    }
    return symbols_find(&r->symbols, (struct text){word, length});
}

/* A state or a county, by the word list: a town may lie in it. */
bool is_wide_place(const struct rules *r, struct text id) {
    int32_t found = rules_find_list(r, TEXT("wide-places"));
    struct text label = open_label(id);
    symbol first = first_word(r, label);
    if (found < 0 || !first) return false;
    const struct word_list *list = &r->lists.items[found];
    const struct list_start *end, *start = rules_list_from(list, first, &end);
    for (; start < end; start++)
        if (is_name(r, &list->entries.items[start->entry], label)) return true;
    return false;
}

static enum clash clash_open(const struct rules *r, const struct reading *a, const struct reading *b, bool a_negated,
                             bool b_negated) {
    struct claim_argument x = {.id = a->atom, .entity = NONE}, y = {.id = b->atom, .entity = NONE};
    enum sameness same = open_same(r, &x, &y);
    if (a_negated && b_negated) return CLASH_NONE;
    if (a_negated != b_negated) return same == SAME_YES ? CLASH_MEANS : CLASH_NONE;
    if (same != SAME_NO) return CLASH_NONE;
    bool wide = is_wide_place(r, a->atom) || is_wide_place(r, b->atom);
    return !wide || open_nest(r, a->atom, b->atom) == NESTING_APART ? CLASH_MEANS : CLASH_NONE;
}

static enum clash clash_atoms(const struct rules *r, const struct reading *a, const struct reading *b, bool a_negated,
                              bool b_negated) {
    if (is_role(a->atom) && is_role(b->atom)) return !a_negated && !b_negated && roles_apart(r, a->atom, b->atom) ? CLASH_MEANS : CLASH_NONE;
    if (is_open(a->atom) || is_open(b->atom)) return clash_open(r, a, b, a_negated, b_negated);
    int32_t x = rules_find_entity(r, a->atom), y = rules_find_entity(r, b->atom);
    if (x < 0 || y < 0) return CLASH_NONE;
    if (a_negated != b_negated) return x == y ? CLASH_MEANS : CLASH_NONE;
    if (a_negated) return CLASH_NONE;
    return reaches(r, x, y) || reaches(r, y, x) ? CLASH_NONE : CLASH_MEANS;
}

enum clash reading_clash(const struct rules *r, const struct reading *a, const struct reading *b, bool a_negated,
                         bool b_negated) {
    if (a->space != b->space) return CLASH_NONE;
    switch (a->space) {
    case SPACE_STATES: return clash_states(a, b);
    case SPACE_FIGURE: return clash_figures(a, b);
    case SPACE_DATE: return clash_dates(a, b, a_negated, b_negated);
    case SPACE_ATOM: return clash_atoms(r, a, b, a_negated, b_negated);
    }
    return CLASH_NONE;
}

static bool intervals_equal(const struct interval *a, const struct interval *b, uint8_t count) {
    for (uint8_t i = 0; i < count; i++)
        if (interval_compare(a[i], b[i])) return false;
    return true;
}

static bool dates_equal(const struct date *a, const struct date *b) {
    return a->year == b->year && a->month == b->month && a->day == b->day && a->weekday == b->weekday &&
           a->last_year == b->last_year && a->last_month == b->last_month && a->last_day == b->last_day &&
           a->quarter == b->quarter && a->season == b->season && a->part == b->part && a->bound == b->bound &&
           a->past_first == b->past_first;
}

bool reading_equal(const struct reading *a, const struct reading *b) {
    if (a->space != b->space || a->means != b->means || a->suggests != b->suggests) return false;
    if (a->means_count != b->means_count || a->suggests_count != b->suggests_count) return false;
    return text_equal(a->unit, b->unit) && text_equal(a->atom, b->atom) &&
           intervals_equal(a->means_interval, b->means_interval, a->means_count) &&
           intervals_equal(a->suggests_interval, b->suggests_interval, a->suggests_count) &&
           (a->space != SPACE_DATE || dates_equal(&a->date, &b->date));
}

bool reading_intersect(struct reading *a, const struct reading *b) {
    if (a->space != SPACE_STATES || b->space != SPACE_STATES || !(a->means & b->means)) return false;
    a->means &= b->means;
    a->suggests &= b->suggests;
    a->suggests &= a->means;
    if (!a->suggests) a->suggests = a->means;
    return true;
}

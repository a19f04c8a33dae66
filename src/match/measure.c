#include "match/measure.h"

#include <math.h>

#include "match/date_read.h"

/* One number with its unit or noun. */
struct term {
    struct amount amount;
    enum unit unit;
    enum figure_kind kind;
    enum hedge hedge; /* "or more", "or so" */
    int32_t end;
    int32_t noun;     /* piece, or -1 */
};

static bool is_money_sign(const struct pieces *p, int32_t at) {
    enum unit u = (enum unit)piece_at(p, at)->word->unit;
    return u != UNIT_NONE && unit_kind(u) == FIGURE_MONEY && piece_at(p, at + 1)->is_number;
}

static const struct word *piece_word(const struct pieces *p, int32_t at) {
    const struct word *w = piece_token(p, at)->word;
    if (!w->parts.count) return w;
    for (uint32_t i = 0; i < w->parts.count; i++) {
        if (text_equal(w->parts.items[i]->text, p->items[at].text)) return w->parts.items[i];
    }
    return w;
}

/* Stands between a number and its noun: "two senior U.S. negotiators", "five more people". */
static bool may_stand_between(const struct pieces *p, int32_t at) {
    const struct token *t = piece_token(p, at);
    if (t->flags & (TOKEN_PUNCTUATION | TOKEN_NUMBER) || piece_at(p, at)->is_number) return false;
    if (piece_is(p, at, "more") || piece_is(p, at, "other")) return true;
    if (!(t->word->classes & CLASS_ADJECTIVE) && !(t->flags & TOKEN_CAPITAL) && t->word->likely != CLASS_NOUN) return false;
    return !piece_is_any(p, at, "of in on at to and or for by the a an per with from as that than is was are were");
}

/* "14 cranes", though most cranes in print are necks; not "Flight 370 crashes". */
static bool must_be_noun(const struct pieces *p, int32_t at) {
    bool bare = at > 0 && (piece_at(p, at - 1)->is_number || piece_has(p, at - 1, ROLE_CARDINAL));
    if (!bare || piece_is(p, at - 1, "one")) return false;
    const struct token *before = at < 2 ? NULL : piece_token(p, at - 2);
    bool name = before && before->flags & TOKEN_CAPITAL && !before->word->grammar;
    return !name && piece_at(p, at - 1)->number < 1900;
}

/* The piece of the plural noun that the number before `at` counts, or -1. */
static int32_t find_noun(const struct pieces *p, int32_t at) {
    for (int32_t i = at; i < p->count && i < at + 4; i++) {
        const struct token *t = piece_token(p, i);
        enum unit u = (enum unit)piece_at(p, i)->word->unit;
        if (u == UNIT_PERSON || u == UNIT_VOTE || u == UNIT_POINT) return i;
        if (t->word->plural && t->word->noun && !(t->flags & (TOKEN_PUNCTUATION | TOKEN_NUMBER)) &&
            (t->word->likely != CLASS_VERB || (i == at && must_be_noun(p, i))))
            return i;
        if (!may_stand_between(p, i)) return -1;
    }
    return -1;
}

/* "One man": not "one of them", "one would". */
static bool is_singular_noun(const struct pieces *p, int32_t at) {
    if (at >= p->count) return false;
    const struct token *t = piece_token(p, at);
    return t->word->likely == CLASS_NOUN && !t->word->grammar && !(t->flags & TOKEN_PUNCTUATION);
}

static void read_noun(const struct pieces *p, struct term *t) {
    bool hyphened = piece_at(p, t->end)->hyphened && !piece_at(p, t->end)->is_number;
    bool of = t->amount.vague && piece_is(p, t->end, "of");
    t->noun = hyphened ? t->end : find_noun(p, t->end + of);
    if (t->noun < 0 && t->amount.value == 1 && is_singular_noun(p, t->end)) t->noun = t->end;
    t->kind = t->noun >= 0 ? FIGURE_COUNT : FIGURE_NUMBER;
    if (hyphened) t->end++;
}

/* "year-old", "years old", "years of age". */
static bool read_age_words(const struct pieces *p, struct term *t) {
    if (t->unit != UNIT_YEAR && t->unit != UNIT_MONTH && t->unit != UNIT_WEEK && t->unit != UNIT_DAY) return false;
    if (piece_is_any(p, t->end, "old olds")) t->end++;
    else if (piece_is(p, t->end, "of") && piece_is(p, t->end + 1, "age")) t->end += 2;
    else return false;
    t->kind = FIGURE_AGE;
    return true;
}

static bool read_term(const struct pieces *p, int32_t at, struct term *t) {
    bool money = is_money_sign(p, at);
    *t = (struct term){.noun = -1};
    if (!number_read(p, at + money, money, &t->amount)) return false;
    t->end = t->amount.end;
    if (piece_at(p, t->end)->hyphened || piece_at(p, t->end)->glued || piece_is_any(p, t->end, "or and plus"))
        t->hedge = hedge_after(p, t->end, &t->end);
    if (t->amount.vague && piece_is(p, t->end, "of") && piece_has(p, t->end + 1, ROLE_UNIT)) t->end++;
    if (money) {
        t->unit = (enum unit)piece_at(p, at)->word->unit;
        t->kind = FIGURE_MONEY;
        return true;
    }
    if (t->amount.share) {
        t->unit = UNIT_PERCENT;
        t->kind = FIGURE_FRACTION;
        return true;
    }
    t->unit = unit_read(p, t->end, &t->amount, &t->end);
    t->kind = unit_kind(t->unit);
    if (t->unit == UNIT_NONE) read_noun(p, t);
    else if (t->kind == FIGURE_COUNT) t->noun = t->end - 1;
    read_age_words(p, t);
    if (t->hedge == HEDGED_NOT) t->hedge = hedge_after(p, t->end, &t->end);
    return true;
}

/* Smaller units after larger: "2 hours and 30 minutes", "6ft 4in", "an hour and a half". */
static bool add_smaller(const struct pieces *p, struct term *t) {
    int32_t at = t->end + piece_is(p, t->end, "and");
    struct term next;
    if (t->kind != FIGURE_DURATION && t->kind != FIGURE_DISTANCE && t->kind != FIGURE_WEIGHT) return false;
    bool fraction_follows = piece_has(p, at, ROLE_ARTICLE | ROLE_CARDINAL) && piece_has(p, at + 1, ROLE_FRACTION);
    if (at > t->end && fraction_follows) {
        double fraction = piece_at(p, at)->word->value / piece_at(p, at + 1)->word->value;
        t->amount.value += fraction;
        t->amount.place = fraction;
        t->end = at + 2;
        return true;
    }
    if (!read_term(p, at, &next) || next.kind != t->kind || next.amount.vague || next.unit >= t->unit) return false;
    double ratio = unit_convert(next.unit, 1) / unit_convert(t->unit, 1);
    if (next.amount.value * ratio >= t->amount.place || next.amount.article) return false;
    t->amount.value += next.amount.value * ratio;
    t->amount.place = next.amount.place * ratio;
    t->end = next.end;
    return true;
}

static struct interval in_unit(const struct term *t, struct interval i) {
    if (t->amount.share) i.low *= 100, i.high *= 100;
    return unit_convert_interval(t->unit, i);
}

static double value_in_unit(const struct term *t) {
    return unit_convert(t->unit, t->amount.share ? t->amount.value * 100 : t->amount.value);
}

/* A quantity cannot be negative, whatever its rounding; temperatures and changes can. */
static struct interval floored(enum figure_kind kind, struct interval i) {
    if (kind == FIGURE_TEMPERATURE || i.low > 0) return i;
    i.low_open = false;
    if (!isinf(i.low) || i.high > 0) i.low = 0;
    return i;
}

static struct text noun_unit(const struct pieces *p, const struct term *t) {
    if (t->unit != UNIT_NONE) return t->kind == FIGURE_AGE ? TEXT("year") : unit_name(t->unit);
    if (t->noun < 0) return TEXT("");
    enum unit u = (enum unit)piece_at(p, t->noun)->word->unit;
    if (u == UNIT_PERSON || u == UNIT_POINT || u == UNIT_VOTE) return unit_name(u);
    const struct word *w = piece_word(p, t->noun);
    return w->noun ? w->noun->text : w->text;
}

/* In years, for ages of babies. */
static void scale_age(struct term *t) {
    double years = unit_convert(t->unit, 1) / unit_convert(UNIT_YEAR, 1);
    t->amount.value *= years;
    t->amount.place *= years;
    t->unit = UNIT_NONE;
}

static void fill(const struct pieces *p, struct term t, enum hedge hedge, struct figure *out) {
    *out = (struct figure){.kind = t.kind, .noun = -1, .date = date_none()};
    out->unit = noun_unit(p, &t);
    if (t.kind == FIGURE_AGE && t.unit != UNIT_NONE) scale_age(&t);
    if (hedge == HEDGED_NOT) hedge = t.hedge;
    struct interval means, suggests;
    amount_reading(&t.amount, t.kind, hedge, &means, &suggests);
    out->means = floored(t.kind, in_unit(&t, means));
    out->suggests = floored(t.kind, in_unit(&t, suggests));
    out->value = value_in_unit(&t);
    out->approximate = t.amount.vague || (hedge != HEDGED_NOT && hedge != HEDGED_EXACT);
    out->exact = hedge == HEDGED_EXACT || (out->means.low == out->means.high);
    out->round = amount_is_round(&t.amount);
    if (t.noun >= 0) out->noun = (int32_t)piece_at(p, t.noun)->token;
}

static bool is_small_whole(const struct amount *a) {
    return !a->vague && !a->share && !a->article && a->value >= 0 && a->value <= 1000 && a->value == floor(a->value);
}

static void fill_score(double one, double other, struct figure *out) {
    double more = fmax(one, other), less = fmin(one, other);
    *out = (struct figure){.kind = FIGURE_SCORE, .noun = -1, .value = one, .second = other, .exact = true,
                           .date = date_none(), .unit = TEXT("")};
    out->means = out->suggests = interval_point(more * 1000 + less);
}

/* The sets of "6-4 3-6 7-6", counted; the plain score when only one stands there. */
static int32_t read_sets(const struct pieces *p, int32_t at, double *one, double *other) {
    int sets = 0, won = 0;
    while (piece_whole(p, at, 0, 7) && piece_whole(p, at + 1, 0, 7) && piece_at(p, at + 1)->hyphened) {
        won += piece_at(p, at)->number > piece_at(p, at + 1)->number;
        sets++;
        at += 2;
        if (piece_is(p, at, ",") && piece_at(p, at + 2)->hyphened) at++;
    }
    if (sets > 1) *one = won, *other = sets - won;
    return sets > 1 ? at : 0;
}

/* "68-52", "3-1": two numbers in digits and a hyphen that count nothing after them. */
static bool read_hyphen_score(const struct pieces *p, int32_t at, struct figure *out, int32_t *end) {
    const struct piece *one = piece_at(p, at), *other = piece_at(p, at + 1);
    if (!piece_whole(p, at, 0, 1000) || !piece_whole(p, at + 1, 0, 1000) || !other->hyphened) return false;
    const struct piece *after = piece_at(p, at + 2);
    if (after->glued && (after->is_number || after->hyphened || after->word->unit != UNIT_NONE)) return false;
    bool counts = after->word->unit != UNIT_NONE || piece_is(p, at + 2, "per") || find_noun(p, at + 2) == at + 2;
    if (one->number < other->number && counts) return false;
    double left = one->number, right = other->number;
    *end = read_sets(p, at, &left, &right);
    if (!*end) *end = at + 2;
    fill_score(left, right, out);
    return true;
}

/* "seven to two", "61 votes to 59". */
static bool make_score(const struct pieces *p, int32_t at, const struct term *one, const struct term *other,
                       struct figure *out) {
    bool votes = one->unit == UNIT_VOTE || one->unit == UNIT_POINT;
    if (!is_small_whole(&one->amount) || !is_small_whole(&other->amount) || piece_is(p, at - 1, "from")) return false;
    if (!votes && (one->unit != UNIT_NONE || one->noun >= 0 || one->amount.value <= other->amount.value)) return false;
    if (other->unit != UNIT_NONE && other->unit != UNIT_VOTE) return false;
    if (!votes && other->noun >= 0 && other->unit == UNIT_NONE) return false;
    fill_score(one->amount.value, other->amount.value, out);
    return true;
}

/* In "5 to 7 million" the five are millions too. */
static void share_scale(struct term *low, const struct term *high) {
    double scale = 1;
    if (!high->amount.multiplied || low->amount.multiplied || low->amount.value >= high->amount.value / 900) return;
    while (scale * 1000 <= high->amount.value) scale *= 1000;
    low->amount.value *= scale;
    low->amount.place *= scale;
}

static bool make_range(const struct pieces *p, struct term low, const struct term *high, struct figure *out) {
    if (low.unit == UNIT_NONE || low.kind == FIGURE_COUNT) low.unit = high->unit, low.kind = high->kind;
    if (low.kind != high->kind || low.amount.vague || high->amount.vague) return false;
    share_scale(&low, high);
    if (value_in_unit(&low) >= value_in_unit(high)) return false;
    struct figure end;
    fill(p, *high, HEDGED_EXACT, &end);
    fill(p, low, HEDGED_EXACT, out);
    out->means = out->suggests = interval_hull(out->means, end.means);
    out->unit = end.unit;
    out->noun = end.noun;
    out->range = true;
    out->exact = false;
    return true;
}

static bool follows_between(const struct pieces *p, int32_t at) {
    return piece_is(p, at - 1, "between") || (piece_is(p, at - 2, "between") && !piece_at(p, at - 1)->is_number);
}

/* A second number joined to the first: a range, a score, or nothing. */
static bool read_pair(const struct pieces *p, int32_t at, const struct term *first, struct figure *out, int32_t *end) {
    const struct piece *next = piece_at(p, first->end);
    bool hyphen = next->hyphened, to = piece_is(p, first->end, "to");
    bool joined = hyphen || to || (piece_is(p, first->end, "and") && follows_between(p, at)) ||
                  (piece_is(p, first->end, "or") && is_small_whole(&first->amount) && !first->amount.article);
    struct term second;
    if (!joined || !read_term(p, first->end + !hyphen, &second) || second.amount.share) return false;
    bool made = false;
    if (to) made = make_score(p, at, first, &second, out);
    if (!made && to && piece_is(p, at - 1, "from") && first->unit != UNIT_NONE) return false;
    if (!made) made = make_range(p, *first, &second, out);
    if (made) *end = second.end;
    return made;
}

/* "Marsh, 41," and "Marsh (29)"; "aged 41". */
static bool is_age(const struct pieces *p, int32_t at, const struct term *t) {
    if (t->unit != UNIT_NONE || t->amount.vague || !is_small_whole(&t->amount) || t->amount.value > 125) return false;
    if (piece_is_any(p, at - 1, "aged age")) return true;
    if (piece_is(p, at - 1, "of") && piece_is(p, at - 2, "age") && t->end == at + 1) return true;
    if (piece_is(p, at - 1, "at") && piece_is_any(p, at - 2, "dies died dead") && t->end == at + 1)
        return t->end >= p->count || !(piece_token(p, t->end)->flags & TOKEN_CAPITAL); /* not "at 10 Mill Road" */
    if (t->end != at + 1 || !piece_at(p, at)->is_number || at < 2 || t->amount.value < 1) return false;
    bool name = piece_token(p, at - 2)->flags & TOKEN_CAPITAL;
    bool commas = piece_is(p, at - 1, ",") && piece_is_any(p, at + 1, ", . ;");
    bool brackets = piece_is(p, at - 1, "(") && piece_is(p, at + 1, ")");
    return name && (commas || brackets) && !piece_has(p, at - 2, ROLE_MONTH | ROLE_WEEKDAY);
}

/* "in his 40s": from 40 to 49. */
static bool read_age_decade(const struct pieces *p, int32_t at, struct figure *out, int32_t *end) {
    if (!piece_whole(p, at, 10, 90) || !piece_is(p, at + 1, "s") || !piece_at(p, at + 1)->glued) return false;
    double low = piece_at(p, at)->number;
    bool mid = piece_is(p, at - 1, "mid"), age = piece_is_any(p, at - 1 - mid, "his her their") ||
                                                 piece_is_any(p, at - 2 - mid, "his her their");
    if (fmod(low, 10) != 0 || (!age && !mid)) return false;
    *out = (struct figure){.kind = age ? FIGURE_AGE : FIGURE_NUMBER, .noun = -1, .value = low, .approximate = true,
                           .date = date_none(), .unit = age ? TEXT("year") : TEXT("")};
    out->means = interval_half_open(mid ? low + 3 : low, mid ? low + 7 : low + 10);
    out->suggests = out->means;
    *end = at + 2;
    return true;
}

/* "one" is mostly a pronoun; it is a number before a unit, a multiplier or beside digits. */
static bool is_pronoun(const struct term *t) {
    bool one = t->amount.value == 1 && t->amount.in_words && !t->amount.article;
    return one && t->unit == UNIT_NONE && t->noun < 0;
}

/* Bare plurals of time, "weeks of talks", "lasted hours". */
static bool read_bare_unit(const struct pieces *p, int32_t at, struct figure *out, int32_t *end) {
    static const double most[] = {[UNIT_SECOND] = 60, [UNIT_MINUTE] = 60, [UNIT_HOUR] = 24, [UNIT_DAY] = 14,
                                  [UNIT_WEEK] = 9,    [UNIT_MONTH] = 24,  [UNIT_YEAR] = 20, [UNIT_DECADE] = 10};
    enum unit u = (enum unit)piece_at(p, at)->word->unit;
    if (u == UNIT_NONE || u > UNIT_DECADE || most[u] == 0 || !piece_token(p, at)->word->plural) return false;
    bool told = piece_is_any(p, at + 1, "of ago") || piece_is_any(p, at - 1, "for lasted lasting took taken after");
    if (!told || piece_at(p, at - 1)->is_number || piece_has(p, at - 1, ROLE_ORDINAL)) return false;
    struct term t = {.amount = {.vague = true, .in_words = true, .low = 2, .high = most[u], .value = 2, .place = 2},
                     .unit = u, .kind = FIGURE_DURATION, .end = at + 1, .noun = -1};
    fill(p, t, HEDGED_NOT, out);
    *end = t.end;
    return true;
}

/* Never reaches back into the figure before, which ends at `floor`. */
static enum hedge take_hedge(const struct pieces *p, int32_t at, int32_t floor, int32_t *first) {
    int32_t start = at;
    enum hedge hedge = hedge_before(p, at, &start);
    if (start < floor || start == at) return HEDGED_NOT;
    *first = start;
    return hedge;
}

/* `first` moves to the hedge before the number, when there is one. */
static bool read_single(const struct pieces *p, int32_t at, int32_t floor, int32_t *first, struct figure *out,
                        int32_t *end) {
    struct term t;
    if (!read_term(p, at, &t)) return false;
    if (read_pair(p, at, &t, out, end)) {
        if (out->kind != FIGURE_SCORE && piece_is(p, at - 1, "aged")) out->kind = FIGURE_AGE, out->unit = TEXT("year");
        return true;
    }
    while (t.kind != FIGURE_AGE && add_smaller(p, &t)) continue;
    if (read_age_words(p, &t)) t.noun = -1;
    bool bare_several = piece_is(p, at, "several") && t.unit == UNIT_NONE && t.noun < 0;
    if (is_pronoun(&t) || bare_several) return false;
    if (is_age(p, at, &t)) t.kind = FIGURE_AGE, t.noun = -1;
    if (t.hedge == HEDGED_NOT) t.hedge = hedge_after(p, t.end, &t.end);
    fill(p, t, take_hedge(p, at, floor, first), out);
    if (t.kind == FIGURE_AGE) out->unit = TEXT("year");
    *end = t.end;
    return true;
}

/* "Minus 5C", "-5C". */
static bool is_negative(const struct pieces *p, int32_t at) {
    bool sign = piece_is(p, at - 1, "-") || piece_is(p, at - 1, "−");
    return piece_is(p, at - 1, "minus") || (sign && piece_at(p, at)->glued && !piece_at(p, at - 1)->glued);
}

static void negate(struct interval *i) {
    *i = (struct interval){-i->high, -i->low, i->high_open, i->low_open};
}

/* Parts of "9/11", "24/7", "2:1" are no figures. */
static bool is_in_ratio(const struct pieces *p, int32_t at) {
    bool after = piece_is_any(p, at + 1, "/ :") && piece_at(p, at + 1)->glued && piece_at(p, at + 2)->is_number;
    bool before = piece_is_any(p, at - 1, "/ :") && piece_at(p, at)->glued && piece_at(p, at - 2)->is_number;
    return piece_at(p, at)->is_number && ((after && piece_at(p, at + 2)->glued) || before);
}

/* A span of time and "ago" are a date. */
static void make_ago(const struct pieces *p, struct figure *f, int32_t *end) {
    f->kind = FIGURE_DATE;
    f->date = date_ago(f->means, p->published);
    f->means = f->suggests = date_means(&f->date);
    f->unit = TEXT("day");
    f->value = f->date.past_first == NO_DAY ? 0 : f->date.past_first;
    ++*end;
}

bool measure_find(const struct pieces *p, int32_t at, int32_t floor, struct figure *out, int32_t *end) {
    int32_t first = at;
    const struct piece *piece = piece_at(p, at);
    bool number = piece->is_number || (piece->word->roles & ROLE_NUMERIC) || is_money_sign(p, at);
    if (is_in_ratio(p, at)) return false;
    bool found = (number && (read_hyphen_score(p, at, out, end) || read_age_decade(p, at, out, end) ||
                             read_single(p, at, floor, &first, out, end))) ||
                 read_bare_unit(p, at, out, end);
    if (!found) return false;
    if (out->kind == FIGURE_TEMPERATURE && first == at && is_negative(p, at)) {
        negate(&out->means);
        negate(&out->suggests);
        out->value = -out->value;
        first--;
    }
    if (out->kind == FIGURE_DURATION && piece_is(p, *end, "ago")) make_ago(p, out, end);
    out->first = piece_at(p, first)->token;
    out->core = piece_at(p, at)->token;
    out->last = piece_at(p, *end - 1)->token;
    return true;
}

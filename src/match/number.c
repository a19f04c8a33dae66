#include "match/number.h"

#include <math.h>

double number_place(double value, int decimals) {
    double place = 1;
    if (decimals > 0) {
        while (decimals-- > 0) place *= 10;
        return 1 / place;
    }
    value = fabs(value);
    if (value < 1 || value != floor(value)) return 1;
    while (place < 1e18 && fmod(value, place * 10) == 0) place *= 10;
    return place;
}

bool amount_is_round(const struct amount *a) {
    return a->vague || a->share || (a->value >= 100 && a->value / a->place < 100);
}

static bool is_noun_after(const struct pieces *p, int32_t at) {
    if (at >= p->count) return false;
    return piece_is_any(p, at, "people of") || (piece_token(p, at)->word->plural && !piece_has(p, at, ROLE_UNIT));
}

/* "m" is million after a currency sign and before what can be counted; otherwise metres. Letters must be glued. */
static bool is_multiplier(const struct pieces *p, int32_t at, bool money) {
    const struct piece *piece = piece_at(p, at);
    if (!(piece->word->roles & ROLE_MULTIPLIER)) return false;
    if (piece->text.length == 1 && !piece->glued) return false;
    return piece->word->unit == UNIT_NONE || money || is_noun_after(p, at + 1) ||
           piece_has(p, at + 1, ROLE_UNIT);
}

/* Adds one number word to what stands before it; false when they do not go together ("five six"). */
static bool add_cardinal(double *current, double value, bool first) {
    double rest = fmod(*current, 100);
    bool after_tens = rest >= 20 && fmod(rest, 10) == 0 && value > 0 && value < 10;
    bool fits = first || after_tens || (rest == 0 && *current >= 100);
    if (fits) *current = first ? value : *current + value;
    return fits;
}

static int32_t skip_and(const struct pieces *p, int32_t at) {
    return piece_is(p, at, "and") ? at + 1 : at;
}

/* "and a half", "and three-quarters" after a number. */
static int32_t read_and_fraction(const struct pieces *p, int32_t at, double *fraction) {
    if (piece_is(p, at, "½") || piece_is(p, at, "¼")) {
        *fraction = 1 / piece_at(p, at)->word->value;
        return at + 1;
    }
    if (!piece_is(p, at, "and")) return at;
    double count = piece_has(p, at + 1, ROLE_CARDINAL | ROLE_ARTICLE) ? piece_at(p, at + 1)->word->value : 0;
    if (!count || !piece_has(p, at + 2, ROLE_FRACTION)) return at;
    *fraction = count / piece_at(p, at + 2)->word->value;
    return at + 3;
}

struct sum {
    double total, current; /* the thousands read, and what stands below them */
    int32_t at;
};

/* Spelled-out numbers up to the thousands: "two hundred and five thousand". */
static void read_words(const struct pieces *p, struct sum *s, bool first) {
    for (;; first = false) {
        int32_t at = first || s->current + s->total < 100 ? s->at : skip_and(p, s->at);
        const struct piece *piece = piece_at(p, at);
        if (piece->word->roles & ROLE_CARDINAL) {
            bool starts = first || (s->current == 0 && s->total > 0);
            if (!add_cardinal(&s->current, piece->word->value, starts)) return;
            s->at = at + 1;
        } else if (at == s->at && is_multiplier(p, at, false) && piece->text.length > 2) {
            double scale = piece->word->value;
            double count = s->current == 0 ? 1 : s->current;
            if (s->total > 0 && s->current == 0) count = s->total, s->total = 0;
            if (scale < 1000) s->current = count * scale;
            else s->total += count * scale, s->current = 0;
            s->at++;
        } else {
            return;
        }
    }
}

static bool read_in_words(const struct pieces *p, int32_t at, struct amount *out) {
    struct sum sum = {.at = at};
    double fraction = 0;
    if (piece_has(p, at, ROLE_ARTICLE)) sum.at++, sum.current = 1;
    else if (piece_has(p, at, ROLE_MULTIPLIER) && piece_at(p, at)->text.length < 4) return false;
    int32_t start = sum.at;
    read_words(p, &sum, sum.current == 0);
    if (sum.at == start) return false;
    out->value = sum.total + sum.current;
    out->place = number_place(out->value, 0);
    out->end = read_and_fraction(p, sum.at, &fraction);
    if (fraction > 0 && out->value < 1000) out->value += fraction, out->place = fraction;
    else out->end = sum.at;
    for (; fraction > 0 && is_multiplier(p, out->end, false); out->end++) {
        out->value *= piece_at(p, out->end)->word->value;
        out->place *= piece_at(p, out->end)->word->value;
    }
    out->multiplied = out->value >= 1000;
    out->in_words = true;
    return true;
}

static bool read_in_digits(const struct pieces *p, int32_t at, bool money, struct amount *out) {
    const struct piece *digits = piece_at(p, at);
    if (!digits->is_number) return false;
    double fraction = 0;
    out->value = digits->number;
    out->place = number_place(out->value, digits->decimals);
    out->end = read_and_fraction(p, at + 1, &fraction);
    if (fraction > 0) out->value += fraction, out->place = fraction;
    for (; is_multiplier(p, out->end, money); out->end++) {
        double scale = piece_at(p, out->end)->word->value;
        out->value *= scale;
        out->place *= scale;
        /* Keeps 1.2 million and 1,200,000 the same number. */
        if (scale >= 1000) out->value = round(out->value * 1000) / 1000;
        out->multiplied |= scale >= 1000;
    }
    return true;
}

static void set_vague(struct amount *out, double low, double high, int32_t end) {
    out->low = low;
    out->high = high;
    out->value = low;
    out->place = low;
    out->vague = out->in_words = true;
    out->end = end;
}

/* "dozens", "hundreds of thousands". */
static bool read_multiples(const struct pieces *p, int32_t at, struct amount *out) {
    if (!piece_has(p, at, ROLE_MULTIPLES)) return false;
    double one = piece_at(p, at)->word->value, high = one == 12 ? 100 : one * 10;
    bool of = piece_is(p, at + 1, "of"), of_more = of && piece_has(p, at + 2, ROLE_MULTIPLES);
    if (!of_more && (one == 10 || one == 20) && !of) return false;
    if (!of_more && one == 10) return false;
    double scale = of_more ? piece_at(p, at + 2)->word->value : 1;
    set_vague(out, 2 * one * scale, high * scale, at + (of_more ? 3 : 1));
    out->multiplied = true;
    return true;
}

/* "several", "a few hundred", "a couple of weeks". */
static bool read_vague(const struct pieces *p, int32_t at, struct amount *out) {
    bool article = piece_has(p, at, ROLE_ARTICLE);
    int32_t word = at + article;
    if (!piece_has(p, word, ROLE_VAGUE) || (!article && !piece_is(p, word, "several"))) return false;
    double most = piece_is(p, word, "couple") ? 3.5 : 10, scale = 1;
    int32_t end = word + 1;
    if (is_multiplier(p, end + piece_is(p, end, "of"), false)) {
        end += piece_is(p, end, "of");
        scale = piece_at(p, end++)->word->value;
    } else if (!piece_is(p, word, "several") && piece_is(p, end, "of")) {
        end++;
    }
    set_vague(out, 2 * scale, most * scale, end);
    return true;
}

static bool read_count(const struct pieces *p, int32_t at, double *value) {
    const struct piece *piece = piece_at(p, at);
    if (piece->is_number) *value = piece->number;
    else if (piece->word->roles & ROLE_CARDINAL) *value = piece->word->value;
    else if (piece->word->roles & ROLE_MULTIPLIER) *value = piece->word->value;
    else return false;
    return true;
}

/* "one in five", "3 out of every 5". */
static bool read_ratio(const struct pieces *p, int32_t at, struct amount *out) {
    double part, whole;
    int32_t next = at + 1;
    if (!read_count(p, at, &part)) return false;
    bool out_of = piece_is(p, next, "out") && piece_is(p, next + 1, "of");
    if (!out_of && !piece_is(p, next, "in")) return false;
    next += out_of ? 2 : 1;
    bool every = piece_is_any(p, next, "every each");
    next += every;
    if (piece_is(p, next, "a")) next++;
    if (!read_count(p, next, &whole) || part >= whole || part <= 0) return false;
    if (whole > 100 && fmod(whole, 100) != 0) return false;
    const struct piece *after = piece_at(p, next + 1);
    if ((after->word->roles & (ROLE_MULTIPLIER | ROLE_MONTH)) || after->word->unit != UNIT_NONE) {
        if (after->word->unit != UNIT_PERSON) return false;
    }
    out->value = part / whole;
    out->end = next + 1;
    out->share = out->in_words = true;
    return true;
}

/* Is the fraction from first up to end a share of something? "A third meeting" is none. */
static bool is_of_whole(const struct pieces *p, int32_t first, int32_t end) {
    return piece_is_any(p, end, "of the its their his her our all that") ||
           piece_is_any(p, first - 1, "by than nearly almost about around roughly under over only just");
}

/* After a fraction: "an hour", "of a percentage point", "-point". Returns the unit's piece, or -1. */
static int32_t unit_of_part(const struct pieces *p, int32_t at) {
    if (piece_is(p, at, "of") && piece_has(p, at + 1, ROLE_ARTICLE)) at++;
    if (piece_has(p, at, ROLE_ARTICLE)) at++;
    if (piece_is_any(p, at, "percentage basis square cubic")) return at;
    bool unit = piece_has(p, at, ROLE_UNIT) && !piece_has(p, at, ROLE_ORDINAL);
    return unit && piece_at(p, at)->text.length > 1 ? at : -1;
}

/* "half", "a third", "one-fifth", "three quarters", and parts of a unit. */
static bool read_fraction(const struct pieces *p, int32_t at, struct amount *out) {
    bool bare = piece_has(p, at, ROLE_FRACTION);
    bool article = piece_has(p, at, ROLE_ARTICLE);
    double count = 1;
    int32_t word = bare ? at : at + 1;
    if (!bare && !article && !(piece_has(p, at, ROLE_CARDINAL) && read_count(p, at, &count))) return false;
    if (!piece_has(p, word, ROLE_FRACTION) || (bare && piece_has(p, at, ROLE_ORDINAL))) return false;
    bool half = piece_is(p, word, "half"), ordinal = piece_has(p, word, ROLE_ORDINAL);
    if (bare && piece_has(p, at - 1, ROLE_ORDINAL | ROLE_RELATIVE)) return false;
    if (bare && piece_is(p, at - 1, "the") && !(half && piece_is(p, at + 1, "of"))) return false;
    out->value = count / piece_at(p, word)->word->value;
    out->place = out->value;
    out->in_words = true;
    int32_t unit = ordinal && article ? -1 : unit_of_part(p, word + 1);
    if (unit > 0) {
        out->end = unit;
        return out->part = true;
    }
    if (half && piece_has(p, word + 1, ROLE_ARTICLE) && is_multiplier(p, word + 2, false)) {
        out->end = word + 3;
        out->place = out->value *= piece_at(p, word + 2)->word->value;
        return true;
    }
    out->end = word + 1;
    out->share = true;
    if (piece_at(p, out->end)->hyphened || (bare && !half)) return false;
    return (!bare && !article) || is_of_whole(p, at, out->end);
}

/* "an hour": not in "40 miles an hour" or "twice a day". */
static bool read_article(const struct pieces *p, int32_t at, struct amount *out) {
    unsigned unit = piece_at(p, at + 1)->word->unit;
    if (!piece_has(p, at, ROLE_ARTICLE) || unit == UNIT_NONE || unit > UNIT_CENTURY) return false;
    if (piece_has(p, at + 1, ROLE_ORDINAL)) return false;
    const struct piece *before = piece_at(p, at - 1);
    if (before->is_number || before->word->unit != UNIT_NONE) return false;
    if (piece_is_any(p, at - 1, "once twice times per half quite")) return false;
    if (at > 0 && piece_token(p, at - 1)->word->plural) return false;
    if (piece_at(p, at + 2)->hyphened) return false;
    out->value = out->place = 1;
    out->end = at + 1;
    return out->article = out->in_words = true;
}

bool number_read(const struct pieces *p, int32_t at, bool money, struct amount *out) {
    *out = (struct amount){0};
    if (!money && read_ratio(p, at, out)) return true;
    *out = (struct amount){0};
    if (!money && read_fraction(p, at, out)) return true;
    *out = (struct amount){0};
    return read_in_digits(p, at, money, out) || read_vague(p, at, out) || read_multiples(p, at, out) ||
           read_in_words(p, at, out) || read_article(p, at, out);
}

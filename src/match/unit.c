#include "match/unit.h"

#include <math.h>

struct unit_row {
    enum figure_kind kind;
    struct text canonical;
    double factor, offset;
};

static const struct unit_row rows[UNIT_COUNT] = {
    [UNIT_NONE] = {FIGURE_NUMBER, {"", 0}, 1, 0},
#define UNIT(name, kind, canonical, factor, offset) \
    [UNIT_##name] = {FIGURE_##kind, {canonical, sizeof canonical - 1}, factor, offset},
    UNITS(UNIT)
#undef UNIT
};

enum figure_kind unit_kind(enum unit u) {
    return rows[u].kind;
}

struct text unit_name(enum unit u) {
    return rows[u].canonical;
}

/* Rounded to 12 digits, so that 90 minutes are 1.5 hours however they are computed. */
double unit_convert(enum unit u, double value) {
    if (isinf(value)) return value;
    double raw = value * rows[u].factor + rows[u].offset, scale = 1;
    if (raw == floor(raw)) return raw;
    while (fabs(raw) * scale < 1e11 && scale < 1e15) scale *= 10;
    return round(raw * scale) / scale;
}

struct interval unit_convert_interval(enum unit u, struct interval i) {
    i.low = unit_convert(u, i.low);
    i.high = unit_convert(u, i.high);
    return i;
}

static bool is_hour(const struct pieces *p, int32_t at) {
    return piece_at(p, at)->word->unit == UNIT_HOUR || piece_is(p, at, "h");
}

/* "per hour", "an hour", "/h", "per second" at `at`; the piece after it, or 0. */
static int32_t read_per(const struct pieces *p, int32_t at, bool *second) {
    bool per = piece_is_any(p, at, "per / a an");
    *second = piece_at(p, at + 1)->word->unit == UNIT_SECOND || (piece_is(p, at, "/") && piece_is(p, at + 1, "s"));
    return per && (is_hour(p, at + 1) || *second) ? at + 2 : 0;
}

static enum unit read_speed(const struct pieces *p, int32_t at, enum unit distance, int32_t *end) {
    bool second;
    int32_t after = read_per(p, at, &second);
    enum unit speed = distance == UNIT_MILE ? UNIT_MILE_PER_HOUR : UNIT_KM_PER_HOUR;
    if (!after || (second && distance != UNIT_METRE) || (!second && distance == UNIT_METRE)) return distance;
    *end = after;
    return second ? UNIT_METRE_PER_SECOND : speed;
}

static enum unit squared(enum unit u) {
    switch (u) {
    case UNIT_METRE: return UNIT_SQUARE_METRE;
    case UNIT_KILOMETRE: return UNIT_SQUARE_KILOMETRE;
    case UNIT_FOOT: return UNIT_SQUARE_FOOT;
    case UNIT_MILE: return UNIT_SQUARE_MILE;
    default: return UNIT_NONE;
    }
}

/* Units of two words that begin with a word which is no unit, or another one. */
static enum unit read_compound(const struct pieces *p, int32_t at, int32_t *end) {
    enum unit next = (enum unit)piece_at(p, at + 1)->word->unit;
    *end = at + 2;
    if (piece_is(p, at, "per") && piece_is_any(p, at + 1, "cent head")) {
        if (piece_is(p, at + 1, "head")) return UNIT_NONE;
        *end += piece_is(p, at + 2, "point") || piece_is(p, at + 2, "points");
        return *end == at + 3 ? UNIT_PERCENTAGE_POINT : UNIT_PERCENT;
    }
    if (next == UNIT_POINT && piece_is_any(p, at, "percentage percent % pct")) return UNIT_PERCENTAGE_POINT;
    if (next == UNIT_POINT && piece_is(p, at, "basis")) return UNIT_BASIS_POINT;
    if (piece_is_any(p, at, "square sq")) return squared(next);
    if (piece_is(p, at, "cubic") && next == UNIT_METRE) return UNIT_CUBIC_METRE;
    if (piece_is(p, at, "nautical") && next == UNIT_MILE) return UNIT_NAUTICAL_MILE;
    bool degree = piece_at(p, at)->word->unit == UNIT_DEGREE;
    if (degree && (next == UNIT_CELSIUS || next == UNIT_FAHRENHEIT)) return next;
    if (piece_at(p, at)->word->unit == UNIT_POUND && next == UNIT_POUND_STERLING) return next;
    if (piece_is_any(p, at, "us u.s. american") && next == UNIT_DOLLAR) return next;
    if (piece_is_any(p, at, "australian canadian hong-kong singapore") && next == UNIT_DOLLAR) return UNIT_OTHER_DOLLAR;
    return UNIT_NONE;
}

/* Lone letters and signs are units only right after the digits; a singular needs one, a fraction or a hyphen. */
static bool fits_number(const struct pieces *p, int32_t at, const struct amount *a) {
    const struct piece *piece = piece_at(p, at);
    if (piece->text.length == 1 && piece->text.bytes[0] != '%') return piece->glued;
    if (piece->word->roles & ROLE_ORDINAL) return piece->hyphened || a->article || (a->value == 1 && a->in_words);
    if (piece_is_any(p, at, "$ £ €")) return piece->glued && !piece->hyphened;
    return true;
}

enum unit unit_read(const struct pieces *p, int32_t at, const struct amount *a, int32_t *end) {
    int32_t after;
    enum unit compound = read_compound(p, at, &after);
    if (compound != UNIT_NONE) {
        *end = after;
        return compound;
    }
    enum unit u = piece_has(p, at, ROLE_UNIT) ? (enum unit)piece_at(p, at)->word->unit : UNIT_NONE;
    if (piece_is(p, at, "in") && piece_at(p, at)->glued && !piece_at(p, at)->hyphened) u = UNIT_INCH;
    if (u == UNIT_NONE || !fits_number(p, at, a)) return UNIT_NONE;
    *end = at + 1;
    if (u == UNIT_POUND && a->multiplied) return UNIT_POUND_STERLING;
    if (u == UNIT_POINT && a->part) return UNIT_PERCENTAGE_POINT;
    if (unit_kind(u) == FIGURE_DISTANCE) return read_speed(p, at + 1, u, end);
    return u;
}

/* Half of the last digit's place. Of small whole numbers up to `share` of the value, as people round an hour and 50
 * minutes to two hours; of round ones a tenth in counts and millions, less in measures, where 70 is not said of 75. */
static double half_width(const struct amount *a, enum figure_kind kind, double share) {
    double half = a->place / 2, size = fabs(a->value);
    bool loose = a->multiplied || kind == FIGURE_COUNT || kind == FIGURE_NUMBER;
    if (kind == FIGURE_PERCENT || kind == FIGURE_TEMPERATURE) return fmin(half, 0.5);
    return fmin(half, size * (a->place <= 1 ? share : loose ? 0.1 : 0.05));
}

static struct interval around(double value, double width) {
    return (struct interval){value - width, value + width, false, true};
}

/* A number without a hedge. */
static void plain_reading(const struct amount *a, enum figure_kind kind, struct interval *means,
                          struct interval *suggests) {
    bool thing = kind == FIGURE_COUNT || kind == FIGURE_NUMBER;
    if (a->vague) {
        *means = (struct interval){a->low, a->high, false, true};
    } else if (a->share) {
        *means = around(a->value, a->value * 0.1);
    } else if (kind == FIGURE_AGE || kind == FIGURE_ORDINAL || (thing && !amount_is_round(a)) || a->value == 0) {
        *means = interval_point(a->value);
    } else if (kind == FIGURE_POINTS) {
        *means = around(a->value, a->place < 1 ? a->place / 20 : 0.5);
    } else {
        *means = around(a->value, half_width(a, kind, 0.25));
        *suggests = around(a->value, half_width(a, kind, 0.1));
        return;
    }
    *suggests = *means;
}

/* How far "about" reaches: a tenth, or half of the place of small and round numbers up to a fifth. */
static double about_width(const struct amount *a) {
    return fmax(fabs(a->value) * 0.1, fmin(a->place / 2, fabs(a->value) * 0.2));
}

static void vague_reading(enum hedge hedge, struct interval *means) {
    if (hedge == HEDGED_MORE || hedge == HEDGED_LEAST || hedge == HEDGED_JUST_OVER) means->high = INFINITY;
    if (hedge == HEDGED_LESS || hedge == HEDGED_MOST || hedge == HEDGED_NEARLY) means->low = 0;
    means->high_open = true;
}

void amount_reading(const struct amount *a, enum figure_kind kind, enum hedge hedge, struct interval *means,
                    struct interval *suggests) {
    double value = a->value, step = fmin(a->share ? value : a->place, fabs(value) * 0.2);
    plain_reading(a, kind, means, suggests);
    if (a->vague) {
        vague_reading(hedge, means);
        *suggests = *means;
        return;
    }
    switch (hedge) {
    case HEDGED_NOT: return;
    case HEDGED_EXACT: *means = interval_point(value); break;
    case HEDGED_NEARLY: *means = interval_half_open(value - step, value); break;
    case HEDGED_LESS: *means = (struct interval){-INFINITY, value, true, true}; break;
    case HEDGED_MOST: *means = (struct interval){-INFINITY, value, true, false}; break;
    case HEDGED_ABOUT: *means = (struct interval){value - about_width(a), value + about_width(a), false, false}; break;
    case HEDGED_MORE: *means = (struct interval){value, INFINITY, true, true}; break;
    case HEDGED_LEAST: *means = (struct interval){value, INFINITY, false, true}; break;
    case HEDGED_JUST_OVER: *means = (struct interval){value, value + fmax(step, value * 0.1), true, true}; break;
    }
    *suggests = *means;
    /* "More than 200" is not said of 1,000. */
    if (hedge == HEDGED_MORE) suggests->high = value + fmax(a->place, value * 0.5);
}

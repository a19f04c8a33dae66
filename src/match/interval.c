#include "match/interval.h"

#include <math.h>

struct interval interval_all(void) {
    return (struct interval){-INFINITY, INFINITY, true, true};
}

struct interval interval_point(double value) {
    return (struct interval){value, value, false, false};
}

struct interval interval_half_open(double low, double high) {
    return (struct interval){low, high, isinf(low), true};
}

bool interval_empty(struct interval i) {
    return i.low > i.high || (i.low == i.high && (i.low_open || i.high_open));
}

bool interval_contains(struct interval i, double value) {
    bool above = i.low_open ? value > i.low : value >= i.low;
    bool below = i.high_open ? value < i.high : value <= i.high;
    return above && below;
}

struct interval interval_intersect(struct interval a, struct interval b) {
    struct interval both = a;
    if (b.low > a.low || (b.low == a.low && b.low_open)) both.low = b.low, both.low_open = b.low_open;
    if (b.high < a.high || (b.high == a.high && b.high_open)) both.high = b.high, both.high_open = b.high_open;
    return both;
}

struct interval interval_hull(struct interval a, struct interval b) {
    struct interval hull = a;
    if (b.low < a.low || (b.low == a.low && !b.low_open)) hull.low = b.low, hull.low_open = b.low_open;
    if (b.high > a.high || (b.high == a.high && !b.high_open)) hull.high = b.high, hull.high_open = b.high_open;
    return hull;
}

bool interval_disjoint(struct interval a, struct interval b) {
    return interval_empty(interval_intersect(a, b));
}

bool interval_within(struct interval part, struct interval whole) {
    struct interval common = interval_intersect(part, whole);
    return interval_empty(part) || (common.low == part.low && common.high == part.high &&
                                    common.low_open == part.low_open && common.high_open == part.high_open);
}

size_t interval_complement(struct interval i, struct interval pieces[2]) {
    size_t count = 0;
    if (interval_empty(i)) {
        pieces[count++] = interval_all();
        return count;
    }
    if (i.low != -INFINITY) pieces[count++] = (struct interval){-INFINITY, i.low, true, !i.low_open};
    if (i.high != INFINITY) pieces[count++] = (struct interval){i.high, INFINITY, !i.high_open, true};
    return count;
}

int interval_compare(struct interval a, struct interval b) {
    if (a.low != b.low) return a.low < b.low ? -1 : 1;
    if (a.low_open != b.low_open) return a.low_open ? 1 : -1;
    if (a.high != b.high) return a.high < b.high ? -1 : 1;
    return b.high_open - a.high_open;
}

void interval_print(struct interval i, struct buffer *out) {
    if (i.low == i.high && !i.low_open && !i.high_open) {
        number_print(i.low, out);
        return;
    }
    buffer_char(out, i.low_open ? '(' : '[');
    number_print(i.low, out);
    buffer_char(out, ',');
    number_print(i.high, out);
    buffer_char(out, i.high_open ? ')' : ']');
}

/* "inf" and "-inf" are written by number_print, too. */
static bool parse_end(struct text t, double *value) {
    t = text_trim(t);
    bool minus = text_equal(t, TEXT("-inf"));
    if (!minus && !text_equal(t, TEXT("inf"))) return number_parse(t, value, NULL);
    *value = minus ? -INFINITY : INFINITY;
    return true;
}

static bool parse_brackets(struct text t, struct interval *out) {
    if (t.length < 5) return false;
    char open = t.bytes[0], close = t.bytes[t.length - 1];
    if ((open != '[' && open != '(') || (close != ']' && close != ')')) return false;
    size_t comma = 1;
    while (comma < t.length && t.bytes[comma] != ',') comma++;
    struct interval i = {0};
    if (!parse_end(text_slice(t, 1, comma), &i.low)) return false;
    if (comma == t.length || !parse_end(text_slice(t, comma + 1, t.length - 1), &i.high)) return false;
    i.low_open = open == '(' || isinf(i.low);
    i.high_open = close == ')' || isinf(i.high);
    *out = i;
    return !interval_empty(i);
}

bool interval_parse(struct text t, struct interval *out) {
    static const struct {
        struct text sign;
        bool below, open;
    } signs[] = {{{">=", 2}, false, false}, {{"<=", 2}, true, false}, {{">", 1}, false, true}, {{"<", 1}, true, true}};
    t = text_trim(t);
    double value;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!text_starts(t, signs[i].sign)) continue;
        if (!number_parse(text_trim(text_slice(t, signs[i].sign.length, t.length)), &value, NULL)) return false;
        *out = signs[i].below ? (struct interval){-INFINITY, value, true, signs[i].open}
                              : (struct interval){value, INFINITY, signs[i].open, true};
        return true;
    }
    if (parse_brackets(t, out)) return true;
    if (!number_parse(t, &value, NULL)) return false;
    *out = interval_point(value);
    return true;
}

static void print_digits(double scaled, int decimals, struct buffer *out) {
    char digits[40];
    int count = 0;
    for (; count < 32 && (scaled >= 1 || count <= decimals); count++) {
        double tenth = floor(scaled / 10);
        digits[count] = (char)('0' + (int)(scaled - tenth * 10));
        scaled = tenth;
    }
    while (count-- > 0) {
        buffer_char(out, digits[count]);
        if (count == decimals && count > 0) buffer_char(out, '.');
    }
}

void number_print(double value, struct buffer *out) {
    if (isnan(value)) {
        buffer_string(out, "nan");
        return;
    }
    if (value < 0) buffer_char(out, '-');
    value = fabs(value);
    if (isinf(value) || value >= 1e30) {
        buffer_string(out, "inf");
        return;
    }
    double scale = 1;
    int decimals = 0;
    while (decimals < 12 && fabs(round(value * scale) - value * scale) > value * scale * 1e-12) decimals++, scale *= 10;
    print_digits(round(value * scale), decimals, out);
}

/* A comma between digits parts thousands when three digits follow it. */
static bool is_thousands_comma(struct text t, size_t at) {
    return at > 0 && at + 3 < t.length && t.bytes[at] == ',' && ascii_digit(t.bytes[at - 1]) &&
           ascii_digit(t.bytes[at + 1]) && ascii_digit(t.bytes[at + 2]) && ascii_digit(t.bytes[at + 3]);
}

bool number_parse(struct text t, double *value, int *decimals) {
    size_t at = t.length && (t.bytes[0] == '-' || t.bytes[0] == '+');
    bool minus = at && t.bytes[0] == '-', point = false;
    double mantissa = 0, scale = 1;
    int places = 0, digits = 0;
    for (; at < t.length; at++) {
        if (t.bytes[at] == '.' && !point && digits) {
            point = true;
        } else if (ascii_digit(t.bytes[at])) {
            mantissa = mantissa * 10 + (t.bytes[at] - '0');
            digits++;
            if (point) places++, scale *= 10;
        } else if (point || !is_thousands_comma(t, at)) {
            return false;
        }
    }
    if (!digits || digits > 300 || (point && !places)) return false;
    *value = (minus ? -mantissa : mantissa) / scale;
    if (decimals) *decimals = places;
    return true;
}

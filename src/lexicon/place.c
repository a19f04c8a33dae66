#include "lexicon/place.h"

#include "lexicon/entry.h"
#include "lexicon/place_table.h"

enum { MOST_PLACES = 64, LONGEST_NAME = 64 };

extern const struct place_table place_table; /* from the assembly that build.c writes */

struct place_set {
    uint32_t items[MOST_PLACES];
    size_t count;
};

static const unsigned char *part(const unsigned char *offset) {
    return (const unsigned char *)&place_table + read_u32(offset);
}

static struct text name_at(uint32_t i) {
    const unsigned char *row = part(place_table.names) + PLACE_NAME_BYTES * (size_t)i;
    return (struct text){(const char *)part(place_table.strings) + read_u32(row), read_u32(row + 4)};
}

static uint32_t place_of(uint32_t i) {
    return read_u32(part(place_table.names) + PLACE_NAME_BYTES * (size_t)i + 8);
}

static bool has(const struct place_set *s, uint32_t place) {
    for (size_t i = 0; i < s->count; i++)
        if (s->items[i] == place) return true;
    return false;
}

static void add(struct place_set *s, uint32_t place) {
    if (s->count < MOST_PLACES && !has(s, place)) s->items[s->count++] = place;
}

/* All places of the name. */
static struct place_set find(struct text name) {
    char lower[LONGEST_NAME];
    struct place_set found = {.count = 0};
    if (text_starts(name, TEXT("the ")) || text_starts(name, TEXT("The "))) name = text_slice(name, 4, name.length);
    if (!name.length || name.length > LONGEST_NAME) return found;
    for (size_t i = 0; i < name.length; i++) lower[i] = ascii_lower(name.bytes[i]);
    struct text wanted = {lower, name.length};
    uint32_t low = 0, count = read_u32(place_table.name_count);
    for (uint32_t high = count; low < high;) {
        uint32_t middle = low + (high - low) / 2;
        if (text_compare(name_at(middle), wanted) < 0) low = middle + 1;
        else high = middle;
    }
    for (; low < count && text_equal(name_at(low), wanted); low++) add(&found, place_of(low));
    return found;
}

static uint32_t start_of(uint32_t place) {
    return read_u32(part(place_table.starts) + 4 * (size_t)place);
}

static bool is_kind(uint32_t place, enum place_kind kind) {
    return start_of(place) >> PLACE_KIND_SHIFT & kind;
}

/* With all that they are part of. */
static struct place_set widened(uint32_t place) {
    const unsigned char *wholes = part(place_table.wholes);
    struct place_set s = {{place}, 1};
    for (size_t i = 0; i < s.count; i++) {
        uint32_t end = start_of(s.items[i] + 1) & PLACE_START_MASK;
        for (uint32_t k = start_of(s.items[i]) & PLACE_START_MASK; k < end; k++) add(&s, read_u32(wholes + 4 * (size_t)k));
    }
    return s;
}

/* Is the one on one continent and the other on another, as far as anybody knows? */
static bool on_other_continents(const struct place_set *x, const struct place_set *y) {
    int first = 0, second = 0;
    for (size_t i = 0; i < x->count; i++) {
        first += is_kind(x->items[i], PLACE_CONTINENT);
        if (is_kind(x->items[i], PLACE_CONTINENT) && has(y, x->items[i])) return false;
    }
    for (size_t i = 0; i < y->count; i++) second += is_kind(y->items[i], PLACE_CONTINENT);
    return first && second;
}

/* "Ireland" is a country and an island: the country is meant. */
static void keep_bounded(struct place_set *s) {
    size_t kept = 0;
    for (size_t i = 0; i < s->count; i++)
        if (is_kind(s->items[i], PLACE_BOUNDED)) s->items[kept++] = s->items[i];
    if (kept) s->count = kept;
}

static enum nesting nest(uint32_t x, uint32_t y) {
    struct place_set above_x = widened(x), above_y = widened(y);
    if (has(&above_x, y) || has(&above_y, x)) return NESTING_WITHIN;
    bool apart = (is_kind(x, PLACE_BOUNDED) && is_kind(y, PLACE_BOUNDED)) || on_other_continents(&above_x, &above_y);
    if (apart) return NESTING_APART;
    return is_kind(x, PLACE_WIDE) || is_kind(y, PLACE_WIDE) ? NESTING_WITHIN : NESTING_UNKNOWN;
}

enum nesting places_nest(struct text a, struct text b) {
    struct place_set x = find(a), y = find(b);
    keep_bounded(&x);
    keep_bounded(&y);
    enum nesting all = x.count && y.count ? NESTING_APART : NESTING_UNKNOWN;
    for (size_t i = 0; i < x.count; i++)
        for (size_t k = 0; k < y.count && all != NESTING_WITHIN; k++) {
            enum nesting pair = nest(x.items[i], y.items[k]);
            if (pair != NESTING_APART) all = pair;
        }
    return all;
}

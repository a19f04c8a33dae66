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

/* With all that they are part of. */
static void widen(struct place_set *s) {
    const unsigned char *starts = part(place_table.starts), *wholes = part(place_table.wholes);
    for (size_t i = 0; i < s->count; i++) {
        const unsigned char *at = starts + 4 * (size_t)s->items[i];
        for (uint32_t k = read_u32(at); k < read_u32(at + 4); k++) add(s, read_u32(wholes + 4 * (size_t)k));
    }
}

static bool meet(const struct place_set *narrow, const struct place_set *wide) {
    for (size_t i = 0; i < narrow->count; i++)
        if (has(wide, narrow->items[i])) return true;
    return false;
}

enum nesting places_nest(struct text a, struct text b) {
    struct place_set x = find(a), y = find(b), above_x = x, above_y = y;
    if (!x.count || !y.count) return NESTING_UNKNOWN;
    widen(&above_x);
    widen(&above_y);
    return meet(&x, &above_y) || meet(&y, &above_x) ? NESTING_WITHIN : NESTING_APART;
}

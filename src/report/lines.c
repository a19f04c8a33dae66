#include "report/lines.h"

#include <string.h>

bool lines_index(struct arena *a, struct text source, struct lines *out) {
    *out = (struct lines){.source = source};
    const char *end = source.bytes + source.length;
    for (const char *at = source.bytes; at;) {
        uint32_t *start = list_add(a, &out->starts);
        if (!start) return false;
        *start = (uint32_t)(at - source.bytes);
        at = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
        if (at) at++;
    }
    return true;
}

struct place lines_place(const struct lines *l, size_t offset) {
    size_t low = 0, high = l->starts.count; /* the line is in [low, high) */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (l->starts.items[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    size_t start = l->starts.items[low];
    struct place place = place_of(text_slice(l->source, start, l->source.length), offset - start);
    place.line = low + 1;
    return place;
}

#include "report/line_hash.h"

#include "base/utf8.h"

#include <stdlib.h>

/* What GitHub's uploader does, see codeql-action, src/fingerprints.ts: a polynomial of the last BLOCK units, which
 * belongs to the line that began BLOCK units ago. */
enum { BLOCK = 100, FACTOR = 37, END = 0xFFFF };

struct rolling {
    struct arena *arena;
    struct line_hashes *out;
    uint64_t hash, factor;  /* FACTOR to the BLOCK */
    uint32_t window[BLOCK];
    bool starts[BLOCK];     /* a line began at this unit */
    size_t at;
    bool line_start, after_return;
};

static void add_line(struct rolling *r) {
    struct line_hash *line = list_add(r->arena, &r->out->items);
    if (line) line->hash = r->hash;
    r->starts[r->at] = false;
}

static void roll(struct rolling *r, uint32_t unit) {
    r->hash = FACTOR * r->hash + unit - r->factor * r->window[r->at];
    r->window[r->at] = unit;
    r->at = (r->at + 1) % BLOCK;
}

static void take(struct rolling *r, uint32_t unit) {
    bool skipped = unit == ' ' || unit == '\t' || (r->after_return && unit == '\n');
    if (skipped) {
        r->after_return = false;
        return;
    }
    r->after_return = unit == '\r';
    if (unit == '\r') unit = '\n';
    if (r->starts[r->at]) add_line(r);
    if (r->line_start) r->starts[r->at] = true;
    r->line_start = unit == '\n';
    roll(r, unit);
}

static void take_code(struct rolling *r, uint32_t code) {
    if (code < 0x10000) {
        take(r, code);
        return;
    }
    take(r, 0xD800 + ((code - 0x10000) >> 10));
    take(r, 0xDC00 + ((code - 0x10000) & 0x3FF));
}

static int by_hash(const void *left, const void *right) {
    const struct line_hash *x = *(struct line_hash *const *)left, *y = *(struct line_hash *const *)right;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (x > y) - (x < y);
}

static bool count_occurrences(struct arena *a, struct line_hashes *lines) {
    struct line_hash **sorted = arena_array(a, struct line_hash *, lines->items.count + 1);
    if (!sorted) return false;
    for (size_t i = 0; i < lines->items.count; i++) sorted[i] = &lines->items.items[i];
    qsort(sorted, lines->items.count, sizeof *sorted, by_hash);
    for (size_t i = 0; i < lines->items.count; i++)
        sorted[i]->occurrence = i && sorted[i - 1]->hash == sorted[i]->hash ? sorted[i - 1]->occurrence + 1 : 1;
    return true;
}

bool line_hashes_of(struct arena *a, struct text bytes, struct line_hashes *out) {
    struct rolling r = {.arena = a, .out = out, .factor = 1, .line_start = true};
    for (int i = 0; i < BLOCK; i++) r.factor *= FACTOR;
    for (size_t at = 0; at < bytes.length;) take_code(&r, utf8_next(bytes, &at));
    take(&r, END);
    for (int i = 0; i < BLOCK; i++) {
        if (r.starts[r.at]) add_line(&r);
        roll(&r, 0);
    }
    return !a->failed && count_occurrences(a, out);
}

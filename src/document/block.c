#include "document/reader.h"

#include <string.h>

static void add_run(struct mapped *m, size_t source) {
    struct run *last = m->runs.count ? &m->runs.items[m->runs.count - 1] : NULL;
    if (last && last->source + (m->bytes.length - last->text) == source) return;
    struct run *run = list_add(m->reader->arena, &m->runs);
    if (run) *run = (struct run){(uint32_t)m->bytes.length, (uint32_t)source};
}

void mapped_copy(struct mapped *m, size_t from, size_t to) {
    if (from >= to) return;
    add_run(m, from);
    buffer_append(&m->bytes, m->reader->document->source.bytes + from, to - from);
}

void mapped_decoded(struct mapped *m, struct text decoded, size_t from, size_t to) {
    size_t written = to > from ? to - from : 1;
    for (size_t i = 0; i < decoded.length; i++) {
        add_run(m, from + (i < written ? i : written - 1)); /* a few entities stand for more bytes than they have */
        buffer_char(&m->bytes, decoded.bytes[i]);
    }
}

void mapped_trim(struct mapped *m) {
    while (m->bytes.length && strchr(" \t\r\n", m->bytes.bytes[m->bytes.length - 1])) m->bytes.length--;
    while (m->runs.count && m->runs.items[m->runs.count - 1].text >= m->bytes.length) m->runs.count--;
}

static bool stands_in_source(const struct mapped *m, struct text source) {
    struct text t = buffer_view(&m->bytes);
    if (m->runs.count != 1) return false;
    return text_equal(t, text_slice(source, m->runs.items[0].source, m->runs.items[0].source + t.length));
}

struct block mapped_finish(struct mapped *m, enum block_kind kind) {
    struct block b = {.kind = kind};
    struct text source = m->reader->document->source;
    mapped_trim(m);
    m->reader->arena->failed |= m->bytes.failed;
    if (m->runs.count) {
        if (stands_in_source(m, source))
            b.text = text_slice(source, m->runs.items[0].source, m->runs.items[0].source + m->bytes.length);
        else
            b.text = arena_text(m->reader->arena, buffer_view(&m->bytes));
    }
    b.runs.items = m->runs.items;
    b.runs.count = m->runs.count;
    b.runs.capacity = m->runs.capacity;
    memset(&m->runs, 0, sizeof m->runs);
    buffer_clear(&m->bytes);
    return b;
}

/* The last run that begins at or before text byte `at`. */
static size_t run_of(const struct block *b, uint32_t at) {
    size_t low = 0, high = b->runs.count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (b->runs.items[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

uint32_t block_source(const struct block *b, uint32_t at) {
    if (!b->runs.count) return at;
    const struct run *run = &b->runs.items[run_of(b, at)];
    return run->source + (at - run->text);
}

struct block block_part(struct reader *r, const struct block *whole, size_t from, size_t to) {
    struct text part = text_trim_wide(text_slice(whole->text, from, to));
    struct block b = {.kind = whole->kind, .text = part};
    if (!part.length) return b;
    uint32_t start = (uint32_t)(part.bytes - whole->text.bytes);
    for (size_t i = run_of(whole, start); i < whole->runs.count; i++) {
        struct run run = whole->runs.items[i];
        if (run.text >= start + part.length) break;
        struct run *room = list_add(r->arena, &b.runs);
        if (!room) break;
        *room = run.text < start ? (struct run){0, run.source + (start - run.text)}
                                 : (struct run){run.text - start, run.source};
    }
    return b;
}

void block_add(struct reader *r, struct block b) {
    if (!b.text.length) return;
    struct block *room = list_add(r->arena, &r->document->blocks);
    if (room) *room = b;
}

struct block block_slice(struct reader *r, enum block_kind kind, struct span s) {
    struct block b = {.kind = kind, .text = text_slice(r->document->source, s.start, s.end)};
    struct run *run = list_add(r->arena, &b.runs);
    if (run) *run = (struct run){0, s.start};
    return b;
}

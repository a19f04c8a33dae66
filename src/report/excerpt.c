#include "report/excerpt.h"

#include "base/limits.h"

#include <stdlib.h>

enum { AROUND = 110 }; /* bytes of context on each side of a sentence */

bool layout_read(struct arena *a, const struct source *s, struct layout *out) {
    struct belie_error error = {0};
    *out = (struct layout){0};
    if (!s->bytes.length) return true;
    out->read = document_read(a, s->path, s->bytes, FORMAT_BY_NAME, &out->document, &error);
    return !a->failed;
}

static uint32_t block_end(const struct block *b) {
    return b->text.length ? block_source(b, (uint32_t)b->text.length - 1) + 1 : block_source(b, 0);
}

const struct block *layout_block(const struct layout *l, uint32_t offset, size_t *index) {
    for (size_t i = 0; l->read && i < l->document.blocks.count; i++) {
        const struct block *b = &l->document.blocks.items[i];
        if (offset < block_source(b, 0) || offset >= block_end(b)) continue;
        *index = i;
        return b;
    }
    return NULL;
}

uint32_t block_offset(const struct block *b, uint32_t offset) {
    for (size_t i = b->runs.count; i-- > 0;) {
        const struct run *run = &b->runs.items[i];
        if (run->source > offset) continue;
        uint32_t at = run->text + (offset - run->source);
        uint32_t end = i + 1 < b->runs.count ? b->runs.items[i + 1].text : (uint32_t)b->text.length;
        return at < end ? at : end;
    }
    return 0;
}

static int by_start(const void *a, const void *b) {
    const struct span *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

size_t spans_join(struct span *spans, size_t count) {
    size_t kept = 0;
    if (!count) return 0;
    qsort(spans, count, sizeof *spans, by_start);
    for (size_t i = 1; i < count; i++) {
        if (spans[i].start <= spans[kept].end) spans[kept] = span_join(spans[kept], spans[i]);
        else spans[++kept] = spans[i];
    }
    return kept + 1;
}

static bool same_sentence(const struct claim *a, const struct claim *b) {
    return a->sentence.start == b->sentence.start && a->sentence.end == b->sentence.end;
}

/* The words of all claims in the sentence of claim `first`, as bytes of the file; *whole is what they and it cover. */
static void collect(const struct quoted *q, size_t first, struct excerpt *out, struct citation *whole) {
    *whole = origin_cite(q->origin, q->claims[first]);
    for (size_t i = first; i < q->count && out->mark_count < EXCERPT_MARKS; i++) {
        if (!same_sentence(q->claims[i], q->claims[first])) continue;
        struct citation citation = origin_cite(q->origin, q->claims[i]);
        if (citation.context.length > whole->context.length) *whole = citation;
        out->marks[out->mark_count++] = citation.span;
    }
    out->mark_count = spans_join(out->marks, out->mark_count);
    out->claim = q->claims[first];
    out->place = origin_cite(q->origin, out->claim).place;
}

static void clip(struct span *s, struct span to) {
    if (s->end > to.end) s->end = to.end;
    if (s->start < to.start) s->start = to.start;
    if (s->start > s->end) s->start = s->end;
}

static bool is_inside_character(struct text t, size_t at) {
    return at < t.length && ((unsigned char)t.bytes[at] & 0xC0) == 0x80;
}

/* A little of the block before and behind the sentence, from word to word. */
static struct span around(struct text t, struct span sentence) {
    size_t start = sentence.start > AROUND ? sentence.start - AROUND : 0;
    size_t end = sentence.end + AROUND < t.length ? sentence.end + AROUND : t.length;
    while (start && start < sentence.start && t.bytes[start - 1] != ' ') start++;
    while (end < t.length && end > sentence.end && t.bytes[end] != ' ') end--;
    while (is_inside_character(t, start)) start++;
    while (is_inside_character(t, end)) end++;
    return (struct span){(uint32_t)start, (uint32_t)end};
}

static struct span moved(struct span s, uint32_t by) {
    return (struct span){s.start - by, s.end - by};
}

static void within_block(struct excerpt *e, const struct block *b, struct span whole) {
    for (size_t i = 0; i < e->mark_count; i++)
        e->marks[i] = (struct span){block_offset(b, e->marks[i].start), block_offset(b, e->marks[i].end - 1) + 1};
    e->sentence = (struct span){block_offset(b, whole.start), block_offset(b, whole.end - 1) + 1};
    struct span shown = around(b->text, e->sentence);
    e->text = text_slice(b->text, shown.start, shown.end);
    e->more_before = shown.start > 0;
    e->more_after = shown.end < b->text.length;
    e->sentence = moved(e->sentence, shown.start);
    for (size_t i = 0; i < e->mark_count; i++) e->marks[i] = moved(e->marks[i], shown.start);
}

static void within_citation(struct excerpt *e, const struct citation *citation, struct span whole) {
    e->text = citation->context;
    e->more_before = citation->more_before;
    e->more_after = citation->more_after;
    e->sentence = (struct span){0, (uint32_t)citation->context.length};
    for (size_t i = 0; i < e->mark_count; i++) {
        clip(&e->marks[i], whole);
        e->marks[i] = moved(e->marks[i], whole.start);
    }
}

static void excerpt(const struct quoted *q, size_t first, struct excerpt *out) {
    struct citation citation;
    *out = (struct excerpt){0};
    collect(q, first, out, &citation);
    struct span whole = span_join(citation.span, citation.sentence);
    const struct block *b = layout_block(q->layout, citation.span.start, &out->block);
    uint32_t last = whole.end ? whole.end - 1 : 0;
    bool fits = b && whole.end > whole.start && whole.start >= block_source(b, 0) && last < block_end(b);
    if (fits) within_block(out, b, whole);
    else within_citation(out, &citation, whole);
    struct span all = {0, (uint32_t)out->text.length};
    clip(&out->sentence, all);
    for (size_t i = 0; i < out->mark_count; i++) clip(&out->marks[i], all);
}

static bool shown_before(const struct quoted *q, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (same_sentence(q->claims[i], q->claims[index])) return true;
    return false;
}

size_t excerpts_of(const struct quoted *q, struct excerpt *out, size_t most) {
    size_t found = 0;
    for (size_t i = 0; i < q->count; i++) {
        if (shown_before(q, i)) continue;
        if (found < most) excerpt(q, i, &out[found]);
        found++;
    }
    return found;
}

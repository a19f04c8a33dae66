/* Claims read from lines, as sources of a comparison. */
#include "report/claim_lines.h"

#include <stdlib.h>
#include <string.h>

static int by_number(const void *a, const void *b) {
    const struct claim_document *x = a, *y = b;
    if (x->number != y->number) return x->number < y->number ? -1 : 1;
    return text_compare(x->path, y->path);
}

void claim_lines_sort(struct claim_lines *l) {
    if (l->documents.count) qsort(l->documents.items, l->documents.count, sizeof *l->documents.items, by_number);
    symbols_release(&l->paths); /* its numbers hold no longer */
}

/* A line of the document at hand, with where its context went in the bytes put together. */
struct piece {
    const struct claim_line *line;
    uint32_t number; /* of the line, so that the order is total */
    size_t at;
};

static uint32_t context_start(const struct claim_line *l) {
    return span_join(l->claim.span, l->claim.sentence).start;
}

static int by_place(const void *a, const void *b) {
    const struct piece *x = a, *y = b;
    uint32_t left = context_start(x->line), right = context_start(y->line);
    if (left != right) return left < right ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static int by_order(const void *a, const void *b) {
    const struct piece *x = a, *y = b;
    if (x->line->order != y->line->order) return x->line->order < y->line->order ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

/* Contexts that overlap in the file do so in the result; between others goes a line's end. */
static void join_contexts(struct piece *pieces, size_t count, struct buffer *bytes) {
    size_t end = 0; /* in the file, of what was put together */
    for (size_t i = 0; i < count; i++) {
        struct text context = pieces[i].line->citation.context;
        size_t start = context_start(pieces[i].line), known = end > start ? end - start : 0;
        if (!known && i) buffer_char(bytes, '\n');
        pieces[i].at = bytes->length - known;
        buffer_text(bytes, text_slice(context, known, context.length));
        if (start + context.length > end) end = start + context.length;
    }
}

static struct span moved(struct span s, const struct piece *p) {
    uint32_t start = (uint32_t)(p->at + (s.start - context_start(p->line)));
    return (struct span){start, start + (s.end - s.start)};
}

static bool fill_source(struct arena *a, const struct claim_document *d, const struct piece *pieces, uint32_t number,
                        struct source *out, const struct citation **given) {
    size_t count = d->lines.count;
    struct claims *claims = arena_new(a, struct claims);
    struct claim *items = arena_array(a, struct claim, count);
    struct citation *citations = arena_array(a, struct citation, count);
    if (!claims || !items || !citations) return false;
    for (size_t i = 0; i < count; i++) {
        items[i] = pieces[i].line->claim;
        items[i].document = number;
        items[i].span = moved(items[i].span, &pieces[i]);
        items[i].sentence = moved(items[i].sentence, &pieces[i]);
        citations[i] = pieces[i].line->citation;
    }
    claims->sketch = d->names;
    claims->items.items = items;
    claims->items.count = claims->items.capacity = count;
    out->claims = claims;
    *given = citations;
    return true;
}

bool claim_lines_source(struct arena *a, const struct claim_lines *l, const struct claim_document *d, uint32_t number,
                        struct source *out, const struct citation **given) {
    size_t count = d->lines.count;
    struct buffer bytes = {0};
    struct piece *pieces = arena_array(a, struct piece, count);
    for (size_t i = 0; pieces && i < count; i++)
        pieces[i] = (struct piece){&l->lines.items[d->lines.items[i]], d->lines.items[i], 0};
    if (!pieces) return false;
    qsort(pieces, count, sizeof *pieces, by_place);
    join_contexts(pieces, count, &bytes);
    qsort(pieces, count, sizeof *pieces, by_order);
    *out = (struct source){.path = d->path,
                           .title = d->title,
                           .outlet = d->outlet,
                           .published = d->published,
                           .hash = d->hash,
                           .bytes = arena_text(a, buffer_view(&bytes)),
                           .draft = d->draft};
    bool ok = !bytes.failed && fill_source(a, d, pieces, number, out, given);
    buffer_release(&bytes);
    return ok;
}

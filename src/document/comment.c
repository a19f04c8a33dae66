#include "document/reader.h"

#include <string.h>

static size_t find(struct text source, size_t from, size_t to, struct text mark) {
    const char *at = from < to ? memmem(source.bytes + from, to - from, mark.bytes, mark.length) : NULL;
    return at ? (size_t)(at - source.bytes) : to;
}

void comments_add(struct reader *r, struct span s, enum comment_kind kind) {
    struct comment *room = list_add(r->arena, &r->document->comments.items);
    if (room) *room = (struct comment){s, kind};
}

/* "<!-->" is whole: the dashes of the first mark may serve the last. */
void comments_find(struct reader *r, size_t from, size_t to) {
    struct text source = r->document->source, open = TEXT("<!--"), close = TEXT("-->");
    for (size_t at = find(source, from, to, open); at < to; at = find(source, from, to, open)) {
        size_t end = find(source, at + 2, to, close);
        if (end == to) {
            comments_add(r, (struct span){(uint32_t)at, (uint32_t)(at + open.length)}, COMMENT_ENDLESS);
            return;
        }
        from = end + close.length;
        comments_add(r, (struct span){(uint32_t)at, (uint32_t)from}, COMMENT_HIDDEN);
    }
}

struct text comments_blank(struct reader *r) {
    struct text source = r->document->source;
    const struct comment *first = comment_after(r, 0);
    char *blank = first ? arena_copy(r->arena, source.bytes, source.length) : NULL;
    if (!blank) return source;
    const struct comments *all = &r->document->comments;
    for (const struct comment *c = first; c < all->items.items + all->items.count; c++)
        if (c->kind == COMMENT_HIDDEN) memset(blank + c->span.start, ' ', c->span.end - c->span.start);
    return (struct text){blank, source.length};
}

const struct comment *comment_after(const struct reader *r, size_t at) {
    const struct comments *all = &r->document->comments;
    size_t low = 0, high = all->items.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all->items.items[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < all->items.count && all->items.items[low].kind != COMMENT_HIDDEN) low++;
    return low < all->items.count ? &all->items.items[low] : NULL;
}

void mapped_copy_visible(struct mapped *m, size_t from, size_t to) {
    const struct comment *c;
    while ((c = comment_after(m->reader, from)) && c->span.start < to) {
        mapped_copy(m, from, c->span.start);
        from = c->span.end;
    }
    mapped_copy(m, from, to);
}

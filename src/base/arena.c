#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { PAGE_BYTES = 256 * 1024, HUGE_BYTES = 2 * 1024 * 1024, LARGEST_PAGE = 2 * HUGE_BYTES, ALIGNMENT = 16 };

struct arena_page {
    struct arena_page *older;
    size_t bytes;
};

static size_t header_bytes(void) {
    return (sizeof(struct arena_page) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* An arena that grew large, as that of the rules does, gets huge pages: page faults are a tenth of start-up. */
static void *page_of(size_t *size) {
    if (*size < HUGE_BYTES || *size > SIZE_MAX - HUGE_BYTES) return malloc(*size);
    *size = (*size + HUGE_BYTES - 1) / HUGE_BYTES * HUGE_BYTES;
    void *page = aligned_alloc(HUGE_BYTES, *size);
#ifdef MADV_HUGEPAGE
    if (page) madvise(page, *size, MADV_HUGEPAGE);
#endif
    return page;
}

static bool add_page(struct arena *a, size_t bytes) {
    size_t least = a->pages ? 2 * a->pages->bytes : PAGE_BYTES;
    if (least > LARGEST_PAGE) least = LARGEST_PAGE;
    size_t size = header_bytes() + (bytes > least ? bytes : least);
    struct arena_page *page = page_of(&size);
    if (!page) {
        a->failed = true;
        return false;
    }
    *page = (struct arena_page){a->pages, size};
    a->pages = page;
    a->next = (char *)page + header_bytes();
    a->end = (char *)page + size;
    return true;
}

bool arena_reserve(struct arena *a, size_t bytes) {
    return add_page(a, bytes);
}

struct text arena_used(const struct arena *a) {
    if (!a->pages || a->pages->older) return TEXT("");
    char *first = (char *)a->pages + header_bytes();
    return (struct text){first, (size_t)(a->next - first)};
}

void *arena_take(struct arena *a, size_t bytes) {
    if (bytes > SIZE_MAX / 2) {
        a->failed = true;
        return NULL;
    }
    size_t rounded = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!rounded) rounded = ALIGNMENT;
    if ((size_t)(a->end - a->next) < rounded && !add_page(a, rounded)) return NULL;
    void *result = a->next;
    a->next += rounded;
    return result;
}

void *arena_alloc(struct arena *a, size_t bytes) {
    void *result = arena_take(a, bytes);
    return result ? memset(result, 0, bytes) : NULL;
}

void *arena_copy(struct arena *a, const void *bytes, size_t length) {
    void *copy = arena_take(a, length);
    if (copy && length) memcpy(copy, bytes, length);
    return copy;
}

struct text arena_text(struct arena *a, struct text t) {
    char *copy = arena_take(a, t.length + 1);
    if (!copy) return TEXT("");
    copy[t.length] = '\0';
    if (t.length) memcpy(copy, t.bytes, t.length);
    return (struct text){copy, t.length};
}

struct text arena_join(struct arena *a, struct text first, struct text second) {
    size_t length = first.length + 1 + second.length;
    char *joined = arena_take(a, length + 1);
    if (!joined) return TEXT("");
    if (first.length) memcpy(joined, first.bytes, first.length);
    joined[first.length] = ' ';
    if (second.length) memcpy(joined + first.length + 1, second.bytes, second.length);
    joined[length] = '\0';
    return (struct text){joined, length};
}

struct text arena_format(struct arena *a, const char *format, ...) {
    struct buffer scratch = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vformat(&scratch, format, arguments);
    va_end(arguments);
    struct text copy = arena_text(a, buffer_view(&scratch));
    a->failed |= scratch.failed;
    buffer_release(&scratch);
    return copy;
}

static void free_pages(struct arena_page *page) {
    while (page) {
        struct arena_page *older = page->older;
        free(page);
        page = older;
    }
}

void arena_reset(struct arena *a) {
    if (!a->pages) return;
    free_pages(a->pages->older);
    a->pages->older = NULL;
    a->next = (char *)a->pages + header_bytes();
    a->end = (char *)a->pages + a->pages->bytes;
    a->failed = false;
}

void arena_release(struct arena *a) {
    free_pages(a->pages);
    *a = (struct arena){0};
}

bool arena_grow(struct arena *a, void **items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return true;
    size_t wanted = *capacity ? *capacity * 2 : 8;
    char *grown = arena_take(a, wanted * size);
    if (!grown) return false;
    if (count) memcpy(grown, *items, count * size);
    memset(grown + count * size, 0, (wanted - count) * size);
    *items = grown;
    *capacity = wanted;
    return true;
}

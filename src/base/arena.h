/* Memory that is freed all at once: one arena a document, one a set of rules. */
#ifndef BELIE_BASE_ARENA_H
#define BELIE_BASE_ARENA_H

#include "base/text.h"

struct arena_page;

/* All zero is an empty arena. A failed allocation sets `failed`; the caller of a stage asks once, at its end. */
struct arena {
    struct arena_page *pages;
    char *next, *end;
    bool failed;
};

/* Zeroed memory, aligned for any type, that lives until arena_reset or arena_release; NULL when memory is short. */
void *arena_alloc(struct arena *a, size_t bytes);
void *arena_take(struct arena *a, size_t bytes); /* the same, but not zeroed: for what is written at once */
void *arena_copy(struct arena *a, const void *bytes, size_t length);
struct text arena_text(struct arena *a, struct text t); /* a NUL-terminated copy; empty when memory is short */
struct text arena_join(struct arena *a, struct text first, struct text second); /* with a space between them */
struct text arena_format(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool arena_reserve(struct arena *a, size_t bytes);   /* so much memory will come from one piece */
struct text arena_used(const struct arena *a);       /* all that was taken; empty unless it stands in one piece */
void arena_reset(struct arena *a);   /* everything is gone, one page is kept for the next document */
void arena_release(struct arena *a); /* everything is freed; the arena is empty and usable again */

#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_array(a, type, n) ((type *)arena_alloc((a), sizeof(type) * (size_t)(n)))

/* A typed list that grows inside an arena: struct { LIST(struct token); } tokens; */
#define LIST(type)     \
    struct {           \
        type *items;   \
        size_t count;  \
        size_t capacity; \
    }

/* Room for one more item: its address (zeroed), or NULL when memory is short. */
#define list_add(a, list)                                                                                          \
    (arena_grow((a), (void **)&(list)->items, (list)->count, &(list)->capacity, sizeof(*(list)->items))              \
         ? &(list)->items[(list)->count++]                                                                           \
         : NULL)

/* Makes room for `n` items in an empty list. It is not zeroed: each item must be written whole. */
#define list_reserve(a, list, n)                                                           \
    ((list)->items = arena_take((a), (size_t)(n) * sizeof *(list)->items),                 \
     (list)->capacity = (list)->items ? (size_t)(n) : 0)

bool arena_grow(struct arena *a, void **items, size_t count, size_t *capacity, size_t size);

#endif

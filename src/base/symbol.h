/* Interned text: equal texts have equal numbers. */
#ifndef BELIE_BASE_SYMBOL_H
#define BELIE_BASE_SYMBOL_H

#include "base/arena.h"

typedef uint32_t symbol; /* 0 stands for none */

/* Insert-only. All zero is an empty table; symbols count from 1. */
struct symbols {
    struct arena arena;
    LIST(struct text) texts; /* texts.items[s - 1] is the text of symbol s */
    uint32_t *slots;
    size_t slot_count;
};

symbol symbols_find(const struct symbols *s, struct text t);  /* 0 when not interned */
symbol symbols_find_hashed(const struct symbols *s, struct text t, uint64_t hash); /* hash: text_hash(t) */
symbol symbols_intern(struct symbols *s, struct text t);      /* copies t; 0 only when memory is short */
struct text symbols_text(const struct symbols *s, symbol id); /* lives as long as the table; empty for 0 */
void symbols_release(struct symbols *s);

#endif

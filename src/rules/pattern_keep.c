/* Phrases consist of the same few elements again and again: equal ones are kept once, and take the room they need. */
#include "rules/loading.h"

static uint64_t hash_of(const struct pattern *p) {
    uint64_t hash = hash_mix((uint64_t)p->kind << 32 | (uint32_t)p->voice, (uint64_t)(uint32_t)p->index << 32 | p->most);
    for (size_t i = 0; i < p->symbols.count; i++) hash = hash_mix(hash, p->symbols.items[i]);
    for (size_t i = 0; i < p->items.count; i++) hash = hash_mix(hash, (uint64_t)(uintptr_t)p->items.items[i]);
    return hash;
}

static bool equal(const struct pattern *a, const struct pattern *b) {
    return a->kind == b->kind && a->begins == b->begins && a->voice == b->voice && a->index == b->index &&
           a->least == b->least && a->most == b->most && a->symbols.count == b->symbols.count &&
           a->items.count == b->items.count &&
           (!a->symbols.count || !memcmp(a->symbols.items, b->symbols.items, a->symbols.count * sizeof(symbol))) &&
           (!a->items.count || !memcmp(a->items.items, b->items.items, a->items.count * sizeof *a->items.items));
}

static const struct pattern **slot_of(struct loading *l, const struct pattern *p) {
    size_t mask = l->patterns.slot_count - 1, at = hash_of(p) & mask;
    while (l->patterns.slots[at] && !equal(l->patterns.slots[at], p)) at = (at + 1) & mask;
    return &l->patterns.slots[at];
}

static bool grow(struct loading *l) {
    const struct pattern **old = l->patterns.slots;
    size_t count = l->patterns.slot_count;
    if (l->patterns.count * 2 < count) return true;
    l->patterns.slot_count = count ? count * 2 : 4096;
    l->patterns.slots = arena_array(&l->scratch, const struct pattern *, l->patterns.slot_count);
    if (!l->patterns.slots) return loading_no_memory(l);
    for (size_t i = 0; i < count; i++)
        if (old[i]) *slot_of(l, old[i]) = old[i];
    return true;
}

static bool keep_items(struct loading *l, struct pattern *p) {
    const struct pattern **items = arena_array(&l->scratch, const struct pattern *, p->items.count);
    if (!items) return loading_no_memory(l);
    for (size_t i = 0; i < p->items.count; i++)
        if (!(items[i] = pattern_keep(l, p->items.items[i]))) return false;
    p->items.items = items;
    p->items.capacity = p->items.count;
    return true;
}

static const struct pattern *copy(struct loading *l, struct pattern p) {
    struct arena *a = &l->rules->arena;
    p.symbols.capacity = p.symbols.count;
    p.symbols.items = p.symbols.count ? arena_copy(a, p.symbols.items, p.symbols.count * sizeof(symbol)) : NULL;
    p.items.items = p.items.count ? arena_copy(a, p.items.items, p.items.count * sizeof *p.items.items) : NULL;
    l->patterns.count++;
    return arena_copy(a, &p, sizeof p);
}

/* Hash consing (Ershov 1958): with items that are kept already, equal patterns have equal bytes. */
const struct pattern *pattern_keep(struct loading *l, const struct pattern *p) {
    struct pattern own = *p;
    if (!keep_items(l, &own) || !grow(l)) return NULL;
    const struct pattern **slot = slot_of(l, &own);
    if (!*slot && !(*slot = copy(l, own))) loading_no_memory(l);
    return *slot;
}

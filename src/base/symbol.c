#include "base/symbol.h"

static size_t slot_of(const struct symbols *s, struct text t, uint64_t hash) {
    size_t at = hash & (s->slot_count - 1);
    while (s->slots[at] && !text_equal_short(s->texts.items[s->slots[at] - 1], t)) at = (at + 1) & (s->slot_count - 1);
    return at;
}

symbol symbols_find_hashed(const struct symbols *s, struct text t, uint64_t hash) {
    return s->slot_count ? s->slots[slot_of(s, t, hash)] : 0;
}

symbol symbols_find(const struct symbols *s, struct text t) {
    return symbols_find_hashed(s, t, text_hash(t));
}

static bool grow_slots(struct symbols *s) {
    size_t count = s->slot_count ? s->slot_count * 2 : 1024;
    uint32_t *slots = arena_array(&s->arena, uint32_t, count);
    if (!slots) return false;
    s->slots = slots;
    s->slot_count = count;
    for (size_t i = 0; i < s->texts.count; i++) {
        struct text t = s->texts.items[i];
        s->slots[slot_of(s, t, text_hash(t))] = (uint32_t)i + 1;
    }
    return true;
}

symbol symbols_intern(struct symbols *s, struct text t) {
    if (s->texts.count * 2 >= s->slot_count && !grow_slots(s)) return 0;
    size_t at = slot_of(s, t, text_hash(t));
    if (s->slots[at]) return s->slots[at];
    struct text *room = list_add(&s->arena, &s->texts);
    if (!room) return 0;
    *room = arena_text(&s->arena, t);
    s->slots[at] = (uint32_t)s->texts.count;
    return (symbol)s->texts.count;
}

struct text symbols_text(const struct symbols *s, symbol id) {
    return id && id <= s->texts.count ? s->texts.items[id - 1] : TEXT("");
}

void symbols_release(struct symbols *s) {
    arena_release(&s->arena);
    *s = (struct symbols){0};
}

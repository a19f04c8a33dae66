#include "compare/position.h"

#include "compare/reading.h"

bool voice_equal(const struct voice *a, const struct voice *b) {
    if (a->kind != b->kind) return false;
    if (a->kind == VOICE_OUTLET) return true;
    return a->entity == b->entity && (a->entity != NONE || text_equal(a->name, b->name));
}

bool voice_same_side(const struct voice *a, const struct voice *b) {
    if (a->kind != VOICE_SPEAKER || b->kind != VOICE_SPEAKER) return false;
    return voice_equal(a, b) || (a->side != NONE && a->side == b->side);
}

static bool add_claim(struct arena *a, struct position *p, const struct claim *c) {
    if (!p->claims.capacity) list_reserve(a, &p->claims, 1); /* most have one */
    const struct claim **room = list_add(a, &p->claims);
    if (room) *room = c;
    return room != NULL;
}

static bool same_loose(const struct claim *x, const struct claim *y) {
    for (size_t i = 0; i < MAX_ARGUMENTS; i++)
        if (!text_equal(x->arguments[i].id, y->arguments[i].id)) return false;
    return true;
}

static bool reads_with(const struct position *p, const struct claim *c) {
    const struct claim *first = p->claims.items[0];
    return p->document == c->document && p->modality == c->modality && voice_equal(&p->voice, &c->voice) &&
           same_loose(first, c);
}

static struct position *start(struct arena *a, struct positions *list, const struct claim *c) {
    struct position *p = list_add(a, &list->items);
    if (!p) return NULL;
    *p = (struct position){.document = c->document, .reading = c->reading, .voice = c->voice, .negated = c->negated,
                           .modality = c->modality};
    return add_claim(a, p, c) ? p : NULL;
}

/* One position a sentence, or several where the readings have nothing in common. */
static bool by_sentence(struct arena *a, const struct claim *const *claims, size_t count, struct positions *out) {
    for (size_t i = 0; i < count; i++) {
        bool joined = false;
        for (size_t k = out->items.count; k-- > 0 && !joined;) {
            struct position *p = &out->items.items[k];
            if (p->document != claims[i]->document || p->claims.items[0]->sentence_number != claims[i]->sentence_number) break;
            if (!reads_with(p, claims[i])) continue;
            joined = reading_equal(&p->reading, &claims[i]->reading) || reading_intersect(&p->reading, &claims[i]->reading);
            if (joined && !add_claim(a, p, claims[i])) return false;
        }
        if (!joined && !start(a, out, claims[i])) return false;
    }
    return true;
}

static bool same_position(const struct position *p, const struct position *q) {
    return p->negated == q->negated && reading_equal(&p->reading, &q->reading) && reads_with(p, q->claims.items[0]);
}

static bool absorb(struct arena *a, struct position *p, const struct position *q) {
    for (size_t i = 0; i < q->claims.count; i++)
        if (!add_claim(a, p, q->claims.items[i])) return false;
    return true;
}

bool positions_find(struct arena *a, const struct claim *const *claims, size_t count, struct positions *out) {
    struct positions sentences = {0};
    list_reserve(a, &sentences.items, count);
    list_reserve(a, &out->items, count);
    if (!by_sentence(a, claims, count, &sentences)) return false;
    for (size_t i = 0; i < sentences.items.count; i++) {
        const struct position *q = &sentences.items.items[i];
        struct position *home = NULL;
        for (size_t k = out->items.count; k-- > 0 && !home && out->items.items[k].document == q->document;)
            if (same_position(&out->items.items[k], q)) home = &out->items.items[k];
        if (!home) {
            home = list_add(a, &out->items);
            if (home) *home = *q;
        } else if (!absorb(a, home, q))
            return false;
        if (!home) return false;
    }
    return true;
}

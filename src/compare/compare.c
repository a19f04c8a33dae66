#include "compare/compare.h"

#include "compare/explain.h"
#include "compare/position.h"
#include "compare/relation.h"

#include <stdlib.h>

struct comparison {
    struct arena *a;
    const struct rules *r;
    const struct source *sources;
    bool drafts_only;
    struct findings *out;
};

static int by_place(const struct claim *x, const struct claim *y) {
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    if (x->span.start != y->span.start) return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end) return x->span.end < y->span.end ? -1 : 1;
    if (x->rule != y->rule) return x->rule < y->rule ? -1 : 1;
    return x->negated - y->negated;
}

static int by_key(const void *left, const void *right) {
    const struct claim *x = *(const struct claim *const *)left, *y = *(const struct claim *const *)right;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return by_place(x, y);
}

static const struct claim **collect(struct arena *a, const struct source *sources, uint32_t count, size_t *total) {
    *total = 0;
    for (uint32_t i = 0; i < count; i++) *total += sources[i].claims->items.count;
    const struct claim **all = arena_array(a, const struct claim *, *total + 1);
    if (!all) return NULL;
    size_t n = 0;
    for (uint32_t i = 0; i < count; i++)
        for (size_t k = 0; k < sources[i].claims->items.count; k++) all[n++] = &sources[i].claims->items.items[k];
    qsort(all, n, sizeof *all, by_key);
    return all;
}

static const struct position *keep(struct arena *a, const struct position *p) {
    return arena_copy(a, p, sizeof *p);
}

static uint64_t side_print(const struct source *sources, const struct position *p) {
    uint64_t print = hash_mix(text_hash(sources[p->document].path), p->voice.kind);
    if (p->voice.kind == VOICE_SPEAKER) print = hash_mix(print, text_hash(p->voice.name));
    return hash_mix(print, p->claims.items[0]->words);
}

/* Stable while neither the words nor the key change; the same whichever side is named first. */
static uint64_t fingerprint(const struct source *sources, const struct position *a, const struct position *b) {
    return hash_mix(a->claims.items[0]->key, side_print(sources, a) + side_print(sources, b));
}

static bool report(struct comparison *c, int32_t proposition, const struct verdict *v, const struct position *a,
                   const struct position *b) {
    struct finding *f = list_add(c->a, &c->out->items);
    if (!f) return false;
    if (c->drafts_only && !c->sources[a->document].draft) {
        const struct position *swap = a;
        a = b;
        b = swap;
    }
    *f = (struct finding){.proposition = proposition, .relation = v->relation, .severity = v->severity,
                          .across = a->document != b->document, .a = keep(c->a, a), .b = keep(c->a, b),
                          .id = fingerprint(c->sources, a, b)};
    f->question = explain_question(c->a, c->r, a->claims.items[0]);
    f->why = explain_clash(c->a, c->r, v, a, b);
    c->out->counts[v->severity]++;
    return f->a && f->b;
}

static bool compare_key(struct comparison *c, const struct claim *const *claims, size_t count) {
    struct positions positions = {0};
    if (!positions_find(c->a, claims, count, &positions)) return false;
    const struct position *p = positions.items.items;
    for (size_t i = 0; i < positions.items.count; i++)
        for (size_t k = i + 1; k < positions.items.count; k++) {
            bool wanted = !c->drafts_only || c->sources[p[i].document].draft || c->sources[p[k].document].draft;
            if (!wanted) continue;
            int32_t proposition = p[i].claims.items[0]->proposition;
            struct verdict v = relation_find(c->r, c->sources, proposition, &p[i], &p[k]);
            if (v.separation == SEPARATE_NOT && !report(c, proposition, &v, &p[i], &p[k])) return false;
        }
    return true;
}

static int by_importance(const void *left, const void *right) {
    const struct finding *x = left, *y = right;
    int order = by_place(x->a->claims.items[0], y->a->claims.items[0]);
    if (!order) order = by_place(x->b->claims.items[0], y->b->claims.items[0]);
    if (!order) order = (x->id > y->id) - (x->id < y->id);
    return order;
}

bool compare_claims(struct arena *a, const struct rules *r, const struct source *sources, uint32_t count,
                    struct findings *out) {
    *out = (struct findings){0};
    struct comparison c = {.a = a, .r = r, .sources = sources, .out = out};
    size_t total, priors = 0;
    for (uint32_t i = 0; i < count; i++) priors += !sources[i].draft;
    c.drafts_only = priors && priors < count;
    const struct claim **all = collect(a, sources, count, &total);
    if (!all) return false;
    for (size_t from = 0, to; from < total; from = to) {
        to = from + 1;
        while (to < total && all[to]->key == all[from]->key) to++;
        if (to - from > 1 && !compare_key(&c, all + from, to - from)) return false;
    }
    if (out->items.count) qsort(out->items.items, out->items.count, sizeof *out->items.items, by_importance);
    return !a->failed;
}

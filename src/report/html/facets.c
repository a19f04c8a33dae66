#include "report/html/page.h"

#include "report/describe.h"

#include <stdlib.h>

symbol facet_speaker(const struct page *p, const struct voice *v) {
    return symbols_find(&p->facets.speakers, voice_speaker(p->r->rules, v));
}

symbol facet_outlet(const struct page *p, uint32_t document) {
    return symbols_find(&p->facets.outlets, p->r->sources[document].outlet);
}

static bool intern(struct symbols *s, struct text t) {
    return !t.length || symbols_intern(s, t);
}

static bool add_holder(struct page *p, const struct dispute *d, const struct answer *answer, const struct holder *h) {
    p->facets.in_findings[h->document] = true;
    for (size_t i = 0; i < h->claims.count; i++)
        p->notes[p->note_count++] = (struct note){h->document, h->claims.items[i], d, answer};
    return intern(&p->facets.speakers, voice_speaker(p->r->rules, &h->voice)) &&
           intern(&p->facets.outlets, p->r->sources[h->document].outlet);
}

static bool add_dispute(struct page *p, const struct dispute *d) {
    struct facets *f = &p->facets;
    if (f->propositions[d->proposition] < 0) {
        f->propositions[d->proposition] = (int32_t)f->used_count;
        f->used[f->used_count++] = (uint32_t)d->proposition;
    }
    for (size_t i = 0; i < d->answers.count; i++)
        for (size_t k = 0; k < d->answers.items[i].holders.count; k++)
            if (!add_holder(p, d, &d->answers.items[i], &d->answers.items[i].holders.items[k])) return false;
    return true;
}

static int by_place(const void *left, const void *right) {
    const struct note *x = left, *y = right;
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    if (x->claim->span.start != y->claim->span.start) return x->claim->span.start < y->claim->span.start ? -1 : 1;
    if (x->dispute->number != y->dispute->number) return x->dispute->number < y->dispute->number ? -1 : 1;
    return text_compare(x->answer->value, y->answer->value);
}

static size_t claims_of(const struct dispute *d) {
    size_t count = 0;
    for (size_t i = 0; i < d->answers.count; i++)
        for (size_t k = 0; k < d->answers.items[i].holders.count; k++)
            count += d->answers.items[i].holders.items[k].claims.count;
    return count;
}

bool facets_find(struct page *p) {
    size_t claims = 0, propositions = p->r->rules->propositions.count;
    for (size_t i = 0; i < p->disputes->items.count; i++) claims += claims_of(&p->disputes->items.items[i]);
    p->notes = arena_array(p->a, struct note, claims + 1);
    p->facets.propositions = arena_array(p->a, int32_t, propositions + 1);
    p->facets.used = arena_array(p->a, uint32_t, propositions + 1);
    p->facets.in_findings = arena_array(p->a, bool, p->r->count + 1);
    if (p->a->failed) return false;
    for (size_t i = 0; i < propositions; i++) p->facets.propositions[i] = -1;
    for (size_t i = 0; i < p->disputes->items.count; i++)
        if (!add_dispute(p, &p->disputes->items.items[i])) return false;
    qsort(p->notes, p->note_count, sizeof *p->notes, by_place);
    return true;
}

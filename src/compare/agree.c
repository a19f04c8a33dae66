#include "compare/agree.h"

#include "compare/reading.h"
#include "compare/relation.h"

static struct position position_of(const struct claim **claim) {
    struct position p = {.document = (*claim)->document, .reading = (*claim)->reading, .voice = (*claim)->voice,
                         .negated = (*claim)->negated, .modality = (*claim)->modality};
    p.claims.items = claim;
    p.claims.count = p.claims.capacity = 1;
    return p;
}

enum agreement claims_agree(const struct rules *r, const struct source *sources, const struct claim *x, const struct claim *y) {
    if (x->key != y->key || x->proposition != y->proposition) return AGREE_NOT;
    struct position a = position_of(&x), b = position_of(&y);
    struct verdict v = relation_find(r, sources, x->proposition, &a, &b);
    if (v.separation == SEPARATE_NOT) return AGREE_CLASH;
    bool same = v.separation == SEPARATE_READINGS && x->negated == y->negated && reading_equal(&x->reading, &y->reading);
    return same ? AGREE_SAME : AGREE_NOT;
}

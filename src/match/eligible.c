/* Rules that no sentence of the document can match, because it names nothing that their arguments could be. */
#include "match/matcher.h"

static bool entity_may_stand(const struct matcher *m, const struct entity *e, int32_t number) {
    if (m->seen[number]) return true;
    for (size_t i = 0; i < e->with.count; i++)
        if (m->seen[e->with.items[i]]) return true;
    return false;
}

/* By type: does an entity that fits it stand in the document? */
static bool *types_present(const struct matcher *m) {
    bool *present = arena_array(m->a, bool, m->r->types.count + 1);
    for (size_t i = 0; present && i < m->r->entities.count; i++) {
        const struct entity *e = &m->r->entities.items[i];
        if (!entity_may_stand(m, e, (int32_t)i)) continue;
        for (int32_t t = e->type; t >= 0 && !present[t]; t = m->r->types.items[t].parent) present[t] = true;
    }
    return present;
}

static bool may_fill(const struct matcher *m, const bool *types, const struct argument *a) {
    if (a->optional || a->open != OPEN_NOT || a->type < 0 || types[a->type]) return true;
    return a->default_entity >= 0 && (a->default_with < 0 || m->seen[a->default_with]);
}

static bool may_match(const struct matcher *m, const bool *types, const struct rule *rule) {
    const struct proposition *p = &m->r->propositions.items[rule->proposition];
    for (size_t i = 0; i < p->arguments.count; i++)
        if (!rules_binds(rule, (int32_t)i) && !may_fill(m, types, &p->arguments.items[i])) return false;
    return true;
}

bool eligible_find(struct matcher *m) {
    bool *types = types_present(m);
    m->eligible = arena_take(m->a, m->r->rules.count + 1);
    if (!types || !m->eligible) return false;
    memset(m->eligible, true, m->r->rules.count);
    for (size_t i = 0; i < m->r->asking.count; i++) {
        int32_t rule = m->r->asking.items[i];
        m->eligible[rule] = may_match(m, types, &m->r->rules.items[rule]);
    }
    return true;
}

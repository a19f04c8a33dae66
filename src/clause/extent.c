/* Which tokens a clause covers, and which clause is the innermost of each token. */
#include "clause/analysis.h"

/* Where the tokens that are clause k's own begin: its first, unless an embedded clause stands between its subject and
 * its verb ("Rubio, | who met Putin, | said"). */
static int32_t own_start(const struct analysis *a, int32_t k) {
    const struct clause *c = &a->clauses[k];
    if (k == 0 || c->verb == NONE) return c->first;
    int32_t before = a->groups[a->clauses[k - 1].verb].last;
    return c->first > before ? c->first : a->groups[c->verb].first;
}

/* The first clause before k that begins after token i begins here; k's own start when there is none. */
static int32_t embedded_after(const struct analysis *a, int32_t k, int32_t i, int32_t start) {
    for (int32_t j = k - 1; j >= 0 && a->clauses[j].first > i; j--) {
        if (a->clauses[j].first < start) start = a->clauses[j].first;
    }
    return start;
}

/* Gives each token to its innermost clause: the last that has begun, and the words before an embedded clause to the
 * clause whose subject they hold. */
static void share_tokens(struct analysis *a) {
    int32_t at = 0;
    for (int32_t k = 0; k < a->clause_count; k++) {
        int32_t start = k == 0 ? 0 : own_start(a, k), first = a->clauses[k].first;
        while (at < start) a->clause_of[at++] = (int16_t)(k - 1);
        int32_t end = embedded_after(a, k, first, start);
        for (int32_t i = first; i < end; i++) a->clause_of[i] = (int16_t)k;
    }
    while (at < a->count) a->clause_of[at++] = (int16_t)(a->clause_count - 1);
}

/* What stands behind an aside goes on with the clause before it. */
static void go_on_behind_asides(struct analysis *a) {
    for (int32_t k = 0; k < a->clause_count; k++) {
        const struct clause *c = &a->clauses[k];
        if (c->kind != CLAUSE_ASIDE || c->first == 0) continue;
        int32_t i = c->first - 1;
        while (i > 0 && a->clause_of[i] == k) i--;
        for (int32_t t = c->last + 1; t < a->count && a->clause_of[t] == k; t++) a->clause_of[t] = a->clause_of[i];
    }
}

/* A clause reaches over those that hang from it. */
static void set_extent(struct analysis *a) {
    for (int32_t i = 0; i < a->count; i++) a->clauses[a->clause_of[i]].last = i;
    for (int32_t k = a->clause_count - 1; k >= 0; k--) {
        struct clause *c = &a->clauses[k];
        if (c->governor == NONE) continue;
        struct clause *g = &a->clauses[c->governor];
        if (c->governor < k && c->last > g->last) g->last = c->last;
        if (c->governor > k && c->first < g->first) g->first = c->first;
    }
    for (int32_t k = 0; k < a->clause_count; k++) {
        struct clause *c = &a->clauses[k];
        while (c->last > c->first && (a->tag[c->last] == TAG_PUNCTUATION || a->tag[c->last] == TAG_COORDINATOR))
            c->last--;
        if (c->last < c->first) c->last = c->first;
    }
}

void find_extents(struct analysis *a) {
    share_tokens(a);
    go_on_behind_asides(a);
    set_extent(a);
}

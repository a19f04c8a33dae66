#include "report/dispute.h"

#include "compare/explain.h"
#include "compare/position.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct sorting {
    struct arena *a;
    const struct report *report;
    const struct finding *findings;
    size_t count;
    uint32_t *group; /* by finding: another one of its dispute, or itself for the one that stands for all */
    struct symbols before; /* ids of the findings in the report before */
    struct disputes *out;
};

/* What two findings of one dispute have in common. */
struct tie {
    uint64_t hash;
    uint32_t finding;
};

static uint32_t find_group(const struct sorting *s, uint32_t finding) {
    while (s->group[finding] != finding) finding = s->group[finding] = s->group[s->group[finding]];
    return finding;
}

static void join(const struct sorting *s, uint32_t x, uint32_t y) {
    uint32_t one = find_group(s, x), other = find_group(s, y);
    s->group[one > other ? one : other] = one < other ? one : other;
}

static int by_hash(const void *left, const void *right) {
    const struct tie *x = left, *y = right;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

static uint64_t claim_hash(const struct claim *c) {
    uint64_t place = hash_mix(c->document, ((uint64_t)c->span.start << 32) | c->span.end);
    return hash_mix(hash_mix(c->key, place), (uint64_t)(uint32_t)c->rule);
}

static size_t put_ties(const struct finding *f, uint32_t number, struct tie *out) {
    size_t n = 0;
    out[n++] = (struct tie){hash_mix(f->a->claims.items[0]->key, text_hash(f->question)), number};
    const struct position *const sides[] = {f->a, f->b};
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < sides[side]->claims.count; i++)
            out[n++] = (struct tie){claim_hash(sides[side]->claims.items[i]), number};
    return n;
}

static bool group_findings(struct sorting *s) {
    size_t most = 0, n = 0;
    for (size_t i = 0; i < s->count; i++) most += 1 + s->findings[i].a->claims.count + s->findings[i].b->claims.count;
    struct tie *ties = arena_array(s->a, struct tie, most + 1);
    s->group = arena_array(s->a, uint32_t, s->count + 1);
    if (!ties || !s->group) return false;
    for (uint32_t i = 0; i < s->count; i++) {
        s->group[i] = i;
        n += put_ties(&s->findings[i], i, ties + n);
    }
    qsort(ties, n, sizeof *ties, by_hash);
    for (size_t i = 1; i < n; i++)
        if (ties[i].hash == ties[i - 1].hash) join(s, ties[i].finding, ties[i - 1].finding);
    return true;
}

static bool same_value(const struct claim *x, const struct claim *y) {
    return x->value >= 0 && x->value == y->value && x->negated == y->negated;
}

/* What one claim alone answers. */
static struct text value_of(const struct sorting *s, const struct claim *c) {
    struct buffer words = {0};
    const struct claim *items[] = {c};
    struct position alone = {.document = c->document, .reading = c->reading, .negated = c->negated,
                             .claims = {items, 1, 1}};
    explain_reading(s->report->rules, &alone, &words);
    struct text value = arena_text(s->a, buffer_view(&words));
    s->a->failed |= words.failed;
    buffer_release(&words);
    return value;
}

static struct answer *answer_of(const struct sorting *s, struct dispute *d, const struct claim *c) {
    for (size_t i = 0; i < d->answers.count; i++)
        if (same_value(d->answers.items[i].example, c)) return &d->answers.items[i];
    struct text value = value_of(s, c);
    for (size_t i = 0; i < d->answers.count; i++)
        if (text_equal(d->answers.items[i].value, value)) return &d->answers.items[i];
    struct answer *answer = list_add(s->a, &d->answers);
    if (answer) *answer = (struct answer){.value = value, .example = c};
    return answer;
}

static struct holder *holder_in(struct answer *answer, const struct claim *c) {
    for (size_t i = answer->holders.count; i-- > 0;) {
        struct holder *h = &answer->holders.items[i];
        if (h->document == c->document && voice_equal(&h->voice, &c->voice)) return h;
    }
    return NULL;
}

static bool add_claim(const struct sorting *s, struct dispute *d, const struct claim *c) {
    struct answer *answer = answer_of(s, d, c);
    struct holder *holder = answer ? holder_in(answer, c) : NULL;
    if (answer && !holder) {
        holder = list_add(s->a, &answer->holders);
        if (holder) *holder = (struct holder){.document = c->document, .voice = c->voice};
    }
    const struct claim **room = holder ? list_add(s->a, &holder->claims) : NULL;
    if (room) *room = c;
    return room != NULL;
}

static int by_place(const void *left, const void *right) {
    const struct claim *x = *(const struct claim *const *)left, *y = *(const struct claim *const *)right;
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    if (x->span.start != y->span.start) return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end) return x->span.end < y->span.end ? -1 : 1;
    if (x->rule != y->rule) return x->rule < y->rule ? -1 : 1;
    return x->negated - y->negated;
}

/* The findings of a dispute: their numbers, in the order of the check. */
struct members {
    const uint32_t *items;
    size_t count;
};

static bool add_claims(const struct sorting *s, struct dispute *d, const struct members *m) {
    size_t most = 0, n = 0;
    for (size_t i = 0; i < m->count; i++)
        most += s->findings[m->items[i]].a->claims.count + s->findings[m->items[i]].b->claims.count;
    const struct claim **all = arena_array(s->a, const struct claim *, most + 1);
    if (!all) return false;
    for (size_t i = 0; i < m->count; i++) {
        const struct position *const sides[] = {s->findings[m->items[i]].a, s->findings[m->items[i]].b};
        for (int side = 0; side < 2; side++)
            for (size_t k = 0; k < sides[side]->claims.count; k++) all[n++] = sides[side]->claims.items[k];
    }
    qsort(all, n, sizeof *all, by_place);
    for (size_t i = 0; i < n; i++)
        if ((i == 0 || by_place(&all[i - 1], &all[i]) != 0) && !add_claim(s, d, all[i])) return false;
    return true;
}

static int by_holders(const void *left, const void *right) {
    const struct answer *x = left, *y = right;
    if (x->holders.count != y->holders.count) return x->holders.count > y->holders.count ? -1 : 1;
    return by_place(&x->example, &y->example);
}

static int by_day(const void *left, const void *right, void *sources) {
    const struct holder *x = left, *y = right;
    int32_t one = ((const struct source *)sources)[x->document].published;
    int32_t other = ((const struct source *)sources)[y->document].published;
    if (one != other) return one == NO_DATE || (other != NO_DATE && one > other) ? 1 : -1;
    return by_place(&x->claims.items[0], &y->claims.items[0]);
}

static void note_day(struct dispute *d, int32_t day) {
    if (day == NO_DATE) return;
    if (d->first == NO_DATE || day < d->first) d->first = day;
    if (d->last == NO_DATE || day > d->last) d->last = day;
}

/* Sorts answers and holders, and numbers these. */
static void order_answers(const struct sorting *s, struct dispute *d) {
    d->first = d->last = NO_DATE;
    qsort(d->answers.items, d->answers.count, sizeof *d->answers.items, by_holders);
    for (size_t i = 0; i < d->answers.count; i++) {
        struct answer *answer = &d->answers.items[i];
        qsort_r(answer->holders.items, answer->holders.count, sizeof *answer->holders.items, by_day,
                (void *)(uintptr_t)s->report->sources);
        for (size_t k = 0; k < answer->holders.count; k++) {
            answer->holders.items[k].number = (uint32_t)++d->holders;
            note_day(d, s->report->sources[answer->holders.items[k].document].published);
        }
    }
}

static struct holder *holder_of(const struct sorting *s, struct dispute *d, const struct position *p) {
    struct answer *answer = answer_of(s, d, p->claims.items[0]);
    struct holder *holder = answer ? holder_in(answer, p->claims.items[0]) : NULL;
    if (holder && p->others > holder->others) holder->others = p->others;
    return holder;
}

static struct clashes *clashes_like(const struct sorting *s, struct dispute *d, const struct finding *f) {
    for (size_t i = 0; i < d->clashes.count; i++) {
        struct clashes *c = &d->clashes.items[i];
        if (c->relation == f->relation && c->severity == f->severity && text_equal(c->why, f->why)) return c;
    }
    struct clashes *c = list_add(s->a, &d->clashes);
    if (c) *c = (struct clashes){.relation = f->relation, .severity = f->severity, .why = f->why};
    return c;
}

enum { ID_BYTES = 17 };

static struct text id_of(const struct finding *f, char scratch[ID_BYTES]) {
    snprintf(scratch, ID_BYTES, "%016" PRIx64, f->id);
    return text_of(scratch);
}

static bool is_fresh(const struct sorting *s, const struct finding *f) {
    char scratch[ID_BYTES];
    return s->report->since && !symbols_find(&s->before, id_of(f, scratch));
}

static bool add_clash(const struct sorting *s, struct dispute *d, const struct finding *f) {
    struct clashes *c = clashes_like(s, d, f);
    struct clash_pair *pair = c ? list_add(s->a, &c->pairs) : NULL;
    if (!pair) return false;
    *pair = (struct clash_pair){holder_of(s, d, f->a), holder_of(s, d, f->b), f, is_fresh(s, f)};
    d->fresh += pair->fresh;
    d->counts[f->severity]++;
    d->findings++;
    if (f->severity > d->worst) d->worst = f->severity;
    return pair->a && pair->b;
}

static int by_severity(const void *left, const void *right) {
    const struct clashes *x = left, *y = right;
    if (x->severity != y->severity) return x->severity > y->severity ? -1 : 1;
    if (x->relation != y->relation) return x->relation < y->relation ? -1 : 1;
    if (x->pairs.count != y->pairs.count) return x->pairs.count > y->pairs.count ? -1 : 1;
    return text_compare(x->why, y->why);
}

static int by_number(const void *left, const void *right) {
    uint32_t x = *(const uint32_t *)left, y = *(const uint32_t *)right;
    return (x > y) - (x < y);
}

static bool list_documents(const struct sorting *s, struct dispute *d) {
    uint32_t *all = arena_array(s->a, uint32_t, d->holders + 1);
    size_t n = 0, kept = 0;
    if (!all) return false;
    for (size_t i = 0; i < d->answers.count; i++)
        for (size_t k = 0; k < d->answers.items[i].holders.count; k++) all[n++] = d->answers.items[i].holders.items[k].document;
    qsort(all, n, sizeof *all, by_number);
    for (size_t i = 0; i < n; i++)
        if (!kept || all[kept - 1] != all[i]) all[kept++] = all[i];
    d->documents.items = all;
    d->documents.count = d->documents.capacity = kept;
    return true;
}

/* The question most findings ask, the earliest of those: open arguments may be called by several names. */
static const struct finding *spokesman(const struct sorting *s, const struct members *m) {
    const struct finding *best = NULL;
    size_t most = 0;
    enum { LOOKED_AT = 64 };
    for (size_t i = 0; i < m->count && i < LOOKED_AT; i++) {
        const struct finding *f = &s->findings[m->items[i]];
        size_t same = 0;
        for (size_t k = 0; k < m->count && k < LOOKED_AT; k++) same += text_equal(f->question, s->findings[m->items[k]].question);
        if (same > most) most = same, best = f;
    }
    return best;
}

static bool add_dispute(const struct sorting *s, const struct members *m) {
    struct dispute *d = list_add(s->a, &s->out->items);
    if (!d) return false;
    const struct finding *f = spokesman(s, m);
    *d = (struct dispute){.proposition = f->proposition, .question = f->question, .example = f->a->claims.items[0]};
    if (!add_claims(s, d, m)) return false;
    order_answers(s, d);
    for (size_t i = 0; i < m->count; i++)
        if (!add_clash(s, d, &s->findings[m->items[i]])) return false;
    qsort(d->clashes.items, d->clashes.count, sizeof *d->clashes.items, by_severity);
    s->out->fresh += d->fresh;
    return list_documents(s, d);
}

struct member {
    uint32_t group, finding;
};

static int by_group(const void *left, const void *right) {
    const struct member *x = left, *y = right;
    if (x->group != y->group) return x->group < y->group ? -1 : 1;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

static bool add_disputes(const struct sorting *s) {
    struct member *members = arena_array(s->a, struct member, s->count + 1);
    uint32_t *findings = arena_array(s->a, uint32_t, s->count + 1);
    if (!members || !findings) return false;
    for (uint32_t i = 0; i < s->count; i++) members[i] = (struct member){find_group(s, i), i};
    qsort(members, s->count, sizeof *members, by_group);
    for (size_t i = 0; i < s->count; i++) findings[i] = members[i].finding;
    for (size_t from = 0, to; from < s->count; from = to) {
        for (to = from + 1; to < s->count && members[to].group == members[from].group;) to++;
        if (!add_dispute(s, &(struct members){findings + from, to - from})) return false;
    }
    return true;
}

static int by_weight(const void *left, const void *right) {
    const struct dispute *x = left, *y = right;
    if (x->worst != y->worst) return x->worst > y->worst ? -1 : 1;
    for (int i = SEVERITIES - 1; i >= 0; i--)
        if (x->counts[i] != y->counts[i]) return x->counts[i] > y->counts[i] ? -1 : 1;
    return by_place(&x->answers.items[0].example, &y->answers.items[0].example);
}

static bool intern_before(struct sorting *s) {
    const struct reported *since = s->report->since;
    bool ok = true;
    for (size_t i = 0; since && ok && i < since->findings.count; i++) ok = symbols_intern(&s->before, since->findings.items[i].id);
    return ok;
}

/* What only the report before has. */
static bool list_gone(const struct sorting *s) {
    struct symbols now = {0};
    char scratch[ID_BYTES];
    bool ok = true;
    for (size_t i = 0; ok && i < s->count; i++) ok = symbols_intern(&now, id_of(&s->findings[i], scratch));
    const struct reported *since = s->report->since;
    for (size_t i = 0; ok && i < since->findings.count; i++) {
        if (symbols_find(&now, since->findings.items[i].id)) continue;
        const struct reported_finding **room = list_add(s->a, &s->out->gone);
        ok = room != NULL;
        if (room) *room = &since->findings.items[i];
    }
    symbols_release(&now);
    return ok;
}

bool disputes_find(struct arena *a, const struct report *r, struct disputes *out) {
    *out = (struct disputes){.compared = r->since != NULL};
    struct sorting s = {.a = a, .report = r, .findings = r->findings->items.items, .count = r->findings->items.count, .out = out};
    bool ok = intern_before(&s) && group_findings(&s) && add_disputes(&s) && (!r->since || list_gone(&s));
    symbols_release(&s.before);
    if (ok && out->items.count) qsort(out->items.items, out->items.count, sizeof *out->items.items, by_weight);
    for (size_t i = 0; ok && i < out->items.count; i++) out->items.items[i].number = (uint32_t)i + 1;
    return ok && !a->failed;
}

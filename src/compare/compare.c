#include "compare/compare.h"

#include "compare/explain.h"
#include "compare/position.h"
#include "compare/reading.h"
#include "compare/recent.h"
#include "compare/relation.h"
#include "compare/severity.h"

#include <stdlib.h>

struct comparison {
    struct arena *a;
    struct arena key; /* what the claims of one key need until they are compared */
    const struct rules *r;
    const struct source *sources;
    bool drafts_only;
    const struct severities *severities;
    const struct crowd *crowd;
    struct findings *out;
};

static int by_place(const struct claim *x, const struct claim *y) {
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    if (x->span.start != y->span.start) return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end) return x->span.end < y->span.end ? -1 : 1;
    if (x->rule != y->rule) return x->rule < y->rule ? -1 : 1;
    return x->negated - y->negated;
}

/* The key stands beside the claim: most comparisons need not look at claims all over memory. */
struct keyed {
    uint64_t key;
    const struct claim *claim;
};

static int by_key(const void *left, const void *right) {
    const struct keyed *x = left, *y = right;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return by_place(x->claim, y->claim);
}

static const struct claim **sorted(struct arena *a, struct keyed *all, size_t count) {
    const struct claim **claims = arena_array(a, const struct claim *, count + 1);
    if (!claims) return NULL;
    qsort(all, count, sizeof *all, by_key);
    for (size_t i = 0; i < count; i++) claims[i] = all[i].claim;
    return claims;
}

static const struct claim **collect(struct arena *a, const struct source *sources, uint32_t count, size_t *total) {
    *total = 0;
    for (uint32_t i = 0; i < count; i++) *total += sources[i].claims->items.count;
    struct keyed *all = arena_array(a, struct keyed, *total + 1);
    if (!all) return NULL;
    size_t n = 0;
    for (uint32_t i = 0; i < count; i++)
        for (size_t k = 0; k < sources[i].claims->items.count; k++) {
            const struct claim *claim = &sources[i].claims->items.items[k];
            all[n++] = (struct keyed){claim->key, claim};
        }
    return sorted(a, all, n);
}

static const struct position *keep(struct arena *a, const struct position *p) {
    struct position *kept = arena_copy(a, p, sizeof *p);
    if (!kept) return NULL;
    kept->claims.items = arena_copy(a, p->claims.items, p->claims.count * sizeof *p->claims.items);
    kept->claims.capacity = kept->claims.count;
    return kept->claims.items ? kept : NULL;
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

/* Two positions that clash, before it is known whether they make a finding of their own. */
struct pair {
    struct verdict verdict;
    const struct position *a, *b;
    size_t finding; /* its number from 1; 0 where another finding took it in */
};

struct pairs {
    LIST(struct pair) items;
};

static bool same_words(const struct position *x, const struct position *y) {
    const struct claim *a = x->claims.items[0], *b = y->claims.items[0];
    return a->document == b->document && a->span.start == b->span.start && a->span.end == b->span.end;
}

/* One quotation is known by several runs of its words: the same two places are one finding. */
static bool reported(const struct comparison *c, const struct pair *pair) {
    const struct rule *rule = &c->r->rules.items[pair->a->claims.items[0]->rule];
    if (!rule->is_frame || rule->frame.every_quotation < 0) return false;
    for (size_t i = c->out->items.count; i-- > 0;) {
        const struct finding *f = &c->out->items.items[i];
        if (f->proposition == pair->a->claims.items[0]->proposition && same_words(f->a, pair->a) && same_words(f->b, pair->b))
            return true;
    }
    return false;
}

static bool report(struct comparison *c, struct pair *pair) {
    const struct position *a = pair->a, *b = pair->b;
    struct finding *f = list_add(c->a, &c->out->items);
    if (!f) return false;
    *f = (struct finding){.proposition = a->claims.items[0]->proposition, .relation = pair->verdict.relation,
                          .severity = pair->verdict.severity, .across = a->document != b->document,
                          .a = keep(c->a, a), .b = keep(c->a, b), .id = fingerprint(c->sources, a, b)};
    f->question = explain_question(c->a, c->r, a->claims.items[0]);
    f->why = explain_clash(c->a, c->r, &pair->verdict, a, b);
    c->out->counts[pair->verdict.severity]++;
    return f->a && f->b;
}

/* May `other` be told under a finding about `told`: the same document and kind of voice, and no quarrel between them? */
static bool tells_alike(const struct rules *r, const struct position *told, const struct position *other) {
    return told->document == other->document && told->voice.kind == other->voice.kind &&
           reading_clash(r, &told->reading, &other->reading, told->negated, other->negated) == CLASH_NONE;
}

static int by_claim_place(const void *left, const void *right) {
    return by_place(*(const struct claim *const *)left, *(const struct claim *const *)right);
}

static bool take_claims(struct arena *a, const struct position **side, const struct position *more) {
    struct position *p = arena_copy(a, *side, sizeof *p);
    if (!p) return false;
    p->claims.items = arena_array(a, const struct claim *, (*side)->claims.count + more->claims.count);
    p->claims.count = p->claims.capacity = 0;
    if (!p->claims.items) return false;
    const struct position *const both[2] = {*side, more};
    for (int i = 0; i < 2; i++)
        for (size_t k = 0; k < both[i]->claims.count; k++) p->claims.items[p->claims.count++] = both[i]->claims.items[k];
    qsort(p->claims.items + 1, p->claims.count - 1, sizeof *p->claims.items, by_claim_place); /* the first one speaks */
    *side = p;
    return true;
}

/* The findings that each position already has a side in, oldest first: numbers of pairs from 1, by position. */
struct chains {
    const struct position *positions;
    size_t *first[2], *last[2]; /* [0]: as side a, [1]: as side b */
    size_t *next[2];            /* by pair */
};

static bool chains_open(struct arena *a, const struct positions *p, const struct pairs *pairs, struct chains *out) {
    *out = (struct chains){.positions = p->items.items};
    for (int side = 0; side < 2; side++) {
        out->first[side] = arena_array(a, size_t, p->items.count + 1);
        out->last[side] = arena_array(a, size_t, p->items.count + 1);
        out->next[side] = arena_array(a, size_t, pairs->items.count + 1);
    }
    return !a->failed;
}

static void chains_add(struct chains *c, const struct pair *pair, size_t at) {
    const struct position *const sides[2] = {pair->a, pair->b};
    for (int side = 0; side < 2; side++) {
        size_t position = (size_t)(sides[side] - c->positions);
        if (c->last[side][position]) c->next[side][c->last[side][position] - 1] = at + 1;
        else c->first[side][position] = at + 1;
        c->last[side][position] = at + 1;
    }
}

/* The oldest finding with the same position as side a (or b) under which the other side may be told; 0 for none. */
static size_t host_of(const struct comparison *c, const struct chains *chains, const struct pairs *pairs,
                      const struct pair *pair, int side) {
    const struct position *mine = side ? pair->b : pair->a, *others = side ? pair->a : pair->b;
    for (size_t i = chains->first[side][mine - chains->positions]; i; i = chains->next[side][i - 1]) {
        const struct pair *host = &pairs->items.items[i - 1];
        if (tells_alike(c->r, side ? host->a : host->b, others)) return i;
    }
    return 0;
}

/* A headline against four paragraphs that all say the same is one finding with four quotations, not four. */
static bool fold(struct comparison *c, const struct chains *chains, const struct pairs *pairs, const struct pair *pair,
                 bool *folded) {
    size_t with_a = host_of(c, chains, pairs, pair, 0), with_b = host_of(c, chains, pairs, pair, 1);
    *folded = with_a || with_b;
    if (!*folded) return true;
    bool to_b = with_a && (!with_b || with_a <= with_b);
    struct finding *f = &c->out->items.items[pairs->items.items[(to_b ? with_a : with_b) - 1].finding - 1];
    return to_b ? take_claims(c->a, &f->b, pair->b) : take_claims(c->a, &f->a, pair->a);
}

static int by_strength(const void *left, const void *right) {
    const struct pair *x = left, *y = right;
    if (x->verdict.severity != y->verdict.severity) return x->verdict.severity > y->verdict.severity ? -1 : 1;
    if (x->verdict.tension != y->verdict.tension) return x->verdict.tension ? 1 : -1;
    int order = by_place(x->a->claims.items[0], y->a->claims.items[0]);
    return order ? order : by_place(x->b->claims.items[0], y->b->claims.items[0]);
}

static bool add_pair(struct comparison *c, const struct verdict *v, const struct position *a, const struct position *b,
                     struct pairs *out) {
    struct pair *pair = list_add(&c->key, &out->items);
    if (!pair) return false;
    bool turn = c->drafts_only && !c->sources[a->document].draft;
    *pair = (struct pair){.verdict = *v, .a = turn ? b : a, .b = turn ? a : b};
    return true;
}

static bool takes_any(const struct rules *r, const struct position *p) {
    const struct rule *rule = &r->rules.items[p->claims.items[0]->rule];
    bool theme = r->propositions.items[rule->proposition].theme >= 0;
    return theme || (rule->is_frame && (rule->frame.every_verb >= 0 || rule->frame.every_noun >= 0));
}

/* Does another position of the same document as `of`, all of which stand together, agree with `said`? */
static bool also_says(const struct positions *all, const struct rules *r, const struct position *of, const struct position *said) {
    const struct position *first = of, *end = all->items.items + all->items.count;
    while (first > all->items.items && first[-1].document == of->document) first--;
    for (const struct position *p = first; p < end && p->document == of->document; p++)
        if (p != of && reading_clash(r, &p->reading, &said->reading, p->negated, said->negated) == CLASH_NONE) return true;
    return false;
}

/* "Two medals in 1976, three in 1979", and elsewhere "three medals": whoever tells of both does not deny the one. So it is with the
 * day that was planned and the day on which it came. */
static bool has_several(const struct positions *all, const struct rules *r, const struct position *a, const struct position *b) {
    bool slipped = a->reading.space == SPACE_DATE && a->modality != b->modality;
    bool countable = a->reading.space == SPACE_FIGURE || a->reading.space == SPACE_ATOM || slipped;
    if (a->document == b->document || !countable || !takes_any(r, a)) return false;
    return also_says(all, r, a, b) || also_says(all, r, b, a);
}

static bool try_pair(struct comparison *c, const struct positions *all, const struct position *a, const struct position *b,
                     struct pairs *out) {
    struct verdict v = relation_find(c->r, c->sources, a->claims.items[0]->proposition, a, b);
    if (v.separation != SEPARATE_NOT) return true;
    if (has_several(all, c->r, a, b)) return true;
    if (c->severities && !severities_apply(c->severities, a, b, &v)) return true;
    return add_pair(c, &v, a, b, out);
}

/* The pairs with a side in a draft, or all. Of two prior documents there may be far too many to look at each pair. */
static bool find_pairs(struct comparison *c, const struct positions *positions, struct pairs *out) {
    const struct position *p = positions->items.items;
    size_t count = positions->items.count, drafts = 0;
    size_t *draft = arena_array(&c->key, size_t, count + 1);
    if (!draft) return false;
    for (size_t i = 0; i < count; i++)
        if (!c->drafts_only || c->sources[p[i].document].draft) draft[drafts++] = i;
    for (size_t i = 0, next = 0; i < count; i++) {
        bool mine = next < drafts && draft[next] == i;
        next += mine;
        for (size_t k = mine ? i + 1 : next; k < (mine ? count : drafts); k++)
            if (!try_pair(c, positions, &p[i], &p[mine ? k : draft[k]], out)) return false;
    }
    return true;
}

static bool compare_key(struct comparison *c, const struct claim *const *claims, size_t count) {
    struct positions positions = {0};
    struct pairs pairs = {0};
    if (!positions_find(&c->key, claims, count, &positions)) return false;
    if (c->drafts_only && !positions_recent(&c->key, c->r, c->sources, c->crowd, &positions)) return false;
    if (!find_pairs(c, &positions, &pairs)) return false;
    if (pairs.items.count) qsort(pairs.items.items, pairs.items.count, sizeof *pairs.items.items, by_strength);
    struct chains chains;
    if (!chains_open(&c->key, &positions, &pairs, &chains)) return false;
    for (size_t i = 0; i < pairs.items.count; i++) {
        struct pair *pair = &pairs.items.items[i];
        bool folded;
        if (!fold(c, &chains, &pairs, pair, &folded)) return false;
        if (folded || reported(c, pair)) continue;
        if (!report(c, pair)) return false;
        pair->finding = c->out->items.count;
        chains_add(&chains, pair, i);
    }
    return true;
}

/* Can two of the claims make a finding: more than one, and, where prior documents stand apart, one of a draft? */
static bool asks_draft(const struct comparison *c, const struct claim *const *claims, size_t count) {
    if (count < 2 || !c->drafts_only) return count > 1;
    for (size_t i = 0; i < count; i++)
        if (c->sources[claims[i]->document].draft) return true;
    return false;
}

static uint64_t spot_of(const struct position *p) {
    return hash_mix(p->document, p->claims.items[0]->sentence_number);
}

/* The two sentences of a finding, whichever is named first. */
static uint64_t spots_of(const struct finding *f) {
    uint64_t a = spot_of(f->a), b = spot_of(f->b);
    return a < b ? hash_mix(a, b) : hash_mix(b, a);
}

static int by_number(const void *left, const void *right) {
    uint64_t x = *(const uint64_t *)left, y = *(const uint64_t *)right;
    return (x > y) - (x < y);
}

/* How little a finding's proposition knows of what it tells: a named deed less than any verb or noun, any figure least. */
static int vagueness(const struct comparison *c, const struct finding *f) {
    const struct rule *rule = &c->r->rules.items[f->a->claims.items[0]->rule];
    if (rule->is_frame && rule->frame.every_figure >= 0) return 2;
    return takes_any(c->r, f->a);
}

/* What a proposition of its own reports aloud of two sentences, those for any verb need not report again, nor those for any
 * figure what is reported of a verb or a noun. */
static bool drop_twice_told(struct comparison *c, int vague) {
    struct findings *out = c->out;
    size_t told = 0, kept = 0;
    uint64_t *places = arena_array(c->a, uint64_t, out->items.count + 1);
    if (!places) return false;
    for (size_t i = 0; i < out->items.count; i++) {
        const struct finding *f = &out->items.items[i];
        if (vagueness(c, f) < vague && f->severity > SEVERITY_NOTE) places[told++] = spots_of(f);
    }
    qsort(places, told, sizeof *places, by_number);
    for (size_t i = 0; i < out->items.count; i++) {
        const struct finding *f = &out->items.items[i];
        uint64_t place = spots_of(f);
        bool twice = told && vagueness(c, f) == vague && bsearch(&place, places, told, sizeof *places, by_number);
        if (twice) out->counts[f->severity]--;
        else out->items.items[kept++] = *f;
    }
    out->items.count = kept;
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
                    const struct crowd *crowd, const struct severities *severities, struct findings *out) {
    *out = (struct findings){0};
    struct comparison c = {.a = a, .r = r, .sources = sources, .severities = severities, .crowd = crowd, .out = out};
    size_t total, priors = 0;
    for (uint32_t i = 0; i < count; i++) priors += !sources[i].draft;
    c.drafts_only = priors && priors < count;
    const struct claim **all = collect(a, sources, count, &total);
    if (!all) return false;
    bool good = true;
    for (size_t from = 0, to; good && from < total; from = to) {
        to = from + 1;
        while (to < total && all[to]->key == all[from]->key) to++;
        arena_reset(&c.key);
        good = !asks_draft(&c, all + from, to - from) || compare_key(&c, all + from, to - from);
    }
    arena_release(&c.key);
    good = drop_twice_told(&c, 1) && drop_twice_told(&c, 2) && good;
    if (out->items.count) qsort(out->items.items, out->items.count, sizeof *out->items.items, by_importance);
    return good && !a->failed;
}

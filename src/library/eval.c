/* Labelled pairs of sentences through the check, each pair a story of its own. */
#include "library/rules.h"

#include "base/limits.h"
#include "base/pool.h"
#include "pipeline.h"
#include "report/pairs.h"

#include <stdlib.h>

/* What one thread needs: reading, and the memory of what was found. */
struct desk {
    struct worker worker;
    struct arena keep;
};

struct evaluation {
    const struct rules *rules;
    struct pairs pairs;
    struct desk *desks;
    unsigned desk_count;
};

static bool read_side(struct worker *w, struct text t, uint32_t number, struct stages *out, struct source *source) {
    struct belie_error e = {0};
    *out = (struct stages){0};
    if (!segment_text(&w->arena, t, w->vocabulary, &out->document, &out->segmented)) return false;
    if (!pipeline_claims(w, number, out, &e)) return false;
    *source = (struct source){.path = number ? TEXT("hypothesis") : TEXT("premise"), .published = NO_DATE, .bytes = t,
                              .one_story = true, .claims = &out->claims};
    return true;
}

static void keep_finding(struct desk *d, const struct finding *f, struct pair *pair) {
    const struct rules *r = d->worker.rules;
    if ((int)f->severity <= pair->severity) return;
    pair->severity = (int)f->severity;
    pair->proposition = symbols_text(&r->symbols, r->propositions.items[f->proposition].id);
    pair->why = arena_text(&d->keep, f->why);
}

static void judge_pair(void *context, unsigned worker, size_t index) {
    struct evaluation *v = context;
    struct desk *d = &v->desks[worker];
    struct worker *w = &d->worker;
    struct pair *pair = &v->pairs.items.items[index];
    struct stages stages[2];
    struct source sources[2];
    struct findings findings;
    arena_reset(&w->arena);
    if (vocabulary_count(w->vocabulary) > LIMIT_TYPES) vocabulary_clear(w->vocabulary);
    bool ok = read_side(w, pair->premise, 0, &stages[0], &sources[0]) &&
              read_side(w, pair->hypothesis, 1, &stages[1], &sources[1]) &&
              compare_claims(&w->arena, w->rules, sources, 2, NULL, NULL, &findings);
    for (size_t i = 0; ok && i < findings.items.count; i++)
        if (findings.items.items[i].across) keep_finding(d, &findings.items.items[i], pair);
    d->keep.failed |= !ok;
}

static bool judge_all(struct evaluation *v, unsigned threads, struct belie_error *e) {
    unsigned used = threads ? threads : pool_processors();
    if (used > POOL_THREADS) used = POOL_THREADS;
    if (used > v->pairs.items.count) used = v->pairs.items.count ? (unsigned)v->pairs.items.count : 1;
    v->desks = calloc(used, sizeof *v->desks);
    v->desk_count = v->desks ? used : 0;
    bool ok = v->desks || error_no_memory(e);
    for (unsigned i = 0; ok && i < used; i++) ok = worker_start(&v->desks[i].worker, v->rules, e);
    if (ok) pool_run(used, v->pairs.items.count, judge_pair, v);
    for (unsigned i = 0; ok && i < used; i++) ok = !v->desks[i].keep.failed || error_no_memory(e);
    return ok;
}

static void release(struct evaluation *v) {
    for (unsigned i = 0; i < v->desk_count; i++) {
        worker_end(&v->desks[i].worker);
        arena_release(&v->desks[i].keep);
    }
    free(v->desks);
    symbols_release(&v->pairs.ids);
}

bool belie_eval(const belie_rules *rules, const char *name, const char *bytes, size_t length,
                const struct belie_eval_options *options, belie_write *write, void *context,
                struct belie_eval_counts *counts, struct belie_error *error) {
    static const struct belie_eval_options usual = {0};
    struct evaluation v = {.rules = rules->rules};
    struct arena arena = {0};
    if (!options) options = &usual;
    *counts = (struct belie_eval_counts){0};
    pairs_writer *writer = pairs_format(options->format);
    if (!writer) return error_set(error, BELIE_BAD_REQUEST, TEXT(""), "unknown format \"%s\"", options->format);
    bool ok = pairs_read(&arena, text_of(name), (struct text){bytes, length}, options, &v.pairs, error);
    if (ok && options->baseline)
        ok = pairs_baseline(&v.pairs, (struct text){options->baseline, options->baseline_length}, error);
    ok = ok && judge_all(&v, options->threads, error);
    if (ok) {
        struct output output = {.write = write, .context = context};
        pairs_count(&v.pairs);
        *counts = v.pairs.counts;
        writer(&output, v.rules, &v.pairs, options->verbose);
        ok = output_end(&output, error);
    }
    release(&v);
    arena_release(&arena);
    return ok;
}

/* A corpus through the rules, counting what they read and what they pass over. */
#include "library/folder.h"
#include "library/rules.h"

#include "base/limits.h"
#include "base/pool.h"
#include "belie/coverage.h"
#include "pipeline.h"
#include "report/coverage.h"
#include "report/lines.h"

#include <stdlib.h>

/* What one thread counts. */
struct counter {
    struct worker worker;
    struct arena keep;
    struct coverage found;
    struct symbols verbs, figures; /* symbol - 1 is an index of verb_gaps, figure_gaps */
    LIST(uint32_t) gap_of[GAP_KINDS];
};

struct survey {
    const struct rules *rules;
    struct paths paths;
    struct belie_error *problems; /* by path; code BELIE_OK where it was read */
    struct counter *counters;
    unsigned count;
};

/* The document at hand. */
struct reading_of {
    struct survey *v;
    struct counter *c;
    const struct stages *stages;
    struct lines lines;
    uint32_t number;
    bool *read; /* by sentence */
};

static void see(struct reading_of *d, struct tally *t, struct span s) {
    struct sighting *room = tally_add(t, d->number, s.start);
    if (!room) return;
    room->line = lines_place(&d->lines, s.start).line;
    room->path = d->v->paths.items.items[d->number];
    room->quote = arena_text(&d->c->keep, text_slice(d->stages->document.source, s.start, s.end));
}

static struct tally *gap_of(struct counter *c, enum gap_kind kind, struct text word) {
    struct symbols *names = kind == GAP_VERB ? &c->verbs : &c->figures;
    symbol s = symbols_intern(names, word);
    if (s && s <= c->gap_of[kind].count) return &c->found.gaps.items[c->gap_of[kind].items[s - 1]].tally;
    uint32_t *index = s ? list_add(&c->keep, &c->gap_of[kind]) : NULL;
    struct gap *gap = index ? list_add(&c->keep, &c->found.gaps) : NULL;
    c->keep.failed |= !gap;
    if (!gap) return NULL;
    *index = (uint32_t)(c->found.gaps.count - 1);
    *gap = (struct gap){.kind = kind, .word = symbols_text(names, s)};
    return &gap->tally;
}

static void miss(struct reading_of *d, enum gap_kind kind, struct text word, uint32_t sentence) {
    struct tally *t = gap_of(d->c, kind, word);
    if (t) see(d, t, d->stages->segmented.sentences.items[sentence].span);
}

/* The base form of a clause's verb, where it tells of something done; else empty. */
static struct text content_verb(const struct reading_of *d, const struct parse *p, const struct clause *c) {
    if (c->verb == NONE || (c->subject == NONE && c->object == NONE)) return TEXT("");
    const struct group *g = &p->groups.items[c->verb];
    const struct word *w = d->stages->segmented.tokens.items[g->head].word;
    if ((g->flags & GROUP_COPULA) || !w->verb || (w->bits & IS_EMPTY)) return TEXT("");
    return w->verb->text;
}

static bool seen_before(const struct reading_of *d, const struct parse *p, size_t clause, struct text verb) {
    for (size_t i = 0; i < clause; i++)
        if (text_equal(content_verb(d, p, &p->clauses.items[i]), verb)) return true;
    return false;
}

static bool miss_verbs(struct reading_of *d, uint32_t sentence) {
    struct arena *a = &d->c->worker.arena;
    struct parse parse = d->stages->matched.parses[sentence];
    bool any = false;
    if (!parse.groups.items && !clause_parse(a, &d->stages->segmented, sentence, &parse)) return a->failed = true, false;
    for (size_t i = 0; i < parse.clauses.count; i++) {
        struct text verb = content_verb(d, &parse, &parse.clauses.items[i]);
        if (!verb.length || seen_before(d, &parse, i, verb)) continue;
        miss(d, GAP_VERB, verb, sentence);
        any = true;
    }
    return any;
}

static bool miss_figures(struct reading_of *d, uint32_t sentence) {
    struct arena *a = &d->c->worker.arena;
    struct figure_list figures = {0};
    uint64_t kinds = 0;
    a->failed |= !figures_find(a, &d->stages->segmented, sentence, d->stages->document.published, &figures);
    for (size_t i = 0; i < figures.count; i++) {
        enum figure_kind kind = figures.items[i].kind;
        if (kinds >> kind & 1) continue;
        kinds |= UINT64_C(1) << kind;
        miss(d, GAP_FIGURE, text_of(figure_kind_name(kind)), sentence);
    }
    return figures.count > 0;
}

static void count_claims(struct reading_of *d) {
    const struct rules *r = d->v->rules;
    for (size_t i = 0; i < d->stages->claims.items.count; i++) {
        const struct claim *c = &d->stages->claims.items.items[i];
        see(d, &d->c->found.rules[c->rule], c->sentence);
        if (r->rules.items[c->rule].frame.every_verb < 0) d->read[c->sentence_number] = true;
    }
}

static void count_sentences(struct reading_of *d) {
    struct coverage *found = &d->c->found;
    size_t count = d->stages->segmented.sentences.count;
    found->documents++;
    found->sentences += count;
    for (uint32_t i = 0; i < count; i++) {
        if (d->read[i]) {
            found->read++;
            continue;
        }
        bool verb = miss_verbs(d, i), figure = miss_figures(d, i);
        found->unread += verb || figure;
    }
}

static void survey_document(void *context, unsigned worker, size_t index) {
    struct survey *v = context;
    struct counter *c = &v->counters[worker];
    struct stages stages;
    struct buffer bytes = {0};
    struct belie_error *e = &v->problems[index];
    if (file_read(v->paths.items.items[index], LIMIT_DOCUMENT_BYTES, &bytes, e) &&
        pipeline_stages(&c->worker, v->paths.items.items[index], buffer_view(&bytes), (uint32_t)index, &stages, e)) {
        struct reading_of d = {.v = v, .c = c, .stages = &stages, .number = (uint32_t)index};
        d.read = arena_array(&c->worker.arena, bool, stages.segmented.sentences.count + 1);
        bool ok = d.read && lines_index(&c->worker.arena, stages.document.source, &d.lines);
        if (ok) count_claims(&d);
        if (ok) count_sentences(&d);
        c->keep.failed |= !ok || c->worker.arena.failed;
    }
    buffer_release(&bytes);
}

static bool start(struct survey *v, unsigned threads, struct belie_error *e) {
    unsigned used = threads ? threads : pool_processors();
    if (used > POOL_THREADS) used = POOL_THREADS;
    if (used > v->paths.items.count) used = v->paths.items.count ? (unsigned)v->paths.items.count : 1;
    v->counters = calloc(used, sizeof *v->counters);
    v->problems = calloc(v->paths.items.count + 1, sizeof *v->problems);
    v->count = v->counters ? used : 0;
    bool ok = v->counters && v->problems;
    for (unsigned i = 0; i < v->count && ok; i++) {
        struct counter *c = &v->counters[i];
        c->found.rules = arena_array(&c->keep, struct tally, v->rules->rules.count + 1);
        ok = c->found.rules && worker_start(&c->worker, v->rules, e);
    }
    return ok || error_no_memory(e);
}

/* Adds what the other threads counted to the first one's. */
static bool join(struct survey *v, struct belie_error *e) {
    struct counter *all = &v->counters[0];
    bool failed = all->keep.failed;
    for (unsigned i = 1; i < v->count; i++) {
        const struct coverage *more = &v->counters[i].found;
        failed |= v->counters[i].keep.failed;
        all->found.documents += more->documents;
        all->found.sentences += more->sentences;
        all->found.read += more->read;
        all->found.unread += more->unread;
        for (size_t k = 0; k < v->rules->rules.count; k++) tally_join(&all->found.rules[k], &more->rules[k]);
        for (size_t k = 0; k < more->gaps.count; k++) {
            struct tally *t = gap_of(all, more->gaps.items[k].kind, more->gaps.items[k].word);
            if (t) tally_join(t, &more->gaps.items[k].tally);
        }
    }
    return !(failed || all->keep.failed) || error_no_memory(e);
}

static int by_count(const void *a, const void *b) {
    const struct gap *x = a, *y = b;
    if (x->tally.count != y->tally.count) return x->tally.count > y->tally.count ? -1 : 1;
    return x->kind != y->kind ? (int)x->kind - (int)y->kind : text_compare(x->word, y->word);
}

static void tell_problems(const struct survey *v, const struct belie_coverage_options *options) {
    for (size_t i = 0; i < v->paths.items.count; i++)
        if (v->problems[i].code != BELIE_OK && options->problem) options->problem(options->problem_context, &v->problems[i]);
}

static void release(struct survey *v) {
    for (unsigned i = 0; i < v->count; i++) {
        struct counter *c = &v->counters[i];
        worker_end(&c->worker);
        symbols_release(&c->verbs);
        symbols_release(&c->figures);
        arena_release(&c->keep);
    }
    free(v->counters);
    free(v->problems);
}

/* A folder that cannot be listed is a problem like a file; the others go on. */
static bool add_path(struct survey *v, struct arena *a, const char *path, const struct belie_coverage_options *options) {
    struct belie_error e = {0};
    if (folder_is(path)) {
        if (!folder_articles(a, path, &v->paths, &e) && options->problem) options->problem(options->problem_context, &e);
        return e.code != BELIE_NO_MEMORY;
    }
    struct text copy = arena_text(a, text_of(path)), *room = list_add(a, &v->paths.items);
    if (room) *room = copy;
    return !a->failed;
}

bool belie_rules_coverage(const belie_rules *rules, const char *const *paths, size_t count,
                          const struct belie_coverage_options *options, belie_write *write, void *context,
                          struct belie_error *error) {
    static const struct belie_coverage_options usual = {0};
    struct arena arena = {0};
    struct survey v = {.rules = rules->rules};
    if (!options) options = &usual;
    coverage_writer *writer = coverage_format(options->format);
    if (!writer) return error_set(error, BELIE_BAD_REQUEST, TEXT(""), "unknown format \"%s\"", options->format);
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) ok = add_path(&v, &arena, paths[i], options) || error_no_memory(error);
    ok = ok && start(&v, options->threads, error);
    if (ok) pool_run(v.count, v.paths.items.count, survey_document, &v);
    if (ok) tell_problems(&v, options);
    if (ok && join(&v, error)) {
        struct output output = {.write = write, .context = context};
        struct coverage *found = &v.counters[0].found;
        if (found->gaps.count) qsort(found->gaps.items, found->gaps.count, sizeof *found->gaps.items, by_count);
        writer(&output, v.rules, found);
        ok = output_end(&output, error);
    } else {
        ok = false;
    }
    release(&v);
    arena_release(&arena);
    return ok;
}

/* Documents to claims on one thread, against `wc -w` over the same bytes in the same run; then the same with 1,000
 * further rules that match nothing.
 *   throughput RULES-FOLDER FILE...    (the files are repeated until they are 10 MB) */
#include "library/folder.h"
#include "pipeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { WANTED_BYTES = 10 * 1024 * 1024, RUNS = 3, FURTHER_RULES = 1000 };

struct corpus {
    struct text *texts, *paths;
    size_t count, bytes; /* of one round */
    size_t rounds;
};

/* Processor time, so that other work on the machine does not count. */
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double children_now(void) {
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void stop(const char *message) {
    fprintf(stderr, "throughput: %s\n", message);
    exit(2);
}

static struct corpus read_corpus(char **paths, size_t count) {
    struct corpus c = {calloc(count, sizeof *c.texts), calloc(count, sizeof *c.paths), count, 0, 0};
    if (!c.texts || !c.paths) stop("out of memory");
    for (size_t i = 0; i < count; i++) {
        struct buffer bytes = {0};
        struct belie_error error = {0};
        if (!file_read(text_of(paths[i]), (size_t)1 << 30, &bytes, &error)) stop(error.message);
        c.texts[i] = buffer_view(&bytes);
        c.paths[i] = text_of(paths[i]);
        c.bytes += bytes.length;
    }
    if (!c.bytes) stop("the files are empty");
    c.rounds = WANTED_BYTES / c.bytes + 1;
    return c;
}

static double megabytes(const struct corpus *c) {
    return (double)(c->bytes * c->rounds) / 1e6;
}

enum stage { STAGE_DOCUMENT, STAGE_SEGMENT, STAGE_MATCH, STAGE_CLAIM, STAGES };

static const char *const stage_names[STAGES] = {"document", "segment", "match", "claim"};

struct timing {
    double all, stages[STAGES]; /* seconds */
    size_t claims;
};

static double lap(double *since) {
    double before = *since;
    *since = now();
    return *since - before;
}

/* As pipeline_stages does it, with a clock between the stages. */
static void extract_one(struct worker *w, struct text path, struct text bytes, struct timing *t) {
    struct stages s = {0};
    struct belie_error error = {0};
    double clock = now();
    arena_reset(&w->arena);
    bool ok = document_read(&w->arena, path, bytes, FORMAT_BY_NAME, &s.document, &error);
    t->stages[STAGE_DOCUMENT] += lap(&clock);
    ok = ok && segment_document(&w->arena, &s.document, w->vocabulary, &s.segmented);
    t->stages[STAGE_SEGMENT] += lap(&clock);
    ok = ok && match_document(&w->arena, &s.segmented, w->rules, &s.matched);
    t->stages[STAGE_MATCH] += lap(&clock);
    ok = ok && claim_extract(&w->arena, &s.matched, 0, &s.claims);
    t->stages[STAGE_CLAIM] += lap(&clock);
    if (!ok) stop("a document cannot be read");
    t->claims += s.claims.items.count;
}

/* The quickest run. */
static struct timing extract(const struct rules *rules, const struct corpus *c) {
    struct timing best = {.all = 1e9};
    for (int run = 0; run < RUNS; run++) {
        struct worker worker;
        struct belie_error error = {0};
        struct timing t = {0};
        double start = now();
        if (!worker_start(&worker, rules, &error)) stop(error.message);
        for (size_t round = 0; round < c->rounds; round++)
            for (size_t i = 0; i < c->count; i++) extract_one(&worker, c->paths[i], c->texts[i], &t);
        worker_end(&worker);
        t.all = now() - start;
        if (t.all < best.all) best = t;
    }
    return best;
}

static double count_words(const struct corpus *c, const char *folder) {
    char path[4096], command[5000];
    double best = 1e9;
    snprintf(path, sizeof path, "%s/corpus", folder);
    snprintf(command, sizeof command, "LC_ALL=C wc -w '%s' >/dev/null", path);
    FILE *file = fopen(path, "wb");
    if (!file) stop("cannot write the corpus");
    for (size_t round = 0; round < c->rounds; round++)
        for (size_t i = 0; i < c->count; i++) fwrite(c->texts[i].bytes, 1, c->texts[i].length, file);
    fclose(file);
    for (int run = 0; run < RUNS; run++) {
        double start = children_now();
        if (system(command) != 0) stop("wc -w failed");
        double seconds = children_now() - start;
        if (seconds < best) best = seconds;
    }
    unlink(path);
    return best;
}

/* Rules about words that no news has. */
static void write_further_rules(const char *folder) {
    char path[4096];
    mkdir(folder, 0700);
    snprintf(path, sizeof path, "%s/further.yaml", folder);
    FILE *file = fopen(path, "wb");
    if (!file) stop("cannot write the further rules");
    fputs("propositions:\n", file);
    for (int i = 0; i < FURTHER_RULES / 2; i++)
        fprintf(file,
                "  - id: further-%d\n    ask: What of {thing}?\n    arguments: {thing: {}}\n    time: fixed\n"
                "    states: [a, b]\n    values: {a: {means: [a]}}\n    rules:\n"
                "      - id: frame\n        frame: {verbs: [zorb%dify], subject: thing}\n        value: a\n"
                "        examples: [{text: Nothing, claims: []}]\n"
                "      - id: phrase\n        phrases: [\"{thing} <be> (very)? quorb%d\", \"no quorb%d ... {thing}\"]\n"
                "        value: a\n        examples: [{text: Nothing, claims: []}]\n",
                i, i, i, i);
    fclose(file);
}

static void remove_further_rules(const char *folder) {
    char path[4096];
    snprintf(path, sizeof path, "%s/further.yaml", folder);
    unlink(path);
    rmdir(folder);
}

static struct rules *load(const char *shipped, const char *further) {
    struct arena scratch = {0};
    struct paths packs = {0};
    struct belie_error error = {0};
    if (!folder_packs(&scratch, shipped, &packs, &error)) stop(error.message);
    struct text *more = further ? list_add(&scratch, &packs.items) : NULL;
    if (more) *more = text_of(further);
    struct rules *rules = rules_load(packs.items.items, packs.items.count, &error);
    if (!rules) {
        char text[2048];
        belie_error_text(&error, text, sizeof text);
        stop(text);
    }
    arena_release(&scratch);
    return rules;
}

int main(int count, char **arguments) {
    char folder[] = "/tmp/belie-bench-XXXXXX", further[64];
    if (count < 3) stop("usage: throughput RULES-FOLDER FILE...");
    if (!mkdtemp(folder)) stop("cannot make a scratch folder");
    snprintf(further, sizeof further, "%s/further", folder);
    struct corpus corpus = read_corpus(arguments + 2, (size_t)count - 2);
    double mb = megabytes(&corpus), words = count_words(&corpus, folder);
    write_further_rules(further);
    struct rules *shipped = load(arguments[1], NULL), *more = load(arguments[1], further);
    remove_further_rules(further);
    rmdir(folder);
    struct timing plain = extract(shipped, &corpus), loaded = extract(more, &corpus);
    printf("%.1f MB, %zu claims\nwc -w            %7.1f MB/s\n", mb, plain.claims, mb / words);
    printf("documents→claims %7.1f MB/s, %.2f of wc -w\n", mb / plain.all, words / plain.all);
    for (int i = 0; i < STAGES; i++) printf("  %-14s %7.1f ns a byte\n", stage_names[i], plain.stages[i] * 1e3 / mb);
    printf("1,000 more rules %7.1f MB/s, %+.1f %%\n", mb / loaded.all, 100 * (loaded.all - plain.all) / plain.all);
    rules_free(shipped);
    rules_free(more);
    return 0;
}

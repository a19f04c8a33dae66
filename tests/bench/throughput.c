/* Documents to claims on one thread, against `wc -w` over the same bytes in the same run; then the same with 1,000
 * further rules that match nothing.
 *   throughput RULES-FOLDER FILE...    (the files are repeated until they are 16 MB) */
#include "library/folder.h"
#include "pipeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { WANTED_BYTES = 12 * 1024 * 1024, RUNS = 3, FURTHER_RULES = 1000 };

struct corpus {
    struct text *texts, *paths;
    size_t count, bytes; /* of one round */
    size_t rounds;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
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

/* Seconds of the quickest run. */
static double extract(const struct rules *rules, const struct corpus *c, size_t *claims) {
    double best = 1e9;
    for (int run = 0; run < RUNS; run++) {
        struct worker worker;
        struct stages stages;
        struct belie_error error = {0};
        double start = now();
        *claims = 0;
        if (!worker_start(&worker, rules, &error)) stop(error.message);
        for (size_t round = 0; round < c->rounds; round++)
            for (size_t i = 0; i < c->count; i++) {
                if (!pipeline_stages(&worker, c->paths[i], c->texts[i], 0, &stages, &error)) stop(error.message);
                *claims += stages.claims.items.count;
            }
        worker_end(&worker);
        double seconds = now() - start;
        if (seconds < best) best = seconds;
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
        double start = now();
        if (system(command) != 0) stop("wc -w failed");
        double seconds = now() - start;
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
    size_t claims;
    double plain = extract(shipped, &corpus, &claims), loaded = extract(more, &corpus, &claims);
    printf("%.1f MB, %zu claims\nwc -w            %7.1f MB/s\n", mb, claims, mb / words);
    printf("documents→claims %7.1f MB/s, %.2f of wc -w\n", mb / plain, words / plain);
    printf("1,000 more rules %7.1f MB/s, %+.1f %%\n", mb / loaded, 100 * (loaded - plain) / plain);
    rules_free(shipped);
    rules_free(more);
    return 0;
}

/* Documents to claims on one thread, against `wc -w` of the same files in the same run, in processor time.
 * Usage: claims FIXTURES           12 MB of made-up news
 *        claims --files FILE... */
#include "library/rules.h"
#include "pipeline.h"
#include "tests/bench/measure.h"
#include "tests/bench/news.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bench {
    struct arena arena;
    const struct rules *rules;
    struct news news;
    size_t claims, unread, bytes;
};

static bool extract(struct bench *b, struct cost *out) {
    size_t count = b->news.paths.count;
    struct article *articles = calloc(count, sizeof *articles);
    struct keepers keepers = {0};
    struct belie_error e = {0};
    if (!articles) return false;
    for (size_t i = 0; i < count; i++) articles[i].path = text_of(b->news.paths.items[i]);
    struct cost start = cost_now();
    bool ok = pipeline_read(b->rules, articles, count, 1, &keepers, &e);
    *out = cost_between(start, cost_now());
    b->claims = b->unread = b->bytes = 0;
    for (size_t i = 0; i < count; i++) {
        b->claims += articles[i].claims.items.count;
        b->unread += articles[i].error.code != BELIE_OK;
        b->bytes += articles[i].bytes.length;
        buffer_release(&articles[i].bytes);
    }
    keepers_release(&keepers);
    free(articles);
    return ok && b->unread == 0;
}

static const char **word_count(struct bench *b) {
    const char **arguments = arena_array(&b->arena, const char *, b->news.paths.count + 4);
    if (!arguments) return NULL;
    arguments[0] = "wc";
    arguments[1] = "-w";
    arguments[2] = "--";
    for (size_t i = 0; i < b->news.paths.count; i++) arguments[i + 3] = b->news.paths.items[i];
    return arguments;
}

static bool run(struct bench *b) {
    double claims[RUNS], words[RUNS], ratios[RUNS];
    const char *const *wc = word_count(b);
    struct cost ours, theirs;
    bool ok = wc && extract(b, &ours) && cost_of(wc, &theirs); /* not counted: warms the caches */
    for (size_t i = 0; ok && i < RUNS; i++) {
        ok = extract(b, &ours) && cost_of(wc, &theirs);
        claims[i] = ours.processor;
        words[i] = theirs.processor;
        ratios[i] = theirs.processor / ours.processor;
    }
    if (!ok) return fprintf(stderr, "%zu documents could not be read\n", b->unread), false;
    double megabytes = (double)b->bytes / 1e6;
    printf("%zu documents, %.1f MB, %zu claims\n", b->news.paths.count, megabytes, b->claims);
    printf("documents to claims %.1f MB/s, wc -w %.1f MB/s; the first at %.2f of the second's speed (medians of %d)\n",
           megabytes / median(claims, RUNS), megabytes / median(words, RUNS), median(ratios, RUNS), RUNS);
    return true;
}

static bool run_made_up(struct bench *b, const char *fixtures) {
    char folder[4096];
    if (!folder_open(folder)) return false;
    bool ok = news_write(&b->arena, fixtures, folder, 12 * 1000 * 1000, &b->news) && run(b);
    folder_close(folder);
    return ok;
}

static bool run_files(struct bench *b, char **paths, size_t count) {
    b->news.paths.items = paths;
    b->news.paths.count = count;
    return run(b);
}

int main(int count, char **arguments) {
    if (count < 2) return 2;
    struct belie_error e = {0};
    belie_rules *shipped = belie_rules_load_shipped(NULL, 0, &e);
    if (!shipped) return fprintf(stderr, "%s: %s\n", e.path, e.message), 2;
    struct bench b = {.rules = shipped->rules};
    bool files = strcmp(arguments[1], "--files") == 0;
    bool ok = files ? run_files(&b, arguments + 2, (size_t)count - 2) : run_made_up(&b, arguments[1]);
    arena_release(&b.arena);
    belie_rules_free(shipped);
    return ok ? 0 : 2;
}

/* Documents to claims on one thread against `wc -w` of the same files, in processor time; the share of each stage; and
 * the cost of 1,000 further rules that match nothing.
 *   claims FIXTURES           12 MB of made-up news
 *   claims --files FILE... */
#include "library/folder.h"
#include "pipeline.h"
#include "tests/bench/measure.h"
#include "tests/bench/news.h"

#include <belie/belie.h>
#include <stdio.h>
#include <string.h>

enum stage { STAGE_FILE, STAGE_DOCUMENT, STAGE_SEGMENT, STAGE_MATCH, STAGE_CLAIM, STAGES };

static const char *const stage_names[STAGES] = {"file", "document", "segment", "match", "claim"};

struct timing {
    double all, stages[STAGES]; /* seconds */
    size_t bytes, claims;
};

struct bench {
    struct arena arena;
    struct news news;
    struct buffer file;
    struct rules *shipped, *more;
};

static void lap(double *since, double *stage) {
    double before = *since;
    *since = cost_now().processor;
    *stage += *since - before;
}

/* As pipeline_stages does it, with a clock between the stages. */
static bool extract_one(struct worker *w, struct text path, struct buffer *file, struct timing *t) {
    struct stages s = {0};
    struct belie_error e = {0};
    double clock = cost_now().processor;
    arena_reset(&w->arena);
    buffer_clear(file);
    bool ok = file_read(path, 1 << 26, file, &e);
    lap(&clock, &t->stages[STAGE_FILE]);
    ok = ok && document_read(&w->arena, path, buffer_view(file), FORMAT_BY_NAME, &s.document, &e);
    lap(&clock, &t->stages[STAGE_DOCUMENT]);
    ok = ok && segment_document(&w->arena, &s.document, w->vocabulary, &s.segmented);
    lap(&clock, &t->stages[STAGE_SEGMENT]);
    ok = ok && match_document(&w->arena, &s.segmented, w->rules, &s.matched);
    lap(&clock, &t->stages[STAGE_MATCH]);
    ok = ok && claim_extract(&w->arena, &s.matched, 0, &s.claims);
    lap(&clock, &t->stages[STAGE_CLAIM]);
    t->bytes += file->length;
    t->claims += s.claims.items.count;
    return ok || (fprintf(stderr, "%.*s: %s\n", TEXT_ARGS(path), e.message), false);
}

static bool extract(struct bench *b, const struct rules *rules, struct timing *out) {
    struct worker worker;
    struct belie_error e = {0};
    *out = (struct timing){0};
    double start = cost_now().processor;
    bool ok = worker_start(&worker, rules, &e);
    for (size_t i = 0; ok && i < b->news.paths.count; i++)
        ok = extract_one(&worker, text_of(b->news.paths.items[i]), &b->file, out);
    worker_end(&worker);
    out->all = cost_now().processor - start;
    return ok;
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
    double speeds[RUNS], word_speeds[RUNS], ratios[RUNS], further[RUNS], stages[STAGES][RUNS];
    const char *const *wc = word_count(b);
    struct timing plain, more;
    struct cost words;
    bool ok = wc && extract(b, b->shipped, &plain) && cost_of(wc, &words); /* not counted: warms the caches */
    for (size_t i = 0; ok && i < RUNS; i++) {
        ok = extract(b, b->shipped, &plain) && cost_of(wc, &words) && extract(b, b->more, &more);
        speeds[i] = (double)plain.bytes / 1e6 / plain.all;
        word_speeds[i] = (double)plain.bytes / 1e6 / words.processor;
        ratios[i] = words.processor / plain.all;
        further[i] = more.all / plain.all;
        for (int s = 0; s < STAGES; s++) stages[s][i] = plain.stages[s] * 1e9 / (double)plain.bytes;
    }
    if (!ok) return false;
    printf("%zu documents, %.1f MB, %zu claims; medians of %d runs\n", b->news.paths.count, (double)plain.bytes / 1e6,
           plain.claims, RUNS);
    printf("documents to claims   %8.1f MB/s, %.3f of wc -w\n", median(speeds, RUNS), median(ratios, RUNS));
    for (int s = 0; s < STAGES; s++) printf("    %-18s%8.1f ns a byte\n", stage_names[s], median(stages[s], RUNS));
    printf("wc -w                 %8.1f MB/s\n", median(word_speeds, RUNS));
    printf("1,000 further rules   %+8.1f %% of the time\n", 100 * (median(further, RUNS) - 1));
    return true;
}

/* Rules of everyday verbs and nouns about a type that nothing in any text is of: tried, never matched. */
static struct text further_rules(struct arena *a) {
    static const char *const verbs[] = {"announce", "reject", "open",  "raise", "warn", "expect", "visit",  "delay",
                                        "support",  "win",    "lose",  "build", "sell", "pay",    "sign",   "close",
                                        "plan",     "lead",   "leave", "order", "cut",  "find",   "report", "carry"};
    static const char *const nouns[] = {"report", "plan",   "price", "court", "river",  "union",  "ship", "budget",
                                        "talks",  "offer",  "death", "storm", "figure", "team",   "vote", "school",
                                        "week",   "leader", "city",  "bank",  "letter", "patient"};
    enum { VERBS = sizeof verbs / sizeof *verbs, NOUNS = sizeof nouns / sizeof *nouns };
    struct buffer yaml = {0};
    buffer_string(&yaml, "types: [{id: further}]\nentities: [{id: nothing, type: further, names: [Zzyzxia Quorb]}]\n"
                         "propositions:\n");
    for (int i = 0; i < 500; i++)
        buffer_format(&yaml,
                      "  - id: further-%d\n    ask: What of {thing}?\n    arguments: {thing: {type: further}}\n"
                      "    time: fixed\n    states: [yes, no]\n    values: {done: {means: [yes]}}\n    rules:\n"
                      "      - id: frame\n        frame: {verbs: [%s], subject: thing}\n        value: done\n"
                      "        examples: [{text: Nothing, claims: []}]\n"
                      "      - id: phrase\n        phrases: [\"{thing} <%s> (a | the | its)? %s ... %s\"]\n"
                      "        value: done\n        examples: [{text: Nothing, claims: []}]\n",
                      i, verbs[i % VERBS], verbs[(i * 7 + 1) % VERBS], nouns[i % NOUNS], nouns[(i / NOUNS + i + 1) % NOUNS]);
    struct text kept = arena_text(a, buffer_view(&yaml));
    buffer_release(&yaml);
    return kept;
}

static struct rules *load(const struct paths *packs) {
    struct belie_error e = {0};
    char message[2048];
    struct rules *rules = rules_load(packs->items.items, packs->items.count, &e);
    if (!rules) belie_error_text(&e, message, sizeof message), fprintf(stderr, "%s\n", message);
    return rules;
}

static bool load_both(struct bench *b, const char *scratch) {
    struct belie_error e = {0};
    struct paths packs = {0};
    if (!folder_packs(&b->arena, belie_rules_folder(), &packs, &e)) return fprintf(stderr, "%s\n", e.message), false;
    b->shipped = load(&packs);
    struct text *further = list_add(&b->arena, &packs.items);
    if (!further || !file_write(scratch, "further.yaml", further_rules(&b->arena))) return false;
    *further = text_of(scratch);
    b->more = load(&packs);
    return b->shipped && b->more;
}

static bool run_in(struct bench *b, const char *rules, const char *texts, char **arguments, size_t count) {
    if (!load_both(b, rules)) return false;
    bool files = strcmp(arguments[0], "--files") == 0;
    if (files) b->news.paths.items = arguments + 1, b->news.paths.count = count - 1;
    else if (!news_write(&b->arena, arguments[0], texts, 12 * 1000 * 1000, &b->news)) return false;
    return run(b);
}

int main(int count, char **arguments) {
    char rules[4096], texts[4096];
    struct bench b = {0};
    if (count < 2 || !folder_open(rules) || !folder_open(texts)) return 2;
    bool ok = run_in(&b, rules, texts, arguments + 1, (size_t)count - 1);
    folder_close(rules);
    folder_close(texts);
    buffer_release(&b.file);
    arena_release(&b.arena);
    rules_free(b.shipped);
    rules_free(b.more);
    return ok ? 0 : 2;
}

/* An archive as it grows: documents added per second, bytes on disk for each, and what a check of a draft of 646 words
 * costs against 1,000, 10,000, 100,000 (and, with BELIE_BENCH_DOCUMENTS=1000000, a million) documents: as a program of its
 * own, the file in the system's cache (warm) and out of it (cold), and inside a program that has the rules loaded.
 *   archive BELIE FIXTURES */
#include "tests/bench/measure.h"
#include "tests/bench/news.h"

#include "report/json_write.h"

#include <belie/belie.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SHARE = 20 /* one article in so many is of the draft's story */, WARM = 11, COLD = 5, USUAL_DOCUMENTS = 100000 };

static void write_document(struct news_source *news, size_t number, struct buffer *out) {
    struct buffer text = {0};
    char uri[32], date[16];
    news_next(news, SHARE, &text);
    snprintf(uri, sizeof uri, "story-%zu", number);
    snprintf(date, sizeof date, "20%02zu-%02zu-%02zu", 10 + number % 16, 1 + number / 16 % 12, 1 + number / 192 % 28);
    json_open(out, '{');
    json_key(out, "uri");
    json_string(out, text_of(uri));
    json_key(out, "date");
    json_string(out, text_of(date));
    json_key(out, "text");
    json_string(out, buffer_view(&text));
    json_close(out, '}');
    buffer_char(out, '\n');
    buffer_release(&text);
}

/* Feeds `belie archive add -` with the documents [from, to). */
static bool add(const char *belie, const char *archive, struct news_source *news, size_t from, size_t to) {
    char command[9000];
    struct buffer line = {0};
    snprintf(command, sizeof command, "'%s' archive add - --archive '%s' >/dev/null", belie, archive);
    FILE *pipe = popen(command, "w");
    bool ok = pipe != NULL;
    for (size_t i = from; ok && i < to; i++) {
        buffer_clear(&line);
        write_document(news, i, &line);
        ok = !line.failed && fwrite(line.bytes, 1, line.length, pipe) == line.length;
    }
    buffer_release(&line);
    return pipe && pclose(pipe) == 0 && ok;
}

static void forget(const char *path) {
    int file = open(path, O_RDONLY);
    if (file < 0) return;
    fsync(file);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
}

static double check(const char *const *command, int runs, const char *cold) {
    double figures[WARM];
    struct cost cost;
    for (int i = -1; i < runs; i++) { /* the first is not counted */
        if (cold) forget(cold);
        if (!cost_of(command, &cost)) return -1;
        if (i >= 0) figures[i] = cost.wall * 1e3;
    }
    return median(figures, (size_t)runs);
}

static double check_inside(const belie_rules *rules, const char *draft, const char *archive) {
    double figures[WARM];
    struct belie_error error = {0};
    for (int i = -1; i < WARM; i++) {
        struct cost start = cost_now();
        belie_check *c = belie_check_new(rules);
        bool ok = c && belie_check_add_path(c, draft, BELIE_DRAFT, &error) &&
                  belie_check_add_archive(c, archive, NULL, &error) && belie_check_run(c, &error);
        belie_check_free(c);
        if (!ok) return -1;
        if (i >= 0) figures[i] = cost_between(start, cost_now()).processor * 1e3;
    }
    return median(figures, WARM);
}

static bool measure(const char *belie, const belie_rules *rules, const char *draft, const char *archive, size_t documents,
                    size_t added, double seconds) {
    const char *const with[] = {belie, "check", draft, "--archive", archive, NULL};
    struct stat status;
    if (stat(archive, &status) != 0) return false;
    double warm = check(with, WARM, NULL), cold = check(with, COLD, archive), inside = check_inside(rules, draft, archive);
    printf("%9zu documents: %7.0f added a second, %6.0f bytes each; check %7.1f ms warm, %7.1f ms cold, %7.1f ms inside a program\n",
           documents, (double)added / seconds, (double)status.st_size / (double)documents, warm, cold, inside);
    fflush(stdout);
    return warm >= 0 && cold >= 0 && inside >= 0;
}

static bool grow(const char *belie, const char *fixtures, const char *folder, struct arena *a, size_t most) {
    struct belie_error error = {0};
    char archive[4200], draft[4200];
    snprintf(archive, sizeof archive, "%s/archive.db", folder);
    snprintf(draft, sizeof draft, "%s/bench/draft.txt", fixtures);
    const char *const without[] = {belie, "check", draft, NULL};
    struct news_source *news = news_open(a, fixtures);
    belie_rules *rules = belie_rules_load_shipped(NULL, 0, &error);
    printf("no archive: check %.1f ms\n", check(without, WARM, NULL));
    bool ok = news && rules;
    for (size_t from = 0, to = 1000; ok && to <= most; from = to, to *= 10) {
        struct cost start = cost_now();
        ok = add(belie, archive, news, from, to) &&
             measure(belie, rules, draft, archive, to, to - from, cost_between(start, cost_now()).wall);
    }
    belie_rules_free(rules);
    return ok;
}

int main(int count, char **arguments) {
    struct arena a = {0};
    char folder[4096];
    const char *wanted = getenv("BELIE_BENCH_DOCUMENTS");
    if (count != 3 || !folder_open(folder)) return 2;
    bool ok = grow(arguments[1], arguments[2], folder, &a, wanted && *wanted ? strtoul(wanted, NULL, 10) : USUAL_DOCUMENTS);
    folder_close(folder);
    arena_release(&a);
    return ok ? 0 : 2;
}

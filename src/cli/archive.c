#include "cli/action.h"
#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/session.h"
#include "cli/terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { SECONDS_A_DAY = 86400, CHUNK_BYTES = 8 << 20 };

/* One run of `belie archive`. */
struct archiving {
    const struct settings *settings;
    struct session session;
    const char *path;
    belie_archive *archive;
    struct belie_archive_work work;
    struct belie_archive_counts counts;
    struct timespec started;
    bool shown; /* a line of progress stands on the terminal */
};

/* An interrupt ends the work after the batch at hand; all before it is stored. */
static volatile sig_atomic_t interrupted;

static void interrupt(int signal_number) {
    (void)signal_number;
    interrupted = 1;
}

static double seconds_since(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static int show_progress(void *context, size_t done, size_t total, uint64_t bytes) {
    struct archiving *a = context;
    double seconds = seconds_since(&a->started);
    if (seconds >= 1 && isatty(STDERR_FILENO)) {
        double rate = (double)done / seconds;
        fprintf(stderr, "\r%zu", done);
        if (total) fprintf(stderr, " of %zu", total);
        fprintf(stderr, " documents, %.0f/s, %.1f MB/s", rate, (double)bytes / 1e6 / seconds);
        if (total && rate > 0) fprintf(stderr, ", %.0f s left", (double)(total - done) / rate);
        fputs("\033[K", stderr);
        a->shown = true;
    }
    return interrupted;
}

static void end_progress(struct archiving *a) {
    if (a->shown) fputs("\r\033[K", stderr);
    a->shown = false;
}

static void tell_problem(void *context, const struct belie_error *error) {
    struct archiving *a = context;
    end_progress(a);
    session_outcome(&a->session, false, error);
}

static void outcome(struct archiving *a, bool ok, const struct belie_error *error) {
    end_progress(a);
    session_outcome(&a->session, ok, error);
}

static bool make_folder(const char *path) {
    char folder[4096];
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path || (size_t)(slash - path) >= sizeof folder) return true;
    memcpy(folder, path, (size_t)(slash - path));
    folder[slash - path] = '\0';
    if (mkdir(folder, 0777) == 0 || errno == EEXIST) return true;
    complain("%s: cannot make the folder: %s", folder, strerror(errno));
    return false;
}

static bool open_archive(struct archiving *a, enum belie_archive_use use) {
    struct belie_error error = {0};
    bool folder = use == BELIE_ARCHIVE_READ || a->settings->archives.count || make_folder(a->path);
    a->archive = folder ? belie_archive_open(a->path, use, a->session.rules, &error) : NULL;
    outcome(a, a->archive != NULL, &error);
    return a->archive != NULL;
}

static void add_counts(struct belie_archive_counts *to, const struct belie_archive_counts *more) {
    to->added += more->added;
    to->changed += more->changed;
    to->unchanged += more->unchanged;
    to->failed += more->failed;
}

/* Complete lines go in; what is left of the last waits for the rest. */
static bool add_chunk(struct archiving *a, struct bytes *bytes, bool last, size_t *line) {
    struct belie_error error = {0};
    struct belie_archive_counts counts;
    size_t whole = bytes->count;
    while (!last && whole && bytes->items[whole - 1] != '\n') whole--;
    if (!whole) return true;
    bool ok = belie_archive_add_lines(a->archive, "standard input", bytes->items, whole, *line, &a->work, &counts, &error);
    add_counts(&a->counts, &counts);
    outcome(a, ok, &error);
    for (size_t i = 0; i < whole; i++) *line += bytes->items[i] == '\n';
    memmove(bytes->items, bytes->items + whole, bytes->count - whole);
    bytes->count -= whole;
    return ok && !interrupted;
}

static void add_standard_input(struct archiving *a) {
    struct bytes bytes = {0};
    size_t line = 1;
    bool more = true;
    while (more) {
        if (bytes.capacity - bytes.count < CHUNK_BYTES) {
            char *items = realloc(bytes.items, bytes.count + CHUNK_BYTES);
            if (!items) { a->session.status = complain("out of memory"); break; }
            bytes.items = items;
            bytes.capacity = bytes.count + CHUNK_BYTES;
        }
        size_t n = fread(bytes.items + bytes.count, 1, bytes.capacity - bytes.count, stdin);
        bytes.count += n;
        more = n > 0;
        if (!add_chunk(a, &bytes, !more, &line)) break;
    }
    if (ferror(stdin)) a->session.status = complain("standard input: cannot read");
    free(bytes.items);
}

static void say_counts(const struct archiving *a) {
    printf("%zu added, %zu changed, %zu unchanged", a->counts.added, a->counts.changed, a->counts.unchanged);
    if (a->counts.failed) printf(", %zu could not be read", a->counts.failed);
    puts(interrupted ? "; interrupted: run it again to go on" : "");
}

static void add(struct archiving *a, const char *const *operands, size_t count) {
    struct belie_error error = {0};
    struct belie_archive_counts counts;
    if (!open_archive(a, BELIE_ARCHIVE_WRITE)) return;
    for (size_t i = 0; i < count && !interrupted; i++) {
        if (strcmp(operands[i], "-") == 0) {
            add_standard_input(a);
            continue;
        }
        bool ok = belie_archive_add(a->archive, &operands[i], 1, &a->work, &counts, &error);
        add_counts(&a->counts, &counts);
        outcome(a, ok, &error);
        if (!ok) break;
    }
    say_counts(a);
}

typedef bool archive_printer(belie_archive *archive, const char *format, belie_write *write, void *context,
                             struct belie_error *error);

static void print(struct archiving *a, archive_printer *printer) {
    struct belie_error error = {0};
    if (open_archive(a, BELIE_ARCHIVE_READ))
        outcome(a, printer(a->archive, a->settings->format, terminal_write, NULL, &error), &error);
}

static void list(struct archiving *a, const char *const *operands, size_t count) {
    (void)operands, (void)count;
    print(a, belie_archive_list);
}

static void show(struct archiving *a, const char *const *operands, size_t count) {
    struct belie_error error = {0};
    (void)count;
    if (open_archive(a, BELIE_ARCHIVE_READ))
        outcome(a, belie_archive_show(a->archive, operands[0], a->settings->format, terminal_write, NULL, &error), &error);
}

static bool is_there(struct archiving *a) {
    if (access(a->path, F_OK) == 0) return true;
    a->session.status = complain("%s: no such archive", a->path);
    return false;
}

static void remove_document(struct archiving *a, const char *const *operands, size_t count) {
    struct belie_error error = {0};
    (void)count;
    if (!is_there(a) || !open_archive(a, BELIE_ARCHIVE_WRITE)) return;
    bool ok = belie_archive_remove(a->archive, operands[0], &error);
    outcome(a, ok, &error);
    if (ok) printf("%s removed\n", operands[0]);
}

static void stats(struct archiving *a, const char *const *operands, size_t count) {
    (void)operands, (void)count;
    print(a, belie_archive_stats);
}

static void verify(struct archiving *a, const char *const *operands, size_t count) {
    struct belie_error error = {0};
    size_t problems = 0;
    (void)operands, (void)count;
    if (!open_archive(a, BELIE_ARCHIVE_READ)) return;
    bool ok = belie_archive_verify(a->archive, terminal_write, NULL, &problems, &error);
    outcome(a, ok, &error);
    if (!ok) return;
    if (problems) a->session.status = STATUS_FOUND;
    if (problems) printf("%zu problem%s found\n", problems, problems == 1 ? "" : "s");
    else puts("the archive is whole");
}

static void refresh(struct archiving *a, const char *const *operands, size_t count) {
    struct belie_error error = {0};
    (void)operands, (void)count;
    if (!is_there(a) || !open_archive(a, BELIE_ARCHIVE_WRITE)) return;
    bool ok = belie_archive_refresh(a->archive, &a->work, &a->counts, &error);
    outcome(a, ok, &error);
    printf("%zu document%s refreshed%s\n", a->counts.changed, a->counts.changed == 1 ? "" : "s",
           interrupted ? "; interrupted: run it again to go on" : "");
}

static void corrections(struct archiving *a, const char *const *operands, size_t count) {
    struct belie_error error = {0};
    size_t open = 0;
    if (!open_archive(a, BELIE_ARCHIVE_READ)) return;
    outcome(a, belie_archive_corrections(a->archive, count ? operands[0] : NULL, a->settings->format, terminal_write, NULL,
                                         &open, &error), &error);
    if (open && a->session.status == STATUS_NOTHING) a->session.status = STATUS_FOUND;
}

static const struct archive_action {
    struct action action;
    void (*run)(struct archiving *a, const char *const *operands, size_t count);
} actions[] = {{{"add", 1, SIZE_MAX, "a PATH"}, add},   {{"list", 0, 0, ""}, list},
               {{"show", 1, 1, "a URI"}, show},         {{"remove", 1, 1, "a URI"}, remove_document},
               {{"stats", 0, 0, ""}, stats},            {{"verify", 0, 0, ""}, verify},
               {{"refresh", 0, 0, ""}, refresh},        {{"corrections", 0, 1, ""}, corrections}};

const struct actions archive_actions = {actions, sizeof actions / sizeof *actions, sizeof *actions};

/* The desk's own, when its config names it. */
static const char *usual_outlet(const struct settings *s) {
    struct belie_setting setting;
    return belie_config_get(s->config, "outlet", &setting) && setting.count ? setting.values[0] : NULL;
}

/* The day of the change: SOURCE_DATE_EPOCH, so that archives can be made again the same, or today. */
static int32_t today(void) {
    time_t seconds;
    bool fixed;
    clock_seconds(&seconds, &fixed);
    return (int32_t)(seconds / SECONDS_A_DAY);
}

enum status command_archive(const struct settings *s) {
    const struct archive_action *action = action_find("archive", &archive_actions, &s->operands);
    struct archiving a = {.settings = s, .path = settings_archive(s)};
    a.work = (struct belie_archive_work){.threads = (unsigned)s->threads, .outlet = usual_outlet(s), .today = today(),
                                         .progress = show_progress, .problem = tell_problem, .context = &a};
    if (!action) return STATUS_TROUBLE;
    if (s->archives.count > 1) return complain("belie archive works on one file, not %zu: name it with --archive", s->archives.count);
    clock_gettime(CLOCK_MONOTONIC, &a.started);
    signal(SIGINT, interrupt);
    if (session_open(&a.session, s)) action->run(&a, s->operands.items + 1, s->operands.count - 1);
    belie_archive_close(a.archive);
    session_close(&a.session);
    return a.session.status;
}

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/session.h"
#include "cli/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* By the ending of the file's name. */
static const char *format_of(const struct settings *s) {
    static const struct {
        const char *ending, *format;
    } endings[] = {{".html", "html"}, {".htm", "html"}, {".md", "markdown"}, {".markdown", "markdown"},
                   {".csv", "csv"},   {".json", "json"}};
    const char *dot = s->output ? strrchr(s->output, '.') : NULL;
    if (s->format) return s->format;
    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
        if (strcmp(endings[i].ending, dot) == 0) return endings[i].format;
    return "html";
}

/* The folder that `path` is in, without links; free it. NULL when it is not there. */
static char *folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    char *folder = !slash ? strdup(".") : slash == path ? strdup("/") : strndup(path, (size_t)(slash - path));
    char *real = folder ? realpath(folder, NULL) : NULL;
    free(folder);
    return real;
}

/* How far two paths go the same way, whole names only. */
static size_t shared_length(const char *a, const char *b) {
    size_t at = 0, shared = 0;
    for (;; at++) {
        bool end_a = a[at] == '/' || !a[at], end_b = b[at] == '/' || !b[at];
        if (end_a && end_b) shared = at;
        if (a[at] != b[at] || !a[at]) return shared;
    }
}

/* The way from folder `from` to folder `to`: "../desk/"; free it. */
static char *way(const char *from, const char *to) {
    size_t shared = shared_length(from, to), ups = 0;
    for (const char *at = from + shared; *at; at++) ups += *at == '/' && at[1];
    const char *rest = to[shared] == '/' ? to + shared + 1 : to + shared;
    char *out = calloc(ups * 3 + strlen(rest) + 2, 1);
    if (!out) return NULL;
    for (size_t i = 0; i < ups; i++) strcat(out, "../");
    strcat(out, rest);
    if (*rest) strcat(out, "/");
    return out;
}

/* Links of the report start where it lies, paths where belie was called. */
static char *link_base(const char *output) {
    char *from = output ? folder_of(output) : NULL, *to = getcwd(NULL, 0);
    char *base = from && to ? way(from, to) : NULL;
    free(from);
    free(to);
    return base;
}

static bool read_since(struct session *session, const struct settings *s, struct bytes *since) {
    if (!s->since_report || input_read(s->since_report, since)) return true;
    session->status = STATUS_TROUBLE;
    return false;
}

static void write_report(struct session *session, const struct settings *s) {
    struct bytes since = {0};
    struct belie_error error = {0};
    char *base = link_base(s->output);
    if (read_since(session, s, &since)) {
        struct belie_report_options options = {.format = format_of(s), .since = since.items, .since_length = since.count,
                                               .link_base = base};
        if (s->since_report) options.since_name = input_name(s->since_report);
        bool ok = s->output ? belie_check_report_file(session->check, &options, s->output, &error)
                            : belie_check_report(session->check, &options, terminal_write, NULL, &error);
        session_outcome(session, ok, &error);
    }
    free(base);
    free(since.items);
}

/* A report that was written is a success, whatever it tells. */
enum status command_report(const struct settings *s) {
    struct session session;
    if (session_open(&session, s) && session_inputs(&session, s) && session_run(&session, s)) write_report(&session, s);
    session_close(&session);
    return session.status;
}

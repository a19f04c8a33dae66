#include "cli/commands.h"
#include "cli/input.h"
#include "cli/session.h"
#include "cli/terminal.h"

#include <stdlib.h>

static void bad_line(void *context, const struct belie_error *error) {
    session_outcome(context, false, error);
}

static void evaluate(struct session *s, const struct settings *settings, const struct bytes *pairs,
                     const struct bytes *baseline) {
    const char *name = input_name(settings->operands.items[0]);
    struct belie_eval_counts counts;
    struct belie_error error = {0};
    struct belie_eval_options options = {.format = settings->format, .verbose = settings->verbose,
                                         .threads = (unsigned)settings->threads, .problem = bad_line,
                                         .problem_context = s};
    if (settings->baseline) {
        options.baseline = baseline->items;
        options.baseline_length = baseline->count;
    }
    bool ok = belie_eval(s->rules, name, pairs->items, pairs->count, &options, terminal_write, NULL, &counts, &error);
    session_outcome(s, ok, &error);
    if (ok && counts.broken && s->status == STATUS_NOTHING) s->status = STATUS_FOUND;
}

enum status command_eval(const struct settings *s) {
    struct session session;
    struct bytes pairs = {0}, baseline = {0};
    if (s->operands.count > 1) return complain("belie eval takes one FILE");
    if (!input_read(s->operands.items[0], &pairs) || (s->baseline && !input_read(s->baseline, &baseline))) {
        free(pairs.items);
        return STATUS_TROUBLE;
    }
    if (session_open(&session, s)) evaluate(&session, s, &pairs, &baseline);
    session_close(&session);
    free(pairs.items);
    free(baseline.items);
    return session.status;
}

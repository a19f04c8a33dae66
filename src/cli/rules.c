#include "cli/commands.h"
#include "cli/action.h"
#include "cli/session.h"
#include "cli/terminal.h"

#include <stdint.h>
#include <string.h>

/* `argument`: the operand after the word, or NULL. */
typedef void run_action(struct session *s, const struct settings *settings, const char *argument);

static void list(struct session *s, const struct settings *settings, const char *argument) {
    (void)settings, (void)argument;
    struct belie_error error = {0};
    session_outcome(s, belie_rules_list(s->rules, terminal_write, NULL, &error), &error);
}

static void show(struct session *s, const struct settings *settings, const char *argument) {
    (void)settings;
    struct belie_error error = {0};
    session_outcome(s, belie_rules_show(s->rules, argument, terminal_write, NULL, &error), &error);
}

static void test(struct session *s, const struct settings *settings, const char *argument) {
    struct belie_error error = {0};
    struct belie_test_counts counts;
    bool ok = belie_rules_test(s->rules, argument, settings->verbose, terminal_write, NULL, &counts, &error);
    session_outcome(s, ok, &error);
    if (ok && counts.missing + counts.noisy + counts.wrong) s->status = STATUS_FOUND;
}

static void lint(struct session *s, const struct settings *settings, const char *argument) {
    (void)settings, (void)argument;
    struct belie_error error = {0};
    size_t problems = 0;
    bool ok = belie_rules_lint(s->rules, terminal_write, NULL, &problems, &error);
    session_outcome(s, ok, &error);
    if (ok && problems) s->status = STATUS_FOUND;
}

static void unread_file(void *context, const struct belie_error *error) {
    session_outcome(context, false, error);
}

static void coverage(struct session *s, const struct settings *settings, const char *argument) {
    (void)argument;
    struct belie_error error = {0};
    struct belie_coverage_options options = {.format = settings->format,
                                             .threads = (unsigned)settings->threads,
                                             .problem = unread_file,
                                             .problem_context = s};
    session_outcome(s,
                    belie_rules_coverage(s->rules, settings->operands.items + 1, settings->operands.count - 1, &options,
                                         terminal_write, NULL, &error),
                    &error);
}

static void diff(struct session *s, const struct settings *settings, const char *argument) {
    struct belie_error error = {0};
    struct belie_rules_diff_counts counts;
    bool ok = belie_rules_diff(argument, settings->operands.items[2], settings_archive(settings), terminal_write, NULL, &counts, &error);
    session_outcome(s, ok, &error);
    if (ok && counts.added + counts.removed) s->status = STATUS_FOUND;
}

static const struct rules_action {
    struct action action;
    run_action *run;
} actions[] = {{{"list", 0, 0, ""}, list},
               {{"test", 0, 1, ""}, test},
               {{"lint", 0, 0, ""}, lint},
               {{"show", 1, 1, "an ID"}, show},
               {{"coverage", 1, SIZE_MAX, "a CORPUS"}, coverage},
               {{"diff", 2, 2, "OLD and NEW, two folders of packs"}, diff}};

const struct actions rules_actions = {actions, sizeof actions / sizeof *actions, sizeof *actions};

enum status command_rules(const struct settings *s) {
    struct session session;
    const struct rules_action *action = action_find("rules", &rules_actions, &s->operands);
    if (!action) return STATUS_TROUBLE;
    if (session_open(&session, s)) action->run(&session, s, s->operands.count > 1 ? s->operands.items[1] : NULL);
    session_close(&session);
    return session.status;
}

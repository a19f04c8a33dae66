#include "cli/session.h"

#include "cli/accept.h"
#include "cli/terminal.h"

#include <string.h>

bool session_open(struct session *s, const struct settings *settings) {
    struct belie_error error = {0};
    *s = (struct session){0};
    s->rules = belie_config_rules(settings->config, &error);
    if (!s->rules) return s->status = terminal_error(&error), false;
    s->check = belie_check_new(s->rules);
    if (!s->check) return s->status = complain("out of memory"), false;
    belie_check_set_threads(s->check, (unsigned)settings->threads);
    if (!belie_check_configure(s->check, settings->config, &error)) return s->status = terminal_error(&error), false;
    return true;
}

void session_close(struct session *s) {
    belie_check_free(s->check);
    belie_rules_free(s->rules);
}

void session_outcome(struct session *s, bool ok, const struct belie_error *error) {
    if (ok) return;
    s->status = STATUS_TROUBLE;
    if (error->code != BELIE_OK) terminal_error(error);
}

void session_add(struct session *s, const char *path, enum belie_role role) {
    struct belie_error error = {0};
    session_outcome(s, belie_check_add_path(s->check, path, role, &error), &error);
}

/* NULL leaves the filter open. */
static bool read_day(const char *option, const char *text, int32_t *out) {
    *out = text ? belie_day(text) : BELIE_NO_DAY;
    if (!text || *out != BELIE_NO_DAY) return true;
    complain("--%s %s is not a day such as 2025-12-03; nothing was checked", option, text);
    return false;
}

static bool add_archives(struct session *session, const struct settings *s) {
    struct belie_archive_filter filter = {.outlet = s->outlet};
    if (!read_day("since", s->since, &filter.since) || !read_day("until", s->until, &filter.until))
        return session->status = STATUS_TROUBLE, false;
    for (size_t i = 0; i < s->archives.count; i++) {
        struct belie_error error = {0};
        session_outcome(session, belie_check_add_archive(session->check, s->archives.items[i], &filter, &error), &error);
    }
    return true;
}

bool session_inputs(struct session *session, const struct settings *s) {
    for (size_t i = 0; i < s->operands.count; i++) session_add(session, s->operands.items[i], BELIE_DRAFT);
    for (size_t i = 0; i < s->against.count; i++) session_add(session, s->against.items[i], BELIE_PRIOR);
    return add_archives(session, s);
}

void session_problems(struct session *s) {
    for (size_t i = 0; i < belie_check_problem_count(s->check); i++)
        session_outcome(s, false, belie_check_problem(s->check, i));
}

bool session_run(struct session *s, const struct settings *settings) {
    struct belie_error error = {0};
    accept_begin(s, settings);
    bool ok = belie_check_run(s->check, &error);
    session_outcome(s, ok, &error);
    session_problems(s);
    for (size_t i = 0; i < belie_check_warning_count(s->check); i++) terminal_error(belie_check_warning(s->check, i));
    if (ok) accept_end(s, settings);
    return ok;
}

static bool is_found(const struct session *s, const char *level) {
    static const struct {
        const char *name;
        enum belie_severity severity;
    } levels[] = {{"error", BELIE_ERROR}, {"warning", BELIE_WARNING}, {"note", BELIE_NOTE}};
    size_t found = 0;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        found += belie_check_count(s->check, levels[i].severity);
        if (strcmp(level, levels[i].name) == 0) return found > 0;
    }
    return false;
}

void session_report(struct session *s, const struct settings *settings) {
    struct belie_error error = {0};
    struct belie_report_options options = {
        .format = settings->format,
                                           .color = terminal_color(settings),
                                           .width = terminal_width(settings),
                                           .show_waived = settings->show_waived};
    accept_warn(s, settings);
    session_outcome(s, belie_check_report(s->check, &options, terminal_write, NULL, &error), &error);
    if (s->status == STATUS_NOTHING && is_found(s, settings->fail_level))
        s->status = STATUS_FOUND;
}

#include "cli/commands.h"
#include "cli/session.h"

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

enum status command_check(const struct settings *s) {
    struct session session;
    if (session_open(&session, s)) {
        for (size_t i = 0; i < s->operands.count; i++) session_add(&session, s->operands.items[i], BELIE_DRAFT);
        for (size_t i = 0; i < s->against.count; i++) session_add(&session, s->against.items[i], BELIE_PRIOR);
        if (add_archives(&session, s) && session_run(&session, s)) session_report(&session, s);
    }
    session_close(&session);
    return session.status;
}

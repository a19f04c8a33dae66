#include "cli/commands.h"
#include "cli/input.h"
#include "cli/session.h"
#include "cli/terminal.h"

#include <stdio.h>
#include <stdlib.h>

static void verify(struct session *session, const struct settings *s, const char *path, const struct bytes *report) {
    struct belie_error error = {0};
    bool same = false;
    bool ok = belie_check_add_report(session->check, path, report->items, report->count, &error);
    session_outcome(session, ok, &error);
    if (!ok || !session_run(session, s)) return;
    ok = belie_check_verify(session->check, path, report->items, report->count, terminal_write, NULL, &same, &error);
    session_outcome(session, ok, &error);
    if (ok && same) puts("the same findings");
    if (ok && !same && session->status == STATUS_NOTHING) session->status = STATUS_FOUND;
}

enum status command_verify(const struct settings *s) {
    struct session session;
    struct bytes report = {0};
    const char *path = s->operands.items[0];
    if (s->operands.count > 1) return complain("belie verify takes one REPORT.json");
    if (!input_read(path, &report)) return STATUS_TROUBLE;
    if (session_open(&session, s)) verify(&session, s, input_name(path), &report);
    session_close(&session);
    free(report.items);
    return session.status;
}

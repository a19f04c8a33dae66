#include "cli/commands.h"
#include "cli/input.h"
#include "cli/session.h"

#include <stdlib.h>

static void add_claims(struct session *s, const char *path) {
    struct bytes bytes = {0};
    struct belie_error error = {0};
    if (input_read(path, &bytes))
        session_outcome(s, belie_check_add_claims(s->check, input_name(path), bytes.items, bytes.count, &error), &error);
    else s->status = STATUS_TROUBLE;
    free(bytes.items);
}

enum status command_compare(const struct settings *s) {
    struct session session;
    if (session_open(&session, s)) {
        for (size_t i = 0; i < s->operands.count; i++) add_claims(&session, s->operands.items[i]);
        if (!s->operands.count) add_claims(&session, "-");
        if (session_run(&session, s)) session_report(&session, s);
    }
    session_close(&session);
    return session.status;
}

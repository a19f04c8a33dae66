#include "cli/commands.h"
#include "cli/session.h"

enum status command_check(const struct settings *s) {
    struct session session;
    if (session_open(&session, s)) {
        for (size_t i = 0; i < s->operands.count; i++) session_add(&session, s->operands.items[i], BELIE_DRAFT);
        for (size_t i = 0; i < s->against.count; i++) session_add(&session, s->against.items[i], BELIE_PRIOR);
        if (session_run(&session, s)) session_report(&session, s);
    }
    session_close(&session);
    return session.status;
}

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/terminal.h"

enum status command_claims(const struct settings *s) {
    struct session session;
    struct belie_error error = {0};
    if (session_open(&session, s)) {
        for (size_t i = 0; i < s->operands.count; i++) session_add(&session, s->operands.items[i], BELIE_DRAFT);
        for (size_t i = 0; i < s->against.count; i++) session_add(&session, s->against.items[i], BELIE_PRIOR);
        session_outcome(&session, belie_check_claims(session.check, s->format, terminal_write, NULL, &error), &error);
        session_problems(&session);
    }
    session_close(&session);
    return session.status;
}

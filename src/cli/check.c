#include "cli/commands.h"
#include "cli/session.h"

enum status command_check(const struct settings *s) {
    struct session session;
    if (session_open(&session, s) && session_inputs(&session, s) && session_run(&session, s)) session_report(&session, s);
    session_close(&session);
    return session.status;
}

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/terminal.h"

enum status command_dump(const struct settings *s) {
    struct session session;
    if (!s->stage) return complain("belie dump needs --stage; see belie dump --help");
    if (session_open(&session, s)) {
        for (size_t i = 0; i < s->operands.count; i++) session_add(&session, s->operands.items[i], BELIE_DRAFT);
        for (size_t i = 0; i < belie_check_document_count(session.check); i++) {
            struct belie_error error = {0};
            session_outcome(&session, belie_check_dump(session.check, i, s->stage, terminal_write, NULL, &error),
                            &error);
        }
    }
    session_close(&session);
    return session.status;
}

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>

/* ":123" at the end of path[0, *length): its number, and the length without it; 0 when there is none. */
static size_t take_number(const char *path, size_t *length) {
    size_t at = *length, number = 0, scale = 1;
    while (at && path[at - 1] >= '0' && path[at - 1] <= '9' && *length - at < 9) {
        number += (size_t)(path[--at] - '0') * scale;
        scale *= 10;
    }
    if (at == *length || at < 2 || path[at - 1] != ':') return 0;
    *length = at - 1;
    return number;
}

/* "FILE:LINE" or "FILE:LINE:COLUMN"; the path is copied. NULL when it is neither. */
static char *read_place(const char *argument, struct belie_place *out) {
    size_t length = strlen(argument), last = take_number(argument, &length);
    size_t first = last ? take_number(argument, &length) : 0;
    if (!last) return complain("%s is not FILE:LINE or FILE:LINE:COLUMN", argument), NULL;
    out->line = first ? first : last;
    out->column = first ? last : 0;
    char *path = strndup(argument, length);
    if (!path) complain("out of memory");
    return path;
}

/* A file is added once: a second place in it is in the same document. */
static bool add_place(struct session *s, const char *argument, struct belie_place *out) {
    size_t before = belie_check_document_count(s->check);
    char *path = read_place(argument, out);
    if (path)
        session_add(s, path, BELIE_DRAFT);
    else
        s->status = STATUS_TROUBLE;
    free(path);
    out->document = belie_check_document_count(s->check) > before ? before : 0;
    return s->status == STATUS_NOTHING;
}

enum status command_explain(const struct settings *s) {
    struct session session;
    struct belie_place places[2];
    struct belie_error error = {0};
    if (s->operands.count > 2) return complain("belie explain takes one place or two");
    bool ok = session_open(&session, s);
    for (size_t i = 0; ok && i < s->operands.count; i++) ok = add_place(&session, s->operands.items[i], &places[i]);
    if (ok && s->operands.count == 1)
        session_outcome(&session,
                        belie_check_explain(session.check, places[0].document, places[0].line, places[0].column,
                                            terminal_write, NULL, &error),
                        &error);
    if (ok && s->operands.count == 2)
        session_outcome(&session,
                        belie_check_explain_pair(session.check, places[0], places[1], terminal_write, NULL, &error),
                        &error);
    session_close(&session);
    return session.status;
}

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/terminal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bytes {
    char *items;
    size_t count, capacity;
};

static bool grow(struct bytes *b) {
    size_t capacity = b->capacity ? b->capacity * 2 : 65536;
    char *items = realloc(b->items, capacity);
    if (!items) return false;
    b->items = items;
    b->capacity = capacity;
    return true;
}

static bool read_all(FILE *file, struct bytes *out) {
    for (;;) {
        if (out->count == out->capacity && !grow(out)) return false;
        size_t n = fread(out->items + out->count, 1, out->capacity - out->count, file);
        out->count += n;
        if (n == 0) return !ferror(file);
    }
}

static bool read_path(const char *path, struct bytes *out) {
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");
    bool ok = file && read_all(file, out);
    if (!ok) complain("%s: cannot read: %s", path, strerror(errno));
    if (file && !standard) fclose(file);
    return ok;
}

static void add_claims(struct session *s, const char *path) {
    struct bytes bytes = {0};
    struct belie_error error = {0};
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    if (read_path(path, &bytes))
        session_outcome(s, belie_check_add_claims(s->check, name, bytes.items, bytes.count, &error), &error);
    else s->status = STATUS_TROUBLE;
    free(bytes.items);
}

enum status command_compare(const struct settings *s) {
    struct session session;
    if (session_open(&session, s)) {
        for (size_t i = 0; i < s->operands.count; i++) add_claims(&session, s->operands.items[i]);
        if (!s->operands.count) add_claims(&session, "-");
        if (session_run(&session)) session_report(&session, s);
    }
    session_close(&session);
    return session.status;
}

#include "archive/store.h"

#include <sys/stat.h>

static struct stored stored_of(const struct archive *archive, sqlite3_stmt *s) {
    return (struct stored){.id = sqlite3_column_int64(s, 0),
                           .uri = column_text(s, 1),
                           .path = column_text(s, 2),
                           .title = column_text(s, 3),
                           .outlet = column_text(s, 4),
                           .version = sqlite3_column_int(s, 5),
                           .published = column_day(s, 6),
                           .added = sqlite3_column_int(s, 7),
                           .length = (size_t)sqlite3_column_int64(s, 8),
                           .claim_count = (size_t)sqlite3_column_int64(s, 9),
                           .hash = (uint64_t)sqlite3_column_int64(s, 10),
                           .current = sqlite3_column_int(s, 11) != 0,
                           .other_rules = sqlite3_column_int64(s, 12) != archive->rules_id};
}

bool archive_list(struct archive *archive, struct text uri, stored_visitor *visit, void *context, struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, uri.length ? SQL_LIST_VERSIONS : SQL_LIST, e);
    bool row = true;
    if (!s) return false;
    if (uri.length) bind_text(s, 1, uri);
    while (row) {
        if (!store_row(archive, s, &row, e)) return false;
        struct stored stored;
        if (row) stored = stored_of(archive, s);
        if (row && !visit(context, &stored)) break;
    }
    sqlite3_reset(s);
    return true;
}

bool archive_revised(struct archive *archive, struct arena *a, struct text uri, struct text **uris, size_t *count,
                     struct belie_error *e) {
    LIST(struct text) found = {0};
    sqlite3_stmt *s = store_statement(archive, SQL_REVISED, e);
    bool row = true;
    if (!s) return false;
    bind_text(s, 1, uri);
    while (row) {
        if (!store_row(archive, s, &row, e)) return false;
        struct text *room = row ? list_add(a, &found) : NULL;
        if (room) *room = arena_text(a, column_text(s, 0));
    }
    *uris = found.items;
    *count = found.count;
    return !a->failed || error_no_memory(e);
}

bool archive_bytes(struct archive *archive, int64_t id, struct buffer *out, struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, SQL_BYTES, e);
    bool row = false;
    if (!s) return false;
    sqlite3_bind_int64(s, 1, id);
    if (!store_row(archive, s, &row, e)) return false;
    bool ok = row && unsqueeze(column_bytes(s, 0), out);
    sqlite3_reset(s);
    if (out->failed) return error_no_memory(e);
    return ok || store_damaged(archive, e, "text", id);
}

bool archive_claims(struct archive *archive, struct arena *a, int64_t id, struct claims *out, size_t *lost,
                    struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, SQL_CLAIMS, e);
    bool row = false;
    *out = (struct claims){0};
    if (!s) return false;
    sqlite3_bind_int64(s, 1, id);
    if (!store_row(archive, s, &row, e)) return false;
    if (!row) return store_damaged(archive, e, "record", id);
    const struct numbering *numbering = store_numbering(archive, sqlite3_column_int64(s, 0), e);
    bool ok = numbering && stored_claims(archive, a, numbering, column_bytes(s, 1), NULL, out, lost);
    sqlite3_reset(s);
    if (ok || !numbering) return ok;
    return a->failed ? error_no_memory(e) : store_damaged(archive, e, "claims", id);
}

static bool get_count(struct archive *archive, enum number which, size_t *out, struct belie_error *e) {
    int64_t value = 0;
    bool ok = number_get(archive, which, &value, e);
    *out = (size_t)value;
    return ok;
}

static bool ask_count(struct archive *archive, enum statement which, const int64_t *values, int count, size_t *out,
                      struct belie_error *e) {
    int64_t value = 0;
    bool ok = store_ask(archive, which, values, count, &value, e);
    *out = (size_t)value;
    return ok;
}

bool archive_state(struct archive *archive, struct archive_counts *out, struct belie_error *e) {
    struct stat status;
    int64_t snapshot = 0;
    size_t bytes = 0;
    *out = (struct archive_counts){0};
    bool ok = number_get(archive, NUMBER_SNAPSHOT, &snapshot, e) &&
              ask_count(archive, SQL_STALE, &archive->rules_id, 1, &out->stale, e) &&
              get_count(archive, NUMBER_DOCUMENTS, &out->documents, e) && get_count(archive, NUMBER_CLAIMS, &out->claims, e) &&
              get_count(archive, NUMBER_BYTES, &bytes, e);
    out->snapshot = (uint64_t)snapshot;
    out->bytes = bytes;
    if (stat(archive->path.bytes, &status) == 0) out->file_bytes = (uint64_t)status.st_size;
    return ok;
}

bool archive_count(struct archive *archive, struct archive_counts *out, struct belie_error *e) {
    return archive_state(archive, out, e) && ask_count(archive, SQL_COUNT_VERSIONS, NULL, 0, &out->versions, e);
}

#include "archive/store.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WAIT_MILLISECONDS = 5000 };

bool store_failed(struct archive *archive, const char *outcome, struct belie_error *e) {
    struct text path = buffer_view(&archive->path);
    switch (sqlite3_errcode(archive->db) & 0xff) {
    case SQLITE_NOMEM: return error_no_memory(e);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_set(e, BELIE_CANNOT_WRITE, path, "another program is writing to the archive; %s", outcome);
    case SQLITE_FULL: return error_set(e, BELIE_CANNOT_WRITE, path, "the disk is full; %s", outcome);
    case SQLITE_READONLY: return error_set(e, BELIE_CANNOT_WRITE, path, "the archive may not be written; %s", outcome);
    case SQLITE_IOERR:
        return error_set(e, BELIE_CANNOT_WRITE, path, "cannot read or write: %s; %s", sqlite3_errmsg(archive->db), outcome);
    case SQLITE_NOTADB: return error_set(e, BELIE_BAD_ARCHIVE, path, "not a belie archive; it was left alone");
    case SQLITE_CORRUPT: return error_set(e, BELIE_BAD_ARCHIVE, path, "the archive is damaged: %s; %s",
                                          sqlite3_errmsg(archive->db), outcome);
    case SQLITE_CANTOPEN: return error_set(e, BELIE_CANNOT_READ, path, "cannot open the archive; %s", outcome);
    default: return error_set(e, BELIE_BAD_ARCHIVE, path, "%s; %s", sqlite3_errmsg(archive->db), outcome);
    }
}

bool store_damaged(struct archive *archive, struct belie_error *e, const char *what, int64_t id) {
    return error_set(e, BELIE_BAD_ARCHIVE, buffer_view(&archive->path), "the archive is damaged: the %s of document %lld cannot be read",
                     what, (long long)id);
}

static bool is_missing(const struct archive *archive) {
    return access(archive->path.bytes, F_OK) != 0;
}

/* Write-ahead logging: readers go on while another program writes, and a killed writer leaves a whole archive. A file
 * that nobody may write to cannot have a log beside it, and needs none. */
static bool connect_to(struct archive *archive, enum archive_use use, struct belie_error *e) {
    int flags = use == ARCHIVE_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    if (sqlite3_open_v2(archive->path.bytes, &archive->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return archive->db ? store_failed(archive, "nothing was done", e) : error_no_memory(e);
    sqlite3_busy_timeout(archive->db, WAIT_MILLISECONDS);
    const char *setting = use == ARCHIVE_WRITE
                              ? "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                                "PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864"
                              : "PRAGMA query_only = 1; PRAGMA cache_size = -65536; SELECT COUNT(*) FROM sqlite_schema";
    return sqlite3_exec(archive->db, setting, NULL, NULL, NULL) == SQLITE_OK || store_failed(archive, "nothing was done", e);
}

static void add_hex(struct buffer *out, unsigned char byte) {
    buffer_format(out, "%%%02x", byte);
}

/* As SQLite wants names that say how a file is to be opened: RFC 3986, percent-encoded. */
static bool connect_unchanging(struct archive *archive, struct belie_error *e) {
    struct buffer uri = {0};
    struct belie_error ignored = {0};
    buffer_string(&uri, "file:");
    for (size_t i = 0; i < archive->path.length; i++) {
        char c = archive->path.bytes[i];
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || ascii_digit(c) || strchr("/._-", c)) buffer_char(&uri, c);
        else add_hex(&uri, (unsigned char)c);
    }
    buffer_string(&uri, "?immutable=1");
    sqlite3_close(archive->db);
    archive->db = NULL;
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    bool ok = !uri.failed && sqlite3_open_v2(uri.bytes, &archive->db, flags, NULL) == SQLITE_OK &&
              sqlite3_exec(archive->db, "SELECT COUNT(*) FROM sqlite_schema", NULL, NULL, NULL) == SQLITE_OK;
    buffer_release(&uri);
    if (ok) *e = ignored;
    return ok || (archive->db ? store_failed(archive, "nothing was done", e) : error_no_memory(e));
}

static bool may_be_unchanging(const struct archive *archive) {
    struct buffer log = {0};
    buffer_format(&log, "%s-wal", archive->path.bytes);
    struct stat status;
    bool empty = log.failed || stat(log.bytes, &status) != 0 || status.st_size == 0;
    buffer_release(&log);
    return empty;
}

static bool connect_for_reading(struct archive *archive, struct belie_error *e) {
    if (is_missing(archive)) return error_set(e, BELIE_CANNOT_READ, buffer_view(&archive->path), "no such archive");
    struct belie_error problem = {0};
    if (connect_to(archive, ARCHIVE_READ, &problem)) return true;
    int code = archive->db ? sqlite3_errcode(archive->db) & 0xff : SQLITE_NOMEM;
    if ((code == SQLITE_CANTOPEN || code == SQLITE_READONLY) && may_be_unchanging(archive))
        return connect_unchanging(archive, e);
    *e = problem;
    return false;
}

static bool check_kind(const struct archive *archive, struct belie_error *e) {
    struct stat status;
    if (stat(archive->path.bytes, &status) != 0 || !S_ISDIR(status.st_mode)) return true;
    return error_set(e, BELIE_CANNOT_READ, buffer_view(&archive->path), "a folder, not an archive");
}

static bool find_rules(struct archive *archive, struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, SQL_FIND_RULES, e);
    bool row = false;
    if (!s) return false;
    sqlite3_bind_int64(s, 1, (int64_t)numbering_hash(archive->rules));
    if (!store_row(archive, s, &row, e)) return false;
    if (row) archive->rules_id = sqlite3_column_int64(s, 0);
    sqlite3_reset(s);
    return true;
}

struct archive *archive_open(struct text path, enum archive_use use, const struct rules *rules, struct belie_error *e) {
    struct archive *archive = calloc(1, sizeof *archive);
    if (!archive) return error_no_memory(e), NULL;
    archive->rules = rules;
    buffer_text(&archive->path, path);
    bool ok = !archive->path.failed || error_no_memory(e);
    ok = ok && check_kind(archive, e);
    ok = ok && (use == ARCHIVE_WRITE ? connect_to(archive, use, e) : connect_for_reading(archive, e));
    if (ok && schema_ready(archive, use == ARCHIVE_WRITE, e) && find_rules(archive, e)) return archive;
    archive_close(archive);
    return NULL;
}

void archive_close(struct archive *archive) {
    if (!archive) return;
    for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(archive->statements[i]);
    sqlite3_close(archive->db);
    buffer_release(&archive->path);
    arena_release(&archive->arena);
    free(archive);
}

struct text archive_path(const struct archive *archive) {
    return buffer_view(&archive->path);
}

bool archive_begin(struct archive *archive, struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, SQL_BEGIN, e);
    return s && store_run(archive, s, e);
}

bool archive_commit(struct archive *archive, struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, SQL_COMMIT, e);
    return s && store_run(archive, s, e);
}

void archive_rollback(struct archive *archive) {
    struct belie_error ignored = {0};
    if (sqlite3_get_autocommit(archive->db)) return;
    sqlite3_stmt *s = store_statement(archive, SQL_ROLLBACK, &ignored);
    if (s) store_run(archive, s, &ignored);
    archive->rules_id = 0;
    find_rules(archive, &ignored);
}

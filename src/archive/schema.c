#include "archive/store.h"

enum { APPLICATION = 0x62656c69 /* "beli", for file(1) and for us */ };

/* Each step brings a file from its number to the next; the first makes the tables of an empty one. A released step is
 * never changed: files of its version exist. Keys and prints are 64-bit hashes, stored as SQLite's signed integers. */
static const char *const steps[] = {
    "CREATE TABLE numbers (id INTEGER PRIMARY KEY, value INTEGER NOT NULL);"
    "INSERT INTO numbers VALUES (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0);"
    "CREATE TABLE rules (id INTEGER PRIMARY KEY, numbering INTEGER NOT NULL UNIQUE, hash INTEGER NOT NULL,"
    " names BLOB NOT NULL, documents INTEGER NOT NULL);"
    "CREATE TABLE documents (id INTEGER PRIMARY KEY, uri TEXT NOT NULL, version INTEGER NOT NULL, current INTEGER NOT NULL,"
    " path TEXT NOT NULL, title TEXT NOT NULL, outlet TEXT NOT NULL, published INTEGER, added INTEGER NOT NULL,"
    " hash INTEGER NOT NULL, length INTEGER NOT NULL, claim_count INTEGER NOT NULL,"
    " rules INTEGER NOT NULL REFERENCES rules (id), keys BLOB NOT NULL, claims BLOB NOT NULL, bytes BLOB NOT NULL,"
    " UNIQUE (uri, version));"
    "CREATE TABLE positions (key INTEGER, print INTEGER, rank INTEGER, document INTEGER,"
    " PRIMARY KEY (key, print, rank, document)) WITHOUT ROWID;"
    "CREATE TABLE fresh_positions (key INTEGER, print INTEGER, rank INTEGER, document INTEGER,"
    " PRIMARY KEY (key, print, rank, document)) WITHOUT ROWID;"
    "CREATE TABLE crowds (key INTEGER, print INTEGER, documents INTEGER NOT NULL, PRIMARY KEY (key, print)) WITHOUT ROWID;"
    "CREATE TABLE names (hash INTEGER, few INTEGER, document INTEGER, PRIMARY KEY (hash, few, document)) WITHOUT ROWID;"
    "CREATE TABLE fresh_names (hash INTEGER, few INTEGER, document INTEGER, PRIMARY KEY (hash, few, document))"
    " WITHOUT ROWID;",
};

enum { NEWEST = sizeof steps / sizeof *steps };

static bool pragma(struct archive *archive, const char *name, int64_t *out, struct belie_error *e) {
    char text[64];
    sqlite3_stmt *s = NULL;
    sqlite3_snprintf(sizeof text, text, "PRAGMA %s", name);
    bool ok = sqlite3_prepare_v2(archive->db, text, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW;
    if (ok) *out = sqlite3_column_int64(s, 0);
    else store_failed(archive, "it was not opened", e);
    sqlite3_finalize(s);
    return ok;
}

static bool execute(struct archive *archive, const char *text, struct belie_error *e) {
    return sqlite3_exec(archive->db, text, NULL, NULL, NULL) == SQLITE_OK || store_failed(archive, "it was not opened", e);
}

static bool refuse(struct archive *archive, struct belie_error *e, const char *why) {
    return error_set(e, BELIE_BAD_ARCHIVE, buffer_view(&archive->path), "%s", why);
}

/* All steps or none, and by one program: another may have taken them while this one waited. */
static bool migrate(struct archive *archive, struct belie_error *e) {
    int64_t version;
    char mark[96];
    if (!execute(archive, "BEGIN IMMEDIATE", e)) return false;
    bool ok = pragma(archive, "user_version", &version, e);
    for (; ok && version < NEWEST; version++) ok = execute(archive, steps[version], e);
    sqlite3_snprintf(sizeof mark, mark, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", APPLICATION, NEWEST);
    ok = ok && execute(archive, mark, e);
    if (!ok) sqlite3_exec(archive->db, "ROLLBACK", NULL, NULL, NULL);
    return ok;
}

static bool has_tables(struct archive *archive, int64_t *tables, struct belie_error *e) {
    return pragma(archive, "schema_version", tables, e);
}

bool schema_ready(struct archive *archive, bool writable, struct belie_error *e) {
    int64_t application, version, tables;
    if (!pragma(archive, "application_id", &application, e) || !pragma(archive, "user_version", &version, e) ||
        !has_tables(archive, &tables, e))
        return false;
    if (application != APPLICATION && (tables || application))
        return refuse(archive, e, "not a belie archive; it was left alone");
    if (version > NEWEST) return refuse(archive, e, "made by a newer belie; it was left alone");
    if (version == NEWEST) return true;
    if (!writable) return refuse(archive, e, tables ? "made by an older belie; add to it once to bring it up to date"
                                                    : "an empty archive; nothing was read");
    return migrate(archive, e);
}

#include "archive/store.h"

#define DOCUMENT "id, uri, path, title, outlet, version, published, added, length, claim_count, hash, current, rules"

#define HOLDERS(table, more)                                                                          \
    "SELECT document FROM " table " WHERE key = ?1 AND print = ?2 AND rank BETWEEN ?3 AND ?4" more    \
    " ORDER BY rank DESC, document DESC"
#define OF_OUTLET " AND EXISTS (SELECT 1 FROM documents WHERE id = document AND outlet = ?5)"

/* New entries of the two large indexes wait in fresh_ tables, so that adding does not touch the large ones everywhere. */
static const char *const texts[STATEMENTS] = {
    [SQL_BEGIN] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",
    [SQL_GET_NUMBER] = "SELECT value FROM numbers WHERE id = ?1",
    [SQL_SET_NUMBER] = "UPDATE numbers SET value = ?2 WHERE id = ?1",
    [SQL_FIND_RULES] = "SELECT id FROM rules WHERE numbering = ?1",
    [SQL_ADD_RULES] = "INSERT INTO rules (numbering, hash, names, documents) VALUES (?1, ?2, ?3, 0)",
    [SQL_RULES_NAMES] = "SELECT names FROM rules WHERE id = ?1",
    [SQL_RULES_COUNT] = "UPDATE rules SET documents = documents + ?2 WHERE id = ?1",
    [SQL_STALE] = "SELECT COALESCE(SUM(documents), 0) FROM rules WHERE id <> ?1",
    [SQL_FIND_CURRENT] = "SELECT id, hash, rules, claim_count, length, keys, published, path FROM documents WHERE uri = ?1 "
                         "AND current = 1",
    [SQL_LAST_VERSION] = "SELECT COALESCE(MAX(version), 0) FROM documents WHERE uri = ?1",
    [SQL_ADD_DOCUMENT] = "INSERT INTO documents (uri, version, current, path, title, outlet, published, added, hash, length, "
                         "claim_count, rules, keys, claims, bytes) VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
                         "?12, ?13, ?14)",
    [SQL_WITHDRAW] = "UPDATE documents SET current = 0 WHERE id = ?1",
    [SQL_SET_CLAIMS] = "UPDATE documents SET claim_count = ?2, rules = ?3, keys = ?4, claims = ?5 WHERE id = ?1",
    [SQL_FORGET] = "DELETE FROM documents WHERE uri = ?1",
    [SQL_LIST] = "SELECT " DOCUMENT " FROM documents WHERE current = 1 ORDER BY uri",
    [SQL_LIST_VERSIONS] = "SELECT " DOCUMENT " FROM documents WHERE uri = ?1 ORDER BY version",
    [SQL_REVISED] = "SELECT uri FROM documents WHERE ?1 = '' OR uri = ?1 GROUP BY uri HAVING COUNT(*) > 1 ORDER BY uri",
    [SQL_BYTES] = "SELECT bytes FROM documents WHERE id = ?1",
    [SQL_CLAIMS] = "SELECT rules, claims FROM documents WHERE id = ?1",
    [SQL_COUNT_VERSIONS] = "SELECT COUNT(*) FROM documents",
    [SQL_ADD_POSITION] = "INSERT INTO fresh_positions VALUES (?1, ?2, ?3, ?4)",
    [SQL_DROP_POSITION] = "DELETE FROM positions WHERE key = ?1 AND print = ?2 AND rank = ?3 AND document = ?4",
    [SQL_DROP_FRESH_POSITION] = "DELETE FROM fresh_positions WHERE key = ?1 AND print = ?2 AND rank = ?3 AND document = ?4",
    [SQL_CROWD_CHANGE] = "INSERT INTO crowds VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET documents = documents + ?3",
    [SQL_CROWD_SWEEP] = "DELETE FROM crowds WHERE key = ?1 AND print = ?2 AND documents = 0",
    [SQL_ADD_NAME] = "INSERT INTO fresh_names VALUES (?1, ?2, ?3)",
    [SQL_DROP_NAME] = "DELETE FROM names WHERE hash = ?1 AND few = ?2 AND document = ?3",
    [SQL_DROP_FRESH_NAME] = "DELETE FROM fresh_names WHERE hash = ?1 AND few = ?2 AND document = ?3",
    [SQL_CROWDS] = "SELECT print, documents FROM crowds WHERE key = ?1",
    [SQL_HOLDERS] = HOLDERS("positions", ""),
    [SQL_FRESH_HOLDERS] = HOLDERS("fresh_positions", ""),
    [SQL_HOLDERS_OF_OUTLET] = HOLDERS("positions", OF_OUTLET),
    [SQL_FRESH_HOLDERS_OF_OUTLET] = HOLDERS("fresh_positions", OF_OUTLET),
    [SQL_NAMED] = "SELECT document FROM names WHERE hash = ?1 AND few = ?2 UNION ALL SELECT document FROM fresh_names WHERE "
                  "hash = ?1 AND few = ?2 LIMIT ?3",
    [SQL_CHOSEN] = "SELECT path, title, outlet, published, rules, claims FROM documents WHERE id = ?1 AND current = 1",
    [SQL_VERIFY_DOCUMENTS] = "SELECT id, uri, path, published, hash, length, claim_count, rules, keys, claims, bytes, "
                             "current FROM documents ORDER BY id",
    [SQL_HAS_POSITION] = "SELECT EXISTS (SELECT 1 FROM positions WHERE key = ?1 AND print = ?2 AND rank = ?3 AND document = "
                         "?4) + EXISTS (SELECT 1 FROM fresh_positions WHERE key = ?1 AND print = ?2 AND rank = ?3 AND "
                         "document = ?4)",
    [SQL_HAS_NAME] = "SELECT EXISTS (SELECT 1 FROM names WHERE hash = ?1 AND few = ?2 AND document = ?3) + EXISTS (SELECT 1 "
                     "FROM fresh_names WHERE hash = ?1 AND few = ?2 AND document = ?3)",
    [SQL_COUNT_POSITIONS] = "SELECT (SELECT COUNT(*) FROM positions) + (SELECT COUNT(*) FROM fresh_positions)",
    [SQL_COUNT_NAMES] = "SELECT (SELECT COUNT(*) FROM names) + (SELECT COUNT(*) FROM fresh_names)",
    [SQL_COUNT_CROWDS] = "SELECT COALESCE(SUM(documents), 0) FROM crowds",
};

sqlite3_stmt *store_statement(struct archive *archive, enum statement which, struct belie_error *e) {
    sqlite3_stmt **s = &archive->statements[which];
    if (*s) sqlite3_reset(*s);
    else if (sqlite3_prepare_v3(archive->db, texts[which], -1, SQLITE_PREPARE_PERSISTENT, s, NULL) != SQLITE_OK)
        store_failed(archive, "nothing was changed", e);
    return *s;
}

void bind_text(sqlite3_stmt *s, int index, struct text t) {
    sqlite3_bind_text64(s, index, t.length ? t.bytes : "", t.length, SQLITE_STATIC, SQLITE_UTF8);
}

void bind_bytes(sqlite3_stmt *s, int index, struct text t) {
    sqlite3_bind_blob64(s, index, t.length ? t.bytes : "", t.length, SQLITE_STATIC);
}

int32_t column_day(sqlite3_stmt *s, int index) {
    return sqlite3_column_type(s, index) == SQLITE_NULL ? NO_DATE : sqlite3_column_int(s, index);
}

struct text column_text(sqlite3_stmt *s, int index) {
    const char *bytes = (const char *)sqlite3_column_text(s, index);
    return (struct text){bytes ? bytes : "", (size_t)sqlite3_column_bytes(s, index)};
}

struct text column_bytes(sqlite3_stmt *s, int index) {
    const char *bytes = sqlite3_column_blob(s, index);
    return (struct text){bytes ? bytes : "", (size_t)sqlite3_column_bytes(s, index)};
}

bool store_row(struct archive *archive, sqlite3_stmt *s, bool *row, struct belie_error *e) {
    int code = sqlite3_step(s);
    *row = code == SQLITE_ROW;
    if (*row) return true;
    sqlite3_reset(s);
    return code == SQLITE_DONE || store_failed(archive, "nothing was changed", e);
}

bool store_run(struct archive *archive, sqlite3_stmt *s, struct belie_error *e) {
    bool row;
    bool ok = store_row(archive, s, &row, e);
    sqlite3_reset(s);
    return ok;
}

sqlite3_stmt *store_bound(struct archive *archive, enum statement which, const int64_t *values, int count,
                          struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, which, e);
    for (int i = 0; s && i < count; i++) sqlite3_bind_int64(s, i + 1, values[i]);
    return s;
}

bool store_do(struct archive *archive, enum statement which, const int64_t *values, int count, struct belie_error *e) {
    sqlite3_stmt *s = store_bound(archive, which, values, count, e);
    return s && store_run(archive, s, e);
}

bool store_ask(struct archive *archive, enum statement which, const int64_t *values, int count, int64_t *out,
               struct belie_error *e) {
    sqlite3_stmt *s = store_bound(archive, which, values, count, e);
    bool row = false;
    if (!s || !store_row(archive, s, &row, e)) return false;
    if (row) *out = sqlite3_column_int64(s, 0);
    sqlite3_reset(s);
    return true;
}

bool number_get(struct archive *archive, enum number which, int64_t *out, struct belie_error *e) {
    *out = 0;
    return store_ask(archive, SQL_GET_NUMBER, (const int64_t[]){which}, 1, out, e);
}

/* Added here and not by SQLite, whose sums turn into floating point where they should wrap. */
bool number_add(struct archive *archive, enum number which, int64_t more, struct belie_error *e) {
    int64_t before;
    if (!number_get(archive, which, &before, e)) return false;
    return store_do(archive, SQL_SET_NUMBER, (const int64_t[]){which, (int64_t)((uint64_t)before + (uint64_t)more)}, 2, e);
}

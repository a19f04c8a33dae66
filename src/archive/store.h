/* The inside of an archive; for the files of this folder. */
#ifndef BELIE_ARCHIVE_STORE_H
#define BELIE_ARCHIVE_STORE_H

#include "archive/archive.h"
#include "archive/codec.h"

#include <sqlite3.h>

/* Every statement that is used, with its text in statement.c. */
enum statement {
    SQL_BEGIN, SQL_COMMIT, SQL_ROLLBACK,
    SQL_GET_NUMBER, SQL_SET_NUMBER,
    SQL_FIND_RULES, SQL_ADD_RULES, SQL_RULES_NAMES, SQL_RULES_COUNT, SQL_STALE,
    SQL_FIND_CURRENT, SQL_LAST_VERSION, SQL_ADD_DOCUMENT, SQL_WITHDRAW, SQL_SET_CLAIMS, SQL_FORGET,
    SQL_LIST, SQL_LIST_VERSIONS, SQL_REVISED, SQL_BYTES, SQL_CLAIMS, SQL_COUNT_VERSIONS,
    SQL_ADD_POSITION, SQL_DROP_POSITION, SQL_DROP_FRESH_POSITION, SQL_CROWD_CHANGE, SQL_CROWD_SWEEP,
    SQL_ADD_NAME, SQL_DROP_NAME, SQL_DROP_FRESH_NAME,
    SQL_CROWDS, SQL_HOLDERS, SQL_FRESH_HOLDERS, SQL_HOLDERS_OF_OUTLET, SQL_FRESH_HOLDERS_OF_OUTLET, SQL_NAMED, SQL_CHOSEN,
    SQL_VERIFY_DOCUMENTS, SQL_HAS_POSITION, SQL_HAS_NAME, SQL_COUNT_POSITIONS, SQL_COUNT_NAMES, SQL_COUNT_CROWDS,
    STATEMENTS
};

/* Running totals, in the table `numbers`. */
enum number { NUMBER_SNAPSHOT = 1, NUMBER_DOCUMENTS, NUMBER_CLAIMS, NUMBER_BYTES, NUMBER_FRESH, NUMBER_SETTLED };

/* The numberings of the rules that made stored claims, read when first met. */
struct known_rules {
    int64_t id;
    struct numbering numbering;
};

struct archive {
    sqlite3 *db;
    const struct rules *rules;
    struct buffer path;
    struct arena arena;
    sqlite3_stmt *statements[STATEMENTS];
    int64_t rules_id; /* of the rules at hand; 0 while they made nothing here */
    LIST(struct known_rules) known;
};

/* Sets *e from what SQLite says, with what was done about it: "nothing was changed". Returns false. */
bool store_failed(struct archive *archive, const char *outcome, struct belie_error *e);
bool store_damaged(struct archive *archive, struct belie_error *e, const char *what, int64_t id);

/* The statement, ready to be bound and stepped: prepared on first use, reset since. NULL, and *e set, on failure. */
sqlite3_stmt *store_statement(struct archive *archive, enum statement which, struct belie_error *e);

void bind_text(sqlite3_stmt *s, int index, struct text t);     /* which must outlive the stepping */
void bind_bytes(sqlite3_stmt *s, int index, struct text t);
int32_t column_day(sqlite3_stmt *s, int index);                 /* NO_DATE for NULL */
struct text column_text(sqlite3_stmt *s, int index);           /* lives until the next step or reset */
struct text column_bytes(sqlite3_stmt *s, int index);

/* Steps a statement that yields no row, then resets it. */
bool store_run(struct archive *archive, sqlite3_stmt *s, struct belie_error *e);
/* Steps to the next row: true with *row set or not; the statement is reset after the last. */
bool store_row(struct archive *archive, sqlite3_stmt *s, bool *row, struct belie_error *e);

/* The statement with `values` bound in order; NULL on failure. */
sqlite3_stmt *store_bound(struct archive *archive, enum statement which, const int64_t *values, int count,
                          struct belie_error *e);
/* Runs a statement that yields no row. */
bool store_do(struct archive *archive, enum statement which, const int64_t *values, int count, struct belie_error *e);
/* The first column of its only row; *out stays as it is where there is no row. */
bool store_ask(struct archive *archive, enum statement which, const int64_t *values, int count, int64_t *out,
               struct belie_error *e);

bool number_get(struct archive *archive, enum number which, int64_t *out, struct belie_error *e);
bool number_add(struct archive *archive, enum number which, int64_t more, struct belie_error *e);

/* schema.c: makes the tables of an empty file, or brings those of an older belie up to date. */
bool schema_ready(struct archive *archive, bool writable, struct belie_error *e);

/* rules.c: what stored rule numbers mean; NULL when they cannot be read, with *e set. */
const struct numbering *store_numbering(struct archive *archive, int64_t rules, struct belie_error *e);
bool store_rules_id(struct archive *archive, int64_t *id, struct belie_error *e); /* of the rules at hand, added if new */

/* index.c: how documents are found by what they say. */
struct index_key {
    uint64_t key, print;
};

struct index_entry {
    int64_t document, rank; /* rank: see recency of compare/recent.h */
    LIST(struct index_key) keys;
    struct sketch sketch;
};

bool index_make(struct arena *a, const struct rules *r, const struct claims *claims, struct index_entry *out);
void index_pack(const struct index_entry *x, struct buffer *out);
bool index_unpack(struct arena *a, struct text packed, struct index_entry *out);
bool index_add(struct archive *archive, const struct index_entry *x, struct belie_error *e);
bool index_drop(struct archive *archive, const struct index_entry *x, struct belie_error *e);
bool index_settle(struct archive *archive, struct belie_error *e); /* moves what is fresh into order, when it is much */

/* squeeze.c: LZ4 */
bool squeeze(struct text bytes, struct buffer *out); /* appends; the length goes first */
bool unsqueeze(struct text packed, struct buffer *out); /* false: damaged, or memory is short and out->failed */

/* The claims as they are stored, read into `a`. False when damaged, or memory is short and a->failed. */
bool stored_claims(struct archive *archive, struct arena *a, const struct numbering *numbering, struct text packed,
                   const struct wanted *wanted, struct claims *out, size_t *lost);

#endif

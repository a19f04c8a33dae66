#include "archive/store.h"

#include "compare/open.h"
#include "compare/recent.h"

struct verifier {
    struct archive *archive;
    struct arena arena; /* of the document at hand */
    problem_sayer *say;
    void *context;
    size_t problems, positions, names;
    size_t documents, claims;
    uint64_t snapshot;
    struct belie_error *e;
};

static void say(struct verifier *v, struct text problem) {
    v->problems++;
    v->say(v->context, problem);
}

static void say_of(struct verifier *v, sqlite3_stmt *s, const char *problem) {
    say(v, arena_format(&v->arena, "%.*s: %s", TEXT_ARGS(column_text(s, 1)), problem));
}

/* SQLite's own check of its pages and indexes; one row, "ok", when all is well. */
static bool check_file(struct verifier *v) {
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(v->archive->db, "PRAGMA integrity_check", -1, &s, NULL) != SQLITE_OK)
        return store_failed(v->archive, "it was not checked", v->e);
    int code;
    while ((code = sqlite3_step(s)) == SQLITE_ROW)
        if (!text_equal(column_text(s, 0), TEXT("ok"))) say(v, column_text(s, 0));
    bool ok = code == SQLITE_DONE || store_failed(v->archive, "the check stopped there", v->e);
    sqlite3_finalize(s);
    return ok;
}

static void check_bytes(struct verifier *v, sqlite3_stmt *s) {
    struct buffer bytes = {0};
    if (!unsqueeze(column_bytes(s, 10), &bytes)) say_of(v, s, "its text cannot be read");
    else if (text_hash(buffer_view(&bytes)) != (uint64_t)sqlite3_column_int64(s, 4)) say_of(v, s, "its text has changed");
    buffer_release(&bytes);
}

static bool check_claims(struct verifier *v, sqlite3_stmt *s) {
    struct claims claims;
    size_t lost = 0;
    struct belie_error problem = {0};
    const struct numbering *numbering = store_numbering(v->archive, sqlite3_column_int64(s, 7), &problem);
    if (!numbering) return say(v, text_of(problem.message)), problem.code != BELIE_NO_MEMORY;
    bool ok = stored_claims(v->archive, &v->arena, numbering, column_bytes(s, 9), NULL, &claims, &lost);
    if (v->arena.failed) return error_no_memory(v->e);
    if (!ok) say_of(v, s, "its claims cannot be read");
    else if (claims.items.count + lost != (size_t)sqlite3_column_int64(s, 6)) say_of(v, s, "it has another number of claims than recorded");
    return true;
}

static bool is_there(struct verifier *v, enum statement which, const int64_t *values, int count, bool *there) {
    int64_t rows = 0;
    bool ok = store_ask(v->archive, which, values, count, &rows, v->e);
    *there = rows == 1;
    return ok;
}

static bool check_index(struct verifier *v, sqlite3_stmt *s) {
    struct index_entry x;
    bool there = true, all = true;
    if (!index_unpack(&v->arena, column_bytes(s, 8), &x)) {
        if (v->arena.failed) return error_no_memory(v->e);
        return say_of(v, s, "its index cannot be read"), true;
    }
    x.document = sqlite3_column_int64(s, 0);
    x.rank = recency(column_day(s, 3), column_text(s, 2));
    for (size_t i = 0; i < x.keys.count; i++, all &= there) {
        const int64_t row[] = {(int64_t)x.keys.items[i].key, (int64_t)x.keys.items[i].print, x.rank, x.document};
        if (!is_there(v, SQL_HAS_POSITION, row, 4, &there)) return false;
    }
    for (uint32_t i = 0; i < x.sketch.count; i++, all &= there) {
        const int64_t row[] = {x.sketch.hashes[i], x.sketch.count <= FEW_NAMES, x.document};
        if (!is_there(v, SQL_HAS_NAME, row, 3, &there)) return false;
    }
    if (!all) say_of(v, s, "the index does not lead to it");
    v->positions += x.keys.count;
    v->names += x.sketch.count;
    return true;
}

static bool check_document(struct verifier *v, sqlite3_stmt *s) {
    arena_reset(&v->arena);
    check_bytes(v, s);
    if (!check_claims(v, s)) return false;
    if (!sqlite3_column_int(s, 11)) return true;
    v->documents++;
    v->claims += (size_t)sqlite3_column_int64(s, 6);
    v->snapshot += hash_mix(text_hash(column_text(s, 1)), (uint64_t)sqlite3_column_int64(s, 4));
    return check_index(v, s);
}

static bool check_documents(struct verifier *v) {
    sqlite3_stmt *s = store_statement(v->archive, SQL_VERIFY_DOCUMENTS, v->e);
    bool row = true, ok = s != NULL;
    while (ok && row) {
        ok = store_row(v->archive, s, &row, v->e);
        if (ok && row) ok = check_document(v, s);
    }
    if (s) sqlite3_reset(s);
    return ok;
}

static bool check_count(struct verifier *v, enum statement which, size_t expected, const char *problem) {
    int64_t count = -1;
    if (!store_ask(v->archive, which, NULL, 0, &count, v->e)) return false;
    if (count != (int64_t)expected) say(v, text_of(problem));
    return true;
}

static bool check_number(struct verifier *v, enum number which, uint64_t expected, const char *problem) {
    int64_t value = 0;
    if (!number_get(v->archive, which, &value, v->e)) return false;
    if ((uint64_t)value != expected) say(v, text_of(problem));
    return true;
}

bool archive_verify(struct archive *archive, problem_sayer *sayer, void *context, size_t *problems, struct belie_error *e) {
    struct verifier v = {.archive = archive, .say = sayer, .context = context, .e = e};
    bool ok = check_file(&v) && check_documents(&v) &&
              check_count(&v, SQL_COUNT_POSITIONS, v.positions, "the index of positions holds other rows than the documents have") &&
              check_count(&v, SQL_COUNT_CROWDS, v.positions, "the counts of positions do not add up") &&
              check_count(&v, SQL_COUNT_NAMES, v.names, "the index of names holds other rows than the documents have") &&
              check_number(&v, NUMBER_DOCUMENTS, v.documents, "the number of documents is recorded wrongly") &&
              check_number(&v, NUMBER_CLAIMS, v.claims, "the number of claims is recorded wrongly") &&
              check_number(&v, NUMBER_SNAPSHOT, v.snapshot, "the snapshot is recorded wrongly");
    arena_release(&v.arena);
    *problems = v.problems;
    return ok;
}

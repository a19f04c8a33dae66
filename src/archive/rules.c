#include "archive/store.h"

static bool add_rules(struct archive *archive, uint64_t hash, struct belie_error *e) {
    struct buffer names = {0};
    numbering_pack(archive->rules, &names);
    sqlite3_stmt *s = names.failed ? NULL : store_statement(archive, SQL_ADD_RULES, e);
    bool ok = s || error_no_memory(e);
    if (ok) {
        sqlite3_bind_int64(s, 1, (int64_t)hash);
        sqlite3_bind_int64(s, 2, (int64_t)archive->rules->hash);
        bind_bytes(s, 3, buffer_view(&names));
        ok = store_run(archive, s, e);
        archive->rules_id = ok ? sqlite3_last_insert_rowid(archive->db) : 0;
    }
    buffer_release(&names);
    return ok;
}

bool store_rules_id(struct archive *archive, int64_t *id, struct belie_error *e) {
    if (!archive->rules_id && !add_rules(archive, numbering_hash(archive->rules), e)) return false;
    *id = archive->rules_id;
    return true;
}

static bool read_numbering(struct archive *archive, struct known_rules *known, struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, SQL_RULES_NAMES, e);
    bool row = false;
    if (!s) return false;
    sqlite3_bind_int64(s, 1, known->id);
    if (!store_row(archive, s, &row, e)) return false;
    bool ok = row && numbering_read(&archive->arena, archive->rules, column_bytes(s, 0), &known->numbering);
    if (!ok && archive->arena.failed) error_no_memory(e);
    else if (!ok) store_damaged(archive, e, "list of rules", known->id);
    sqlite3_reset(s);
    return ok;
}

const struct numbering *store_numbering(struct archive *archive, int64_t rules, struct belie_error *e) {
    static const struct numbering same = {0};
    if (rules == archive->rules_id) return &same;
    for (size_t i = 0; i < archive->known.count; i++)
        if (archive->known.items[i].id == rules) return &archive->known.items[i].numbering;
    struct known_rules *known = list_add(&archive->arena, &archive->known);
    if (!known) return error_no_memory(e), NULL;
    known->id = rules;
    if (read_numbering(archive, known, e)) return &known->numbering;
    archive->known.count--;
    return NULL;
}

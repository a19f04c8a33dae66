#include "archive/store.h"

#include "compare/recent.h"

static bool squeeze_claims(const struct rules *r, const struct claims *claims, struct buffer *room) {
    struct buffer packed = {0};
    claims_pack(r, claims, &packed);
    bool ok = !packed.failed && squeeze(buffer_view(&packed), room);
    buffer_release(&packed);
    return ok;
}

bool deposit_pack(struct arena *a, const struct rules *r, const struct claims *claims, struct buffer *room,
                  struct deposit *d) {
    struct index_entry index;
    if (!index_make(a, r, claims, &index)) return false;
    index_pack(&index, room);
    size_t keys = room->length;
    if (!squeeze_claims(r, claims, room)) return false;
    size_t middle = room->length;
    if (room->failed || !squeeze(d->bytes, room)) return false;
    struct text all = buffer_view(room);
    d->packed_keys = text_slice(all, 0, keys);
    d->packed_claims = text_slice(all, keys, middle);
    d->packed_bytes = text_slice(all, middle, all.length);
    d->claim_count = claims->items.count;
    return true;
}

/* The current version of a document, as far as replacing it needs. */
struct present {
    int64_t id, rules, claim_count, length;
    uint64_t hash;
    struct index_entry index;
};

static bool read_present(struct archive *archive, struct arena *a, sqlite3_stmt *s, struct present *out, struct belie_error *e) {
    *out = (struct present){.id = sqlite3_column_int64(s, 0), .hash = (uint64_t)sqlite3_column_int64(s, 1),
                            .rules = sqlite3_column_int64(s, 2), .claim_count = sqlite3_column_int64(s, 3),
                            .length = sqlite3_column_int64(s, 4)};
    int64_t rank = recency(column_day(s, 6), column_text(s, 7));
    bool ok = index_unpack(a, column_bytes(s, 5), &out->index) || store_damaged(archive, e, "index", out->id);
    out->index.document = out->id;
    out->index.rank = rank;
    return ok;
}

/* out->id is 0 where there is none. */
static bool find_present(struct archive *archive, struct arena *a, struct text uri, struct present *out, struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, SQL_FIND_CURRENT, e);
    bool row = false;
    *out = (struct present){0};
    if (!s) return false;
    bind_text(s, 1, uri);
    if (!store_row(archive, s, &row, e)) return false;
    bool ok = !row || read_present(archive, a, s, out, e);
    sqlite3_reset(s);
    return ok;
}

bool archive_would(struct archive *archive, struct text uri, uint64_t hash, enum kept *kept, struct belie_error *e) {
    struct arena scratch = {0};
    struct present present;
    bool ok = find_present(archive, &scratch, uri, &present, e);
    *kept = !present.id ? KEPT_NEW : present.hash == hash ? KEPT_UNCHANGED : KEPT_VERSION;
    arena_release(&scratch);
    return ok;
}

/* The snapshot is a sum, so that it depends on what is there and not on the order in which it came. */
static bool count_document(struct archive *archive, struct text uri, const struct present *p, int64_t sign,
                           struct belie_error *e) {
    uint64_t print = hash_mix(text_hash(uri), p->hash);
    return number_add(archive, NUMBER_SNAPSHOT, (int64_t)(sign > 0 ? print : -print), e) &&
           number_add(archive, NUMBER_DOCUMENTS, sign, e) && number_add(archive, NUMBER_CLAIMS, sign * p->claim_count, e) &&
           number_add(archive, NUMBER_BYTES, sign * p->length, e) && store_do(archive, SQL_RULES_COUNT, (const int64_t[]){p->rules, sign}, 2, e);
}

/* Takes the current version out of checking. */
static bool withdraw(struct archive *archive, struct text uri, const struct present *p, struct belie_error *e) {
    return index_drop(archive, &p->index, e) && store_do(archive, SQL_WITHDRAW, &p->id, 1, e) &&
           count_document(archive, uri, p, -1, e);
}

static bool next_version(struct archive *archive, struct text uri, int64_t *version, struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, SQL_LAST_VERSION, e);
    bool row = false;
    if (!s) return false;
    bind_text(s, 1, uri);
    if (!store_row(archive, s, &row, e)) return false;
    *version = row ? sqlite3_column_int64(s, 0) + 1 : 1;
    sqlite3_reset(s);
    return true;
}

static bool add_row(struct archive *archive, const struct deposit *d, int64_t version, int32_t today, int64_t rules,
                    struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, SQL_ADD_DOCUMENT, e);
    if (!s) return false;
    bind_text(s, 1, d->uri);
    sqlite3_bind_int64(s, 2, version);
    bind_text(s, 3, d->path);
    bind_text(s, 4, d->title);
    bind_text(s, 5, d->outlet);
    if (d->published == NO_DATE) sqlite3_bind_null(s, 6);
    else sqlite3_bind_int(s, 6, d->published);
    sqlite3_bind_int(s, 7, today);
    sqlite3_bind_int64(s, 8, (int64_t)d->hash);
    sqlite3_bind_int64(s, 9, (int64_t)d->bytes.length);
    sqlite3_bind_int64(s, 10, (int64_t)d->claim_count);
    sqlite3_bind_int64(s, 11, rules);
    bind_bytes(s, 12, d->packed_keys);
    bind_bytes(s, 13, d->packed_claims);
    bind_bytes(s, 14, d->packed_bytes);
    return store_run(archive, s, e);
}

/* What the deposit is once it is stored; id and rules are still to come. */
static bool present_of(struct arena *a, const struct deposit *d, struct present *out, struct belie_error *e) {
    *out = (struct present){.hash = d->hash, .claim_count = (int64_t)d->claim_count, .length = (int64_t)d->bytes.length};
    return index_unpack(a, d->packed_keys, &out->index) || error_no_memory(e);
}

static bool add_document(struct archive *archive, struct arena *a, const struct deposit *d, int32_t today, struct belie_error *e) {
    struct present added;
    int64_t version;
    if (!present_of(a, d, &added, e) || !store_rules_id(archive, &added.rules, e) ||
        !next_version(archive, d->uri, &version, e) || !add_row(archive, d, version, today, added.rules, e))
        return false;
    added.index.document = sqlite3_last_insert_rowid(archive->db);
    added.index.rank = recency(d->published, d->path);
    return index_add(archive, &added.index, e) && count_document(archive, d->uri, &added, 1, e);
}

bool archive_put(struct archive *archive, const struct deposit *d, int32_t today, enum kept *kept, struct belie_error *e) {
    struct arena scratch = {0};
    struct present present;
    bool ok = find_present(archive, &scratch, d->uri, &present, e);
    *kept = !present.id ? KEPT_NEW : present.hash == d->hash ? KEPT_UNCHANGED : KEPT_VERSION;
    if (ok && *kept == KEPT_VERSION) ok = withdraw(archive, d->uri, &present, e);
    if (ok && *kept != KEPT_UNCHANGED) ok = add_document(archive, &scratch, d, today, e);
    arena_release(&scratch);
    return ok && (*kept == KEPT_UNCHANGED || index_settle(archive, e));
}

bool archive_remove(struct archive *archive, struct text uri, bool *found, struct belie_error *e) {
    struct arena scratch = {0};
    struct present present;
    bool ok = find_present(archive, &scratch, uri, &present, e);
    *found = ok && present.id;
    if (*found) {
        ok = withdraw(archive, uri, &present, e);
        sqlite3_stmt *s = ok ? store_statement(archive, SQL_FORGET, e) : NULL;
        if (s) bind_text(s, 1, uri);
        ok = s && store_run(archive, s, e);
    }
    arena_release(&scratch);
    return ok;
}

static bool set_claims(struct archive *archive, int64_t id, const struct deposit *d, int64_t rules, struct belie_error *e) {
    sqlite3_stmt *s = store_statement(archive, SQL_SET_CLAIMS, e);
    if (!s) return false;
    sqlite3_bind_int64(s, 1, id);
    sqlite3_bind_int64(s, 2, (int64_t)d->claim_count);
    sqlite3_bind_int64(s, 3, rules);
    bind_bytes(s, 4, d->packed_keys);
    bind_bytes(s, 5, d->packed_claims);
    return store_run(archive, s, e);
}

static bool reclaim(struct archive *archive, struct arena *a, const struct present *old, const struct deposit *d, struct belie_error *e) {
    struct present remade;
    if (!present_of(a, d, &remade, e) || !index_drop(archive, &old->index, e) || !count_document(archive, d->uri, old, -1, e) ||
        !store_rules_id(archive, &remade.rules, e) || !set_claims(archive, old->id, d, remade.rules, e))
        return false;
    remade.index.document = old->id;
    remade.index.rank = old->index.rank;
    return index_add(archive, &remade.index, e) && count_document(archive, d->uri, &remade, 1, e);
}

bool archive_reclaim(struct archive *archive, int64_t id, const struct deposit *d, struct belie_error *e) {
    struct arena scratch = {0};
    struct present present;
    bool ok = find_present(archive, &scratch, d->uri, &present, e);
    if (ok && present.id == id) ok = reclaim(archive, &scratch, &present, d, e);
    arena_release(&scratch);
    return ok && index_settle(archive, e);
}

#include "archive/store.h"

#include "archive/pack.h"
#include "compare/open.h"
#include "compare/recent.h"

#include <stdlib.h>

enum { FRESH_LEAST = 200000, FRESH_SHARE = 4 };

static int by_key(const void *left, const void *right) {
    const struct claim *x = *(const struct claim *const *)left, *y = *(const struct claim *const *)right;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return (x > y) - (x < y); /* of one document, in text order */
}

static bool add_keys(struct arena *a, const struct rules *r, const struct claim *const *claims, size_t count,
                     struct index_entry *out) {
    struct positions positions = {0};
    if (!positions_find(a, claims, count, &positions)) return false;
    for (size_t i = 0; i < positions.items.count; i++) {
        const struct position *p = &positions.items.items[i];
        if (!position_closed(r, p)) continue;
        struct index_key *key = list_add(a, &out->keys);
        if (!key) return false;
        *key = (struct index_key){p->claims.items[0]->key, position_print(r, p)};
    }
    return true;
}

static int by_key_and_print(const void *left, const void *right) {
    const struct index_key *x = left, *y = right;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return (x->print > y->print) - (x->print < y->print);
}

static void sort_keys(struct index_entry *x) {
    size_t kept = 0;
    if (x->keys.count) qsort(x->keys.items, x->keys.count, sizeof *x->keys.items, by_key_and_print);
    for (size_t i = 0; i < x->keys.count; i++)
        if (!i || by_key_and_print(&x->keys.items[i - 1], &x->keys.items[i])) x->keys.items[kept++] = x->keys.items[i];
    x->keys.count = kept;
}

bool index_make(struct arena *a, const struct rules *r, const struct claims *claims, struct index_entry *out) {
    size_t count = claims->items.count;
    *out = (struct index_entry){.sketch = claims->sketch};
    const struct claim **all = arena_array(a, const struct claim *, count + 1);
    if (!all) return false;
    for (size_t i = 0; i < count; i++) all[i] = &claims->items.items[i];
    if (count) qsort(all, count, sizeof *all, by_key);
    for (size_t from = 0, to; from < count; from = to) {
        to = from + 1;
        while (to < count && all[to]->key == all[from]->key) to++;
        if (!add_keys(a, r, all + from, to - from, out)) return false;
    }
    sort_keys(out);
    return true;
}

void index_pack(const struct index_entry *x, struct buffer *out) {
    sketch_pack(&x->sketch, out);
    pack_number(out, x->keys.count);
    for (size_t i = 0; i < x->keys.count; i++) {
        pack_word(out, x->keys.items[i].key);
        pack_word(out, x->keys.items[i].print);
    }
}

bool index_unpack(struct arena *a, struct text packed, struct index_entry *out) {
    struct unpacker u = {packed, 0, false};
    *out = (struct index_entry){0};
    sketch_unpack(&u, &out->sketch);
    uint64_t keys = unpack_number(&u);
    if (u.bad || keys > packed.length) return false;
    out->keys.items = arena_array(a, struct index_key, keys + 1);
    for (uint64_t i = 0; out->keys.items && i < keys; i++) {
        uint64_t key = unpack_word(&u);
        out->keys.items[out->keys.count++] = (struct index_key){key, unpack_word(&u)};
    }
    return out->keys.items && !u.bad && u.at == packed.length;
}

static bool change_positions(struct archive *archive, const struct index_entry *x, int64_t sign, struct belie_error *e) {
    for (size_t i = 0; i < x->keys.count; i++) {
        int64_t key = (int64_t)x->keys.items[i].key, print = (int64_t)x->keys.items[i].print;
        const int64_t row[] = {key, print, x->rank, x->document}, crowd[] = {key, print, sign};
        bool ok = sign > 0 ? store_do(archive, SQL_ADD_POSITION, row, 4, e)
                           : store_do(archive, SQL_DROP_POSITION, row, 4, e) && store_do(archive, SQL_DROP_FRESH_POSITION, row, 4, e);
        if (!ok || !store_do(archive, SQL_CROWD_CHANGE, crowd, 3, e)) return false;
        if (sign < 0 && !store_do(archive, SQL_CROWD_SWEEP, crowd, 2, e)) return false;
    }
    return true;
}

static bool change_names(struct archive *archive, const struct index_entry *x, int64_t sign, struct belie_error *e) {
    for (uint32_t i = 0; i < x->sketch.count; i++) {
        const int64_t row[] = {x->sketch.hashes[i], x->sketch.count <= FEW_NAMES, x->document};
        bool ok = sign > 0 ? store_do(archive, SQL_ADD_NAME, row, 3, e)
                           : store_do(archive, SQL_DROP_NAME, row, 3, e) && store_do(archive, SQL_DROP_FRESH_NAME, row, 3, e);
        if (!ok) return false;
    }
    return true;
}

bool index_add(struct archive *archive, const struct index_entry *x, struct belie_error *e) {
    return change_positions(archive, x, 1, e) && change_names(archive, x, 1, e) &&
           number_add(archive, NUMBER_FRESH, (int64_t)(x->keys.count + x->sketch.count), e);
}

bool index_drop(struct archive *archive, const struct index_entry *x, struct belie_error *e) {
    return change_positions(archive, x, -1, e) && change_names(archive, x, -1, e);
}

/* After the log-structured merge tree (O'Neil and others 1996), with two levels: a row of the large tables is written
 * a few times in all, in order, where one by one each would touch a page of its own. */
bool index_settle(struct archive *archive, struct belie_error *e) {
    static const char merge[] = "INSERT INTO positions SELECT * FROM fresh_positions ORDER BY 1, 2, 3, 4;"
                                "DELETE FROM fresh_positions;"
                                "INSERT INTO names SELECT * FROM fresh_names ORDER BY 1, 2, 3;"
                                "DELETE FROM fresh_names";
    int64_t fresh, settled;
    if (!number_get(archive, NUMBER_FRESH, &fresh, e) || !number_get(archive, NUMBER_SETTLED, &settled, e)) return false;
    if (fresh < FRESH_LEAST || fresh < settled / FRESH_SHARE) return true;
    if (sqlite3_exec(archive->db, merge, NULL, NULL, NULL) != SQLITE_OK) return store_failed(archive, "nothing was changed", e);
    return number_add(archive, NUMBER_FRESH, -fresh, e) && number_add(archive, NUMBER_SETTLED, fresh, e);
}

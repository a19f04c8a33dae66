/* Which documents a draft can meet, found by keys and names: the cost is that of the draft's claims and of the documents
 * they meet, not of the archive. */
#include "archive/store.h"

#include "compare/open.h"
#include "compare/recent.h"

#include <stdlib.h>

enum {
    COMMON = 1000,      /* a name that more archived documents hold tells no story */
    STORY_MOST = 100    /* documents of one story that are looked at: those that share most names */
};

/* Documents by id, with how many names of the draft at hand they share. */
struct tally {
    int64_t *ids;
    uint32_t *shared;
    bool *few;
    size_t slots, count;
};

struct chooser {
    struct archive *archive;
    struct arena *a;
    const struct archive_filter *filter;
    LIST(uint64_t) closed;     /* keys of the drafts' positions that clash whatever the story, sorted */
    LIST(uint64_t) keys;       /* of all claims of the drafts, sorted */
    LIST(int64_t) excluded;
    LIST(int64_t) ids;         /* chosen, not yet distinct */
    struct selection *out;
    struct belie_error *e;
};

static bool no_memory(const struct chooser *c) {
    return error_no_memory(c->e);
}

static size_t tally_slot(const struct tally *t, int64_t id) {
    size_t slot = hash_mix(0, (uint64_t)id) & (t->slots - 1);
    while (t->ids[slot] && t->ids[slot] != id) slot = (slot + 1) & (t->slots - 1);
    return slot;
}

static bool tally_grow(struct tally *t) {
    struct tally larger = {.slots = t->slots ? t->slots * 2 : 1024};
    larger.ids = calloc(larger.slots, sizeof *larger.ids);
    larger.shared = calloc(larger.slots, sizeof *larger.shared);
    larger.few = calloc(larger.slots, sizeof *larger.few);
    bool ok = larger.ids && larger.shared && larger.few;
    for (size_t i = 0; ok && i < t->slots; i++) {
        if (!t->ids[i]) continue;
        size_t slot = tally_slot(&larger, t->ids[i]);
        larger.ids[slot] = t->ids[i];
        larger.shared[slot] = t->shared[i];
        larger.few[slot] = t->few[i];
    }
    struct tally gone = ok ? *t : larger;
    if (ok) larger.count = t->count, *t = larger;
    free(gone.ids);
    free(gone.shared);
    free(gone.few);
    return ok;
}

static bool tally_add(struct tally *t, int64_t id, bool few) {
    if (t->count * 2 >= t->slots && !tally_grow(t)) return false;
    size_t slot = tally_slot(t, id);
    t->count += !t->ids[slot];
    t->ids[slot] = id;
    t->few[slot] = few;
    t->shared[slot]++;
    return true;
}

static void tally_release(struct tally *t) {
    free(t->ids);
    free(t->shared);
    free(t->few);
}

static bool is_excluded(const struct chooser *c, int64_t id) {
    for (size_t i = 0; i < c->excluded.count; i++)
        if (c->excluded.items[i] == id) return true;
    return false;
}

static bool choose(struct chooser *c, int64_t id) {
    int64_t *room = is_excluded(c, id) ? NULL : list_add(c->a, &c->ids);
    if (room) *room = id;
    return !c->a->failed || no_memory(c);
}

/* The documents with one of the drafts' names, unless there are too many. */
static bool count_name(struct chooser *c, uint32_t hash, bool few, struct tally *t) {
    sqlite3_stmt *s = store_statement(c->archive, SQL_NAMED, c->e);
    int64_t found[COMMON];
    size_t count = 0;
    bool row = true;
    if (!s) return false;
    sqlite3_bind_int64(s, 1, hash);
    sqlite3_bind_int(s, 2, few);
    sqlite3_bind_int(s, 3, COMMON + 1);
    for (; row && count <= COMMON; count += row) {
        if (!store_row(c->archive, s, &row, c->e)) return false;
        if (row && count < COMMON) found[count] = sqlite3_column_int64(s, 0);
    }
    sqlite3_reset(s);
    for (size_t i = 0; count <= COMMON && i < count; i++)
        if (!tally_add(t, found[i], few)) return no_memory(c);
    return true;
}

/* The documents with the names of one draft, but for names that are too common to tell a story. */
static bool count_names(struct chooser *c, const struct sketch *sketch, struct tally *t) {
    for (uint32_t i = 0; i < sketch->count; i++)
        if (!count_name(c, sketch->hashes[i], false, t) || !count_name(c, sketch->hashes[i], true, t)) return false;
    return true;
}

struct ranked {
    int64_t id;
    uint32_t shared;
};

static int by_shared(const void *left, const void *right) {
    const struct ranked *x = left, *y = right;
    if (x->shared != y->shared) return x->shared > y->shared ? -1 : 1;
    return (x->id < y->id) - (x->id > y->id);
}

/* Not knowing the number of its names; same_story decides when all are at hand. */
static bool may_be_story(uint32_t names, uint32_t shared, bool few) {
    return few || names <= FEW_NAMES ? shared > 0 : shared > 1;
}

static bool may_be(const struct tally *t, size_t slot, uint32_t names) {
    return t->ids[slot] && may_be_story(names, t->shared[slot], t->few[slot]);
}

/* How many names a document must share to be among the first STORY_MOST; most of a large archive share one or two. */
static uint32_t least_shared(const struct tally *t, uint32_t names) {
    size_t sharing[SKETCH_NAMES + 1] = {0}, count = 0;
    uint32_t least = SKETCH_NAMES;
    for (size_t i = 0; i < t->slots; i++)
        if (may_be(t, i, names)) sharing[t->shared[i] < SKETCH_NAMES ? t->shared[i] : SKETCH_NAMES]++;
    while (least && (count += sharing[least]) < STORY_MOST) least--;
    return least;
}

static bool choose_ranked(struct chooser *c, const struct tally *t, uint32_t names) {
    uint32_t least = least_shared(t, names);
    LIST(struct ranked) list = {0};
    for (size_t i = 0; i < t->slots; i++) {
        if (t->shared[i] < least || !may_be(t, i, names)) continue;
        struct ranked *room = list_add(c->a, &list);
        if (!room) return no_memory(c);
        *room = (struct ranked){t->ids[i], t->shared[i]};
    }
    struct ranked *ranked = list.items;
    size_t count = list.count;
    if (count) qsort(ranked, count, sizeof *ranked, by_shared);
    for (size_t i = 0; i < count && i < STORY_MOST; i++)
        if (!choose(c, ranked[i].id)) return false;
    return true;
}

static bool choose_story(struct chooser *c, const struct sketch *sketch) {
    struct tally tally = {0};
    bool ok = count_names(c, sketch, &tally) && choose_ranked(c, &tally, sketch->count);
    tally_release(&tally);
    return ok;
}

static bool filtered(const struct archive_filter *f) {
    return f->since != NO_DATE || f->until != NO_DATE || f->outlet.length;
}

static void bind_recency(sqlite3_stmt *s, const struct archive_filter *f) {
    bool dated = f->since != NO_DATE || f->until != NO_DATE;
    sqlite3_bind_int64(s, 3, dated ? recency_least(f->since == NO_DATE ? NO_DATE + 1 : f->since) : INT64_MIN);
    sqlite3_bind_int64(s, 4, f->until == NO_DATE ? INT64_MAX : recency_most(f->until));
}

/* Chooses the first `most` and counts them, or all. */
static bool choose_from(struct chooser *c, enum statement which, const struct index_key *key, size_t most, bool count_all,
                        size_t *counted) {
    sqlite3_stmt *s = store_statement(c->archive, which, c->e);
    size_t count = 0;
    bool row = true;
    if (!s) return false;
    sqlite3_bind_int64(s, 1, (int64_t)key->key);
    sqlite3_bind_int64(s, 2, (int64_t)key->print);
    bind_recency(s, c->filter);
    if (c->filter->outlet.length) bind_text(s, 5, c->filter->outlet);
    while (row && (count_all || count < most)) {
        if (!store_row(c->archive, s, &row, c->e)) return false;
        if (!row || is_excluded(c, sqlite3_column_int64(s, 0))) continue;
        if (count++ < most && !choose(c, sqlite3_column_int64(s, 0))) return false;
    }
    sqlite3_reset(s);
    *counted += count;
    return true;
}

/* The documents that hold a position: of both tables the most recent, as the comparison picks among them. */
static bool choose_holders(struct chooser *c, const struct index_key *key, size_t known) {
    const struct archive_filter *f = c->filter;
    bool count_all = f->all || filtered(f) || c->excluded.count, of_outlet = f->outlet.length > 0;
    size_t most = f->all ? SIZE_MAX : MOST_ALIKE, count = 0;
    if (!choose_from(c, of_outlet ? SQL_HOLDERS_OF_OUTLET : SQL_HOLDERS, key, most, count_all, &count) ||
        !choose_from(c, of_outlet ? SQL_FRESH_HOLDERS_OF_OUTLET : SQL_FRESH_HOLDERS, key, most, count_all, &count))
        return false;
    struct holders *holders = list_add(c->a, &c->out->crowd.items);
    if (!holders) return no_memory(c);
    *holders = (struct holders){key->key, key->print, count_all ? count : known};
    return true;
}

struct print_count {
    uint64_t print;
    size_t count;
};

static bool choose_key(struct chooser *c, uint64_t key) {
    struct { LIST(struct print_count); } prints = {0};
    sqlite3_stmt *s = store_statement(c->archive, SQL_CROWDS, c->e);
    bool row = true;
    if (!s) return false;
    sqlite3_bind_int64(s, 1, (int64_t)key);
    while (row) {
        if (!store_row(c->archive, s, &row, c->e)) return false;
        struct print_count *print = row ? list_add(c->a, &prints) : NULL;
        if (row && !print) return sqlite3_reset(s), no_memory(c);
        if (print) *print = (struct print_count){(uint64_t)sqlite3_column_int64(s, 0), (size_t)sqlite3_column_int64(s, 1)};
    }
    for (size_t i = 0; i < prints.count; i++)
        if (!choose_holders(c, &(struct index_key){key, prints.items[i].print}, prints.items[i].count)) return false;
    return true;
}

static int by_number(const void *left, const void *right) {
    const int64_t *x = left, *y = right;
    return (*x > *y) - (*x < *y);
}

static int by_unsigned(const void *left, const void *right) {
    const uint64_t *x = left, *y = right;
    return (*x > *y) - (*x < *y);
}

static bool passes(const struct archive_filter *f, const struct chosen *x) {
    if (f->outlet.length && !text_equal(f->outlet, x->outlet)) return false;
    if (f->since == NO_DATE && f->until == NO_DATE) return true;
    return x->published != NO_DATE && (f->since == NO_DATE || x->published >= f->since) &&
           (f->until == NO_DATE || x->published <= f->until);
}

static bool read_chosen(struct chooser *c, sqlite3_stmt *s, struct chosen *x) {
    x->path = arena_text(c->a, column_text(s, 0));
    x->title = arena_text(c->a, column_text(s, 1));
    x->outlet = arena_text(c->a, column_text(s, 2));
    x->published = column_day(s, 3);
    if (!passes(c->filter, x)) return true;
    const struct wanted wanted = {c->keys.items, c->keys.count};
    const struct numbering *numbering = store_numbering(c->archive, sqlite3_column_int64(s, 4), c->e);
    if (!numbering) return false;
    if (!stored_claims(c->archive, c->a, numbering, column_bytes(s, 5), &wanted, &x->claims, &c->out->lost))
        return c->a->failed ? no_memory(c) : store_damaged(c->archive, c->e, "claims", x->id);
    return true;
}

static bool load_chosen(struct chooser *c, int64_t id) {
    sqlite3_stmt *s = store_statement(c->archive, SQL_CHOSEN, c->e);
    struct chosen x = {.id = id};
    bool row = false;
    if (!s) return false;
    sqlite3_bind_int64(s, 1, id);
    if (!store_row(c->archive, s, &row, c->e)) return false;
    if (!row) return true; /* an index may lag behind for nobody, but another writer may have been here in between */
    bool ok = read_chosen(c, s, &x);
    sqlite3_reset(s);
    struct chosen *kept = ok && x.claims.items.count ? list_add(c->a, &c->out->items) : NULL;
    if (kept) *kept = x;
    return ok && (!c->a->failed || no_memory(c));
}

static int by_path(const void *left, const void *right) {
    const struct chosen *x = left, *y = right;
    int order = text_compare(x->path, y->path);
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

static bool load_all(struct chooser *c) {
    if (c->ids.count) qsort(c->ids.items, c->ids.count, sizeof *c->ids.items, by_number);
    for (size_t i = 0; i < c->ids.count; i++)
        if ((!i || c->ids.items[i] != c->ids.items[i - 1]) && !load_chosen(c, c->ids.items[i])) return false;
    if (c->out->items.count) qsort(c->out->items.items, c->out->items.count, sizeof *c->out->items.items, by_path);
    return true;
}

static bool exclude(struct chooser *c, struct text uri) {
    sqlite3_stmt *s = store_statement(c->archive, SQL_FIND_CURRENT, c->e);
    bool row = false;
    if (!s) return false;
    bind_text(s, 1, uri);
    if (!store_row(c->archive, s, &row, c->e)) return false;
    int64_t *id = row ? list_add(c->a, &c->excluded) : NULL;
    if (id) *id = sqlite3_column_int64(s, 0);
    sqlite3_reset(s);
    return !c->a->failed || no_memory(c);
}

static bool note_draft(struct chooser *c, const struct source *draft) {
    struct index_entry entry;
    if (!index_make(c->a, c->archive->rules, draft->claims, &entry)) return no_memory(c);
    for (size_t i = 0; i < entry.keys.count; i++) {
        uint64_t *key = list_add(c->a, &c->closed);
        if (key) *key = entry.keys.items[i].key;
    }
    for (size_t i = 0; i < draft->claims->items.count; i++) {
        uint64_t *key = list_add(c->a, &c->keys);
        if (key) *key = draft->claims->items.items[i].key;
    }
    return !c->a->failed || no_memory(c);
}

static void sort_keys(uint64_t *keys, size_t count) {
    if (count) qsort(keys, count, sizeof *keys, by_unsigned);
}

static bool choose_keys(struct chooser *c) {
    const uint64_t *keys = c->closed.items;
    for (size_t i = 0; i < c->closed.count; i++)
        if ((!i || keys[i] != keys[i - 1]) && !choose_key(c, keys[i])) return false;
    return true;
}

bool archive_choose(struct archive *archive, struct arena *a, const struct source *drafts, uint32_t count,
                    const struct text *uris, size_t uri_count, const struct archive_filter *filter, struct selection *out,
                    struct belie_error *e) {
    struct chooser c = {.archive = archive, .a = a, .filter = filter, .out = out, .e = e};
    *out = (struct selection){0};
    for (size_t i = 0; i < uri_count; i++)
        if (!exclude(&c, uris[i])) return false;
    for (uint32_t i = 0; i < count; i++)
        if (drafts[i].draft && !note_draft(&c, &drafts[i])) return false;
    sort_keys(c.keys.items, c.keys.count);
    sort_keys(c.closed.items, c.closed.count);
    if (!choose_keys(&c)) return false;
    for (uint32_t i = 0; i < count; i++)
        if (drafts[i].draft && !choose_story(&c, &drafts[i].claims->sketch)) return false;
    return load_all(&c);
}

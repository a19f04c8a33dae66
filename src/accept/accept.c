#include "accept/accept.h"

#include "base/symbol.h"
#include "document/document.h"

#include <stdlib.h>

static bool checks_drafts_only(const struct acceptance *in) {
    for (uint32_t i = 0; i < in->count; i++)
        if (in->sources[i].draft) return true;
    return false;
}

/* A day without today to hold it against is no day that is still to come. */
static bool let_expire(struct arena *a, int32_t today, struct waiver *w) {
    struct belie_error e = {.line = w->place.line, .column = w->place.column};
    if (w->state == WAIVER_VOID || w->until == NO_DATE || (today != NO_DATE && today <= w->until)) return true;
    error_set(&e, BELIE_BAD_WAIVERS, w->path, "the waiver of %.*s ended on %.*s, it holds no more", TEXT_ARGS(w->target),
              TEXT_ARGS(w->day));
    return waiver_stop(a, w, WAIVER_EXPIRED, &e);
}

static void tell_unused(struct arena *a, struct waivers *all) {
    for (size_t i = 0; i < all->items.count; i++) {
        struct waiver *w = &all->items.items[i];
        if (w->state != WAIVER_UNUSED) continue;
        w->message = arena_format(a, "the waiver of %.*s is unused: %s", TEXT_ARGS(w->target),
                                  w->proposition >= 0 ? "no finding on this question has a side in this document"
                                                      : "the text of one side has changed or the finding is gone");
    }
}

static bool collect_waivers(struct arena *a, const struct acceptance *in, struct waivers *out) {
    bool drafts_only = checks_drafts_only(in);
    for (uint32_t i = 0; i < in->count; i++)
        if ((!drafts_only || in->sources[i].draft) && !waivers_of_source(a, in->rules, &in->sources[i], i, out))
            return false;
    for (size_t i = 0; i < in->given->items.count; i++) {
        struct waiver *room = list_add(a, &out->items);
        if (!room) return false;
        *room = in->given->items.items[i];
    }
    for (size_t i = 0; i < out->items.count; i++) {
        struct waiver *w = &out->items.items[i];
        if (w->state == WAIVER_HOLDS) w->state = WAIVER_UNUSED; /* until a finding needs it */
        if (!let_expire(a, in->today, w)) return false;
    }
    return true;
}

static bool is_for(const struct waiver *w, const struct finding *f) {
    bool here = w->document < 0 || f->a->document == w->document || f->b->document == w->document;
    return here && (w->proposition >= 0 ? f->proposition == w->proposition : f->id == w->id);
}

/* The first waiver that lets it stand; all that would are in use. */
static const struct waiver *find_waiver(struct waivers *all, const struct finding *f) {
    const struct waiver *first = NULL;
    for (size_t i = 0; i < all->items.count; i++) {
        struct waiver *w = &all->items.items[i];
        if ((w->state != WAIVER_HOLDS && w->state != WAIVER_UNUSED) || !is_for(w, f)) continue;
        w->state = WAIVER_HOLDS;
        w->findings++;
        if (!first) first = w;
    }
    return first;
}

static bool add_finding(struct arena *a, struct findings *to, const struct finding *f) {
    struct finding *room = list_add(a, &to->items);
    if (room) *room = *f;
    return room != NULL;
}

static bool sort_out(struct arena *a, const struct acceptance *in, struct accepted *out) {
    size_t count = in->findings->items.count;
    out->by = arena_array(a, const struct waiver *, count + 1);
    if (!out->by) return false;
    for (size_t i = 0; i < count; i++) {
        const struct finding *f = &in->findings->items.items[i];
        const struct waiver *by = find_waiver(&out->waivers, f);
        bool known = !by && in->baseline && baseline_find(in->baseline, f->id);
        out->waived += by != NULL;
        out->known += known;
        if (known) continue;
        out->by[out->shown.items.count] = by;
        if (!add_finding(a, &out->shown, f)) return false;
        if (by) continue;
        if (!add_finding(a, &out->counting, f)) return false;
        out->counting.counts[f->severity]++;
    }
    tell_unused(a, &out->waivers);
    memcpy(out->shown.counts, out->counting.counts, sizeof out->shown.counts);
    return true;
}

/* Which of the paths of all entries are those of a document in this check. */
struct paths {
    struct symbols names;
    LIST(bool) draft; /* by symbol - 1 */
};

static bool index_paths(struct arena *a, const struct acceptance *in, struct paths *out) {
    bool drafts_only = checks_drafts_only(in);
    for (uint32_t i = 0; i < in->count; i++) {
        symbol name = symbols_intern(&out->names, baseline_path(a, in->sources[i].path));
        bool *draft = name > out->draft.count ? list_add(a, &out->draft) : name ? &out->draft.items[name - 1] : NULL;
        if (!draft) return false;
        *draft |= !drafts_only || in->sources[i].draft;
    }
    return true;
}

/* Would the finding have come up, if it were still there? What this check has not read, it cannot tell. */
static bool is_judged(const struct acceptance *in, const struct paths *paths, const struct known *k) {
    symbol names[2];
    bool draft = false;
    for (int i = 0; i < 2; i++) {
        names[i] = symbols_find(&paths->names, k->paths[i]);
        draft |= names[i] && paths->draft.items[names[i] - 1];
    }
    return draft && (in->searched || (names[0] && names[1]));
}

static int by_finding_id(const void *left, const void *right) {
    uint64_t x = *(const uint64_t *)left, y = *(const uint64_t *)right;
    return (x > y) - (x < y);
}

static uint64_t *sorted_ids(struct arena *a, const struct findings *f) {
    uint64_t *ids = arena_array(a, uint64_t, f->items.count + 1);
    for (size_t i = 0; ids && i < f->items.count; i++) ids[i] = f->items.items[i].id;
    if (ids) qsort(ids, f->items.count, sizeof *ids, by_finding_id);
    return ids;
}

static bool find_stale(struct arena *a, const struct acceptance *in, struct accepted *out) {
    struct paths paths = {0};
    uint64_t *ids = sorted_ids(a, in->findings);
    bool ok = ids && index_paths(a, in, &paths);
    for (size_t i = 0; ok && i < in->baseline->items.count; i++) {
        const struct known *k = &in->baseline->items.items[i];
        if (bsearch(&k->id, ids, in->findings->items.count, sizeof *ids, by_finding_id)) continue;
        if (!is_judged(in, &paths, k)) continue;
        const struct known **room = list_add(a, &out->stale);
        ok = room != NULL;
        if (room) *room = k;
    }
    symbols_release(&paths.names);
    return ok;
}

bool accept_findings(struct arena *a, const struct acceptance *in, struct accepted *out) {
    *out = (struct accepted){.baseline = in->baseline};
    return collect_waivers(a, in, &out->waivers) && sort_out(a, in, out) &&
           (!in->baseline || find_stale(a, in, out)) && !a->failed;
}

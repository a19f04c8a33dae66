/* The correction ledger. A publisher's correction names one story; the error may stand in ten. */
#include "library/archive.h"

#include "compare/agree.h"
#include "compare/recent.h"
#include "report/corrections.h"

#include <stdlib.h>

/* One version of a document, or another document, with what citing it needs. */
struct volume {
    int64_t id;
    int32_t version, added;
    struct source source;
    struct claims claims;
    struct buffer bytes;
    struct origin origin;
    bool opened;
};

struct ledger {
    belie_archive *archive;
    struct arena arena; /* of the document at hand */
    struct output output;
    bool json;
    size_t open;
    LIST(struct volume) versions;
    struct volume *others; /* sources count from 2: 0 is the old version, 1 the current */
    size_t other_count;
    struct source *sources;
    struct belie_error *e;
};

static bool no_memory(struct ledger *l) {
    return error_no_memory(l->e);
}

static bool note_version(void *context, const struct stored *s) {
    struct ledger *l = context;
    struct volume *v = list_add(&l->arena, &l->versions);
    if (!v) return false;
    *v = (struct volume){.id = s->id, .version = s->version, .added = s->added};
    v->source = (struct source){.path = arena_text(&l->arena, s->path), .title = arena_text(&l->arena, s->title),
                                .outlet = arena_text(&l->arena, s->outlet), .published = s->published};
    return true;
}

static bool read_versions(struct ledger *l, struct text uri) {
    size_t lost = 0;
    if (!archive_list(l->archive->archive, uri, note_version, l, l->e)) return false;
    if (l->arena.failed) return no_memory(l);
    for (size_t i = 0; i < l->versions.count; i++) {
        struct volume *v = &l->versions.items[i];
        if (!archive_claims(l->archive->archive, &l->arena, v->id, &v->claims, &lost, l->e)) return false;
        v->source.claims = &v->claims;
    }
    return true;
}

static bool open_volume(struct ledger *l, struct volume *v) {
    if (v->opened) return true;
    if (!archive_bytes(l->archive->archive, v->id, &v->bytes, l->e)) return false;
    v->opened = true;
    v->source.bytes = buffer_view(&v->bytes);
    return origin_open(&l->arena, &v->source, NULL, &v->origin) || no_memory(l);
}

static struct entry_of_ledger entry_of(const struct claim *c, const struct volume *v) {
    return (struct entry_of_ledger){c, &v->source, &v->origin};
}

/* Does the volume, as source `number`, say what the claim says? The first claim that does. */
static const struct claim *says(const struct ledger *l, const struct claim *c, const struct volume *v, enum agreement wanted) {
    for (size_t i = 0; i < v->claims.items.count; i++)
        if (claims_agree(l->archive->rules, l->sources, c, &v->claims.items.items[i]) == wanted) return &v->claims.items.items[i];
    return NULL;
}

static bool add_entry(struct ledger *l, const struct claim *c, struct volume *v, bool now, struct correction *out) {
    if (!open_volume(l, v)) return false;
    struct entry_of_ledger *room = now ? list_add(&l->arena, &out->now) : list_add(&l->arena, &out->standing);
    if (!room) return no_memory(l);
    *room = entry_of(c, v);
    return true;
}

static bool add_standing(struct ledger *l, const struct claim *c, struct correction *out) {
    for (size_t i = 0; i < l->other_count; i++) {
        const struct claim *same = says(l, c, &l->others[i], AGREE_SAME);
        if (same && !add_entry(l, same, &l->others[i], false, out)) return false;
    }
    return true;
}

static bool write_correction(struct ledger *l, const struct correction *c) {
    if (l->json) correction_json(&l->output.text, l->archive->rules, c);
    else correction_text(&l->output.text, l->archive->rules, c);
    l->open++;
    return output_flush(&l->output);
}

static bool correct(struct ledger *l, struct text uri, struct volume *old, struct volume *current, const struct claim *c) {
    struct correction found = {.uri = uri, .old_version = old->version, .new_version = current->version,
                               .changed_on = current->added};
    const struct claim *now = says(l, c, current, AGREE_CLASH);
    if (!add_standing(l, c, &found)) return false;
    if (!found.standing.count) return true;
    if (!open_volume(l, old) || (now && !add_entry(l, now, current, true, &found))) return false;
    found.withdrawn = entry_of(c, old);
    return write_correction(l, &found);
}

static void number_claims(struct claims *claims, uint32_t number) {
    for (size_t i = 0; i < claims->items.count; i++) claims->items.items[i].document = number;
}

/* The claims that the old version makes and the current one does not. */
static bool keep_dropped(struct ledger *l, struct volume *old, const struct volume *current, struct claims *out) {
    *out = (struct claims){.sketch = old->claims.sketch};
    for (size_t i = 0; i < old->claims.items.count; i++) {
        const struct claim *c = &old->claims.items.items[i];
        if (c->modality != MODALITY_ASSERTED || says(l, c, current, AGREE_SAME)) continue;
        struct claim *room = list_add(&l->arena, &out->items);
        if (!room) return no_memory(l);
        *room = *c;
    }
    return true;
}

static int by_recency(const void *left, const void *right) {
    const struct volume *x = left, *y = right;
    int64_t a = recency(x->source.published, x->source.path), b = recency(y->source.published, y->source.path);
    return (a < b) - (a > b);
}

static bool read_others(struct ledger *l, const struct claims *dropped, struct text uri) {
    struct source draft = l->sources[0];
    struct archive_filter filter = {NO_DATE, NO_DATE, TEXT(""), true};
    struct selection choice;
    draft.draft = true;
    draft.claims = dropped;
    if (!archive_choose(l->archive->archive, &l->arena, &draft, 1, &uri, 1, &filter, &choice, l->e)) return false;
    l->others = arena_array(&l->arena, struct volume, choice.items.count + 1);
    l->other_count = choice.items.count;
    struct source *sources = arena_array(&l->arena, struct source, choice.items.count + 3);
    if (!l->others || !sources) return no_memory(l);
    for (size_t i = 0; i < choice.items.count; i++) {
        const struct chosen *x = &choice.items.items[i];
        l->others[i] = (struct volume){.id = x->id, .claims = x->claims};
        l->others[i].source = (struct source){.path = x->path, .title = x->title, .outlet = x->outlet, .published = x->published};
    }
    if (l->other_count) qsort(l->others, l->other_count, sizeof *l->others, by_recency);
    memcpy(sources, l->sources, 2 * sizeof *sources);
    for (size_t i = 0; i < l->other_count; i++) {
        l->others[i].source.claims = &l->others[i].claims;
        number_claims(&l->others[i].claims, (uint32_t)i + 2);
        sources[i + 2] = l->others[i].source;
    }
    l->sources = sources;
    return true;
}

static bool compare_versions(struct ledger *l, struct text uri, struct volume *old, struct volume *current) {
    struct source pair[2] = {old->source, current->source};
    struct claims dropped;
    number_claims(&old->claims, 0);
    number_claims(&current->claims, 1);
    l->sources = pair;
    if (!keep_dropped(l, old, current, &dropped)) return false;
    bool ok = !dropped.items.count || read_others(l, &dropped, uri);
    for (size_t i = 0; ok && i < dropped.items.count; i++) ok = correct(l, uri, old, current, &dropped.items.items[i]);
    for (size_t i = 0; i < l->other_count; i++) buffer_release(&l->others[i].bytes);
    l->other_count = 0;
    return ok;
}

static bool correct_document(struct ledger *l, struct text uri) {
    l->versions.items = NULL;
    l->versions.count = l->versions.capacity = 0;
    bool ok = read_versions(l, uri);
    for (size_t i = 0; ok && i + 1 < l->versions.count; i++)
        ok = compare_versions(l, uri, &l->versions.items[i], &l->versions.items[l->versions.count - 1]);
    for (size_t i = 0; i < l->versions.count; i++) buffer_release(&l->versions.items[i].bytes);
    arena_reset(&l->arena);
    return ok;
}

bool belie_archive_corrections(belie_archive *archive, const char *uri, const char *format, belie_write *write,
                               void *context, size_t *open, struct belie_error *error) {
    struct ledger l = {.archive = archive, .output = {.write = write, .context = context}, .e = error};
    struct arena scratch = {0};
    struct text *uris;
    size_t count = 0;
    *open = 0;
    bool ok = archive_format(format, &l.json, error) &&
              archive_revised(archive->archive, &scratch, text_of(uri), &uris, &count, error);
    for (size_t i = 0; ok && i < count; i++) ok = correct_document(&l, uris[i]);
    *open = l.open;
    arena_release(&scratch);
    arena_release(&l.arena);
    return output_end(&l.output, error) && ok;
}

/* Prior coverage from archives: chosen by the drafts' claims, quoted only where a finding does. */
#include "library/check.h"

#include <stdlib.h>

int32_t belie_day(const char *iso) {
    return date_parse(text_of(iso));
}

static struct archive_filter filter_of(belie_check *check, const struct belie_archive_filter *f) {
    if (!f) return (struct archive_filter){NO_DATE, NO_DATE, TEXT("")};
    return (struct archive_filter){f->since, f->until, arena_text(&check->arena, text_of(f->outlet))};
}

bool belie_check_add_archive(belie_check *check, const char *path, const struct belie_archive_filter *filter,
                             struct belie_error *error) {
    struct archive *archive = archive_open(text_of(path), ARCHIVE_READ, check->rules, error);
    struct prior *prior = archive ? list_add(&check->arena, &check->priors) : NULL;
    if (!prior) return archive_close(archive), archive && error_no_memory(error);
    *prior = (struct prior){.archive = archive, .filter = filter_of(check, filter)};
    check->against = true;
    return !check->arena.failed || error_no_memory(error);
}

static bool warn(belie_check *check, struct text path, const char *message, struct belie_error *e) {
    struct belie_error *warning = list_add(&check->arena, &check->warnings);
    if (!warning) return error_no_memory(e);
    error_set(warning, BELIE_BAD_ARCHIVE, path, "%s", message);
    return true;
}

/* The drafts as the archive wants them, and what they are known by. */
struct drafts {
    struct source *items;
    struct text *uris;
    uint32_t count;
};

static bool collect_drafts(belie_check *check, struct drafts *out) {
    out->items = arena_array(&check->arena, struct source, check->entries.count + 1);
    out->uris = arena_array(&check->arena, struct text, check->entries.count + 1);
    for (size_t i = 0; out->items && out->uris && i < check->entries.count; i++) {
        const struct entry *entry = &check->entries.items[i];
        if (entry->role != BELIE_DRAFT || entry->article.error.code != BELIE_OK) continue;
        out->uris[out->count] = entry->article.uri;
        out->items[out->count++] = (struct source){.path = entry->article.path, .draft = true, .claims = &entry->article.claims};
    }
    return !check->arena.failed;
}

static bool note_archive(belie_check *check, const struct prior *p, struct archive_note *note, struct belie_error *e) {
    struct archive_counts counts;
    if (!archive_state(p->archive, &counts, e)) return false;
    *note = (struct archive_note){archive_path(p->archive), counts.snapshot, counts.documents,
                                  p->filter.since, p->filter.until, p->filter.outlet};
    if (!counts.stale) return true;
    return warn(check, note->path, "claims were made with other rules, and are used as they are; belie archive refresh makes them anew", e);
}

bool priors_choose(belie_check *check, size_t *chosen, struct belie_error *e) {
    struct drafts drafts = {0};
    *chosen = 0;
    check->notes = arena_array(&check->arena, struct archive_note, check->priors.count + 1);
    if (!check->notes || (check->priors.count && !collect_drafts(check, &drafts))) return error_no_memory(e);
    for (size_t i = 0; i < check->priors.count; i++) {
        struct prior *p = &check->priors.items[i];
        if (!note_archive(check, p, &check->notes[i], e) ||
            !archive_choose(p->archive, &check->arena, drafts.items, drafts.count, drafts.uris, drafts.count, &p->filter,
                            &p->choice, e))
            return false;
        *chosen += p->choice.items.count;
    }
    return true;
}

static void add_chosen(belie_check *check, struct chosen *x) {
    uint32_t number = check->source_count++;
    for (size_t i = 0; i < x->claims.items.count; i++) x->claims.items.items[i].document = number;
    check->sources[number] = (struct source){.path = x->path, .uri = x->path, .title = x->title, .outlet = x->outlet,
                                             .published = x->published, .archived = true, .claims = &x->claims};
}

bool priors_add(belie_check *check, struct belie_error *e) {
    for (size_t i = 0; i < check->priors.count; i++) {
        struct prior *p = &check->priors.items[i];
        p->first = check->source_count;
        for (size_t k = 0; k < p->choice.items.count; k++) add_chosen(check, &p->choice.items.items[k]);
        for (size_t k = 0; k < p->choice.crowd.items.count; k++) {
            struct holders *holders = list_add(&check->arena, &check->crowd.items);
            if (holders) *holders = p->choice.crowd.items.items[k];
        }
    }
    return !check->arena.failed || error_no_memory(e);
}

static const struct prior *prior_of(const belie_check *check, uint32_t source) {
    for (size_t i = check->priors.count; i-- > 0;)
        if (source >= check->priors.items[i].first) return &check->priors.items[i];
    return NULL;
}

static bool quote(belie_check *check, uint32_t source, struct belie_error *e) {
    struct source *s = &check->sources[source];
    if (!s->archived || s->bytes.bytes) return true;
    const struct prior *p = prior_of(check, source);
    struct buffer *bytes = list_add(&check->arena, &check->texts);
    if (!bytes) return error_no_memory(e);
    if (!archive_bytes(p->archive, p->choice.items.items[source - p->first].id, bytes, e)) return false;
    s->bytes = buffer_view(bytes);
    return origin_open(&check->arena, s, NULL, &check->origins[source]) || error_no_memory(e);
}

bool priors_quote(belie_check *check, struct belie_error *e) {
    for (size_t i = 0; i < check->findings.items.count; i++) {
        const struct finding *f = &check->findings.items.items[i];
        if (!quote(check, f->a->document, e) || !quote(check, f->b->document, e)) return false;
    }
    return true;
}

void priors_release(belie_check *check) {
    for (size_t i = 0; i < check->texts.count; i++) buffer_release(&check->texts.items[i]);
    for (size_t i = 0; i < check->priors.count; i++) archive_close(check->priors.items[i].archive);
}

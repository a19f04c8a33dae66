/* What an archive holds, for people and as JSON Lines. */
#include "library/archive.h"

#include "report/catalog.h"
#include "report/output.h"

bool archive_format(const char *format, bool *json, struct belie_error *e) {
    *json = format && strcmp(format, "jsonl") == 0;
    return *json || !format || strcmp(format, "text") == 0 ||
           error_set(e, BELIE_BAD_REQUEST, TEXT(""), "unknown format \"%s\"", format);
}

struct listing {
    struct output output;
    bool json;
};

static bool list_one(void *context, const struct stored *s) {
    struct listing *l = context;
    if (l->json) catalog_json(&l->output.text, s);
    else catalog_line(&l->output.text, s);
    return output_flush(&l->output);
}

bool belie_archive_list(belie_archive *archive, const char *format, belie_write *write, void *context,
                        struct belie_error *error) {
    struct listing l = {.output = {.write = write, .context = context}};
    if (!archive_format(format, &l.json, error)) return false;
    bool ok = archive_list(archive->archive, TEXT(""), list_one, &l, error);
    return output_end(&l.output, error) && ok;
}

/* The versions of one document, and which is shown. */
struct versions {
    struct listing listing;
    size_t count;
    int64_t last;
    int32_t published;
    struct arena arena;
    struct text path, title, outlet;
};

static bool note_version(void *context, const struct stored *s) {
    struct versions *v = context;
    v->count++;
    v->last = s->id;
    v->published = s->published;
    v->path = arena_text(&v->arena, s->path);
    v->title = arena_text(&v->arena, s->title);
    v->outlet = arena_text(&v->arena, s->outlet);
    return list_one(&v->listing, s);
}

static bool show_claims(belie_archive *archive, struct versions *v, struct belie_error *e) {
    struct claims claims;
    struct buffer bytes = {0};
    size_t lost = 0;
    bool ok = archive_claims(archive->archive, &v->arena, v->last, &claims, &lost, e) &&
              archive_bytes(archive->archive, v->last, &bytes, e);
    struct source source = {.path = v->path, .title = v->title, .outlet = v->outlet, .published = v->published,
                            .bytes = buffer_view(&bytes), .claims = &claims};
    struct origin origin;
    if (ok && !origin_open(&v->arena, &source, NULL, &origin)) ok = error_no_memory(e);
    struct report report = {.rules = archive->rules, .sources = &source, .origins = &origin, .count = 1};
    if (ok && v->listing.json) lines_claims(&v->listing.output, &report);
    else if (ok) text_claims(&v->listing.output, &report);
    if (ok && lost) buffer_format(&v->listing.output.text, "%zu claims of other rules cannot be shown\n", lost);
    buffer_release(&bytes);
    return ok;
}

bool belie_archive_show(belie_archive *archive, const char *uri, const char *format, belie_write *write, void *context,
                        struct belie_error *error) {
    struct versions v = {.listing = {.output = {.write = write, .context = context}}};
    if (!archive_format(format, &v.listing.json, error)) return false;
    bool ok = archive_list(archive->archive, text_of(uri), note_version, &v, error);
    if (ok && !v.count) ok = error_set(error, BELIE_BAD_REQUEST, archive_path(archive->archive), "no document \"%s\"", uri);
    ok = ok && show_claims(archive, &v, error);
    arena_release(&v.arena);
    return output_end(&v.listing.output, error) && ok;
}

bool belie_archive_stats(belie_archive *archive, const char *format, belie_write *write, void *context,
                         struct belie_error *error) {
    struct output output = {.write = write, .context = context};
    struct archive_counts counts;
    bool json;
    if (!archive_format(format, &json, error) || !archive_count(archive->archive, &counts, error)) return false;
    if (json) catalog_counts_json(&output.text, archive_path(archive->archive), &counts, archive->rules->hash);
    else catalog_counts(&output.text, archive_path(archive->archive), &counts, archive->rules->hash);
    return output_end(&output, error);
}

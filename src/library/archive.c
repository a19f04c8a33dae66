#include "library/archive.h"

#include "library/folder.h"
#include "library/intake.h"
#include "library/rules.h"
#include "report/document_lines.h"
#include "report/output.h"

#include <stdlib.h>

_Static_assert((int)BELIE_ARCHIVE_READ == (int)ARCHIVE_READ && (int)BELIE_ARCHIVE_WRITE == (int)ARCHIVE_WRITE,
               "the public uses are the archive's");

belie_archive *belie_archive_open(const char *path, enum belie_archive_use use, const belie_rules *rules,
                                  struct belie_error *error) {
    belie_archive *archive = calloc(1, sizeof *archive);
    if (!archive) return error_no_memory(error), NULL;
    archive->rules = rules->rules;
    archive->archive = archive_open(text_of(path), (enum archive_use)use, rules->rules, error);
    if (archive->archive) return archive;
    free(archive);
    return NULL;
}

void belie_archive_close(belie_archive *archive) {
    if (!archive) return;
    archive_close(archive->archive);
    free(archive);
}

static bool list_paths(struct arena *a, const char *const *paths, size_t count, const struct belie_archive_work *work,
                       struct belie_archive_counts *counts, struct paths *out) {
    for (size_t i = 0; i < count; i++) {
        struct belie_error problem = {0};
        struct text *room = NULL;
        if (!folder_is(paths[i])) room = list_add(a, &out->items);
        else if (!folder_articles(a, paths[i], out, &problem)) {
            counts->failed++;
            if (work->problem) work->problem(work->context, &problem);
        }
        if (room) *room = text_of(paths[i]);
    }
    return !a->failed;
}

static bool add_paths(struct intake *in, const struct paths *paths, struct belie_error *e) {
    struct parcel *parcels = calloc(INTAKE_BATCH, sizeof *parcels);
    bool ok = parcels || error_no_memory(e), stop = false;
    in->total = paths->items.count;
    for (size_t from = 0; ok && !stop && from < paths->items.count; from += INTAKE_BATCH) {
        size_t left = paths->items.count - from, count = left < INTAKE_BATCH ? left : INTAKE_BATCH;
        for (size_t i = 0; i < count; i++) parcels[i] = (struct parcel){.path = paths->items.items[from + i]};
        ok = intake_batch(in, parcels, count, &stop, e);
    }
    free(parcels);
    return ok;
}

static struct intake intake_of(belie_archive *archive, const struct belie_archive_work *work,
                               struct belie_archive_counts *counts) {
    *counts = (struct belie_archive_counts){0};
    return (struct intake){.archive = archive->archive, .rules = archive->rules, .work = work, .counts = counts};
}

bool belie_archive_add(belie_archive *archive, const char *const *paths, size_t count,
                       const struct belie_archive_work *work, struct belie_archive_counts *counts,
                       struct belie_error *error) {
    struct arena scratch = {0};
    struct paths all = {0};
    struct intake in = intake_of(archive, work, counts);
    bool ok = list_paths(&scratch, paths, count, work, counts, &all) || error_no_memory(error);
    ok = ok && intake_open(&in, error) && add_paths(&in, &all, error);
    intake_close(&in);
    arena_release(&scratch);
    return ok;
}

/* Moves what a line said into a parcel of its own; a line that is no document is a problem. */
static void fill_parcel(struct parcel *p, struct document_line *line) {
    *p = (struct parcel){.path = line->uri, .bytes = line->bytes, .given = true, .error = line->error};
    line->bytes = (struct buffer){0};
}

static bool add_document_lines(struct intake *in, struct document_lines *lines, struct belie_error *e) {
    struct parcel *parcels = calloc(INTAKE_BATCH, sizeof *parcels);
    bool ok = parcels || error_no_memory(e), stop = false;
    for (bool more = true; ok && !stop && more;) {
        struct document_line line;
        size_t count = 0;
        while (count < INTAKE_BATCH && (more = document_lines_next(lines, &line))) fill_parcel(&parcels[count++], &line);
        if (count) ok = intake_batch(in, parcels, count, &stop, e);
        arena_reset(&lines->arena);
    }
    free(parcels);
    return ok;
}

bool belie_archive_add_lines(belie_archive *archive, const char *name, const char *bytes, size_t length, size_t first_line,
                             const struct belie_archive_work *work, struct belie_archive_counts *counts,
                             struct belie_error *error) {
    struct document_lines lines = {.name = text_of(name), .bytes = {bytes, length}, .line = first_line};
    struct intake in = intake_of(archive, work, counts);
    bool ok = intake_open(&in, error) && add_document_lines(&in, &lines, error);
    intake_close(&in);
    arena_release(&lines.arena);
    return ok;
}

bool belie_archive_remove(belie_archive *archive, const char *uri, struct belie_error *error) {
    struct archive *a = archive->archive;
    bool found = false;
    if (!archive_begin(a, error)) return false;
    bool ok = archive_remove(a, text_of(uri), &found, error);
    if (ok && !found) ok = error_set(error, BELIE_BAD_REQUEST, archive_path(a), "no document \"%s\"; nothing was removed", uri);
    ok = ok && archive_commit(a, error);
    if (!ok) archive_rollback(a);
    return ok;
}

/* Current documents with claims of other rules. */
struct stale {
    struct arena arena;
    LIST(struct parcel) items;
};

static bool add_stale(void *context, const struct stored *s) {
    struct stale *stale = context;
    if (!s->other_rules) return true;
    struct parcel *p = list_add(&stale->arena, &stale->items);
    if (p) *p = (struct parcel){.path = arena_text(&stale->arena, s->path), .given = true, .id = s->id};
    return p != NULL;
}

static bool refresh_all(struct intake *in, struct stale *stale, struct belie_error *e) {
    bool ok = true, stop = false;
    in->total = stale->items.count;
    for (size_t from = 0; ok && !stop && from < stale->items.count; from += INTAKE_BATCH) {
        size_t left = stale->items.count - from, count = left < INTAKE_BATCH ? left : INTAKE_BATCH;
        struct parcel *parcels = stale->items.items + from;
        for (size_t i = 0; ok && i < count; i++) ok = archive_bytes(in->archive, parcels[i].id, &parcels[i].bytes, e);
        ok = ok && intake_batch(in, parcels, count, &stop, e);
    }
    return ok;
}

bool belie_archive_refresh(belie_archive *archive, const struct belie_archive_work *work,
                           struct belie_archive_counts *counts, struct belie_error *error) {
    struct stale stale = {0};
    struct intake in = intake_of(archive, work, counts);
    bool ok = archive_list(archive->archive, TEXT(""), add_stale, &stale, error);
    ok = ok && (!stale.arena.failed || error_no_memory(error));
    ok = ok && intake_open(&in, error) && refresh_all(&in, &stale, error);
    intake_close(&in);
    arena_release(&stale.arena);
    return ok;
}

static void write_problem(void *context, struct text problem) {
    struct output *output = context;
    print_clean(&output->text, problem);
    buffer_char(&output->text, '\n');
    output_flush(output);
}

bool belie_archive_verify(belie_archive *archive, belie_write *write, void *context, size_t *problems,
                          struct belie_error *error) {
    struct output output = {.write = write, .context = context};
    bool ok = archive_verify(archive->archive, write_problem, &output, problems, error);
    return output_end(&output, error) && ok;
}

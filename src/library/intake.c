#include "library/intake.h"

#include "base/limits.h"
#include "base/pool.h"

#include <stdlib.h>

bool intake_open(struct intake *in, struct belie_error *e) {
    in->threads = in->work->threads ? in->work->threads : pool_processors();
    if (in->threads > POOL_THREADS) in->threads = POOL_THREADS;
    in->workers = calloc(in->threads, sizeof *in->workers);
    bool ok = in->workers || error_no_memory(e);
    for (unsigned i = 0; ok && i < in->threads; i++) ok = worker_start(&in->workers[i], in->rules, e);
    return ok;
}

void intake_close(struct intake *in) {
    for (unsigned i = 0; in->workers && i < in->threads; i++) worker_end(&in->workers[i]);
    free(in->workers);
    in->workers = NULL;
}

static void release(struct parcel *p) {
    buffer_release(&p->bytes);
    buffer_release(&p->uri);
    buffer_release(&p->title);
    buffer_release(&p->outlet);
    buffer_release(&p->packed);
}

struct batch {
    struct intake *in;
    struct parcel *parcels;
};

/* A path and a document in it are two things: the second may say how it is to be known. */
static bool read_head(struct worker *w, struct parcel *p) {
    struct document document;
    if (!p->given && !file_read(p->path, LIMIT_DOCUMENT_BYTES, &p->bytes, &p->error)) return false;
    arena_reset(&w->arena);
    if (!document_read(&w->arena, p->path, buffer_view(&p->bytes), FORMAT_BY_NAME, &document, &p->error)) return false;
    buffer_text(&p->uri, document.uri.length ? document.uri : p->path);
    p->deposit = (struct deposit){.uri = buffer_view(&p->uri), .path = p->path, .bytes = buffer_view(&p->bytes),
                                  .hash = text_hash(buffer_view(&p->bytes))};
    return !p->uri.failed || error_no_memory(&p->error);
}

static void head_job(void *context, unsigned worker, size_t index) {
    struct batch *b = context;
    read_head(&b->in->workers[worker], &b->parcels[index]);
}

static bool extract(struct worker *w, struct text outlet, struct parcel *p) {
    struct stages stages;
    if (!pipeline_stages(w, p->path, buffer_view(&p->bytes), 0, &stages, &p->error)) return false;
    buffer_text(&p->title, stages.document.title);
    buffer_text(&p->outlet, stages.document.outlet.length ? stages.document.outlet : outlet);
    p->deposit.title = buffer_view(&p->title);
    p->deposit.outlet = buffer_view(&p->outlet);
    p->deposit.published = stages.document.published;
    bool ok = deposit_pack(&w->arena, w->rules, &stages.claims, &p->packed, &p->deposit);
    return (ok && !p->title.failed && !p->outlet.failed) || error_no_memory(&p->error);
}

static void extract_job(void *context, unsigned worker, size_t index) {
    struct batch *b = context;
    struct parcel *p = &b->parcels[index];
    if (!p->unchanged && p->error.code == BELIE_OK) extract(&b->in->workers[worker], text_of(b->in->work->outlet), p);
}

static bool skip_unchanged(struct intake *in, struct parcel *parcels, size_t count, struct belie_error *e) {
    for (size_t i = 0; i < count; i++) {
        struct parcel *p = &parcels[i];
        enum kept kept;
        if (p->error.code != BELIE_OK || p->id) continue;
        if (!archive_would(in->archive, p->deposit.uri, p->deposit.hash, &kept, e)) return false;
        p->unchanged = kept == KEPT_UNCHANGED;
    }
    return true;
}

static bool store(struct intake *in, struct parcel *p, enum kept *kept, struct belie_error *e) {
    *kept = KEPT_VERSION;
    if (p->id) return archive_reclaim(in->archive, p->id, &p->deposit, e);
    return archive_put(in->archive, &p->deposit, in->work->today, kept, e);
}

static bool store_all(struct intake *in, struct parcel *parcels, size_t count, struct belie_archive_counts *counts,
                      struct belie_error *e) {
    for (size_t i = 0; i < count; i++) {
        enum kept kept = KEPT_UNCHANGED;
        if (parcels[i].error.code != BELIE_OK) continue;
        if (!parcels[i].unchanged && !store(in, &parcels[i], &kept, e)) return false;
        if (kept == KEPT_NEW) counts->added++;
        else if (kept == KEPT_VERSION) counts->changed++;
        else counts->unchanged++;
    }
    return true;
}

static bool any_to_store(const struct parcel *parcels, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (parcels[i].error.code == BELIE_OK && !parcels[i].unchanged) return true;
    return false;
}

/* What is counted is what was committed. */
static bool commit(struct intake *in, struct parcel *parcels, size_t count, struct belie_error *e) {
    struct belie_archive_counts counts = {0};
    bool change = any_to_store(parcels, count);
    if (change && !archive_begin(in->archive, e)) return false;
    bool ok = store_all(in, parcels, count, &counts, e);
    if (change && ok) ok = archive_commit(in->archive, e);
    if (change && !ok) archive_rollback(in->archive);
    if (!ok) return false;
    in->counts->added += counts.added;
    in->counts->changed += counts.changed;
    in->counts->unchanged += counts.unchanged;
    return true;
}

static bool tell(struct intake *in, const struct parcel *parcels, size_t count, struct belie_error *e) {
    for (size_t i = 0; i < count; i++) {
        in->bytes += parcels[i].bytes.length;
        if (parcels[i].error.code == BELIE_OK) continue;
        if (parcels[i].error.code == BELIE_NO_MEMORY) return *e = parcels[i].error, false;
        in->counts->failed++;
        if (in->work->problem) in->work->problem(in->work->context, &parcels[i].error);
    }
    in->done += count;
    return true;
}

bool intake_batch(struct intake *in, struct parcel *parcels, size_t count, bool *stop, struct belie_error *e) {
    struct batch batch = {in, parcels};
    pool_run(in->threads, count, head_job, &batch);
    bool ok = skip_unchanged(in, parcels, count, e);
    if (ok) pool_run(in->threads, count, extract_job, &batch);
    ok = ok && tell(in, parcels, count, e) && commit(in, parcels, count, e);
    for (size_t i = 0; i < count; i++) release(&parcels[i]);
    *stop = ok && in->work->progress && in->work->progress(in->work->context, in->done, in->total, in->bytes) != 0;
    return ok;
}

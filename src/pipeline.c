/* START HERE: the whole flow, in order. Each line of pipeline_stages is one stage and one folder; compare_claims
 * (compare/compare.h) then takes the claims of all documents, and report/ shows what it finds. */
#include "pipeline.h"

#include "base/limits.h"
#include "base/pool.h"
#include "claim/keep.h"

#include <stdlib.h>

bool pipeline_stages(struct worker *w, struct text path, struct text source, uint32_t number, struct stages *out,
                     struct belie_error *e) {
    *out = (struct stages){0};
    arena_reset(&w->arena);
    if (vocabulary_count(w->vocabulary) > LIMIT_TYPES) vocabulary_clear(w->vocabulary);
    if (!document_read(&w->arena, path, source, FORMAT_BY_NAME, &out->document, e)) return false;
    if (!segment_document(&w->arena, &out->document, w->vocabulary, &out->segmented)) return error_no_memory(e);
    return pipeline_claims(w, number, out, e);
}

bool pipeline_claims(struct worker *w, uint32_t number, struct stages *out, struct belie_error *e) {
    return (match_document(&w->arena, &out->segmented, w->rules, &out->matched) && /* clauses are parsed on the way */
            claim_extract(&w->arena, &out->matched, number, &out->claims)) ||
           error_no_memory(e);
}

bool worker_start(struct worker *w, const struct rules *rules, struct belie_error *e) {
    *w = (struct worker){.rules = rules, .vocabulary = vocabulary_new(rules, lexicon_builtin())};
    return w->vocabulary || error_no_memory(e);
}

void worker_end(struct worker *w) {
    if (w->vocabulary) vocabulary_free(w->vocabulary);
    arena_release(&w->arena);
    *w = (struct worker){0};
}

static bool comments_keep(struct arena *keep, const struct comments *from, struct comments *out) {
    *out = (struct comments){0};
    if (!from->items.count) return true;
    out->items.items = arena_copy(keep, from->items.items, from->items.count * sizeof *from->items.items);
    out->items.count = out->items.items ? from->items.count : 0;
    return out->items.count;
}

static bool article_read(struct worker *w, struct article *article, struct arena *keep) {
    struct stages stages;
    struct belie_error *e = &article->error;
    if (!article->given && !file_read(article->path, LIMIT_DOCUMENT_BYTES, &article->bytes, e)) return false;
    if (!pipeline_stages(w, article->path, buffer_view(&article->bytes), article->number, &stages, e)) return false;
    struct text uri = stages.document.uri;
    article->uri = uri.length ? arena_text(keep, uri) : article->path;
    article->title = arena_text(keep, stages.document.title);
    article->outlet = arena_text(keep, stages.document.outlet);
    article->published = stages.document.published;
    article->hash = text_hash(buffer_view(&article->bytes));
    if (!comments_keep(keep, &stages.document.comments, &article->comments)) return error_no_memory(e);
    return claims_keep(keep, &stages.claims, &stages.matched, &article->claims) || error_no_memory(e);
}

struct reading_room {
    struct article *articles;
    struct worker *workers;
    struct arena *arenas;
};

static void read_one(void *context, unsigned worker, size_t index) {
    struct reading_room *room = context;
    article_read(&room->workers[worker], &room->articles[index], &room->arenas[worker]);
}

bool pipeline_read(const struct rules *rules, struct article *articles, size_t count, unsigned threads,
                   struct keepers *keepers, struct belie_error *e) {
    unsigned used = threads ? threads : pool_processors();
    if (used > POOL_THREADS) used = POOL_THREADS;
    if (used > count) used = count ? (unsigned)count : 1;
    struct worker *workers = calloc(used, sizeof *workers);
    *keepers = (struct keepers){calloc(used, sizeof(struct arena)), used};
    bool ok = (workers && keepers->arenas) || error_no_memory(e);
    for (unsigned i = 0; ok && i < used; i++) ok = worker_start(&workers[i], rules, e);
    if (ok) pool_run(used, count, read_one, &(struct reading_room){articles, workers, keepers->arenas});
    for (unsigned i = 0; workers && i < used; i++) worker_end(&workers[i]);
    for (size_t i = 0; ok && i < count; i++)
        if (articles[i].error.code == BELIE_NO_MEMORY) ok = error_no_memory(e);
    free(workers);
    return ok;
}

void keepers_release(struct keepers *k) {
    for (unsigned i = 0; k->arenas && i < k->count; i++) arena_release(&k->arenas[i]);
    free(k->arenas);
    *k = (struct keepers){0};
}

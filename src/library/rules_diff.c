/* What a change of rules adds and removes: every archived document read with both, and told apart. */
#include "library/archive.h"

#include "library/folder.h"
#include "pipeline.h"
#include "report/claims_text.h"
#include "report/output.h"

#include <stdlib.h>

/* One of the two sets of rules. */
struct edition {
    struct rules *rules;
    struct worker worker;
    struct arena arena; /* of the document at hand */
    LIST(struct text) lines; /* its claims and findings as text, sorted */
    size_t claims, findings; /* of all documents */
};

struct difference {
    struct edition editions[2]; /* old, new */
    struct archive *archive;
    struct output output;
    struct belie_rules_diff_counts *counts;
    struct belie_error *e;
};

/* A folder of packs, or a pack. */
static struct rules *load(const char *folder, struct belie_error *e) {
    struct arena scratch = {0};
    struct paths packs = {0};
    struct text alone = text_of(folder);
    bool listed = folder_packs(&scratch, folder, &packs, e);
    size_t count = packs.items.count;
    struct rules *rules = listed ? rules_load(count ? packs.items.items : &alone, count ? count : 1, e) : NULL;
    arena_release(&scratch);
    return rules;
}

static int by_text(const void *left, const void *right) {
    return text_compare(*(const struct text *)left, *(const struct text *)right);
}

static void add_line(struct edition *x, const struct buffer *line) {
    struct text *room = list_add(&x->arena, &x->lines);
    if (room) *room = arena_text(&x->arena, buffer_view(line));
    x->arena.failed |= line->failed;
}

static void describe_claims(struct edition *x, const struct source *s, const struct origin *o) {
    struct buffer line = {0};
    for (size_t i = 0; i < s->claims->items.count; i++) {
        const struct claim *c = &s->claims->items.items[i];
        struct citation citation = origin_cite(o, c);
        buffer_clear(&line);
        print_claim(&line, x->rules, c, &citation);
        add_line(x, &line);
    }
    x->claims += s->claims->items.count;
    buffer_release(&line);
}

static bool describe_findings(struct edition *x, const struct source *s, const struct origin *o) {
    struct findings findings;
    struct buffer line = {0};
    if (!compare_claims(&x->arena, x->rules, s, 1, NULL, NULL, &findings)) return false;
    for (size_t i = 0; i < findings.items.count; i++) {
        const struct finding *f = &findings.items.items[i];
        struct citation a = origin_cite(o, f->a->claims.items[0]), b = origin_cite(o, f->b->claims.items[0]);
        buffer_clear(&line);
        buffer_format(&line, "%zu:%zu %s against %zu:%zu: ", a.place.line, a.place.column, severity_name(f->severity),
                      b.place.line, b.place.column);
        print_clean(&line, f->question);
        buffer_char(&line, '\n');
        add_line(x, &line);
    }
    x->findings += findings.items.count;
    buffer_release(&line);
    return true;
}

static bool read_with(struct edition *x, const struct stored *s, struct text bytes, struct belie_error *e) {
    struct stages stages;
    struct origin origin;
    arena_reset(&x->arena);
    x->lines.items = NULL;
    x->lines.count = x->lines.capacity = 0;
    if (!pipeline_stages(&x->worker, s->path, bytes, 0, &stages, e)) return false;
    struct source source = {.path = s->path, .published = s->published, .bytes = bytes, .claims = &stages.claims};
    if (!origin_open(&x->arena, &source, NULL, &origin)) return error_no_memory(e);
    describe_claims(x, &source, &origin);
    if (!describe_findings(x, &source, &origin) || x->arena.failed) return error_no_memory(e);
    if (x->lines.count) qsort(x->lines.items, x->lines.count, sizeof *x->lines.items, by_text);
    return true;
}

static void write_line(struct difference *d, const struct stored *s, bool *named, char sign, struct text line) {
    struct buffer *out = &d->output.text;
    if (!*named) {
        print_clean(out, s->path);
        buffer_char(out, '\n');
    }
    *named = true;
    buffer_format(out, "%c %.*s", sign, TEXT_ARGS(line));
    if (sign == '+') d->counts->added++;
    else d->counts->removed++;
}

/* Both lists are sorted: what stands in one only is the difference. */
static void tell_apart(struct difference *d, const struct stored *s) {
    const struct edition *x = &d->editions[0], *y = &d->editions[1];
    bool named = false;
    for (size_t i = 0, k = 0; i < x->lines.count || k < y->lines.count;) {
        int order = i == x->lines.count ? 1 : k == y->lines.count ? -1 : by_text(&x->lines.items[i], &y->lines.items[k]);
        if (order < 0) write_line(d, s, &named, '-', x->lines.items[i]);
        if (order > 0) write_line(d, s, &named, '+', y->lines.items[k]);
        i += order <= 0;
        k += order >= 0;
    }
}

static bool compare_document(void *context, const struct stored *s) {
    struct difference *d = context;
    struct buffer bytes = {0};
    bool ok = archive_bytes(d->archive, s->id, &bytes, d->e);
    for (int i = 0; ok && i < 2; i++) ok = read_with(&d->editions[i], s, buffer_view(&bytes), d->e);
    if (ok) tell_apart(d, s);
    buffer_release(&bytes);
    d->counts->documents += ok;
    return ok && output_flush(&d->output);
}

static bool compare_all(struct difference *d) {
    if (!archive_list(d->archive, TEXT(""), compare_document, d, d->e) || d->e->code != BELIE_OK) return false;
    const struct edition *x = &d->editions[0], *y = &d->editions[1];
    buffer_format(&d->output.text,
                  "%zu documents: %zu claims before, %zu now; %zu findings within a document before, %zu now; %zu lines added, %zu removed\n",
                  d->counts->documents, x->claims, y->claims, x->findings, y->findings, d->counts->added, d->counts->removed);
    return true;
}

bool belie_rules_diff(const char *old_folder, const char *new_folder, const char *archive, belie_write *write, void *context,
                      struct belie_rules_diff_counts *counts, struct belie_error *error) {
    struct difference d = {.output = {.write = write, .context = context}, .counts = counts, .e = error};
    const char *const folders[2] = {old_folder, new_folder};
    *counts = (struct belie_rules_diff_counts){0};
    bool ok = true;
    for (int i = 0; ok && i < 2; i++)
        ok = (d.editions[i].rules = load(folders[i], error)) && worker_start(&d.editions[i].worker, d.editions[i].rules, error);
    ok = ok && (d.archive = archive_open(text_of(archive), ARCHIVE_READ, d.editions[1].rules, error)) && compare_all(&d);
    archive_close(d.archive);
    for (int i = 0; i < 2; i++) {
        worker_end(&d.editions[i].worker);
        arena_release(&d.editions[i].arena);
        rules_free(d.editions[i].rules);
    }
    return output_end(&d.output, error) && ok;
}

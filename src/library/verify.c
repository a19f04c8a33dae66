/* A report is reproducible: run again, it says the same, or what has changed since. */
#include "library/check.h"

#include "report/report_read.h"

static bool add_archive(belie_check *check, const struct reported_archive *x, struct belie_error *e) {
    struct belie_archive_filter filter = {x->since, x->until, x->outlet.length ? x->outlet.bytes : NULL};
    return belie_check_add_archive(check, x->path.bytes, &filter, e);
}

bool belie_check_add_report(belie_check *check, const char *name, const char *bytes, size_t length,
                            struct belie_error *error) {
    struct reported report;
    if (!report_read(&check->arena, text_of(name), (struct text){bytes, length}, &report, error)) return false;
    for (size_t i = 0; i < report.documents.count; i++) {
        const struct reported_document *d = &report.documents.items[i];
        if (d->role == REPORTED_ARCHIVED) continue;
        if (!belie_check_add_path(check, d->path.bytes, d->role == REPORTED_PRIOR ? BELIE_PRIOR : BELIE_DRAFT, error)) return false;
    }
    for (size_t i = 0; i < report.archives.count; i++)
        if (!add_archive(check, &report.archives.items[i], error)) return false;
    return true;
}

struct verification {
    struct output output;
    struct arena arena;
    const struct reported *then, *now;
    size_t differences;
};

static struct buffer *differ(struct verification *v) {
    v->differences++;
    return &v->output.text;
}

static void tell(struct verification *v, const char *what, struct text name, struct text then, struct text now) {
    if (text_equal(then, now)) return;
    struct buffer *out = differ(v);
    buffer_string(out, what);
    print_clean(out, name);
    buffer_string(out, ": ");
    print_clean(out, then);
    buffer_string(out, " then, ");
    if (now.length) print_clean(out, now);
    else buffer_string(out, "missing");
    buffer_string(out, " now\n");
}

static void tell_documents(struct verification *v) {
    for (size_t i = 0; i < v->then->documents.count; i++) {
        const struct reported_document *d = &v->then->documents.items[i];
        struct text now = TEXT("");
        for (size_t k = 0; k < v->now->documents.count; k++)
            if (text_equal(v->now->documents.items[k].path, d->path)) now = v->now->documents.items[k].hash;
        if (d->role != REPORTED_ARCHIVED) tell(v, "the text of ", d->path, d->hash, now);
    }
}

static void tell_archives(struct verification *v) {
    for (size_t i = 0; i < v->then->archives.count && i < v->now->archives.count; i++) {
        const struct reported_archive *x = &v->then->archives.items[i];
        tell(v, "the content of ", x->path, x->snapshot, v->now->archives.items[i].snapshot);
    }
}

static const struct reported_finding *find(const struct reported *r, struct text id) {
    for (size_t i = 0; i < r->findings.count; i++)
        if (text_equal(r->findings.items[i].id, id)) return &r->findings.items[i];
    return NULL;
}

static void tell_finding(struct verification *v, const char *what, const struct reported_finding *f) {
    struct buffer *out = differ(v);
    buffer_string(out, what);
    print_clean(out, f->id);
    buffer_string(out, ": ");
    print_clean(out, f->question);
    buffer_char(out, '\n');
}

static void tell_findings(struct verification *v) {
    for (size_t i = 0; i < v->then->findings.count; i++) {
        const struct reported_finding *then = &v->then->findings.items[i], *now = find(v->now, then->id);
        if (!now) tell_finding(v, "gone: ", then);
        else if (!text_equal(then->whole, now->whole)) tell_finding(v, "changed: ", then);
    }
    for (size_t i = 0; i < v->now->findings.count; i++)
        if (!find(v->then, v->now->findings.items[i].id)) tell_finding(v, "new: ", &v->now->findings.items[i]);
}

static int keep(void *context, const char *bytes, size_t length) {
    struct buffer *out = context;
    buffer_append(out, bytes, length);
    return out->failed;
}

static bool read_both(struct verification *v, belie_check *check, struct text name, struct text bytes,
                      struct reported both[2], struct belie_error *e) {
    struct buffer now = {0};
    struct belie_report_options options = {.format = "json"};
    bool ok = belie_check_report(check, &options, keep, &now, e) && (!now.failed || error_no_memory(e)) &&
              report_read(&v->arena, name, bytes, &both[0], e) &&
              report_read(&v->arena, TEXT("this report"), buffer_view(&now), &both[1], e);
    buffer_release(&now);
    return ok;
}

bool belie_check_verify(belie_check *check, const char *name, const char *bytes, size_t length, belie_write *write,
                        void *context, bool *same, struct belie_error *error) {
    struct verification v = {.output = {.write = write, .context = context}};
    struct reported both[2];
    bool ok = check_ran(check, error) && read_both(&v, check, text_of(name), (struct text){bytes, length}, both, error);
    v.then = &both[0];
    v.now = &both[1];
    if (ok) {
        tell(&v, "the version of ", TEXT("belie"), both[0].version, both[1].version);
        tell(&v, "the rules", TEXT(""), both[0].rules, both[1].rules);
        tell_documents(&v);
        tell_archives(&v);
        tell_findings(&v);
    }
    *same = ok && !v.differences;
    arena_release(&v.arena);
    return output_end(&v.output, error) && ok;
}

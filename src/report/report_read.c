#include "report/report_read.h"

#include "document/document.h"
#include "report/json_line.h"

#include <cjson/cJSON.h>

struct reader_of_reports {
    struct arena *a;
    struct reported *out;
    const char *problem;
};

static struct text string_of(struct reader_of_reports *r, const cJSON *object, const char *name) {
    return arena_text(r->a, json_string_of(object, name));
}

static struct text needed(struct reader_of_reports *r, const cJSON *object, const char *name, const char *problem) {
    struct text t = string_of(r, object, name);
    if (!t.length && !r->problem) r->problem = problem;
    return t;
}

static const cJSON *list_of(struct reader_of_reports *r, const cJSON *report, const char *name, const char *problem) {
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(report, name);
    if (problem && !cJSON_IsArray(list) && !r->problem) r->problem = problem;
    return cJSON_IsArray(list) ? list->child : NULL;
}

static enum reported_role role_of(struct reader_of_reports *r, struct text name) {
    if (text_equal(name, TEXT("prior"))) return REPORTED_PRIOR;
    if (text_equal(name, TEXT("archived"))) return REPORTED_ARCHIVED;
    if (!text_equal(name, TEXT("draft")) && !r->problem) r->problem = "a document has no role";
    return REPORTED_DRAFT;
}

static void read_document(struct reader_of_reports *r, const cJSON *v) {
    struct reported_document *d = list_add(r->a, &r->out->documents);
    if (!d) return;
    d->path = needed(r, v, "path", "a document has no path");
    d->role = role_of(r, string_of(r, v, "role"));
    d->hash = string_of(r, v, "hash");
}

static int32_t day_of(struct reader_of_reports *r, const cJSON *v, const char *name) {
    struct text t = string_of(r, v, name);
    return t.length ? date_parse(t) : NO_DATE;
}

static void read_archive(struct reader_of_reports *r, const cJSON *v) {
    struct reported_archive *x = list_add(r->a, &r->out->archives);
    if (!x) return;
    *x = (struct reported_archive){.path = needed(r, v, "path", "an archive has no path"),
                                   .snapshot = needed(r, v, "snapshot", "an archive has no snapshot"),
                                   .outlet = string_of(r, v, "outlet"),
                                   .since = day_of(r, v, "since"),
                                   .until = day_of(r, v, "until")};
}

static void read_finding(struct reader_of_reports *r, const cJSON *v) {
    struct reported_finding *f = list_add(r->a, &r->out->findings);
    char *whole = f ? cJSON_PrintUnformatted(v) : NULL;
    if (!whole) return (void)(r->a->failed = true);
    *f = (struct reported_finding){needed(r, v, "id", "a finding has no id"), string_of(r, v, "question"),
                                   arena_text(r->a, text_of(whole))};
    cJSON_free(whole);
}

static void read_all(struct reader_of_reports *r, const cJSON *report) {
    r->out->version = needed(r, report, "belie", "it does not say which belie made it");
    r->out->rules = needed(r, cJSON_GetObjectItemCaseSensitive(report, "rules"), "hash", "it has no hash of the rules");
    for (const cJSON *v = list_of(r, report, "documents", "it has no documents"); v; v = v->next) read_document(r, v);
    for (const cJSON *v = list_of(r, report, "archives", NULL); v; v = v->next) read_archive(r, v);
    for (const cJSON *v = list_of(r, report, "findings", "it has no findings"); v; v = v->next) read_finding(r, v);
}

bool report_read(struct arena *a, struct text name, struct text bytes, struct reported *out, struct belie_error *e) {
    struct reader_of_reports r = {.a = a, .out = out};
    *out = (struct reported){0};
    cJSON *report = json_object_read(bytes);
    if (report) read_all(&r, report);
    else r.problem = "it is not one JSON object";
    cJSON_Delete(report);
    if (a->failed) return error_no_memory(e);
    return !r.problem || error_set(e, BELIE_BAD_REPORT, name, "not a JSON report of belie: %s; it was not used", r.problem);
}

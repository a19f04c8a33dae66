/* GitLab's Code Quality report: what a merge request shows beside its changes. */
#include "report/formats.h"
#include "report/json_write.h"
#include "report/message.h"

#include <inttypes.h>
#include <stdlib.h>

static const char *const severities[SEVERITIES] = {
    [SEVERITY_NOTE] = "info", [SEVERITY_WARNING] = "minor", [SEVERITY_ERROR] = "major"};

static void point(struct buffer *out, const char *key, struct place place) {
    json_key(out, key);
    json_open(out, '{');
    json_key(out, "line");
    json_count(out, place.line);
    json_key(out, "column");
    json_count(out, place.column);
    json_close(out, '}');
}

/* GitLab shows paths as the repository has them. */
static struct text without_dot(struct text path) {
    while (text_starts(path, TEXT("./"))) path = text_slice(path, 2, path.length);
    return path;
}

static void location(struct buffer *out, const struct report *r, const struct position *p) {
    struct citation citation = side_citation(r, p);
    json_key(out, "location");
    json_open(out, '{');
    json_key(out, "path");
    json_string(out, without_dot(r->sources[p->document].path));
    json_key(out, "positions");
    json_open(out, '{');
    point(out, "begin", citation.place);
    point(out, "end", place_after(citation.place, citation_quote(&citation)));
    json_close(out, '}');
    json_close(out, '}');
}

/* Of several with one fingerprint only the first would be shown: `repeated` tells later ones apart. */
static void issue(struct buffer *out, const struct report *r, const struct finding *f, size_t repeated) {
    struct buffer message = {0}, print = {0};
    message_line(&message, r, f);
    buffer_format(&print, repeated ? "%016" PRIx64 "-%zu" : "%016" PRIx64, f->id, repeated);
    json_open(out, '{');
    json_key(out, "description");
    json_string(out, buffer_view(&message));
    json_key(out, "check_name");
    json_string(out, symbols_text(&r->rules->symbols, r->rules->propositions.items[f->proposition].id));
    json_key(out, "fingerprint");
    json_string(out, buffer_view(&print));
    json_key(out, "severity");
    json_string(out, text_of(severities[f->severity]));
    location(out, r, f->a);
    json_close(out, '}');
    out->failed |= message.failed || print.failed;
    buffer_release(&message);
    buffer_release(&print);
}

struct numbered {
    uint64_t id;
    size_t index;
};

static int by_id(const void *left, const void *right) {
    const struct numbered *x = left, *y = right;
    if (x->id != y->id) return x->id < y->id ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* For each finding how many before it have its id; NULL when memory is short. */
static size_t *repetitions(struct arena *a, const struct findings *f) {
    size_t count = f->items.count;
    struct numbered *sorted = arena_array(a, struct numbered, count + 1);
    size_t *out = arena_array(a, size_t, count + 1);
    if (!sorted || !out) return NULL;
    for (size_t i = 0; i < count; i++) sorted[i] = (struct numbered){f->items.items[i].id, i};
    qsort(sorted, count, sizeof *sorted, by_id);
    for (size_t i = 1; i < count; i++)
        if (sorted[i].id == sorted[i - 1].id) out[sorted[i].index] = out[sorted[i - 1].index] + 1;
    return out;
}

void gitlab_findings(struct output *o, const struct report *r) {
    struct arena arena = {0};
    const size_t *repeated = repetitions(&arena, r->findings);
    bool first = true;
    json_open(&o->text, '[');
    for (size_t i = 0; repeated && i < r->findings->items.count; i++) {
        if (report_waiver(r, i)) continue;
        buffer_string(&o->text, first ? "\n" : ",\n");
        issue(&o->text, r, &r->findings->items.items[i], repeated[i]);
        first = false;
        if (!output_flush(o)) break;
    }
    json_close(&o->text, ']');
    buffer_char(&o->text, '\n');
    o->text.failed |= arena.failed;
    arena_release(&arena);
    output_flush(o);
}

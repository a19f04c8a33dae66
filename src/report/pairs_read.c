#include "base/utf8.h"
#include "report/json_line.h"
#include "report/pairs.h"

#include <cjson/cJSON.h>
#include <string.h>

static bool find_label(struct text name, enum label *out) {
    for (int i = 0; i < LABELS; i++)
        if (text_equal(text_of(label_name((enum label)i)), name)) return *out = (enum label)i, true;
    return false;
}

/* NULL, or what is wrong with the object. */
static const char *read_pair(struct arena *a, const cJSON *object, struct pair *out) {
    struct text id = json_string_of(object, "id");
    *out = (struct pair){.severity = NOTHING_FOUND, .before = NOT_BEFORE};
    if (!id.length) return "the pair has no id";
    out->premise = arena_text(a, json_string_of(object, "premise"));
    out->hypothesis = arena_text(a, json_string_of(object, "hypothesis"));
    if (!out->premise.length) return "the pair has no premise";
    if (!out->hypothesis.length) return "the pair has no hypothesis";
    out->id = arena_text(a, id);
    return find_label(json_string_of(object, "label"), &out->label)
               ? NULL
               : "the label is not entailment, neutral or contradiction";
}

static const char *keep(struct arena *a, const struct pair *pair, struct pairs *out) {
    if (symbols_find(&out->ids, pair->id)) return "the id stands in an earlier line";
    struct pair *room = list_add(a, &out->items);
    a->failed |= !symbols_intern(&out->ids, pair->id);
    if (room) *room = *pair;
    return NULL;
}

static const char *read_line(struct arena *a, struct text line, struct pairs *out) {
    struct pair pair;
    if (utf8_check(line) < line.length) return "the line is not UTF-8";
    cJSON *object = json_object_read(line);
    const char *problem = object ? NULL : "the line is not one JSON object";
    if (!problem) problem = read_pair(a, object, &pair);
    if (!problem) problem = keep(a, &pair, out);
    cJSON_Delete(object);
    return problem;
}

static void tell(const struct belie_eval_options *options, struct text name, size_t number, const char *problem) {
    struct belie_error e = {0};
    error_set(&e, BELIE_BAD_PAIRS, name, "%s, left out", problem);
    e.line = number;
    e.column = 1;
    if (options->problem) options->problem(options->problem_context, &e);
}

bool pairs_read(struct arena *a, struct text name, struct text bytes, const struct belie_eval_options *options,
                struct pairs *out, struct belie_error *e) {
    size_t number = 0;
    out->name = name;
    struct text line;
    for (size_t at = 0; !a->failed && json_line_next(bytes, &at, &line);) {
        const char *problem = line.length ? read_line(a, line, out) : NULL;
        number++;
        if (problem) tell(options, name, number, problem), out->counts.bad_lines++;
    }
    return !a->failed || error_no_memory(e);
}

static bool find_severity(const cJSON *v, int *out) {
    *out = NOTHING_FOUND;
    if (cJSON_IsNull(v)) return true;
    for (int i = 0; cJSON_IsString(v) && i < SEVERITIES; i++)
        if (strcmp(severity_name((enum severity)i), v->valuestring) == 0) return *out = i, true;
    return false;
}

/* A pair that is not among these is passed over: sets grow. */
static bool read_before(struct pairs *p, const cJSON *item) {
    int severity;
    if (!json_string_of(item, "id").length) return false;
    if (!find_severity(cJSON_GetObjectItemCaseSensitive(item, "found"), &severity)) return false;
    symbol known = symbols_find(&p->ids, json_string_of(item, "id"));
    if (known) p->items.items[known - 1].before = severity;
    return true;
}

bool pairs_baseline(struct pairs *p, struct text json, struct belie_error *e) {
    cJSON *object = cJSON_ParseWithLength(json.bytes, json.length);
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(object, "pairs");
    bool ok = cJSON_IsArray(list);
    for (const cJSON *item = ok ? list->child : NULL; ok && item; item = item->next) ok = read_before(p, item);
    cJSON_Delete(object);
    p->baseline = true;
    return ok || error_set(e, BELIE_BAD_REQUEST, TEXT(""), "the baseline is not what eval --format json writes");
}

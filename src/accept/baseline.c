#include "accept/baseline.h"

#include "accept/replace.h"
#include "accept/waiver.h"
#include "base/utf8.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { BASELINE_VERSION = 1 };

static int by_id(const void *left, const void *right) {
    const struct known *x = left, *y = right;
    return (x->id > y->id) - (x->id < y->id);
}

/* Entries with one id are alike but for the words of further quotations; the first stays. */
void baseline_sort(struct baseline *b) {
    size_t kept = 0;
    if (b->items.count) qsort(b->items.items, b->items.count, sizeof *b->items.items, by_id);
    for (size_t i = 0; i < b->items.count; i++)
        if (!kept || b->items.items[i].id != b->items.items[kept - 1].id) b->items.items[kept++] = b->items.items[i];
    b->items.count = kept;
}

const struct known *baseline_find(const struct baseline *b, uint64_t id) {
    const struct known wanted = {.id = id};
    if (!b->items.count) return NULL;
    return bsearch(&wanted, b->items.items, b->items.count, sizeof *b->items.items, by_id);
}

struct text baseline_path(struct arena *a, struct text path) {
    struct buffer out = {0};
    while (path.length) {
        size_t valid = utf8_check(path);
        buffer_text(&out, text_slice(path, 0, valid));
        if (valid < path.length) buffer_string(&out, "\uFFFD");
        path = text_slice(path, valid + 1, path.length);
    }
    a->failed |= out.failed;
    struct text copy = arena_text(a, buffer_view(&out));
    buffer_release(&out);
    return copy;
}

static bool read_text(struct arena *a, const cJSON *value, struct text *out) {
    if (!cJSON_IsString(value)) return false;
    *out = arena_text(a, text_of(value->valuestring));
    return true;
}

static bool read_two(struct arena *a, const cJSON *list, struct text out[2]) {
    return cJSON_IsArray(list) && cJSON_GetArraySize(list) == 2 && read_text(a, cJSON_GetArrayItem(list, 0), &out[0]) &&
           read_text(a, cJSON_GetArrayItem(list, 1), &out[1]);
}

static bool read_known(struct arena *a, const cJSON *item, struct known *out) {
    struct text id = TEXT("");
    return cJSON_IsObject(item) && read_text(a, cJSON_GetObjectItemCaseSensitive(item, "id"), &id) &&
           finding_id(id, &out->id) &&
           read_text(a, cJSON_GetObjectItemCaseSensitive(item, "proposition"), &out->proposition) &&
           read_text(a, cJSON_GetObjectItemCaseSensitive(item, "question"), &out->question) &&
           read_two(a, cJSON_GetObjectItemCaseSensitive(item, "paths"), out->paths) &&
           read_two(a, cJSON_GetObjectItemCaseSensitive(item, "quotes"), out->quotes);
}

static bool bad(struct belie_error *e, struct text path, const char *problem) {
    return error_set(e, BELIE_BAD_BASELINE, path, "%s, the baseline was not read", problem);
}

static bool read_findings(struct arena *a, const cJSON *list, struct baseline *out, struct belie_error *e) {
    if (!cJSON_IsArray(list)) return bad(e, out->path, "\"findings\" is missing");
    size_t number = 0;
    for (const cJSON *item = list->child; item; item = item->next) {
        struct known *room = list_add(a, &out->items);
        number++;
        if (!room) return error_no_memory(e);
        if (!read_known(a, item, room))
            return error_set(e, BELIE_BAD_BASELINE, out->path,
                             "finding %zu lacks its id, proposition, question, paths or quotes, the baseline was not read",
                             number);
    }
    return true;
}

static bool read_object(struct arena *a, const cJSON *object, struct baseline *out, struct belie_error *e) {
    const cJSON *version = cJSON_GetObjectItemCaseSensitive(object, "baseline");
    if (!cJSON_IsObject(object) || !cJSON_IsNumber(version))
        return bad(e, out->path, "not what --write-baseline writes");
    if (version->valuedouble != BASELINE_VERSION)
        return error_set(e, BELIE_BAD_BASELINE, out->path,
                         "a baseline of version %g, and only %d is known, it was not read", version->valuedouble,
                         BASELINE_VERSION);
    return read_findings(a, cJSON_GetObjectItemCaseSensitive(object, "findings"), out, e);
}

bool baseline_read(struct arena *a, struct text path, struct text bytes, struct baseline *out, struct belie_error *e) {
    *out = (struct baseline){.path = arena_text(a, path)};
    const char *end = NULL;
    if (utf8_check(bytes) < bytes.length) return bad(e, path, "not UTF-8");
    cJSON *object = cJSON_ParseWithLengthOpts(bytes.length ? bytes.bytes : "", bytes.length, &end, 0);
    bool ok = false;
    if (!object) {
        bad(e, path, bytes.length ? "not JSON" : "empty");
        if (bytes.length && end) error_place(e, bytes, (size_t)(end - bytes.bytes));
    } else if (text_trim(text_slice(bytes, (size_t)(end - bytes.bytes), bytes.length)).length) {
        bad(e, path, "something stands behind its end");
        error_place(e, bytes, (size_t)(end - bytes.bytes));
    } else {
        ok = read_object(a, object, out, e);
    }
    cJSON_Delete(object);
    baseline_sort(out);
    if (ok && a->failed) return error_no_memory(e);
    return ok;
}

/* cJSON copies it. */
static cJSON *string_of(struct text t) {
    char *terminated = strndup(t.length ? t.bytes : "", t.length);
    cJSON *string = terminated ? cJSON_CreateString(terminated) : NULL;
    free(terminated);
    return string;
}

static cJSON *two_of(const struct text texts[2]) {
    cJSON *list = cJSON_CreateArray();
    for (int i = 0; list && i < 2; i++) cJSON_AddItemToArray(list, string_of(texts[i]));
    return list;
}

static bool write_known(struct buffer *out, const struct known *k) {
    char id[17];
    snprintf(id, sizeof id, "%016" PRIx64, k->id);
    cJSON *object = cJSON_CreateObject();
    cJSON_AddItemToObject(object, "id", cJSON_CreateString(id));
    cJSON_AddItemToObject(object, "proposition", string_of(k->proposition));
    cJSON_AddItemToObject(object, "question", string_of(k->question));
    cJSON_AddItemToObject(object, "paths", two_of(k->paths));
    cJSON_AddItemToObject(object, "quotes", two_of(k->quotes));
    char *line = object && cJSON_GetArraySize(object) == 5 ? cJSON_PrintUnformatted(object) : NULL;
    cJSON_Delete(object);
    if (line) buffer_string(out, line);
    free(line);
    return line != NULL;
}

bool baseline_write(const struct baseline *b, struct text path, struct belie_error *e) {
    struct buffer out = {0};
    bool ok = true;
    buffer_format(&out, "{\"baseline\":%d,\"findings\":[", BASELINE_VERSION);
    for (size_t i = 0; ok && i < b->items.count; i++) {
        buffer_string(&out, i ? ",\n" : "\n");
        ok = write_known(&out, &b->items.items[i]);
    }
    buffer_string(&out, "\n]}\n");
    ok = ok && !out.failed ? file_replace(path, buffer_view(&out), e) : error_no_memory(e);
    buffer_release(&out);
    return ok;
}

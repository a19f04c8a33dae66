#include "report/document_lines.h"

#include "base/utf8.h"
#include "report/json_line.h"
#include "report/json_write.h"

#include <cjson/cJSON.h>

static const char *const fields[] = {"title", "date", "outlet", "author", "language"};

static bool is_known(const char *name) {
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(name, fields[i]) == 0) return true;
    return strcmp(name, "uri") == 0 || strcmp(name, "text") == 0;
}

/* NULL, or what is wrong. */
static const char *check(const cJSON *object) {
    for (const cJSON *v = object->child; v; v = v->next)
        if (is_known(v->string) && !cJSON_IsString(v) && !cJSON_IsNull(v)) return "a field is not a string";
    if (!json_string_of(object, "uri").length) return "the document has no uri";
    if (!json_string_of(object, "text").length) return "the document has no text";
    return NULL;
}

/* JSON strings are YAML strings, too. */
static void add_field(struct buffer *out, const char *name, struct text value) {
    struct buffer string = {0};
    if (!value.length) return;
    json_string(&string, value);
    buffer_format(out, "%s: %s\n", name, string.failed ? "" : string.bytes);
    out->failed |= string.failed;
    buffer_release(&string);
}

static void put_together(const cJSON *object, struct buffer *out) {
    buffer_string(out, "---\n");
    add_field(out, "uri", json_string_of(object, "uri"));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) add_field(out, fields[i], json_string_of(object, fields[i]));
    buffer_string(out, "---\n\n");
    buffer_text(out, json_string_of(object, "text"));
    buffer_char(out, '\n');
}

static const char *read_object(struct document_lines *l, struct text line, struct document_line *out) {
    if (utf8_check(line) < line.length) return "the line is not UTF-8";
    cJSON *object = json_object_read(line);
    const char *problem = object ? check(object) : "the line is not one JSON object";
    if (!problem) {
        out->uri = arena_text(&l->arena, json_string_of(object, "uri"));
        put_together(object, &out->bytes);
    }
    cJSON_Delete(object);
    return problem;
}

bool document_lines_next(struct document_lines *l, struct document_line *out) {
    struct text line = TEXT("");
    *out = (struct document_line){.uri = l->name};
    for (; !line.length; l->line++)
        if (!json_line_next(l->bytes, &l->at, &line)) return false;
    const char *problem = read_object(l, line, out);
    if (out->bytes.failed || l->arena.failed) return error_no_memory(&out->error), true;
    if (!problem) return true;
    error_set(&out->error, BELIE_BAD_TEXT, l->name, "%s; it was left out", problem);
    out->error.line = l->line - 1;
    out->error.column = 1;
    return true;
}

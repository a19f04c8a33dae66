#include "report/json_line.h"

#include <cjson/cJSON.h>

cJSON *json_object_read(struct text t) {
    const char *end = NULL;
    cJSON *object = cJSON_ParseWithLengthOpts(t.bytes, t.length, &end, 0);
    if (cJSON_IsObject(object) && !text_trim(text_slice(t, (size_t)(end - t.bytes), t.length)).length) return object;
    cJSON_Delete(object);
    return NULL;
}

struct text json_string_of(const cJSON *object, const char *name) {
    const cJSON *v = cJSON_GetObjectItemCaseSensitive(object, name);
    return text_of(cJSON_IsString(v) ? v->valuestring : "");
}

bool json_line_next(struct text bytes, size_t *at, struct text *line) {
    if (*at >= bytes.length) return false;
    const char *newline = memchr(bytes.bytes + *at, '\n', bytes.length - *at);
    size_t end = newline ? (size_t)(newline - bytes.bytes) : bytes.length;
    *line = text_trim(text_slice(bytes, *at, end));
    *at = end + 1;
    return true;
}

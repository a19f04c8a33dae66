#include "report/json_write.h"

#include "base/utf8.h"
#include "match/interval.h"

#include <inttypes.h>
#include <math.h>

/* What stands before a value tells whether a comma is needed: strings are always closed, so a bracket or colon at the
 * end of the buffer is JSON's own. */
static void separate(struct buffer *out) {
    char last = out->length ? out->bytes[out->length - 1] : '\n';
    if (last == '{' || last == '[' || last == ':' || last == '\n') return;
    buffer_char(out, ',');
}

void json_open(struct buffer *out, char bracket) {
    separate(out);
    buffer_char(out, bracket);
}

void json_close(struct buffer *out, char bracket) {
    buffer_char(out, bracket);
}

void json_key(struct buffer *out, const char *key) {
    json_string(out, text_of(key));
    buffer_char(out, ':');
}

static void character(struct buffer *out, struct text bytes, uint32_t code) {
    if (code == '"' || code == '\\')
        buffer_format(out, "\\%c", (char)code);
    else if (code == '\n')
        buffer_string(out, "\\n");
    else if (code == '\t')
        buffer_string(out, "\\t");
    else if (code == '\r')
        buffer_string(out, "\\r");
    else if (code < 0x20 || code == 0x7F)
        buffer_format(out, "\\u%04x", (unsigned)code);
    else
        buffer_text(out, bytes);
}

void json_string(struct buffer *out, struct text t) {
    separate(out);
    buffer_char(out, '"');
    while (t.length) {
        size_t valid = utf8_check(t);
        for (size_t at = 0; at < valid;) {
            size_t from = at;
            uint32_t code = utf8_next(t, &at);
            character(out, text_slice(t, from, at), code);
        }
        if (valid < t.length) buffer_string(out, "\uFFFD");
        t = text_slice(t, valid + 1, t.length);
    }
    buffer_char(out, '"');
}

void json_string_or_null(struct buffer *out, struct text t) {
    if (t.length)
        json_string(out, t);
    else
        json_null(out);
}

void json_count(struct buffer *out, size_t number) {
    separate(out);
    buffer_format(out, "%zu", number);
}

void json_number(struct buffer *out, double number) {
    if (!isfinite(number)) {
        json_null(out);
        return;
    }
    separate(out);
    number_print(number, out);
}

void json_bool(struct buffer *out, bool value) {
    separate(out);
    buffer_string(out, value ? "true" : "false");
}

void json_null(struct buffer *out) {
    separate(out);
    buffer_string(out, "null");
}

void json_hex(struct buffer *out, uint64_t number) {
    separate(out);
    buffer_format(out, "\"%016" PRIx64 "\"", number);
}

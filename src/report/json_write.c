#include "report/json_write.h"

#include "base/utf8.h"
#include "match/interval.h"

#include <math.h>

/* What stands before a value tells whether a comma is needed: strings are always closed, so a bracket or colon at the
 * end of the buffer is JSON's own. */
static bool follows_value(const struct buffer *out) {
    char last = out->length ? out->bytes[out->length - 1] : '\n';
    return last != '{' && last != '[' && last != ':' && last != '\n';
}

static void separate(struct buffer *out) {
    if (follows_value(out)) buffer_char(out, ',');
}

void json_open(struct buffer *out, char bracket) {
    separate(out);
    buffer_char(out, bracket);
}

void json_close(struct buffer *out, char bracket) {
    buffer_char(out, bracket);
}

void json_key(struct buffer *out, const char *key) {
    size_t length = strlen(key), comma = follows_value(out);
    char *at = buffer_room(out, length + comma + 3);
    if (!at) return;
    at[0] = ',';
    at[comma] = '"';
    memcpy(at + comma + 1, key, length);
    memcpy(at + comma + 1 + length, "\":", 3);
    out->length += length + comma + 3;
}

static bool is_plain(char c) {
    return c != '"' && c != '\\' && (unsigned char)c >= 0x20 && c != 0x7F;
}

static void escape(struct buffer *out, char c) {
    if (c == '"' || c == '\\')
        buffer_format(out, "\\%c", c);
    else if (c == '\n')
        buffer_string(out, "\\n");
    else if (c == '\t')
        buffer_string(out, "\\t");
    else if (c == '\r')
        buffer_string(out, "\\r");
    else
        buffer_format(out, "\\u%04x", (unsigned)c);
}

/* How far the text stands in JSON as it is: ASCII without what is_plain refuses, eight bytes at a time. A byte has its top
 * bit in `odd` when it is below 0x20, a quotation mark, a backslash, 0x7F or above; after Mycroft's test for a zero byte,
 * whose false hits only end the run early. */
static size_t plain_run(struct text t) {
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);
    size_t at = 0;
    for (; t.length - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
        uint64_t eight;
        memcpy(&eight, t.bytes + at, sizeof eight);
        uint64_t quote = eight ^ ones * '"', slash = eight ^ ones * '\\';
        uint64_t odd = eight | (eight + ones) | (eight - ones * 0x20) | (quote - ones) | (slash - ones);
        if (odd & tops) break;
    }
    while (at < t.length && is_plain(t.bytes[at]) && (unsigned char)t.bytes[at] < 0x80) at++;
    return at;
}

/* Valid UTF-8, with what JSON does not take as it is escaped. */
static void put_escaped(struct buffer *out, struct text t) {
    for (size_t from = 0, at; from < t.length; from = at) {
        for (at = from; at < t.length && is_plain(t.bytes[at]);) at++;
        buffer_append(out, t.bytes + from, at - from);
        if (at < t.length) escape(out, t.bytes[at++]);
    }
}

static void put_quoted(char *at, struct text t) {
    at[0] = '"';
    memcpy(at + 1, t.bytes, t.length);
    memcpy(at + 1 + t.length, "\"", 2);
}

void json_string(struct buffer *out, struct text t) {
    separate(out);
    size_t plain = plain_run(t);
    char *quoted = plain == t.length ? buffer_room(out, t.length + 2) : NULL;
    if (quoted) {
        put_quoted(quoted, t);
        out->length += t.length + 2;
        return;
    }
    buffer_char(out, '"');
    while (t.length) {
        size_t valid = utf8_check(t);
        put_escaped(out, text_slice(t, 0, valid));
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
    char digits[24];
    size_t at = sizeof digits;
    separate(out);
    do digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    buffer_append(out, digits + at, sizeof digits - at);
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

void json_raw(struct buffer *out, struct text json) {
    separate(out);
    buffer_text(out, json);
}

void json_hex(struct buffer *out, uint64_t number) {
    enum { DIGITS = 16 };
    char quoted[DIGITS + 2] = {[0] = '"', [DIGITS + 1] = '"'};
    separate(out);
    for (int i = DIGITS; i > 0; i--, number >>= 4) quoted[i] = "0123456789abcdef"[number & 15];
    buffer_append(out, quoted, sizeof quoted);
}

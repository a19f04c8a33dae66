#include "report/output.h"

#include "base/utf8.h"

bool output_flush(struct output *o) {
    if (o->stopped || o->text.failed) return false;
    if (o->text.length && o->write(o->context, o->text.bytes, o->text.length) != 0) o->stopped = true;
    buffer_clear(&o->text);
    return !o->stopped;
}

bool output_end(struct output *o, struct belie_error *e) {
    bool ok = output_flush(o);
    if (o->text.failed) error_no_memory(e);
    buffer_release(&o->text);
    return ok;
}

static bool is_space(uint32_t code) {
    return code == ' ' || (code >= '\t' && code <= '\r');
}

static bool is_harmful(uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

void print_clean(struct buffer *out, struct text t) {
    size_t valid = utf8_check(t);
    for (size_t at = 0; at < t.length;) {
        size_t from = at;
        if (at >= valid) { /* a broken byte */
            buffer_string(out, "\uFFFD");
            at++;
            valid = at + utf8_check(text_slice(t, at, t.length));
            continue;
        }
        uint32_t code = utf8_next(t, &at);
        if (is_space(code)) {
            if (out->length && out->bytes[out->length - 1] != ' ') buffer_char(out, ' ');
        } else if (is_harmful(code)) {
            buffer_string(out, "\uFFFD");
        } else {
            buffer_append(out, t.bytes + from, at - from);
        }
    }
}

/* Most texts have nothing to replace. */
void escape_from(struct buffer *out, size_t from, const char *(*replacement)(char c)) {
    size_t at = from;
    while (at < out->length && !replacement(out->bytes[at])) at++;
    if (at == out->length || out->failed) return;
    struct buffer tail = {0};
    buffer_append(&tail, out->bytes + at, out->length - at);
    out->length = at;
    for (size_t i = 0; i < tail.length; i++) {
        const char *instead = replacement(tail.bytes[i]);
        if (instead) buffer_string(out, instead);
        else buffer_char(out, tail.bytes[i]);
    }
    out->failed |= tail.failed;
    buffer_release(&tail);
}

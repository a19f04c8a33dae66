#include "report/xml.h"

#include "base/utf8.h"

static bool can_hold(uint32_t code) {
    return code >= 0x20 && code != 0xFFFE && code != 0xFFFF;
}

static void character(struct buffer *out, struct text bytes, uint32_t code) {
    switch (code) {
    case '&': buffer_string(out, "&amp;"); return;
    case '<': buffer_string(out, "&lt;"); return;
    case '>': buffer_string(out, "&gt;"); return;
    case '"': buffer_string(out, "&quot;"); return;
    case '\t': buffer_string(out, "&#9;"); return;
    case '\n': buffer_string(out, "&#10;"); return;
    case '\r': buffer_string(out, "&#13;"); return;
    default: break;
    }
    if (can_hold(code)) buffer_text(out, bytes);
    else buffer_string(out, "\uFFFD");
}

void xml_text(struct buffer *out, struct text t) {
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
}

void xml_attribute(struct buffer *out, const char *name, struct text value) {
    buffer_format(out, " %s=\"", name);
    xml_text(out, value);
    buffer_char(out, '"');
}

void xml_count(struct buffer *out, const char *name, size_t value) {
    buffer_format(out, " %s=\"%zu\"", name, value);
}

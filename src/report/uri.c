#include "report/uri.h"

#include <string.h>

static bool is_letter(char c) {
    return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/* "unreserved" of RFC 3986. */
static bool is_plain(char c) {
    return is_letter(c) || ascii_digit(c) || (c && strchr("-._~", c));
}

static bool is_hex(char c) {
    return ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

/* Does it begin with a scheme and an authority, "https://"? A path with a colon is no URI. */
static bool has_scheme(struct text t) {
    size_t at = 0;
    while (at < t.length && (is_letter(t.bytes[at]) || (at && (ascii_digit(t.bytes[at]) || strchr("+-.", t.bytes[at]))))) at++;
    return at > 1 && text_starts(text_slice(t, at, t.length), TEXT("://"));
}

static void encode(struct buffer *out, struct text t, const char *also) {
    for (size_t i = 0; i < t.length; i++) {
        char c = t.bytes[i];
        bool escaped = c == '%' && i + 2 < t.length && is_hex(t.bytes[i + 1]) && is_hex(t.bytes[i + 2]);
        if (is_plain(c) || (c && strchr(also, c)) || (escaped && strchr(also, ':'))) buffer_char(out, c);
        else buffer_format(out, "%%%02X", (unsigned char)c);
    }
}

static bool leaves(struct text path) {
    return text_equal(path, TEXT("..")) || text_starts(path, TEXT("../"));
}

enum uri_kind uri_write(struct buffer *out, struct text path) {
    if (has_scheme(path)) {
        encode(out, path, ":/?#[]@!$&'()*+,;=");
        return URI_WHOLE;
    }
    if (text_starts(path, TEXT("/"))) {
        buffer_string(out, "file://");
        encode(out, path, "/");
        return URI_WHOLE;
    }
    while (text_starts(path, TEXT("./"))) path = text_slice(path, 2, path.length);
    encode(out, path, "/");
    return leaves(path) ? URI_OUTSIDE : URI_INSIDE;
}

#include "base/error.h"

#include "base/span.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

/* Drops what was cut in the middle of a character. */
static void trim_to_character(char *out) {
    struct text whole = text_of(out);
    size_t valid = utf8_check(whole);
    if (whole.length - valid < 4) out[valid] = '\0';
}

static void copy_cut(char *out, size_t size, struct text t) {
    size_t length = t.length < size ? t.length : size - 1;
    if (length) memcpy(out, t.bytes, length);
    out[length] = '\0';
    if (length < t.length) trim_to_character(out);
}

bool error_set(struct belie_error *e, enum belie_error_code code, struct text path, const char *format, ...) {
    if (e->code != BELIE_OK) return false;
    e->code = code;
    copy_cut(e->path, sizeof e->path, path);
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(e->message, sizeof e->message, format, arguments);
    va_end(arguments);
    if (length >= (int)sizeof e->message) trim_to_character(e->message);
    return false;
}

/* One printable character for each code point of the source, so that columns stay what they are: a terminal must
 * neither obey nor mangle what stands in a file that is in error. */
static size_t printable(struct text line, size_t *at, char out[4]) {
    struct text rest = text_slice(line, *at, *at + 4);
    size_t before = *at;
    uint32_t code = utf8_check(rest) == 0 ? 0 : utf8_next(line, at);
    if (*at == before) {
        do (*at)++;
        while (*at < line.length && ((unsigned char)line.bytes[*at] & 0xC0) == 0x80);
    }
    if (code == '\t') return utf8_encode(code, out);
    if (code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E)) code = '?';
    return utf8_encode(code, out);
}

static void set_excerpt(struct belie_error *e, struct text line) {
    size_t length = 0;
    for (size_t at = 0; at < line.length;) {
        char character[4];
        size_t bytes = printable(line, &at, character);
        if (length + bytes >= sizeof e->excerpt) break;
        memcpy(e->excerpt + length, character, bytes);
        length += bytes;
    }
    e->excerpt[length] = '\0';
    if (utf8_count(text_of(e->excerpt)) + 1 < e->column) e->excerpt[0] = '\0'; /* no caret could point at it */
}

void error_place(struct belie_error *e, struct text source, size_t offset) {
    if (e->line) return;
    struct place place = place_of(source, offset);
    struct span line = line_at(source, offset);
    e->line = place.line;
    e->column = place.column;
    set_excerpt(e, text_slice(source, line.start, line.end));
}

bool error_no_memory(struct belie_error *e) {
    return error_set(e, BELIE_NO_MEMORY, TEXT(""), "out of memory");
}

/* strerror may share its buffer between threads; and every locale gets the same words. */
const char *system_reason(int error, char scratch[SYSTEM_REASON]) {
    const char *words = strerrordesc_np(error);
    if (!words) return strerror_r(error, scratch, SYSTEM_REASON);
    copy_cut(scratch, SYSTEM_REASON, text_of(words));
    if (scratch[1] != '/') scratch[0] = ascii_lower(scratch[0]);
    return scratch;
}

struct writer {
    char *out;
    size_t size, length;
};

static void write_text(struct writer *w, struct text t) {
    for (size_t i = 0; i < t.length; i++, w->length++)
        if (w->length + 1 < w->size) w->out[w->length] = t.bytes[i];
}

static void write_number(struct writer *w, size_t number) {
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%zu", number);
    write_text(w, (struct text){digits, (size_t)length});
}

static void write_place(struct writer *w, const struct belie_error *e) {
    write_text(w, text_of(e->path));
    if (e->line) {
        if (e->path[0]) write_text(w, TEXT(":"));
        write_number(w, e->line);
        write_text(w, TEXT(":"));
        write_number(w, e->column);
    }
    if (e->path[0] || e->line) write_text(w, TEXT(": "));
}

static void write_excerpt(struct writer *w, const struct belie_error *e) {
    struct text line = text_of(e->excerpt);
    write_text(w, TEXT("\n  "));
    write_text(w, line);
    write_text(w, TEXT("\n  "));
    size_t at = 0;
    for (size_t column = 1; column < e->column && at < line.length; column++) {
        size_t from = at;
        bool tab = utf8_next(line, &at) == '\t';
        size_t width = utf8_width(text_slice(line, from, at));
        for (size_t i = 0; i < width; i++) write_text(w, tab ? TEXT("\t") : TEXT(" "));
    }
    write_text(w, TEXT("^"));
}

size_t belie_error_text(const struct belie_error *error, char *out, size_t size) {
    struct writer w = {out, size, 0};
    write_place(&w, error);
    write_text(&w, text_of(error->message));
    if (error->excerpt[0] && error->column) write_excerpt(&w, error);
    if (size) out[w.length < size ? w.length : size - 1] = '\0';
    if (size && w.length >= size) trim_to_character(out);
    return w.length;
}

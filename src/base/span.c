#include "base/span.h"

#include "base/utf8.h"

#include <string.h>

struct span span_join(struct span a, struct span b) {
    return (struct span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

bool span_overlap(struct span a, struct span b) {
    return a.start < b.end && b.start < a.end;
}

static size_t start_of_line_at(struct text source, size_t offset) {
    if (offset > source.length) offset = source.length;
    const char *newline = offset ? memrchr(source.bytes, '\n', offset) : NULL;
    if (newline) return (size_t)(newline - source.bytes) + 1;
    /* Editors show no column for a byte order mark. */
    return text_starts(source, TEXT("\xEF\xBB\xBF")) ? 3 : 0;
}

struct place place_of(struct text source, size_t offset) {
    if (offset > source.length) offset = source.length;
    struct place place = {1, 1};
    const char *at = source.bytes, *end = source.bytes + offset;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        place.line++;
        at++;
    }
    place.column += utf8_count(text_slice(source, start_of_line_at(source, offset), offset));
    return place;
}

struct place place_after(struct place start, struct text words) {
    const char *newline = words.length ? memrchr(words.bytes, '\n', words.length) : NULL;
    if (!newline) return (struct place){start.line, start.column + utf8_count(words)};
    struct place last = place_of(words, words.length);
    return (struct place){start.line + last.line - 1, last.column};
}

struct span line_at(struct text source, size_t offset) {
    size_t start = start_of_line_at(source, offset);
    size_t from = offset > source.length ? source.length : offset > start ? offset : start;
    const char *newline = from < source.length ? memchr(source.bytes + from, '\n', source.length - from) : NULL;
    size_t end = newline ? (size_t)(newline - source.bytes) : source.length;
    if (newline && end > start && source.bytes[end - 1] == '\r') end--;
    return (struct span){(uint32_t)start, (uint32_t)end};
}

size_t line_start(struct text source, size_t line) {
    size_t at = 0;
    while (line > 1 && at < source.length) {
        const char *newline = memchr(source.bytes + at, '\n', source.length - at);
        if (!newline) return source.length;
        at = (size_t)(newline - source.bytes) + 1;
        line--;
    }
    return at;
}

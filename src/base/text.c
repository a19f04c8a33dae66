#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool text_starts(struct text whole, struct text start) {
    return whole.length >= start.length && text_equal(text_slice(whole, 0, start.length), start);
}

bool text_ends(struct text whole, struct text end) {
    return whole.length >= end.length && text_equal(text_slice(whole, whole.length - end.length, whole.length), end);
}

struct text text_slice(struct text whole, size_t from, size_t to) {
    if (to > whole.length) to = whole.length;
    if (from > to) from = to;
    return (struct text){whole.bytes ? whole.bytes + from : "", to - from};
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

int text_split(struct text t, struct text *words, int most) {
    int count = 0;
    for (size_t at = 0; at < t.length && count < most;) {
        size_t end = at;
        while (end < t.length && t.bytes[end] != ' ') end++;
        if (end > at) words[count++] = text_slice(t, at, end);
        at = end + 1;
    }
    return count;
}

struct text text_trim(struct text t) {
    while (t.length && is_space(t.bytes[0])) t = text_slice(t, 1, t.length);
    while (t.length && is_space(t.bytes[t.length - 1])) t.length--;
    return t;
}

uint64_t text_hash(struct text t) {
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < t.length; i++) hash = (hash ^ (unsigned char)t.bytes[i]) * 0x100000001b3u;
    return hash;
}

/* Little-endian on every machine. */
static inline uint64_t word_at(const char *bytes, size_t length) {
    uint64_t word = 0;
    if (length) memcpy(&word, bytes, length);
    return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? __builtin_bswap64(word) : word;
}

/* Four chains that do not wait for each other, as in xxHash (Collet 2014). */
uint64_t text_digest(struct text t) {
    enum { LANES = 4, WORD = 8 };
    uint64_t a = 1, b = 2, c = 3, d = 4, hash = t.length;
    size_t at = 0;
    for (; t.length - at >= LANES * WORD; at += LANES * WORD) {
        a = hash_mix(a, word_at(t.bytes + at, WORD));
        b = hash_mix(b, word_at(t.bytes + at + WORD, WORD));
        c = hash_mix(c, word_at(t.bytes + at + 2 * WORD, WORD));
        d = hash_mix(d, word_at(t.bytes + at + 3 * WORD, WORD));
    }
    hash = hash_mix(hash_mix(hash_mix(hash_mix(hash, a), b), c), d);
    for (; t.length - at >= WORD; at += WORD) hash = hash_mix(hash, word_at(t.bytes + at, WORD));
    return hash_mix(hash, word_at(t.bytes + at, t.length - at));
}

static bool buffer_reserve(struct buffer *b, size_t more) {
    if (b->failed) return false;
    size_t wanted = b->length + more + 1;
    if (wanted <= b->capacity) return true;
    size_t capacity = b->capacity ? b->capacity : 64;
    while (capacity < wanted) capacity += capacity / 2;
    char *bytes = realloc(b->bytes, capacity);
    if (!bytes) {
        b->failed = true;
        return false;
    }
    b->bytes = bytes;
    b->capacity = capacity;
    return true;
}

char *buffer_room(struct buffer *b, size_t bytes) {
    return buffer_reserve(b, bytes) ? b->bytes + b->length : NULL;
}

void buffer_append(struct buffer *b, const char *bytes, size_t length) {
    if (!buffer_reserve(b, length)) return;
    if (length) memcpy(b->bytes + b->length, bytes, length);
    b->length += length;
    b->bytes[b->length] = '\0';
}

void buffer_text(struct buffer *b, struct text t) {
    buffer_append(b, t.bytes, t.length);
}

void buffer_string(struct buffer *b, const char *nul_terminated) {
    buffer_text(b, text_of(nul_terminated));
}

void buffer_vformat(struct buffer *b, const char *format, va_list arguments) {
    enum { USUAL = 64 };
    va_list again;
    va_copy(again, arguments);
    size_t room = buffer_reserve(b, USUAL) ? b->capacity - b->length : 0;
    int length = vsnprintf(room ? b->bytes + b->length : NULL, room, format, arguments);
    if (length > 0 && (size_t)length >= room && buffer_reserve(b, (size_t)length))
        vsnprintf(b->bytes + b->length, (size_t)length + 1, format, again);
    if (length > 0 && !b->failed) b->length += (size_t)length;
    if (b->bytes) b->bytes[b->length] = '\0';
    va_end(again);
}

void buffer_format(struct buffer *b, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    buffer_vformat(b, format, arguments);
    va_end(arguments);
}

struct text buffer_view(const struct buffer *b) {
    return (struct text){b->bytes ? b->bytes : "", b->length};
}

void buffer_clear(struct buffer *b) {
    b->length = 0;
    if (b->bytes) b->bytes[0] = '\0';
}

void buffer_release(struct buffer *b) {
    free(b->bytes);
    *b = (struct buffer){0};
}

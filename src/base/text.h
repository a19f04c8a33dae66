/* Borrowed text (struct text) and owned, growing text (struct buffer). */
#ifndef BELIE_BASE_TEXT_H
#define BELIE_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Borrows bytes that somebody else owns; not NUL-terminated. */
struct text {
    const char *bytes;
    size_t length;
};

#define TEXT(literal) ((struct text){(literal), sizeof(literal) - 1})
#define TEXT_ARGS(t) (int)(t).length, (t).bytes /* for "%.*s" */

/* NULL gives the empty text. Inline, as the lengths of literals are known where they stand. */
static inline struct text text_of(const char *nul_terminated) {
    return (struct text){nul_terminated ? nul_terminated : "", nul_terminated ? strlen(nul_terminated) : 0};
}

static inline bool text_equal(struct text a, struct text b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* The same for texts that are mostly as short as words: two loads that overlap cost less than a call of memcmp. */
static inline bool text_equal_short(struct text a, struct text b) {
    size_t length = a.length, half = length >= 8 ? 8 : 4;
    uint64_t heads[2] = {0}, tails[2] = {0};
    if (length != b.length || length > 16) return text_equal(a, b);
    if (length < 4)
        return !length || (a.bytes[0] == b.bytes[0] && a.bytes[length / 2] == b.bytes[length / 2] &&
                           a.bytes[length - 1] == b.bytes[length - 1]);
    memcpy(&heads[0], a.bytes, half);
    memcpy(&heads[1], b.bytes, half);
    memcpy(&tails[0], a.bytes + length - half, half);
    memcpy(&tails[1], b.bytes + length - half, half);
    return heads[0] == heads[1] && tails[0] == tails[1];
}

/* The first sixteen bytes, with zeros behind the end: with the length beside it, all there is to tell most words apart. */
struct text_key {
    uint64_t head, tail;
};

static inline struct text_key text_key(struct text t) {
    struct text_key key = {0, 0};
    if (t.length) memcpy(&key, t.bytes, t.length < sizeof key ? t.length : sizeof key);
    return key;
}

/* Byte order, shorter first. Mostly the first bytes tell. */
static inline int text_compare(struct text a, struct text b) {
    size_t common = a.length < b.length ? a.length : b.length;
    if (common && a.bytes[0] != b.bytes[0]) return (unsigned char)a.bytes[0] < (unsigned char)b.bytes[0] ? -1 : 1;
    int order = common ? memcmp(a.bytes, b.bytes, common) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static inline bool ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool text_starts(struct text whole, struct text start);
bool text_ends(struct text whole, struct text end);
struct text text_slice(struct text whole, size_t from, size_t to);
struct text text_trim(struct text t); /* without ASCII white space at both ends */
int text_split(struct text t, struct text *words, int most); /* the words between spaces, as many as there is room for; how many */
uint64_t text_hash(struct text t);    /* FNV-1a, 64 bits: stable across runs and machines */
uint64_t text_digest(struct text t);  /* the same for long texts: eight bytes at a time */

/* The finalizer of splitmix64 (Steele, Lea and Flood 2014) over the sum. */
static inline uint64_t hash_mix(uint64_t hash, uint64_t more) {
    uint64_t z = hash * 0x9e3779b97f4a7c15u + more;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* Owns its bytes. A failed allocation sets `failed`, once and for all; later appends do nothing.
 * `bytes` is NUL-terminated whenever it is not NULL. */
struct buffer {
    char *bytes;
    size_t length, capacity;
    bool failed;
};

void buffer_append(struct buffer *b, const char *bytes, size_t length);
void buffer_text(struct buffer *b, struct text t);
void buffer_string(struct buffer *b, const char *nul_terminated);
char *buffer_room(struct buffer *b, size_t bytes); /* at its end, to be filled and added to length; NULL: no memory */
void buffer_format(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_vformat(struct buffer *b, const char *format, va_list arguments);

static inline void buffer_char(struct buffer *b, char c) {
    if (b->failed || b->length + 2 > b->capacity) {
        buffer_append(b, &c, 1);
        return;
    }
    b->bytes[b->length++] = c;
    b->bytes[b->length] = '\0';
}

struct text buffer_view(const struct buffer *b); /* borrows until the next append or release */
void buffer_clear(struct buffer *b);             /* length 0, memory kept */
void buffer_release(struct buffer *b);           /* frees; the buffer is empty and usable again */

#endif

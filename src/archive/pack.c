#include "archive/pack.h"

enum { MORE = 0x80, WORD_BYTES = 8, LONGEST = 70 /* bits that ten bytes hold */ };

void pack_number(struct buffer *out, uint64_t number) {
    for (; number >= MORE; number >>= 7) buffer_char(out, (char)(number | MORE));
    buffer_char(out, (char)number);
}

void pack_signed(struct buffer *out, int64_t number) {
    pack_number(out, (uint64_t)number << 1 ^ (number < 0 ? UINT64_MAX : 0));
}

void pack_word(struct buffer *out, uint64_t word) {
    for (int i = 0; i < WORD_BYTES; i++, word >>= 8) buffer_char(out, (char)word);
}

void pack_real(struct buffer *out, double number) {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    pack_word(out, bits);
}

void pack_text(struct buffer *out, struct text t) {
    pack_number(out, t.length);
    buffer_text(out, t);
}

static unsigned char next(struct unpacker *u) {
    if (u->at < u->bytes.length) return (unsigned char)u->bytes.bytes[u->at++];
    u->bad = true;
    return 0;
}

uint64_t unpack_number(struct unpacker *u) {
    uint64_t number = 0;
    for (unsigned shift = 0; shift < LONGEST; shift += 7) {
        unsigned char byte = next(u);
        number |= shift < 64 ? (uint64_t)(byte & (MORE - 1)) << shift : 0;
        if (!(byte & MORE)) return u->bad ? 0 : number;
    }
    u->bad = true;
    return 0;
}

int64_t unpack_signed(struct unpacker *u) {
    uint64_t number = unpack_number(u);
    return (int64_t)(number >> 1 ^ (number & 1 ? UINT64_MAX : 0));
}

uint64_t unpack_word(struct unpacker *u) {
    uint64_t word = 0;
    for (int i = 0; i < WORD_BYTES; i++) word |= (uint64_t)next(u) << 8 * i;
    return u->bad ? 0 : word;
}

double unpack_real(struct unpacker *u) {
    uint64_t bits = unpack_word(u);
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

struct text unpack_text(struct unpacker *u) {
    uint64_t length = unpack_number(u);
    if (u->bad || length > u->bytes.length - u->at) return u->bad = true, TEXT("");
    struct text t = {u->bytes.bytes + u->at, (size_t)length};
    u->at += t.length;
    return t;
}

/* Numbers and texts as bytes, for what an archive stores: LEB128 with zigzag for signed numbers. */
#ifndef BELIE_ARCHIVE_PACK_H
#define BELIE_ARCHIVE_PACK_H

#include "base/arena.h"

void pack_number(struct buffer *out, uint64_t number);
void pack_signed(struct buffer *out, int64_t number);
void pack_word(struct buffer *out, uint64_t word); /* 8 bytes, little-endian: hashes */
void pack_real(struct buffer *out, double number);
void pack_text(struct buffer *out, struct text t);

/* Reads what was packed. Past the end or malformed: `bad`, and zeros from then on. */
struct unpacker {
    struct text bytes;
    size_t at;
    bool bad;
};

uint64_t unpack_number(struct unpacker *u);
int64_t unpack_signed(struct unpacker *u);
uint64_t unpack_word(struct unpacker *u);
double unpack_real(struct unpacker *u);
struct text unpack_text(struct unpacker *u); /* borrows the bytes */

#endif

/* The claims of a document as bytes. */
#ifndef BELIE_ARCHIVE_CODEC_H
#define BELIE_ARCHIVE_CODEC_H

#include "archive/numbering.h"
#include "claim/claim.h"

/* Appends claims and sketch; `r` are the rules that made them. Cues and head, which only `explain` of a text at hand
 * needs, are left out. */
void claims_pack(const struct rules *r, const struct claims *claims, struct buffer *out);

/* The names of a document alone; too many of them make the unpacker bad. */
struct unpacker;
void sketch_pack(const struct sketch *s, struct buffer *out);
void sketch_unpack(struct unpacker *u, struct sketch *out);

/* Keys of claims, sorted. */
struct wanted {
    const uint64_t *keys;
    size_t count;
};

/* Reads them back into `a`; texts borrow `packed`. Only those with a key in `wanted`, unless that is NULL. Claims that
 * name what `r` does not have are left out and counted in *lost. False when the bytes are damaged or memory is short
 * (then a->failed). */
bool claims_unpack(struct arena *a, const struct rules *r, const struct numbering *numbering, struct text packed,
                   const struct wanted *wanted, struct claims *out, size_t *lost);

#endif

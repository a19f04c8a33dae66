#include "archive/store.h"

#include "archive/pack.h"

#include <zlib.h>

enum { LEVEL = 3 /* news text: 2 % larger than the best, four times as fast */, MOST_GAIN = 1032 /* of zlib's format */ };

bool squeeze(struct text bytes, struct buffer *out) {
    uLongf length = compressBound((uLong)bytes.length);
    pack_number(out, bytes.length);
    char *room = buffer_room(out, length);
    if (!room || compress2((Bytef *)room, &length, (const Bytef *)bytes.bytes, (uLong)bytes.length, LEVEL) != Z_OK) return false;
    out->length += length;
    return true;
}

bool unsqueeze(struct text packed, struct buffer *out) {
    struct unpacker u = {packed, 0, false};
    uint64_t length = unpack_number(&u);
    if (u.bad || length / MOST_GAIN > packed.length) return false;
    uLongf got = (uLongf)length;
    char *room = buffer_room(out, length + 1);
    if (!room || uncompress((Bytef *)room, &got, (const Bytef *)packed.bytes + u.at, (uLong)(packed.length - u.at)) != Z_OK ||
        got != length)
        return false;
    out->length += length;
    out->bytes[out->length] = '\0';
    return true;
}

bool stored_claims(struct archive *archive, struct arena *a, const struct numbering *numbering, struct text packed,
                   const struct wanted *wanted, struct claims *out, size_t *lost) {
    struct buffer bytes = {0};
    bool ok = unsqueeze(packed, &bytes);
    struct text kept = arena_text(a, buffer_view(&bytes));
    a->failed |= bytes.failed;
    buffer_release(&bytes);
    return ok && !a->failed && claims_unpack(a, archive->rules, numbering, kept, wanted, out, lost);
}

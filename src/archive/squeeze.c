#include "archive/store.h"

#include "archive/pack.h"

#include <limits.h>
#include <lz4.h>

enum { MOST_GAIN = 255 /* of LZ4's format */, DIGEST_BYTES = 8 /* at the end: the format itself does not tell damage */ };

bool squeeze(struct text bytes, struct buffer *out) {
    if (bytes.length > LZ4_MAX_INPUT_SIZE) return false;
    int most = LZ4_compressBound((int)bytes.length);
    pack_number(out, bytes.length);
    char *room = buffer_room(out, (size_t)most);
    int length = room ? LZ4_compress_default(bytes.bytes, room, (int)bytes.length, most) : 0;
    if (length <= 0) return false;
    uint64_t digest = text_digest((struct text){room, (size_t)length});
    out->length += (size_t)length;
    pack_word(out, digest);
    return !out->failed;
}

static bool intact(struct text squeezed, struct text digest) {
    struct unpacker u = {digest, 0, false};
    return text_digest(squeezed) == unpack_word(&u) && !u.bad;
}

bool unsqueeze(struct text packed, struct buffer *out) {
    struct unpacker u = {packed, 0, false};
    uint64_t length = unpack_number(&u);
    if (u.bad || packed.length - u.at < DIGEST_BYTES || packed.length > INT_MAX) return false;
    size_t end = packed.length - DIGEST_BYTES;
    struct text squeezed = text_slice(packed, u.at, end);
    if (length > LZ4_MAX_INPUT_SIZE || length / MOST_GAIN > squeezed.length ||
        !intact(squeezed, text_slice(packed, end, packed.length)))
        return false;
    char *room = buffer_room(out, length + 1);
    if (!room || LZ4_decompress_safe(squeezed.bytes, room, (int)squeezed.length, (int)length) != (int)length) return false;
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

#include "rules/image.h"

#include <string.h>

/* A piece of memory that the two loadings have in two places. */
struct piece {
    const char *at[2];
    size_t bytes;
};

enum { PIECES = 3 };

struct writer {
    struct piece pieces[PIECES];
    size_t words;
    struct buffer *out;
    size_t marks; /* offsets in `out` */
    const char *problem;
};

/* The offset in the image of what the address points to, or SIZE_MAX. */
static size_t offset_of(const struct writer *w, uint64_t address, int side) {
    size_t offset = 0;
    for (size_t i = 0; i < PIECES; i++) {
        uint64_t start = (uint64_t)(uintptr_t)w->pieces[i].at[side];
        if (address >= start && address - start < w->pieces[i].bytes) return offset + (size_t)(address - start);
        offset += w->pieces[i].bytes;
    }
    return SIZE_MAX;
}

extern const char __executable_start, _end; /* of the program, by the linker */

/* An empty text may be a constant of the program; the image ends with one for it. */
static bool is_constant(uint64_t word) {
    return word >= (uint64_t)(uintptr_t)&__executable_start && word < (uint64_t)(uintptr_t)&_end;
}

/* The offset of what the word is an address of, or SIZE_MAX where it is none. */
static size_t target_of(struct writer *w, const uint64_t both[2]) {
    if (both[0] == both[1]) {
        if (!is_constant(both[0])) return SIZE_MAX;
        if (*(const char *)(uintptr_t)both[0]) w->problem = "an address of a constant that is no empty text";
        return w->words * IMAGE_WORD - IMAGE_WORD;
    }
    size_t target = offset_of(w, both[0], 0);
    return target == offset_of(w, both[1], 1) ? target : SIZE_MAX;
}

/* What differs and is no address is padding, which holds whatever was there before. */
static uint64_t without_padding(const uint64_t both[2]) {
    uint64_t kept = 0;
    for (int i = 0; i < IMAGE_WORD; i++) {
        uint64_t byte = UINT64_C(0xFF) << 8 * i;
        if (!((both[0] ^ both[1]) & byte)) kept |= both[0] & byte;
    }
    return kept;
}

static void put_word(struct writer *w, size_t index, const char *const at[2]) {
    uint64_t both[2];
    memcpy(&both[0], at[0], IMAGE_WORD);
    memcpy(&both[1], at[1], IMAGE_WORD);
    size_t target = target_of(w, both);
    if (target != SIZE_MAX) {
        uint64_t *marks = (uint64_t *)(w->out->bytes + w->marks);
        marks[index / IMAGE_MARKS] |= UINT64_C(1) << index % IMAGE_MARKS;
    }
    uint64_t word = target != SIZE_MAX ? target : without_padding(both);
    buffer_text(w->out, (struct text){(const char *)&word, IMAGE_WORD});
}

static void put_pieces(struct writer *w) {
    size_t index = 0;
    for (size_t i = 0; i < PIECES; i++) {
        const struct piece *p = &w->pieces[i];
        for (size_t at = 0; at < p->bytes && !w->out->failed && !w->problem; at += IMAGE_WORD, index++)
            put_word(w, index, (const char *const[]){p->at[0] + at, p->at[1] + at});
    }
    buffer_text(w->out, (struct text){"\0\0\0\0\0\0\0", IMAGE_WORD});
}

/* Their arenas hold addresses that an image has no use for. */
static void set_pieces(struct writer *w, const struct rules *const twice[2], struct rules roots[2]) {
    for (int side = 0; side < 2; side++) {
        roots[side] = *twice[side];
        roots[side].arena = roots[side].symbols.arena = (struct arena){0};
        struct text rules = arena_used(&twice[side]->arena), symbols = arena_used(&twice[side]->symbols.arena);
        const struct text parts[PIECES] = {{(const char *)&roots[side], sizeof roots[side]}, rules, symbols};
        for (size_t i = 0; i < PIECES; i++) {
            struct piece *p = &w->pieces[i];
            if (!parts[i].length || parts[i].length % IMAGE_WORD || (side && p->bytes != parts[i].length))
                w->problem = "memory that is not in one piece, or not as large in both loadings";
            p->at[side] = parts[i].bytes;
            p->bytes = parts[i].length;
        }
    }
}

bool image_write(const struct rules *const twice[2], uint64_t key, struct buffer *out, const char **problem) {
    struct rules roots[2];
    struct writer w = {.words = 1, .out = out};
    set_pieces(&w, twice, roots);
    for (size_t i = 0; i < PIECES; i++) w.words += w.pieces[i].bytes / IMAGE_WORD;
    struct image_header h = {.key = key, .words = w.words};
    buffer_text(out, (struct text){(const char *)&h, sizeof h});
    w.marks = out->length;
    for (size_t i = 0; i < image_marks(w.words); i++) buffer_text(out, (struct text){"\0\0\0\0\0\0\0", IMAGE_WORD});
    if (!w.problem && !out->failed) put_pieces(&w);
    if (!w.problem && out->failed) w.problem = "memory is short";
    *problem = w.problem;
    return !w.problem;
}

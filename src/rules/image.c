#include "rules/image.h"

#include <string.h>

static void settle(uint64_t *memory, const uint64_t *marks, size_t words) {
    for (size_t i = 0; i < image_marks(words); i++)
        for (uint64_t left = marks[i]; left; left &= left - 1)
            memory[i * IMAGE_MARKS + (size_t)__builtin_ctzll(left)] += (uint64_t)(uintptr_t)memory;
}

bool image_open(uint64_t key, struct rules *empty) {
    const struct image_header *h = image_builtin();
    if (!h || h->key != key) return false;
    const uint64_t *marks = (const uint64_t *)(h + 1), *from = marks + image_marks(h->words);
    struct arena own = {0};
    uint64_t *memory = arena_copy(&own, from, h->words * IMAGE_WORD);
    if (!memory) return false;
    settle(memory, marks, h->words);
    memcpy(empty, memory, sizeof *empty);
    empty->arena = own;
    return true;
}

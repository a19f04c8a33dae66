/* Rules compiled at build time: loading the packs that belie ships is then a copy and not a compilation. The image is
 * what the memory of loaded rules holds, with offsets instead of addresses; it is made and read by the same build, so it
 * has no format of its own. */
#ifndef BELIE_RULES_IMAGE_H
#define BELIE_RULES_IMAGE_H

#include "rules/rules.h"

enum { IMAGE_WORD = sizeof(uint64_t), IMAGE_MARKS = 64 /* words for which one word of marks tells which are addresses */ };

/* Before the marks, which stand before the memory. */
struct image_header {
    uint64_t key;
    uint64_t words; /* of the memory, which begins with struct rules itself */
};

static inline size_t image_marks(size_t words) {
    return (words + IMAGE_MARKS - 1) / IMAGE_MARKS;
}

/* The image of this build, or NULL: what makes the image, and the tests of the library, are linked without. */
const struct image_header *image_builtin(void);

/* `empty` becomes what the image holds when it was made of files with this key; its arena must be empty. False, and
 * nothing done, when it was not, when there is no image, or when memory is short. */
bool image_open(uint64_t key, struct rules *empty);

/* The same rules loaded twice, to different addresses, as by rules_load_apart: what differs between them is where the
 * addresses stand. The image is appended to `out`. False with *problem, a constant text, when something in them cannot
 * be part of an image. Only for the program that makes it. */
bool image_write(const struct rules *const twice[2], uint64_t key, struct buffer *out, const char **problem);

/* Loads packs whose every part stands in one piece of at most `bytes` for the rules and one for their symbols; the paths
 * of the files are left out. */
struct rules *rules_load_apart(const struct text *folders, size_t count, size_t bytes, uint64_t *key,
                               struct belie_error *e);

#endif

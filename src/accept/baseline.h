/* A baseline: the findings that were there when somebody drew a line, in a file that git can show the changes of. */
#ifndef BELIE_ACCEPT_BASELINE_H
#define BELIE_ACCEPT_BASELINE_H

#include "base/arena.h"
#include "base/error.h"

/* A finding as the file has it: its id, and enough words for people to know it by. */
struct known {
    uint64_t id;
    struct text proposition, question;
    struct text paths[2], quotes[2];
};

struct baseline {
    struct text path;
    LIST(struct known) items; /* sorted by id, each id once */
};

/* BELIE_BAD_BASELINE when the bytes are none, or of a version that is not known. Everything lives in `a`. */
bool baseline_read(struct arena *a, struct text path, struct text bytes, struct baseline *out, struct belie_error *e);

/* Sorts, and drops what is there twice. */
void baseline_sort(struct baseline *b);

const struct known *baseline_find(const struct baseline *b, uint64_t id); /* NULL */

/* Replaces the file at `path`: it has either its old bytes or all of the new ones, whatever happens. BELIE_CANNOT_WRITE
 * with the system's reason. */
bool baseline_write(const struct baseline *b, struct text path, struct belie_error *e);

/* A path as the file has it: bytes that are no UTF-8 are U+FFFD. */
struct text baseline_path(struct arena *a, struct text path);

#endif

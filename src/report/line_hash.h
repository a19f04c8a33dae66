/* The fingerprints that GitHub's code scanning gives to lines, so that an alert keeps its identity when its file changes
 * elsewhere. */
#ifndef BELIE_REPORT_LINE_HASH_H
#define BELIE_REPORT_LINE_HASH_H

#include "base/arena.h"

/* One for each line: the hash of its first hundred UTF-16 units and those after it, without spaces and tabs, with one
 * kind of line end; and, from 1, how many lines up to here have that hash. */
struct line_hash {
    uint64_t hash;
    uint32_t occurrence;
};

/* All zero is empty. */
struct line_hashes { LIST(struct line_hash) items; };

bool line_hashes_of(struct arena *a, struct text bytes, struct line_hashes *out); /* false when memory is short */

#endif

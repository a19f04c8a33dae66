/* Lines and columns of many places in one file. */
#ifndef BELIE_REPORT_LINES_H
#define BELIE_REPORT_LINES_H

#include "base/arena.h"
#include "base/span.h"

/* Where each line begins. */
struct lines {
    struct text source;
    LIST(uint32_t) starts;
};

bool lines_index(struct arena *a, struct text source, struct lines *out); /* false when memory is short */
struct place lines_place(const struct lines *l, size_t offset);           /* the same as place_of, but faster */

#endif

/* Documents given as JSON Lines, one an object: what an archive takes from a newsroom's export. */
#ifndef BELIE_REPORT_DOCUMENT_LINES_H
#define BELIE_REPORT_DOCUMENT_LINES_H

#include "base/arena.h"
#include "base/error.h"

/* Start with .name, .bytes and .line (the number of the first) set and the rest zero; release the arena. */
struct document_lines {
    struct text name, bytes;
    size_t at, line;
    struct arena arena;
};

/* One document: its bytes are those of a file with what is known of it as front matter, so that places in it are places
 * in a text that can be shown. `uri` lives in the arena, `bytes` are the caller's. */
struct document_line {
    struct text uri;
    struct buffer bytes;
    struct belie_error error; /* why the line is no document */
};

bool document_lines_next(struct document_lines *l, struct document_line *out); /* false past the last */

#endif

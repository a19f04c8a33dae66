/* Byte ranges of a source file, and the lines and columns that people see. */
#ifndef BELIE_BASE_SPAN_H
#define BELIE_BASE_SPAN_H

#include "base/text.h"

struct span {
    uint32_t start, end; /* bytes of the source; end is one past the last */
};

struct place {
    size_t line, column; /* from 1; columns in Unicode code points */
};

struct span span_join(struct span a, struct span b); /* the smallest span that holds both */
bool span_overlap(struct span a, struct span b);

/* A line ends with LF or CRLF; a byte order mark takes no column. One pass over the bytes before `offset`. */
struct place place_of(struct text source, size_t offset);

/* The place behind `words`, which begin at `start`. */
struct place place_after(struct place start, struct text words);

/* The line that holds `offset`, without its end. */
struct span line_at(struct text source, size_t offset);

/* The first byte of line `line` (from 1), or source.length when there are fewer lines. */
size_t line_start(struct text source, size_t line);

#endif

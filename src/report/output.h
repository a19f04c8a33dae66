/* Where the text of a report goes: into a buffer, and from there, piece by piece, to the caller's function. */
#ifndef BELIE_REPORT_OUTPUT_H
#define BELIE_REPORT_OUTPUT_H

#include "belie/rules.h"
#include "base/error.h"

/* Start it with .write and .context set and the rest zero; end it with output_end. Append to `text` freely. */
struct output {
    belie_write *write;
    void *context;
    struct buffer text;
    bool stopped; /* the caller's function wants no more */
};

/* Hands on what is in `text` and empties it. False when the caller's function stopped or memory is short: then it is
 * no use to go on. */
bool output_flush(struct output *o);

/* Flushes and frees. False when stopped (*e stays unset) or when memory is short. */
bool output_end(struct output *o, struct belie_error *e);

/* Appends t as one line that a terminal can show: runs of white space become a space, and what would move the cursor
 * or turn the direction of writing becomes U+FFFD, as do bytes that are no UTF-8. */
void print_clean(struct buffer *out, struct text t);

/* Replaces characters of what stands in `out` from byte `from` on: those for which `replacement` has a string. */
void escape_from(struct buffer *out, size_t from, const char *(*replacement)(char c));

#endif

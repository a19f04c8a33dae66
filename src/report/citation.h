/* A claim as people see it: its place in the file they gave, and its words in their sentence. */
#ifndef BELIE_REPORT_CITATION_H
#define BELIE_REPORT_CITATION_H

#include "compare/compare.h"
#include "report/lines.h"

struct citation {
    struct place place;
    struct span span, sentence;   /* bytes of the file */
    struct text context;          /* the bytes of both, joined */
    bool more_before, more_after; /* the line holds more than the context */
};

/* How to get from the claims of a source back to its file. */
struct origin {
    const struct source *source;
    struct lines lines;
    const struct citation *given; /* one for each claim, where the file itself is not at hand; else NULL */
};

/* `given` may be NULL. False when memory is short. */
bool origin_open(struct arena *a, const struct source *s, const struct citation *given, struct origin *out);

/* `c` is one of the claims of the origin's source. */
struct citation origin_cite(const struct origin *o, const struct claim *c);

/* Where its context begins. False when that is on an earlier line of a file that is not at hand. */
bool origin_context_place(const struct origin *o, const struct citation *c, struct place *out);

struct text citation_quote(const struct citation *c); /* the claim's words */

#endif

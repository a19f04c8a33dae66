/* Claims as JSON Lines: what `claims` writes and `compare` reads. A line holds all that a comparison and its report
 * need, so that the article is not looked at again; its key comes first, so that a sort brings together what can
 * disagree. */
#ifndef BELIE_REPORT_CLAIM_LINES_H
#define BELIE_REPORT_CLAIM_LINES_H

#include "report/citation.h"

struct claim_line {
    struct claim claim; /* spans in bytes of the file */
    struct citation citation;
    uint32_t order; /* its number among the claims of its document */
};

struct claim_document {
    struct text path, title, outlet;
    int32_t published;
    bool draft;
    uint32_t number; /* its place in the order that the documents were given in */
    struct sketch names;
    uint64_t hash;   /* of the bytes of the file */
    LIST(uint32_t) lines; /* indexes */
};

/* All zero is empty. Lives in the arena given to claim_lines_read; free `paths` with symbols_release. */
struct claim_lines {
    LIST(struct claim_line) lines;
    LIST(struct claim_document) documents;
    struct symbols paths; /* symbol - 1 is the index of the document */
};

/* Adds the lines of `bytes`; `name` is for messages. BELIE_BAD_CLAIMS with the number of the first line that is not
 * exactly what `claims` writes, or that names what the rules do not have; the lines before it were added. */
bool claim_lines_read(struct arena *a, const struct rules *r, struct text name, struct text bytes,
                      struct claim_lines *out, struct belie_error *e);

/* Sorts the documents into the order they were first given in. */
void claim_lines_sort(struct claim_lines *l);

/* One document as a source for compare_claims, its number `number`. Its bytes are the sentences that the lines quote,
 * and the claims' spans are moved to them; *given has the places in the file. False when memory is short. */
bool claim_lines_source(struct arena *a, const struct claim_lines *l, const struct claim_document *d, uint32_t number,
                        struct source *out, const struct citation **given);

#endif

/* Everything belie can write, in one table: a format is a row, and a file. */
#ifndef BELIE_REPORT_FORMATS_H
#define BELIE_REPORT_FORMATS_H

#include "accept/accept.h"
#include "belie/check.h"
#include "report/citation.h"
#include "report/output.h"

/* An archive that the drafts were held against. */
struct archive_note {
    struct text path;
    uint64_t snapshot;
    size_t documents;
    int32_t since, until; /* the filter: days or NO_DATE */
    struct text outlet;   /* empty: any */
};

/* What a report is about. All of it is borrowed. */
struct report {
    const struct rules *rules;
    const struct source *sources;    /* every document that could be read */
    const struct origin *origins;    /* one for each */
    uint32_t count;                  /* of sources */
    const struct archive_note *archives;
    size_t archive_count;
    const struct findings *findings; /* NULL in a report of claims */
    const struct accepted *accepted; /* what was waived or known already */
    bool show_waived;                /* `findings` are those that accepted->by goes with */
    bool pruned;                     /* the stale entries of the baseline are gone from its file */
    bool color;
    unsigned width;
};

/* Stops by itself when the output does. */
typedef void report_writer(struct output *o, const struct report *r);

struct format {
    const char *name, *about;
    report_writer *findings; /* NULL: not for findings */
    report_writer *claims;   /* NULL: not for claims */
};

const struct format *format_find(const char *name); /* NULL */
const struct format *format_at(size_t index);       /* NULL past the last */

report_writer text_findings, json_findings, text_claims, lines_claims;

#endif

/* A JSON report, read back: what it was made of and what it found. */
#ifndef BELIE_REPORT_REPORT_READ_H
#define BELIE_REPORT_REPORT_READ_H

#include "base/arena.h"
#include "base/error.h"

enum reported_role { REPORTED_DRAFT, REPORTED_PRIOR, REPORTED_ARCHIVED };

struct reported_document {
    struct text path, hash;
    enum reported_role role;
};

struct reported_archive {
    struct text path, snapshot, outlet;
    int32_t since, until; /* days, or NO_DATE */
};

struct reported_finding {
    struct text id, question;
    struct text whole; /* its JSON, in one way of writing it */
};

struct reported {
    struct text version, rules;
    LIST(struct reported_document) documents;
    LIST(struct reported_archive) archives;
    LIST(struct reported_finding) findings;
};

/* Everything lives in `a`. BELIE_BAD_REPORT. */
bool report_read(struct arena *a, struct text name, struct text bytes, struct reported *out, struct belie_error *e);

#endif

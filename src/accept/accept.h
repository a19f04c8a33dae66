/* Stage 7, findings → the findings that count: those that no waiver lets stand and no baseline knows. */
#ifndef BELIE_ACCEPT_ACCEPT_H
#define BELIE_ACCEPT_ACCEPT_H

#include "accept/baseline.h"
#include "accept/waiver.h"

struct acceptance {
    const struct rules *rules;
    const struct source *sources;
    uint32_t count;                 /* of sources */
    const struct findings *findings;
    const struct waivers *given;    /* from files */
    const struct baseline *baseline; /* NULL: there is none */
    int32_t today;                  /* days since 1970-01-01, or NO_DATE: then no waiver that ends on a day holds */
    bool searched;                  /* prior coverage was looked up: what is not among the sources does not clash */
};

struct accepted {
    struct findings counting;     /* neither waived nor known */
    struct findings shown;        /* those, with the waived ones among them; the counts are of those alone */
    const struct waiver **by;     /* for each of `shown`, what lets it stand, or NULL */
    uint32_t waived, known;
    struct waivers waivers;       /* all: of the drafts, then of the files */
    const struct baseline *baseline;
    LIST(const struct known *) stale; /* entries of the baseline whose finding is gone */
};

/* Comments waive in the documents that are being checked, not in prior coverage. Everything lives in `a`, and borrows
 * from what `in` names. False when memory is short. */
bool accept_findings(struct arena *a, const struct acceptance *in, struct accepted *out);

#endif

/* The correction ledger: what a newer version took back, and where it still stands. */
#ifndef BELIE_REPORT_CORRECTIONS_H
#define BELIE_REPORT_CORRECTIONS_H

#include "report/formats.h"

/* A claim in its document: of `sources`, with its origin. */
struct entry_of_ledger {
    const struct claim *claim;
    const struct source *source;
    const struct origin *origin;
};

struct correction {
    struct text uri;
    int32_t old_version, new_version, changed_on; /* changed_on: days */
    struct entry_of_ledger withdrawn;
    LIST(struct entry_of_ledger) now;       /* what the current version says instead; may be empty */
    LIST(struct entry_of_ledger) standing;  /* other documents that still say it, the most recent first */
};

void correction_text(struct buffer *out, const struct rules *r, const struct correction *c);
void correction_json(struct buffer *out, const struct rules *r, const struct correction *c);

#endif

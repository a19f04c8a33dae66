/* The inside of a check; for the files of this folder. */
#ifndef BELIE_LIBRARY_CHECK_H
#define BELIE_LIBRARY_CHECK_H

#include "accept/accept.h"
#include "archive/archive.h"
#include "belie/check.h"
#include "compare/severity.h"
#include "pipeline.h"
#include "report/claim_lines.h"
#include "report/formats.h"

/* A document that was added. */
struct entry {
    struct article article;
    enum belie_role role;
};

/* An archive that the drafts are held against, and the documents it chose: sources from `first` on. */
struct prior {
    struct archive *archive;
    struct archive_filter filter;
    struct selection choice;
    uint32_t first;
};

struct belie_check {
    const struct rules *rules;
    unsigned threads;
    struct severities severities;
    struct text outlet;       /* of documents that name none */
    struct arena arena;
    LIST(struct entry) entries;
    struct symbols files;     /* device and number of each entry on disk: one file may have many paths */
    LIST(uint32_t) file_entries; /* by symbol - 1: the entry */
    struct claim_lines lines; /* claims that were added as lines; their documents come after the entries */
    LIST(struct prior) priors;
    struct archive_note *notes; /* of each, for reports */
    struct crowd crowd;       /* of all archives */
    LIST(struct buffer) texts; /* of archived documents that findings quote */
    bool against;             /* a prior document or an archive was added */
    bool read, ran;
    LIST(struct belie_error) problems, warnings;
    struct keepers keepers;   /* memory of the claims */
    struct source *sources;   /* the documents that could be read; claim.document is an index here */
    struct origin *origins;
    uint32_t source_count;
    struct findings findings;
    struct waivers waivers;   /* of files */
    struct baseline baseline;
    bool has_baseline, pruned;
    int32_t today;            /* or NO_DATE */
    struct accepted accepted; /* what counts of `findings`, and what does not */
};

/* Takes entry `index` through all stages, with `w` as its own worker; reads its file if that was not done yet.
 * BELIE_BAD_REQUEST when there is no such entry. */
bool check_stages(belie_check *check, size_t index, struct worker *w, struct stages *out, struct belie_error *e);

/* Reads and extracts all that was added, once; without comparing. */
bool check_read(belie_check *check, struct belie_error *e);

/* Sorts the findings out; again when the baseline is another one. */
bool check_accept(belie_check *check, struct belie_error *e);

/* Fills in a finding as the public header has it; false when memory is short. */
bool check_finding(belie_check *check, const struct finding *f, struct belie_finding *out);
/* prior.c: what the archives choose for the drafts, and how many documents; then adds them to the sources. */
bool priors_choose(belie_check *check, size_t *chosen, struct belie_error *e);
bool priors_add(belie_check *check, struct belie_error *e);
bool priors_quote(belie_check *check, struct belie_error *e); /* after the comparison: the texts that findings quote */
void priors_release(belie_check *check);

/* False, and BELIE_BAD_REQUEST, before belie_check_run. */
bool check_ran(const belie_check *check, struct belie_error *e);

#endif

/* How often each rule fired in a corpus, and what no rule read: what `belie rules coverage` shows. */
#ifndef BELIE_REPORT_COVERAGE_H
#define BELIE_REPORT_COVERAGE_H

#include "report/output.h"
#include "rules/rules.h"

enum { SIGHTINGS = 3 };

/* A place in the corpus. */
struct sighting {
    uint32_t document; /* by the order of the corpus */
    uint32_t offset;
    size_t line;
    struct text path, quote;
};

/* Something counted, with the first places where it stands. */
struct tally {
    size_t count;
    struct sighting first[SIGHTINGS]; /* in the order of the corpus */
    uint32_t shown;
};

enum gap_kind { GAP_VERB, GAP_FIGURE, GAP_KINDS };

/* Sentences that no rule reads and that have this verb, or a figure of this kind. */
struct gap {
    enum gap_kind kind;
    struct text word;
    struct tally tally;
};

struct coverage {
    size_t documents, sentences, read, unread; /* the rest holds neither a verb of content nor a figure */
    struct tally *rules;                       /* by rule */
    LIST(struct gap) gaps;                     /* most frequent first */
};

/* Counts a place. Where it is a new one among the first, returns room for it, to be filled in; else NULL. */
struct sighting *tally_add(struct tally *t, uint32_t document, uint32_t offset);
void tally_join(struct tally *t, const struct tally *more);

typedef void coverage_writer(struct output *o, const struct rules *r, const struct coverage *c);

coverage_writer *coverage_format(const char *name); /* NULL: none of that name */

coverage_writer text_coverage, json_coverage;

#endif

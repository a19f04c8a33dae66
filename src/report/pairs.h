/* Labelled pairs of sentences, and what was found between the two of each: what `belie eval` reads and writes. */
#ifndef BELIE_REPORT_PAIRS_H
#define BELIE_REPORT_PAIRS_H

#include "belie/eval.h"
#include "compare/compare.h"
#include "report/output.h"

enum label { LABEL_CONTRADICTION, LABEL_NEUTRAL, LABEL_ENTAILMENT, LABELS };

const char *label_name(enum label l);

struct pair {
    struct text id, premise, hypothesis;
    enum label label;
    int severity;             /* of the gravest finding between the two, or NOTHING_FOUND */
    struct text proposition, why; /* of that finding */
    int before;               /* severity in the baseline, NOTHING_FOUND, or NOT_BEFORE */
};

enum { NOTHING_FOUND = -1, NOT_BEFORE = -2 };

struct pairs {
    struct text name;
    LIST(struct pair) items;  /* in the order of their lines */
    struct symbols ids;       /* symbol - 1 is the index; free with symbols_release */
    bool baseline;
    struct belie_eval_counts counts;
};

/* Reads the lines into `a`. Bad ones are counted and told to options->problem. False only when memory is short. */
bool pairs_read(struct arena *a, struct text name, struct text bytes, const struct belie_eval_options *options,
                struct pairs *out, struct belie_error *e);

/* Sets `before` of the pairs that an earlier run, written by json_pairs, had as well. */
bool pairs_baseline(struct pairs *p, struct text json, struct belie_error *e);

/* Is the pair labelled as it should be, going by errors and warnings? */
bool pair_loud(int severity);
bool pair_right(const struct pair *p, int severity);

/* Fills in the counts from the severities. */
void pairs_count(struct pairs *p);

typedef void pairs_writer(struct output *o, const struct rules *r, const struct pairs *p, bool verbose);

pairs_writer *pairs_format(const char *name); /* NULL: none of that name */

pairs_writer text_pairs, json_pairs;

#endif

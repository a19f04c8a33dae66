/* Findings as a reader takes them in: one entry for each disputed question, with all answers to it. */
#ifndef BELIE_REPORT_DISPUTE_H
#define BELIE_REPORT_DISPUTE_H

#include "report/formats.h"
#include "report/report_read.h"

/* Who gives an answer, in which document, with all claims that do, in text order. */
struct holder {
    uint32_t document;
    struct voice voice;
    LIST(const struct claim *) claims;
    size_t others;   /* further prior documents that hold it and are not shown */
    uint32_t number; /* from 1, within the dispute */
};

/* Documents with a date first, from the earliest on. */
struct answer {
    struct text value; /* in words: "not rejected", "5 hours" */
    const struct claim *example;
    LIST(struct holder) holders;
};

/* Two holders whose answers cannot both be so, as one finding has it. */
struct clash_pair {
    const struct holder *a, *b;
    const struct finding *finding;
    bool fresh; /* not in the report before */
};

/* The findings of a dispute that clash for the same reason. */
struct clashes {
    enum relation relation;
    enum severity severity;
    struct text why;
    LIST(struct clash_pair) pairs;
};

struct dispute {
    uint32_t number; /* from 1, in the order of the report */
    int32_t proposition;
    struct text question;
    const struct claim *example; /* its arguments are those of the question */
    LIST(struct answer) answers; /* the one with most holders first */
    LIST(struct clashes) clashes; /* the most severe first */
    LIST(uint32_t) documents;    /* that have a side, in order */
    uint32_t counts[SEVERITIES]; /* findings */
    enum severity worst;
    size_t findings, fresh, holders;
    int32_t first, last;         /* days of the documents with a date; NO_DATE: none has */
};

struct disputes {
    LIST(struct dispute) items; /* the most severe first, then those with most findings */
    bool compared;              /* with the report before */
    size_t fresh;               /* findings that it did not have */
    LIST(const struct reported_finding *) gone; /* what only it has */
};

/* Two findings belong to one dispute when their claims have the same key and they share a claim or the question's words.
 * Everything lives in `a`, and borrows from `r`. False when memory is short. */
bool disputes_find(struct arena *a, const struct report *r, struct disputes *out);

#endif

/* Measuring: pairs of sentences whose relation people have labelled, against what the check says of them. */
#ifndef BELIE_EVAL_H
#define BELIE_EVAL_H

#include "belie/error.h"
#include "belie/rules.h"

#include <stdbool.h>
#include <stddef.h>

struct belie_eval_options {
    const char *format;  /* "text" (NULL is the same) or "json" */
    bool verbose;        /* text: every pair that was missed or is noisy, with its sentences and the reason */
    unsigned threads;    /* 0: one a processor; the result never depends on it */
    const char *baseline; /* the JSON of an earlier run, to tell what changed since; NULL for none */
    size_t baseline_length;
    void (*problem)(void *context, const struct belie_error *error); /* told of each bad line; NULL: nobody is */
    void *problem_context;
};

struct belie_eval_counts {
    size_t pairs, bad_lines;
    size_t contradictions;                      /* pairs so labelled */
    size_t loud, loud_right;                    /* pairs with an error or a warning; those labelled contradiction */
    size_t errors, errors_right;                /* pairs with an error; those labelled contradiction */
    size_t fixed, broken;                       /* against the baseline, judged by errors and warnings */
};

/* `bytes` are lines, each {"id", "premise", "hypothesis", "label"} with the label entailment, neutral or contradiction;
 * other fields are passed over. Each pair is a story of its own: two documents of one paragraph, and what is found
 * between the two counts, not what is found inside one. A bad line (BELIE_BAD_PAIRS, with its number) is told to
 * `problem` and left out. `name` is for messages and the report's head. False when the baseline is no result of an
 * earlier run (BELIE_BAD_REQUEST), the format is unknown, memory is short, or `write` stopped. */
bool belie_eval(const belie_rules *rules, const char *name, const char *bytes, size_t length,
                const struct belie_eval_options *options, belie_write *write, void *context,
                struct belie_eval_counts *counts, struct belie_error *error);

#endif

/* What the rules read of a corpus, and what they pass over: what to write next. */
#ifndef BELIE_COVERAGE_H
#define BELIE_COVERAGE_H

#include "belie/error.h"
#include "belie/rules.h"

struct belie_coverage_options {
    const char *format; /* "text" (NULL is the same) or "json" */
    unsigned threads;   /* 0: one a processor; the result never depends on it */
    void (*problem)(void *context, const struct belie_error *error); /* told of each file that cannot be read; or NULL */
    void *problem_context;
};

/* Reads the files, and every article in the folders, and writes per rule how many claims it made and where the first
 * were; the rules that made none; and the sentences that no rule reads, by the base forms of their verbs and the kinds of
 * their figures, most frequent first. Frames that take every verb do not count as reading a sentence. Files that cannot
 * be read are told to `problem` and left out. False when memory is short, the format is unknown or `write` stopped. */
bool belie_rules_coverage(const belie_rules *rules, const char *const *paths, size_t count,
                          const struct belie_coverage_options *options, belie_write *write, void *context,
                          struct belie_error *error);

#endif

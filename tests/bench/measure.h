/* What a run costs, and folders to run in. */
#ifndef BELIE_TESTS_BENCH_MEASURE_H
#define BELIE_TESTS_BENCH_MEASURE_H

#include "base/text.h"

struct cost {
    double processor, wall; /* seconds */
};

enum { RUNS = 5 }; /* counted ones, of each of two things that are run in turn */

struct cost cost_now(void); /* of this process so far; the difference of two is what lies between them */
struct cost cost_between(struct cost start, struct cost end);

/* Runs a program with its output thrown away. False when it cannot be started, is killed, or exits above 1. */
bool cost_of(const char *const arguments[], struct cost *out);

/* Sorts the figures. */
double median(double *figures, size_t count);

/* A new folder under TMPDIR, or /tmp, and the end of it with all files in it. */
bool folder_open(char path[4096]);
void folder_close(const char *path);

bool file_write(const char *folder, const char *name, struct text bytes);

#endif

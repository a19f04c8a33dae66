/* Many like jobs on a few threads. */
#ifndef BELIE_BASE_POOL_H
#define BELIE_BASE_POOL_H

#include <stddef.h>

enum { POOL_THREADS = 256 }; /* no more than these, whatever is asked for */

/* `worker` is below the number of threads: what it indexes is used by one thread at a time. */
typedef void pool_job(void *context, unsigned worker, size_t index);

/* Does the jobs 0 … count - 1, in no order, on up to `threads` threads of which the caller's is one; returns when all
 * are done. A thread that the system refuses is done without. */
void pool_run(unsigned threads, size_t count, pool_job *job, void *context);

/* Processors to be used at once; at least 1. */
unsigned pool_processors(void);

#endif

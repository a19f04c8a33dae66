#include "base/pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

enum { JOBS = 5000 };

struct tally {
    atomic_int done[JOBS];
    atomic_int busy[POOL_THREADS], clashes;
    atomic_uint highest;
};

static void count(void *context, unsigned worker, size_t index) {
    struct tally *t = context;
    if (atomic_fetch_add(&t->busy[worker], 1)) atomic_fetch_add(&t->clashes, 1);
    atomic_fetch_add(&t->done[index], 1);
    if (worker > atomic_load(&t->highest)) atomic_store(&t->highest, worker);
    atomic_fetch_sub(&t->busy[worker], 1);
}

static struct tally tally;

static void run(unsigned threads, size_t jobs) {
    tally = (struct tally){0};
    pool_run(threads, jobs, count, &tally);
    for (size_t i = 0; i < JOBS; i++) assert_int_equal(tally.done[i], i < jobs);
    assert_int_equal(tally.clashes, 0);
}

static void does_every_job_once(void **state) {
    (void)state;
    run(1, JOBS);
    assert_int_equal(tally.highest, 0);
    run(4, JOBS);
    assert_true(tally.highest < 4);
}

static void starts_no_more_threads_than_jobs(void **state) {
    (void)state;
    run(8, 2);
    assert_true(tally.highest < 2);
    run(8, 0);
}

static void bears_any_number_of_threads(void **state) {
    (void)state;
    run(0, 10);
    run(100000, JOBS);
    assert_true(tally.highest < POOL_THREADS);
    assert_true(pool_processors() >= 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_every_job_once),
        cmocka_unit_test(starts_no_more_threads_than_jobs),
        cmocka_unit_test(bears_any_number_of_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

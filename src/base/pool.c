#include "base/pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

struct pool {
    pool_job *job;
    void *context;
    size_t count;
    atomic_size_t next;
};

struct helper {
    struct pool *pool;
    unsigned worker;
    pthread_t thread;
};

static void work(struct pool *p, unsigned worker) {
    for (;;) {
        size_t index = atomic_fetch_add(&p->next, 1);
        if (index >= p->count) return;
        p->job(p->context, worker, index);
    }
}

static void *help(void *helper) {
    struct helper *h = helper;
    work(h->pool, h->worker);
    return NULL;
}

void pool_run(unsigned threads, size_t count, pool_job *job, void *context) {
    struct pool pool = {.job = job, .context = context, .count = count};
    struct helper helpers[POOL_THREADS];
    unsigned wanted = threads < POOL_THREADS ? threads : POOL_THREADS, started = 1;
    if (wanted > count) wanted = (unsigned)count;
    while (started < wanted) {
        struct helper *h = &helpers[started];
        *h = (struct helper){.pool = &pool, .worker = started};
        if (pthread_create(&h->thread, NULL, help, h) != 0) break;
        started++;
    }
    work(&pool, 0);
    for (unsigned i = 1; i < started; i++) pthread_join(helpers[i].thread, NULL);
}

unsigned pool_processors(void) {
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    if (online < 1) return 1;
    return online < POOL_THREADS ? (unsigned)online : POOL_THREADS;
}

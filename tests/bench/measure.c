#include "tests/bench/measure.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t) {
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double clock_seconds(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct cost cost_now(void) {
    return (struct cost){clock_seconds(CLOCK_PROCESS_CPUTIME_ID), clock_seconds(CLOCK_MONOTONIC)};
}

struct cost cost_between(struct cost start, struct cost end) {
    return (struct cost){end.processor - start.processor, end.wall - start.wall};
}

static void become(const char *const arguments[]) {
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    setenv("LC_ALL", "C", 1);
    setenv("PATH", "/usr/bin:/bin", 1); /* the system's programs, not a wrapper of somebody's */
    execvp(arguments[0], (char *const *)arguments);
    _exit(127);
}

bool cost_of(const char *const arguments[], struct cost *out) {
    int status;
    struct rusage used;
    double start = clock_seconds(CLOCK_MONOTONIC);
    pid_t child = fork();
    if (child == 0) become(arguments);
    if (child < 0 || wait4(child, &status, 0, &used) != child) return false;
    *out = (struct cost){seconds(used.ru_utime) + seconds(used.ru_stime), clock_seconds(CLOCK_MONOTONIC) - start};
    if (WIFEXITED(status) && WEXITSTATUS(status) <= 1) return true;
    fprintf(stderr, "%s failed\n", arguments[0]);
    return false;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double median(double *figures, size_t count) {
    qsort(figures, count, sizeof *figures, compare);
    return count % 2 ? figures[count / 2] : (figures[count / 2 - 1] + figures[count / 2]) / 2;
}

bool folder_open(char path[4096]) {
    const char *parent = getenv("TMPDIR");
    snprintf(path, 4096, "%s/belie-bench-XXXXXX", parent && *parent ? parent : "/tmp");
    return mkdtemp(path);
}

void folder_close(const char *path) {
    DIR *folder = opendir(path);
    if (!folder) return;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
    rmdir(path);
}

bool file_write(const char *folder, const char *name, struct text bytes) {
    char path[4400];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file) return false;
    bool ok = fwrite(bytes.bytes, 1, bytes.length, file) == bytes.length;
    return fclose(file) == 0 && ok;
}

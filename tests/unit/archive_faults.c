/* What an archive survives: a writer killed at any write and at any time, a full disk, and files that are none. */
#include "archive/archive.h"
#include "belie/belie.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

enum { DOCUMENTS = 40, KILLS = 200, KILLED = 77 };

/* SQLite's own file system with a fault at one of its writes. */
static struct {
    sqlite3_vfs vfs, *real;
    const sqlite3_io_methods *known[8]; /* kinds of files, which differ in locking; all write alike */
    sqlite3_io_methods methods[8];
    int (*write)(sqlite3_file *, const void *, int, sqlite3_int64);
    long left;   /* writes until the fault; 0: none */
    bool full;   /* the fault: a full disk from then on; else the process ends */
} faulty;

static int faulty_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at) {
    if (faulty.left && --faulty.left == 0) {
        if (!faulty.full) {
            faulty.write(file, bytes, count / 2, at); /* torn */
            _exit(KILLED);
        }
        faulty.left = 1;
        return SQLITE_FULL;
    }
    return faulty.write(file, bytes, count, at);
}

static int faulty_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    int code = faulty.real->xOpen(faulty.real, name, file, flags, out);
    if (code != SQLITE_OK || !file->pMethods) return code;
    size_t kind = 0;
    while (kind < 7 && faulty.known[kind] && faulty.known[kind] != file->pMethods) kind++;
    if (!faulty.known[kind]) {
        faulty.known[kind] = file->pMethods;
        faulty.methods[kind] = *file->pMethods;
        faulty.write = file->pMethods->xWrite;
        faulty.methods[kind].xWrite = faulty_write;
    }
    file->pMethods = &faulty.methods[kind];
    return code;
}

static void use_faulty(void) {
    faulty.real = sqlite3_vfs_find(NULL);
    faulty.vfs = *faulty.real;
    faulty.vfs.zName = "faulty";
    faulty.vfs.xOpen = faulty_open;
    sqlite3_vfs_register(&faulty.vfs, 1);
}

static char folder[] = "/tmp/belie-faults-XXXXXX", path[64];
static belie_rules *rules;
static char *lines;

static int prepare(void **state) {
    static const char *const packs[] = {"fixtures/cli/rules/bridge"};
    struct belie_error error = {0};
    (void)state;
    if (!mkdtemp(folder)) return 1;
    snprintf(path, sizeof path, "%s/archive.db", folder);
    rules = belie_rules_load(packs, 1, &error);
    lines = malloc(DOCUMENTS * 200);
    char *at = lines;
    for (int i = 0; lines && i < DOCUMENTS; i++)
        at += sprintf(at, "{\"uri\":\"story-%d\",\"date\":\"2025-03-%02d\",\"text\":\"Vote %d\\n\\nHarwich council %s the harbour "
                          "bridge.\"}\n", i, i % 28 + 1, i, i % 2 ? "approved" : "rejected");
    use_faulty();
    return !rules || !lines;
}

static void forget(void) {
    char other[80];
    const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        snprintf(other, sizeof other, "%s%s", path, ends[i]);
        unlink(other);
    }
}

static int clean(void **state) {
    (void)state;
    forget();
    rmdir(folder);
    belie_rules_free(rules);
    free(lines);
    return 0;
}

static bool add(struct belie_archive_counts *counts, struct belie_error *error) {
    struct belie_archive_work work = {.threads = 1, .today = 20000};
    belie_archive *archive = belie_archive_open(path, BELIE_ARCHIVE_WRITE, rules, error);
    bool ok = archive && belie_archive_add_lines(archive, "lines", lines, strlen(lines), 1, &work, counts, error);
    belie_archive_close(archive);
    return ok;
}

static int write_nothing(void *context, const char *bytes, size_t length) {
    (void)context, (void)bytes, (void)length;
    return 0;
}

static void assert_whole(void) {
    struct belie_error error = {0};
    size_t problems = 1;
    belie_archive *archive = belie_archive_open(path, BELIE_ARCHIVE_READ, rules, &error);
    if (!archive) fail_msg("%s", error.message);
    assert_true(belie_archive_verify(archive, write_nothing, NULL, &problems, &error));
    assert_int_equal(problems, 0);
    belie_archive_close(archive);
}

/* Whatever was done before, adding again makes it complete. */
static void assert_completes(void) {
    struct belie_archive_counts counts;
    struct belie_error error = {0};
    if (!add(&counts, &error)) fail_msg("%s", error.message);
    assert_int_equal(counts.added + counts.unchanged, DOCUMENTS);
    assert_whole();
}

/* The exit status of a child that adds with a fault at write `left`. */
static int add_in_child(long left, bool full) {
    pid_t child = fork();
    if (child == 0) {
        struct belie_archive_counts counts;
        struct belie_error error = {0};
        faulty.left = left;
        faulty.full = full;
        _exit(add(&counts, &error) ? 0 : error.code == BELIE_CANNOT_WRITE && strstr(error.message, "disk is full") ? 1 : 2);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void is_whole_after_a_death_at_any_write(void **state) {
    (void)state;
    long deaths = 0;
    for (long n = 1;; n++) {
        forget();
        int status = add_in_child(n, false);
        if (status == 0) break;
        assert_int_equal(status, KILLED);
        deaths++;
        if (access(path, F_OK) == 0) assert_completes();
    }
    assert_true(deaths > 10);
}

static void is_whole_after_a_full_disk_at_any_write(void **state) {
    (void)state;
    long failures = 0;
    for (long n = 1;; n++) {
        forget();
        int status = add_in_child(n, true);
        if (status == 0) break;
        assert_int_equal(status, 1);
        failures++;
        assert_completes();
    }
    assert_true(failures > 10);
}

static void is_whole_after_a_death_at_any_time(void **state) {
    (void)state;
    unsigned seed = 1;
    forget();
    for (int i = 0; i < KILLS; i++) {
        if (i % 10 == 0) forget();
        seed = seed * 1103515245 + 12345;
        pid_t child = fork();
        if (child == 0) {
            struct belie_archive_counts counts;
            struct belie_error error = {0};
            for (;;) {
                add(&counts, &error);
                belie_archive *archive = belie_archive_open(path, BELIE_ARCHIVE_WRITE, rules, &error);
                if (archive) belie_archive_remove(archive, "story-7", &error);
                belie_archive_close(archive);
            }
        }
        struct timespec wait = {0, (long)(seed >> 8) % 20000000};
        nanosleep(&wait, NULL);
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, NULL, 0), child);
        if (access(path, F_OK) == 0) assert_completes();
    }
}

static void refuses(const char *expected) {
    struct belie_error error = {0};
    assert_null(belie_archive_open(path, BELIE_ARCHIVE_READ, rules, &error));
    assert_non_null(strstr(error.message, expected));
    memset(&error, 0, sizeof error);
    assert_null(belie_archive_open(path, BELIE_ARCHIVE_WRITE, rules, &error));
    assert_non_null(strstr(error.message, expected));
}

static void write_file(const char *bytes, size_t length) {
    forget();
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static void run_sql(const char *text) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void refuses_what_is_no_archive(void **state) {
    (void)state;
    static const char text[] = "These are the minutes of a meeting, and not an archive at all, whatever the name of the file says.";
    write_file(text, sizeof text);
    refuses("not a belie archive");
    forget();
    run_sql("CREATE TABLE minutes (text)");
    refuses("not a belie archive");
}

static void refuses_a_newer_archive(void **state) {
    (void)state;
    forget();
    assert_completes();
    run_sql("PRAGMA user_version = 99");
    refuses("made by a newer belie");
    run_sql("PRAGMA user_version = 1");
    assert_whole();
}

static void refuses_a_truncated_archive(void **state) {
    (void)state;
    struct belie_error error = {0};
    size_t problems = 0;
    forget();
    assert_completes();
    assert_int_equal(truncate(path, 3 * 8192), 0);
    belie_archive *archive = belie_archive_open(path, BELIE_ARCHIVE_READ, rules, &error);
    bool ok = archive && belie_archive_verify(archive, write_nothing, NULL, &problems, &error);
    assert_true(!ok || problems > 0);
    if (!ok) assert_int_equal(error.code, BELIE_BAD_ARCHIVE);
    belie_archive_close(archive);
}

/* A page of zeros in the middle: verify says so, and a check that meets it ends in an error and not in a wrong answer. */
static void tells_of_damage(void **state) {
    (void)state;
    struct belie_error error = {0};
    size_t problems = 0;
    static const char zeros[8192];
    forget();
    assert_completes();
    int file = open(path, O_WRONLY);
    assert_int_equal(pwrite(file, zeros, sizeof zeros, 8192 * 6), sizeof zeros);
    close(file);
    belie_archive *archive = belie_archive_open(path, BELIE_ARCHIVE_READ, rules, &error);
    bool ok = archive && belie_archive_verify(archive, write_nothing, NULL, &problems, &error);
    assert_true(!ok || problems > 0);
    belie_archive_close(archive);
}

static void reads_while_another_writes(void **state) {
    (void)state;
    struct belie_error error = {0};
    forget();
    assert_completes();
    sqlite3 *writer;
    assert_int_equal(sqlite3_open(path, &writer), SQLITE_OK);
    assert_int_equal(sqlite3_exec(writer, "BEGIN IMMEDIATE; UPDATE numbers SET value = value", NULL, NULL, NULL), SQLITE_OK);
    assert_whole();
    belie_archive *archive = belie_archive_open(path, BELIE_ARCHIVE_WRITE, rules, &error);
    assert_non_null(archive);
    assert_false(belie_archive_remove(archive, "story-1", &error));
    assert_int_equal(error.code, BELIE_CANNOT_WRITE);
    assert_non_null(strstr(error.message, "another program is writing"));
    belie_archive_close(archive);
    sqlite3_exec(writer, "ROLLBACK", NULL, NULL, NULL);
    sqlite3_close(writer);
    assert_whole();
}

static bool removes(struct belie_error *error) {
    belie_archive *archive = belie_archive_open(path, BELIE_ARCHIVE_WRITE, rules, error);
    bool ok = archive && belie_archive_remove(archive, "story-1", error);
    belie_archive_close(archive);
    return ok;
}

static void reads_a_file_that_may_not_be_written(void **state) {
    (void)state;
    struct belie_error error = {0};
    forget();
    assert_completes();
    assert_int_equal(chmod(path, 0444), 0);
    assert_int_equal(chmod(folder, 0555), 0);
    if (geteuid() == 0) { /* root writes everywhere: the child gives that up */
        pid_t child = fork();
        if (child == 0) {
            if (setuid(65534) != 0) _exit(9);
            belie_archive *archive = belie_archive_open(path, BELIE_ARCHIVE_READ, rules, &error);
            size_t problems = 1;
            bool read = archive && belie_archive_verify(archive, write_nothing, NULL, &problems, &error) && !problems;
            belie_archive_close(archive);
            memset(&error, 0, sizeof error);
            _exit(!read ? 1 : removes(&error) ? 2 : error.code != BELIE_CANNOT_WRITE && error.code != BELIE_CANNOT_READ ? 3 : 0);
        }
        int status = 0;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_int_equal(WEXITSTATUS(status), 0);
    } else {
        assert_whole();
        assert_false(removes(&error));
    }
    assert_int_equal(chmod(folder, 0755), 0);
    assert_int_equal(chmod(path, 0644), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_whole_after_a_death_at_any_write),
        cmocka_unit_test(is_whole_after_a_full_disk_at_any_write),
        cmocka_unit_test(is_whole_after_a_death_at_any_time),
        cmocka_unit_test(refuses_what_is_no_archive),
        cmocka_unit_test(refuses_a_newer_archive),
        cmocka_unit_test(refuses_a_truncated_archive),
        cmocka_unit_test(tells_of_damage),
        cmocka_unit_test(reads_while_another_writes),
        cmocka_unit_test(reads_a_file_that_may_not_be_written),
    };
    return cmocka_run_group_tests(tests, prepare, clean);
}

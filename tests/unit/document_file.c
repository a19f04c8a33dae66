#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "document/document.h"

struct folder {
    char path[64], file[96];
};

static int make_folder(void **state) {
    struct folder *f = calloc(1, sizeof *f);
    if (!f) return -1;
    strcpy(f->path, "belie-test-XXXXXX");
    if (!mkdtemp(f->path)) return -1;
    snprintf(f->file, sizeof f->file, "%s/a.txt", f->path);
    *state = f;
    return 0;
}

static int remove_folder(void **state) {
    struct folder *f = *state;
    unlink(f->file);
    rmdir(f->path);
    free(f);
    return 0;
}

static void write_file(const char *path, const char *bytes, size_t length) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static void assert_refused(const char *path, size_t limit, enum belie_error_code code, const char *message) {
    struct buffer b = {0};
    struct belie_error e = {0};
    assert_false(file_read(text_of(path), limit, &b, &e));
    assert_int_equal(e.code, code);
    assert_string_equal(e.path, path);
    assert_string_equal(e.message, message);
    buffer_release(&b);
}

static void bytes_come_as_they_are(void **state) {
    struct folder *f = *state;
    struct buffer b = {0};
    struct belie_error e = {0};
    write_file(f->file, "a\r\n\0\xFF", 5);
    assert_true(file_read(text_of(f->file), 5, &b, &e));
    assert_true(text_equal(buffer_view(&b), TEXT("a\r\n\0\xFF")));
    assert_int_equal(e.code, BELIE_OK);
    write_file(f->file, "", 0);
    assert_true(file_read(text_of(f->file), 5, &b, &e));
    assert_int_equal(b.length, 0);
    buffer_release(&b);
}

static void large_files_come_whole(void **state) {
    struct folder *f = *state;
    struct buffer b = {0};
    struct belie_error e = {0};
    enum { BYTES = 1000 * 1000 };
    char *bytes = malloc(BYTES);
    for (size_t i = 0; i < BYTES; i++) bytes[i] = (char)(i * 7);
    write_file(f->file, bytes, BYTES);
    assert_true(file_read(text_of(f->file), BYTES, &b, &e));
    assert_int_equal(b.length, BYTES);
    assert_memory_equal(b.bytes, bytes, BYTES);
    buffer_release(&b);
    free(bytes);
}

static void what_cannot_be_read_says_why(void **state) {
    struct folder *f = *state;
    assert_refused("no/such/file.txt", 100, BELIE_CANNOT_READ, "cannot be read: no such file or directory");
    assert_refused(f->path, 100, BELIE_CANNOT_READ, "is a directory, not a file; not read");
    assert_refused("", 100, BELIE_CANNOT_READ, "cannot be read: no such file or directory");
    write_file(f->file, "text", 4);
    char below[128];
    snprintf(below, sizeof below, "%s/b", f->file);
    assert_refused(below, 100, BELIE_CANNOT_READ, "cannot be read: not a directory");
    chmod(f->file, 0);
    if (access(f->file, R_OK)) assert_refused(f->file, 100, BELIE_CANNOT_READ, "cannot be read: permission denied");
}

static void too_large_is_said_before_it_is_read(void **state) {
    struct folder *f = *state;
    write_file(f->file, "12345", 5);
    assert_refused(f->file, 4, BELIE_BAD_TEXT, "larger than 4 bytes, not read");
    assert_int_equal(truncate(f->file, 3 << 20), 0);
    assert_refused(f->file, 2 << 20, BELIE_BAD_TEXT, "larger than 2 MiB, not read");
    assert_refused("/dev/zero", 100, BELIE_BAD_TEXT, "larger than 100 bytes, not read");
}

static void names_with_a_nul_are_no_names(void **state) {
    (void)state;
    struct buffer b = {0};
    struct belie_error e = {0};
    assert_false(file_read(TEXT("a\0b"), 100, &b, &e));
    assert_int_equal(e.code, BELIE_CANNOT_READ);
    buffer_release(&b);
}

static void a_dash_is_standard_input(void **state) {
    struct folder *f = *state;
    struct buffer b = {0};
    struct belie_error e = {0};
    write_file(f->file, "from a pipe", 11);
    int before = dup(STDIN_FILENO);
    assert_non_null(freopen(f->file, "rb", stdin));
    assert_true(file_read(TEXT("-"), 100, &b, &e));
    assert_true(text_equal(buffer_view(&b), TEXT("from a pipe")));
    dup2(before, STDIN_FILENO);
    close(before);
    buffer_release(&b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(bytes_come_as_they_are, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(large_files_come_whole, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_says_why, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(too_large_is_said_before_it_is_read, make_folder, remove_folder),
        cmocka_unit_test(names_with_a_nul_are_no_names),
        cmocka_unit_test_setup_teardown(a_dash_is_standard_input, make_folder, remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

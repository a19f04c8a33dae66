#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "accept/baseline.h"
#include "accept/replace.h"
#include "document/document.h"

static struct known known(uint64_t id, const char *quote) {
    return (struct known){.id = id,
                          .proposition = TEXT("vote"),
                          .question = TEXT("Who voted?"),
                          .paths = {TEXT("a.md"), TEXT("b \"c\".md")},
                          .quotes = {text_of(quote), TEXT("tab\there")}};
}

/* A folder of its own for each test. */
static int open_folder(void **state) {
    char folder[] = P_tmpdir "/belie-baseline-XXXXXX";
    *state = mkdtemp(folder) ? strdup(folder) : NULL;
    return *state == NULL;
}

/* Calls unlink for each file in it, or only counts them. */
static size_t each_file(const char *folder, bool remove_them) {
    size_t count = 0;
    DIR *list = opendir(folder);
    assert_non_null(list);
    for (const struct dirent *entry; (entry = readdir(list));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        count++;
        if (remove_them) unlinkat(dirfd(list), entry->d_name, 0);
    }
    closedir(list);
    return count;
}

static int close_folder(void **state) {
    each_file(*state, true);
    int status = rmdir(*state);
    free(*state);
    return status;
}

static struct text path_in(struct arena *a, const char *folder, const char *name) {
    return arena_format(a, "%s/%s", folder, name);
}

static void assert_file(struct text path, const char *expected) {
    struct buffer bytes = {0};
    struct belie_error e = {0};
    assert_true(file_read(path, 1 << 20, &bytes, &e));
    assert_string_equal(bytes.bytes, expected);
    buffer_release(&bytes);
}

static void what_is_written_is_read_again(void **state) {
    struct known entries[] = {known(~(uint64_t)0, "one"), known(2, "“two”\nlines"), known(2, "again"), known(1, "")};
    struct baseline b = {0}, read = {0};
    struct arena arena = {0};
    struct buffer bytes = {0};
    struct belie_error e = {0};
    struct text path = path_in(&arena, *state, "known.json");
    b.items.items = entries;
    b.items.count = 4;
    baseline_sort(&b);
    assert_int_equal(b.items.count, 3);
    assert_true(baseline_write(&b, path, &e));
    assert_true(file_read(path, 1 << 20, &bytes, &e));
    assert_true(baseline_read(&arena, path, buffer_view(&bytes), &read, &e));
    assert_int_equal(read.items.count, 3);
    assert_true(baseline_find(&read, ~(uint64_t)0) == &read.items.items[2]);
    assert_true(text_equal(baseline_find(&read, 2)->quotes[0], TEXT("“two”\nlines")));
    assert_true(text_equal(read.items.items[0].paths[1], TEXT("b \"c\".md")));
    assert_null(baseline_find(&read, 3));
    buffer_release(&bytes);
    arena_release(&arena);
}

static void a_line_is_an_entry(void **state) {
    struct known entries[] = {known(2, "two"), known(1, "one")};
    struct baseline b = {.items = {0}}, none = {0};
    struct arena arena = {0};
    struct belie_error e = {0};
    struct text path = path_in(&arena, *state, "known.json");
    b.items.items = entries;
    b.items.count = 2;
    baseline_sort(&b);
    assert_true(baseline_write(&b, path, &e));
    assert_file(path, "{\"baseline\":1,\"findings\":[\n"
                      "{\"id\":\"0000000000000001\",\"proposition\":\"vote\",\"question\":\"Who voted?\","
                      "\"paths\":[\"a.md\",\"b \\\"c\\\".md\"],\"quotes\":[\"one\",\"tab\\there\"]},\n"
                      "{\"id\":\"0000000000000002\",\"proposition\":\"vote\",\"question\":\"Who voted?\","
                      "\"paths\":[\"a.md\",\"b \\\"c\\\".md\"],\"quotes\":[\"two\",\"tab\\there\"]}\n]}\n");
    assert_true(baseline_write(&none, path, &e));
    assert_file(path, "{\"baseline\":1,\"findings\":[\n]}\n");
    assert_null(baseline_find(&none, 1));
    arena_release(&arena);
}

static void what_is_no_baseline_is_refused(void **state) {
    static const char entry[] = "\"proposition\":\"p\",\"question\":\"q\",\"paths\":[\"a\",\"b\"],\"quotes\":[\"c\",\"d\"]";
    static const char *const bad[] = {"", " ", "[]", "null", "{}", "{\"baseline\":\"1\",\"findings\":[]}",
                                      "{\"baseline\":1}", "{\"baseline\":1.5,\"findings\":[]}",
                                      "{\"baseline\":1,\"findings\":{}}", "{\"baseline\":1,\"findings\":[1]}",
                                      "{\"baseline\":1,\"findings\":[]}}", "{\"baseline\":1,\"findings\":[]", "\xff"};
    static const char *const ids[] = {"\"id\":1", "\"id\":\"\"", "\"id\":\"000000000000000g\"", "\"id\":\"1\"", "\"i\":0"};
    (void)state;
    struct arena arena = {0};
    struct baseline out;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct belie_error e = {0};
        assert_false(baseline_read(&arena, TEXT("k.json"), text_of(bad[i]), &out, &e));
        assert_int_equal(e.code, BELIE_BAD_BASELINE);
    }
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        struct belie_error e = {0};
        struct text file = arena_format(&arena, "{\"baseline\":1,\"findings\":[{%s,%s}]}", ids[i], entry);
        assert_false(baseline_read(&arena, TEXT("k.json"), file, &out, &e));
        assert_int_equal(e.code, BELIE_BAD_BASELINE);
    }
    struct belie_error e = {0};
    struct text file = arena_format(&arena, "{\"baseline\":1,\"findings\":[{\"id\":\"%016x\",%s}]}", 1, entry);
    assert_true(baseline_read(&arena, TEXT("k.json"), file, &out, &e));
    arena_release(&arena);
}

static void a_file_is_replaced_whole_or_not_at_all(void **state) {
    struct arena arena = {0};
    struct belie_error e = {0};
    struct stat status;
    struct text path = path_in(&arena, *state, "file"), link = path_in(&arena, *state, "link");
    assert_true(file_replace(path, TEXT("old"), &e));
    assert_int_equal(chmod(path.bytes, 0604), 0);
    assert_int_equal(symlink("file", link.bytes), 0);
    assert_true(file_replace(link, TEXT("new"), &e));
    assert_file(path, "new");
    assert_int_equal(lstat(link.bytes, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat(path.bytes, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0604);
    assert_int_equal(each_file(*state, false), 2);
    arena_release(&arena);
}

static void what_cannot_be_written_is_left_alone(void **state) {
    struct arena arena = {0};
    struct text folder = text_of(*state), below = path_in(&arena, *state, "nowhere/file"), empty = TEXT("");
    struct text path = path_in(&arena, *state, "file"), under = path_in(&arena, *state, "file/file");
    struct belie_error first = {0};
    assert_true(file_replace(path, TEXT("old"), &first));
    struct text refused[] = {folder, below, empty, under, TEXT("/dev/null")};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct belie_error e = {0};
        assert_false(file_replace(refused[i], TEXT("new"), &e));
        assert_int_equal(e.code, BELIE_CANNOT_WRITE);
        assert_true(e.message[0]);
    }
    assert_file(path, "old");
    assert_int_equal(each_file(*state, false), 1);
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_written_is_read_again, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_line_is_an_entry, open_folder, close_folder),
        cmocka_unit_test(what_is_no_baseline_is_refused),
        cmocka_unit_test_setup_teardown(a_file_is_replaced_whole_or_not_at_all, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(what_cannot_be_written_is_left_alone, open_folder, close_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

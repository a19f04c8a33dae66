#include "rules_helper.h"

#include "document/document.h"
#include "rules/list.h"
#include "rules/pack.h"

#ifndef FIXTURES
#define FIXTURES "fixtures"
#endif

/* Loads the files of a fixture as if from memory, so that no path of the machine stands in what is printed. */
static struct rules *load_folder(struct text folder) {
    struct arena a = {0};
    struct pack_files pack = {0};
    struct belie_error e = {0};
    struct buffer bytes[8] = {0};
    struct text files[8];
    assert_true(pack_files(&a, folder, &pack, &e));
    for (size_t i = 0; i < pack.paths.count; i++) {
        assert_true(file_read(pack.paths.items[i], 1 << 20, &bytes[i], &e));
        files[i] = buffer_view(&bytes[i]);
    }
    struct rules *r = rules_load_text(files, pack.paths.count, &e);
    for (size_t i = 0; i < pack.paths.count; i++) buffer_release(&bytes[i]);
    arena_release(&a);
    assert_non_null(r);
    return r;
}

static void assert_golden(struct text path, struct buffer *out) {
    struct buffer expected = {0};
    struct belie_error e = {0};
    assert_true(file_read(path, 1 << 20, &expected, &e));
    assert_string_equal(out->bytes, expected.bytes);
    buffer_release(&expected);
    buffer_release(out);
}

static void lists_all_rules(void **state) {
    (void)state;
    struct rules *r = load_folder(TEXT(FIXTURES "/rules/first"));
    struct buffer out = {0};
    rules_list(r, &out);
    assert_golden(TEXT(FIXTURES "/rules/list.txt"), &out);
    rules_free(r);
}

static void shows_one_thing(void **state) {
    (void)state;
    static const char *const ids[] = {"memory/response", "response/rejects", "memory/response/calls-parts-unacceptable",
                                      "duration",        "duration/lasts",   "putin",
                                      "us-plan"};
    struct rules *r = load_folder(TEXT(FIXTURES "/rules/first"));
    struct buffer out = {0};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        if (i) buffer_char(&out, '\n');
        assert_true(rules_show(r, text_of(ids[i]), &out));
    }
    assert_golden(TEXT(FIXTURES "/rules/show.txt"), &out);
    rules_free(r);
}

static void shows_nothing_for_other_ids(void **state) {
    (void)state;
    static const char *const ids[] = {"",        "rejects", "other/response", "response/",   "response/nothing",
                                      "respons", "memory",  "actor",          "memory/putin"};
    struct rules *r = load_folder(TEXT(FIXTURES "/rules/first"));
    struct buffer out = {0};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) assert_false(rules_show(r, text_of(ids[i]), &out));
    assert_int_equal(out.length, 0);
    rules_free(r);
}

static void lint_names_each_problem(void **state) {
    (void)state;
    struct rules *r = load_folder(TEXT(FIXTURES "/rules/lint"));
    struct buffer out = {0};
    size_t problems, lines = 0;
    rules_lint(r, &out, &problems);
    for (size_t i = 0; i < out.length; i++) lines += out.bytes[i] == '\n';
    assert_int_equal(problems, lines);
    assert_golden(TEXT(FIXTURES "/rules/lint.txt"), &out);
    rules_free(r);
}

static void lint_is_silent_about_good_rules(void **state) {
    (void)state;
    struct rules *r = load_folder(TEXT(FIXTURES "/rules/second"));
    struct buffer out = {0};
    size_t problems = 1;
    rules_lint(r, &out, &problems);
    assert_int_equal(problems, 0);
    assert_int_equal(out.length, 0);
    rules_free(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_all_rules),
        cmocka_unit_test(shows_one_thing),
        cmocka_unit_test(shows_nothing_for_other_ids),
        cmocka_unit_test(lint_names_each_problem),
        cmocka_unit_test(lint_is_silent_about_good_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

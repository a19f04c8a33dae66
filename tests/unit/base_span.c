#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "base/span.h"

static void assert_place(struct text source, size_t offset, size_t line, size_t column) {
    struct place place = place_of(source, offset);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void spans_join_and_overlap(void **state) {
    (void)state;
    struct span both = span_join((struct span){5, 9}, (struct span){2, 6});
    assert_int_equal(both.start, 2);
    assert_int_equal(both.end, 9);
    assert_true(span_overlap((struct span){2, 6}, (struct span){5, 9}));
    assert_false(span_overlap((struct span){2, 5}, (struct span){5, 9}));
    assert_false(span_overlap((struct span){5, 9}, (struct span){1, 2}));
}

static void columns_are_code_points(void **state) {
    (void)state;
    struct text source = TEXT("\xE2\x80\x9Cno\xE2\x80\x9D\nfive\xE2\x80\x91hour\r\n\nend");
    assert_place(source, 0, 1, 1);
    assert_place(source, 3, 1, 2);
    assert_place(source, 8, 1, 5);
    assert_place(source, 9, 2, 1);
    assert_place(source, 16, 2, 6);
    assert_place(source, 22, 3, 1);
    assert_place(source, 23, 4, 1);
    assert_place(source, 999, 4, 4);
}

static void words_end_where_they_end(void **state) {
    (void)state;
    struct place one = place_after((struct place){3, 7}, TEXT("\xE2\x80\x9Cno\xE2\x80\x9D \xF0\x9F\x8E\x89"));
    assert_int_equal(one.line, 3);
    assert_int_equal(one.column, 13);
    struct place two = place_after((struct place){3, 7}, TEXT("no\r\n\r\n\xC3\xA9""e"));
    assert_int_equal(two.line, 5);
    assert_int_equal(two.column, 3);
    struct place none = place_after((struct place){3, 7}, TEXT(""));
    assert_int_equal(none.column, 7);
}

static void empty_text_has_one_place(void **state) {
    (void)state;
    assert_place((struct text){0}, 0, 1, 1);
    assert_place(TEXT("\n"), 1, 2, 1);
}

static void byte_order_mark_takes_no_column(void **state) {
    (void)state;
    struct text source = TEXT("\xEF\xBB\xBFone\ntwo");
    assert_place(source, 3, 1, 1);
    assert_place(source, 0, 1, 1);
    assert_int_equal(line_at(source, 4).start, 3);
    assert_int_equal(line_at(source, 0).start, 3);
}

static void lines_come_without_their_ends(void **state) {
    (void)state;
    struct text source = TEXT("one\r\ntwo\n\nend");
    assert_int_equal(line_at(source, 1).end, 3);
    assert_int_equal(line_at(source, 5).start, 5);
    assert_int_equal(line_at(source, 8).end, 8);
    assert_int_equal(line_at(source, 9).start, 9);
    assert_int_equal(line_at(source, 9).end, 9);
    assert_int_equal(line_at(source, 99).end, 13);
    assert_int_equal(line_start(source, 1), 0);
    assert_int_equal(line_start(source, 2), 5);
    assert_int_equal(line_start(source, 4), 10);
    assert_int_equal(line_start(source, 5), source.length);
}

static void first_error_is_kept(void **state) {
    (void)state;
    struct belie_error e = {0};
    assert_false(error_set(&e, BELIE_BAD_RULES, TEXT("a.yaml"), "unknown key \"%s\", ignored", "colour"));
    error_set(&e, BELIE_NO_MEMORY, TEXT("b.yaml"), "later");
    assert_int_equal(e.code, BELIE_BAD_RULES);
    assert_string_equal(e.path, "a.yaml");
    assert_string_equal(e.message, "unknown key \"colour\", ignored");
}

static void error_text_has_a_caret(void **state) {
    (void)state;
    struct belie_error e = {0};
    char out[256];
    error_set(&e, BELIE_BAD_RULES, TEXT("a.yaml"), "unknown key");
    error_place(&e, TEXT("x:\n\t\xE6\x9D\xB1\x1B colour\n"), 9);
    size_t length = belie_error_text(&e, out, sizeof out);
    assert_string_equal(out, "a.yaml:2:5: unknown key\n  \t\xE6\x9D\xB1? colour\n  \t    ^");
    assert_int_equal(length, strlen(out));
}

static void error_text_is_cut_not_overrun(void **state) {
    (void)state;
    struct belie_error e = {0};
    char out[8] = "xxxxxxx", long_path[2000];
    memset(long_path, 'p', sizeof long_path);
    error_set(&e, BELIE_CANNOT_READ, (struct text){long_path, sizeof long_path}, "%2000s", "\xC3\xA9");
    assert_int_equal(strlen(e.path), sizeof e.path - 1);
    assert_int_equal(strlen(e.message), sizeof e.message - 1);
    assert_int_equal(belie_error_text(&e, out, sizeof out), sizeof e.path - 1 + 2 + sizeof e.message - 1);
    assert_string_equal(out, "ppppppp");
    assert_true(belie_error_text(&e, NULL, 0) > 1000);
}

static void caret_never_points_past_the_excerpt(void **state) {
    (void)state;
    struct belie_error e = {0};
    char line[1000];
    memset(line, 'x', sizeof line);
    error_set(&e, BELIE_BAD_TEXT, TEXT("long.txt"), "odd");
    error_place(&e, (struct text){line, sizeof line}, 900);
    assert_int_equal(e.column, 901);
    assert_string_equal(e.excerpt, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_join_and_overlap),
        cmocka_unit_test(columns_are_code_points), cmocka_unit_test(words_end_where_they_end),
        cmocka_unit_test(empty_text_has_one_place),
        cmocka_unit_test(byte_order_mark_takes_no_column),
        cmocka_unit_test(lines_come_without_their_ends),
        cmocka_unit_test(first_error_is_kept),
        cmocka_unit_test(error_text_has_a_caret),
        cmocka_unit_test(error_text_is_cut_not_overrun),
        cmocka_unit_test(caret_never_points_past_the_excerpt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

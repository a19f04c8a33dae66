#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above */
#include <cmocka.h>

#include <locale.h>
#include <math.h>

#include "match/interval.h"

static struct interval parsed(const char *text) {
    struct interval i;
    if (!interval_parse(text_of(text), &i)) fail_msg("%s is no interval", text);
    return i;
}

static void assert_prints(struct interval i, const char *expected) {
    struct buffer b = {0};
    interval_print(i, &b);
    assert_string_equal(b.bytes, expected);
    buffer_release(&b);
}

static void assert_number(double value, const char *expected) {
    struct buffer b = {0};
    number_print(value, &b);
    assert_string_equal(b.bytes, expected);
    buffer_release(&b);
}

static void prints_what_it_reads(void **state) {
    (void)state;
    static const char *const texts[] = {"[4.5,5.5)", "[4,5)", "[12,inf)", "(200,inf)", "(-inf,7)", "(-inf,40]", "27",
                                        "-3",        "[0,0.25]", "[1200000,1300000)", "(-inf,inf)"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) assert_prints(parsed(texts[i]), texts[i]);
}

static void reads_signs_and_spaces(void **state) {
    (void)state;
    assert_prints(parsed(">=12"), "[12,inf)");
    assert_prints(parsed("> 12"), "(12,inf)");
    assert_prints(parsed("<=5.5"), "(-inf,5.5]");
    assert_prints(parsed("<1,200"), "(-inf,1200)");
    assert_prints(parsed(" [ 4 , 5 ) "), "[4,5)");
}

static void refuses_what_is_no_interval(void **state) {
    (void)state;
    static const char *const texts[] = {"", "[", "[4,5", "4,5)", "[5,4]", "(4,4)", "[4;5]", "five", "1.2.3", "1,20",
                                        ">=", "5 hour"};
    struct interval i;
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        if (interval_parse(text_of(texts[t]), &i)) fail_msg("%s was read as an interval", texts[t]);
    }
}

static void prints_the_shortest_decimal(void **state) {
    (void)state;
    assert_number(0, "0");
    assert_number(4.7, "4.7");
    assert_number(0.1 + 0.2, "0.3");
    assert_number(4.65, "4.65");
    assert_number(-0.25, "-0.25");
    assert_number(1600000000, "1600000000");
    assert_number(1.0 / 3, "0.333333333333");
    assert_number(INFINITY, "inf");
    assert_number(-INFINITY, "-inf");
}

static void numbers_are_the_same_in_every_locale(void **state) {
    (void)state;
    setlocale(LC_ALL, "de_DE.UTF-8");
    double value;
    assert_true(number_parse(text_of("1,200.5"), &value, NULL));
    assert_true(value == 1200.5);
    assert_number(1200.5, "1200.5");
    setlocale(LC_ALL, "C");
}

static void number_parse_counts_decimals(void **state) {
    (void)state;
    double value;
    int decimals;
    assert_true(number_parse(text_of("290.0"), &value, &decimals));
    assert_true(value == 290 && decimals == 1);
    assert_true(number_parse(text_of("1,320,000"), &value, &decimals));
    assert_true(value == 1320000 && decimals == 0);
    assert_false(number_parse(text_of("12a"), &value, &decimals));
    assert_false(number_parse(text_of("5."), &value, &decimals));
    assert_false(number_parse(text_of(".5"), &value, &decimals));
}

static void ends_decide_what_is_disjoint(void **state) {
    (void)state;
    assert_true(interval_disjoint(parsed("[4,5)"), parsed("[5,6)")));
    assert_false(interval_disjoint(parsed("[4,5]"), parsed("[5,6)")));
    assert_true(interval_disjoint(parsed("27"), parsed("28")));
    assert_false(interval_disjoint(parsed("27"), parsed("27")));
    assert_false(interval_disjoint(parsed("[12,inf)"), parsed("(-inf,12]")));
    assert_true(interval_disjoint(parsed("[12,inf)"), parsed("(-inf,12)")));
    assert_true(interval_disjoint(parsed("(12,inf)"), parsed("12")));
    assert_false(interval_disjoint(parsed("[4.5,5.5)"), parsed("[4,5)")));
}

static void intersects_and_joins(void **state) {
    (void)state;
    assert_prints(interval_intersect(parsed("[4.5,5.5)"), parsed("[4,5)")), "[4.5,5)");
    assert_prints(interval_hull(parsed("[4.5,5.5)"), parsed("[4,5)")), "[4,5.5)");
    assert_true(interval_empty(interval_intersect(parsed("[4,5)"), parsed("[6,7)"))));
    assert_true(interval_within(parsed("[4,5)"), parsed("[4,inf)")));
    assert_false(interval_within(parsed("[4,5]"), parsed("[4,5)")));
    assert_true(interval_contains(parsed("[4,5)"), 4));
    assert_false(interval_contains(parsed("[4,5)"), 5));
}

static void complement_leaves_nothing_out(void **state) {
    (void)state;
    struct interval pieces[2];
    assert_int_equal(interval_complement(parsed("[4,5)"), pieces), 2);
    assert_prints(pieces[0], "(-inf,4)");
    assert_prints(pieces[1], "[5,inf)");
    assert_int_equal(interval_complement(parsed("(12,inf)"), pieces), 1);
    assert_prints(pieces[0], "(-inf,12]");
    assert_int_equal(interval_complement(interval_all(), pieces), 0);
}

static void order_is_total(void **state) {
    (void)state;
    assert_true(interval_compare(parsed("[4,5)"), parsed("[4,5]")) < 0);
    assert_true(interval_compare(parsed("[4,5)"), parsed("(4,5)")) < 0);
    assert_true(interval_compare(parsed("[5,6)"), parsed("[4,9)")) > 0);
    assert_int_equal(interval_compare(parsed("[4,5)"), parsed("[4,5)")), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_what_it_reads),
        cmocka_unit_test(reads_signs_and_spaces),
        cmocka_unit_test(refuses_what_is_no_interval),
        cmocka_unit_test(prints_the_shortest_decimal),
        cmocka_unit_test(numbers_are_the_same_in_every_locale),
        cmocka_unit_test(number_parse_counts_decimals),
        cmocka_unit_test(ends_decide_what_is_disjoint),
        cmocka_unit_test(intersects_and_joins),
        cmocka_unit_test(complement_leaves_nothing_out),
        cmocka_unit_test(order_is_total),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

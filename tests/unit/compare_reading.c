/* The one test of the program: does a state of affairs fit both readings? */
#include "compare/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { STATE_NONE = 1, STATE_SOME = 2, STATE_ALL = 4 };

static struct reading states(uint64_t means, uint64_t suggests) {
    return (struct reading){.space = SPACE_STATES, .means = means, .suggests = suggests};
}

static struct reading figure(double low, double high, const char *unit) {
    struct reading r = {.space = SPACE_FIGURE, .means_count = 1, .suggests_count = 1, .unit = text_of(unit)};
    r.means_interval[0] = r.suggests_interval[0] = interval_half_open(low, high);
    return r;
}

static enum clash clash(struct reading a, struct reading b) {
    static const struct rules none;
    return reading_clash(&none, &a, &b, false, false);
}

static void disjoint_states_clash(void **state) {
    (void)state;
    assert_int_equal(clash(states(STATE_NONE, STATE_NONE), states(STATE_ALL, STATE_ALL)), CLASH_MEANS);
    assert_int_equal(clash(states(STATE_NONE, STATE_NONE), states(STATE_SOME | STATE_ALL, STATE_SOME)), CLASH_MEANS);
    assert_int_equal(clash(states(STATE_ALL, STATE_ALL), states(STATE_SOME | STATE_ALL, STATE_SOME)), CLASH_SUGGESTS);
}

static void shared_states_do_not(void **state) {
    (void)state;
    struct reading some = states(STATE_SOME | STATE_ALL, STATE_SOME), others = states(STATE_NONE | STATE_SOME, STATE_SOME);
    assert_int_equal(clash(some, others), CLASH_NONE);
    assert_int_equal(clash(some, some), CLASH_NONE);
}

static void figures(void **state) {
    (void)state;
    assert_int_equal(clash(figure(4, 5, "hour"), figure(4.5, 5.5, "hour")), CLASH_NONE);
    assert_int_equal(clash(figure(4, 5, "hour"), figure(7, 8, "hour")), CLASH_MEANS);
    assert_int_equal(clash(figure(4, 5, "hour"), figure(7, 8, "km")), CLASH_NONE);
}

static void two_sides_of_one_figure_do_not_clash(void **state) {
    (void)state;
    struct reading nearly = figure(4, 5, "hour"), over = figure(5, 1e9, "hour"), under = figure(-1e9, 5, "hour");
    over.means_interval[0].low_open = true;
    over.suggests_interval[0].low_open = true;
    assert_int_equal(clash(nearly, over), CLASH_NONE);
    assert_int_equal(clash(over, nearly), CLASH_NONE);
    assert_int_equal(clash(under, over), CLASH_MEANS);
    assert_int_equal(clash(nearly, figure(6, 7, "hour")), CLASH_MEANS);
}

static void spaces_do_not_mix(void **state) {
    (void)state;
    assert_int_equal(clash(states(STATE_NONE, STATE_NONE), figure(4, 5, "hour")), CLASH_NONE);
}

static void one_sentence_is_read_together(void **state) {
    (void)state;
    struct reading some = states(STATE_SOME | STATE_ALL, STATE_SOME), others = states(STATE_NONE | STATE_SOME, STATE_SOME);
    assert_true(reading_intersect(&some, &others));
    assert_int_equal(some.means, STATE_SOME);
    struct reading all = states(STATE_ALL, STATE_ALL);
    assert_false(reading_intersect(&all, &others));
    assert_int_equal(all.means, STATE_ALL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(disjoint_states_clash), cmocka_unit_test(shared_states_do_not),
                                       cmocka_unit_test(figures), cmocka_unit_test(two_sides_of_one_figure_do_not_clash),
                                       cmocka_unit_test(spaces_do_not_mix),
                                       cmocka_unit_test(one_sentence_is_read_together)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

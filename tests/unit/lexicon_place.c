#include "lexicon/place.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static enum nesting nest(const char *a, const char *b) {
    enum nesting forth = places_nest(text_of(a), text_of(b));
    assert_int_equal(forth, places_nest(text_of(b), text_of(a)));
    return forth;
}

static void within(void **state) {
    (void)state;
    assert_int_equal(nest("Utah", "utah"), NESTING_WITHIN);
    assert_int_equal(nest("Chicago", "United States"), NESTING_WITHIN);
    assert_int_equal(nest("Chicago", "U.S."), NESTING_WITHIN);
    assert_int_equal(nest("Baghdad", "Asia"), NESTING_WITHIN);
    assert_int_equal(nest("the Netherlands", "Europe"), NESTING_WITHIN);
}

/* One of the two Georgias is in the United States. */
static void of_several(void **state) {
    (void)state;
    assert_int_equal(nest("Georgia", "United States"), NESTING_WITHIN);
    assert_int_equal(nest("Tbilisi", "Georgia"), NESTING_WITHIN);
    assert_int_equal(nest("Georgia", "France"), NESTING_APART);
}

/* WordNet does not say so, but nothing denies it. */
static void may_lie(void **state) {
    (void)state;
    assert_int_equal(nest("Taiwan", "Asia"), NESTING_WITHIN);
    assert_int_equal(nest("Siberia", "Asia"), NESTING_WITHIN);
    assert_int_equal(nest("Papua New Guinea", "Oceania"), NESTING_WITHIN);
}

static void apart(void **state) {
    (void)state;
    assert_int_equal(nest("Utah", "Asia"), NESTING_APART);
    assert_int_equal(nest("Chicago", "Canada"), NESTING_APART);
    assert_int_equal(nest("Paris", "Lyon"), NESTING_APART);
    assert_int_equal(nest("Lisbon", "Brazil"), NESTING_APART);
    assert_int_equal(nest("the Alps", "Asia"), NESTING_APART);
}

static void unknown(void **state) {
    (void)state;
    assert_int_equal(nest("Zzyzx", "Asia"), NESTING_UNKNOWN);
    assert_int_equal(nest("Danube", "Rhine"), NESTING_UNKNOWN);
    assert_int_equal(nest("the", "Asia"), NESTING_UNKNOWN);
    assert_int_equal(nest("", "Asia"), NESTING_UNKNOWN);
    assert_int_equal(nest("a name that is far too long to stand for any place that the table of WordNet knows", "Asia"), NESTING_UNKNOWN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(within),
        cmocka_unit_test(of_several),
        cmocka_unit_test(may_lie),
        cmocka_unit_test(apart),
        cmocka_unit_test(unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Are two open arguments the same thing, and do two documents tell the same story? */
#include "compare/open.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static enum sameness same(const char *x, const char *y) {
    static const struct rules none;
    struct claim_argument a = {.id = text_of(x), .entity = NONE}, b = {.id = text_of(y), .entity = NONE};
    return open_same(&none, &a, &b);
}

static void names_that_are_the_same(void **state) {
    (void)state;
    assert_int_equal(same("=Craig Petersen|governor", "=Petersen"), SAME_YES);
    assert_int_equal(same("=Halden Foods|confectioner", "=Halden"), SAME_YES);
    assert_int_equal(same("=FDA", "=Food Drug Administration"), SAME_YES);
    assert_int_equal(same("=HALDEN", "=Halden"), SAME_YES);
}

static void names_that_are_not(void **state) {
    (void)state;
    assert_int_equal(same("=Daniel Marsh", "=David Marsh"), SAME_NO);
    assert_int_equal(same("=Anna Lund", "=Erik Holm"), SAME_NO);
    assert_int_equal(same("=FDA", "=European Medicines Agency"), SAME_NO);
    assert_int_equal(same("=Galion|ohio", "=Bucyrus|ohio"), SAME_NO);
    assert_int_equal(same("=NZ", "=New York City"), SAME_NO);
}

static void names_that_may_be(void **state) {
    (void)state;
    assert_int_equal(same("=Galion|ohio", "=Ohio"), SAME_UNKNOWN);
    assert_int_equal(same("=NY", "=New York City"), SAME_UNKNOWN);
}

static void nouns_that_are_the_same(void **state) {
    (void)state;
    assert_int_equal(same("~crossbench amendment", "~amendment"), SAME_YES);
    assert_int_equal(same("~attorney", "~lawyer"), SAME_YES);
    assert_int_equal(same("~crash", "~accident"), SAME_YES);
    assert_int_equal(same("~crossbench amendment", "~narrow crossbench amendment"), SAME_YES);
}

static void nouns_that_are_not(void **state) {
    (void)state;
    assert_int_equal(same("~health bill", "~ferry"), SAME_NO);
    assert_int_equal(same("~health bill", "~second health bill"), SAME_NO);
    assert_int_not_equal(same("~health bill", "~tax bill"), SAME_YES);
    assert_int_equal(same("~13-point plan", "~20-point plan"), SAME_NO);
    assert_int_equal(same("~storm", "~state"), SAME_NO);
    assert_int_equal(same("=St Brannoc|hospital", "~other hospital"), SAME_NO);
}

static void a_name_and_a_noun(void **state) {
    (void)state;
    assert_int_equal(same("=Halden|confectioner", "~confectioner"), SAME_YES);
    assert_int_equal(same("=Pixby|toymaker", "~company"), SAME_YES);
    assert_int_not_equal(same("=Pixby|toymaker", "~rival company"), SAME_YES);
    assert_int_not_equal(same("=Pixby|minister", "~company"), SAME_YES);
    assert_int_not_equal(same("=Halden|confectioner", "~bridge"), SAME_YES);
}

static void labels_are_for_people(void **state) {
    (void)state;
    assert_true(text_equal(open_label(TEXT("=Craig Petersen|governor")), TEXT("Craig Petersen")));
    assert_true(text_equal(open_label(TEXT("~health bill")), TEXT("health bill")));
    assert_true(text_equal(open_label(TEXT("russia")), TEXT("russia")));
    assert_false(is_open(TEXT("russia")));
}

static struct sketch sketch_of(uint32_t first, uint32_t count) {
    struct sketch s = {.count = count};
    for (uint32_t i = 0; i < count; i++) s.hashes[i] = first + i;
    return s;
}

static void stories(void **state) {
    (void)state;
    struct sketch a = sketch_of(10, 12), near = sketch_of(16, 12), far = sketch_of(100, 12), empty = {.count = 0};
    assert_true(same_story(&a, &a));
    assert_true(same_story(&a, &near));
    assert_false(same_story(&a, &far));
    assert_false(same_story(&a, &empty));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_that_are_the_same), cmocka_unit_test(names_that_are_not),
        cmocka_unit_test(names_that_may_be),
        cmocka_unit_test(nouns_that_are_the_same), cmocka_unit_test(nouns_that_are_not),
        cmocka_unit_test(a_name_and_a_noun),       cmocka_unit_test(labels_are_for_people),
        cmocka_unit_test(stories)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/symbol.h"

static void equal_texts_have_equal_numbers(void **state) {
    (void)state;
    struct symbols s = {0};
    symbol plan = symbols_intern(&s, TEXT("plan"));
    assert_int_equal(plan, 1);
    assert_int_equal(symbols_intern(&s, TEXT("deal")), 2);
    assert_int_equal(symbols_intern(&s, TEXT("plan")), plan);
    assert_int_equal(symbols_find(&s, TEXT("deal")), 2);
    assert_true(text_equal(symbols_text(&s, plan), TEXT("plan")));
    symbols_release(&s);
}

static void unknown_texts_have_none(void **state) {
    (void)state;
    struct symbols s = {0};
    assert_int_equal(symbols_find(&s, TEXT("plan")), 0);
    symbols_intern(&s, TEXT("plan"));
    assert_int_equal(symbols_find(&s, TEXT("Plan")), 0);
    assert_int_equal(symbols_find(&s, TEXT("plans")), 0);
    assert_int_equal(symbols_text(&s, 0).length, 0);
    assert_int_equal(symbols_text(&s, 99).length, 0);
    symbols_release(&s);
}

static void texts_are_copied(void **state) {
    (void)state;
    struct symbols s = {0};
    char word[] = "deal";
    symbol deal = symbols_intern(&s, text_of(word));
    word[0] = 's';
    assert_true(text_equal(symbols_text(&s, deal), TEXT("deal")));
    assert_int_equal(symbols_find(&s, TEXT("seal")), 0);
    symbols_release(&s);
}

static void many_survive_growth(void **state) {
    (void)state;
    struct symbols s = {0};
    struct buffer b = {0};
    for (uint32_t i = 0; i < 20000; i++) {
        buffer_clear(&b);
        buffer_format(&b, "word%u", i);
        assert_int_equal(symbols_intern(&s, buffer_view(&b)), i + 1);
    }
    for (uint32_t i = 0; i < 20000; i++) {
        buffer_clear(&b);
        buffer_format(&b, "word%u", i);
        assert_int_equal(symbols_find(&s, buffer_view(&b)), i + 1);
    }
    buffer_release(&b);
    symbols_release(&s);
    assert_int_equal(symbols_find(&s, TEXT("word1")), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_texts_have_equal_numbers),
        cmocka_unit_test(unknown_texts_have_none),
        cmocka_unit_test(texts_are_copied),
        cmocka_unit_test(many_survive_growth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above */
#include <cmocka.h>

#include "base/figure_word.h"

static const struct figure_word *find(const char *form) {
    return figure_word_row(figure_word_find(text_of(form)));
}

/* The table is searched in byte order: every row must find itself. */
static void every_row_is_found(void **state) {
    (void)state;
    for (uint16_t row = 1; figure_word_row(row)->text.length; row++) {
        if (figure_word_find(figure_word_row(row)->text) != row)
            fail_msg("%.*s is out of order", TEXT_ARGS(figure_word_row(row)->text));
    }
}

static void words_have_roles(void **state) {
    (void)state;
    assert_true(find("five")->roles & ROLE_CARDINAL && find("five")->value == 5);
    assert_true(find("second")->roles & ROLE_ORDINAL && find("second")->unit == UNIT_SECOND);
    assert_true(find("m")->roles & ROLE_MULTIPLIER && find("m")->unit == UNIT_METRE);
    assert_true(find("£")->unit == UNIT_POUND_STERLING);
    assert_true(find("than")->roles == ROLE_HEDGE);
}

static void other_words_have_none(void **state) {
    (void)state;
    static const char *const forms[] = {"", "peace", "the", "not", "approximatelyy", "zzz", "A"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) assert_int_equal(figure_word_find(text_of(forms[i])), 0);
    assert_int_equal(figure_word_row(65535)->roles, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_found),
        cmocka_unit_test(words_have_roles),
        cmocka_unit_test(other_words_have_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

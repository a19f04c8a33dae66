#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

static void valid_text_passes(void **state) {
    (void)state;
    const char *valid[] = {"", "plain", "exactly8", "caf\xC3\xA9", "five\xE2\x80\x91hour", "\xF0\x9F\x98\x80",
                           "\xED\x9F\xBF\xEE\x80\x80", "\xF4\x8F\xBF\xBF", "long enough for two words \xE2\x80\x9C"};
    for (size_t i = 0; i < sizeof valid / sizeof *valid; i++)
        assert_int_equal(utf8_check(text_of(valid[i])), strlen(valid[i]));
}

static void invalid_bytes_are_found_where_they_stand(void **state) {
    (void)state;
    const struct {
        const char *bytes;
        size_t at;
    } cases[] = {
        {"\x80", 0},                 /* a continuation on its own */
        {"caf\xE9", 3},              /* Latin-1 */
        {"12345678\xFF", 8},         /* after a whole word of ASCII */
        {"1234567\xC0\xAF", 7},      /* overlong */
        {"\xE0\x80\xAF", 0},         /* overlong, three bytes */
        {"\xF0\x80\x80\x80", 0},     /* overlong, four bytes */
        {"a\xED\xA0\x80", 1},        /* a surrogate */
        {"\xF4\x90\x80\x80", 0},     /* beyond U+10FFFF */
        {"\xF5\x80\x80\x80", 0},
        {"abc\xE2\x80", 3},          /* cut short */
        {"\xC3", 0},
        {"\xE2\x80\x91\xE2\x28\xA1", 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(utf8_check(text_of(cases[i].bytes)), cases[i].at);
}

static void every_code_point_survives(void **state) {
    (void)state;
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        if (code == 0xD800) code = 0xE000;
        char bytes[4];
        struct text t = {bytes, utf8_encode(code, bytes)};
        size_t at = 0;
        if (utf8_check(t) != t.length || utf8_next(t, &at) != code || at != t.length) fail_msg("U+%04X", code);
    }
}

static void counts_code_points(void **state) {
    (void)state;
    assert_int_equal(utf8_count(TEXT("")), 0);
    assert_int_equal(utf8_count(TEXT("\xE2\x80\x9Cno\xE2\x80\x9D \xF0\x9F\x98\x80")), 6);
}

static void measures_columns(void **state) {
    (void)state;
    assert_int_equal(utf8_width(TEXT("Kyiv")), 4);
    assert_int_equal(utf8_width(TEXT("\xE2\x80\x9Cno\xE2\x80\x9D")), 4);
    assert_int_equal(utf8_width(TEXT("\xE6\x9D\xB1\xE4\xBA\xAC")), 4);  /* Tokyo, in its own script */
    assert_int_equal(utf8_width(TEXT("\xF0\x9F\x98\x80")), 2);          /* a face */
    assert_int_equal(utf8_width(TEXT("e\xCC\x81")), 1);                 /* e and a combining accent */
    assert_int_equal(utf8_width(TEXT("a\xE2\x80\x8B" "b")), 2);         /* a zero-width space */
    assert_int_equal(utf8_width(TEXT("\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2")), 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(valid_text_passes),
        cmocka_unit_test(invalid_bytes_are_found_where_they_stand),
        cmocka_unit_test(every_code_point_survives),
        cmocka_unit_test(counts_code_points),
        cmocka_unit_test(measures_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

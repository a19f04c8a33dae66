#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

static void slices_stay_inside(void **state) {
    (void)state;
    assert_true(text_equal(text_slice(TEXT("plan"), 1, 3), TEXT("la")));
    assert_true(text_equal(text_slice(TEXT("plan"), 2, 99), TEXT("an")));
    assert_int_equal(text_slice(TEXT("plan"), 3, 1).length, 0);
    assert_int_equal(text_slice((struct text){0}, 1, 2).length, 0);
}

static void starts_and_ends(void **state) {
    (void)state;
    assert_true(text_starts(TEXT("ceasefire"), TEXT("cease")));
    assert_true(text_ends(TEXT("ceasefire"), TEXT("fire")));
    assert_true(text_starts(TEXT("a"), TEXT("")));
    assert_false(text_starts(TEXT("cease"), TEXT("ceasefire")));
    assert_false(text_ends(TEXT("fire"), TEXT("ceasefire")));
    assert_false(text_ends(TEXT("ceasefire"), TEXT("cease")));
}

static void a_digest_sees_every_byte(void **state) {
    (void)state;
    char bytes[100];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(i * 7);
    for (size_t length = 0; length < sizeof bytes; length++) {
        uint64_t digest = text_digest((struct text){bytes, length});
        assert_true(digest != text_digest((struct text){bytes, length + 1}));
        for (size_t i = 0; i < length; i++) {
            bytes[i] ^= 1;
            assert_true(digest != text_digest((struct text){bytes, length}));
            bytes[i] ^= 1;
        }
    }
    assert_true(text_digest(TEXT("the same on every machine, whatever its byte order")) == UINT64_C(0xef07652d4a33d00b));
}

static void compares_bytes(void **state) {
    (void)state;
    assert_true(text_compare(TEXT("a"), TEXT("b")) < 0);
    assert_true(text_compare(TEXT("ab"), TEXT("a")) > 0);
    assert_int_equal(text_compare(TEXT(""), (struct text){0}), 0);
    assert_true(text_compare(TEXT("z"), TEXT("\xC3\xA9")) < 0);
    assert_false(text_equal(TEXT("a"), TEXT("A")));
}

static void trims_ascii_only(void **state) {
    (void)state;
    assert_true(text_equal(text_trim(TEXT(" \t a b\r\n")), TEXT("a b")));
    assert_int_equal(text_trim(TEXT(" \n ")).length, 0);
    assert_int_equal(text_trim(TEXT("\xC2\xA0")).length, 2);
}

static void hashes_are_stable(void **state) {
    (void)state;
    assert_true(text_hash(TEXT("")) == 0xcbf29ce484222325u);
    assert_true(text_hash(TEXT("a")) == 0xaf63dc4c8601ec8cu);
    assert_true(text_hash(TEXT("ab")) != text_hash(TEXT("ba")));
    assert_true(hash_mix(1, 2) != hash_mix(2, 1));
}

static void buffer_grows_and_terminates(void **state) {
    (void)state;
    struct buffer b = {0};
    for (int i = 0; i < 1000; i++) buffer_format(&b, "%d,", i % 10);
    assert_int_equal(b.length, 2000);
    assert_int_equal(strlen(b.bytes), 2000);
    assert_false(b.failed);
    buffer_clear(&b);
    assert_int_equal(buffer_view(&b).length, 0);
    buffer_text(&b, (struct text){0});
    buffer_string(&b, NULL);
    buffer_char(&b, 'x');
    assert_string_equal(b.bytes, "x");
    buffer_release(&b);
    assert_null(b.bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_stay_inside), cmocka_unit_test(starts_and_ends),
        cmocka_unit_test(a_digest_sees_every_byte),
        cmocka_unit_test(compares_bytes),     cmocka_unit_test(trims_ascii_only),
        cmocka_unit_test(hashes_are_stable),  cmocka_unit_test(buffer_grows_and_terminates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

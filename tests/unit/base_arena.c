#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static void memory_is_zero_and_aligned(void **state) {
    (void)state;
    struct arena a = {0};
    for (size_t size = 0; size < 100; size++) {
        unsigned char *bytes = arena_alloc(&a, size);
        assert_non_null(bytes);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(bytes[i], 0);
        memset(bytes, 0xFF, size);
    }
    arena_release(&a);
}

static void reset_gives_zeroes_again(void **state) {
    (void)state;
    struct arena a = {0};
    for (int round = 0; round < 3; round++) {
        unsigned char *bytes = arena_alloc(&a, 1000);
        for (size_t i = 0; i < 1000; i++) assert_int_equal(bytes[i], 0);
        memset(bytes, 1, 1000);
        arena_reset(&a);
    }
    arena_release(&a);
    arena_reset(&a);
    assert_null(a.pages);
}

static void pieces_larger_than_a_page(void **state) {
    (void)state;
    struct arena a = {0};
    char *small = arena_alloc(&a, 8);
    char *large = arena_alloc(&a, 3 * 1000 * 1000);
    assert_non_null(large);
    memset(large, 7, 3 * 1000 * 1000);
    assert_int_equal(*small, 0);
    arena_release(&a);
}

static void impossible_sizes_fail_once_and_for_all(void **state) {
    (void)state;
    struct arena a = {0};
    assert_null(arena_alloc(&a, SIZE_MAX));
    assert_true(a.failed);
    assert_non_null(arena_alloc(&a, 8));
    assert_true(a.failed);
    arena_release(&a);
    assert_false(a.failed);
}

static void texts_are_terminated_copies(void **state) {
    (void)state;
    struct arena a = {0};
    char original[] = "plan";
    struct text copy = arena_text(&a, text_of(original));
    original[0] = 'c';
    assert_string_equal(copy.bytes, "plan");
    assert_string_equal(arena_format(&a, "%d of %s", 3, "all").bytes, "3 of all");
    assert_int_equal(arena_text(&a, (struct text){0}).length, 0);
    arena_release(&a);
}

static void lists_keep_their_items(void **state) {
    (void)state;
    struct arena a = {0};
    struct {
        LIST(uint32_t);
    } list = {0};
    for (uint32_t i = 0; i < 100000; i++) {
        uint32_t *item = list_add(&a, &list);
        assert_non_null(item);
        *item = i;
    }
    assert_int_equal(list.count, 100000);
    for (uint32_t i = 0; i < 100000; i++) assert_int_equal(list.items[i], i);
    arena_release(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zero_and_aligned),
        cmocka_unit_test(reset_gives_zeroes_again),
        cmocka_unit_test(pieces_larger_than_a_page),
        cmocka_unit_test(impossible_sizes_fail_once_and_for_all),
        cmocka_unit_test(texts_are_terminated_copies),
        cmocka_unit_test(lists_keep_their_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

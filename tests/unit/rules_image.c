/* The image that the program is linked with holds what loading the shipped packs makes. */
#include "rules_helper.h"

#include "library/folder.h"
#include "rules/image.h"
#include "rules/list.h"

struct shipped {
    struct arena arena;
    struct paths packs;
};

static struct shipped find_packs(void) {
    struct shipped s = {0};
    struct belie_error e = {0};
    assert_true(folder_packs(&s.arena, "rules", &s.packs, &e));
    return s;
}

static struct rules *load_apart(const struct shipped *s, uint64_t *key) {
    struct belie_error e = {0};
    struct rules *r = rules_load_apart(s->packs.items.items, s->packs.items.count, 1 << 26, key, &e);
    assert_non_null(r);
    return r;
}

static void opens_for_its_key_alone(void **state) {
    (void)state;
    struct shipped s = find_packs();
    uint64_t key;
    struct rules *apart = load_apart(&s, &key), opened = {0};
    assert_false(image_open(key + 1, &opened));
    assert_null(opened.arena.pages);
    assert_true(image_open(key, &opened));
    assert_true(opened.hash == apart->hash);
    assert_int_equal(opened.symbols.texts.count, apart->symbols.texts.count);
    arena_release(&opened.arena);
    rules_free(apart);
    arena_release(&s.arena);
}

static void print_all(const struct rules *r, struct buffer *out) {
    size_t problems;
    rules_list(r, out);
    rules_lint(r, out, &problems);
    for (size_t i = 0; i < r->propositions.count; i++)
        assert_true(rules_show(r, symbols_text(&r->symbols, r->propositions.items[i].id), out));
    for (size_t i = 0; i < r->entities.count; i++)
        assert_true(rules_show(r, symbols_text(&r->symbols, r->entities.items[i].id), out));
}

static void tells_what_the_files_tell(void **state) {
    (void)state;
    struct shipped s = find_packs();
    struct belie_error e = {0};
    uint64_t key;
    struct rules *image = rules_load(s.packs.items.items, s.packs.items.count, &e), *apart = load_apart(&s, &key);
    assert_non_null(image);
    for (size_t i = 0; i < image->files.count; i++) *list_add(&apart->arena, &apart->files) = image->files.items[i];
    struct buffer of_image = {0}, of_files = {0};
    print_all(image, &of_image);
    print_all(apart, &of_files);
    assert_true(of_image.length > 100000);
    assert_string_equal(of_image.bytes, of_files.bytes);
    buffer_release(&of_image);
    buffer_release(&of_files);
    rules_free(apart);
    rules_free(image);
    arena_release(&s.arena);
}

static void other_packs_are_read_from_their_files(void **state) {
    (void)state;
    struct belie_error e = {0};
    const struct text one[] = {TEXT("rules/core")};
    struct rules *core = rules_load(one, 1, &e);
    assert_non_null(core);
    assert_int_equal(core->packs.count, 1);
    rules_free(core);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_for_its_key_alone),
        cmocka_unit_test(tells_what_the_files_tell),
        cmocka_unit_test(other_packs_are_read_from_their_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

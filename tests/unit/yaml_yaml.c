#include "rules_helper.h"

#include "base/limits.h"
#include "yaml/yaml.h"

#include <stdlib.h>
#include <time.h>

struct reading {
    struct arena arena;
    struct yaml_file file;
    struct node *root;
    struct belie_error error;
};

static bool read(struct reading *r, struct text bytes) {
    *r = (struct reading){.file = {TEXT("x.yaml"), bytes, "rule file", BELIE_BAD_RULES}};
    return yaml_read(&r->arena, &r->file, &r->root, &r->error);
}

static void nodes_know_their_place(void **state) {
    (void)state;
    struct reading r;
    assert_true(read(&r, TEXT("a: b\nfünf: [eins, \"zw\\u00f6lf\"]\n")));
    assert_int_equal(r.root->kind, NODE_MAP);
    assert_int_equal(r.root->keys.count, 2);
    const struct node *list = r.root->items.items[1], *last = list->items.items[1];
    assert_true(text_equal(r.root->keys.items[1]->text, TEXT("fünf")));
    assert_int_equal(list->column, 7);
    assert_int_equal(last->line, 2);
    assert_int_equal(last->column, 14);
    assert_true(text_equal(last->text, TEXT("zwölf")));
    arena_release(&r.arena);
}

static void all_scalars_are_text(void **state) {
    (void)state;
    struct reading r;
    assert_true(read(&r, TEXT("[no, on, 12, ~, 2025-12-03, \"\"]")));
    const char *const expected[] = {"no", "on", "12", "~", "2025-12-03", ""};
    assert_int_equal(r.root->items.count, 6);
    for (size_t i = 0; i < 6; i++) assert_true(text_equal(r.root->items.items[i]->text, text_of(expected[i])));
    arena_release(&r.arena);
}

static void nothing_is_no_tree(void **state) {
    (void)state;
    static const char *const files[] = {"", "\n\n", "# only a comment\n", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading r;
        assert_true(read(&r, text_of(files[i])));
        assert_null(r.root);
        arena_release(&r.arena);
    }
}

static void byte_order_marks_and_carriage_returns(void **state) {
    (void)state;
    struct reading r;
    assert_true(read(&r, TEXT("\xEF\xBB\xBF"
                              "a: b\r\nc: d\r\n")));
    assert_int_equal(r.root->keys.count, 2);
    assert_int_equal(r.root->keys.items[1]->line, 2);
    assert_true(text_equal(r.root->items.items[0]->text, TEXT("b")));
    yaml_error(&r.error, r.root->items.items[0], "wrong");
    assert_int_equal(r.error.line, 1);
    assert_int_equal(r.error.column, 4);
    arena_release(&r.arena);
}

static void errors_point_into_scalars(void **state) {
    (void)state;
    struct reading r;
    assert_true(read(&r, TEXT("a: \"b c d\"")));
    yaml_error_within(&r.error, r.root->items.items[0], 4, "no %s", "d");
    assert_string_equal(r.error.message, "no d");
    assert_int_equal(r.error.column, 9);
    assert_string_equal(r.error.excerpt, "a: \"b c d\"");
    arena_release(&r.arena);
}

static void errors_do_not_point_past_escapes(void **state) {
    (void)state;
    struct reading r;
    assert_true(read(&r, TEXT("a: \"\\u00e9 c\"")));
    yaml_error_within(&r.error, r.root->items.items[0], 3, "\033[31mred");
    assert_string_equal(r.error.message, "?[31mred");
    assert_int_equal(r.error.column, 4);
    arena_release(&r.arena);
}

static void refuses(const char *yaml, const char *message) {
    struct reading r;
    assert_false(read(&r, text_of(yaml)));
    assert_int_equal(r.error.code, BELIE_BAD_RULES);
    assert_string_equal(r.error.message, message);
    arena_release(&r.arena);
}

static void what_is_not_in_the_subset(void **state) {
    (void)state;
    refuses("a: &b c", "an anchor is not allowed in a rule file");
    refuses("a: *b", "an alias is not allowed in a rule file");
    refuses("a: !b c", "a tag is not allowed in a rule file");
    refuses("a: ! c", "a tag is not allowed in a rule file");
    refuses("--- a\n--- b\n", "a second document is not allowed in a rule file");
    refuses("{a: b, c: d, a: e}", "duplicate key \"a\", first given in line 1");
    refuses("? [a]\n: b", "a key is a text, not a list");
    refuses("a: \"\\0\"", "a NUL character in a text");
}

static struct text repeated(const char *part, size_t count, char **memory) {
    size_t length = strlen(part);
    *memory = malloc(length * count);
    for (size_t i = 0; i < count; i++) memcpy(*memory + i * length, part, length);
    return (struct text){*memory, length * count};
}

static void hostile_files_fail_quickly(void **state) {
    (void)state;
    static const char *const parts[] = {"[",  "{a: ", "- ",  "? ", "a: &a *a\n", "\xFF",
                                        "\\", "!",    "[a,", "\"", "x: [\n"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct reading r;
        char *memory;
        struct text bytes = repeated(parts[i], 1000 * 1000, &memory);
        clock_t start = clock();
        assert_false(read(&r, bytes) && r.root->kind != NODE_TEXT);
        assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 5.0);
        arena_release(&r.arena);
        free(memory);
    }
}

static void too_large_is_not_read(void **state) {
    (void)state;
    struct reading r;
    char *memory;
    assert_false(read(&r, repeated("a", LIMIT_RULE_FILE_BYTES + 1, &memory)));
    assert_string_equal(r.error.message, "larger than 16 MB, not read");
    free(memory);
    arena_release(&r.arena);
}

static void depth_has_a_limit(void **state) {
    (void)state;
    struct reading r;
    char nested[2 * LIMIT_YAML_DEPTH + 4] = {0};
    memset(nested, '[', LIMIT_YAML_DEPTH);
    memset(nested + LIMIT_YAML_DEPTH, ']', LIMIT_YAML_DEPTH);
    assert_true(read(&r, text_of(nested)));
    arena_release(&r.arena);
    memset(nested, '[', LIMIT_YAML_DEPTH + 2);
    memset(nested + LIMIT_YAML_DEPTH + 2, ']', LIMIT_YAML_DEPTH + 1);
    refuses(nested, "nested too deeply");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nodes_know_their_place),    cmocka_unit_test(all_scalars_are_text),
        cmocka_unit_test(nothing_is_no_tree),        cmocka_unit_test(byte_order_marks_and_carriage_returns),
        cmocka_unit_test(errors_point_into_scalars), cmocka_unit_test(errors_do_not_point_past_escapes),
        cmocka_unit_test(what_is_not_in_the_subset), cmocka_unit_test(hostile_files_fail_quickly),
        cmocka_unit_test(too_large_is_not_read),     cmocka_unit_test(depth_has_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

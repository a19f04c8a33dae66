#include "document_helper.h"

static void known_keys_are_read(void **state) {
    (void)state;
    struct reading r =
        read_bytes("a.txt", TEXT("---\ntitle: Mayor's plan\ndate: 2025-12-03T09:30:00+01:00\noutlet: Bay Herald\n"
                                 "author: [Ann Lee, Bo Ray]\nurl: http://bay.example/1\nlanguage: en\n"
                                 "tags:\n  - {title: other}\n  - date: never\nsource: Other\n---\nText.\n"));
    assert_true(r.read);
    assert_true(text_equal(r.document.title, TEXT("Mayor's plan")));
    assert_true(text_equal(r.document.outlet, TEXT("Bay Herald")));
    assert_true(text_equal(r.document.author, TEXT("Ann Lee, Bo Ray")));
    assert_true(text_equal(r.document.uri, TEXT("http://bay.example/1")));
    assert_true(text_equal(r.document.language, TEXT("en")));
    assert_int_equal(r.document.published, date_parse(TEXT("2025-12-03")));
    assert_int_equal(r.document.blocks.count, 2);
    arena_release(&r.arena);
}

static void other_names_of_the_keys(void **state) {
    (void)state;
    struct reading r =
        read_bytes("a.md", TEXT("\xEF\xBB\xBF---\r\nheadline: \"Plan\"\r\npublished: 3 December 2025\r\nsource: Bay\r\n"
                                "uri: x:1\r\n---\r\nText.\r\n"));
    assert_true(r.read);
    assert_true(text_equal(r.document.title, TEXT("Plan")));
    assert_true(text_equal(r.document.outlet, TEXT("Bay")));
    assert_true(text_equal(r.document.uri, TEXT("x:1")));
    assert_int_equal(r.document.published, date_parse(TEXT("2025-12-03")));
    arena_release(&r.arena);
}

static void assert_title(const char *source, const char *title, const char *part, const char *stands_at) {
    struct reading r = read_bytes("a.txt", text_of(source));
    assert_true(r.read);
    assert_int_equal(r.document.blocks.items[0].kind, BLOCK_HEADLINE);
    assert_true(text_equal(r.document.blocks.items[0].text, text_of(title)));
    assert_place(&r.document, part, find(source, stands_at));
    arena_release(&r.arena);
}

static void title_stands_in_the_front_matter(void **state) {
    (void)state;
    assert_title("---\ntitle: Mayor says no\n---\n", "Mayor says no", "says", "says");
    assert_title("---\r\nlanguage: \xC3\xA9\r\ntitle: 'Mayor''s no'\r\n---\r\n", "Mayor's no", "s no", "s no");
    assert_title("---\ntitle: \"A \\\"no\\\" caf\\u00e9 \\U0001F600 \\x41 end\"\n---\n",
                 "A \"no\" caf\xC3\xA9 \xF0\x9F\x98\x80 A end", " end", " end");
    assert_title("---\ntitle: \"A \\\"no\\\" here\"\n---\n", "A \"no\" here", "\"no", "\\\"no");
    assert_title("---\ntitle: Mayor\n  says\n  no\nlanguage: en\n---\n", "Mayor says no", "no", "no\nlan");
    assert_title("---\ntitle: \"Mayor \\\n  says no\"\n---\n", "Mayor says no", "says", "says");
    assert_title("---\ntitle: >-\n  Mayor\n  says no\n---\n", "Mayor says no", "no", "no\n");
    assert_title("---\ntitle: |\n  Mayor says\n---\n", "Mayor says", "says", "says");
}

static void a_rule_is_no_front_matter(void **state) {
    (void)state;
    assert_blocks("a.md", "---\n\nText here.\n\n---\n", "paragraph: Text here.\n");
    assert_blocks("a.md", "---\nText here.\n", "paragraph: Text here.\n");
    assert_blocks("a.md", "Text here.\n\n---\ntitle: x\n---\n", "paragraph: Text here.\nheading: title: x\n");
    assert_blocks("a.md", "----\ntitle: x\n----\n", "heading: title: x\n");
}

static void assert_malformed(const char *source, size_t line, size_t column) {
    struct reading r = read_bytes("a.md", text_of(source));
    assert_false(r.read);
    assert_int_equal(r.error.code, BELIE_BAD_TEXT);
    assert_int_equal(r.error.line, line);
    assert_int_equal(r.error.column, column);
    assert_true(text_starts(text_of(r.error.message), TEXT("front matter: ")));
    arena_release(&r.arena);
}

static void malformed_front_matter_is_an_error_with_a_place(void **state) {
    (void)state;
    assert_malformed("---\ntitle: \"no end\n---\nText.\n", 3, 1);
    assert_malformed("---\ntitle: a: b\n---\nText.\n", 2, 9);
    assert_malformed("---\ndate: yesterday\n---\nText.\n", 2, 7);
    assert_malformed("---\nlanguage: \xC3\xA9\ndate: 2025-13-01\n---\nText.\n", 3, 7);
    assert_malformed("---\njust words\n---\nText.\n", 2, 1);
    assert_malformed("---\n- a\n- b\n---\nText.\n", 2, 1);
    assert_malformed("---\ntitle: a\x01\n---\nText.\n", 2, 9);
}

static void odd_values_are_no_error(void **state) {
    (void)state;
    const char *sources[] = {
        "---\ntitle:\ndate:\n---\n",      "---\ntitle: {a: b}\n---\n",    "---\n? {a: b}\n: c\nlanguage: en\n---\n",
        "---\na: &x b\ntitle: *x\n---\n", "---\n# only a comment\n---\n", "---\ndate: null\n---\n"};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct reading r = read_bytes("a.md", text_of(sources[i]));
        assert_true(r.read);
        assert_int_equal(r.document.blocks.count, 0);
        assert_int_equal(r.document.published, NO_DATE);
        if (i == 2) assert_true(text_equal(r.document.language, TEXT("en")));
        arena_release(&r.arena);
    }
}

static void dates(void **state) {
    (void)state;
    assert_int_equal(date_parse(TEXT("1970-01-01")), 0);
    assert_int_equal(date_parse(TEXT("1969-12-31")), -1);
    assert_int_equal(date_parse(TEXT("2000-02-29")), 11016);
    assert_int_equal(date_parse(TEXT("2025-12-03T23:59:59Z")), 20425);
    assert_int_equal(date_parse(TEXT(" 2025-12-03 10:00 ")), 20425);
    const char *none[] = {"",           "2025",       "2025-12",        "2025-02-30", "1900-02-29",
                          "2025-00-10", "2025-1-1",   "03-12-2025",     "2025-12-3x", "2025-12-031",
                          "0000-01-01", "2025-12/03", "2025-12-03 noon"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) assert_int_equal(date_parse(text_of(none[i])), NO_DATE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_keys_are_read),
        cmocka_unit_test(other_names_of_the_keys),
        cmocka_unit_test(title_stands_in_the_front_matter),
        cmocka_unit_test(a_rule_is_no_front_matter),
        cmocka_unit_test(malformed_front_matter_is_an_error_with_a_place),
        cmocka_unit_test(odd_values_are_no_error),
        cmocka_unit_test(dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Paths as URIs, text in XML and JSON, GitHub's hashes of lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "report/json_write.h"
#include "report/line_hash.h"
#include "report/uri.h"
#include "report/xml.h"

static void assert_uri(const char *path, const char *expected, enum uri_kind kind) {
    struct buffer out = {0};
    assert_int_equal(uri_write(&out, text_of(path)), kind);
    assert_string_equal(out.bytes ? out.bytes : "", expected);
    buffer_release(&out);
}

static void paths_below_stay_relative(void **state) {
    (void)state;
    assert_uri("desk/a-b_c.~1.md", "desk/a-b_c.~1.md", URI_INSIDE);
    assert_uri("././desk/a.md", "desk/a.md", URI_INSIDE);
    assert_uri("-", "-", URI_INSIDE);
}

static void what_a_uri_cannot_hold_is_encoded(void **state) {
    (void)state;
    assert_uri("a b#c?d%41.md", "a%20b%23c%3Fd%2541.md", URI_INSIDE);
    assert_uri("mail:to.md", "mail%3Ato.md", URI_INSIDE);
    assert_uri("caf\xC3\xA9\xE9\n.md", "caf%C3%A9%E9%0A.md", URI_INSIDE);
    assert_uri("c://draft.md", "c%3A//draft.md", URI_INSIDE);
}

static void other_paths_are_told_apart(void **state) {
    (void)state;
    assert_uri("/news/a b.md", "file:///news/a%20b.md", URI_WHOLE);
    assert_uri("../a.md", "../a.md", URI_OUTSIDE);
    assert_uri("..a/b.md", "..a/b.md", URI_INSIDE);
    assert_uri("https://x.org/a?b=%20#c", "https://x.org/a?b=%20#c", URI_WHOLE);
    assert_uri("https://x.org/a b%", "https://x.org/a%20b%25", URI_WHOLE);
}

static void assert_xml(struct text t, const char *expected) {
    struct buffer out = {0};
    xml_text(&out, t);
    assert_string_equal(out.bytes, expected);
    buffer_release(&out);
}

static void xml_holds_what_it_can(void **state) {
    (void)state;
    assert_xml(TEXT("<a b=\"c\"> & 'd'\t\r\n"), "&lt;a b=&quot;c&quot;&gt; &amp; 'd'&#9;&#13;&#10;");
    assert_xml(TEXT("\xF0\x9F\x8E\x89]]>"), "\xF0\x9F\x8E\x89]]&gt;");
}

static void what_xml_cannot_hold_is_replaced(void **state) {
    (void)state;
    assert_xml(TEXT("a\0b\x1B\x7F"), "a\uFFFDb\uFFFD\x7F");
    assert_xml(TEXT("\xEF\xBF\xBE\xEF\xBF\xBF!"), "\uFFFD\uFFFD!");
    assert_xml(TEXT("\xE9 \xF0\x9F"), "\uFFFD \uFFFD\uFFFD");
}

/* The hash of "" is that of the end of the file and 99 zeros: 65535 * 37^99. */
static void hashes_are_those_of_github(void **state) {
    (void)state;
    struct arena arena = {0};
    struct line_hashes lines = {0};
    uint64_t end = 65535;
    for (int i = 0; i < 99; i++) end *= 37;
    assert_true(line_hashes_of(&arena, TEXT(""), &lines));
    assert_int_equal(lines.items.count, 1);
    assert_true(lines.items.items[0].hash == end);
    arena_release(&arena);
}

static void spaces_and_kinds_of_line_ends_do_not_count(void **state) {
    (void)state;
    struct arena arena = {0};
    struct line_hashes one = {0}, other = {0};
    assert_true(line_hashes_of(&arena, TEXT("a b\n\n\tc\nd"), &one));
    assert_true(line_hashes_of(&arena, TEXT(" ab\r\n \r\nc\rd  "), &other));
    assert_int_equal(one.items.count, 4);
    assert_int_equal(other.items.count, 4);
    for (size_t i = 0; i < 4; i++) assert_true(one.items.items[i].hash == other.items.items[i].hash);
    arena_release(&arena);
}

static void equal_lines_are_counted(void **state) {
    (void)state;
    struct arena arena = {0};
    struct line_hashes lines = {0};
    struct buffer text = {0};
    for (int i = 0; i < 300; i++) buffer_string(&text, "the same\n");
    assert_true(line_hashes_of(&arena, buffer_view(&text), &lines));
    assert_int_equal(lines.items.count, 301);
    for (uint32_t i = 0; i < 200; i++) assert_int_equal(lines.items.items[i].occurrence, i + 1);
    buffer_release(&text);
    arena_release(&arena);
}

static void assert_json(struct text t, const char *expected) {
    struct buffer out = {0};
    json_string(&out, t);
    cJSON *read = cJSON_Parse(out.bytes);
    assert_non_null(read);
    assert_string_equal(cJSON_GetStringValue(read), expected);
    assert_int_equal(strlen(out.bytes), out.length);
    cJSON_Delete(read);
    buffer_release(&out);
}

/* Strings are written eight bytes at a time: each ASCII byte at each place of such a run, and behind it. */
static void json_holds_every_byte(void **state) {
    (void)state;
    for (int c = 1; c < 0x80; c++)
        for (size_t length = 1; length < 20; length++)
            for (size_t at = 0; at < length; at++) {
                char bytes[20] = {0};
                memset(bytes, 'e', length);
                bytes[at] = (char)c;
                assert_json((struct text){bytes, length}, bytes);
            }
}

static void json_replaces_what_is_no_utf8(void **state) {
    (void)state;
    assert_json(TEXT("eight by\xFFtes \"and\" more"), "eight by\uFFFDtes \"and\" more");
    assert_json(TEXT("na\xC3\xAFve \xE2\x80\x9Cquote\xE2\x80\x9D"), "na\xC3\xAFve \xE2\x80\x9Cquote\xE2\x80\x9D");
    assert_json(TEXT(""), "");
}

static void json_puts_commas(void **state) {
    (void)state;
    struct buffer out = {0};
    json_open(&out, '{');
    json_key(&out, "a");
    json_raw(&out, TEXT("[1]"));
    json_key(&out, "b");
    json_open(&out, '[');
    json_string(&out, TEXT("x,"));
    json_count(&out, 0);
    json_raw(&out, TEXT("{}"));
    json_close(&out, ']');
    json_close(&out, '}');
    assert_string_equal(out.bytes, "{\"a\":[1],\"b\":[\"x,\",0,{}]}");
    buffer_release(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_below_stay_relative),
        cmocka_unit_test(what_a_uri_cannot_hold_is_encoded),
        cmocka_unit_test(other_paths_are_told_apart),
        cmocka_unit_test(xml_holds_what_it_can),
        cmocka_unit_test(what_xml_cannot_hold_is_replaced),
        cmocka_unit_test(json_holds_every_byte),
        cmocka_unit_test(json_replaces_what_is_no_utf8),
        cmocka_unit_test(json_puts_commas),
        cmocka_unit_test(hashes_are_those_of_github),
        cmocka_unit_test(spaces_and_kinds_of_line_ends_do_not_count),
        cmocka_unit_test(equal_lines_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

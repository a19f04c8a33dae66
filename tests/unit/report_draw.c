#include "report/draw.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static struct buffer out;

static const char *paragraph(unsigned width, const char *text) {
    buffer_clear(&out);
    draw_paragraph(&(struct canvas){.out = &out, .width = width}, "  ", text_of(text));
    return out.bytes;
}

/* Marks the first place of `words` in `text`. */
static const char *quotation(unsigned width, bool color, const char *text, const char *words) {
    uint32_t start = (uint32_t)(strstr(text, words) - text);
    struct span mark = {start + 1000, start + 1000 + (uint32_t)strlen(words)};
    buffer_clear(&out);
    draw_quotation(&(struct canvas){.out = &out, .color = color, .width = width}, "| ",
                   &(struct quotation){.whole = text_of(text), .start = 1000, .marks = &mark, .count = 1});
    return out.bytes;
}

static void wraps_between_words(void **state) {
    (void)state;
    assert_string_equal(paragraph(30, "one two three four five six seven eight"),
                        "  one two three four five six\n  seven eight\n");
    assert_string_equal(paragraph(30, ""), "  \n");
    assert_string_equal(paragraph(30, " spaces\n\n and lines  "), "  spaces and lines\n");
}

static void breaks_a_word_only_where_it_must(void **state) {
    (void)state;
    assert_string_equal(paragraph(16, "abcdefghijklmnopqrstuvwxyz"), "  abcdefghijklmn\n  opqrstuvwxyz\n");
    assert_string_equal(paragraph(16, "ab abcdefghijklm"), "  ab\n  abcdefghijklm\n");
}

static void counts_columns_not_bytes(void **state) {
    (void)state;
    assert_string_equal(paragraph(14, "éééé éééé éé"), "  éééé éééé éé\n");
    assert_string_equal(paragraph(14, "日本日本 日本日本"), "  日本日本\n  日本日本\n");
}

static void underlines_with_carets(void **state) {
    (void)state;
    assert_string_equal(quotation(60, false, "the council rejected it", "rejected"),
                        "| the council rejected it\n|             ^^^^^^^^\n");
    assert_string_equal(quotation(60, false, "日本 said no", "no"), "| 日本 said no\n|           ^^\n");
    assert_string_equal(quotation(14, false, "one two three four", "two three"),
                        "| one two\n|     ^^^\n| three four\n| ^^^^^\n");
}

static void underlines_with_colour(void **state) {
    (void)state;
    assert_string_equal(quotation(60, true, "it rejected it", "rejected"),
                        "\033[2m| \033[0mit \033[1;4mrejected\033[0m it\n");
}

static void cuts_what_is_far_from_the_mark(void **state) {
    (void)state;
    char text[4000];
    memset(text, 0, sizeof text);
    for (int i = 0; i < 300; i++) strcat(text, "before ");
    strcat(text, "HERE");
    for (int i = 0; i < 200; i++) strcat(text, " after");
    const char *drawn = quotation(80, false, text, "HERE");
    assert_true(strlen(drawn) < 800);
    assert_ptr_equal(strstr(drawn, "| … "), drawn);
    assert_non_null(strstr(drawn, "HERE"));
    assert_non_null(strstr(drawn, "^^^^\n"));
    assert_non_null(strstr(drawn, " …\n"));
}

static void does_not_obey_what_it_quotes(void **state) {
    (void)state;
    assert_string_equal(paragraph(60, "a\033[31mred\xE2\x80\xAE turned \x07"),
                        "  a\uFFFD[31mred\uFFFD turned \uFFFD\n");
    assert_string_equal(paragraph(60, "broken \xFF byte"), "  broken \uFFFD byte\n");
}

static int release(void **state) {
    (void)state;
    buffer_release(&out);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wraps_between_words),          cmocka_unit_test(breaks_a_word_only_where_it_must),
        cmocka_unit_test(counts_columns_not_bytes),     cmocka_unit_test(underlines_with_carets),
        cmocka_unit_test(underlines_with_colour),       cmocka_unit_test(cuts_what_is_far_from_the_mark),
        cmocka_unit_test(does_not_obey_what_it_quotes),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}

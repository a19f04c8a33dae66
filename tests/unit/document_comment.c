#include "document_helper.h"

/* `expected` has a line "kind: bytes" for each comment. */
static void assert_comments(const char *path, const char *source, const char *expected) {
    static const char *const kinds[] = {
        [COMMENT_HIDDEN] = "hidden", [COMMENT_ENDLESS] = "endless", [COMMENT_SHOWN] = "shown"};
    struct reading r = read_bytes(path, text_of(source));
    struct buffer found = {0};
    assert_true(r.read);
    for (size_t i = 0; i < r.document.comments.items.count; i++) {
        const struct comment *c = &r.document.comments.items.items[i];
        struct text bytes = text_slice(r.document.source, c->span.start, c->span.end);
        buffer_format(&found, "%s: %.*s\n", kinds[c->kind], TEXT_ARGS(bytes));
    }
    assert_string_equal(found.bytes ? found.bytes : "", expected);
    buffer_release(&found);
    arena_release(&r.arena);
}

static void comments_are_no_text(void **state) {
    static const char source[] = "<!-- first -->\n"
                                 "Mayor Rejects Harbour Plan <!-- headline -->\n"
                                 "<!-- over\n\ntwo --> The mayor <!-- inside -->turned it down.\n";
    static const char comments[] = "hidden: <!-- first -->\nhidden: <!-- headline -->\n"
                                   "hidden: <!-- over\n\ntwo -->\nhidden: <!-- inside -->\n";
    (void)state;
    assert_blocks("a.txt", source, "headline: Mayor Rejects Harbour Plan\nparagraph: The mayor turned it down.\n");
    assert_comments("a.txt", source, comments);
}

static void markdown_says_what_a_comment_is(void **state) {
    static const char source[] = "# Mayor Rejects Harbour Plan\n\n<!-- block -->\nThe mayor <!-- inside -->said no.\n\n"
                                 "> <!-- in a\n> quotation -->\n\n<div>\n<!-- in HTML -->\n</div>\n\n"
                                 "```\n<!-- code -->\n```\n";
    (void)state;
    assert_blocks("a.md", source, "headline: Mayor Rejects Harbour Plan\nparagraph: The mayor said no.\n");
    assert_comments("a.md", source,
                    "hidden: <!-- block -->\nhidden: <!-- inside -->\nhidden: <!-- in a\n> quotation -->\n"
                    "hidden: <!-- in HTML -->\n");
}

static void text_behind_a_comment_is_text(void **state) {
    static const char source[] = "# Mayor Rejects Harbour Plan\n\n<!-- one --> The mayor <!-- two --> said no.\n\n"
                                 "- <!-- three --> She may say yes.\n";
    (void)state;
    assert_blocks("a.md", source,
                  "headline: Mayor Rejects Harbour Plan\nparagraph: The mayor  said no.\n"
                  "list-item: She may say yes.\n");
    struct reading r = read_bytes("a.md", text_of(source));
    assert_place(&r.document, "said no", find(source, "said no"));
    assert_place(&r.document, "She may", find(source, "She may"));
    arena_release(&r.arena);
}

static void a_comment_line_parts_nothing(void **state) {
    static const char source[] =
        "Mayor Rejects Harbour Plan\n\n"
        "The mayor turned the plan down on Monday, and the council, which had\n"
        "backed it in May, said that it would vote on it again before the\n"
        "<!-- a note -->\n"
        "summer, whatever the mayor thinks of the costs and of the noise that\n"
        "the builders make.\n";
    (void)state;
    assert_blocks("a.txt", source,
                  "headline: Mayor Rejects Harbour Plan\n"
                  "paragraph: The mayor turned the plan down on Monday, and the council, which had backed it in May, "
                  "said that it would vote on it again before the summer, whatever the mayor thinks of the costs and of "
                  "the noise that the builders make.\n");
    struct reading r = read_bytes("a.txt", text_of(source));
    assert_place(&r.document, "summer, whatever", find(source, "summer, whatever"));
    arena_release(&r.arena);
}

static void what_never_ends_stays_text(void **state) {
    (void)state;
    assert_blocks("a.txt", "The mayor said no. <!-- really\nNobody knows why it was so.\n",
                  "paragraph: The mayor said no. <!-- really\nparagraph: Nobody knows why it was so.\n");
    assert_comments("a.txt", "The mayor said no. <!-- really\nNobody knows.\n", "endless: <!--\n");
    assert_comments("a.md", "The mayor said no.\n\n<!-- really\nNobody knows.\n", "endless: <!--\n");
}

static void what_commonmark_takes_for_text_is_noted(void **state) {
    (void)state;
    assert_comments("a.md", "The mayor said no, <!-- a -- b --> really.\n", "shown: <!-- a -- b -->\n");
    assert_comments("a.md", "The mayor said no, <!-- really.\n", "shown: <!--\n");
}

static void marks_alone_are_no_comment(void **state) {
    (void)state;
    assert_comments("a.txt", "The mayor said <! no -> and < -- > again.\n", "");
    assert_comments("a.txt", "The mayor said no.<!-->\n", "hidden: <!-->\n");
    assert_comments("a.md", "The mayor said `no`.\n", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_are_no_text),
        cmocka_unit_test(markdown_says_what_a_comment_is),
        cmocka_unit_test(text_behind_a_comment_is_text),
        cmocka_unit_test(a_comment_line_parts_nothing),
        cmocka_unit_test(what_never_ends_stays_text),
        cmocka_unit_test(what_commonmark_takes_for_text_is_noted),
        cmocka_unit_test(marks_alone_are_no_comment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

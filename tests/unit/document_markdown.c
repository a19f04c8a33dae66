#include "document_helper.h"

static void kinds_of_blocks(void **state) {
    (void)state;
    assert_blocks("a.md",
                  "# Mayor *rejects* plan #\n\n"
                  "**The council had backed it.**\n\n"
                  "The mayor spoke\nlate on Monday.\n\n"
                  "## Key takeaways\n\n- The plan is dead\n- The council objects\n\n"
                  "After the list.\n\n"
                  "* An item\n  that goes on\n\n  and has two paragraphs\n1. One\n\n"
                  "> A quotation of\n> two lines\n\n"
                  "Will it be built?\n---\n\nNo.\n\n"
                  "![Boats in the *harbour*](boats.png \"title\")\n*Photo: Ann Lee*\n\n"
                  "```\ncode\n```\n\n<!-- a note -->\n\n<div>\nmarkup\n</div>\n\n***\n\n"
                  "    Indented by hand.\n",
                  "headline: Mayor rejects plan\n"
                  "summary: The council had backed it.\n"
                  "paragraph: The mayor spoke late on Monday.\n"
                  "heading: Key takeaways\n"
                  "summary: The plan is dead\n"
                  "summary: The council objects\n"
                  "paragraph: After the list.\n"
                  "list-item: An item that goes on\n"
                  "list-item: and has two paragraphs\n"
                  "list-item: One\n"
                  "quotation: A quotation of two lines\n"
                  "question: Will it be built?\n"
                  "paragraph: No.\n"
                  "caption: Boats in the harbour\n"
                  "caption: Photo: Ann Lee\n"
                  "paragraph: Indented by hand.\n");
}

static void lines_that_stand_alone(void **state) {
    (void)state;
    assert_blocks("a.md",
                  "# Plan\n\nDid the mayor reject it?\nNo, says her spokesman.\n\n"
                  "\xE2\x80\xA2 First point, which is\nlong\n\xE2\x80\xA2 Second point\n\n"
                  "Ann Lee: the mayor.\nBo Ray: the builder.\n\n"
                  "A) an answer\n\n09.20 The mayor arrives\n\nQ: Is it over?\n\n"
                  "Why? Nobody knows, and\nnobody asks.\n",
                  "headline: Plan\n"
                  "question: Did the mayor reject it?\n"
                  "paragraph: No, says her spokesman.\n"
                  "list-item: First point, which is long\n"
                  "list-item: Second point\n"
                  "paragraph: Ann Lee: the mayor.\n"
                  "paragraph: Bo Ray: the builder.\n"
                  "paragraph: A) an answer\n"
                  "paragraph: 09.20 The mayor arrives\n"
                  "question: Q: Is it over?\n"
                  "paragraph: Why? Nobody knows, and nobody asks.\n");
}

static void cells_of_a_table(void **state) {
    (void)state;
    assert_blocks("a.md", "# Votes of the council\n\n| Who | Vote |\n|:--|--:|\n| Lee | *no* |\n| Ray | a \\| b |\n",
                  "headline: Votes of the council\n"
                  "paragraph: Who\nparagraph: Vote\nparagraph: Lee\nparagraph: no\nparagraph: Ray\nparagraph: a | b\n");
    assert_blocks("a.md", "# Votes of the council\n\nHe said a | b\nand c | d.\n",
                  "headline: Votes of the council\nparagraph: He said a | b and c | d.\n");
}

static void title_and_heading_are_one_headline(void **state) {
    (void)state;
    const char *source = "---\ntitle: \"The \\\"plan\\\"\"\n---\n\n# The \xE2\x80\x9Cplan\xE2\x80\x9D\n\nIt failed.\n";
    struct reading r = read_bytes("a.md", text_of(source));
    assert_int_equal(r.document.blocks.count, 2);
    assert_int_equal(r.document.blocks.items[0].kind, BLOCK_HEADLINE);
    assert_place(&r.document, "The \xE2\x80\x9C", find(source, "The \xE2\x80\x9C"));
    assert_true(text_equal(r.document.title, TEXT("The \"plan\"")));
    arena_release(&r.arena);
    assert_blocks("a.md", "---\ntitle: One\n---\n\n# Two\n\n# Three\n",
                  "headline: One\nheadline: Two\nheading: Three\n");
    assert_blocks("a.md", "---\ntitle: One\n---\n", "headline: One\n");
    assert_blocks("a.md", "---\ntitle: One plan\n---\nIt failed.\n", "headline: One plan\nparagraph: It failed.\n");
}

/* Each pair: a word as it stands in the text, and the source from that very place on. */
static void inline_marks_keep_their_places(void **state) {
    (void)state;
    const char *source =
        "# Plan\r\n\r\nThe *first* **se\\*cond** [th*ir*d](http://x/(a)_first \"fourth\") fourth `fi  fth` "
        "<http://six.th/> seven<!-- eight -->th &ldquo;eighth&rdquo; AT&T &bogus; &#8212;ninth\r\n"
        "  tenth \\a \\\\ el<b>ev</b>enth five\xE2\x80\x91hour \xF0\x9F\x98\x80 face  \r\ntwelfth![alt [x](y)](z) "
        "[end].\r\n";
    const char *places[][2] = {
        {"first", "first* **"},
        {"second", NULL},
        {"cond", "cond**"},
        {"third", "th*ir*d"},
        {"fourth", "fourth `fi"},
        {"fi  fth", "fi  fth"},
        {"http://six.th/", "http://six"},
        {"seventh", "seven<"},
        {"eighth", "eighth&"},
        {"AT&T", "AT&T"},
        {"&bogus;", "&bogus;"},
        {"ninth", "ninth\r"},
        {"tenth", "tenth"},
        {"\\a", "\\a"},
        {"eleventh", "el<b>"},
        {"five\xE2\x80\x91hour", "five\xE2"},
        {"\xF0\x9F\x98\x80", "\xF0\x9F"},
        {"twelfth", "twelfth"},
        {"alt x", "alt ["},
        {"[end].", "[end]."},
    };
    struct reading r = read_bytes("a.md", text_of(source));
    assert_true(r.read);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i][1]) assert_place(&r.document, places[i][0], find(source, places[i][1]));
    assert_place(&r.document, "\xE2\x80\x9C", find(source, "&ldquo;"));
    assert_place(&r.document, "\xE2\x80\x94", find(source, "&#8212;"));
    assert_place(&r.document, "*cond", find(source, "\\*cond"));
    arena_release(&r.arena);
}

static void containers_keep_their_places(void **state) {
    (void)state;
    const char *source = "[far]: /far \"The title\"\n# Plan\n\n"
                         "> - one\n>   two\n>   > three\nfour\n\n1)  five\n\n\tsix\n\n[ref]: <the url> 'The ref'\n"
                         "[far] The [ref][] ends\n";
    struct reading r = read_bytes("a.md", text_of(source));
    const char *words[] = {"one", "two", "three", "four", "five", "six", " ends"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_place(&r.document, words[i], find(source, words[i]));
    assert_place(&r.document, "The ref", find(source, "The [ref]"));
    arena_release(&r.arena);
}

static struct text repeat(struct buffer *b, const char *piece, int times, const char *end) {
    buffer_clear(b);
    for (int i = 0; i < times; i++) buffer_string(b, piece);
    buffer_string(b, end);
    return buffer_view(b);
}

/* Each of these takes some reader of Markdown minutes, or its stack. */
static void hostile_input_is_read_all_the_same(void **state) {
    (void)state;
    const char *pieces[] = {">", "> ", "- ",   "1. ",  "*", "*a_ ", "**a *", "[",  "![",     "[a](", "![[]()",
                            "<", "<?", "<!A ", "`a``", "&", "\\",   "[a]: ", "# ", "\n\n- ", "a|",   "<!--"};
    struct buffer b = {0};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct reading r = read_bytes("a.md", repeat(&b, pieces[i], 100000, "end\n"));
        assert_true(r.read);
        arena_release(&r.arena);
    }
    struct reading r = read_bytes("a.md", repeat(&b, "- ", 100000, "end\n\n\n\n"));
    assert_true(r.document.blocks.count > 0);
    assert_place(&r.document, "end", 200000);
    arena_release(&r.arena);
    buffer_release(&b);
}

static void emphasis_nested_a_hundred_thousand_deep(void **state) {
    (void)state;
    struct buffer b = {0};
    repeat(&b, "*a **a ", 50000, "core");
    for (int i = 0; i < 50000; i++) buffer_string(&b, " a** a*");
    struct reading r = read_bytes("a.md", buffer_view(&b));
    assert_true(r.read);
    assert_place(&r.document, "core", 350000);
    arena_release(&r.arena);
    buffer_release(&b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_of_blocks),
        cmocka_unit_test(lines_that_stand_alone),
        cmocka_unit_test(cells_of_a_table),
        cmocka_unit_test(title_and_heading_are_one_headline),
        cmocka_unit_test(inline_marks_keep_their_places),
        cmocka_unit_test(containers_keep_their_places),
        cmocka_unit_test(hostile_input_is_read_all_the_same),
        cmocka_unit_test(emphasis_nested_a_hundred_thousand_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

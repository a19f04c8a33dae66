#include "document_helper.h"

static void a_line_is_a_paragraph(void **state) {
    (void)state;
    assert_blocks(
        "a.txt",
        "Mayor Rejects Harbour Plan\n"
        "The mayor turned the plan down on Monday. The council had backed it, and its members said that they "
        "would vote on it again before the summer, whatever the mayor thinks of the costs and of the noise. "
        "A spokesman said that nothing was decided yet. The builders wait, and so do the owners of the boats, "
        "who have been told three different dates in as many months and who trust none of them any longer. "
        "The harbour master would not comment, and neither would the engineers who drew the first plan.\n"
        "What Happens Next\n"
        "- A vote in June\n"
        "\xE2\x80\xA2 A new survey\n"
        "2. A hearing\n"
        "Will it be built?\n"
        "Nobody knows.\n"
        "Photo: Ann Lee\n"
        "> It was a poor plan.\n",
        "headline: Mayor Rejects Harbour Plan\n"
        "paragraph: The mayor turned the plan down on Monday. The council had backed it, and its members said that "
        "they "
        "would vote on it again before the summer, whatever the mayor thinks of the costs and of the noise. "
        "A spokesman said that nothing was decided yet. The builders wait, and so do the owners of the boats, "
        "who have been told three different dates in as many months and who trust none of them any longer. "
        "The harbour master would not comment, and neither would the engineers who drew the first plan.\n"
        "heading: What Happens Next\n"
        "list-item: A vote in June\n"
        "list-item: A new survey\n"
        "list-item: A hearing\n"
        "question: Will it be built?\n"
        "paragraph: Nobody knows.\n"
        "caption: Photo: Ann Lee\n"
        "quotation: It was a poor plan.\n");
}

static void standfirst_and_takeaways_are_summaries(void **state) {
    (void)state;
    assert_blocks(
        "a.txt",
        "Mayor Rejects Harbour Plan\n\nThe council had backed it in May.\n\nKey Takeaways\n"
        "- The plan is dead.\n- The council objects.\n\nThe mayor spoke late on Monday.\n- An ordinary item\n",
        "headline: Mayor Rejects Harbour Plan\n"
        "summary: The council had backed it in May.\n"
        "heading: Key Takeaways\n"
        "summary: The plan is dead.\n"
        "summary: The council objects.\n"
        "paragraph: The mayor spoke late on Monday.\n"
        "list-item: An ordinary item\n");
}

static void site_names_and_buttons_are_dropped(void **state) {
    (void)state;
    assert_blocks("a.txt",
                  "Bay Herald\nPolitics\n\nMayor Rejects Harbour Plan\n\nMayor rejects harbour plan\n\n"
                  "12 November 2025, 09:30 GMT\nShe said no.\nAdvertisement\nAlso Read: Council Approves Bridge\n"
                  "That was all.\n\xC3\x97\n",
                  "headline: Mayor Rejects Harbour Plan\n"
                  "summary: She said no.\n"
                  "paragraph: That was all.\n");
}

static void date_above_the_story_is_its_date(void **state) {
    (void)state;
    struct reading r =
        read_bytes("a.txt", TEXT("Mayor Rejects Plan Again\nUpdated Wed 12 November 2025, 09:30 GMT\nNo.\n"));
    assert_int_equal(r.document.published, date_parse(TEXT("2025-11-12")));
    arena_release(&r.arena);
    r = read_bytes("a.txt", TEXT("Mayor Rejects Plan Again\nOn 12 November 2025 the mayor resigned\nNo.\n"));
    assert_int_equal(r.document.published, NO_DATE);
    arena_release(&r.arena);
}

static void a_sentence_is_no_headline(void **state) {
    (void)state;
    assert_blocks("a.txt", "The mayor said no. The council said yes.\n",
                  "paragraph: The mayor said no. The council said yes.\n");
    assert_blocks("a.txt", "The plan was rejected.\n", "paragraph: The plan was rejected.\n");
    assert_blocks("a.txt", "Plan rejected\n", "headline: Plan rejected\n");
}

static void title_and_first_line_are_one_headline(void **state) {
    (void)state;
    assert_blocks("a.txt", "---\ntitle: Mayor\xE2\x80\x99s Plan\n---\nMayor's plan\n\nIt failed.\n",
                  "headline: Mayor's plan\nparagraph: It failed.\n");
    assert_blocks("a.txt", "---\ntitle: Mayor says no\n---\nIt failed. It will not be built.\n",
                  "headline: Mayor says no\nparagraph: It failed. It will not be built.\n");
}

static const char wrapped[] = "The mayor said on Monday that the plan to widen the harbour would\r\n"
                              "not go ahead, because the council had not found the money that it\r\n"
                              "had promised. A five-\r\n"
                              "\r\n"
                              "The owners of the boats that lie there all the year round, most of\r\n"
                              "them fishermen, told the council that they had waited for a quarter-\r\n"
                              "century and would wait no longer.\r\n";

static void wrapped_lines_become_paragraphs(void **state) {
    (void)state;
    struct reading r = read_bytes("a.txt", text_of(wrapped));
    assert_true(r.read);
    assert_int_equal(r.document.blocks.count, 2);
    assert_place(&r.document, "not go ahead", find(wrapped, "not go ahead"));
    assert_place(&r.document, "century", find(wrapped, "century"));
    assert_place(&r.document, "quarter-century", find(wrapped, "quarter-"));
    assert_place(&r.document, "would not", find(wrapped, "would\r\n"));
    arena_release(&r.arena);
}

static void short_lines_are_not_joined(void **state) {
    (void)state;
    assert_blocks("a.txt",
                  "Who Said What in the Harbour Talks\n\nThe mayor was against the plan from the start.\n"
                  "The council was for it.\nThe builders were for it too.\nNobody asked the fishermen.\n",
                  "headline: Who Said What in the Harbour Talks\n"
                  "summary: The mayor was against the plan from the start.\n"
                  "paragraph: The council was for it.\n"
                  "paragraph: The builders were for it too.\n"
                  "paragraph: Nobody asked the fishermen.\n");
}

static void offsets_survive_marks_and_line_ends(void **state) {
    (void)state;
    const char source[] = "\xEF\xBB\xBF\xE2\x80\x9CNo,\xE2\x80\x9D Says the Mayor \xF0\x9F\x98\x80\r\n\xC2\xA0\xC2\xA0"
                          "A five\xE2\x80\x91hour talk failed. It ended late.\r\rThe end came then. Nobody stayed.\n";
    struct reading r = read_bytes("a.txt", text_of(source));
    assert_true(r.read);
    assert_int_equal(r.document.blocks.count, 3);
    for (size_t i = 0; i < r.document.blocks.count; i++)
        assert_ptr_equal(r.document.blocks.items[i].text.bytes, source + block_source(&r.document.blocks.items[i], 0));
    assert_place(&r.document, "five\xE2\x80\x91hour", find(source, "five"));
    assert_place(&r.document, "The end", find(source, "The end"));
    assert_place(&r.document, "\xE2\x80\x9CNo", 3);
    arena_release(&r.arena);
}

static void assert_refused(struct text source, size_t line, size_t column) {
    struct reading r = read_bytes("a.txt", source);
    assert_false(r.read);
    assert_int_equal(r.error.code, BELIE_BAD_TEXT);
    assert_int_equal(r.error.line, line);
    assert_int_equal(r.error.column, column);
    assert_string_equal(r.error.path, "a.txt");
    arena_release(&r.arena);
}

static void what_is_not_text_is_refused(void **state) {
    (void)state;
    assert_refused(TEXT("good\ncaf\xE9 bad\n"), 2, 4);
    assert_refused(TEXT("P\0u\0t\0i\0n\0"), 1, 2);
    assert_refused(TEXT("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), 3, 1);
    assert_refused(TEXT("cut \xE2\x80"), 1, 5);
}

static void nothing_gives_no_blocks(void **state) {
    (void)state;
    assert_blocks("a.txt", "", "");
    assert_blocks("a.txt", "\xEF\xBB\xBF", "");
    assert_blocks("a.txt", " \t\r\n\n\xC2\xA0\n\r", "");
    assert_blocks("a.md", "", "");
    assert_blocks("a.md", "\n \n\t\n", "");
    struct reading r = read_bytes("a.txt", (struct text){0});
    assert_true(r.read);
    assert_int_equal(r.document.title.length, 0);
    arena_release(&r.arena);
}

static void many_short_lines_take_no_longer_than_their_bytes(void **state) {
    (void)state;
    struct buffer b = {0};
    for (int i = 0; i < 200000; i++) buffer_string(&b, i % 2 ? "a\r" : "- b\r");
    struct reading r = read_bytes("a.txt", buffer_view(&b));
    assert_true(r.document.blocks.count > 199000);
    arena_release(&r.arena);
    buffer_release(&b);
}

static void the_name_decides_the_format(void **state) {
    (void)state;
    assert_blocks("a.MD", "*Yes*, he said. It is so.\n", "paragraph: Yes, he said. It is so.\n");
    assert_blocks("a.markdown", "*Yes*, he said. It is so.\n", "paragraph: Yes, he said. It is so.\n");
    assert_blocks("a.txt", "*Yes*, he said. It is so.\n", "paragraph: *Yes*, he said. It is so.\n");
    assert_blocks("md", "*Yes*, he said. It is so.\n", "paragraph: *Yes*, he said. It is so.\n");
}

static void kinds_have_names(void **state) {
    (void)state;
    assert_string_equal(block_kind_name(BLOCK_HEADLINE), "headline");
    assert_string_equal(block_kind_name(BLOCK_LIST_ITEM), "list-item");
    assert_string_equal(block_kind_name(BLOCK_KINDS), "unknown");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_a_paragraph),
        cmocka_unit_test(standfirst_and_takeaways_are_summaries),
        cmocka_unit_test(site_names_and_buttons_are_dropped),
        cmocka_unit_test(date_above_the_story_is_its_date),
        cmocka_unit_test(a_sentence_is_no_headline),
        cmocka_unit_test(title_and_first_line_are_one_headline),
        cmocka_unit_test(wrapped_lines_become_paragraphs),
        cmocka_unit_test(short_lines_are_not_joined),
        cmocka_unit_test(offsets_survive_marks_and_line_ends),
        cmocka_unit_test(what_is_not_text_is_refused),
        cmocka_unit_test(nothing_gives_no_blocks),
        cmocka_unit_test(many_short_lines_take_no_longer_than_their_bytes),
        cmocka_unit_test(the_name_decides_the_format),
        cmocka_unit_test(kinds_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

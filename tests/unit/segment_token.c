#include "segment_helper.h"

/* Tokens as they stand in the source, joined by "|". */
static void assert_tokens(const char *text, const char *expected) {
    struct segmenting g;
    segment_literal(&g, text);
    struct buffer found = {0};
    for (size_t i = 0; i < g.segmented.tokens.count; i++) {
        if (i) buffer_char(&found, '|');
        buffer_text(&found, token_source(&g.segmented, &g.segmented.tokens.items[i]));
    }
    assert_string_equal(found.bytes ? found.bytes : "", expected);
    buffer_release(&found);
    segmenting_release(&g);
}

static void spans_are_the_bytes_given(void **state) {
    (void)state;
    static const char *const CASES[][2] = {
        {"He can't go.", "He|ca|n't|go|."},
        {"He cannot go.", "He|can|not|go|."},
        {"Putin’s “no”", "Putin|’s|“|no|”"},
        {"the officials’ view", "the|officials|’|view"},
        {"couldn’t’ve", "could|n’t|’ve"},
        {"  U.S.-led  talks ", "U.S.-led|talks"},
        {"Mr. Putin", "Mr.|Putin"},
        {"61–59 in 1,200", "61–59|in|1,200"},
        {"co\u00ADop now", "co\u00ADop|now"},
        {"the ’90s", "the|’90s"},
        {"wait . . . now", "wait|. . .|now"},
        {"US$5m", "US$|5m"},
        {"Türkiye’s", "Türkiye|’s"},
        {"\uFEFFThe plan", "The|plan"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) assert_tokens(CASES[i][0], CASES[i][1]);
}

static void equal_words_are_one(void **state) {
    (void)state;
    struct segmenting g;
    segment_literal(&g, "The plan: the PLAN, plan's U.S. US us");
    const struct token *t = g.segmented.tokens.items;
    assert_ptr_equal(t[0].word, t[3].word);
    assert_ptr_equal(t[1].word, t[4].word);
    assert_ptr_equal(t[1].word, t[6].word);
    assert_ptr_equal(t[8].word, t[9].word);
    assert_ptr_not_equal(t[9].word, t[10].word);
    assert_ptr_not_equal(t[0].word, t[1].word);
    segmenting_release(&g);
}

/* "**Bold** &ldquo;A&rdquo;&amp;B" as a reader hands it on. */
static void markup_is_mapped_back(void **state) {
    (void)state;
    struct text source = TEXT("**Bold** &ldquo;A&rdquo; &amp;B");
    struct run runs[] = {{0, 2}, {4, 8}, {5, 9}, {8, 16}, {9, 17}, {12, 24}, {13, 25}, {14, 30}};
    struct block block = {.text = TEXT("Bold “A” &B")};
    block.runs.items = runs;
    block.runs.count = sizeof runs / sizeof *runs;
    struct document d = {.source = source};
    d.blocks.items = &block;
    d.blocks.count = 1;
    struct segmenting g = {.vocabulary = vocabulary_new(NULL, lexicon_builtin())};
    assert_true(segment_document(&g.arena, &d, g.vocabulary, &g.segmented));
    assert_whole(&g.segmented);
    static const char *const EXPECTED[] = {"Bold", "&ldquo;", "A", "&rdquo;", "&amp;", "B"};
    assert_int_equal(g.segmented.tokens.count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_true(text_equal(token_source(&g.segmented, &g.segmented.tokens.items[i]), text_of(EXPECTED[i])));
    segmenting_release(&g);
}

static void blocks_are_kept_apart(void **state) {
    (void)state;
    struct text source = TEXT("A plan\nMr. Putin");
    struct run runs[] = {{0, 0}, {0, 7}};
    struct block blocks[2] = {{.text = text_slice(source, 0, 6)}, {.text = text_slice(source, 7, 16)}};
    for (size_t i = 0; i < 2; i++) {
        blocks[i].runs.items = &runs[i];
        blocks[i].runs.count = 1;
    }
    struct document d = {.source = source};
    d.blocks.items = blocks;
    d.blocks.count = 2;
    struct segmenting g = {.vocabulary = vocabulary_new(NULL, lexicon_builtin())};
    assert_true(segment_document(&g.arena, &d, g.vocabulary, &g.segmented));
    assert_whole(&g.segmented);
    assert_int_equal(g.segmented.sentences.count, 2);
    assert_int_equal(g.segmented.sentences.items[1].block, 1);
    assert_int_equal(g.segmented.sentences.items[1].span.start, 7);
    assert_true(g.segmented.sentences.items[1].flags & SENTENCE_PARAGRAPH_START);
    assert_false(g.segmented.tokens.items[2].flags & TOKEN_GLUED);
    segmenting_release(&g);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_are_the_bytes_given),
        cmocka_unit_test(equal_words_are_one),
        cmocka_unit_test(markup_is_mapped_back),
        cmocka_unit_test(blocks_are_kept_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

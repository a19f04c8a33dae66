#include "segment_helper.h"

/* Marks each token: its quotation's number where it stands inside ("2"), "<" and ">" for the marks, "." outside. */
static void append_marks(const struct segmented *s, size_t from, size_t to, struct buffer *out) {
    for (size_t i = from; i < to; i++) {
        const struct token *t = &s->tokens.items[i];
        assert_int_equal((t->flags & TOKEN_QUOTED) != 0, t->quote_depth > 0);
        if (t->flags & TOKEN_OPEN_QUOTE) buffer_char(out, '<');
        else if (t->flags & TOKEN_CLOSE_QUOTE) buffer_char(out, '>');
        else if (t->flags & TOKEN_QUOTED) buffer_format(out, "%d", t->quotation);
        else buffer_char(out, '.');
    }
}

static bool marks_as(const char *text, const char *expected) {
    struct segmenting g;
    segment_literal(&g, text);
    struct buffer found = {0};
    append_marks(&g.segmented, 0, g.segmented.tokens.count, &found);
    bool same = text_equal(buffer_view(&found), text_of(expected));
    if (!same) print_error("%s\n  found    %s\n  expected %s\n", text, found.bytes, expected);
    buffer_release(&found);
    segmenting_release(&g);
    return same;
}

static void assert_marks(const char *const (*cases)[2], size_t count) {
    size_t right = 0;
    for (size_t i = 0; i < count; i++) right += marks_as(cases[i][0], cases[i][1]);
    assert_int_equal(right, count);
}

static void marks_are_paired(void **state) {
    (void)state;
    static const char *const CASES[][2] = {
        {"“We go,” he said.", "<111>..."},
        {"\"We go,\" he said.", "<111>..."},
        {"‘We go,’ he said.", "<111>..."},
        {"'We go,' he said.", "<111>..."},
        {"«We go», he said.", "<11>...."},
        {"He called it “useful.”", "...<11>"},
        {"“A,” he said. “B.”", "<11>...<22>"},
        {"He said “no”and left.", "..<1>..."},
        {"He said \"no\"and left.", "..<1>..."},
        {"(“A”)", ".<1>."},
        {"the ‘shadow fleet’ of tankers", ".<11>.."},
        {"the 'shadow fleet' of tankers", ".<11>.."},
        {"—“We go,” he said", ".<111>.."},
        {"‘the workers’ plan failed’ he said", "<11111>.."},
        {"”We go”", "<11>"},
    };
    assert_marks(CASES, sizeof CASES / sizeof *CASES);
}

static void inner_quotations_have_their_own_number(void **state) {
    (void)state;
    static const char *const CASES[][2] = {
        {"“He said ‘no’ twice,” she said.", "<11<2>11>..."},
        {"\"He said 'no' twice,\" she said.", "<11<2>11>..."},
        {"“‘No,’ he said.”", "<<22>111>"},
        {"“He said ‘no.’”", "<11<22>>"},
        {"‘He said “no” twice,’ she said.", "<11<2>11>..."},
    };
    assert_marks(CASES, sizeof CASES / sizeof *CASES);
}

static void apostrophes_open_nothing(void **state) {
    (void)state;
    static const char *const CASES[][2] = {
        {"the '90s and the '80s", "....."},
        {"rock 'n' roll", "..."},
        {"get 'em and 'em", "...."},
        {"two years' work and men's work", "........"},
        {"the officials’ view of ‘no’", ".....<1>"},
        {"‘cause he said so", "....."},
        {"the girl' went", "...."},
        {"the 'girl went", "...."},
        {"O’Brien isn’t here", "...."},
        {"5'10\" tall", "..."},
        {"she said no.” and left", "......."},
    };
    assert_marks(CASES, sizeof CASES / sizeof *CASES);
}

static void an_open_quotation_ends_with_the_paragraph(void **state) {
    (void)state;
    static const char *const CASES[][2] = {
        {"He said: “We go on.", "...<1111"},
        {"He said: \"We go on.", "...<1111"},
        {"He said: “We ‘go on.", "...<11111"},
    };
    assert_marks(CASES, sizeof CASES / sizeof *CASES);
}

static void assert_paragraphs(const char *text, const char *expected) {
    struct arena arena = {0};
    struct document d = {0};
    struct belie_error e = {0};
    struct segmented s;
    struct buffer found = {0};
    struct vocabulary *v = vocabulary_new(NULL, lexicon_builtin());
    d.source = text_of(text);
    for (size_t from = 0; from < d.source.length;) {
        size_t to = from + strcspn(text + from, "\n");
        struct block *b = list_add(&arena, &d.blocks);
        struct run *run = list_add(&arena, &b->runs);
        run->source = (uint32_t)from;
        b->text = text_slice(d.source, from, to);
        from = to + 1;
    }
    assert_true(segment_document(&arena, &d, v, &s));
    assert_whole(&s);
    for (size_t i = 0; i < s.sentences.count; i++) {
        if (i && s.sentences.items[i].block != s.sentences.items[i - 1].block) buffer_char(&found, '|');
        append_marks(&s, s.sentences.items[i].first, s.sentences.items[i].first + s.sentences.items[i].count, &found);
    }
    assert_string_equal(found.bytes, expected);
    assert_int_equal(e.code, BELIE_OK);
    buffer_release(&found);
    vocabulary_free(v);
    arena_release(&arena);
}

static void a_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark(void **state) {
    (void)state;
    assert_paragraphs("“We go on.\n“We win,” he said.", "<1111|<111>...");
    assert_paragraphs("“We go on.\n“We win.\n“We won.”", "<1111|<111|<111>");
    assert_paragraphs("“We go on.”\n“We win,” he said.", "<1111>|<222>...");
    assert_paragraphs("“We go on.\nHe left. “No.”", "<1111|...<22>");
    assert_paragraphs("A “b” c.\nD “e” f.", ".<1>..|.<2>..");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_paired),
        cmocka_unit_test(inner_quotations_have_their_own_number),
        cmocka_unit_test(apostrophes_open_nothing),
        cmocka_unit_test(an_open_quotation_ends_with_the_paragraph),
        cmocka_unit_test(a_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "segment_helper.h"

/* Each literal is one paragraph; "|" stands where a sentence must end and nothing else may. */
static bool splits_as(const char *marked) {
    struct buffer plain = {0}, found = {0};
    for (const char *c = marked; *c; c++)
        if (*c != '|') buffer_char(&plain, *c);
    struct segmenting g;
    segment_literal(&g, plain.bytes);
    uint32_t end = 0;
    for (size_t i = 0; i < g.segmented.sentences.count; i++) {
        struct span span = g.segmented.sentences.items[i].span;
        if (i) buffer_char(&found, '|');
        buffer_text(&found, text_slice(g.document.source, i ? end : 0, span.end));
        end = span.end;
    }
    bool same = strcmp(found.bytes, marked) == 0;
    if (!same) print_error("found    %s\nexpected %s\n", found.bytes, marked);
    buffer_release(&plain);
    buffer_release(&found);
    segmenting_release(&g);
    return same;
}

static void assert_all(const char *const *cases, size_t count) {
    size_t right = 0;
    for (size_t i = 0; i < count; i++) right += splits_as(cases[i]);
    assert_int_equal(right, count);
}

static void sentences_end(void **state) {
    (void)state;
    static const char *const CASES[] = {
        "The talks ended.| No deal was signed.",
        "Who won?| Nobody did!| That was all.",
        "“We will not sign.”| Peskov left the room.",
        "He called it “useful.”| The text stays secret.",
        "\"We won.\"| The crowd cheered.",
        "They met.| “It was long,” he said.",
        "They met.| \"It was long,\" he said.",
        "“It failed,” he said.| “We go on.”",
        "“We won.| We are glad,” he said.",
        "They met in 2019.| In 2020 they did not.",
        "The toll is 27.| Officials expect more.",
        "The toll rose.| 27 people died.",
        "Shares rose 3.5%.| Oil fell.",
        "It cost $5.| He paid.",
        "He works for Acme Inc.| He likes it.",
        "They moved to the U.S.| They stayed there.",
        "It began at 5 p.m.| Police came later.",
        "It began at 9 a.m.| The mayor spoke.",
        "She met Trump Jr.| They talked.",
        "They sell pens, paper, etc.| The shop is small.",
        "He lives in Jan.| The village is small.",
        "(He left at once.)| Nobody saw it.",
        "He left (at once).| Nobody saw it.",
        "“Did he say ‘no’?”| The envoy nodded.",
        "He paused...| Then he went on.",
        "He chose plan B.| The rest agreed.",
        "The answer is no.| He left.",
        "Nobody came!!!| Nobody cared?!| Fine.",
        "He signed it.The others did not.",
        "The deal is off.[1]| Talks go on.",
        "Read www.bbc.co.uk.| It is there.",
        "Prices rose 3.| “Enough,” she said.",
        "They came from Calif.| They left.",
        "Did he sign?| “No,” said Peskov.",
        "So do I.| He left.",
        "The plan was dead.| — Nobody wept.",
        "“Who?| When?| And why?” he asked.",
        "It was the St. Petersburg talks.| Moscow agreed.",
        "He is 5'10\".| She is tall.",
        "‘We go,’ he said.| ‘Now.’| They went.",
        "«We go».| They went.",
        "She read it...| “No.”",
        "The vote was 61–59.| It passed.",
    };
    assert_all(CASES, sizeof CASES / sizeof *CASES);
}

static void sentences_go_on(void **state) {
    (void)state;
    static const char *const CASES[] = {
        "Mr. Putin met Dr. Smith and Gov. Newsom.",
        "Sen. Lindsey Graham, Rep. Mike Johnson and Sgt. Hill spoke.",
        "Gen. Mark Milley and Lt. Col. Alexander Vindman testified.",
        "J. D. Vance met George W. Bush and Samuel L. Jackson.",
        "The U.S. Senate and the U.N. Security Council agreed.",
        "The U.S. and the E.U. signed.",
        "The U.S. is ready.",
        "They met on Jan. 5 and Dec. 31 in St. Petersburg.",
        "Acme Inc. and Bolt Corp. merged.",
        "Apple Inc. Chief Executive Tim Cook spoke.",
        "It began at 5 p.m. Monday in Kyiv.",
        "It began at 9 a.m. Eastern time.",
        "It ended at 5 p.m. on Friday.",
        "He lives at No. 10 Downing Street.",
        "See fig. 3 and pp. 4 to 6.",
        "Prices rose 3.5 percent to $1.25.",
        "“Really?” he asked.",
        "“We won!” she shouted.",
        "“Really?” Putin asked.",
        "“We won!” Steve Witkoff said on Monday.",
        "“Why now?” I asked.",
        "‘Really?’ he asked.",
        "\"Really?\" he asked.",
        "“It is useful,” Peskov said.",
        "The film “Who’s Afraid?” is old.",
        "The Yahoo! account is closed.",
        "He said... nothing at all.",
        "“We … will see,” he said.",
        "I think ... Putin agreed.",
        "They moved to Springfield, Ill. in May.",
        "Roe vs. Wade and Smith v. Jones were cited.",
        "Pens, paper, etc. are sold.",
        "She met Trump Jr. in Miami.",
        "e.g. the plan, i.e. the text, was new.",
        "1. The plan is dead.",
        "A. The plan is dead.",
        "Booking.com and www.bbc.co.uk were down.",
        "Version 2.0.1 came at 6.40 in the morning.",
        "He (so he said!) left early.",
        "Prof. A. B. Cole of St. Paul’s wrote it.",
        "KYIV, Ukraine (AP) — Talks went on.",
        "He asked: “Why?” and left.",
        "Maj. Gen. Smith and Capt. Jones left.",
        "The Washington, D.C. office is closed.",
        "In Jan. 2022 and Sept. 2023 it rained.",
        "Ph.D. students left.",
        "She said “no.” and left.",
        "“It is over!” declared the crowd.",
        "The deal, [sic.] he said, is off.",
        "The deal is off.[1]",
    };
    assert_all(CASES, sizeof CASES / sizeof *CASES);
}

static unsigned flags_of(const char *text) {
    struct segmenting g;
    segment_literal(&g, text);
    unsigned flags = g.segmented.sentences.items[g.segmented.sentences.count - 1].flags;
    segmenting_release(&g);
    return flags;
}

static void questions_are_marked(void **state) {
    (void)state;
    static const char *const YES[] = {"Did Putin reject it?", "“Did Putin reject it?”", "Did he say “no”?", "He did what?!",
                                      "Why (and when?)?", "\"Why?\""};
    static const char *const NO[] = {"He asked, “Why?”", "“Why?” he asked.", "He rejected it.", "The question (why?) stands.",
                                     "Really? Yes."};
    for (size_t i = 0; i < sizeof YES / sizeof *YES; i++) assert_true(flags_of(YES[i]) & SENTENCE_QUESTION);
    for (size_t i = 0; i < sizeof NO / sizeof *NO; i++) assert_false(flags_of(NO[i]) & SENTENCE_QUESTION);
}

static void headlines_are_known_by_their_capitals(void **state) {
    (void)state;
    static const char *const TITLE[] = {"Putin Rejects Ukraine Peace Deal, Cites Unacceptable Terms",
                                        "What the Kremlin Said About the Plan", "U.S. Role: From Florida to Moscow",
                                        "Talks End Without a Deal", "A Look at Russia’s Demands"};
    static const char *const PLAIN[] = {"Putin rejects Ukraine peace deal", "Vladimir Putin met Steve Witkoff.",
                                        "The plan was rejected by the Kremlin.", "Putin", "He left.",
                                        "In Moscow Steve Witkoff and Jared Kushner briefed Vladimir Putin.",
                                        "President Volodymyr Zelenskyy said talks with partners are ongoing."};
    for (size_t i = 0; i < sizeof TITLE / sizeof *TITLE; i++) assert_true(flags_of(TITLE[i]) & SENTENCE_TITLE_CASE);
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++)
        assert_false(flags_of(PLAIN[i]) & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE));
    assert_true(flags_of("PUTIN REJECTS PEACE DEAL") & SENTENCE_UPPER_CASE);
    assert_false(flags_of("NATO and the EU agree") & SENTENCE_UPPER_CASE);
}

static void long_ones_are_cut(void **state) {
    (void)state;
    struct buffer text = {0};
    for (int i = 0; i < 1000; i++) buffer_string(&text, "and ");
    struct segmenting g;
    segment_literal(&g, text.bytes);
    assert_int_equal(g.segmented.tokens.count, 1000);
    assert_int_equal(g.segmented.sentences.count, 3);
    assert_true(g.segmented.sentences.items[0].flags & SENTENCE_PARAGRAPH_START);
    assert_false(g.segmented.sentences.items[1].flags & SENTENCE_PARAGRAPH_START);
    segmenting_release(&g);
    buffer_release(&text);
}

static void nothing_gives_nothing(void **state) {
    (void)state;
    struct segmenting g;
    segment_literal(&g, " \t ");
    assert_int_equal(g.segmented.sentences.count, 0);
    segmenting_release(&g);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end),        cmocka_unit_test(sentences_go_on),
        cmocka_unit_test(questions_are_marked), cmocka_unit_test(headlines_are_known_by_their_capitals),
        cmocka_unit_test(long_ones_are_cut),    cmocka_unit_test(nothing_gives_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

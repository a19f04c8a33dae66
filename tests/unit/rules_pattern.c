#include "rules_helper.h"

static const char head[] = "types: [{id: actor}, {id: plan}]\n"
                           "words: {part-of: [parts of, pieces of the]}\n"
                           "propositions:\n"
                           "  - id: response\n"
                           "    ask: what?\n"
                           "    arguments: {party: {type: actor}, plan: {type: plan}}\n"
                           "    states: [a, b]\n"
                           "    values: {x: {means: [a]}}\n"
                           "    rules:\n"
                           "      - id: one\n"
                           "        value: x\n"
                           "        examples: [{text: t, claims: []}]\n"
                           "        phrases: ['";

static void print(const struct rules *r, const struct pattern *p, struct buffer *out) {
    static const char *const names[] = {"",       "noun ", "verb ", "list", "slot", "any",
                                        "figure", "gap",   "next",  "seq",  "or",   "opt", "all"};
    static const char *const voices[] = {"", ":active", ":passive", ":ing", ":to"};
    if (p->kind != PATTERN_WORD) buffer_format(out, "(%s", names[p->kind]);
    for (size_t i = 0; i < p->symbols.count; i++)
        buffer_format(out, "%s%.*s", i ? "|" : "", TEXT_ARGS(symbols_text(&r->symbols, p->symbols.items[i])));
    buffer_string(out, voices[p->voice]);
    if (p->index >= 0) buffer_format(out, " %d", p->index);
    if (p->most) buffer_format(out, " %u-%u", p->least, p->most);
    for (size_t i = 0; i < p->items.count; i++) {
        buffer_char(out, ' ');
        print(r, p->items.items[i], out);
    }
    if (p->kind != PATTERN_WORD) buffer_char(out, ')');
}

static struct rules *load_phrase(const char *phrase) {
    struct buffer yaml = {0};
    buffer_format(&yaml, "%s%s']\n", head, phrase);
    struct rules *r = must_load(yaml.bytes);
    buffer_release(&yaml);
    return r;
}

static void parses(const char *phrase, const char *expected) {
    struct rules *r = load_phrase(phrase);
    struct buffer out = {0};
    print(r, r->rules.items[0].phrases.items[0].pattern, &out);
    assert_string_equal(out.bytes, expected);
    buffer_release(&out);
    rules_free(r);
}

static void fails(const char *phrase, int column, const char *message) {
    struct buffer yaml = {0};
    buffer_format(&yaml, "%s%s']\n", head, phrase);
    struct belie_error e = must_fail(buffer_view(&yaml));
    assert_string_equal(e.message, message);
    assert_int_equal(e.line, 13);
    assert_int_equal(e.column, 20 + column);
    buffer_release(&yaml);
}

static void words_are_cut_like_text(void **state) {
    (void)state;
    parses("Rejects", "(seq rejects)");
    parses("Putin''s US plan", "(seq putin 's u.s. plan)");
    parses("didn''t reject", "(seq did not reject)");
    parses("reject—flatly", "(seq reject — flatly)");
    parses("five-hour talks", "(seq five-hour talks)");
}

static void brackets(void **state) {
    (void)state;
    parses("<find>", "(seq (verb find))");
    parses("<Find|call:passive> it", "(seq (verb find|call:passive) it)");
    parses("a [talk|meeting]", "(seq a (noun talk|meeting))");
    parses("{party} met {*}", "(seq (slot 0) met (any))");
    parses("lasted {n:duration}", "(seq lasted (figure 5))");
    parses("@part-of plan", "(seq (list 0) plan)");
}

static void parts_in_any_order(void **state) {
    (void)state;
    parses("the plan & <drop>", "(all (seq the plan) (seq (verb drop)))");
    parses("{party} & (plan | text) & dropped", "(all (seq (slot 0)) (seq (or plan text)) (seq dropped))");
    parses("AT&T dropped", "(seq at&t dropped)");
    fails("a & b & c & d & e", 14, "more than 4 parts joined by \"&\"");
    fails("a & (b & c)", 4, "\"(\" without a closing \")\"");
    fails("a // b & c", 0, "\"//\" and \"&\" do not go together");
}

static void choices_and_options(void **state) {
    (void)state;
    parses("a|b c", "(seq (or a b) c)");
    parses("a? b", "(seq (opt a) b)");
    parses("(a (b c)) d", "(seq a b c d)");
    parses("(a b)? d", "(seq (opt (seq a b)) d)");
    parses("<find>|@part-of x", "(seq (or (verb find) (list 0)) x)");
    parses("(a b | c d)? e", "(seq (opt (or (seq a b) (seq c d))) e)");
    parses("(a (b|c d | e))", "(seq a (or (seq (or b c) d) e))");
    parses("the (us|u.s.)? plan", "(seq the (opt (or us u.s.)) plan)");
}

static void gaps_and_sentences(void **state) {
    (void)state;
    parses("a ... b .... c", "(seq a (gap 0-6) b (gap 0-25) c)");
    parses("unacceptable // {party} no", "(seq unacceptable (next) (slot 0) no)");
}

static void errors_have_a_column(void **state) {
    (void)state;
    fails("{party} <find it", 8, "\"<\" without a closing \">\"");
    fails("{party} @part-off x", 8, "undefined word list \"@part-off\", did you mean \"@part-of\"");
    fails("x {who}", 2, "undefined argument {who}, the proposition has {party}, {plan}");
    fails("x {n:hour}? y |z", 5,
          "figure \"hour\" is not one of number, count, money, percent, points, duration, distance, temperature, "
          "speed, weight, "
          "area, volume, fraction, ordinal, year, date, time-of-day, score, age");
    fails("x (a | b", 2, "\"(\" without a closing \")\"");
    fails("x a(b)", 3, "a space is missing before \"(\"");
    fails("x ??", 2, "a word is missing here");
    fails("x ( | a)", 4, "words are missing here");
    fails("x <a|>", 5, "an alternative is empty");
    fails("x <was>", 3, "<was> must be a base form, write <be>");
    fails("x >", 2, "a word is missing here");
}

static void anchored(const char *phrase, const char *expected) {
    struct rules *r = load_phrase(phrase);
    struct buffer out = {0};
    const struct phrase *p = &r->rules.items[0].phrases.items[0];
    for (size_t i = 0; i < p->anchors.count; i++) {
        symbol anchor = p->anchors.items[i];
        buffer_format(&out, "%s%.*s", i ? " " : "", TEXT_ARGS(symbols_text(&r->symbols, anchor)));
        assert_true(r->triggers[anchor].items.count == 1);
        assert_int_equal(r->triggers[anchor].items.items[0].kind, TRIGGER_PHRASE);
    }
    assert_string_equal(out.bytes, expected);
    buffer_release(&out);
    rules_free(r);
}

static void the_rarest_part_is_the_anchor(void **state) {
    (void)state;
    anchored("{party} called it unacceptable", "unacceptable");
    anchored("{party} <have> a negotiation", "negotiation");
    anchored("unacceptable? to {party}", "to");
    anchored("(unacceptable | intolerable) to {party}", "unacceptable intolerable");
    anchored("(unacceptable | {party}) to Moscow", "moscow");
    anchored("to the @part-of", "parts pieces");
    anchored("no way // unacceptable", "way");
    anchored("a|a {party}", "a");
}

static void what_has_no_anchor_is_refused(void **state) {
    (void)state;
    static const char *const phrases[] = {"{party} {plan}",          "{party} unacceptable? {plan}",
                                          "({party} | bad) {plan}",  "{*}",
                                          "{party} // unacceptable", "{n:count} ... {plan}"};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        fails(phrases[i], -1, "a phrase must hold at least one literal word, verb or noun, and that before any \"//\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_cut_like_text),       cmocka_unit_test(brackets),
        cmocka_unit_test(parts_in_any_order), cmocka_unit_test(choices_and_options),           cmocka_unit_test(gaps_and_sentences),
        cmocka_unit_test(errors_have_a_column),          cmocka_unit_test(the_rarest_part_is_the_anchor),
        cmocka_unit_test(what_has_no_anchor_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/scan.h"

/* The forms of `text`, joined by spaces. Holds what is promised of every token on the way. */
static void scan_forms(struct text text, struct buffer *out) {
    struct scanner s;
    struct scanned t;
    size_t end = 0;
    scan_start(&s, text);
    while (scan_next(&s, &t)) {
        assert_true(t.start >= end && t.end > t.start && t.end <= text.length);
        assert_true(t.form.length > 0 && t.form.length <= SCAN_FORM_BYTES);
        struct text_key key = text_key(t.form);
        assert_memory_equal(&t.key, &key, sizeof key);
        assert_int_equal((t.flags & SCAN_GLUED) != 0, t.start > 0 && t.start == end);
        if (out->length) buffer_char(out, ' ');
        buffer_text(out, t.form);
        end = t.end;
    }
}

struct expected {
    const char *text, *forms;
};

static void assert_forms(const struct expected *cases, size_t count) {
    size_t right = 0;
    for (size_t i = 0; i < count; i++) {
        struct buffer found = {0};
        scan_forms(text_of(cases[i].text), &found);
        bool same = text_equal(buffer_view(&found), text_of(cases[i].forms));
        if (!same) print_error("%s\n  found    %s\n  expected %s\n", cases[i].text, found.bytes, cases[i].forms);
        right += same;
        buffer_release(&found);
    }
    assert_int_equal(right, count);
}

#define ASSERT_FORMS(...)                                   \
    do {                                                    \
        static const struct expected CASES[] = {__VA_ARGS__}; \
        assert_forms(CASES, sizeof CASES / sizeof *CASES);  \
    } while (0)

static void case_and_marks_are_normalised(void **state) {
    (void)state;
    ASSERT_FORMS({"The PLAN", "the plan"}, {"ÉTÉ Türkiye İSTANBUL", "été türkiye istanbul"},
                 {"КИЕВ Їжак ΑΘΗΝΑΣ αθηνας", "киев їжак αθηνασ αθηνασ"}, {"Łódź ŽIŽEK Ștefan", "łódź žižek ștefan"},
                 {"full‑scale full-scale full‐scale", "full-scale full-scale full-scale"},
                 {"co\u00ADoperation of\uFB01ce", "cooperation office"}, {"a\u00A0b\u202Fc\u2003d", "a b c d"},
                 {"“a” \"b\" «c»", "\" a \" \" b \" \" c \""}, {"‘a’ 'b'", "' a ' ' b '"}, {"``a''", "\" a \""},
                 {"a – b — c - d -- e", "a — b — c — d — e"}, {"Trump–Putin", "trump — putin"},
                 {"wait… and... and . . . so.", "wait ... and ... and ... so ."}, {"", ""}, {" \n\t", ""},
                 {"\uFEFFa\u200Bb", "ab"});
}

static void endings_are_split_off(void **state) {
    (void)state;
    ASSERT_FORMS({"Putin's Putin’s PUTIN’S", "putin 's putin 's putin 's"}, {"officials' plan", "officials 's plan"},
                 {"Moss’ deal", "moss 's deal"}, {"isn't isn’t ISN'T", "is not is not is not"},
                 {"can't won’t shan't ain't", "can not will not shall not is not"}, {"cannot Cannot", "can not can not"},
                 {"we'll they've you’re I'm he'd", "we will they have you are i am he 'd"},
                 {"couldn't've", "could not have"}, {"it's who’s that's", "it is who is that is"}, {"let's", "let us"},
                 {"the editor-in-chief's", "the editor-in-chief 's"}, {"18-year-old’s", "18-year-old 's"},
                 {"the U.S.'s UK's", "the u.s. 's uk 's"}, {"Putin 's did n't 'll 've", "putin 's did not will have"},
                 {"Zoë’s", "zoë 's"});
}

static void endings_are_left_on(void **state) {
    (void)state;
    ASSERT_FORMS({"O'Brien O’Brien", "o'brien o'brien"}, {"rock'n'roll", "rock'n'roll"}, {"o'clock ma'am", "o'clock ma'am"},
                 {"Côte d’Ivoire", "côte d'ivoire"}, {"y'all", "y'all"}, {"don't-know", "don't-know"},
                 {"cannots wont cant", "cannots wont cant"}, {"Tatar's't", "tatar's't"}, {"Hawai‘i", "hawai'i"},
                 {"S'nt", "s'nt"});
}

static void apostrophes_are_told_from_quotes(void **state) {
    (void)state;
    ASSERT_FORMS({"the '90s and ’90s", "the 90s and 90s"}, {"rock 'n' roll", "rock and roll"},
                 {"get 'em", "get them"}, {"get ‘em", "get them"}, {"’til", "until"}, {"of ’27", "of 27"},
                 {"'27 men'", "' 27 men '"}, {"'emblem'", "' emblem '"}, {"'dear'", "' dear '"}, {"two years' work", "two years 's work"},
                 {"‘Kyiv officials’ left", "' kyiv officials ' left"},
                 {"‘the officials’ plan failed’ he", "' the officials 's plan failed ' he"},
                 {"'the officials' plan failed' he", "' the officials 's plan failed ' he"},
                 {"‘allies’ and ‘foes’", "' allies ' and ' foes '"}, {"the allies’ and foes’", "the allies 's and foes 's"},
                 {"5'10\"", "5'10 \""});
}

static void acronyms_lose_their_stops(void **state) {
    (void)state;
    ASSERT_FORMS({"U.N. UN U.K. D.C.", "un un uk dc"}, {"U.S. US U.S", "u.s. u.s. u.s."}, {"us Us", "us us"},
                 {"US-led U.S.-led anti-US", "u.s.-led u.s.-led anti-u.s."}, {"USA U.S.A.", "usa usa"},
                 {"5 a.m. 6 P.M. I am", "5 a.m. 6 p.m. i am"}, {"e.g. i.e. E.g.", "e.g. i.e. e.g."},
                 {"J. D. Vance J.D. Vance", "j d vance jd vance"}, {"Ph.D.", "phd"}, {"AT&T R&D", "at&t r&d"},
                 {"plan B. it", "plan b . it"}, {"US.", "u.s. ."}, {"USED", "used"}, {"a.b", "a.b."});
}

static void abbreviations_keep_the_stop(void **state) {
    (void)state;
    ASSERT_FORMS({"Mr. Putin", "mr putin"}, {"Mr Putin", "mr putin"}, {"Inc. and Corp. Ltd", "inc and corp ltd"},
                 {"No. 10 no. 5", "no. 10 no. 5"}, {"No. He said no.", "no . he said no ."}, {"Jan. 5", "jan 5"},
                 {"with Jan. He", "with jan . he"}, {"Peoria, Ill. is", "peoria , ill is"}, {"He is ill. She", "he is ill . she"},
                 {"a gov. plan", "a gov . plan"}, {"vs. them", "vs them"}, {"the etc.", "the etc"}, {"Mr...", "mr ..."},
                 {"the end.", "the end ."});
}

static void figures_stay_whole(void **state) {
    (void)state;
    ASSERT_FORMS({"1,200,000 1.2m 3.5 2nd", "1,200,000 1.2m 3.5 2nd"}, {"£6.3m €5bn", "£ 6.3m € 5bn"},
                 {"US$5 us$5 $5 A$5 HK$20", "$ 5 us $ 5 $ 5 a$ 5 hk$ 20"}, {"8% 8 %", "8 % 8 %"},
                 {"68-52 61–59 61‑59", "68-52 61-59 61-59"}, {"28-point 28‑Point", "28-point 28-point"},
                 {"36.4C 36.4°C 36.4°", "36.4c 36.4c 36.4 °"}, {"9/11 24/7 7:30 6.40", "9/11 24/7 7:30 6.40"},
                 {"2022-02-24 10:30:15", "2022-02-24 10:30:15"}, {"5.", "5 ."}, {"in 2019, 2020", "in 2019 , 2020"},
                 {"1, 2", "1 , 2"}, {"5½ m²", "5½ m²"}, {"G7 F-16s MH17 COVID-19", "g7 f-16s mh17 covid-19"},
                 {"at 7:", "at 7 :"}, {"and/or", "and / or"}, {"-5", "- 5"}, {"90s 1990s", "90s 1990s"}, {"3.5.", "3.5 ."});
}

static void addresses_are_one_token(void **state) {
    (void)state;
    ASSERT_FORMS({"https://Example.com/a?b=1, and", "https://example.com/a?b=1 , and"}, {"(www.bbc.co.uk).", "( www.bbc.co.uk ) ."},
                 {"bob.smith@mail.co.uk!", "bob.smith@mail.co.uk !"}, {"Booking.com said.", "booking.com said ."},
                 {"bbc.co.uk/news.", "bbc.co.uk/news ."}, {"@POTUS and #Kyiv_2025", "@potus and #kyiv_2025"},
                 {"me @ home # 5", "me @ home # 5"}, {"end.The", "end . the"}, {"a,b;c", "a , b ; c"},
                 {"first-last@x.com", "first-last@x.com"}, {"news.com.au said", "news.com.au said"}, {"end.by it", "end . by it"}, {"http: it", "http : it"}, {"www. it", "www . it"});
}

static void other_marks_stand_alone(void **state) {
    (void)state;
    ASSERT_FORMS({"(a) [b] {c}", "( a ) [ b ] { c }"}, {"what?!", "what ? !"}, {"👍🏽🇺🇦🇺🇸", "👍🏽 🇺🇦 🇺🇸"}, {"❤️ • §5", "❤️ • § 5"},
                 {"👩‍👩‍👧!", "👩‍👩‍👧 !"}, {"Tom & Jerry", "tom & jerry"}, {"pre- and post-war", "pre - and post-war"},
                 {"well--known", "well — known"}, {"a*b", "a * b"}, {"x^2", "x ^ 2"}, {"नमस्ते। שלום", "नमस्ते । שלום"});
}

static unsigned flags_of(const char *text) {
    struct scanner s;
    struct scanned t;
    scan_start(&s, text_of(text));
    assert_true(scan_next(&s, &t));
    return t.flags;
}

static void flags_tell_the_shape(void **state) {
    (void)state;
    assert_int_equal(flags_of("Plan"), SCAN_CAPITAL);
    assert_int_equal(flags_of("plan"), 0);
    assert_int_equal(flags_of("EU"), SCAN_CAPITAL | SCAN_UPPER);
    assert_int_equal(flags_of("U.S."), SCAN_CAPITAL | SCAN_UPPER | SCAN_DOTTED);
    assert_int_equal(flags_of("Inc. a"), SCAN_CAPITAL | SCAN_DOTTED);
    assert_int_equal(flags_of("plan."), 0);
    assert_int_equal(flags_of("US-led"), SCAN_CAPITAL);
    assert_int_equal(flags_of("A"), SCAN_CAPITAL);
    assert_int_equal(flags_of("Élan"), SCAN_CAPITAL);
    assert_int_equal(flags_of("élan"), 0);
    assert_int_equal(flags_of("ÉTÉ"), SCAN_CAPITAL | SCAN_UPPER);
    assert_int_equal(flags_of("iPhone"), 0);
    assert_int_equal(flags_of("28-point"), SCAN_NUMBER);
    assert_int_equal(flags_of("27"), SCAN_NUMBER);
    assert_int_equal(flags_of("'90s"), SCAN_NUMBER);
    assert_int_equal(flags_of("G7"), SCAN_CAPITAL);
    assert_int_equal(flags_of(","), SCAN_PUNCTUATION);
    assert_int_equal(flags_of("—"), SCAN_PUNCTUATION);
    assert_int_equal(flags_of("$5"), 0);
    assert_int_equal(flags_of("%"), 0);
    assert_int_equal(flags_of("\"a"), SCAN_PUNCTUATION | SCAN_OPEN_QUOTE);
    assert_int_equal(flags_of("“a"), SCAN_PUNCTUATION | SCAN_OPEN_QUOTE);
    assert_int_equal(flags_of("” "), SCAN_PUNCTUATION | SCAN_CLOSE_QUOTE);
    assert_int_equal(flags_of("\" "), SCAN_PUNCTUATION);
}

static void long_words_are_cut(void **state) {
    (void)state;
    struct buffer word = {0};
    for (int i = 0; i < 300; i++) buffer_string(&word, i % 3 ? "a" : "é");
    struct scanner s;
    struct scanned t;
    scan_start(&s, buffer_view(&word));
    assert_true(scan_next(&s, &t));
    assert_int_equal(t.end, word.length);
    assert_true(t.form.length <= SCAN_FORM_BYTES && t.form.length > SCAN_FORM_BYTES - 4);
    assert_false(scan_next(&s, &t));
    buffer_clear(&word);
    for (int i = 0; i < 300; i++) buffer_char(&word, 'a');
    scan_start(&s, buffer_view(&word));
    assert_true(scan_next(&s, &t));
    assert_int_equal(t.end, 300);
    assert_int_equal(t.form.length, SCAN_FORM_BYTES);
    buffer_release(&word);
}

/* Every rest of a text, also one that begins within a code point, and all pairs of bytes: no byte is read beyond the
 * end, and spans only grow. */
static void any_bytes_will_do(void **state) {
    (void)state;
    static const char TEXT_[] = "“U.S.’s ‘a’ 1,2–3 www.x.com/ a@b.c Ph.D. n't've cannot 'em \xE2\x80 \xF0\x9F \xC3";
    for (size_t from = 0; from < sizeof TEXT_; from++) {
        for (size_t to = from; to < sizeof TEXT_; to += 3) {
            size_t length = to - from;
            char *copy = test_malloc(length + 1);
            memcpy(copy, TEXT_ + from, length);
            struct buffer found = {0};
            scan_forms((struct text){copy, length}, &found);
            buffer_release(&found);
            test_free(copy);
        }
    }
    for (unsigned pair = 0; pair < 65536; pair++) {
        char bytes[4] = {'a', (char)(pair >> 8), (char)pair, 'b'};
        struct buffer found = {0};
        scan_forms((struct text){bytes, sizeof bytes}, &found);
        buffer_release(&found);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_and_marks_are_normalised),
        cmocka_unit_test(endings_are_split_off),
        cmocka_unit_test(endings_are_left_on),
        cmocka_unit_test(apostrophes_are_told_from_quotes),
        cmocka_unit_test(acronyms_lose_their_stops),
        cmocka_unit_test(abbreviations_keep_the_stop),
        cmocka_unit_test(figures_stay_whole),
        cmocka_unit_test(addresses_are_one_token),
        cmocka_unit_test(other_marks_stand_alone),
        cmocka_unit_test(flags_tell_the_shape),
        cmocka_unit_test(long_words_are_cut),
        cmocka_unit_test(any_bytes_will_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

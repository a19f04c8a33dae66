#include "match_helper.h"

#include <string.h>

/* "kind reading" of every figure, parted by "; ". */
static void assert_figures(struct reader *r, const char *text, const char *expected) {
    struct buffer b = {0};
    reader_read(r, text, NO_DATE);
    for (size_t i = 0; i < r->figures.count; i++) {
        if (i) buffer_string(&b, "; ");
        buffer_format(&b, "%s ", figure_kind_name(r->figures.items[i].kind));
        figure_print(&r->figures.items[i], &b);
    }
    if (!text_equal(buffer_view(&b), text_of(expected)))
        fail_msg("%s: %.*s instead of %s", text, TEXT_ARGS(buffer_view(&b)), expected);
    buffer_release(&b);
}

struct phrasing {
    const char *text, *figures;
};

static void check(const struct phrasing *phrasings, size_t count) {
    struct reader r;
    reader_open(&r);
    for (size_t i = 0; i < count; i++) assert_figures(&r, phrasings[i].text, phrasings[i].figures);
    reader_close(&r);
}

#define CHECK(phrasings) check(phrasings, sizeof(phrasings) / sizeof *(phrasings))

static void reads_numbers(void **state) {
    (void)state;
    static const struct phrasing phrasings[] = {
        {"They spoke of two hundred and five.", "number 205"},
        {"It rose to 1.2 million.", "number [1150000,1250000)"},
        {"It sold 2.3 million copies.", "count [2250000,2350000) copy"},
        {"Twenty-five died.", "number 25"},
        {"It cost half a million.", "number [450000,550000)"},
        {"They won 105 seats.", "count 105 seat"},
        {"It has 1,320 members.", "count 1320 member"},
    };
    CHECK(phrasings);
}

static void reads_counts(void **state) {
    (void)state;
    static const struct phrasing phrasings[] = {
        {"a 28-point plan", "count 28 point"},
        {"a 27-point U.S. framework", "count 27 point"},
        {"three dozen protesters", "count 36 protester"},
        {"dozens of people", "count [24,100) person"},
        {"tens of thousands of lives", "count [20000,100000) life"},
        {"a two-page letter", "count 2 page"},
        {"two senior US negotiators", "count 2 negotiator"},
        {"1.2m people", "count [1150000,1250000) person"},
        {"between 5 and 7 people", "count [5,7] person"},
        {"5 to 7 million people", "count [5000000,7000000] person"},
        {"3-5 people", "count [3,5] person"},
        {"a few hundred people", "count [200,1000) person"},
        {"One man was killed.", "count 1 man"},
    };
    CHECK(phrasings);
}

static void reads_measures(void **state) {
    (void)state;
    static const struct phrasing phrasings[] = {
        {"five hours of talks", "duration [4.5,5.5) hour"},
        {"a five-hour meeting", "duration [4.5,5.5) hour"},
        {"nearly five hours", "duration [4,5) hour"},
        {"the better part of five hours", "duration [4,5) hour"},
        {"half an hour", "duration [0.375,0.625) hour"},
        {"an hour and a half", "duration [1.25,1.75) hour"},
        {"2 hours and 30 minutes", "duration [2.41666666667,2.58333333333) hour"},
        {"three-quarters of an hour", "duration [0.5625,0.9375) hour"},
        {"40 km from the border", "distance [38,42) km"},
        {"a 2.5-mile lane", "distance [3.9428928,4.1038272) km"},
        {"a wall 12.6m high", "distance [0.01255,0.01265) km"},
        {"36.4°C was recorded", "temperature [36.35,36.45) c"},
        {"129F in the shade", "temperature [53.6111111111,54.1666666667) c"},
        {"minus 5C at night", "temperature (-5.5,-4.5] c"},
        {"gusts of 64 kph", "speed [63.5,64.5) km/h"},
        {"28 tonnes of it", "weight [27500,28500) kg"},
        {"$300,000 in fees", "money [285000,315000) usd"},
        {"£1.6bn", "money [1550000000,1650000000) gbp"},
        {"85mn euros", "money [84500000,85500000) eur"},
        {"a dividend of 11p", "money [0.105,0.115) gbp"},
    };
    CHECK(phrasings);
}

static void reads_shares(void **state) {
    (void)state;
    static const struct phrasing phrasings[] = {
        {"one in five teenagers", "fraction [18,22) percent"},
        {"three out of every five", "fraction [54,66) percent"},
        {"three-quarters of it", "fraction [67.5,82.5) percent"},
        {"61 per cent", "percent [60.5,61.5) percent"},
        {"8% of staff", "percent [7.5,8.5) percent"},
        {"a quarter of a percentage point", "points [0.2375,0.2625) percentage point"},
        {"a quarter-point cut", "points [0.2375,0.2625) percentage point"},
        {"25 basis points", "points [0.245,0.255) percentage point"},
    };
    CHECK(phrasings);
}

static void reads_hedges(void **state) {
    (void)state;
    static const struct phrasing phrasings[] = {
        {"at least 12 people", "count [12,inf) person"},
        {"no fewer than 12 people", "count [12,inf) person"},
        {"12 or more people", "count [12,inf) person"},
        {"more than 200 people", "count (200,inf) person"},
        {"fewer than seven hours", "duration [0,7) hour"},
        {"up to 40 people", "count [0,40] person"},
        {"about 1,100 workers", "count [990,1210] worker"},
        {"exactly five hours", "duration 5 hour"},
        {"five hours or so", "duration [4.5,5.5] hour"},
        {"40-plus", "number [40,inf)"},
    };
    CHECK(phrasings);
}

static void reads_scores_ages_times(void **state) {
    (void)state;
    static const struct phrasing phrasings[] = {
        {"They won 3-1.", "score 3-1"},
        {"losing 6-4 3-6 7-6 to her", "score 2-1"},
        {"passed by 61 votes to 59", "score 61-59"},
        {"which voted seven to two for it", "score 7-2"},
        {"Anna Marsh, 41, said", "age 41 year"},
        {"Piotr Zielak (29), a doorman", "age 29 year"},
        {"the 23-year-old", "age 23 year"},
        {"a man in his 40s", "age [40,50) year"},
        {"at 6.30pm", "time-of-day 18.5"},
        {"the 2nd time", "ordinal 2"},
        {"her second title", "ordinal 2"},
    };
    struct reader r;
    reader_open(&r);
    for (size_t i = 0; i < sizeof phrasings / sizeof *phrasings; i++) {
        if (strncmp(phrasings[i].figures, "time", 4)) assert_figures(&r, phrasings[i].text, phrasings[i].figures);
    }
    struct figure time = reader_figure(&r, "at 6.30pm", NO_DATE);
    assert_int_equal(time.kind, FIGURE_TIME_OF_DAY);
    assert_true(time.value == 18.5);
    reader_close(&r);
}

static void leaves_other_words_alone(void **state) {
    (void)state;
    static const struct phrasing phrasings[] = {
        {"One of them would say no one came.", ""},
        {"The attacks of 9/11 shook them.", ""},
        {"He may march on the half-time whistle.", ""},
        {"Several said that people come and go.", ""},
        {"The goal scores highly with few.", ""},
        {"She was there at the time.", ""},
        {"twice a day", ""},
        {"It seeks a second term.", "ordinal 2"},
    };
    CHECK(phrasings);
}

static void keeps_the_place_and_the_noun(void **state) {
    (void)state;
    struct reader r;
    reader_open(&r);
    struct figure f = reader_figure(&r, "It took almost five hours.", NO_DATE);
    assert_int_equal(f.first, 2);
    assert_int_equal(f.core, 3);
    assert_int_equal(f.last, 4);
    assert_int_equal(f.noun, -1);
    assert_true(f.approximate);
    f = reader_figure(&r, "the 28-point plan", NO_DATE);
    assert_int_equal(f.first, 1);
    assert_int_equal(f.noun, 1);
    assert_true(f.exact);
    reader_close(&r);
}

struct pair {
    const char *one, *other;
};

static enum figure_relation compare(struct reader *r, struct pair p) {
    struct figure one = reader_figure(r, p.one, NO_DATE), other = reader_figure(r, p.other, NO_DATE);
    enum figure_relation relation = figure_compare(&one, &other);
    assert_int_equal(relation, figure_compare(&other, &one));
    return relation;
}

static void agreeing_phrasings_are_not_disjoint(void **state) {
    (void)state;
    static const struct pair pairs[] = {
        {"five hours", "nearly five hours"},
        {"a five-hour session", "almost five hours of talks"},
        {"90 minutes", "an hour and a half"},
        {"two and a half hours", "150 minutes"},
        {"half an hour", "30 minutes"},
        {"nearly five hours", "four hours and 55 minutes"},
        {"more than 200 people", "214 people"},
        {"more than 200 people", "212 people"},
        {"roughly 3,000 people", "3,040 people"},
        {"nearly 10,000 people", "9,870 people"},
        {"about a dozen people", "eleven people"},
        {"dozens of people", "36 people"},
        {"at least 12 people", "15 people"},
        {"up to 40 people", "38 people"},
        {"1,100 workers", "about 1,100 workers"},
        {"more than 12,000 people", "12,340 people"},
        {"one in five teenagers", "20 per cent of teenagers"},
        {"nearly 1 in 5 adults", "19% of adults"},
        {"a quarter of them", "24 percent of them"},
        {"three out of every five", "60 per cent"},
        {"nearly 10 percent", "9.8 percent"},
        {"two-thirds of it", "66 per cent of it"},
        {"a quarter of a percentage point", "25 basis points"},
        {"a quarter-point cut", "0.25 percentage points"},
        {"a wall 12.6m high", "a wall 41ft high"},
        {"28 tonnes", "28,000 kg"},
        {"3km from here", "under two miles from here"},
        {"a 2.5-mile lane", "two and a half miles"},
        {"88.39 metres", "290.0 feet"},
        {"35 C", "35 C"},
        {"35C in the shade", "95F in the shade"},
        {"129F in the shade", "54C in the shade"},
        {"40 mph winds", "64 kph winds"},
        {"just over 34 feet", "34.1 feet"},
        {"£64m", "£64.2m"},
        {"$1.2 million", "$1,200,000"},
        {"half a million people", "500,000 people"},
        {"61 votes to 59", "a 61-59 vote"},
        {"a 27-point plan", "27 points"},
        {"two years", "24 months"},
        {"36 hours", "a day and a half"},
        {"hundreds of people", "340 people"},
        {"tens of thousands of people", "43,000 people"},
    };
    struct reader r;
    reader_open(&r);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        enum figure_relation relation = compare(&r, pairs[i]);
        if (relation != FIGURES_COMPATIBLE) fail_msg("%s | %s: %d", pairs[i].one, pairs[i].other, relation);
    }
    reader_close(&r);
}

static void conflicting_phrasings_are_disjoint(void **state) {
    (void)state;
    static const struct pair pairs[] = {
        {"a 27-point framework", "a 28-point framework"},
        {"five hours", "three hours"},
        {"nearly five hours", "six hours"},
        {"nearly five hours", "more than five hours"},
        {"90 minutes", "three hours"},
        {"half an hour", "two hours"},
        {"a five-hour meeting", "a two-hour meeting"},
        {"at least 12 people", "nine people"},
        {"more than 200 people", "150 people"},
        {"up to 40 people", "52 people"},
        {"dozens of people", "17 people"},
        {"a dozen people", "17 people"},
        {"twelve people", "fifteen people"},
        {"1,320 adults", "860 adults"},
        {"241 votes", "412 votes"},
        {"exactly 100 people", "120 people"},
        {"hundreds of people", "60 people"},
        {"tens of thousands of people", "900 people"},
        {"one in five teenagers", "40 percent of adolescents"},
        {"8% of its workforce", "12% of the workforce"},
        {"an unemployment rate of 4.7%", "a jobless rate of 4.3 per cent"},
        {"a third of them", "half of them"},
        {"58 percent of voters", "fewer than half of voters"},
        {"two-thirds of it", "a quarter of it"},
        {"a quarter-point cut", "half a percentage point"},
        {"25 basis points", "50 basis points"},
        {"£3.6m", "£6.3m"},
        {"$300,000", "$500,000"},
        {"£1.6bn", "£1.6m"},
        {"22 inches of snow", "12 inches of snow"},
        {"70 mph winds", "75 mph winds"},
        {"35C in the shade", "90F in the shade"},
        {"3km from here", "three miles from here"},
        {"28 tonnes", "2,800 kg"},
        {"passed 68-52", "passed by 61 votes to 59"},
        {"by six to three", "by seven to two"},
        {"won 3-1", "won 2-1"},
        {"Anna Marsh, 41, said", "the 43-year-old"},
        {"two years", "six months"},
        {"between 5 and 7 people", "nine people"},
        {"five to seven days", "two weeks"},
    };
    struct reader r;
    reader_open(&r);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        enum figure_relation relation = compare(&r, pairs[i]);
        if (relation != FIGURES_DISJOINT) fail_msg("%s | %s: %d", pairs[i].one, pairs[i].other, relation);
    }
    reader_close(&r);
}

static void only_like_is_compared(void **state) {
    (void)state;
    static const struct pair pairs[] = {
        {"$5 million", "£3 million"}, {"five hours", "five miles"},   {"27 points", "30 people"},
        {"8 per cent", "12 points"},  {"12 people", "Marsh, 41, said"}, {"won 3-1", "two hours"},
    };
    struct reader r;
    reader_open(&r);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (compare(&r, pairs[i]) != FIGURES_UNRELATED) fail_msg("%s | %s", pairs[i].one, pairs[i].other);
    }
    reader_close(&r);
}

static void hedges_that_strain_are_tense(void **state) {
    (void)state;
    struct reader r;
    reader_open(&r);
    assert_int_equal(compare(&r, (struct pair){"more than 200 people", "3,151 people"}), FIGURES_TENSE);
    assert_int_equal(compare(&r, (struct pair){"two hours", "an hour and a half"}), FIGURES_TENSE);
    reader_close(&r);
}

static void reads_what_rules_expect(void **state) {
    (void)state;
    struct arena a = {0};
    struct buffer b = {0};
    static const struct pair pairs[] = {{"5 hour", "5 hour"},          {"90 minute", "1.5 hour"},
                                        {">=12 person", "[12,inf) person"}, {"[4,5) hour", "[4,5) hour"},
                                        {"2022-02", "2022-02"},        {"28 point", "28 point"},
                                        {"3 protester", "3 protester"}, {"61", "61"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct figure f;
        assert_true(figure_parse(&a, text_of(pairs[i].one), &f));
        buffer_clear(&b);
        figure_print(&f, &b);
        assert_string_equal(b.bytes, pairs[i].other);
    }
    struct figure f;
    assert_false(figure_parse(&a, text_of("hour"), &f));
    assert_false(figure_parse(&a, text_of(""), &f));
    buffer_release(&b);
    arena_release(&a);
}

static void kinds_stand_for_their_kin(void **state) {
    (void)state;
    struct figure f = {.kind = FIGURE_FRACTION};
    assert_true(figure_fits(&f, FIGURE_PERCENT));
    assert_true(figure_fits(&f, FIGURE_NUMBER));
    assert_false(figure_fits(&f, FIGURE_COUNT));
    f.kind = FIGURE_YEAR;
    assert_true(figure_fits(&f, FIGURE_DATE));
    f.kind = FIGURE_DATE;
    assert_false(figure_fits(&f, FIGURE_YEAR));
    f.kind = FIGURE_NUMBER;
    assert_true(figure_fits(&f, FIGURE_COUNT));
    assert_false(figure_fits(&f, FIGURE_MONEY));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(reads_counts),
        cmocka_unit_test(reads_measures),
        cmocka_unit_test(reads_shares),
        cmocka_unit_test(reads_hedges),
        cmocka_unit_test(reads_scores_ages_times),
        cmocka_unit_test(leaves_other_words_alone),
        cmocka_unit_test(keeps_the_place_and_the_noun),
        cmocka_unit_test(agreeing_phrasings_are_not_disjoint),
        cmocka_unit_test(conflicting_phrasings_are_disjoint),
        cmocka_unit_test(only_like_is_compared),
        cmocka_unit_test(hedges_that_strain_are_tense),
        cmocka_unit_test(reads_what_rules_expect),
        cmocka_unit_test(kinds_stand_for_their_kin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

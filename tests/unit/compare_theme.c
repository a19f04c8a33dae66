/* Are two claims about the same thing, judging by the words around them? */
#include "compare/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool meet_beside(const char *a, const char *b, enum theme_kind kind, struct themes_beside beside) {
    bool forth = themes_meet(text_of(a), text_of(b), kind, &beside);
    beside.more = -beside.more;
    assert_int_equal(forth, themes_meet(text_of(b), text_of(a), kind, &beside));
    return forth;
}

static bool meet(const char *a, const char *b, enum theme_kind kind) {
    return meet_beside(a, b, kind, (struct themes_beside){0});
}

static void words_that_are_enough(void **state) {
    (void)state;
    assert_true(meet("%n *airspace !algeria", "%b *airspace !algeria -flight", THEME_WORDS));
    assert_false(meet("%n *airspace", "%b *airspace", THEME_WORDS));
    assert_false(
        meet("%n *airspace -!algeria", "%b *airspace -!algeria", THEME_WORDS)); /* of another clause: half of it */
    assert_true(meet("%n *study =41_hospital :enrol", "%n *trial =41_hospital :enrol", THEME_WORDS));
}

static void names_and_synonyms(void **state) {
    (void)state;
    assert_true(meet("%n !craig_petersen *lawyer", "%n !petersen *attorney", THEME_BEARER));
    assert_false(meet("%n !craig_petersen *lawyer", "%n !carol_petersen *attorney", THEME_BEARER));
}

static void one_document_must_show_more(void **state) {
    (void)state;
    const char *a = "%n *airspace !algeria", *b = "%n *airspace !algeria -flight";
    assert_true(meet(a, b, THEME_WORDS));
    assert_false(meet_beside(a, b, THEME_WORDS, (struct themes_beside){.inside = true}));
}

static void deeds_and_slips(void **state) {
    (void)state;
    struct themes_beside slip = {.inside = true, .mistyped = true};
    assert_true(meet("%n >close *!leeds street", "%n >shut *!leeds -street", THEME_WORDS));
    assert_false(meet("%n >open *!leeds street", "%n >shut *!leeds -street", THEME_WORDS));
    assert_true(meet_beside("%n >close *!kestrel", "%n >close lease", THEME_WORDS, slip));
    assert_false(meet_beside("%n >close *!kestrel", "%n >open lease", THEME_WORDS, slip));
}

static void what_is_decided_on(void **state) {
    (void)state;
    const char *a = "%n &close *proposal .street .theatre", *b = "%n &shut councillor .street .theatre";
    assert_true(meet(a, b, THEME_BEARER));
    assert_false(meet(a, "%n &mend councillor .street .theatre", THEME_BEARER));
    assert_true(meet("%n &sell *plan .mill .!kestrel", "%n &buy *takeover .mill ,!kestrel", THEME_BEARER));
    assert_false(meet(a, "%n councillor -street -theatre", THEME_BEARER));
    assert_false(meet(a, "%n &shut councillor .avenue .museum", THEME_BEARER));
}

static void all_of_them_and_some(void **state) {
    (void)state;
    struct themes_beside inside = {.inside = true};
    const char *all = "%n %councillor *councillor award =38_councillor";
    assert_true(meet_beside(all, "%n *councillor *!pat_sedgwick ,award", THEME_BEARER, inside));
    assert_true(meet_beside(all, "%n *!pat_sedgwick *^councillor", THEME_BEARER, inside));
    assert_false(meet_beside(all, "%n *councillor park", THEME_BEARER, inside)); /* another matter */
    assert_false(meet_beside(all, "%n %councillor *councillor", THEME_BEARER, inside));
    assert_false(meet_beside(all, "%n *councillor @2019", THEME_BEARER, inside));
}

static void days_of_deeds(void **state) {
    (void)state;
    assert_true(meet("%n >told-as-end *bridge", "%n >told-as-end *bridge volunteer", THEME_DEED));
    assert_false(meet("%n >told-as-end *bridge", "%n >told-as-begin *bridge", THEME_DEED));
    assert_false(meet("%n >told-as-end *bridge *ferry", "%n >told-as-end *bridge *train", THEME_DEED));
    assert_true(meet("%n >told-as-end *bridge *ferry *!leeds", "%n >told-as-end *bridge *train *!leeds", THEME_DEED));
    assert_false(meet("%n >told-as-begin *!solaris system", "%n >told-as-begin *!solaris_express system", THEME_DEED));
}

static void people_counted(void **state) {
    (void)state;
    struct themes_beside fewer = {.more = 1}, more = {.more = -1};
    assert_true(meet("%n >die #miner *pit coal", "%n >die #man *pit coal", THEME_WORDS));
    assert_false(meet("%n >die #miner *pit coal", "%n >die #cook *pit coal", THEME_WORDS));
    assert_false(meet("%n >die #person *pit coal", "%n >meet #person *pit coal", THEME_WORDS));
    assert_true(meet_beside("%n >die #person *pit coal", "%n >die #woman *pit coal", THEME_WORDS, more));
    assert_false(meet_beside("%n >die #person *pit coal", "%n >die #woman *pit coal", THEME_WORDS, fewer)); /* some of them */
}

static void whom_it_is_told_of(void **state) {
    (void)state;
    assert_true(meet("%n *plan !leeds council", "%n *plan !leeds council", THEME_BEARER));
    assert_false(meet("%n *plan !leeds council", "%n *budget !leeds council", THEME_BEARER));
    assert_true(meet("%n *!ann_roe", "%n *!roe court", THEME_PERSON));
    assert_false(meet("%n *!ann_roe", "%n !roe *court", THEME_PERSON));
}

static void what_the_kind_asks_for(void **state) {
    (void)state;
    assert_true(meet("%n *profit =64_gbp", "%n *profit =64_gbp", THEME_FIGURE));
    assert_false(meet("%n *profit firm !leeds", "%n *profit firm !leeds", THEME_FIGURE));
    assert_false(meet("%n *tower height metre", "%n *tower height metre", THEME_NAME));
}

static void other_spans_and_parts(void **state) {
    (void)state;
    assert_false(meet("%n *profit !leeds @quarter", "%n *profit !leeds", THEME_BEARER));
    assert_false(meet("%n *profit !leeds @05", "%n *profit !leeds @06", THEME_BEARER));
    assert_true(meet("%n *profit !leeds @05", "%n *profit !leeds", THEME_BEARER));
    assert_false(meet("%n +pirate !aden gulf ship", "%n +merchant !aden gulf ship", THEME_WORDS));
}

static void looking_back(void **state) {
    (void)state;
    assert_true(theme_looks_back(TEXT("%b *plan")));
    assert_false(theme_looks_back(TEXT("%n *plan")));
    assert_false(theme_looks_back(TEXT("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_that_are_enough),
                                       cmocka_unit_test(names_and_synonyms),
                                       cmocka_unit_test(one_document_must_show_more),
                                       cmocka_unit_test(deeds_and_slips),
                                       cmocka_unit_test(people_counted),
                                       cmocka_unit_test(what_is_decided_on),
                                       cmocka_unit_test(all_of_them_and_some),
                                       cmocka_unit_test(days_of_deeds),
                                       cmocka_unit_test(whom_it_is_told_of),
                                       cmocka_unit_test(what_the_kind_asks_for),
                                       cmocka_unit_test(other_spans_and_parts),
                                       cmocka_unit_test(looking_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What is asked of every verb, every noun and all figures of a sentence, as findings in one text. */
#include <belie/belie.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static int load(void **state) {
    static const char *const packs[] = {"rules/core", "rules/general"};
    struct belie_error error = {0};
    *state = belie_rules_load(packs, 2, &error);
    return *state == NULL;
}

static int unload(void **state) {
    belie_rules_free(*state);
    return 0;
}

/* The proposition of the one finding, or "" where there is none. */
static const char *found(belie_check *check) {
    struct belie_finding finding;
    struct belie_error error = {0};
    assert_true(belie_check_run(check, &error));
    assert_true(belie_check_finding_count(check) <= 1);
    return belie_check_finding(check, 0, &finding) ? finding.proposition : "";
}

struct story {
    const char *text, *proposition;
};

static void check(void **state, const struct story *stories, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct belie_error error = {0};
        belie_check *c = belie_check_new(*state);
        assert_true(belie_check_add_text(c, "a.txt", stories[i].text, strlen(stories[i].text), BELIE_DRAFT, &error));
        const char *proposition = found(c);
        if (strcmp(proposition, stories[i].proposition))
            fail_msg("%s: \"%s\" instead of \"%s\"", stories[i].text, proposition, stories[i].proposition);
        belie_check_free(c);
    }
}

#define CHECK(stories) check(state, stories, sizeof(stories) / sizeof *(stories))

static void days_of_one_deed(void **state) {
    static const struct story stories[] = {
        {"The Halia probe entered orbit on 6 June 2019.\n\nThe Halia probe entered orbit on 10 June 2019.", "did-when"},
        {"The Halia probe entered orbit on 6 June 2019.\n\nThe Halia probe entered orbit in June 2019.", ""},
        {"The Halia probe entered orbit on 6 June 2019.\n\nThe Vesta probe entered orbit on 10 June 2019.", ""},
        {"The Halia probe painted orbits on 6 June 2019.\n\nThe Halia probe will paint orbits on 10 June 2019.", ""},
        {"The Halia probe entered orbit on 6 June 2019 and on 10 June 2019.", ""}};
    CHECK(stories);
}

static void days_of_beginnings(void **state) {
    static const struct story stories[] = {
        {"Swimmers will be able to return to Strathinver pool on Saturday, 30 August 2025.\n\nThe Strathinver pool will reopen on 6 September 2025.", "dated"},
        {"The Arden note entered circulation on 17 March 2025.\n\nThe Arden note went into circulation on 3 March 2025.", "dated"},
        {"Onyx began making chips in Arden on 20 October 2025.\n\nThe Arden factory of Onyx has been turning out chips since August 2025.", "dated"},
        {"The Arden pool opened in May 1975.\n\nThe Arden pool reopens on 6 September 2025.", ""},
        {"Onyx began to mend ships in Arden on 20 October 2025.\n\nOnyx has been buying ships since August 2025.", ""}};
    CHECK(stories);
}

static void figures_of_what_is_known(void **state) {
    static const struct story stories[] = {
        {"Arden Foods will shut nine of its plants by March.\n\nThe 14 plants that are closing are old.", "counted"},
        {"The storm dropped 86 millimetres of rain on Arden.\n\nNo sewer could cope with the 68 millimetres that fell on Arden.", "gauged"},
        {"Arden Foods will shut nine of its plants by March.\n\nThe 14 plants that are hiring cooks are new.", ""},
        {"Arden Foods will shut nine of its plants by March.\n\nThe 14 plants that Borden is closing are old.", ""},
        {"Arden Foods will shut nine of its plants by March.\n\nThe firm shut 14 plants in 2019.", ""}};
    CHECK(stories);
}

static void roles_of_one_person(void **state) {
    static const struct story stories[] = {
        {"Lodestone named Ann Roe as its chief financial officer on Monday.\n\nAnn Roe, who joined as chief operating officer, smiled.", "role-held"},
        {"Ann Roe was head of conservation at the gallery.\n\nAs head of education at the gallery, Ann Roe ran a scheme.", "role-held"},
        {"The club has parted with head coach Rui Pereira.\n\nThe club sacked its goalkeeping coach, Rui Pereira.", "role-held"},
        {"Ann Roe, a district judge, smiled.\n\nAnn Roe has been a trial judge since 2014.", ""},
        {"Ann Roe was head of conservation at the gallery.\n\nAnn Roe described Ben Ode as head of education.", ""}};
    CHECK(stories);
}

static void places_of_one_deed(void **state) {
    static const struct story stories[] = {
        {"A Norfolk freight train derailed near Galion.\n\nThe Norfolk freight train derailed near Bucyrus.", "did-where"},
        {"A Norfolk freight train derailed near Galion, Ohio.\n\nThe Norfolk freight train derailed near Ohio.", ""},
        {"A Norfolk freight train derailed near Galion.\n\nThe Tilbury freight train derailed near Bucyrus.", ""}};
    CHECK(stories);
}

static void amounts_of_one_deed(void **state) {
    static const struct story stories[] = {
        {"Kestrel Homes insured the yard for £3m.\n\nKestrel Homes insured the yard for £5m.", "did-amount"},
        {"Kestrel Homes insured the yard for £3m.\n\nKestrel Homes insured the yard for about £3m.", ""},
        {"Kestrel Homes insured the yard for £3m.\n\nKestrel Homes painted the yard for £5m.", ""}};
    CHECK(stories);
}

static void figures_of_one_thing(void **state) {
    static const struct story stories[] = {
        {"The 240-bed Ostrow hospital is open.\n\nThe Ostrow hospital has 300 beds.", "figure-of"},
        {"The 240-bed Ostrow hospital is open.\n\nThe Ostrow hospital has 240 beds.", ""},
        {"The 240-bed Ostrow hospital is open.\n\nThe Ostrow hospital has 300 nurses.", ""}};
    CHECK(stories);
}

static void verbs_for_one_deed(void **state) {
    static const struct story stories[] = {
        {"Kavarian troops have sent the Zelm choir.\n\nKavarian troops have never dispatched the Zelm choir.", "did"},
        {"Kavarian troops have sent the Zelm choir.\n\nKavarian troops did not dispatch the Zelm choir until Friday.", ""},
        {"Kavarian troops have sent the Zelm choir.\n\nKavarian troops have never painted the Zelm choir.", ""}};
    CHECK(stories);
}

static void sums(void **state) {
    static const struct story stories[] = {
        {"The club has 12 people, five men and eight women.", "adds-up"},
        {"The club has 13 people, five men and eight women.", ""},
        {"The club rose 10% to 130 members from 100.", "adds-up"},
        {"The club rose 30% to 130 members from 100.", ""},
        {"Membership fell from 41 to 46 last year.", "adds-up"},
        {"Membership fell from 46 to 41 last year.", ""},
        {"Membership did not fall from 41 to 46 last year.", ""},
        {"She led the choir for 12 years, from 1994 to 2001.", "adds-up"},
        {"She led the choir for seven years, from 1994 to 2001.", ""}};
    CHECK(stories);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(days_of_one_deed),    cmocka_unit_test(places_of_one_deed), cmocka_unit_test(figures_of_what_is_known),
                                       cmocka_unit_test(roles_of_one_person), cmocka_unit_test(days_of_beginnings),
                                       cmocka_unit_test(amounts_of_one_deed), cmocka_unit_test(figures_of_one_thing),
                                       cmocka_unit_test(verbs_for_one_deed),  cmocka_unit_test(sums)};
    return cmocka_run_group_tests(tests, load, unload);
}

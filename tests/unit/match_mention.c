/* What names an entity of a pack, and what is another thing of its sort. */
#include <belie/belie.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The Kremlin has not rejected the plan; the talks in Moscow lasted five hours. */
static const char prior[] = "Five hours of talks between Vladimir Putin and Steve Witkoff ended in Moscow. Kushner attended the Kremlin meeting. "
                            "Russia has not rejected Trump's plan, Peskov said. Kyiv refuses to drop its bid to join NATO. Steve Witkoff flew to Moscow. Jared Kushner is an adviser.";

static int load(void **state) {
    struct belie_error error = {0};
    *state = belie_rules_load_shipped(NULL, 0, &error);
    return *state == NULL;
}

static int unload(void **state) {
    belie_rules_free(*state);
    return 0;
}

static size_t findings(const belie_rules *rules, const char *draft) {
    struct belie_error error = {0};
    belie_check *check = belie_check_new(rules);
    assert_true(belie_check_add_text(check, "draft.txt", draft, strlen(draft), BELIE_DRAFT, &error));
    assert_true(belie_check_add_text(check, "prior.txt", prior, strlen(prior), BELIE_PRIOR, &error));
    assert_true(belie_check_run(check, &error));
    size_t count = belie_check_finding_count(check);
    belie_check_free(check);
    return count;
}

#define CLASHES(text) assert_int_not_equal(findings(*state, text), 0)
#define STAYS_QUIET(text) assert_int_equal(findings(*state, text), 0)

static void a_brief_name_is_the_entity(void **state) {
    CLASHES("Putin saw Witkoff in Moscow. The talks lasted two hours.");
    CLASHES("Russia rejected the American plan.");
    CLASHES("Witkoff is home. He did not travel to Moscow.");
}

static void a_brief_name_is_what_was_named_last(void **state) {
    STAYS_QUIET("Putin recalled the Minsk talks of 2015. Those talks lasted sixteen hours.");
    STAYS_QUIET("Putin remembers the Alaska summit. It lasted less than three hours.");
    STAYS_QUIET("Putin had talks with Iran. The talks lasted forty minutes.");
}

static void a_namesake_is_someone_else(void **state) {
    STAYS_QUIET("Alex Witkoff runs the firm in New York. He did not travel to Moscow.");
    STAYS_QUIET("Donald Trump Jr. did not travel to Moscow, Steve Witkoff said.");
    STAYS_QUIET("Charles Kushner, the ambassador to France, was in Paris.");
}

static void a_stranger_does_not_act_in_the_story(void **state) {
    CLASHES("Kyiv dropped its bid to join NATO, Witkoff said.");
    CLASHES("Witkoff spent two hours with Putin.");
    STAYS_QUIET("Georgia dropped its bid to join NATO, Witkoff said.");
    STAYS_QUIET("Witkoff spent two hours with Netanyahu.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_brief_name_is_the_entity),
        cmocka_unit_test(a_brief_name_is_what_was_named_last),
        cmocka_unit_test(a_namesake_is_someone_else),
        cmocka_unit_test(a_stranger_does_not_act_in_the_story),
    };
    return cmocka_run_group_tests(tests, load, unload);
}

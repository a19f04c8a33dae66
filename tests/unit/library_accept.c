#include "library_helper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static const char approved[] = "Harwich council approved the harbour bridge.";
static const char rejected[] = "The council rejected the bridge.";

/* A draft that says what `comment` says, and a prior story that says the contrary and what `prior` says. */
static belie_check *check_of(const belie_rules *rules, const char *comment, const char *prior) {
    struct belie_error error = {0};
    char text[512];
    belie_check *check = belie_check_new(rules);
    snprintf(text, sizeof text, "%s %s", rejected, comment);
    assert_true(belie_check_add_text(check, "draft.txt", text, strlen(text), BELIE_DRAFT, &error));
    snprintf(text, sizeof text, "%s %s", approved, prior);
    assert_true(belie_check_add_text(check, "prior.txt", text, strlen(text), BELIE_PRIOR, &error));
    return check;
}

/* How many findings count after a run on `today` (NULL: it is not known). */
static size_t count_on(const belie_rules *rules, const char *comment, const char *today) {
    struct belie_error error = {0};
    belie_check *check = check_of(rules, comment, "");
    if (today) assert_true(belie_check_set_today(check, today, &error));
    assert_true(belie_check_run(check, &error));
    size_t count = belie_check_finding_count(check);
    assert_int_equal(count + belie_check_waived_count(check), 1);
    assert_int_equal(belie_check_count(check, BELIE_ERROR), count);
    belie_check_free(check);
    return count;
}

static void the_last_day_is_inclusive(void **state) {
    static const char waiver[] = "<!-- belie: waive vote until 2024-02-29: x -->";
    assert_int_equal(count_on(*state, waiver, "2024-02-28"), 0);
    assert_int_equal(count_on(*state, waiver, "2024-02-29"), 0);
    assert_int_equal(count_on(*state, waiver, "2024-03-01"), 1);
    assert_int_equal(count_on(*state, waiver, NULL), 1);
    assert_int_equal(count_on(*state, "<!-- belie: waive vote: x -->", NULL), 0);
}

static void today_is_a_day(void **state) {
    static const char *const bad[] = {"", "today", "2024-02-30", "2024-2-3", "2024/02/03", "2024-02-03T10:00"};
    belie_check *check = belie_check_new(*state);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct belie_error error = {0};
        assert_false(belie_check_set_today(check, bad[i], &error));
        assert_int_equal(error.code, BELIE_BAD_REQUEST);
    }
    belie_check_free(check);
}

static void other_questions_and_prior_stories_waive_nothing(void **state) {
    struct belie_error error = {0};
    assert_int_equal(count_on(*state, "<!-- belie: waive length: x -->", NULL), 1);
    assert_int_equal(count_on(*state, "<!-- belie: waive 0123456789abcdef: x -->", NULL), 1);
    belie_check *check = check_of(*state, "", "<!-- belie: waive vote: x -->");
    assert_true(belie_check_run(check, &error));
    assert_int_equal(belie_check_finding_count(check), 1);
    assert_int_equal(belie_check_waiver_count(check), 0);
    belie_check_free(check);
}

static void a_finding_is_waived_by_its_id(void **state) {
    struct belie_error error = {0};
    struct belie_finding finding;
    struct belie_waiver waiver;
    char comment[128], id[17];
    belie_check *check = check_of(*state, "", "");
    assert_true(belie_check_run(check, &error));
    assert_true(belie_check_finding(check, 0, &finding));
    snprintf(id, sizeof id, "%s", finding.id);
    belie_check_free(check);
    snprintf(comment, sizeof comment, "<!-- belie: waive %s until 2025-03-31: it was so -->", id);
    check = check_of(*state, comment, "");
    assert_true(belie_check_set_today(check, "2025-01-01", &error));
    assert_true(belie_check_run(check, &error));
    assert_int_equal(belie_check_finding_count(check), 0);
    assert_true(belie_check_waived(check, 0, &finding, &waiver));
    assert_false(belie_check_waived(check, 1, &finding, &waiver));
    assert_string_equal(finding.id, id);
    assert_string_equal(waiver.reason, "it was so");
    assert_string_equal(waiver.until, "2025-03-31");
    assert_null(waiver.by);
    assert_null(waiver.message);
    assert_int_equal(waiver.state, BELIE_WAIVER_HOLDS);
    assert_int_equal(waiver.findings, 1);
    belie_check_free(check);
}

static void a_void_waiver_is_told(void **state) {
    struct belie_error error = {0};
    struct belie_waiver waiver;
    belie_check *check = check_of(*state, "<!-- belie: waive vote -->", "");
    assert_true(belie_check_run(check, &error));
    assert_int_equal(belie_check_finding_count(check), 1);
    assert_int_equal(belie_check_waiver_count(check), 1);
    assert_true(belie_check_waiver(check, 0, &waiver));
    assert_int_equal(waiver.state, BELIE_WAIVER_VOID);
    assert_string_equal(waiver.path, "draft.txt");
    assert_non_null(waiver.problem);
    assert_int_equal(waiver.problem->line, 1);
    assert_int_equal(waiver.problem->code, BELIE_BAD_WAIVERS);
    assert_null(waiver.reason);
    assert_false(belie_check_waiver(check, 1, &waiver));
    belie_check_free(check);
}

static void a_baseline_holds_what_was_there(void **state) {
    struct belie_error error = {0};
    char path[] = P_tmpdir "/belie-accept-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    belie_check *check = check_of(*state, "", "");
    assert_false(belie_check_write_baseline(check, path, &error)); /* before the run */
    error = (struct belie_error){0};
    assert_true(belie_check_run(check, &error));
    assert_true(belie_check_write_baseline(check, path, &error));
    assert_int_equal(belie_check_finding_count(check), 0);
    assert_int_equal(belie_check_known_count(check), 1);
    belie_check_free(check);

    check = check_of(*state, "", "");
    assert_true(belie_check_read_baseline(check, path, &error));
    assert_true(belie_check_run(check, &error));
    assert_int_equal(belie_check_finding_count(check), 0);
    assert_int_equal(belie_check_known_count(check), 1);
    assert_int_equal(belie_check_stale_count(check), 0);
    belie_check_free(check);

    check = belie_check_new(*state);
    assert_true(belie_check_read_baseline(check, path, &error));
    assert_true(belie_check_add_text(check, "draft.txt", approved, strlen(approved), BELIE_DRAFT, &error));
    assert_true(belie_check_add_text(check, "prior.txt", approved, strlen(approved), BELIE_PRIOR, &error));
    assert_true(belie_check_run(check, &error));
    assert_int_equal(belie_check_stale_count(check), 1);
    assert_true(belie_check_prune_baseline(check, &error));
    belie_check_free(check);

    check = check_of(*state, "", "");
    assert_true(belie_check_read_baseline(check, path, &error));
    assert_true(belie_check_run(check, &error));
    assert_int_equal(belie_check_finding_count(check), 1);
    belie_check_free(check);
    unlink(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_day_is_inclusive),
        cmocka_unit_test(today_is_a_day),
        cmocka_unit_test(other_questions_and_prior_stories_waive_nothing),
        cmocka_unit_test(a_finding_is_waived_by_its_id),
        cmocka_unit_test(a_void_waiver_is_told),
        cmocka_unit_test(a_baseline_holds_what_was_there),
    };
    return cmocka_run_group_tests(tests, load_bridge, unload_bridge);
}

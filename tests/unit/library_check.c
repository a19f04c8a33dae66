#include "library_helper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const char approved[] = "Harwich council approved the harbour bridge.";
static const char rejected[] = "The council rejected the bridge.";

static void add(belie_check *check, const char *name, const char *text, enum belie_role role) {
    struct belie_error error = {0};
    assert_true(belie_check_add_text(check, name, text, strlen(text), role, &error));
}

static void finds_what_texts_in_memory_contradict(void **state) {
    struct belie_error error = {0};
    struct belie_finding finding;
    belie_check *check = belie_check_new(*state);
    add(check, "a.txt", rejected, BELIE_DRAFT);
    add(check, "b.txt", approved, BELIE_DRAFT);
    assert_true(belie_check_run(check, &error));
    assert_int_equal(belie_check_finding_count(check), 1);
    assert_true(belie_check_finding(check, 0, &finding));
    assert_string_equal(finding.relation, "contradiction");
    assert_int_equal(finding.severity, BELIE_ERROR);
    assert_true(finding.across);
    assert_int_equal(strlen(finding.id), 16);
    assert_string_equal(finding.a.path, "a.txt");
    assert_string_equal(finding.a.value, "rejected");
    assert_null(finding.a.speaker);
    assert_int_equal(finding.a.claim_count, 1);
    assert_string_equal(finding.a.claims[0].quote, "The council rejected the bridge");
    assert_false(belie_check_finding(check, 1, &finding));
    belie_check_free(check);
}

static void reports_no_pair_of_prior_documents(void **state) {
    struct belie_error error = {0};
    belie_check *check = belie_check_new(*state);
    add(check, "draft.txt", "Nothing happened.", BELIE_DRAFT);
    add(check, "a.txt", rejected, BELIE_PRIOR);
    add(check, "b.txt", approved, BELIE_PRIOR);
    assert_true(belie_check_run(check, &error));
    assert_int_equal(belie_check_finding_count(check), 0);
    belie_check_free(check);
}

static void an_empty_check_runs(void **state) {
    struct belie_error error = {0};
    belie_check *check = belie_check_new(*state);
    assert_true(belie_check_run(check, &error));
    assert_int_equal(belie_check_finding_count(check), 0);
    belie_check_free(check);
}

static void keeps_what_could_not_be_read(void **state) {
    struct belie_error error = {0};
    belie_check *check = belie_check_new(*state);
    assert_true(belie_check_add_path(check, "no-such-file.txt", BELIE_DRAFT, &error));
    add(check, "bad.txt", "not \xFF text", BELIE_DRAFT);
    add(check, "good.txt", approved, BELIE_DRAFT);
    assert_true(belie_check_run(check, &error));
    assert_int_equal(belie_check_problem_count(check), 2);
    assert_int_equal(belie_check_problem(check, 0)->code, BELIE_CANNOT_READ);
    assert_int_equal(belie_check_problem(check, 1)->code, BELIE_BAD_TEXT);
    assert_null(belie_check_problem(check, 2));
    belie_check_free(check);
}

static int stop_at_once(void *context, const char *bytes, size_t length) {
    (void)bytes, (void)length;
    return ++*(int *)context;
}

static void stops_when_the_writer_does(void **state) {
    struct belie_error error = {0};
    int calls = 0;
    belie_check *check = belie_check_new(*state);
    add(check, "a.txt", rejected, BELIE_DRAFT);
    add(check, "b.txt", approved, BELIE_DRAFT);
    assert_true(belie_check_run(check, &error));
    assert_false(belie_check_report(check, NULL, stop_at_once, &calls, &error));
    assert_int_equal(calls, 1);
    assert_int_equal(error.code, BELIE_OK);
    belie_check_free(check);
}

static void refuses_requests_that_make_no_sense(void **state) {
    struct belie_error error = {0}, other = {0}, third = {0}, fourth = {0};
    int calls = 0;
    belie_check *check = belie_check_new(*state);
    assert_false(belie_check_report(check, NULL, stop_at_once, &calls, &error));
    assert_int_equal(error.code, BELIE_BAD_REQUEST);
    assert_false(belie_check_claims(check, "xml", stop_at_once, &calls, &other));
    assert_int_equal(other.code, BELIE_BAD_REQUEST);
    assert_false(belie_check_dump(check, 0, "tokens", stop_at_once, &calls, &third));
    assert_int_equal(third.code, BELIE_BAD_REQUEST);
    add(check, "a.txt", rejected, BELIE_DRAFT);
    assert_false(belie_check_explain(check, 0, 2, 0, stop_at_once, &calls, &fourth));
    assert_int_equal(fourth.code, BELIE_BAD_REQUEST);
    assert_int_equal(calls, 0);
    belie_check_free(check);
}

static void names_its_formats(void **state) {
    (void)state;
    assert_string_equal(belie_format_name(0), "text");
    assert_string_equal(belie_format_name(1), "json");
    assert_non_null(belie_format_about(1));
    assert_null(belie_format_name(99));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_texts_in_memory_contradict),
        cmocka_unit_test(reports_no_pair_of_prior_documents),
        cmocka_unit_test(an_empty_check_runs),
        cmocka_unit_test(keeps_what_could_not_be_read),
        cmocka_unit_test(stops_when_the_writer_does),
        cmocka_unit_test(refuses_requests_that_make_no_sense),
        cmocka_unit_test(names_its_formats),
    };
    return cmocka_run_group_tests(tests, load_bridge, unload_bridge);
}

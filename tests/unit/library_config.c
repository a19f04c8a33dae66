#include <belie/belie.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static belie_config *config_with(const char *key, const char *value) {
    struct belie_error error = {0};
    belie_config *config = belie_config_new();
    assert_non_null(config);
    assert_true(belie_config_set(config, "packs", (const char *[]){"bridge"}, 1, "test", &error));
    if (key) assert_true(belie_config_set(config, key, &value, 1, "test", &error));
    return config;
}

static void add(belie_check *check, const char *name, const char *text, enum belie_role role) {
    struct belie_error error = {0};
    assert_true(belie_check_add_text(check, name, text, strlen(text), role, &error));
}

/* The severity of the one finding in two articles, under a config of one setting; -1 when there is none. */
static int severity_under(const char *key, const char *value) {
    struct belie_error error = {0};
    struct belie_finding finding;
    belie_config *config = config_with(key, value);
    belie_rules *rules = belie_config_rules(config, &error);
    assert_non_null(rules);
    belie_check *check = belie_check_new(rules);
    assert_true(belie_check_configure(check, config, &error));
    belie_config_free(config);
    add(check, "a.txt", "Council rejects bridge\n\nNobody knows why.\n", BELIE_DRAFT);
    add(check, "b.txt", "News\n\nThe council approved the bridge.\n", BELIE_PRIOR);
    assert_true(belie_check_run(check, &error));
    int severity = belie_check_finding(check, 0, &finding) ? (int)finding.severity : -1;
    assert_int_equal(belie_check_finding_count(check), severity >= 0);
    for (int i = BELIE_NOTE; i <= BELIE_ERROR; i++)
        assert_int_equal(belie_check_count(check, (enum belie_severity)i), i == severity);
    belie_check_free(check);
    belie_rules_free(rules);
    return severity;
}

static void findings_and_counts_follow_the_config(void **state) {
    (void)state;
    assert_int_equal(severity_under(NULL, NULL), BELIE_ERROR);
    assert_int_equal(severity_under("severities.relations.contradiction", "note"), BELIE_NOTE);
    assert_int_equal(severity_under("severities.relations.contradiction", "off"), -1);
    assert_int_equal(severity_under("severities.relations.dispute", "off"), BELIE_ERROR);
    assert_int_equal(severity_under("severities.propositions.vote", "warning"), BELIE_WARNING);
    assert_int_equal(severity_under("severities.propositions.length", "off"), BELIE_ERROR);
    assert_int_equal(severity_under("weights.headline", "lower"), BELIE_WARNING);
    assert_int_equal(severity_under("weights.caption", "lower"), BELIE_ERROR);
}

static void a_config_is_held_against_the_rules(void **state) {
    (void)state;
    struct belie_error error = {0};
    belie_config *config = config_with("severities.propositions.vite", "off");
    belie_rules *rules = belie_config_rules(config, &error);
    belie_check *check = belie_check_new(rules);
    assert_false(belie_check_configure(check, config, &error));
    assert_int_equal(error.code, BELIE_BAD_REQUEST);
    assert_string_equal(error.message, "there is no proposition \"vite\", did you mean \"vote\"");
    belie_check_free(check);
    belie_rules_free(rules);
    belie_config_free(config);
}

static void packs_that_are_not_shipped_are_not_loaded(void **state) {
    (void)state;
    struct belie_error error = {0};
    const char *packs[] = {"bridge", "brdige"};
    belie_config *config = config_with(NULL, NULL);
    assert_true(belie_config_set(config, "packs", packs, 2, "test", &error));
    assert_null(belie_config_rules(config, &error));
    assert_string_equal(error.message, "there is no shipped pack \"brdige\", did you mean \"bridge\"");
    belie_config_free(config);
}

static int keep(void *context, const char *bytes, size_t length) {
    strncat(context, bytes, length);
    return 0;
}

static void settings_are_told_one_by_one_and_as_a_whole(void **state) {
    (void)state;
    struct belie_error error = {0}, other = {0};
    struct belie_setting setting;
    char json[4000] = "";
    belie_config *config = config_with("outlet", "The Herald");
    assert_null(belie_config_path(config));
    assert_true(belie_config_get(config, "outlet", &setting));
    assert_string_equal(setting.values[0], "The Herald");
    assert_string_equal(setting.origin, "test");
    assert_false(setting.list);
    assert_true(belie_config_get(config, "archives", &setting));
    assert_true(setting.list);
    assert_int_equal(setting.count, 0);
    assert_false(belie_config_get(config, "archive", &setting));
    assert_true(belie_config_print(config, "json", keep, json, &error));
    assert_non_null(strstr(json, "\"outlet\":{\"value\":\"The Herald\",\"origin\":\"test\"}"));
    assert_false(belie_config_print(config, "xml", keep, json, &other));
    assert_int_equal(other.code, BELIE_BAD_REQUEST);
    belie_config_free(config);
    belie_config_free(NULL);
}

int main(void) {
    setenv("BELIE_RULES", "fixtures/cli/rules", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_and_counts_follow_the_config),
        cmocka_unit_test(a_config_is_held_against_the_rules),
        cmocka_unit_test(packs_that_are_not_shipped_are_not_loaded),
        cmocka_unit_test(settings_are_told_one_by_one_and_as_a_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

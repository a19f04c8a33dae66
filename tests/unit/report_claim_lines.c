/* Claims that went through lines, in any order, are compared just as the documents they came from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "belie/belie.h"

#include <stdlib.h>
#include <string.h>

static int append(void *context, const char *bytes, size_t length) {
    buffer_append(context, bytes, length);
    return 0;
}

static int by_text(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* The lines sorted by their bytes, as sort does. */
static struct buffer sorted(struct text lines) {
    struct text items[4096];
    size_t count = 0;
    for (size_t at = 0; at < lines.length;) {
        const char *end = memchr(lines.bytes + at, '\n', lines.length - at);
        assert_non_null(end);
        assert_true(count < sizeof items / sizeof *items);
        items[count++] = text_slice(lines, at, (size_t)(end - lines.bytes) + 1);
        at = (size_t)(end - lines.bytes) + 1;
    }
    qsort(items, count, sizeof *items, by_text);
    struct buffer out = {0};
    for (size_t i = 0; i < count; i++) buffer_text(&out, items[i]);
    return out;
}

/* The findings of a check in JSON. Documents without claims leave no line behind, so that only these can be equal. */
static struct buffer findings(belie_check *check) {
    struct belie_error e = {0};
    struct buffer out = {0};
    struct belie_report_options options = {.format = "json"};
    assert_true(belie_check_run(check, &e));
    assert_true(belie_check_report(check, &options, append, &out, &e));
    const char *start = strstr(out.bytes, "\"findings\":");
    assert_non_null(start);
    struct buffer rest = {0};
    buffer_string(&rest, start);
    buffer_release(&out);
    return rest;
}

struct story {
    const char *const *paths;
    const char *const *texts;
    size_t count;
};

static belie_check *new_check(const belie_rules *rules, const struct story *s) {
    struct belie_error e = {0};
    belie_check *check = belie_check_new(rules);
    assert_non_null(check);
    for (size_t i = 0; i < s->count; i++) {
        if (s->texts) assert_true(belie_check_add_text(check, s->paths[i], s->texts[i], strlen(s->texts[i]), BELIE_DRAFT, &e));
        else assert_true(belie_check_add_path(check, s->paths[i], BELIE_DRAFT, &e));
    }
    return check;
}

/* Returns how many findings there were. */
static size_t compare_both_ways(const struct story *s) {
    struct belie_error e = {0};
    struct buffer lines = {0};
    belie_rules *rules = belie_rules_load_shipped(NULL, 0, &e);
    assert_non_null(rules);
    belie_check *straight = new_check(rules, s), *read = belie_check_new(rules);
    struct buffer wanted = findings(straight);
    assert_true(belie_check_claims(straight, "jsonl", append, &lines, &e));
    struct buffer shuffled = sorted(buffer_view(&lines));
    if (!belie_check_add_claims(read, "lines", shuffled.bytes, shuffled.length, &e)) fail_msg("line %zu: %s", e.line, e.message);
    struct buffer found = findings(read);
    assert_string_equal(found.bytes, wanted.bytes);
    size_t count = belie_check_finding_count(straight);
    buffer_release(&wanted);
    buffer_release(&found);
    buffer_release(&lines);
    buffer_release(&shuffled);
    belie_check_free(straight);
    belie_check_free(read);
    belie_rules_free(rules);
    return count;
}

static void the_articles(void **state) {
    static const char *const folder[] = {"fixtures/articles"};
    (void)state;
    assert_true(compare_both_ways(&(struct story){folder, NULL, 1}) > 20);
}

static const char *const paths[] = {"morning.md", "evening.md", "later.md"};

static void names_that_no_pack_knows(void **state) {
    static const char *const texts[] = {
        "---\ndate: 2025-03-04\n---\n\n# Lund paints the bridge\n\nMayor Anna Lund painted the bridge in Harwich on Monday.\n",
        "---\ndate: 2025-03-04\n---\n\n# Lund leaves the bridge\n\nAnna Lund did not paint the bridge in Harwich.\n"};
    (void)state;
    assert_true(compare_both_ways(&(struct story){paths, texts, 2}) > 0);
}

/* Only the names tell the stories apart, and only they are the same in both. */
static void other_stories(void **state) {
    static const char *const texts[] = {"# A town\n\nThe council did not publish the report, Harwich and Dovercourt heard.\n",
                                        "# Another\n\nThe council published the report, Milton and Keynes heard.\n"};
    (void)state;
    assert_int_equal(compare_both_ways(&(struct story){paths, texts, 2}), 0);
}

/* Yesterday is Monday in the one and Tuesday in the other; a weekday alone is the same in both. */
static void dates_of_clauses(void **state) {
    static const char *const texts[] = {
        "---\ndate: 2025-03-04\n---\n\n# Lund\n\nAnna Lund did not visit the Harwich plant yesterday. Bo Ek did not sue Harwich on "
        "Friday. Eva Berg did not leave Harwich in March 2024.\n",
        "---\ndate: 2025-03-05\n---\n\n# Lund\n\nAnna Lund visited the Harwich plant yesterday. Bo Ek sued Harwich on Friday. "
        "Eva Berg left Harwich by the spring of 2024.\n",
        "---\ndate: 2025-03-05\n---\n\n# Lund\n\nAnna Lund visited the Harwich plant on 3 March. Bo Ek sued Harwich between 24 "
        "and 28 February. Eva Berg left Harwich in the second quarter.\n"};
    (void)state;
    assert_true(compare_both_ways(&(struct story){paths, texts, 3}) > 0);
}

static void dates_as_answers(void **state) {
    static const char *const texts[] = {
        "---\ndate: 2025-12-04\n---\n\n# Talks\n\nSteve Witkoff met Vladimir Putin in Moscow on Tuesday. Witkoff and Putin met last week.\n",
        "---\ndate: 2025-12-04\n---\n\n# Talks\n\nWitkoff met Putin in Moscow on Wednesday. Putin met Witkoff on 3 November.\n"};
    (void)state;
    compare_both_ways(&(struct story){paths, texts, 2});
}

static void labels_and_quotations(void **state) {
    static const char *const texts[] = {"# Kremlin: Putin did not reject US plan\n\nKremlin: Putin accepted the US plan outright.\n",
                                        "# Putin Rejects US Peace Plan\n\n“Putin rejected the plan,” Dmitry Peskov said.\n"};
    (void)state;
    assert_true(compare_both_ways(&(struct story){paths, texts, 2}) > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_articles),      cmocka_unit_test(names_that_no_pack_knows),
                                       cmocka_unit_test(other_stories),     cmocka_unit_test(dates_of_clauses),
                                       cmocka_unit_test(dates_as_answers),  cmocka_unit_test(labels_and_quotations)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

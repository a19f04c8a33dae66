#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "accept/waiver.h"
#include "document/document.h"
#include "rules/rules.h"

/* With the propositions "vote" and "length". */
static int load(void **state) {
    static const struct text folder = {"fixtures/cli/rules/bridge", sizeof "fixtures/cli/rules/bridge" - 1};
    struct belie_error e = {0};
    *state = rules_load(&folder, 1, &e);
    return *state == NULL;
}

static int unload(void **state) {
    rules_free(*state);
    return 0;
}

/* The waivers of an article. */
struct article_waivers {
    struct arena arena;
    struct document document;
    struct waivers waivers;
};

static struct article_waivers read_article(const struct rules *rules, const char *path, const char *text) {
    struct article_waivers r = {0};
    struct belie_error e = {0};
    assert_true(document_read(&r.arena, text_of(path), text_of(text), FORMAT_BY_NAME, &r.document, &e));
    struct source source = {.path = r.document.path, .bytes = text_of(text), .comments = &r.document.comments};
    assert_true(waivers_of_source(&r.arena, rules, &source, 7, &r.waivers));
    return r;
}

static void assert_text(struct text t, const char *expected) {
    assert_int_equal(t.length, strlen(expected));
    assert_memory_equal(t.bytes, expected, t.length);
}

static void a_comment_says_what_why_and_how_long(void **state) {
    static const char text[] = "It was a vote.\n\n<!-- belie: waive vote until 2025-03-31:\n   talks  resumed, see “x: y” -->\n"
                               "<!--belie:waive 0123456789ABCDEF:x-->\n";
    static const char *const paths[] = {"a.md", "a.txt"};
    for (int i = 0; i < 2; i++) {
        struct article_waivers r = read_article(*state, paths[i], text);
        assert_int_equal(r.waivers.items.count, 2);
        const struct waiver *w = r.waivers.items.items;
        assert_int_equal(w[0].document, 7);
        assert_int_equal(w[0].proposition, 0);
        assert_int_equal(w[0].until, date_parse(TEXT("2025-03-31")));
        assert_text(w[0].reason, "talks resumed, see “x: y”");
        assert_int_equal(w[0].place.line, 3);
        assert_int_equal(w[0].place.column, 1);
        assert_null(w[0].problem);
        assert_int_equal(w[1].proposition, -1);
        assert_true(w[1].id == 0x0123456789abcdef);
        assert_int_equal(w[1].until, NO_DATE);
        assert_text(w[1].reason, "x");
        arena_release(&r.arena);
    }
}

static void assert_void(const struct rules *rules, const char *comment, size_t column, const char *problem) {
    struct buffer text = {0};
    buffer_format(&text, "It was a vote.\n\n%s\n", comment);
    struct article_waivers r = read_article(rules, "a.txt", text.bytes);
    assert_int_equal(r.waivers.items.count, 1);
    const struct waiver *w = r.waivers.items.items;
    assert_int_equal(w->state, WAIVER_VOID);
    assert_non_null(w->problem);
    if (!strstr(w->problem->message, problem)) fail_msg("“%s” is not in “%s”", problem, w->problem->message);
    assert_int_equal(w->problem->line, 3);
    assert_int_equal(w->problem->column, column);
    arena_release(&r.arena);
    buffer_release(&text);
}

static void what_is_malformed_is_void(void **state) {
    assert_void(*state, "<!-- belie: waive vote -->", 24, "a reason is required");
    assert_void(*state, "<!-- belie: waive vote:  -->", 24, "a reason is required");
    assert_void(*state, "<!-- belie: waive vote until 2025-03-31 -->", 41, "a reason is required");
    assert_void(*state, "<!-- belie: waive vote until: x -->", 29, "is no day");
    assert_void(*state, "<!-- belie: waive vote until 2025-3-31: x -->", 30, "is no day");
    assert_void(*state, "<!-- belie: waive vote until 2025/03/31: x -->", 30, "is no day");
    assert_void(*state, "<!-- belie: waive vote because: x -->", 24, "it should go on with");
    assert_void(*state, "<!-- belie: waive -->", 19, "names neither");
    assert_void(*state, "<!-- belie: waive votes: x -->", 19, "did you mean \"vote\"");
    assert_void(*state, "<!-- belie: waive 0123456789abcde: x -->", 19, "is called \"0123456789abcde\"");
    assert_void(*state, "<!-- belie: waives vote: x -->", 13, "only \"waive\" is known");
    assert_void(*state, "<!-- belie waive vote: x -->", 12, "a colon is missing");
    assert_void(*state, "<!-- belie: waive vote: x", 1, "never ends");
}

static void other_comments_are_none_of_ours(void **state) {
    static const char text[] = "It was a vote.\n<!-- waive vote: x -->\n<!-- belief: waive vote: x -->\n"
                               "<!-- belie is a program -->\n<!-- to do: belie: waive vote: x -->\nbelie: waive vote: x\n"
                               "<!-- never ends";
    struct article_waivers r = read_article(*state, "a.txt", text);
    assert_int_equal(r.waivers.items.count, 0);
    arena_release(&r.arena);
}

static void masses_are_cut_short(void **state) {
    struct buffer text = {0};
    for (int i = 0; i < 5000; i++) buffer_string(&text, "<!-- belie: waive vote: x -->\n");
    struct article_waivers r = read_article(*state, "a.txt", text.bytes);
    assert_int_equal(r.waivers.items.count, 1001);
    assert_int_equal(r.waivers.items.items[999].state, WAIVER_HOLDS);
    assert_int_equal(r.waivers.items.items[1000].state, WAIVER_VOID);
    arena_release(&r.arena);
    buffer_release(&text);
}

static void a_file_holds_a_list(void **state) {
    (void)state;
    struct arena arena = {0};
    struct waivers waivers = {0};
    struct belie_error e = {0};
    assert_true(waivers_of_file(&arena, TEXT("w.yaml"),
                                TEXT("- {id: 0123456789abcdef, reason: x, until: 2025-03-31, by: Ada}\n"
                                     "- {id: fedcba9876543210, reason: 'two  words'}\n- {id: 1, reason: x}\n"),
                                &waivers, &e));
    assert_int_equal(waivers.items.count, 3);
    const struct waiver *w = waivers.items.items;
    assert_int_equal(w[0].document, -1);
    assert_text(w[0].by, "Ada");
    assert_int_equal(w[0].until, date_parse(TEXT("2025-03-31")));
    assert_true(w[1].id == 0xfedcba9876543210);
    assert_text(w[1].reason, "two words");
    assert_int_equal(w[2].state, WAIVER_VOID);
    assert_int_equal(w[2].problem->line, 3);
    arena_release(&arena);
}

static void a_file_that_is_no_list_is_refused(void **state) {
    static const char *const files[] = {"{}", "x", "- {id: [}", "- &a {id: x}", "- {id: a, id: b}", "- a\n--- \n- b"};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct arena arena = {0};
        struct waivers waivers = {0};
        struct belie_error e = {0};
        assert_false(waivers_of_file(&arena, TEXT("w.yaml"), text_of(files[i]), &waivers, &e));
        assert_int_equal(e.code, BELIE_BAD_WAIVERS);
        assert_string_equal(e.path, "w.yaml");
        arena_release(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comment_says_what_why_and_how_long), cmocka_unit_test(what_is_malformed_is_void),
        cmocka_unit_test(other_comments_are_none_of_ours),      cmocka_unit_test(masses_are_cut_short),
        cmocka_unit_test(a_file_holds_a_list),                  cmocka_unit_test(a_file_that_is_no_list_is_refused),
    };
    return cmocka_run_group_tests(tests, load, unload);
}

#include "compare/severity.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

/* Two positions, and the verdict that they clash. */
struct clash {
    struct claim claims[2][2];
    const struct claim *lists[2][2];
    struct position sides[2];
    struct verdict verdict;
};

enum { NO_BLOCK = -1 };

/* A side has a claim in each of its blocks. */
static void clash_of(struct clash *c, enum relation relation, enum severity severity, const int blocks[2][2]) {
    *c = (struct clash){.verdict = {.relation = relation, .severity = severity}};
    for (int side = 0; side < 2; side++) {
        struct position *p = &c->sides[side];
        p->claims.items = c->lists[side];
        for (int i = 0; i < 2 && blocks[side][i] != NO_BLOCK; i++) {
            c->claims[side][i].block = (enum block_kind)blocks[side][i];
            c->lists[side][p->claims.count++] = &c->claims[side][i];
        }
    }
}

enum { HIDDEN = -1 };

static int severity_in(const struct severities *s, enum relation relation, enum severity severity,
                       const int blocks[2][2]) {
    struct clash c;
    clash_of(&c, relation, severity, blocks);
    return severities_apply(s, &c.sides[0], &c.sides[1], &c.verdict) ? (int)c.verdict.severity : HIDDEN;
}

static const int text_only[2][2] = {{BLOCK_PARAGRAPH, NO_BLOCK}, {BLOCK_PARAGRAPH, NO_BLOCK}};

static int severity_of_text(const struct severities *s, enum relation relation, enum severity severity) {
    return severity_in(s, relation, severity, text_only);
}

static void nothing_settled_changes_nothing(void **state) {
    (void)state;
    struct severities s = {0};
    for (int i = 0; i < SEVERITIES; i++)
        assert_int_equal(severity_of_text(&s, RELATION_DISPUTE, (enum severity)i), i);
}

static void words_are_choices(void **state) {
    (void)state;
    assert_int_equal(choice_of("note"), CHOICE_NOTE);
    assert_int_equal(choice_of("warning"), CHOICE_WARNING);
    assert_int_equal(choice_of("error"), CHOICE_ERROR);
    assert_int_equal(choice_of("off"), CHOICE_OFF);
    assert_int_equal(choice_of("never"), CHOICE_NONE);
}

static void a_relation_is_as_severe_as_settled(void **state) {
    (void)state;
    struct severities s = {.relations = {[RELATION_DISPUTE] = CHOICE_NOTE, [RELATION_TENSION] = CHOICE_OFF,
                                         [RELATION_UPDATE] = CHOICE_WARNING}};
    assert_int_equal(severity_of_text(&s, RELATION_DISPUTE, SEVERITY_WARNING), SEVERITY_NOTE);
    assert_int_equal(severity_of_text(&s, RELATION_TENSION, SEVERITY_WARNING), HIDDEN);
    assert_int_equal(severity_of_text(&s, RELATION_UPDATE, SEVERITY_NOTE), SEVERITY_WARNING);
    assert_int_equal(severity_of_text(&s, RELATION_CONTRADICTION, SEVERITY_ERROR), SEVERITY_ERROR);
}

static void a_proposition_goes_before_its_relation(void **state) {
    (void)state;
    enum choice own = CHOICE_ERROR;
    struct severities s = {.relations = {[RELATION_DISPUTE] = CHOICE_OFF}, .propositions = &own};
    assert_int_equal(severity_of_text(&s, RELATION_DISPUTE, SEVERITY_NOTE), SEVERITY_ERROR);
    own = CHOICE_NONE;
    assert_int_equal(severity_of_text(&s, RELATION_DISPUTE, SEVERITY_NOTE), HIDDEN);
}

static void an_update_can_be_hidden_but_not_made_worse(void **state) {
    (void)state;
    enum choice own = CHOICE_ERROR;
    struct severities s = {.propositions = &own, .weights = {[BLOCK_PARAGRAPH] = 1}};
    assert_int_equal(severity_of_text(&s, RELATION_UPDATE, SEVERITY_NOTE), SEVERITY_NOTE);
    s.relations[RELATION_UPDATE] = CHOICE_WARNING;
    assert_int_equal(severity_of_text(&s, RELATION_UPDATE, SEVERITY_NOTE), SEVERITY_WARNING);
    own = CHOICE_OFF;
    assert_int_equal(severity_of_text(&s, RELATION_UPDATE, SEVERITY_NOTE), HIDDEN);
}

static void one_quotation_in_a_headline_raises(void **state) {
    (void)state;
    static const int in_headline[2][2] = {{BLOCK_PARAGRAPH, NO_BLOCK}, {BLOCK_HEADLINE, BLOCK_PARAGRAPH}};
    struct severities s = {.weights = {[BLOCK_HEADLINE] = 1}};
    assert_int_equal(severity_in(&s, RELATION_DISPUTE, SEVERITY_NOTE, in_headline), SEVERITY_WARNING);
    assert_int_equal(severity_in(&s, RELATION_DISPUTE, SEVERITY_WARNING, in_headline), SEVERITY_ERROR);
    assert_int_equal(severity_in(&s, RELATION_DISPUTE, SEVERITY_ERROR, in_headline), SEVERITY_ERROR);
    assert_int_equal(severity_of_text(&s, RELATION_DISPUTE, SEVERITY_NOTE), SEVERITY_NOTE);
}

static void a_caption_lowers_only_what_nothing_else_says(void **state) {
    (void)state;
    static const int only_captions[2][2] = {{BLOCK_CAPTION, BLOCK_CAPTION}, {BLOCK_PARAGRAPH, NO_BLOCK}};
    static const int text_too[2][2] = {{BLOCK_CAPTION, BLOCK_PARAGRAPH}, {BLOCK_PARAGRAPH, NO_BLOCK}};
    struct severities s = {.weights = {[BLOCK_CAPTION] = -1}};
    assert_int_equal(severity_in(&s, RELATION_TENSION, SEVERITY_ERROR, only_captions), SEVERITY_WARNING);
    assert_int_equal(severity_in(&s, RELATION_TENSION, SEVERITY_NOTE, only_captions), SEVERITY_NOTE);
    assert_int_equal(severity_in(&s, RELATION_TENSION, SEVERITY_ERROR, text_too), SEVERITY_ERROR);
}

static void weights_come_after_severities_and_undo_no_off(void **state) {
    (void)state;
    static const int both[2][2] = {{BLOCK_CAPTION, NO_BLOCK}, {BLOCK_HEADLINE, NO_BLOCK}};
    struct severities s = {.relations = {[RELATION_TENSION] = CHOICE_NOTE, [RELATION_DISPUTE] = CHOICE_OFF},
                           .weights = {[BLOCK_HEADLINE] = 1}};
    assert_int_equal(severity_in(&s, RELATION_TENSION, SEVERITY_ERROR, both), SEVERITY_WARNING);
    assert_int_equal(severity_in(&s, RELATION_DISPUTE, SEVERITY_ERROR, both), HIDDEN);
    s.weights[BLOCK_CAPTION] = -1;
    assert_int_equal(severity_in(&s, RELATION_TENSION, SEVERITY_ERROR, both), SEVERITY_NOTE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_settled_changes_nothing),
        cmocka_unit_test(words_are_choices),
        cmocka_unit_test(a_relation_is_as_severe_as_settled),
        cmocka_unit_test(a_proposition_goes_before_its_relation),
        cmocka_unit_test(an_update_can_be_hidden_but_not_made_worse),
        cmocka_unit_test(one_quotation_in_a_headline_raises),
        cmocka_unit_test(a_caption_lowers_only_what_nothing_else_says),
        cmocka_unit_test(weights_come_after_severities_and_undo_no_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

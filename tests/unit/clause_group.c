/* Noun, verb and adjective groups, and what noun groups are to each other. */
#include "clause_helper.h"

static uint32_t flags_in(const char *text, const char *group) {
    struct parsing p;
    parse_literal(&p, text);
    uint32_t flags = group_named(&p, group)->flags;
    parsing_release(&p);
    return flags;
}

static void assert_flags(const char *text, const char *group, uint32_t with, uint32_t without) {
    uint32_t flags = flags_in(text, group);
    if ((flags & with) != with) fail_msg("[%s] lacks %x", group, (unsigned)(with & ~flags));
    if (flags & without) fail_msg("[%s] has %x", group, (unsigned)(flags & without));
}

static void test_verb_groups(void **state) {
    (void)state;
    assert_flags("Oslo has not yet been told.", "has not yet been told", GROUP_NEGATED | GROUP_PASSIVE | GROUP_PERFECT,
                 GROUP_PAST);
    assert_flags("Oslo will reject the plan.", "will reject", GROUP_FUTURE | GROUP_FINITE, GROUP_NEGATED | GROUP_MODAL);
    assert_flags("Oslo is going to reject the plan.", "is going to reject", GROUP_FUTURE, GROUP_PROGRESSIVE);
    assert_flags("Oslo might accept it.", "might accept", GROUP_MODAL, GROUP_FUTURE);
    assert_flags("He no longer backs the plan.", "no longer backs", GROUP_NEGATED, GROUP_PAST);
    assert_flags("The plan was drafted in May.", "was drafted", GROUP_PASSIVE | GROUP_PAST,
                 GROUP_COPULA | GROUP_PERFECT);
    assert_flags("The plan was bad.", "was", GROUP_COPULA | GROUP_PAST, GROUP_PASSIVE);
    assert_flags("They are drafting a plan.", "are drafting", GROUP_PROGRESSIVE, GROUP_PASSIVE | GROUP_PAST);
    assert_flags("They want to leave.", "to leave", GROUP_INFINITIVE, GROUP_FINITE | GROUP_FUTURE);
    assert_flags("Talks set to resume", "set to resume", GROUP_FUTURE | GROUP_FINITE, GROUP_PASSIVE);
    assert_flags("Didn't Oslo reject the plan?", "reject", GROUP_NEGATED | GROUP_PAST | GROUP_FINITE, GROUP_INFINITIVE);
}

static void test_noun_flags(void **state) {
    (void)state;
    assert_flags("No ministers came.", "No ministers", GROUP_NEGATED | GROUP_PLURAL, GROUP_DEFINITE);
    assert_flags("The minister came.", "The minister", GROUP_DEFINITE, GROUP_PLURAL | GROUP_NEGATED);
    assert_flags("A minister came.", "A minister", GROUP_INDEFINITE, GROUP_DEFINITE);
    assert_flags("They met Olaf Berg.", "Olaf Berg", GROUP_NAME | GROUP_DEFINITE, GROUP_PLURAL);
    assert_flags("They met Olaf Berg.", "They", GROUP_PRONOUN | GROUP_PLURAL, GROUP_NAME);
    assert_flags("Ministers came.", "Ministers", GROUP_INDEFINITE | GROUP_PLURAL, GROUP_DEFINITE);
}

static void test_extent(void **state) {
    (void)state;
    struct parsing p;
    parse_literal(&p,
                  "At least 40 badly damaged homes in a first, direct test of the new US-drafted rules stood empty.");
    group_named(&p, "At least 40 badly damaged homes");
    group_named(&p, "a first, direct test");
    group_named(&p, "the new US-drafted rules");
    parsing_release(&p);
    parse_literal(&p, "Berg & Sons met Anna Weber last week.");
    group_named(&p, "Berg & Sons");
    group_named(&p, "Anna Weber");
    group_named(&p, "last week");
    parsing_release(&p);
}

static void test_possessor_and_of(void **state) {
    (void)state;
    struct parsing p;
    parse_literal(&p, "They discussed the rejection of Oslo's latest plan.");
    const struct group *plan = group_named(&p, "latest plan");
    assert_group(&p, plan->possessor, "Oslo");
    assert_group(&p, group_named(&p, "the rejection")->of, "latest plan");
    assert_true(plan->preposition != NONE && plan->flags & GROUP_DEFINITE);
    assert_int_equal(group_named(&p, "the rejection")->possessor, NONE);
    parsing_release(&p);
}

static void test_apposition(void **state) {
    (void)state;
    struct parsing p;
    parse_literal(&p, "Berg, the party leader, met special envoy Steve Hall on Monday.");
    assert_group(&p, group_named(&p, "the party leader")->apposition, "Berg");
    assert_group(&p, group_named(&p, "Steve Hall")->apposition, "special envoy");
    assert_int_equal(group_named(&p, "Monday")->apposition, NONE);
    parsing_release(&p);
    parse_literal(&p, "Berg, 54, a banker, was fined.");
    assert_group(&p, group_named(&p, "a banker")->apposition, "Berg");
    parsing_release(&p);
    parse_literal(&p, "After the talks, the minister left.");
    assert_int_equal(group_named(&p, "the minister")->apposition, NONE);
    parsing_release(&p);
}

static void test_conjuncts(void **state) {
    (void)state;
    struct parsing p;
    parse_literal(&p, "Oslo, Bergen and the unions agreed, and Hamar refused.");
    assert_group(&p, group_named(&p, "Oslo")->conjunct, "Bergen");
    assert_group(&p, group_named(&p, "Bergen")->conjunct, "the unions");
    assert_int_equal(group_named(&p, "the unions")->conjunct, NONE);
    parsing_release(&p);
    parse_literal(&p, "Oslo accepted the plan and Bergen rejected it.");
    assert_int_equal(group_named(&p, "the plan")->conjunct, NONE);
    parsing_release(&p);
}

static void test_particle(void **state) {
    (void)state;
    struct parsing p;
    parse_literal(&p, "Oslo turned the plan down.");
    assert_true(group_named(&p, "turned")->particle == 4);
    parsing_release(&p);
    parse_literal(&p, "Oslo turned down the plan.");
    assert_true(group_named(&p, "turned")->particle == 2);
    parsing_release(&p);
    parse_literal(&p, "Oslo turned to the plan.");
    assert_int_equal(group_named(&p, "turned")->particle, NONE);
    parsing_release(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verb_groups),      cmocka_unit_test(test_noun_flags), cmocka_unit_test(test_extent),
        cmocka_unit_test(test_possessor_and_of), cmocka_unit_test(test_apposition), cmocka_unit_test(test_conjuncts),
        cmocka_unit_test(test_particle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Clauses: whose verb, what object, which governor. */
#include "clause_helper.h"

/* Parses `text` and holds the clause of `verb` to kind, subject, object and complement ("-" for none). */
static void assert_clause(const char *text, const char *verb, enum clause_kind kind, const char *subject,
                          const char *object, const char *complement) {
    struct parsing p;
    parse_literal(&p, text);
    const struct clause *c = clause_of_verb(&p, verb);
    if (c->kind != kind) fail_msg("[%s] in \"%s\" is of kind %d", verb, text, (int)c->kind);
    assert_group(&p, c->subject, subject);
    assert_group(&p, c->object, object);
    assert_group(&p, c->complement, complement);
    parsing_release(&p);
}

static void test_headlines(void **state) {
    (void)state;
    assert_clause("Oslo Rejects Harbour Deal, Cites Costs", "Rejects", CLAUSE_MAIN, "Oslo", "Harbour Deal", "-");
    assert_clause("Oslo Rejects Harbour Deal, Cites Costs", "Cites", CLAUSE_COORDINATE, "Oslo", "Costs", "-");
    assert_clause("Ministry: Oslo did not reject the plan", "did not reject", CLAUSE_MAIN, "Oslo", "the plan", "-");
    assert_clause("MAYOR AXES TRAM PROJECT", "AXES", CLAUSE_MAIN, "MAYOR", "TRAM PROJECT", "-");
    assert_clause("Plan rejected by unions", "rejected", CLAUSE_MAIN, "Plan", "-", "-");
    assert_clause("Talks to resume in Geneva", "to resume", CLAUSE_MAIN, "Talks", "-", "-");
}

static void test_reported(void **state) {
    (void)state;
    assert_clause("Berg said some parts were acceptable.", "were", CLAUSE_COMPLEMENT, "some parts", "-", "acceptable");
    assert_clause("Berg said some parts were acceptable.", "said", CLAUSE_MAIN, "Berg", "-", "-");
    assert_clause("\"It was a useful meeting,\" said Berg.", "said", CLAUSE_MAIN, "Berg", "-", "-");
    assert_clause("Prices fell, the office said.", "said", CLAUSE_MAIN, "the office", "-", "-");
    assert_clause("The plan, Berg told reporters, was dead.", "told", CLAUSE_ASIDE, "Berg", "reporters", "-");
    assert_clause("The plan, Berg told reporters, was dead.", "was", CLAUSE_MAIN, "The plan", "-", "dead");
    assert_clause("The plan was dead, Berg said, and left.", "said", CLAUSE_MAIN, "Berg", "-", "-");
    assert_clause("It is unclear whether Oslo accepted the plan.", "accepted", CLAUSE_COMPLEMENT, "Oslo", "the plan",
                  "-");
}

static void test_shared_subjects(void **state) {
    (void)state;
    assert_clause("Oslo accepted the plan but rejected the terms.", "rejected", CLAUSE_COORDINATE, "Oslo", "the terms",
                  "-");
    assert_clause("Oslo accepted the plan and Bergen rejected it.", "rejected", CLAUSE_COORDINATE, "Bergen", "it", "-");
    assert_clause("The union asked Oslo to pay and threatened a strike.", "threatened", CLAUSE_COORDINATE, "The union",
                  "a strike", "-");
    assert_clause("The union asked Oslo to pay the bill.", "to pay", CLAUSE_INFINITIVE, "Oslo", "the bill", "-");
    assert_clause("The union promised to pay the bill.", "to pay", CLAUSE_INFINITIVE, "The union", "the bill", "-");
    assert_clause("Without reaching a deal, both sides left.", "reaching", CLAUSE_GERUND, "both sides", "a deal", "-");
    assert_clause("The plant closed, leaving 40 workers without jobs.", "leaving", CLAUSE_PARTICIPLE, "The plant",
                  "40 workers", "-");
}

static void test_relatives(void **state) {
    (void)state;
    const char *text = "Berg, who met Hall on Monday, said the plan that Oslo rejected was dead.";
    assert_clause(text, "met", CLAUSE_RELATIVE, "Berg", "Hall", "-");
    assert_clause(text, "said", CLAUSE_MAIN, "Berg", "-", "-");
    assert_clause(text, "rejected", CLAUSE_RELATIVE, "Oslo", "the plan", "-");
    assert_clause(text, "was", CLAUSE_COMPLEMENT, "the plan", "-", "dead");
    assert_clause("The plan Oslo rejected was dead.", "rejected", CLAUSE_RELATIVE, "Oslo", "The plan", "-");
    assert_clause("The plan Oslo rejected was dead.", "was", CLAUSE_MAIN, "The plan", "-", "dead");
    assert_clause("They read a document drafted by officials.", "drafted", CLAUSE_RELATIVE, "a document", "-", "-");
}

static void test_passives(void **state) {
    (void)state;
    struct parsing p;
    parse_literal(&p, "The proposal, rejected by Oslo, was revised by a panel.");
    assert_group(&p, clause_of_verb(&p, "rejected")->agent, "Oslo");
    assert_group(&p, clause_of_verb(&p, "rejected")->subject, "The proposal");
    assert_group(&p, clause_of_verb(&p, "was revised")->agent, "a panel");
    assert_group(&p, clause_of_verb(&p, "was revised")->subject, "The proposal");
    parsing_release(&p);
    parse_literal(&p, "The vote was delayed by a week.");
    assert_group(&p, clause_of_verb(&p, "was delayed")->agent, "-");
    parsing_release(&p);
}

static void test_questions(void **state) {
    (void)state;
    assert_clause("Did Oslo reject the plan?", "reject", CLAUSE_MAIN, "Oslo", "the plan", "-");
    assert_clause("Why was the plan rejected?", "rejected", CLAUSE_MAIN, "the plan", "-", "-");
    assert_clause("Which parts did Oslo accept?", "accept", CLAUSE_MAIN, "Oslo", "parts", "-");
    assert_clause("Is the deal dead?", "Is", CLAUSE_MAIN, "the deal", "-", "dead");
}

static void test_complements(void **state) {
    (void)state;
    assert_clause("He called the talks useful.", "called", CLAUSE_MAIN, "He", "the talks", "useful");
    assert_clause("There was no agreement.", "was", CLAUSE_MAIN, "no agreement", "-", "-");
    assert_clause("The terms remain unclear.", "remain", CLAUSE_MAIN, "The terms", "-", "unclear");
    assert_clause("In Oslo and Bergen, officials see a chance.", "see", CLAUSE_MAIN, "officials", "a chance", "-");
    assert_clause("They met the mayor on Monday.", "met", CLAUSE_MAIN, "They", "the mayor", "-");
    assert_clause("They met last week.", "met", CLAUSE_MAIN, "They", "-", "-");
}

static void test_governors(void **state) {
    (void)state;
    struct parsing p;
    parse_literal(&p, "If talks fail, the strike will begin.");
    const struct clause *fail = clause_of_verb(&p, "fail"), *begin = clause_of_verb(&p, "will begin");
    assert_int_equal(fail->kind, CLAUSE_ADVERBIAL);
    assert_ptr_equal(&p.parse.clauses.items[fail->governor], begin);
    assert_int_equal(begin->governor, NONE);
    parsing_release(&p);
    parse_literal(&p, "Useful talks, no agreement");
    assert_int_equal(p.parse.clauses.items[0].kind, CLAUSE_VERBLESS);
    parsing_release(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headlines),   cmocka_unit_test(test_reported),  cmocka_unit_test(test_shared_subjects),
        cmocka_unit_test(test_relatives),   cmocka_unit_test(test_passives),  cmocka_unit_test(test_questions),
        cmocka_unit_test(test_complements), cmocka_unit_test(test_governors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

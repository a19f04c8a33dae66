#include "rules_helper.h"

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "rules/list.h"
#include "rules/pack.h"

#ifndef FIXTURES
#define FIXTURES "fixtures"
#endif

static struct rules *load_good(void) {
    struct belie_error e = {0};
    const struct text folders[] = {TEXT(FIXTURES "/rules/first/"), TEXT(FIXTURES "/rules/second")};
    struct rules *r = rules_load(folders, 2, &e);
    if (!r) print_error("%s:%zu:%zu: %s\n", e.path, e.line, e.column, e.message);
    assert_non_null(r);
    return r;
}

static struct text name(const struct rules *r, symbol s) {
    return symbols_text(&r->symbols, s);
}

static void assert_words(const struct rules *r, const struct name *words, const char *expected) {
    struct buffer out = {0};
    for (uint32_t i = 0; i < words->count; i++)
        buffer_format(&out, "%s%.*s", i ? " " : "", TEXT_ARGS(name(r, words->words[i])));
    assert_string_equal(out.bytes, expected);
    buffer_release(&out);
}

static void packs_and_their_files(void **state) {
    (void)state;
    struct rules *r = load_good();
    assert_int_equal(r->packs.count, 2);
    assert_true(text_equal(name(r, r->packs.items[0].id), TEXT("first")));
    assert_true(text_ends(r->files.items[0], TEXT("first/deeper/entities.yml")));
    assert_true(text_ends(r->files.items[2], TEXT("first/types.yaml")));
    assert_true(text_starts(r->files.items[3], TEXT(FIXTURES "/rules/second/")));
    rules_free(r);
}

static void the_order_of_packs_does_not_matter(void **state) {
    (void)state;
    struct belie_error e = {0};
    const struct text folders[] = {TEXT(FIXTURES "/rules/second"), TEXT(FIXTURES "/rules/first")};
    struct rules *one = load_good(), *other = rules_load(folders, 2, &e);
    assert_non_null(other);
    assert_true(one->hash == other->hash);
    assert_int_equal(one->rules.count, other->rules.count);
    rules_free(one);
    one = rules_load(folders, 1, &e);
    assert_true(one->hash != other->hash);
    rules_free(one);
    rules_free(other);
}

static void entities(void **state) {
    (void)state;
    struct rules *r = load_good();
    const struct entity *putin = &r->entities.items[rules_find_entity(r, TEXT("putin"))];
    const struct entity *russia = &r->entities.items[rules_find_entity(r, TEXT("russia"))];
    const struct entity *plan = &r->entities.items[rules_find_entity(r, TEXT("us-plan"))];
    assert_true(text_equal(putin->label, TEXT("Vladimir Putin")));
    assert_true(text_equal(russia->label, TEXT("Russia")));
    assert_int_equal(putin->gender, GENDER_HE);
    assert_int_equal(russia->gender, GENDER_UNKNOWN);
    assert_words(r, &russia->names.items[1], "russia 's government");
    assert_true(text_equal(name(r, plan->marks.items[1]), TEXT("u.s.")));
    assert_int_equal(plan->with.items[0], rules_find_entity(r, TEXT("putin")));
    assert_int_equal(rules_side(r, rules_find_entity(r, TEXT("putin"))), rules_find_entity(r, TEXT("russia")));
    assert_int_equal(rules_side(r, rules_find_entity(r, TEXT("us-plan"))), rules_find_entity(r, TEXT("us-plan")));
    assert_int_equal(rules_find_entity(r, TEXT("actor")), -1);
    assert_int_equal(rules_find_entity(r, TEXT("nobody")), -1);
    assert_true(rules_type_fits(r, putin->type, russia->type));
    assert_true(rules_type_fits(r, putin->type, -1));
    assert_false(rules_type_fits(r, russia->type, putin->type));
    assert_false(rules_type_fits(r, plan->type, russia->type));
    rules_free(r);
}

static void propositions(void **state) {
    (void)state;
    struct rules *r = load_good();
    const struct proposition *p = &r->propositions.items[rules_find_proposition(r, TEXT("response"))];
    assert_int_equal(p->space, SPACE_STATES);
    assert_int_equal(p->time, TIME_CHANGES);
    assert_int_equal(p->modalities, 1u << MODALITY_ASSERTED | 1u << MODALITY_PLANNED);
    assert_true(text_equal(p->severity, TEXT("warning")));
    assert_true(p->arguments.items[0].default_speaker);
    assert_int_equal(p->arguments.items[0].default_entity, -1);
    assert_int_equal(p->arguments.items[1].default_entity, rules_find_entity(r, TEXT("us-plan")));
    assert_int_equal(p->arguments.items[1].default_with, rules_find_entity(r, TEXT("putin")));
    assert_int_equal(p->values.items[0].means, 1);
    assert_int_equal(p->values.items[0].suggests, 1);
    assert_int_equal(p->values.items[1].means, 3);
    assert_int_equal(p->values.items[1].suggests, 2);
    const struct proposition *figure = &r->propositions.items[rules_find_proposition(r, TEXT("duration"))];
    assert_int_equal(figure->space, SPACE_FIGURE);
    assert_true(figure->exact && text_equal(figure->unit, TEXT("hour")));
    assert_int_equal(r->rules.items[figure->rules.items[0]].hedge, HEDGE_AT_LEAST);
    rules_free(r);
}

static void frames(void **state) {
    (void)state;
    struct rules *r = load_good();
    const struct rule *rule = &r->rules.items[0];
    const struct frame_verb *verbs = rule->frame.verbs.items;
    assert_true(rule->is_frame && rule->ignores_polarity && !rule->ignores_modality);
    assert_int_equal(rule->frame.verbs.count, 7);
    assert_true(!verbs[0].particle && !verbs[0].preposition && !verbs[0].rest.count);
    assert_true(verbs[1].particle && !verbs[1].preposition); /* turn down */
    assert_true(!verbs[2].particle && verbs[2].preposition); /* object to */
    assert_true(verbs[3].preposition && verbs[3].rest.count == 2);
    assert_true(verbs[4].particle && !verbs[4].preposition); /* marked so */
    assert_true(text_equal(name(r, verbs[5].rest.items[0]), TEXT("one's")));
    assert_true(!verbs[6].particle && !verbs[6].preposition); /* take place */
    assert_int_equal(rule->frame.nouns.items[0].preposition, 0);
    assert_true(text_equal(name(r, rule->frame.nouns.items[1].preposition), TEXT("to")));
    assert_true(text_equal(name(r, rule->frame.adjectives.items[0].word), TEXT("opposed")));
    assert_int_equal(rule->frame.adjectives.items[1].preposition, 0);
    assert_true(rule->frame.object_required && !rule->frame.subject_required);
    assert_int_equal(rule->frame.places.items[0].prepositions.count, 2);
    assert_int_equal(rule->scope_all, -1);
    assert_int_equal(rule->scope_part, 1);
    assert_int_equal(rule->blocks, 1u << BLOCK_HEADLINE | 1u << BLOCK_CAPTION);
    rules_free(r);
}

static void examples(void **state) {
    (void)state;
    struct rules *r = load_good();
    const struct example *list = r->rules.items[0].examples.items;
    assert_int_equal(list[0].claims.count, 1);
    assert_true(list[1].known_miss && list[1].claims.items[0].negated);
    assert_true(text_equal(name(r, list[1].claims.items[0].value), TEXT("rejected")));
    assert_int_equal(list[2].claims.count, 0);
    const struct example_claim *claim = &r->rules.items[1].examples.items[0].claims.items[0];
    assert_true(text_equal(claim->arguments, TEXT("party=russia")));
    assert_true(text_equal(claim->voice, TEXT("outlet")) && text_equal(claim->modality, TEXT("planned")));
    assert_true(text_equal(r->rules.items[2].examples.items[0].claims.items[0].figure, TEXT("5 hour")));
    rules_free(r);
}

static void cues_and_relations(void **state) {
    (void)state;
    struct rules *r = load_good();
    assert_int_equal(r->cues.count, 7);
    assert_int_equal(r->cues.items[0].scope, SCOPE_GROUP);
    assert_int_equal(r->cues.items[2].pattern->items.items[0]->voice, VOICE_ACTIVE);
    assert_int_equal(r->cues.items[3].kind, CUE_REPORT);
    assert_int_equal(r->cues.items[4].pattern->items.items[0]->kind, PATTERN_VERB);
    assert_int_equal(r->cues.items[4].pattern->items.items[1]->kind, PATTERN_WORD);
    assert_true(r->cues.items[5].negates && !r->cues.items[5].speaker_after);
    assert_true(r->cues.items[6].commits_outlet && r->cues.items[6].speaker_after);
    assert_true(text_equal(r->relations[ROW_OUTLET_OUTLET].tension_severity, TEXT("warning")));
    assert_int_equal(r->relations[ROW_SPEAKERS].relation.length, 0);
    rules_free(r);
}

static void irregular_verbs(void **state) {
    (void)state;
    struct rules *r = load_good();
    const struct irregular *binned = rules_irregular(r, symbols_find(&r->symbols, TEXT("binned")));
    assert_non_null(binned);
    assert_true(text_equal(name(r, binned->base), TEXT("bin")));
    assert_int_equal(binned->forms, FORM_PAST | FORM_PARTICIPLE);
    assert_null(rules_irregular(r, symbols_find(&r->symbols, TEXT("putin"))));
    assert_null(rules_irregular(r, 0));
    rules_free(r);
}

static size_t count_triggers(const struct rules *r, const char *word, enum trigger_kind kind) {
    symbol s = symbols_find(&r->symbols, text_of(word));
    size_t count = 0;
    for (size_t i = 0; s && i < r->triggers[s].items.count; i++) count += r->triggers[s].items.items[i].kind == kind;
    return count;
}

static void words_start_matches(void **state) {
    (void)state;
    struct rules *r = load_good();
    assert_int_equal(count_triggers(r, "turn", TRIGGER_VERB), 1);
    assert_int_equal(count_triggers(r, "down", TRIGGER_VERB), 0);
    assert_int_equal(count_triggers(r, "objection", TRIGGER_NOUN), 1);
    assert_int_equal(count_triggers(r, "opposed", TRIGGER_ADJECTIVE), 1);
    assert_int_equal(count_triggers(r, "unacceptable", TRIGGER_PHRASE), 1);
    assert_int_equal(count_triggers(r, "call", TRIGGER_PHRASE), 0);
    assert_int_equal(count_triggers(r, "fail", TRIGGER_CUE), 1);
    assert_int_equal(count_triggers(r, "proposal", TRIGGER_HEAD), 1);
    assert_int_equal(count_triggers(r, "element", TRIGGER_HEAD), 1);
    assert_int_equal(count_triggers(r, "the", TRIGGER_NAME), 0);
    assert_int_equal(count_triggers(r, "kremlin", TRIGGER_NAME), 1);
    assert_int_equal(count_triggers(r, "russia", TRIGGER_NAME), 2);
    symbol president = symbols_find(&r->symbols, TEXT("president"));
    const struct trigger *brief = &r->triggers[president].items.items[0];
    assert_int_equal(brief->list, NAME_BRIEF);
    assert_int_equal(brief->word, 1);
    rules_free(r);
}

static void names_of_rules(void **state) {
    (void)state;
    struct rules *r = load_good();
    struct arena a = {0};
    assert_true(text_equal(rules_name(r, 1, &a), TEXT("first/response/calls-parts-unacceptable")));
    arena_release(&a);
    rules_free(r);
}

static void read_fixture(const char *path, struct buffer *out) {
    struct belie_error e = {0};
    if (!file_read(text_of(path), 1 << 20, out, &e)) fail_msg("%s: %s", e.path, e.message);
}

/* Each file has one mistake and is named after it; what is to be said of it stands beside it. */
static void every_mistake_has_its_message(void **state) {
    (void)state;
    struct arena a = {0};
    struct pack_files bad = {0};
    struct belie_error listing = {0};
    assert_true(pack_files(&a, TEXT(FIXTURES "/bad/rules"), &bad, &listing));
    assert_true(bad.paths.count > 80);
    for (size_t i = 0; i < bad.paths.count; i++) {
        struct buffer yaml = {0}, expected = {0};
        char message[2048];
        struct text path = bad.paths.items[i];
        read_fixture(path.bytes, &yaml);
        read_fixture(arena_format(&a, "%.*s.error", (int)path.length - 5, path.bytes).bytes, &expected);
        struct belie_error e = must_fail(buffer_view(&yaml));
        belie_error_text(&e, message, sizeof message);
        size_t end = strlen(message);
        if (strncmp(message, expected.bytes, end) != 0) fail_msg("%s says:\n%s", path.bytes, message);
        assert_string_equal(expected.bytes + end, "\n");
        buffer_release(&yaml);
        buffer_release(&expected);
    }
    arena_release(&a);
}

static void folders_that_are_no_packs(void **state) {
    (void)state;
    struct belie_error e = {0};
    const struct text twice[] = {TEXT(FIXTURES "/rules/second"), TEXT(FIXTURES "/rules/second/")};
    struct text missing = TEXT(FIXTURES "/no-such-pack"), articles = TEXT(FIXTURES "/articles/000.txt");
    assert_null(rules_load(&missing, 1, &e));
    assert_int_equal(e.code, BELIE_CANNOT_READ);
    e = (struct belie_error){0};
    assert_null(rules_load(&articles, 1, &e));
    assert_int_equal(e.code, BELIE_CANNOT_READ);
    e = (struct belie_error){0};
    assert_null(rules_load(twice, 2, &e));
    assert_string_equal(e.message, "a second pack named \"second\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packs_and_their_files),
        cmocka_unit_test(the_order_of_packs_does_not_matter),
        cmocka_unit_test(entities),
        cmocka_unit_test(propositions),
        cmocka_unit_test(frames),
        cmocka_unit_test(examples),
        cmocka_unit_test(cues_and_relations),
        cmocka_unit_test(irregular_verbs),
        cmocka_unit_test(words_start_matches),
        cmocka_unit_test(names_of_rules),
        cmocka_unit_test(every_mistake_has_its_message),
        cmocka_unit_test(folders_that_are_no_packs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

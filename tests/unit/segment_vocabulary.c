#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/grammar.h"
#include "rules/rules.h"
#include "segment/vocabulary.h"

static struct vocabulary *fresh(void) {
    struct vocabulary *v = vocabulary_new(NULL, lexicon_builtin());
    assert_non_null(v);
    return v;
}

static void a_form_is_one_word(void **state) {
    (void)state;
    struct vocabulary *v = fresh();
    const struct word *plan = vocabulary_find(v, TEXT("plan"));
    assert_ptr_equal(vocabulary_find(v, TEXT("plan")), plan);
    assert_ptr_equal(vocabulary_word(v, TEXT("plan"), text_key(TEXT("plan"))), plan);
    assert_ptr_not_equal(vocabulary_find(v, TEXT("plane")), plan);
    assert_true(text_equal(plan->text, TEXT("plan")));
    assert_true(plan->hash == text_hash(TEXT("plan")));
    vocabulary_free(v);
}

static void words_know_the_lexicon(void **state) {
    (void)state;
    struct vocabulary *v = fresh();
    const struct word *rejected = vocabulary_find(v, TEXT("rejected"));
    assert_true(rejected->listed && (rejected->classes & CLASS_VERB));
    assert_ptr_equal(rejected->verb, vocabulary_find(v, TEXT("reject")));
    assert_ptr_equal(rejected->verb->verb, rejected->verb);
    const struct word *talks = vocabulary_find(v, TEXT("talks"));
    assert_true(talks->plural);
    assert_ptr_equal(talks->noun, vocabulary_find(v, TEXT("talk")));
    assert_false(talks->noun->plural);
    const struct word *unknown = vocabulary_find(v, TEXT("zzyzxian"));
    assert_false(unknown->listed);
    assert_null(unknown->verb);
    assert_null(unknown->noun);
    assert_null(unknown->adjective);
    vocabulary_free(v);
}

static void words_know_the_grammar(void **state) {
    (void)state;
    struct vocabulary *v = fresh();
    assert_int_equal(vocabulary_find(v, TEXT("the"))->grammar, TAG_DETERMINER);
    assert_int_equal(vocabulary_find(v, TEXT("not"))->grammar, TAG_NEGATION);
    assert_int_equal(vocabulary_find(v, TEXT("were"))->grammar, TAG_BE);
    assert_int_equal(vocabulary_find(v, TEXT("'s"))->grammar, TAG_GENITIVE);
    assert_int_equal(vocabulary_find(v, TEXT("plan"))->grammar, TAG_NONE);
    assert_int_equal(vocabulary_find(v, TEXT("them"))->grammar, TAG_PRONOUN);
    assert_int_equal(vocabulary_find(v, TEXT("theme"))->grammar, TAG_NONE);
    vocabulary_free(v);
}

static void hyphenated_words_have_parts(void **state) {
    (void)state;
    struct vocabulary *v = fresh();
    const struct word *word = vocabulary_find(v, TEXT("u.s.-drafted"));
    assert_int_equal(word->parts.count, 2);
    assert_ptr_equal(word->parts.items[0], vocabulary_find(v, TEXT("u.s.")));
    assert_ptr_equal(word->parts.items[1], vocabulary_find(v, TEXT("drafted")));
    assert_int_equal(vocabulary_find(v, TEXT("18-year-old"))->parts.count, 3);
    assert_int_equal(vocabulary_find(v, TEXT("plan"))->parts.count, 0);
    assert_int_equal(vocabulary_find(v, TEXT("-"))->parts.count, 0);
    assert_int_equal(vocabulary_find(v, TEXT("a-"))->parts.count, 0);
    assert_int_equal(vocabulary_find(v, TEXT("a--b"))->parts.count, 0);
    assert_int_equal(vocabulary_find(v, TEXT("—"))->parts.count, 0);
    vocabulary_free(v);
}

static void words_know_the_rules(void **state) {
    (void)state;
    struct rules rules = {0};
    symbol reject = symbols_intern(&rules.symbols, TEXT("reject"));
    symbol talk = symbols_intern(&rules.symbols, TEXT("talk"));
    symbol name = symbols_intern(&rules.symbols, TEXT("zzyzxian"));
    rules.triggers = arena_array(&rules.arena, struct triggers, rules.symbols.texts.count + 1);
    rules.triggers[reject].kinds = 1u << TRIGGER_VERB;
    struct vocabulary *v = vocabulary_new(&rules, lexicon_builtin());
    const struct word *rejected = vocabulary_find(v, TEXT("rejected"));
    assert_int_equal(rejected->known, 0);
    assert_int_equal(rejected->known_verb, reject);
    assert_int_equal(rejected->triggers, 1u << TRIGGER_VERB);
    assert_int_equal(rejected->verb->triggers, 1u << TRIGGER_VERB);
    assert_int_equal(vocabulary_find(v, TEXT("talks"))->known_noun, talk);
    assert_int_equal(vocabulary_find(v, TEXT("zzyzxian"))->known, name);
    assert_true(vocabulary_find(v, TEXT("zzyzxian"))->listed);
    assert_int_equal(vocabulary_find(v, TEXT("zzyzxian"))->triggers, 0);
    assert_int_equal(vocabulary_find(v, TEXT("plan"))->known, 0);
    vocabulary_free(v);
    symbols_release(&rules.symbols);
    arena_release(&rules.arena);
}

static void it_grows_and_forgets(void **state) {
    (void)state;
    struct vocabulary *v = fresh();
    enum { MANY = 50000 };
    char form[32];
    for (int i = 0; i < MANY; i++) {
        int length = snprintf(form, sizeof form, "zz%d", i);
        assert_non_null(vocabulary_find(v, (struct text){form, (size_t)length}));
    }
    assert_int_equal(vocabulary_count(v), MANY);
    for (int i = 0; i < MANY; i += 997) {
        int length = snprintf(form, sizeof form, "zz%d", i);
        struct text t = {form, (size_t)length};
        assert_true(text_equal(vocabulary_find(v, t)->text, t));
    }
    assert_int_equal(vocabulary_count(v), MANY);
    vocabulary_clear(v);
    assert_int_equal(vocabulary_count(v), 0);
    assert_true(text_equal(vocabulary_find(v, TEXT("plan"))->text, TEXT("plan")));
    vocabulary_free(v);
    vocabulary_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_is_one_word),      cmocka_unit_test(words_know_the_lexicon),
        cmocka_unit_test(words_know_the_grammar),  cmocka_unit_test(hyphenated_words_have_parts),
        cmocka_unit_test(words_know_the_rules),    cmocka_unit_test(it_grows_and_forgets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka wants the four above */
#include <cmocka.h>

#include "lexicon/lexicon.h"

static const enum word_class N = CLASS_NOUN, V = CLASS_VERB, A = CLASS_ADJECTIVE;

static struct lexeme find(const char *form) {
    struct lexeme found;
    assert_true(lexicon_find(lexicon_builtin(), text_of(form), text_hash(text_of(form)), &found));
    return found;
}

static void assert_text(struct text t, const char *expected) {
    if (!text_equal(t, text_of(expected))) fail_msg("%.*s is not %s", TEXT_ARGS(t), expected);
}

static void assert_verb(const char *form, const char *base, unsigned forms) {
    struct lexeme found = find(form);
    assert_true(found.classes & CLASS_VERB);
    assert_text(found.verb, base);
    if (found.verb_forms != forms) fail_msg("%s has the verb forms %u", form, found.verb_forms);
}

static void assert_plural(const char *form, const char *base) {
    struct lexeme found = find(form);
    assert_true(found.classes & CLASS_NOUN);
    assert_text(found.noun, base);
    if (!found.plural) fail_msg("%s is no plural", form);
}

static void assert_likely(const char *form, enum word_class expected) {
    struct lexeme found = find(form);
    if (found.likely != expected) fail_msg("%s is likely %d", form, found.likely);
}

static void assert_unknown(const char *form) {
    struct lexeme found;
    memset(&found, 0xff, sizeof found);
    if (lexicon_find(lexicon_builtin(), text_of(form), text_hash(text_of(form)), &found)) fail_msg("%s is known", form);
    assert_int_equal(found.classes, 0);
    assert_int_equal(found.verb.length + found.noun.length + found.adjective.length, 0);
}

static void regular_verbs(void **state) {
    (void)state;
    assert_verb("rejected", "reject", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("rejects", "reject", FORM_S);
    assert_verb("rejecting", "reject", FORM_ING);
    assert_verb("reject", "reject", FORM_BASE);
    assert_verb("denied", "deny", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("denies", "deny", FORM_S);
    assert_verb("cancelled", "cancel", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("canceled", "cancel", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("travelling", "travel", FORM_ING);
    assert_verb("traveling", "travel", FORM_ING);
    assert_verb("planned", "plan", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("hoped", "hope", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("staring", "stare", FORM_ING);
    assert_verb("agreeing", "agree", FORM_ING);
    assert_verb("dying", "die", FORM_ING);
    assert_verb("panicked", "panic", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("vetoes", "veto", FORM_S);
    assert_verb("tweeted", "tweet", FORM_PAST | FORM_PARTICIPLE);
}

static void irregular_verbs(void **state) {
    (void)state;
    assert_verb("went", "go", FORM_PAST);
    assert_verb("gone", "go", FORM_PARTICIPLE);
    assert_verb("met", "meet", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("won", "win", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("said", "say", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("found", "find", FORM_PAST | FORM_PARTICIPLE);
    assert_verb("cut", "cut", FORM_BASE | FORM_PAST | FORM_PARTICIPLE);
    assert_verb("come", "come", FORM_BASE | FORM_PARTICIPLE);
    assert_verb("has", "have", FORM_S);
    assert_verb("were", "be", FORM_PAST);
    assert_verb("being", "be", FORM_ING);
    assert_verb("lay", "lie", FORM_BASE | FORM_PAST);
}

static void nouns(void **state) {
    (void)state;
    assert_plural("talks", "talk");
    assert_plural("children", "child");
    assert_plural("leaves", "leaf");
    assert_plural("lies", "lie");
    assert_plural("allies", "ally");
    assert_plural("crises", "crisis");
    assert_plural("gunmen", "gunman");
    assert_plural("spokespeople", "spokesperson");
    assert_plural("lawmakers", "lawmaker");
    assert_plural("police", "police");
    assert_false(find("news").plural);
    assert_false(find("plan").plural);
    assert_false(find("believes").classes & CLASS_NOUN);
}

static void adjectives(void **state) {
    (void)state;
    assert_text(find("better").adjective, "good");
    assert_text(find("fewer").adjective, "few");
    assert_text(find("biggest").adjective, "big");
    assert_text(find("earlier").adjective, "early");
    assert_text(find("larger").adjective, "large");
    assert_false(find("number").classes & CLASS_ADJECTIVE);
    assert_false(find("leader").classes & CLASS_ADJECTIVE);
}

static void several_classes(void **state) {
    (void)state;
    assert_text(find("leaves").verb, "leave");
    assert_text(find("lies").verb, "lie");
    assert_int_equal(find("does").classes, CLASS_VERB);
    assert_int_equal(find("said").classes, CLASS_VERB);
    assert_int_equal(find("rejection").classes, CLASS_NOUN);
}

static void likely_classes(void **state) {
    (void)state;
    assert_likely("rejected", CLASS_VERB);
    assert_likely("elected", CLASS_VERB);
    assert_likely("said", CLASS_VERB);
    assert_likely("leaves", CLASS_VERB);
    assert_likely("talks", CLASS_NOUN);
    assert_likely("meeting", CLASS_NOUN);
    assert_likely("building", CLASS_NOUN);
    assert_likely("plan", CLASS_NOUN);
    assert_likely("new", CLASS_ADJECTIVE);
    assert_likely("never", CLASS_ADVERB);
}

static void unknown_forms(void **state) {
    (void)state;
    static const char *const forms[] = {"",     "s",    "ed",       "paris",    "putin",  "zzyzx",
                                        "its",  "the",  "rejectes", "ploned",   "us",     "london",
                                        "ings", "goed-" , "x-y-z",  "\xff\xfe", "hopped-"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) assert_unknown(forms[i]);
    char longest[5000];
    memset(longest, 's', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    assert_unknown(longest);
}

static void assert_antonyms(enum word_class c, const char *a, const char *b, bool expected) {
    const struct lexicon *l = lexicon_builtin();
    bool found = lexicon_antonyms(l, c, text_of(a), text_of(b));
    if (found != expected) fail_msg("%s and %s", a, b);
    assert_int_equal(lexicon_antonyms(l, c, text_of(b), text_of(a)), found);
}

static void antonyms(void **state) {
    (void)state;
    assert_antonyms(V, "accept", "refuse", true);
    assert_antonyms(V, "accept", "reject", true);
    assert_antonyms(V, "rise", "fall", true);
    assert_antonyms(V, "increase", "decrease", true);
    assert_antonyms(V, "open", "close", true);
    assert_antonyms(V, "confirm", "deny", true);
    assert_antonyms(N, "victory", "defeat", true);
    assert_antonyms(N, "acceptance", "rejection", true);
    assert_antonyms(A, "alive", "dead", true);
    assert_antonyms(A, "guilty", "innocent", true);
    assert_antonyms(A, "possible", "impossible", true);
    assert_antonyms(A, "acceptable", "unacceptable", true);
}

static void no_antonyms(void **state) {
    (void)state;
    assert_antonyms(V, "accept", "plan", false);
    assert_antonyms(V, "accept", "accept", false);
    assert_antonyms(V, "accept", "approve", false);
    assert_antonyms(V, "accept", "zzyzx", false);
    assert_antonyms(N, "accept", "reject", false);
    assert_antonyms(N, "buyer", "sale", false);
    assert_antonyms(A, "big", "red", false);
    assert_antonyms(A, "big", "large", false);
    assert_antonyms(A, "valuable", "invaluable", false);
    assert_antonyms(A, "famous", "infamous", false);
}

static bool kind_of(const char *b, const char *a) {
    return lexicon_kind_of(lexicon_builtin(), text_of(b), text_of(a));
}

static void kinds(void **state) {
    (void)state;
    assert_true(kind_of("dog", "animal"));
    assert_true(kind_of("missile", "weapon"));
    assert_true(kind_of("president", "leader"));
    assert_true(kind_of("ceasefire", "truce"));
    assert_false(kind_of("animal", "dog"));
    assert_false(kind_of("dog", "person"));
    assert_false(kind_of("dog", "cat"));
    assert_false(kind_of("zzyzx", "animal"));
}

static void assert_verb_of(const char *noun, const char *verb) {
    assert_text(lexicon_verb_of(lexicon_builtin(), text_of(noun)), verb);
}

static void verbs_of_nouns(void **state) {
    (void)state;
    assert_verb_of("rejection", "reject");
    assert_verb_of("approval", "approve");
    assert_verb_of("decision", "decide");
    assert_verb_of("denial", "deny");
    assert_verb_of("death", "die");
    assert_verb_of("attack", "attack");
    assert_verb_of("sale", "sell");
    assert_verb_of("person", "");
    assert_verb_of("city", "");
    assert_verb_of("food", "");
    assert_verb_of("zzyzx", "");
}

static bool synonyms(enum word_class c, const char *a, const char *b) {
    return lexicon_synonyms(lexicon_builtin(), c, text_of(a), text_of(b));
}

static void same_meanings(void **state) {
    (void)state;
    assert_true(synonyms(V, "begin", "start"));
    assert_true(synonyms(V, "reject", "refuse"));
    assert_true(synonyms(A, "big", "large"));
    assert_true(synonyms(N, "ceasefire", "truce"));
    assert_false(synonyms(V, "accept", "reject"));
    assert_false(synonyms(N, "begin", "start"));
    assert_false(synonyms(N, "dog", "cat"));
    assert_false(synonyms(V, "zzyzx", "start"));
}

static bool is_person(const char *noun) {
    return lexicon_is_person(lexicon_builtin(), text_of(noun));
}

static void persons(void **state) {
    (void)state;
    assert_true(is_person("president"));
    assert_true(is_person("lawmaker"));
    assert_true(is_person("spokesperson"));
    assert_true(is_person("police"));
    assert_true(is_person("government"));
    assert_false(is_person("plan"));
    assert_false(is_person("dog"));
    assert_false(is_person("series"));
    assert_false(is_person("zzyzx"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(regular_verbs),   cmocka_unit_test(irregular_verbs), cmocka_unit_test(nouns),
        cmocka_unit_test(adjectives),      cmocka_unit_test(several_classes), cmocka_unit_test(likely_classes),
        cmocka_unit_test(unknown_forms),   cmocka_unit_test(antonyms),        cmocka_unit_test(no_antonyms),
        cmocka_unit_test(kinds),           cmocka_unit_test(verbs_of_nouns),  cmocka_unit_test(same_meanings),
        cmocka_unit_test(persons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

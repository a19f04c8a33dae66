/* Claims as an archive stores them: they come back as they were, and damage is noticed or harmless. */
#include "archive/codec.h"
#include "claim/keep.h"
#include "pipeline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct {
    struct rules *rules;
    struct worker worker;
    struct stages stages;
    struct arena arena;
    struct claims claims; /* as they are kept: without cues of the document */
    struct buffer bytes, packed;
} t;

static int extract(void **state) {
    static const struct text packs[] = {{"rules/core", 10}, {"rules/general", 13}, {"rules/ukraine-talks", 19}};
    struct belie_error e = {0};
    (void)state;
    t.rules = rules_load(packs, 3, &e);
    bool ok = t.rules && worker_start(&t.worker, t.rules, &e) &&
              file_read(TEXT("fixtures/articles/003.txt"), 1 << 20, &t.bytes, &e) &&
              pipeline_stages(&t.worker, TEXT("003.txt"), buffer_view(&t.bytes), 0, &t.stages, &e) &&
              claims_keep(&t.arena, &t.stages.claims, &t.stages.matched, &t.claims);
    if (ok) claims_pack(t.rules, &t.claims, &t.packed);
    return !ok || t.packed.failed;
}

static int release(void **state) {
    (void)state;
    worker_end(&t.worker);
    rules_free(t.rules);
    arena_release(&t.arena);
    buffer_release(&t.bytes);
    buffer_release(&t.packed);
    return 0;
}

static bool unpack(struct arena *a, struct text packed, const struct wanted *wanted, struct claims *out) {
    size_t lost = 0;
    bool ok = claims_unpack(a, t.rules, NULL, packed, wanted, out, &lost);
    return ok && !lost;
}

static void comes_back_as_it_was(void **state) {
    (void)state;
    struct arena a = {0};
    struct claims back;
    struct buffer again = {0};
    assert_true(t.claims.items.count > 20);
    assert_true(unpack(&a, buffer_view(&t.packed), NULL, &back));
    assert_int_equal(back.items.count, t.claims.items.count);
    assert_int_equal(back.sketch.count, t.claims.sketch.count);
    for (size_t i = 0; i < back.items.count; i++) {
        const struct claim *x = &t.claims.items.items[i], *y = &back.items.items[i];
        assert_true(x->key == y->key && x->rule == y->rule && x->value == y->value && x->negated == y->negated);
        assert_int_equal(x->span.start, y->span.start);
        assert_int_equal(x->sentence.end, y->sentence.end);
        assert_true(text_equal(x->voice.name, y->voice.name));
        for (size_t n = 0; n < MAX_ARGUMENTS; n++) assert_true(text_equal(x->arguments[n].id, y->arguments[n].id));
    }
    claims_pack(t.rules, &back, &again); /* whatever is stored, packs to the same bytes */
    assert_true(text_equal(buffer_view(&again), buffer_view(&t.packed)));
    buffer_release(&again);
    arena_release(&a);
}

static void gives_only_what_is_wanted(void **state) {
    (void)state;
    struct arena a = {0};
    struct claims back;
    uint64_t key = t.claims.items.items[3].key;
    size_t expected = 0;
    for (size_t i = 0; i < t.claims.items.count; i++) expected += t.claims.items.items[i].key == key;
    assert_true(unpack(&a, buffer_view(&t.packed), &(struct wanted){&key, 1}, &back));
    assert_int_equal(back.items.count, expected);
    assert_true(unpack(&a, buffer_view(&t.packed), &(struct wanted){NULL, 0}, &back));
    assert_int_equal(back.items.count, 0);
    arena_release(&a);
}

static void notices_every_cut(void **state) {
    (void)state;
    struct claims back;
    for (size_t length = 0; length < t.packed.length; length += 7) {
        struct arena a = {0};
        char *exact = malloc(length + 1); /* so that a read past the end is seen */
        memcpy(exact, t.packed.bytes, length);
        assert_false(unpack(&a, (struct text){exact, length}, NULL, &back));
        free(exact);
        arena_release(&a);
    }
}

static void survives_every_changed_byte(void **state) {
    (void)state;
    for (size_t at = 0; at < t.packed.length; at += 3) {
        struct arena a = {0};
        struct claims back;
        char *changed = malloc(t.packed.length);
        memcpy(changed, t.packed.bytes, t.packed.length);
        changed[at] ^= (char)(1 + at % 255);
        unpack(&a, (struct text){changed, t.packed.length}, NULL, &back);
        for (size_t i = 0; i < back.items.count; i++) {
            const struct claim *c = &back.items.items[i];
            assert_in_range(c->proposition, 0, t.rules->propositions.count - 1);
            assert_in_range(c->rule, 0, t.rules->rules.count - 1);
        }
        free(changed);
        arena_release(&a);
    }
}

/* Other rules: what they do not have is lost, the rest is there under their numbers. */
static void is_read_with_other_rules(void **state) {
    (void)state;
    static const struct text packs[] = {{"rules/ukraine-talks", 19}, {"rules/core", 10}};
    struct belie_error e = {0};
    struct arena a = {0};
    struct buffer names = {0};
    struct numbering numbering;
    struct claims back;
    size_t lost = 0, expected = 0;
    struct rules *others = rules_load(packs, 2, &e);
    assert_non_null(others);
    assert_true(numbering_hash(others) != numbering_hash(t.rules));
    numbering_pack(t.rules, &names);
    assert_true(numbering_read(&a, others, buffer_view(&names), &numbering));
    assert_true(claims_unpack(&a, others, &numbering, buffer_view(&t.packed), NULL, &back, &lost));
    for (size_t i = 0; i < t.claims.items.count; i++) {
        const struct proposition *p = &t.rules->propositions.items[t.claims.items.items[i].proposition];
        struct text id = symbols_text(&t.rules->symbols, p->id);
        if (rules_find_proposition(others, id) < 0) continue;
        assert_true(expected < back.items.count);
        const struct proposition *q = &others->propositions.items[back.items.items[expected++].proposition];
        assert_true(text_equal(id, symbols_text(&others->symbols, q->id)));
    }
    assert_int_equal(back.items.count, expected);
    assert_int_equal(back.items.count + lost, t.claims.items.count);
    assert_true(lost > 0 && expected > 0);
    assert_false(numbering_read(&a, others, text_slice(buffer_view(&names), 0, names.length / 2), &numbering));
    buffer_release(&names);
    arena_release(&a);
    rules_free(others);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_as_it_was),      cmocka_unit_test(gives_only_what_is_wanted),
        cmocka_unit_test(notices_every_cut),         cmocka_unit_test(survives_every_changed_byte),
        cmocka_unit_test(is_read_with_other_rules),
    };
    return cmocka_run_group_tests(tests, extract, release);
}

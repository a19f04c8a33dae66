/* Loads one rule file from memory. */
#ifndef RULES_HELPER_H
#define RULES_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rules/rules.h"

static inline struct rules *must_load(const char *yaml) {
    struct belie_error e = {0};
    struct text text = text_of(yaml);
    struct rules *r = rules_load_text(&text, 1, &e);
    if (!r) print_error("%zu:%zu: %s\n", e.line, e.column, e.message);
    assert_non_null(r);
    assert_int_equal(e.code, BELIE_OK);
    return r;
}

static inline struct belie_error must_fail(struct text yaml) {
    struct belie_error e = {0};
    struct rules *r = rules_load_text(&yaml, 1, &e);
    assert_null(r);
    assert_int_equal(e.code, BELIE_BAD_RULES);
    assert_true(e.message[0] != '\0');
    return e;
}

#endif

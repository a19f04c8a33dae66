/* The figures of a sentence, for the tests of figures and dates. */
#ifndef BELIE_TESTS_UNIT_MATCH_HELPER_H
#define BELIE_TESTS_UNIT_MATCH_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above */
#include <cmocka.h>

#include "lexicon/lexicon.h"
#include "match/figure.h"

struct reader {
    struct arena arena;
    struct vocabulary *vocabulary;
    struct figure_list figures; /* of the text read last */
};

static inline void reader_open(struct reader *r) {
    *r = (struct reader){.vocabulary = vocabulary_new(NULL, lexicon_builtin())};
    assert_non_null(r->vocabulary);
}

static inline void reader_close(struct reader *r) {
    vocabulary_free(r->vocabulary);
    arena_release(&r->arena);
}

static inline void reader_read(struct reader *r, const char *text, int32_t published) {
    struct document *scratch = arena_new(&r->arena, struct document);
    struct segmented *s = arena_new(&r->arena, struct segmented);
    assert_true(segment_text(&r->arena, text_of(text), r->vocabulary, scratch, s));
    r->figures = (struct figure_list){0};
    for (uint32_t i = 0; i < s->sentences.count; i++) {
        assert_true(figures_find(&r->arena, s, i, published, &r->figures));
    }
}

/* The last figure of the text that is no ordinal; the test fails when there is none. */
static inline struct figure reader_figure(struct reader *r, const char *text, int32_t published) {
    reader_read(r, text, published);
    for (size_t i = r->figures.count; i-- > 0;) {
        if (r->figures.items[i].kind != FIGURE_ORDINAL) return r->figures.items[i];
    }
    fail_msg("no figure in: %s", text);
    return (struct figure){0};
}

#endif

/* Segments a literal as one paragraph, and holds what is promised of every result. */
#ifndef SEGMENT_HELPER_H
#define SEGMENT_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "segment/segment.h"

struct segmenting {
    struct arena arena;
    struct vocabulary *vocabulary;
    struct document document;
    struct segmented segmented;
};

/* Tokens stand in order within the source, and sentences cover all of them. */
static inline void assert_whole(const struct segmented *s) {
    uint32_t end = 0, next = 0;
    for (size_t i = 0; i < s->tokens.count; i++) {
        const struct token *t = &s->tokens.items[i];
        assert_true(t->start >= end && t->end > t->start && t->end <= s->document->source.length);
        assert_non_null(t->word);
        end = t->end;
    }
    for (size_t i = 0; i < s->sentences.count; i++) {
        const struct sentence *sentence = &s->sentences.items[i];
        assert_int_equal(sentence->first, next);
        assert_true(sentence->count > 0);
        next = sentence->first + sentence->count;
        assert_int_equal(sentence->span.start, s->tokens.items[sentence->first].start);
        assert_int_equal(sentence->span.end, s->tokens.items[next - 1].end);
    }
    assert_int_equal(next, s->tokens.count);
}

/* Fills `g` where it lies: the result points into it. */
static inline void segment_literal(struct segmenting *g, const char *text) {
    *g = (struct segmenting){.vocabulary = vocabulary_new(NULL, lexicon_builtin())};
    assert_non_null(g->vocabulary);
    assert_true(segment_text(&g->arena, text_of(text), g->vocabulary, &g->document, &g->segmented));
    assert_whole(&g->segmented);
}

static inline void segmenting_release(struct segmenting *g) {
    vocabulary_free(g->vocabulary);
    arena_release(&g->arena);
}

static inline struct text token_source(const struct segmented *s, const struct token *t) {
    return text_slice(s->document->source, t->start, t->end);
}

#endif

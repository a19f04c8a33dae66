/* Parses the first sentence of a literal, and names groups by their words. */
#ifndef CLAUSE_HELPER_H
#define CLAUSE_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/grammar.h"
#include "clause/clause.h"

struct parsing {
    struct arena arena;
    struct vocabulary *vocabulary;
    struct document document;
    struct segmented segmented;
    struct parse parse;
};

/* What holds for every parse: groups and clauses in range, groups in order and apart. */
static inline void assert_sound(const struct parse *p) {
    int32_t end = p->first - 1;
    for (size_t i = 0; i < p->groups.count; i++) {
        const struct group *g = &p->groups.items[i];
        assert_true(g->first > end && g->first <= g->head && g->head <= g->last && g->last <= p->last);
        for (int32_t t = g->first; t <= g->last; t++) assert_int_equal(p->group_of[t - p->first], i);
        end = g->last;
    }
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i];
        assert_true(c->first >= p->first && c->first <= c->last && c->last <= p->last);
        assert_true(c->governor < (int32_t)p->clauses.count && c->governor != (int32_t)i);
        assert_true(c->verb < (int32_t)p->groups.count && c->subject < (int32_t)p->groups.count);
    }
    for (int32_t t = p->first; t <= p->last; t++) {
        assert_in_range(p->clause_of[t - p->first], 0, p->clauses.count - 1);
    }
}

/* Fills `p` where it lies: the result points into it. */
static inline void parse_literal(struct parsing *p, const char *text) {
    *p = (struct parsing){.vocabulary = vocabulary_new(NULL, lexicon_builtin())};
    assert_non_null(p->vocabulary);
    assert_true(segment_text(&p->arena, text_of(text), p->vocabulary, &p->document, &p->segmented));
    assert_true(p->segmented.sentences.count > 0);
    assert_true(clause_parse(&p->arena, &p->segmented, 0, &p->parse));
    assert_sound(&p->parse);
}

static inline void parsing_release(struct parsing *p) {
    vocabulary_free(p->vocabulary);
    arena_release(&p->arena);
}

/* The group's text as it stands in the source; "-" for none. */
static inline struct text group_text(const struct parsing *p, int32_t group) {
    if (group == NONE) return TEXT("-");
    const struct group *g = &p->parse.groups.items[group];
    const struct token *tokens = p->segmented.tokens.items;
    return text_slice(p->segmented.document->source, tokens[g->first].start, tokens[g->last].end);
}

static inline void assert_group(const struct parsing *p, int32_t group, const char *wanted) {
    struct text got = group_text(p, group);
    if (!text_equal(got, text_of(wanted))) fail_msg("got [%.*s], wanted [%s]", TEXT_ARGS(got), wanted);
}

/* The group with just these words; the test fails when there is none. */
static inline const struct group *group_named(const struct parsing *p, const char *words) {
    for (size_t i = 0; i < p->parse.groups.count; i++) {
        if (text_equal(group_text(p, (int32_t)i), text_of(words))) return &p->parse.groups.items[i];
    }
    fail_msg("no group [%s]", words);
    return NULL;
}

/* The clause whose verb group has just these words. */
static inline const struct clause *clause_of_verb(const struct parsing *p, const char *verb) {
    for (size_t i = 0; i < p->parse.clauses.count; i++) {
        const struct clause *c = &p->parse.clauses.items[i];
        if (c->verb != NONE && text_equal(group_text(p, c->verb), text_of(verb))) return c;
    }
    fail_msg("no clause with the verb [%s]", verb);
    return NULL;
}

#endif

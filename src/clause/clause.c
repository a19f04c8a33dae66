#include "clause/analysis.h"

#include <stddef.h>

/* A headline, or anything else without a full stop: articles are left out, and the present tense tells the news. */
static bool is_headline(const struct segmented *s, const struct sentence *sentence) {
    const struct token *last = &s->tokens.items[sentence->first + sentence->count - 1];
    if (last->flags & TOKEN_CLOSE_QUOTE && sentence->count > 1) last--;
    return sentence->count && !(last->flags & TOKEN_PUNCTUATION);
}

static void start(struct analysis *a, const struct segmented *s, const struct sentence *sentence) {
    a->tokens = s->tokens.items + sentence->first;
    a->first = (int32_t)sentence->first;
    a->count = (int32_t)(sentence->count < LIMIT_SENTENCE_TOKENS ? sentence->count : LIMIT_SENTENCE_TOKENS);
    a->capitals_speak = !(sentence->flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE));
    a->headline = is_headline(s, sentence);
    a->tag = a->tag_store + MARGIN;
    a->can = a->can_store + MARGIN;
    a->forms = a->forms_store + MARGIN;
    a->likely = a->likely_store + MARGIN;
    a->plural = a->plural_store + MARGIN;
    a->usage = a->usage_store + MARGIN;
    a->mark = a->mark_store + MARGIN;
    a->group_count = a->clause_count = 0;
}

/* Without a branch, which would be guessed wrong as often as not. */
static void move(int32_t *token, int32_t by) {
    *token += by & -(*token != NONE);
}

/* From numbers within the sentence to numbers within the document. */
static void number_tokens(struct analysis *a) {
    for (int32_t i = 0; i < a->group_count; i++) {
        struct group *g = &a->groups[i];
        move(&g->first, a->first);
        move(&g->last, a->first);
        move(&g->head, a->first);
        move(&g->preposition, a->first);
        move(&g->modal, a->first);
        move(&g->particle, a->first);
    }
    for (int32_t i = 0; i < a->clause_count; i++) {
        struct clause *c = &a->clauses[i];
        move(&c->marker, a->first);
        move(&c->first, a->first);
        move(&c->last, a->first);
    }
}

static void hand_over(struct arena *arena, const struct analysis *a, struct parse *out) {
    size_t tokens = (size_t)a->count, groups = (size_t)a->group_count, clauses = (size_t)a->clause_count;
    out->tags = arena_copy(arena, a->tag, tokens);
    out->group_of = arena_copy(arena, a->group_of, tokens * sizeof *a->group_of);
    out->clause_of = arena_copy(arena, a->clause_of, tokens * sizeof *a->clause_of);
    out->groups.items = arena_copy(arena, a->groups, groups * sizeof *a->groups);
    out->clauses.items = arena_copy(arena, a->clauses, clauses * sizeof *a->clauses);
    out->groups.count = out->groups.capacity = groups;
    out->clauses.count = out->clauses.capacity = clauses;
}

bool clause_parse(struct arena *arena, const struct segmented *s, uint32_t sentence, struct parse *out) {
    struct analysis a;
    start(&a, s, &s->sentences.items[sentence]);
    tag_usual(&a);
    tag_in_context(&a);
    find_groups(&a);
    link_groups(&a);
    find_clauses(&a);
    number_tokens(&a);
    *out = (struct parse){.sentence = sentence, .first = a.first, .last = a.first + a.count - 1};
    hand_over(arena, &a, out);
    return !arena->failed;
}

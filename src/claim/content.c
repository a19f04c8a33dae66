#include "claim/content.h"

static void reach(struct content *out, int32_t first, int32_t last) {
    bool empty = out->from == out->to;
    if (empty || first < out->from) out->from = first;
    if (empty || last >= out->to) out->to = last + 1;
}

/* "After securing a loan", "until the end of May", "with the opening of a shop": beside what is decided on, not of it. */
static bool leads_aside(const struct making *k, int32_t preposition) {
    static const char *const forms[] = {"after", "amid", "at", "before", "despite", "during", "following", "since",
                                        "throughout", "till", "until", "while", "with", "within", "without"};
    return preposition != NONE && making_is_any(making_form(k->m, preposition), forms, sizeof forms / sizeof *forms);
}

/* "To close the library", "that would close the library", "closing the library". */
static const struct clause *clause_behind(const struct making *k, const struct group *g) {
    for (int32_t i = 0; i < (int32_t)k->parse->clauses.count; i++) {
        const struct clause *c = &k->parse->clauses.items[i];
        bool hangs = c->kind == CLAUSE_INFINITIVE || c->kind == CLAUSE_RELATIVE || c->kind == CLAUSE_PARTICIPLE ||
                     (c->kind == CLAUSE_GERUND && !leads_aside(k, c->marker)) || c->kind == CLAUSE_COMPLEMENT;
        if (hangs && i != k->match->clause && c->verb != NONE && c->first == g->last + 1) return c;
    }
    return NULL;
}

/* Up to the next verb, or to a comma, behind which another thing may be told. */
static int32_t end_of(const struct making *k, const struct clause *c) {
    const struct parse *p = k->parse;
    int32_t t = p->groups.items[c->verb].last;
    for (; t < c->last && t < p->last; t++) {
        int32_t group = making_group(k, t + 1);
        if (text_equal(making_form(k->m, t + 1), TEXT(",")) || (group != NONE && p->groups.items[group].kind == GROUP_VERB)) break;
    }
    return t;
}

static void add_clause(const struct making *k, const struct clause *c, struct content *out) {
    const struct group *verb = &k->parse->groups.items[c->verb];
    if (verb->flags & (GROUP_COPULA | GROUP_NEGATED)) return;
    deeds_add_verb(k, c->verb, &out->deeds);
    reach(out, c->first, end_of(k, c));
}

/* "A loan by the bank" */
static bool leads_on(const struct making *k, const struct group *g) {
    static const char *const forms[] = {"of", "by", "to", "from", "for"};
    return g->last < k->parse->last && making_is_any(making_form(k->m, g->last + 1), forms, sizeof forms / sizeof *forms);
}

/* "The walk", "the loan": what is done, not a thing. */
static bool is_done(struct text noun) {
    const struct lexicon *l = lexicon_builtin();
    return lexicon_kind_of(l, noun, TEXT("act")) || lexicon_kind_of(l, noun, TEXT("event")) || lexicon_kind_of(l, noun, TEXT("possession"));
}

/* "The closure of the library", but not "the proposal for the library". */
static void add_noun(const struct making *k, const struct group *g, struct content *out) {
    const struct word *w = making_word(k, g->head);
    struct text noun = w->noun ? w->noun->text : w->text;
    const struct lexicon *l = lexicon_builtin();
    struct text verb = lexicon_verb_of(l, noun);
    if (g->flags & GROUP_NAME || w->traits & TRAIT_PERSON || !verb.length) return;
    if (rules_list_holds(k->m->rules, k->shared->plan_nouns, w->known_noun) || lexicon_is_person(l, noun)) return;
    if (text_equal(verb, noun) && (!leads_on(k, g) || !is_done(noun))) return; /* "the boat", "the dam" */
    deeds_add_noun(k, g->head, &out->deeds);
}

/* "At the beginning of the month", "the end of October" */
static bool is_aside(const struct making *k, const struct group *g) {
    bool bound = g->of != NONE && match_is_time(k->m, &k->parse->groups.items[g->of]);
    return leads_aside(k, g->preposition) || bound || match_is_time(k->m, g);
}

void content_add(const struct making *k, int32_t group, struct content *out) {
    enum { STEPS = 4 };
    for (int32_t at = group; at < group + STEPS && at < (int32_t)k->parse->groups.count; at++) {
        const struct group *g = &k->parse->groups.items[at];
        if (at > group && (g->kind != GROUP_NOUN || g->preposition != k->parse->groups.items[at - 1].last + 1)) return;
        if (at > group && is_aside(k, g)) return;
        if (g->kind == GROUP_NOUN) add_noun(k, g, out);
        if (at > group) reach(out, g->first, g->last);
        const struct clause *c = clause_behind(k, g);
        if (c) {
            add_clause(k, c, out);
            return;
        }
    }
}

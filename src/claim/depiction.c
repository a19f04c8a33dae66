/* What is only shown, told or quoted: "the forged letter has Kyiv giving up the port", "the banner ‘Talks end’". What is
 * in a picture, and the words on a sign, nobody asserts. */
#include "claim/making.h"

#include "lexicon/lexicon.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct clause *clause_at(const struct making *k, int32_t number) {
    return number == NONE ? NULL : &k->parse->clauses.items[number];
}

static bool is_by_verb(const struct making *k, const struct clause *c, const char *const *verbs, size_t count) {
    const struct word *w = c->verb == NONE ? NULL : making_word(k, k->parse->groups.items[c->verb].head)->verb;
    return w && making_is_any(w->text, verbs, count);
}

/* A letter, a map, a poll: what cannot have a party do anything. */
static bool is_picture(const struct making *k, int32_t group) {
    if (group == NONE) return false;
    const struct word *w = making_word(k, k->parse->groups.items[group].head);
    return w->traits & (TRAIT_HEARSAY | TRAIT_PLAY | TRAIT_PRINT) || (w->noun && word_is(w->noun, NOUN_SAYS));
}

/* "Two of them see Kyiv giving up the port", "the letter has Kyiv giving it up". */
static bool depicts(const struct making *k, const struct clause *c) {
    static const char *const minds[] = {"see", "picture", "imagine", "foresee", "envisage", "envision", "predict", "forecast", "visualise", "visualize"};
    static const char *const shows[] = {"have", "show", "depict", "portray", "feature", "describe"};
    return is_by_verb(k, c, minds, COUNT_OF(minds)) || (is_picture(k, c->subject) && is_by_verb(k, c, shows, COUNT_OF(shows)));
}

static bool is_participle(const struct making *k, const struct clause *c) {
    return c->verb != NONE && k->parse->groups.items[c->verb].flags & GROUP_ING;
}

bool depicted(const struct making *k) {
    const struct clause *c = clause_at(k, k->match->clause);
    for (int steps = 0; c && c->governor != NONE && steps < 6; steps++) {
        const struct clause *above = clause_at(k, c->governor);
        if (!is_participle(k, c) && c->kind != CLAUSE_COORDINATE) return false;
        if (is_participle(k, c) && above->object != NONE && c->subject == above->object && depicts(k, above)) return true;
        c = above;
    }
    return false;
}

/* The token that opens the quotation in which the match stands; NONE where it stands in none, or not wholly. */
static int32_t quotation_opened(const struct making *k) {
    const struct token *tokens = k->m->segmented->tokens.items;
    uint16_t quotation = tokens[k->match->head].quotation;
    if (!(tokens[k->match->head].flags & TOKEN_QUOTED) || !quotation) return NONE;
    for (int32_t t = k->match->first; t >= k->parse->first; t--)
        if (tokens[t].flags & TOKEN_OPEN_QUOTE) return t;
    return NONE;
}

static int32_t quotation_closed(const struct making *k) {
    const struct token *tokens = k->m->segmented->tokens.items;
    for (int32_t t = k->match->head; t <= k->parse->last; t++)
        if (tokens[t].flags & TOKEN_CLOSE_QUOTE) return t;
    return NONE;
}

/* "The line ‘Talks end’", "the banner that stood there for an hour: ‘Talks end’". */
static bool is_printed(const struct making *k, int32_t opened) {
    bool colon = opened > k->parse->first && text_equal(making_form(k->m, opened - 1), TEXT(":"));
    int32_t t = opened - 1 - colon;
    if (t < k->parse->first) return false;
    if (!colon) return making_traits(k, t) & TRAIT_PRINT;
    for (; t >= k->parse->first; t--)
        if (making_traits(k, t) & TRAIT_PRINT) return true;
    return false;
}

/* "‘Talks end’ will not do", "‘Talks end’ is banned": of the words, and not of talks. */
static bool is_judged(const struct making *k, int32_t closed) {
    static const char *const verdicts[] = {"wrong", "out", "banned", "barred", "forbidden", "misleading", "inaccurate", "incorrect", "nonsense", "untrue", "false"};
    int32_t group = closed < k->parse->last ? making_group(k, closed + 1) : NONE;
    if (group == NONE || k->parse->groups.items[group].kind != GROUP_VERB) return false;
    const struct group *verb = &k->parse->groups.items[group];
    const struct word *w = making_word(k, verb->head)->verb;
    if (w && verb->flags & GROUP_NEGATED && (text_equal(w->text, TEXT("do")) || text_equal(w->text, TEXT("be")))) return true;
    return verb->flags & GROUP_COPULA && verb->last < k->parse->last && making_is_any(making_form(k->m, verb->last + 1), verdicts, COUNT_OF(verdicts));
}

bool only_mentioned(const struct making *k) {
    int32_t opened = quotation_opened(k), closed = opened == NONE ? NONE : quotation_closed(k);
    return opened != NONE && (is_printed(k, opened) || (closed != NONE && is_judged(k, closed)));
}

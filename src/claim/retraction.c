/* Claims that the very next words take back: "gave it the thumbs-down. And the thumbs-up.", "reads the caption. It isn't,
 * and it didn't." */
#include "claim/making.h"

/* "And the thumbs-up.", "Well, to parts of it." */
static bool is_scrap(const struct making *k, const struct sentence *s) {
    static const char *const openings[] = {"and", "or", "well", "sort", "kind", "almost", "except", "partly", "but"};
    enum { SCRAP = 7 };
    return s->count <= SCRAP && making_is_any(making_form(k->m, s->first), openings, sizeof openings / sizeof *openings);
}

static bool is_auxiliary(struct text form) {
    static const char *const forms[] = {"is", "was", "are", "were", "has", "have", "had", "do", "does", "did", "will", "would"};
    return making_is_any(form, forms, sizeof forms / sizeof *forms);
}

/* May a denial that has said "it has not" end here, or go on so? "It has not happened" says no more than "it has not". */
static bool says_no_more(const struct making *k, uint32_t at, uint32_t end) {
    static const char *const forms[] = {"happened", "happen", "true", "so", "right", "correct", "yet", "real", "and", "either", "the"};
    if (at >= end) return true;
    const struct token *t = &k->m->segmented->tokens.items[at];
    bool quoted = t->flags & (TOKEN_OPEN_QUOTE | TOKEN_CLOSE_QUOTE);
    return (t->flags & TOKEN_PUNCTUATION && !quoted) || making_is_any(t->word->text, forms, sizeof forms / sizeof *forms);
}

/* "“Russia has signed the plan.” FALSE.", "… Not so.": what a fact-check says of the sentence before. */
static bool is_verdict(const struct making *k, uint32_t at, uint32_t end) {
    static const char *const verdicts[] = {"false", "untrue", "wrong", "incorrect", "misleading", "fake", "fiction", "nonsense"};
    static const char *const denied[] = {"so", "true", "correct", "right", "quite", "really", "exactly", "at"};
    if (at < end && end - at <= 2 && making_is_any(making_form(k->m, at), verdicts, sizeof verdicts / sizeof *verdicts)) return true;
    bool quoted = k->m->segmented->tokens.items[k->match->head].flags & TOKEN_QUOTED;
    if (quoted && at < end && end - at <= 2 && making_is(k->m, at, "no")) return true;
    return at + 1 < end && end - at <= 4 && making_is(k->m, at, "not") && making_is_any(making_form(k->m, at + 1), denied, sizeof denied / sizeof *denied);
}

/* "It has nothing to do with borders.": what was told is of something else. */
static bool is_beside_the_point(const struct making *k, uint32_t at, uint32_t end) {
    static const char *const words[] = {"nothing", "to", "do", "with"};
    static const char *const pronouns[] = {"it", "this", "that", "they", "these", "which"};
    uint32_t from = at + 2; /* behind "it has" */
    if (from + 3 >= end || !making_is_any(making_form(k->m, (int32_t)at), pronouns, sizeof pronouns / sizeof *pronouns)) return false;
    for (uint32_t i = 0; i < 4; i++)
        if (!making_is(k->m, from + i, words[i])) return false;
    return true;
}

/* "It isn't, and it didn't.", "That was not true.", "None of this happened.": a denial without words of its own. */
static bool denies(const struct making *k, uint32_t at, uint32_t end) {
    static const char *const pronouns[] = {"it", "he", "she", "they", "this", "that", "we"};
    static const char *const nothings[] = {"none", "nothing"};
    if (is_verdict(k, at, end)) return true;
    if (at + 2 >= end) return false;
    if (is_beside_the_point(k, at, end)) return true;
    struct text first = making_form(k->m, at), second = making_form(k->m, at + 1), third = making_form(k->m, at + 2);
    if (making_is_any(first, nothings, 2) && text_equal(second, TEXT("of")))
        return at + 4 < end && (text_equal(making_form(k->m, at + 3), TEXT("happened")) || text_equal(making_form(k->m, at + 4), TEXT("true")));
    if (!making_is_any(first, pronouns, sizeof pronouns / sizeof *pronouns) || !is_auxiliary(second)) return false;
    return (text_equal(third, TEXT("not")) || text_equal(third, TEXT("never"))) && says_no_more(k, at + 3, end);
}

/* Behind a semicolon or a dash in the sentence of the match itself. */
static bool denied_behind(const struct making *k, const struct sentence *s) {
    uint32_t end = s->first + s->count;
    for (uint32_t t = (uint32_t)k->match->last + 1; t + 1 < end; t++)
        if (making_traits(k, (int32_t)t) & TRAIT_SEMICOLON && denies(k, t + 1, end)) return true;
    return false;
}

bool retracted(const struct making *k) {
    const struct sentence *s = &k->m->segmented->sentences.items[k->match->sentence];
    uint32_t next = k->match->sentence + 1;
    if (s->flags & SENTENCE_QUESTION || k->match->last >= (int32_t)(s->first + s->count)) return false;
    if (making_holds(k, TRAIT_SEMICOLON) && denied_behind(k, s)) return true;
    if (next >= k->m->segmented->sentences.count) return false;
    const struct sentence *after = &k->m->segmented->sentences.items[next];
    if (after->block == s->block && is_scrap(k, after)) return true;
    return after->block <= s->block + 1 && denies(k, after->first, after->first + after->count);
}

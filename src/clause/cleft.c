/* "It was on Friday | that they met", "it is he and not the mayor | who decides": one clause, of which a part is lifted out. */
#include "clause/analysis.h"

/* Is the clause no more than "it is", not denied? */
static bool lifts(const struct analysis *a, const struct clause *c) {
    if (c->verb == NONE || c->subject == NONE || c->subject > c->verb) return false;
    const struct group *verb = &a->groups[c->verb], *subject = &a->groups[c->subject];
    return a->tag[verb->head] == TAG_BE && is_word(a, subject->last, WORD_IT) && subject->first == subject->last;
}

/* Nothing but adverbs stands between the tokens. */
static bool only_adverbs(const struct analysis *a, int32_t after, int32_t before) {
    while (++after < before)
        if (a->tag[after] != TAG_ADVERB) return false;
    return true;
}

int32_t cleft_focus(const struct analysis *a, const struct clause *c, int32_t that) {
    if (!is_word(a, that, WORD_THAT) || !lifts(a, c) || c->complement != NONE || a->groups[c->verb].flags & GROUP_NEGATED) return NONE;
    if (tag_is_verb(a->tag[that + 1]) || (a->tag[that + 1] >= TAG_BE && a->tag[that + 1] <= TAG_MODAL)) return NONE; /* "on a plan that leaked" */
    int32_t g = c->verb + 1, first = g < a->group_count ? a->groups[g].preposition : NONE;
    if (first == NONE || first > that || !only_adverbs(a, a->groups[c->verb].last, first)) return NONE;
    for (; g < a->group_count && a->groups[g].first < that; g++) {
        const struct group *group = &a->groups[g];
        if (group->kind != GROUP_NOUN || (group->preposition == NONE && group->possessor == NONE)) return NONE;
    }
    return first;
}

int32_t cleft_antecedent(const struct analysis *a, const struct clause *c, int32_t last) {
    if (last == NONE || !lifts(a, c) || c->complement == NONE || last <= c->complement) return last;
    const struct group *other = &a->groups[last];
    bool contrast = other->flags & GROUP_NEGATED && a->groups[c->complement].kind == GROUP_NOUN && other->preposition == NONE;
    return contrast && !(a->groups[c->complement].flags & GROUP_NEGATED) ? c->complement : last;
}

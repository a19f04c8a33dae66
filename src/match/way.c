/* Where a match that has come to a token may go on: what stands between the words of a phrase without being said. */
#include "base/trait.h"
#include "match/matcher.h"

enum { MAX_PARENTHESIS = 10 };

/* "Putin | himself | has read it" */
static bool is_emphatic(const struct parse *p, const struct token *token, int32_t t) {
    if (t <= p->first || (tag_at(p, t - 1) != TAG_NOUN && tag_at(p, t - 1) != TAG_NAME)) return false;
    return text_ends(token->word->text, TEXT("self")) || text_ends(token->word->text, TEXT("selves"));
}

/* May the token stand between two elements without being said? "A former envoy" is no envoy. */
static enum skip skip_of(const struct matcher *m, const struct parse *p, int32_t t) {
    enum tag tag = p->groups.items ? tag_at(p, t) : TAG_NONE;
    const struct token *token = token_at(m->s, t);
    if (tag == TAG_ADVERB || tag == TAG_NEGATION || tag == TAG_QUOTE) return SKIP_ALWAYS;
    if (token->flags & (TOKEN_OPEN_QUOTE | TOKEN_CLOSE_QUOTE)) return SKIP_ALWAYS;
    if (tag == TAG_PRONOUN && is_emphatic(p, token, t)) return SKIP_ALWAYS;
    if (token->word->traits & TRAIT_ALTERS) return SKIP_NOT;
    if (tag != TAG_DETERMINER && tag != TAG_ADJECTIVE && tag != TAG_POSSESSIVE) return SKIP_NOT;
    int32_t g = group_at(p, t);
    return g != NONE && p->groups.items[g].kind == GROUP_NOUN ? SKIP_BEFORE_LITERAL : SKIP_NOT;
}

/* "Witkoff, the envoy, | had brought Kushner, |": what goes on with the verb of what stands before; not ", said Peskov,". */
static bool goes_on(const struct parse *p, int32_t t) {
    int32_t g = p->groups.items ? group_at(p, t) : NONE, c = g == NONE ? NONE : p->clause_of[t - p->first];
    if (c == NONE || p->clauses.items[c].verb != g || !(p->groups.items[g].flags & GROUP_FINITE)) return false;
    return p->clauses.items[c].subject != NONE && p->clauses.items[c].subject < g;
}

/* "the plan — he said — was dead": behind the aside whose first break is token t, or t. */
static int32_t after_aside(const struct parse *p, int32_t t, int32_t last) {
    if (!p->groups.items || t + 1 > last || p->clause_of[t + 1 - p->first] == NONE) return t;
    const struct clause *c = &p->clauses.items[p->clause_of[t + 1 - p->first]];
    return c->kind == CLAUSE_ASIDE && c->first == t + 1 && c->last + 1 < last ? c->last + 2 : t;
}

/* "Ann Roe | (54) | took over": behind the brackets that open at t, or t. */
static int32_t after_brackets(const struct matcher *m, int32_t t, int32_t last) {
    if (!is_form(m, t, "(")) return t;
    for (int32_t k = t + 1; k < last && k <= t + MAX_PARENTHESIS; k++)
        if (is_form(m, k, ")")) return k + 1;
    return t;
}

/* A parenthesis between commas or in brackets right at t: the token after it, or t. */
static int32_t after_parenthesis(const struct matcher *m, const struct parse *p, int32_t t, int32_t last) {
    if (token_at(m->s, t)->word->traits & TRAIT_PARENTHESIS) return after_brackets(m, t, last);
    int32_t behind = token_at(m->s, t)->flags & TOKEN_PUNCTUATION ? after_aside(p, t, last) : t;
    if (behind > t) return behind;
    if (!is_form(m, t, ",") || goes_on(p, t + 1)) return t;
    for (int32_t k = t + 2; k <= last && k <= t + MAX_PARENTHESIS; k++)
        if (is_form(m, k, ",")) return k + 1;
    return t;
}

/* "was jailed | on Friday | for six years", "ruled | Tuesday | that": behind the times that the sentence tells. */
static void note_times(struct matcher *m, const struct parse *p) {
    for (size_t i = 0; i < p->groups.count; i++) {
        const struct group *g = &p->groups.items[i];
        if (g->kind != GROUP_NOUN || !match_is_time(m->out, g)) continue;
        m->ways[g->first].later = g->last + 1;
        int32_t t = g->preposition;
        if (t >= p->first && t + 1 == g->first && tag_at(p, t) == TAG_PREPOSITION) m->ways[t].later = g->last + 1;
    }
}

/* The comma behind a preposition and its group with which the sentence opens, or 0. */
static int32_t front_of(const struct matcher *m, const struct parse *p) {
    if (!p->groups.count || tag_at(p, p->first) != TAG_PREPOSITION) return 0;
    const struct group *g = &p->groups.items[0];
    int32_t comma = g->last + 1;
    if (g->kind != GROUP_NOUN || g->preposition != p->first || comma >= p->last) return 0;
    if (is_form(m, comma, ",") && tag_at(p, comma + 1) == TAG_NUMBER && is_form(m, comma + 2, ",")) comma += 2; /* "On May 3, 1866," */
    return is_form(m, comma, ",") ? comma : 0;
}

void way_note(struct matcher *m, uint32_t sentence) {
    const struct sentence *s = &m->s->sentences.items[sentence];
    const struct parse *p = &m->out->parses[sentence];
    int32_t first = (int32_t)s->first, last = first + (int32_t)s->count - 1;
    m->ways_noted[sentence] = true;
    for (int32_t t = first; t <= last; t++) m->ways[t] = (struct way){t, after_parenthesis(m, p, t, last), skip_of(m, p, t)};
    if (!p->groups.items) return;
    m->fronts[sentence] = front_of(m, p);
    note_times(m, p);
}

/* What a match may have said last before it comes to each token. */
static void note_past(struct matcher *m, int32_t first, int32_t last) {
    memset(&m->past[first], 0, (size_t)(last + 1 - first) * sizeof *m->past);
    for (int32_t t = first; t <= last; t++) {
        const struct way *w = &m->ways[t];
        if (t < last) m->past[t + 1] |= m->begins[t] | (w->skip ? m->past[t] : 0);
        if (m->stand_ins[t] && m->stand_ins[t]->last < last) m->past[m->stand_ins[t]->last + 1] |= m->begins[t];
        if (w->later > t && w->later <= last) m->past[w->later] |= m->past[t];
        if (w->beyond > t && w->beyond <= last) m->past[w->beyond] |= m->past[t];
    }
}

/* What a match that has come to each token can go on with. */
static void note_near(struct matcher *m, int32_t first, int32_t last) {
    for (int32_t t = last; t >= first; t--) {
        const struct way *w = &m->ways[t];
        uint64_t near = m->begins[t] | UINT64_C(1) << BEGIN_GROUP; /* a slot may begin within its group */
        if (t < last && w->skip) near |= m->near[t + 1];
        const struct stand_in *before = t > first ? m->stand_ins[t - 1] : NULL; /* behind the anchor, behind what stands for it */
        if (before && before->last >= t && before->last < last) near |= m->near[before->last + 1];
        if (w->later > t && w->later <= last) near |= m->near[w->later];
        if (w->beyond > t && w->beyond <= last) near |= m->near[w->beyond];
        m->near[t] = near;
    }
}

void way_note_near(struct matcher *m, uint32_t sentence) {
    if (sentence < m->near_noted) return;
    m->near_noted = sentence + 1;
    const struct sentence *s = &m->s->sentences.items[sentence];
    int32_t first = (int32_t)s->first, last = first + (int32_t)s->count - 1;
    if (!m->ways_noted[sentence]) way_note(m, sentence);
    note_past(m, first, last);
    note_near(m, first, last);
}

#include "claim/lede.h"

#include "lexicon/lexicon.h"

static const struct word *word_of(const struct matched *m, int32_t token) {
    return m->segmented->tokens.items[token].word;
}

static bool is_person(const struct matched *m, const struct group *g) {
    const struct word *w = word_of(m, g->head);
    return g->kind == GROUP_NOUN && w->noun && lexicon_is_person(lexicon_builtin(), w->noun->text) &&
           lexicon_kind_of(lexicon_builtin(), w->noun->text, TEXT("person"));
}

/* "A former nurse", "a Tulsa man" */
static bool is_somebody(const struct matched *m, const struct group *g) {
    return is_person(m, g) && g->flags & GROUP_INDEFINITE && !(g->flags & (GROUP_PLURAL | GROUP_NAME)) && g->apposition == NONE;
}

static int32_t main_clause(const struct parse *p) {
    for (int32_t i = 0; i < (int32_t)p->clauses.count; i++)
        if (p->clauses.items[i].kind == CLAUSE_MAIN) return i;
    return NONE;
}

/* The one whom the sentence is about, where its main clause tells of nobody else who has no name. */
static int32_t opening_group(const struct matched *m, const struct parse *p) {
    int32_t c = main_clause(p), subject = c == NONE ? NONE : p->clauses.items[c].subject;
    if (subject == NONE || !is_somebody(m, &p->groups.items[subject])) return NONE;
    for (int32_t g = 0; g < (int32_t)p->groups.count; g++) {
        const struct group *other = &p->groups.items[g];
        if (g != subject && p->clause_of[other->head - p->first] == c && is_somebody(m, other)) return NONE;
    }
    return subject;
}

/* "Paula Renfro, 39," */
static bool tells_age(const struct matched *m, const struct parse *p, const struct group *g) {
    bool name = g->kind == GROUP_NOUN && g->flags & GROUP_NAME && g->head > g->first && g->preposition == NONE;
    if (!name || g->last + 3 > p->last || !text_equal(word_of(m, g->last + 1)->text, TEXT(","))) return false;
    struct text age = word_of(m, g->last + 2)->text;
    bool digits = age.length == 2 && ascii_digit(age.bytes[0]) && ascii_digit(age.bytes[1]);
    return digits && m->segmented->tokens.items[g->last + 3].flags & TOKEN_PUNCTUATION;
}

static bool is_prose(const struct matched *m, uint32_t sentence) {
    enum block_kind kind = m->segmented->document->blocks.items[m->segmented->sentences.items[sentence].block].kind;
    return kind == BLOCK_PARAGRAPH || kind == BLOCK_SUMMARY;
}

struct lede lede_find(const struct matched *m) {
    enum { SENTENCES_ON = 4 };
    struct lede none = {.mention = NONE};
    uint32_t count = (uint32_t)m->segmented->sentences.count, s = 0;
    while (s < count && (!is_prose(m, s) || !m->parses[s].groups.items || main_clause(&m->parses[s]) == NONE)) s++; /* "BREMERTON, Wash." */
    int32_t group = s < count ? opening_group(m, &m->parses[s]) : NONE;
    if (group == NONE || !m->group_mentions[s][group].count) return none;
    for (uint32_t next = s + 1; next < count && next <= s + SENTENCES_ON; next++) {
        const struct parse *p = &m->parses[next];
        for (int32_t g = 0; p->groups.items && g < (int32_t)p->groups.count; g++)
            if (tells_age(m, p, &p->groups.items[g])) return (struct lede){m->group_mentions[s][group].first, next, g};
    }
    return none;
}

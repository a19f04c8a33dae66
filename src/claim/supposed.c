/* Sentences that only put something before the reader, by what stands around them: the options of a quiz, the odds of a
 * bet, a scene to be imagined, the letter of a reader. */
#include "claim/making.h"

/* "(b)". */
static bool is_option(const struct matched *m, uint32_t at, uint32_t end) {
    if (at + 2 >= end || !making_is(m, at, "(") || !making_is(m, at + 2, ")")) return false;
    struct text letter = making_form(m, at + 1);
    return letter.length == 1 && letter.bytes[0] >= 'a' && letter.bytes[0] <= 'f';
}

/* A run of sentences of one block. */
struct passage {
    const struct matched *m;
    const struct sentence *sentences;
    const struct summary *summaries;
    uint32_t count, end; /* end: the token behind it */
    uint32_t traits;     /* of all its sentences */
};

/* "What was agreed? (a) Everything. (b) …": the token of the first mark behind a question. */
static uint32_t first_option(const struct passage *p) {
    bool asked = false;
    for (uint32_t t = p->sentences->first; p->traits & TRAIT_PARENTHESIS && t < p->end; t++) {
        asked |= making_is(p->m, t, "?");
        if (asked && is_option(p->m, t, p->end)) return t;
    }
    return p->end;
}

/* "9-1". */
static bool is_ratio(struct text t) {
    size_t digits = 0, dashes = 0;
    for (size_t i = 0; i < t.length; i++) {
        if (ascii_digit(t.bytes[i])) digits++;
        else if (i && i + 1 < t.length && (t.bytes[i] == '-' || t.bytes[i] == '/')) dashes++;
        else return false;
    }
    return digits && dashes == 1;
}

static bool is_ratio_at(const struct matched *m, uint32_t token) {
    return m->segmented->tokens.items[token].flags & TOKEN_NUMBER && is_ratio(making_form(m, (int32_t)token));
}

/* "A deal by New Year: 9-1." What stands before the colon; empty for anything else. */
static struct supposed bet_on(const struct matched *m, const struct sentence *s) {
    uint32_t end = s->first + s->count;
    while (end > s->first && making_is(m, end - 1, ".")) end--;
    bool bet = end >= s->first + 3 && is_ratio(making_form(m, end - 1)) && making_is(m, end - 2, ":");
    return (struct supposed){s->first, bet ? end - 2 : s->first};
}

/* "You can have 14-1 on Ukraine leaving Donetsk": the case behind the odds, up to a comma. */
static struct supposed case_bet_on(const struct matched *m, const struct sentence *s) {
    const struct parse *p = &m->parses[s - m->segmented->sentences.items];
    uint32_t end = s->first + s->count, from = s->first, to;
    while (from + 1 < end && !(is_ratio_at(m, from) && making_is(m, from + 1, "on"))) from++;
    for (to = from; to < end && !making_is(m, to, ",");) to++;
    for (size_t g = 0; g < p->groups.count; g++) {
        const struct group *x = &p->groups.items[g];
        if (x->first > (int32_t)from && x->last < (int32_t)to && x->kind == GROUP_VERB && x->flags & GROUP_ING) return (struct supposed){from, to};
    }
    return (struct supposed){s->first, s->first};
}

/* "Kyiv handing over the region by June: 6." What stands before the colon, where it names a case and no fact. */
static struct supposed case_priced(const struct matched *m, const struct sentence *s) {
    enum { PRICE_TOKENS = 5 }; /* "4 cents on the dollar" */
    const struct parse *p = &m->parses[s - m->segmented->sentences.items];
    uint32_t colon = s->first, end = s->first + s->count;
    struct supposed nothing = {s->first, s->first};
    while (colon < end && !making_is(m, colon, ":")) colon++;
    while (end > colon && making_is(m, end - 1, ".")) end--;
    bool price = colon + 1 < end && end - colon - 1 <= PRICE_TOKENS && m->segmented->tokens.items[colon + 1].flags & TOKEN_NUMBER;
    bool participle = false;
    for (size_t g = 0; price && g < p->groups.count && p->groups.items[g].last < (int32_t)colon; g++) {
        if (p->groups.items[g].kind != GROUP_VERB) continue;
        if (!(p->groups.items[g].flags & GROUP_ING)) return nothing;
        participle = true;
    }
    return participle ? (struct supposed){s->first, colon} : nothing;
}

/* "Let us picture it.", "Imagine that …", "Suppose the telephone rings." */
static bool opens_scene(const struct matched *m, const struct sentence *s) {
    uint32_t at = s->first, end = s->first + s->count;
    while (at < end && m->segmented->tokens.items[at].flags & TOKEN_PUNCTUATION) at++;
    if (at < end && making_is(m, at, "just")) at++;
    if (at + 1 < end && making_is(m, at, "let") && (making_is(m, at + 1, "us") || making_is(m, at + 1, "'s"))) at += 2;
    if (at + 1 < end && making_is(m, at, "try") && making_is(m, at + 1, "to")) at += 2;
    return at < end && m->segmented->tokens.items[at].word->traits & TRAIT_SCENE;
}

/* "That the plan has been leaked in full.": one of a list of rumours, and no sentence of its own. */
static bool is_bare_that(const struct matched *m, const struct sentence *s) {
    const struct parse *p = &m->parses[s - m->segmented->sentences.items];
    if (s->count < 4 || !p->groups.items || !making_is(m, s->first, "that")) return false;
    enum tag next = (enum tag)p->tags[1];
    int finite = 0;
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i];
        bool own = c->kind != CLAUSE_RELATIVE && c->kind != CLAUSE_ADVERBIAL && c->kind != CLAUSE_COORDINATE;
        finite += own && c->verb != NONE && p->groups.items[c->verb].flags & GROUP_FINITE;
    }
    return finite <= 1 && (next == TAG_NAME || next == TAG_PRONOUN || next == TAG_DETERMINER);
}

/* "Would you believe it?", "What actually came out …": back to what is. */
static bool ends_scene(const struct matched *m, const struct sentence *s) {
    static const char *const turns[] = {"actually", "reality", "fact", "truth", "meanwhile"};
    if (s->flags & SENTENCE_QUESTION) return true;
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (making_is_any(making_form(m, t), turns, sizeof turns / sizeof *turns)) return true;
    return false;
}

/* "Sir, It is plain that …": a reader's letter, which the outlet prints and does not vouch for. */
static bool is_letter(const struct passage *p) {
    static const char *const addressed[] = {"sir", "madam", "sirs", "editor"};
    static const char *const ends[] = {",", "-", "–", "—", ":"};
    uint32_t at = p->sentences->first;
    bool dear = at + 2 < p->end && making_is(p->m, at, "dear");
    if (dear && making_is(p->m, at + 2, ",")) return true; /* "Dear desk, is it true that …" */
    at += dear;
    return at + 1 < p->end && making_is_any(making_form(p->m, at), addressed, sizeof addressed / sizeof *addressed) &&
           making_is_any(making_form(p->m, at + 1), ends, sizeof ends / sizeof *ends);
}

static struct supposed what_is_bet(const struct matched *m, const struct sentence *s, const struct summary *of) {
    struct supposed found = {s->first, s->first};
    if (of->traits & TRAIT_COLON) found = bet_on(m, s);
    if (of->traits & TRAIT_COLON && found.to <= found.from) found = case_priced(m, s);
    return of->flags & TOKEN_NUMBER && found.to <= found.from ? case_bet_on(m, s) : found;
}

static void read_passage(const struct passage *p, struct supposed *out) {
    bool letter = is_letter(p), scene = false;
    uint32_t option = first_option(p);
    for (uint32_t i = 0; i < p->count; i++) {
        const struct sentence *s = &p->sentences[i];
        uint32_t end = s->first + s->count;
        scene = (p->summaries[i].traits & TRAIT_SCENE && opens_scene(p->m, s)) || (scene && !ends_scene(p->m, s));
        if (letter || scene || is_bare_that(p->m, s)) out[i] = (struct supposed){s->first, end};
        else if (option < end) out[i] = (struct supposed){option > s->first ? option : s->first, end};
        else out[i] = what_is_bet(p->m, s, &p->summaries[i]);
    }
}

struct supposed *supposed_find(struct arena *a, const struct matched *m, const struct summary *summaries) {
    const struct sentence *all = m->segmented->sentences.items;
    uint32_t count = (uint32_t)m->segmented->sentences.count;
    struct supposed *out = arena_array(a, struct supposed, count + 1);
    for (uint32_t from = 0, to; out && from < count; from = to) {
        uint32_t traits = 0;
        for (to = from; to < count && all[to].block == all[from].block; to++) traits |= summaries[to].traits;
        struct passage p = {m, &all[from], &summaries[from], to - from, all[to - 1].first + all[to - 1].count, traits};
        read_passage(&p, &out[from]);
    }
    if (out) genre_suppose(m, summaries, out);
    return out;
}

bool only_supposed(const struct making *k) {
    const struct supposed *s = &k->shared->supposed[k->match->sentence];
    return k->match->head >= (int32_t)s->from && k->match->head < (int32_t)s->to;
}

/* Words whose capital tells nothing where they stand, at the beginning of a sentence or in a headline that has one at
 * every word, but which the document elsewhere writes as a name, and nowhere small: "Bisons fall to Hornets" over "the
 * Prairie State Bisons beat …" (after Lita et al., "tRuEcasIng", 2003, by the one document instead of a model). */
#include "base/figure_word.h"
#include "base/trait.h"
#include "segment/work.h"

struct candidate {
    const struct word *word;
    bool name, small;
};

struct names {
    struct segmented *out;
    struct candidate *table; /* open addressing, by hash */
    size_t size;             /* a power of two */
    uint64_t hashes;         /* bits of the hashes of those in it */
};

static uint64_t hash_bit(const struct word *w) {
    return (uint64_t)1 << (w->hash >> 58);
}

static bool is_headline_case(const struct sentence *s) {
    return s->flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE);
}

/* Bodies and persons are written "the Council" and "President Roe" without being called so. */
static bool may_name(const struct word *w) {
    const unsigned bodies = 1U << NOUN_BODY | 1U << NOUN_GROUP | 1U << NOUN_INSTITUTION | 1U << NOUN_SAYS;
    if (!(w->classes & CLASS_NOUN) || w->grammar || w->figure || w->parts.count || !w->noun) return false;
    return !(w->noun->noun_kinds & bodies) && !(w->traits & (TRAIT_PERSON | TRAIT_TIME | TRAIT_TITLE));
}

/* Does the capital at token t say nothing? */
static bool is_open(const struct names *n, const struct sentence *s, uint32_t t) {
    const struct token *x = &n->out->tokens.items[t];
    if (!(x->flags & TOKEN_CAPITAL) || !may_name(x->word)) return false;
    if (is_headline_case(s)) return true;
    return !(x->flags & TOKEN_UPPER) && (t == s->first || (t == s->first + 1 && x[-1].flags & TOKEN_OPEN_QUOTE));
}

/* The last word of a name in mid-sentence: "Prairie State |Bisons|", not "the |Bank| of Ostrow". */
static bool ends_name(const struct names *n, const struct sentence *s, uint32_t t) {
    const struct token *x = &n->out->tokens.items[t];
    if (!(x->flags & TOKEN_CAPITAL) || is_headline_case(s) || t == s->first || x[-1].flags & TOKEN_PUNCTUATION)
        return false;
    if (t + 1 == s->first + s->count) return true;
    return !(x[1].flags & TOKEN_CAPITAL) && !text_equal(x[1].word->text, TEXT("of"));
}

static struct candidate *candidate_of(const struct names *n, const struct word *w) {
    size_t i = w->hash & (n->size - 1);
    while (n->table[i].word && n->table[i].word != w) i = (i + 1) & (n->size - 1);
    return &n->table[i];
}

/* Where a capital may say nothing: everywhere in a headline, else at the beginning. */
static uint32_t open_end(const struct sentence *s) {
    enum { OPENING = 2 };
    return s->first + (is_headline_case(s) || s->count < OPENING ? s->count : OPENING);
}

typedef void step(struct names *n, struct token *x);

static void visit_open(struct names *n, step *each) {
    for (size_t i = 0; i < n->out->sentences.count; i++) {
        const struct sentence *s = &n->out->sentences.items[i];
        for (uint32_t t = s->first; t < open_end(s); t++)
            if (is_open(n, s, t)) each(n, &n->out->tokens.items[t]);
    }
}

static void count_open(struct names *n, struct token *x) {
    (void)x;
    n->size++;
}

static void note_open(struct names *n, struct token *x) {
    candidate_of(n, x->word)->word = x->word;
    n->hashes |= hash_bit(x->word);
}

static void name_open(struct names *n, struct token *x) {
    const struct candidate *c = candidate_of(n, x->word);
    if (c->name && !c->small) x->flags |= TOKEN_NAME;
}

static void note_uses(struct names *n, const struct sentence *s) {
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        const struct token *x = &n->out->tokens.items[t];
        struct candidate *c = n->hashes & hash_bit(x->word) ? candidate_of(n, x->word) : NULL;
        if (!c || !c->word) continue;
        c->small |= !(x->flags & TOKEN_CAPITAL);
        c->name |= ends_name(n, s, t);
    }
}

/* In a text all of whose words have capitals no table of it is worth more than this. */
enum { LIMIT = 1 << 16 };

bool name_all(struct work *w) {
    struct names n = {.out = w->out};
    visit_open(&n, count_open);
    if (!n.size || n.size > LIMIT) return true;
    size_t size = 2;
    while (size < 2 * n.size) size *= 2;
    n.size = size;
    n.table = arena_alloc(w->arena, size * sizeof *n.table);
    if (!n.table) return false;
    visit_open(&n, note_open);
    for (size_t i = 0; i < w->out->sentences.count; i++) note_uses(&n, &w->out->sentences.items[i]);
    visit_open(&n, name_open);
    return true;
}

#include "claim/name.h"

enum { MAX_WORDS = 12, MAX_DESCRIPTIONS = 4, A_SENTENCE = 3 /* names, mostly fewer */ };

/* The words of a name, as tokens. */
struct name_words {
    int32_t count;
    int32_t tokens[MAX_WORDS];
    const struct word *first, *last; /* most names are told apart by them */
};

struct calling {
    uint32_t sentence;
    int32_t group;
    struct name_words words;
    uint32_t next_first, next_last; /* 1 + the next name with the same first word, or last one; 0: none */
    int32_t description_count;
    const struct word *descriptions[MAX_DESCRIPTIONS];
    struct opened *open;    /* NULL until asked for */
    struct opened *printed; /* as the longest form of others, likewise */
};

/* What is said by one word of the document, in an open hash table; the numbers are counted from 1. */
struct said {
    const struct word *word;          /* NULL in an empty slot */
    uint32_t first_names, last_names; /* the first name that begins with it, or ends so */
    uint32_t described;               /* the first name that it describes */
};

struct names {
    LIST(struct calling) items; /* in text order */
    uint32_t *sentences;        /* by sentence: its first name */
    int32_t *before;            /* by mention, see name_mention_before */
    struct said *said;
    size_t slots; /* a power of two */
};

static const struct token *token_of(const struct matched *m, int32_t t) {
    return &m->segmented->tokens.items[t];
}

const struct word *name_noun(const struct word *w) {
    return w->noun ? w->noun : w;
}

/* "Mr", "Sen.", "Speaker", "Chief Executive Officer": what a person is, before what he is called. */
static bool is_title(const struct matched *m, int32_t t) {
    return token_of(m, t)->word->traits & TRAIT_TITLE;
}

/* "Two Democrats" at the start of a sentence. */
static bool is_count(const struct parse *p, const struct group *g, int32_t t) {
    return p->tags[t - p->first] == TAG_NUMBER && t == p->first && g->flags & GROUP_PLURAL;
}

/* "Grace Nduku" at the start of a sentence: a given name that is a noun as well. */
static bool may_be_given(const struct matched *m, const struct parse *p, const struct group *g, int32_t t) {
    const struct token *x = token_of(m, t);
    if (t != g->first || t >= g->last || !(x->flags & TOKEN_CAPITAL) || p->tags[t + 1 - p->first] != TAG_NAME)
        return false;
    if (is_count(p, g, t) || (p->tags[t - p->first] == TAG_DETERMINER && !text_equal(x->word->text, TEXT("the")))) return false;
    return !(x->word->traits & (TRAIT_TITLE | TRAIT_PERSON));
}

/* "Cook County", "Speaker Street": the first word is no title of the second. */
static bool is_institution(const struct matched *m, int32_t t) {
    const struct word *w = token_of(m, t)->word;
    return w->noun && word_is(w->noun, NOUN_INSTITUTION);
}

/* "General Motors", "Justice Department": words that are titles only before the names of people. */
static bool is_half_title(const struct word *w) {
    static const char *const forms[] = {"general",  "justice",   "major", "chief", "prime",
                                        "attorney", "president", "king",  "queen", "prince"};
    return making_is_any(w->text, forms, sizeof forms / sizeof *forms);
}

/* "Finance Minister Ivo Kral": all that stands before the last title goes with it. */
static void drop_titles(const struct matched *m, struct name_words *n) {
    int32_t from = 0;
    for (int32_t i = 0; i < n->count - 1; i++)
        if (is_title(m, n->tokens[i])) from = i + 1;
    if (!from) return;
    const struct word *last = token_of(m, n->tokens[n->count - 1])->word;
    bool noun = last->listed && (last->classes & CLASS_NOUN);
    bool half = n->count - from == 1 && noun;
    if (half && (last->traits & TRAIT_PERSON || is_half_title(token_of(m, n->tokens[from - 1])->word))) return;
    memmove(n->tokens, n->tokens + from, (size_t)(n->count - from) * sizeof *n->tokens);
    n->count -= from;
}

/* "House of Lords", "Bank of England": one name. */
static void add_of(const struct matched *m, const struct parse *p, const struct group *g, struct name_words *n) {
    if (g->of == NONE || !n->count || !(p->groups.items[g->of].flags & GROUP_NAME)) return;
    if (!is_institution(m, n->tokens[n->count - 1])) return;
    const struct group *of = &p->groups.items[g->of];
    for (int32_t t = of->first; t <= of->last && n->count < MAX_WORDS; t++)
        if (p->tags[t - p->first] == TAG_NAME) n->tokens[n->count++] = t;
}

static void find_words(const struct matched *m, const struct parse *p, const struct group *g, struct name_words *out) {
    out->count = 0;
    for (int32_t t = g->first; t <= g->last && out->count < MAX_WORDS; t++)
        if (p->tags[t - p->first] == TAG_NAME || (out->count && (token_of(m, t)->flags & TOKEN_CAPITAL)) ||
            may_be_given(m, p, g, t))
            out->tokens[out->count++] = t;
    drop_titles(m, out);
    add_of(m, p, g, out);
    if (!out->count) return;
    out->first = token_of(m, out->tokens[0])->word;
    out->last = token_of(m, out->tokens[out->count - 1])->word;
}

static bool holds_at(const struct matched *m, const struct name_words *longer, int32_t at, const struct name_words *n) {
    for (int32_t i = 0; i < n->count; i++)
        if (token_of(m, longer->tokens[at + i])->word != token_of(m, n->tokens[i])->word) return false;
    return true;
}

/* "Petersen" is the end, "Halden" the start of the longer name. */
static bool extends(const struct matched *m, const struct name_words *longer, const struct name_words *n) {
    if (longer->count < n->count || n->count == 0) return false;
    return holds_at(m, longer, 0, n) || holds_at(m, longer, longer->count - n->count, n);
}

static void describe(struct calling *n, const struct word *w) {
    const struct word *noun = name_noun(w);
    for (int32_t i = 0; i < n->description_count; i++)
        if (n->descriptions[i] == noun) return;
    if (n->description_count < MAX_DESCRIPTIONS) n->descriptions[n->description_count++] = noun;
}

static void describe_as(const struct matched *m, const struct parse *p, int32_t group, struct calling *n) {
    const struct group *g = group == NONE ? NULL : &p->groups.items[group];
    if (!g || g->kind != GROUP_NOUN || g->flags & (GROUP_NAME | GROUP_PRONOUN | GROUP_NUMBER | GROUP_NEGATED)) return;
    if (!match_is_time(m, g)) describe(n, token_of(m, g->head)->word);
}

/* "former banker Toner", "Toner, 54, a banker,", "Toner is a banker". */
static void describe_group(const struct matched *m, const struct parse *p, int32_t number, struct calling *n) {
    enum { GROUPS_BEHIND = 4 };
    const struct group *g = &p->groups.items[number];
    for (int32_t t = g->first; t <= g->last; t++)
        if (p->tags[t - p->first] == TAG_NOUN || (p->tags[t - p->first] == TAG_NAME && is_title(m, t)))
            describe(n, token_of(m, t)->word);
    describe_as(m, p, g->apposition, n);
    for (int32_t k = number + 1; k <= number + GROUPS_BEHIND && k < (int32_t)p->groups.count; k++)
        if (p->groups.items[k].apposition == number) describe_as(m, p, k, n);
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *x = &p->clauses.items[i];
        if (x->subject != number || x->object != NONE || x->complement == NONE) continue;
        bool denied = x->verb != NONE && p->groups.items[x->verb].flags & GROUP_NEGATED;
        if (!denied) describe_as(m, p, x->complement, n);
    }
}

/* "Galion, Ohio", "Bradley Airport in Windsor Locks": where the place lies. */
static void describe_place(const struct matched *m, const struct parse *p, int32_t group, struct calling *n) {
    if (group + 1 >= (int32_t)p->groups.count) return;
    const struct group *g = &p->groups.items[group], *next = g + 1;
    if (!(next->flags & GROUP_NAME) || g->conjunct != NONE || next->apposition == group || match_is_time(m, next))
        return;
    bool comma = next->first == g->last + 2 && text_equal(token_of(m, g->last + 1)->word->text, TEXT(","));
    bool in = next->preposition == g->last + 1 && text_equal(token_of(m, next->preposition)->word->text, TEXT("in"));
    if (comma || in) describe(n, token_of(m, next->head)->word);
}

static bool add_names(struct arena *a, const struct matched *m, uint32_t sentence, struct names *out) {
    const struct parse *p = &m->parses[sentence];
    out->sentences[sentence] = (uint32_t)out->items.count;
    for (int32_t i = 0; i < (int32_t)p->groups.count; i++) {
        const struct group *g = &p->groups.items[i];
        if (g->kind != GROUP_NOUN || !(g->flags & GROUP_NAME)) continue;
        struct calling *n = list_add(a, &out->items);
        if (!n) return false;
        *n = (struct calling){.sentence = sentence, .group = i};
        find_words(m, p, g, &n->words);
        describe_group(m, p, i, n);
        describe_place(m, p, i, n);
    }
    return true;
}

static struct said *said_by(const struct names *all, const struct word *w) {
    size_t at = (size_t)(w->hash >> 32) & (all->slots - 1);
    while (all->said[at].word && all->said[at].word != w) at = (at + 1) & (all->slots - 1);
    return &all->said[at];
}

static struct said *said_anew(const struct names *all, const struct word *w) {
    struct said *s = said_by(all, w);
    s->word = w;
    return s;
}

/* From the last to the first, so that each list is in text order. */
static void index_names(struct names *all) {
    for (size_t i = all->items.count; i-- > 0;) {
        struct calling *n = &all->items.items[i];
        uint32_t number = (uint32_t)i + 1;
        if (!n->words.count) continue;
        struct said *first = said_anew(all, n->words.first), *last = said_anew(all, n->words.last);
        n->next_first = first->first_names;
        n->next_last = last->last_names;
        first->first_names = last->last_names = number;
        for (int32_t d = 0; d < n->description_count; d++) said_anew(all, n->descriptions[d])->described = number;
    }
}

static bool index_words(struct arena *a, struct names *all) {
    size_t most = 2 * all->items.count;
    for (size_t i = 0; i < all->items.count; i++) most += (size_t)all->items.items[i].description_count;
    for (all->slots = 16; all->slots < 2 * most; all->slots *= 2) {
    }
    all->said = arena_array(a, struct said, all->slots);
    if (all->said) index_names(all);
    return all->said;
}

struct names *names_find(struct arena *a, const struct matched *m) {
    size_t sentences = m->segmented->sentences.count;
    struct names *all = arena_new(a, struct names);
    uint32_t *starts = arena_take(a, (sentences + 1) * sizeof *starts);
    if (!all || !starts) return NULL;
    all->sentences = starts;
    list_reserve(a, &all->items, sentences * A_SENTENCE);
    for (size_t s = 0; s < sentences; s++)
        if (!add_names(a, m, (uint32_t)s, all)) return NULL;
    return index_words(a, all) ? all : NULL;
}

struct calling *name_at(const struct names *all, uint32_t sentence, int32_t group) {
    for (size_t i = all->sentences[sentence]; i < all->items.count && all->items.items[i].sentence == sentence; i++)
        if (all->items.items[i].group == group) return &all->items.items[i];
    return NULL;
}

bool name_has_words(const struct calling *n) {
    return n->words.count;
}

struct calling *name_described(const struct names *all, const struct word *noun) {
    uint32_t number = said_by(all, noun)->described;
    return number ? &all->items.items[number - 1] : NULL;
}

/* The names to come that begin or end as another does, in text order. */
struct kin {
    uint32_t first, last;
};

static struct calling *next_kin(const struct names *all, struct kin *k) {
    uint32_t first = k->first - 1, last = k->last - 1,
             next = first < last ? first : last; /* 0, which is none, is the greatest */
    if (next == UINT32_MAX) return NULL;
    struct calling *n = &all->items.items[next];
    k->first = first == next ? n->next_first : k->first;
    k->last = last == next ? n->next_last : k->last;
    return n;
}

static struct kin kin_of(const struct names *all, const struct calling *n) {
    return (struct kin){said_by(all, n->words.first)->first_names, said_by(all, n->words.last)->last_names};
}

/* "In Halden" stands no "Halden Council", but the town. */
static bool is_where(const struct matched *m, const struct calling *n) {
    static const char *const forms[] = {"in", "near", "around", "across", "outside", "throughout"};
    int32_t t = m->parses[n->sentence].groups.items[n->group].preposition;
    return t != NONE && making_is_any(token_of(m, t)->word->text, forms, sizeof forms / sizeof *forms);
}

static struct calling *longest_form(const struct matched *m, const struct names *all, struct calling *n) {
    struct kin kin = kin_of(all, n);
    bool where = is_where(m, n);
    for (struct calling *x; (x = next_kin(all, &kin));) {
        if (x->words.count <= n->words.count || !extends(m, &x->words, &n->words)) continue;
        if (where && x->words.last != n->words.last) continue;
        n = x;
        kin = (struct kin){x->next_first, x->next_last};
    }
    return n;
}

/* What the document calls it by any of its forms. */
static struct calling described_fully(const struct matched *m, const struct names *all, const struct calling *n) {
    struct calling out = {.words = n->words};
    struct kin kin = kin_of(all, n);
    for (struct calling *x; (x = next_kin(all, &kin));)
        for (int32_t d = 0; d < x->description_count && extends(m, &n->words, &x->words); d++)
            describe(&out, x->descriptions[d]);
    return out;
}

static struct text written(const struct matched *m, int32_t token) {
    const struct token *t = token_of(m, token);
    return text_slice(m->segmented->document->source, t->start, t->end);
}

static char *put(char *at, char mark, struct text t) {
    *at++ = mark;
    memcpy(at, t.bytes, t.length);
    return at + t.length;
}

/* "=Craig Petersen|governor minister" */
static struct text print(struct arena *a, const struct matched *m, const struct calling *n, size_t *plain) {
    size_t length = 0;
    for (int32_t i = 0; i < n->words.count; i++) length += 1 + written(m, n->words.tokens[i]).length;
    *plain = length;
    for (int32_t i = 0; i < n->description_count; i++) length += 1 + n->descriptions[i]->text.length;
    char *bytes = arena_take(a, length + 1), *at = bytes;
    if (!bytes) return TEXT("");
    for (int32_t i = 0; i < n->words.count; i++) at = put(at, i ? ' ' : '=', written(m, n->words.tokens[i]));
    for (int32_t i = 0; i < n->description_count; i++) at = put(at, i ? ' ' : '|', n->descriptions[i]->text);
    *at = '\0';
    return (struct text){bytes, length};
}

struct opened *name_open(const struct making *k, struct calling *n) {
    if (n->open) return n->open;
    struct calling *full = longest_form(k->m, k->shared->names, n);
    if (!full->printed) {
        struct calling whole = described_fully(k->m, k->shared->names, full);
        struct opened *o = full->printed = arena_new(k->a, struct opened);
        const struct word **words = o ? arena_copy(k->a, whole.descriptions, sizeof whole.descriptions) : NULL;
        if (!words) return NULL;
        *o = (struct opened){.words = words, .count = (size_t)whole.description_count};
        o->id = print(k->a, k->m, &whole, &o->plain);
    }
    return n->open = full->printed;
}

#include "claim/open.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_WORDS = 12, MAX_DESCRIPTIONS = 4 };

/* The name words of a group, as tokens. */
struct name_words {
    int32_t tokens[MAX_WORDS];
    int32_t count;
};

static const struct token *token_of(const struct matched *m, int32_t t) {
    return &m->segmented->tokens.items[t];
}

/* "Mr", "Sen.", "Speaker", "Chief Executive Officer": what a person is, before what he is called. */
static bool is_title(const struct matched *m, int32_t t) {
    static const char *const forms[] = {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "sen", "rep", "gov",
                                        "cllr", "prof", "col", "sgt", "capt", "lt", "gen", "rev", "st", "hon", "deputy",
                                        "chief", "former", "vice", "assistant", "acting"};
    const struct word *w = token_of(m, t)->word;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (text_equal(w->text, text_of(forms[i]))) return true;
    return w->noun && (w->classes & CLASS_NOUN) && lexicon_is_person(lexicon_builtin(), w->noun->text);
}

static void drop_titles(const struct matched *m, struct name_words *n) {
    int32_t from = 0;
    while (from < n->count - 1 && is_title(m, n->tokens[from])) from++;
    const struct word *last = n->count ? token_of(m, n->tokens[n->count - 1])->word : NULL;
    if (!from || (n->count - from == 1 && last->listed && (last->classes & CLASS_NOUN))) return;
    memmove(n->tokens, n->tokens + from, (size_t)(n->count - from) * sizeof *n->tokens);
    n->count -= from;
}

static struct name_words name_of(const struct matched *m, const struct parse *p, const struct group *g) {
    struct name_words n = {.count = 0};
    for (int32_t t = g->first; t <= g->last && n.count < MAX_WORDS; t++)
        if (p->tags[t - p->first] == TAG_NAME || (n.count && (token_of(m, t)->flags & TOKEN_CAPITAL))) n.tokens[n.count++] = t;
    drop_titles(m, &n);
    return n;
}

static bool same_word(const struct matched *m, int32_t x, int32_t y) {
    return token_of(m, x)->word == token_of(m, y)->word;
}

static bool holds_at(const struct matched *m, const struct name_words *longer, int32_t at, const struct name_words *n) {
    for (int32_t i = 0; i < n->count; i++)
        if (!same_word(m, longer->tokens[at + i], n->tokens[i])) return false;
    return true;
}

/* "Petersen" is the end, "Halden" the start of the longer name. */
static bool extends(const struct matched *m, const struct name_words *longer, const struct name_words *n) {
    if (longer->count < n->count || n->count == 0) return false;
    return holds_at(m, longer, 0, n) || holds_at(m, longer, longer->count - n->count, n);
}

struct calling {
    struct name_words name;
    const struct word *descriptions[MAX_DESCRIPTIONS];
    int32_t description_count;
};

static void describe(struct calling *c, const struct word *w) {
    const struct word *noun = w->noun ? w->noun : w;
    for (int32_t i = 0; i < c->description_count; i++)
        if (c->descriptions[i] == noun) return;
    if (c->description_count < MAX_DESCRIPTIONS) c->descriptions[c->description_count++] = noun;
}

static void describe_group(const struct matched *m, const struct parse *p, const struct group *g, struct calling *c) {
    for (int32_t t = g->first; t <= g->last; t++)
        if (p->tags[t - p->first] == TAG_NOUN || (p->tags[t - p->first] == TAG_NAME && is_title(m, t)))
            describe(c, token_of(m, t)->word);
    if (g->apposition == NONE) return;
    const struct group *other = &p->groups.items[g->apposition];
    if (other->kind == GROUP_NOUN && !(other->flags & GROUP_NAME) && !match_is_time(m, other)) describe(c, token_of(m, other->head)->word);
}

typedef bool visit_name(const struct matched *m, const struct parse *p, const struct group *g, void *context);

static void each_name(const struct matched *m, visit_name *visit, void *context) {
    for (size_t s = 0; s < m->segmented->sentences.count; s++) {
        const struct parse *p = &m->parses[s];
        for (size_t g = 0; g < p->groups.count; g++)
            if (p->groups.items[g].kind == GROUP_NOUN && (p->groups.items[g].flags & GROUP_NAME) &&
                !visit(m, p, &p->groups.items[g], context)) return;
    }
}

static bool lengthen(const struct matched *m, const struct parse *p, const struct group *g, void *context) {
    struct calling *c = context;
    struct name_words n = name_of(m, p, g);
    if (n.count > c->name.count && extends(m, &n, &c->name)) c->name = n;
    return true;
}

static bool collect_descriptions(const struct matched *m, const struct parse *p, const struct group *g, void *context) {
    struct calling *c = context;
    struct name_words n = name_of(m, p, g);
    if (n.count && extends(m, &c->name, &n)) describe_group(m, p, g, c);
    return true;
}

static struct text print_name(const struct making *k, const struct calling *c) {
    struct buffer out = {0};
    buffer_char(&out, '=');
    for (int32_t i = 0; i < c->name.count; i++) {
        const struct token *t = token_of(k->m, c->name.tokens[i]);
        if (i) buffer_char(&out, ' ');
        buffer_text(&out, text_slice(k->m->segmented->document->source, t->start, t->end));
    }
    for (int32_t i = 0; i < c->description_count; i++) {
        buffer_char(&out, i ? ' ' : '|');
        buffer_text(&out, c->descriptions[i]->text);
    }
    struct text id = arena_text(k->a, buffer_view(&out));
    k->a->failed |= out.failed;
    buffer_release(&out);
    return id;
}

static struct text name_id(const struct making *k, struct name_words name) {
    struct calling c = {.name = name};
    each_name(k->m, lengthen, &c);
    each_name(k->m, collect_descriptions, &c);
    return print_name(k, &c);
}

struct described {
    const struct word *noun;
    struct name_words name;
    bool found;
};

/* "the company": the name that the text calls a company. */
static bool find_described(const struct matched *m, const struct parse *p, const struct group *g, void *context) {
    struct described *d = context;
    struct calling c = {.description_count = 0};
    describe_group(m, p, g, &c);
    for (int32_t i = 0; i < c.description_count; i++)
        if (c.descriptions[i] == d->noun) {
            d->name = name_of(m, p, g);
            d->found = d->name.count > 0;
        }
    return !d->found;
}

static bool is_modifier(const struct making *k, const struct parse *p, int32_t t) {
    enum tag tag = (enum tag)p->tags[t - p->first];
    return tag == TAG_ADJECTIVE || tag == TAG_NOUN || tag == TAG_NAME || tag == TAG_NUMBER ||
           tag == TAG_VERB_PARTICIPLE || (token_of(k->m, t)->flags & TOKEN_NUMBER);
}

static void put_modifiers(const struct making *k, const struct parse *p, const struct group *g, struct buffer *out) {
    if (g->possessor != NONE) {
        const struct group *owner = &p->groups.items[g->possessor];
        buffer_text(out, token_of(k->m, owner->head)->word->text);
        buffer_char(out, ' ');
    }
    for (int32_t t = g->first; t <= g->last; t++) {
        bool another = text_equal(token_of(k->m, t)->word->text, TEXT("another"));
        if (t == g->head || (!another && !is_modifier(k, p, t))) continue;
        buffer_text(out, token_of(k->m, t)->word->text);
        buffer_char(out, ' ');
    }
}

static struct text noun_id(const struct making *k, const struct parse *p, const struct group *g) {
    struct buffer out = {0};
    const struct word *head = token_of(k->m, g->head)->word;
    buffer_char(&out, '~');
    put_modifiers(k, p, g, &out);
    buffer_text(&out, head->noun ? head->noun->text : head->text);
    struct text id = arena_text(k->a, buffer_view(&out));
    k->a->failed |= out.failed;
    buffer_release(&out);
    return id;
}

static bool plain_definite(const struct making *k, const struct parse *p, const struct group *g) {
    if (!(g->flags & GROUP_DEFINITE) || g->possessor != NONE || g->of != NONE) return false;
    for (int32_t t = g->first; t < g->head; t++)
        if (is_modifier(k, p, t)) return false;
    return true;
}

struct text open_id(const struct making *k, int32_t mention) {
    const struct mention *x = &k->m->mentions.items[mention];
    const struct parse *p = &k->m->parses[x->sentence];
    int32_t number = p->groups.items ? p->group_of[x->head - p->first] : NONE;
    if (number == NONE) return x->name;
    const struct group *g = &p->groups.items[number];
    struct name_words name = name_of(k->m, p, g);
    if ((g->flags & GROUP_NAME) && name.count) return name_id(k, name);
    if (plain_definite(k, p, g)) {
        const struct word *head = token_of(k->m, g->head)->word;
        struct described d = {.noun = head->noun ? head->noun : head};
        each_name(k->m, find_described, &d);
        if (d.found) return name_id(k, d.name);
    }
    return noun_id(k, p, g);
}

static int by_value(const void *x, const void *y) {
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static void sketch_add(struct sketch *s, uint32_t hash) {
    for (uint32_t i = 0; i < s->count; i++)
        if (s->hashes[i] == hash) return;
    if (s->count < SKETCH_NAMES)
        s->hashes[s->count++] = hash;
    else if (hash < s->hashes[SKETCH_NAMES - 1])
        s->hashes[SKETCH_NAMES - 1] = hash;
    else
        return;
    qsort(s->hashes, s->count, sizeof *s->hashes, by_value);
}

/* A capital in mid-sentence, or on a word that no lexicon knows. */
static bool is_name_word(const struct token *t, bool starts, bool capitals_speak) {
    if (!(t->flags & TOKEN_CAPITAL) || t->word->grammar || t->word->text.length < 3) return false;
    if (t->word->figure) return false;
    return starts || !capitals_speak ? !t->word->listed : true;
}

void open_sketch(const struct matched *m, struct sketch *out) {
    *out = (struct sketch){.count = 0};
    for (size_t i = 0; i < m->segmented->sentences.count; i++) {
        const struct sentence *s = &m->segmented->sentences.items[i];
        bool speak = !(s->flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE));
        for (uint32_t k = 0; k < s->count; k++) {
            const struct token *t = token_of(m, (int32_t)(s->first + k));
            if (is_name_word(t, k == 0, speak)) sketch_add(out, (uint32_t)(t->word->hash >> 32));
        }
    }
}

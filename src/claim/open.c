#include "claim/open.h"

#include "base/trait.h"

#include <string.h>

enum { MAX_WORDS = 12, MAX_DESCRIPTIONS = 4 };

/* The name words of a group, as tokens. */
struct name_words {
    int32_t tokens[MAX_WORDS];
    int32_t count;
    const struct word *words[2]; /* the first and the last; most names are told apart by them */
};

static const struct token *token_of(const struct matched *m, int32_t t) {
    return &m->segmented->tokens.items[t];
}

/* "Mr", "Sen.", "Speaker", "Chief Executive Officer": what a person is, before what he is called. */
static bool is_title(const struct matched *m, int32_t t) {
    return token_of(m, t)->word->traits & TRAIT_TITLE;
}

static bool is_person_noun(const struct word *w) {
    return w->noun && lexicon_is_person(lexicon_builtin(), w->noun->text);
}

/* "Grace Nduku" at the start of a sentence: a given name that is a noun as well. */
static bool may_be_given(const struct matched *m, const struct parse *p, const struct group *g, int32_t t) {
    bool capital = token_of(m, t)->flags & TOKEN_CAPITAL;
    if (!capital || t != g->first || t >= g->last || p->tags[t + 1 - p->first] != TAG_NAME || is_title(m, t)) return false;
    return !is_person_noun(token_of(m, t)->word);
}

/* "Cook County", "Speaker Street": the first word is no title of the second. */
static bool is_institution(const struct matched *m, int32_t t) {
    const struct word *w = token_of(m, t)->word;
    return w->noun && word_is(w->noun, NOUN_INSTITUTION);
}

/* "General Motors", "Justice Department": words that are titles only before the names of people. */
static bool is_half_title(const struct word *w) {
    static const char *const forms[] = {"general", "justice", "major", "chief", "prime", "attorney", "president", "king", "queen", "prince"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (text_equal(w->text, text_of(forms[i]))) return true;
    return false;
}

/* "Finance Minister Ivo Kral": all that stands before the last title goes with it. */
static void drop_titles(const struct matched *m, struct name_words *n) {
    int32_t from = 0;
    for (int32_t i = 0; i < n->count - 1; i++)
        if (is_title(m, n->tokens[i])) from = i + 1;
    if (!from) return;
    const struct word *last = token_of(m, n->tokens[n->count - 1])->word;
    bool noun = last->listed && (last->classes & CLASS_NOUN);
    if (n->count - from == 1 && noun && (is_person_noun(last) || is_half_title(token_of(m, n->tokens[from - 1])->word))) return;
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

static struct name_words name_of(const struct matched *m, const struct parse *p, const struct group *g) {
    struct name_words n = {.count = 0};
    for (int32_t t = g->first; t <= g->last && n.count < MAX_WORDS; t++)
        if (p->tags[t - p->first] == TAG_NAME || may_be_given(m, p, g, t) ||
            (n.count && (token_of(m, t)->flags & TOKEN_CAPITAL))) n.tokens[n.count++] = t;
    drop_titles(m, &n);
    add_of(m, p, g, &n);
    if (!n.count) return n;
    n.words[0] = token_of(m, n.tokens[0])->word;
    n.words[1] = token_of(m, n.tokens[n.count - 1])->word;
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
static inline bool extends(const struct matched *m, const struct name_words *longer, const struct name_words *n) {
    if (longer->count < n->count || n->count == 0) return false;
    if (longer->words[0] != n->words[0] && longer->words[1] != n->words[1]) return false;
    return holds_at(m, longer, 0, n) || holds_at(m, longer, longer->count - n->count, n);
}

/* One place where a name stands. */
struct calling {
    uint32_t sentence;
    int32_t group;
    struct name_words name;
    const struct word *descriptions[MAX_DESCRIPTIONS];
    int32_t description_count;
    struct text id; /* empty until asked for */
};

/* The first name that a noun describes, in an open hash table. */
struct described {
    const struct word *noun; /* NULL in an empty slot */
    struct calling *name;
};

struct open_names {
    LIST(struct calling) items; /* in text order */
    struct text *ids; /* by mention: its id, empty until asked for; many claims are about the same */
    struct described *described;
    size_t slots; /* a power of two */
    /* The setting of the last claim that was not denied: those of one sentence have the same. */
    struct text setting;
    const struct parse *setting_of;
};

static void describe(struct calling *c, const struct word *w) {
    const struct word *noun = w->noun ? w->noun : w;
    for (int32_t i = 0; i < c->description_count; i++)
        if (c->descriptions[i] == noun) return;
    if (c->description_count < MAX_DESCRIPTIONS) c->descriptions[c->description_count++] = noun;
}

static void describe_as(const struct matched *m, const struct parse *p, int32_t group, struct calling *c) {
    const struct group *g = group == NONE ? NULL : &p->groups.items[group];
    if (!g || g->kind != GROUP_NOUN || g->flags & (GROUP_NAME | GROUP_PRONOUN | GROUP_NUMBER | GROUP_NEGATED)) return;
    if (!match_is_time(m, g)) describe(c, token_of(m, g->head)->word);
}

/* "former banker Toner", "Toner, 54, a banker,", "Toner is a banker". */
static void describe_group(const struct matched *m, const struct parse *p, int32_t number, struct calling *c) {
    enum { GROUPS_BEHIND = 4 };
    const struct group *g = &p->groups.items[number];
    for (int32_t t = g->first; t <= g->last; t++)
        if (p->tags[t - p->first] == TAG_NOUN || (p->tags[t - p->first] == TAG_NAME && is_title(m, t)))
            describe(c, token_of(m, t)->word);
    describe_as(m, p, g->apposition, c);
    for (int32_t k = number + 1; k <= number + GROUPS_BEHIND && k < (int32_t)p->groups.count; k++)
        if (p->groups.items[k].apposition == number) describe_as(m, p, k, c);
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *x = &p->clauses.items[i];
        bool denied = x->verb != NONE && p->groups.items[x->verb].flags & GROUP_NEGATED;
        if (x->subject == number && x->object == NONE && !denied) describe_as(m, p, x->complement, c);
    }
}

/* "Galion, Ohio", "Bradley Airport in Windsor Locks": where the place lies. */
static void describe_place(const struct matched *m, const struct parse *p, int32_t group, struct calling *c) {
    if (group + 1 >= (int32_t)p->groups.count) return;
    const struct group *g = &p->groups.items[group], *next = g + 1;
    if (!(next->flags & GROUP_NAME) || g->conjunct != NONE || next->apposition == group || match_is_time(m, next)) return;
    bool comma = next->first == g->last + 2 && text_equal(token_of(m, g->last + 1)->word->text, TEXT(","));
    bool in = next->preposition == g->last + 1 && text_equal(token_of(m, next->preposition)->word->text, TEXT("in"));
    if (comma || in) describe(c, token_of(m, next->head)->word);
}

static bool add_name(struct arena *a, const struct matched *m, uint32_t sentence, int32_t group, struct open_names *out) {
    const struct parse *p = &m->parses[sentence];
    const struct group *g = &p->groups.items[group];
    if (g->kind != GROUP_NOUN || !(g->flags & GROUP_NAME)) return true;
    struct calling *c = list_add(a, &out->items);
    if (!c) return false;
    *c = (struct calling){.sentence = sentence, .group = group, .name = name_of(m, p, g)};
    describe_group(m, p, group, c);
    describe_place(m, p, group, c);
    return true;
}

static struct described *slot_of(const struct open_names *names, const struct word *noun) {
    size_t at = (size_t)(noun->hash >> 32) & (names->slots - 1);
    while (names->described[at].noun && names->described[at].noun != noun) at = (at + 1) & (names->slots - 1);
    return &names->described[at];
}

static bool index_descriptions(struct arena *a, struct open_names *names) {
    size_t count = 0;
    for (size_t i = 0; i < names->items.count; i++) count += (size_t)names->items.items[i].description_count;
    for (names->slots = 16; names->slots < 2 * count; names->slots *= 2) {}
    names->described = arena_array(a, struct described, names->slots);
    if (!names->described) return false;
    for (size_t i = 0; i < names->items.count; i++) {
        struct calling *c = &names->items.items[i];
        for (int32_t d = 0; d < c->description_count && c->name.count; d++) {
            struct described *slot = slot_of(names, c->descriptions[d]);
            if (!slot->noun) *slot = (struct described){c->descriptions[d], c};
        }
    }
    return true;
}

static size_t count_names(const struct matched *m) {
    size_t count = 0;
    for (size_t s = 0; s < m->segmented->sentences.count; s++)
        for (size_t g = 0; g < m->parses[s].groups.count; g++) count += (m->parses[s].groups.items[g].flags & GROUP_NAME) != 0;
    return count;
}

struct open_names *open_names_find(struct arena *a, const struct matched *m) {
    struct open_names *names = arena_new(a, struct open_names);
    if (!names) return NULL;
    names->ids = arena_array(a, struct text, m->mentions.count + 1);
    list_reserve(a, &names->items, count_names(m));
    if (!names->ids) return NULL;
    for (size_t s = 0; s < m->segmented->sentences.count; s++)
        for (size_t g = 0; g < m->parses[s].groups.count; g++)
            if (!add_name(a, m, (uint32_t)s, (int32_t)g, names)) return NULL;
    return index_descriptions(a, names) ? names : NULL;
}

static struct calling *calling_at(struct open_names *names, uint32_t sentence, int32_t group) {
    size_t from = 0, to = names->items.count;
    while (from < to) {
        size_t middle = (from + to) / 2;
        struct calling *c = &names->items.items[middle];
        if (c->sentence == sentence && c->group == group) return c;
        if (c->sentence < sentence || (c->sentence == sentence && c->group < group)) from = middle + 1;
        else to = middle;
    }
    return NULL;
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

/* The longest form of the name in the document, and what the document calls it by any of its forms. */
static struct text name_id(const struct making *k, struct calling *c) {
    if (c->id.length) return c->id;
    struct calling full = {.name = c->name};
    const struct open_names *all = k->names;
    for (size_t i = 0; i < all->items.count; i++) {
        const struct name_words *n = &all->items.items[i].name;
        if (n->count > full.name.count && extends(k->m, n, &full.name)) full.name = *n;
    }
    for (size_t i = 0; i < all->items.count; i++) {
        const struct calling *other = &all->items.items[i];
        if (!other->description_count || !extends(k->m, &full.name, &other->name)) continue;
        for (int32_t d = 0; d < other->description_count; d++) describe(&full, other->descriptions[d]);
    }
    c->id = print_name(k, &full);
    return c->id;
}

/* "the company": the first name that the text calls a company. */
static struct calling *described_as(const struct making *k, const struct word *noun) {
    return slot_of(k->names, noun)->name;
}

static bool is_modifier(const struct making *k, const struct parse *p, int32_t t) {
    enum tag tag = (enum tag)p->tags[t - p->first];
    return tag == TAG_ADJECTIVE || tag == TAG_NOUN || tag == TAG_NAME || tag == TAG_NUMBER ||
           tag == TAG_VERB_PARTICIPLE || (token_of(k->m, t)->flags & TOKEN_NUMBER);
}

/* The figure that a claim about "the 240-bed hospital" is about does not tell which hospital. */
static bool is_asked(const struct making *k, int32_t t) {
    const struct figure *f = k->match->figure;
    return k->rule->is_frame && k->rule->frame.every_noun >= 0 && f && t >= (int32_t)f->first && t <= (int32_t)f->last;
}

static void put_modifiers(const struct making *k, const struct parse *p, const struct group *g, struct buffer *out) {
    if (g->possessor != NONE && !match_is_time(k->m, &p->groups.items[g->possessor])) {
        const struct group *owner = &p->groups.items[g->possessor];
        buffer_text(out, token_of(k->m, owner->head)->word->text);
        buffer_char(out, ' ');
    }
    for (int32_t t = g->first; t <= g->last; t++) {
        bool another = text_equal(token_of(k->m, t)->word->text, TEXT("another"));
        if (t == g->head || is_asked(k, t) || (!another && !is_modifier(k, p, t))) continue;
        buffer_text(out, token_of(k->m, t)->word->text);
        buffer_char(out, ' ');
    }
}

/* "The contract with Boeing", "the bishop of Ostrow": whose it is. */
static const struct group *complement_of(const struct making *k, const struct parse *p, const struct group *g) {
    static const char *const forms[] = {"of", "with", "between", "against"};
    const struct group *next = g + 1;
    if (next >= p->groups.items + p->groups.count || next->preposition != g->last + 1 || !(next->flags & GROUP_NAME)) return NULL;
    if (match_is_time(k->m, next)) return NULL;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (text_equal(token_of(k->m, next->preposition)->word->text, text_of(forms[i]))) return next;
    return NULL;
}

static void put_name(const struct making *k, int32_t t, bool *any, struct buffer *out) {
    buffer_char(out, *any ? ' ' : '|');
    buffer_text(out, token_of(k->m, t)->word->text);
    *any = true;
}

/* The names that tell it from others of its kind: "Norfolk freight train", "Kestrel's yard", "the contract with Boeing". */
static void put_names(const struct making *k, const struct parse *p, const struct group *g, struct buffer *out) {
    bool any = false;
    const struct group *owner = g->possessor == NONE ? NULL : &p->groups.items[g->possessor], *whose = complement_of(k, p, g);
    bool speak = !(k->m->segmented->sentences.items[p->sentence].flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE));
    for (int32_t t = g->first; t < g->head && speak; t++)
        if (p->tags[t - p->first] == TAG_NAME && !match_is_time(k->m, g)) put_name(k, t, &any, out);
    if (owner && owner->flags & GROUP_NAME && !match_is_time(k->m, owner)) put_name(k, owner->head, &any, out);
    if (whose) put_name(k, whose->head, &any, out);
}

static struct text noun_id(const struct making *k, const struct parse *p, const struct group *g) {
    struct buffer out = {0};
    const struct word *head = token_of(k->m, g->head)->word;
    buffer_char(&out, '~');
    put_modifiers(k, p, g, &out);
    if (text_equal(head->text, TEXT("people"))) buffer_string(&out, "person");
    else buffer_text(&out, head->noun ? head->noun->text : head->text);
    put_names(k, p, g, &out);
    struct text id = arena_text(k->a, buffer_view(&out));
    k->a->failed |= out.failed;
    buffer_release(&out);
    return id;
}

/* "Plans for a tower", "a bid for a stadium": what is planned is what is decided on. */
static const struct group *aimed_at(const struct making *k, const struct parse *p, int32_t number) {
    static const char *const aims[] = {"plan", "proposal", "bid", "application", "request"};
    const struct group *g = &p->groups.items[number];
    const struct word *head = token_of(k->m, g->head)->word;
    bool aims_at = false;
    for (size_t i = 0; i < sizeof aims / sizeof *aims; i++) aims_at |= head->noun && text_equal(head->noun->text, text_of(aims[i]));
    if (!aims_at || number + 1 >= (int32_t)p->groups.count) return g;
    const struct group *next = &p->groups.items[number + 1];
    if (next->kind != GROUP_NOUN || next->preposition != g->last + 1 || (next->flags & (GROUP_NAME | GROUP_PRONOUN | GROUP_NUMBER))) return g;
    bool good = text_equal(token_of(k->m, next->preposition)->word->text, TEXT("for")) && !match_is_time(k->m, next) &&
                !is_person_noun(token_of(k->m, next->head)->word);
    return good ? next : g;
}

static bool plain_definite(const struct making *k, const struct parse *p, const struct group *g) {
    if (!(g->flags & GROUP_DEFINITE) || g->possessor != NONE || g->of != NONE || complement_of(k, p, g)) return false;
    for (int32_t t = g->first; t < g->head; t++)
        if (is_modifier(k, p, t)) return false;
    return true;
}

/* "The sanctions bill failed. The bill …": the last fuller mention of a noun that now stands alone. */
static int32_t fuller_mention(const struct making *k, int32_t mention) {
    enum { SENTENCES_BACK = 6 };
    const struct mention *x = &k->m->mentions.items[mention];
    const struct word *head = token_of(k->m, x->head)->word;
    for (int32_t i = mention - 1; i >= 0; i--) {
        const struct mention *y = &k->m->mentions.items[i];
        if (y->sentence + SENTENCES_BACK < x->sentence) break;
        const struct word *other = token_of(k->m, y->head)->word;
        const struct parse *p = &k->m->parses[y->sentence];
        if (other != head && (!head->noun || other->noun != head->noun)) continue;
        int32_t group = p->groups.items ? p->group_of[y->head - p->first] : NONE;
        if (group != NONE && y->kind != MENTION_PRONOUN && !plain_definite(k, p, &p->groups.items[group])) return i;
    }
    return NONE;
}

static struct text find_id(const struct making *k, int32_t mention) {
    const struct mention *x = &k->m->mentions.items[mention];
    const struct parse *p = &k->m->parses[x->sentence];
    int32_t number = p->groups.items ? p->group_of[x->head - p->first] : NONE;
    if (number == NONE) return x->name;
    const struct group *g = &p->groups.items[number];
    if (match_is_anyone(k->m, g)) return TEXT("~person");
    struct calling *c = calling_at(k->names, x->sentence, number);
    if (!c && plain_definite(k, p, g)) {
        const struct word *head = token_of(k->m, g->head)->word;
        c = described_as(k, head->noun ? head->noun : head);
    }
    if (c && c->name.count) return name_id(k, c);
    int32_t fuller = plain_definite(k, p, g) ? fuller_mention(k, mention) : NONE;
    if (fuller != NONE) return find_id(k, fuller);
    return noun_id(k, p, aimed_at(k, p, number));
}

bool open_id_varies(const struct making *k) {
    return k->rule->is_frame && k->rule->frame.every_noun >= 0; /* see is_asked */
}

struct text open_id(const struct making *k, int32_t mention) {
    struct text *id = &k->names->ids[mention];
    if (open_id_varies(k)) return find_id(k, mention);
    if (!id->length) *id = find_id(k, mention);
    return *id;
}

enum { SETTING_BYTES = 400 };

struct setting {
    char bytes[SETTING_BYTES];
    size_t length;
};

static void put_word(struct setting *s, struct text word, bool definite) {
    if (s->length + word.length + 3 > SETTING_BYTES) return;
    char mark = s->length ? ' ' : '+';
    s->bytes[s->length++] = mark;
    if (definite) s->bytes[s->length++] = '!';
    memcpy(s->bytes + s->length, word.bytes, word.length);
    s->length += word.length;
}

static bool is_verb_tag(enum tag tag) {
    return tag >= TAG_VERB_BASE && tag <= TAG_VERB_ING;
}

static struct text base_form(const struct word *w, enum tag tag) {
    if (tag == TAG_NOUN && w->noun) return w->noun->text;
    if (is_verb_tag(tag) && w->verb) return w->verb->text;
    return tag == TAG_ADJECTIVE && w->adjective ? w->adjective->text : w->text;
}

static bool is_described(enum tag tag) {
    return tag == TAG_NOUN || tag == TAG_ADJECTIVE || is_verb_tag(tag);
}

/* "No one sings and dances": each alone is left open. A partner with a "not" of its own is another claim. */
static bool denied_with(const struct making *k, int32_t clause) {
    if (clause == NONE || k->match->clause == NONE) return false;
    const struct clause *own = &k->parse->clauses.items[k->match->clause], *other = &k->parse->clauses.items[clause];
    bool partners = (other->kind == CLAUSE_COORDINATE && other->governor == k->match->clause) ||
                    (own->kind == CLAUSE_COORDINATE && own->governor == clause);
    return partners && own->subject == other->subject && other->verb != NONE &&
           !(k->parse->groups.items[other->verb].flags & GROUP_NEGATED);
}

static bool in_deed(const struct making *k, int32_t t) {
    const struct match *x = k->match;
    int32_t clause = k->parse->clause_of[t - k->parse->first];
    const struct group *subject =
        x->clause == NONE || k->parse->clauses.items[x->clause].subject == NONE
            ? NULL
            : &k->parse->groups.items[k->parse->clauses.items[x->clause].subject];
    return clause == x->clause || (x->outer != NONE && clause == x->outer) || denied_with(k, clause) ||
           (subject && t >= subject->first && t <= subject->last);
}

/* Does the word narrow what is denied? */
static bool narrows(const struct making *k, int32_t t, int32_t group) {
    if (group == NONE || t == k->match->head || !in_deed(k, t)) return false;
    const struct group *g = &k->parse->groups.items[group];
    if (g->kind == GROUP_VERB) return t == g->head && denied_with(k, k->parse->clause_of[t - k->parse->first]);
    if (g->flags & (GROUP_NAME | GROUP_PRONOUN)) return false;
    bool outer = k->match->outer != NONE || (k->match->negated_group && g->preposition != NONE);
    if (g->flags & GROUP_DEFINITE && !(outer && g->preposition != NONE)) return false;
    const struct clause *c = &k->parse->clauses.items[k->match->clause];
    return !(c->complement == group && t == g->head) && !match_is_time(k->m, g);
}

static struct text setting_of(const struct making *k) {
    const struct parse *p = k->parse;
    struct setting s;
    s.length = 0;
    for (int32_t t = p->first; t <= p->last; t++) {
        enum tag tag = (enum tag)p->tags[t - p->first];
        int32_t group = p->group_of[t - p->first];
        if (!is_described(tag) || (k->claim.negated && !narrows(k, t, group))) continue;
        bool definite = group != NONE && p->groups.items[group].flags & GROUP_DEFINITE;
        put_word(&s, base_form(token_of(k->m, t)->word, tag), definite && !k->claim.negated);
    }
    return arena_text(k->a, (struct text){s.bytes, s.length});
}

struct text open_setting(const struct making *k) {
    if (k->match->clause == NONE) return TEXT("");
    if (k->claim.negated && k->match->opposite) return TEXT(""); /* "weakened to a storm": did not strengthen in any way */
    if (k->claim.negated) return setting_of(k);
    if (k->names->setting_of != k->parse) k->names->setting = setting_of(k);
    k->names->setting_of = k->parse;
    return k->names->setting;
}

static void sketch_add(struct sketch *s, uint32_t hash) {
    bool full = s->count == SKETCH_NAMES;
    if (full && hash >= s->hashes[SKETCH_NAMES - 1]) return;
    for (uint32_t i = 0; i < s->count; i++)
        if (s->hashes[i] == hash) return;
    uint32_t at = full ? SKETCH_NAMES - 1 : s->count++;
    for (; at && s->hashes[at - 1] > hash; at--) s->hashes[at] = s->hashes[at - 1];
    s->hashes[at] = hash;
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

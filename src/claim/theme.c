#include "claim/theme.h"

#include "base/figure_word.h"
#include "claim/open.h"

enum { THEME_BYTES = 480 };

struct theme {
    char bytes[THEME_BYTES];
    size_t length;
};

enum standing { FAR = '-', NEAR = 0, BEARER = '*', OWN = '+' };

/* Of a name the words are joined: it is one thing. */
static void put(struct theme *t, enum standing where, char kind, struct text word) {
    if (t->length + word.length + 3 > THEME_BYTES || !word.length) return;
    t->bytes[t->length++] = ' ';
    if (where) t->bytes[t->length++] = (char)where;
    if (kind) t->bytes[t->length++] = kind;
    for (size_t i = 0; i < word.length; i++)
        t->bytes[t->length++] = word.bytes[i] == ' ' ? '_' : ascii_lower(word.bytes[i]);
}

static const struct word *word_at(const struct making *k, int32_t t) {
    return k->m->segmented->tokens.items[t].word;
}

/* The figure that is claimed and what it counts, or the words of the rule: they are the claim, not what it is about. */
static bool is_own(const struct making *k, int32_t t) {
    const struct figure *f = k->match->figure;
    if (f && ((t >= (int32_t)f->first && t <= (int32_t)f->last) || t == f->noun)) return true;
    return t == k->match->head || match_says(k->match, t);
}

/* No figure or sign; no word that counts or tells when. */
static bool is_word(struct text t) {
    static const char *const empty[] = {"million", "billion", "trillion", "cent",  "percent", "euro",
                                        "pound",   "dollar",  "its",      "their", "his",     "her",
                                        "year",    "day",     "week",     "month", "time",    "number"};
    for (size_t i = 0; i < t.length; i++)
        if (t.bytes[i] >= '0' && t.bytes[i] <= '9') return false;
    if (figure_word_opens(figure_word_find(t)) || making_is_any(t, empty, sizeof empty / sizeof *empty)) return false;
    bool letter = t.length && (t.bytes[0] & 0x80 || (ascii_lower(t.bytes[0]) >= 'a' && ascii_lower(t.bytes[0]) <= 'z'));
    return letter && t.length > 2;
}

/* "The cranes that it ordered": the clause says more of what is counted. */
static bool says_of_count(const struct making *k, const struct clause *c) {
    int32_t own = making_group(k, k->match->head);
    bool hangs = c->kind == CLAUSE_RELATIVE || c->kind == CLAUSE_PARTICIPLE;
    return k->match->figure && own != NONE && hangs &&
           (c->governor == k->match->clause || c->subject == own || c->object == own);
}

static bool in_clause(const struct making *k, int32_t t) {
    int32_t own = k->match->clause, at = k->parse->clause_of[t - k->parse->first];
    return own == NONE || at == own || (at != NONE && says_of_count(k, &k->parse->clauses.items[at]));
}

static const struct group *own_noun(const struct making *k) {
    int32_t own = making_group(k, k->match->head);
    return own != NONE && k->parse->groups.items[own].kind == GROUP_NOUN ? &k->parse->groups.items[own] : NULL;
}

/* "The closure of the bridge", "a fall in profit", "support for the bill": what the noun was done to. */
static bool belongs_to(const struct making *k, const struct group *noun, int32_t group) {
    static const char *const forms[] = {"of", "in", "to", "on", "for", "from", "against"};
    const struct group *g = &k->parse->groups.items[group];
    if (noun->of == group || noun->possessor == group) return true;
    return g->preposition == noun->last + 1 &&
           making_is_any(making_form(k->m, g->preposition), forms, sizeof forms / sizeof *forms);
}

static bool is_measure(const struct making *k, int32_t group) {
    const struct group *g = &k->parse->groups.items[group];
    return g->flags & GROUP_NUMBER || match_is_time(k->m, g) ||
           k->m->segmented->tokens.items[g->first].flags & TOKEN_NUMBER;
}

/* "Refused to let it", "said that": what is done is another deed. */
static bool has_clause(const struct making *k, int32_t clause) {
    for (size_t i = 0; i < k->parse->clauses.count; i++) {
        const struct clause *c = &k->parse->clauses.items[i];
        if (c->governor == clause && (c->kind == CLAUSE_INFINITIVE || c->kind == CLAUSE_COMPLEMENT)) return true;
    }
    return false;
}

static bool is_light(const struct making *k, const struct clause *c) {
    const struct group *verb = &k->parse->groups.items[c->verb];
    return verb->flags & GROUP_COPULA || word_at(k, verb->head)->bits & IS_LIGHT;
}

/* "Property taxes went up 5.4%", "raised property taxes by 5.4%", "a final cost of £3.6m": of what the figure is. */
static bool bears_figure(const struct making *k, const struct clause *c, int32_t group) {
    int32_t own = making_group(k, k->match->head), last = (int32_t)k->match->figure->last;
    if (own == NONE) return false;
    if (group == making_group(k, last) || group == making_group(k, last + 1)) return true; /* "two in five people" */
    if (k->parse->groups.items[own].of == group || k->parse->groups.items[group].of == own) return true;
    if (!c || c->verb == NONE) return false;
    if (c->object != NONE && c->object != own && !is_measure(k, c->object)) return group == c->object;
    return group == c->subject;
}

/* Is the deed told of the group? */
static bool bears(const struct making *k, int32_t group) {
    const struct clause *c = k->match->clause == NONE ? NULL : &k->parse->clauses.items[k->match->clause];
    if (k->match->figure) return bears_figure(k, c, group);
    const struct group *noun = own_noun(k);
    if (noun && belongs_to(k, noun, group)) return true;
    if (!c || c->verb == NONE) return false;
    bool nominal = noun && (c->subject == NONE || noun != &k->parse->groups.items[c->subject]);
    if (nominal && !is_light(k, c)) return false;
    if (group == c->agent) return k->rule->of_actor;
    if (group == c->object) return !k->rule->of_actor;
    if (group != c->subject) return false;
    if (k->parse->groups.items[c->verb].flags & GROUP_PASSIVE) return !k->rule->of_actor;
    if (nominal) return k->rule->of_actor;
    bool done_to = (c->object != NONE && !is_measure(k, c->object)) || has_clause(k, k->match->clause);
    return k->rule->of_actor || making_group(k, k->match->head) != c->verb || !done_to;
}

static enum standing standing_of(const struct making *k, int32_t group) {
    if (bears(k, group)) return BEARER;
    return in_clause(k, k->parse->groups.items[group].head) ? NEAR : FAR;
}

static void put_words(struct theme *t, enum standing where, char kind, struct text words) {
    for (size_t at = 0, end; at < words.length; at = end + 1) {
        for (end = at; end < words.length && words.bytes[end] != ' ';) end++;
        if (is_word(text_slice(words, at, end))) put(t, where, kind, text_slice(words, at, end));
    }
}

/* "=Kestrel Homes|housebuilder", "~monthly injection|boeing" */
static void put_id(struct theme *t, enum standing where, struct text id) {
    size_t bar = 1;
    while (bar < id.length && id.bytes[bar] != '|') bar++;
    bool name = id.length && id.bytes[0] == '=';
    struct text label = text_slice(id, id.length && (name || id.bytes[0] == '~'), bar < id.length ? bar : id.length);
    if (!name) {
        put_words(t, where, 0, label);
        return;
    }
    put(t, where, '!', label);
    if (bar < id.length) put_words(t, where, '^', text_slice(id, bar + 1, id.length));
}

static const struct argument any = {.type = -1, .open = OPEN_ANY, .default_entity = -1, .default_with = -1};

static int32_t mention_of(const struct making *k, int32_t group) {
    const struct mention_range *r = &k->m->group_mentions[k->match->sentence][group];
    struct filler f;
    if (match_fill(k->m, k->match->sentence, group, &any, &f)) return f.speaker ? NONE : f.mention;
    return r->count && !(k->parse->groups.items[group].flags & GROUP_PRONOUN) ? r->first : NONE;
}

/* "Conservative members", where members are counted */
static void put_modifiers(const struct making *k, const struct group *g, struct theme *t) {
    for (int32_t i = g->first; i < g->head; i++) {
        enum tag tag = (enum tag)k->parse->tags[i - k->parse->first];
        bool modifies = tag == TAG_NOUN || tag == TAG_NAME || tag == TAG_ADJECTIVE;
        if (modifies && !is_own(k, i) && is_word(word_at(k, i)->text))
            put(t, OWN, tag == TAG_NAME ? '!' : 0, word_at(k, i)->text);
    }
}

static void put_mention(const struct making *k, int32_t number, enum standing where, struct theme *t) {
    int32_t entity = k->m->mentions.items[number].entity;
    if (entity != NONE)
        put(t, where, '!', symbols_text(&k->m->rules->symbols, k->m->rules->entities.items[entity].id));
    else
        put_id(t, where, open_id(k, number));
}

/* "Her acquittal": hers. */
static void put_owner(const struct making *k, const struct group *g, struct theme *t) {
    for (int32_t i = g->first; i < g->head; i++) {
        struct filler f;
        bool owns = k->parse->tags[i - k->parse->first] == TAG_POSSESSIVE;
        if (owns && match_fill_owner(k->m, k->match->sentence, i, &any, &f)) put_mention(k, f.mention, BEARER, t);
    }
}

static void put_noun(const struct making *k, int32_t group, struct theme *t) {
    const struct group *g = &k->parse->groups.items[group];
    if (is_own(k, g->head)) {
        put_modifiers(k, g, t);
        put_owner(k, g, t);
        return;
    }
    int32_t number = match_is_time(k->m, g) || g->flags & GROUP_NUMBER ? NONE : mention_of(k, group);
    if (number != NONE) put_mention(k, number, standing_of(k, group), t);
}

static void put_deed(const struct making *k, const struct group *g, struct theme *t) {
    const struct word *w = word_at(k, g->head);
    if (is_own(k, g->head) || g->flags & GROUP_COPULA || w->bits & (IS_EMPTY | IS_LIGHT)) return;
    const struct word *base = g->kind == GROUP_VERB ? w->verb : w->adjective ? w->adjective : w;
    if (base) put(t, in_clause(k, g->head) ? NEAR : FAR, ':', base->text);
}

/* Another figure that is unlikely to be the same by chance. */
static bool is_anchor(const struct making *k, const struct figure *f) {
    int32_t passing = rules_find_list(k->m->rules, TEXT("passing-counts"));
    if (f->kind == FIGURE_COUNT && passing >= 0 &&
        rules_list_holds(k->m->rules, passing, symbols_find(&k->m->rules->symbols, f->unit)))
        return false;
    return f->unit.length && f->kind != FIGURE_DATE && f->kind != FIGURE_YEAR && f->kind != FIGURE_TIME_OF_DAY;
}

static void put_figure(const struct making *k, const struct figure *f, struct theme *t) {
    struct buffer b = {0};
    buffer_format(&b, "%g_%.*s", f->value, TEXT_ARGS(f->unit));
    put(t, in_clause(k, (int32_t)f->core) ? NEAR : FAR, '=', buffer_view(&b));
    k->a->failed |= b.failed;
    buffer_release(&b);
}

/* "@05", "@2025" */
static void put_date(const struct figure *f, struct theme *t) {
    struct buffer b = {0};
    if (f->kind == FIGURE_YEAR)
        buffer_format(&b, "%04d", (int)f->date.year);
    else if (f->date.month && !f->date.day)
        buffer_format(&b, "%02d", f->date.month);
    put(t, NEAR, '@', buffer_view(&b));
    buffer_release(&b);
}

static bool in_figure(const struct making *k, int32_t t) {
    const struct figure_list *figures = &k->m->figures[k->match->sentence];
    for (size_t i = 0; i < figures->count; i++)
        if (t >= (int32_t)figures->items[i].first && t <= (int32_t)figures->items[i].last &&
            figures->items[i].kind != FIGURE_DATE)
            return true;
    return false;
}

/* "@quarter", "@09": the span of time that figures are of. */
static void put_spans(const struct making *k, struct theme *t) {
    static const char *const spans[] = {"quarter",       "quarterly", "annual",         "annually",
                                        "full-year",     "half-year", "first-half",     "second-half",
                                        "yearly",        "monthly",   "first-quarter",  "second-quarter",
                                        "third-quarter", "half",      "fourth-quarter", "interim"};
    for (int32_t i = k->parse->first; i <= k->parse->last; i++)
        if (making_is_any(word_at(k, i)->text, spans, sizeof spans / sizeof *spans) && !in_figure(k, i))
            put(t, NEAR, '@', word_at(k, i)->text);
}

/* "Flags were raised as the embassy reopened": of the same hour as the news. */
static bool is_meanwhile(const struct making *k) {
    const struct clause *c = k->match->clause == NONE ? NULL : &k->parse->clauses.items[k->match->clause];
    if (!c || c->kind != CLAUSE_ADVERBIAL || c->marker == NONE) return false;
    return text_equal(making_form(k->m, c->marker), TEXT("as")) ||
           text_equal(making_form(k->m, c->marker), TEXT("while"));
}

/* Does the text look back on it, as on something that was known before it was written? */
static bool is_told_back(const struct making *k) {
    enum { DAYS_OF_NEWS = 3 };
    const struct figure_list *figures = &k->m->figures[k->match->sentence];
    if (making_background(k) && !is_meanwhile(k)) return true;
    for (size_t i = 0; i < figures->count && k->claim.when != NO_DATE; i++) {
        const struct figure *f = &figures->items[i];
        bool date = f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR;
        if (date && f->date.past_first != NO_DAY && f->date.past_first < k->claim.when - DAYS_OF_NEWS) return true;
    }
    return false;
}

struct text theme_of(const struct making *k) {
    struct theme t = {.bytes = {'%', is_told_back(k) ? 'b' : 'n'}, .length = 2};
    for (int32_t i = 0; i < (int32_t)k->parse->groups.count; i++) {
        const struct group *g = &k->parse->groups.items[i];
        if (g->kind == GROUP_NOUN)
            put_noun(k, i, &t);
        else
            put_deed(k, g, &t);
    }
    const struct figure_list *figures = &k->m->figures[k->match->sentence];
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        if (f != k->match->figure && is_anchor(k, f)) put_figure(k, f, &t);
        if (f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR) put_date(f, &t);
    }
    put_spans(k, &t);
    return arena_text(k->a, (struct text){t.bytes, t.length});
}

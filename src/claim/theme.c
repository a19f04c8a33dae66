#include "claim/theme.h"

#include "claim/content.h"
#include "claim/outline.h"

enum { THEME_BYTES = 480 };

struct theme {
    char bytes[THEME_BYTES];
    size_t length;
};

enum standing { CONTENT = '.', CONTENT_NEAR = ',', FAR = '-', NEAR = 0, BEARER = '*', OWN = '+' };

static void put(struct theme *t, enum standing where, struct piece p) {
    if (t->length + p.word.length + 3 > THEME_BYTES || !p.word.length) return;
    t->bytes[t->length++] = ' ';
    if (where) t->bytes[t->length++] = (char)where;
    if (p.kind) t->bytes[t->length++] = p.kind;
    memcpy(t->bytes + t->length, p.word.bytes, p.word.length);
    t->length += p.word.length;
}

/* The figure that is claimed and what it counts, or the words of the rule: they are the claim, not what it is about. */
static const struct figure *own_figure(const struct making *k) {
    return k->about->space == SPACE_FIGURE ? k->match->figure : NULL;
}

static bool is_own(const struct making *k, int32_t t) {
    const struct figure *f = k->match->figure;
    if (f && ((t >= (int32_t)f->first && t <= (int32_t)f->last) || t == f->noun)) return true;
    return t == k->match->head || match_says(k->match, t);
}

/* "The cranes that it ordered": the clause says more of what is counted. */
static bool says_of_count(const struct making *k, const struct clause *c) {
    bool hangs = c->kind == CLAUSE_RELATIVE || c->kind == CLAUSE_PARTICIPLE;
    int32_t own = own_figure(k) && hangs ? making_group(k, k->match->head) : NONE;
    return own != NONE && (c->governor == k->match->clause || c->subject == own || c->object == own);
}

static bool in_clause(const struct making *k, int32_t t) {
    int32_t known = deeds_known_by(k), own = k->match->clause, at = k->parse->clause_of[t - k->parse->first];
    if (known != NONE) return at == known;
    return own == NONE || at == own || (at != NONE && says_of_count(k, &k->parse->clauses.items[at]));
}

static const struct group *own_noun(const struct making *k) {
    int32_t own = making_group(k, k->match->head);
    return own != NONE && k->parse->groups.items[own].kind == GROUP_NOUN ? &k->parse->groups.items[own] : NULL;
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
    return verb->flags & GROUP_COPULA || making_word(k, verb->head)->bits & IS_LIGHT;
}

/* The groups that a deed is told of. */
struct bearers {
    int32_t groups[12];
    int count;
    int32_t of;     /* every group of which this one is, or NONE */
    int32_t behind; /* and the one with this preposition, or NONE */
    bool attribute; /* "two undamaged flats": the clause tells another deed */
    struct content content;
};

static void add_bearer(struct bearers *out, int32_t group) {
    if (group != NONE && out->count < (int)(sizeof out->groups / sizeof *out->groups)) out->groups[out->count++] = group;
}

/* "One of the councillors, Ann Roe, …", "three ministers, including Ann Roe, …": all of whom it is told. */
static void bear_members(const struct making *k, struct bearers *out) {
    const struct group *all = k->parse->groups.items;
    for (int i = 0, count = out->count; i < count; i++) {
        const struct group *g = &all[out->groups[i]];
        if (g->of != NONE && g->flags & (GROUP_NUMBER | GROUP_PRONOUN)) add_bearer(out, g->of);
        bool counted = k->parse->tags[g->first - k->parse->first] == TAG_NUMBER; /* "two ministers, Ann Roe and Ben Ode" */
        for (int32_t n = g->conjunct, steps = 0; n != NONE && steps < 8; n = all[n].conjunct, steps++) {
            bool including = all[n].preposition != NONE && making_is(k->m, (uint32_t)all[n].preposition, "including");
            bool named = counted && all[n].flags & GROUP_NAME && all[n].preposition == NONE;
            if (including || named || (steps == 0 && g->flags & GROUP_NUMBER)) add_bearer(out, n);
        }
    }
}

/* "Property taxes went up 5.4%", "raised property taxes by 5.4%", "a final cost of £3.6m": of what the figure is. */
static void bear_figure(const struct making *k, const struct clause *c, struct bearers *out) {
    int32_t own = making_group(k, k->match->head), last = (int32_t)k->match->figure->last;
    if (own == NONE) return;
    out->of = own;
    add_bearer(out, making_group(k, last)); /* "two in five people" */
    add_bearer(out, making_group(k, last + 1));
    add_bearer(out, k->parse->groups.items[own].of);
    if (!c || c->verb == NONE) return;
    bool of_object = c->object != NONE && c->object != own && !is_measure(k, c->object);
    int32_t bearer = of_object ? c->object : c->subject;
    if (bearer != own) add_bearer(out, bearer);
}

/* "The closure of the bridge", "a fall in profit", "support for the bill": what the noun was done to. */
static void bear_noun(const struct making *k, const struct group *noun, struct bearers *out) {
    static const char *const forms[] = {"of", "in", "to", "on", "for", "from", "against"};
    add_bearer(out, noun->of);
    add_bearer(out, noun->possessor);
    if (noun->last == k->parse->last) return;
    if (making_is_any(making_form(k->m, noun->last + 1), forms, sizeof forms / sizeof *forms))
        out->behind = noun->last + 1;
}

/* "Took on 45 people", "signed off on the deal": whom or what the last word of the match, or its particle, leads to. */
static int32_t led_to(const struct making *k, const struct clause *c) {
    const struct group *verb = &k->parse->groups.items[c->verb];
    int32_t last = k->match->last;
    if (making_group(k, k->match->head) != c->verb || c->object != NONE || last + 1 >= k->parse->last) return NONE;
    if (verb->particle == last && making_is(k->m, (uint32_t)last + 1, "on")) last++;
    int32_t next = making_group(k, last + 1);
    const struct group *g = next == NONE ? NULL : &k->parse->groups.items[next];
    bool led = g && g->kind == GROUP_NOUN && g->preposition == last && last > verb->last;
    return led && !(g->flags & GROUP_NUMBER) && !match_is_time(k->m, g) ? next : NONE;
}

/* Is the deed of the clause told of the group? `nominal`: it is a noun that stands beside the verb. */
static bool bears_deed(const struct making *k, const struct clause *c, bool nominal, int32_t group) {
    if (group == c->agent) return k->rule->of_actor;
    if (group == c->object) return !k->rule->of_actor;
    if (k->parse->groups.items[c->verb].flags & GROUP_PASSIVE) return !k->rule->of_actor;
    if (nominal) return k->rule->of_actor;
    bool done_to = (c->object != NONE && !is_measure(k, c->object)) || has_clause(k, k->match->clause) || led_to(k, c) != NONE;
    return k->rule->of_actor || making_group(k, k->match->head) != c->verb || !done_to;
}

/* "Began making chips on Monday": chips. */
static int32_t made_in(const struct making *k, int32_t clause) {
    for (int32_t i = 0; i < (int32_t)k->parse->clauses.count; i++) {
        const struct clause *c = &k->parse->clauses.items[i];
        if (c->governor == clause && (c->kind == CLAUSE_INFINITIVE || c->kind == CLAUSE_GERUND)) return c->object;
    }
    return NONE;
}

/* What a day is told of beside the parties: "return to the pool on Monday", "began making chips on Monday". */
static void bear_beyond(const struct making *k, const struct clause *c, struct bearers *out) {
    int32_t behind = k->parse->groups.items[c->verb].last + 1, made = made_in(k, k->match->clause);
    if (behind < k->parse->last && making_is(k->m, (uint32_t)behind, "to") && making_group(k, behind + 1) != NONE) out->behind = behind;
    add_bearer(out, made);
}

static void bear_clause(const struct making *k, const struct clause *c, const struct group *noun, struct bearers *out) {
    bool nominal = noun && (c->subject == NONE || noun != &k->parse->groups.items[c->subject]);
    bool all = k->about->space == SPACE_DATE; /* a day is told of whoever did it as of what it was done to */
    if (nominal && !is_light(k, c) && !(all && deeds_brought_in(k, noun))) return;
    const int32_t parties[] = {c->agent, c->object, c->subject};
    for (size_t i = 0; i < sizeof parties / sizeof *parties; i++)
        if (parties[i] != NONE && (all || bears_deed(k, c, nominal, parties[i]))) add_bearer(out, parties[i]);
    if (all && !nominal) bear_beyond(k, c, out);
    if (!all && !nominal && !k->rule->of_actor) add_bearer(out, led_to(k, c));
}

static bool bears(const struct making *k, const struct bearers *b, int32_t group) {
    const struct group *g = &k->parse->groups.items[group];
    for (int i = 0; i < b->count; i++)
        if (b->groups[i] == group) return true;
    return (b->of != NONE && g->of == b->of) || (b->behind != NONE && g->preposition == b->behind);
}

static void find_content(const struct making *k, struct bearers *out) {
    int32_t own = making_group(k, k->match->head);
    bool verb = own != NONE && k->parse->groups.items[own].kind == GROUP_VERB;
    if (verb && k->match->first < k->parse->groups.items[own].first) deeds_add_verb(k, own, &out->content.deeds); /* "agreed to close it" */
    else if (verb) content_add(k, own, &out->content);
    for (int i = 0; i < out->count; i++) content_add(k, out->groups[i], &out->content);
    const struct clause *c = k->match->clause == NONE ? NULL : &k->parse->clauses.items[k->match->clause];
    const int32_t granted = !c ? NONE : c->object != NONE ? c->object : c->complement; /* "was granted a loan" */
    if (granted != NONE && !bears(k, out, granted)) content_add(k, granted, &out->content);
}

static struct bearers bearers_of(const struct making *k) {
    const struct clause *c = k->match->clause == NONE ? NULL : &k->parse->clauses.items[k->match->clause];
    struct bearers out = {.of = NONE, .behind = NONE};
    if (own_figure(k)) {
        int32_t known = deeds_known_by(k);
        bear_figure(k, known == NONE ? c : &k->parse->clauses.items[known], &out);
        return out;
    }
    const struct group *noun = own_noun(k);
    bool person = k->about->theme >= 0 && k->about->arguments.items[k->about->theme].theme == THEME_PERSON; /* "retired journalists" */
    out.attribute = noun && k->about->space == SPACE_STATES && !person && k->match->last < noun->head;
    if (out.attribute) add_bearer(&out, making_group(k, noun->head));
    else if (noun) bear_noun(k, noun, &out);
    if (!out.attribute && c && c->verb != NONE) bear_clause(k, c, noun, &out);
    if (k->about->space != SPACE_STATES) return out;
    bear_members(k, &out);
    find_content(k, &out);
    return out;
}

static enum standing standing_of(const struct making *k, const struct bearers *b, int32_t group) {
    if (bears(k, b, group)) return BEARER;
    int32_t head = k->parse->groups.items[group].head;
    if (b->attribute) return FAR;
    if (head >= b->content.from && head < b->content.to) return in_clause(k, head) ? CONTENT_NEAR : CONTENT;
    return in_clause(k, k->parse->groups.items[group].head) ? NEAR : FAR;
}

/* "Conservative members", where members are counted */
static void put_modifiers(const struct making *k, const struct group *g, struct theme *t) {
    for (int32_t i = g->first; i < g->head; i++) {
        enum tag tag = (enum tag)k->parse->tags[i - k->parse->first];
        bool modifies = tag == TAG_NOUN || tag == TAG_NAME || tag == TAG_ADJECTIVE;
        if (modifies && !is_own(k, i) && outline_takes(making_word(k, i)))
            put(t, OWN, (struct piece){tag == TAG_NAME ? '!' : 0, making_word(k, i)->text});
    }
}

static void put_mention(const struct making *k, int32_t mention, enum standing where, struct theme *t) {
    int32_t entity = k->m->mentions.items[mention].entity;
    if (entity != NONE) {
        struct text id = symbols_text(&k->m->rules->symbols, k->m->rules->entities.items[entity].id);
        put(t, where, (struct piece){'!', outline_written(k->a, id)});
        return;
    }
    struct pieces p = outline_open(k, mention);
    for (size_t i = 0; i < p.count; i++) put(t, where, p.items[i]);
}

static const struct argument any = {.type = -1, .open = OPEN_ANY, .default_entity = -1, .default_with = -1};

/* "Her acquittal": hers. */
static void put_owner(const struct making *k, const struct group *g, struct theme *t) {
    for (int32_t i = g->first; i < g->head; i++) {
        struct filler f;
        bool owns = k->parse->tags[i - k->parse->first] == TAG_POSSESSIVE;
        if (owns && match_fill_owner(k->m, k->match->sentence, i, &any, &f)) put_mention(k, f.mention, BEARER, t);
    }
}

static void put_group(const struct making *k, const struct outlined_group *o, const struct bearers *b, int32_t number,
                      struct theme *t) {
    const struct group *g = &k->parse->groups.items[number];
    bool own = is_own(k, g->head);
    if (own && g->kind == GROUP_NOUN) {
        put_modifiers(k, g, t);
        put_owner(k, g, t);
    }
    if (own) return;
    if (o->mention != NONE) put_mention(k, o->mention, standing_of(k, b, number), t);
    if (o->deed.length) put(t, in_clause(k, g->head) ? NEAR : FAR, (struct piece){':', o->deed});
}

static void put_figure(const struct making *k, const struct outlined_figure *o, const struct figure *f,
                       struct theme *t) {
    if (o->anchor.length && f != k->match->figure)
        put(t, in_clause(k, (int32_t)f->core) ? NEAR : FAR, (struct piece){'=', o->anchor});
    if (o->date.length && f != k->match->figure) put(t, NEAR, (struct piece){'@', o->date});
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
    for (size_t i = 0; i < figures->count && k->claim->when != NO_DATE; i++) {
        const struct figure *f = &figures->items[i];
        bool date = f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR;
        if (date && f->date.past_first != NO_DAY && f->date.past_first < k->claim->when - DAYS_OF_NEWS) return true;
    }
    return false;
}

/* ">close", "~known", "#miner": what is told of the figure or the date itself, and by what word people are counted. */
static void put_told(const struct making *k, struct theme *t) {
    struct deeds deeds = deeds_of(k);
    for (int i = 0; i < deeds.count; i++) put(t, NEAR, (struct piece){'>', deeds.items[i]});
    const struct figure *f = k->match->figure;
    if (deeds_known_by(k) != NONE) put(t, NEAR, (struct piece){'~', TEXT("known")});
    bool person = k->about->space == SPACE_FIGURE && f->unit.length && text_equal(k->match->lexeme, TEXT("person"));
    if (person) put(t, NEAR, (struct piece){'#', f->unit});
}

/* "%juror": told of each of them. */
static void put_every(const struct making *k, const struct bearers *b, struct theme *t) {
    for (int i = 0; i < b->count; i++) {
        const struct group *g = &k->parse->groups.items[b->groups[i]];
        if (g->flags & (GROUP_PRONOUN | GROUP_NUMBER) || !open_is_every(k, k->parse, b->groups[i])) continue;
        const struct word *w = making_word(k, g->head), *noun = w->noun ? w->noun : w;
        put(t, NEAR, (struct piece){'%', text_equal(w->text, TEXT("people")) ? TEXT("person") : noun->text});
    }
}

struct text theme_of(const struct making *k) {
    const struct outline *o = outline_of(k);
    if (!o) return TEXT("");
    struct theme t = {.length = 2};
    t.bytes[0] = '%';
    t.bytes[1] = is_told_back(k) ? 'b' : 'n';
    struct bearers b = bearers_of(k);
    if (k->about->space == SPACE_FIGURE || k->about->space == SPACE_DATE) put_told(k, &t);
    if (k->about->space == SPACE_STATES) put_every(k, &b, &t);
    for (int i = 0; i < b.content.deeds.count; i++) put(&t, NEAR, (struct piece){'&', b.content.deeds.items[i]});
    for (int32_t i = 0; i < (int32_t)k->parse->groups.count; i++) put_group(k, &o->groups[i], &b, i, &t);
    const struct figure_list *figures = &k->m->figures[k->match->sentence];
    for (size_t i = 0; i < figures->count; i++) put_figure(k, &o->figures[i], &figures->items[i], &t);
    for (size_t i = 0; i < o->spans.count; i++) put(&t, NEAR, (struct piece){'@', o->spans.items[i]});
    return arena_text(k->a, (struct text){t.bytes, t.length});
}

/* Frames: one idea as verb, noun or adjective, with its subject and object wherever grammar puts them. */
#include "match/matcher.h"

/* Where a frame was found, before its arguments are checked. */
struct frame_use {
    int32_t rule, index, head, clause, first, last;
    int32_t subject, object; /* groups, or NONE */
    int32_t after;           /* group from which prepositional places are looked for */
    bool nominal, passive;
};

static const struct clause *clause_of(const struct parse *p, int32_t token) {
    int32_t c = p->clause_of[token - p->first];
    return c == NONE ? NULL : &p->clauses.items[c];
}

/* The noun group that begins at token t, adverbs, quotation marks and possessors skipped. */
static int32_t group_from(const struct parse *p, int32_t t) {
    for (int32_t k = t; k <= p->last && k < t + 4; k++) {
        int32_t g = group_at(p, k);
        if (g != NONE) return p->groups.items[g].kind == GROUP_NOUN ? possessed(p, g) : NONE;
        enum tag tag = tag_at(p, k);
        if (tag != TAG_ADVERB && tag != TAG_QUOTE && tag != TAG_DETERMINER) return NONE;
    }
    return NONE;
}

/* Does the rest of the verb ("down", "object to", "no to") stand there? *object is the group it leads to. */
static bool rest_stands(const struct matcher *m, const struct parse *p, const struct frame_verb *v, const struct group *g,
                        int32_t *object, int32_t *last) {
    if (!v->rest.count) return true;
    if (v->particle && g->particle != NONE && form_at(m->s, g->particle) == v->rest.items[0]) {
        if (g->particle > *last) *last = g->particle;
        if (*object == NONE) *object = group_from(p, g->particle + 1);
        return true;
    }
    int32_t t = g->last + 1;
    for (size_t i = 0; i < v->rest.count; i++, t++) {
        while (t <= p->last && tag_at(p, t) == TAG_ADVERB && form_at(m->s, t) != v->rest.items[i]) t++;
        if (t > p->last) return false;
        bool possessive = tag_at(p, t) == TAG_POSSESSIVE &&
                          text_equal(symbols_text(&m->r->symbols, v->rest.items[i]), TEXT("one's"));
        if (!possessive && form_at(m->s, t) != v->rest.items[i]) return false;
    }
    if (t - 1 > *last) *last = t - 1;
    *object = group_from(p, t);
    return true;
}

static bool filled(const struct matcher *m, const struct proposition *about, uint32_t sentence, int32_t argument,
                   int32_t group, struct filler *out) {
    return match_fill(m->out, sentence, group, &about->arguments.items[argument], out);
}

/* One argument: filled by its group, or missing where a default may stand in. A group that is something else makes the
 * frame not apply, unless the argument is an open one that tells nothing apart. */
static bool fill(const struct matcher *m, const struct proposition *about, uint32_t sentence, int32_t argument,
                 int32_t group, bool required, struct filler *out) {
    *out = (struct filler){.mention = NONE, .entity = NONE, .group = group, .missing = true};
    if (argument < 0) return true;
    const struct argument *a = &about->arguments.items[argument];
    if (group != NONE && filled(m, about, sentence, argument, group, out)) return true;
    if (group != NONE && (a->open == OPEN_NOT || a->identity != IDENTITY_LOOSE)) return false;
    *out = (struct filler){.mention = NONE, .entity = NONE, .group = NONE, .missing = true};
    return !required && default_known(m, a);
}

static bool fill_places(const struct matcher *m, const struct frame *f, const struct proposition *about,
                        const struct parse *p, const struct frame_use *u, struct match *x) {
    for (size_t i = 0; i < f->places.count; i++) {
        const struct frame_place *place = &f->places.items[i];
        struct filler *out = &x->arguments[place->argument];
        bool found = false;
        for (int32_t g = u->after; !found && g >= 0 && g < (int32_t)p->groups.count && g < u->after + 8; g++) {
            const struct group *group = &p->groups.items[g];
            if (group->kind != GROUP_NOUN || group->preposition == NONE) continue;
            if (!form_in(form_at(m->s, group->preposition), place->prepositions.items, place->prepositions.count)) continue;
            found = filled(m, about, p->sentence, place->argument, possessed(p, g), out);
        }
        if (!found) {
            *out = (struct filler){.mention = NONE, .entity = NONE, .group = NONE, .missing = true};
            if (place->required || !default_known(m, &about->arguments.items[place->argument])) return false;
        }
    }
    return true;
}

static bool stressed_near(const struct matcher *m, const struct parse *p, int32_t first, int32_t last) {
    for (int32_t t = first > p->first ? first - 2 : first; t <= last + 3 && t <= p->last; t++)
        if (t >= p->first && token_at(m->s, t)->word->bits & BEGINS_WHOLE && list_match(m->r, m->s, m->whole_words, t, p->last)) return true;
    return false;
}

static void bind(const struct rule *rule, struct match *x) {
    for (size_t i = 0; i < rule->set.count; i++)
        x->arguments[rule->set.items[i].argument] =
            (struct filler){.mention = NONE, .entity = rule->set.items[i].entity, .group = NONE};
}

static enum mention_quantity quantity_of(const struct matcher *m, const struct filler *f) {
    if (f->part) return QUANTITY_PART;
    return f->mention == NONE || f->pronoun ? QUANTITY_PLAIN : m->out->mentions.items[f->mention].quantity;
}

static bool negated(const struct parse *p, int32_t group) {
    return group != NONE && (p->groups.items[group].flags & GROUP_NEGATED);
}

static void widen(const struct parse *p, int32_t group, struct match *x) {
    if (group == NONE) return;
    if (p->groups.items[group].first < x->first) x->first = p->groups.items[group].first;
    if (p->groups.items[group].last > x->last) x->last = p->groups.items[group].last;
}

/* Adds the match when all arguments fit. */
static bool try_use(struct matcher *m, const struct parse *p, const struct frame_use *u) {
    const struct rule *rule = &m->r->rules.items[u->rule];
    const struct proposition *about = &m->r->propositions.items[rule->proposition];
    const struct frame *f = &rule->frame;
    struct match x = {.rule = u->rule, .phrase = u->index, .sentence = p->sentence, .head = u->head, .clause = u->clause,
                      .outer = NONE, .first = u->first, .last = u->last, .nominal = u->nominal};
    arguments_clear(&x);
    struct filler subject, object;
    if (!fill(m, about, p->sentence, f->subject, u->subject, f->subject_required, &subject)) return true;
    if (!fill(m, about, p->sentence, f->object, u->object, f->object_required, &object)) return true;
    if (f->subject >= 0) x.arguments[f->subject] = subject;
    if (f->object >= 0) x.arguments[f->object] = object;
    if (!fill_places(m, f, about, p, u, &x)) return true;
    bind(rule, &x);
    x.negated_group = negated(p, u->subject) || negated(p, u->object);
    x.quantity = quantity_of(m, &object);
    x.stressed = x.quantity == QUANTITY_ALL || stressed_near(m, p, u->first, u->last);
    widen(p, u->subject, &x);
    widen(p, u->object, &x);
    return match_add(m, &x);
}

/* Coordinated groups ("Moscow and Kyiv rejected it") make one match each. */
static bool try_conjuncts(struct matcher *m, const struct parse *p, const struct frame_use *u) {
    struct frame_use one = *u;
    int steps = 0;
    do {
        if (!try_use(m, p, &one)) return false;
        one.subject = one.subject == NONE ? NONE : p->groups.items[one.subject].conjunct;
    } while (one.subject != NONE && ++steps < 8);
    one = *u;
    while (one.object != NONE && (one.object = p->groups.items[one.object].conjunct) != NONE && ++steps < 16)
        if (!try_use(m, p, &one)) return false;
    return true;
}

/* "accepts and rejects proposals": the first verb has the object of the second. */
static int32_t object_of_neighbour(const struct parse *p, int32_t clause) {
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i];
        if (c->kind != CLAUSE_COORDINATE || c->governor != clause || c->verb == NONE) continue;
        if (p->groups.items[p->clauses.items[clause].verb].last + 2 == p->groups.items[c->verb].first) return c->object;
    }
    return NONE;
}

static bool try_verb(struct matcher *m, const struct parse *p, int32_t group, const struct trigger *t) {
    const struct group *g = &p->groups.items[group];
    const struct frame_verb *v = &m->r->rules.items[t->rule].frame.verbs.items[t->index];
    const struct clause *c = clause_of(p, g->head);
    if (!c || c->verb != group) return true;
    struct frame_use u = {.rule = t->rule, .index = t->index, .head = g->head, .clause = (int32_t)(c - p->clauses.items),
                          .first = g->first, .last = g->last, .subject = c->subject, .object = c->object, .after = group + 1};
    u.passive = g->flags & GROUP_PASSIVE;
    if (u.passive) {
        u.subject = c->agent;
        u.object = c->subject;
        int32_t ignored = u.object;
        if (!rest_stands(m, p, v, g, &ignored, &u.last)) return true;
    } else if (!rest_stands(m, p, v, g, &u.object, &u.last))
        return true;
    else if (u.object == NONE)
        u.object = object_of_neighbour(p, u.clause);
    return try_conjuncts(m, p, &u);
}

/* "Accepts and rejects US proposals": two verbs on one object, side by side. */
static bool side_by_side(const struct parse *p, const struct match *x, const struct match *y) {
    if (x->nominal || y->nominal || x->clause == NONE || y->clause == NONE) return false;
    const struct clause *first = &p->clauses.items[x->clause], *second = &p->clauses.items[y->clause];
    if (second->kind != CLAUSE_COORDINATE || second->governor != x->clause) return false;
    return p->groups.items[first->verb].last + 2 == p->groups.items[second->verb].first;
}

/* Opposite answers to one question, given of one object in one breath, are each about a part of it. */
static void settle_side_by_side(struct matcher *m, const struct parse *p, size_t from) {
    for (size_t i = from; i < m->out->matches.count; i++)
        for (size_t k = from; k < m->out->matches.count; k++) {
            struct match *x = &m->out->matches.items[i], *y = &m->out->matches.items[k];
            const struct rule *one = &m->r->rules.items[x->rule], *other = &m->r->rules.items[y->rule];
            if (one->proposition != other->proposition || one->value == other->value || !side_by_side(p, x, y)) continue;
            x->quantity = y->quantity = QUANTITY_PART;
        }
}

/* Groups after the noun: "by X" is the subject; "of/to/on/for/against/with Y" the object. */
static void nominal_arguments(const struct matcher *m, const struct parse *p, int32_t group, const struct frame_word *noun,
                              struct frame_use *u) {
    static const char *const object_words[] = {"of", "to", "on", "for", "against", "with", "from", "over"};
    const struct group *g = &p->groups.items[group];
    u->subject = g->possessor;
    u->object = g->of;
    for (int32_t k = group + 1; k < (int32_t)p->groups.count && k < group + 4; k++) {
        const struct group *after = &p->groups.items[k];
        if (after->kind != GROUP_NOUN || after->preposition == NONE) break;
        if (is_form(m, after->preposition, "by") && u->subject == NONE) u->subject = k;
        for (size_t i = 0; i < sizeof object_words / sizeof *object_words; i++)
            if (u->object == NONE && is_form(m, after->preposition, object_words[i]) && (!noun->preposition ||
                noun->preposition == form_at(m->s, after->preposition))) u->object = possessed(p, k);
    }
}

static bool light(const struct matcher *m, const struct parse *p, const struct clause *c) {
    if (!c || c->verb == NONE) return true;
    const struct group *v = &p->groups.items[c->verb];
    const struct word *w = token_at(m->s, v->head)->word;
    return (v->flags & GROUP_COPULA) || (w->bits & IS_LIGHT);
}

/* A bare noun asserts something only with its own arguments, under a light verb, or in a headline without a verb. */
static bool nominal_asserts(const struct matcher *m, const struct parse *p, int32_t group, const struct frame_use *u) {
    const struct clause *c = clause_of(p, u->head);
    if (u->subject != NONE) return true;
    bool carried = c && (c->object == group || c->complement == group || c->second == group);
    if (c && c->subject == group && c->verb != NONE && (p->groups.items[c->verb].flags & GROUP_COPULA)) carried = true;
    return light(m, p, c) && (!c || c->verb == NONE || carried);
}

static bool try_noun(struct matcher *m, const struct parse *p, int32_t group, const struct trigger *t) {
    const struct group *g = &p->groups.items[group];
    const struct frame_word *noun = &m->r->rules.items[t->rule].frame.nouns.items[t->index];
    const struct clause *c = clause_of(p, g->head);
    struct frame_use u = {.rule = t->rule, .index = t->index, .head = g->head, .first = g->first, .last = g->last,
                          .clause = c ? (int32_t)(c - p->clauses.items) : NONE, .after = group + 1, .nominal = true};
    nominal_arguments(m, p, group, noun, &u);
    bool asserts = nominal_asserts(m, p, group, &u);
    if (!asserts) return true;
    if (u.subject == NONE && c && c->verb != NONE && c->object == group) u.subject = c->subject;
    return try_conjuncts(m, p, &u);
}

static bool try_adjective(struct matcher *m, const struct parse *p, int32_t token, const struct trigger *t) {
    const struct frame *f = &m->r->rules.items[t->rule].frame;
    const struct frame_word *adjective = &f->adjectives.items[t->index];
    const struct clause *c = clause_of(p, token);
    if (!c || c->verb == NONE || c->subject == NONE) return true;
    struct frame_use u = {.rule = t->rule, .index = t->index, .head = token, .first = token, .last = token,
                          .clause = (int32_t)(c - p->clauses.items), .subject = c->subject, .object = NONE};
    u.after = c->verb + 1;
    if (adjective->preposition) {
        int32_t k = token + 1;
        if (k > p->last || form_at(m->s, k) != adjective->preposition) return true;
        u.object = group_from(p, k + 1);
        u.last = k;
    }
    return try_conjuncts(m, p, &u);
}

bool frame_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    size_t before = m->out->matches.count;
    for (int32_t t = p->first; t <= p->last; t++) {
        const struct word *w = token_at(m->s, t)->word;
        const struct trigger *k;
        uint32_t frames = 1 << TRIGGER_VERB | 1 << TRIGGER_NOUN | 1 << TRIGGER_ADJECTIVE;
        if (!(w->triggers & frames)) continue;
        int32_t g = group_at(p, t);
        bool verb = g != NONE && p->groups.items[g].kind == GROUP_VERB && p->groups.items[g].head == t;
        bool noun = g != NONE && p->groups.items[g].kind == GROUP_NOUN && p->groups.items[g].head == t;
        for (struct trigger_walk walk = trigger_start(w, OF_RULES); (k = trigger_next(m->r, &walk));) {
            bool good = true;
            bool frame = k->kind == TRIGGER_VERB || k->kind == TRIGGER_NOUN || k->kind == TRIGGER_ADJECTIVE;
            if (!frame || !m->eligible[k->rule]) continue;
            if (k->kind == TRIGGER_VERB && verb) good = try_verb(m, p, g, k);
            if (k->kind == TRIGGER_NOUN && noun) good = try_noun(m, p, g, k);
            if (k->kind == TRIGGER_ADJECTIVE) good = try_adjective(m, p, t, k);
            if (!good) return false;
        }
    }
    settle_side_by_side(m, p, before);
    return true;
}

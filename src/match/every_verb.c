/* Frames that take whatever verb stands there: "did" and "did not" for the verbs no rule names. */
#include "match/matcher.h"

#include "base/trait.h"

static const struct word *verb_word(const struct matcher *m, const struct parse *p, const struct clause *c) {
    return c->verb == NONE ? NULL : token_at(m->s, p->groups.items[c->verb].head)->word;
}

static bool has_content_clause(const struct parse *p, int32_t clause) {
    for (size_t i = 0; i < p->clauses.count; i++)
        if (p->clauses.items[i].governor == clause && p->clauses.items[i].kind == CLAUSE_COMPLEMENT) return true;
    return false;
}

/* An infinitive or gerund says that something happened only under a verb that brings it about. */
static bool hangs(const struct matcher *m, const struct parse *p, const struct clause *c) {
    if (c->kind != CLAUSE_INFINITIVE && c->kind != CLAUSE_GERUND) return false;
    if (c->governor == NONE) return true;
    const struct word *above = verb_word(m, p, &p->clauses.items[c->governor]);
    return !above || !(above->traits & TRAIT_BRINGS_ABOUT);
}

/* "Stands empty" is like "is empty"; "stands by a tree" is a deed. */
static bool is_copula(const struct matcher *m, const struct parse *p, const struct clause *c) {
    if (!(p->groups.items[c->verb].flags & GROUP_COPULA)) return false;
    const struct word *w = verb_word(m, p, c);
    return c->complement != NONE || !w->verb || text_equal(w->verb->text, TEXT("be"));
}

/* "be open" for "is open"; "not open" is the same, denied, as "be closed" where the lexicon knows them as opposites. */
static void name_copula(struct matcher *m, const struct parse *p, const struct clause *c, struct match *x) {
    const struct group *g = &p->groups.items[c->complement];
    const struct word *w = token_at(m->s, g->head)->word;
    bool noun = g->kind == GROUP_NOUN;
    struct text base = noun && w->noun ? w->noun->text : !noun && w->adjective ? w->adjective->text : w->text;
    struct text pole = lexicon_pole(lexicon_builtin(), noun ? CLASS_NOUN : CLASS_ADJECTIVE, base, &x->opposite);
    x->lexeme = arena_format(m->a, "be %.*s", TEXT_ARGS(pole));
}

static void name_verb(struct matcher *m, const struct parse *p, const struct clause *c, struct match *x) {
    const struct group *g = &p->groups.items[c->verb];
    const struct word *w = token_at(m->s, g->head)->word;
    if (g->particle != NONE) {
        x->lexeme = arena_format(m->a, "%.*s %.*s", TEXT_ARGS(w->verb->text), TEXT_ARGS(token_at(m->s, g->particle)->word->text));
        return;
    }
    struct text pole = lexicon_pole(lexicon_builtin(), CLASS_VERB, w->verb->text, &x->opposite);
    x->lexeme = arena_text(m->a, pole);
}

/* A rule that names the verb has said it better. */
static bool is_taken(const struct matcher *m, const struct parse *p, int32_t head) {
    for (size_t i = m->out->matches.count; i-- > 0 && m->out->matches.items[i].sentence == p->sentence;) {
        const struct match *x = &m->out->matches.items[i];
        if (x->head == head && m->r->rules.items[x->rule].frame.every_verb < 0) return true;
    }
    return false;
}

/* "destroyed 200 homes": the count that the deed was done to. */
static const struct figure *count_in(const struct matcher *m, const struct parse *p, int32_t group) {
    if (group == NONE) return NULL;
    const struct group *g = &p->groups.items[group];
    const struct figure_list *figures = &m->out->figures[p->sentence];
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        if ((int32_t)f->first >= g->first && (int32_t)f->first <= g->last && f->unit.length && figure_fits(f, FIGURE_COUNT)) return f;
    }
    return NULL;
}

/* "They chose to wear it": what was done is in the infinitive. */
static bool has_infinitive(const struct parse *p, int32_t clause) {
    for (size_t i = 0; i < p->clauses.count; i++)
        if (p->clauses.items[i].governor == clause && p->clauses.items[i].kind == CLAUSE_INFINITIVE) return true;
    return false;
}

/* "women who do not wear it": says which women, not what all of them do. */
static bool picks_out(const struct parse *p, const struct clause *c) {
    if (c->kind != CLAUSE_RELATIVE || c->subject == NONE) return false;
    uint32_t subject = p->groups.items[c->subject].flags;
    return (p->groups.items[c->verb].flags & GROUP_NEGATED) && !(subject & (GROUP_DEFINITE | GROUP_NAME | GROUP_NEGATED));
}

static bool is_there(const struct matcher *m, const struct parse *p, const struct clause *c) {
    int32_t verb = c->verb == NONE ? p->first : p->groups.items[c->verb].first;
    return verb > p->first && text_equal(token_at(m->s, verb - 1)->word->text, TEXT("there"));
}

static bool is_told_more(const struct parse *p, int32_t clause) {
    for (size_t i = 0; i < p->clauses.count; i++)
        if (p->clauses.items[i].governor == clause) return true;
    return false;
}

/* "He is on a boat", "there is no man on a boat": the group with the preposition, where that is all that is said. */
static int32_t stands_at(const struct matcher *m, const struct parse *p, int32_t clause) {
    const struct clause *c = &p->clauses.items[clause];
    if (c->complement != NONE || c->subject == NONE) return NONE;
    bool there = is_there(m, p, c);
    if (there && is_told_more(p, clause)) return NONE;
    int32_t after = there ? p->groups.items[c->subject].last : p->groups.items[c->verb].last;
    for (int32_t g = 0; g < (int32_t)p->groups.count; g++)
        if (p->groups.items[g].kind == GROUP_NOUN && p->groups.items[g].preposition == after + 1) return g;
    return NONE;
}

/* "Did exercises" tells what was done, "did it" does not. */
static bool tells(const struct parse *p, const struct clause *c) {
    int32_t object = p->groups.items[c->verb].flags & GROUP_PASSIVE ? c->subject : c->object;
    return object != NONE && !(p->groups.items[object].flags & GROUP_PRONOUN);
}

static bool wanted(const struct matcher *m, const struct parse *p, int32_t clause) {
    const struct clause *c = &p->clauses.items[clause];
    const struct word *w = verb_word(m, p, c);
    if (!w || picks_out(p, c) || has_content_clause(p, clause)) return false;
    if ((c->object == NONE && has_infinitive(p, clause)) || is_taken(m, p, p->groups.items[c->verb].head)) return false;
    if (is_copula(m, p, c)) return c->subject != NONE && (c->complement != NONE || stands_at(m, p, clause) != NONE);
    if (!w->verb || rules_list_holds(m->r, m->empty_verbs, w->known_verb)) return false;
    return tells(p, c) || !text_equal(w->verb->text, TEXT("do"));
}

/* "Some food" is food, but "did not eat some food" leaves open whether other food was eaten. */
static bool is_some(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct group *g = &p->groups.items[group];
    struct text first = token_at(m->s, g->first)->word->text;
    if (g->of != NONE || (!text_equal(first, TEXT("some")) && !text_equal(first, TEXT("several")))) return false;
    int32_t c = p->clause_of[g->head - p->first];
    return c == NONE || p->clauses.items[c].verb == NONE ||
           !(p->groups.items[p->clauses.items[c].verb].flags & GROUP_NEGATED);
}

static bool is_anything(const struct matcher *m, const struct parse *p, int32_t group) {
    struct text head = token_at(m->s, p->groups.items[group].head)->word->text;
    return text_equal(head, TEXT("something")) || text_equal(head, TEXT("anything")) || text_equal(head, TEXT("nothing"));
}

/* False for "we" and "they" of whom nothing tells who they are: then the deed is anybody's. */
static bool fill(const struct matcher *m, const struct parse *p, const struct proposition *about, int32_t argument,
                 int32_t group, struct match *x) {
    if (argument < 0 || group == NONE) return true;
    struct filler *out = &x->arguments[argument];
    if (!match_fill(m->out, p->sentence, group, &about->arguments.items[argument], out) || out->speaker) {
        if (p->groups.items[group].flags & GROUP_PRONOUN && !is_anything(m, p, group)) return false;
        *out = (struct filler){.mention = NONE, .entity = NONE, .group = group, .missing = true};
    }
    const struct mention_range *r = &m->out->group_mentions[p->sentence][group];
    bool part = r->count && m->out->mentions.items[r->first].quantity == QUANTITY_PART && !is_some(m, p, group);
    if (out->part || part) x->quantity = QUANTITY_PART;
    if (p->groups.items[group].flags & GROUP_NEGATED) x->negated_group = true;
    return true;
}

/* "There is no man riding": the clause above, which says that there is, or is not, a man. */
static int32_t existential(const struct matcher *m, const struct parse *p, const struct clause *c) {
    if (c->kind != CLAUSE_RELATIVE || c->marker != NONE || c->governor == NONE) return NONE;
    const struct clause *above = &p->clauses.items[c->governor];
    return is_there(m, p, above) && above->subject != NONE ? c->governor : NONE;
}

static bool try_clause(struct matcher *m, const struct parse *p, int32_t clause, int32_t number) {
    const struct clause *c = &p->clauses.items[clause];
    const struct rule *rule = &m->r->rules.items[number];
    const struct proposition *about = &m->r->propositions.items[rule->proposition];
    const struct group *g = &p->groups.items[c->verb];
    bool passive = g->flags & GROUP_PASSIVE;
    struct match x = {.rule = number, .sentence = p->sentence, .head = g->head, .clause = clause, .first = g->first,
                      .last = g->last, .hangs = hangs(m, p, c), .outer = existential(m, p, c)};
    for (size_t i = 0; i < MAX_ARGUMENTS; i++)
        x.arguments[i] = (struct filler){.mention = NONE, .entity = NONE, .group = NONE, .missing = true};
    int32_t first = x.outer == NONE ? c->subject : p->clauses.items[x.outer].subject;
    int32_t subject = passive ? c->agent : first, object = passive ? first : c->object;
    int32_t place = is_copula(m, p, c) ? stands_at(m, p, clause) : NONE;
    if (place != NONE) {
        object = place;
        int32_t preposition = p->groups.items[place].preposition;
        x.lexeme = arena_format(m->a, "be %.*s", TEXT_ARGS(token_at(m->s, preposition)->word->text));
    } else if (is_copula(m, p, c)) name_copula(m, p, c, &x);
    else name_verb(m, p, c, &x);
    if (!passive && subject == NONE) return true;
    if (about->space == SPACE_FIGURE && (place != NONE || !(x.figure = count_in(m, p, object)))) return true;
    if (!fill(m, p, about, rule->frame.subject, subject, &x)) return true;
    if (!fill(m, p, about, rule->frame.object, object, &x)) return true;
    if (rule->frame.every_verb >= 0) x.arguments[rule->frame.every_verb].missing = false;
    bool who = rule->frame.subject >= 0 && !x.arguments[rule->frame.subject].missing;
    bool what = rule->frame.object >= 0 && !x.arguments[rule->frame.object].missing;
    if ((!who && !what) || x.quantity == QUANTITY_PART) return true;
    struct match *room = list_add(m->a, &m->out->matches);
    if (room) *room = x;
    return room != NULL;
}

bool every_verb_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    for (size_t i = 0; i < m->r->every_verb.count; i++)
        for (size_t c = 0; c < p->clauses.count; c++)
            if (wanted(m, p, (int32_t)c) && !try_clause(m, p, (int32_t)c, m->r->every_verb.items[i])) return false;
    return true;
}

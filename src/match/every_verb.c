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
    if (match_is_beside(m->out, c)) return false;
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
    const struct word *base = noun && w->noun ? w->noun : !noun && w->adjective ? w->adjective : w;
    struct pole pole = word_pole(base, noun ? CLASS_NOUN : CLASS_ADJECTIVE);
    x->opposite = pole.opposite;
    x->lexeme = arena_join(m->a, TEXT("be"), pole.text);
}

static const struct alike *alike_of(const struct matcher *m, const struct parse *p, const struct clause *c) {
    const struct group *g = &p->groups.items[c->verb];
    symbol particle = g->particle == NONE ? 0 : form_at(m->s, g->particle);
    return rules_alike(m->r, token_at(m->s, g->head)->word->known_verb, particle);
}

/* The verb by which the deed is known, with its particle: "buy" of "snapped up". */
static struct text deed_of(const struct matcher *m, const struct parse *p, const struct clause *c) {
    const struct group *g = &p->groups.items[c->verb];
    const struct word *w = token_at(m->s, g->head)->word;
    const struct alike *alike = alike_of(m, p, c);
    if (alike) return alike->base;
    bool itself = tag_at(p, g->head) == TAG_VERB_BASE && w->verb_forms & FORM_BASE; /* "to lay" is no form of "lie" */
    struct text base = itself ? w->text : w->verb->text;
    if (g->particle == NONE) return base;
    return arena_join(m->a, base, token_at(m->s, g->particle)->word->text);
}

static void name_verb(struct matcher *m, const struct parse *p, const struct clause *c, struct match *x) {
    const struct word *w = verb_word(m, p, c);
    const struct alike *alike = alike_of(m, p, c);
    if (alike && (alike->opposed || alike->opposite.length)) {
        x->opposite = alike->opposite.length > 0;
        x->lexeme = x->opposite ? alike->opposite : alike->base;
        return;
    }
    struct text deed = deed_of(m, p, c);
    bool plain = deed.bytes == w->verb->text.bytes;
    struct pole pole = word_pole(w->verb, CLASS_VERB);
    if (!plain) pole.text = lexicon_pole(lexicon_builtin(), CLASS_VERB, deed, &pole.opposite);
    x->opposite = pole.opposite;
    x->lexeme = arena_text(m->a, pole.text);
}

static enum value_space space_of(const struct matcher *m, int32_t rule) {
    return m->r->propositions.items[m->r->rules.items[rule].proposition].space;
}

static bool fills(const struct match *x, int32_t group) {
    for (size_t i = 0; i < MAX_ARGUMENTS; i++)
        if (x->arguments[i].group == group) return true;
    return false;
}

/* "Roe bowled Ode for 84": that Roe played does not tell who bowled whom. */
static bool leaves_out(const struct parse *p, const struct clause *c, const struct match *x) {
    int32_t subject = p->groups.items[c->verb].flags & GROUP_PASSIVE ? c->agent : c->subject;
    int32_t object = p->groups.items[c->verb].flags & GROUP_PASSIVE ? c->subject : c->object;
    if (subject == NONE || object == NONE) return false;
    bool names = p->groups.items[subject].flags & p->groups.items[object].flags & GROUP_NAME;
    return names && (!fills(x, subject) || !fills(x, object));
}

/* A rule that names the verb has said better whether it was done. */
static bool is_taken(const struct matcher *m, const struct parse *p, const struct clause *c) {
    int32_t head = p->groups.items[c->verb].head;
    for (size_t i = m->out->matches.count; i-- > 0 && m->out->matches.items[i].sentence == p->sentence;) {
        const struct match *x = &m->out->matches.items[i];
        const struct rule *rule = &m->r->rules.items[x->rule];
        bool better = rule->frame.every_verb < 0 && m->r->propositions.items[rule->proposition].theme < 0;
        if (x->head == head && better && !leaves_out(p, c, x)) return true;
    }
    return false;
}

/* "destroyed 200 homes": the count that the deed was done to. */
static const struct figure *count_in(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct figure *f = detail_figure(m, p, group);
    return f && f->unit.length && figure_fits(f, FIGURE_COUNT) ? f : NULL;
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

/* "He is on a boat", "there is no man on a boat": the group with the preposition, where that is all that is said. */
static int32_t stands_at(const struct matcher *m, const struct parse *p, int32_t clause) {
    const struct clause *c = &p->clauses.items[clause];
    if (c->complement != NONE || c->subject == NONE) return NONE;
    bool there = is_there(m, p, c);
    if (there && has_dependents(p, clause)) return NONE;
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

/* "Is less gracious": which is neither gracious nor not. */
static bool is_lessened(const struct matcher *m, const struct parse *p, int32_t complement) {
    static const char *const forms[] = {"less", "least"};
    return complement != NONE && is_any_form(m, p->groups.items[complement].first, forms, sizeof forms / sizeof *forms);
}

static bool wanted(const struct matcher *m, const struct parse *p, int32_t clause) {
    const struct clause *c = &p->clauses.items[clause];
    const struct word *w = verb_word(m, p, c);
    if (!w || picks_out(p, c) || has_content_clause(p, clause)) return false;
    if (c->object == NONE && has_infinitive(p, clause)) return false;
    if (is_lessened(m, p, c->complement)) return false;
    if (is_copula(m, p, c)) return c->subject != NONE && (c->complement != NONE || stands_at(m, p, clause) != NONE);
    if (!w->verb || w->bits & IS_EMPTY) return false;
    bool stands_in = text_equal(w->verb->text, TEXT("do")) || text_equal(w->verb->text, TEXT("have")); /* "They haven't." */
    return tells(p, c) || !stands_in;
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

/* A clause and the rule that is tried on it. */
struct attempt {
    const struct parse *p;
    int32_t clause, rule;
    int32_t subject, object; /* groups: of a passive, who did it and what it was done to */
};

static struct attempt attempt_of(const struct parse *p, int32_t clause, int32_t rule, int32_t outer) {
    const struct clause *c = &p->clauses.items[clause];
    bool passive = p->groups.items[c->verb].flags & GROUP_PASSIVE;
    int32_t first = outer == NONE ? c->subject : p->clauses.items[outer].subject;
    return (struct attempt){.p = p, .clause = clause, .rule = rule, .subject = passive ? c->agent : first,
                            .object = passive ? first : c->object};
}

static struct match match_of(const struct matcher *m, const struct parse *p, int32_t clause, int32_t rule) {
    const struct clause *c = &p->clauses.items[clause];
    const struct group *g = &p->groups.items[c->verb];
    struct match x = {.rule = rule, .sentence = p->sentence, .head = g->head, .clause = clause, .first = g->first,
                      .last = g->last, .hangs = hangs(m, p, c), .outer = existential(m, p, c)};
    arguments_clear(&x);
    return x;
}

/* Who did it and what it was done to; false where the text tells of neither, or of a part. */
static bool fill_parties(const struct matcher *m, const struct attempt *t, struct match *x) {
    const struct rule *rule = &m->r->rules.items[t->rule];
    const struct proposition *about = &m->r->propositions.items[rule->proposition];
    if (!fill(m, t->p, about, rule->frame.subject, t->subject, x)) return false;
    if (!fill(m, t->p, about, rule->frame.object, t->object, x)) return false;
    x->arguments[rule->frame.every_verb].missing = false;
    bool who = rule->frame.subject >= 0 && !x->arguments[rule->frame.subject].missing;
    bool what = rule->frame.object >= 0 && !x->arguments[rule->frame.object].missing;
    return (who || what || (rule->frame.object < 0 && x->figure)) && x->quantity != QUANTITY_PART;
}

/* "Sell for": the verb itself, without its opposite, and the preposition that leads to the detail. */
static void name_detail(struct matcher *m, const struct parse *p, const struct clause *c, struct text preposition, struct match *x) {
    struct text deed = deed_of(m, p, c);
    x->lexeme = preposition.length ? arena_join(m->a, deed, preposition) : arena_text(m->a, deed);
}

/* "Who built the bridge?" */
static bool asks_doer(const struct matcher *m, int32_t rule) {
    const struct rule *r = &m->r->rules.items[rule];
    return space_of(m, rule) == SPACE_ATOM && m->r->propositions.items[r->proposition].atom_argument == r->frame.subject;
}

static bool try_doer(struct matcher *m, const struct parse *p, int32_t clause, int32_t number) {
    const struct frame *f = &m->r->rules.items[number].frame;
    struct match x = match_of(m, p, clause, number);
    struct attempt t = attempt_of(p, clause, number, NONE);
    if (x.outer != NONE || !fill_parties(m, &t, &x)) return true;
    const struct group *doer = t.subject == NONE ? NULL : &p->groups.items[t.subject];
    if (!doer || !(doer->flags & GROUP_NAME)) return true;
    if (token_at(m->s, doer->head)->word->traits & TRAIT_PERSON) return true; /* "ISIS Militant Who Shot …" in a headline */
    if (x.arguments[f->subject].missing || (f->object >= 0 && x.arguments[f->object].missing)) return true;
    name_detail(m, p, &p->clauses.items[clause], TEXT(""), &x);
    return match_add(m, &x);
}

/* "Granted Ann Roe an injunction": what was granted, as in "granted an injunction". */
static bool try_second(struct matcher *m, const struct attempt *t, const struct match *deed) {
    const struct clause *c = &t->p->clauses.items[t->clause];
    if (c->second == NONE || c->second == t->object || space_of(m, t->rule) == SPACE_FIGURE) return true;
    struct match x = *deed;
    struct attempt given = *t;
    given.object = c->second;
    arguments_clear(&x);
    return !fill_parties(m, &given, &x) || match_add(m, &x);
}

/* Whether it was done, or of how many things. */
static bool try_deed(struct matcher *m, const struct parse *p, int32_t clause, int32_t number) {
    const struct clause *c = &p->clauses.items[clause];
    struct match x = match_of(m, p, clause, number);
    struct attempt t = attempt_of(p, clause, number, x.outer);
    int32_t place = is_copula(m, p, c) ? stands_at(m, p, clause) : NONE;
    if (place != NONE) {
        t.object = place;
        int32_t preposition = p->groups.items[place].preposition;
        x.lexeme = arena_join(m->a, TEXT("be"), token_at(m->s, preposition)->word->text);
    } else if (is_copula(m, p, c)) {
        name_copula(m, p, c, &x);
        x.negated_group = p->groups.items[c->complement].flags & GROUP_NEGATED; /* "is no expert" */
    } else name_verb(m, p, c, &x);
    bool passive = p->groups.items[c->verb].flags & GROUP_PASSIVE;
    if (!passive && t.subject == NONE) return true;
    if (space_of(m, number) == SPACE_FIGURE && (place != NONE || !(x.figure = count_in(m, p, t.object)))) return true;
    if (!try_second(m, &t, &x)) return false;
    return !fill_parties(m, &t, &x) || match_add(m, &x);
}

/* The place or name that a preposition adds, where the rule asks for one. */
static bool fill_place(const struct matcher *m, const struct attempt *t, int32_t group, struct match *x, struct text *preposition) {
    const struct rule *rule = &m->r->rules.items[t->rule];
    const struct proposition *about = &m->r->propositions.items[rule->proposition];
    symbol form = form_at(m->s, t->p->groups.items[group].preposition);
    for (size_t i = 0; i < rule->frame.places.count; i++) {
        const struct frame_place *place = &rule->frame.places.items[i];
        if (!form_in(form, place->prepositions.items, place->prepositions.count)) continue;
        struct filler *out = &x->arguments[place->argument];
        if (!out->missing) return false;
        int32_t named = detail_place(m, t->p, group);
        if (!match_fill(m->out, t->p->sentence, named == NONE ? group : named, &about->arguments.items[place->argument], out) || out->speaker) {
            *out = (struct filler){.mention = NONE, .entity = NONE, .group = NONE, .missing = true};
            return false;
        }
        *preposition = symbols_text(&m->r->symbols, place->prepositions.items[0]);
        return true;
    }
    return false;
}

/* "for £3m", "by 12 seconds", "cost £3m" */
static const struct figure *amount_at(const struct matcher *m, const struct attempt *t, int32_t group, struct text *preposition) {
    const struct frame *f = &m->r->rules.items[t->rule].frame;
    int32_t before = t->p->groups.items[group].preposition;
    const struct figure *figure = detail_amount(m, t->p, group);
    for (size_t i = 0; figure && i < f->amounts.count; i++) {
        const struct frame_amount *amount = &f->amounts.items[i];
        if (!amount->prepositions.count) {
            if (before == NONE && group == t->object && !figure_fits(figure, FIGURE_COUNT)) return figure;
            continue;
        }
        if (before == NONE || !form_in(form_at(m->s, before), amount->prepositions.items, amount->prepositions.count)) continue;
        *preposition = symbols_text(&m->r->symbols, amount->prepositions.items[0]);
        return figure;
    }
    return NULL;
}

/* The detail that the rule asks for, in one of the groups around the verb. */
static bool read_detail(const struct matcher *m, const struct attempt *t, int32_t group, struct match *x, struct text *preposition) {
    enum value_space space = space_of(m, t->rule);
    bool leads = t->p->groups.items[group].preposition != NONE;
    if (space == SPACE_ATOM) return leads && detail_place(m, t->p, group) != NONE && fill_place(m, t, group, x, preposition);
    x->figure = space == SPACE_DATE ? detail_date(m, t->p, group) : amount_at(m, t, group, preposition);
    return x->figure != NULL;
}

/* Where it was done beside what is asked: what sets one deed apart from another of the same kind. */
static void fill_setting(const struct matcher *m, const struct attempt *t, int32_t detail, struct match *x) {
    struct text ignored;
    if (space_of(m, t->rule) == SPACE_ATOM) return;
    for (int32_t g = detail_next(t->p, t->clause, NONE); g != NONE; g = detail_next(t->p, t->clause, g))
        if (g != detail && t->p->groups.items[g].preposition != NONE && fill_place(m, t, g, x, &ignored)) return;
}

/* The match takes in the detail. */
static void reach(struct match *x, const struct group *detail) {
    if (detail->first < x->first) x->first = detail->preposition == NONE ? detail->first : detail->preposition;
    if (detail->last > x->last) x->last = detail->last;
}

/* When, where, or by how much it was done. Of places and dates only the first: "at the airport in Ostrow on Monday". */
/* `first`: the clause's first detail, which many rules ask for. */
static bool try_details(struct matcher *m, const struct parse *p, int32_t clause, int32_t number, int32_t first) {
    if (first == NONE) return true;
    const struct clause *c = &p->clauses.items[clause];
    struct match bare = match_of(m, p, clause, number);
    struct attempt t = attempt_of(p, clause, number, NONE);
    if (bare.outer != NONE || is_copula(m, p, c)) return true;
    bool one = space_of(m, number) != SPACE_FIGURE, found = false;
    for (int32_t g = first; g != NONE && !(one && found); g = detail_next(p, clause, g)) {
        struct match x = bare;
        struct text preposition = TEXT("");
        if (!read_detail(m, &t, g, &x, &preposition)) continue;
        found = true;
        struct attempt parties = t;
        if (g == t.object) parties.object = NONE;
        if (!fill_parties(m, &parties, &x)) continue;
        name_detail(m, p, c, preposition, &x);
        fill_setting(m, &t, g, &x);
        reach(&x, &p->groups.items[g]);
        if (!match_add(m, &x)) return false;
    }
    return true;
}

static bool try_clause(struct matcher *m, const struct parse *p, int32_t clause, int32_t number, int32_t first_detail) {
    const struct clause *c = &p->clauses.items[clause];
    const struct frame *f = &m->r->rules.items[number].frame;
    const struct word *verb = verb_word(m, p, c);
    if (f->among >= 0 && !rules_list_holds(m->r, f->among, verb->known_verb)) return true;
    if (asks_doer(m, number)) return is_copula(m, p, c) || try_doer(m, p, clause, number);
    enum value_space space = space_of(m, number);
    bool detail = space == SPACE_DATE || space == SPACE_ATOM || (space == SPACE_FIGURE && f->amounts.count);
    if (detail) return try_details(m, p, clause, number, first_detail);
    return (space != SPACE_FIGURE && is_taken(m, p, c)) || try_deed(m, p, clause, number);
}

bool every_verb_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    for (size_t c = 0; m->r->every_verb.count && c < p->clauses.count; c++) {
        if (!wanted(m, p, (int32_t)c)) continue;
        int32_t detail = detail_next(p, (int32_t)c, NONE);
        for (size_t i = 0; i < m->r->every_verb.count; i++)
            if (!try_clause(m, p, (int32_t)c, m->r->every_verb.items[i], detail)) return false;
    }
    return true;
}

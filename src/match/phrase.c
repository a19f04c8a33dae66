/* Phrases: literal patterns, tried around the words they cannot do without. */
#include "base/trait.h"
#include "match/matcher.h"

static bool already(const struct matcher *m, uint32_t sentence, const struct trigger *k, int32_t from, int32_t to) {
    for (size_t i = m->out->matches.count; i-- > 0;) {
        const struct match *x = &m->out->matches.items[i];
        if (x->sentence + 1 < sentence) return false;
        if (x->rule == k->rule && !m->r->rules.items[x->rule].is_frame && x->phrase == k->index && x->first <= to && x->last >= from)
            return true;
    }
    return false;
}

static bool was_literal(const struct capture *c, int32_t t) {
    return t >= c->from && t - c->from < 64 && (c->literal >> (t - c->from) & 1);
}

/* "not in favour": does the negation stand right before a word of the phrase? */
static bool negates_next(const struct parse *p, const struct capture *c, int32_t t) {
    while (t < c->to && tag_at(p, t + 1) == TAG_ADVERB && !was_literal(c, t + 1)) t++;
    return was_literal(c, t + 1);
}

static bool holds_literal(const struct capture *c, const struct group *g) {
    for (int32_t t = g->first; t <= g->last; t++)
        if (was_literal(c, t)) return true;
    return false;
}

/* Is a noun group inside the match negated by a word that the phrase itself does not say? What only stands between the
 * parts of a loose phrase is not asked. */
static bool has_negated_group(const struct matcher *m, const struct parse *p, const struct capture *c, bool loose) {
    for (int32_t t = c->from; t <= c->to && t <= p->last; t++) {
        int32_t g = group_at(p, t);
        bool in_verb = g != NONE && p->groups.items[g].kind == GROUP_VERB;
        if (loose && (g == NONE ? !negates_next(p, c, t) : !holds_literal(c, &p->groups.items[g]))) continue;
        if (tag_at(p, t) == TAG_NEGATION && !in_verb && !was_literal(c, t)) return true; /* "pleaded not guilty" */
        if (g == NONE || !(p->groups.items[g].flags & GROUP_NEGATED) || p->groups.items[g].kind != GROUP_NOUN) continue;
        for (int32_t k = p->groups.items[g].first; k <= p->groups.items[g].head; k++)
            if ((token_at(m->s, k)->word->traits & TRAIT_NEGATIVE) && !was_literal(c, k)) return true;
    }
    return false;
}

static bool fill(const struct matcher *m, const struct rule *rule, const struct proposition *about,
                 const struct capture *c, struct match *x) {
    for (size_t i = 0; i < MAX_ARGUMENTS; i++) x->arguments[i] = c->filler[i];
    for (size_t i = 0; i < rule->set.count; i++)
        x->arguments[rule->set.items[i].argument] =
            (struct filler){.mention = NONE, .entity = rule->set.items[i].entity, .group = NONE};
    for (size_t i = 0; i < about->arguments.count; i++)
        if (x->arguments[i].missing && !default_known(m, &about->arguments.items[i])) return false;
    return true;
}

static enum mention_quantity quantity_of(const struct matcher *m, const struct match *x, size_t arguments) {
    enum mention_quantity found = QUANTITY_PLAIN;
    for (size_t i = 0; i < arguments; i++) {
        int32_t mention = x->arguments[i].mention;
        if (mention == NONE) continue;
        if (x->arguments[i].open) {
            if (m->out->mentions.items[mention].quantity) found = m->out->mentions.items[mention].quantity;
            continue;
        }
        if (x->arguments[i].entity == NONE) continue;
        if (x->arguments[i].part) return QUANTITY_PART;
        if (x->arguments[i].pronoun) continue;
        if (m->r->entities.items[x->arguments[i].entity].parts.count && m->out->mentions.items[mention].quantity)
            found = m->out->mentions.items[mention].quantity;
    }
    return found;
}

/* "Witkoff and Kushner met Putin": one match for each of a coordinated slot. */
static bool add_conjuncts(struct matcher *m, const struct match *x, const struct proposition *about, const struct parse *p) {
    for (size_t i = 0; i < about->arguments.count; i++) {
        int32_t g = x->arguments[i].mention == NONE ? NONE : x->arguments[i].group;
        int steps = 0;
        bool ends = g != NONE && p->groups.items[g].last >= x->last;
        while (g != NONE && (g = p->groups.items[g].conjunct) != NONE && ++steps < 8) {
            if (!ends && p->groups.items[g].first > x->last) break; /* "Ann Roe, 61, and Ben Ode, 48" */
            struct match more = *x;
            if (match_fill(m->out, x->sentence, g, &about->arguments.items[i], &more.arguments[i]) && !match_add(m, &more))
                return false;
        }
    }
    return true;
}

/* Does something stand in the sentence with which the rule is not to be tried? */
static bool is_excluded(struct matcher *m, const struct rule *rule, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    struct capture c;
    for (size_t i = 0; i < rule->unless.count; i++)
        for (int32_t t = p->first; t <= p->last; t++)
            if (m->begins[t] & rule->unless.items[i]->begins && pattern_match(m, rule->unless.items[i], NULL, sentence, t, &c)) return true;
    return false;
}

static bool emit(struct matcher *m, uint32_t sentence, const struct trigger *k, int32_t anchor, const struct capture *c) {
    const struct parse *p = &m->out->parses[sentence];
    const struct rule *rule = &m->r->rules.items[k->rule];
    const struct proposition *about = &m->r->propositions.items[rule->proposition];
    int32_t head = c->verb != NONE ? c->verb : c->noun != NONE ? c->noun : anchor;
    if (head > p->last) head = c->from;
    struct match x = {.rule = k->rule, .phrase = k->index, .sentence = sentence, .first = c->from, .last = c->to,
                      .head = head, .clause = p->clause_of[head - p->first], .nominal = c->verb == NONE,
                      .outer = NONE, .figure = c->figure, .loose = rule->phrases.items[k->index].pattern->kind == PATTERN_PARTS, .literal = c->literal};
    int32_t shift = c->fronted ? c->from - p->first : 0; /* then it is all that is told */
    x.first -= shift;
    x.literal = shift < 64 ? c->literal << shift : 0;
    if (!fill(m, rule, about, c, &x) || is_excluded(m, rule, sentence)) return true;
    x.quantity = quantity_of(m, &x, about->arguments.count);
    x.negated_group = has_negated_group(m, p, c, x.loose);
    for (int32_t t = c->from; t <= c->to + 2 && t <= p->last; t++)
        x.stressed |= token_at(m->s, t)->word->bits & BEGINS_WHOLE && list_match(m->r, m->s, m->whole_words, t, p->last) > 0;
    return match_add(m, &x) && (c->verb == NONE || add_conjuncts(m, &x, about, p));
}

/* "The morning after he met Kushner, the spokesman | said …": what stands behind the comma begins a clause of its own. */
static bool ends_in_a_subject(const struct matcher *m, uint32_t sentence, const struct capture *c) {
    const struct parse *p = &m->out->parses[sentence];
    int32_t g = c->to > p->last ? NONE : group_at(p, c->to), verb = c->to >= p->last ? NONE : group_at(p, c->to + 1);
    if (g == NONE || verb == NONE || p->groups.items[g].last != c->to || p->groups.items[g].kind != GROUP_NOUN) return false;
    int32_t before = p->groups.items[g].first - 1, clause = p->clause_of[c->to + 1 - p->first];
    if (before <= c->from || !was_literal(c, before) || !text_equal(token_at(m->s, before)->word->text, TEXT(","))) return false;
    return clause != NONE && p->clauses.items[clause].verb == verb && p->clauses.items[clause].subject == g &&
           p->groups.items[verb].flags & GROUP_FINITE;
}

/* "Met Roe's deputy", "rejected by Norrland's rivals": whose the last thing is is not meant, unless it acts for him. */
static bool ends_in_an_owner(const struct matcher *m, const struct proposition *about, uint32_t sentence, const struct capture *c) {
    const struct parse *p = &m->out->parses[sentence];
    int32_t g = c->to >= p->last ? NONE : group_at(p, c->to);
    if (g == NONE || p->groups.items[g].last != c->to || tag_at(p, c->to + 1) != TAG_GENITIVE) return false;
    int32_t owned = possessed(p, g);
    for (size_t i = 0; owned != g && i < about->arguments.count; i++) {
        if (c->filler[i].group != g || c->filler[i].missing) continue;
        const struct word *what = token_at(m->s, p->groups.items[owned].head)->word;
        if (rules_list_holds(m->r, m->views, what->known_noun) || rules_list_holds(m->r, m->claims, what->known_noun)) return false;
        return about->arguments.items[i].identity != IDENTITY_SIDE || !rules_list_holds(m->r, m->agent_nouns, what->known_noun);
    }
    return false;
}

static bool try_from(struct matcher *m, uint32_t sentence, const struct trigger *k, int32_t anchor, int32_t start, bool *done) {
    const struct rule *rule = &m->r->rules.items[k->rule];
    const struct proposition *about = &m->r->propositions.items[rule->proposition];
    struct capture c;
    *done = pattern_match(m, rule->phrases.items[k->index].pattern, about, sentence, start, &c) &&
            c.to >= anchor && c.from <= anchor && !ends_in_a_subject(m, sentence, &c) && !ends_in_an_owner(m, about, sentence, &c);
    if (!*done || already(m, sentence, k, c.from, c.to)) return true;
    return emit(m, sentence, k, anchor, &c);
}

static bool try_phrase(struct matcher *m, uint32_t sentence, const struct trigger *k, int32_t anchor) {
    const struct parse *p = &m->out->parses[sentence];
    bool done = false;
    const struct phrase *phrase = &m->r->rules.items[k->rule].phrases.items[k->index];
    if (!holding_meets(m, k)) return true;
    way_note_near(m, sentence);
    if (!beside_meets(m, p, &phrase->beside, anchor)) return true;
    int32_t from = anchor - k->reach;
    if (from < p->first) from = p->first;
    uint64_t begins = phrase->pattern->begins;
    for (int32_t start = from; start <= anchor && !done; start++)
        if (m->begins[start] & begins && !try_from(m, sentence, k, anchor, start, &done)) return false;
    return true;
}

static bool try_all(struct matcher *m, uint32_t sentence, struct trigger_walk walk, int32_t t) {
    for (const struct trigger *k; (k = trigger_next(m->r, &walk));)
        if (k->kind == TRIGGER_PHRASE && m->eligible[k->rule] && promising(m, k) && !try_phrase(m, sentence, k, t)) return false;
    return true;
}

bool phrase_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    for (int32_t t = p->first; t <= p->last; t++) {
        const struct word *w = token_at(m->s, t)->word;
        const struct stand_in *s = m->stand_ins[t];
        if (w->triggers & 1u << TRIGGER_PHRASE && !try_all(m, sentence, trigger_start(w, OF_RULES), t)) return false;
        for (uint32_t i = 0; s && i < s->count; i++)
            if (!try_all(m, sentence, trigger_of(s->names[i], OF_RULES), t)) return false;
    }
    return true;
}

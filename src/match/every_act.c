/* Frames that take whatever somebody does at an occasion: who clashes in a debate, or laughs at a hearing, is there. */
#include "match/matcher.h"

enum { MOST_TOGETHER = 6 };

static bool leads_to(const struct matcher *m, const struct group *g) {
    static const char *const forms[] = {"at", "in", "during", "throughout"};
    return is_any_form(m, g->preposition, forms, sizeof forms / sizeof *forms);
}

/* "At the hearing", not "in hearings", "in the hearing room" or "at Roe's hearing". */
static bool is_occasion(const struct matcher *m, const struct group *g, int32_t occasions) {
    if (g->kind != GROUP_NOUN || g->flags & (GROUP_PLURAL | GROUP_NEGATED | GROUP_PRONOUN) || g->conjunct != NONE) return false;
    return leads_to(m, g) && rules_list_holds(m->r, occasions, token_at(m->s, g->head)->word->known);
}

/* Is told as done by the subject itself: "spoke", "has spoken", but not "was named" or "is on the agenda". */
static bool is_act(const struct parse *p, const struct clause *c) {
    if (c->verb == NONE || c->subject == NONE) return false;
    uint32_t flags = p->groups.items[c->verb].flags;
    return flags & GROUP_FINITE && !(flags & (GROUP_PASSIVE | GROUP_COPULA | GROUP_NEGATED | GROUP_MODAL | GROUP_FUTURE));
}

/* `who`: the subject, or one of several. */
static bool try_act(struct matcher *m, const struct parse *p, int32_t clause, int32_t who, int32_t occasion, int32_t number) {
    const struct rule *rule = &m->r->rules.items[number];
    const struct proposition *about = &m->r->propositions.items[rule->proposition];
    const struct frame *f = &rule->frame;
    const struct clause *c = &p->clauses.items[clause];
    const struct group *verb = &p->groups.items[c->verb];
    struct match x = {.rule = number, .sentence = p->sentence, .head = verb->head, .clause = clause, .first = verb->first,
                      .last = p->groups.items[occasion].last};
    if (verb->first > x.last) x.first = p->groups.items[occasion].preposition, x.last = verb->last;
    arguments_clear(&x);
    if (!match_fill(m->out, p->sentence, who, &about->arguments.items[f->subject], &x.arguments[f->subject])) return true;
    if (x.arguments[f->subject].speaker || x.arguments[f->subject].part) return true;
    if (!match_fill(m->out, p->sentence, occasion, &about->arguments.items[f->every_act], &x.arguments[f->every_act])) return true;
    return match_add(m, &x);
}

static bool try_occasion(struct matcher *m, const struct parse *p, int32_t occasion) {
    int32_t clause = p->clause_of[p->groups.items[occasion].head - p->first];
    if (clause == NONE || !is_act(p, &p->clauses.items[clause])) return true;
    const struct clause *c = &p->clauses.items[clause];
    for (size_t i = 0; i < m->r->every_act.count; i++) {
        int32_t number = m->r->every_act.items[i];
        const struct frame *f = &m->r->rules.items[number].frame;
        symbol verb = token_at(m->s, p->groups.items[c->verb].head)->word->known_verb;
        if (!is_occasion(m, &p->groups.items[occasion], f->among) || rules_list_holds(m->r, f->except, verb)) continue;
        int32_t steps = 0;
        for (int32_t who = c->subject; who != NONE && steps < MOST_TOGETHER; who = p->groups.items[who].conjunct, steps++)
            if (!try_act(m, p, clause, who, occasion, number)) return false;
    }
    return true;
}

bool every_act_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    for (size_t g = 0; m->r->every_act.count && g < p->groups.count; g++)
        if (p->groups.items[g].preposition != NONE && !try_occasion(m, p, (int32_t)g)) return false;
    return true;
}

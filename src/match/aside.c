/* Reports by where they stand, whatever their verb: "The talks, he smiled, were long", "It was over, she sighed." */
#include "match/matcher.h"

static bool is_reported(const struct matcher *m, size_t from, int32_t verb) {
    for (size_t i = from; i < m->out->cues.count; i++)
        if (m->out->cues.items[i].verb == verb) return true;
    return false;
}

/* "…, she sighed.": a subject and a verb of the list, and no more, behind all that is said. */
static bool closes(const struct matcher *m, const struct parse *p, int32_t clause) {
    const struct clause *c = &p->clauses.items[clause];
    if (c->kind != CLAUSE_MAIN || c->first <= p->first + 2 || c->object != NONE || has_dependents(p, clause)) return false;
    const struct token *before = token_at(m->s, c->first - 1);
    bool set_off = before->flags & TOKEN_CLOSE_QUOTE || text_equal(before->word->text, TEXT(","));
    int32_t verb = p->groups.items[c->verb].head, end = p->groups.items[c->verb].last;
    for (int32_t t = end + 1; t <= c->last; t++)
        if (!(token_at(m->s, t)->flags & TOKEN_PUNCTUATION) && tag_at(p, t) != TAG_PARTICLE && tag_at(p, t) != TAG_ADVERB) return false;
    return set_off && rules_list_holds(m->r, m->aside_verbs, token_at(m->s, verb)->word->known_verb);
}

static bool reports_so(const struct matcher *m, const struct parse *p, int32_t clause) {
    const struct clause *c = &p->clauses.items[clause];
    if (c->verb == NONE || c->subject == NONE || p->groups.items[c->verb].flags & GROUP_NEGATED) return false;
    return c->kind == CLAUSE_ASIDE || closes(m, p, clause);
}

bool aside_find(struct matcher *m, uint32_t sentence, size_t from) {
    const struct parse *p = &m->out->parses[sentence];
    for (int32_t c = 0; c < (int32_t)p->clauses.count; c++) {
        if (!reports_so(m, p, c)) continue;
        int32_t verb = p->groups.items[p->clauses.items[c].verb].head;
        if (is_reported(m, from, verb)) continue;
        struct cue_use *u = list_add(m->a, &m->out->cues);
        if (!u) return false;
        *u = (struct cue_use){.cue = NONE, .sentence = sentence, .first = verb, .last = verb, .verb = verb, .speaker = NONE, .speaker_group = NONE};
    }
    return true;
}

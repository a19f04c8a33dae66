/* What a noun group stands for when an entity of some type is wanted; pronouns take the nearest earlier mention that
 * fits, subjects first (after Hobbs 1978, simplified to flat groups). */
#include "base/trait.h"
#include "match/matcher.h"

enum { SENTENCES_BACK = 3 };

static bool fits(const struct matched *m, int32_t entity, int32_t type) {
    return entity != NONE && (type < 0 || rules_type_fits(m->rules, m->rules->entities.items[entity].type, type));
}

enum rank mention_rank(const struct parse *p, const struct mention *x) {
    enum rank best = RANK_ANY;
    if (!p->clauses.items) return best;
    int32_t group = group_at(p, x->head);
    for (size_t c = 0; c < p->clauses.count; c++) {
        const struct clause *clause = &p->clauses.items[c];
        if (clause->subject != group && clause->agent != group) continue;
        bool main = clause->kind == CLAUSE_MAIN || clause->kind == CLAUSE_COORDINATE || clause->kind == CLAUSE_ASIDE;
        enum rank rank = main ? RANK_MAIN : RANK_SUBJECT;
        if (rank > best) best = rank;
    }
    return best;
}

static bool gender_fits(enum gender pronoun, const struct mention *x) {
    if (pronoun == GENDER_UNKNOWN) return true;
    if (x->entity == NONE) return (pronoun == GENDER_HE || pronoun == GENDER_SHE) && x->person;
    if (pronoun == GENDER_THEY) return x->gender == GENDER_THEY || x->gender == GENDER_UNKNOWN || x->plural;
    return x->gender == pronoun;
}

struct search {
    const struct matched *m;
    enum gender gender;
    int32_t type, before; /* mentions that end before this token */
    enum rank least;
    bool quoted; /* the pronoun stands in a quotation, and in this very sentence */
    bool outside; /* the pronoun, of a person, stands in none */
};

/* "he" in what someone says is not the one who says it. */
static bool says_it(const struct search *q, uint32_t sentence, const struct mention *x) {
    if (!q->quoted || (token_at(q->m->segmented, x->head)->flags & TOKEN_QUOTED)) return false;
    const struct parse *p = &q->m->parses[sentence];
    int32_t next = group_at(p, x->head) + 1;
    return mention_rank(p, x) > RANK_ANY || (next < (int32_t)p->groups.count && (p->groups.items[next].flags & GROUP_FINITE));
}

/* "“Putin can end it,” he said": who is spoken of in a quotation is not he who stands outside it. */
static bool is_spoken_of(const struct search *q, const struct mention *x) {
    return q->outside && (token_at(q->m->segmented, x->head)->flags & TOKEN_QUOTED);
}

/* "A profile called Kushner the special envoy": what somebody is said to be is nobody who was named. */
static bool is_predicate(const struct parse *p, const struct mention *x) {
    if (x->kind != MENTION_TITLE || !p->clauses.items) return false;
    int32_t group = group_at(p, x->head);
    for (size_t c = 0; c < p->clauses.count; c++)
        if (p->clauses.items[c].complement == group) return true;
    return false;
}

/* The last fitting mention of a sentence: 1 found, -1 a person stands in between whom the rules do not know. */
static int search_sentence(const struct search *q, uint32_t sentence, int32_t *found) {
    const struct mention_range *r = &q->m->sentence_mentions[sentence];
    for (int32_t i = r->first + r->count - 1; i >= r->first; i--) {
        const struct mention *x = &q->m->mentions.items[i];
        if (x->last >= q->before || x->kind == MENTION_PRONOUN || is_predicate(&q->m->parses[sentence], x)) continue;
        if (q->type >= 0 && !x->person && q->gender != GENDER_HE && q->gender != GENDER_SHE && fits(q->m, x->unlike, q->type)) return -1;
        if (!gender_fits(q->gender, x)) continue;
        if (mention_rank(&q->m->parses[sentence], x) < q->least || says_it(q, sentence, x) || is_spoken_of(q, x)) continue;
        if (fits(q->m, x->entity, q->type)) {
            *found = i;
            return 1;
        }
        bool person_wanted = q->gender == GENDER_HE || q->gender == GENDER_SHE;
        if (person_wanted && (x->entity != NONE || q->least > RANK_ANY)) return -1;
    }
    return 0;
}

static int32_t find_antecedent(const struct matched *m, uint32_t sentence, int32_t token, enum gender gender, int32_t type) {
    bool quoted = token_at(m->segmented, token)->flags & TOKEN_QUOTED;
    bool person = gender == GENDER_HE || gender == GENDER_SHE;
    struct search q = {m, gender, type, token, RANK_ANY, false, person && !quoted};
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
        for (int rank = gender == GENDER_IT ? RANK_ANY : RANK_MAIN; rank >= RANK_ANY; rank--) {
            int32_t found = NONE;
            q.least = (enum rank)rank;
            q.quoted = quoted && back == 0;
            int answer = search_sentence(&q, sentence - back, &found);
            if (answer) return answer > 0 ? found : NONE;
        }
    }
    return NONE;
}

static uint32_t head_traits(const struct matched *m, const struct group *g) {
    return token_at(m->segmented, g->head)->word->traits;
}

static bool is_rest(const struct matched *m, const struct group *g) {
    return head_traits(m, g) & TRAIT_REST;
}

bool counts_out(const struct matched *m, const struct group *g) {
    return (g->flags & GROUP_NUMBER) || (head_traits(m, g) & (TRAIT_REST | TRAIT_COUNTS_OUT | TRAIT_WHOLE));
}

bool first_person(const struct matched *m, const struct group *g) {
    return head_traits(m, g) & TRAIT_FIRST_PERSON;
}

static bool take(const struct matched *m, int32_t mention, struct filler *out) {
    if (mention == NONE) return false;
    out->mention = mention;
    out->entity = m->mentions.items[mention].entity;
    return true;
}

/* "It was discovered that he had fled", "it is clear that …": no thing. */
static bool is_expletive(const struct matched *m, uint32_t sentence, int32_t group) {
    const struct parse *p = &m->parses[sentence];
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i], *above = c->governor == NONE ? NULL : &p->clauses.items[c->governor];
        if (c->kind != CLAUSE_COMPLEMENT || !above || above->subject != group || above->verb == NONE) continue;
        if (p->groups.items[above->verb].flags & (GROUP_PASSIVE | GROUP_COPULA)) return true;
    }
    return false;
}

static bool resolve_pronoun(const struct matched *m, uint32_t sentence, const struct group *g, const struct mention *x,
                            int32_t type, struct filler *out) {
    if (first_person(m, g)) {
        out->speaker = true;
        return true;
    }
    if (x->gender == GENDER_UNKNOWN && !is_rest(m, g)) return false;
    if (x->gender == GENDER_IT && is_expletive(m, sentence, group_at(&m->parses[sentence], g->head))) return false;
    out->pronoun = true;
    return take(m, find_antecedent(m, sentence, g->first, x->gender, type), out);
}

/* "others were rejected": pieces of the last thing of the type that has pieces. */
static bool resolve_rest(const struct matched *m, uint32_t sentence, const struct group *g, int32_t type, struct filler *out) {
    if (!is_rest(m, g) || g->of != NONE) return false;
    int32_t whole = find_antecedent(m, sentence, g->first, GENDER_UNKNOWN, type);
    out->part = true;
    return whole != NONE && m->rules->entities.items[m->mentions.items[whole].entity].parts.count && take(m, whole, out);
}

bool match_resolve(const struct matched *m, uint32_t sentence, int32_t group, int32_t type, struct filler *out) {
    *out = (struct filler){.mention = NONE, .entity = NONE, .group = group};
    const struct parse *p = &m->parses[sentence];
    if (group == NONE || !m->group_mentions[sentence]) return false;
    const struct group *g = &p->groups.items[group];
    const struct mention_range *r = &m->group_mentions[sentence][group];
    for (int32_t i = r->first; i < r->first + r->count; i++)
        if (fits(m, m->mentions.items[i].entity, type)) return take(m, i, out);
    if (g->of != NONE && g->of != group && counts_out(m, g)) {
        bool part = is_rest(m, g);
        bool good = match_resolve(m, sentence, g->of, type, out);
        out->group = group;
        out->part |= part;
        return good;
    }
    if (r->count && resolve_rest(m, sentence, g, type, out)) return true;
    if (r->count && m->mentions.items[r->first].kind == MENTION_PRONOUN)
        return resolve_pronoun(m, sentence, g, &m->mentions.items[r->first], type, out);
    if (g->apposition != NONE && g->apposition != group) {
        const struct mention_range *other = &m->group_mentions[sentence][g->apposition];
        for (int32_t i = other->first; i < other->first + other->count; i++)
            if (fits(m, m->mentions.items[i].entity, type)) return take(m, i, out);
    }
    return false;
}

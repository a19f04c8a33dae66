/* Whom "he" and "the president" mean: settled once, in order, so that who was spoken of last can be taken up again. */
#include "match/matcher.h"

static int32_t clause_of_token(const struct parse *p, int32_t t) {
    return p->clauses.items ? p->clause_of[t - p->first] : NONE;
}

/* A mention of one of those whom the words could mean, or NULL. */
static const struct mention *candidate(const struct matched *m, const struct mention_range *words, int32_t i) {
    const struct mention *x = &m->mentions.items[i];
    if (x->kind == MENTION_PRONOUN && x->antecedent != NONE) x = &m->mentions.items[x->antecedent];
    for (int32_t k = words->first; x->entity != NONE && k < words->first + words->count; k++)
        if (m->mentions.items[k].entity == x->entity) return &m->mentions.items[k];
    return NULL;
}

/* Of a sentence the last candidate of the highest rank; those that share a clause with the words are others. */
static const struct mention *best_of(const struct matched *m, const struct mention_range *words, uint32_t sentence) {
    const struct mention *x = &m->mentions.items[words->first], *best = NULL;
    const struct mention_range *r = &m->sentence_mentions[sentence];
    const struct parse *p = &m->parses[sentence];
    int best_rank = -1;
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct mention *y = &m->mentions.items[i], *who = candidate(m, words, i);
        if (!who || y->kind == MENTION_PART || (sentence == x->sentence && y->first >= x->first)) continue;
        if (sentence == x->sentence && clause_of_token(p, y->head) == clause_of_token(p, x->head)) continue;
        int rank = (int)mention_rank(p, y);
        if (sentence == x->sentence && rank == RANK_ANY) continue; /* "Putin's people hate it, said the president" */
        if (rank >= best_rank) best = who, best_rank = rank;
    }
    return best;
}

/* "The president refused, his spokesman Dmitry Peskov said": the one whose side speaks in another clause. */
static const struct mention *of_speaker(const struct matched *m, const struct mention_range *words, uint32_t sentence) {
    const struct mention *x = &m->mentions.items[words->first], *found = NULL;
    const struct mention_range *r = &m->sentence_mentions[sentence];
    const struct parse *p = &m->parses[sentence];
    const struct entity *all = m->rules->entities.items;
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct mention *y = &m->mentions.items[i];
        if (y->entity == NONE || y->kind == MENTION_PRONOUN || mention_rank(p, y) < RANK_MAIN) continue;
        if (clause_of_token(p, y->head) == clause_of_token(p, x->head)) continue;
        for (int32_t k = words->first; k < words->first + words->count; k++) {
            int32_t side = all[m->mentions.items[k].entity].speaks_for;
            if (side < 0 || y->entity == m->mentions.items[k].entity || (side != y->entity && side != all[y->entity].speaks_for)) continue;
            if (found && found != &m->mentions.items[k]) return NULL;
            found = &m->mentions.items[k];
        }
    }
    return found;
}

static const struct mention *named_first(const struct matcher *m, const struct mention_range *words) {
    const struct mention *best = &m->out->mentions.items[words->first];
    for (int32_t k = words->first; k < words->first + words->count; k++) {
        const struct mention *x = &m->out->mentions.items[k];
        if (m->seen[x->entity] && (!m->seen[best->entity] || m->seen[x->entity] < m->seen[best->entity])) best = x;
    }
    return best;
}

/* "the president" of a text with three of them is the one last spoken of; the others are left without words. */
static void choose(struct matcher *m, const struct mention_range *words, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    const struct mention *best = of_speaker(m->out, words, sentence);
    uint32_t back = speaks_behind(m->out, p, m->out->mentions.items[words->first].head) ? 1 : 0;
    for (; !best && back <= sentence; back++) best = best_of(m->out, words, sentence - back);
    if (!best) best = named_first(m, words);
    struct mention chosen = *best;
    for (int32_t k = words->first; k < words->first + words->count; k++) m->out->mentions.items[k].entity = NONE;
    m->out->mentions.items[words->first] = chosen;
}

static bool is_ambiguous(const struct matched *m, const struct mention_range *words) {
    const struct mention *x = &m->mentions.items[words->first];
    for (int32_t k = 0; k < words->count; k++)
        if (x[k].kind != MENTION_BRIEF || x[k].entity == NONE || x[k].first != x->first || x[k].last != x->last || !x[k].gender) return false;
    return words->count > 1;
}

/* Takes out the mentions, of the last sentence that has any, that were left without words. */
static void close_up(struct matcher *m, uint32_t sentence) {
    struct mention_range *ranges = m->out->group_mentions[sentence], *all = &m->out->sentence_mentions[sentence];
    struct mention *items = m->out->mentions.items;
    int32_t to = ranges[0].first;
    for (size_t g = 0; g < m->out->parses[sentence].groups.count; g++) {
        int32_t from = ranges[g].first, count = ranges[g].count;
        ranges[g] = (struct mention_range){to, 0};
        for (int32_t i = from; i < from + count; i++)
            if (items[i].kind != MENTION_BRIEF || items[i].entity != NONE) items[to++] = items[i];
        ranges[g].count = to - ranges[g].first;
    }
    if (all->first == ranges[0].first && all->count) all->count = to - all->first;
    m->out->mentions.count = (size_t)to;
}

void reference_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    const struct mention_range *ranges = m->out->group_mentions[sentence];
    bool chosen = false;
    for (size_t g = 0; ranges && g < p->groups.count; g++) {
        if (ranges[g].count < 2 || !is_ambiguous(m->out, &ranges[g])) continue;
        choose(m, &ranges[g], sentence);
        chosen = true;
    }
    if (chosen) close_up(m, sentence);
    for (size_t g = 0; ranges && g < p->groups.count; g++) {
        struct mention *x = &m->out->mentions.items[ranges[g].first];
        if (ranges[g].count == 1 && x->kind == MENTION_PRONOUN && (x->gender == GENDER_HE || x->gender == GENDER_SHE))
            x->antecedent = find_antecedent(m->out, sentence, x->first, x->gender, -1);
    }
}

/* What a noun group stands for when an entity of some type is wanted; pronouns take the nearest earlier mention that
 * fits, subjects first (after Hobbs 1978, simplified to flat groups). */
#include "base/trait.h"
#include "lexicon/usage.h"
#include "match/matcher.h"

enum { SENTENCES_BACK = 3 };

static bool fits(const struct matched *m, int32_t entity, int32_t type) {
    return entity != NONE && (type < 0 || rules_type_fits(m->rules, m->rules->entities.items[entity].type, type));
}

/* The subject, or the name of one: "the secretary general, | Mark Rutte,". */
static bool is_subject(const struct parse *p, int32_t subject, int32_t group) {
    if (group == NONE || subject == NONE) return false;
    const struct group *g = &p->groups.items[group];
    return group == subject || (g->apposition == subject && g->flags & GROUP_NAME);
}

enum rank mention_rank(const struct parse *p, const struct mention *x) {
    enum rank best = RANK_ANY;
    if (!p->clauses.items) return best;
    int32_t group = group_at(p, x->head);
    for (size_t c = 0; c < p->clauses.count; c++) {
        const struct clause *clause = &p->clauses.items[c];
        if (!is_subject(p, clause->subject, group) && clause->agent != group) continue;
        bool main = clause->kind == CLAUSE_MAIN || clause->kind == CLAUSE_COORDINATE || clause->kind == CLAUSE_ASIDE;
        enum rank rank = main ? RANK_MAIN : RANK_SUBJECT;
        if (rank > best) best = rank;
    }
    return best;
}

static uint32_t traits_within(const struct matched *m, const struct group *g) {
    uint32_t traits = 0;
    for (int32_t t = g->first; t <= g->last; t++) traits |= token_at(m->segmented, t)->word->traits;
    return traits;
}

bool is_other_sex(const struct matched *m, const struct parse *p, int32_t group, enum gender pronoun) {
    if (group == NONE || (pronoun != GENDER_HE && pronoun != GENDER_SHE)) return false;
    const struct group *g = &p->groups.items[group];
    uint32_t traits = traits_within(m, g);
    if (g->apposition != NONE) traits |= traits_within(m, &p->groups.items[g->apposition]);
    if (group + 1 < (int32_t)p->groups.count && g[1].apposition == group) traits |= traits_within(m, g + 1);
    uint32_t own = pronoun == GENDER_HE ? TRAIT_HE : TRAIT_SHE, other = pronoun == GENDER_HE ? TRAIT_SHE : TRAIT_HE;
    return (traits & (own | other)) == other;
}

static bool gender_fits(enum gender pronoun, const struct mention *x) {
    if (pronoun == GENDER_UNKNOWN) return true;
    if (x->entity == NONE && x->kind != MENTION_PRONOUN) return (pronoun == GENDER_HE || pronoun == GENDER_SHE) && (x->person || x->human);
    if (pronoun == GENDER_THEY) return x->gender == GENDER_THEY || x->gender == GENDER_UNKNOWN || x->plural;
    return x->gender == pronoun;
}

struct search {
    const struct matched *m;
    enum gender gender;
    int32_t type, before; /* mentions that end before this token */
    uint32_t own;         /* the sentence of the pronoun */
    enum rank least;
    bool quoted; /* the pronoun stands in a quotation, and in this very sentence */
    bool outside; /* the pronoun, of a person, stands in none */
    int32_t barred;  /* whom the subject of its clause, of which it is an object, stands for, or NONE */
    const struct group *subject; /* that subject, or NULL */
    int32_t clause; /* of which the pronoun is the subject, or NONE */
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

/* "A profile called Kushner the special envoy", "as Norrland's foreign minister he": what somebody is said to be is nobody who
 * was named. */
static bool is_predicate(const struct matched *m, const struct parse *p, const struct mention *x) {
    if (x->kind == MENTION_NAME || x->kind == MENTION_PRONOUN || !p->clauses.items) return false;
    int32_t group = group_at(p, x->head), as = group == NONE ? NONE : p->groups.items[group].preposition;
    if (as != NONE && text_equal(token_at(m->segmented, as)->word->text, TEXT("as"))) return true;
    if (x->kind != MENTION_TITLE) return false;
    for (size_t c = 0; c < p->clauses.count; c++)
        if (p->clauses.items[c].complement == group) return true;
    return false;
}

/* Whom a mention stands for: itself; for "he" whom it takes up, so that who was spoken of last stays the one; NONE. */
static int32_t stands_for(const struct search *q, int32_t mention) {
    const struct mention *x = &q->m->mentions.items[mention];
    if (x->kind != MENTION_PRONOUN) return mention;
    bool person = x->gender == GENDER_HE || x->gender == GENDER_SHE;
    return person && x->gender == q->gender ? x->antecedent : NONE;
}

/* "Putin told him": not whom the subject is. */
static bool is_barred(const struct search *q, const struct mention *x, int32_t who) {
    if (q->barred == NONE) return false;
    const struct mention *barred = &q->m->mentions.items[q->barred], *meant = &q->m->mentions.items[who];
    const struct parse *p = &q->m->parses[x->sentence];
    int32_t group = group_at(p, x->head);
    bool renames = group != NONE && p->groups.items[group].apposition != NONE && &p->groups.items[p->groups.items[group].apposition] == q->subject;
    return who == q->barred || renames || (meant->entity != NONE && meant->entity == barred->entity);
}

/* "For Roe herself she had no thanks": who is spoken of in front is not who speaks; but "in Roe's view she". */
static bool is_fronted(const struct search *q, uint32_t sentence, const struct mention *x) {
    const struct parse *p = &q->m->parses[sentence];
    int32_t group = q->clause == NONE || q->own != sentence ? NONE : group_at(p, x->head);
    if (group == NONE || p->groups.items[group].preposition == NONE || p->clause_of[x->head - p->first] != q->clause) return false;
    int32_t next = p->groups.items[group].last + 1;
    return next > p->last || p->tags[next - p->first] != TAG_GENITIVE;
}

/* The last fitting mention of a sentence: 1 found, -1 a person stands in between whom the rules do not know. */
static int search_sentence(const struct search *q, uint32_t sentence, int32_t *found) {
    const struct mention_range *r = &q->m->sentence_mentions[sentence];
    bool person_wanted = q->gender == GENDER_HE || q->gender == GENDER_SHE;
    for (int32_t i = r->first + r->count - 1; i >= r->first; i--) {
        const struct mention *x = &q->m->mentions.items[i];
        int32_t who = x->last < q->before ? stands_for(q, i) : NONE;
        if (who == NONE || is_predicate(q->m, &q->m->parses[sentence], x)) continue;
        if (q->type >= 0 && !x->person && !person_wanted && fits(q->m, x->unlike, q->type)) return -1;
        if (!gender_fits(q->gender, x)) continue;
        if (x->entity == NONE && is_other_sex(q->m, &q->m->parses[sentence], group_at(&q->m->parses[sentence], x->head), q->gender)) continue;
        if (mention_rank(&q->m->parses[sentence], x) < q->least || says_it(q, sentence, x) || is_spoken_of(q, x)) continue;
        if (is_barred(q, x, who) || is_fronted(q, sentence, x)) continue;
        if (fits(q->m, q->m->mentions.items[who].entity, q->type)) {
            *found = who;
            return 1;
        }
        if (person_wanted && (x->entity != NONE || q->least > RANK_ANY)) return -1;
    }
    return 0;
}

static const struct clause *clause_of_subject(const struct parse *p, int32_t group) {
    for (size_t c = 0; group != NONE && c < p->clauses.count; c++)
        if (p->clauses.items[c].subject == group) return &p->clauses.items[c];
    return NULL;
}

static int32_t clause_number(const struct parse *p, const struct clause *c) {
    return c ? (int32_t)(c - p->clauses.items) : NONE;
}

static bool governs(const struct parse *p, const struct clause *clause) {
    int32_t number = (int32_t)(clause - p->clauses.items);
    for (size_t c = 0; c < p->clauses.count; c++)
        if (p->clauses.items[c].governor == number) return true;
    return false;
}

/* "Putin cannot end it, he argued", "the plan, he said, is Putin's": he is nobody of whom he speaks before. */
bool speaks_behind(const struct matched *m, const struct parse *p, int32_t token) {
    const struct clause *c = clause_of_subject(p, group_at(p, token));
    if (!c || c->verb == NONE) return false;
    if (c->kind == CLAUSE_ASIDE) return true;
    bool reports = token_at(m->segmented, p->groups.items[c->verb].head)->word->usage & USAGE_REPORT;
    bool set_off = c->first > p->first + 2 && token_at(m->segmented, c->first - 1)->flags & (TOKEN_PUNCTUATION | TOKEN_CLOSE_QUOTE);
    return c->kind == CLAUSE_MAIN && reports && set_off && !governs(p, c);
}

/* "Voted for it", "objected to it": what the verb's own preposition brings is as much its object; not "has it in it". */
static bool asked_for(const struct matched *m, const struct parse *p, const struct clause *c, const struct group *g) {
    static const char *const forms[] = {"for", "against", "to", "of", "about", "at", "on"};
    if (c->verb == NONE || c->object != NONE || g->preposition == NONE) return false;
    const struct group *verb = &p->groups.items[c->verb];
    bool right = g->preposition == verb->last + 1 && !(verb->flags & (GROUP_COPULA | GROUP_PASSIVE));
    for (size_t i = 0; right && i < sizeof forms / sizeof *forms; i++)
        if (text_equal(token_at(m->segmented, g->preposition)->word->text, text_of(forms[i]))) return true;
    return false;
}

/* The subject of the clause in which the pronoun is an object, or NONE. */
static int32_t subject_over(const struct matched *m, const struct parse *p, int32_t token, bool person) {
    int32_t g = group_at(p, token), c = p->clauses.items ? p->clause_of[token - p->first] : NONE;
    if (g == NONE || c == NONE || p->clauses.items[c].subject == g || !(p->groups.items[g].flags & GROUP_PRONOUN)) return NONE;
    bool bare = p->groups.items[g].preposition == NONE || asked_for(m, p, &p->clauses.items[c], &p->groups.items[g]);
    return text_ends(token_at(m->segmented, token)->word->text, TEXT("self")) || (!bare && !person) ? NONE : p->clauses.items[c].subject;
}

int32_t match_subject_over(const struct matched *m, const struct parse *p, int32_t token) {
    return p->groups.items ? subject_over(m, p, token, false) : NONE;
}

static void bar_subject(struct search *q, uint32_t sentence, int32_t token, bool person) {
    const struct parse *p = &q->m->parses[sentence];
    int32_t subject = subject_over(q->m, p, token, person);
    const struct mention_range *r = subject == NONE ? NULL : &q->m->group_mentions[sentence][subject];
    if (!r || !r->count) return;
    const struct mention *x = &q->m->mentions.items[r->first];
    q->subject = &p->groups.items[subject];
    q->barred = x->kind == MENTION_PRONOUN && x->antecedent != NONE ? x->antecedent : r->first;
}

/* "Putin was generous: the Europeans, he granted, …": what he says begins behind the colon. The token, or NONE. */
static int32_t content_begins(const struct matched *m, const struct parse *p, int32_t token) {
    for (int32_t t = token - 1; t > p->first; t--)
        if (token_at(m->segmented, t)->word->traits & (TRAIT_COLON | TRAIT_SEMICOLON)) return t;
    return NONE;
}

int32_t find_antecedent(const struct matched *m, uint32_t sentence, int32_t token, enum gender gender, int32_t type) {
    const struct parse *p = &m->parses[sentence];
    bool quoted = token_at(m->segmented, token)->flags & TOKEN_QUOTED;
    bool person = gender == GENDER_HE || gender == GENDER_SHE;
    struct search q = {m, gender, type, token, sentence, RANK_ANY, false, person && !quoted, NONE, NULL, NONE};
    if (p->groups.items && person) q.clause = clause_number(p, clause_of_subject(p, group_at(p, token)));
    if (p->groups.items) bar_subject(&q, sentence, token, person);
    bool behind = person && p->groups.items && speaks_behind(m, p, token);
    int32_t begins = behind ? content_begins(m, p, token) : NONE;
    uint32_t back = behind && begins == NONE ? 1 : 0;
    if (begins != NONE) q.before = begins;
    for (; back <= SENTENCES_BACK && back <= sentence; back++) {
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

/* "It was Roe who led them": who is lifted out of the clause behind, not what "it" is. */
static bool is_lifted(const struct parse *p, const struct clause *c, const struct clause *above) {
    if (c->kind != CLAUSE_RELATIVE || c->marker == NONE || above->complement == NONE) return false;
    const struct group *focus = &p->groups.items[above->complement];
    bool one = focus->kind == GROUP_NOUN && focus->flags & (GROUP_DEFINITE | GROUP_NAME) && !(p->groups.items[above->verb].flags & GROUP_NEGATED);
    return one && (c->subject == above->complement || c->object == above->complement);
}

/* "It was discovered that he had fled", "it is clear that …": no thing. */
static bool is_expletive(const struct matched *m, uint32_t sentence, int32_t group) {
    const struct parse *p = &m->parses[sentence];
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i], *above = c->governor == NONE ? NULL : &p->clauses.items[c->governor];
        if (!above || above->subject != group || above->verb == NONE) continue;
        if (is_lifted(p, c, above)) return true;
        if (c->kind != CLAUSE_COMPLEMENT) continue;
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

static bool take_of(const struct matched *m, uint32_t sentence, int32_t group, int32_t type, struct filler *out) {
    const struct mention_range *r = &m->group_mentions[sentence][group];
    for (int32_t i = r->first; i < r->first + r->count; i++)
        if (fits(m, m->mentions.items[i].entity, type)) return take(m, i, out);
    return false;
}

/* "the alliance's secretary general, | Mark Rutte,": the name behind what it describes, or NONE. */
static int32_t renamed_by(const struct parse *p, int32_t group) {
    enum { NEAR = 3 };
    for (int32_t i = group + 1; i <= group + NEAR && i < (int32_t)p->groups.count; i++)
        if (p->groups.items[i].apposition == group && p->groups.items[i].flags & GROUP_NAME) return i;
    return NONE;
}

bool match_resolve(const struct matched *m, uint32_t sentence, int32_t group, int32_t type, struct filler *out) {
    *out = (struct filler){.mention = NONE, .entity = NONE, .group = group};
    const struct parse *p = &m->parses[sentence];
    if (group == NONE || !m->group_mentions[sentence]) return false;
    const struct group *g = &p->groups.items[group];
    const struct mention_range *r = &m->group_mentions[sentence][group];
    if (take_of(m, sentence, group, type, out)) return true;
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
    if (g->apposition != NONE && g->apposition != group && take_of(m, sentence, g->apposition, type, out)) return true;
    int32_t name = g->flags & GROUP_PLURAL ? NONE : renamed_by(p, group);
    return name != NONE && take_of(m, sentence, name, type, out);
}

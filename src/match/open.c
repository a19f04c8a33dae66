/* Arguments that are open: names and noun groups of the text itself. */
#include "base/figure_word.h"
#include "base/trait.h"
#include "lexicon/usage.h"
#include "match/matcher.h"

enum { SENTENCES_BACK = 2 };

static const struct word *head_word(const struct matched *m, const struct group *g) {
    return token_at(m->segmented, g->head)->word;
}

static bool is_person_noun(const struct matched *m, const struct group *g) {
    return head_word(m, g)->traits & TRAIT_PERSON;
}

bool match_is_time(const struct matched *m, const struct group *g) {
    const struct word *w = head_word(m, g);
    if (w->traits & TRAIT_TIME) return true;
    return w->figure && (figure_word_row(w->figure)->roles & (ROLE_WEEKDAY | ROLE_MONTH | ROLE_DAY));
}

bool match_is_anyone(const struct matched *m, const struct group *g) {
    static const char *const forms[] = {"nobody", "somebody", "someone", "anybody", "anyone", "everybody", "everyone"};
    struct text head = head_word(m, g)->text;
    bool pronoun = head_word(m, g)->grammar == TAG_PRONOUN;
    for (size_t i = 0; pronoun && i < sizeof forms / sizeof *forms; i++)
        if (text_equal(head, text_of(forms[i]))) return true;
    return g->flags & GROUP_NEGATED && text_equal(head, TEXT("one")) && g->last == g->head;
}

/* "Officials are removed from office": nobody in particular. */
static bool is_general(const struct matched *m, const struct group *g) {
    bool bare = (g->flags & GROUP_PLURAL) && (g->flags & GROUP_INDEFINITE) && g->possessor == NONE;
    return bare && token_at(m->segmented, g->first)->word->grammar != TAG_NUMBER && !(token_at(m->segmented, g->first)->flags & TOKEN_NUMBER);
}

static bool kind_fits(const struct matched *m, const struct group *g, enum open_kind kind) {
    bool name = g->flags & GROUP_NAME;
    switch (kind) {
    case OPEN_NOT: return false;
    case OPEN_ANY: return true;
    case OPEN_NAME: return name;
    case OPEN_PERSON: return name || (is_person_noun(m, g) && !is_general(m, g));
    case OPEN_THING: return true;
    }
    return false;
}

/* A common word with a capital because it comes first is no name of a person. */
static bool opens_sentence(const struct matched *m, const struct mention *x, const struct group *g) {
    const struct sentence *s = &m->segmented->sentences.items[x->sentence];
    return g->first == g->last && g->first <= (int32_t)s->first + 1 && head_word(m, g)->listed;
}

/* A company, a party, a council: made of persons, but "it". */
static bool is_body_noun(const struct matched *m, const struct group *g) {
    const struct word *w = head_word(m, g);
    return w->noun && word_is(w->noun, NOUN_GROUP);
}

/* "At Dublin's National Gallery", "in Ostrow": no name of a person, unless a first name says so. */
static bool is_place_or_body(const struct matched *m, const struct group *g) {
    const unsigned kinds = 1U << NOUN_INSTITUTION | 1U << NOUN_BODY | 1U << NOUN_GROUP;
    const struct word *first = token_at(m->segmented, g->first)->word, *noun = head_word(m, g)->noun;
    if (first->traits & (TRAIT_HE | TRAIT_SHE | TRAIT_TITLE)) return false;
    if (g->last > g->first && noun && noun->noun_kinds & kinds && !(noun->noun_kinds & 1U << NOUN_LIVES)) return true;
    struct text before = g->preposition == NONE ? (struct text){0} : token_at(m->segmented, g->preposition)->word->text;
    return text_equal(before, TEXT("at")) || text_equal(before, TEXT("in")) || text_equal(before, TEXT("near"));
}

static bool pronoun_fits(const struct matched *m, enum gender gender, const struct mention *x, const struct group *g) {
    if (x->entity != NONE && x->gender != GENDER_UNKNOWN)
        return x->gender == gender || (gender == GENDER_THEY && x->plural);
    bool person = (is_person_noun(m, g) && !is_body_noun(m, g)) || ((g->flags & GROUP_NAME) && !opens_sentence(m, x, g) && !is_place_or_body(m, g));
    if (gender == GENDER_HE || gender == GENDER_SHE) return person && !(g->flags & GROUP_PLURAL);
    if (gender == GENDER_THEY) return (g->flags & (GROUP_PLURAL | GROUP_NAME)) || g->conjunct != NONE;
    return !(g->flags & (GROUP_PLURAL | GROUP_NUMBER)) && (!is_person_noun(m, g) || is_body_noun(m, g));
}

struct search {
    const struct matched *m;
    enum gender gender;
    enum open_kind kind;
    int32_t before;
    enum rank least;
    uint32_t own;    /* the sentence of the pronoun */
    int32_t subject; /* of the clause in which it is an object: a group of that sentence, or NONE */
    bool things;     /* no names and nobody that acts */
};

/* "The Chilean", "the Dane": a name for anybody of a people. */
static bool is_demonym(const struct matched *m, const struct group *g) {
    const struct token *head = token_at(m->segmented, g->head);
    bool the = g->last == g->first + 1 && (token_at(m->segmented, g->first)->word->usage & USAGE_WORD) == WORD_THE;
    if (!the || !(head->flags & TOKEN_CAPITAL) || (g->flags & GROUP_PLURAL)) return false;
    return rules_list_holds(m->rules, rules_find_list(m->rules, TEXT("demonyms")), head->word->known);
}

static bool fits(const struct search *q, const struct parse *p, const struct mention *x, int32_t group) {
    const struct group *g = &p->groups.items[group];
    return pronoun_fits(q->m, q->gender, x, g) && !(x->entity == NONE && is_other_sex(q->m, p, group, q->gender)) && kind_fits(q->m, g, q->kind) && !match_is_time(q->m, g) &&
           g->possessor != group && !is_demonym(q->m, g);
}

/* "Germany and France voted for it": it is neither; "took no part in it": nor the part. */
static bool is_beside(const struct parse *p, int32_t subject, int32_t token, int32_t group) {
    int32_t clause = subject == NONE ? NONE : p->clause_of[token - p->first];
    if (clause != NONE && (p->clauses.items[clause].object == group || p->clauses.items[clause].second == group)) return true;
    for (int32_t k = subject, steps = 0; k != NONE && steps < 8; k = p->groups.items[k].conjunct, steps++)
        if (k == group || p->groups.items[group].apposition == k || p->groups.items[k].apposition == group) return true;
    return false;
}

static bool is_thing(const struct matched *m, const struct mention *x, const struct group *g) {
    return x->entity == NONE && !(g->flags & GROUP_NAME) && !is_person_noun(m, g) && !is_body_noun(m, g);
}

/* The one of highest rank, the last of several. */
static int32_t last_fitting(const struct search *q, uint32_t sentence) {
    const struct parse *p = &q->m->parses[sentence];
    const struct mention_range *ranges = q->m->group_mentions[sentence];
    int32_t found = NONE;
    int best = 2 * (int)q->least - 1;
    if (!ranges) return NONE;
    for (int32_t i = (int32_t)p->groups.count; i-- > 0 && best < 2 * RANK_MAIN;) {
        const struct group *g = &p->groups.items[i];
        if (g->kind != GROUP_NOUN || g->last >= q->before || !ranges[i].count || (g->flags & GROUP_PRONOUN)) continue;
        const struct mention *x = &q->m->mentions.items[ranges[i].first];
        if (!fits(q, p, x, i) || (sentence == q->own && is_beside(p, q->subject, q->before, i))) continue;
        if (q->things && !is_thing(q->m, x, g)) continue;
        int rank = 2 * (int)mention_rank(p, x) + (g->preposition == NONE); /* "a policy on bullying": the policy */
        if (rank > best) best = rank, found = ranges[i].first;
    }
    return found;
}

/* What a pronoun stands for; a thing is wanted rather than who acts where "it" is an object: "the council met on the plan.
 * The mayor approved it". */
static int32_t antecedent(const struct matched *m, uint32_t sentence, int32_t token, enum gender gender, enum open_kind kind) {
    struct search q = {m, gender, kind, token, RANK_ANY, sentence, match_subject_over(m, &m->parses[sentence], token), false};
    bool object = q.subject != NONE && kind == OPEN_THING && (gender == GENDER_IT || gender == GENDER_THEY);
    for (int pass = object ? 0 : 1; pass < 2; pass++) {
        q.things = pass == 0;
        for (uint32_t back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
            int32_t found = last_fitting(&q, sentence - back);
            if (found != NONE) return found;
        }
    }
    return NONE;
}

/* The name that was last the subject of a sentence before. */
static int32_t last_subject(const struct matched *m, uint32_t sentence, int32_t token) {
    struct search q = {m, GENDER_HE, OPEN_NAME, token, RANK_ANY, sentence, NONE, false};
    for (int rank = RANK_MAIN; rank > RANK_ANY; rank--)
        for (uint32_t back = 1; back <= SENTENCES_BACK + 1 && back <= sentence; back++) {
            q.least = (enum rank)rank;
            int32_t found = last_fitting(&q, sentence - back);
            if (found != NONE) return found;
        }
    return NONE;
}

static bool share_stem(struct text a, struct text b) {
    enum { STEM = 4 };
    return a.length >= STEM && b.length >= STEM && text_equal(text_slice(a, 0, STEM), text_slice(b, 0, STEM));
}

/* "Ethiopia's Selam Desta", "Ethiopian runner Selam Desta" */
static bool comes_from(const struct matched *m, const struct parse *p, const struct group *g, struct text people) {
    if (!(g->flags & GROUP_NAME)) return false;
    if (g->possessor != NONE && share_stem(head_word(m, &p->groups.items[g->possessor])->text, people)) return true;
    for (int32_t t = g->first; t < g->last; t++)
        if (share_stem(token_at(m->segmented, t)->word->text, people)) return true;
    return false;
}

static int32_t last_from(const struct matched *m, uint32_t sentence, struct text people) {
    for (uint32_t s = sentence; s-- > 0;) {
        const struct parse *p = &m->parses[s];
        for (size_t i = p->groups.count; i-- > 0 && m->group_mentions[s];)
            if (comes_from(m, p, &p->groups.items[i], people) && m->group_mentions[s][i].count) return m->group_mentions[s][i].first;
    }
    return NONE;
}

/* "The 23-year-old", "the left-hander", "the Chilean": whoever the sentences before are about. NONE for other groups. */
static int32_t epithet(const struct matched *m, uint32_t sentence, const struct group *g) {
    const struct word *w = head_word(m, g);
    if (!sentence || g->last != g->first + 1 || !(g->flags & GROUP_DEFINITE)) return NONE;
    bool people = is_demonym(m, g);
    if (!people && !text_ends(w->text, TEXT("-year-old")) && !text_ends(w->text, TEXT("-hander"))) return NONE;
    int32_t found = people ? last_from(m, sentence, w->text) : NONE;
    return found != NONE ? found : last_subject(m, sentence, g->first);
}

/* "parts of the merger", "the bulk of it" */
static bool means_part(const struct matched *m, const struct group *g) {
    return head_word(m, g)->traits & TRAIT_PART;
}

/* "its rival Tern Shipping", "the governor, Ann Roe,": the name that the noun introduces. */
static int32_t name_behind(const struct parse *p, int32_t group) {
    const struct group *g = &p->groups.items[group];
    if (g->flags & (GROUP_NAME | GROUP_PRONOUN)) return group;
    if (g->apposition != NONE && p->groups.items[g->apposition].flags & GROUP_NAME) return g->apposition; /* "Toner, a banker," */
    for (int32_t k = group + 1; k < (int32_t)p->groups.count && k <= group + 2; k++)
        if (p->groups.items[k].apposition == group && (p->groups.items[k].flags & GROUP_NAME)) return k;
    return group;
}

static bool fill_open(const struct matched *m, uint32_t sentence, int32_t group, enum open_kind kind, struct filler *out) {
    group = name_behind(&m->parses[sentence], group);
    const struct group *g = &m->parses[sentence].groups.items[group];
    const struct mention_range *r = &m->group_mentions[sentence][group];
    if (!r->count || match_is_time(m, g)) return false;
    if (g->of != NONE && g->of != group && (counts_out(m, g) || means_part(m, g))) {
        const struct group *whole = &m->parses[sentence].groups.items[g->of];
        out->part |= means_part(m, g) && whole->flags & (GROUP_DEFINITE | GROUP_NAME | GROUP_PRONOUN); /* not of "a piece of paper" */
        return fill_open(m, sentence, g->of, kind, out);
    }
    const struct mention *x = &m->mentions.items[r->first];
    int32_t mention = r->first, about = NONE;
    if (match_is_anyone(m, g)) {
        if (kind == OPEN_NAME || kind == OPEN_THING) return false;
    } else if (g->flags & GROUP_PRONOUN) {
        out->speaker = first_person(m, g);
        if (out->speaker) return true;
        if (x->gender == GENDER_UNKNOWN) return false;
        mention = antecedent(m, sentence, g->first, x->gender, kind);
        if (mention == NONE) return false;
    } else if (kind != OPEN_THING && (about = epithet(m, sentence, g)) != NONE) {
        mention = about;
    } else if ((g->flags & GROUP_NUMBER) || !kind_fits(m, g, kind))
        return false;
    out->mention = mention;
    out->entity = m->mentions.items[mention].entity;
    out->open = out->entity == NONE;
    return true;
}

static enum gender owner_gender(struct text form) {
    static const struct {
        const char *form;
        enum gender gender;
    } owners[] = {{"his", GENDER_HE}, {"her", GENDER_SHE}, {"its", GENDER_IT}, {"their", GENDER_THEY}};
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        if (text_equal(form, text_of(owners[i].form))) return owners[i].gender;
    return GENDER_UNKNOWN;
}

bool match_fill_owner(const struct matched *m, uint32_t sentence, int32_t token, const struct argument *argument,
                      struct filler *out) {
    enum gender gender = owner_gender(token_at(m->segmented, token)->word->text);
    if (gender == GENDER_UNKNOWN || argument->open == OPEN_NOT || !m->group_mentions[sentence]) return false;
    int32_t mention = antecedent(m, sentence, token, gender, argument->open);
    if (mention == NONE) return false;
    *out = (struct filler){.mention = mention, .entity = m->mentions.items[mention].entity, .group = NONE, .pronoun = true};
    out->open = out->entity == NONE;
    return true;
}

/* A person that the rules know: no thing and no event, "the president cancelled". */
static bool is_somebody(const struct matched *m, const struct filler *f) {
    if (f->entity == NONE) return false;
    enum gender gender = m->rules->entities.items[f->entity].gender;
    return gender == GENDER_HE || gender == GENDER_SHE;
}

bool match_fill(const struct matched *m, uint32_t sentence, int32_t group, const struct argument *argument,
                struct filler *out) {
    if (match_resolve(m, sentence, group, argument->type, out) && (!out->speaker || argument->open == OPEN_NOT)) return true;
    if (argument->open == OPEN_NOT || group == NONE || !m->group_mentions[sentence]) return false;
    *out = (struct filler){.mention = NONE, .entity = NONE, .group = group};
    bool good = fill_open(m, sentence, group, argument->open, out);
    out->group = group;
    bool thing = argument->open == OPEN_THING && (argument->type < 0 || argument->type == rules_find_type(m->rules, TEXT("event")));
    return good && !(thing && is_somebody(m, out));
}

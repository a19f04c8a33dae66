/* Cues and their reach, after ConText (Harkema, Dowling, Thornblade and Chapman 2009): forward, backward, ended and
 * pseudo cues; here the reach follows the clauses instead of a window of words. */
#include "base/trait.h"
#include "lexicon/usage.h"
#include "match/matcher.h"

static bool same_use(const struct cue_use *u, int32_t cue, int32_t first, int32_t last) {
    return u->cue == cue && u->first <= last && u->last >= first;
}

static bool already(const struct matcher *m, size_t from, int32_t cue, int32_t first, int32_t last) {
    for (size_t i = from; i < m->out->cues.count; i++)
        if (same_use(&m->out->cues.items[i], cue, first, last)) return true;
    return false;
}

/* "in May", "the week of 3 May": a month, no cue. */
static bool within_date(const struct matcher *m, uint32_t sentence, int32_t first, int32_t last) {
    const struct figure_list *figures = &m->out->figures[sentence];
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        if (f->kind == FIGURE_DATE && (int32_t)f->core <= first && (int32_t)f->last >= last) return true;
    }
    return false;
}

/* The May of "3 May" is no "may". */
static bool in_date(const struct matcher *m, uint32_t sentence, int32_t token) {
    const struct figure_list *figures = &m->out->figures[sentence];
    for (size_t i = 0; i < figures->count; i++)
        if ((int32_t)figures->items[i].core <= token && (int32_t)figures->items[i].last >= token) return true;
    return false;
}

/* Not "the United States", "the secretary of state", "kept them informed". */
static bool may_report(const struct parse *p, int32_t verb) {
    uint8_t tag = tag_at(p, verb), before = verb > p->first ? tag_at(p, verb - 1) : TAG_NONE;
    bool within = before == TAG_PREPOSITION || before == TAG_DETERMINER || before == TAG_POSSESSIVE || before == TAG_GENITIVE || before == TAG_ADJECTIVE;
    return tag != TAG_NAME && tag != TAG_ADJECTIVE && !(tag == TAG_NOUN && within);
}

static bool find_uses(struct matcher *m, uint32_t sentence, const struct trigger *k, int32_t anchor, size_t from) {
    const struct parse *p = &m->out->parses[sentence];
    const struct cue *cue = &m->r->cues.items[k->rule];
    if (!holding_meets(m, k) || !beside_meets(m, p, &cue->beside, anchor) || in_date(m, sentence, anchor)) return true;
    int32_t start = anchor - k->reach;
    if (start < p->first) start = p->first;
    for (; start <= anchor; start++) {
        struct capture c;
        if (!(m->begins[start] & cue->pattern->begins)) continue;
        if (!pattern_match(m, cue->pattern, NULL, sentence, start, &c) || c.to < anchor) continue;
        if (already(m, from, k->rule, c.from, c.to)) return true;
        if (cue->kind == CUE_REPORT && c.verb != NONE && !may_report(p, c.verb)) continue;
        if (cue->kind == CUE_POSSIBLE && within_date(m, sentence, c.from, c.to)) return true;
        struct cue_use *u = list_add(m->a, &m->out->cues);
        if (!u) return false;
        *u = (struct cue_use){.cue = k->rule, .sentence = sentence, .first = c.from, .last = c.to, .speaker = NONE,
                              .verb = c.verb, .speaker_group = NONE};
        return true;
    }
    return true;
}

static int32_t clause_at(const struct parse *p, int32_t t) {
    return t < p->first || t > p->last ? NONE : p->clause_of[t - p->first];
}

/* Tokens of the clauses that hang from clause c behind token t; false when there are none. */
static bool hanging(const struct parse *p, int32_t c, int32_t t, bool complements_only, int32_t *from, int32_t *to) {
    bool found = false;
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *x = &p->clauses.items[i];
        if (x->governor != c || x->last <= t) continue;
        bool complement = x->kind == CLAUSE_COMPLEMENT || x->kind == CLAUSE_INFINITIVE || x->kind == CLAUSE_GERUND;
        if (complements_only && !complement) continue;
        if (!found || x->first < *from) *from = x->first;
        if (!found || x->last > *to) *to = x->last;
        found = true;
    }
    return found;
}

/* "refuses to cede land or drop its bid": the second infinitive hangs from the first. */
static int32_t through_coordinated(const struct parse *p, int32_t from, int32_t to) {
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *x = &p->clauses.items[i];
        if (x->kind != CLAUSE_COORDINATE || x->governor == NONE || x->last <= to) continue;
        const struct clause *partner = &p->clauses.items[x->governor];
        bool close = partner->kind == CLAUSE_INFINITIVE || partner->kind == CLAUSE_GERUND || partner->kind == CLAUSE_COORDINATE;
        if (close && partner->first >= from && partner->first <= to) to = x->last;
    }
    return to;
}

static int32_t before_punctuation(const struct matcher *m, int32_t from, int32_t to) {
    for (int32_t t = from; t <= to; t++) {
        unsigned flags = token_at(m->s, t)->flags;
        if ((flags & TOKEN_PUNCTUATION) && !(flags & (TOKEN_OPEN_QUOTE | TOKEN_CLOSE_QUOTE))) return t - 1;
    }
    return to;
}

/* "rejects a ceasefire in the east": the object and the groups hung on it by prepositions. */
static int32_t end_of_object(const struct parse *p, int32_t object) {
    int32_t last = p->groups.items[object].last;
    for (int32_t g = object + 1; g < (int32_t)p->groups.count; g++) {
        const struct group *next = &p->groups.items[g];
        if (next->kind != GROUP_NOUN || (next->preposition != last + 1 && next->first != last + 1)) break;
        last = next->last;
    }
    return last;
}

/* "A man without a hat is singing", "Plans for a tower were dropped": the cue and its group belong to the subject, the
 * verb does not. */
static int32_t before_verb(const struct matcher *m, const struct parse *p, int32_t c, const struct cue_use *u) {
    struct text first = token_at(m->s, u->first)->word->text;
    bool with = text_equal(first, TEXT("with")) || text_equal(first, TEXT("without"));
    bool denies = m->r->cues.items[u->cue].kind == CUE_NEGATION && !with; /* "The absence of a deal was noted" */
    enum clause_kind kind = c == NONE ? CLAUSE_MAIN : p->clauses.items[c].kind;
    bool inner = kind == CLAUSE_ADVERBIAL && p->clauses.items[c].first > u->first; /* "there was a time when" */
    bool marked = kind == CLAUSE_COMPLEMENT || kind == CLAUSE_RELATIVE || inner;
    bool marks = marked && p->clauses.items[c].first >= u->first && p->clauses.items[c].first <= u->last; /* "whether it was a refusal", "a novel in which he wins" */
    if (denies || marks || c == NONE || u->verb != NONE || p->clauses.items[c].verb == NONE) return u->to;
    int32_t verb = p->groups.items[p->clauses.items[c].verb].first;
    return verb > u->last + 1 && verb <= u->to ? verb - 1 : u->to;
}

static void reach_complement(const struct matcher *m, const struct parse *p, struct cue_use *u) {
    int32_t c = clause_at(p, u->last), from, to;
    u->from = u->last + 1;
    u->to = c == NONE ? p->last : p->clauses.items[c].last;
    if (c != NONE && u->verb != NONE && hanging(p, c, u->last, true, &from, &to)) {
        u->to = through_coordinated(p, from, to);
        return;
    }
    if (c != NONE && u->verb != NONE && p->clauses.items[c].object != NONE &&
        p->groups.items[p->clauses.items[c].object].first > u->last) {
        u->to = end_of_object(p, p->clauses.items[c].object);
        return;
    }
    int32_t next = clause_at(p, u->last + 1);
    if (next != NONE && next != c && p->clauses.items[next].first == u->last + 1) u->to = p->clauses.items[next].last;
    u->to = before_punctuation(m, u->from, u->to);
    if (next == c) u->to = before_verb(m, p, c, u);
}

/* "To say that X rejected it would be wrong": from the infinitive that is the subject; else from the clause's start. */
static bool is_fronted(enum clause_kind kind) {
    return kind == CLAUSE_INFINITIVE || kind == CLAUSE_GERUND || kind == CLAUSE_PARTICIPLE;
}

static int32_t before_from(const struct parse *p, int32_t c, int32_t otherwise) {
    if (c == NONE) return otherwise;
    int32_t above = p->clauses.items[c].governor, top = c;
    if (above != NONE && is_fronted(p->clauses.items[above].kind)) return p->clauses.items[above].first;
    for (int steps = 0; p->clauses.items[top].governor != NONE && steps < 8; steps++) top = p->clauses.items[top].governor;
    return p->clauses.items[is_fronted(p->clauses.items[top].kind) ? top : c].first;
}

/* "Nor was anything signed: they say that …": an auxiliary denies no more than its own part of the sentence. */
static int32_t before_next_part(const struct matcher *m, const struct parse *p, const struct cue_use *u) {
    uint8_t tag = tag_at(p, u->last);
    bool own = tag == TAG_BE || tag == TAG_HAVE || tag == TAG_DO || tag == TAG_MODAL;
    for (int32_t t = u->last + 1; own && t <= p->last; t++)
        if (token_at(m->s, t)->word->traits & (TRAIT_COLON | TRAIT_SEMICOLON)) return t - 1;
    return p->last;
}

static void reach(const struct matcher *m, const struct parse *p, enum cue_scope scope, struct cue_use *u) {
    int32_t c = clause_at(p, u->first), g = group_at(p, u->last);
    u->from = p->first;
    u->to = p->last;
    switch (scope) {
    case SCOPE_GROUP:
        if (g == NONE && u->last < p->last) g = group_at(p, u->last + 1);
        u->from = u->first;
        u->to = g == NONE ? u->last : p->groups.items[g].last;
        break;
    case SCOPE_COMPLEMENT: reach_complement(m, p, u); break;
    case SCOPE_CLAUSE:
        if (c != NONE) {
            u->from = p->clauses.items[c].first;
            u->to = p->clauses.items[c].last;
        }
        break;
    case SCOPE_BEFORE:
        u->from = before_from(p, c, u->from);
        u->to = u->first - 1;
        break;
    case SCOPE_AFTER:
        u->from = u->last + 1;
        u->to = before_next_part(m, p, u);
        break;
    case SCOPE_SENTENCE: break;
    }
}

static struct text words_between(const struct matcher *m, int32_t first, int32_t last) {
    return text_slice(m->s->document->source, token_at(m->s, first)->start, token_at(m->s, last)->end);
}

/* "officials in Moscow": the group and what is hung on it by a preposition. */
static struct text speaker_words(const struct matcher *m, const struct parse *p, int32_t group) {
    int32_t last = p->groups.items[group].last;
    for (int32_t g = group + 1; g < (int32_t)p->groups.count; g++) {
        const struct group *next = &p->groups.items[g];
        if (next->kind != GROUP_NOUN || next->preposition != last + 1) break;
        last = next->last;
    }
    return words_between(m, p->groups.items[group].first, last);
}

/* An unknown speaker is a name, or a noun for people: "critics", "two diplomats", "a leaked report". */
static bool can_speak(const struct matcher *m, const struct group *g) {
    const struct word *w = token_at(m->s, g->head)->word;
    static const enum usage_word things[] = {WORD_THAT, WORD_THIS, WORD_THESE, WORD_WHICH, WORD_WHAT};
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if ((w->usage & USAGE_WORD) == (uint32_t)things[i]) return false;
    if (g->flags & (GROUP_NAME | GROUP_PRONOUN)) return true;
    if (g->flags & GROUP_NUMBER) return !(g->flags & GROUP_NEGATED);
    if (!w->noun) return false;
    return (w->traits & (TRAIT_PERSON | TRAIT_HEARSAY)) || word_is(w->noun, NOUN_SAYS);
}

void cue_set_speaker(const struct matcher *m, uint32_t sentence, int32_t group, struct cue_use *u) {
    const struct parse *p = &m->out->parses[sentence];
    struct filler who;
    if (group == NONE) return;
    if (first_person(m->out, &p->groups.items[group])) { /* "I believe": whoever is speaking anyway */
        const struct word *verb = u->verb == NONE ? NULL : token_at(m->s, u->verb)->word->verb;
        bool unsure = verb && text_equal(verb->text, TEXT("be")); /* "I'm not sure that": a cue of its own */
        u->void_use = !u->negated || unsure;
        return;
    }
    bool known = match_resolve(m->out, sentence, group, m->actor, &who);
    for (int32_t k = p->groups.items[group].conjunct, steps = 0; !known && k != NONE && steps < 4; k = p->groups.items[k].conjunct, steps++)
        known = match_resolve(m->out, sentence, k, m->actor, &who); /* "Doe and Putin said": of whom the rules know */
    if (!known) {
        const struct group *g = &p->groups.items[group];
        if (!can_speak(m, g)) return;
    }
    u->speaker_group = group;
    u->speaker_name = speaker_words(m, p, group);
    u->speaker = who.mention;
}

static int32_t noun_group_from(const struct parse *p, int32_t t) {
    for (int32_t k = t; k <= p->last && k < t + 3; k++)
        if (group_at(p, k) != NONE && p->groups.items[group_at(p, k)].kind == GROUP_NOUN) return group_at(p, k);
    return NONE;
}

/* A coordinated clause without a subject of its own is a sibling of the reporting verb: "said P and called Q". */
static int32_t before_sibling(const struct parse *p, int32_t c, int32_t from, int32_t to) {
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *x = &p->clauses.items[i];
        if (x->kind == CLAUSE_COORDINATE && x->governor == c && x->subject == p->clauses.items[c].subject &&
            x->first > from && x->first <= to)
            to = x->first - 1;
    }
    return to;
}

/* What hangs from the verb: the rest of the sentence for "said that P, but Q"; no more than itself for an infinitive. */
static bool reach_hanging(const struct parse *p, int32_t c, struct cue_use *u) {
    int32_t from, to;
    bool clause = false;
    if (!hanging(p, c, u->last, true, &from, &to)) return false;
    for (size_t i = 0; i < p->clauses.count; i++)
        clause |= p->clauses.items[i].governor == c && p->clauses.items[i].kind == CLAUSE_COMPLEMENT;
    u->from = u->last + 1;
    u->to = before_sibling(p, c, u->last, clause ? p->last : to);
    return true;
}

/* "confirmed the deal": only the object and what is hung on it. */
static void reach_object(const struct matcher *m, const struct parse *p, int32_t object, struct cue_use *u) {
    const struct clause *c = &p->clauses.items[clause_at(p, u->verb)];
    u->from = p->groups.items[object].first;
    u->to = before_punctuation(m, u->from, c->last);
}

/* "told reporters", "briefed Putin": the object is whom he spoke to. */
static bool is_addressee(const struct matcher *m, uint32_t sentence, int32_t group) {
    struct filler who;
    return match_resolve(m->out, sentence, group, m->actor, &who) ||
           can_speak(m, &m->out->parses[sentence].groups.items[group]);
}

static bool introduces(const struct matcher *m, int32_t token) {
    if (token >= (int32_t)m->s->tokens.count) return false;
    const struct token *t = token_at(m->s, token);
    return (t->flags & TOKEN_OPEN_QUOTE) || text_equal(t->word->text, TEXT(":")) || text_equal(t->word->text, TEXT(","));
}

/* The group that is the speaker: the subject, or where the parse found another, whoever stands right before the verb. */
static int32_t speaker_beside(const struct matcher *m, uint32_t sentence, struct cue_use *u) {
    const struct parse *p = &m->out->parses[sentence];
    int32_t verb = group_at(p, u->verb), before = verb == NONE ? NONE : verb - 1;
    if (u->speaker_group != NONE || before < 0) return u->speaker_group;
    if (p->groups.items[before].kind != GROUP_NOUN || p->groups.items[before].last + 1 != p->groups.items[verb].first)
        return NONE;
    cue_set_speaker(m, sentence, before, u);
    return u->speaker_group;
}

/* "The plan, he told us, had been thrown out": behind the report its verb goes on. */
static bool goes_on_behind(const struct matcher *m, const struct parse *p, int32_t last) {
    int32_t comma = last + 1;
    if (comma >= p->last || !is_form(m, comma, ",")) return false;
    int32_t g = group_at(p, comma + 1);
    return g != NONE && p->groups.items[g].kind == GROUP_VERB && (p->groups.items[g].flags & GROUP_FINITE);
}

/* "It would be right, the spokesman replied, to call it a refusal": between two commas. */
static bool stands_inside(const struct matcher *m, const struct parse *p, int32_t speaker, const struct cue_use *u) {
    int32_t start = speaker != NONE && p->groups.items[speaker].first < u->first ? p->groups.items[speaker].first : u->first;
    return start > p->first + 2 && u->last < p->last && is_form(m, start - 1, ",") && is_form(m, u->last + 1, ",");
}

/* "The plan, | he said, | is dead": what it stands in, with all that hangs there; of "which he said were" the relative. */
static void reach_around(const struct parse *p, const struct clause *aside, struct cue_use *u) {
    int32_t before = aside->first - 1;
    while (before > p->first && clause_at(p, before) == clause_at(p, u->verb)) before--;
    int32_t c = clause_at(p, before);
    bool relative = tag_at(p, aside->first - 1) == TAG_RELATIVE;
    for (int steps = 0; !relative && c != NONE && p->clauses.items[c].governor != NONE && steps < 8; steps++) c = p->clauses.items[c].governor;
    u->from = c == NONE ? p->first : p->clauses.items[c].first;
    u->to = c == NONE ? p->last : p->clauses.items[c].last;
}

/* "as Rubio tells it", "as the Kremlin put it". */
static bool is_as_clause(const struct matcher *m, const struct clause *c) {
    return c->kind == CLAUSE_ADVERBIAL && c->marker == c->first && is_form(m, c->marker, "as");
}

/* "A minister who says so", "making Putin think again": what stands before is none of it. */
static bool looks_ahead(const struct clause *c, const struct cue_use *u) {
    if (c->kind == CLAUSE_INFINITIVE) return true;
    return c->kind == CLAUSE_RELATIVE && c->marker != NONE && c->marker < u->first;
}

/* "It is thought that P", "they were told that P": by whom is left out. */
static bool is_unsaid(const struct matcher *m, const struct parse *p, const struct clause *c) {
    uint32_t flags = c->verb == NONE ? 0 : p->groups.items[c->verb].flags;
    bool active = !(flags & GROUP_PASSIVE) || !(flags & GROUP_FINITE) || c->subject == NONE || p->groups.items[c->verb].first == p->groups.items[c->verb].last;
    if (active) return false;
    for (size_t i = 0; i < p->clauses.count; i++)
        if (p->clauses.items[i].kind == CLAUSE_COMPLEMENT && p->clauses.items[i].governor == c - p->clauses.items)
            return is_form(m, p->clauses.items[i].marker, "that");
    return false;
}

/* "S, X said": the content stands before the verb. */
static void reach_report(const struct matcher *m, uint32_t sentence, struct cue_use *u) {
    const struct parse *p = &m->out->parses[sentence];
    int32_t number = clause_at(p, u->verb);
    if (number == NONE) return;
    const struct clause *c = &p->clauses.items[number];
    u->negated = c->verb != NONE && (p->groups.items[c->verb].flags & GROUP_NEGATED);
    bool told_by = c->agent != NONE && p->groups.items[c->verb].flags & GROUP_PASSIVE; /* "Reporters were told by Peskov" */
    bool unsaid = !told_by && is_unsaid(m, p, c);
    if (c->subject == NONE && c->verb != NONE && p->groups.items[c->verb].flags & GROUP_COPULA) u->void_use = true; /* "that he left is clear" */
    if (unsaid) u->speaker_name = TEXT("an unnamed speaker");
    else cue_set_speaker(m, sentence, told_by ? c->agent : c->subject, u);
    int32_t speaker = told_by || unsaid ? u->speaker_group : speaker_beside(m, sentence, u);
    if (c->kind == CLAUSE_ASIDE || is_as_clause(m, c)) {
        reach_around(p, c, u);
        return;
    }
    bool hanging = reach_hanging(p, number, u);
    int32_t start = u->first;
    if (hanging && !stands_inside(m, p, speaker, u)) return;
    if (hanging) {
        u->from = p->first;
        u->to = p->last;
        return;
    }
    if (looks_ahead(c, u) && c->object == NONE) {
        u->from = u->last + 1;
        u->to = c->last;
        return;
    }
    if (speaker != NONE && p->groups.items[speaker].first < start) start = p->groups.items[speaker].first;
    bool addressed = c->object != NONE && is_addressee(m, sentence, c->object);
    bool set_off = start > p->first && (token_at(m->s, start - 1)->flags & TOKEN_PUNCTUATION);
    bool absolute = c->kind == CLAUSE_PARTICIPLE && speaker != NONE && p->groups.items[speaker].last + 1 == u->first; /* ", the mayor having added a page" */
    if (start > p->first + 2 && !absolute && (c->object == NONE || addressed || set_off)) {
        u->from = p->first;
        u->to = set_off && goes_on_behind(m, p, addressed ? p->groups.items[c->object].last : u->last) ? p->last : start - 1;
    } else if (c->object != NONE && !addressed && !(token_at(m->s, p->groups.items[c->object].head)->flags & TOKEN_QUOTED))
        reach_object(m, p, c->object, u);
    else {
        u->from = addressed ? p->groups.items[c->object].last + 1 : u->last + 1;
        u->to = addressed && !introduces(m, u->from) ? u->from - 1 : p->last;
        if (u->first == p->first && !addressed) u->to = before_punctuation(m, u->from, u->to); /* "Asked about the talks, Rutte …" */
    }
}

static void place_report(const struct matcher *m, uint32_t sentence, struct cue_use *u) {
    const struct parse *p = &m->out->parses[sentence];
    if (u->verb != NONE) {
        reach_report(m, sentence, u);
        return;
    }
    cue_set_speaker(m, sentence, noun_group_from(p, u->last + 1), u);
    u->from = p->first;
    u->to = p->last;
}

/* "Kremlin: Putin did not reject US plan". */
static bool find_label(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    for (int32_t t = p->first + 1; t <= p->last && t <= p->first + 7; t++) {
        if (!text_equal(token_at(m->s, t)->word->text, TEXT(":"))) continue;
        int32_t g = group_at(p, t - 1);
        struct filler who;
        if (g == NONE || t == p->last || !match_resolve(m->out, sentence, g, m->actor, &who) || who.mention == NONE) return true;
        struct cue_use *u = list_add(m->a, &m->out->cues);
        if (!u) return false;
        *u = (struct cue_use){.cue = NONE, .sentence = sentence, .first = p->first, .last = t, .from = t + 1, .to = p->last,
                              .speaker = NONE, .verb = NONE, .speaker_group = NONE};
        cue_set_speaker(m, sentence, g, u);
        return true;
    }
    return true;
}

static bool reach_apart(enum cue_scope x, enum cue_scope y) {
    return (x == SCOPE_BEFORE && y == SCOPE_COMPLEMENT) || (x == SCOPE_COMPLEMENT && y == SCOPE_BEFORE);
}

/* A pseudo cue silences what it holds; of two cues of a kind that overlap, the longer (then the earlier) one counts. */
static bool shadowed(const struct matcher *m, size_t from, const struct cue_use *u) {
    enum cue_kind kind = cue_of(m, u)->kind;
    int32_t length = u->last - u->first;
    for (size_t i = from; i < m->out->cues.count; i++) {
        const struct cue_use *other = &m->out->cues.items[i];
        const struct cue *cue = cue_of(m, other);
        if (other == u || !cue || other->first > u->last || other->last < u->first) continue;
        if (cue->kind == CUE_PSEUDO && other->first <= u->first && other->last >= u->last) return true;
        int32_t other_length = other->last - other->first;
        if (cue->kind == kind && reach_apart(cue->scope, cue_of(m, u)->scope)) continue; /* "X has yet to | be found" */
        bool inside = other->first <= u->first && other->last >= u->last && other_length > length;
        bool wins = other_length > length || (other_length == length && other < u);
        if (inside || (cue->kind == kind && wins)) return true;
    }
    return false;
}

static void cut_at_ends(const struct matcher *m, size_t from, struct cue_use *u) {
    for (size_t i = from; i < m->out->cues.count; i++) {
        const struct cue_use *end = &m->out->cues.items[i];
        const struct cue *cue = cue_of(m, end);
        if (!cue || cue->kind != CUE_END) continue;
        if (end->first > u->last && end->first <= u->to) u->to = end->first - 1;
        if (end->last < u->first && end->last >= u->from) u->from = end->last + 1;
    }
}

/* "Critics say P; Q": Q is no longer theirs. */
static void cut_at_semicolon(const struct matcher *m, struct cue_use *u) {
    for (int32_t t = u->last + 1; t <= u->to; t++)
        if (text_equal(token_at(m->s, t)->word->text, TEXT(";"))) u->to = t - 1;
    for (int32_t t = u->first - 1; t >= u->from; t--)
        if (text_equal(token_at(m->s, t)->word->text, TEXT(";"))) u->from = t + 1;
}

/* "The then mayor", but "then travelled": beside a verb it is no attribute. */
static bool tells_when(const struct parse *p, const struct cue_use *u) {
    int32_t g = group_at(p, u->to);
    return u->verb == NONE && tag_at(p, u->last) == TAG_ADVERB && g != NONE && p->groups.items[g].kind == GROUP_VERB;
}

static bool is_dash(const struct matcher *m, int32_t t) {
    const struct token *token = token_at(m->s, t);
    struct text form = token->word->text;
    bool quote = token->flags & (TOKEN_OPEN_QUOTE | TOKEN_CLOSE_QUOTE);
    return token->flags & TOKEN_PUNCTUATION && !quote && form.length && ((unsigned char)form.bytes[0] == 0xe2 || text_equal(form, TEXT("-")));
}

/* "Asked for a truce — an option that both oppose": what is told behind the last dash, of what was asked for, is no longer his. */
static void cut_at_dash(const struct matcher *m, const struct parse *p, struct cue_use *u) {
    int32_t dash = NONE, count = 0;
    for (int32_t t = u->last + 1; t <= u->to && t < p->last; t++)
        if (is_dash(m, t)) dash = t, count++;
    int32_t g = count == 1 ? group_at(p, dash + 1) : NONE;
    if (g == NONE || p->groups.items[g].kind != GROUP_NOUN || token_at(m->s, dash)->flags & TOKEN_QUOTED) return;
    int32_t next = p->groups.items[g].last + 1, verb = next > p->last ? NONE : group_at(p, next);
    bool tells = verb != NONE && p->groups.items[verb].kind == GROUP_VERB && p->groups.items[verb].flags & GROUP_FINITE;
    if (!tells) u->to = dash - 1;
}

static void place_uses(struct matcher *m, uint32_t sentence, size_t from) {
    const struct parse *p = &m->out->parses[sentence];
    for (size_t i = from; i < m->out->cues.count; i++) {
        struct cue_use *u = &m->out->cues.items[i];
        const struct cue *cue = cue_of(m, u);
        if (!cue && u->verb != NONE) reach_report(m, sentence, u), cut_at_semicolon(m, u);
        if (!cue) continue;
        if (cue->kind == CUE_REPORT) {
            place_report(m, sentence, u);
            cut_at_semicolon(m, u);
            cut_at_dash(m, p, u);
            if (cue->negates) cut_at_ends(m, from, u); /* "denied that he knew, though others had" */
        } else {
            reach(m, p, cue->scope, u);
            u->void_use |= cue->scope == SCOPE_GROUP && tells_when(p, u);
            cut_at_ends(m, from, u);
        }
        u->void_use |= cue->kind == CUE_PSEUDO || cue->kind == CUE_END || shadowed(m, from, u);
    }
}

bool cue_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    size_t from = m->out->cues.count;
    for (int32_t t = p->first; t <= p->last; t++) {
        const struct word *w = token_at(m->s, t)->word;
        const struct trigger *k;
        if (!(w->triggers & 1u << TRIGGER_CUE)) continue;
        for (struct trigger_walk walk = trigger_start(w, OF_CUES); (k = trigger_next(m->r, &walk));)
            if (k->kind == TRIGGER_CUE && promising(m, k) && !find_uses(m, sentence, k, t, from)) return false;
    }
    if (!find_label(m, sentence) || !viewpoint_find(m, sentence) || !aside_find(m, sentence, from)) return false;
    place_uses(m, sentence, from);
    return dispute_find(m, p, from);
}

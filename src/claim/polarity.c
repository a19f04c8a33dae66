/* How often a match is negated: in its verb group, in its noun groups, from above, and by cues that reach its head. */
#include "claim/making.h"

static bool group_has(const struct making *k, int32_t group, uint32_t flag) {
    return group != NONE && (k->parse->groups.items[group].flags & flag);
}

static const struct clause *clause_number(const struct making *k, int32_t clause) {
    return clause == NONE ? NULL : &k->parse->clauses.items[clause];
}

/* "did not issue an outright rejection" denies it; "did not explain his rejection" takes it for granted. */
static bool reaches_noun(const struct making *k, const struct clause *c, int32_t group) {
    if (group == NONE || k->parse->groups.items[group].possessor != NONE) return false;
    if (k->parse->groups.items[group].kind == GROUP_NOUN && group_has(k, group, GROUP_DEFINITE) && c->complement != group)
        return false;
    return c->object == group || c->second == group || c->complement == group || c->subject == group;
}

/* "None of the parties has disclosed it", where the match itself does not hold the subject. */
static int outside_subject_negated(const struct making *k, const struct clause *c) {
    if (!c || k->match->negated_group || !group_has(k, c->subject, GROUP_NEGATED)) return 0;
    const struct group *subject = &k->parse->groups.items[c->subject];
    for (int32_t t = subject->first; k->match->loose && t <= subject->last; t++)
        if (match_says(k->match, t)) return 0;
    return k->match->loose || subject->last < k->match->first || subject->first > k->match->last;
}

/* "Will not only turn": the "not" of the verb is no denial. */
static bool excused(const struct making *k, int32_t group) {
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    const struct group *g = &k->parse->groups.items[group];
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        const struct cue *cue = making_cue(k, u);
        if (cue && cue->kind == CUE_PSEUDO && u->first >= g->first && u->last <= g->last) return true;
    }
    return false;
}

/* "The last word does not belong to him": the phrase says the verb, but not its "not". */
static bool says_verb(const struct making *k, int32_t verb) {
    const struct group *g = &k->parse->groups.items[verb];
    if (k->rule->is_frame || !match_says(k->match, g->head) || excused(k, verb)) return false;
    for (int32_t t = g->first; t <= g->last; t++)
        if (match_says(k->match, t) && k->parse->tags[t - k->parse->first] == TAG_NEGATION) return false;
    return true;
}

/* Does a cue of denial that reaches the match say the word already? "no plans to", "is not on the table" */
static bool cue_says(const struct making *k, int32_t token) {
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        const struct cue *cue = making_cue(k, u);
        if (cue && (cue->kind == CUE_NEGATION || cue->kind == CUE_PSEUDO) && u->first <= token && u->last >= token) return true;
    }
    return false;
}

/* "Limits are not the only thing": they are one of the things. */
static bool tells_of_more(const struct making *k, const struct clause *c) {
    static const char *const forms[] = {"only", "sole"};
    int32_t behind = k->parse->groups.items[c->verb].last + 2;
    return behind <= k->parse->last && making_is_any(making_form(k->m, behind), forms, sizeof forms / sizeof *forms);
}

static int own_negations(const struct making *k) {
    const struct clause *c = clause_number(k, k->match->clause);
    int32_t group = making_group(k, k->match->head);
    bool in_verb = group != NONE && k->parse->groups.items[group].kind == GROUP_VERB;
    if (in_verb) return (group_has(k, group, GROUP_NEGATED) && !excused(k, group)) + outside_subject_negated(k, c);
    if (!c || !group_has(k, c->verb, GROUP_NEGATED)) return 0;
    if (says_verb(k, c->verb)) return 1;
    bool adjective = group == NONE || k->parse->groups.items[group].kind == GROUP_ADJECTIVE;
    return adjective || (reaches_noun(k, c, group) && !tells_of_more(k, c) && !cue_says(k, k->parse->groups.items[c->verb].head));
}

static bool hangs_closely(enum clause_kind kind) {
    return kind == CLAUSE_INFINITIVE || kind == CLAUSE_GERUND;
}

/* "It did not meet, and the refusal to cede stands": the infinitive is the noun's, not the verb's before it. */
static bool is_of_noun(const struct making *k, const struct clause *c, const struct clause *above) {
    int32_t g = c->kind == CLAUSE_INFINITIVE && c->marker != NONE ? making_group(k, c->marker - 1) : NONE;
    if (g == NONE || k->parse->groups.items[g].kind != GROUP_NOUN || k->parse->groups.items[g].preposition != NONE) return false;
    return g != above->object && g != above->second && g != above->complement;
}

/* "saw no cause to reject it", "felt no urge to": the infinitive of what there is not; but "lost no time to". */
static bool noun_denies(const struct making *k, const struct clause *c, const struct clause *above) {
    int32_t g = c->kind == CLAUSE_INFINITIVE && c->marker != NONE ? making_group(k, c->marker - 1) : NONE;
    if (g == NONE || !group_has(k, g, GROUP_NEGATED) || group_has(k, g, GROUP_PRONOUN) || group_has(k, above->verb, GROUP_NEGATED)) return false;
    const struct group *noun = &k->parse->groups.items[g];
    bool told = g == above->object || g == above->complement || g == above->subject;
    return told && noun->kind == GROUP_NOUN && noun->last == c->marker - 1 && !match_is_time(k->m, noun) && !cue_says(k, noun->head);
}

/* "did not agree to cede": a negated governor denies what hangs from it as infinitive or gerund. */
static int governor_negations(const struct making *k) {
    int count = 0, steps = 0;
    const struct clause *c = clause_number(k, k->match->clause);
    while (c && c->governor != NONE && ++steps < 8) {
        const struct clause *above = clause_number(k, c->governor);
        if (c->kind == CLAUSE_COORDINATE && hangs_closely(above->kind)) {
            c = above; /* "did not agree to cede or sell": the partner's governor */
            continue;
        }
        if (!hangs_closely(c->kind) || is_of_noun(k, c, above) || making_stands_apart(k, c)) break;
        count += noun_denies(k, c, above);
        c = above;
        count += group_has(k, c->verb, GROUP_NEGATED);
    }
    return count;
}

/* "It will not drop it any more than it will cede land": what is likened to what is not so. */
static int likened_negations(const struct making *k) {
    const struct clause *c = clause_number(k, k->match->clause);
    if (!c || c->kind != CLAUSE_ADVERBIAL || c->marker == NONE || c->marker < k->parse->first + 2) return 0;
    if (!text_equal(making_form(k->m, c->marker), TEXT("than")) || !text_equal(making_form(k->m, c->marker - 1), TEXT("more"))) return 0;
    struct text before = making_form(k->m, c->marker - 2);
    return text_equal(before, TEXT("any")) || text_equal(before, TEXT("no"));
}

/* "not", "no" inside groups are counted by the flags of the groups. */
static bool counted_by_group(const struct making *k, const struct cue_use *u) {
    int32_t group = making_group(k, u->first);
    bool within = making_group(k, u->last) == group && k->parse->tags[u->last - k->parse->first] == TAG_NEGATION; /* "has by no" */
    return (within || u->first == u->last) && group_has(k, group, GROUP_NEGATED);
}

/* "no deal" says the "no" itself; "<find:passive>" says "found", but not the "yet to" of "has yet to be found". */
static bool part_of_phrase(const struct making *k, const struct cue_use *u) {
    if (k->rule->is_frame || u->first < k->match->first || u->last > k->match->last || u->first == k->match->head) return false;
    for (int32_t t = u->first; t <= u->last; t++)
        if (t != k->match->head && match_says(k->match, t)) return true;
    return false;
}

/* A phrase that holds its own negation is still denied by what stands beside it and judges it: "reports that he called
 * it off are untrue", "it would be wrong to say that none was found". */
static bool judges_from_outside(const struct making *k, const struct cue_use *u, const struct cue *cue) {
    bool outside = u->last < k->match->first || u->first > k->match->last;
    return outside && cue->scope == SCOPE_BEFORE;
}

/* Does the phrase itself say a word that denies: "at |no| point has Kyiv accused it"? */
static bool says_denial(const struct making *k) {
    for (int32_t t = k->match->first; t <= k->match->last && t <= k->parse->last; t++) {
        bool denies = k->parse->tags[t - k->parse->first] == TAG_NEGATION || making_word(k, t)->traits & TRAIT_NEGATIVE;
        if (denies && match_says(k->match, t)) return true;
    }
    return false;
}

/* "Not until Friday": then. */
static bool until_then(const struct making *k) {
    for (int32_t t = k->match->head; t <= k->parse->last; t++)
        if (making_is_any(making_form(k->m, t), (const char *const[]){"until", "till", "before"}, 3)) return true;
    return false;
}

/* "Mark Rutte is not the prime minister": the verb that carries the phrase, which says it, is denied. */
static bool denied_itself(const struct making *k) {
    const struct clause *c = clause_number(k, k->match->clause);
    int32_t group = making_group(k, k->match->head);
    bool in_verb = group != NONE && k->parse->groups.items[group].kind == GROUP_VERB;
    int32_t verb = in_verb ? group : c ? c->verb : NONE;
    return verb != NONE && group_has(k, verb, GROUP_NEGATED) && match_says(k->match, k->parse->groups.items[verb].head) && own_negations(k);
}

/* "Putin had sworn that he would |not| fight": a verb that the phrase says besides is. */
static bool denied_within(const struct making *k) {
    const struct clause *c = clause_number(k, k->match->clause);
    for (size_t i = 0; i < k->parse->groups.count; i++) {
        const struct group *g = &k->parse->groups.items[i];
        bool within = g->kind == GROUP_VERB && g->first >= k->match->first && g->last <= k->match->last;
        bool besides = !c || c->verb != (int32_t)i;
        if (within && besides && g->flags & GROUP_NEGATED && match_says(k->match, g->head) && !excused(k, (int32_t)i)) return true;
    }
    return false;
}

/* Does a word deny a verb of the phrase that the phrase has not reckoned with? Asked of one whose polarity is fixed, or that no
 * verb carries. */
static bool denied_unsaid(const struct making *k) {
    bool told = k->about->space == SPACE_STATES || k->about->space == SPACE_ATOM, fixed = k->rule->ignores_polarity;
    if (k->rule->is_frame || !told || (!fixed && (!k->match->nominal || k->match->loose))) return false;
    return ((fixed && denied_itself(k)) || denied_within(k)) && !says_denial(k) && !until_then(k);
}

void polarity_find(struct making *k) {
    bool fixed = k->rule->ignores_polarity;
    bool unsaid = denied_unsaid(k);
    if (fixed && unsaid) modality_weaken(k, MODALITY_UNKNOWN);
    if (!fixed) k->negations += unsaid + k->match->negated_group + own_negations(k) + governor_negations(k) + likened_negations(k);
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        const struct cue *cue = making_cue(k, u);
        if (!cue || cue->kind != CUE_NEGATION || u->void_use || k->match->head < u->from || k->match->head > u->to) continue;
        if (fixed && !judges_from_outside(k, u, cue)) continue;
        if (counted_by_group(k, u) || part_of_phrase(k, u) || making_apart(k, u)) continue;
        k->negations++;
        making_note(k, i);
    }
}

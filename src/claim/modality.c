/* How sure the text is of a claim: from modals and tense, from the clause it stands in, and from cues. */
#include "claim/deed.h"

void modality_weaken(struct making *k, enum modality m) {
    if (m > k->claim->modality) k->claim->modality = m;
}

/* `reported`: under a verb of saying, where "would" is the future of the past. */
static enum modality of_modal(struct text modal, bool negated, bool reported) {
    static const char *const wishes[] = {"should", "must", "ought", "need"};
    static const char *const abilities[] = {"can", "could"};
    if (making_is_any(modal, abilities, 2)) return negated ? MODALITY_ASSERTED : MODALITY_POSSIBLE;
    if (text_equal(modal, TEXT("would"))) return negated || reported ? MODALITY_PLANNED : MODALITY_CONDITIONAL;
    return making_is_any(modal, wishes, 4) ? MODALITY_WISHED : MODALITY_POSSIBLE;
}

/* "Guatemala will not accept the passport": whoever will not have it refuses it now. */
static bool is_refusal(const struct making *k, const struct group *g) {
    static const char *const verbs[] = {"accept", "allow", "permit", "recognise", "recognize", "tolerate", "admit", "acknowledge"};
    const struct word *w = k->m->segmented->tokens.items[g->head].word;
    bool negated = g->flags & GROUP_NEGATED && w->verb;
    return negated && making_is_any(w->verb->text, verbs, sizeof verbs / sizeof *verbs);
}

static enum modality of_verb(const struct making *k, int32_t verb, bool reported) {
    if (verb == NONE) return MODALITY_ASSERTED;
    const struct group *g = &k->parse->groups.items[verb];
    if (g->flags & GROUP_FUTURE) return is_refusal(k, g) ? MODALITY_ASSERTED : MODALITY_PLANNED;
    if (!(g->flags & GROUP_MODAL) || g->modal == NONE) return MODALITY_ASSERTED;
    bool unreal = g->flags & GROUP_PERFECT && !(g->flags & GROUP_NEGATED) && !reported; /* "by then they would have left" */
    if (unreal && text_equal(making_form(k->m, g->modal), TEXT("would"))) return MODALITY_UNKNOWN;
    return of_modal(making_form(k->m, g->modal), g->flags & GROUP_NEGATED, reported);
}

static bool marked(const struct making *k, const struct clause *c, const char *const *forms, size_t count) {
    return c->kind == CLAUSE_ADVERBIAL && c->marker != NONE &&
           making_is_any(making_form(k->m, c->marker), forms, count);
}

/* "Until the pool reopens on 6 May": of a day that is known no condition. */
static bool conditional_marker(const struct making *k, const struct clause *c) {
    static const char *const forms[] = {"if", "unless", "once", "until"};
    return marked(k, c, forms, k->about->space == SPACE_DATE && k->about->theme >= 0 ? 2 : 4);
}

/* Has a sentence any such clause? Asked once for all its claims. */
struct conditions {
    const struct parse *parse; /* NULL before the first */
    bool any;
};

struct conditions *conditions_new(struct arena *a) {
    return arena_new(a, struct conditions);
}

static bool has_conditions(const struct making *k) {
    struct conditions *c = k->shared->conditions;
    if (c->parse == k->parse) return c->any;
    *c = (struct conditions){k->parse, false};
    for (size_t i = 0; i < k->parse->clauses.count; i++) c->any |= conditional_marker(k, &k->parse->clauses.items[i]);
    return c->any;
}

/* "Had Putin rejected it, …", "Should talks fail, …": the auxiliary before its subject stands for "if". */
static bool inverted(const struct making *k, const struct clause *c) {
    static const char *const forms[] = {"had", "were", "should"};
    if (c->subject == NONE || k->parse->groups.items[c->subject].first != c->first + 1) return false;
    return making_is_any(making_form(k->m, c->first), forms, 3);
}

/* What is only supposed is less than what would follow from it. */
static bool supposes(const struct making *k, const struct clause *c) {
    static const char *const forms[] = {"if", "unless"};
    return marked(k, c, forms, 2);
}

static bool only_put(const struct making *k, const struct clause *c) {
    return inverted(k, c) || (has_conditions(k) && supposes(k, c));
}

/* "They have a plan, even if it is not his": it holds either way. */
static bool holds_either_way(const struct making *k, const struct clause *c) {
    return c->marker > k->parse->first && text_equal(making_form(k->m, c->marker), TEXT("if")) && text_equal(making_form(k->m, c->marker - 1), TEXT("even"));
}

/* "If Europe starts a war, we are ready": the main clause holds only under its condition. */
static bool has_condition(const struct making *k, int32_t clause) {
    for (size_t i = 0; i < k->parse->clauses.count; i++) {
        const struct clause *c = &k->parse->clauses.items[i];
        if (c->governor == clause && conditional_marker(k, c) && !holds_either_way(k, c)) return true;
    }
    return false;
}

/* The "would" of "would be wrong" belongs to the cue. */
static bool cue_has_modal(const struct making *k, int32_t verb) {
    if (verb == NONE || k->parse->groups.items[verb].modal == NONE) return false;
    if (making_group(k, k->match->head) == verb) return false; /* "would vote against": the verb itself is claimed */
    int32_t modal = k->parse->groups.items[verb].modal;
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        const struct cue *cue = making_cue(k, u);
        if (cue && cue->kind == CUE_NEGATION && !u->void_use && u->first <= modal && u->last >= modal) return true;
    }
    return false;
}

/* "will review it after the conviction of Toner": whatever the verb says, what the definite noun names has happened. */
static bool is_presupposed(const struct making *k) {
    static const char *const forms[] = {"after", "following", "since", "despite", "over", "amid"};
    int32_t group = making_group(k, k->match->head);
    if (group == NONE) return false;
    const struct group *g = &k->parse->groups.items[group];
    return g->kind == GROUP_NOUN && (g->flags & GROUP_DEFINITE || g->possessor != NONE) && g->preposition != NONE &&
           making_is_any(making_form(k->m, g->preposition), forms, sizeof forms / sizeof *forms);
}

/* "Ann Roe, runner-up on Sunday, will skip it": what is told in passing stands whatever the verb plans. */
static bool told_in_passing(const struct making *k) {
    const struct match *x = k->match;
    int32_t verb = x->clause == NONE ? NONE : k->parse->clauses.items[x->clause].verb;
    if (verb == NONE || x->loose || x->last >= k->parse->groups.items[verb].head) return false;
    for (int32_t t = x->first; t <= x->last; t++)
        if (text_equal(making_form(k->m, t), TEXT(","))) return true;
    return false;
}

/* Does the cue say how sure the verb is that the claim only stands beside? */
static bool of_other_verb(const struct making *k, const struct cue_use *u, bool passing) {
    if (!passing || u->first < k->parse->first || u->first > k->parse->last) return false;
    return k->parse->clause_of[u->first - k->parse->first] == k->match->clause && (u->first < k->match->first || u->first > k->match->last);
}

/* "S would do it, X said": what stands before the verb of saying is reported as much as what hangs from it. */
static bool is_reported(const struct making *k) {
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    int32_t head = k->match->head;
    if (k->m->segmented->tokens.items[head].flags & TOKEN_QUOTED) return false;
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        const struct cue *cue = making_cue(k, u);
        if (cue && cue->kind == CUE_REPORT && !u->void_use && head >= u->from && head <= u->to) return true;
    }
    return false;
}

/* "How many points are there? 41.": a phrase that holds the answer asks no longer. */
static bool is_asked(const struct making *k, const struct sentence *s) {
    if (!(s->flags & SENTENCE_QUESTION) && k->claim->block != BLOCK_QUESTION) return false;
    return k->match->last < (int32_t)(s->first + s->count);
}

/* "Almost won" the vote: did not quite. */
static bool falls_short(const struct making *k) {
    static const char *const forms[] = {"almost", "nearly"};
    int32_t group = k->rule->is_frame && k->rule->frame.every_verb >= 0 ? making_group(k, k->match->head) : NONE;
    if (group == NONE) return false;
    const struct group *g = &k->parse->groups.items[group];
    for (int32_t t = g->first > k->parse->first ? g->first - 1 : g->first; t < g->head; t++)
        if (making_is_any(making_form(k->m, t), forms, sizeof forms / sizeof *forms)) return true;
    return false;
}

/* "Rejected a plan to close it": what a plan is for is not done. The phrase itself may say what became of the plan. */
static bool hangs_from_plan(const struct making *k, const struct clause *c) {
    int32_t noun = c->first - 1, when = noun < k->parse->first ? NONE : making_group(k, noun);
    if (when != NONE && match_is_time(k->m, &k->parse->groups.items[when])) noun = k->parse->groups.items[when].first - 1; /* "a bid last year | to" */
    if (c->kind != CLAUSE_INFINITIVE || noun < k->parse->first || k->match->first <= noun) return false;
    bool is_noun = k->parse->tags[noun - k->parse->first] == TAG_NOUN;
    return is_noun && rules_list_holds(k->m->rules, k->shared->plan_nouns, making_word(k, noun)->known_noun);
}

/* "Has no power to end it", "sees no need to pay": what the noun that is denied is for is neither done nor denied by that. */
static bool hangs_from_nothing(const struct making *k, const struct clause *c) {
    int32_t noun = c->kind == CLAUSE_INFINITIVE ? c->first - 1 : NONE, group = noun < k->parse->first ? NONE : making_group(k, noun);
    if (group == NONE || k->negations % 2 || k->match->first <= noun) return false;
    const struct group *g = &k->parse->groups.items[group];
    return g->kind == GROUP_NOUN && g->last == noun && g->flags & GROUP_NEGATED && !(g->flags & GROUP_PRONOUN);
}

static void from_clauses(struct making *k, bool passing) {
    if (is_presupposed(k)) return;
    bool reported = is_reported(k), conditions = has_conditions(k);
    int32_t known = deeds_known_by(k), number = known == NONE ? k->match->clause : known;
    for (int steps = 0; number != NONE && steps < 8; steps++) {
        const struct clause *c = &k->parse->clauses.items[number];
        if (!passing && !cue_has_modal(k, c->verb)) modality_weaken(k, of_verb(k, c->verb, reported || c->kind == CLAUSE_COMPLEMENT));
        if (conditions && (conditional_marker(k, c) || has_condition(k, number))) modality_weaken(k, MODALITY_CONDITIONAL);
        if (hangs_from_plan(k, c)) modality_weaken(k, MODALITY_PLANNED);
        if (hangs_from_nothing(k, c)) modality_weaken(k, MODALITY_UNKNOWN);
        if (only_put(k, c)) modality_weaken(k, MODALITY_ASKED);
        bool close = c->kind == CLAUSE_INFINITIVE || (c->kind == CLAUSE_GERUND && !making_stands_apart(k, c));
        number = close ? c->governor : NONE;
    }
}

/* "Should Russia drop its demand, …", "if it drops …": a phrase that says how sure it is, below what it does not say. */
static bool stands_in_condition(const struct making *k) {
    if (k->match->clause == NONE || is_presupposed(k)) return false;
    const struct clause *c = &k->parse->clauses.items[k->match->clause];
    bool outside = c->first < k->match->first && c->last >= k->match->last;
    return outside && only_put(k, c);
}

static enum modality of_cue(enum cue_kind kind) {
    switch (kind) {
    case CUE_POSSIBLE: return MODALITY_POSSIBLE;
    case CUE_PROBABLE: return MODALITY_PROBABLE;
    case CUE_PLANNED: return MODALITY_PLANNED;
    case CUE_CONDITION: return MODALITY_CONDITIONAL;
    case CUE_ASKED: return MODALITY_ASKED;
    case CUE_WISHED: return MODALITY_WISHED;
    case CUE_UNKNOWN: return MODALITY_UNKNOWN;
    default: return MODALITY_ASSERTED;
    }
}

static bool part_of_phrase(const struct making *k, const struct cue_use *u) {
    if (k->match->loose && !match_says(k->match, u->first) && !match_says(k->match, u->last)) return false;
    return !k->rule->is_frame && u->first >= k->match->first && u->last <= k->match->last;
}

/* "The plant, which won permission, will open": the clause of the cue is not that of the claim. */
static bool told_aside(const struct making *k, const struct cue_use *u) {
    int32_t cue = k->parse->clause_of[u->first - k->parse->first], known = deeds_known_by(k);
    for (int32_t c = known == NONE ? k->match->clause : known; c != NONE && c != cue; c = k->parse->clauses.items[c].governor) {
        const struct clause *x = &k->parse->clauses.items[c];
        uint32_t flags = x->verb == NONE ? 0 : k->parse->groups.items[x->verb].flags;
        if (x->kind == CLAUSE_RELATIVE && flags & GROUP_FINITE) return true;
        if (x->kind == CLAUSE_PARTICIPLE && flags & GROUP_PASSIVE) return true; /* "Okafor, beaten by Sow, will run" */
    }
    return false;
}

/* A phrase that says itself how sure it is may still stand in a question or in what nobody vouches for. */
static bool doubts_from_outside(const struct making *k, const struct cue_use *u, const struct cue *cue) {
    bool outside = u->last < k->match->first || u->first > k->match->last;
    bool forward = cue->scope != SCOPE_BEFORE && cue->scope != SCOPE_GROUP;
    return outside && forward && (cue->kind == CUE_ASKED || cue->kind == CUE_UNKNOWN);
}

/* "Peskov bristled at the suggestion that …": what he is against is what is said, and nothing that the rules know. */
static bool only_disputes(const struct making *k) {
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        const struct cue *cue = making_cue(k, u);
        if (cue && cue->kind == CUE_REPORT && cue->negates && !u->void_use && u->verb == k->match->head && u->from > k->match->last) return k->rule->is_frame;
    }
    return false;
}

void modality_find(struct making *k) {
    const struct sentence *s = &k->m->segmented->sentences.items[k->match->sentence];
    if (is_asked(k, s) || only_supposed(k)) modality_weaken(k, MODALITY_ASKED);
    if (retracted(k) || falls_short(k) || depicted(k) || only_mentioned(k) || only_disputes(k)) modality_weaken(k, MODALITY_UNKNOWN);
    bool fixed = k->rule->ignores_modality;
    bool passing = told_in_passing(k);
    if (!fixed) from_clauses(k, passing);
    else if (stands_in_condition(k)) modality_weaken(k, MODALITY_ASKED);
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        const struct cue *cue = making_cue(k, u);
        if (!cue || u->void_use || k->match->head < u->from || k->match->head > u->to) continue;
        if (fixed && !doubts_from_outside(k, u, cue)) continue;
        /* What stands in a group ("the former minister") was passed over, unless the phrase says that very word. */
        bool of_group = cue->scope == SCOPE_GROUP;
        if (of_group ? cue->kind == CUE_UNKNOWN && match_says(k->match, u->first) : part_of_phrase(k, u) || of_other_verb(k, u, passing)) continue;
        if ((cue->scope == SCOPE_CLAUSE || cue->scope == SCOPE_BEFORE) && (told_aside(k, u) || is_presupposed(k))) continue;
        enum modality m = of_cue(cue->kind);
        if (m == MODALITY_ASSERTED || making_apart(k, u)) continue;
        modality_weaken(k, m);
        making_note(k, i);
    }
}

/* Who makes a claim: the outlet, or a speaker whom it cites (reporting verbs, "according to", labels, quotations). */
#include "base/trait.h"
#include "claim/making.h"

enum { SENTENCES_NEAR = 2 };

static bool is_actor(const struct rules *r, int32_t entity) {
    return rules_type_fits(r, r->entities.items[entity].type, rules_find_type(r, TEXT("actor")));
}

static bool reports(const struct making *k, const struct cue_use *u) {
    const struct cue *cue = making_cue(k, u);
    return !u->void_use && (!cue || cue->kind == CUE_REPORT);
}

/* The innermost report that reaches the head: the last one before it, else the first one behind it. */
static int32_t report_reaching(const struct making *k) {
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    int32_t best = NONE, head = k->match->head;
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        if (!reports(k, u) || head < u->from || head > u->to || (u->first <= head && u->last >= head)) continue;
        if (u->verb == head) continue;
        if (best == NONE || u->first < head) best = i;
    }
    return best;
}

static const struct token *head_token(const struct making *k) {
    return &k->m->segmented->tokens.items[k->match->head];
}

static int32_t first_report(const struct making *k, uint32_t sentence) {
    const struct mention_range *r = &k->m->sentence_cues[sentence];
    for (int32_t i = r->first; i < r->first + r->count; i++)
        if (reports(k, &k->m->cues.items[i]) && k->m->cues.items[i].speaker_group != NONE) return i;
    return NONE;
}

/* A quotation without a report of its own belongs to whoever spoke last, or next, in the paragraph. */
static int32_t report_nearby(const struct making *k) {
    const struct sentence *s = k->m->segmented->sentences.items;
    uint32_t here = k->match->sentence, count = (uint32_t)k->m->segmented->sentences.count;
    int32_t found = first_report(k, here);
    for (uint32_t d = 1; found == NONE && d <= SENTENCES_NEAR; d++) {
        if (here >= d && s[here - d].block == s[here].block) found = first_report(k, here - d);
        if (found == NONE && here + d < count && s[here + d].block == s[here].block) found = first_report(k, here + d);
    }
    return found;
}

/* "A viral post claims that …": nobody vouches for it. */
static bool is_hearsay(const struct making *k, const struct cue_use *u) {
    if (u->speaker_group == NONE || u->speaker != NONE) return false;
    int32_t head = k->m->parses[u->sentence].groups.items[u->speaker_group].head;
    return k->m->segmented->tokens.items[head].word->traits & TRAIT_HEARSAY;
}

static void set_speaker(struct making *k, const struct cue_use *u) {
    const struct rules *r = k->m->rules;
    int32_t entity = u->speaker == NONE ? NONE : k->m->mentions.items[u->speaker].entity;
    if (entity != NONE && !is_actor(r, entity)) return;
    if (entity == NONE && !u->speaker_name.length) return;
    struct voice *v = &k->source;
    v->kind = VOICE_SPEAKER;
    v->entity = entity;
    v->side = entity == NONE ? NONE : rules_side(r, entity);
    v->name = entity == NONE ? u->speaker_name : r->entities.items[entity].label;
}

void attribution_find(struct making *k) {
    bool quoted = head_token(k)->flags & TOKEN_QUOTED;
    k->claim.voice = k->source = (struct voice){.kind = VOICE_OUTLET, .entity = NONE, .side = NONE};
    int32_t found = report_reaching(k);
    k->report = NONE;
    if (found == NONE && quoted) found = report_nearby(k);
    if (found == NONE && quoted)
        k->claim.voice = (struct voice){VOICE_SPEAKER, NONE, TEXT("an unnamed speaker"), NONE};
    if (found == NONE) return;
    const struct cue_use *u = &k->m->cues.items[found];
    const struct cue *cue = making_cue(k, u);
    making_note(k, found);
    k->report = found;
    if (cue && cue->negates) k->negations++;
    if ((cue && cue->doubts) || u->negated || is_hearsay(k, u)) modality_weaken(k, MODALITY_ASKED);
    set_speaker(k, u);
    if (!cue || !cue->commits_outlet || quoted) k->claim.voice = k->source;
}

/* "The governor, Esi Quartey, said": the group itself, or the name that stands beside it. */
static int32_t named_group(const struct parse *p, int32_t group) {
    enum { GROUPS_BEHIND = 2 };
    if (p->groups.items[group].flags & (GROUP_NAME | GROUP_PRONOUN)) return group;
    for (int32_t i = group + 1; i <= group + GROUPS_BEHIND && i < (int32_t)p->groups.count; i++)
        if (p->groups.items[i].apposition == group && p->groups.items[i].flags & GROUP_NAME) return i;
    return group;
}

/* "Ann Roe opened the mill. “…,” she said.": the pronoun takes up the subject of the sentence before. */
static bool takes_up_subject(const struct making *k, uint32_t sentence, const struct filler *speaker) {
    const struct mention *x = &k->m->mentions.items[speaker->mention];
    const struct sentence *s = k->m->segmented->sentences.items;
    if (x->sentence + 1 != sentence || s[x->sentence].block != s[sentence].block) return false;
    const struct parse *p = &k->m->parses[x->sentence];
    int32_t group = p->group_of[x->head - p->first];
    for (size_t i = 0; i < p->clauses.count; i++)
        if (p->clauses.items[i].kind == CLAUSE_MAIN && p->clauses.items[i].subject == group && group != NONE)
            return p->groups.items[group].flags & GROUP_NAME && p->groups.items[group].conjunct == NONE;
    return false;
}

/* The speaker of a quotation is the value of the claim; that he spoke so, the outlet says. Only who is named beside it
 * counts, or a pronoun that cannot be somebody else; the last one who spoke too often is. */
bool attribution_speaker(struct making *k, struct filler *out) {
    attribution_find(k);
    bool named = k->source.kind == VOICE_SPEAKER && k->report != NONE;
    if (!named) return false;
    const struct cue_use *u = &k->m->cues.items[k->report];
    if (u->sentence != k->match->sentence) return false;
    int32_t group = named_group(&k->m->parses[u->sentence], u->speaker_group);
    const struct group *speaker = &k->m->parses[u->sentence].groups.items[group];
    bool pronoun = speaker->flags & GROUP_PRONOUN;
    if (!pronoun && !(speaker->flags & GROUP_NAME)) return false;
    const struct argument anyone = {.type = -1, .open = OPEN_PERSON, .default_entity = -1, .default_with = -1};
    k->claim.voice = k->source = (struct voice){.kind = VOICE_OUTLET, .entity = NONE, .side = NONE};
    bool title = speaker->first == speaker->last && (k->m->segmented->tokens.items[speaker->head].word->traits & TRAIT_TITLE);
    if (title || !match_fill(k->m, u->sentence, group, &anyone, out) || out->mention == NONE) return false;
    return !pronoun || takes_up_subject(k, u->sentence, out);
}

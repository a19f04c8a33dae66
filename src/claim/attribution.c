/* Who makes a claim: the outlet, or a speaker whom it cites (reporting verbs, "according to", labels, quotations). */
#include "claim/making.h"

#include "lexicon/lexicon.h"

enum { SENTENCES_NEAR = 2 };

static bool is_actor(const struct rules *r, int32_t entity) {
    return rules_type_fits(r, r->entities.items[entity].type, rules_find_type(r, TEXT("actor")));
}

static bool reports(const struct making *k, const struct cue_use *u) {
    const struct cue *cue = making_cue(k, u);
    return !u->void_use && (!cue || cue->kind == CUE_REPORT);
}

static const struct token *token_of(const struct making *k, int32_t t) {
    return &k->m->segmented->tokens.items[t];
}

static const struct token *head_token(const struct making *k) {
    return token_of(k, k->match->head);
}

/* "“A dog that has stopped barking,” she said": a report of nobody's, in what somebody says. */
static bool is_mere_word(const struct making *k, const struct cue_use *u) {
    if (!(head_token(k)->flags & TOKEN_QUOTED) || u->verb == NONE || u->speaker_group != NONE) return false;
    int32_t group = making_group(k, u->verb);
    return (token_of(k, u->verb)->flags & TOKEN_QUOTED) && group != NONE && !(k->parse->groups.items[group].flags & GROUP_FINITE);
}

/* The innermost report that reaches the head: the last one before it, else the first one behind it. */
static int32_t report_reaching(const struct making *k) {
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    int32_t best = NONE, head = k->match->head;
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        if (!reports(k, u) || head < u->from || head > u->to || (u->first <= head && u->last >= head)) continue;
        if (u->verb == head || is_mere_word(k, u)) continue;
        if (best == NONE || u->first < head) best = i;
    }
    return best;
}

/* "“I say so,” he said": the quotation reports, but not who is quoted. */
static bool is_inside(const struct making *k, const struct cue_use *u) {
    uint16_t quotation = head_token(k)->quotation;
    return u->verb != NONE && quotation && token_of(k, u->verb)->quotation == quotation && (token_of(k, u->verb)->flags & TOKEN_QUOTED);
}

static int32_t first_report(const struct making *k, uint32_t sentence) {
    const struct mention_range *r = &k->m->sentence_cues[sentence];
    for (int32_t i = r->first; i < r->first + r->count; i++)
        if (reports(k, &k->m->cues.items[i]) && k->m->cues.items[i].speaker_group != NONE && !is_inside(k, &k->m->cues.items[i])) return i;
    return NONE;
}

/* A paragraph that opens with a quotation, and tells of nobody who speaks, goes on with what the one before it ends in. */
static int32_t report_above(const struct making *k) {
    const struct sentence *s = k->m->segmented->sentences.items;
    uint32_t here = k->match->sentence, first = here;
    while (first > 0 && s[first - 1].block == s[here].block) first--;
    if (!first || !(token_of(k, (int32_t)s[first].first)->flags & TOKEN_OPEN_QUOTE)) return NONE;
    for (uint32_t d = 1; d <= SENTENCES_NEAR && d <= first; d++) {
        enum block_kind kind = k->m->segmented->document->blocks.items[s[first - d].block].kind;
        bool above = s[first - d].block + 1 == s[first].block && (kind == BLOCK_PARAGRAPH || kind == BLOCK_SUMMARY);
        if (!above || here - (first - d) > SENTENCES_NEAR) return NONE;
        int32_t found = first_report(k, first - d);
        if (found != NONE) return found;
    }
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
    return found == NONE ? report_above(k) : found;
}

/* "The report is on a website. It claims …": what the pronoun takes up, by the subject of the sentence before. */
static bool takes_up_paper(const struct making *k, const struct cue_use *u, const struct group *pronoun) {
    const struct sentence *all = k->m->segmented->sentences.items;
    if (!text_equal(token_of(k, pronoun->head)->word->text, TEXT("it")) || !u->sentence || all[u->sentence - 1].block != all[u->sentence].block) return false;
    const struct parse *p = &k->m->parses[u->sentence - 1];
    for (size_t i = 0; i < p->clauses.count; i++) {
        if (p->clauses.items[i].kind != CLAUSE_MAIN || p->clauses.items[i].subject == NONE) continue;
        const struct word *w = token_of(k, p->groups.items[p->clauses.items[i].subject].head)->word;
        return w->traits & TRAIT_HEARSAY || (w->noun && word_is(w->noun, NOUN_SAYS));
    }
    return false;
}

/* "The report claims": what says so is a paper, and the verb keeps its distance. */
static bool keeps_distance(const struct making *k, const struct cue_use *u) {
    static const char *const verbs[] = {"claim", "allege", "purport"};
    const struct word *w = u->verb == NONE ? NULL : token_of(k, u->verb)->word->verb;
    return w && making_is_any(w->text, verbs, sizeof verbs / sizeof *verbs);
}

/* "A viral post claims that …": nobody vouches for it. */
static bool is_hearsay(const struct making *k, const struct cue_use *u) {
    if (u->speaker_group == NONE) return false;
    const struct group *speaker = &k->m->parses[u->sentence].groups.items[u->speaker_group];
    const struct word *w = token_of(k, speaker->head)->word;
    if (u->speaker != NONE) return keeps_distance(k, u) && takes_up_paper(k, u, speaker);
    bool counted = speaker->flags & GROUP_NUMBER && speaker->of == NONE; /* "“…,” wrote one" */
    if (w->traits & TRAIT_HEARSAY || counted) return true;
    return keeps_distance(k, u) && ((w->noun && word_is(w->noun, NOUN_SAYS)) || takes_up_paper(k, u, speaker));
}

/* "According to the channel, she cried: “…”": a report of hearsay further out. */
static bool is_in_hearsay(const struct making *k) {
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    int32_t head = k->match->head;
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        bool reaches = reports(k, u) && head >= u->from && head <= u->to && (u->first > head || u->last < head);
        if (reaches && u->verb != head && !is_mere_word(k, u) && is_hearsay(k, u)) return true;
    }
    return false;
}

static void set_speaker(struct making *k, const struct cue_use *u) {
    const struct rules *r = k->m->rules;
    int32_t entity = u->speaker == NONE ? NONE : k->m->mentions.items[u->speaker].entity;
    if (entity != NONE && !is_actor(r, entity)) return;
    if (entity == NONE && !u->speaker_name.length) return;
    struct voice *v = &k->source;
    v->kind = VOICE_SPEAKER;
    v->entity = entity;
    v->side = entity == NONE ? side_of_speaker(k, u) : rules_side(r, entity);
    v->name = entity == NONE ? u->speaker_name : r->entities.items[entity].label;
}

/* "“… a private opinion, and it was mistaken,” the embassy said": what is said next of what nobody known had said. */
static bool is_called_mistaken(const struct making *k) {
    static const char *const pronouns[] = {"it", "this", "that", "which", "he", "she", "they"};
    static const char *const verdicts[] = {"mistaken", "wrong", "untrue", "false", "incorrect", "invented", "fabricated", "baseless", "misinformed", "inaccurate"};
    const struct sentence *all = k->m->segmented->sentences.items;
    uint32_t next = k->match->sentence + 1;
    if (next >= k->m->segmented->sentences.count || all[next].block > all[next - 1].block + 1) return false;
    for (uint32_t t = all[next].first; t + 2 < all[next].first + all[next].count; t++) {
        struct text verb = making_form(k->m, (int32_t)t + 1);
        bool is = text_equal(verb, TEXT("was")) || text_equal(verb, TEXT("is")) || text_equal(verb, TEXT("were"));
        if (is && making_is_any(making_form(k->m, (int32_t)t), pronouns, sizeof pronouns / sizeof *pronouns) &&
            making_is_any(making_form(k->m, (int32_t)t + 2), verdicts, sizeof verdicts / sizeof *verdicts)) return true;
    }
    return false;
}

void attribution_find(struct making *k) {
    bool quoted = head_token(k)->flags & TOKEN_QUOTED;
    k->claim->voice = k->source = (struct voice){.kind = VOICE_OUTLET, .entity = NONE, .side = NONE};
    int32_t found = report_reaching(k);
    k->report = NONE;
    if (found == NONE && quoted) found = report_nearby(k);
    if (found == NONE && quoted)
        k->claim->voice = (struct voice){VOICE_SPEAKER, NONE, TEXT("an unnamed speaker"), NONE};
    if (found == NONE) return;
    const struct cue_use *u = &k->m->cues.items[found];
    const struct cue *cue = making_cue(k, u);
    making_note(k, found);
    k->report = found;
    if (cue && cue->negates) k->negations++;
    bool own = k->match->loose && (match_says(k->match, u->verb) || match_says(k->match, u->first)); /* "never said that …" */
    if ((cue && cue->doubts) || (u->negated && !own) || is_hearsay(k, u) || is_in_hearsay(k)) modality_weaken(k, MODALITY_ASKED);
    set_speaker(k, u);
    if (k->source.kind == VOICE_SPEAKER && k->source.entity == NONE && is_called_mistaken(k)) modality_weaken(k, MODALITY_ASKED);
    if (!cue || !cue->commits_outlet || quoted) k->claim->voice = k->source;
}

/* "The governor, Esi Quartey, said": the group itself, or the name that stands beside it. */
static int32_t named_group(const struct parse *p, int32_t group) {
    enum { GROUPS_BEHIND = 2 };
    if (p->groups.items[group].flags & (GROUP_NAME | GROUP_PRONOUN)) return group;
    for (int32_t i = group + 1; i <= group + GROUPS_BEHIND && i < (int32_t)p->groups.count; i++)
        if (p->groups.items[i].apposition == group && p->groups.items[i].flags & GROUP_NAME) return i;
    return group;
}

static bool is_running_text(const struct making *k, uint32_t sentence) {
    uint32_t block = k->m->segmented->sentences.items[sentence].block;
    return k->m->segmented->document->blocks.items[block].kind == BLOCK_PARAGRAPH;
}

/* "Ann Roe opened the mill. “…,” she said.": the pronoun takes up the subject of the sentence before, or of its own. */
static bool takes_up_subject(const struct making *k, uint32_t sentence, const struct filler *speaker) {
    const struct mention *x = &k->m->mentions.items[speaker->mention];
    if (x->sentence + 1 < sentence || !is_running_text(k, x->sentence)) return false;
    const struct parse *p = &k->m->parses[x->sentence];
    int32_t group = p->group_of[x->head - p->first];
    for (size_t i = 0; i < p->clauses.count; i++)
        if ((p->clauses.items[i].kind == CLAUSE_MAIN || p->clauses.items[i].kind == CLAUSE_ASIDE) && group != NONE && p->clauses.items[i].subject != NONE &&
            (p->clauses.items[i].subject == group || named_group(p, p->clauses.items[i].subject) == group))
            return p->groups.items[group].flags & GROUP_NAME && p->groups.items[group].conjunct == NONE;
    return false;
}

/* "The envoy for Norway, Ann Roe, pleaded", "Ann Roe's answer likened it to": who is named between commas before the verb, or whose it is. */
static int32_t named_before(const struct making *k, int32_t subject, int32_t verb) {
    const struct parse *p = k->parse;
    int32_t owner = p->groups.items[subject].possessor, group = named_group(p, subject);
    if (owner != NONE) return owner;
    for (int32_t i = subject + 1; i < (int32_t)p->groups.count && p->groups.items[i].last < verb && group == subject; i++) {
        const struct group *g = &p->groups.items[i];
        bool apart = g->flags & GROUP_NAME && g->first > p->first && text_equal(making_form(k->m, g->first - 1), TEXT(","));
        if (apart && g->last < p->last && text_equal(making_form(k->m, g->last + 1), TEXT(","))) return i;
    }
    return group;
}

/* "He called it “a fair price”", "likening it to “…”": whose words they are, where the verb is none of saying. */
static int32_t who_so_calls(const struct making *k) {
    const struct parse *p = k->parse;
    int32_t first = k->match->first, clause = first < p->first ? NONE : p->clause_of[first - p->first];
    for (; clause != NONE; clause = p->clauses.items[clause].governor) {
        const struct clause *c = &p->clauses.items[clause];
        int32_t head = c->verb == NONE ? NONE : p->groups.items[c->verb].head;
        if (head == NONE || head > first || (token_of(k, head)->flags & TOKEN_QUOTED)) continue;
        bool calls = rules_list_holds(k->m->rules, k->shared->quoting_verbs, token_of(k, head)->word->known_verb);
        calls &= c->subject != NONE && !(p->groups.items[c->verb].flags & (GROUP_PASSIVE | GROUP_NEGATED));
        return calls ? named_before(k, c->subject, head) : NONE;
    }
    return NONE;
}

static bool hears(const struct making *k, int32_t verb) {
    return verb != NONE && rules_list_holds(k->m->rules, k->shared->hearing_verbs, token_of(k, verb)->word->known_verb);
}

/* "“…,” Ann Roe, the chairman, told the forum", "Ann Roe, who told the forum: “…”": the nearest report outside it, behind
 * where the quotation opens the sentence, else before. */
static int32_t report_beside(const struct making *k) {
    const struct mention_range *r = &k->m->sentence_cues[k->match->sentence];
    bool opens = k->match->first <= k->parse->first + 1;
    int32_t best = NONE;
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        const struct cue_use *u = &k->m->cues.items[i];
        if (!reports(k, u) || u->verb == NONE || u->speaker_group == NONE || (token_of(k, u->verb)->flags & TOKEN_QUOTED) || hears(k, u->verb)) continue;
        if (opens != (u->verb > k->match->last)) continue;
        bool nearer = best == NONE || (opens ? u->verb < k->m->cues.items[best].verb : u->verb > k->m->cues.items[best].verb);
        if (nearer) best = i;
    }
    return best;
}

/* "Conceded that “…”", "drew from him: “…”": the word before the quotation mark, or NONE. */
static int32_t leads_in(const struct making *k) {
    int32_t t = k->match->first - 1;
    while (t >= k->parse->first && (token_of(k, t)->flags & TOKEN_QUOTED)) t--;
    while (t >= k->parse->first && (text_equal(making_form(k->m, t), TEXT("\"")) || text_equal(making_form(k->m, t), TEXT("'")))) t--;
    return t < k->parse->first ? NONE : t;
}

static int32_t name_before(const struct parse *p, int32_t group) {
    for (int32_t i = group - 1; i >= 0; i--)
        if (p->groups.items[i].flags & GROUP_NAME && p->groups.items[i].preposition == NONE) return i;
    return NONE;
}

/* "Ann Roe reminded them that “…”", "pleaded with them: “…”": whoever does what the last verb before it tells. A bare form
 * right before "that" is no passive: "Ann Roe, once conceded that “…”". */
static int32_t who_tells(const struct making *k, int32_t before) {
    const struct parse *p = k->parse;
    for (int32_t clause = p->clause_of[before - p->first]; clause != NONE; clause = p->clauses.items[clause].governor) {
        const struct clause *c = &p->clauses.items[clause];
        int32_t verb = c->verb == NONE ? NONE : p->groups.items[c->verb].head;
        if (verb == NONE || verb > before) continue;
        uint32_t told = p->groups.items[c->verb].flags & (GROUP_PASSIVE | GROUP_NEGATED | GROUP_COPULA);
        if (hears(k, verb)) return NONE;
        bool bare = told == GROUP_PASSIVE && c->subject == NONE && verb == before - 1 && p->groups.items[c->verb].first == verb &&
                    !rules_list_holds(k->m->rules, k->shared->telling_verbs, token_of(k, verb)->word->known_verb);
        if (bare) return name_before(p, c->verb);
        return told || c->subject == NONE ? NONE : named_before(k, c->subject, verb);
    }
    return NONE;
}

/* "The reply it drew from the owner, Ann Roe: “…”" */
static bool comes_from(const struct making *k, int32_t group) {
    const struct parse *p = k->parse;
    const struct group *g = &p->groups.items[group];
    bool beside = group > 0 && g->preposition == NONE && g->first > p->first &&
                  (p->groups.items[group - 1].last == g->first - 1 || text_equal(making_form(k->m, g->first - 1), TEXT(",")));
    int32_t preposition = p->groups.items[beside ? group - 1 : group].preposition;
    return preposition != NONE && (text_equal(making_form(k->m, preposition), TEXT("from")) ||
                                   text_equal(making_form(k->m, preposition), TEXT("of")));
}

/* "Ann Roe's quip that “…”", "Ann Roe, whose remark “…”", "the reply it drew from Ann Roe: “…”". */
static int32_t whose_words(const struct making *k, int32_t before, bool introduced) {
    const struct parse *p = k->parse;
    int32_t at = introduced ? before - 1 : before, group = at < p->first ? NONE : p->group_of[at - p->first];
    if (group == NONE) return NONE;
    const struct group *g = &p->groups.items[group];
    if (g->possessor != NONE) return g->possessor;
    if (g->first > p->first && text_equal(making_form(k->m, g->first - 1), TEXT("whose"))) return name_before(p, group);
    bool colon = introduced && text_equal(making_form(k->m, before), TEXT(":"));
    return colon && comes_from(k, group) ? group : NONE;
}

/* Of a quotation that no word of saying gives to anybody: the group that stands for whoever said it, or NONE. */
static int32_t who_is_quoted(const struct making *k) {
    int32_t calls = who_so_calls(k), before = calls == NONE ? leads_in(k) : NONE;
    if (before == NONE) return calls;
    bool introduced = text_equal(making_form(k->m, before), TEXT("that")) || text_equal(making_form(k->m, before), TEXT(":"));
    int32_t owner = whose_words(k, before, introduced);
    return owner != NONE || !introduced ? owner : who_tells(k, before);
}

/* "“It survived a fire. It will survive this,” she said": a quotation goes on where it is given to somebody. */
static bool goes_on(const struct making *k, uint32_t sentence) {
    uint32_t first = k->m->segmented->sentences.items[sentence].first;
    const struct token *t = token_of(k, (int32_t)first);
    return sentence == k->match->sentence || (t->quotation && t->quotation == head_token(k)->quotation);
}

/* "Ann Roe, reminded that “…”" */
static bool is_told(const struct making *k, const struct cue_use *u) {
    const struct parse *p = &k->m->parses[u->sentence];
    int32_t group = u->verb == NONE ? NONE : p->group_of[u->verb - p->first];
    return group != NONE && p->groups.items[group].flags & GROUP_PASSIVE &&
           rules_list_holds(k->m->rules, k->shared->telling_verbs, token_of(k, u->verb)->word->known_verb);
}

static bool is_somebody(const struct making *k, const struct cue_use *u) {
    const struct parse *p = &k->m->parses[u->sentence];
    if (u->speaker_group == NONE) return false;
    return p->groups.items[named_group(p, u->speaker_group)].flags & (GROUP_NAME | GROUP_PRONOUN);
}

/* The speaker of a quotation is the value of the claim; that he spoke so, the outlet says. Only who is named beside it
 * counts, or a pronoun that cannot be somebody else; the last one who spoke too often is. */
bool attribution_speaker(struct making *k, struct filler *out) {
    attribution_find(k);
    uint32_t sentence = k->match->sentence;
    int32_t report = report_beside(k);
    if (report == NONE && k->source.kind == VOICE_SPEAKER) report = k->report;
    const struct cue_use *u = report == NONE ? NULL : &k->m->cues.items[report];
    bool reported = u && u->sentence >= sentence && goes_on(k, u->sentence);
    if (reported && (hears(k, u->verb) || is_told(k, u))) return false;
    int32_t group = reported && is_somebody(k, u) ? u->speaker_group : who_is_quoted(k);
    if (group == NONE) return false;
    if (reported && group == u->speaker_group) sentence = u->sentence;
    group = named_group(&k->m->parses[sentence], group);
    const struct group *speaker = &k->m->parses[sentence].groups.items[group];
    bool pronoun = speaker->flags & GROUP_PRONOUN;
    if (!pronoun && !(speaker->flags & GROUP_NAME)) return false;
    const struct argument anyone = {.type = -1, .open = OPEN_PERSON, .default_entity = -1, .default_with = -1};
    k->claim->voice = k->source = (struct voice){.kind = VOICE_OUTLET, .entity = NONE, .side = NONE};
    bool title = speaker->first == speaker->last && (token_of(k, speaker->head)->word->traits & TRAIT_TITLE);
    if (title || !match_fill(k->m, sentence, group, &anyone, out) || out->mention == NONE) return false;
    return !pronoun || takes_up_subject(k, k->match->sentence, out);
}

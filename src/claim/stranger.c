/* Rules of a pack that name what a story is about take a doer for granted: "drops its bid to join NATO" is Ukraine's.
 * Where the text names a doer, or a partner, that no rule knows, it tells another story. */
#include "claim/making.h"

#include "lexicon/lexicon.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* "Secretary of State", "the West", "THE BLUEPRINT": capitals that name nobody. */
static bool is_common(const struct token *t) {
    static const char *const forms[] = {"west", "east", "north", "south", "government", "parliament", "state", "house", "press",
                                        "secretary", "minister", "president", "chancellor", "ambassador", "spokesman",
                                        "spokeswoman", "envoy", "leader", "adviser", "aide"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (text_equal(t->word->text, text_of(forms[i]))) return true;
    return t->word->text.length < 3 || t->flags & TOKEN_UPPER || t->word->traits & TRAIT_TITLE;
}

/* A name that no rule knows. Capitals tell nothing in a headline. */
static bool is_strange(const struct making *k, int32_t group) {
    const struct sentence *s = &k->m->segmented->sentences.items[k->match->sentence];
    if (group == NONE || s->flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE)) return false;
    const struct group *g = &k->parse->groups.items[group];
    const struct mention_range *r = &k->m->group_mentions[k->match->sentence][group];
    if (is_common(&k->m->segmented->tokens.items[g->head])) return false;
    if (g->kind != GROUP_NOUN || !(g->flags & GROUP_NAME) || !r->count || match_is_time(k->m, g)) return false;
    for (int32_t i = r->first; i < r->first + r->count; i++)
        if (k->m->mentions.items[i].entity != NONE) return false;
    return true;
}

/* A government that has a say in the story from outside it: "Ukraine and Poland broke off their talks". */
static bool is_third(const struct making *k, int32_t group) {
    int32_t state = k->shared->third_state;
    if (group == NONE || state < 0) return false;
    const struct mention_range *r = &k->m->group_mentions[k->match->sentence][group];
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        int32_t entity = k->m->mentions.items[i].entity;
        if (entity != NONE && k->m->rules->entities.items[entity].type == state) return true;
    }
    return false;
}

/* Is one of those it is joined with by "and" no part of the story? */
static bool strange_beside(const struct making *k, int32_t group) {
    for (int32_t n = group, steps = 0; n != NONE && steps < 8; n = k->parse->groups.items[n].conjunct, steps++)
        if (is_strange(k, n) || is_third(k, n)) return true;
    return false;
}

static bool in_match(const struct making *k, const struct group *g) {
    return g->last >= k->match->first && g->first <= k->match->last;
}

/* "Georgia dropped its bid", "the Pope's envoy had talks": the subject stands before the words of the rule. */
static bool strange_subject(const struct making *k) {
    const struct clause *c = k->match->clause == NONE ? NULL : &k->parse->clauses.items[k->match->clause];
    int32_t group = making_group(k, k->match->head);
    bool verb = group != NONE && k->parse->groups.items[group].kind == GROUP_VERB;
    if (!c || c->subject == NONE || (verb && c->verb != group)) return false;
    const struct group *subject = &k->parse->groups.items[c->subject];
    if (in_match(k, subject) || subject->first > k->match->first) return false;
    return strange_beside(k, c->subject) || is_strange(k, subject->possessor);
}

static bool is_partner(const struct making *k, const struct group *g) {
    static const char *const forms[] = {"with", "between"};
    for (size_t i = 0; g->preposition != NONE && i < sizeof forms / sizeof *forms; i++)
        if (text_equal(k->m->segmented->tokens.items[g->preposition].word->text, text_of(forms[i]))) return true;
    return false;
}

/* "talks between Washington and Caracas", "spent three hours with Netanyahu": with whom, in the words of the rule or right
 * behind them. */
static bool strange_partner(const struct making *k) {
    int32_t last = k->match->last;
    for (int32_t i = 0; i < (int32_t)k->parse->groups.count; i++) {
        const struct group *g = &k->parse->groups.items[i];
        bool near = g->preposition != NONE && g->preposition >= k->match->first && g->preposition <= last + 1;
        bool when = near && g->preposition == last + 1 && match_is_time(k->m, g); /* "reached agreement on Friday | with Modi" */
        if (when) last = g->last;
        if (!near || !is_partner(k, g)) continue;
        if (strange_beside(k, i)) return true;
    }
    return false;
}

/* Is the mention another thing of the sort of an argument that the rule takes for granted? */
static bool replaces_default(const struct making *k, const struct mention *x) {
    for (size_t i = 0; i < k->about->arguments.count; i++) {
        const struct argument *a = &k->about->arguments.items[i];
        if (!k->match->arguments[i].missing || a->default_entity < 0) continue;
        if (x->unlike == a->default_entity) return true;
    }
    return false;
}

/* "The Dayton talks broke down": the words of the rule name another thing of the sort that it takes for granted. */
static bool strange_thing(const struct making *k) {
    for (int32_t g = 0; g < (int32_t)k->parse->groups.count; g++) {
        const struct mention_range *r = &k->m->group_mentions[k->match->sentence][g];
        const struct group *group = &k->parse->groups.items[g];
        bool dated = group->possessor != NONE && match_is_time(k->m, &k->parse->groups.items[group->possessor]); /* "Thursday's session" */
        if (group->kind != GROUP_NOUN || !in_match(k, group) || dated || match_is_time(k->m, group)) continue;
        for (int32_t i = r->first; i < r->first + r->count; i++)
            if (replaces_default(k, &k->m->mentions.items[i])) return true;
    }
    return false;
}

/* "Talks | on grain quotas", "a compromise in the quarrel | over grain": of what no pack with such a list speaks. */
static bool is_other_matter(const struct making *k, int32_t group, int32_t subjects) {
    const struct group *g = &k->parse->groups.items[group];
    if (g->kind != GROUP_NOUN || g->flags & (GROUP_NAME | GROUP_PRONOUN | GROUP_NUMBER) || match_is_time(k->m, g)) return false;
    const struct mention_range *r = &k->m->group_mentions[k->match->sentence][group];
    for (int32_t i = r->first; i < r->first + r->count; i++)
        if (k->m->mentions.items[i].entity != NONE) return false;
    return !rules_list_holds(k->m->rules, subjects, word_noun_form(making_word(k, g->head)));
}

/* Does the group behind token `last` say what the matter is about? "on" only right behind it, "over" anywhere in the clause. */
static bool tells_matter(const struct making *k, const struct group *g, int32_t last) {
    static const char *const close[] = {"on", "about", "regarding", "concerning", "over"}, *const far[] = {"over", "regarding", "concerning"};
    if (g->preposition == NONE || g->preposition <= last || k->parse->clause_of[g->preposition - k->parse->first] != k->match->clause) return false;
    struct text form = making_form(k->m, g->preposition);
    return making_is_any(form, far, COUNT_OF(far)) || (g->preposition == last + 1 && making_is_any(form, close, COUNT_OF(close)));
}

/* "Pipeline talks", "grain deal": by the noun that stands before it. */
static bool is_marked_other(const struct making *k, const struct group *matter, int32_t subjects) {
    for (int32_t t = matter->first; t < matter->head; t++) {
        const struct word *w = making_word(k, t);
        bool noun = k->parse->tags[t - k->parse->first] == TAG_NOUN && w->likely == CLASS_NOUN && !match_says(k->match, t);
        if (!noun || w->traits & TRAIT_TIME || w->figure || rules_list_holds(k->m->rules, subjects, w->known)) continue;
        if (!rules_list_holds(k->m->rules, subjects, w->known_noun)) return true;
    }
    return false;
}

static bool strange_matter(const struct making *k) {
    const struct shared *shared = k->shared;
    if (shared->story_subjects < 0 || shared->matter_nouns < 0 || k->m->rules->packs.items[k->about->pack].day == NO_DATE) return false;
    for (int32_t i = 0; i < (int32_t)k->parse->groups.count; i++) {
        const struct group *matter = &k->parse->groups.items[i];
        if (matter->kind != GROUP_NOUN || !in_match(k, matter) || !rules_list_holds(k->m->rules, shared->matter_nouns, word_noun_form(making_word(k, matter->head)))) continue;
        if (is_marked_other(k, matter, shared->story_subjects)) return true;
        for (int32_t n = i + 1; n < (int32_t)k->parse->groups.count; n++)
            if (tells_matter(k, &k->parse->groups.items[n], matter->last) && is_other_matter(k, n, shared->story_subjects)) return true;
    }
    return false;
}

/* "The talks", "the session": by no mark of its own. */
static bool is_brief(const struct making *k, const struct filler *f) {
    return !f->missing && f->mention != NONE && k->m->mentions.items[f->mention].kind == MENTION_BRIEF;
}

/* The event that the rule takes for granted; NONE where the text names one, or the rule takes none. */
static int32_t event_granted(const struct making *k) {
    int32_t meeting = rules_find_type(k->m->rules, TEXT("meeting"));
    for (size_t i = 0; meeting >= 0 && i < k->about->arguments.count; i++) {
        int32_t entity = k->about->arguments.items[i].default_entity;
        const struct filler *f = &k->match->arguments[i];
        if (entity < 0 || (!f->missing && !is_brief(k, f))) continue;
        if (rules_type_fits(k->m->rules, k->m->rules->entities.items[entity].type, meeting)) return entity;
    }
    return NONE;
}

static bool marks(const struct rules *r, int32_t event, struct text word) {
    const struct entity *e = &r->entities.items[event];
    for (size_t i = 0; i < e->marks.count; i++)
        if (text_equal(symbols_text(&r->symbols, e->marks.items[i]), word)) return true;
    return false;
}

/* "In Europe" tells less than where they sat. */
static bool is_wide(const struct rules *r, int32_t place) {
    for (size_t i = 0; i < r->entities.count; i++)
        if (r->entities.items[i].part_of == place) return true;
    return false;
}

/* A town that is not the event's. */
static bool is_elsewhere(const struct making *k, int32_t group, int32_t event) {
    const struct rules *r = k->m->rules;
    const struct group *g = &k->parse->groups.items[group];
    int32_t place = rules_find_type(r, TEXT("place"));
    if (g->kind != GROUP_NOUN || !(g->flags & GROUP_NAME) || g->preposition == NONE || match_is_time(k->m, g)) return false;
    struct text form = making_form(k->m, g->preposition);
    if ((!text_equal(form, TEXT("in")) && !text_equal(form, TEXT("at"))) || marks(r, event, making_form(k->m, g->head))) return false;
    const struct mention_range *of = &k->m->group_mentions[k->match->sentence][group];
    for (int32_t i = of->first; i < of->first + of->count; i++) {
        int32_t entity = k->m->mentions.items[i].entity;
        if (entity == NONE || entity == event) continue;
        if (r->entities.items[entity].type == r->entities.items[event].type) return true; /* "at Dayton", which names a meeting */
        if (rules_type_fits(r, r->entities.items[entity].type, place)) return !is_wide(r, entity);
    }
    return false;
}

/* "At Reykjavik they talked for two days", "reached a deal in Doha": where, right before the clause or behind the words. */
static bool strange_town(const struct making *k) {
    enum { NEAR = 3 };
    int32_t event = event_granted(k), last = k->match->last;
    for (int32_t g = 0; event != NONE && g < (int32_t)k->parse->groups.count; g++) {
        int32_t at = k->parse->groups.items[g].preposition;
        if (at == NONE || k->parse->clause_of[at - k->parse->first] != k->match->clause) continue;
        bool fronted = at < k->match->first && k->parse->groups.items[g].last + NEAR >= k->match->first;
        bool behind = at == last + 1;
        if ((fronted || behind) && is_elsewhere(k, g, event)) return true;
        if (behind) last = k->parse->groups.items[g].last; /* "took part in the talks | with the envoys | in Florida" */
    }
    return false;
}

bool stranger_told_of(const struct making *k) {
    if (k->about->once || making_open(k->about)) return false;
    return strange_town(k) || (!k->rule->is_frame && (strange_subject(k) || strange_partner(k) || strange_thing(k) || strange_matter(k)));
}

/* The group of whoever is cited, where no rule knows him. */
static const struct word *unknown_speaker(const struct making *k) {
    if (k->report == NONE || k->source.kind != VOICE_SPEAKER || k->source.entity != NONE) return NULL;
    const struct cue_use *u = &k->m->cues.items[k->report];
    if (u->speaker_group == NONE) return NULL;
    const struct group *g = &k->m->parses[u->sentence].groups.items[u->speaker_group];
    return g->flags & GROUP_PRONOUN ? NULL : k->m->segmented->tokens.items[g->head].word;
}

static bool is_first_person(const struct making *k) {
    const struct clause *c = k->match->clause == NONE ? NULL : &k->parse->clauses.items[k->match->clause];
    if (!c || c->subject == NONE) return false;
    return making_traits(k, k->parse->groups.items[c->subject].head) & TRAIT_FIRST_PERSON;
}

/* A club, a company: not whoever may speak for a party. */
static bool is_private_body(const struct word *w) {
    static const char *const public[] = {"government", "ministry", "delegation", "administration", "embassy", "office", "team", "side", "presidency",
                                         "parliament", "party", "committee", "cabinet", "department", "state", "country", "house", "service"};
    if (!w->noun || making_is_any(w->noun->text, public, sizeof public / sizeof *public)) return false;
    return word_is(w->noun, NOUN_BODY) && word_is(w->noun, NOUN_GROUP) && !word_is(w->noun, NOUN_LIVES);
}

/* "The club said that talks were over", "“We found a compromise,” the ombudsman said": of his own affairs. */
bool stranger_speaks(const struct making *k) {
    const struct word *speaker = k->about->once || making_open(k->about) || making_names_any(k) ? NULL : unknown_speaker(k);
    if (!speaker) return false;
    return is_first_person(k) || is_private_body(speaker);
}

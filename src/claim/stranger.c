/* Rules of a pack that name what a story is about take a doer for granted: "drops its bid to join NATO" is Ukraine's.
 * Where the text names a doer, or a partner, that no rule knows, it tells another story. */
#include "claim/making.h"

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
    return is_strange(k, c->subject) || is_strange(k, subject->possessor);
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
        for (int32_t n = i, steps = 0; n != NONE && steps < 8; n = k->parse->groups.items[n].conjunct, steps++)
            if (is_strange(k, n)) return true;
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

bool stranger_told_of(const struct making *k) {
    if (k->rule->is_frame || k->about->once || making_open(k->about)) return false;
    return strange_subject(k) || strange_partner(k) || strange_thing(k);
}

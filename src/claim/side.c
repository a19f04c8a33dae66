/* Whom a speaker without a name speaks for: "a negotiator for Kyiv", "officials there", "its negotiators", "an aide to Putin". */
#include "claim/making.h"

/* Who is in somebody's service; a diplomat or a source in Moscow may be anybody's. */
static bool serves(const struct making *k, const struct parse *p, int32_t group) {
    static const char *const servants[] = {"official", "negotiator", "aide", "adviser", "advisor", "spokesman", "spokeswoman", "spokesperson", "minister", "delegate", "representative",
                                           "officer", "general", "commander", "authority", "secretary", "lieutenant", "confidant"};
    const struct word *noun = k->m->segmented->tokens.items[p->groups.items[group].head].word->noun;
    return noun && making_is_any(noun->text, servants, sizeof servants / sizeof *servants);
}

/* The side of somebody who is named there: of "Moscow" the government's, not the town's. */
static int32_t side_named_in(const struct making *k, uint32_t sentence, int32_t first, int32_t last) {
    const struct mention_range *r = &k->m->sentence_mentions[sentence];
    const struct rules *rules = k->m->rules;
    int32_t actor = rules_find_type(rules, TEXT("actor"));
    for (int32_t i = r->first + r->count - 1; i >= r->first; i--) {
        const struct mention *x = &k->m->mentions.items[i];
        if (x->entity == NONE || x->head < first || x->head > last || x->kind == MENTION_PRONOUN) continue;
        if (rules_type_fits(rules, rules->entities.items[x->entity].type, actor)) return rules_side(rules, x->entity);
    }
    return NONE;
}

/* "officials | in Moscow", "a negotiator | for Kyiv": the group that hangs from it, or NONE. */
static int32_t hung_on(const struct making *k, const struct parse *p, int32_t group) {
    static const char *const forms[] = {"for", "of", "from", "in", "to"};
    int32_t next = group + 1;
    if (p->groups.items[group].of != NONE) return p->groups.items[group].of;
    if (next >= (int32_t)p->groups.count || p->groups.items[next].preposition != p->groups.items[group].last + 1) return NONE;
    return making_is_any(making_form(k->m, p->groups.items[next].preposition), forms, sizeof forms / sizeof *forms) ? next : NONE;
}

/* "its negotiators": of whom it is told. */
static int32_t side_told_of(const struct making *k) {
    for (size_t i = 0; i < k->about->arguments.count; i++)
        if (k->about->arguments.items[i].identity == IDENTITY_SIDE && k->match->arguments[i].entity != NONE)
            return rules_side(k->m->rules, k->match->arguments[i].entity);
    return NONE;
}

int32_t side_of_speaker(const struct making *k, const struct cue_use *u) {
    static const char *const owners[] = {"its", "their"};
    if (u->speaker_group == NONE) return NONE;
    const struct parse *p = &k->m->parses[u->sentence];
    const struct group *g = &p->groups.items[u->speaker_group];
    if (!serves(k, p, u->speaker_group)) return NONE;
    if (making_is_any(making_form(k->m, g->first), owners, sizeof owners / sizeof *owners)) return side_told_of(k);
    if (g->last < p->last && making_is(k->m, (uint32_t)g->last + 1, "there")) return side_named_in(k, u->sentence, p->first, g->first - 1);
    int32_t own = side_named_in(k, u->sentence, g->possessor == NONE ? g->first : p->groups.items[g->possessor].first, g->last);
    int32_t hung = own == NONE ? hung_on(k, p, u->speaker_group) : NONE;
    return hung == NONE ? own : side_named_in(k, u->sentence, p->groups.items[hung].first, p->groups.items[hung].last);
}

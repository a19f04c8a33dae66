/* Which of several occasions of a kind a sentence is of that calls none by name: "Rubio stayed away as Ukrainians met
 * Americans in Florida" is told of the talks there, not of those that the story is about. */
#include "claim/making.h"

static bool is_mark_of(const struct entity *e, symbol form) {
    for (size_t i = 0; form && i < e->marks.count; i++)
        if (e->marks.items[i] == form) return true;
    return false;
}

/* "after talks in Florida", "back from Miami": what was before, or comes. */
static bool is_of_other_time(const struct making *k, int32_t group) {
    static const char *const forms[] = {"after", "before", "following", "since", "from", "until", "ahead", "to"};
    const struct parse *p = k->parse;
    int32_t preposition = p->groups.items[group].preposition;
    if (preposition != NONE && making_is_any(making_form(k->m, preposition), forms, sizeof forms / sizeof *forms)) return true;
    for (int32_t g = group - 1; g >= 0 && preposition != NONE && p->groups.items[g].last + 1 >= preposition - 1; g--) {
        preposition = p->groups.items[g].preposition;
        if (preposition != NONE && making_is_any(making_form(k->m, preposition), forms, sizeof forms / sizeof *forms)) return true;
    }
    return false;
}

/* The occasion that is marked by what the mention names, other than the usual one; NONE. */
static int32_t marked_by(const struct making *k, const struct mention *x, int32_t type, int32_t usual) {
    const struct rules *r = k->m->rules;
    symbol form = k->m->segmented->tokens.items[x->head].word->known;
    for (size_t i = 0; i < r->entities.count; i++)
        if ((int32_t)i != usual && r->entities.items[i].type == type && is_mark_of(&r->entities.items[i], form)) return (int32_t)i;
    return NONE;
}

static bool is_of_clause(const struct making *k, const struct mention *x) {
    int32_t group = making_group(k, x->head);
    return group != NONE && k->parse->clause_of[x->head - k->parse->first] == k->match->clause && !is_of_other_time(k, group);
}

int32_t elsewhere(const struct making *k, int32_t usual) {
    const struct rules *r = k->m->rules;
    const struct mention_range *range = &k->m->sentence_mentions[k->match->sentence];
    int32_t place = rules_find_type(r, TEXT("place")), meeting = rules_find_type(r, TEXT("meeting")), found = NONE;
    if (place < 0 || meeting < 0 || !rules_type_fits(r, r->entities.items[usual].type, meeting)) return NONE;
    for (int32_t i = range->first; i < range->first + range->count; i++) {
        const struct mention *x = &k->m->mentions.items[i];
        if (x->entity == NONE || x->kind == MENTION_PRONOUN) continue;
        bool is_place = rules_type_fits(r, r->entities.items[x->entity].type, place);
        if (r->entities.items[x->entity].type == r->entities.items[usual].type && is_of_clause(k, x)) {
            if (x->entity == usual || (found != NONE && found != x->entity)) return NONE;
            found = x->entity; /* "led the Florida talks in Rubio's absence" */
            continue;
        }
        bool person = r->entities.items[x->entity].gender == GENDER_HE || r->entities.items[x->entity].gender == GENDER_SHE;
        if ((is_place || person) && is_mark_of(&r->entities.items[usual], k->m->segmented->tokens.items[x->head].word->known)) return NONE;
        bool inside = x->head >= k->match->first && x->head <= k->match->last; /* "stayed in Florida" */
        int32_t group = is_place && !inside ? making_group(k, x->head) : NONE;
        if (group == NONE || is_of_other_time(k, group)) continue;
        int32_t other = marked_by(k, x, r->entities.items[usual].type, usual);
        if (other != NONE && found != NONE && other != found) return NONE;
        if (other != NONE) found = other;
    }
    return found;
}

/* What noun groups may be by where they stand: a subject or an object, a time, one that another renames. */
#include "clause/analysis.h"

static const struct group *group_at(const struct analysis *a, int32_t g) {
    return &a->groups[g];
}

/* The first token of a group with its possessors. */
int32_t whole_first(const struct analysis *a, int32_t g) {
    while (group_at(a, g)->possessor != NONE) g = group_at(a, g)->possessor;
    return group_at(a, g)->first;
}

/* Is g joined by "and" to a group after a preposition ("in Brussels and Washington")? */
static bool shares_preposition(const struct analysis *a, int32_t g) {
    for (int32_t k = g - 1; k >= 0 && k >= g - 6 && group_at(a, k)->kind == GROUP_NOUN; k--) {
        if (group_at(a, k)->conjunct == g) return group_at(a, k)->preposition != NONE || shares_preposition(a, k);
    }
    return false;
}

/* "Talks between A and B | failed": both go with the talks. */
static bool ends_between(const struct analysis *a, int32_t g) {
    for (int32_t k = g - 1; k >= 0 && k >= g - 6 && group_at(a, k)->kind == GROUP_NOUN; k--) {
        int32_t preposition = group_at(a, k)->preposition;
        if (preposition != NONE && text_equal(a->tokens[preposition].word->text, TEXT("between"))) return true;
    }
    return false;
}

bool finite_follows(const struct analysis *a, int32_t g) {
    int32_t next = g + 1;
    return next < a->group_count && group_at(a, next)->kind == GROUP_VERB &&
           group_at(a, next)->flags & GROUP_FINITE && group_at(a, next)->first == group_at(a, g)->last + 1;
}

/* "Putin | himself | signed it": no more than a stress on whom it follows. */
bool is_emphatic(const struct analysis *a, int32_t g) {
    const struct group *group = group_at(a, g);
    if (g == 0 || !(group->flags & GROUP_PRONOUN) || group->first != group->last) return false;
    struct text form = a->tokens[group->first].word->text;
    bool self = text_ends(form, TEXT("self")) || text_ends(form, TEXT("selves"));
    return self && group_at(a, g - 1)->kind == GROUP_NOUN && group_at(a, g - 1)->last + 1 == group->first;
}

/* A group that may be a subject or an object: no preposition before it, no mere owner. */
bool is_bare(const struct analysis *a, int32_t g) {
    const struct group *group = group_at(a, g);
    if (group->kind != GROUP_NOUN || group->preposition != NONE || a->tag[group->last + 1] == TAG_GENITIVE)
        return false;
    return !shares_preposition(a, g) || (finite_follows(a, g) && !ends_between(a, g));
}

bool is_time(const struct analysis *a, int32_t g) {
    int32_t head = group_at(a, g)->head;
    if (group_at(a, g)->of != NONE && group_at(a, g)->preposition == NONE && !(noun_usage(a, head) & USAGE_MONTH)) return false; /* "five hours of talks" */
    uint32_t usage = noun_usage(a, head);
    if (a->tag[group_at(a, g)->first] == TAG_POSSESSIVE && finite_follows(a, g)) return false; /* "their weekday hours | will be" */
    return usage & USAGE_MONTH || (usage & USAGE_TIME && a->tag[head] != TAG_NAME);
}

/* The name that renames a description stands for both: "envoy | Steve Witkoff" (but "Rubio, the secretary," is Rubio).
 */
int32_t better_named(const struct analysis *a, int32_t g) {
    int32_t next = g + 1, from = g;
    while (group_at(a, from)->of == next && next + 1 < a->group_count) from = next++;
    bool renames = next < a->group_count && group_at(a, next)->apposition == g;
    return renames && group_at(a, from)->last + 1 == group_at(a, next)->first ? next : g;
}

/* "the plan | Putin rejected": two groups side by side, a finite verb after the second. */
bool contact_relative(const struct analysis *a, int32_t before, int32_t g) {
    if (before == NONE || group_at(a, before)->kind != GROUP_NOUN || group_at(a, before)->flags & GROUP_PRONOUN)
        return false;
    if (group_at(a, before)->last + 1 != whole_first(a, g) || group_at(a, g)->apposition != NONE) return false;
    int32_t next = g + 1;
    if (next >= a->group_count || group_at(a, next)->kind != GROUP_VERB || !(group_at(a, next)->flags & GROUP_FINITE))
        return false;
    if (group_at(a, next)->first != group_at(a, g)->last + 1) return false;
    return !(noun_usage(a, group_at(a, before)->head) & USAGE_TIME);
}

bool inside_list(const struct analysis *a, int32_t g) {
    for (int32_t k = g - 1; k >= 0 && k >= g - 6; k--) {
        if (group_at(a, k)->conjunct == g) return true;
        if (group_at(a, k)->kind == GROUP_VERB) return false;
    }
    return false;
}

/* "President Elin Varga of Norrland, who": one is from the place, and who is asked for. */
int32_t who_is_meant(const struct analysis *a, int32_t i, int32_t last) {
    if (last == 0 || !(is_word(a, i, WORD_WHO) || is_word(a, i, WORD_WHOSE))) return last;
    const struct group *place = group_at(a, last), *person = group_at(a, last - 1);
    bool age = place->flags & GROUP_NUMBER && place->first == place->last && place->first == person->last + 2; /* "Roe, 38, who" */
    if (age && place->preposition == NONE && person->flags & GROUP_NAME) return last - 1;
    if (place->preposition == NONE || place->first != place->last || !(place->flags & GROUP_NAME)) return last;
    bool whom = person->kind == GROUP_NOUN && person->last + 1 == place->preposition &&
                (noun_usage(a, person->head) & USAGE_PERSON || (person->flags & GROUP_NAME && person->last > person->first));
    return whom ? last - 1 : last;
}

bool adjoins(const struct analysis *a, int32_t left, int32_t right) {
    int32_t end = group_at(a, left)->last, start = whole_first(a, right);
    if (group_at(a, left)->kind == GROUP_VERB && group_at(a, left)->particle == end + 1) end++;
    while (++end < start) {
        uint8_t t = a->tag[end];
        if (t != TAG_QUOTE && t != TAG_ADVERB && t != TAG_NEGATION && t != TAG_PARTICLE) return false;
    }
    return true;
}

int32_t described_first(const struct analysis *a, int32_t g) {
    int32_t described = group_at(a, g)->apposition;
    return whole_first(a, described != NONE && described < g && adjoins(a, described, g) ? described : g);
}

bool set_off(const struct analysis *a, int32_t subject, int32_t verb) {
    int32_t commas = 0;
    for (int32_t i = group_at(a, subject)->last + 1; i < group_at(a, verb)->first; i++) commas += mark_at(a, i) == ',';
    return commas >= 2 && mark_at(a, group_at(a, verb)->first - 1) == ',';
}

/* "With the head of the board | removed": the head; else g. */
int32_t within_with(const struct analysis *a, int32_t g) {
    int32_t whole = g;
    while (whole > 0 && group_at(a, whole - 1)->kind == GROUP_NOUN && group_at(a, whole - 1)->of == whole) whole--;
    bool with = whole != NONE && group_at(a, whole)->preposition != NONE && is_word(a, group_at(a, whole)->preposition, WORD_WITH);
    return with && !(group_at(a, g)->flags & GROUP_NAME) ? whole : g;
}

/* "Officials who read the plan | say": one thing is no subject of a form for many. */
bool disagrees(const struct analysis *a, int32_t verb, int32_t subject) {
    int32_t first = group_at(a, verb)->first;
    const struct group *g = group_at(a, subject);
    if (a->tag[first] != TAG_VERB_PRESENT || a->forms[first] & (FORM_S | FORM_PAST) || !(a->forms[first] & FORM_BASE)) return false;
    return g->kind == GROUP_NOUN && g->flags & GROUP_DEFINITE && !(g->flags & (GROUP_PLURAL | GROUP_NAME | GROUP_PRONOUN | GROUP_NUMBER)) && g->of == NONE;
}

/* "…, the mayor | having left": a subject of its own, right behind the comma. */
bool stands_absolute(const struct analysis *a, int32_t g) {
    if (g == NONE || group_at(a, g)->kind != GROUP_NOUN || !is_bare(a, g) || group_at(a, g)->apposition != NONE) return false;
    int32_t comma = whole_first(a, g) - 1;
    return comma > 0 && mark_at(a, comma) == ',' && !is_time(a, g) && !inside_list(a, g);
}

bool existential(const struct analysis *a, int32_t verb) {
    int32_t i = group_at(a, verb)->first - 1;
    return i >= 0 && a->tag[i] == TAG_THERE;
}

/* "With every member in the chamber | opposing it": not the chamber does. */
int32_t accompanied(const struct analysis *a, int32_t g) {
    const struct group *place = group_at(a, g), *whom = g > 0 ? group_at(a, g - 1) : NULL;
    bool hangs = whom && whom->kind == GROUP_NOUN && place->preposition == whom->last + 1 && whom->preposition != NONE;
    return hangs && text_equal(a->tokens[whom->preposition].word->text, TEXT("with")) ? g - 1 : g;
}

/* What noun groups are to each other: possessor, of, preposition, apposition, conjunct. */
#include "base/trait.h"
#include "clause/context.h"

static bool is_noun_group(const struct analysis *a, int32_t g) {
    return g >= 0 && g < a->group_count && a->groups[g].kind == GROUP_NOUN;
}

/* The group that ends right before token i, or NONE. */
static int32_t group_before(const struct analysis *a, int32_t i) {
    return i > 0 ? a->group_of[i - 1] : NONE;
}

static void link_possessor(struct analysis *a, int32_t g) {
    struct group *group = &a->groups[g];
    int32_t mark = group->first - 1;
    if (mark < 1 || a->tag[mark] != TAG_GENITIVE) return;
    int32_t owner = group_before(a, mark);
    if (!is_noun_group(a, owner)) return;
    group->possessor = owner;
    group->flags = (group->flags | GROUP_DEFINITE) & ~(uint32_t)GROUP_INDEFINITE;
    group->preposition = a->groups[owner].preposition;
    for (int32_t k = owner - 1; k >= 0 && k >= owner - 2; k--) { /* "of Putin's plan" is of the plan */
        if (a->groups[k].of == owner) a->groups[k].of = g;
    }
}

static void link_preposition(struct analysis *a, int32_t g) {
    struct group *group = &a->groups[g];
    int32_t i = group->first - 1;
    if (i >= 0 && a->tag[i] == TAG_QUOTE) i--;
    if (i < 0 || a->tag[i] != TAG_PREPOSITION) return;
    group->preposition = i;
    if (!is_word(a, i, WORD_OF)) return;
    int32_t whole = group_before(a, i);
    if (is_noun_group(a, whole)) a->groups[whole].of = g;
}

/* "The airline", "a bank", not "the banks". */
static bool is_body(const struct analysis *a, const struct group *g) {
    const struct word *w = a->tokens[g->head].word;
    bool body = w->noun && (word_is(w->noun, NOUN_GROUP) || word_is(w->noun, NOUN_BODY) || word_is(w->noun, NOUN_INSTITUTION));
    return body && !a->plural[g->head] && !(g->flags & GROUP_NAME);
}

/* Has the verb an object of its own, or does it tell what is said? Then what stands in front of its subject is none. */
static bool acts_on(const struct analysis *a, int32_t verb) {
    return verb_usage(a, verb) & USAGE_SAYS || group_begins(a, verb + 1) || a->tag[verb + 1] == TAG_NUMBER;
}

/* A name right after what it is the name of: "special envoy | Steve Witkoff", "rival | Goodmarket". Not when a verb
 * follows that the name may be the subject of: "the plan | Putin rejected". */
static bool adjacent_apposition(const struct analysis *a, const struct group *before, const struct group *group) {
    if (before->last + 1 != group->first || !(group->flags & GROUP_NAME) || a->tag[before->head] != TAG_NOUN)
        return false;
    if (a->plural[before->head] && !(noun_usage(a, before->head) & USAGE_PERSON)) return false;
    if (noun_usage(a, before->head) & USAGE_TIME) return false; /* "last week | Ann Roe left" */
    uint8_t next = a->tag[group->last + 1];
    bool verb = next == TAG_VERB_PAST || next == TAG_VERB_PRESENT || next == TAG_HAVE || next == TAG_MODAL || next == TAG_DO;
    if (verb && is_body(a, before) && acts_on(a, group->last + 1)) return true; /* "the airline Costa Azul | said it would" */
    bool object = before->first > 0 && tag_is_verb(a->tag[before->first - 1]); /* "surrendering land | Russia has not seized" */
    bool person = noun_usage(a, before->head) & USAGE_PERSON || a->tokens[before->head].word->traits & TRAIT_PERSON;
    return person || !verb || (a->tag[before->first] != TAG_DETERMINER && !object);
}

/* "head of the delegation | Rustem Umerov": the title whose holder stands behind what it is of, or NONE. */
static int32_t title_of_holder(const struct analysis *a, int32_t g) {
    int32_t k = g - 1;
    if (!(a->groups[g].flags & GROUP_NAME) || a->groups[g].first == a->groups[g].last) return NONE;
    if (a->groups[k].last + 1 != a->groups[g].first) return NONE;
    if (noun_usage(a, a->groups[k].head) & USAGE_PERSON && !a->plural[a->groups[k].head]) return NONE; /* "wife of the envoy | Ben Ode" */
    while (k > 0 && a->groups[k].preposition != NONE && is_word(a, a->groups[k].preposition, WORD_OF) && a->groups[k - 1].of == k) k--;
    return k < g - 1 && noun_usage(a, a->groups[k].head) & USAGE_PERSON ? k : NONE;
}

static bool person_like(const struct analysis *a, const struct group *g) {
    const struct word *w = a->tokens[g->head].word;
    if (noun_usage(a, g->head) & USAGE_PERSON) return true;
    return w->traits & TRAIT_PERSON && w->noun && !word_is(w->noun, NOUN_GROUP);
}

/* "Rubio, the secretary of state,": after a comma, a determined or possessed group that no verb or conjunction claims;
 * or a name after a description, "the president, Donald Trump,". The second comma or the end must follow. */
static bool comma_apposition(const struct analysis *a, const struct group *before, const struct group *group) {
    int32_t comma = group->first - 1;
    if (mark_at(a, comma) != ',' || a->group_of[comma - 1] == NONE) return false;
    if (noun_usage(a, group->head) & USAGE_TIME || group->flags & (GROUP_PRONOUN | GROUP_NUMBER)) return false;
    bool described = a->tag[group->first] == TAG_DETERMINER || group->possessor != NONE || person_like(a, group);
    bool named = before->flags & GROUP_NAME;
    bool fits = (named && described) || (group->flags & GROUP_NAME && person_like(a, before) && !named);
    return fits || (!named && a->tag[group->first] == TAG_DETERMINER &&
                    (is_word(a, group->first, WORD_A) || is_word(a, group->first, WORD_AN)));
}

/* "a unit of the Dutch company, Wehkamp": the name belongs to the nearest body, not to what hangs from it. */
static bool names_body(const struct analysis *a, const struct group *before, const struct group *group) {
    return is_body(a, before) && mark_at(a, group->first - 1) == ',' && group->first == before->last + 2 && group->flags & GROUP_NAME;
}

/* Does the group, with what hangs from it, run on to a comma or the sentence's end without a verb of its own? */
static bool closed_off(const struct analysis *a, int32_t g) {
    for (int32_t i = a->groups[g].last + 1; i < a->count; i++) {
        char mark = mark_at(a, i);
        if (mark) return mark != ';' && mark != ':';
        uint8_t t = a->tag[i];
        if (t == TAG_RELATIVE) return true;
        if (t == TAG_COORDINATOR && i == a->groups[g].last + 1) return false;
        int32_t k = a->group_of[i];
        if (k != NONE && a->groups[k].kind == GROUP_VERB && a->groups[k].flags & GROUP_FINITE) return false;
    }
    return true;
}

/* "Toner, 54, a banker": the age between commas stands beside the name. */
static bool is_aside(const struct analysis *a, int32_t g) {
    const struct group *group = &a->groups[g];
    return group->flags & GROUP_NUMBER && is_noun_group(a, g - 1) && a->groups[g - 1].flags & GROUP_NAME &&
           a->groups[g - 1].last == group->first - 2 && mark_at(a, group->first - 1) == ',' && mark_at(a, group->last + 1) == ',';
}

/* "head of the delegation, | Vladimir Medinsky,", "adviser to Putin, | Yuri Ushakov,": whom the title tells of, with all
 * that prepositions hang on it; NONE. */
static int32_t title_over(const struct analysis *a, int32_t g) {
    const struct group *name = &a->groups[g];
    int32_t k = g - 1;
    if (!(name->flags & GROUP_NAME) || name->first == name->last || mark_at(a, name->first - 1) != ',') return NONE;
    if (a->groups[k].last + 2 != name->first) return NONE;
    while (k > 0 && a->groups[k].preposition != NONE && is_noun_group(a, k - 1) && a->groups[k - 1].last + 1 == a->groups[k].preposition) k--;
    bool title = noun_usage(a, a->groups[k].head) & USAGE_PERSON && !(a->groups[k].flags & (GROUP_NAME | GROUP_PLURAL));
    return k < g - 1 && title ? k : NONE;
}

static void link_apposition(struct analysis *a, int32_t g) {
    if (!is_noun_group(a, g - 1)) return;
    struct group *group = &a->groups[g], *before = &a->groups[g - 1];
    int32_t told = title_over(a, g);
    if (told != NONE && closed_off(a, g)) {
        group->apposition = told;
        return;
    }
    int32_t title = title_of_holder(a, g);
    if (title != NONE) {
        group->apposition = title;
        group->preposition = a->groups[title].preposition;
        return;
    }
    if (adjacent_apposition(a, before, group)) {
        group->apposition = g - 1;
        group->preposition = before->preposition;
        return;
    }
    if (names_body(a, before, group) && closed_off(a, g)) {
        group->apposition = g - 1;
        return;
    }
    int32_t owner = group->possessor, renamed = owner == NONE ? g - 1 : owner - 1;
    if (!is_noun_group(a, renamed)) return;
    struct group probe = *group;
    if (owner != NONE) probe.first = a->groups[owner].first;
    while (a->groups[renamed].preposition != NONE && is_word(a, a->groups[renamed].preposition, WORD_OF) &&
           is_noun_group(a, renamed - 1))
        renamed--;
    if (is_aside(a, renamed)) renamed--;
    if (comma_apposition(a, &a->groups[renamed], &probe) && closed_off(a, g)) group->apposition = renamed;
}

/* "A and B", "A, B and C": the next group after and, or, nor, "as well as", or a comma inside such a list. */
static bool joined(const struct analysis *a, int32_t before, int32_t g, bool *comma) {
    int32_t first = a->groups[g].first;
    if (a->groups[g].possessor != NONE) first = a->groups[a->groups[g].possessor].first;
    int32_t i = first - 1, end = a->groups[before].last;
    if (i > end && a->tag[i] == TAG_PREPOSITION && !is_word(a, i, WORD_AS)) i--;
    *comma = mark_at(a, i) == ',' && i == end + 1;
    if (*comma) return true;
    if (a->tag[i] != TAG_COORDINATOR || is_word(a, i, WORD_BUT)) return false;
    i--;
    if (mark_at(a, i) == ',') i--;
    return i == end;
}

/* "inflation, and last month she sided with them": a time or the subject of what follows. */
static bool begins_clause(const struct analysis *a, int32_t before, int32_t g) {
    const struct group *x = &a->groups[g], *y = &a->groups[before];
    bool time = noun_usage(a, x->head) & USAGE_TIME && !(noun_usage(a, y->head) & USAGE_TIME);
    return time || (subject_pronoun(a, x->first) && !(y->flags & GROUP_PRONOUN));
}

/* "In Brussels, …": by what the sentence opens with, those behind the comma are not led. */
static bool opens_sentence(const struct analysis *a, int32_t g) {
    const struct group *group = &a->groups[g];
    bool behind = mark_at(a, group->last + 1) == ',' && a->tag[group->last + 2] != TAG_COORDINATOR;
    if (group->preposition == NONE || !behind) return false;
    int32_t before = group->preposition - 1;
    return before < 0 || mark_at(a, before) == ',' || text_equal(a->tokens[before].word->text, TEXT("according"));
}

static void link_conjunct(struct analysis *a, int32_t g, int32_t *list) {
    int32_t before = a->groups[g].possessor != NONE ? a->groups[g].possessor - 1 : g - 1;
    bool comma = false;
    if (!is_noun_group(a, before) || a->groups[g].apposition != NONE || begins_clause(a, before, g) || !joined(a, before, g, &comma)) {
        *list = NONE;
        return;
    }
    int32_t first = before;
    while (a->groups[first].preposition != NONE && is_word(a, a->groups[first].preposition, WORD_OF) &&
           a->groups[g].preposition == NONE && is_noun_group(a, first - 1))
        first--;
    if (a->groups[g].preposition != NONE) first = before;
    if (comma) { /* only a list when an "and" follows; remembered until then */
        if (*list == NONE) *list = first;
        a->groups[first].conjunct = NONE;
        return;
    }
    a->groups[first].conjunct = g;
    if (*list != NONE && opens_sentence(a, *list) && a->groups[g].preposition == NONE && finite_follows(a, g)) *list = *list + 1; /* "In Brussels, A and B met" */
    for (int32_t k = first; *list != NONE && k > *list; k--) {
        if (a->groups[k].kind == GROUP_NOUN && a->groups[k - 1].kind == GROUP_NOUN &&
            mark_at(a, a->groups[k].first - 1) == ',')
            a->groups[k - 1].conjunct = k;
    }
    *list = NONE;
}

/* Behind its of-groups: "one of the three councillors". */
static int32_t whole_before(const struct analysis *a, int32_t g) {
    int32_t k = g - 1;
    while (k > 0 && a->groups[k].preposition != NONE && is_word(a, a->groups[k].preposition, WORD_OF) && a->groups[k - 1].of == k) k--;
    return is_noun_group(a, k) ? k : NONE;
}

/* "Three, including the mayor, voted against it", "one of the councillors, Ann Roe, voted against it": those named are of them,
 * and did what they did. */
static void link_member(struct analysis *a, int32_t g) {
    struct group *group = &a->groups[g];
    int32_t whole = g > 0 && is_noun_group(a, g - 1) ? whole_before(a, g) : NONE, before = group->first - 1;
    if (whole == NONE || a->groups[whole].conjunct != NONE || group->apposition != NONE || before < 1) return;
    bool one = is_word(a, a->groups[whole].head, WORD_ONE) && a->groups[whole].of != NONE;
    if (one && group->flags & GROUP_NAME && mark_at(a, before) == ',' && closed_off(a, g)) {
        a->groups[whole].conjunct = g;
        return;
    }
    bool including = group->preposition == before && text_equal(a->tokens[before].word->text, TEXT("including")) && mark_at(a, before - 1) == ',';
    int32_t of = a->groups[whole].of;
    uint32_t flags = a->groups[whole].flags | (of == NONE ? 0 : a->groups[of].flags);
    if (including && flags & (GROUP_PLURAL | GROUP_NUMBER)) a->groups[whole].conjunct = g;
}

void link_groups(struct analysis *a) {
    int32_t list = NONE;
    for (int32_t g = 0; g < a->group_count; g++) {
        if (!is_noun_group(a, g)) {
            list = NONE;
            continue;
        }
        link_preposition(a, g);
        link_possessor(a, g);
        link_apposition(a, g);
        link_conjunct(a, g, &list);
    }
    for (int32_t g = 1; g < a->group_count; g++)
        if (is_noun_group(a, g)) link_member(a, g);
}

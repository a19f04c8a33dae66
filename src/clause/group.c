#include "base/trait.h"
#include "clause/context.h"
#include "lexicon/place.h"

static struct group *add_group(struct analysis *a, enum group_kind kind, int32_t first, int32_t last, int32_t head) {
    struct group *g = &a->groups[a->group_count];
    *g = (struct group){.kind = kind,
                        .first = first,
                        .last = last,
                        .head = head,
                        .possessor = NONE,
                        .preposition = NONE,
                        .of = NONE,
                        .modal = NONE,
                        .particle = NONE,
                        .apposition = NONE,
                        .conjunct = NONE};
    for (int32_t i = first; i <= last; i++) a->group_of[i] = (int16_t)a->group_count;
    a->group_count++;
    return g;
}

/* ---- noun groups ---- */

static bool is_head(uint8_t tag) {
    return tag == TAG_NOUN || tag == TAG_NAME;
}

static bool opens_noun_group(uint8_t tag) {
    switch (tag) {
    case TAG_DETERMINER:
    case TAG_POSSESSIVE:
    case TAG_NUMBER:
    case TAG_ADJECTIVE:
    case TAG_NOUN:
    case TAG_NAME:
        return true;
    default:
        return false;
    }
}

/* "very useful", "more than 40", "about 20": an adverb that belongs to what follows. */
static bool adverb_modifies(const struct analysis *a, int32_t i) {
    int32_t next = i + 1;
    while (next < i + 3 && a->tag[next] == TAG_ADVERB) next++;
    if (is_word(a, next, WORD_THAN)) next++;
    return a->tag[next] == TAG_ADJECTIVE || a->tag[next] == TAG_NUMBER;
}

/* Few tokens are adverbs, and every token is asked. */
static inline bool modifies(const struct analysis *a, int32_t i) {
    return (a->tag[i] == TAG_ADVERB || a->tag[i] == TAG_NEGATION) && adverb_modifies(a, i);
}

/* "secretary | general", "president | elect": an adjective that stands behind its noun. */
static bool stands_behind(const struct analysis *a, int32_t i) {
    static const struct text forms[] = {{"general", 7}, {"elect", 5}, {"designate", 9}, {"emeritus", 8}, {"laureate", 8}};
    const struct word *noun = i > 0 && a->tag[i - 1] == TAG_NOUN ? a->tokens[i - 1].word->noun : NULL;
    if (a->tag[i] != TAG_ADJECTIVE || !noun || !word_is(noun, NOUN_LIVES)) return false;
    for (size_t k = 0; k < sizeof forms / sizeof *forms; k++)
        if (text_equal(a->tokens[i].word->text, forms[k])) return true;
    return false;
}

/* Where the group goes on after token i, or NONE: over a quotation mark, "&", or the comma and "and" between
 * adjectives ("a first, direct exchange"). */
static int32_t continuation(const struct analysis *a, int32_t i, bool determined) {
    int32_t next = i + 1;
    if (next < a->count && a->tag[next] == TAG_QUOTE &&
        (determined || a->tag[i] == TAG_ADJECTIVE || is_head(a->tag[i]))) {
        bool open = a->tokens[next].flags & TOKEN_OPEN_QUOTE;
        if (open ? a->tag[i] == TAG_DETERMINER || a->tag[i] == TAG_POSSESSIVE || a->tag[i] == TAG_ADJECTIVE
                 : is_head(a->tag[next + 1]))
            next++;
    }
    if (is_word(a, next, WORD_AMPERSAND) && is_head(a->tag[i]) && is_head(a->tag[next + 1])) next++;
    bool joins = mark_at(a, next) == ',' || a->tag[next] == TAG_COORDINATOR;
    if (joins && determined && a->tag[i] == TAG_ADJECTIVE) {
        int32_t after = next + 1;
        while (modifies(a, after)) after++;
        if (a->tag[after] == TAG_ADJECTIVE && (is_head(a->tag[after + 1]) || a->tag[after + 1] == TAG_ADJECTIVE))
            return next + 1;
    }
    if (next >= a->count) return NONE;
    uint8_t t = a->tag[next];
    if (modifies(a, next)) return a->tag[i] != TAG_NOUN && a->tag[i] != TAG_NAME ? next : NONE;
    if (is_head(a->tag[i]) && (t == TAG_DETERMINER || t == TAG_POSSESSIVE)) return NONE;
    if (is_head(a->tag[i]) && t == TAG_ADJECTIVE && !is_head(a->tag[next + 1]) && !stands_behind(a, next)) return NONE;
    if (a->tag[i] == TAG_NUMBER && t == TAG_DETERMINER) return NONE;
    return opens_noun_group(t) ? next : NONE;
}

/* A time after a complete group is a group of its own: "met Putin Tuesday", "said last week". */
static bool time_begins(const struct analysis *a, int32_t i, int32_t next) {
    if (!is_head(a->tag[i]) || a->usage[i] & USAGE_TIME) return false;
    if (a->usage[next] & USAGE_MONTH) return a->capitals_speak ? a->tag[next] == TAG_NAME : false;
    return (is_word(a, next, WORD_LAST) || is_word(a, next, WORD_NEXT)) && noun_usage(a, next + 1) & USAGE_TIME;
}

/* "in March", "on July 4", "last week", "on Monday night", "in 2019": the tokens tell when, and nothing else. */
static bool is_bare_time(const struct analysis *a, int32_t first, int32_t last) {
    bool named = false;
    bool since = is_word(a, first, WORD_LAST) || is_word(a, first, WORD_NEXT) || is_word(a, first, WORD_THIS);
    bool leads = is_word(a, first - 1, WORD_IN) || is_word(a, first - 1, WORD_ON) || is_word(a, first - 1, WORD_BY) ||
                 is_word(a, first - 1, WORD_SINCE);
    if (!since && !leads) return false;
    for (int32_t i = first + since; i <= last; i++) {
        bool spell = noun_usage(a, i) & USAGE_TIME && !a->plural[i] && (named || since);
        if (a->tag[i] != TAG_NUMBER && !(a->usage[i] & USAGE_MONTH) && !spell) return false;
        named |= a->tag[i] != TAG_NUMBER;
    }
    return named || (first == last && is_year(a, first));
}

/* "In March | Labour lost", "on Monday | Ann Roe said": what follows a bare time with no comma is whom it is told of. */
static bool time_ends(const struct analysis *a, int32_t first, int32_t i, int32_t next) {
    enum { MOST_MODIFIERS = 4 };
    if (!a->capitals_speak || noun_usage(a, next) & (USAGE_MONTH | USAGE_TIME) || !is_bare_time(a, first, i)) return false;
    int32_t k = next;
    while (k < next + MOST_MODIFIERS && (is_head(a->tag[k]) || a->tag[k] == TAG_ADJECTIVE)) k++;
    uint8_t after = k > next ? a->tag[k] : TAG_NONE;
    bool acts = after == TAG_VERB_PAST || after == TAG_BE || after == TAG_HAVE || after == TAG_DO || after == TAG_MODAL;
    return a->tag[next] == TAG_NAME || (acts && is_head(a->tag[k - 1]));
}

/* A lower-case noun and the name after it are two groups: "special envoy | Steve Witkoff", "the plan | Putin rejected".
 */
static bool name_begins(const struct analysis *a, int32_t i, int32_t next) {
    return a->capitals_speak && (a->tag[i] == TAG_NOUN || stands_behind(a, i)) && a->tag[next] == TAG_NAME &&
           !(a->tokens[i].flags & TOKEN_CAPITAL);
}

/* Is what stands before the "of" at token i a title, over the groups that are "of" one another? "head of the council of |" */
static bool title_before(const struct analysis *a, int32_t of) {
    for (int32_t g = a->group_count - 1; g >= 0 && of > 0 && is_word(a, of, WORD_OF); g--) {
        const struct group *x = &a->groups[g];
        if (x->kind != GROUP_NOUN || x->last + 1 != of) return false;
        if (noun_usage(a, x->head) & USAGE_PERSON) return true;
        of = x->first - 1;
    }
    return false;
}

static bool is_place(const struct analysis *a, int32_t i) {
    struct text form = a->tokens[i].word->text;
    return places_nest(form, form) != NESTING_UNKNOWN;
}

/* What one may be the head of: "the Federation", "Ukraine", "NATO". */
static bool has_heads(const struct analysis *a, int32_t first, int32_t i) {
    const struct word *w = a->tokens[i].word->noun;
    bool named = a->tag[first] == TAG_DETERMINER && w && (word_is(w, NOUN_BODY) || word_is(w, NOUN_INSTITUTION) || word_is(w, NOUN_GROUP));
    return named || a->tokens[i].flags & TOKEN_UPPER || is_place(a, i);
}

/* "President of Ukraine | Volodymyr Zelensky", "head of the Federation Council | Valentina Matviyenko": behind the "of" of a
 * title what it is of, then two names. */
static bool holder_begins(const struct analysis *a, int32_t first, int32_t i, int32_t next) {
    if (!a->capitals_speak || a->tag[next] != TAG_NAME || a->tag[next + 1] != TAG_NAME || !is_word(a, first - 1, WORD_OF)) return false;
    if (a->tokens[next].flags & TOKEN_UPPER || a->tag[next + 2] == TAG_GENITIVE || !title_before(a, first - 1)) return false;
    return has_heads(a, first, i) && !is_place(a, next) && !is_place(a, next + 1);
}

/* Money and counts of votes count nothing after a head: "fined Orbis Mining | £2m", "passed the tax bill | 61-38". */
static bool amount_begins(const struct analysis *a, int32_t i, int32_t next) {
    if (!is_head(a->tag[i]) || a->tag[next] != TAG_NUMBER) return false;
    struct text t = a->tokens[next].word->text;
    if (t.length && !ascii_digit(t.bytes[0]) && !(t.bytes[0] >= 'a' && t.bytes[0] <= 'z')) return true;
    for (size_t k = 1; k + 1 < t.length; k++)
        if (t.bytes[k] == '-' && ascii_digit(t.bytes[k - 1]) && ascii_digit(t.bytes[k + 1])) return true;
    return false;
}

static bool is_capital_noun(const struct analysis *a, int32_t i) {
    return a->tokens[i].flags & TOKEN_CAPITAL && a->tokens[i].word->noun;
}

/* "Food and Drug Administration": the "and" stands inside the name of an institution. */
static int32_t joined_name(const struct analysis *a, int32_t i) {
    if (!a->capitals_speak || i + 3 >= a->count || !is_word(a, i + 1, WORD_AND)) return NONE;
    if (!is_capital_noun(a, i) || !is_capital_noun(a, i + 2) || !is_capital_noun(a, i + 3)) return NONE;
    bool institution = word_is(a->tokens[i + 3].word->noun, NOUN_BODY);
    return institution && !a->plural[i + 3] ? i + 3 : NONE;
}

static int32_t noun_group_end(const struct analysis *a, int32_t first) {
    int32_t i = first;
    bool determined = a->tag[i] == TAG_DETERMINER || a->tag[i] == TAG_POSSESSIVE;
    for (;;) {
        int32_t joined = joined_name(a, i);
        if (joined != NONE) {
            i = joined;
            continue;
        }
        int32_t next = continuation(a, i, determined);
        if (next == NONE || time_begins(a, i, next) || name_begins(a, i, next) || amount_begins(a, i, next)) return i;
        if (time_ends(a, first, i, next) || holder_begins(a, first, i, next)) return i;
        if (is_word(a, next, WORD_OTHER) && is_head(a->tag[i])) return i;
        i = next;
    }
}

/* "Apollo 11": the number is part of the name. */
static bool numbers_name(const struct analysis *a, int32_t first, int32_t i) {
    struct text t = a->tokens[i].word->text;
    return a->tag[i] == TAG_NUMBER && i > first && a->tag[i - 1] == TAG_NAME && t.length <= 2 && ascii_digit(t.bytes[0]);
}

static int32_t noun_head(const struct analysis *a, int32_t first, int32_t last) {
    for (int32_t i = last; i >= first; i--) {
        if (numbers_name(a, first, i)) continue;
        if (is_head(a->tag[i]) || a->tag[i] == TAG_NUMBER) return i;
    }
    return last;
}

/* "No small feat" is one, but "there is no small boy". */
static bool understates(const struct analysis *a, int32_t no, int32_t last) {
    if (no >= last || !(a->tokens[no + 1].word->traits & TRAIT_SLIGHT)) return false;
    return no < 2 || a->tag[no - 1] != TAG_BE || !is_word(a, no - 2, WORD_THERE);
}

static uint32_t noun_flags(const struct analysis *a, int32_t first, int32_t last, int32_t head) {
    uint32_t flags = 0;
    bool name = a->tag[head] == TAG_NAME, determined = false;
    if (name) flags |= GROUP_NAME | GROUP_DEFINITE;
    if (a->tag[head] == TAG_NUMBER) flags |= GROUP_NUMBER;
    if (a->tag[head] == TAG_NOUN && a->plural[head]) flags |= GROUP_PLURAL;
    for (int32_t i = first; i <= last; i++) {
        if (a->tag[i] == TAG_NEGATION) flags |= GROUP_NEGATED;
        if (a->tag[i] == TAG_POSSESSIVE) flags |= GROUP_DEFINITE;
        if (a->tag[i] == TAG_NUMBER && !is_word(a, i, WORD_ONE) && is_head(a->tag[head]))
            flags |= a->plural[head] ? GROUP_PLURAL : 0;
        if (a->tag[i] != TAG_DETERMINER) continue;
        determined = true;
        switch (word_at(a, i)) {
        case WORD_THE:
        case WORD_THIS:
        case WORD_THAT:
        case WORD_BOTH:
            flags |= GROUP_DEFINITE;
            break;
        case WORD_THESE:
        case WORD_THOSE:
            flags |= GROUP_DEFINITE | GROUP_PLURAL;
            break;
        case WORD_NO:
        case WORD_NEITHER:
            flags |= understates(a, i, last) ? 0 : GROUP_NEGATED;
            break;
        case WORD_A:
        case WORD_AN:
        case WORD_ANOTHER:
            flags |= GROUP_INDEFINITE;
            break;
        default:
            break;
        }
    }
    if (!determined && flags & GROUP_PLURAL && !(flags & GROUP_DEFINITE)) flags |= GROUP_INDEFINITE;
    return flags;
}

/* "did not", "is not": the negation belongs to a verb; in "not a single point" to the noun. */
static bool owned_negation(const struct analysis *a, int32_t i) {
    if (i == 0) return false;
    switch (a->tag[i - 1]) {
    case TAG_BE:
    case TAG_HAVE:
    case TAG_DO:
    case TAG_MODAL:
    case TAG_ADVERB:
    case TAG_VERB_PAST:
        return true;
    default:
        return false;
    }
}

static int32_t take_noun_group(struct analysis *a, int32_t i) {
    int32_t first = i;
    while (modifies(a, i) || is_word(a, i, WORD_THAN)) i++;
    int32_t last = noun_group_end(a, i), head = noun_head(a, first, last);
    bool bare = !is_head(a->tag[head]) && a->tag[head] != TAG_NUMBER;
    if (bare && a->tag[first] != TAG_DETERMINER && a->tag[first] != TAG_POSSESSIVE && a->tag[i] == TAG_ADJECTIVE) {
        add_group(a, GROUP_ADJECTIVE, first, last, last)->flags = 0;
        return last;
    }
    struct group *g = add_group(a, GROUP_NOUN, first, last, head);
    g->flags = noun_flags(a, first, last, head);
    if (first > 0 && a->tag[first - 1] == TAG_NEGATION && !owned_negation(a, first - 1)) g->flags |= GROUP_NEGATED;
    return last;
}

static int32_t take_pronoun(struct analysis *a, int32_t i) {
    struct group *g = add_group(a, GROUP_NOUN, i, i, i);
    g->flags = GROUP_PRONOUN | (a->tokens[i].word->traits & TRAIT_NEGATIVE ? GROUP_NEGATED : 0);
    switch (word_at(a, i)) {
    case WORD_THEY:
    case WORD_THEM:
    case WORD_WE:
    case WORD_THESE:
    case WORD_THOSE:
    case WORD_OTHERS:
    case WORD_BOTH:
        g->flags |= GROUP_PLURAL;
        break;
    case WORD_NEITHER:
    case WORD_NO:
        g->flags |= GROUP_NEGATED;
        break;
    default:
        break;
    }
    return i;
}

/* ---- verb groups ---- */

static bool skips(uint8_t tag) {
    return tag == TAG_ADVERB || tag == TAG_NEGATION;
}

static int32_t over_adverbs(const struct analysis *a, int32_t i) {
    while (skips(a->tag[i])) i++;
    return i;
}

/* The form of be that a token is: "been" and "being" are no finite verbs, nor is "be". */
static bool finite_be(const struct analysis *a, int32_t i) {
    enum usage_word w = word_at(a, i);
    return w != WORD_BE && w != WORD_BEEN && w != WORD_BEING;
}

static bool past_auxiliary(const struct analysis *a, int32_t i) {
    enum usage_word w = word_at(a, i);
    return w == WORD_WAS || w == WORD_WERE || w == WORD_HAD || w == WORD_DID;
}

/* After be or have: "to" and a base verb ("is to meet", "has to go", "is set to resume", "is going to reject"). */
static int32_t future_to(const struct analysis *a, int32_t i, bool be) {
    int32_t to = over_adverbs(a, i + 1);
    if (be && (is_word(a, to, WORD_GOING) || is_word(a, to, WORD_SET)) && a->tag[to + 1] == TAG_TO) to++;
    if (a->tag[to] != TAG_TO) return NONE;
    int32_t verb = over_adverbs(a, to + 1);
    return a->tag[verb] == TAG_VERB_BASE || a->tag[verb] == TAG_BE || a->tag[verb] == TAG_HAVE || a->tag[verb] == TAG_DO
               ? verb
               : NONE;
}

struct chain { /* auxiliaries read so far */
    int32_t head, modal;
    uint32_t flags;
};

static bool after_be(const struct analysis *a, struct chain *c, int32_t next) {
    int32_t verb = future_to(a, c->head, true);
    if (verb != NONE) {
        c->head = verb;
        c->flags |= GROUP_FUTURE;
        return true;
    }
    if (a->tag[next] == TAG_VERB_PARTICIPLE)
        c->flags |= GROUP_PASSIVE;
    else if (a->tag[next] == TAG_VERB_ING)
        c->flags |= GROUP_PROGRESSIVE;
    else if (!(a->tag[next] == TAG_BE && is_word(a, next, WORD_BEING)))
        return false;
    c->head = next;
    return true;
}

static bool after_have(const struct analysis *a, struct chain *c, int32_t next) {
    int32_t verb = future_to(a, c->head, false);
    if (verb != NONE) {
        c->head = verb;
        c->flags |= GROUP_MODAL;
        return true;
    }
    bool been = a->tag[next] == TAG_BE && is_word(a, next, WORD_BEEN);
    bool had = a->tag[next] == TAG_HAVE && is_word(a, next, WORD_HAD);
    if (!been && !had && a->tag[next] != TAG_VERB_PARTICIPLE && a->tag[next] != TAG_VERB_PAST &&
        !is_word(a, next, WORD_DONE))
        return false;
    c->flags |= GROUP_PERFECT;
    c->head = next;
    return true;
}

static bool base_form(const struct analysis *a, int32_t i) {
    return a->tag[i] == TAG_VERB_BASE || a->tag[i] == TAG_BE || a->tag[i] == TAG_HAVE || a->tag[i] == TAG_DO;
}

/* Moves c->head one step along the chain of auxiliaries; false when the head is the main verb. */
static bool step(const struct analysis *a, struct chain *c) {
    int32_t next = over_adverbs(a, c->head + 1);
    bool quoted = a->tag[next] == TAG_QUOTE && next < a->count && a->tokens[next].flags & TOKEN_OPEN_QUOTE; /* had "changed the weather" */
    if (quoted && (a->tag[next + 1] == TAG_VERB_PARTICIPLE || a->tag[next + 1] == TAG_VERB_BASE || a->tag[next + 1] == TAG_VERB_ING)) next++;
    switch (a->tag[c->head]) {
    case TAG_TO:
    case TAG_MODAL:
    case TAG_DO:
        if (!base_form(a, next)) return false;
        c->head = next;
        return true;
    case TAG_BE:
        return after_be(a, c, next);
    case TAG_HAVE:
        return after_have(a, c, next);
    case TAG_VERB_BASE:
    case TAG_VERB_PRESENT:
    case TAG_VERB_PAST:
    case TAG_VERB_PARTICIPLE: {
        enum usage_word w = word_at(a, c->head);
        if (w == WORD_SET && a->tag[next] == TAG_TO && base_form(a, over_adverbs(a, next + 1))) {
            c->flags = (c->flags & ~(uint32_t)GROUP_PASSIVE) | GROUP_FUTURE | GROUP_FINITE;
            c->head = over_adverbs(a, next + 1);
            return true;
        }
        bool get = w == WORD_GET || w == WORD_GETS || w == WORD_GOT;
        if (!get || a->tag[next] != TAG_VERB_PARTICIPLE) return false;
        c->flags |= GROUP_PASSIVE;
        c->head = next;
        return true;
    }
    default:
        return false;
    }
}

static uint32_t start_flags(const struct analysis *a, int32_t i) {
    switch (a->tag[i]) {
    case TAG_TO:
        return GROUP_INFINITIVE;
    case TAG_MODAL:
        return is_word(a, i, WORD_WILL) || is_word(a, i, WORD_SHALL) ? GROUP_FUTURE | GROUP_FINITE
                                                                     : GROUP_MODAL | GROUP_FINITE;
    case TAG_BE:
        if (is_word(a, i, WORD_BEING)) return GROUP_ING;
        return (finite_be(a, i) ? GROUP_FINITE : 0) | (past_auxiliary(a, i) ? GROUP_PAST : 0);
    case TAG_HAVE:
        return (is_word(a, i, WORD_HAVING) ? GROUP_ING : GROUP_FINITE) | (past_auxiliary(a, i) ? GROUP_PAST : 0);
    case TAG_DO:
        return (is_word(a, i, WORD_DOING) ? GROUP_ING : GROUP_FINITE) | (past_auxiliary(a, i) ? GROUP_PAST : 0);
    case TAG_VERB_PAST:
        return GROUP_FINITE | GROUP_PAST;
    case TAG_VERB_PRESENT:
        return GROUP_FINITE;
    case TAG_VERB_PARTICIPLE:
        return GROUP_PASSIVE;
    case TAG_VERB_ING:
        return GROUP_ING;
    default:
        return 0;
    }
}

static bool opens_verb_group(const struct analysis *a, int32_t i) {
    uint8_t t = a->tag[i];
    if (t == TAG_TO) return base_form(a, over_adverbs(a, i + 1));
    return tag_is_verb(t) || t == TAG_BE || t == TAG_HAVE || t == TAG_DO || t == TAG_MODAL;
}

static bool linking(const struct analysis *a, int32_t head) {
    if (a->tag[head] == TAG_BE) return true;
    uint32_t usage = verb_usage(a, head);
    uint8_t next = a->tag[head + 1];
    if (next == TAG_DETERMINER) return usage & USAGE_BECOMES;
    return usage & USAGE_COPULA && (next == TAG_ADJECTIVE || next == TAG_ADVERB || next == TAG_QUOTE);
}

static void finish_verb_group(struct analysis *a, struct group *g) {
    for (int32_t i = g->first; i <= g->last; i++) {
        if (a->tag[i] == TAG_NEGATION) g->flags |= GROUP_NEGATED;
    }
    if (linking(a, g->head)) g->flags |= GROUP_COPULA;
    int32_t next = g->last + 1;
    if (a->tag[next] == TAG_PARTICLE) g->particle = next;
}

static int32_t take_verb_group(struct analysis *a, int32_t first, int32_t i) {
    struct chain c = {.head = i, .modal = a->tag[i] == TAG_MODAL ? i : NONE, .flags = start_flags(a, i)};
    while (step(a, &c)) {
    }
    int32_t last = c.head;
    if (a->tag[last] == TAG_BE || a->tag[last] == TAG_DO || a->tag[last] == TAG_HAVE || a->tag[last] == TAG_MODAL) {
        while (a->tag[last + 1] == TAG_NEGATION && !modifies(a, last + 2)) last++;
    }
    struct group *g = add_group(a, GROUP_VERB, first, last, c.head);
    g->flags = c.flags;
    g->modal = c.modal;
    finish_verb_group(a, g);
    return last;
}

/* "Never has there been | a better chance": the best yet. */
static bool tells_best(const struct analysis *a, int32_t auxiliary, const struct group *verb) {
    enum { NEAR = 4 };
    if (!is_word(a, auxiliary - 1, WORD_NEVER)) return false;
    for (int32_t i = auxiliary + 1; i <= verb->last + NEAR && i < a->count; i++)
        if (is_word(a, i, WORD_MORE) || (a->tag[i] == TAG_ADJECTIVE && text_ends(a->tokens[i].word->text, TEXT("er")))) return true;
    return false;
}

static bool is_denied_before(const struct analysis *a, int32_t auxiliary, const struct group *verb) {
    bool first_time = is_word(a, auxiliary - 1, WORD_BEFORE); /* "never before had they met": now they have */
    return denial_fronted(a, auxiliary) && !first_time && !is_word(a, auxiliary - 1, WORD_NOR) && !tells_best(a, auxiliary, verb);
}

/* "Did Putin reject …", "has the plan been …": the auxiliary before the subject lends its flags to the verb. */
static void lend_auxiliary(struct analysis *a, int32_t auxiliary, struct group *verb) {
    uint32_t flags = start_flags(a, auxiliary);
    uint8_t t = a->tag[auxiliary], head = a->tag[verb->head];
    verb->flags |= flags;
    if (t == TAG_MODAL) verb->modal = auxiliary;
    if (a->tag[auxiliary + 1] == TAG_NEGATION || is_denied_before(a, auxiliary, verb)) verb->flags |= GROUP_NEGATED;
    if (t == TAG_BE && head == TAG_VERB_ING) verb->flags = (verb->flags | GROUP_PROGRESSIVE) & ~(uint32_t)GROUP_ING;
    if (t == TAG_HAVE)
        verb->flags =
            (verb->flags | GROUP_PERFECT) & ~(uint32_t)(word_at(a, verb->first) == WORD_BEEN ? 0 : GROUP_PASSIVE);
}

/* An auxiliary that starts a clause, with the subject after it and the verb after that. */
static bool inverted_auxiliary(const struct analysis *a, int32_t i) {
    uint8_t t = a->tag[i], before = a->tag[i - 1];
    if (t != TAG_DO && t != TAG_HAVE && t != TAG_BE && t != TAG_MODAL) return false;
    bool questioned = i > 1 && (before == TAG_NOUN || before == TAG_NAME) && a->group_of[i - 1] != NONE &&
                      a->groups[a->group_of[i - 1]].first > 0 &&
                      a->tag[a->groups[a->group_of[i - 1]].first - 1] == TAG_QUESTION_WORD;
    bool start = questioned || denial_fronted(a, i) || only_fronted(a, i) || before == TAG_NONE || before == TAG_QUESTION_WORD || before == TAG_PUNCTUATION ||
                 before == TAG_QUOTE || before == TAG_COORDINATOR ||
                 (before == TAG_ADVERB && a->tag[i - 2] == TAG_QUESTION_WORD);
    int32_t next = i + 1;
    if (a->tag[next] == TAG_NEGATION) next++;
    return start && (opens_noun_group(a->tag[next]) || a->tag[next] == TAG_PRONOUN || a->tag[next] == TAG_THERE);
}

/* Does the verb that it belongs to come before the next break? Else the auxiliary is the main verb ("Is it true?"). */
static bool verb_waits(const struct analysis *a, int32_t i) {
    uint8_t t = a->tag[i];
    for (int32_t k = i + 2; k < a->count && k < i + 24; k++) {
        uint8_t v = a->tag[k];
        if (v == TAG_PUNCTUATION || v == TAG_SUBORDINATOR || v == TAG_RELATIVE) return false;
        if ((t == TAG_DO || t == TAG_MODAL) && base_form(a, k) && a->tag[k - 1] != TAG_TO) return true;
        if (t == TAG_BE && (v == TAG_VERB_PARTICIPLE || v == TAG_VERB_ING)) return true;
        if (t == TAG_HAVE && (v == TAG_VERB_PARTICIPLE || is_word(a, k, WORD_BEEN))) return true;
    }
    return false;
}

/* Leading adverbs belong to the verb: "immediately rejected", "no longer backs". */
static int32_t with_adverbs(const struct analysis *a, int32_t i) {
    int32_t first = i;
    while (first > 0 && skips(a->tag[first - 1]) && a->group_of[first - 1] == NONE) first--;
    if (first > 0 && a->tag[first - 1] == TAG_PUNCTUATION) return i;
    return first;
}

static bool begins_noun_group(const struct analysis *a, int32_t i) {
    if (!modifies(a, i)) return opens_noun_group(a->tag[i]);
    return true;
}

/* The verb that a clause-initial auxiliary waits for must come without a break. */
static int32_t waiting_after(const struct analysis *a, int32_t i, int32_t waiting) {
    uint8_t t = a->tag[i];
    bool breaks = t == TAG_PUNCTUATION || t == TAG_SUBORDINATOR || t == TAG_COORDINATOR;
    return breaks && mark_at(a, i) != ',' ? NONE : waiting;
}

void find_groups(struct analysis *a) {
    int32_t waiting = NONE;
    for (int32_t i = 0; i < a->count; i++) a->group_of[i] = NONE;
    for (int32_t i = 0; i < a->count; i++) {
        waiting = waiting_after(a, i, waiting);
        if (a->tag[i] == TAG_PRONOUN) {
            i = take_pronoun(a, i);
        } else if (begins_noun_group(a, i)) {
            i = take_noun_group(a, i);
        } else if (waiting == NONE && inverted_auxiliary(a, i) && verb_waits(a, i)) {
            waiting = i;
        } else if (opens_verb_group(a, i)) {
            int32_t last = take_verb_group(a, with_adverbs(a, i), i);
            if (waiting != NONE && a->tag[i] != TAG_TO)
                lend_auxiliary(a, waiting, &a->groups[a->group_count - 1]), waiting = NONE;
            i = last;
        }
    }
}

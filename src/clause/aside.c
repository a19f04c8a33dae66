/* Who says so, in the middle of what he says: "The plan, | he said, | is dead". Its clause is made by itself, and the one
 * it stands in is built as if the words were not there. */
#include "clause/analysis.h"

enum { MAX_HANGING = 4 }; /* groups that prepositions hang on the speaker or the verb */

static bool is_break(const struct analysis *a, int32_t i) {
    char mark = mark_at(a, i);
    return mark == ',' || mark == '-';
}

static int32_t over_quotes(const struct analysis *a, int32_t i) {
    while (i < a->count && a->tag[i] == TAG_QUOTE) i++;
    return i;
}

/* The group of a kind that begins at token i, after its adverbs; NONE. */
static int32_t group_from(const struct analysis *a, int32_t i, enum group_kind kind) {
    while (i < a->count && a->tag[i] == TAG_ADVERB && a->group_of[i] == NONE) i++;
    int32_t g = i < a->count ? a->group_of[i] : NONE;
    return g != NONE && a->groups[g].kind == kind && a->groups[g].first == i ? g : NONE;
}

static bool is_speaking(const struct analysis *a, int32_t verb) {
    const struct group *v = &a->groups[verb];
    bool plain = !(v->flags & (GROUP_PASSIVE | GROUP_COPULA | GROUP_PROGRESSIVE));
    return v->flags & GROUP_FINITE && plain && verb_usage(a, v->head) & USAGE_REPORT;
}

/* Somebody: a name, a pronoun, a noun for people or for what speaks. */
static bool is_somebody(const struct analysis *a, int32_t g) {
    const struct group *x = &a->groups[g];
    const struct word *noun = a->tokens[x->head].word->noun;
    if (x->flags & GROUP_NAME || noun_usage(a, x->head) & USAGE_PERSON) return true;
    return noun && (word_is(noun, NOUN_LIVES) || word_is(noun, NOUN_SAYS) || word_is(noun, NOUN_GROUP));
}

bool may_speak(const struct analysis *a, int32_t g) {
    return a->groups[g].kind == GROUP_NOUN && (a->groups[g].flags & (GROUP_PRONOUN | GROUP_NUMBER) || is_somebody(a, g));
}

/* What stands between the speaker or the verb and what comes next: "of the council", "on Friday", "in Moscow". */
static int32_t over_hanging(const struct analysis *a, int32_t i) {
    for (int n = 0; n < MAX_HANGING; n++) {
        int32_t from = i;
        while (a->tag[from] == TAG_ADVERB && a->group_of[from] == NONE) from++;
        bool led = a->tag[from] == TAG_PREPOSITION || a->tag[from] == TAG_GENITIVE;
        int32_t g = group_from(a, from + led, GROUP_NOUN);
        bool time = g != NONE && noun_usage(a, a->groups[g].head) & (USAGE_TIME | USAGE_MONTH);
        if (g == NONE || (!led && !time)) return from;
        i = a->groups[g].last + 1;
    }
    return i;
}

/* "he", "the presidential aide | Yuri Ushakov", "a spokesman | for the ministry": the token behind, the group in *who. */
static int32_t over_speaker(const struct analysis *a, int32_t i, int32_t *who) {
    *who = group_from(a, i, GROUP_NOUN);
    if (*who == NONE) return i;
    i = a->groups[*who].last + 1;
    while (a->tag[i] == TAG_GENITIVE && group_from(a, i + 1, GROUP_NOUN) != NONE) {
        *who = a->group_of[i + 1];
        i = a->groups[*who].last + 1;
    }
    if (a->groups[*who].of != NONE) i = a->groups[a->groups[*who].of].last + 1;
    int32_t name = group_from(a, i, GROUP_NOUN);
    if (name != NONE && a->groups[name].flags & GROUP_NAME && !(noun_usage(a, a->groups[name].head) & USAGE_TIME)) {
        if (a->groups[name].apposition == *who) *who = name;
        i = a->groups[name].last + 1;
    }
    return over_hanging(a, i);
}

/* Whom he tells: "told | reporters". */
static int32_t over_addressee(const struct analysis *a, int32_t verb, int32_t i, int32_t *whom) {
    int32_t g = group_from(a, i, GROUP_NOUN);
    uint32_t usage = verb_usage(a, a->groups[verb].head);
    bool tells = usage & (USAGE_DITRANSITIVE | USAGE_RAISES) && !(usage & USAGE_COMPLEMENT);
    if (!tells || g == NONE || !(is_somebody(a, g) || a->groups[g].flags & GROUP_PRONOUN)) return i;
    *whom = g;
    return a->groups[g].last + 1;
}

/* "shortly before receiving two envoys": a gerund and its object, up to the break. */
static int32_t over_gerund(const struct analysis *a, int32_t i) {
    while (a->tag[i] == TAG_ADVERB) i++;
    int32_t led = i + (a->tag[i] == TAG_PREPOSITION || a->tag[i] == TAG_SUBORDINATOR);
    int32_t verb = led > i ? group_from(a, led, GROUP_VERB) : NONE;
    if (verb == NONE || !(a->groups[verb].flags & GROUP_ING)) return i;
    int32_t object = group_from(a, a->groups[verb].last + 1, GROUP_NOUN);
    return over_hanging(a, (object == NONE ? a->groups[verb].last : a->groups[object].last) + 1);
}

struct aside {
    int32_t subject, verb, object;
    bool inverted;
    bool says; /* the verb is one of saying; else what stands around it must tell that it is meant so */
};

/* "he", "the mayor": not "it" or what cannot speak. */
static bool is_he(const struct analysis *a, int32_t g) {
    static const enum usage_word forms[] = {WORD_HE, WORD_SHE, WORD_THEY, WORD_I};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (is_word(a, a->groups[g].head, forms[i])) return true;
    return is_somebody(a, g);
}

static int32_t over_particle(const struct analysis *a, int32_t i) {
    return a->tag[i] == TAG_PARTICLE && a->group_of[i] == NONE ? i + 1 : i;
}

/* "smiled", "went on": a verb that tells nothing more by itself. */
static bool stands_alone(const struct analysis *a, int32_t verb) {
    const struct group *v = &a->groups[verb];
    return v->flags & GROUP_FINITE && !(v->flags & (GROUP_PASSIVE | GROUP_COPULA | GROUP_PROGRESSIVE | GROUP_NEGATED | GROUP_PERFECT)) && v->first == v->head;
}

/* "| he told reporters on Friday |", "| said Peskov |": the token behind it, or NONE. */
static int32_t read_aside(const struct analysis *a, int32_t i, struct aside *out) {
    *out = (struct aside){NONE, group_from(a, i, GROUP_VERB), NONE, false, true};
    out->inverted = out->verb != NONE;
    if (out->inverted) {
        i = over_speaker(a, a->groups[out->verb].last + 1, &out->subject);
        return out->subject != NONE && is_speaking(a, out->verb) && is_somebody(a, out->subject) ? i : NONE;
    }
    i = over_speaker(a, i, &out->subject);
    out->verb = out->subject == NONE ? NONE : group_from(a, i, GROUP_VERB);
    if (out->verb == NONE) return NONE;
    out->says = is_speaking(a, out->verb);
    if (!out->says) return is_he(a, out->subject) && stands_alone(a, out->verb) ? over_particle(a, a->groups[out->verb].last + 1) : NONE;
    i = over_addressee(a, out->verb, a->groups[out->verb].last + 1, &out->object);
    return over_gerund(a, over_hanging(a, i));
}

/* ", said Peskov, | the spokesman, |": the break behind the apposition to the speaker; `close` where there is none. */
static int32_t over_apposition(const struct analysis *a, int32_t close, const struct aside *x) {
    int32_t g = close + 1 < a->count ? a->group_of[close + 1] : NONE;
    int32_t low = x->inverted ? x->verb : x->subject, high = x->inverted ? x->subject : x->verb;
    if (g == NONE || a->groups[g].kind != GROUP_NOUN || a->groups[g].apposition < low || a->groups[g].apposition > high) return close;
    return over_hanging(a, a->groups[g].last + 1);
}

/* Does what stands behind the second break go on with what stood before the first? Not ", said Peskov, who", ", he said,
 * adding", ", he said, and left"; nor "Asked about it, he said, “…”", which begins behind it. */
static bool goes_on(const struct analysis *a, int32_t open, int32_t close) {
    int32_t i = close + 1;
    bool quotes = a->tag[i] == TAG_QUOTE && a->tokens[i].flags & TOKEN_OPEN_QUOTE;
    bool quoted = a->tag[open + 1] == TAG_QUOTE || a->tag[open - 1] == TAG_QUOTE;
    i = over_quotes(a, i);
    if (i >= a->count || (quotes && !quoted)) return false;
    if (quoted && !quotes) { /* "“It is over,” said Roe, one of six": the quotation must be owed a verb */
        int32_t verb = group_from(a, i, GROUP_VERB);
        return verb != NONE && a->groups[verb].flags & GROUP_FINITE;
    }
    if (a->tag[i] == TAG_COORDINATOR) {
        int32_t joined = group_from(a, i + 1, GROUP_VERB); /* "…, he said, and will not be renewed": of what he speaks of */
        return quoted || joined == NONE || a->groups[joined].flags & (GROUP_FUTURE | GROUP_MODAL | GROUP_PASSIVE);
    }
    if (a->tag[i] == TAG_RELATIVE || a->tag[i] == TAG_QUESTION_WORD || mark_at(a, i)) return false;
    int32_t g = a->group_of[i];
    return g == NONE || a->groups[g].kind != GROUP_VERB || a->groups[g].flags & (GROUP_FINITE | GROUP_INFINITIVE);
}

/* "The talks, | he smiled, | were long": a subject and its verb are kept apart. */
static bool divides(const struct analysis *a, int32_t open, int32_t close) {
    int32_t verb = group_from(a, close + 1, GROUP_VERB), subject = a->group_of[open - 1];
    if (verb == NONE || !(a->groups[verb].flags & GROUP_FINITE) || subject == NONE || a->groups[subject].kind != GROUP_NOUN) return false;
    for (int32_t i = open - 1; i >= 0 && !mark_at(a, i); i--) {
        int32_t g = a->group_of[i];
        if (a->tag[i] == TAG_RELATIVE || a->tag[i] == TAG_SUBORDINATOR) return false;
        if (g != NONE && a->groups[g].kind == GROUP_VERB && a->groups[g].flags & GROUP_FINITE) return false;
    }
    return true;
}

static void add(struct analysis *a, const struct aside *x, int32_t first, int32_t last) {
    a->clauses[a->clause_count++] = (struct clause){.kind = CLAUSE_ASIDE, .verb = x->verb, .subject = x->subject,
                                                    .object = x->object, .second = NONE, .complement = NONE, .agent = NONE,
                                                    .governor = NONE, .marker = NONE, .first = first, .last = last};
}

/* "governments which | he said | had helped": right after the relative, right before its verb. */
static int32_t take_within_relative(struct analysis *a, int32_t i) {
    struct aside x;
    int32_t behind = read_aside(a, i, &x);
    if (behind == NONE || x.inverted || !x.says || x.object != NONE || behind != a->groups[x.verb].last + 1) return NONE;
    int32_t verb = group_from(a, behind, GROUP_VERB);
    if (verb == NONE || !(a->groups[verb].flags & GROUP_FINITE)) return NONE;
    add(a, &x, i, behind - 1);
    return behind - 1;
}

int32_t take_aside(struct analysis *a, int32_t i) {
    if (i > 0 && a->tag[i - 1] == TAG_RELATIVE) return a->tag[i - 2] == TAG_PREPOSITION ? NONE : take_within_relative(a, i); /* not "on which they agreed" */
    if (i == 0 || !is_break(a, i)) return NONE;
    struct aside x;
    int32_t first = over_quotes(a, i + 1), close = read_aside(a, first, &x);
    if (close == NONE || close >= a->count || mark_at(a, close) != mark_at(a, i)) return NONE;
    bool quoted = a->tag[i + 1] == TAG_QUOTE || a->tag[i - 1] == TAG_QUOTE;
    if (!x.says && !divides(a, i, close)) return NONE;
    if (x.inverted && !quoted && !(verb_usage(a, a->groups[x.verb].head) & USAGE_SAYS)) return NONE;
    close = over_apposition(a, close, &x);
    if (close >= a->count || mark_at(a, close) != mark_at(a, i) || !goes_on(a, i, close)) return NONE;
    add(a, &x, first, close - 1);
    return close;
}

/* "Ending the war, he said, | is no simple matter": behind the aside the verb, so that the commas are the aside's own. */
bool verb_follows_on(const struct analysis *a, int32_t aside) {
    int32_t g = aside + 1 < a->count ? a->group_of[aside + 1] : NONE;
    return g != NONE && a->groups[g].kind == GROUP_VERB && a->groups[g].flags & GROUP_FINITE;
}

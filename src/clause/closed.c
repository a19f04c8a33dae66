/* Grammar words of several classes ("that", "to", "as", "her"), each with a rule of its own. */
#include "clause/context.h"

/* "said on Monday that", "told reporters that": a verb of saying, then nothing but an addressee, a time or a place. */
static bool reported(const struct analysis *a, int32_t last) {
    int32_t k = last;
    bool preposition = false;
    while (k >= 0 && k > last - 8 &&
           (tag_is_noun(a->tag[k]) || a->tag[k] == TAG_ADJECTIVE || a->tag[k] == TAG_NUMBER ||
            a->tag[k] == TAG_DETERMINER || a->tag[k] == TAG_POSSESSIVE || a->tag[k] == TAG_GENITIVE ||
            a->tag[k] == TAG_PREPOSITION)) {
        if (a->tag[k] == TAG_PREPOSITION) preposition = true;
        k--;
    }
    if (k < 0 || !tag_is_verb(a->tag[k])) return false;
    uint32_t usage = verb_usage(a, k);
    bool time = a->usage[last] & USAGE_MONTH || noun_usage(a, last) & USAGE_TIME;
    return usage & USAGE_REPORT && (preposition || time || usage & USAGE_RAISES);
}

/* "the demand that his country take part": what is asked for, in the bare form. */
static bool bids(const struct analysis *a, int32_t that) {
    enum { NEAR = 6 };
    for (int32_t k = that + 2; k < a->count && k <= that + NEAR; k++) {
        if (is_bid(a, that, k)) return true;
        if (breaks(a, k) || verb_follows(a, k)) return false;
    }
    return false;
}

/* "…, and that man is Putin": one thing, its verb right behind it, and no clause in front to be joined. */
static bool points(const struct analysis *a, int32_t that) {
    bool one = a->can[that + 1] == CLASS_NOUN && !a->plural[that + 1] && a->tag[that + 1] == TAG_NOUN && verb_follows(a, that + 2);
    for (int32_t k = that - 1; one && k >= 0; k--)
        if (is_word(a, k, WORD_THAT) || is_word(a, k, WORD_WHETHER) || (tag_is_verb(a->tag[k]) && verb_usage(a, k) & USAGE_REPORT)) return false;
    return one;
}

static uint8_t that_tag(const struct analysis *a, int32_t i) {
    int32_t left = left_of(a, i);
    uint8_t before = left >= 0 ? a->tag[left] : TAG_NONE;
    if (tag_is_noun(before) && reported(a, left) && !verb_follows(a, i + 1)) return TAG_SUBORDINATOR;
    if (tag_is_noun(before) && bids(a, i)) return TAG_SUBORDINATOR;
    if (tag_is_noun(before) && !(noun_usage(a, left) & USAGE_FACT)) return TAG_RELATIVE;
    if (before == TAG_NUMBER && left == i - 1 && a->tag[i + 1] == TAG_NAME) return TAG_RELATIVE; /* "the £12m that Hexley owes" */
    if (tag_is_noun(before))
        return verb_follows(a, i + 1) || a->can[i + 1] & CLASS_VERB ? TAG_RELATIVE : TAG_SUBORDINATOR;
    if (verb_follows(a, i + 1)) return TAG_PRONOUN;
    if (before != TAG_COORDINATOR && !tag_is_verb(before) && a->forms[i + 1] & FORM_S && group_begins(a, i + 2))
        return TAG_PRONOUN;
    if (before == TAG_COORDINATOR && points(a, i)) return TAG_DETERMINER;
    if (i == 0 && ((a->tag[1] == TAG_NAME && a->capitals_speak) || a->tag[1] == TAG_DETERMINER || a->tag[1] == TAG_POSSESSIVE || subject_pronoun(a, 1))) return TAG_SUBORDINATOR; /* "That the plan is dead is clear" */
    bool clause = (tag_is_verb(before) && verb_usage(a, left) & USAGE_REPORT) || before == TAG_BE ||
                  (before == TAG_ADJECTIVE) || before == TAG_COORDINATOR || before == TAG_SUBORDINATOR ||
                  before == TAG_PRONOUN;
    if (clause) return TAG_SUBORDINATOR;
    if (before == TAG_PREPOSITION) return noun_like(a, i + 1) ? TAG_DETERMINER : TAG_PRONOUN;
    if (tag_is_verb(before) && !noun_like(a, i + 1)) return group_begins(a, i + 1) ? TAG_SUBORDINATOR : TAG_PRONOUN;
    return noun_like(a, i + 1) ? TAG_DETERMINER : TAG_PRONOUN;
}

/* Prepositions that also introduce clauses: a finite verb before the next break decides. */
static uint8_t before_tag(const struct analysis *a, int32_t i) {
    bool subject = false;
    bool within = is_word(a, i, WORD_SINCE) && i > 0 && a->tag[i - 1] == TAG_HAVE;
    if (within && (a->tag[i + 1] == TAG_BE || a->forms[i + 1] & FORM_PARTICIPLE)) return TAG_ADVERB; /* "has since been withdrawn" */
    if (is_word(a, i, WORD_BEFORE) && (a->tag[i + 1] == TAG_PUNCTUATION || i + 1 == a->count)) return TAG_ADVERB;
    for (int32_t k = i + 1; k < a->count && k < i + 12; k++) {
        uint8_t t = a->tag[k];
        if (t == TAG_PUNCTUATION || t == TAG_COORDINATOR || t == TAG_SUBORDINATOR || t == TAG_RELATIVE) break;
        bool finite = t == TAG_BE || t == TAG_HAVE || t == TAG_DO || t == TAG_MODAL ||
                      (a->can[k] == CLASS_VERB && a->forms[k] & (FORM_PAST | FORM_S) && !is_word(a, k + 1, WORD_BY)) ||
                      (a->likely[k] == CLASS_VERB && a->forms[k] & FORM_PAST && a->tag[k + 1] == TAG_PARTICLE) ||
                      (subject && subject_pronoun(a, k - 1) && a->can[k] & CLASS_VERB);
        if (finite && subject) return TAG_SUBORDINATOR;
        if (t == TAG_NOUN || t == TAG_NAME || t == TAG_PRONOUN || t == TAG_DETERMINER || (t == TAG_NUMBER && !is_year(a, k)))
            subject = true;
    }
    return TAG_PREPOSITION;
}

/* "as well as" joins; the first "as" of "as much as" is an adverb, and both are before a figure. */
static uint8_t as_tag(const struct analysis *a, int32_t i) {
    if (is_word(a, i - 1, WORD_WELL) && is_word(a, i - 2, WORD_AS)) return TAG_COORDINATOR;
    if (is_word(a, i - 2, WORD_AS) && a->tag[i - 2] == TAG_ADVERB && a->tag[i + 1] == TAG_NUMBER) return TAG_ADVERB;
    if (is_word(a, i + 2, WORD_AS) && a->tag[i + 1] != TAG_NOUN) return TAG_ADVERB;
    return before_tag(a, i);
}

/* "'s": is or has after a pronoun, or before a participle and the like; else the genitive. */
static uint8_t genitive_tag(const struct analysis *a, int32_t i) {
    struct text before = i > 0 ? a->tokens[i - 1].word->text : TEXT("");
    bool anyone = a->tag[i - 1] == TAG_PRONOUN && (text_ends(before, TEXT("body")) || text_ends(before, TEXT("yone")) || text_ends(before, TEXT("eone")));
    if (anyone && a->can[i + 1] & CLASS_NOUN && a->likely[i + 1] == CLASS_NOUN) return TAG_GENITIVE; /* "in nobody's interest" */
    if (a->tag[i - 1] == TAG_PRONOUN || a->tag[i - 1] == TAG_THERE || a->tag[i - 1] == TAG_QUESTION_WORD) return TAG_BE;
    if (a->tag[i - 1] == TAG_RELATIVE) return TAG_BE;
    switch (a->tag[i + 1]) {
    case TAG_DETERMINER:
    case TAG_NEGATION:
    case TAG_PREPOSITION:
    case TAG_POSSESSIVE:
        return tag_is_noun(a->tag[i - 1]) && a->tag[i + 1] != TAG_PREPOSITION ? TAG_BE : TAG_GENITIVE;
    case TAG_VERB_ING:
        return a->can[i + 1] & CLASS_NOUN ? TAG_GENITIVE : TAG_BE;
    default:
        return TAG_GENITIVE;
    }
}

static uint8_t her_tag(const struct analysis *a, int32_t i) {
    return noun_like(a, i + 1) || a->tag[i + 1] == TAG_ADJECTIVE || a->tag[i + 1] == TAG_NUMBER ? TAG_POSSESSIVE
                                                                                                : TAG_PRONOUN;
}

/* "to": the preposition before a noun group; before a word that can be a base verb the verb's turn decides. */
static uint8_t to_tag(const struct analysis *a, int32_t i) {
    int32_t right = i + 1;
    while (right < a->count && (a->tag[right] == TAG_ADVERB || a->tag[right] == TAG_NEGATION)) right++;
    uint8_t t = a->tag[right];
    if (t == TAG_NUMBER && is_word(a, i - 1, WORD_UP)) return TAG_ADVERB;
    if (is_word(a, i - 1, WORD_ACCORDING)) return TAG_PREPOSITION;
    if (is_word(a, i - 1, WORD_DUE) && a->tag[i - 2] != TAG_BE && a->tag[i - 2] != TAG_NAME) return TAG_PREPOSITION;
    if (t == TAG_BE || t == TAG_HAVE || t == TAG_DO) return TAG_TO;
    if (a->forms[right] & FORM_BASE && a->tag[right] != TAG_NAME) return TAG_TO;
    return TAG_PREPOSITION;
}

static uint8_t like_tag(const struct analysis *a, int32_t i) {
    enum expect e = expect_at(a, i);
    if (e == EXPECT_BASE) return TAG_VERB_BASE;
    if (e == EXPECT_FINITE) return TAG_VERB_PRESENT;
    return TAG_PREPOSITION;
}

static uint8_t so_tag(const struct analysis *a, int32_t i) {
    bool clause = a->tag[i - 1] == TAG_PUNCTUATION && (group_begins(a, i + 1) || noun_like(a, i + 1));
    return clause || is_word(a, i + 1, WORD_THAT) ? TAG_SUBORDINATOR : TAG_ADVERB;
}

/* "no longer", "no more": the verb's negation. */
static uint8_t no_tag(const struct analysis *a, int32_t i) {
    if (is_word(a, i + 1, WORD_LONGER)) return TAG_NEGATION;
    return a->tag[i + 1] == TAG_PUNCTUATION ? TAG_NEGATION : TAG_DETERMINER;
}

/* "Has by no means resigned", "was at no point asked": a negation of the verb in three words. */
static bool denies_verb(const struct analysis *a, int32_t no) {
    static const char *const nouns[] = {"means", "way", "point", "time", "stage", "account", "circumstances", "sense"};
    uint8_t before = no < 2 ? TAG_NONE : a->tag[no - 2];
    if (before != TAG_BE && before != TAG_HAVE && before != TAG_DO && before != TAG_MODAL) return false;
    if (no + 1 >= a->count || a->tokens[no - 1].word->grammar != TAG_PREPOSITION) return false;
    for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
        if (text_equal(a->tokens[no + 1].word->text, text_of(nouns[k]))) return true;
    return false;
}

static void settle_no(struct analysis *a, int32_t no) {
    a->tag[no] = no_tag(a, no);
    if (!denies_verb(a, no)) return;
    a->tag[no - 1] = a->tag[no + 1] = TAG_ADVERB;
    a->tag[no] = TAG_NEGATION;
    a->can[no + 1] = 0;
}

static uint8_t more_tag(const struct analysis *a, int32_t i) {
    if (is_word(a, i, WORD_MOST) && is_word(a, i - 1, WORD_AT)) return TAG_ADVERB;
    if (is_word(a, i + 1, WORD_THAN)) return TAG_ADVERB;
    bool opens = i == 0 || a->tag[i - 1] == TAG_COORDINATOR || a->tag[i - 1] == TAG_SUBORDINATOR || a->tag[i - 1] == TAG_PUNCTUATION;
    if (is_word(a, i, WORD_MOST) && opens && a->can[i + 1] == CLASS_VERB && a->forms[i + 1] & (FORM_BASE | FORM_PAST) && !(a->forms[i + 1] & FORM_ING)) return TAG_PRONOUN; /* "and most think" */
    if (a->can[i + 1] & CLASS_ADJECTIVE && a->likely[i + 1] == CLASS_ADJECTIVE && !a->plural[i + 2]) return TAG_ADVERB;
    if (a->likely[i + 1] == CLASS_ADVERB) return TAG_ADVERB;
    if (noun_like(a, i + 1)) return TAG_DETERMINER;
    return a->tag[i - 1] == TAG_NUMBER || tag_is_verb(a->tag[i - 1]) || a->tag[i - 1] == TAG_PREPOSITION ? TAG_PRONOUN
                                                                                                         : TAG_ADVERB;
}

/* "all", "some", "both", "this", "others" stand alone or before a noun. */
static uint8_t determiner_tag(const struct analysis *a, int32_t i) {
    switch (word_at(a, i)) {
    case WORD_THE:
    case WORD_A:
    case WORD_AN:
    case WORD_EVERY:
        return TAG_DETERMINER;
    default:
        break;
    }
    uint8_t next = a->tag[i + 1], before = a->tag[i - 1];
    bool floats =
        is_word(a, i, WORD_EACH) || is_word(a, i, WORD_ALL) || is_word(a, i, WORD_BOTH); /* "have each blamed" */
    bool auxiliary =
        before == TAG_BE || before == TAG_HAVE || before == TAG_DO || before == TAG_MODAL || before == TAG_NEGATION;
    if (floats && auxiliary && a->can[i + 1] & CLASS_VERB && !(a->can[i + 1] & CLASS_NOUN)) return TAG_ADVERB;
    if (is_word(a, i, WORD_OTHER) && before == TAG_DETERMINER && !noun_like(a, i + 1) && next != TAG_NUMBER &&
        next != TAG_ADJECTIVE)
        return TAG_NOUN;
    bool those = is_word(a, i, WORD_THOSE) || is_word(a, i, WORD_SOME) || is_word(a, i, WORD_MANY);
    if (those && a->can[i + 1] & CLASS_ADJECTIVE && !a->plural[i + 1] && (a->tag[i + 2] == TAG_PREPOSITION || is_word(a, i + 2, WORD_TO)))
        return TAG_PRONOUN; /* "those close to him", "those familiar with it" */
    if (a->forms[i + 1] & FORM_PAST && (!(a->can[i + 1] & CLASS_NOUN) || group_begins(a, i + 2)) &&
        !noun_like(a, i + 2))
        return TAG_PRONOUN;
    if (is_word(a, i, WORD_THIS) && a->forms[i + 1] & FORM_PAST && (a->plural[i + 2] || (a->can[i + 1] == CLASS_VERB && group_begins(a, i + 2)))) return TAG_PRONOUN;
    if (is_word(a, i, WORD_SUCH) && is_word(a, i + 1, WORD_AS)) return TAG_PREPOSITION;
    if (noun_like(a, i + 1) || next == TAG_ADJECTIVE || next == TAG_NUMBER || next == TAG_DETERMINER ||
        next == TAG_POSSESSIVE || a->forms[i + 1] & (FORM_ING | FORM_PARTICIPLE)) {
        return TAG_DETERMINER;
    }
    if (next == TAG_ADVERB && (a->tag[i + 2] == TAG_ADJECTIVE || noun_like(a, i + 2))) return TAG_DETERMINER;
    return TAG_PRONOUN;
}

/* "when" and "where": of a time or place ("the day when"), of a question, or plain conjunctions. */
static uint8_t when_tag(const struct analysis *a, int32_t i) {
    if (is_auxiliary(a->tag[i + 1])) return TAG_QUESTION_WORD;
    int32_t left = left_of(a, i);
    if (left < 0) return TAG_SUBORDINATOR;
    if (is_word(a, i, WORD_WHERE) && (tag_is_noun(a->tag[left]) || mark_at(a, left) == ',')) return TAG_RELATIVE;
    bool asked = (tag_is_verb(a->tag[left]) && verb_usage(a, left) & USAGE_REPORT) || a->tag[left] == TAG_PREPOSITION;
    return asked ? TAG_QUESTION_WORD : TAG_SUBORDINATOR;
}

static uint8_t relative_tag(const struct analysis *a, int32_t i) {
    int32_t left = i - 1;
    if (left >= 0 && a->tag[left] == TAG_PREPOSITION) left--; /* "in which" */
    if (left < 0) return is_word(a, i, WORD_WHERE) || is_word(a, i, WORD_WHEN) ? when_tag(a, i) : TAG_QUESTION_WORD;
    if (a->tag[left] == TAG_PUNCTUATION || a->tag[left] == TAG_QUOTE) left--;
    uint8_t before = left >= 0 ? a->tag[left] : TAG_NONE;
    bool noun = tag_is_noun(before) || before == TAG_PRONOUN || before == TAG_NUMBER || before == TAG_ADVERB ||
                before == TAG_ADJECTIVE;
    if (is_word(a, i, WORD_WHERE) || is_word(a, i, WORD_WHEN)) return when_tag(a, i);
    return noun || before == TAG_COORDINATOR ? TAG_RELATIVE : TAG_QUESTION_WORD;
}

/* "about 40", "under 2 per cent": an adverb of the figure, unless the word before asks for a preposition. */
static uint8_t roughly_tag(const struct analysis *a, int32_t i) {
    if (a->tag[i + 1] != TAG_NUMBER) return TAG_PREPOSITION;
    switch (a->tag[i - 1]) {
    case TAG_NOUN:
    case TAG_NAME:
    case TAG_ADJECTIVE:
    case TAG_PRONOUN:
        return TAG_PREPOSITION;
    default:
        return TAG_ADVERB;
    }
}

/* "Handed over the files", "took on 45 people", "brought in a ban": the verb's own, and what follows is its object. */
static bool is_verbs_own(const struct analysis *a, int32_t i) {
    static const struct text with_over[] = {{"hand", 4}, {"take", 4}, {"turn", 4}, {"sign", 4}};
    static const struct text with_on[] = {{"take", 4}, {"switch", 6}};
    static const struct text with_in[] = {{"bring", 5}, {"hand", 4}, {"call", 4}, {"usher", 5}};
    int32_t left = left_of(a, i), next = i + 1;
    const struct word *verb = left >= 0 && tag_is_verb(a->tag[left]) ? a->tokens[left].word->verb : NULL;
    const struct text *list = is_word(a, i, WORD_OVER) ? with_over : is_word(a, i, WORD_ON) ? with_on : is_word(a, i, WORD_IN) ? with_in : NULL;
    size_t count = list == with_over ? sizeof with_over / sizeof *with_over : list == with_on ? sizeof with_on / sizeof *with_on : sizeof with_in / sizeof *with_in;
    if (!verb || !list || a->usage[next] & USAGE_MONTH || noun_usage(a, next) & USAGE_TIME || is_year(a, next)) return false;
    if (list != with_over && a->tag[next] == TAG_NAME) return false;
    for (size_t k = 0; k < count; k++)
        if (text_equal(verb->text, list[k])) return true;
    return false;
}

/* Particles and adverbs that are prepositions before a noun group; "up to 40", "about 40" too. */
static uint8_t particle_tag(const struct analysis *a, int32_t i) {
    bool after_verb = tag_is_verb(a->tag[left_of(a, i)]);
    bool object = group_begins(a, i + 1) || noun_like(a, i + 1);
    if (is_word(a, i, WORD_UP) && is_word(a, i + 1, WORD_TO) && a->tag[i + 2] == TAG_NUMBER) return TAG_ADVERB;
    if (!object) return after_verb || a->tag[i] == TAG_PARTICLE ? TAG_PARTICLE : a->tag[i];
    if (after_verb && is_verbs_own(a, i)) return TAG_PARTICLE;
    if ((is_word(a, i, WORD_OVER) || is_word(a, i, WORD_AROUND)) && roughly_tag(a, i) == TAG_ADVERB) return TAG_ADVERB;
    switch (word_at(a, i)) {
    case WORD_IN:
    case WORD_ON:
    case WORD_OVER:
    case WORD_AROUND:
    case WORD_THROUGH:
    case WORD_ALONG:
    case WORD_INSIDE:
        return TAG_PREPOSITION;
    case WORD_UP:
    case WORD_OUT:
    case WORD_OFF:
    case WORD_AWAY:
    case WORD_BACK:
    case WORD_DOWN:
        return after_verb ? TAG_PARTICLE : TAG_PREPOSITION;
    default:
        return a->tag[i];
    }
}

void settle_closed(struct analysis *a, int32_t i) {
    switch (word_at(a, i)) {
    case WORD_THAT:
        a->tag[i] = that_tag(a, i);
        return;
    case WORD_ABOUT:
    case WORD_UNDER:
    case WORD_NEAR:
        a->tag[i] = roughly_tag(a, i);
        return;
    case WORD_FIRST:
    case WORD_LAST:
    case WORD_NEXT:
        a->tag[i] = noun_like(a, i + 1) || a->tag[i + 1] == TAG_NUMBER || a->tag[i + 1] == TAG_ADJECTIVE ||
                            a->tag[i - 1] == TAG_DETERMINER
                        ? TAG_ADJECTIVE
                        : TAG_ADVERB;
        return;
    case WORD_ONCE:
        if ((a->tag[i - 1] == TAG_RELATIVE || subject_pronoun(a, i - 1)) && a->forms[i + 1] & (FORM_PAST | FORM_S)) a->tag[i] = TAG_ADVERB; /* "who once led it" */
        return;
    case WORD_BEFORE:
    case WORD_AFTER:
    case WORD_SINCE:
    case WORD_UNTIL:
    case WORD_AS:
    case WORD_THAN:
        a->tag[i] = is_word(a, i, WORD_AS) ? as_tag(a, i) : before_tag(a, i);
        return;
    case WORD_AT:
        if (is_word(a, i + 1, WORD_LEAST) || is_word(a, i + 1, WORD_MOST)) a->tag[i] = TAG_ADVERB;
        return;
    case WORD_FOR:
        a->tag[i] = TAG_PREPOSITION;
        return;
    case WORD_HER:
        a->tag[i] = her_tag(a, i);
        return;
    case WORD_TO:
        a->tag[i] = to_tag(a, i);
        return;
    case WORD_LIKE:
        a->tag[i] = like_tag(a, i);
        return;
    case WORD_SO:
        a->tag[i] = so_tag(a, i);
        return;
    case WORD_NO:
        settle_no(a, i);
        return;
    case WORD_MANY:
    case WORD_MUCH:
    case WORD_FEW:
        a->tag[i] = is_word(a, i - 1, WORD_AS) && is_word(a, i + 1, WORD_AS) ? TAG_ADVERB : determiner_tag(a, i);
        return;
    case WORD_YET:
        a->tag[i] = i == 0 || mark_at(a, i - 1) == ',' ? TAG_COORDINATOR : TAG_ADVERB;
        return;
    case WORD_LEAST:
        a->tag[i] = is_word(a, i - 1, WORD_AT) ? TAG_ADVERB : more_tag(a, i);
        return;
    case WORD_MORE:
    case WORD_MOST:
    case WORD_LESS:
        a->tag[i] = more_tag(a, i);
        return;
    case WORD_WHO:
    case WORD_WHICH:
    case WORD_WHOM:
    case WORD_WHOSE:
    case WORD_WHERE:
    case WORD_WHEN:
        a->tag[i] = relative_tag(a, i);
        return;
    case WORD_THERE:
        a->tag[i] = verb_follows(a, i + 1) || a->tag[i + 1] == TAG_GENITIVE ? TAG_THERE : TAG_ADVERB;
        return;
    case WORD_UP:
    case WORD_DOWN:
    case WORD_OUT:
    case WORD_OFF:
    case WORD_OVER:
    case WORD_AWAY:
    case WORD_BACK:
    case WORD_ON:
    case WORD_IN:
    case WORD_AROUND:
    case WORD_THROUGH:
    case WORD_ALONG:
    case WORD_INSIDE:
        a->tag[i] = particle_tag(a, i);
        return;
    default:
        break;
    }
    if (a->tag[i] == TAG_GENITIVE)
        a->tag[i] = genitive_tag(a, i);
    else if (a->tag[i] == TAG_DETERMINER)
        a->tag[i] = determiner_tag(a, i);
}

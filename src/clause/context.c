/* Contextual tagging in one pass from left to right: what the words before lead to expect, and what the next word can
 * be, choose among what the word itself can be. In the spirit of Brill 1992, with the rules written as code. */
#include "clause/analysis.h"

enum expect {
    EXPECT_ANYTHING,
    EXPECT_NOUN,       /* after a determiner, possessor, preposition, adjective, number */
    EXPECT_BASE,       /* after to, a modal, do */
    EXPECT_PARTICIPLE, /* after have */
    EXPECT_PREDICATE,  /* after be */
    EXPECT_FINITE,     /* after a subject pronoun or who */
    EXPECT_VERB,       /* after a noun: its verb, or the next noun of a compound */
    EXPECT_START,      /* at the start of a sentence or after a break in it */
    EXPECT_OBJECT      /* after a verb */
};

/* The place before i that is not an adverb, a negation or a quotation mark. */
static int32_t left_of(const struct analysis *a, int32_t i) {
    do i--;
    while (i >= 0 && (a->tag[i] == TAG_ADVERB || a->tag[i] == TAG_NEGATION || a->tag[i] == TAG_QUOTE));
    return i;
}

static int32_t right_of(const struct analysis *a, int32_t i) {
    do i++;
    while (i < a->count && (a->tag[i] == TAG_QUOTE || a->tag[i] == TAG_NEGATION ||
                            (a->tag[i] == TAG_ADVERB && a->can[i] != (CLASS_ADVERB | CLASS_ADJECTIVE))));
    return i;
}

static bool subject_pronoun(const struct analysis *a, int32_t i) {
    switch (word_at(a, i)) {
    case WORD_HE: case WORD_SHE: case WORD_THEY: case WORD_WE: case WORD_I: return true;
    default: return false;
    }
}

static bool object_pronoun(const struct analysis *a, int32_t i) {
    switch (word_at(a, i)) {
    case WORD_HIM: case WORD_THEM: case WORD_US: case WORD_ME: case WORD_HER: return true;
    default: return false;
    }
}

static enum expect expect_after_pronoun(const struct analysis *a, int32_t left) {
    if (subject_pronoun(a, left)) return EXPECT_FINITE;
    if (object_pronoun(a, left)) return EXPECT_OBJECT;
    int32_t before = left_of(a, left);
    if (before >= 0 && a->tag[before] == TAG_PREPOSITION) return EXPECT_VERB;
    bool after_verb = before >= 0 && tag_is_verb(a->tag[before]) && !(verb_usage(a, before) & USAGE_REPORT);
    return after_verb ? EXPECT_OBJECT : EXPECT_FINITE;
}

static enum expect expect_at(const struct analysis *a, int32_t i) {
    int32_t left = left_of(a, i);
    if (left < 0) return EXPECT_START;
    switch (a->tag[left]) {
    case TAG_DETERMINER: case TAG_POSSESSIVE: case TAG_GENITIVE: case TAG_PREPOSITION: case TAG_NUMBER:
        return EXPECT_NOUN;
    case TAG_ADJECTIVE: {
        int32_t before = left_of(a, left);
        bool predicate = before >= 0 && (a->tag[before] == TAG_BE || verb_usage(a, before) & USAGE_COPULA);
        return predicate ? EXPECT_ANYTHING : EXPECT_NOUN;
    }
    case TAG_TO: case TAG_MODAL: case TAG_DO: return EXPECT_BASE;
    case TAG_HAVE: return EXPECT_PARTICIPLE;
    case TAG_BE: return EXPECT_PREDICATE;
    case TAG_PRONOUN: return expect_after_pronoun(a, left);
    case TAG_RELATIVE:
        if (is_word(a, left, WORD_WHOSE)) return EXPECT_NOUN;
        return is_word(a, left, WORD_WHERE) || is_word(a, left, WORD_WHEN) ? EXPECT_START : EXPECT_FINITE;
    case TAG_THERE: return EXPECT_FINITE;
    case TAG_NOUN: case TAG_NAME: return EXPECT_VERB;
    case TAG_VERB_BASE: case TAG_VERB_PRESENT: case TAG_VERB_PAST: case TAG_VERB_PARTICIPLE: case TAG_VERB_ING:
        return EXPECT_OBJECT;
    case TAG_PUNCTUATION: case TAG_COORDINATOR: case TAG_SUBORDINATOR: case TAG_QUESTION_WORD: return EXPECT_START;
    default: return EXPECT_ANYTHING;
    }
}

/* Can token i be part of a noun group that has begun? */
static bool noun_like(const struct analysis *a, int32_t i) {
    if (a->tag[i] == TAG_NAME || a->tag[i] == TAG_NOUN) return true;
    if (a->can[i] & CLASS_NOUN) return a->likely[i] != CLASS_ADVERB;
    return a->tag[i] == TAG_ADJECTIVE && (tag_is_noun(a->tag[i + 1]) || a->can[i + 1] & CLASS_NOUN);
}

/* Does a noun group surely begin at i? */
static bool group_begins(const struct analysis *a, int32_t i) {
    switch (a->tag[i]) {
    case TAG_DETERMINER: case TAG_POSSESSIVE: case TAG_PRONOUN: case TAG_NUMBER: return true;
    case TAG_NAME: return a->capitals_speak;
    default: return false;
    }
}

/* Auxiliaries and words that can only be finite verbs. */
static bool verb_follows(const struct analysis *a, int32_t i) {
    switch (a->tag[i]) {
    case TAG_BE: case TAG_HAVE: case TAG_DO: case TAG_MODAL: return true;
    default: return a->can[i] == CLASS_VERB && a->forms[i] & (FORM_PAST | FORM_S);
    }
}

static uint8_t finite_tag(const struct analysis *a, int32_t i) {
    if (!(a->forms[i] & FORM_PAST)) return TAG_VERB_PRESENT;
    bool present = a->forms[i] & FORM_BASE && a->plural[left_of(a, i)] && a->headline; /* "forecasters cut", "markets hit" */
    return present ? TAG_VERB_PRESENT : TAG_VERB_PAST;
}

/* Within a noun group: head or premodifier. */
static uint8_t in_noun_group(const struct analysis *a, int32_t i) {
    int32_t right = right_of(a, i);
    bool more = noun_like(a, right) && !(a->plural[i] && a->can[i] & CLASS_NOUN && a->can[right] & CLASS_VERB);
    uint8_t can = a->can[i];
    if (more && can & CLASS_ADJECTIVE && (a->likely[i] == CLASS_ADJECTIVE || !(can & CLASS_NOUN))) return TAG_ADJECTIVE;
    if (more && a->forms[i] & (FORM_PARTICIPLE | FORM_ING) && !(can & CLASS_NOUN)) return TAG_ADJECTIVE;
    if (can & CLASS_NOUN) return TAG_NOUN;
    if (can & CLASS_ADJECTIVE || a->forms[i] & FORM_PARTICIPLE) return TAG_ADJECTIVE;
    return a->forms[i] == FORM_BASE && !group_begins(a, i + 1) ? TAG_NOUN : a->tag[i];
}

static uint8_t after_preposition(const struct analysis *a, int32_t i) {
    if (a->forms[i] & FORM_ING) {
        bool noun = a->can[i] & CLASS_NOUN;
        if (group_begins(a, i + 1) || !noun || a->tag[i + 1] == TAG_TO || is_word(a, i + 1, WORD_THAT)) return TAG_VERB_ING;
        if (a->tag[i + 1] == TAG_PARTICLE || a->tag[i + 1] == TAG_ADVERB) return TAG_VERB_ING;
        if (a->likely[i] == CLASS_VERB && noun_like(a, i + 1)) return TAG_VERB_ING;
        return noun ? TAG_NOUN : TAG_VERB_ING;
    }
    return in_noun_group(a, i);
}

static uint8_t noun_expected(const struct analysis *a, int32_t i) {
    int32_t left = left_of(a, i);
    if (a->tag[left] == TAG_PREPOSITION) return after_preposition(a, i);
    if (a->tag[left] == TAG_NUMBER && a->forms[i] & FORM_PAST && !(a->can[i] & CLASS_NOUN)) {
        return noun_like(a, i + 1) ? TAG_ADJECTIVE : TAG_VERB_PAST;
    }
    if (a->tag[left] == TAG_ADJECTIVE && a->can[i] == CLASS_VERB && verb_follows(a, i)) return finite_tag(a, i);
    return in_noun_group(a, i);
}

static uint8_t base_expected(const struct analysis *a, int32_t i) {
    int32_t left = left_of(a, i);
    if (!(a->forms[i] & FORM_BASE)) return a->tag[left] == TAG_TO ? after_preposition(a, i) : a->tag[i];
    if (a->tag[left] != TAG_TO) return TAG_VERB_BASE;
    return TAG_VERB_BASE;
}

/* A participle that is rather an adjective: "very limited", "concerned about", "committed to". */
static bool describes(const struct analysis *a, int32_t i) {
    if (a->forms[i] & FORM_BASE) return false;
    if (a->tag[i - 1] == TAG_ADVERB && a->usage[i - 1] & USAGE_WORD) return true;
    switch (word_at(a, i + 1)) {
    case WORD_ABOUT: case WORD_WITH: case WORD_THAT: case WORD_TO: case WORD_OF: case WORD_OVER: return true;
    default: return false;
    }
}

static uint8_t after_be(const struct analysis *a, int32_t i) {
    uint8_t can = a->can[i], forms = a->forms[i];
    if (forms & FORM_PARTICIPLE) {
        if (a->likely[i] == CLASS_ADJECTIVE && describes(a, i)) return TAG_ADJECTIVE;
        if (!(forms & FORM_BASE) || !noun_like(a, i + 1)) return TAG_VERB_PARTICIPLE;
    }
    if (forms & FORM_ING) {
        if (a->likely[i] == CLASS_ADJECTIVE && !group_begins(a, i + 1)) return TAG_ADJECTIVE;
        return can & CLASS_NOUN && a->likely[i] == CLASS_NOUN && !group_begins(a, i + 1) && a->tag[i + 1] != TAG_PREPOSITION ? TAG_NOUN : TAG_VERB_ING;
    }
    if (can & CLASS_ADJECTIVE && (a->likely[i] == CLASS_ADJECTIVE || !(can & CLASS_NOUN))) return TAG_ADJECTIVE;
    if (can & CLASS_ADJECTIVE && !a->plural[i] && !noun_like(a, i + 1)) return TAG_ADJECTIVE;
    if (can & CLASS_NOUN) return in_noun_group(a, i);
    return a->tag[i];
}

static uint8_t after_have(const struct analysis *a, int32_t i) {
    if (a->can[i] & CLASS_ADVERB && a->forms[i + 1] & FORM_PARTICIPLE) return TAG_ADVERB;
    if (a->forms[i] & FORM_PARTICIPLE) {
        bool noun = a->forms[i] & FORM_BASE && a->likely[i] == CLASS_NOUN && !group_begins(a, i + 1);
        if (!noun && !(a->likely[i] == CLASS_ADJECTIVE && noun_like(a, i + 1))) return TAG_VERB_PARTICIPLE;
    }
    return in_noun_group(a, i);
}

static uint8_t finite_expected(const struct analysis *a, int32_t i) {
    int32_t before = left_of(a, left_of(a, i));
    bool asked = before >= 0 && (a->tag[before] == TAG_DO || a->tag[before] == TAG_MODAL); /* "do they know" */
    if (asked && a->forms[i] & FORM_BASE) return TAG_VERB_BASE;
    if (a->can[i] & CLASS_NOUN && a->tag[i - 1] == TAG_RELATIVE && verb_follows(a, i + 1)) return TAG_NOUN;
    if (a->forms[i] & (FORM_BASE | FORM_S | FORM_PAST)) return finite_tag(a, i);
    if (a->forms[i] & FORM_PARTICIPLE) return TAG_VERB_PARTICIPLE;
    return a->tag[i];
}

/* What may follow a verb: a noun group, "that", to, a preposition it takes. */
static bool complement_begins(const struct analysis *a, int32_t i) {
    if (group_begins(a, i)) return true;
    switch (a->tag[i]) {
    case TAG_TO: case TAG_SUBORDINATOR: case TAG_QUESTION_WORD: case TAG_RELATIVE: case TAG_PARTICLE: return true;
    case TAG_ADJECTIVE: return noun_like(a, i + 1);
    default: return false;
    }
}

/* Is there a verb of any form since the last break? Then a noun group after it is likely its object. */
static bool has_verb_before(const struct analysis *a, int32_t i) {
    for (int32_t k = i - 1; k >= 0; k--) {
        if (tag_is_verb(a->tag[k])) return !(verb_usage(a, k) & USAGE_SAYS);
        uint8_t t = a->tag[k];
        if (t == TAG_PUNCTUATION || t == TAG_SUBORDINATOR || t == TAG_RELATIVE || t == TAG_COORDINATOR) return false;
    }
    return false;
}

/* Is the noun before i plural, or one of several? */
static bool plural_before(const struct analysis *a, int32_t i) {
    return a->plural[i] || (a->tag[i - 1] == TAG_COORDINATOR && tag_is_noun(a->tag[i - 2])) ||
           a->tag[i] == TAG_NUMBER;
}

static bool has_preposition(const struct analysis *a, int32_t from, int32_t to) {
    while (++from < to) {
        if (a->tag[from] == TAG_PREPOSITION && !is_word(a, from, WORD_OF)) return true;
    }
    return false;
}

/* Has the clause a finite verb already? One of saying is left out of account: its complement needs another. */
static bool has_finite_before(const struct analysis *a, int32_t i) {
    for (int32_t k = i - 1; k >= 0; k--) {
        uint8_t t = a->tag[k];
        if (t == TAG_VERB_PRESENT || t == TAG_VERB_PAST) return !(verb_usage(a, k) & USAGE_SAYS) || has_preposition(a, k, i);
        if (t == TAG_BE || t == TAG_HAVE || t == TAG_MODAL || t == TAG_DO) return true;
        if (t == TAG_PUNCTUATION || t == TAG_SUBORDINATOR || t == TAG_RELATIVE || t == TAG_COORDINATOR) return false;
    }
    return false;
}

/* Did a conjunction open a clause that has no verb yet, and is none in sight? Then this must be it ("if talks stall,"). */
static bool verb_owed(const struct analysis *a, int32_t i) {
    int32_t k = i - 1;
    while (k >= 0 && k > i - 12 && !tag_is_verb(a->tag[k]) && a->tag[k] != TAG_PUNCTUATION && a->tag[k] != TAG_SUBORDINATOR) k--;
    if (k < 0 || a->tag[k] != TAG_SUBORDINATOR) return false;
    for (k = i + 1; k < a->count && k < i + 12; k++) {
        if (verb_follows(a, k)) return false;
        if (a->tag[k] == TAG_PUNCTUATION || a->tag[k] == TAG_SUBORDINATOR || a->tag[k] == TAG_COORDINATOR) return true;
        if (a->can[k] & CLASS_VERB && a->forms[k] & (FORM_BASE | FORM_S | FORM_PAST)) return false;
    }
    return true;
}

/* "Kremlin talks stall", "Trump backs plan", "officials plan to …": noun or verb after a noun. */
static uint8_t noun_or_verb(const struct analysis *a, int32_t i) {
    int32_t right = right_of(a, i), left = left_of(a, i);
    bool past = a->forms[i] & FORM_PAST && !(a->forms[i] & FORM_BASE);
    if (past) return finite_tag(a, i);
    bool agrees = a->forms[i] & FORM_PAST || (a->forms[i] & FORM_S ? !a->plural[left] : plural_before(a, left));
    bool likely = a->likely[i] == CLASS_VERB;
    if (verb_follows(a, right) || a->tag[right] == TAG_GENITIVE) return TAG_NOUN;
    if (agrees && ((left != i - 1 && a->tag[i - 1] == TAG_ADVERB) || verb_owed(a, i))) return finite_tag(a, i);
    if (!agrees || has_finite_before(a, i) || noun_usage(a, i) & USAGE_PERSON) return TAG_NOUN;
    if (is_word(a, right, WORD_THAT) && !(verb_usage(a, i) & USAGE_REPORT)) return TAG_NOUN;
    if (has_verb_before(a, i) && !group_begins(a, right)) return TAG_NOUN;
    if (complement_begins(a, right)) return finite_tag(a, i);
    if (a->forms[i] & FORM_S && a->tag[left] == TAG_NAME && a->capitals_speak) return likely || noun_like(a, right) ? TAG_VERB_PRESENT : TAG_NOUN;
    bool object = a->headline || a->plural[right] || a->tag[right] == TAG_NAME || a->tag[right] == TAG_ADJECTIVE;
    if (noun_like(a, right) && a->forms[i] & FORM_S && object) return finite_tag(a, i);
    if (noun_like(a, right) && a->forms[i] & FORM_PAST && !a->headline) return finite_tag(a, i);
    return likely ? finite_tag(a, i) : TAG_NOUN;
}

/* "several parts of the proposal remain": the head that the verb agrees with stands before a preposition. */
static bool plural_head_before(const struct analysis *a, int32_t i) {
    for (int32_t k = i; k >= 0 && k > i - 8; k--) {
        if (tag_is_verb(a->tag[k]) || a->tag[k] == TAG_PUNCTUATION) return false;
        if (a->plural[k] && a->tag[k] == TAG_NOUN && a->tag[k + 1] == TAG_PREPOSITION) return true;
    }
    return false;
}

static uint8_t after_noun(const struct analysis *a, int32_t i) {
    uint8_t can = a->can[i], forms = a->forms[i];
    if (!(can & CLASS_VERB)) return a->tag[i];
    if (forms & FORM_ING) {
        if (!(can & CLASS_NOUN) || group_begins(a, i + 1)) return TAG_VERB_ING;
        bool ends = a->tag[i + 1] == TAG_PUNCTUATION || i + 1 == a->count;
        return ends || verb_follows(a, right_of(a, i)) || a->likely[i] == CLASS_NOUN ? TAG_NOUN : TAG_VERB_ING;
    }
    if (can & CLASS_NOUN) return noun_or_verb(a, i);
    int32_t left = left_of(a, i);
    bool lone = forms == FORM_BASE && left == i - 1 && a->tag[left] == TAG_NOUN && !plural_before(a, left);
    if (lone && !group_begins(a, i + 1) && !plural_head_before(a, left)) return TAG_NOUN;
    if (can & CLASS_ADJECTIVE && a->likely[i] == CLASS_ADJECTIVE && !(forms & FORM_PAST)) return TAG_ADJECTIVE;
    return forms & (FORM_PAST | FORM_S | FORM_BASE) ? finite_tag(a, i) : TAG_VERB_PARTICIPLE;
}

static bool finite_tag_at(const struct analysis *a, int32_t i) {
    uint8_t t = a->tag[i];
    return t == TAG_VERB_PRESENT || t == TAG_VERB_PAST || t == TAG_BE || t == TAG_HAVE || t == TAG_MODAL || t == TAG_DO;
}

/* Counting clauses opened against finite verbs met: is a subject before i still without its verb? */
static bool subject_waits(const struct analysis *a, int32_t i) {
    int32_t owed = 1;
    for (int32_t k = 0; k < i; k++) {
        uint8_t t = a->tag[k];
        if (t == TAG_RELATIVE || t == TAG_SUBORDINATOR) owed++;
        if (finite_tag_at(a, k) && !finite_tag_at(a, k - 1)) owed--;
    }
    return owed > 0;
}

/* May a base verb follow the "and" at i? Only after "to X", "will X" or a plural subject's verb. */
static bool base_joins(const struct analysis *a, int32_t i) {
    for (int32_t k = i - 1; k >= 0; k--) {
        uint8_t t = a->tag[k];
        if (t == TAG_VERB_BASE || t == TAG_VERB_PRESENT || t == TAG_MODAL) return true;
        if (t == TAG_VERB_PAST || t == TAG_VERB_ING || t == TAG_VERB_PARTICIPLE || t == TAG_SUBORDINATOR) return false;
    }
    return false;
}

static uint8_t at_start(const struct analysis *a, int32_t i) {
    uint8_t can = a->can[i], forms = a->forms[i];
    int32_t left = left_of(a, i);
    if (!(can & CLASS_VERB)) return a->tag[i];
    if (can & CLASS_ADJECTIVE && noun_like(a, i + 1) && a->likely[i] == CLASS_ADJECTIVE) return TAG_ADJECTIVE;
    if (forms & FORM_ING) {
        if (group_begins(a, i + 1) || !(can & CLASS_NOUN) || is_word(a, i + 1, WORD_THAT)) return TAG_VERB_ING;
        if (left >= 0 && mark_at(a, left) == ',' && a->tag[i + 1] == TAG_PREPOSITION) return TAG_VERB_ING;
        return a->likely[i] == CLASS_NOUN || verb_follows(a, i + 1) ? TAG_NOUN : TAG_VERB_ING;
    }
    if (forms & FORM_PAST) {
        if (left < 0 || a->tag[left] == TAG_SUBORDINATOR) return noun_like(a, i + 1) && !group_begins(a, i + 1) ? TAG_ADJECTIVE : TAG_VERB_PARTICIPLE;
        return a->likely[i] == CLASS_NOUN && !group_begins(a, i + 1) ? TAG_NOUN : TAG_VERB_PAST;
    }
    if (can & CLASS_NOUN && forms & FORM_S && left == i - 1 && mark_at(a, left) == ',' && subject_waits(a, i)) return TAG_VERB_PRESENT;
    if (left >= 0 && mark_at(a, left) == ',' && forms & FORM_BASE && verb_usage(a, i) & USAGE_SAYS) return TAG_VERB_PRESENT;
    if (!(can & CLASS_NOUN)) return forms & FORM_S ? TAG_VERB_PRESENT : forms & FORM_BASE ? TAG_VERB_BASE : a->tag[i];
    if (verb_follows(a, i + 1)) return TAG_NOUN;
    if (a->tokens[i].flags & TOKEN_CAPITAL && a->capitals_speak && a->tag[i + 1] == TAG_NAME) return TAG_NOUN;
    if (left >= 0 && a->tag[left] == TAG_COORDINATOR && !(forms & FORM_S) && !base_joins(a, left)) return TAG_NOUN;
    if (group_begins(a, i + 1)) return forms & FORM_S ? TAG_VERB_PRESENT : TAG_VERB_BASE;
    bool broken = left >= 0 && (a->tag[left] == TAG_PUNCTUATION || a->tag[left] == TAG_COORDINATOR);
    if (broken && forms & FORM_S && (noun_like(a, i + 1) || a->likely[i] == CLASS_VERB)) return TAG_VERB_PRESENT;
    return a->likely[i] == CLASS_VERB && !a->plural[i] ? verb_follows(a, i + 1) ? TAG_NOUN : TAG_VERB_BASE : TAG_NOUN;
}

static uint8_t after_verb(const struct analysis *a, int32_t i) {
    uint8_t can = a->can[i], forms = a->forms[i];
    bool event = can & CLASS_NOUN && !(verb_usage(a, left_of(a, i)) & USAGE_ING) && (a->tag[i + 1] == TAG_PREPOSITION || a->tag[i + 1] == TAG_PUNCTUATION);
    if (forms & FORM_ING && !event && !(can & CLASS_NOUN && a->likely[i] == CLASS_NOUN)) return noun_like(a, i + 1) && can & CLASS_ADJECTIVE ? TAG_ADJECTIVE : TAG_VERB_ING;
    if (can & (CLASS_NOUN | CLASS_ADJECTIVE)) {
        if (a->likely[i] == CLASS_ADVERB) return noun_like(a, i + 1) && can & CLASS_ADJECTIVE ? TAG_ADJECTIVE : TAG_ADVERB;
        return in_noun_group(a, i);
    }
    if (forms & FORM_PARTICIPLE) return noun_like(a, i + 1) ? TAG_ADJECTIVE : TAG_VERB_PARTICIPLE;
    return a->tag[i];
}

static uint8_t open_tag(const struct analysis *a, int32_t i) {
    switch (expect_at(a, i)) {
    case EXPECT_NOUN: return noun_expected(a, i);
    case EXPECT_BASE: return base_expected(a, i);
    case EXPECT_PARTICIPLE: return after_have(a, i);
    case EXPECT_PREDICATE: return after_be(a, i);
    case EXPECT_FINITE: return finite_expected(a, i);
    case EXPECT_VERB: return after_noun(a, i);
    case EXPECT_START: return at_start(a, i);
    case EXPECT_OBJECT: return after_verb(a, i);
    default: return a->tag[i];
    }
}

/* Adjective or adverb, adjective or noun: by what follows. */
static uint8_t modifier_tag(const struct analysis *a, int32_t i, uint8_t tag) {
    uint8_t can = a->can[i];
    if (tag == TAG_ADVERB && can & CLASS_ADJECTIVE) {
        enum expect e = expect_at(a, i);
        if ((e == EXPECT_NOUN || e == EXPECT_START || e == EXPECT_OBJECT) && noun_like(a, i + 1)) return TAG_ADJECTIVE;
    }
    if (tag == TAG_ADJECTIVE && can & CLASS_ADVERB && tag_is_noun(a->tag[i - 1])) return TAG_ADVERB;
    if (tag == TAG_NOUN && can & CLASS_ADJECTIVE && a->likely[i] == CLASS_ADJECTIVE && noun_like(a, i + 1)) return TAG_ADJECTIVE;
    return tag;
}

/* A common word at the start of a sentence that is a name by what follows: "Hall, who …", "Rose said". */
static bool names_itself(const struct analysis *a) {
    if (!a->capitals_speak || !(a->tokens[0].flags & TOKEN_CAPITAL) || a->plural[0] || a->can[0] != CLASS_NOUN) return false;
    if (mark_at(a, 1) == ',') return a->tag[2] == TAG_DETERMINER || is_word(a, 2, WORD_WHO) || is_word(a, 2, WORD_WHOSE);
    return is_word(a, 1, WORD_SAID);
}

static void settle_open(struct analysis *a, int32_t i) {
    uint8_t tag = a->tag[i];
    if (tag == TAG_NAME) return;
    if (is_word(a, i, WORD_LONGER) && is_word(a, i - 1, WORD_NO)) {
        a->tag[i] = TAG_NEGATION;
        return;
    }
    if (is_word(a, i, WORD_SET) && is_word(a, i + 1, WORD_TO) && tag_is_noun(a->tag[left_of(a, i)])) { /* "talks set to resume" */
        a->tag[i] = TAG_VERB_PARTICIPLE;
        return;
    }
    if (i == 0 && names_itself(a)) {
        a->tag[i] = TAG_NAME;
        return;
    }
    uint8_t can = a->can[i];
    if (can & CLASS_VERB || (can & CLASS_NOUN && can != CLASS_NOUN)) tag = open_tag(a, i);
    a->tag[i] = modifier_tag(a, i, tag);
}

/* ---- words with a rule of their own ---- */

/* "said on Monday that", "told reporters that": a verb of saying, then nothing but an addressee, a time or a place. */
static bool reported(const struct analysis *a, int32_t last) {
    int32_t k = last;
    bool preposition = false;
    while (k >= 0 && k > last - 8 && (tag_is_noun(a->tag[k]) || a->tag[k] == TAG_ADJECTIVE || a->tag[k] == TAG_NUMBER || a->tag[k] == TAG_DETERMINER ||
                     a->tag[k] == TAG_POSSESSIVE || a->tag[k] == TAG_GENITIVE || a->tag[k] == TAG_PREPOSITION)) {
        if (a->tag[k] == TAG_PREPOSITION) preposition = true;
        k--;
    }
    if (k < 0 || !tag_is_verb(a->tag[k])) return false;
    uint32_t usage = verb_usage(a, k);
    bool time = a->usage[last] & USAGE_MONTH || noun_usage(a, last) & USAGE_TIME;
    return usage & USAGE_REPORT && (preposition || time || usage & USAGE_RAISES);
}

static uint8_t that_tag(const struct analysis *a, int32_t i) {
    int32_t left = left_of(a, i);
    uint8_t before = left >= 0 ? a->tag[left] : TAG_NONE;
    if (tag_is_noun(before) && reported(a, left) && !verb_follows(a, i + 1)) return TAG_SUBORDINATOR;
    if (tag_is_noun(before) && !(noun_usage(a, left) & USAGE_FACT)) return TAG_RELATIVE;
    if (tag_is_noun(before)) return verb_follows(a, i + 1) || a->can[i + 1] & CLASS_VERB ? TAG_RELATIVE : TAG_SUBORDINATOR;
    if (verb_follows(a, i + 1)) return TAG_PRONOUN;
    if (before != TAG_COORDINATOR && !tag_is_verb(before) && a->forms[i + 1] & FORM_S && group_begins(a, i + 2)) return TAG_PRONOUN;
    bool clause = (tag_is_verb(before) && verb_usage(a, left) & USAGE_REPORT) || before == TAG_BE ||
                  (before == TAG_ADJECTIVE) || before == TAG_COORDINATOR || before == TAG_SUBORDINATOR || before == TAG_PRONOUN;
    if (clause) return TAG_SUBORDINATOR;
    if (before == TAG_PREPOSITION) return noun_like(a, i + 1) ? TAG_DETERMINER : TAG_PRONOUN;
    if (tag_is_verb(before) && !noun_like(a, i + 1)) return group_begins(a, i + 1) ? TAG_SUBORDINATOR : TAG_PRONOUN;
    return noun_like(a, i + 1) ? TAG_DETERMINER : TAG_PRONOUN;
}

/* Prepositions that also introduce clauses: a finite verb before the next break decides. */
static uint8_t before_tag(const struct analysis *a, int32_t i) {
    bool subject = false;
    if (is_word(a, i, WORD_BEFORE) && (a->tag[i + 1] == TAG_PUNCTUATION || i + 1 == a->count)) return TAG_ADVERB;
    for (int32_t k = i + 1; k < a->count && k < i + 12; k++) {
        uint8_t t = a->tag[k];
        if (t == TAG_PUNCTUATION || t == TAG_COORDINATOR || t == TAG_SUBORDINATOR || t == TAG_RELATIVE) break;
        bool finite = t == TAG_BE || t == TAG_HAVE || t == TAG_DO || t == TAG_MODAL ||
                      (a->can[k] == CLASS_VERB && a->forms[k] & (FORM_PAST | FORM_S) && !is_word(a, k + 1, WORD_BY)) ||
                      (subject && subject_pronoun(a, k - 1) && a->can[k] & CLASS_VERB);
        if (finite && subject) return TAG_SUBORDINATOR;
        if (t == TAG_NOUN || t == TAG_NAME || t == TAG_PRONOUN || t == TAG_DETERMINER || t == TAG_NUMBER) subject = true;
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
    if (a->tag[i - 1] == TAG_PRONOUN || a->tag[i - 1] == TAG_THERE || a->tag[i - 1] == TAG_QUESTION_WORD) return TAG_BE;
    if (a->tag[i - 1] == TAG_RELATIVE) return TAG_BE;
    switch (a->tag[i + 1]) {
    case TAG_DETERMINER: case TAG_NEGATION: case TAG_PREPOSITION: case TAG_POSSESSIVE:
        return tag_is_noun(a->tag[i - 1]) && a->tag[i + 1] != TAG_PREPOSITION ? TAG_BE : TAG_GENITIVE;
    case TAG_VERB_ING: return a->can[i + 1] & CLASS_NOUN ? TAG_GENITIVE : TAG_BE;
    default: return TAG_GENITIVE;
    }
}

static uint8_t her_tag(const struct analysis *a, int32_t i) {
    return noun_like(a, i + 1) || a->tag[i + 1] == TAG_ADJECTIVE || a->tag[i + 1] == TAG_NUMBER ? TAG_POSSESSIVE : TAG_PRONOUN;
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

static uint8_t more_tag(const struct analysis *a, int32_t i) {
    if (is_word(a, i, WORD_MOST) && is_word(a, i - 1, WORD_AT)) return TAG_ADVERB;
    if (is_word(a, i + 1, WORD_THAN)) return TAG_ADVERB;
    if (a->can[i + 1] & CLASS_ADJECTIVE && a->likely[i + 1] == CLASS_ADJECTIVE && !a->plural[i + 2]) return TAG_ADVERB;
    if (a->likely[i + 1] == CLASS_ADVERB) return TAG_ADVERB;
    if (noun_like(a, i + 1)) return TAG_DETERMINER;
    return a->tag[i - 1] == TAG_NUMBER || tag_is_verb(a->tag[i - 1]) || a->tag[i - 1] == TAG_PREPOSITION ? TAG_PRONOUN : TAG_ADVERB;
}

/* "all", "some", "both", "this", "others" stand alone or before a noun. */
static uint8_t determiner_tag(const struct analysis *a, int32_t i) {
    switch (word_at(a, i)) {
    case WORD_THE: case WORD_A: case WORD_AN: case WORD_EVERY: return TAG_DETERMINER;
    default: break;
    }
    uint8_t next = a->tag[i + 1], before = a->tag[i - 1];
    bool floats = is_word(a, i, WORD_EACH) || is_word(a, i, WORD_ALL) || is_word(a, i, WORD_BOTH); /* "have each blamed" */
    bool auxiliary = before == TAG_BE || before == TAG_HAVE || before == TAG_DO || before == TAG_MODAL || before == TAG_NEGATION;
    if (floats && auxiliary && a->can[i + 1] & CLASS_VERB && !(a->can[i + 1] & CLASS_NOUN)) return TAG_ADVERB;
    if (is_word(a, i, WORD_OTHER) && before == TAG_DETERMINER && !noun_like(a, i + 1) && next != TAG_NUMBER && next != TAG_ADJECTIVE) return TAG_NOUN;
    if (a->forms[i + 1] & FORM_PAST && (!(a->can[i + 1] & CLASS_NOUN) || group_begins(a, i + 2)) && !noun_like(a, i + 2)) return TAG_PRONOUN;
    if (is_word(a, i, WORD_THIS) && a->forms[i + 1] & FORM_PAST && a->plural[i + 2]) return TAG_PRONOUN;
    if (is_word(a, i, WORD_SUCH) && is_word(a, i + 1, WORD_AS)) return TAG_PREPOSITION;
    if (noun_like(a, i + 1) || next == TAG_ADJECTIVE || next == TAG_NUMBER || next == TAG_DETERMINER ||
        next == TAG_POSSESSIVE || a->forms[i + 1] & (FORM_ING | FORM_PARTICIPLE)) {
        return TAG_DETERMINER;
    }
    if (next == TAG_ADVERB && (a->tag[i + 2] == TAG_ADJECTIVE || noun_like(a, i + 2))) return TAG_DETERMINER;
    return TAG_PRONOUN;
}

static bool is_auxiliary(uint8_t tag) {
    return tag == TAG_BE || tag == TAG_HAVE || tag == TAG_DO || tag == TAG_MODAL;
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
    bool noun = tag_is_noun(before) || before == TAG_PRONOUN || before == TAG_NUMBER || before == TAG_ADVERB || before == TAG_ADJECTIVE;
    if (is_word(a, i, WORD_WHERE) || is_word(a, i, WORD_WHEN)) return when_tag(a, i);
    return noun || before == TAG_COORDINATOR ? TAG_RELATIVE : TAG_QUESTION_WORD;
}

/* "about 40", "under 2 per cent": an adverb of the figure, unless the word before asks for a preposition. */
static uint8_t roughly_tag(const struct analysis *a, int32_t i) {
    if (a->tag[i + 1] != TAG_NUMBER) return TAG_PREPOSITION;
    switch (a->tag[i - 1]) {
    case TAG_NOUN: case TAG_NAME: case TAG_ADJECTIVE: case TAG_PRONOUN: return TAG_PREPOSITION;
    default: return TAG_ADVERB;
    }
}

/* Particles and adverbs that are prepositions before a noun group; "up to 40", "about 40" too. */
static uint8_t particle_tag(const struct analysis *a, int32_t i) {
    bool after_verb = tag_is_verb(a->tag[left_of(a, i)]);
    bool object = group_begins(a, i + 1) || noun_like(a, i + 1);
    if (is_word(a, i, WORD_UP) && is_word(a, i + 1, WORD_TO) && a->tag[i + 2] == TAG_NUMBER) return TAG_ADVERB;
    if (!object) return after_verb || a->tag[i] == TAG_PARTICLE ? TAG_PARTICLE : a->tag[i];
    if ((is_word(a, i, WORD_OVER) || is_word(a, i, WORD_AROUND)) && roughly_tag(a, i) == TAG_ADVERB) return TAG_ADVERB;
    switch (word_at(a, i)) {
    case WORD_IN: case WORD_ON: case WORD_OVER: case WORD_AROUND: case WORD_THROUGH: case WORD_ALONG: case WORD_INSIDE: return TAG_PREPOSITION;
    case WORD_UP: case WORD_OUT: case WORD_OFF: case WORD_AWAY: case WORD_BACK: case WORD_DOWN:
        return after_verb ? TAG_PARTICLE : TAG_PREPOSITION;
    default: return a->tag[i];
    }
}

static void settle_closed(struct analysis *a, int32_t i) {
    switch (word_at(a, i)) {
    case WORD_THAT: a->tag[i] = that_tag(a, i); return;
    case WORD_ABOUT: case WORD_UNDER: case WORD_NEAR: a->tag[i] = roughly_tag(a, i); return;
    case WORD_FIRST: case WORD_LAST: case WORD_NEXT:
        a->tag[i] = noun_like(a, i + 1) || a->tag[i + 1] == TAG_NUMBER || a->tag[i + 1] == TAG_ADJECTIVE || a->tag[i - 1] == TAG_DETERMINER ? TAG_ADJECTIVE : TAG_ADVERB;
        return;
    case WORD_BEFORE: case WORD_AFTER: case WORD_SINCE: case WORD_UNTIL: case WORD_AS: case WORD_THAN:
        a->tag[i] = is_word(a, i, WORD_AS) ? as_tag(a, i) : before_tag(a, i);
        return;
    case WORD_AT: if (is_word(a, i + 1, WORD_LEAST) || is_word(a, i + 1, WORD_MOST)) a->tag[i] = TAG_ADVERB; return;
    case WORD_FOR: a->tag[i] = TAG_PREPOSITION; return;
    case WORD_HER: a->tag[i] = her_tag(a, i); return;
    case WORD_TO: a->tag[i] = to_tag(a, i); return;
    case WORD_LIKE: a->tag[i] = like_tag(a, i); return;
    case WORD_SO: a->tag[i] = so_tag(a, i); return;
    case WORD_NO: a->tag[i] = no_tag(a, i); return;
    case WORD_MANY: case WORD_MUCH: case WORD_FEW:
        a->tag[i] = is_word(a, i - 1, WORD_AS) && is_word(a, i + 1, WORD_AS) ? TAG_ADVERB : determiner_tag(a, i);
        return;
    case WORD_YET: a->tag[i] = i == 0 || mark_at(a, i - 1) == ',' ? TAG_COORDINATOR : TAG_ADVERB; return;
    case WORD_LEAST: a->tag[i] = is_word(a, i - 1, WORD_AT) ? TAG_ADVERB : more_tag(a, i); return;
    case WORD_MORE: case WORD_MOST: case WORD_LESS: a->tag[i] = more_tag(a, i); return;
    case WORD_WHO: case WORD_WHICH: case WORD_WHOM: case WORD_WHOSE: case WORD_WHERE: case WORD_WHEN:
        a->tag[i] = relative_tag(a, i);
        return;
    case WORD_THERE: a->tag[i] = verb_follows(a, i + 1) || a->tag[i + 1] == TAG_GENITIVE ? TAG_THERE : TAG_ADVERB; return;
    case WORD_UP: case WORD_DOWN: case WORD_OUT: case WORD_OFF: case WORD_OVER: case WORD_AWAY: case WORD_BACK:
    case WORD_ON: case WORD_IN: case WORD_AROUND: case WORD_THROUGH: case WORD_ALONG: case WORD_INSIDE:
        a->tag[i] = particle_tag(a, i);
        return;
    default: break;
    }
    if (a->tag[i] == TAG_GENITIVE) a->tag[i] = genitive_tag(a, i);
    else if (a->tag[i] == TAG_DETERMINER) a->tag[i] = determiner_tag(a, i);
}

/* ---- past tense or participle ---- */

/* Does another finite verb follow before the next break, without a subject of its own? */
static bool finite_after(const struct analysis *a, int32_t i) {
    for (int32_t k = i + 1; k < a->count; k++) {
        uint8_t t = a->tag[k];
        if (t == TAG_PUNCTUATION || t == TAG_COORDINATOR || t == TAG_SUBORDINATOR || t == TAG_RELATIVE || t == TAG_TO ||
            t == TAG_QUESTION_WORD || is_word(a, k, WORD_AS) || is_word(a, k, WORD_AFTER) || is_word(a, k, WORD_BEFORE)) return false;
        if (finite_tag_at(a, k)) return !subject_pronoun(a, k - 1);
    }
    return false;
}

static bool breaks(const struct analysis *a, int32_t i) {
    uint8_t t = a->tag[i];
    return t == TAG_NONE || t == TAG_PUNCTUATION || t == TAG_COORDINATOR || t == TAG_SUBORDINATOR || t == TAG_RELATIVE;
}

/* The first token of the noun group, owners included, that ends before i. */
static int32_t group_start(const struct analysis *a, int32_t i) {
    while (i > 0 && (tag_is_noun(a->tag[i - 1]) || a->tag[i - 1] == TAG_ADJECTIVE || a->tag[i - 1] == TAG_NUMBER ||
                     a->tag[i - 1] == TAG_DETERMINER || a->tag[i - 1] == TAG_POSSESSIVE || a->tag[i - 1] == TAG_GENITIVE)) i--;
    return i;
}

/* Does the noun group that ends before i hang from a preposition that starts the clause, or follows a verb? Then it is
 * no subject ("according to a memo posted online"). */
static bool only_object(const struct analysis *a, int32_t i) {
    int32_t k = group_start(a, i) - 1;
    if (k >= 0 && a->tag[k] == TAG_VERB_ING && a->tag[i + 1] != TAG_PREPOSITION) return verb_usage(a, k) & USAGE_COMPLEMENT; /* "leaving roads closed" */
    if (k < 0 || a->tag[k] != TAG_PREPOSITION) return false;
    return tag_is_verb(a->tag[k - 1]) || (breaks(a, k - 1) && a->tag[k - 1] != TAG_RELATIVE);
}

/* "that Kyiv rejected": the group before i stands right after a relative pronoun. */
static bool relative_subject(const struct analysis *a, int32_t i) {
    int32_t k = group_start(a, i) - 1;
    return k >= 0 && (a->tag[k] == TAG_RELATIVE || a->tag[k] == TAG_QUESTION_WORD || (a->tag[k] == TAG_SUBORDINATOR && k < i - 1));
}

/* "the plan Putin rejected": a name right after a common noun for a thing is the subject of a relative clause. */
static bool contact_subject(const struct analysis *a, int32_t i) {
    int32_t k = i - 1;
    while (k > 0 && a->tag[k] == TAG_NAME) k--;
    return a->capitals_speak && k < i - 1 && a->tag[k] == TAG_NOUN && !(a->tokens[k].flags & TOKEN_CAPITAL) &&
           !(noun_usage(a, k) & USAGE_PERSON);
}

static bool participle_after_noun(const struct analysis *a, int32_t i) {
    if (is_word(a, i + 1, WORD_BY) && a->tag[i + 2] != TAG_NUMBER) return true;
    if (relative_subject(a, i) || contact_subject(a, i)) return false;
    if (verb_usage(a, i) & USAGE_NAMES && has_finite_before(a, i)) return true;
    if (group_begins(a, i + 1) || noun_like(a, i + 1) || is_word(a, i + 1, WORD_THAT)) return false;
    int32_t left = left_of(a, i);
    if (!tag_is_noun(a->tag[left]) || left != i - 1) return false;
    if (has_finite_before(a, i)) {
        for (int32_t k = i - 1; k >= 0; k--) {
            if (!finite_tag_at(a, k)) continue;
            int32_t subject = left_of(a, k);
            if (subject >= 0 && a->tag[subject] == TAG_RELATIVE) return false; /* "the storm that hit Cuba climbed" */
            return !(verb_usage(a, k) & USAGE_SAYS) || has_preposition(a, k, i);
        }
    }
    if (only_object(a, i)) return true;
    return finite_after(a, i) && !(verb_usage(a, i) & USAGE_REPORT);
}

/* ", approved in March, costs": does a second comma follow, and a verb right after it? */
static bool closes_later(const struct analysis *a, int32_t i) {
    while (++i < a->count && mark_at(a, i) != ',') {
        if (a->tag[i] == TAG_PUNCTUATION || finite_tag_at(a, i)) return false;
    }
    return verb_follows(a, i + 1) || (a->forms[i + 1] & FORM_S && a->can[i + 1] & CLASS_VERB);
}

/* After a comma, a past form with a preposition is a participle when no subject waits: "the plan, drafted in May, …". */
static void settle_comma(struct analysis *a, int32_t i) {
    if (a->tag[i] != TAG_VERB_PAST || !(a->forms[i] & FORM_PARTICIPLE) || mark_at(a, i - 1) != ',') return;
    bool by = is_word(a, i + 1, WORD_BY) && a->tag[i + 2] != TAG_NUMBER;
    bool closed = a->tag[i + 1] == TAG_PREPOSITION && closes_later(a, i);
    if (by || closed || (a->tag[i + 1] == TAG_PREPOSITION && !(verb_usage(a, i) & USAGE_REPORT) && !subject_waits(a, i))) a->tag[i] = TAG_VERB_PARTICIPLE;
}

static void settle_past(struct analysis *a, int32_t i) {
    if (a->tag[i] != TAG_VERB_PAST || !(a->forms[i] & FORM_PARTICIPLE)) return;
    enum expect e = expect_at(a, i);
    if (e == EXPECT_FINITE) return;
    if (e == EXPECT_PREDICATE || e == EXPECT_PARTICIPLE) a->tag[i] = TAG_VERB_PARTICIPLE;
    else if (e == EXPECT_VERB && participle_after_noun(a, i)) a->tag[i] = TAG_VERB_PARTICIPLE;
}

/* Once the verbs are known: do the words after "before", "after", "as" … make a clause? */
static void settle_before(struct analysis *a, int32_t i) {
    if (a->tag[i] != TAG_PREPOSITION && a->tag[i] != TAG_SUBORDINATOR) return;
    if (is_word(a, i, WORD_THAN) && a->tag[i + 1] == TAG_NUMBER) {
        a->tag[i] = TAG_PREPOSITION;
        return;
    }
    switch (word_at(a, i)) {
    case WORD_BEFORE: case WORD_AFTER: case WORD_SINCE: case WORD_UNTIL: case WORD_AS: case WORD_THAN: break;
    default: return;
    }
    bool subject = false;
    for (int32_t k = i + 1; k < a->count && !breaks(a, k) && !is_word(a, k, WORD_AFTER) && !is_word(a, k, WORD_BEFORE); k++) {
        if (subject && finite_tag_at(a, k)) {
            a->tag[i] = TAG_SUBORDINATOR;
            return;
        }
        if (tag_is_noun(a->tag[k]) || a->tag[k] == TAG_PRONOUN || a->tag[k] == TAG_NUMBER || a->tag[k] == TAG_THERE) subject = true;
    }
    a->tag[i] = TAG_PREPOSITION;
}

static bool any_finite(const struct analysis *a) {
    for (int32_t i = 0; i < a->count; i++) {
        if (finite_tag_at(a, i) || a->tag[i] == TAG_VERB_BASE) return true;
    }
    return false;
}

/* A whole sentence without a verb has one that was taken for a noun or a participle: "Prices rise.", "Anna cooks." */
static void find_lost_verb(struct analysis *a) {
    if (a->headline || a->count < 3 || any_finite(a)) return;
    for (int32_t i = 1; i < a->count; i++) {
        bool after_subject = tag_is_noun(a->tag[left_of(a, i)]) || a->tag[left_of(a, i)] == TAG_PRONOUN;
        uint8_t forms = a->forms[i];
        if (!after_subject || !(a->can[i] & CLASS_VERB) || !(forms & (FORM_BASE | FORM_S | FORM_PAST))) continue;
        bool agrees = forms & FORM_PAST || (forms & FORM_S) != 0 || plural_before(a, left_of(a, i));
        if (!agrees || noun_like(a, i + 1) > (a->likely[i] == CLASS_VERB)) continue;
        a->tag[i] = finite_tag(a, i);
        return;
    }
}

/* An auxiliary at the start of a clause, before its subject: "Did Putin reject …", "Why has the plan …". */
static bool asks(const struct analysis *a, int32_t i) {
    uint8_t t = a->tag[i], before = a->tag[i - 1];
    if (!is_auxiliary(t)) return false;
    if (tag_is_noun(before) && i > 1 && a->tag[group_start(a, i) - 1] == TAG_QUESTION_WORD) return true; /* "which parts did" */
    return before == TAG_NONE || before == TAG_QUESTION_WORD || before == TAG_QUOTE || before == TAG_PUNCTUATION || before == TAG_COORDINATOR;
}

/* The verb that the asking auxiliary waits for, or TAG_NONE. */
static uint8_t asked_tag(const struct analysis *a, int32_t auxiliary, int32_t i) {
    uint8_t before = a->tag[left_of(a, i)], forms = a->forms[i];
    if (left_of(a, i) <= auxiliary || !(tag_is_noun(before) || before == TAG_PRONOUN) || a->tag[i] == TAG_NAME) return TAG_NONE;
    bool base = a->tag[auxiliary] == TAG_DO || a->tag[auxiliary] == TAG_MODAL;
    if (base) return forms & FORM_BASE ? TAG_VERB_BASE : TAG_NONE;
    if (forms & FORM_PARTICIPLE) return TAG_VERB_PARTICIPLE;
    return forms & FORM_ING && a->tag[auxiliary] == TAG_BE ? TAG_VERB_ING : TAG_NONE;
}

static void settle_all(struct analysis *a) {
    int32_t asking = NONE;
    for (int32_t i = 0; i < a->count; i++) {
        uint8_t asked = asking != NONE && a->can[i] & CLASS_VERB ? asked_tag(a, asking, i) : TAG_NONE;
        if (asked) a->tag[i] = asked, asking = NONE;
        else if (a->can[i]) settle_open(a, i);
        else settle_closed(a, i);
        settle_comma(a, i);
        if (asks(a, i)) asking = i;
        else if (breaks(a, i)) asking = NONE;
    }
}

void tag_in_context(struct analysis *a) {
    settle_all(a);
    for (int32_t i = 0; i < a->count; i++) settle_past(a, i);
    find_lost_verb(a);
    for (int32_t i = 0; i < a->count; i++) settle_before(a, i);
}

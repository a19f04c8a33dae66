#include "clause/context.h"

/* The place before i that is not an adverb, a negation or a quotation mark. */
int32_t left_of(const struct analysis *a, int32_t i) {
    do i--;
    while (i >= 0 && (a->tag[i] == TAG_ADVERB || a->tag[i] == TAG_NEGATION || a->tag[i] == TAG_QUOTE));
    return i;
}

int32_t right_of(const struct analysis *a, int32_t i) {
    do i++;
    while (i < a->count && (a->tag[i] == TAG_QUOTE || a->tag[i] == TAG_NEGATION ||
                            (a->tag[i] == TAG_ADVERB && a->can[i] != (CLASS_ADVERB | CLASS_ADJECTIVE))));
    return i;
}

bool subject_pronoun(const struct analysis *a, int32_t i) {
    switch (word_at(a, i)) {
    case WORD_HE:
    case WORD_SHE:
    case WORD_THEY:
    case WORD_WE:
    case WORD_I:
        return true;
    default:
        return false;
    }
}

static bool object_pronoun(const struct analysis *a, int32_t i) {
    switch (word_at(a, i)) {
    case WORD_HIM:
    case WORD_THEM:
    case WORD_US:
    case WORD_ME:
    case WORD_HER:
        return true;
    default:
        return false;
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

enum expect expect_at(const struct analysis *a, int32_t i) {
    int32_t left = left_of(a, i);
    if (left < 0) return EXPECT_START;
    switch (a->tag[left]) {
    case TAG_DETERMINER:
    case TAG_POSSESSIVE:
    case TAG_GENITIVE:
    case TAG_PREPOSITION:
    case TAG_NUMBER:
        return EXPECT_NOUN;
    case TAG_ADJECTIVE: {
        int32_t before = left_of(a, left);
        bool predicate = before >= 0 && (a->tag[before] == TAG_BE || verb_usage(a, before) & USAGE_COPULA);
        return predicate ? EXPECT_ANYTHING : EXPECT_NOUN;
    }
    case TAG_TO:
    case TAG_MODAL:
    case TAG_DO:
        return EXPECT_BASE;
    case TAG_HAVE:
        return EXPECT_PARTICIPLE;
    case TAG_BE:
        return EXPECT_PREDICATE;
    case TAG_PRONOUN:
        return expect_after_pronoun(a, left);
    case TAG_RELATIVE:
        if (is_word(a, left, WORD_WHOSE)) return EXPECT_NOUN;
        if (left > 0 && a->tag[left - 1] == TAG_PREPOSITION) return EXPECT_START; /* "in which output rose" */
        return is_word(a, left, WORD_WHERE) || is_word(a, left, WORD_WHEN) ? EXPECT_START : EXPECT_FINITE;
    case TAG_THERE:
        return EXPECT_FINITE;
    case TAG_NOUN:
    case TAG_NAME:
        return EXPECT_VERB;
    case TAG_VERB_BASE:
    case TAG_VERB_PRESENT:
    case TAG_VERB_PAST:
    case TAG_VERB_PARTICIPLE:
    case TAG_VERB_ING:
        return EXPECT_OBJECT;
    case TAG_PUNCTUATION:
    case TAG_COORDINATOR:
    case TAG_SUBORDINATOR:
    case TAG_QUESTION_WORD:
        return EXPECT_START;
    default:
        return EXPECT_ANYTHING;
    }
}

/* Can token i be part of a noun group that has begun? */
bool noun_like(const struct analysis *a, int32_t i) {
    if (a->tag[i] == TAG_NAME || a->tag[i] == TAG_NOUN) return true;
    if (a->can[i] & CLASS_NOUN) return a->likely[i] != CLASS_ADVERB;
    return a->tag[i] == TAG_ADJECTIVE && (tag_is_noun(a->tag[i + 1]) || a->can[i + 1] & CLASS_NOUN);
}

/* Does a noun group surely begin at i? */
bool group_begins(const struct analysis *a, int32_t i) {
    switch (a->tag[i]) {
    case TAG_DETERMINER:
    case TAG_POSSESSIVE:
    case TAG_PRONOUN:
    case TAG_NUMBER:
        return true;
    case TAG_NAME:
        return a->capitals_speak;
    default:
        return false;
    }
}

static bool clause_starts(const struct analysis *a, int32_t i) {
    return i == 0 || a->tag[i - 1] == TAG_PUNCTUATION || a->tag[i - 1] == TAG_COORDINATOR || a->tag[i - 1] == TAG_QUOTE ||
           a->tag[i - 1] == TAG_SUBORDINATOR;
}

bool denial_fronted(const struct analysis *a, int32_t i) {
    if (i < 1 || !is_auxiliary(a->tag[i]) || noun_like(a, i + 1) + group_begins(a, i + 1) + (a->tag[i + 1] == TAG_THERE) == 0) return false;
    if (is_word(a, i - 1, WORD_NOR) || is_word(a, i - 1, WORD_NEITHER)) return true;
    if (is_word(a, i - 1, WORD_NEVER)) return clause_starts(a, i - 1);
    if (i > 1 && is_word(a, i - 1, WORD_BEFORE) && is_word(a, i - 2, WORD_NEVER)) return clause_starts(a, i - 2);
    if (is_word(a, i - 1, WORD_ONCE) && i > 1 && is_word(a, i - 2, WORD_NOT)) return clause_starts(a, i - 2);
    int32_t k = i - 1;
    while (k > 0 && (tag_is_noun(a->tag[k]) || a->tag[k] == TAG_ADJECTIVE)) k--;
    return k < i - 1 && k > 0 && is_word(a, k, WORD_NO) && a->tag[k - 1] == TAG_PREPOSITION && clause_starts(a, k - 1);
}

/* Auxiliaries and words that can only be finite verbs. */
bool verb_follows(const struct analysis *a, int32_t i) {
    switch (a->tag[i]) {
    case TAG_BE:
    case TAG_HAVE:
    case TAG_DO:
    case TAG_MODAL:
        return true;
    default:
        return a->can[i] == CLASS_VERB && a->forms[i] & (FORM_PAST | FORM_S);
    }
}

bool is_auxiliary(uint8_t tag) {
    return tag == TAG_BE || tag == TAG_HAVE || tag == TAG_DO || tag == TAG_MODAL;
}

bool finite_tag_at(const struct analysis *a, int32_t i) {
    uint8_t t = a->tag[i];
    return t == TAG_VERB_PRESENT || t == TAG_VERB_PAST || t == TAG_BE || t == TAG_HAVE || t == TAG_MODAL || t == TAG_DO;
}

uint8_t finite_tag(const struct analysis *a, int32_t i) {
    if (!(a->forms[i] & FORM_PAST)) return TAG_VERB_PRESENT;
    bool present =
        a->forms[i] & FORM_BASE && a->plural[left_of(a, i)] && a->headline; /* "forecasters cut", "markets hit" */
    return present ? TAG_VERB_PRESENT : TAG_VERB_PAST;
}

/* Is there a verb of any form since the last break? Then a noun group after it is likely its object. */
bool has_verb_before(const struct analysis *a, int32_t i) {
    for (int32_t k = i - 1; k >= 0; k--) {
        if (tag_is_verb(a->tag[k])) return !(verb_usage(a, k) & USAGE_SAYS);
        uint8_t t = a->tag[k];
        if (t == TAG_PUNCTUATION || t == TAG_SUBORDINATOR || t == TAG_RELATIVE || t == TAG_COORDINATOR) return false;
    }
    return false;
}

/* Is the noun before i plural, or one of several? */
bool plural_before(const struct analysis *a, int32_t i) {
    return a->plural[i] || (a->tag[i - 1] == TAG_COORDINATOR && tag_is_noun(a->tag[i - 2])) || a->tag[i] == TAG_NUMBER;
}

bool has_preposition(const struct analysis *a, int32_t from, int32_t to) {
    while (++from < to) {
        if (a->tag[from] == TAG_PREPOSITION && !is_word(a, from, WORD_OF)) return true;
    }
    return false;
}

/* "Only after the leak | did", "only then | has", "not only | did": the auxiliary goes before its subject. */
bool only_fronted(const struct analysis *a, int32_t i) {
    if (noun_like(a, i + 1) + group_begins(a, i + 1) == 0) return false;
    if (i > 1 && is_word(a, i - 1, WORD_ONLY) && is_word(a, i - 2, WORD_NOT)) return clause_starts(a, i - 2);
    for (int32_t k = i - 1; k >= 0 && a->tag[k] != TAG_PUNCTUATION; k--) {
        if (!is_word(a, k, WORD_ONLY) || !clause_starts(a, k)) continue;
        uint8_t next = a->tag[k + 1];
        return next == TAG_PREPOSITION || next == TAG_SUBORDINATOR || (next == TAG_ADVERB && k + 2 == i);
    }
    return false;
}

/* Has the clause a finite verb already? One of saying is left out of account: its complement needs another. */
bool has_finite_before(const struct analysis *a, int32_t i) {
    for (int32_t k = i - 1; k >= 0; k--) {
        uint8_t t = a->tag[k];
        if (t == TAG_VERB_PRESENT || t == TAG_VERB_PAST)
            return !(verb_usage(a, k) & USAGE_SAYS) || has_preposition(a, k, i);
        if (t == TAG_BE || t == TAG_HAVE || t == TAG_MODAL || t == TAG_DO) return true;
        if (t == TAG_PUNCTUATION || t == TAG_SUBORDINATOR || t == TAG_RELATIVE || t == TAG_COORDINATOR) return false;
    }
    return false;
}

/* "Said | the ban": a verb that takes a clause without "that", and what can only be the subject of one. */
bool opens_complement(const struct analysis *a, int32_t k) {
    return finite_tag_at(a, k) && verb_usage(a, k) & USAGE_SAYS && !(verb_usage(a, k) & USAGE_TELLS) && group_begins(a, k + 1);
}

/* Counting clauses opened against finite verbs met: is a subject before i still without its verb? */
bool subject_waits(const struct analysis *a, int32_t i) {
    int32_t owed = 1;
    for (int32_t k = 0; k < i; k++) {
        uint8_t t = a->tag[k];
        if (t == TAG_RELATIVE || t == TAG_SUBORDINATOR || opens_complement(a, k)) owed++;
        if (finite_tag_at(a, k) && !finite_tag_at(a, k - 1)) owed--;
    }
    return owed > 0;
}

bool is_year(const struct analysis *a, int32_t i) {
    struct text t = a->tokens[i].word->text;
    if (a->tag[i] != TAG_NUMBER || t.length != 4 || (t.bytes[0] != '1' && t.bytes[0] != '2')) return false;
    return ascii_digit(t.bytes[1]) && ascii_digit(t.bytes[2]) && ascii_digit(t.bytes[3]);
}

bool breaks(const struct analysis *a, int32_t i) {
    uint8_t t = a->tag[i];
    return t == TAG_NONE || t == TAG_PUNCTUATION || t == TAG_COORDINATOR || t == TAG_SUBORDINATOR || t == TAG_RELATIVE;
}

/* The first token of the noun group, owners included, that ends before i. */
int32_t group_start(const struct analysis *a, int32_t i) {
    while (i > 0 &&
           (tag_is_noun(a->tag[i - 1]) || a->tag[i - 1] == TAG_ADJECTIVE || a->tag[i - 1] == TAG_NUMBER ||
            a->tag[i - 1] == TAG_DETERMINER || a->tag[i - 1] == TAG_POSSESSIVE || a->tag[i - 1] == TAG_GENITIVE))
        i--;
    return i;
}

/* One thing does what many do: "his country | take", which only the bare form can be. */
bool is_bid(const struct analysis *a, int32_t that, int32_t i) {
    int32_t left = left_of(a, i), before = left_of(a, that);
    if (before < 0 || !is_word(a, that, WORD_THAT) || left <= that || !(a->usage[before] & USAGE_BIDS)) return false;
    bool one = (tag_is_noun(a->tag[left]) || a->can[left] & CLASS_NOUN) && !plural_before(a, left);
    bool several = a->tag[left] == TAG_NOUN && a->plural[left] && a->can[i] == CLASS_VERB && a->tag[i + 1] == TAG_PREPOSITION;
    return (one || several) && a->forms[i] & FORM_BASE && !(a->forms[i] & FORM_PAST) && a->tag[i] != TAG_NAME && group_start(a, i) == that + 1 &&
           (a->can[i] == CLASS_VERB || group_begins(a, i + 1) || a->likely[i] == CLASS_VERB || a->usage[i + 1] & USAGE_PARTICLE) && !verb_follows(a, right_of(a, i));
}

/* "Those who saw it | say", "the man who saw it | says": the head stands before the relative clause, which has its verb. */
static bool head_agrees(const struct analysis *a, int32_t head, uint8_t forms) {
    if (head < 0 || !(tag_is_noun(a->tag[head]) || a->tag[head] == TAG_PRONOUN || a->tag[head] == TAG_NUMBER)) return false;
    bool several = plural_before(a, head) || is_word(a, head, WORD_THOSE) || is_word(a, head, WORD_MANY) || is_word(a, head, WORD_FEW) || is_word(a, head, WORD_SOME);
    return forms & (several ? FORM_BASE : FORM_S);
}

bool waiting_says(const struct analysis *a, int32_t i) {
    bool finite = false;
    if (!(verb_usage(a, i) & USAGE_REPORT) || !is_word(a, right_of(a, i), WORD_THAT) || verb_follows(a, right_of(a, i) + 1)) return false;
    for (int32_t k = i - 1; k > 0; k--) {
        if (a->tag[k] == TAG_RELATIVE) return finite && !is_word(a, k, WORD_THAT) && head_agrees(a, k - 1, a->forms[i]);
        if (breaks(a, k)) return false;
        finite |= finite_tag_at(a, k);
    }
    return false;
}

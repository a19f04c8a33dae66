/* Words of open classes: what the words before lead to expect, and what the next word can be, choose among what the
 * word itself can be. In the spirit of Brill 1992, with the rules written as code. */
#include "clause/context.h"

/* Within a noun group: head or premodifier. */
static uint8_t in_noun_group(const struct analysis *a, int32_t i) {
    int32_t right = right_of(a, i);
    bool attribute = a->forms[i] & FORM_PARTICIPLE && mark_at(a, i + 1) == ',' && i > 0 && a->tag[i - 1] == TAG_DETERMINER;
    if (attribute && a->forms[i + 2] & FORM_PARTICIPLE && a->can[i + 3] & CLASS_NOUN && !group_begins(a, i + 3)) return TAG_ADJECTIVE;
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
        if (group_begins(a, i + 1) || !noun || a->tag[i + 1] == TAG_TO || is_word(a, i + 1, WORD_THAT))
            return TAG_VERB_ING;
        if (a->tag[i + 1] == TAG_PARTICLE || a->tag[i + 1] == TAG_ADVERB) return TAG_VERB_ING;
        if (a->likely[i] == CLASS_VERB && noun_like(a, i + 1)) return TAG_VERB_ING;
        return noun ? TAG_NOUN : TAG_VERB_ING;
    }
    return in_noun_group(a, i);
}

/* "Four in ten thought she had": behind a number above one stands no singular. */
static bool counts_doers(const struct analysis *a, int32_t number, int32_t i) {
    uint8_t next = a->tag[i + 1];
    bool begins = next == TAG_NAME || next == TAG_PRONOUN || next == TAG_DETERMINER || is_word(a, i + 1, WORD_THAT);
    return begins && a->forms[i] & FORM_PAST && !a->plural[i] && !is_word(a, number, WORD_ONE);
}

/* "Rather than | reject it, he …" */
static bool rather_than(const struct analysis *a, int32_t i) {
    if (i < 2 || !is_word(a, i - 1, WORD_THAN) || !is_word(a, i - 2, WORD_RATHER) || !(a->forms[i] & FORM_BASE)) return false;
    return a->can[i] == CLASS_VERB || group_begins(a, i + 1);
}

static uint8_t noun_expected(const struct analysis *a, int32_t i) {
    int32_t left = left_of(a, i);
    if (rather_than(a, i)) return TAG_VERB_BASE;
    if (a->tag[left] == TAG_PREPOSITION) return after_preposition(a, i);
    bool no_one = a->tag[left] == TAG_NUMBER && left > 0 && text_equal(a->tokens[left].word->text, TEXT("one")) &&
                  text_equal(a->tokens[left - 1].word->text, TEXT("no"));
    if (no_one && a->forms[i] & FORM_ING) return TAG_VERB_ING;
    if (a->tag[left] == TAG_NUMBER && a->forms[i] & FORM_PAST && !(a->can[i] & CLASS_NOUN)) {
        return noun_like(a, i + 1) ? TAG_ADJECTIVE : TAG_VERB_PAST;
    }
    if (a->tag[left] == TAG_NUMBER && counts_doers(a, left, i)) return TAG_VERB_PAST;
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
    case WORD_ABOUT:
    case WORD_WITH:
    case WORD_THAT:
    case WORD_TO:
    case WORD_OF:
    case WORD_OVER:
        return true;
    default:
        return false;
    }
}

/* Does the noun at i name a person or an animal? */
static bool lives(const struct analysis *a, int32_t i) {
    if (i < 0) return false;
    struct text form = a->tokens[i].word->text;
    if (a->tag[i] == TAG_PRONOUN)
        return text_ends(form, TEXT("one")) || text_ends(form, TEXT("body")) || subject_pronoun(a, i);
    const struct word *w = tag_is_noun(a->tag[i]) ? a->tokens[i].word : NULL;
    return w && w->noun && word_is(w->noun, NOUN_LIVES);
}

static uint8_t after_be(const struct analysis *a, int32_t i) {
    uint8_t can = a->can[i], forms = a->forms[i];
    if (forms & FORM_PARTICIPLE) {
        if (a->likely[i] == CLASS_ADJECTIVE && describes(a, i)) return TAG_ADJECTIVE;
        if (!(forms & FORM_BASE) || !noun_like(a, i + 1)) return TAG_VERB_PARTICIPLE;
    }
    if (forms & FORM_ING) {
        if (a->likely[i] == CLASS_ADJECTIVE && !group_begins(a, i + 1)) return TAG_ADJECTIVE;
        if (lives(a, left_of(a, left_of(a, i)))) return TAG_VERB_ING; /* "the woman is dancing" */
        return can & CLASS_NOUN && a->likely[i] == CLASS_NOUN && !group_begins(a, i + 1) &&
                       a->tag[i + 1] != TAG_PREPOSITION
                   ? TAG_NOUN
                   : TAG_VERB_ING;
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
    case TAG_TO:
    case TAG_SUBORDINATOR:
    case TAG_QUESTION_WORD:
    case TAG_RELATIVE:
    case TAG_PARTICLE:
        return true;
    case TAG_ADJECTIVE:
        return noun_like(a, i + 1);
    default:
        return false;
    }
}

/* Did a conjunction, or "said" with a subject behind it, open a clause that has no verb yet, and is none in sight? Then
 * this must be it ("if talks stall,", "said the ban on parking remains in force"). */
static bool verb_owed(const struct analysis *a, int32_t i) {
    int32_t k = i - 1;
    while (k >= 0 && k > i - 12 && !tag_is_verb(a->tag[k]) && a->tag[k] != TAG_PUNCTUATION &&
           a->tag[k] != TAG_SUBORDINATOR)
        k--;
    if (k < 0 || (a->tag[k] != TAG_SUBORDINATOR && !opens_complement(a, k))) return false;
    for (k = i + 1; k < a->count && k < i + 12; k++) {
        if (verb_follows(a, k)) return false;
        if (a->tag[k] == TAG_PUNCTUATION || a->tag[k] == TAG_SUBORDINATOR || a->tag[k] == TAG_COORDINATOR) return true;
        if (a->can[k] & CLASS_VERB && a->forms[k] & (FORM_BASE | FORM_S | FORM_PAST)) return false;
    }
    return true;
}

/* "after Brandt beat Kemp", "as the Hawks cut the lead": a subject behind the conjunction, an object behind the verb. */
static bool clause_after(const struct analysis *a, int32_t i) {
    if (!(a->forms[i] & FORM_PAST) || !group_begins(a, i + 1)) return false;
    switch (word_at(a, group_start(a, i) - 1)) {
    case WORD_AFTER:
    case WORD_BEFORE:
    case WORD_SINCE:
    case WORD_UNTIL:
    case WORD_AS:
        return true;
    default:
        return false;
    }
}

/* "the Arwa rebels accepted a truce": the next word can only be the verb, so this one is its subject. */
static bool past_verb_follows(const struct analysis *a, int32_t i) {
    if (!a->plural[i] || !(a->forms[i + 1] & FORM_PAST) || a->forms[i + 1] & FORM_BASE) return false;
    uint8_t next = a->tag[i + 2];
    return next == TAG_DETERMINER || next == TAG_POSSESSIVE || next == TAG_PREPOSITION || next == TAG_PARTICLE || next == TAG_TO;
}

/* "Calder Athletic face Stainby": a side is many, and without this verb the sentence has none. */
static bool side_plays(const struct analysis *a, int32_t i) {
    if (!(a->forms[i] & FORM_BASE) || a->tag[i - 1] != TAG_NAME || !a->capitals_speak || a->headline) return false;
    uint8_t next = a->tag[i + 1];
    if (next != TAG_NAME && next != TAG_DETERMINER && next != TAG_POSSESSIVE) return false;
    for (int32_t k = i + 1; k < a->count && !breaks(a, k); k++)
        if (verb_follows(a, k) || finite_tag_at(a, k) || (a->tag[k - 1] == TAG_NAME && a->forms[k] & FORM_S)) return false;
    return true;
}

/* "Ukrainian soldiers today hold", "engineers at the ministry said": people, and the verb is still to come. */
static bool people_act(const struct analysis *a, int32_t i) {
    enum { NEAR = 6 };
    const struct word *w = a->tokens[i].word;
    bool people = a->plural[i] && a->likely[i] == CLASS_NOUN && w->noun && word_is(w->noun, NOUN_LIVES);
    if (!people || !(a->forms[i] & FORM_S)) return false;
    int32_t k = right_of(a, i);
    if (a->can[k] & CLASS_VERB && a->forms[k] & (FORM_BASE | FORM_PAST) && !group_begins(a, k)) return true;
    for (; k <= i + NEAR && k < a->count && !breaks(a, k); k++)
        if (is_auxiliary(a->tag[k]) || (a->can[k] == CLASS_VERB && a->forms[k] & FORM_PAST && a->tag[k - 1] != TAG_DETERMINER)) return true;
    return false;
}

/* "Peace hopes fade", "Moscow talks yield little": a noun for many things, and behind it what they do. */
static bool fades_behind(const struct analysis *a, int32_t i) {
    if (!a->plural[i] || a->likely[i] != CLASS_NOUN || !(a->forms[i] & FORM_S)) return false;
    uint8_t next = a->tag[i + 2];
    bool ends = i + 2 >= a->count || (!tag_is_noun(next) && next != TAG_PREPOSITION && next != TAG_TO);
    return ends && a->forms[i + 1] & FORM_BASE && a->likely[i + 1] == CLASS_VERB && a->tag[i + 1] != TAG_NAME;
}

/* "several parts of the proposal remain": the head that the verb agrees with stands before a preposition. */
static bool plural_head_before(const struct analysis *a, int32_t i) {
    for (int32_t k = i; k >= 0 && k > i - 8; k--) {
        if (tag_is_verb(a->tag[k]) || a->tag[k] == TAG_PUNCTUATION) return false;
        if (a->plural[k] && a->tag[k] == TAG_NOUN && a->tag[k + 1] == TAG_PREPOSITION) return true;
        if (is_word(a, k, WORD_THOSE) && a->tag[k] == TAG_PRONOUN) return true; /* "those close to him | say" */
    }
    return false;
}

/* "A halt where the armies stand | has been", "the points the mayor lists | are": of two verbs the one of the inner clause. */
static bool inner_verb(const struct analysis *a, int32_t i) {
    int32_t start = group_start(a, i);
    if (start < 2 || start >= i - 1 || (a->tag[start] != TAG_DETERMINER && a->tag[start] != TAG_POSSESSIVE) || !tag_is_noun(a->tag[i - 1])) return false;
    bool several = plural_before(a, i - 1) && a->forms[i] & FORM_BASE && !a->plural[i];
    return several && a->tag[start - 1] == TAG_RELATIVE && verb_follows(a, i + 1);
}

/* "What Putin wants | is land", "what the council says | was true" */
static bool wants_told(const struct analysis *a, int32_t i) {
    int32_t start = group_start(a, i);
    if (start < 1 || start >= i || !is_word(a, start - 1, WORD_WHAT) || a->tag[i + 1] != TAG_BE || !(a->forms[i] & FORM_S)) return false;
    bool one = tag_is_noun(a->tag[i - 1]) && !plural_before(a, i - 1);
    return one && (a->tag[start] == TAG_DETERMINER || a->tag[start] == TAG_POSSESSIVE || a->tag[i - 1] == TAG_NAME);
}

/* "The path from U.S. talks to Moscow briefings showed": many, led by a preposition, and the verb is still to come. */
static bool leads_elsewhere(const struct analysis *a, int32_t i) {
    int32_t start = group_start(a, i);
    if (!a->plural[i] || !(a->forms[i] & FORM_S) || start < 2 || a->tag[start - 1] != TAG_PREPOSITION || !tag_is_noun(a->tag[start - 2])) return false;
    for (int32_t k = i + 1; k < a->count && !breaks(a, k); k++)
        if (is_auxiliary(a->tag[k]) || (a->can[k] == CLASS_VERB && a->forms[k] & FORM_PAST)) return true;
    return false;
}

/* "Kremlin talks stall", "Trump backs plan", "officials plan to …": noun or verb after a noun. */
static uint8_t noun_or_verb(const struct analysis *a, int32_t i) {
    int32_t right = right_of(a, i), left = left_of(a, i);
    bool past = a->forms[i] & FORM_PAST && !(a->forms[i] & FORM_BASE);
    if (past || clause_after(a, i)) return finite_tag(a, i);
    if (past_verb_follows(a, i) || people_act(a, i) || fades_behind(a, i)) return TAG_NOUN;
    if (leads_elsewhere(a, i)) return TAG_NOUN;
    bool result = a->can[i] & CLASS_ADJECTIVE && a->likely[i] == CLASS_ADJECTIVE && has_verb_before(a, i);
    if (result && !noun_like(a, right) && !group_begins(a, right)) return TAG_ADJECTIVE; /* "kept the pool open" */
    bool says = verb_usage(a, i) & USAGE_REPORT && is_word(a, right, WORD_THAT) && plural_head_before(a, left);
    bool agrees = a->forms[i] & FORM_PAST || (says && a->forms[i] & FORM_BASE) || (a->forms[i] & FORM_S ? !a->plural[left] : plural_before(a, left));
    bool likely = a->likely[i] == CLASS_VERB;
    if (inner_verb(a, i) || wants_told(a, i)) return TAG_VERB_PRESENT;
    if (verb_follows(a, right) || a->tag[right] == TAG_GENITIVE) return TAG_NOUN;
    if (agrees && ((left != i - 1 && a->tag[i - 1] == TAG_ADVERB) || verb_owed(a, i))) return finite_tag(a, i);
    if (!agrees && !has_finite_before(a, i) && side_plays(a, i)) return TAG_VERB_PRESENT;
    if (!agrees || has_finite_before(a, i) || noun_usage(a, i) & USAGE_PERSON) return TAG_NOUN;
    if (is_word(a, right, WORD_THAT) && !(verb_usage(a, i) & USAGE_REPORT)) return TAG_NOUN;
    if (has_verb_before(a, i) && !group_begins(a, right)) return TAG_NOUN;
    if (complement_begins(a, right)) return finite_tag(a, i);
    if (a->forms[i] & FORM_S && a->tag[left] == TAG_NAME && a->capitals_speak)
        return likely || noun_like(a, right) ? TAG_VERB_PRESENT : TAG_NOUN;
    bool object = a->headline || a->plural[right] || a->tag[right] == TAG_NAME || a->tag[right] == TAG_ADJECTIVE;
    if (noun_like(a, right) && a->forms[i] & FORM_S && object) return finite_tag(a, i);
    if (noun_like(a, right) && a->forms[i] & FORM_PAST && !a->headline) return finite_tag(a, i);
    return likely ? finite_tag(a, i) : TAG_NOUN;
}

/* "There is no man drawing": of a living thing that there is, the word tells what it does. */
static bool told_of(const struct analysis *a, int32_t i) {
    int32_t k = i - 1;
    while (k > 0 && (tag_is_noun(a->tag[k]) || a->tag[k] == TAG_ADJECTIVE || a->tag[k] == TAG_DETERMINER)) k--;
    return k > 0 && k < i - 1 && a->tag[k] == TAG_BE && a->tag[k - 1] == TAG_THERE && lives(a, i - 1);
}

/* "Chief operating officer", "chief planning inspector" */
static bool within_title(const struct analysis *a, int32_t i) {
    int32_t left = left_of(a, i);
    return left == i - 1 && text_equal(a->tokens[left].word->text, TEXT("chief")) && noun_like(a, i + 1) && !group_begins(a, i + 1);
}

/* "People close to the talks" */
static bool close_to(const struct analysis *a, int32_t i) {
    if (!is_word(a, i + 1, WORD_TO) || a->forms[i] != FORM_BASE || !(a->can[i] & CLASS_ADJECTIVE)) return false;
    return text_equal(a->tokens[i].word->text, TEXT("close")) && (group_begins(a, i + 2) || a->tag[i + 2] == TAG_NAME);
}

/* "Would make Russia | stop", "let the mayor | decide": the bare form behind whom such a verb is done to. */
static bool bare_behind(const struct analysis *a, int32_t i) {
    int32_t start = group_start(a, i), verb = left_of(a, start), right = right_of(a, i);
    if (!(a->forms[i] & FORM_BASE) || a->plural[i] || start >= i || verb < 0 || !tag_is_verb(a->tag[verb])) return false;
    bool whom = a->tag[i - 1] == TAG_NAME || a->tag[start] == TAG_DETERMINER || a->tag[start] == TAG_POSSESSIVE;
    if (!(verb_usage(a, verb) & USAGE_BARE) || !whom || verb_follows(a, right)) return false;
    return a->can[i] == CLASS_VERB || a->likely[i] == CLASS_VERB || (group_begins(a, right) && a->tag[right] != TAG_NAME);
}

static uint8_t after_noun(const struct analysis *a, int32_t i) {
    if (a->usage[left_of(a, i)] & USAGE_MONTH && noun_usage(a, i) & USAGE_TIME) return TAG_NOUN; /* "Monday evening" */
    uint8_t can = a->can[i], forms = a->forms[i];
    bool office = can & CLASS_NOUN && noun_usage(a, i) & USAGE_PERSON && a->tag[left_of(a, i)] == TAG_NAME; /* "the Kremlin | chief | said" */
    if (office && a->tag[i] == TAG_ADJECTIVE && !noun_like(a, i + 1)) return TAG_NOUN;
    if (!(can & CLASS_VERB)) return a->tag[i];
    if (waiting_says(a, i)) return TAG_VERB_PRESENT;
    if (is_bid(a, group_start(a, i) - 1, i)) return finite_tag(a, i);
    if (close_to(a, i)) return TAG_ADJECTIVE;
    bool by = is_word(a, i + 1, WORD_BY) && a->tag[i + 2] != TAG_NUMBER && a->tag[i + 2] != TAG_VERB_ING && !(a->forms[i + 2] & FORM_ING);
    if (by && forms & FORM_PARTICIPLE && forms & FORM_BASE && can & CLASS_NOUN) return TAG_VERB_PARTICIPLE; /* "the lines set by Kyiv" */
    if (bare_behind(a, i)) return TAG_VERB_BASE;
    if (forms & FORM_ING) {
        if (within_title(a, i)) return TAG_ADJECTIVE;
        if (!(can & CLASS_NOUN) || group_begins(a, i + 1) || told_of(a, i)) return TAG_VERB_ING;
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

/* May a base verb follow the "and" at i? Only after "to X", "will X" or a plural subject's verb. */
static bool base_joins(const struct analysis *a, int32_t i) {
    for (int32_t k = i - 1; k >= 0; k--) {
        uint8_t t = a->tag[k];
        if (t == TAG_VERB_BASE || t == TAG_VERB_PRESENT || t == TAG_MODAL) return true;
        if (t == TAG_VERB_PAST || t == TAG_VERB_ING || t == TAG_VERB_PARTICIPLE || t == TAG_SUBORDINATOR) return false;
    }
    return false;
}

/* "The revised, shortened version" */
static bool is_second_attribute(const struct analysis *a, int32_t i) {
    if (i < 3 || mark_at(a, i - 1) != ',' || a->tag[i - 2] != TAG_ADJECTIVE || a->tag[i - 3] != TAG_DETERMINER) return false;
    return (a->forms[i] & FORM_PARTICIPLE || a->can[i] & CLASS_ADJECTIVE) && noun_like(a, i + 1) && !group_begins(a, i + 1);
}

static uint8_t at_start(const struct analysis *a, int32_t i) {
    uint8_t can = a->can[i], forms = a->forms[i];
    int32_t left = left_of(a, i);
    if (!(can & CLASS_VERB)) return a->tag[i];
    if (people_act(a, i)) return TAG_NOUN;
    if (rather_than(a, i)) return TAG_VERB_BASE;
    if (can & CLASS_ADJECTIVE && noun_like(a, i + 1) && a->likely[i] == CLASS_ADJECTIVE) return TAG_ADJECTIVE;
    if (is_second_attribute(a, i)) return TAG_ADJECTIVE;
    if (left >= 0 && mark_at(a, left) == ',' && can & CLASS_ADJECTIVE && forms == FORM_BASE && a->tag[i + 1] == TAG_NAME) return TAG_ADJECTIVE; /* ", top U.S. officials met" */
    if (forms & FORM_ING) {
        if (group_begins(a, i + 1) || !(can & CLASS_NOUN) || is_word(a, i + 1, WORD_THAT)) return TAG_VERB_ING;
        if (left >= 0 && mark_at(a, left) == ',' && a->tag[i + 1] == TAG_PREPOSITION) return TAG_VERB_ING;
        return a->likely[i] == CLASS_NOUN || verb_follows(a, i + 1) ? TAG_NOUN : TAG_VERB_ING;
    }
    if (forms & FORM_PAST) {
        if (left < 0 || a->tag[left] == TAG_SUBORDINATOR)
            return noun_like(a, i + 1) && !group_begins(a, i + 1) ? TAG_ADJECTIVE : TAG_VERB_PARTICIPLE;
        return a->likely[i] == CLASS_NOUN && !group_begins(a, i + 1) ? TAG_NOUN : TAG_VERB_PAST;
    }
    if (can & CLASS_NOUN && is_auxiliary(a->tag[i + 1]) && a->plural[i]) return TAG_NOUN; /* ", hopes are low" */
    if (can & CLASS_NOUN && forms & FORM_S && left == i - 1 && mark_at(a, left) == ',' && subject_waits(a, i))
        return TAG_VERB_PRESENT;
    if (left >= 0 && mark_at(a, left) == ',' && forms & FORM_BASE && verb_usage(a, i) & USAGE_SAYS)
        return TAG_VERB_PRESENT;
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
    bool event = can & CLASS_NOUN && !(verb_usage(a, left_of(a, i)) & USAGE_ING) &&
                 (a->tag[i + 1] == TAG_PREPOSITION || a->tag[i + 1] == TAG_PUNCTUATION);
    if (forms & FORM_ING && !event && !(can & CLASS_NOUN && a->likely[i] == CLASS_NOUN))
        return noun_like(a, i + 1) && can & CLASS_ADJECTIVE ? TAG_ADJECTIVE : TAG_VERB_ING;
    if (can & (CLASS_NOUN | CLASS_ADJECTIVE)) {
        if (a->likely[i] == CLASS_ADVERB)
            return noun_like(a, i + 1) && can & CLASS_ADJECTIVE ? TAG_ADJECTIVE : TAG_ADVERB;
        return in_noun_group(a, i);
    }
    if (forms & FORM_PARTICIPLE) return noun_like(a, i + 1) ? TAG_ADJECTIVE : TAG_VERB_PARTICIPLE;
    return a->tag[i];
}

static uint8_t open_tag(const struct analysis *a, int32_t i) {
    switch (expect_at(a, i)) {
    case EXPECT_NOUN:
        return noun_expected(a, i);
    case EXPECT_BASE:
        return base_expected(a, i);
    case EXPECT_PARTICIPLE:
        return after_have(a, i);
    case EXPECT_PREDICATE:
        return after_be(a, i);
    case EXPECT_FINITE:
        return finite_expected(a, i);
    case EXPECT_VERB:
        return after_noun(a, i);
    case EXPECT_START:
        return at_start(a, i);
    case EXPECT_OBJECT:
        return after_verb(a, i);
    default:
        return a->tag[i];
    }
}

/* Adjective or adverb, adjective or noun: by what follows. */
static uint8_t modifier_tag(const struct analysis *a, int32_t i, uint8_t tag) {
    uint8_t can = a->can[i];
    if (tag == TAG_ADVERB && can & CLASS_ADJECTIVE) {
        enum expect e = expect_at(a, i);
        if ((e == EXPECT_NOUN || e == EXPECT_START || e == EXPECT_OBJECT) && noun_like(a, i + 1)) return TAG_ADJECTIVE;
    }
    if (tag == TAG_ADJECTIVE && can & CLASS_ADVERB && tag_is_noun(a->tag[i - 1]))
        return can & CLASS_NOUN && a->tag[i + 1] == TAG_NAME ? TAG_NOUN : TAG_ADVERB; /* "search firm Quanta" */
    if (tag == TAG_NOUN && can & CLASS_ADJECTIVE && a->likely[i] == CLASS_ADJECTIVE && noun_like(a, i + 1))
        return TAG_ADJECTIVE;
    return tag;
}

/* A common word at the start of a sentence that is a name by what follows: "Hall, who …", "Rose said". */
static bool names_itself(const struct analysis *a) {
    if (!a->capitals_speak || !(a->tokens[0].flags & TOKEN_CAPITAL)) return false;
    if (mark_at(a, 1) == ',' && a->tag[2] == TAG_NUMBER && mark_at(a, 3) == ',') return true; /* "Hall, 54," */
    if (a->tag[1] == TAG_GENITIVE && a->likely[0] != CLASS_NOUN) return true; /* "Hale's deputy" */
    bool verb = a->can[1] == CLASS_VERB && a->forms[1] & (FORM_PAST | FORM_S);
    if (a->likely[0] == CLASS_ADJECTIVE && verb && !a->forms[0]) return true; /* "White resigned" */
    if (a->plural[0] || a->can[0] != CLASS_NOUN) return false;
    if (a->tag[1] == TAG_NUMBER && a->tokens[1].word->text.length <= 2 && ascii_digit(a->tokens[1].word->text.bytes[0]))
        return verb_follows(a, 2) || (a->can[2] & CLASS_VERB && a->forms[2] & (FORM_S | FORM_PAST)); /* "Fulmar 1 failed" */
    if (mark_at(a, 1) == ',')
        return a->tag[2] == TAG_DETERMINER || is_word(a, 2, WORD_WHO) || is_word(a, 2, WORD_WHOSE);
    return is_word(a, 1, WORD_SAID);
}

/* "Smoking increases the risk": what is done is the subject. */
static bool deed_acts(const struct analysis *a) {
    if (!(a->forms[0] & FORM_ING) || !(a->can[0] & CLASS_NOUN) || !(a->forms[1] & FORM_S)) return false;
    return a->tag[2] == TAG_DETERMINER || a->tag[2] == TAG_POSSESSIVE;
}

/* "The 23-year-old beat Novak": who is so old, not the age of what follows. */
static bool is_somebody(const struct analysis *a, int32_t i) {
    const struct word *w = a->tokens[i].word;
    if (!(w->bits & IS_JOINED) || w->parts.count < 3 || !text_ends(w->text, TEXT("-old")) || a->tag[i - 1] != TAG_DETERMINER) return false;
    uint8_t next = a->tag[i + 1];
    if (is_auxiliary(next) || next == TAG_PUNCTUATION || next == TAG_RELATIVE) return true;
    return a->can[i + 1] & CLASS_VERB && a->forms[i + 1] & (FORM_PAST | FORM_S) && a->tag[i + 2] != TAG_NOUN;
}

/* "Those close to him", "those present at the talks" */
static bool tells_those(const struct analysis *a, int32_t i) {
    if (i < 1 || !is_word(a, i - 1, WORD_THOSE) || a->tag[i - 1] != TAG_PRONOUN || !(a->can[i] & CLASS_ADJECTIVE)) return false;
    return a->tag[i + 1] == TAG_PREPOSITION || is_word(a, i + 1, WORD_TO);
}

void settle_open(struct analysis *a, int32_t i) {
    uint8_t tag = a->tag[i];
    if (tag == TAG_NAME) return;
    if (tells_those(a, i)) {
        a->tag[i] = TAG_ADJECTIVE;
        return;
    }
    if (is_somebody(a, i)) {
        a->tag[i] = TAG_NOUN;
        return;
    }
    if (is_word(a, i, WORD_LONGER) && is_word(a, i - 1, WORD_NO)) {
        a->tag[i] = TAG_NEGATION;
        return;
    }
    if (is_word(a, i, WORD_SET) && is_word(a, i + 1, WORD_TO) &&
        tag_is_noun(a->tag[left_of(a, i)])) { /* "talks set to resume" */
        a->tag[i] = TAG_VERB_PARTICIPLE;
        return;
    }
    if (i == 0 && names_itself(a)) {
        a->tag[i] = TAG_NAME;
        return;
    }
    if (i == 0 && deed_acts(a)) {
        a->tag[i] = TAG_NOUN;
        return;
    }
    uint8_t can = a->can[i];
    if (can & CLASS_VERB || (can & CLASS_NOUN && can != CLASS_NOUN)) tag = open_tag(a, i);
    a->tag[i] = modifier_tag(a, i, tag);
}

/* Past tense or participle: "the plan rejected by Kyiv" against "Kyiv rejected the plan". */
#include "clause/context.h"

/* Does another finite verb follow before the next break, without a subject of its own? */
static bool finite_after(const struct analysis *a, int32_t i) {
    for (int32_t k = i + 1; k < a->count; k++) {
        uint8_t t = a->tag[k];
        if (t == TAG_PUNCTUATION || t == TAG_COORDINATOR || t == TAG_SUBORDINATOR || t == TAG_RELATIVE || t == TAG_TO ||
            t == TAG_QUESTION_WORD || is_word(a, k, WORD_AS) || is_word(a, k, WORD_AFTER) || is_word(a, k, WORD_BEFORE))
            return false;
        if (a->tag[k] == TAG_VERB_ING && tag_is_noun(a->tag[k - 1])) return false; /* "spent hours in Moscow discussing …" */
        bool within = a->tag[k] == TAG_VERB_PAST && a->forms[k] & FORM_PARTICIPLE && is_word(a, group_start(a, k) - 1, WORD_WITH); /* "with Roe involved" */
        if (within) continue;
        if (finite_tag_at(a, k)) return !subject_pronoun(a, k - 1) && !(is_word(a, k - 1, WORD_IT) && a->tag[k - 2] != TAG_PREPOSITION);
    }
    return false;
}

/* "A man accused of theft and arson | was freed": a verb that asks for an object and has none, and further on, also behind
 * an "and", one that is finite. */
static bool lacks_object(const struct analysis *a, int32_t i) {
    static const struct text forms[] = {{"accused", 7}, {"acquitted", 9}, {"arrested", 8}, {"blamed", 6}, {"charged", 7}, {"convicted", 9},
                                        {"designed", 8}, {"detained", 8}, {"diagnosed", 9}, {"displaced", 9}, {"equipped", 8}, {"imprisoned", 10},
                                        {"infected", 8}, {"injured", 7}, {"jailed", 6}, {"killed", 6}, {"owned", 5}, {"rescued", 7},
                                        {"sentenced", 9}, {"suspected", 9}, {"trapped", 7}, {"treated", 7}, {"used", 4}, {"wounded", 7}};
    bool listed = false;
    for (size_t k = 0; k < sizeof forms / sizeof *forms && !listed; k++) listed = text_equal(a->tokens[i].word->text, forms[k]);
    if (!listed || a->tag[i + 1] != TAG_PREPOSITION || has_finite_before(a, i)) return false;
    for (int32_t k = i + 2; k < a->count && (!breaks(a, k) || a->tag[k] == TAG_COORDINATOR); k++)
        if (finite_tag_at(a, k)) return true;
    return false;
}

/* Does the noun group that ends before i hang from a preposition that starts the clause, or follows a verb? Then it is
 * no subject ("according to a memo posted online"). */
static bool only_object(const struct analysis *a, int32_t i) {
    int32_t start = group_start(a, i), k = start - 1;
    if (start < i - 1 && a->usage[start] & USAGE_MONTH) return false; /* "in March Labour voted for it" */
    if (k >= 0 && a->tag[k] == TAG_VERB_ING && a->tag[i + 1] != TAG_PREPOSITION)
        return verb_usage(a, k) & USAGE_COMPLEMENT; /* "leaving roads closed" */
    while (k > 0 && is_word(a, k, WORD_OF) && tag_is_noun(a->tag[k - 1])) k = group_start(a, k) - 1; /* "with the head of the board | removed" */
    for (int32_t lead = k; lead > 0 && a->tag[lead] == TAG_PREPOSITION; lead = group_start(a, lead) - 1) {
        if (text_equal(a->tokens[lead].word->text, TEXT("including"))) return true; /* "including all areas in four regions | seized" */
        if (!tag_is_noun(a->tag[lead - 1])) break;
    }
    if (k < 0 || a->tag[k] != TAG_PREPOSITION) return false;
    return tag_is_verb(a->tag[k - 1]) || (breaks(a, k - 1) && a->tag[k - 1] != TAG_RELATIVE);
}

/* "An app used in schools | handed them over": behind a participle the only verb that can be the sentence's own. */
static bool only_verb_left(const struct analysis *a, int32_t i) {
    bool participle = false;
    for (int32_t k = 0; k < a->count; k++) {
        if (k != i && (finite_tag_at(a, k) || a->tag[k] == TAG_VERB_BASE)) return false;
        participle |= k < i && k > 0 && a->tag[k] == TAG_VERB_PARTICIPLE && tag_is_noun(a->tag[k - 1]);
    }
    return participle && !a->headline;
}

/* "that Kyiv rejected": the group before i stands right after a relative pronoun. */
static bool relative_subject(const struct analysis *a, int32_t i) {
    int32_t k = group_start(a, i) - 1;
    return k >= 0 && (a->tag[k] == TAG_RELATIVE || a->tag[k] == TAG_QUESTION_WORD ||
                      (a->tag[k] == TAG_SUBORDINATOR && k < i - 1));
}

/* "the plan Putin rejected": a name right after a common noun for a thing is the subject of a relative clause. */
static bool contact_subject(const struct analysis *a, int32_t i) {
    int32_t k = i - 1;
    while (k > 0 && a->tag[k] == TAG_NAME) k--;
    return a->capitals_speak && k < i - 1 && a->tag[k] == TAG_NOUN && !(a->tokens[k].flags & TOKEN_CAPITAL) &&
           !(noun_usage(a, k) & USAGE_PERSON);
}

/* "the budget the council passed": so is a definite group right after one, where no verb takes two objects. */
static bool contact_group(const struct analysis *a, int32_t i) {
    int32_t start = i - 1;
    while (start > 0 && (tag_is_noun(a->tag[start]) || a->tag[start] == TAG_ADJECTIVE)) start--;
    int32_t left = start - 1;
    if (left < 1 || start >= i - 1 || (a->tag[start] != TAG_DETERMINER && a->tag[start] != TAG_POSSESSIVE)) return false;
    if (a->tag[left] != TAG_NOUN || noun_usage(a, left) & (USAGE_PERSON | USAGE_TIME)) return false;
    for (int32_t k = left; k >= 0 && !breaks(a, k); k--)
        if (tag_is_verb(a->tag[k])) return !(verb_usage(a, k) & (USAGE_DITRANSITIVE | USAGE_COMPLEMENT | USAGE_NAMES));
    return true;
}

static bool time_follows(const struct analysis *a, int32_t i) {
    int32_t k = i + 1;
    while (k < i + 4 && (a->tag[k] == TAG_DETERMINER || a->tag[k] == TAG_ADJECTIVE || a->tag[k] == TAG_NUMBER)) k++;
    return k > i + 1 && noun_usage(a, k) & (USAGE_TIME | USAGE_MONTH) && (a->tag[k] == TAG_NOUN || a->tag[k] == TAG_NAME);
}

static bool participle_after_noun(const struct analysis *a, int32_t i) {
    if (is_word(a, i + 1, WORD_BY) && a->tag[i + 2] != TAG_NUMBER) return true;
    if (relative_subject(a, i) || contact_subject(a, i) || contact_group(a, i)) return false;
    if (verb_usage(a, i) & USAGE_NAMES && has_finite_before(a, i)) return true;
    if (time_follows(a, i) && only_object(a, i)) return true; /* "in an interview | broadcast the same day," */
    if (!time_follows(a, i) && (group_begins(a, i + 1) || noun_like(a, i + 1) || is_word(a, i + 1, WORD_THAT))) return false;
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
    if (!only_verb_left(a, i) && (only_object(a, i) || lacks_object(a, i))) return true;
    return finite_after(a, i) && !(verb_usage(a, i) & USAGE_REPORT);
}

/* ", approved in March, costs": does a second comma follow, and a verb right after it? */
static bool closes_later(const struct analysis *a, int32_t i) {
    while (++i < a->count && mark_at(a, i) != ',') {
        if (a->tag[i] == TAG_PUNCTUATION || finite_tag_at(a, i)) return false;
    }
    return verb_follows(a, i + 1) || (a->forms[i + 1] & FORM_S && a->can[i + 1] & CLASS_VERB);
}

/* "Gutted | last spring", "approved | on Monday", "raised | again": no object. */
static bool tells_when_or_how(const struct analysis *a, int32_t i) {
    if (a->tag[i] == TAG_PREPOSITION || a->tag[i] == TAG_ADVERB) return true;
    int32_t noun = a->tag[i] == TAG_ADJECTIVE || a->tag[i] == TAG_DETERMINER || a->tag[i] == TAG_NUMBER ? i + 1 : i;
    return noun_usage(a, noun) & (USAGE_TIME | USAGE_MONTH);
}

/* After a comma, a past form with a preposition is a participle when no subject waits: "the plan, drafted in May, …".
 */
void settle_comma(struct analysis *a, int32_t i) {
    if (a->tag[i] != TAG_VERB_PAST || !(a->forms[i] & FORM_PARTICIPLE) || mark_at(a, i - 1) != ',') return;
    bool by = is_word(a, i + 1, WORD_BY) && a->tag[i + 2] != TAG_NUMBER;
    bool closed = tells_when_or_how(a, i + 1) && closes_later(a, i);
    if (by || closed ||
        (a->tag[i + 1] == TAG_PREPOSITION && !(verb_usage(a, i) & USAGE_REPORT) && !subject_waits(a, i)))
        a->tag[i] = TAG_VERB_PARTICIPLE;
}

void settle_past(struct analysis *a, int32_t i) {
    if (a->tag[i] != TAG_VERB_PAST || !(a->forms[i] & FORM_PARTICIPLE)) return;
    enum expect e = expect_at(a, i);
    if (e == EXPECT_FINITE) return;
    if (e == EXPECT_PREDICATE || e == EXPECT_PARTICIPLE)
        a->tag[i] = TAG_VERB_PARTICIPLE;
    else if (e == EXPECT_VERB && participle_after_noun(a, i))
        a->tag[i] = TAG_VERB_PARTICIPLE;
}

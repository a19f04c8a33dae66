/* Contextual tagging, in one pass from left to right and a few small ones after it. */
#include "clause/context.h"

/* "As Norrland's foreign minister he | is to": what stands between "as" and the subject is no clause. */
static bool tells_role(const struct analysis *a, int32_t as) {
    int32_t k = as + 1;
    while (k < a->count && !breaks(a, k) && !subject_pronoun(a, k) && !finite_tag_at(a, k)) k++;
    bool role = k > as + 1 && tag_is_noun(a->tag[k - 1]) && subject_pronoun(a, k) && finite_tag_at(a, right_of(a, k));
    for (k++; role && k < a->count && !breaks(a, k); k++)
        if (finite_tag_at(a, k) && !finite_tag_at(a, k - 1) && tag_is_noun(a->tag[k - 1])) return false; /* "as the man he met | left" */
    return role && (as == 0 || a->tag[as - 1] == TAG_PUNCTUATION || a->tag[as - 1] == TAG_QUOTE || a->tag[as - 1] == TAG_COORDINATOR);
}

/* "Two walkers missing since Saturday's landslip | turned up", "a man wanted since 2019 | was held": the one finite verb there is
 * belongs to what stands in front. */
static bool owed_to_main(const struct analysis *a, int32_t i, int32_t verb) {
    bool subject = false, when = a->usage[i + 1] & USAGE_MONTH || noun_usage(a, i + 1) & USAGE_TIME || a->tag[i + 1] == TAG_NUMBER;
    for (int32_t k = 0; k < i; k++) {
        if (a->tag[k] == TAG_PUNCTUATION || finite_tag_at(a, k)) return false;
        subject |= tag_is_noun(a->tag[k]);
    }
    for (int32_t k = verb + 1; k < a->count && !breaks(a, k); k++)
        if (finite_tag_at(a, k)) return is_auxiliary(a->tag[verb]) && k == verb + 1;
    return subject && when;
}

/* "Ukrainian and European officials": the "and" of two attributes. */
static bool joins_attributes(const struct analysis *a, int32_t k) {
    if (a->tag[k] != TAG_COORDINATOR || !is_word(a, k, WORD_AND)) return false;
    uint8_t before = a->tag[k - 1], next = a->tag[k + 1];
    return (before == TAG_ADJECTIVE || before == TAG_NAME) && (next == TAG_ADJECTIVE || next == TAG_NAME) && tag_is_noun(a->tag[k + 2]);
}

/* "As part of a deal Kyiv would leave" */
static bool is_part_of(const struct analysis *a, int32_t as) {
    return is_word(a, as + 2, WORD_OF) && text_equal(a->tokens[as + 1].word->text, TEXT("part"));
}

/* "What they put before the king | was a plan": the verb is that of what they put. */
static bool ends_what(const struct analysis *a, int32_t before) {
    int32_t finite = 0, k = before + 1;
    if (a->tag[0] != TAG_QUESTION_WORD || !is_word(a, 0, WORD_WHAT) || a->tag[a->count - 1] == TAG_QUESTION_WORD) return false;
    for (int32_t t = 1; t < before; t++) {
        if (breaks(a, t) && a->tag[t] != TAG_COORDINATOR) return false;
        finite += finite_tag_at(a, t) && !finite_tag_at(a, t - 1);
    }
    while (k < a->count && !breaks(a, k) && !finite_tag_at(a, k)) k++;
    for (int32_t t = k + 1; t < a->count; t++)
        if (finite_tag_at(a, t) && !breaks(a, t)) return false;
    return finite == 1 && k > before + 1 && k < a->count && a->tag[k] == TAG_BE;
}

/* Once the verbs are known: do the words after "before", "after", "as" … make a clause? */
static void settle_before(struct analysis *a, int32_t i) {
    if (a->tag[i] != TAG_PREPOSITION && a->tag[i] != TAG_SUBORDINATOR) return;
    if (is_word(a, i, WORD_THAN) && a->tag[i + 1] == TAG_NUMBER) {
        a->tag[i] = TAG_PREPOSITION;
        return;
    }
    switch (word_at(a, i)) {
    case WORD_BEFORE:
    case WORD_AFTER:
    case WORD_SINCE:
    case WORD_UNTIL:
    case WORD_AS:
    case WORD_THAN:
        break;
    default:
        return;
    }
    if ((is_word(a, i, WORD_AS) && (tells_role(a, i) || is_part_of(a, i))) || ends_what(a, i)) {
        a->tag[i] = TAG_PREPOSITION;
        return;
    }
    bool subject = false;
    for (int32_t k = i + 1; k < a->count && (!breaks(a, k) || joins_attributes(a, k)) && !is_word(a, k, WORD_AFTER) && !is_word(a, k, WORD_BEFORE);
         k++) {
        if (is_auxiliary(a->tag[k]) && only_fronted(a, k)) break; /* "only after a debate | did they vote" */
        if (subject && finite_tag_at(a, k)) {
            a->tag[i] = owed_to_main(a, i, k) ? TAG_PREPOSITION : TAG_SUBORDINATOR;
            return;
        }
        if (tag_is_noun(a->tag[k]) || a->tag[k] == TAG_PRONOUN || (a->tag[k] == TAG_NUMBER && !is_year(a, k)) || a->tag[k] == TAG_THERE)
            subject = true;
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

/* Several, or one, of whom a headline may tell what they do: "Leaders", "Two", "Putin, Witkoff"; "Firm", "NATO Chief". */
static bool several_before(const struct analysis *a, int32_t i) {
    int32_t left = i - 1;
    bool listed = a->tag[left] == TAG_NAME && left > 1 && mark_at(a, left - 1) == ',' && a->tag[left - 2] == TAG_NAME;
    return listed || (plural_before(a, left) && (a->tag[left] == TAG_NOUN || a->tag[left] == TAG_NUMBER));
}

static bool one_before(const struct analysis *a, int32_t i) {
    const struct word *w = a->tokens[i - 1].word->noun;
    if (a->plural[i - 1] || !w) return false;
    return word_is(w, NOUN_LIVES) || word_is(w, NOUN_GROUP) || word_is(w, NOUN_BODY);
}

/* A headline without a verb may have one that looks like a noun: "EU Leaders Back Loan", "Firm Posts Loss", "Two Die in Fire". */
static void find_headline_verb(struct analysis *a) {
    if (!a->headline || a->count < 3 || any_finite(a)) return;
    for (int32_t i = 1; i < a->count; i++) {
        bool back = is_word(a, i, WORD_BACK);
        if (!back && (!(a->can[i] & CLASS_VERB) || a->tag[i] == TAG_NAME)) continue;
        uint8_t next = a->tag[i + 1];
        bool goes_on = noun_like(a, i + 1) || next == TAG_PREPOSITION || next == TAG_DETERMINER || next == TAG_TO || next == TAG_PARTICLE;
        bool several = (back || a->forms[i] & FORM_BASE) && several_before(a, i) && !(back && !noun_like(a, i + 1));
        bool one = !a->capitals_speak && a->forms[i] & FORM_S && one_before(a, i) && (a->likely[i] == CLASS_VERB || a->tag[i + 1] != TAG_NOUN || i + 2 < a->count);
        if (!goes_on || (!several && !one)) continue;
        a->tag[i] = TAG_VERB_PRESENT;
        if (a->tag[i - 1] == TAG_ADJECTIVE) a->tag[i - 1] = TAG_NOUN;
        return;
    }
}

/* An auxiliary at the start of a clause, before its subject: "Did Putin reject …", "Why has the plan …". */
static bool asks(const struct analysis *a, int32_t i) {
    uint8_t t = a->tag[i], before = a->tag[i - 1];
    if (!is_auxiliary(t)) return false;
    if (denial_fronted(a, i) || only_fronted(a, i)) return true;
    if (tag_is_noun(before) && i > 1 && a->tag[group_start(a, i) - 1] == TAG_QUESTION_WORD)
        return true; /* "which parts did" */
    return before == TAG_NONE || before == TAG_QUESTION_WORD || before == TAG_QUOTE || before == TAG_PUNCTUATION ||
           before == TAG_COORDINATOR;
}

/* The verb that the asking auxiliary waits for, or TAG_NONE. */
static uint8_t asked_tag(const struct analysis *a, int32_t auxiliary, int32_t i) {
    uint8_t before = a->tag[left_of(a, i)], forms = a->forms[i];
    if (left_of(a, i) <= auxiliary || !(tag_is_noun(before) || before == TAG_PRONOUN) || a->tag[i] == TAG_NAME)
        return TAG_NONE;
    bool base = a->tag[auxiliary] == TAG_DO || a->tag[auxiliary] == TAG_MODAL;
    if (base) return forms & FORM_BASE ? TAG_VERB_BASE : TAG_NONE;
    if (forms & FORM_PARTICIPLE) return TAG_VERB_PARTICIPLE;
    return forms & FORM_ING && a->tag[auxiliary] == TAG_BE ? TAG_VERB_ING : TAG_NONE;
}

static void settle_all(struct analysis *a) {
    int32_t asking = NONE;
    for (int32_t i = 0; i < a->count; i++) {
        uint8_t asked = asking != NONE && a->can[i] & CLASS_VERB ? asked_tag(a, asking, i) : TAG_NONE;
        if (asked)
            a->tag[i] = asked, asking = NONE;
        else if (a->can[i])
            settle_open(a, i);
        else
            settle_closed(a, i);
        if (a->tag[i] == TAG_VERB_PAST) settle_comma(a, i);
        if (is_auxiliary(a->tag[i]) && (is_word(a, i - 1, WORD_ONCE) || is_word(a, i - 1, WORD_BEFORE)) && denial_fronted(a, i)) a->tag[i - 1] = TAG_ADVERB; /* "not once did" */
        if (asks(a, i))
            asking = i;
        else if (breaks(a, i))
            asking = NONE;
    }
}

void tag_in_context(struct analysis *a) {
    settle_all(a);
    for (int32_t i = 0; i < a->count; i++) {
        if (a->tag[i] == TAG_VERB_PAST) settle_past(a, i);
    }
    find_lost_verb(a);
    find_headline_verb(a);
    for (int32_t i = 0; i < a->count; i++) {
        if (a->tag[i] == TAG_PREPOSITION || a->tag[i] == TAG_SUBORDINATOR) settle_before(a, i);
    }
}

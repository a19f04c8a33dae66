#include "clause/analysis.h"

#include <string.h>

static const char *const tag_names[TAG_COUNT] = {
    [TAG_NONE] = "none",
    [TAG_NOUN] = "noun",
    [TAG_NAME] = "name",
    [TAG_PRONOUN] = "pronoun",
    [TAG_NUMBER] = "number",
    [TAG_DETERMINER] = "determiner",
    [TAG_POSSESSIVE] = "possessive",
    [TAG_GENITIVE] = "genitive",
    [TAG_ADJECTIVE] = "adjective",
    [TAG_ADVERB] = "adverb",
    [TAG_NEGATION] = "negation",
    [TAG_VERB_BASE] = "base",
    [TAG_VERB_PRESENT] = "present",
    [TAG_VERB_PAST] = "past",
    [TAG_VERB_PARTICIPLE] = "participle",
    [TAG_VERB_ING] = "ing",
    [TAG_BE] = "be",
    [TAG_HAVE] = "have",
    [TAG_DO] = "do",
    [TAG_MODAL] = "modal",
    [TAG_TO] = "to",
    [TAG_PREPOSITION] = "preposition",
    [TAG_PARTICLE] = "particle",
    [TAG_COORDINATOR] = "coordinator",
    [TAG_SUBORDINATOR] = "subordinator",
    [TAG_RELATIVE] = "relative",
    [TAG_QUESTION_WORD] = "question-word",
    [TAG_THERE] = "there",
    [TAG_PUNCTUATION] = "punctuation",
    [TAG_QUOTE] = "quote",
};

const char *tag_name(enum tag tag) {
    return tag < TAG_COUNT ? tag_names[tag] : "none";
}

static char mark_of(struct text t) {
    if (t.length == 1) return t.bytes[0];
    return (unsigned char)t.bytes[0] == 0xe2 ? '-' : 0; /* an en or em dash has three bytes */
}

struct guess {
    struct text suffix;
    uint8_t can, forms;
};

/* What an unknown lower-case word is by its ending; the first that fits. */
static const struct guess guesses[] = {
    {{"ly", 2}, CLASS_ADVERB, 0},
    {{"ing", 3}, CLASS_VERB | CLASS_NOUN, FORM_ING},
    {{"ed", 2}, CLASS_VERB | CLASS_ADJECTIVE, FORM_PAST | FORM_PARTICIPLE},
    {{"ous", 3}, CLASS_ADJECTIVE, 0},
    {{"ful", 3}, CLASS_ADJECTIVE, 0},
    {{"less", 4}, CLASS_ADJECTIVE, 0},
    {{"able", 4}, CLASS_ADJECTIVE, 0},
    {{"ible", 4}, CLASS_ADJECTIVE, 0},
    {{"ish", 3}, CLASS_ADJECTIVE, 0},
    {{"ive", 3}, CLASS_ADJECTIVE, 0},
    {{"ical", 4}, CLASS_ADJECTIVE, 0},
    {{"ic", 2}, CLASS_ADJECTIVE, 0},
    {{"ize", 3}, CLASS_VERB, FORM_BASE},
    {{"ise", 3}, CLASS_VERB, FORM_BASE},
    {{"izes", 4}, CLASS_VERB, FORM_S},
    {{"ises", 4}, CLASS_VERB, FORM_S},
    {{"", 0}, CLASS_NOUN, 0},
};

/* Mostly the last letter tells. */
static bool has_suffix(struct text form, struct text suffix) {
    if (!suffix.length) return true;
    if (form.length < suffix.length + 3 || form.bytes[form.length - 1] != suffix.bytes[suffix.length - 1]) return false;
    return text_ends(form, suffix);
}

static const struct guess *guess_of(struct text form) {
    const struct guess *g = guesses;
    while (!has_suffix(form, g->suffix)) g++;
    return g;
}

/* "five-hour", "us-drafted", "face-to-face" go before a noun; "vice-president" is one. */
static uint8_t hyphenated(const struct word *w) {
    const struct word *last = w->parts.items[w->parts.count - 1], *head = w->parts.items[0];
    if (last->verb_forms & (FORM_PARTICIPLE | FORM_ING)) return CLASS_ADJECTIVE;
    if (head->grammar == TAG_NUMBER || w->parts.count > 2) return CLASS_ADJECTIVE;
    if (head->text.length && head->text.bytes[0] >= '0' && head->text.bytes[0] <= '9') return CLASS_ADJECTIVE;
    if (last->likely == CLASS_ADJECTIVE) return CLASS_ADJECTIVE;
    if (last->likely == CLASS_ADVERB || last->grammar == TAG_PREPOSITION) return CLASS_ADJECTIVE | CLASS_NOUN;
    return CLASS_NOUN;
}

static uint8_t verb_tag(uint8_t forms) {
    if (forms & FORM_BASE) return TAG_VERB_BASE;
    if (forms & FORM_PAST) return TAG_VERB_PAST;
    if (forms & FORM_S) return TAG_VERB_PRESENT;
    if (forms & FORM_PARTICIPLE) return TAG_VERB_PARTICIPLE;
    return forms & FORM_ING ? TAG_VERB_ING : TAG_VERB_BASE;
}

static uint8_t class_tag(uint8_t likely, uint8_t forms) {
    switch (likely) {
    case CLASS_VERB:
        return verb_tag(forms);
    case CLASS_ADJECTIVE:
        return TAG_ADJECTIVE;
    case CLASS_ADVERB:
        return TAG_ADVERB;
    default:
        return TAG_NOUN;
    }
}

static uint8_t lowest(uint8_t set) {
    return (uint8_t)(set & -set);
}

/* The forms of an irregular verb, where the word itself says more than the lexicon. */
static uint8_t irregular(uint8_t forms, uint32_t usage) {
    if (usage & USAGE_PARTICIPLE) return (uint8_t)((forms & FORM_BASE) | FORM_PARTICIPLE);
    if (usage & USAGE_PAST) return (uint8_t)((forms & FORM_BASE) | FORM_PAST);
    if (usage & USAGE_UNCHANGED) return FORM_BASE | FORM_PAST | FORM_PARTICIPLE;
    if (usage & USAGE_BASE_PARTICIPLE) return FORM_BASE | FORM_PARTICIPLE;
    return forms;
}

static void set_open(struct analysis *a, int32_t i, uint8_t can, uint8_t likely, uint8_t forms) {
    a->can[i] = can;
    a->forms[i] = forms;
    a->likely[i] = can & likely ? likely : lowest(can);
    a->tag[i] = class_tag(a->likely[i], forms);
}

static void set_open_class(struct analysis *a, int32_t i, const struct word *w) {
    if (w->classes) {
        set_open(a, i, w->classes, w->likely, irregular(w->verb_forms, w->usage));
    } else if (w->parts.count) {
        uint8_t can = hyphenated(w);
        set_open(a, i, can, can & CLASS_ADJECTIVE ? CLASS_ADJECTIVE : CLASS_NOUN, 0);
    } else {
        const struct guess *g = guess_of(w->text);
        set_open(a, i, g->can, lowest(g->can & CLASS_VERB ? CLASS_VERB : g->can), g->forms);
    }
}

/* Does a capital at token i tell a name from a common word? Not where every first word has one, unless it is a name
 * elsewhere. */
static bool capital_speaks(const struct analysis *a, int32_t i) {
    if (a->tokens[i].flags & TOKEN_NAME) return true;
    if (!(a->tokens[i].flags & TOKEN_CAPITAL) || !a->capitals_speak || i == 0) return false;
    if (a->tokens[i].flags & TOKEN_UPPER) return true;
    uint8_t before = a->tag[i - 1];
    if (before == TAG_QUOTE) return !(a->tokens[i - 1].flags & TOKEN_OPEN_QUOTE) || i > 1;
    char mark = mark_at(a, i - 1);
    return !mark || mark == ',' || mark == '(' || mark == '-' || mark == '&' || mark == '/' || mark == '.';
}

static bool demonym_ending(struct text form) {
    return text_ends(form, TEXT("an")) || text_ends(form, TEXT("ish")) || text_ends(form, TEXT("ic")) ||
           text_ends(form, TEXT("ese"));
}

/* "Civic Union", "Victor Sorrel": an adjective with a capital before another one, or that ends a name. */
static bool within_name(const struct analysis *a, int32_t i) {
    bool before = i > 0 && a->tokens[i - 1].flags & TOKEN_CAPITAL && !a->tokens[i - 1].word->grammar;
    const struct token *next = i + 1 < a->count ? &a->tokens[i + 1] : NULL;
    if (next && next->flags & TOKEN_CAPITAL && !next->word->grammar) return true;
    return before && ((i && a->tag[i - 1] == TAG_NAME) || !(next && next->word->classes & CLASS_NOUN));
}

static void set_name(struct analysis *a, int32_t i, const struct word *w) {
    bool can = w->classes & CLASS_ADJECTIVE;
    bool demonym = can && demonym_ending(w->text) && !(text_ends(w->text, TEXT("ic")) && within_name(a, i));
    bool acts = i + 1 < a->count && a->tokens[i + 1].word->classes == CLASS_VERB; /* "White decided" */
    bool adjective = can && (demonym || (w->likely == CLASS_ADJECTIVE && !acts && !within_name(a, i)));
    a->tag[i] = adjective ? TAG_ADJECTIVE : TAG_NAME;
    a->can[i] = adjective ? CLASS_ADJECTIVE | CLASS_NOUN : CLASS_NOUN;
    a->likely[i] = lowest(a->can[i]);
    a->forms[i] = 0;
}

/* "May", "Will" and "Mark" in mid-sentence; but "I", and closed-class words in names ("The", "Of"), keep their tag. */
static bool name_in_spite(const struct analysis *a, int32_t i) {
    if (is_word(a, i, WORD_A)) /* "Dirk A. Kempthorne" */
        return a->capitals_speak && i > 0 && i + 1 < a->count && a->tokens[i].flags & a->tokens[i + 1].flags & TOKEN_CAPITAL && a->tag[i - 1] == TAG_NAME;
    if (!is_word(a, i, WORD_MAY) && !is_word(a, i, WORD_WILL)) return false;
    return capital_speaks(a, i) && a->tag[i - 1] != TAG_QUOTE;
}

static void set_number(struct analysis *a, int32_t i, const struct word *w) {
    bool premodifier = w->parts.count > 1 && w->parts.items[w->parts.count - 1]->classes;
    size_t n = w->text.length;
    char last = n ? w->text.bytes[n - 1] : 0;
    bool ordinal = n > 2 && (last == 't' || last == 'd' || last == 'h') && w->text.bytes[n - 2] >= 'd';
    a->tag[i] = premodifier || ordinal ? TAG_ADJECTIVE : TAG_NUMBER;
    if (premodifier || ordinal) a->can[i] = CLASS_ADJECTIVE, a->likely[i] = CLASS_ADJECTIVE;
}

/* "Formula One", "Air Force Two" */
static bool ends_name(const struct analysis *a, int32_t i) {
    const struct token *t = &a->tokens[i];
    if (t->word->grammar != TAG_NUMBER || !(t->flags & TOKEN_CAPITAL)) return false;
    return i > 0 && a->tag[i - 1] == TAG_NAME && (a->capitals_speak || !t[-1].word->classes);
}

static void tag_token(struct analysis *a, int32_t i) {
    const struct token *t = &a->tokens[i];
    const struct word *w = t->word;
    a->usage[i] = w->usage;
    a->plural[i] = (w->plural && w->noun != w) || is_word(a, i, WORD_POLICE) || is_word(a, i, WORD_PEOPLE) || text_equal(w->text, TEXT("troops"));
    a->can[i] = a->forms[i] = a->likely[i] = 0;
    a->mark[i] = t->flags & TOKEN_PUNCTUATION ? mark_of(w->text) : 0;
    if (t->flags & (TOKEN_OPEN_QUOTE | TOKEN_CLOSE_QUOTE))
        a->tag[i] = TAG_QUOTE;
    else if (t->flags & TOKEN_PUNCTUATION)
        a->tag[i] = w->grammar && w->grammar != TAG_QUOTE ? w->grammar : TAG_PUNCTUATION;
    else if (ends_name(a, i))
        a->tag[i] = TAG_NAME;
    else if (t->flags & TOKEN_NUMBER)
        set_number(a, i, w);
    else if (name_in_spite(a, i))
        set_name(a, i, w);
    else if (w->grammar)
        a->tag[i] = w->grammar;
    else if (capital_speaks(a, i))
        set_name(a, i, w);
    else if (t->flags & TOKEN_CAPITAL && !w->classes && !w->parts.count)
        set_name(a, i, w);
    else
        set_open_class(a, i, w);
}

static void clear_margin(struct analysis *a, int32_t i) {
    a->tag[i] = TAG_NONE;
    a->can[i] = a->forms[i] = a->likely[i] = a->plural[i] = 0;
    a->usage[i] = 0;
    a->mark[i] = 0;
}

void tag_usual(struct analysis *a) {
    for (int32_t i = 1; i <= MARGIN; i++) clear_margin(a, -i), clear_margin(a, a->count + i - 1);
    for (int32_t i = 0; i < a->count; i++) {
        __builtin_prefetch(a->tokens[i + 6 < a->count ? i + 6 : i].word); /* words lie scattered in memory */
        tag_token(a, i);
    }
}

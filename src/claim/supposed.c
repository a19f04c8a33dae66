/* Sentences that only put something before the reader, by what stands around them: the options of a quiz, the odds of a
 * bet, a scene to be imagined, the letter of a reader. */
#include "claim/making.h"

static bool is_any(struct text form, const char *const *forms, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(form, text_of(forms[i]))) return true;
    return false;
}

static struct text form_at(const struct making *k, uint32_t token) {
    return k->m->segmented->tokens.items[token].word->text;
}

static bool is_form(const struct making *k, uint32_t token, const char *form) {
    return text_equal(form_at(k, token), text_of(form));
}

/* "(b)". */
static bool is_option(const struct making *k, uint32_t at, uint32_t end) {
    if (at + 2 >= end || !is_form(k, at, "(") || !is_form(k, at + 2, ")")) return false;
    struct text letter = form_at(k, at + 1);
    return letter.length == 1 && letter.bytes[0] >= 'a' && letter.bytes[0] <= 'f';
}

/* The first sentence of the block. */
static uint32_t block_start(const struct making *k) {
    const struct sentence *all = k->m->segmented->sentences.items;
    uint32_t first = k->match->sentence;
    while (first && all[first - 1].block == all[k->match->sentence].block) first--;
    return first;
}

/* "What was agreed? (a) Everything. (b) …": behind a question and the mark of an option. */
static bool among_options(const struct making *k) {
    bool asked = false, marked = false;
    uint32_t first = k->m->segmented->sentences.items[block_start(k)].first, head = (uint32_t)k->match->head;
    for (uint32_t t = first; t < head && !marked; t++) {
        asked |= is_form(k, t, "?");
        marked = asked && is_option(k, t, head);
    }
    return marked;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* "9-1". */
static bool is_ratio(struct text t) {
    size_t digits = 0, dashes = 0;
    for (size_t i = 0; i < t.length; i++) {
        if (is_digit(t.bytes[i])) digits++;
        else if (i && i + 1 < t.length && (t.bytes[i] == '-' || t.bytes[i] == '/')) dashes++;
        else return false;
    }
    return digits && dashes == 1;
}

/* "A deal by New Year: 9-1." */
static bool bet_on(const struct making *k, const struct sentence *s) {
    uint32_t end = s->first + s->count;
    while (end > s->first && is_form(k, end - 1, ".")) end--;
    return end >= s->first + 3 && is_ratio(form_at(k, end - 1)) && is_form(k, end - 2, ":") &&
           k->match->last < (int32_t)end - 2;
}

/* "Let us picture it.", "Imagine that …", "Suppose the telephone rings." */
static bool opens_scene(const struct making *k, const struct sentence *s) {
    static const char *const verbs[] = {"imagine", "picture", "suppose", "envisage"};
    uint32_t at = s->first, end = s->first + s->count;
    while (at < end && k->m->segmented->tokens.items[at].flags & TOKEN_PUNCTUATION) at++;
    if (at < end && is_form(k, at, "just")) at++;
    if (at + 1 < end && is_form(k, at, "let") && (is_form(k, at + 1, "us") || is_form(k, at + 1, "'s"))) at += 2;
    if (at + 1 < end && is_form(k, at, "try") && is_form(k, at + 1, "to")) at += 2;
    return at < end && is_any(form_at(k, at), verbs, sizeof verbs / sizeof *verbs);
}

/* "Would you believe it?", "What actually came out …": back to what is. */
static bool ends_scene(const struct making *k, const struct sentence *s) {
    static const char *const turns[] = {"actually", "reality", "fact", "truth", "meanwhile"};
    if (s->flags & SENTENCE_QUESTION) return true;
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (is_any(form_at(k, t), turns, sizeof turns / sizeof *turns)) return true;
    return false;
}

static bool in_scene(const struct making *k) {
    const struct sentence *all = k->m->segmented->sentences.items;
    bool scene = false;
    for (uint32_t s = block_start(k); s <= k->match->sentence; s++)
        scene = opens_scene(k, &all[s]) || (scene && !ends_scene(k, &all[s]));
    return scene;
}

/* "Sir, It is plain that …": a reader's letter, which the outlet prints and does not vouch for. */
static bool in_letter(const struct making *k) {
    static const char *const addressed[] = {"sir", "madam", "sirs", "editor"};
    const struct sentence *s = &k->m->segmented->sentences.items[block_start(k)];
    uint32_t at = s->first, end = s->first + s->count;
    if (at < end && is_form(k, at, "dear")) at++;
    return at + 1 < end && is_any(form_at(k, at), addressed, sizeof addressed / sizeof *addressed) && is_form(k, at + 1, ",");
}

bool only_supposed(const struct making *k) {
    return in_letter(k) || among_options(k) || bet_on(k, &k->m->segmented->sentences.items[k->match->sentence]) || in_scene(k);
}

#include "compare/theme.h"

enum { MAX_ITEMS = 40 };

/* What a word weighs that two themes share; half of it where one of them has it in another clause. */
enum { WEIGHT_DESCRIPTION = 1, WEIGHT_DEED = 2, WEIGHT_THING = 4, WEIGHT_NAME = 4, WEIGHT_FIGURE = 6 };
enum { ENOUGH_PERSON = 4, ENOUGH = 8, ENOUGH_INSIDE = 12, ENOUGH_WITH_FIGURE = 10, MORE_THAN_ENOUGH = 16 };

enum standing { FAR = 1, NEAR = 2, BEARER = 4, OWN = 8 };

struct item {
    struct text word;
    char kind; /* the second mark, or 0 */
    uint8_t standing;
};

struct items {
    struct item at[MAX_ITEMS];
    int count;
};

static uint8_t standing_of(char mark) {
    switch (mark) {
    case '-':
        return FAR;
    case '*':
        return NEAR | BEARER;
    case '+':
        return NEAR | BEARER | OWN;
    default:
        return 0;
    }
}

static bool is_kind_mark(char c) {
    return c == '!' || c == ':' || c == '=' || c == '^' || c == '@';
}

/* One entry a word, wherever it stands. */
static void add(struct items *out, struct item item) {
    for (int i = 0; i < out->count; i++) {
        struct item *x = &out->at[i];
        if (x->kind != item.kind || !text_equal(x->word, item.word)) continue;
        x->standing |= item.standing;
        return;
    }
    if (out->count < MAX_ITEMS) out->at[out->count++] = item;
}

static struct items read(struct text theme) {
    struct items out = {.count = 0};
    for (size_t at = 2, end; at < theme.length; at = end) {
        for (end = ++at; end < theme.length && theme.bytes[end] != ' ';) end++;
        struct item item = {.standing = at < end ? standing_of(theme.bytes[at]) : 0};
        if (item.standing)
            at++;
        else
            item.standing = NEAR;
        if (at < end && is_kind_mark(theme.bytes[at])) item.kind = theme.bytes[at++];
        item.word = text_slice(theme, at, end);
        if (item.word.length) add(&out, item);
    }
    return out;
}

static bool holds_word(struct text name, struct text word) {
    for (size_t at = 0, end; at < name.length; at = end + 1) {
        for (end = at; end < name.length && name.bytes[end] != '_';) end++;
        if (text_equal(text_slice(name, at, end), word)) return true;
    }
    return false;
}

/* "Petersen" and "Craig Petersen": all words of the one are words of the other. */
static bool holds_name(struct text whole, struct text part) {
    for (size_t at = 0, end; at < part.length; at = end + 1) {
        for (end = at; end < part.length && part.bytes[end] != '_';) end++;
        if (!holds_word(whole, text_slice(part, at, end))) return false;
    }
    return part.length > 0;
}

static bool is_noun(char kind) {
    return kind == 0 || kind == '^';
}

static bool same(const struct item *x, const struct item *y) {
    if (x->kind == '!' && y->kind == '!') return holds_name(x->word, y->word) || holds_name(y->word, x->word);
    bool nouns = is_noun(x->kind) && is_noun(y->kind);
    if (x->kind != y->kind && !nouns) return false;
    return text_equal(x->word, y->word) || (nouns && lexicon_synonyms(lexicon_builtin(), CLASS_NOUN, x->word, y->word));
}

static int weight_of(char kind) {
    switch (kind) {
    case '!':
        return WEIGHT_NAME;
    case '^':
        return WEIGHT_DESCRIPTION;
    case ':':
        return WEIGHT_DEED;
    case '=':
        return WEIGHT_FIGURE;
    default:
        return WEIGHT_THING;
    }
}

static int weight(const struct item *x, const struct item *y) {
    int a = weight_of(x->kind), b = weight_of(y->kind), w = a < b ? a : b;
    return x->standing & y->standing & NEAR ? w : w / 2;
}

struct shared {
    int weight, names, things, figures;
    bool own;                 /* what is counted is told by the same words */
    bool bearer[2], named[2]; /* a word for whom one is told of stands in the other; a name */
};

static const struct item *partner(const struct items *in, const struct item *x, bool *taken) {
    int best = -1;
    for (int i = 0; i < in->count; i++)
        if (!taken[i] && (best < 0 || !(in->at[best].standing & NEAR)) && same(x, &in->at[i])) best = i;
    if (best < 0) return NULL;
    taken[best] = true;
    return &in->at[best];
}

static void note(const struct item *x, const struct item *y, struct shared *s) {
    bool near = x->standing & y->standing & NEAR, name = x->kind == '!' && y->kind == '!';
    s->weight += weight(x, y);
    s->names += name;
    s->figures += x->kind == '=' && near;
    s->things += x->kind == '=' || (x->kind == 0 && near);
    s->own |= x->standing & y->standing & OWN;
    if (x->kind == '=') return;
    for (int side = 0; side < 2; side++) {
        bool bearer = (side ? y : x)->standing & BEARER;
        s->bearer[side] |= bearer;
        s->named[side] |= bearer && name;
    }
}

static struct shared share(const struct items *a, const struct items *b) {
    struct shared s = {0};
    bool taken[MAX_ITEMS] = {false};
    for (int i = 0; i < a->count; i++) {
        const struct item *x = &a->at[i], *y = x->kind == '@' ? NULL : partner(b, x, taken);
        if (y) note(x, y, &s);
    }
    return s;
}

static bool any(const struct items *in, uint8_t standing) {
    for (int i = 0; i < in->count; i++)
        if (in->at[i].standing & standing) return true;
    return false;
}

static bool holds_span(const struct items *in, struct text word) {
    for (int i = 0; i < in->count; i++)
        if (in->at[i].kind == '@' && text_equal(in->at[i].word, word)) return true;
    return false;
}

/* A month or a year: the words for spans begin with a letter. */
static bool is_dated(struct text span, size_t digits) {
    return span.length == digits && span.bytes[0] >= '0' && span.bytes[0] <= '9';
}

static bool lacks_span(const struct items *a, const struct items *b) {
    for (int i = 0; i < a->count; i++) {
        struct text word = a->at[i].word;
        if (a->at[i].kind == '@' && !is_dated(word, 2) && !is_dated(word, 4) && !holds_span(b, word)) return true;
    }
    return false;
}

/* Both name months, or years, and none is the same. */
static bool dated_apart(const struct items *a, const struct items *b, size_t digits) {
    bool named = false, other = false;
    for (int i = 0; i < b->count; i++) other |= b->at[i].kind == '@' && is_dated(b->at[i].word, digits);
    for (int i = 0; i < a->count; i++) {
        if (a->at[i].kind != '@' || !is_dated(a->at[i].word, digits)) continue;
        if (holds_span(b, a->at[i].word)) return false;
        named = true;
    }
    return named && other;
}

/* "In the second quarter", which the other does not say; "in May" against "in June". */
static bool spans_differ(const struct items *a, const struct items *b) {
    return lacks_span(a, b) || lacks_span(b, a) || dated_apart(a, b, 2) || dated_apart(a, b, 4);
}

/* Where the two share very much else, the one may call whom it is told of by words that the other lacks. */
static bool bearers_meet(const struct items *a, const struct items *b, const struct shared *s) {
    if (s->bearer[0] && s->bearer[1]) return true;
    return s->weight >= MORE_THAN_ENOUGH && (s->bearer[0] || s->bearer[1]) && any(a, BEARER) && any(b, BEARER);
}

static bool names_bearer(const struct items *in) {
    for (int i = 0; i < in->count; i++)
        if (in->at[i].kind == '!' && in->at[i].standing & BEARER) return true;
    return false;
}

/* What is told of Ann Roe is not told of Ben Ode. */
static bool names_apart(const struct items *a, const struct items *b, const struct shared *s) {
    return !s->bearer[0] && !s->bearer[1] && names_bearer(a) && names_bearer(b);
}

bool themes_meet(struct text a, struct text b, enum theme_kind kind, bool inside) {
    struct items x = read(a), y = read(b);
    struct shared s = share(&x, &y);
    bool person = kind == THEME_PERSON && s.named[0] && s.named[1];
    int enough = person ? ENOUGH_PERSON : !inside ? ENOUGH : s.figures ? ENOUGH_WITH_FIGURE : ENOUGH_INSIDE;
    if (s.weight < enough || spans_differ(&x, &y) || (!s.own && any(&x, OWN) && any(&y, OWN))) return false;
    if (person) return true;
    if ((!s.things && s.names < 2) || names_apart(&x, &y, &s)) return false;
    switch (kind) {
    case THEME_NOT:
    case THEME_WORDS:
        return true;
    case THEME_PERSON:
        return s.weight >= MORE_THAN_ENOUGH && bearers_meet(&x, &y, &s);
    case THEME_BEARER:
        return bearers_meet(&x, &y, &s);
    case THEME_NAME:
        return s.names > 0;
    case THEME_FIGURE:
        return s.figures > 0;
    }
    return false;
}

bool theme_looks_back(struct text theme) {
    return theme.length > 1 && theme.bytes[1] == 'b';
}

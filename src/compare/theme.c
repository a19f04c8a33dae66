#include "compare/theme.h"

enum { MAX_ITEMS = 40 };

/* What a word weighs that two themes share; half of it where one of them has it in another clause. */
enum { WEIGHT_DESCRIPTION = 1, WEIGHT_DEED = 2, WEIGHT_THING = 4, WEIGHT_NAME = 4, WEIGHT_FIGURE = 6, WEIGHT_OWN_DEED = 4, WEIGHT_MISTYPED = 6 };
enum { ENOUGH_PERSON = 4, ENOUGH = 8, ENOUGH_INSIDE = 12, ENOUGH_WITH_FIGURE = 10, MORE_THAN_ENOUGH = 16 };

enum standing { FAR = 1, NEAR = 2, BEARER = 4, OWN = 8, CONTENT = 16 };

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
    case '.':
        return FAR | CONTENT;
    case ',':
        return NEAR | CONTENT;
    case '+':
        return NEAR | BEARER | OWN;
    default:
        return 0;
    }
}

static bool is_kind_mark(char c) {
    return c == '!' || c == ':' || c == '=' || c == '^' || c == '@' || c == '>' || c == '#' || c == '&' || c == '~' || c == '%';
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

static bool same_deed(struct text a, struct text b) {
    return text_equal(a, b) || lexicon_synonyms(lexicon_builtin(), CLASS_VERB, a, b);
}

/* "A plan to sell it to them", "a takeover by them": the one deed, told of either side. */
static bool is_converse(struct text a, struct text b) {
    return (text_equal(a, TEXT("buy")) && text_equal(b, TEXT("sell"))) || (text_equal(a, TEXT("lend")) && text_equal(b, TEXT("borrow")));
}

static bool same_content_deed(struct text a, struct text b) {
    return same_deed(a, b) || is_converse(a, b) || is_converse(b, a);
}

/* "A proposal to close it", "agreed to shut it": is one thing decided on in both? */
static bool same_content(const struct items *a, const struct items *b) {
    for (int i = 0; i < a->count; i++)
        for (int k = 0; a->at[i].kind == '&' && k < b->count; k++)
            if (b->at[k].kind == '&' && same_content_deed(a->at[i].word, b->at[k].word)) return true;
    return false;
}

static bool tells_content(const struct items *in) {
    for (int i = 0; i < in->count; i++)
        if (in->at[i].kind == '&') return true;
    return false;
}

/* Then it is told of whatever the one or the other would do that to. */
static void bear_content(struct items *in) {
    for (int i = 0; i < in->count; i++)
        if (in->at[i].standing & CONTENT) in->at[i].standing |= NEAR | BEARER;
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

/* "Petersen" of "Craig Petersen", but not "Solaris" of "Solaris Express". */
static bool ends_alike(struct text a, struct text b) {
    size_t i = a.length, k = b.length;
    while (i && a.bytes[i - 1] != '_') i--;
    while (k && b.bytes[k - 1] != '_') k--;
    return text_equal(text_slice(a, i, a.length), text_slice(b, k, b.length));
}

static bool is_noun(char kind) {
    return kind == 0 || kind == '^';
}

static bool same(const struct item *x, const struct item *y) {
    if (x->kind == '!' && y->kind == '!') return holds_name(x->word, y->word) || holds_name(y->word, x->word);
    if ((x->kind == '!' && !y->kind) || (!x->kind && y->kind == '!')) return text_equal(x->word, y->word); /* "the Zhelgorod mine" */
    bool nouns = is_noun(x->kind) && is_noun(y->kind);
    if (x->kind != y->kind && !nouns) return false;
    if (text_equal(x->word, y->word)) return true;
    if (x->kind == '>') return lexicon_synonyms(lexicon_builtin(), CLASS_VERB, x->word, y->word);
    return nouns && lexicon_synonyms(lexicon_builtin(), CLASS_NOUN, x->word, y->word);
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
    case '>':
        return WEIGHT_OWN_DEED;
    default:
        return WEIGHT_THING;
    }
}

static int weight(const struct item *x, const struct item *y) {
    int a = weight_of(x->kind), b = weight_of(y->kind), w = a < b ? a : b;
    return x->standing & y->standing & NEAR ? w : w / 2;
}

struct shared {
    int weight, names, things, far, figures, deeds, bearers, named_bearers; /* far: things of which one stands in another clause */
    bool one_name;            /* both are told of somebody of one name */
    bool own;                 /* what is counted is told by the same words */
    bool lone[2];             /* one is told of somebody or something of whom the other says nothing */
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

/* The same word with the same mark goes before others: "woman" is not to be spent on a description by it. */
static const struct item *twin(const struct items *in, const struct item *x, bool *taken) {
    for (int i = 0; i < in->count; i++) {
        if (taken[i] || in->at[i].kind != x->kind || !text_equal(in->at[i].word, x->word)) continue;
        taken[i] = true;
        return &in->at[i];
    }
    return NULL;
}

static bool is_aside(const struct item *x) {
    return x->kind == '@' || x->kind == '#' || x->kind == '&' || x->kind == '~' || x->kind == '%';
}

static bool is_thing(const struct item *x) {
    return x->kind == 0 || x->kind == '!';
}

static void note(const struct item *x, const struct item *y, struct shared *s) {
    bool near = x->standing & y->standing & NEAR, name = x->kind == '!' && y->kind == '!';
    s->weight += weight(x, y);
    s->names += name;
    s->figures += x->kind == '=' && near;
    s->things += x->kind == '=' || (x->kind == 0 && near);
    s->far += is_thing(x) && is_thing(y) && !near;
    s->deeds += x->kind == '>';
    s->own |= x->standing & y->standing & OWN;
    if (x->kind == '=' || x->kind == '>') return;
    bool whole = !name || ends_alike(x->word, y->word);
    bool bearer = near && whole && is_thing(x) && (x->standing | y->standing) & BEARER;
    s->bearers += bearer;
    s->named_bearers += bearer && (x->kind == '!' || y->kind == '!');
    s->one_name |= name && x->standing & y->standing & BEARER;
    for (int side = 0; side < 2; side++) {
        bool told_of = (side ? y : x)->standing & BEARER;
        s->bearer[side] |= told_of;
        s->named[side] |= told_of && name;
    }
}

static struct shared share(const struct items *a, const struct items *b) {
    struct shared s = {0};
    bool taken[MAX_ITEMS] = {false}, met[MAX_ITEMS] = {false};
    for (int i = 0; i < a->count; i++) {
        const struct item *x = &a->at[i], *y = is_aside(x) ? NULL : twin(b, x, taken);
        if (!y) continue;
        met[i] = true;
        note(x, y, &s);
    }
    for (int i = 0; i < a->count; i++) {
        const struct item *x = &a->at[i], *y = met[i] || is_aside(x) ? NULL : partner(b, x, taken);
        if (y) note(x, y, &s);
        else s.lone[0] |= !met[i] && is_thing(x) && x->standing & BEARER;
    }
    for (int i = 0; i < b->count; i++) s.lone[1] |= !taken[i] && is_thing(&b->at[i]) && b->at[i].standing & BEARER;
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

/* "Began buying chips", "has made chips since May": both began, but other things. */
static bool begin_apart(const struct items *a, const struct items *b) {
    bool others = false, met = false;
    for (int i = 0; i < a->count; i++)
        for (int k = 0; k < b->count; k++) {
            const struct item *x = &a->at[i], *y = &b->at[k];
            bool told = text_starts(x->word, TEXT("told-as-")) || text_starts(y->word, TEXT("told-as-"));
            if (x->kind != '>' || y->kind != '>' || told) continue;
            others = true;
            met |= same(x, y);
        }
    return others && !met;
}

static bool names_bearer(const struct items *in) {
    for (int i = 0; i < in->count; i++)
        if (in->at[i].kind == '!' && in->at[i].standing & BEARER) return true;
    return false;
}

/* What is told of Ann Roe is not told of Ben Ode; of a slip it is enough that the one names the other somewhere. */
static bool names_apart(const struct items *a, const struct items *b, const struct shared *s, bool mistyped) {
    bool met = s->one_name || (mistyped && (s->bearer[0] || s->bearer[1]));
    return !met && names_bearer(a) && names_bearer(b);
}

enum units { UNITS_APART, UNITS_WIDE, UNITS_SAME };

static bool is_any_of(struct text word, const char *const *forms, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(word, text_of(forms[i]))) return true;
    return false;
}

/* Whoever is counted may be called so. */
static bool is_anybody(struct text people) {
    static const char *const forms[] = {"person", "individual", "victim", "human", "soul", "life", "participant", "subject"};
    return is_any_of(people, forms, sizeof forms / sizeof *forms);
}

/* "Men" of miners and soldiers, but not beside women. */
static bool may_be_men(struct text people) {
    static const char *const forms[] = {"woman", "girl", "boy", "child", "baby", "wife", "mother", "daughter", "sister", "husband", "son"};
    return !is_any_of(people, forms, sizeof forms / sizeof *forms);
}

static enum units compare_people(struct text a, struct text b) {
    const struct lexicon *l = lexicon_builtin();
    if (is_anybody(a) || is_anybody(b)) return UNITS_WIDE;
    if (text_equal(a, b) || lexicon_synonyms(l, CLASS_NOUN, a, b)) return UNITS_SAME;
    if (lexicon_kind_of(l, a, b) || lexicon_kind_of(l, b, a)) return UNITS_WIDE;
    bool men = (text_equal(a, TEXT("man")) && may_be_men(b)) || (text_equal(b, TEXT("man")) && may_be_men(a));
    return men ? UNITS_WIDE : UNITS_APART;
}

static struct text people_of(const struct items *in) {
    for (int i = 0; i < in->count; i++)
        if (in->at[i].kind == '#') return in->at[i].word;
    return TEXT("");
}

/* "Three people" against "two women": these may be among those. */
static bool is_wider(struct text a, struct text b) {
    if (is_anybody(a) || is_anybody(b)) return is_anybody(a) && !is_anybody(b);
    return lexicon_kind_of(lexicon_builtin(), b, a) || (text_equal(a, TEXT("man")) && !lexicon_kind_of(lexicon_builtin(), a, b));
}

/* People, of whom a story counts many: the one figure must be shown to be the other, and not to be a part of it. */
static bool people_meet(const struct items *a, const struct items *b, const struct shared *s, const struct themes_beside *beside) {
    struct text x = people_of(a), y = people_of(b);
    if (!x.length || !y.length) return true;
    bool shown = s->deeds || s->figures || beside->mistyped;
    switch (compare_people(x, y)) {
    case UNITS_SAME:
        return shown || s->weight >= ENOUGH_INSIDE;
    case UNITS_WIDE:
        return shown && (beside->more != 1 || !is_wider(x, y)) && (beside->more != -1 || !is_wider(y, x));
    case UNITS_APART:
        return false;
    }
    return false;
}

static bool is_known(const struct items *in) {
    for (int i = 0; i < in->count; i++)
        if (in->at[i].kind == '~') return true;
    return false;
}

/* Somebody or something that the clause names and of which the other says nothing. */
static bool names_more(const struct items *in, const struct items *other) {
    for (int i = 0; i < in->count; i++) {
        const struct item *x = &in->at[i];
        bool found = !is_thing(x) || !(x->standing & NEAR);
        for (int k = 0; k < other->count && !found; k++) found = same(x, &other->at[k]);
        if (!found) return true;
    }
    return false;
}

static bool tells_year(const struct items *in) {
    for (int i = 0; i < in->count; i++)
        if (in->at[i].kind == '@' && is_dated(in->at[i].word, 4)) return true;
    return false;
}

/* Nothing stands beside whom it is told of that the other lacks: "Two of the flats were spared", but not "flats across the street". */
static bool adds_nothing(const struct items *some, const struct items *all) {
    for (int i = 0; i < some->count; i++) {
        const struct item *x = &some->at[i];
        bool found = !is_thing(x) || !(x->standing & NEAR) || x->standing & BEARER;
        for (int k = 0; k < all->count && !found; k++) found = same(x, &all->at[k]);
        if (!found) return false;
    }
    return true;
}

/* "All 38 councillors backed it", and of somebody who is a councillor, or of three of them, that they did not. */
static bool holds_of_each(const struct items *all, const struct items *some, bool people) {
    bool each = false, member = false;
    for (int i = 0; i < all->count; i++) {
        const struct item *x = &all->at[i], noun = {.word = x->word};
        if (x->kind != '%' || is_anybody(x->word) || (people && !lexicon_is_person(lexicon_builtin(), x->word))) continue;
        each = true;
        for (int k = 0; k < some->count; k++) member |= some->at[k].standing & BEARER && is_noun(some->at[k].kind) && same(&noun, &some->at[k]);
    }
    for (int k = 0; k < some->count; k++) each &= some->at[k].kind != '%';
    return each && member && (tells_year(all) || !tells_year(some)) && adds_nothing(some, all);
}

/* "To close 17 stores", and further down "the 22 stores that are closing": a text that has told of some means those. */
static bool known_meet(const struct items *a, const struct items *b, const struct shared *s) {
    bool first = is_known(a), second = is_known(b);
    if (!s->deeds || first == second || tells_year(a) != tells_year(b) || spans_differ(a, b)) return false;
    struct text x = people_of(a), y = people_of(b);
    if (x.length && y.length && compare_people(x, y) != UNITS_SAME && !is_anybody(x) && !is_anybody(y)) return false;
    return !names_more(first ? a : b, first ? b : a) && !(any(a, OWN) && any(b, OWN) && !s->own);
}

bool theme_is_known(struct text theme) {
    struct items in = read(theme);
    return is_known(&in);
}

bool themes_meet(struct text a, struct text b, enum theme_kind kind, const struct themes_beside *beside) {
    struct items x = read(a), y = read(b);
    bool content = same_content(&x, &y);
    if (!content && tells_content(&x) && tells_content(&y)) return false; /* "a bill to ban it", "a bill to tax it" */
    if (content) {
        bear_content(&x);
        bear_content(&y);
    }
    struct shared s = share(&x, &y);
    if (content) s.weight += WEIGHT_OWN_DEED;
    bool inside = beside->inside, mistyped = beside->mistyped;
    if (inside && known_meet(&x, &y, &s)) return true;
    if (mistyped) s.weight += WEIGHT_MISTYPED;
    bool people = kind == THEME_PERSON, each = holds_of_each(&x, &y, people) || holds_of_each(&y, &x, people);
    if (each) s.weight += ENOUGH;
    if (!people_meet(&x, &y, &s, beside)) return false;
    bool person = kind == THEME_PERSON && s.named[0] && s.named[1];
    int enough = kind == THEME_DEED ? ENOUGH : person ? ENOUGH_PERSON : !inside || each ? ENOUGH : s.figures || mistyped ? ENOUGH_WITH_FIGURE : ENOUGH_INSIDE;
    if (s.weight < enough || (spans_differ(&x, &y) && !(mistyped && s.deeds)) || (!s.own && any(&x, OWN) && any(&y, OWN))) return false;
    if (person || (mistyped && !names_apart(&x, &y, &s, mistyped))) return true;
    bool shown = kind == THEME_DEED || each || s.things || s.names > 1 || (s.deeds && s.far + s.names > 1);
    if (!shown || names_apart(&x, &y, &s, mistyped)) return false;
    switch (kind) {
    case THEME_NOT:
    case THEME_WORDS:
        return true;
    case THEME_PERSON:
        return (each || s.weight >= MORE_THAN_ENOUGH) && bearers_meet(&x, &y, &s);
    case THEME_BEARER:
        return bearers_meet(&x, &y, &s);
    case THEME_NAME:
        return s.names > 0;
    case THEME_FIGURE:
        return s.figures > 0;
    case THEME_DEED:
        return s.deeds && !begin_apart(&x, &y) && s.bearers && s.bearer[0] && s.bearer[1] && ((s.bearers > 1 && s.named_bearers) || !(s.lone[0] && s.lone[1]));
    }
    return false;
}

bool theme_looks_back(struct text theme) {
    return theme.length > 1 && theme.bytes[1] == 'b';
}

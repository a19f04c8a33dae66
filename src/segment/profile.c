/* A column of profiles, "Ann Roe. The mayor of Ode. Made her money in tin.": each block opens with a name, and what follows
 * leaves it out. There it is said again, by tokens that stand for the bytes of the name above; an "is" has none. */
#include "segment/work.h"

#include "base/grammar.h"
#include "base/limits.h"
#include "base/trait.h"

enum { FEWEST = 2, NAME_WORDS = 4, LONGEST = 40 }; /* one profile alone may be anything that begins with a name */

struct profiles {
    struct work *work;
    const struct document *document;
    LIST(struct token) tokens; /* with those that are put in */
    const struct word *is, *was;
};

static const struct token *token_of(const struct profiles *p, uint32_t t) {
    return &p->work->out->tokens.items[t];
}

static bool is_form(const struct token *t, const char *form) {
    return text_equal(t->word->text, text_of(form));
}

static bool is_any(struct text form, const char *const *forms, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(form, text_of(forms[i]))) return true;
    return false;
}

static bool is_mark(const struct token *t) {
    return t->flags & TOKEN_PUNCTUATION;
}

/* "Made", "wants", "was", "would": what a subject stands before, and no noun. */
static bool is_finite(const struct token *t, const struct token *next) {
    const struct word *w = t->word;
    if (w->grammar) return w->grammar == TAG_BE || w->grammar == TAG_HAVE || w->grammar == TAG_DO || w->grammar == TAG_MODAL;
    if (!(w->verb_forms & (FORM_S | FORM_PAST)) || t->flags & TOKEN_UPPER) return false;
    if (w->likely == CLASS_VERB || !(w->classes & (CLASS_NOUN | CLASS_ADJECTIVE))) return true;
    return next && (next->word->grammar == TAG_DETERMINER || next->word->grammar == TAG_POSSESSIVE);
}

/* "Married to the heiress", "born in Ode": a participle, with "is" or "was" before it. */
static const struct word *left_out_before(const struct profiles *p, const struct token *t) {
    static const char *const still[] = {"married", "divorced", "based", "bound", "known", "nicknamed", "tipped", "rumoured", "rumored", "seen", "regarded", "considered", "related"};
    static const char *const once[] = {"born", "educated", "raised", "trained", "appointed", "elected", "named", "schooled", "sent", "promoted", "brought"};
    if (is_any(t->word->text, still, sizeof still / sizeof *still)) return p->is;
    return is_any(t->word->text, once, sizeof once / sizeof *once) ? p->was : NULL;
}

static bool ends_group(const struct token *t) {
    uint8_t tag = t->word->grammar;
    return is_mark(t) || tag == TAG_PREPOSITION || tag == TAG_RELATIVE || tag == TAG_COORDINATOR || tag == TAG_TO || tag == TAG_SUBORDINATOR;
}

static bool is_person(const struct word *w) {
    if (w->parts.count) w = w->parts.items[0]; /* "brother-in-law" */
    return w->traits & (TRAIT_PERSON | TRAIT_TITLE) && w->classes & CLASS_NOUN;
}

/* "The prime minister of Ode, …", "Donald Trump's brother-in-law": what somebody is, and no verb is said of it. */
static bool is_description(const struct profiles *p, uint32_t at, uint32_t end) {
    bool person = false;
    for (uint32_t t = at; t < end; t++) {
        const struct token *x = token_of(p, t);
        if (t > at && ends_group(x)) return person;
        if (x->word->grammar == TAG_PRONOUN || is_finite(x, NULL)) return false;
        person |= is_person(x->word);
    }
    return person;
}

/* The words of a name. */
struct name {
    uint32_t first, last;
};

static const struct name nobody = {UINT32_MAX, UINT32_MAX};

/* The last word of the name that opens the sentence, or its end. */
static uint32_t name_end(const struct profiles *p, const struct sentence *s) {
    uint32_t end = s->first + s->count, t = s->first;
    while (t < end && t - s->first <= NAME_WORDS && !is_mark(token_of(p, t)) && token_of(p, t)->flags & TOKEN_CAPITAL &&
           !token_of(p, t)->word->grammar && !(token_of(p, t)->flags & TOKEN_NUMBER)) t++;
    bool name = t - s->first >= 2 && t - s->first <= NAME_WORDS && (t == end || is_mark(token_of(p, t)));
    return name && !(token_of(p, s->first)->flags & TOKEN_QUOTED) ? t - 1 : end;
}

/* "Ann Roe.", "ANN ROE, the mayor of Ode.": with nothing said of it that has a verb. */
static bool opens_profile(const struct profiles *p, const struct sentence *s) {
    uint32_t end = s->first + s->count, name = name_end(p, s), t = name + 1;
    if (name == end || s->count > LONGEST || s->flags & SENTENCE_QUESTION) return false;
    for (; t < end && !is_form(token_of(p, t), "who"); t++)
        if (is_finite(token_of(p, t), t + 1 < end ? token_of(p, t + 1) : NULL)) return false;
    return name + 1 == end || is_form(token_of(p, name + 1), ".") || is_form(token_of(p, name + 1), ",");
}

/* "Now the envoy", "never worked": what may stand before it. */
static bool is_adverb(const struct token *t) {
    static const char *const often[] = {"now", "once", "also", "never", "still", "currently", "previously", "formerly", "later", "then", "since", "twice", "long", "today"};
    return is_any(t->word->text, often, sizeof often / sizeof *often);
}

/* Does the sentence leave out whose it is? *verb becomes the "is" or "was" that it leaves out as well, or NULL. */
static bool leaves_out(const struct profiles *p, const struct sentence *s, const struct word **verb) {
    uint32_t end = s->first + s->count, t = s->first;
    *verb = NULL;
    if (token_of(p, t)->flags & TOKEN_QUOTED || s->count + NAME_WORDS + 1 > LIMIT_SENTENCE_TOKENS) return false;
    while (t < end && t < s->first + 2 && is_adverb(token_of(p, t))) t++;
    if (t == end || s->flags & SENTENCE_QUESTION) return false;
    const struct token *first = token_of(p, t), *next = t + 1 < end ? first + 1 : NULL;
    if ((*verb = left_out_before(p, first))) return true;
    if (is_finite(first, next)) return true;
    *verb = p->is;
    return is_description(p, t, end);
}

static bool put(struct profiles *p, struct token t) {
    struct token *room = list_add(p->work->arena, &p->tokens);
    if (room) *room = t;
    return room != NULL;
}

static bool put_left_out(struct profiles *p, const struct sentence *s, struct name name, const struct word *verb) {
    for (uint32_t t = name.first; t <= name.last; t++) {
        struct token subject = *token_of(p, t);
        subject.flags = TOKEN_CAPITAL;
        if (!put(p, subject)) return false;
    }
    uint32_t at = token_of(p, s->first)->start;
    return !verb || put(p, (struct token){.word = verb, .start = at, .end = at});
}

/* The block of the sentence is a heading, "Ann Roe", and what stands below it is her profile. */
static bool is_headed(const struct profiles *p, const struct sentence *s, const struct sentence *above) {
    const struct block *b = p->document->blocks.items;
    return above && b[above->block].kind == BLOCK_HEADING && above->block + 1 == s->block && name_end(p, above) + 1 == above->first + above->count;
}

static const struct sentence *sentence_of(const struct profiles *p, size_t i) {
    return &p->work->out->sentences.items[i];
}

static bool is_first(const struct profiles *p, size_t i) {
    return i == 0 || sentence_of(p, i - 1)->block != sentence_of(p, i)->block;
}

/* The name whose profile the block is that opens with sentence i. */
static struct name whose_profile(const struct profiles *p, size_t i) {
    const struct sentence *s = sentence_of(p, i), *above = i ? sentence_of(p, i - 1) : NULL;
    enum block_kind kind = p->document->blocks.items[s->block].kind;
    if (kind != BLOCK_PARAGRAPH && kind != BLOCK_LIST_ITEM) return nobody;
    if (is_headed(p, s, above)) return (struct name){above->first, name_end(p, above)};
    return opens_profile(p, s) ? (struct name){s->first, name_end(p, s)} : nobody;
}

/* "Made his money": the capital was the sentence's, and begins it no more. */
static bool is_small(const struct profiles *p, uint32_t t) {
    const struct token *x = token_of(p, t);
    bool named = x[1].flags & TOKEN_CAPITAL || text_equal(x[1].word->text, TEXT("'s"));
    return !(x->flags & TOKEN_UPPER) && (x->word->grammar || (x->word->classes && !named));
}

static bool put_sentence(struct profiles *p, size_t i, struct name name) {
    struct sentence *s = &p->work->out->sentences.items[i];
    const struct word *verb = NULL;
    uint32_t first = (uint32_t)p->tokens.count;
    bool follows = name.last < s->first; /* the name itself heads the first one */
    if (follows && leaves_out(p, s, &verb) && !put_left_out(p, s, name, verb)) return false;
    bool begins = p->tokens.count == first;
    for (uint32_t t = s->first; t < s->first + s->count; t++)
        if (!put(p, *token_of(p, t))) return false;
    if (!begins && is_small(p, s->first)) p->tokens.items[p->tokens.count - s->count].flags &= (uint16_t)~TOKEN_CAPITAL;
    s->first = first;
    s->count = (uint32_t)p->tokens.count - first;
    return true;
}

/* Names are told by the tokens as they were: those that are put in stand only in the list that takes their place. */
static bool put_all(struct profiles *p) {
    const struct segmented *out = p->work->out;
    struct name name = nobody, *names = arena_array(p->work->arena, struct name, out->sentences.count);
    if (!names) return false;
    for (size_t i = 0; i < out->sentences.count; i++) names[i] = name = is_first(p, i) ? whose_profile(p, i) : name;
    for (size_t i = 0; i < out->sentences.count; i++)
        if (!put_sentence(p, i, names[i])) return false;
    p->work->out->tokens.items = p->tokens.items;
    p->work->out->tokens.count = p->tokens.count;
    p->work->out->tokens.capacity = p->tokens.capacity;
    return true;
}

bool profile_all(struct work *w) {
    struct profiles p = {.work = w, .document = w->out->document};
    size_t found = 0;
    for (size_t i = 0; i < w->out->sentences.count; i++) found += is_first(&p, i) && whose_profile(&p, i).first != nobody.first;
    if (found < FEWEST) return true;
    p.is = vocabulary_find(w->vocabulary, TEXT("is"));
    p.was = vocabulary_find(w->vocabulary, TEXT("was"));
    return p.is && p.was && put_all(&p);
}

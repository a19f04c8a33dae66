/* Where sentences end. Each full stop, question mark or abbreviation is judged by what stands on both sides of it;
 * in doubt there is no end, for two sentences in one do less harm to a parse than half a sentence. */
#include "base/abbreviation.h"
#include "base/grammar.h"
#include "base/limits.h"
#include "segment/work.h"

struct cursor {
    struct work *work;
    const struct token *tokens;
    uint32_t first, end; /* of the sentence so far, of the block */
    size_t noted;        /* the first noted token that has not been looked at */
};

static bool is_stop(const struct marks *m, const struct token *t) {
    return t->word == m->stop || t->word == m->question || t->word == m->exclamation || t->word == m->ellipsis;
}

static bool is_quote(const struct marks *m, const struct token *t) {
    return t->word == m->double_quote || t->word == m->single_quote;
}

/* Past a note's number, "[1]", or `at`. */
static uint32_t after_note(const struct cursor *c, uint32_t at) {
    const struct marks *m = &c->work->marks;
    bool note = c->end - at > 2 && c->tokens[at].word == m->open_square && (c->tokens[at].flags & TOKEN_GLUED) &&
                (c->tokens[at + 1].flags & TOKEN_NUMBER) && c->tokens[at + 2].word == m->close_square;
    return note ? at + 3 : at;
}

/* Past the stops, closing marks and brackets that go with the stop at `at`. */
static uint32_t after_stop(const struct cursor *c, uint32_t at) {
    const struct marks *m = &c->work->marks;
    uint32_t next = at + 1, limit = c->end - at > LIMIT_SENTENCE_TOKENS ? at + LIMIT_SENTENCE_TOKENS : c->end;
    for (; next < limit; next++) {
        const struct token *t = &c->tokens[next];
        bool bracket = t->word == m->close_round || t->word == m->close_square;
        bool mark = is_quote(m, t) && !(t->flags & TOKEN_OPEN_QUOTE) &&
                    (t->flags & (TOKEN_CLOSE_QUOTE | TOKEN_GLUED));
        if (!mark && !(t->flags & TOKEN_GLUED && (bracket || is_stop(m, t)))) break;
    }
    return after_note(c, next);
}

/* The first word at or after `at`, past opening marks, brackets and dashes; c->end when there is none near. */
static uint32_t next_word(const struct cursor *c, uint32_t at) {
    enum { NEAR = 16 };
    for (uint32_t i = at; i < c->end && i - at < NEAR; i++)
        if (!(c->tokens[i].flags & TOKEN_PUNCTUATION)) return i;
    return c->end;
}

/* Would a capital here be a sentence's, not a name's? */
static bool is_starter(const struct token *t) {
    if (!(t->flags & TOKEN_CAPITAL) || (t->flags & TOKEN_UPPER)) return false;
    switch (t->word->grammar) {
    case TAG_NONE:
    case TAG_NOUN:
    case TAG_NUMBER:
    case TAG_ADJECTIVE: return false;
    default: return t->word->text.length > 1 || t->word->text.bytes[0] == 'a' || t->word->text.bytes[0] == 'i';
    }
}

static bool text_is_one_of(struct text t, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(t, text_of(words[i]))) return true;
    return false;
}

/* "5 p.m. Monday", "9 a.m. Eastern". */
static bool goes_with_time(const struct token *t) {
    static const char *const WORDS[] = {"monday", "tuesday", "wednesday", "thursday", "friday",  "saturday",
                                        "sunday", "eastern", "pacific",   "central",  "mountain", "local",
                                        "gmt",    "est",     "edt",       "cet",      "bst",      "utc",
                                        "pt",     "et",      "pst",       "pdt",      "cst",      "kyiv",
                                        "moscow"};
    return text_is_one_of(t->word->text, WORDS, sizeof WORDS / sizeof *WORDS);
}

static bool is_time(struct text form) {
    return text_equal(form, TEXT("a.m.")) || text_equal(form, TEXT("p.m."));
}

/* "said", "asks": a verb of speech right after a name makes it a reporting clause. */
static bool reports(const struct word *word) {
    static const char *const VERBS[] = {"say", "ask", "tell", "add", "reply", "write", "shout", "declare", "tweet",
                                        "exclaim", "joke", "insist", "warn", "wonder", "respond", "cry", "post"};
    return word->verb && text_is_one_of(word->verb->text, VERBS, sizeof VERBS / sizeof *VERBS);
}

/* “Really?” Putin asked. — the capital is the name's. What follows the verb may not be a clause of its own. */
static bool is_reporting_clause(const struct cursor *c, uint32_t at) {
    uint32_t verb = at;
    while (verb < c->end && verb - at < 5 && (c->tokens[verb].flags & TOKEN_CAPITAL) &&
           (!c->tokens[verb].word->grammar || text_equal(c->tokens[verb].word->text, TEXT("i"))))
        verb++;
    if (verb == at || verb >= c->end || !reports(c->tokens[verb].word)) return false;
    if (verb + 1 >= c->end) return true;
    const struct token *after = &c->tokens[verb + 1];
    return after->word == c->work->marks.stop || text_equal(after->word->text, TEXT(",")) ||
           after->word->grammar == TAG_PREPOSITION || after->word->grammar == TAG_ADVERB;
}

/* "1. The plan", "A. The plan": the number of a list item is all there is so far. */
static bool is_item_number(const struct cursor *c, uint32_t at) {
    const struct token *t = &c->tokens[c->first];
    bool alone = t->word->text.length == 1 || (t->flags & TOKEN_NUMBER && t->word->text.length == 2);
    return alone && (at == c->first || at == c->first + 1) && !(t->flags & TOKEN_PUNCTUATION);
}

static bool ends_at_abbreviation(const struct cursor *c, uint32_t at, const struct token *next) {
    struct text form = c->tokens[at].word->text;
    if (form.length && form.bytes[form.length - 1] == '.') {
        if (is_time(form)) return (next->flags & TOKEN_CAPITAL) && !goes_with_time(next);
        return is_starter(next);
    }
    switch (abbreviation_of(form)) {
    case ABBREVIATION_TITLE:
    case ABBREVIATION_NUMBER: return false;
    default: return is_starter(next);
    }
}

/* "end.The": a space was lost. */
static bool lost_space(const struct cursor *c, uint32_t at, uint32_t next) {
    const struct token *before = &c->tokens[at - 1], *after = &c->tokens[next];
    return c->tokens[at].word == c->work->marks.stop && before->word->text.length > 2 && before->word->classes &&
           !(before->flags & TOKEN_CAPITAL) && (after->flags & TOKEN_CAPITAL) && !(after->flags & TOKEN_UPPER);
}

/* May a sentence begin with this mark? Not with a comma or a closing bracket. */
static bool may_begin(const struct marks *m, const struct token *t) {
    return !(t->flags & TOKEN_PUNCTUATION) || is_quote(m, t) || t->word == m->dash || t->word == m->open_round ||
           t->word == m->open_square || (unsigned char)t->word->text.bytes[0] >= 0x80;
}

static bool is_small(const struct token *t) {
    return !(t->flags & (TOKEN_CAPITAL | TOKEN_NUMBER)) && (unsigned char)t->word->text.bytes[0] >= 'a';
}

/* Does the sentence end between the stop at `at` and `next`, the first token that is not part of the stop? */
static bool ends_between(const struct cursor *c, uint32_t at, uint32_t next) {
    const struct marks *m = &c->work->marks;
    const struct token *stop = &c->tokens[at], *following = &c->tokens[next];
    uint32_t start = next_word(c, next);
    if (start == c->end || !may_begin(m, following)) return false;
    const struct token *word = &c->tokens[start];
    bool opens = following->flags & TOKEN_OPEN_QUOTE;
    if (following->flags & TOKEN_GLUED && !opens) return at > c->first && next == start && lost_space(c, at, next);
    if (is_small(word) || is_item_number(c, at)) return false;
    if (stop->word == m->ellipsis) return is_starter(word) || (opens && (word->flags & TOKEN_CAPITAL));
    if (!is_stop(m, stop)) return opens || ends_at_abbreviation(c, at, word);
    bool quoted = next > at + 1 && is_quote(m, &c->tokens[next - 1]);
    return !(quoted && stop->word != m->stop && is_reporting_clause(c, start));
}

/* Past the sentence that starts at c->first. */
static uint32_t sentence_end(struct cursor *c) {
    const struct marks *m = &c->work->marks;
    uint32_t limit = c->end - c->first > LIMIT_SENTENCE_TOKENS ? c->first + LIMIT_SENTENCE_TOKENS : c->end,
             passed = c->first;
    for (; c->noted < c->work->noted.count; c->noted++) {
        uint32_t at = c->work->noted.items[c->noted];
        if (at >= limit) return limit;
        const struct token *t = &c->tokens[at];
        if (at < passed || (t->flags & TOKEN_PUNCTUATION && !is_stop(m, t))) continue;
        passed = after_stop(c, at);
        if (passed >= limit) return limit;
        if (ends_between(c, at, passed)) return passed;
    }
    return limit;
}

/* A question mark at the end, but not the one of a question that the sentence only quotes. */
static bool is_question(const struct cursor *c, uint32_t end) {
    const struct marks *m = &c->work->marks;
    const struct token *first = &c->tokens[c->first];
    for (uint32_t i = end; i-- > c->first;) {
        const struct token *t = &c->tokens[i];
        if (t->word == m->question) return !t->quotation || t->quotation == first->quotation;
        if (!(t->flags & TOKEN_PUNCTUATION)) return false;
    }
    return false;
}

/* Words that a headline in title case may leave small. */
static bool stays_small(const struct word *word) {
    switch (word->grammar) {
    case TAG_DETERMINER:
    case TAG_PREPOSITION:
    case TAG_PARTICLE:
    case TAG_COORDINATOR:
    case TAG_TO:
    case TAG_GENITIVE:
    case TAG_NEGATION: return true;
    case TAG_SUBORDINATOR: return word->text.length < 6;
    default: return word->text.length < 3;
    }
}

/* 1 for a word, 0 for a mark or a figure. */
static inline uint32_t counts(unsigned flags) {
    return !(flags & (TOKEN_PUNCTUATION | TOKEN_NUMBER));
}

static bool is_title_case(const struct token *tokens, uint32_t first, uint32_t end) {
    uint32_t large = 0, small = 0;
    for (uint32_t i = first + 1; i < end; i++) {
        if (!counts(tokens[i].flags)) continue;
        if (tokens[i].flags & TOKEN_CAPITAL) large++;
        else small += !stays_small(tokens[i].word);
    }
    return large >= 2 && small * 10 <= large;
}

static unsigned case_flags(const struct token *tokens, uint32_t first, uint32_t end) {
    uint32_t words = 0, capital = 0, upper = 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t word = counts(tokens[i].flags);
        words += word;
        capital += word & (tokens[i].flags & TOKEN_CAPITAL) / TOKEN_CAPITAL;
        upper += word & (tokens[i].flags & TOKEN_UPPER) / TOKEN_UPPER;
    }
    if (words < 2 || capital * 2 < words) return 0;
    if (upper >= 2 && upper * 5 >= words * 4) return SENTENCE_UPPER_CASE;
    return is_title_case(tokens, first, end) ? SENTENCE_TITLE_CASE : 0;
}

static bool add_sentence(struct cursor *c, uint32_t block, uint32_t end, bool start) {
    struct sentence *s = list_add(c->work->arena, &c->work->out->sentences);
    if (!s) return false;
    s->first = c->first;
    s->count = end - c->first;
    s->block = block;
    s->span = (struct span){c->tokens[c->first].start, c->tokens[end - 1].end};
    s->flags = case_flags(c->tokens, c->first, end) | (start ? SENTENCE_PARAGRAPH_START : 0) |
               (is_question(c, end) ? SENTENCE_QUESTION : 0);
    return true;
}

bool sentence_block(struct work *w, uint32_t block, uint32_t first) {
    struct cursor c = {w, w->out->tokens.items, first, (uint32_t)w->out->tokens.count, 0};
    while (c.first < c.end) {
        uint32_t end = sentence_end(&c);
        if (!add_sentence(&c, block, end, c.first == first)) return false;
        c.first = end;
    }
    return true;
}

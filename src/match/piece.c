#include "match/piece.h"

#include <string.h>

#include "match/interval.h"

static bool may_open(const struct token *t) {
    return t->flags & TOKEN_NUMBER || t->word->bits & OPENS_FIGURE;
}

/* What stands beside a figure and can tell how to read it: "the better part of", "senior U.S. negotiators". */
enum { TOKENS_BEFORE = 6, TOKENS_AFTER = 10 };

/* The tokens from..to (not included) of the sentence that figures can have to do with; false when there are none. */
static bool find_window(const struct segmented *s, const struct sentence *of, uint32_t *from, uint32_t *to) {
    const struct token *tokens = &s->tokens.items[of->first];
    uint32_t first = 0, last = of->count;
    while (first < of->count && !may_open(&tokens[first])) first++;
    if (first == of->count) return false;
    while (!may_open(&tokens[last - 1])) last--;
    *from = first > TOKENS_BEFORE ? first - TOKENS_BEFORE : 0;
    *to = last + TOKENS_AFTER < of->count ? last + TOKENS_AFTER : of->count;
    return true;
}

static struct piece *add_piece(struct pieces *p, struct text text, uint32_t token, bool glued, bool hyphened) {
    if (p->count == MAX_PIECES) return NULL;
    struct piece *piece = &p->items[p->count++];
    *piece = (struct piece){.text = text, .word = figure_word_row(0), .token = token, .glued = glued,
                            .hyphened = hyphened};
    return piece;
}

static size_t digits_end(struct text t, size_t at) {
    for (; at < t.length; at++) {
        bool mark = (t.bytes[at] == ',' || t.bytes[at] == '.') && at + 1 < t.length && ascii_digit(t.bytes[at + 1]);
        if (!mark && !ascii_digit(t.bytes[at])) break;
    }
    return at;
}

/* One stretch without hyphens: runs of digits and what stands between them. `whole` is its word, or NULL. */
static void cut_stretch(struct pieces *p, struct text t, const struct word *whole, uint32_t token, bool glued, bool hyphened) {
    for (size_t at = 0; at < t.length;) {
        size_t end = at;
        bool digits = ascii_digit(t.bytes[at]);
        if (digits) end = digits_end(t, at);
        else
            while (end < t.length && !ascii_digit(t.bytes[end])) end++;
        struct text part = text_slice(t, at, end);
        struct piece *piece = add_piece(p, part, token, glued || at > 0, at == 0 && hyphened);
        if (!piece) return;
        int decimals = 0;
        piece->is_number = digits && number_parse(part, &piece->number, &decimals);
        piece->decimals = (int8_t)(decimals > 100 ? 100 : decimals);
        piece->commas = memchr(part.bytes, ',', part.length) != NULL;
        if (!digits) piece->word = figure_word_row(whole && part.length == t.length ? whole->figure : figure_word_find(part));
        at = end;
    }
}

static void cut_hyphens(struct pieces *p, const struct word *w, uint32_t token, bool glued, bool hyphened) {
    struct text t = w->text;
    size_t from = 0, part = 0;
    for (size_t at = 0; at <= t.length; at++) {
        if (at < t.length && t.bytes[at] != '-') continue;
        const struct word *whole = part < w->parts.count ? w->parts.items[part++] : NULL;
        cut_stretch(p, text_slice(t, from, at), whole, token, glued || from > 0, hyphened || from > 0);
        from = at + 1;
    }
}

static bool is_dash(const struct token *t) {
    return text_equal(t->word->text, TEXT("—")) || text_equal(t->word->text, TEXT("–")) ||
           text_equal(t->word->text, TEXT("-"));
}

static void cut_token(struct pieces *p, uint32_t number, bool after_dash) {
    const struct token *t = &p->segmented->tokens.items[number];
    bool glued = t->flags & TOKEN_GLUED;
    struct text text = t->word->text;
    if ((t->flags & TOKEN_NUMBER) || t->word->parts.count) {
        cut_hyphens(p, t->word, number, glued, after_dash);
    } else {
        struct piece *piece = add_piece(p, text, number, glued, after_dash);
        if (piece) piece->word = figure_word_row(t->word->figure);
    }
}

bool pieces_cut(const struct segmented *s, uint32_t sentence, struct pieces *out) {
    const struct sentence *of = &s->sentences.items[sentence];
    uint32_t from, to;
    if (!find_window(s, of, &from, &to)) return false;
    out->segmented = s;
    out->count = 0;
    for (uint32_t i = from; i < to; i++) {
        const struct token *t = &s->tokens.items[of->first + i];
        /* A dash glued on both sides joins as a hyphen does: "2013–17". */
        bool dash = i + 1 < to && (t->flags & TOKEN_GLUED) && (t[1].flags & TOKEN_GLUED) && is_dash(t);
        if (dash) cut_token(out, of->first + ++i, true);
        else if (t->word->text.length) cut_token(out, of->first + i, false);
    }
    out->items[out->count] = (struct piece){.text = TEXT(""), .word = figure_word_row(0)};
    return true;
}

const struct token *piece_token(const struct pieces *p, int32_t i) {
    return &p->segmented->tokens.items[p->items[i].token];
}

/* Mostly none of the forms even has the first letter where a word begins. */
bool piece_is_any(const struct pieces *p, int32_t i, const char *forms) {
    struct text t = piece_at(p, i)->text;
    const char *at = t.length ? strchr(forms, t.bytes[0]) : NULL;
    for (; at && *at; at = strchr(at + 1, t.bytes[0])) {
        bool begins = at == forms || at[-1] == ' ';
        if (begins && strncmp(at, t.bytes, t.length) == 0 && (at[t.length] == ' ' || !at[t.length])) return true;
    }
    return false;
}

bool piece_whole(const struct pieces *p, int32_t i, int low, int high) {
    const struct piece *piece = piece_at(p, i);
    return piece->is_number && !piece->decimals && !piece->commas && piece->number >= low && piece->number <= high;
}

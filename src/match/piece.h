/* A sentence as figures see it, from a little before the first to a little after the last: hyphenated words, numbers
 * with signs and units cut apart ("£1.6bn", "28-point"). */
#ifndef BELIE_MATCH_PIECE_H
#define BELIE_MATCH_PIECE_H

#include "base/figure_word.h"
#include "segment/segment.h"

enum { MAX_PIECES = 640 }; /* LIMIT_SENTENCE_TOKENS and room for those that fall apart; the rest is not seen */

struct piece {
    struct text text;
    const struct figure_word *word; /* never NULL */
    double number;                  /* when is_number: written in digits */
    uint32_t token;
    int8_t decimals;
    bool is_number;
    bool commas;   /* the number was written with thousands commas */
    bool glued;    /* nothing, or just a hyphen or dash, stands between it and the piece before */
    bool hyphened; /* … a hyphen or a dash */
};

struct pieces {
    const struct segmented *segmented;
    int32_t published;
    int32_t count;
    struct piece items[MAX_PIECES + 1]; /* one after the last is a piece of nothing */
};

/* False when nothing in the sentence can begin a figure; then *out is not filled in. */
bool pieces_cut(const struct segmented *s, uint32_t sentence, struct pieces *out);

/* The piece at i; a piece of nothing (no roles, empty text) before the first and after the last. */
static inline const struct piece *piece_at(const struct pieces *p, int32_t i) {
    return &p->items[i < 0 || i > p->count ? p->count : i];
}

static inline bool piece_has(const struct pieces *p, int32_t i, unsigned roles) {
    return piece_at(p, i)->word->roles & roles;
}

static inline bool piece_is(const struct pieces *p, int32_t i, const char *form) {
    return text_equal(piece_at(p, i)->text, text_of(form));
}

const struct token *piece_token(const struct pieces *p, int32_t i); /* i must be a piece */
bool piece_is_any(const struct pieces *p, int32_t i, const char *forms); /* forms parted by spaces */
bool piece_whole(const struct pieces *p, int32_t i, int low, int high);   /* digits: an integer in low..high */

#endif

/* Which quotation marks belong together. Marks that find no partner are plain marks again. */
#include "segment/work.h"

enum { MAX_DEPTH = 2 };

struct open_mark {
    uint32_t token;
    bool single;
};

/* Pairs found so far within one block. */
struct pairing {
    struct work *work;
    struct open_mark open[MAX_DEPTH];
    size_t depth;
};

static struct token *token_at(struct work *w, size_t i) {
    return &w->out->tokens.items[i];
}

static bool is_mark(const struct work *w, const struct token *t) {
    return (t->flags & TOKEN_PUNCTUATION) && (t->word == w->marks.double_quote || t->word == w->marks.single_quote);
}

static void set_direction(struct token *t, unsigned direction) {
    t->flags = (uint8_t)((t->flags & ~(TOKEN_OPEN_QUOTE | TOKEN_CLOSE_QUOTE)) | direction);
}

static uint16_t next_number(struct work *w) {
    if (w->quotations < UINT16_MAX) w->quotations++;
    return w->quotations;
}

/* Tokens between the marks. An inner quotation is closed first and keeps its number. */
static void mark_inside(struct work *w, uint32_t first, uint32_t end, uint16_t number) {
    for (uint32_t i = first; i < end; i++) {
        struct token *t = token_at(w, i);
        t->flags |= TOKEN_QUOTED;
        t->quote_depth++;
        if (!t->quotation) t->quotation = number;
    }
}

static void pair(struct work *w, uint32_t open, uint32_t close, uint16_t number) {
    mark_inside(w, open + 1, close, number);
    token_at(w, open)->quotation = number;
    token_at(w, close)->quotation = number;
    set_direction(token_at(w, open), TOKEN_OPEN_QUOTE);
    set_direction(token_at(w, close), TOKEN_CLOSE_QUOTE);
}

static void forget(struct pairing *p, size_t depth) {
    while (p->depth > depth) set_direction(token_at(p->work, p->open[--p->depth].token), 0);
}

/* The level at which a mark of the kind is open, counted from 1; 0 for none. */
static size_t level_of(const struct pairing *p, bool single) {
    size_t level = p->depth;
    while (level && p->open[level - 1].single != single) level--;
    return level;
}

static void open(struct pairing *p, uint32_t token, bool single) {
    if (p->depth == MAX_DEPTH) {
        set_direction(token_at(p->work, token), 0);
        return;
    }
    p->open[p->depth++] = (struct open_mark){token, single};
}

static bool continues(const struct pairing *p, uint32_t open, uint32_t first) {
    return open == first && p->work->unfinished;
}

static uint16_t number_for(struct pairing *p, uint32_t open, uint32_t first) {
    return continues(p, open, first) ? p->work->unfinished : next_number(p->work);
}

static void close(struct pairing *p, uint32_t token, bool single, uint32_t first) {
    size_t level = level_of(p, single);
    if (!level) {
        set_direction(token_at(p->work, token), 0);
        return;
    }
    forget(p, level);
    p->depth--;
    pair(p->work, p->open[p->depth].token, token, number_for(p, p->open[p->depth].token, first));
}

/* A quotation that nothing closes reaches to the end of the paragraph; it goes on in the next when that opens with a
 * mark, the custom of newspapers. A single mark alone is rather an apostrophe. */
static void run_on(struct pairing *p, uint32_t first, uint32_t end) {
    uint16_t number = 0;
    if (p->depth && !p->open[0].single) {
        uint32_t mark = p->open[0].token;
        forget(p, 1);
        number = number_for(p, mark, first);
        mark_inside(p->work, mark + 1, end, number);
        token_at(p->work, mark)->quotation = number;
        set_direction(token_at(p->work, mark), TOKEN_OPEN_QUOTE);
        p->depth = 0;
    }
    forget(p, 0);
    p->work->unfinished = number;
}

bool quotation_block(struct work *w, uint32_t first) {
    struct pairing p = {.work = w};
    uint32_t end = (uint32_t)w->out->tokens.count;
    for (uint32_t i = first; i < end; i++) {
        const struct token *t = token_at(w, i);
        if (!is_mark(w, t)) continue;
        bool single = t->word == w->marks.single_quote;
        bool closes = t->flags & TOKEN_CLOSE_QUOTE;
        if (!(t->flags & (TOKEN_OPEN_QUOTE | TOKEN_CLOSE_QUOTE))) closes = level_of(&p, single) || single;
        if (closes) close(&p, i, single, first);
        else open(&p, i, single);
    }
    run_on(&p, first, end);
    return true;
}

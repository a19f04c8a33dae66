/* Which quotation marks belong together. Marks that find no partner are plain marks again. */
#include "segment/work.h"

enum { MAX_DEPTH = 2 };

struct open_mark {
    uint32_t token;
    uint16_t number;
    bool single;
};

/* Pairs found so far within one block. */
struct pairing {
    struct work *work;
    uint32_t first; /* token of the block */
    struct open_mark open[MAX_DEPTH];
    size_t depth;
};

static struct token *token_at(struct work *w, size_t i) {
    return &w->out->tokens.items[i];
}

static bool is_mark(const struct work *w, const struct token *t) {
    return t->word == w->marks.double_quote || t->word == w->marks.single_quote;
}

static void set_direction(struct token *t, unsigned direction) {
    t->flags = (uint16_t)((t->flags & ~(TOKEN_OPEN_QUOTE | TOKEN_CLOSE_QUOTE)) | direction);
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

static void pair(struct work *w, const struct open_mark *open, uint32_t close) {
    mark_inside(w, open->token + 1, close, open->number);
    token_at(w, open->token)->quotation = open->number;
    token_at(w, close)->quotation = open->number;
    set_direction(token_at(w, open->token), TOKEN_OPEN_QUOTE);
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

/* Numbers follow the opening marks; a mark that finds no partner leaves a gap. */
static void open(struct pairing *p, uint32_t token, bool single) {
    if (p->depth == MAX_DEPTH) {
        set_direction(token_at(p->work, token), 0);
        return;
    }
    bool continues = token == p->first && p->work->unfinished;
    uint16_t number = continues ? p->work->unfinished : next_number(p->work);
    p->open[p->depth++] = (struct open_mark){token, number, single};
}

static void close(struct pairing *p, uint32_t token, bool single) {
    size_t level = level_of(p, single);
    if (!level) {
        set_direction(token_at(p->work, token), 0);
        return;
    }
    forget(p, level);
    pair(p->work, &p->open[--p->depth], token);
}

/* A quotation that nothing closes reaches to the end of the paragraph; it goes on in the next when that opens with a
 * mark, the custom of newspapers. A single mark alone is rather an apostrophe. */
static void run_on(struct pairing *p, uint32_t end) {
    forget(p, 1);
    p->work->unfinished = 0;
    if (!p->depth) return;
    const struct open_mark *mark = &p->open[0];
    if (mark->single) {
        forget(p, 0);
        return;
    }
    mark_inside(p->work, mark->token + 1, end, mark->number);
    token_at(p->work, mark->token)->quotation = mark->number;
    set_direction(token_at(p->work, mark->token), TOKEN_OPEN_QUOTE);
    p->work->unfinished = mark->number;
}

void quotation_block(struct work *w, uint32_t first) {
    struct pairing p = {.work = w, .first = first};
    for (size_t i = 0; i < w->noted.count; i++) {
        uint32_t at = w->noted.items[i];
        const struct token *t = token_at(w, at);
        if (!is_mark(w, t)) continue;
        bool single = t->word == w->marks.single_quote;
        bool closes = t->flags & TOKEN_CLOSE_QUOTE;
        if (!(t->flags & (TOKEN_OPEN_QUOTE | TOKEN_CLOSE_QUOTE))) closes = level_of(&p, single) || single;
        if (closes) close(&p, at, single);
        else open(&p, at, single);
    }
    run_on(&p, (uint32_t)w->out->tokens.count);
}

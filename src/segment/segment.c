#include "segment/segment.h"

#include "segment/work.h"

static bool find_marks(struct vocabulary *v, struct marks *m) {
    const struct {
        const struct word **word;
        const char *form;
    } marks[] = {
        {&m->stop, "."},          {&m->question, "?"},    {&m->exclamation, "!"},  {&m->ellipsis, "..."},
        {&m->double_quote, "\""}, {&m->single_quote, "'"}, {&m->dash, "—"},        {&m->close_round, ")"},
        {&m->close_square, "]"},  {&m->open_round, "("},  {&m->open_square, "["},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (!(*marks[i].word = vocabulary_find(v, text_of(marks[i].form)))) return false;
    return true;
}

/* Room for about as many tokens as there will be: a list that doubles would leave as much again behind. */
static bool reserve_tokens(struct arena *a, const struct document *d, struct segmented *out) {
    enum { BYTES_A_TOKEN = 4 };
    size_t bytes = 0;
    for (size_t i = 0; i < d->blocks.count; i++) bytes += d->blocks.items[i].text.length;
    out->tokens.capacity = bytes / BYTES_A_TOKEN + 16;
    out->tokens.items = arena_take(a, out->tokens.capacity * sizeof *out->tokens.items);
    return out->tokens.items != NULL;
}

bool segment_document(struct arena *a, const struct document *d, struct vocabulary *v, struct segmented *out) {
    *out = (struct segmented){.document = d};
    struct work w = {.arena = a, .vocabulary = v, .out = out};
    if (!find_marks(v, &w.marks) || !reserve_tokens(a, d, out)) return false;
    for (size_t i = 0; i < d->blocks.count; i++) {
        uint32_t first = (uint32_t)out->tokens.count;
        w.noted.count = 0;
        if (!token_block(&w, &d->blocks.items[i])) return false;
        quotation_block(&w, first);
        if (!sentence_block(&w, (uint32_t)i, first)) return false;
    }
    return profile_all(&w) && name_all(&w);
}

bool segment_text(struct arena *a, struct text t, struct vocabulary *v, struct document *scratch,
                  struct segmented *out) {
    *scratch = (struct document){.source = t, .published = NO_DATE};
    struct block *block = list_add(a, &scratch->blocks);
    struct run *run = block ? list_add(a, &block->runs) : NULL;
    if (!run) return false;
    block->kind = BLOCK_PARAGRAPH;
    block->text = t;
    return segment_document(a, scratch, v, out);
}

#include <string.h>

#include "base/scan.h"
#include "segment/work.h"

_Static_assert((int)SCAN_CAPITAL == (int)TOKEN_CAPITAL && (int)SCAN_UPPER == (int)TOKEN_UPPER &&
                   (int)SCAN_NUMBER == (int)TOKEN_NUMBER && (int)SCAN_PUNCTUATION == (int)TOKEN_PUNCTUATION &&
                   (int)SCAN_GLUED == (int)TOKEN_GLUED && (int)SCAN_OPEN_QUOTE == (int)TOKEN_OPEN_QUOTE &&
                   (int)SCAN_CLOSE_QUOTE == (int)TOKEN_CLOSE_QUOTE,
               "the scanner's flags are the tokens'");

/* The run that the last offset fell into: offsets only grow within a block. */
struct mapping {
    const struct block *block;
    struct text source;
    size_t run;
};

static const struct run *run_at(struct mapping *m, uint32_t at) {
    while (m->run + 1 < m->block->runs.count && m->block->runs.items[m->run + 1].text <= at) m->run++;
    return &m->block->runs.items[m->run];
}

static uint32_t source_start(struct mapping *m, uint32_t at) {
    const struct run *run = run_at(m, at);
    return run->source + (at - run->text);
}

/* The end of what ends at `at`: right behind its last byte, so that markup after it stays outside; but behind the
 * whole of an entity ("&rdquo;") whose decoded bytes are a run of their own. */
static uint32_t source_end(struct mapping *m, uint32_t at) {
    const struct run *run = run_at(m, at - 1);
    bool last = m->run + 1 == m->block->runs.count;
    bool entity = !last && run[1].text == at && run->source < m->source.length && m->source.bytes[run->source] == '&';
    return entity ? run[1].source : run->source + (at - run->text);
}

static struct token *new_token(struct work *w) {
    struct segmented *out = w->out;
    if (out->tokens.count < out->tokens.capacity) return &out->tokens.items[out->tokens.count++];
    return list_add(w->arena, &out->tokens);
}

static bool note(struct work *w) {
    uint32_t *noted = list_add(w->arena, &w->noted);
    if (noted) *noted = (uint32_t)w->out->tokens.count - 1;
    return noted != NULL;
}

static bool add_token(struct work *w, struct mapping *m, const struct scanned *scanned) {
    struct token *token = new_token(w);
    if (!token) return false;
    *token = (struct token){.word = vocabulary_word(w->vocabulary, scanned->form, scanned->key),
                            .start = source_start(m, scanned->start),
                            .end = source_end(m, scanned->end),
                            .flags = scanned->flags & (uint8_t)~SCAN_DOTTED};
    __builtin_prefetch(token->word); /* for the stages to come */
    bool notable = scanned->flags & (SCAN_PUNCTUATION | SCAN_DOTTED);
    return token->word && (!notable || note(w));
}

/* Tokens that wait until the memory where their words are looked up has come nearer. */
enum { WAITING = 16 };

struct waiting {
    struct scanned scanned;
    char form[SCAN_FORM_BYTES]; /* the scanner keeps only its last one */
};

static void let_wait(struct work *w, struct waiting *waiting) {
    struct scanned *s = &waiting->scanned;
    bool long_one = s->form.length > sizeof s->key;
    s->form.bytes = long_one ? memcpy(waiting->form, s->form.bytes, s->form.length) : (const void *)&s->key;
    vocabulary_expect(w->vocabulary, s->form, s->key);
}

bool token_block(struct work *w, const struct block *b) {
    struct mapping mapping = {b, w->out->document->source, 0};
    struct scanner scanner;
    struct waiting waiting[WAITING];
    scan_start(&scanner, b->text);
    for (size_t count = WAITING; count == WAITING;) {
        for (count = 0; count < WAITING && scan_next(&scanner, &waiting[count].scanned); count++)
            let_wait(w, &waiting[count]);
        for (size_t i = 0; i < count; i++)
            if (!add_token(w, &mapping, &waiting[i].scanned)) return false;
    }
    return true;
}

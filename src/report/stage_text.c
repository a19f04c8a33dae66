#include "report/stage_text.h"

#include "clause/dump.h"
#include "report/claims_text.h"
#include "report/lines.h"

#include <string.h>

struct view {
    struct output *o;
    const struct rules *rules;
    const struct stages *stages;
    struct lines lines;
};

static struct buffer *out_of(const struct view *v) {
    return &v->o->text;
}

static void print_place(const struct view *v, size_t offset) {
    struct place place = lines_place(&v->lines, offset);
    buffer_format(out_of(v), "%zu:%zu", place.line, place.column);
}

void print_token_words(struct buffer *out, const struct segmented *s, int32_t first, int32_t last) {
    uint32_t from = s->tokens.items[first].start, to = s->tokens.items[last].end;
    print_clean(out, text_slice(s->document->source, from, to));
}

static void print_blocks(const struct view *v) {
    const struct document *d = &v->stages->document;
    for (size_t i = 0; i < d->blocks.count && output_flush(v->o); i++) {
        const struct block *b = &d->blocks.items[i];
        print_place(v, block_source(b, 0));
        buffer_format(out_of(v), " %s ", block_kind_name(b->kind));
        print_clean(out_of(v), b->text);
        buffer_char(out_of(v), '\n');
    }
}

static const struct {
    uint32_t flag;
    const char *name;
} sentence_flags[] = {{SENTENCE_QUESTION, "question"},
                      {SENTENCE_TITLE_CASE, "title-case"},
                      {SENTENCE_UPPER_CASE, "upper-case"},
                      {SENTENCE_PARAGRAPH_START, "start"}},
  token_flags[] = {{TOKEN_CAPITAL, "capital"},         {TOKEN_UPPER, "upper"},  {TOKEN_NUMBER, "number"},
                   {TOKEN_PUNCTUATION, "punctuation"}, {TOKEN_GLUED, "glued"},  {TOKEN_OPEN_QUOTE, "open-quote"},
                   {TOKEN_CLOSE_QUOTE, "close-quote"}, {TOKEN_QUOTED, "quoted"},
                   {TOKEN_NAME, "name"}};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void print_sentence_head(const struct view *v, const struct sentence *s) {
    print_place(v, s->span.start);
    buffer_format(out_of(v), " %s", block_kind_name(v->stages->document.blocks.items[s->block].kind));
    for (size_t i = 0; i < COUNT(sentence_flags); i++)
        if (s->flags & sentence_flags[i].flag) buffer_format(out_of(v), " %s", sentence_flags[i].name);
}

static void print_sentences(const struct view *v) {
    const struct segmented *s = &v->stages->segmented;
    for (size_t i = 0; i < s->sentences.count && output_flush(v->o); i++) {
        const struct sentence *sentence = &s->sentences.items[i];
        print_sentence_head(v, sentence);
        buffer_string(out_of(v), ": ");
        print_clean(out_of(v), text_slice(v->stages->document.source, sentence->span.start, sentence->span.end));
        buffer_char(out_of(v), '\n');
    }
}

static void print_base(const struct view *v, const char *label, const struct word *base) {
    if (!base) return;
    buffer_format(out_of(v), " %s=", label);
    buffer_text(out_of(v), base->text);
}

static void print_token(const struct view *v, const struct token *t) {
    buffer_string(out_of(v), "  ");
    print_place(v, t->start);
    buffer_char(out_of(v), ' ');
    buffer_text(out_of(v), t->word->text);
    for (size_t i = 0; i < COUNT(token_flags); i++)
        if (t->flags & token_flags[i].flag) buffer_format(out_of(v), " %s", token_flags[i].name);
    print_base(v, "verb", t->word->verb);
    print_base(v, "noun", t->word->noun);
    print_base(v, "adjective", t->word->adjective);
    buffer_char(out_of(v), '\n');
}

static void print_tokens(const struct view *v) {
    const struct segmented *s = &v->stages->segmented;
    for (size_t i = 0; i < s->sentences.count && output_flush(v->o); i++) {
        const struct sentence *sentence = &s->sentences.items[i];
        print_sentence_head(v, sentence);
        buffer_char(out_of(v), '\n');
        for (uint32_t n = 0; n < sentence->count; n++) print_token(v, &s->tokens.items[sentence->first + n]);
    }
}

/* All sentences, also those that no rule made worth a parse. */
static void print_clauses(const struct view *v) {
    const struct segmented *s = &v->stages->segmented;
    struct arena scratch = {0};
    for (size_t i = 0; i < s->sentences.count && output_flush(v->o); i++) {
        struct parse parse = {0};
        arena_reset(&scratch);
        print_sentence_head(v, &s->sentences.items[i]);
        buffer_char(out_of(v), '\n');
        if (clause_parse(&scratch, s, (uint32_t)i, &parse))
            clause_dump(s, &parse, out_of(v));
        else
            out_of(v)->failed = true;
    }
    arena_release(&scratch);
}

static const char *const mention_names[] = {
    [MENTION_NAME] = "name",       [MENTION_TITLE] = "title", [MENTION_NOUN] = "noun", [MENTION_BRIEF] = "brief",
    [MENTION_PRONOUN] = "pronoun", [MENTION_PART] = "part",   [MENTION_OPEN] = "open"};

static const char *const quantity_names[] = {
    [QUANTITY_PLAIN] = "", [QUANTITY_PART] = " part", [QUANTITY_ALL] = " all", [QUANTITY_NONE] = " none"};

void print_mention(struct buffer *out, const struct rules *r, const struct matched *m, const struct mention *mention) {
    print_token_words(out, m->segmented, mention->first, mention->last);
    buffer_format(out, ": %s%s ", mention_names[mention->kind], quantity_names[mention->quantity]);
    if (mention->entity >= 0)
        buffer_text(out, symbols_text(&r->symbols, r->entities.items[mention->entity].id));
    else
        print_clean(out, mention->name);
    if (mention->antecedent >= 0) {
        const struct mention *earlier = &m->mentions.items[mention->antecedent];
        buffer_string(out, " (");
        print_token_words(out, m->segmented, earlier->first, earlier->last);
        buffer_char(out, ')');
    }
    buffer_char(out, '\n');
}

static void print_mentions(const struct view *v) {
    const struct matched *m = &v->stages->matched;
    for (size_t i = 0; i < m->mentions.count && output_flush(v->o); i++) {
        const struct mention *mention = &m->mentions.items[i];
        print_place(v, m->segmented->tokens.items[mention->first].start);
        buffer_char(out_of(v), ' ');
        print_mention(out_of(v), v->rules, m, mention);
    }
}

static void print_claims(const struct view *v) {
    const struct stages *s = v->stages;
    struct source source = {.path = s->document.path, .bytes = s->document.source, .claims = &s->claims};
    struct origin origin = {.source = &source, .lines = v->lines};
    for (size_t i = 0; i < s->claims.items.count && output_flush(v->o); i++) {
        struct citation citation = origin_cite(&origin, &s->claims.items.items[i]);
        print_claim(out_of(v), v->rules, &s->claims.items.items[i], &citation);
    }
}

static const struct {
    const char *name;
    void (*print)(const struct view *v);
} stages[] = {{"blocks", print_blocks},   {"sentences", print_sentences}, {"tokens", print_tokens},
              {"clauses", print_clauses}, {"mentions", print_mentions},   {"claims", print_claims}};

const char *stage_name(size_t index) {
    return index < COUNT(stages) ? stages[index].name : NULL;
}

bool print_stage(struct output *o, const struct rules *r, const struct stages *s, const char *stage) {
    struct arena scratch = {0};
    struct view view = {.o = o, .rules = r, .stages = s};
    size_t i = 0;
    while (i < COUNT(stages) && strcmp(stages[i].name, stage) != 0) i++;
    if (i == COUNT(stages)) return false;
    if (lines_index(&scratch, s->document.source, &view.lines))
        stages[i].print(&view);
    else
        o->text.failed = true;
    arena_release(&scratch);
    return true;
}

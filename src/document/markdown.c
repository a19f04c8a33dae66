#include "document/inline.h"

#include <stdlib.h>
#include <string.h>

/* Deeper nesting than any text has; each level costs libcmark time on each later line. */
enum { NESTING_MOST = 64, INDENTATION_MOST = 256, BRACKETS_MOST = 500 };

struct markdown {
    struct reader *reader;
    struct text source;
    struct inlines inlines;
    size_t line, line_offset; /* the line that was looked up last, and where it begins */
    int items, quotes;        /* containers that are open */
    int emphasis;             /* that is open */
    bool emphasised, plain;   /* the block has text inside emphasis, outside of it */
    bool headline_seen, after_image, after_headline;
    enum { NO_SUMMARY, SUMMARY_HEADING, SUMMARY_LIST } summary;
};

static size_t after_line(struct text source, size_t at) {
    while (at < source.length && source.bytes[at] != '\n' && source.bytes[at] != '\r') at++;
    if (at + 1 < source.length && source.bytes[at] == '\r' && source.bytes[at + 1] == '\n') return at + 2;
    return at < source.length ? at + 1 : at;
}

/* Lines are asked for in order, so that the source is walked through once. */
static size_t offset_of_line(struct markdown *m, size_t line) {
    if (line < m->line) {
        m->line = 1;
        m->line_offset = m->reader->body;
    }
    for (; m->line < line && m->line_offset < m->source.length; m->line++)
        m->line_offset = after_line(m->source, m->line_offset);
    return m->line_offset;
}

/* How many containers the marks at the start of a line open. */
static int marks_of_line(struct text line) {
    int marks = 0, indentation = 0;
    for (size_t i = 0; i < line.length && i < 4 * INDENTATION_MOST; i++) {
        char c = line.bytes[i];
        if (c == ' ' || c == '\t') {
            indentation += c == ' ' ? 1 : 4;
        } else if (strchr(">-+*.)", c)) {
            marks++;
        } else if (c < '0' || c > '9') {
            break;
        }
    }
    return indentation > INDENTATION_MOST ? indentation : marks;
}

/* Rules of stars or dashes are as long as one likes. */
static bool is_one_sign(struct text line) {
    for (size_t i = 0; i < line.length; i++)
        if (!strchr(" \t\r", line.bytes[i]) && line.bytes[i] != line.bytes[0]) return false;
    return line.length && strchr("-*+.", line.bytes[0]);
}

static size_t count_brackets(struct text line) {
    size_t count = 0;
    const char *at = line.bytes, *end = line.bytes + line.length;
    while (at < end && (at = memchr(at, '[', (size_t)(end - at)))) {
        count++;
        at++;
    }
    return count;
}

/* Is this something that libcmark takes quadratic time for: deep nesting, or masses of "![" in one paragraph? */
static bool is_hostile(const struct markdown *m) {
    size_t brackets = 0;
    for (size_t at = m->reader->body, next; at < m->source.length; at = next) {
        const char *end = memchr(m->source.bytes + at, '\n', m->source.length - at);
        next = end ? (size_t)(end - m->source.bytes) + 1 : m->source.length;
        struct text line = text_slice(m->source, at, next);
        if (marks_of_line(line) > NESTING_MOST && !(is_one_sign(text_trim(line)) && line.length < 1000)) return true;
        if (!text_trim(line).length || list_marker(text_trim(line))) brackets = 0;
        brackets += count_brackets(line);
        if (brackets > BRACKETS_MOST) return true;
    }
    return false;
}

/* Where the text of a block begins. Link definitions above it are no part of its text. */
static size_t text_offset(struct markdown *m, cmark_node *node) {
    int line = cmark_node_get_start_line(node), column = cmark_node_get_start_column(node);
    size_t at = offset_of_line(m, line > 0 ? (size_t)line : 1) + (size_t)(column > 0 ? column - 1 : 0);
    if (cmark_node_get_type(node) != CMARK_NODE_HEADING) return at;
    size_t marks = at;
    while (marks < m->source.length && m->source.bytes[marks] == '#') marks++;
    bool atx = marks > at && (marks == m->source.length || strchr(" \t\r\n", m->source.bytes[marks]));
    return atx ? marks : at;
}

static void begin_block(struct markdown *m, cmark_node *node) {
    m->inlines.at = text_offset(m, node);
    m->inlines.limit = m->source.length;
    m->inlines.breaks.count = 0;
    m->emphasis = 0;
    m->plain = m->emphasised = false;
}

static enum block_kind container_kind(const struct markdown *m) {
    if (m->items) return m->summary ? BLOCK_SUMMARY : BLOCK_LIST_ITEM;
    return m->quotes ? BLOCK_QUOTATION : BLOCK_PARAGRAPH;
}

/* A comment with "--" in it is none to CommonMark. */
static void note_shown_comment(struct markdown *m, const struct block *b) {
    const char *at = b->text.length ? memmem(b->text.bytes, b->text.length, "<!--", 4) : NULL;
    if (!at) return;
    uint32_t start = (uint32_t)(at - b->text.bytes), end = start + 4;
    while (end < b->text.length && !text_starts(text_slice(b->text, end, b->text.length), TEXT("-->"))) end++;
    end = end < b->text.length ? end + 2 : start + 3;
    comments_add(m->reader, (struct span){block_source(b, start), block_source(b, end) + 1}, COMMENT_SHOWN);
}

static void add(struct markdown *m, struct block b) {
    note_shown_comment(m, &b);
    if (is_boilerplate(b.text)) return;
    if (b.kind == BLOCK_HEADING || b.kind == BLOCK_HEADLINE)
        m->summary = is_summary_heading(b.text) ? SUMMARY_HEADING : NO_SUMMARY;
    block_add(m->reader, b);
    m->after_headline = b.kind == BLOCK_HEADLINE;
    m->after_image = false;
}

/* The title of the front matter, unless the text says it itself. */
static void settle_headline(struct markdown *m, struct text first) {
    if (m->headline_seen) return;
    m->headline_seen = true;
    struct block *title = &m->reader->headline;
    if (title->text.length && !same_line(title->text, first)) block_add(m->reader, *title);
}

static void end_heading(struct markdown *m, int level) {
    struct block b = mapped_finish(&m->inlines.text, BLOCK_HEADING);
    bool first = !m->headline_seen && b.text.length;
    if (first) settle_headline(m, b.text);
    if (first && (level == 1 || same_line(m->reader->document->title, b.text)))
        b.kind = BLOCK_HEADLINE;
    else if (is_question(b.text))
        b.kind = BLOCK_QUESTION;
    add(m, b);
}

/* The row of dashes below the head of a table. */
static bool is_table_rule(struct text line) {
    bool dash = false, bar = false;
    for (size_t i = 0; i < line.length; i++) {
        dash |= line.bytes[i] == '-';
        bar |= line.bytes[i] == '|';
        if (!strchr("-|: \t", line.bytes[i])) return false;
    }
    return dash && bar;
}

static struct text piece(const struct markdown *m, const struct block *b, size_t i) {
    size_t from = i ? m->inlines.breaks.items[i - 1] : 0;
    size_t to = i < m->inlines.breaks.count ? m->inlines.breaks.items[i] : b->text.length;
    return text_trim_wide(text_slice(b->text, from, to));
}

static void add_cells(struct markdown *m, const struct block *b) {
    for (size_t i = 0; i <= m->inlines.breaks.count; i++) {
        struct text row = piece(m, b, i);
        if (i == 1) continue;
        size_t start = (size_t)(row.bytes - b->text.bytes), from = start, end = start + row.length;
        for (size_t at = start; at <= end; at++) {
            bool bar = at < end && b->text.bytes[at] == '|';
            if (bar && m->source.bytes[block_source(b, (uint32_t)at)] == '\\') continue;
            if (!bar && at < end) continue;
            add(m, block_part(m->reader, b, from, at));
            from = at + 1;
        }
    }
}

/* Do all lines of the paragraph end with a sentence? Then each is meant to stand alone, as in a list of names. */
static bool lines_are_paragraphs(const struct markdown *m, const struct block *b) {
    for (size_t i = 0; i <= m->inlines.breaks.count; i++)
        if (!ends_sentence(piece(m, b, i))) return false;
    return true;
}

static void add_piece(struct markdown *m, const struct block *whole, size_t from, size_t to) {
    struct block b = block_part(m->reader, whole, from, to);
    size_t marker = bullet_marker(b.text);
    if (marker) {
        b.kind = m->summary ? BLOCK_SUMMARY : BLOCK_LIST_ITEM;
        b = block_part(m->reader, &b, marker, b.text.length);
    } else if (b.kind == BLOCK_PARAGRAPH && is_question(b.text)) {
        b.kind = BLOCK_QUESTION;
    }
    add(m, b);
}

/* A paragraph whose line ends mean something: bullets, a question above its answer, one sentence a line. */
static void add_lines(struct markdown *m, const struct block *b) {
    bool each = m->inlines.breaks.count && lines_are_paragraphs(m, b);
    size_t from = 0;
    for (size_t i = 0; i < m->inlines.breaks.count; i++) {
        struct text line = piece(m, b, i), next = piece(m, b, i + 1);
        bool whole_line = i == 0 || from == m->inlines.breaks.items[i - 1];
        if (!each && !bullet_marker(next) && !(whole_line && is_question(line))) continue;
        size_t to = m->inlines.breaks.items[i];
        add_piece(m, b, from, to);
        from = to;
    }
    add_piece(m, b, from, b->text.length);
}

static enum block_kind kind_of_paragraph(const struct markdown *m, struct text t) {
    bool emphasised = m->emphasised && !m->plain;
    if (is_caption(t) || (emphasised && m->after_image)) return BLOCK_CAPTION;
    if (m->items || m->quotes) return container_kind(m);
    if (emphasised && is_heading(t)) return BLOCK_HEADING;
    if ((emphasised && m->after_headline) || m->summary == SUMMARY_HEADING) return BLOCK_SUMMARY;
    return BLOCK_PARAGRAPH;
}

static void end_paragraph(struct markdown *m) {
    struct block b = mapped_finish(&m->inlines.text, BLOCK_PARAGRAPH);
    if (!b.text.length) return;
    struct text title = m->reader->document->title;
    bool first = !m->headline_seen, one_line = !m->inlines.breaks.count;
    settle_headline(m, b.text);
    if (first && one_line && (title.length ? same_line(title, b.text) : is_headline(b.text, 4) && !is_question(b.text)))
        b.kind = BLOCK_HEADLINE;
    else if (m->after_headline && one_line && title.length && same_line(title, b.text))
        return;
    else
        b.kind = kind_of_paragraph(m, b.text);
    if (m->inlines.breaks.count && is_table_rule(piece(m, &b, 1)))
        add_cells(m, &b);
    else
        add_lines(m, &b);
    if (b.kind != BLOCK_HEADING && !m->items && !bullet_marker(b.text)) m->summary = NO_SUMMARY;
}

/* Indented text is code to Markdown, but in an article it is text that somebody indented. Fenced code is code. */
static void take_code_block(struct markdown *m, cmark_node *node) {
    size_t at = text_offset(m, node);
    while (at < m->source.length && m->source.bytes[at] == ' ') at++;
    if (at >= m->source.length || strchr("`~", m->source.bytes[at])) return;
    for (int line = cmark_node_get_start_line(node); line <= cmark_node_get_end_line(node); line++) {
        size_t start = offset_of_line(m, (size_t)line);
        struct text text = text_trim_wide(text_slice(m->source, start, after_line(m->source, start)));
        size_t from = (size_t)(text.bytes - m->source.bytes);
        struct span span = {(uint32_t)from, (uint32_t)(from + text.length)};
        if (!text.length) continue;
        settle_headline(m, text);
        add(m, block_slice(m->reader, container_kind(m), span));
    }
}

/* HTML is no text, but what stands behind a comment on its last line is, although CommonMark counts it as HTML. */
static void take_html_block(struct markdown *m, cmark_node *node) {
    struct text literal = text_of(cmark_node_get_literal(node));
    size_t line = (size_t)cmark_node_get_start_line(node), from = offset_of_line(m, line);
    for (size_t i = 0; i < literal.length; i++) line += literal.bytes[i] == '\n'; /* libcmark is not sure of the end */
    size_t to = offset_of_line(m, line);
    comments_find(m->reader, from, to);
    const struct comment *comment = comment_after(m->reader, from);
    if (!comment || !text_starts(literal, TEXT("<!--"))) return;
    mapped_copy_visible(&m->inlines.text, comment->span.end, to);
    struct block whole = mapped_finish(&m->inlines.text, container_kind(m));
    struct block b = block_part(m->reader, &whole, 0, whole.text.length);
    if (!b.text.length || b.text.bytes[0] == '<') return;
    settle_headline(m, b.text);
    add(m, b);
}

static void take_inline(struct markdown *m, cmark_event_type event, cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG) m->emphasis += event == CMARK_EVENT_ENTER ? 1 : -1;
    if (type == CMARK_NODE_TEXT) {
        bool blank = !text_trim(text_of(cmark_node_get_literal(node))).length;
        m->emphasised |= m->emphasis > 0;
        m->plain |= !m->emphasis && !blank;
    }
    if (type == CMARK_NODE_IMAGE && event == CMARK_EVENT_EXIT) m->after_image = true;
    inlines_take(&m->inlines, event, node);
}

static void take_block(struct markdown *m, cmark_event_type event, cmark_node *node) {
    int step = event == CMARK_EVENT_ENTER ? 1 : -1;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE: m->quotes += step; break;
    case CMARK_NODE_ITEM: m->items += step; break;
    case CMARK_NODE_CODE_BLOCK: take_code_block(m, node); break;
    case CMARK_NODE_HTML_BLOCK: take_html_block(m, node); break;
    case CMARK_NODE_LIST:
        if (step < 0 && !m->items) m->summary = NO_SUMMARY;
        break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        if (step > 0)
            begin_block(m, node);
        else if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
            end_heading(m, cmark_node_get_heading_level(node));
        else
            end_paragraph(m);
        break;
    default: break;
    }
}

static void walk(struct markdown *m, cmark_iter *iter) {
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (type >= CMARK_NODE_FIRST_INLINE && type <= CMARK_NODE_LAST_INLINE)
            take_inline(m, event, node);
        else
            take_block(m, event, node);
    }
    settle_headline(m, TEXT(""));
}

bool markdown_read(struct reader *r) {
    struct markdown m = {.reader = r, .source = r->document->source, .line = 1, .line_offset = r->body};
    m.inlines = (struct inlines){.reader = r, .text = {.reader = r}, .alt = {.reader = r}};
    if (is_hostile(&m)) return text_read(r); /* the kinds of its blocks are lost, but no text */
    struct text body = text_slice(m.source, r->body, m.source.length);
    cmark_node *root = cmark_parse_document(body.bytes, body.length, CMARK_OPT_DEFAULT);
    cmark_iter *iter = root ? cmark_iter_new(root) : NULL;
    if (iter) walk(&m, iter);
    if (iter) cmark_iter_free(iter);
    if (root) cmark_node_free(root);
    buffer_release(&m.inlines.text.bytes);
    buffer_release(&m.inlines.alt.bytes);
    return iter ? true : error_no_memory(r->error);
}

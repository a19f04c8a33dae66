#include "base/utf8.h"
#include "document/reader.h"

#include <string.h>

/* Lines of the source, or paragraphs that were put together from them. */
struct line {
    uint32_t start, end; /* without white space around it */
    uint32_t last;       /* the last line of the source that was joined to this one */
    bool gap;            /* blank lines before it */
};

struct text_reader {
    struct reader *reader;
    struct text source; /* comments are blank */
    size_t newline; /* the first at or after the line that is being read: what holds none is searched once */
    LIST(struct line) lines;
    struct mapped mapped;
    enum { NO_SUMMARY, SUMMARY_HEADING, SUMMARY_LIST } summary;
};

enum { HEADLINE_LOOKAHEAD = 6, WIDTH_LEAST = 40, WIDTH_MOST = 100, STANDFIRST_BYTES = 360 };

static struct text line_text(const struct text_reader *t, const struct line *l) {
    return text_slice(t->source, l->start, l->end);
}

/* A line ends with LF, CRLF, or (old exports) CR alone. */
static size_t end_of_line(struct text_reader *t, size_t at) {
    if (at > t->newline || at == t->reader->body) {
        const char *newline = memchr(t->source.bytes + at, '\n', t->source.length - at);
        t->newline = newline ? (size_t)(newline - t->source.bytes) : t->source.length;
    }
    const char *returned = memchr(t->source.bytes + at, '\r', t->newline - at);
    return returned ? (size_t)(returned - t->source.bytes) : t->newline;
}

static size_t next_line(struct text source, size_t end) {
    if (end >= source.length) return source.length;
    return end + (source.bytes[end] == '\r' && end + 1 < source.length && source.bytes[end + 1] == '\n' ? 2 : 1);
}

static bool collect_lines(struct text_reader *t) {
    bool gap = true;
    for (size_t at = t->reader->body, end; at < t->source.length; at = next_line(t->source, end)) {
        end = end_of_line(t, at);
        struct text line = text_trim_wide(text_slice(t->source, at, end));
        if (line.length) {
            struct line *room = list_add(t->reader->arena, &t->lines);
            if (!room) return error_no_memory(t->reader->error);
            uint32_t start = (uint32_t)(line.bytes - t->source.bytes), last = (uint32_t)t->lines.count - 1;
            *room = (struct line){start, start + (uint32_t)line.length, last, gap};
        } else if (text_trim_wide(text_slice(t->reader->document->source, at, end)).length) {
            continue; /* a line of nothing but comments is no line, and no gap */
        }
        gap = !line.length;
    }
    return true;
}

/* The longest line in characters; 0 when some line is too long for a text that was wrapped to a width. */
static size_t width_of_lines(const struct text_reader *t) {
    size_t width = 0;
    for (size_t i = 0; i < t->lines.count; i++) {
        struct text line = line_text(t, &t->lines.items[i]);
        if (line.length > 4 * WIDTH_MOST) return 0;
        size_t count = utf8_count(line);
        if (count > width) width = count;
    }
    return width >= WIDTH_LEAST && width <= WIDTH_MOST ? width : 0;
}

/* Would the first word of the line after `l` have fitted on it? If not, the line was broken there for its width. */
static bool is_full(const struct text_reader *t, const struct line *l, size_t width) {
    struct text next = line_text(t, l + 1);
    const char *space = memchr(next.bytes, ' ', next.length);
    struct text word = text_slice(next, 0, space ? (size_t)(space - next.bytes) : next.length);
    return utf8_count(line_text(t, l)) + 1 + utf8_count(word) > width;
}

static bool may_join(const struct text_reader *t, size_t i, size_t width) {
    const struct line *l = &t->lines.items[i];
    if (i + 1 >= t->lines.count || l[1].gap || list_marker(line_text(t, l + 1))) return false;
    return is_full(t, l, width);
}

/* Hard-wrapped text shows by sentences that run over the line ends. */
static bool is_wrapped(const struct text_reader *t, size_t width) {
    size_t full = 0, running = 0;
    for (size_t i = 0; i < t->lines.count; i++) {
        if (!may_join(t, i, width)) continue;
        full++;
        running += !ends_sentence(line_text(t, &t->lines.items[i]));
    }
    return running >= 2 && running * 2 > full;
}

static void join_wrapped_lines(struct text_reader *t) {
    size_t width = width_of_lines(t);
    if (!width || !is_wrapped(t, width)) return;
    for (size_t i = t->lines.count; i-- > 0;)
        if (may_join(t, i, width)) t->lines.items[i].last = t->lines.items[i + 1].last;
}

/* The paragraph that begins with line i, as one block; *next is the line after it. */
static struct block paragraph_at(struct text_reader *t, size_t i, size_t *next) {
    const struct line *lines = t->lines.items;
    *next = lines[i].last + (size_t)1;
    const struct comment *comment = comment_after(t->reader, lines[i].start);
    if (lines[i].last == i && (!comment || comment->span.start >= lines[i].end))
        return block_slice(t->reader, BLOCK_PARAGRAPH, (struct span){lines[i].start, lines[i].end});
    for (size_t at = i; at < *next; at++) {
        if (at > i && t->source.bytes[lines[at - 1].end - 1] != '-')
            mapped_decoded(&t->mapped, TEXT(" "), lines[at - 1].end, lines[at].start);
        mapped_copy_visible(&t->mapped, lines[at].start, lines[at].end);
    }
    return mapped_finish(&t->mapped, BLOCK_PARAGRAPH);
}

static bool repeats_soon(const struct text_reader *t, size_t i) {
    struct text line = line_text(t, &t->lines.items[i]);
    for (size_t j = i + 1; j < t->lines.count && j <= i + HEADLINE_LOOKAHEAD; j++)
        if (same_line(line, line_text(t, &t->lines.items[j]))) return true;
    return false;
}

/* The first line among the first few that passes; the number of lines when none does. */
static size_t find_headline(const struct text_reader *t) {
    struct text title = t->reader->document->title;
    size_t few = t->lines.count < HEADLINE_LOOKAHEAD ? t->lines.count : HEADLINE_LOOKAHEAD;
    for (size_t i = 0; i < few && title.length; i++)
        if (same_line(title, line_text(t, &t->lines.items[i]))) return i;
    if (title.length) return t->lines.count;
    for (size_t i = 0; i < few; i++)
        if (is_headline(line_text(t, &t->lines.items[i]), 3) && repeats_soon(t, i)) return i;
    for (size_t words = 4; words; words = words == 4 ? 1 : 0) {
        for (size_t i = 0; i < few; i++) {
            struct text line = line_text(t, &t->lines.items[i]);
            if (is_boilerplate(line) || dateline(line) != NO_DATE) continue;
            if (is_headline(line, words)) return i;
            if (!is_site_name(line)) break; /* the body has begun */
        }
    }
    return t->lines.count;
}

/* A photograph's texts stand above the mark of its information button. */
static bool is_photo_text(const struct text_reader *t, size_t i) {
    for (size_t j = i + 1; j < t->lines.count && j <= i + 3 && !t->lines.items[j].gap; j++)
        if (text_equal(line_text(t, &t->lines.items[j]), TEXT("info_icon"))) return true;
    return false;
}

static enum block_kind kind_of_line(const struct text_reader *t, size_t i, struct text line, bool after_headline) {
    if (is_photo_text(t, i) || is_caption(line)) return BLOCK_CAPTION;
    if (t->summary == SUMMARY_HEADING && !is_heading(line)) return BLOCK_SUMMARY;
    if (is_question(line)) return BLOCK_QUESTION;
    if (is_heading(line)) return BLOCK_HEADING;
    if (after_headline && line.length <= STANDFIRST_BYTES && t->lines.items[i].last + 2 < t->lines.count)
        return BLOCK_SUMMARY;
    return BLOCK_PARAGRAPH;
}

static void follow_summary(struct text_reader *t, struct text line, bool item) {
    if (is_summary_heading(line))
        t->summary = SUMMARY_HEADING;
    else if (item && t->summary)
        t->summary = SUMMARY_LIST;
    else
        t->summary = NO_SUMMARY;
}

static void add_paragraph(struct text_reader *t, size_t i, struct block b, bool after_headline) {
    size_t marker = list_marker(b.text);
    size_t quoted = text_starts(b.text, TEXT("> ")) ? 2 : 0;
    b.kind = marker ? (t->summary ? BLOCK_SUMMARY : BLOCK_LIST_ITEM)
                    : quoted ? BLOCK_QUOTATION : kind_of_line(t, i, b.text, after_headline);
    follow_summary(t, b.text, marker > 0);
    if (marker || quoted) b = block_part(t->reader, &b, marker + quoted, b.text.length);
    block_add(t->reader, b);
}

static bool add_headline(struct text_reader *t, size_t at, size_t *next) {
    *next = 0;
    if (at == t->lines.count) {
        block_add(t->reader, t->reader->headline);
        return t->reader->headline.text.length > 0;
    }
    struct block b = paragraph_at(t, at, next);
    b.kind = BLOCK_HEADLINE;
    block_add(t->reader, b);
    return true;
}

/* Takes the date from the top of the story when the front matter gave none. */
static bool is_skipped(struct text_reader *t, struct text line, bool top) {
    int32_t date = top ? dateline(line) : NO_DATE;
    if (date != NO_DATE && t->reader->document->published == NO_DATE) t->reader->document->published = date;
    return date != NO_DATE || is_boilerplate(line);
}

static void add_blocks(struct text_reader *t) {
    size_t headline = find_headline(t), after;
    struct text title = headline < t->lines.count ? line_text(t, &t->lines.items[headline]) : TEXT("");
    for (size_t i = 0, next; headline < t->lines.count && i < headline; i = next) {
        struct block b = paragraph_at(t, i, &next);
        if (!is_skipped(t, b.text, true) && !is_site_name(b.text)) add_paragraph(t, i, b, false);
    }
    bool after_headline = add_headline(t, headline, &after);
    for (size_t i = after, next; i < t->lines.count; i = next) {
        struct block b = paragraph_at(t, i, &next);
        bool top = i < after + HEADLINE_LOOKAHEAD;
        if (is_skipped(t, b.text, top) || (top && title.length && same_line(b.text, title))) continue;
        add_paragraph(t, i, b, after_headline);
        after_headline = false;
    }
}

bool text_read(struct reader *r) {
    comments_find(r, r->body, r->document->source.length);
    struct text_reader t = {.reader = r, .source = comments_blank(r), .mapped = {.reader = r}};
    bool collected = collect_lines(&t);
    if (collected) {
        join_wrapped_lines(&t);
        add_blocks(&t);
    }
    buffer_release(&t.mapped.bytes);
    return collected;
}

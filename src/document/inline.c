#include "document/inline.h"

#include "base/utf8.h"

#include <string.h>

/* How far a text may stand from where the one before it ended: what lies between is a few marks of syntax. */
enum { SYNTAX_BYTES = 1024, ENTITY_BYTES = 40 };

enum literal { LITERAL_TEXT, LITERAL_CODE, LITERAL_HTML };

static char byte_at(const struct inlines *in, size_t at) {
    return at < in->limit ? in->reader->document->source.bytes[at] : '\0';
}

static bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

static bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Past a line end and what stands before the text of the next line: white space and the marks of block quotes, unless
 * the text itself goes on with such a mark. */
static size_t after_line_end(const struct inlines *in, size_t at, char next) {
    if (byte_at(in, at) == '\r' && byte_at(in, at + 1) == '\n') at++;
    at++;
    while (is_blank(byte_at(in, at)) || (byte_at(in, at) == '>' && next != '>')) at++;
    return at;
}

/* Bytes of what may be an entity at `at`: "&name;", "&#8212;"; 0 for none. */
static size_t entity_length(const struct inlines *in, size_t at) {
    size_t end = at + 1 + (byte_at(in, at + 1) == '#');
    while (end < at + ENTITY_BYTES && is_alphanumeric(byte_at(in, end))) end++;
    return end > at + 1 && byte_at(in, end) == ';' ? end + 1 - at : 0;
}

static size_t character_bytes(struct text t, size_t at) {
    if (at >= t.length) return 0;
    size_t end = at;
    utf8_next(t, &end);
    return end - at;
}

/* A few named entities stand for a letter and one of these after it. */
static bool is_second_half(struct text t, size_t at) {
    static const char *const halves[] = {"\xCC\xB8", "\xE2\x83\x92", "\xEF\xB8\x80", "\xE2\x80\x8A",
                                         "\xCC\xB3", "\xE2\x83\xA5", NULL};
    for (const char *const *half = halves; *half; half++)
        if (text_starts(text_slice(t, at, t.length), text_of(*half))) return true;
    return false;
}

/* How many bytes of the literal the entity of `length` bytes at `at` stands for; 0 when it is none, and stands for
 * itself. libcmark has decoded it already, so no table of names is needed here. */
static size_t decoded_length(const struct inlines *in, size_t at, size_t length, struct text literal, size_t l) {
    struct text raw = text_slice(in->reader->document->source, at, at + length);
    if (text_equal(raw, TEXT("&amp;"))) return 1;
    if (text_starts(text_slice(literal, l, literal.length), raw)) return 0;
    if (text_equal(raw, TEXT("&fjlig;"))) return 2;
    size_t bytes = character_bytes(literal, l);
    if (raw.bytes[1] != '#' && is_second_half(literal, l + bytes)) bytes += character_bytes(literal, l + bytes);
    return bytes;
}

/* One step where source and literal are not plainly equal. Moves both on; false when they do not fit. */
static bool match_special(struct inlines *in, struct mapped *m, enum literal kind, struct text literal, size_t *l) {
    char c = byte_at(in, in->at);
    size_t used = 0, decoded = 0, entity = 0;
    if (is_line_end(c) && kind != LITERAL_TEXT && strchr(" \n\r", literal.bytes[*l])) {
        used = after_line_end(in, in->at, *l + 1 < literal.length ? literal.bytes[*l + 1] : '\0') - in->at;
        decoded = 1 + (literal.bytes[*l] == '\r' && *l + 1 < literal.length && literal.bytes[*l + 1] == '\n');
    } else if (kind == LITERAL_TEXT && c == '\\' && byte_at(in, in->at + 1) == literal.bytes[*l] &&
               is_punctuation(literal.bytes[*l])) {
        used = 2;
        decoded = 1;
    } else if (kind == LITERAL_TEXT && c == '&' && (entity = entity_length(in, in->at))) {
        decoded = decoded_length(in, in->at, entity, literal, *l);
        used = entity;
    }
    if (!decoded || *l + decoded > literal.length) return false;
    mapped_decoded(m, text_slice(literal, *l, *l + decoded), in->at, in->at + used);
    in->at += used;
    *l += decoded;
    return true;
}

static bool may_be_special(char c, enum literal kind) {
    return is_line_end(c) || (kind == LITERAL_TEXT && (c == '\\' || c == '&'));
}

/* The literal from in->at on, appended to m; everything is as before when it does not stand there. */
static bool match_here(struct inlines *in, struct mapped *m, enum literal kind, struct text literal) {
    size_t at = in->at, length = m->bytes.length, runs = m->runs.count, l = 0;
    const char *source = in->reader->document->source.bytes;
    while (l < literal.length) {
        size_t from = in->at;
        while (l < literal.length && in->at < in->limit && source[in->at] == literal.bytes[l] &&
               !may_be_special(source[in->at], kind)) {
            in->at++;
            l++;
        }
        mapped_copy(m, from, in->at);
        if (l == literal.length || match_special(in, m, kind, literal, &l)) continue;
        if (in->at < in->limit && source[in->at] == literal.bytes[l] && !is_line_end(source[in->at])) {
            mapped_copy(m, in->at, in->at + 1); /* a backslash or ampersand that means nothing */
            in->at++;
            l++;
            continue;
        }
        in->at = at;
        m->bytes.length = length;
        m->runs.count = runs;
        return false;
    }
    return true;
}

static void match(struct inlines *in, struct mapped *m, enum literal kind, struct text literal) {
    size_t start = in->at, end = start + SYNTAX_BYTES < in->limit ? start + SYNTAX_BYTES : in->limit;
    for (; in->at < end; in->at++)
        if (match_here(in, m, kind, literal)) return;
    in->at = start; /* it is there, but not where we looked: one place for all of it is the best that is known */
    for (size_t i = 0; i < literal.length; i++)
        mapped_decoded(m, text_slice(literal, i, i + 1), start < in->limit ? start : in->limit - 1, start);
}

static size_t skip_white_space(const struct inlines *in, size_t at) {
    while (is_blank(byte_at(in, at)) || is_line_end(byte_at(in, at)))
        at = is_blank(byte_at(in, at)) ? at + 1 : after_line_end(in, at, '\0');
    return at;
}

/* Past a run that ends with `close` and may not hold `stop`, backslash escapes apart; 0 when there is none. */
static size_t skip_until(const struct inlines *in, size_t at, char close, char stop) {
    for (; at < in->limit; at++) {
        char c = byte_at(in, at);
        if (c == close) return at + 1;
        if (c == stop) return 0;
        if (c == '\\') at++;
    }
    return 0;
}

/* CommonMark leaves it to the reader how deep parentheses may nest in a destination; libcmark stops at 32. */
static size_t skip_destination(const struct inlines *in, size_t at) {
    if (byte_at(in, at) == '<') return skip_until(in, at + 1, '>', '<');
    int depth = 0;
    for (; at < in->limit && depth <= 32 && (unsigned char)byte_at(in, at) > ' '; at++) {
        char c = byte_at(in, at);
        if (c == '\\' && is_punctuation(byte_at(in, at + 1)))
            at++;
        else if (c == '(')
            depth++;
        else if (c == ')' && depth-- == 0)
            return at;
    }
    return at;
}

/* From the "(" after a link's text past the ")"; 0 when what follows is no link destination. */
static size_t skip_target(const struct inlines *in, size_t at) {
    at = skip_destination(in, skip_white_space(in, at + 1));
    if (!at) return 0;
    size_t title = skip_white_space(in, at);
    char open = byte_at(in, title);
    if (title > at && (open == '"' || open == '\'' || open == '('))
        at = skip_until(in, title + 1, open == '(' ? ')' : open, open == '(' ? '(' : '\0');
    if (!at) return 0;
    at = skip_white_space(in, at);
    return byte_at(in, at) == ')' ? at + 1 : 0;
}

/* Leaves a link or image: past "](destination)", "][label]", "]", or the ">" of "<http://…>". */
static void leave_link(struct inlines *in) {
    size_t at = in->at;
    while (at < in->limit && byte_at(in, at) && strchr("*_`![", byte_at(in, at))) at++;
    if (byte_at(in, at) == '>') in->at = at + 1;
    if (byte_at(in, at) != ']') return;
    in->at = at + 1;
    size_t after = byte_at(in, at + 1) == '(' ? skip_target(in, at + 1)
                   : byte_at(in, at + 1) == '[' ? skip_until(in, at + 2, ']', '[') : 0;
    if (after) in->at = after;
}

static void leave_code(struct inlines *in) {
    size_t at = skip_white_space(in, in->at);
    if (byte_at(in, at) != '`') return;
    while (byte_at(in, at) == '`') at++;
    in->at = at;
}

static void take_break(struct inlines *in, struct mapped *m) {
    size_t at = in->at;
    while (at < in->limit && !is_line_end(byte_at(in, at))) at++;
    in->at = after_line_end(in, at, '>'); /* what is left of the marks will be skipped if it is no text */
    if (!m->bytes.length) return;
    mapped_decoded(m, TEXT(" "), at, at + 1);
    if (m != &in->text) return;
    uint32_t *room = list_add(in->reader->arena, &in->breaks);
    if (room) *room = (uint32_t)m->bytes.length;
}

/* Tags are not text, but "<br>" parts two words. */
static void take_html(struct inlines *in, struct mapped *m, struct text tag) {
    size_t length = m->bytes.length, runs = m->runs.count, from = in->at;
    match(in, m, LITERAL_HTML, tag);
    if (text_starts(tag, TEXT("<!--"))) comments_find(in->reader, from, in->at);
    m->bytes.length = length;
    m->runs.count = runs;
    if (text_starts(tag, TEXT("<br")) || text_starts(tag, TEXT("<BR"))) mapped_decoded(m, TEXT(" "), from, in->at);
}

void inlines_take(struct inlines *in, cmark_event_type event, cmark_node *node) {
    struct mapped *m = in->images ? &in->alt : &in->text;
    cmark_node_type type = cmark_node_get_type(node);
    struct text literal = text_of(cmark_node_get_literal(node));
    if (type == CMARK_NODE_IMAGE) in->images += event == CMARK_EVENT_ENTER ? 1 : -1;
    if (event == CMARK_EVENT_EXIT) {
        if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) leave_link(in);
        if (type == CMARK_NODE_IMAGE && !in->images) block_add(in->reader, mapped_finish(&in->alt, BLOCK_CAPTION));
    } else if (type == CMARK_NODE_TEXT) {
        match(in, m, LITERAL_TEXT, literal);
    } else if (type == CMARK_NODE_CODE) {
        match(in, m, LITERAL_CODE, literal);
        leave_code(in);
    } else if (type == CMARK_NODE_HTML_INLINE) {
        take_html(in, m, literal);
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
        take_break(in, m);
    }
}

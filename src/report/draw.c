#include "report/draw.h"

#include "base/utf8.h"

#include <string.h>

static const char *const codes[STYLES] = {
    [STYLE_PLAIN] = "",          [STYLE_BOLD] = "\033[1m",     [STYLE_DIM] = "\033[2m",
    [STYLE_MARK] = "\033[1;4m",  [STYLE_ERROR] = "\033[1;31m", [STYLE_WARNING] = "\033[1;33m",
    [STYLE_NOTE] = "\033[1;36m",
};

static void turn_on(const struct canvas *c, enum style style) {
    if (c->color) buffer_string(c->out, codes[style]);
}

static void turn_off(const struct canvas *c, enum style style) {
    if (c->color && style != STYLE_PLAIN) buffer_string(c->out, "\033[0m");
}

void draw_text(const struct canvas *c, enum style style, struct text t) {
    turn_on(c, style);
    print_clean(c->out, t);
    turn_off(c, style);
}

void draw_string(const struct canvas *c, enum style style, const char *nul_terminated) {
    draw_text(c, style, text_of(nul_terminated));
}

/* The end of a line that begins at `at` and may take `width` columns; *next is where the one after it begins. A word
 * too long for a line of its own is broken. */
static size_t line_end(struct text t, size_t at, size_t width, size_t *next) {
    size_t columns = 0, space = 0;
    bool found = false;
    for (size_t i = at; i < t.length;) {
        size_t from = i;
        utf8_next(t, &i);
        columns += utf8_width(text_slice(t, from, i));
        if (columns > width && t.bytes[from] != ' ') {
            if (found) return *next = space + 1, space;
            if (from > at) return *next = from, from;
        }
        if (t.bytes[from] == ' ') space = from, found = true;
    }
    return *next = t.length, t.length;
}

static size_t line_room(const struct canvas *c, const char *indent) {
    size_t taken = utf8_width(text_of(indent));
    return c->width > taken + 10 ? c->width - taken : 10;
}

void draw_paragraph(const struct canvas *c, const char *indent, struct text t) {
    struct buffer clean = {0};
    print_clean(&clean, t);
    struct text text = text_trim(buffer_view(&clean));
    size_t at = 0;
    do {
        size_t next, end = line_end(text, at, line_room(c, indent), &next);
        buffer_string(c->out, indent);
        buffer_text(c->out, text_slice(text, at, end));
        buffer_char(c->out, '\n');
        at = next;
    } while (at < text.length);
    c->out->failed |= clean.failed;
    buffer_release(&clean);
}

/* A quotation made fit for one line, and which of its bytes are marked. */
struct strip {
    struct buffer text, marks; /* of one length; marks are ' ' and '^' */
};

static void strip_add(struct strip *s, struct text t, char mark) {
    print_clean(&s->text, t);
    while (s->marks.length < s->text.length && !s->marks.failed) buffer_char(&s->marks, mark);
}

enum { FAR = 240 }; /* bytes around the marks that are kept of a very long text */

/* The first or last byte to show: the next space that is FAR away from the marks. */
static size_t cut_before(const struct quotation *q) {
    size_t first = q->count ? q->marks[0].start - q->start : 0;
    if (first <= FAR) return 0;
    const char *space = memchr(q->whole.bytes + first - FAR, ' ', FAR);
    return space ? (size_t)(space - q->whole.bytes) + 1 : 0;
}

static size_t cut_after(const struct quotation *q) {
    size_t last = q->count ? q->marks[q->count - 1].end - q->start : 0;
    if (last + FAR >= q->whole.length) return q->whole.length;
    const char *space = memrchr(q->whole.bytes + last, ' ', FAR);
    return space ? (size_t)(space - q->whole.bytes) : q->whole.length;
}

static void strip_fill(struct strip *s, const struct quotation *q) {
    size_t at = cut_before(q), end = cut_after(q);
    if (q->more_before || at > 0) strip_add(s, TEXT("… "), ' ');
    for (size_t i = 0; i < q->count; i++) {
        size_t from = q->marks[i].start - q->start, to = q->marks[i].end - q->start;
        strip_add(s, text_slice(q->whole, at, from), ' ');
        strip_add(s, text_slice(q->whole, from, to), '^');
        at = to;
    }
    strip_add(s, text_slice(q->whole, at, end), ' ');
    if (q->more_after || end < q->whole.length) strip_add(s, TEXT(" …"), ' ');
}

/* One line in colour: runs of marked and of plain bytes. */
static void colored_line(const struct canvas *c, struct text line, const char *marks) {
    for (size_t at = 0; at < line.length;) {
        size_t end = at;
        while (end < line.length && marks[end] == marks[at]) end++;
        enum style style = marks[at] == '^' ? STYLE_MARK : STYLE_PLAIN;
        turn_on(c, style);
        buffer_text(c->out, text_slice(line, at, end));
        turn_off(c, style);
        at = end;
    }
    buffer_char(c->out, '\n');
}

static void caret_line(const struct canvas *c, const char *indent, struct text line, const char *marks) {
    size_t last = line.length;
    while (last && marks[last - 1] != '^') last--;
    if (!last) return;
    buffer_string(c->out, indent);
    for (size_t at = 0; at < last;) {
        size_t from = at;
        utf8_next(line, &at);
        for (size_t n = utf8_width(text_slice(line, from, at)); n; n--) buffer_char(c->out, marks[from]);
    }
    buffer_char(c->out, '\n');
}

void draw_quotation(const struct canvas *c, const char *indent, const struct quotation *q) {
    struct strip s = {0};
    strip_fill(&s, q);
    struct text text = buffer_view(&s.text);
    if (s.marks.failed || s.text.failed) text.length = 0;
    for (size_t at = 0; at < text.length;) {
        size_t next, end = line_end(text, at, line_room(c, indent), &next);
        struct text line = text_slice(text, at, end);
        turn_on(c, STYLE_DIM);
        buffer_string(c->out, indent);
        turn_off(c, STYLE_DIM);
        if (c->color)
            colored_line(c, line, s.marks.bytes + at);
        else
            buffer_text(c->out, line), buffer_char(c->out, '\n');
        if (!c->color) caret_line(c, indent, line, s.marks.bytes + at);
        at = next;
    }
    c->out->failed |= s.text.failed || s.marks.failed;
    buffer_release(&s.text);
    buffer_release(&s.marks);
}

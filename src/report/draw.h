/* Text on a terminal: colours, wrapped paragraphs, quotations with their words marked. */
#ifndef BELIE_REPORT_DRAW_H
#define BELIE_REPORT_DRAW_H

#include "report/citation.h"
#include "report/output.h"

struct canvas {
    struct buffer *out;
    bool color;
    unsigned width; /* columns; at least CANVAS_LEAST */
};

enum { CANVAS_LEAST = 30, CANVAS_USUAL = 80 };

enum style { STYLE_PLAIN, STYLE_BOLD, STYLE_DIM, STYLE_MARK, STYLE_ERROR, STYLE_WARNING, STYLE_NOTE, STYLES };

/* Without colour these are the text itself. Cleaned as by print_clean. */
void draw_text(const struct canvas *c, enum style style, struct text t);
void draw_string(const struct canvas *c, enum style style, const char *nul_terminated);

/* Words wrapped to the width, each line behind `indent`. Ends with a newline. */
void draw_paragraph(const struct canvas *c, const char *indent, struct text t);

/* `whole` (bytes of the file from `start` on) as a wrapped quotation with the marked spans of the file underlined: by
 * colour, or by carets in a line below. Marks are sorted and do not overlap. What is far from any mark in a very long
 * text gives way to "…". */
struct quotation {
    struct text whole;
    uint32_t start;
    const struct span *marks;
    size_t count;
    bool more_before, more_after;
};
void draw_quotation(const struct canvas *c, const char *indent, const struct quotation *q);

#endif

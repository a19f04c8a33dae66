/* The text inside a Markdown block, laid along the source: libcmark says what it is, not where each byte stands. */
#ifndef BELIE_DOCUMENT_INLINE_H
#define BELIE_DOCUMENT_INLINE_H

#include "document/reader.h"

#include <cmark.h>

/* All zero but for `reader` and `reader` of the two texts. */
struct inlines {
    struct reader *reader;
    size_t at, limit;    /* the next byte of the source to be matched; the block ends before `limit` */
    struct mapped text;  /* of the block */
    struct mapped alt;   /* of an image inside it */
    int images;          /* that are open */
    LIST(uint32_t) breaks; /* where in `text` a line of the source ended */
};

/* Takes one step of a cmark_iter below a paragraph or heading. */
void inlines_take(struct inlines *in, cmark_event_type event, cmark_node *node);

#endif

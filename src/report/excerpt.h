/* Quotations as readers of the article saw them: the words of a claim marked in their sentence and its block, without
 * the marks of Markdown. */
#ifndef BELIE_REPORT_EXCERPT_H
#define BELIE_REPORT_EXCERPT_H

#include "document/document.h"
#include "report/citation.h"

/* A document cut into its blocks again. All zero where the file is not at hand. */
struct layout {
    bool read;
    struct document document;
};

/* Reads the source's bytes into blocks; only memory can fail, since they were read before. */
bool layout_read(struct arena *a, const struct source *s, struct layout *out);

/* The block that holds a byte of the file, its number in *index; NULL when none does. */
const struct block *layout_block(const struct layout *l, uint32_t offset, size_t *index);

enum { EXCERPT_MARKS = 16 };

/* Offsets are bytes of `text`. */
struct excerpt {
    struct text text;
    struct span sentence; /* within text; what is around it is context */
    struct span marks[EXCERPT_MARKS];
    size_t mark_count;    /* sorted, apart from each other */
    bool more_before, more_after;
    struct place place;
    const struct claim *claim;
    size_t block; /* its number in the layout; where that was not read, 0 */
};

/* A list of claims of one document, in text order. */
struct quoted {
    const struct origin *origin;
    const struct layout *layout;
    const struct claim *const *claims;
    size_t count;
};

/* Sentences that the claims stand in, at most `most`; returns how many there are altogether. */
size_t excerpts_of(const struct quoted *q, struct excerpt *out, size_t most);

/* Sorts spans and joins those that meet; returns how many are left. */
size_t spans_join(struct span *spans, size_t count);

/* Where byte `offset` of the file stands in the block's text. */
uint32_t block_offset(const struct block *b, uint32_t offset);

#endif

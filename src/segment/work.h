/* What the steps of this stage hand each other: tokens, then quotations, then sentences, block by block. */
#ifndef BELIE_SEGMENT_WORK_H
#define BELIE_SEGMENT_WORK_H

#include "segment/segment.h"

/* The words of the marks that the steps ask for. */
struct marks {
    const struct word *stop, *question, *exclamation, *ellipsis, *double_quote, *single_quote, *dash;
    const struct word *close_round, *close_square, *open_round, *open_square;
};

struct work {
    struct arena *arena;
    struct vocabulary *vocabulary;
    struct segmented *out;
    struct marks marks;
    LIST(uint32_t) noted; /* tokens of the block that are marks or took their full stop in */
    uint16_t quotations; /* numbers given so far */
    uint16_t unfinished; /* the quotation that ran to the end of the block before, or 0 */
};

/* Each works on one block; its tokens are those from `first` on. False only when memory is short. */
bool token_block(struct work *w, const struct block *b);
void quotation_block(struct work *w, uint32_t first);
bool sentence_block(struct work *w, uint32_t block, uint32_t first);

/* Work on all blocks, once the others are through. */
bool profile_all(struct work *w);
bool name_all(struct work *w);

#endif

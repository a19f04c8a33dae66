/* The fixed list of tests between two positions, in order; the first that separates them is the printed reason. */
#ifndef BELIE_COMPARE_RELATION_H
#define BELIE_COMPARE_RELATION_H

#include "compare/compare.h"

enum separation {
    SEPARATE_NOT,
    SEPARATE_PROPOSITION,
    SEPARATE_ARGUMENTS,
    SEPARATE_GRANULARITY,
    SEPARATE_UNSURE,  /* nothing shows that open arguments are the same */
    SEPARATE_STORY,
    SEPARATE_EVENT,   /* other dates */
    SEPARATE_MODALITY,
    SEPARATE_READINGS
};

struct verdict {
    enum separation separation;
    int32_t argument; /* of SEPARATE_ARGUMENTS */
    enum relation relation;
    enum severity severity;
    bool swapped;     /* the same deed with its two names exchanged */
    bool tension;     /* only what the readings suggest is apart */
};

struct verdict relation_find(const struct rules *r, const struct source *sources, int32_t proposition,
                             const struct position *a, const struct position *b);

#endif

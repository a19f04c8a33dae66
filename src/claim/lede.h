/* Whom a report opens with before it names him: "A former nurse was convicted on Friday … Paula Renfro, 39, gave …". */
#ifndef BELIE_CLAIM_LEDE_H
#define BELIE_CLAIM_LEDE_H

#include "claim/making.h"

struct lede {
    int32_t mention;   /* "a former nurse", or NONE */
    uint32_t sentence; /* where the name stands, and its group */
    int32_t group;
};

struct lede lede_find(const struct matched *m);

#endif

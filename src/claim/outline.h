/* What a sentence holds that a theme may put, worked out once: the themes of its claims differ only in what is their
 * own and in where the rest stands. */
#ifndef BELIE_CLAIM_OUTLINE_H
#define BELIE_CLAIM_OUTLINE_H

#include "claim/making.h"

/* A word as themes write it: in lower case, and of a name the words joined, as it is one thing. */
struct piece {
    char kind; /* the second mark, see claim/theme.h, or 0 */
    struct text word;
};

struct pieces {
    const struct piece *items;
    size_t count;
};

/* What a group adds: a noun group what it stands for, another the deed that it tells of. */
struct outlined_group {
    int32_t mention;  /* or NONE */
    struct text deed; /* empty when it adds none */
};

struct outlined_figure {
    struct text anchor; /* "41_hospital"; empty where another may be the same by chance */
    struct text date;   /* "05", "2025"; empty for most */
};

struct outline {
    const struct parse *parse; /* NULL before the first */
    struct outlined_group *groups;
    struct outlined_figure *figures;
    LIST(struct text) spans; /* "quarter", "annual": of what time figures are */
};

/* The outline of the sentence last asked for, and what the mentions of the document add. */
struct outlines;

/* NULL when memory is short. Lives in `a`. */
struct outlines *outlines_new(struct arena *a, const struct matched *m);

const struct outline *outline_of(const struct making *k); /* of the sentence of the claim; NULL when memory is short */
struct pieces outline_mention(const struct making *k, int32_t mention);

bool outline_takes(struct text word); /* no figure or sign; no word that counts or tells when */

#endif

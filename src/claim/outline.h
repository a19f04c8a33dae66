/* What a sentence holds that a theme may put, worked out once: the themes of its claims differ only in what is their
 * own and in where the rest stands. */
#ifndef BELIE_CLAIM_OUTLINE_H
#define BELIE_CLAIM_OUTLINE_H

#include "claim/open.h"

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

/* Of the sentence of the claim; kept until one of another is asked for. NULL when memory is short. */
const struct outline *outline_of(const struct making *k);

struct pieces outline_open(const struct making *k, int32_t mention); /* of one that no pack knows */
struct text outline_written(struct arena *a, struct text word);      /* as a theme writes it */
bool outline_takes(const struct word *w); /* no figure or sign; no word that counts or tells when */

#endif

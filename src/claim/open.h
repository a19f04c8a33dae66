/* What an open argument is called. A name: "=Craig Petersen|governor minister" (the longest form in the document, then
 * nouns that describe it). A noun group: "~crossbench amendment" (modifiers, then the base form of the head), and
 * the names that tell which: "~contract|boeing"; "~every juror" for all of them, "~two juror" for two of them. */
#ifndef BELIE_CLAIM_OPEN_H
#define BELIE_CLAIM_OPEN_H

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

/* What something of the text is called. */
struct opened {
    struct text id;
    size_t plain;                    /* of a name: the bytes of its id before the "|" */
    const struct word *const *words; /* of a name what describes it, of a noun group those before the "|" of its id */
    size_t count;                    /* 0 where the id is all there is */
    const struct parse *parse;       /* of the noun group, or NULL */
    const struct group *group;
    struct pieces pieces; /* see claim/outline.h; none until asked for */
};

/* What the mentions of a document are called, each found once. NULL when memory is short. Lives in `a`. */
struct openings *openings_new(struct arena *a, const struct matched *m);

struct opened *open_find(const struct making *k, int32_t mention); /* NULL when memory is short */
struct text open_id(const struct making *k, int32_t mention);
bool open_is_every(const struct making *k, const struct parse *p, int32_t group); /* "all 14 flats", "every one of the jurors", "none of the patients" */

#endif

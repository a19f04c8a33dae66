/* Stored claims speak of propositions, rules and entities by the numbers that one load of the rules gave them. A
 * numbering says what the numbers stood for, so that claims made with other rules can still be read. */
#ifndef BELIE_ARCHIVE_NUMBERING_H
#define BELIE_ARCHIVE_NUMBERING_H

#include "base/arena.h"
#include "rules/rules.h"

enum numbered { NUMBERED_PROPOSITION, NUMBERED_RULE, NUMBERED_ENTITY, NUMBERED_SORTS };

/* From stored numbers to those of the rules at hand; -1 where these have no such thing. */
struct numbering {
    int32_t *to[NUMBERED_SORTS]; /* NULL: the same numbers */
    uint32_t count[NUMBERED_SORTS];
};

uint64_t numbering_hash(const struct rules *r); /* equal hashes: equal rules, equally numbered */

/* All names, packed, to be stored beside the hash. A proposition is named with its states and values, as readings
 * depend on them. */
void numbering_pack(const struct rules *r, struct buffer *out);

/* Reads what numbering_pack wrote. False when it is damaged or memory is short (then a->failed). */
bool numbering_read(struct arena *a, const struct rules *r, struct text packed, struct numbering *out);

#endif

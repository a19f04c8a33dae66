/* What is told of beside a claim: the words by which two claims are aligned where no slot of a rule holds them. "%",
 * "b" where the text looks back on it and "n" where it is news, then words with a space before each. A word may have
 * two marks. The first: "*" for whom or what it is told of, "+" for what stands before a noun that is counted, "-" for
 * what stands outside the clause, "." and, in the clause, "," for what is part of what is decided on. The second: "!" a name ("!kestrel_homes"), "^" what the text calls it, ":" a verb or
 * adjective,
 * "=" another figure ("=41_hospital"), "@" a span of time; none: a noun, or what stands before it. Of figures and dates
 * besides ">" the deeds told of them (claim/deed.h) and, of people counted, "#" what they are called; of decisions "&" what would be done (claim/content.h); of what was done "%" whoever it is told of every one of. */
#ifndef BELIE_CLAIM_THEME_H
#define BELIE_CLAIM_THEME_H

#include "claim/making.h"

struct text theme_of(const struct making *k);

#endif

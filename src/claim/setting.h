/* What a text adds to a deed, as "+" and base forms. Of a denied one the words that narrow the denial: "did not ride
 * past a lake" leaves open whether it rode, so the indefinite groups count, names, dates and what is known do not. Of
 * another one all words that might answer them; "!" stands before those of definite groups. Empty when there are none.
 */
#ifndef BELIE_CLAIM_SETTING_H
#define BELIE_CLAIM_SETTING_H

#include "claim/making.h"

/* That of the last claim that was not denied: those of one sentence have the same. */
struct setting {
    const struct parse *parse; /* NULL before the first */
    struct text text;
};

struct text setting_of(const struct making *k);

#endif

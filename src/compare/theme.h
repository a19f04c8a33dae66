/* Do two claims speak of the same thing, judging by the words around them? See claim/theme.h. */
#ifndef BELIE_COMPARE_THEME_H
#define BELIE_COMPARE_THEME_H

#include "claim/claim.h"

/* What else is known of two claims. */
struct themes_beside {
    bool inside;   /* both are of one document, whose own words show less */
    bool mistyped; /* their figures have the same digits in another order */
    int more;      /* 1: the figure of the first is the greater one; -1: that of the second; 0: neither */
};

/* Themes of two claims whose documents tell the same story. */
bool themes_meet(struct text a, struct text b, enum theme_kind kind, const struct themes_beside *beside);

/* Does the text look back on what it tells? What it tells as news cannot be what an older text told. */
bool theme_looks_back(struct text theme);

/* Is what it counts or measures told of as known, "the 22 stores that are closing"? */
bool theme_is_known(struct text theme);

#endif

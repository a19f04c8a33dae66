/* Do two claims speak of the same thing, judging by the words around them? See claim/theme.h. */
#ifndef BELIE_COMPARE_THEME_H
#define BELIE_COMPARE_THEME_H

#include "claim/claim.h"

/* Themes of two claims whose documents tell the same story; `inside`: of one document, whose own words show less. */
bool themes_meet(struct text a, struct text b, enum theme_kind kind, bool inside);

/* Does the text look back on what it tells? What it tells as news cannot be what an older text told. */
bool theme_looks_back(struct text theme);

#endif

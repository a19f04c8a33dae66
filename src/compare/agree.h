/* Do two claims of different documents say the same of the same thing? */
#ifndef BELIE_COMPARE_AGREE_H
#define BELIE_COMPARE_AGREE_H

#include "compare/compare.h"

enum agreement { AGREE_NOT /* about something else, or compatible */, AGREE_SAME, AGREE_CLASH };

enum agreement claims_agree(const struct rules *r, const struct source *sources, const struct claim *x, const struct claim *y);

#endif

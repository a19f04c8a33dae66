/* What an editor has settled about how severe findings are. */
#ifndef BELIE_COMPARE_SEVERITY_H
#define BELIE_COMPARE_SEVERITY_H

#include "compare/relation.h"

enum choice { CHOICE_NONE, CHOICE_NOTE, CHOICE_WARNING, CHOICE_ERROR, CHOICE_OFF };

/* All zero changes nothing. */
struct severities {
    enum choice relations[RELATIONS];
    enum choice *propositions; /* by proposition; NULL: none */
    int weights[BLOCK_KINDS];  /* steps up for findings with a side in such a block */
};

enum choice choice_of(const char *word); /* "error", "off" */

/* Changes the severity of a verdict that two positions clash. False when it is to be hidden. */
bool severities_apply(const struct severities *s, const struct position *a, const struct position *b,
                      struct verdict *v);

#endif

/* The inside of loaded rules; for the files of this folder. */
#ifndef BELIE_LIBRARY_RULES_H
#define BELIE_LIBRARY_RULES_H

#include "belie/rules.h"
#include "rules/rules.h"

struct belie_rules {
    struct rules *rules;
};

belie_rules *rules_open(const struct text *folders, size_t count, struct belie_error *e); /* NULL on failure */

#endif

/* Can one person hold two roles? See match/every_role.c. */
#ifndef BELIE_COMPARE_ROLE_H
#define BELIE_COMPARE_ROLE_H

#include "rules/rules.h"

bool is_role(struct text id);
bool roles_apart(const struct rules *r, struct text a, struct text b);

#endif

/* Loaded rules as text for people. */
#ifndef BELIE_RULES_LIST_H
#define BELIE_RULES_LIST_H

#include "rules/rules.h"

/* Every proposition with its question, and under it its rules, a line each. */
void rules_list(const struct rules *r, struct buffer *out);

/* All there is to know about one proposition, rule or entity. `id` is a rule's name ("pack/proposition/rule", or
 * without the pack), a proposition's id (with or without the pack) or an entity's id. False when there is none of that
 * id. */
bool rules_show(const struct rules *r, struct text id, struct buffer *out);

/* "path:line:column: problem" for each problem that loading lets pass; *problems is how many. */
void rules_lint(const struct rules *r, struct buffer *out, size_t *problems);

#endif

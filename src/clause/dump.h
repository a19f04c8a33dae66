/* A parse as text. */
#ifndef BELIE_CLAUSE_DUMP_H
#define BELIE_CLAUSE_DUMP_H

#include "clause/clause.h"

/* One line of tokens with tags, then a line for each group and each clause. */
void clause_dump(const struct segmented *s, const struct parse *p, struct buffer *out);

#endif

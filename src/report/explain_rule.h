/* What a proposition or a rule means, for an editor who met it in a finding. */
#ifndef BELIE_REPORT_EXPLAIN_RULE_H
#define BELIE_REPORT_EXPLAIN_RULE_H

#include "report/output.h"
#include "rules/rules.h"

void explain_rule(struct output *o, const struct rules *r, const struct named *named, unsigned width);

#endif

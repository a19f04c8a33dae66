/* The parts of a SARIF log that tell of the tool: its rules, which are the propositions. */
#ifndef BELIE_REPORT_SARIF_RULES_H
#define BELIE_REPORT_SARIF_RULES_H

#include "report/formats.h"

/* The propositions of a report's findings, and at which place of the rules each stands; -1 for the others. */
struct sarif_rules {
    int32_t *index; /* by proposition */
    size_t count;
};

bool sarif_rules_of(struct arena *a, const struct report *r, struct sarif_rules *out); /* false when memory is short */

/* "rules": […] */
void sarif_rules_write(struct buffer *out, const struct rules *r, const struct sarif_rules *rules);

/* {"text": …}; as SARIF's messages have it, where brackets and braces mean something. */
void sarif_message(struct buffer *out, struct text t);
void sarif_escape(struct buffer *out, struct text t);

#endif

/* How a rule finds a claim, in words that an editor can read. */
#ifndef BELIE_REPORT_PATTERN_TEXT_H
#define BELIE_REPORT_PATTERN_TEXT_H

#include "rules/rules.h"

struct wording {
    struct buffer *out;
    const struct rules *rules;
    const struct proposition *proposition;
    size_t most; /* of the alternatives in one place; the others become "…" */
};

/* "PARTY call/find some/parts of… PLAN unacceptable (to PARTY)" */
void pattern_text(const struct wording *w, const struct pattern *pattern);

/* "PARTY reject/dismiss/turn down PLAN; rejection/dismissal of PLAN" */
void frame_text(const struct wording *w, const struct frame *f);

/* The name of an argument in capitals. */
void argument_text(const struct wording *w, int32_t argument);

#endif

/* What a proposition asks, and what its answers mean for each other. */
#ifndef BELIE_REPORT_MEANING_H
#define BELIE_REPORT_MEANING_H

#include "rules/rules.h"

/* "How did PARTY respond to PLAN?" */
void meaning_question(struct buffer *out, const struct proposition *p);

/* What an answer is, in one paragraph: "One of rejected, accepted." */
void meaning_kind(struct buffer *out, const struct rules *r, const struct proposition *p);

/* For each of its values a line behind `bullet`: which others it contradicts, and with which it is in tension. Nothing for
 * propositions whose answers are figures, dates or names. */
void meaning_clashes(struct buffer *out, const struct rules *r, const struct proposition *p, const char *bullet);

/* What becomes of claims of different days. */
const char *meaning_of_time(const struct proposition *p);

#endif

/* One claim in two lines of text. */
#ifndef BELIE_REPORT_CLAIMS_TEXT_H
#define BELIE_REPORT_CLAIMS_TEXT_H

#include "report/citation.h"

/* 4:67 plan-response(party=russia plan=us-plan): not rejected = some or all, says the outlet
 *     “did not issue an outright rejection” (paragraph, ukraine-talks/plan-response/rejects) */
void print_claim(struct buffer *out, const struct rules *r, const struct claim *c, const struct citation *citation);

#endif

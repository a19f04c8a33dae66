/* A finding as belie's own JSON has it. */
#ifndef BELIE_REPORT_JSON_FINDING_H
#define BELIE_REPORT_JSON_FINDING_H

#include "report/formats.h"

/* The object of finding `index` of the report. */
void json_finding(struct buffer *out, const struct report *r, size_t index);

/* "reason", "until", "by", "source": what a waiver says */
void json_terms(struct buffer *out, const struct waiver *w);

#endif

/* A date as it was said, in JSON: the fields that say something, by name. */
#ifndef BELIE_REPORT_JSON_DATE_H
#define BELIE_REPORT_JSON_DATE_H

#include "match/date.h"
#include "report/json_write.h"

struct cJSON;

void json_said_date(struct buffer *out, const struct date *d); /* null when it says nothing */

/* False when v is not what json_said_date writes. */
bool json_said_date_read(const struct cJSON *v, struct date *out);

#endif

/* Dates and times of day in the pieces of a sentence. */
#ifndef BELIE_MATCH_DATE_READ_H
#define BELIE_MATCH_DATE_READ_H

#include "match/date.h"
#include "match/piece.h"

/* Reads the longest date that begins at piece `at` ("Monday, 14 July", "spring of 2027", "last week"), resolved against
 * p->published; *end is the piece after it. */
bool date_find(const struct pieces *p, int32_t at, struct date *out, int32_t *end);

/* "by", "before", "after" right before a date: *first becomes that piece. */
enum date_bound date_bound_before(const struct pieces *p, int32_t at, int32_t *first);

/* The date that many hours before the day of writing: "nearly four years ago". */
struct date date_ago(struct interval hours, int32_t published);

/* "6.30pm", "18:00", "noon": hours from midnight. `place` is what it is rounded to, in hours. */
bool time_find(const struct pieces *p, int32_t at, double *hours, double *place, int32_t *end);

#endif

/* Dates as texts give them: some fields said, some left open, and what two of them have to do with one another. */
#ifndef BELIE_MATCH_DATE_H
#define BELIE_MATCH_DATE_H

#include "match/interval.h"

enum date_bound { DATE_AT, DATE_BEFORE, DATE_UNTIL, DATE_AFTER }; /* UNTIL includes the date: "by 30 May" */

/* What was said; 0 (or -1 for weekday, season and part) where nothing was. */
struct date {
    int32_t year, last_year;  /* last_year, last_month, last_day: the end of a range, equal to the start without one */
    int8_t month, last_month; /* 1 to 12 */
    int8_t day, last_day;     /* 1 to 31 */
    int8_t weekday;           /* 0 Monday to 6 Sunday */
    int8_t quarter;           /* 1 to 4 */
    int8_t season;            /* 0 spring to 3 winter */
    int8_t part;              /* 0 morning, 1 afternoon, 2 evening, 3 night */
    enum date_bound bound;
    bool next_favoured; /* the next occurrence is the likelier one: "next Monday", a day of the month close ahead */
    bool relative;      /* said against the day of writing: yesterday, last month, two years ago */

    /* First day and the day after the last of what it is resolved to: the latest occurrence that is not in the
     * future, and the next one. Equal pairs where only one is possible; NO_DAY when the fields do not tell. */
    int32_t past_first, past_end, next_first, next_end;
};

enum { NO_DAY = INT32_MIN }; /* the same value as NO_DATE of document/document.h */

enum date_relation { DATES_UNKNOWN, DATES_COMPATIBLE, DATES_DISJOINT };

struct date date_none(void);
int32_t date_days(int32_t year, int month, int day);      /* days since 1970-01-01 in the Gregorian calendar */
void date_civil(int32_t days, int32_t *year, int *month, int *day);
int date_weekday(int32_t days);                           /* 0 Monday */
int date_month_length(int32_t year, int month);

/* Fills in the past_ and next_ days from the fields that were said and the day of writing (or NO_DAY). */
void date_resolve(struct date *d, int32_t published);

/* Can both name the same time? Wider and narrower times are compatible ("March", "3 March"); UNKNOWN when they share
 * no field and at least one is not resolved. */
enum date_relation date_compare(const struct date *a, const struct date *b);

/* The days that the date leaves possible, as [first,end): everything when not known. */
struct interval date_past(const struct date *d);
struct interval date_next(const struct date *d);
struct interval date_means(const struct date *d); /* the likelier of the two */

/* "2025-12-03", "2022-02", "2014", "--12-03" without a year, "tuesday"; ranges as "2025-11-28/29". */
void date_print(const struct date *d, struct buffer *out);
bool date_read(struct text t, struct date *out); /* ISO 8601 dates of day, month or year precision; resolved */

#endif

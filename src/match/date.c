#include "match/date.h"

#include <math.h>

struct date date_none(void) {
    return (struct date){.weekday = -1, .season = -1, .part = -1, .past_first = NO_DAY, .past_end = NO_DAY,
                         .next_first = NO_DAY, .next_end = NO_DAY};
}

/* Both calendar conversions count years from March, so that the leap day is the last of its year: after Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms". */
int32_t date_days(int32_t year, int month, int day) {
    int32_t y = month <= 2 ? year - 1 : year;
    int32_t era = (y >= 0 ? y : y - 399) / 400;
    int32_t of_era = y - era * 400;
    int32_t of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void date_civil(int32_t days, int32_t *year, int *month, int *day) {
    int32_t shifted = days + 719468;
    int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int32_t of_era = shifted - era * 146097;
    int32_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * years + years / 4 - years / 100);
    int32_t march = (5 * of_year + 2) / 153;
    *day = (int)(of_year - (153 * march + 2) / 5 + 1);
    *month = (int)(march < 10 ? march + 3 : march - 9);
    *year = years + era * 400 + (*month <= 2);
}

int date_weekday(int32_t days) {
    int32_t rest = (days + 3) % 7;
    return (int)(rest < 0 ? rest + 7 : rest);
}

int date_month_length(int32_t year, int month) {
    static const int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : lengths[(month - 1) % 12];
}

struct days {
    int32_t first, end;
};

/* Quarters and seasons as the months they cover; a season's edges are vague, so it takes the month on each side that
 * people also count to it. */
static struct days months_of(int32_t year, int first, int count) {
    int32_t last = first - 1 + count;
    return (struct days){date_days(year, first, 1), date_days(year + last / 12, last % 12 + 1, 1)};
}

/* The days of the fields in the given year; an impossible day of the month gives an empty span. */
static struct days in_year(const struct date *d, int32_t year) {
    static const int8_t season_month[] = {3, 6, 9, 12};
    int32_t last_year = d->last_year > d->year ? year + (d->last_year - d->year) : year;
    if (d->quarter) return months_of(year, d->quarter * 3 - 2, 3);
    if (d->season >= 0) return months_of(year, season_month[d->season % 4], d->season == 3 ? 3 : 4);
    if (!d->month) return (struct days){date_days(year, 1, 1), date_days(last_year + 1, 1, 1)};
    int last_month = d->last_month ? d->last_month : d->month;
    if (last_month < d->month) last_year = year + 1;
    if (!d->day) return (struct days){date_days(year, d->month, 1), months_of(last_year, last_month, 1).end};
    if (d->day > date_month_length(year, d->month)) return (struct days){0, 0};
    return (struct days){date_days(year, d->month, d->day), date_days(last_year, last_month, d->last_day) + 1};
}

static void set_days(struct date *d, struct days past, struct days next) {
    d->past_first = past.first;
    d->past_end = past.end;
    d->next_first = next.first;
    d->next_end = next.end;
}

/* The latest year in which the fields lie on or before the day of writing, and the year after it; 29 February may need
 * more than one step. */
static void resolve_recurring(struct date *d, int32_t published) {
    int32_t year;
    int month, day;
    date_civil(published, &year, &month, &day);
    int32_t past_year = year + 1, next_year;
    struct days past = in_year(d, past_year);
    while (past_year > year - 9 && (past.first == past.end || past.first > published)) past = in_year(d, --past_year);
    next_year = past_year + 1;
    struct days next = in_year(d, next_year);
    while (next_year < year + 9 && next.first == next.end) next = in_year(d, ++next_year);
    set_days(d, past, next);
    d->next_favoured |= d->day && next.first - published < published - past.first;
}

static void resolve_weekday(struct date *d, int32_t published) {
    int back = (date_weekday(published) - d->weekday + 7) % 7;
    struct days past = {published - back, published - back + 1};
    set_days(d, past, (struct days){past.first + 7, past.end + 7});
}

void date_resolve(struct date *d, int32_t published) {
    if (d->past_first != NO_DAY) return;
    if (d->year) {
        struct days days = in_year(d, d->year);
        if (days.first < days.end) set_days(d, days, days);
    } else if (published == NO_DAY) {
        return;
    } else if (d->month || d->quarter || d->season >= 0) {
        resolve_recurring(d, published);
    } else if (d->weekday >= 0) {
        resolve_weekday(d, published);
    }
}

static struct interval bounded(const struct date *d, int32_t first, int32_t end) {
    if (first == NO_DAY) return interval_all();
    switch (d->bound) {
    case DATE_BEFORE: return interval_half_open(-INFINITY, first);
    case DATE_UNTIL: return interval_half_open(-INFINITY, end);
    case DATE_AFTER: return interval_half_open(end - 1, INFINITY);
    case DATE_AT: break;
    }
    return interval_half_open(first, end);
}

struct interval date_past(const struct date *d) {
    return bounded(d, d->past_first, d->past_end);
}

struct interval date_next(const struct date *d) {
    return bounded(d, d->next_first, d->next_end);
}

struct interval date_means(const struct date *d) {
    return d->next_favoured ? date_next(d) : date_past(d);
}

static bool ranges_apart(int32_t first, int32_t last, int32_t other_first, int32_t other_last) {
    return (last ? last : first) < other_first || (other_last ? other_last : other_first) < first;
}

/* Days of the month tell only within the same single month. */
static bool days_apart(const struct date *a, const struct date *b) {
    bool single = a->last_month <= a->month && b->last_month <= b->month;
    return single && a->month == b->month && a->day && b->day && ranges_apart(a->day, a->last_day, b->day, b->last_day);
}

static bool months_apart(const struct date *a, const struct date *b) {
    bool wraps = (a->last_month && a->last_month < a->month) || (b->last_month && b->last_month < b->month);
    return a->month && b->month && !wraps && ranges_apart(a->month, a->last_month, b->month, b->last_month);
}

/* The weekday that was said, or that of the one full date that was; -1. */
static int weekday_of(const struct date *d) {
    bool single = d->past_first != NO_DAY && d->past_end == d->past_first + 1 && d->next_first == d->past_first;
    return d->weekday >= 0 || !single ? d->weekday : date_weekday(d->past_first);
}

static bool fields_apart(const struct date *a, const struct date *b) {
    if (a->year && b->year && ranges_apart(a->year, a->last_year, b->year, b->last_year)) return true;
    if (months_apart(a, b) || days_apart(a, b)) return true;
    if (a->quarter && b->quarter && a->quarter != b->quarter) return true;
    bool weekdays = weekday_of(a) >= 0 && weekday_of(b) >= 0 && (a->weekday >= 0 || b->weekday >= 0);
    return weekdays && weekday_of(a) != weekday_of(b);
}

static bool share_field(const struct date *a, const struct date *b) {
    return (a->year && b->year) || (a->month && b->month) || (a->quarter && b->quarter) ||
           (weekday_of(a) >= 0 && weekday_of(b) >= 0);
}

/* Does every occurrence of the one miss every occurrence of the other? */
static bool days_disjoint(const struct date *a, const struct date *b) {
    struct interval of_a[] = {date_past(a), date_next(a)}, of_b[] = {date_past(b), date_next(b)};
    for (int i = 0; i < 4; i++) {
        if (!interval_disjoint(of_a[i / 2], of_b[i % 2])) return false;
    }
    return true;
}

enum date_relation date_compare(const struct date *a, const struct date *b) {
    bool resolved = a->past_first != NO_DAY && b->past_first != NO_DAY;
    bool bound = a->bound != DATE_AT || b->bound != DATE_AT;
    if (resolved && days_disjoint(a, b)) return DATES_DISJOINT;
    if (bound) return resolved ? DATES_COMPATIBLE : DATES_UNKNOWN;
    if (fields_apart(a, b)) return DATES_DISJOINT;
    return resolved || share_field(a, b) ? DATES_COMPATIBLE : DATES_UNKNOWN;
}

static void print_number(int32_t value, int width, struct buffer *out) {
    buffer_format(out, "%0*d", width, (int)value);
}

static void print_day(int32_t days, struct buffer *out) {
    int32_t year;
    int month, day;
    date_civil(days, &year, &month, &day);
    buffer_format(out, "%04d-%02d-%02d", (int)year, month, day);
}

static void print_fields(const struct date *d, struct buffer *out) {
    if (d->year) print_number(d->year, 4, out);
    else buffer_char(out, '-');
    if (d->last_year > d->year) buffer_char(out, '/'), print_number(d->last_year, 4, out);
    if (d->month) buffer_char(out, '-'), print_number(d->month, 2, out);
    if (d->day) buffer_char(out, '-'), print_number(d->day, 2, out);
    if (d->last_month != d->month) buffer_char(out, '/'), print_number(d->last_month, 2, out);
    if (d->last_month != d->month && d->day) buffer_char(out, '-'), print_number(d->last_day, 2, out);
    else if (d->last_day != d->day) buffer_char(out, '/'), print_number(d->last_day, 2, out);
}

void date_print(const struct date *d, struct buffer *out) {
    static const char *const bounds[] = {"", "before ", "until ", "after "};
    static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                           "friday", "saturday", "sunday"};
    static const char *const seasons[] = {"spring", "summer", "autumn", "winter"};
    buffer_string(out, bounds[d->bound]);
    if (d->relative && d->past_first != NO_DAY) {
        print_day(d->past_first, out);
        if (d->past_end > d->past_first + 1) buffer_char(out, '/'), print_day(d->past_end - 1, out);
        return;
    }
    if (d->quarter) buffer_format(out, "q%d%s", d->quarter, d->year ? " " : "");
    if (d->season >= 0) buffer_format(out, "%s%s", seasons[d->season], d->year ? " " : "");
    if (d->year || d->month) print_fields(d, out);
    else if (d->weekday >= 0) buffer_string(out, weekdays[d->weekday]);
}

static bool read_field(struct text t, size_t from, size_t digits, int32_t *out) {
    double value;
    if (t.length < from + digits || !number_parse(text_slice(t, from, from + digits), &value, NULL)) return false;
    *out = (int32_t)value;
    return value > 0;
}

bool date_read(struct text t, struct date *out) {
    struct date d = date_none();
    int32_t month = 0, day = 0;
    if ((t.length != 4 && t.length != 7 && t.length != 10) || !read_field(t, 0, 4, &d.year)) return false;
    if (t.length > 4 && (t.bytes[4] != '-' || !read_field(t, 5, 2, &month) || month > 12)) return false;
    if (t.length > 7 && (t.bytes[7] != '-' || !read_field(t, 8, 2, &day) || day > date_month_length(d.year, month)))
        return false;
    d.last_year = d.year;
    d.month = d.last_month = (int8_t)month;
    d.day = d.last_day = (int8_t)day;
    date_resolve(&d, NO_DAY);
    *out = d;
    return true;
}

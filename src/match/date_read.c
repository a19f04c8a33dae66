#include "match/date_read.h"

#include <math.h>

#include "match/unit.h"

static bool has_capital(const struct pieces *p, int32_t at) {
    return at >= 0 && at < p->count && (piece_token(p, at)->flags & (TOKEN_CAPITAL | TOKEN_UPPER));
}

/* Day of the month in digits, also "3rd"; the piece after it, or 0. */
static int32_t read_day(const struct pieces *p, int32_t at, int8_t *day) {
    if (!piece_whole(p, at, 1, 31)) return 0;
    *day = (int8_t)piece_at(p, at)->number;
    bool suffix = piece_at(p, at + 1)->glued && piece_is_any(p, at + 1, "st nd rd th");
    const struct piece *next = piece_at(p, at + 1 + suffix);
    if (!suffix && next->glued && !next->hyphened && !piece_is_any(p, at + 1, ", . ; : ) / ! ?") && next->text.length)
        return 0;
    return at + 1 + suffix;
}

static int32_t read_year(const struct pieces *p, int32_t at, int32_t *year) {
    if (!piece_whole(p, at, 1000, 2199) || piece_at(p, at)->text.length != 4) return 0;
    const struct piece *next = piece_at(p, at + 1);
    bool measured = next->is_number || (next->word->roles & (ROLE_UNIT | ROLE_MULTIPLIER));
    if (next->glued && !next->hyphened && measured) return 0;
    *year = (int32_t)piece_at(p, at)->number;
    return at + 1;
}

static bool joins(const struct pieces *p, int32_t at) {
    return piece_is_any(p, at, "to and or until through");
}

/* "may" and "march" are months after a preposition or beside a number only. */
static bool is_month(const struct pieces *p, int32_t at) {
    if (!piece_has(p, at, ROLE_MONTH) || !has_capital(p, at)) return false;
    if (!piece_is_any(p, at, "may march mar jun jan august dec")) return true;
    if (piece_at(p, at - 1)->is_number || piece_whole(p, at + 1, 1, 2199)) return true;
    return piece_is_any(p, at - 1, "in since by until till from to of late early mid last next this after before "
                                   "during and between for st nd rd th end ,");
}

/* The second day of "28-29", "28 to 29"; the piece after it, or `at`. */
static int32_t read_last_day(const struct pieces *p, int32_t at, struct date *d) {
    int8_t last;
    int32_t from = piece_at(p, at)->hyphened ? at : joins(p, at) ? at + 1 : 0;
    int32_t end = from ? read_day(p, from, &last) : 0;
    d->last_day = d->day;
    if (!end || last <= d->day) return at;
    d->last_day = last;
    return end;
}

/* "last year", "of this year" */
static int32_t read_near_year(const struct pieces *p, int32_t at, int32_t *year) {
    static const char *const forms[] = {"last", "this", "next"};
    if (p->published == NO_DAY || !piece_is(p, at + 1, "year")) return 0;
    int month, day;
    for (int i = 0; i < 3; i++)
        if (piece_is(p, at, forms[i])) {
            date_civil(p->published, year, &month, &day);
            *year += i - 1;
            return at + 2;
        }
    return 0;
}

/* ", 2025" after a day, "2025" or "of 2025" after a month, "last year". */
static int32_t read_year_after(const struct pieces *p, int32_t at, struct date *d) {
    int32_t from = at + (d->day && piece_is(p, at, ",")) + (piece_is(p, at, "of") && !d->day);
    int32_t end = read_year(p, from, &d->year);
    if (!end) end = read_near_year(p, from, &d->year);
    d->last_year = d->year;
    return end ? end : at;
}

static void set_month(const struct pieces *p, int32_t at, struct date *d) {
    d->month = d->last_month = (int8_t)piece_at(p, at)->word->value;
}

/* "3 December", "28-29 November 2025", "the 3rd of December". */
static int32_t read_day_month(const struct pieces *p, int32_t at, struct date *d) {
    int32_t end = read_day(p, at, &d->day);
    if (!end) return 0;
    end = read_last_day(p, end, d);
    if (piece_is(p, end, "of")) end++;
    if (!is_month(p, end)) return 0;
    set_month(p, end, d);
    return read_year_after(p, end + 1, d);
}

/* "Dec. 3, 2025", "December 3-5", "March 2026", "March". */
static int32_t read_month_day(const struct pieces *p, int32_t at, struct date *d) {
    if (!is_month(p, at)) return 0;
    set_month(p, at, d);
    int32_t end = at + 1;
    if (piece_is(p, end, ".") && piece_at(p, end + 1)->is_number) end++;
    int32_t after = read_day(p, end, &d->day);
    if (after && !piece_has(p, after, ROLE_UNIT | ROLE_MULTIPLIER | ROLE_MONTH)) end = read_last_day(p, after, d);
    else d->day = 0;
    return read_year_after(p, end, d);
}

/* "to 3 December", "-May 2024": the other end of a range of months. */
static int32_t read_range_end(const struct pieces *p, int32_t at, struct date *d) {
    struct date last = date_none();
    bool hyphen = piece_at(p, at)->hyphened;
    if (!hyphen && !piece_is_any(p, at, "to and through until")) return at;
    if (piece_is(p, at, "and") && !piece_is_any(p, at - 2, "between") && !piece_is_any(p, at - 3, "between")) return at;
    int32_t end = read_day_month(p, at + !hyphen, &last);
    if (!end) last = date_none(), end = read_month_day(p, at + !hyphen, &last);
    if (!end || (d->day > 0) != (last.day > 0)) return at;
    d->last_month = last.month;
    d->last_day = last.last_day;
    d->last_year = last.year;
    if (!d->year && last.year) d->year = last.year - (last.month < d->month);
    return end;
}

static int32_t read_calendar(const struct pieces *p, int32_t at, struct date *out) {
    int8_t weekday = out->weekday, part = out->part;
    int32_t end = read_day_month(p, at, out);
    if (!end) {
        *out = date_none();
        end = read_month_day(p, at, out);
    }
    out->weekday = weekday;
    out->part = part;
    return end ? read_range_end(p, end, out) : 0;
}

/* "Tuesday", "Tuesday night", "Monday, 14 July". */
static int32_t read_weekday(const struct pieces *p, int32_t at, struct date *out) {
    if (!piece_has(p, at, ROLE_WEEKDAY) || !has_capital(p, at)) return 0;
    int32_t end = at + 1;
    out->weekday = (int8_t)piece_at(p, at)->word->value;
    if (piece_has(p, end, ROLE_PART)) out->part = (int8_t)piece_at(p, end++)->word->value;
    struct date full = *out;
    int32_t after = read_calendar(p, end + piece_is(p, end, ","), &full);
    if (!after) return end;
    *out = full;
    return after;
}

/* Seasons are also springs, falls and adjectives: an article, a preposition or a year must tell. */
static int32_t read_season(const struct pieces *p, int32_t at, struct date *out) {
    if (!piece_has(p, at, ROLE_SEASON)) return 0;
    int32_t end = at + 1, from = end + piece_is(p, end, "of");
    int32_t after = read_year(p, from, &out->year);
    bool told = piece_is_any(p, at - 1, "the this early late mid");
    if (piece_is(p, at, "fall")) told &= piece_is_any(p, at - 2, "in by during since until");
    bool noun_after = end < p->count && piece_token(p, end)->word->noun && !piece_has(p, end, ROLE_OPENER) &&
                      !piece_token(p, end)->word->grammar;
    if (!after && (!told || noun_after)) return 0;
    out->season = (int8_t)piece_at(p, at)->word->value;
    out->last_year = out->year;
    return after ? after : end;
}

/* "Q3 2024", "third quarter of 2024". */
static int32_t read_quarter(const struct pieces *p, int32_t at, struct date *out) {
    int32_t end = at + 1;
    bool words = piece_has(p, at, ROLE_ORDINAL) && piece_is(p, at + 1, "quarter") && piece_at(p, at)->word->value <= 4;
    if (!words && !piece_has(p, at, ROLE_QUARTER)) return 0;
    out->quarter = (int8_t)piece_at(p, at)->word->value;
    end += words;
    int32_t after = read_year(p, end + piece_is(p, end, "of"), &out->year);
    out->last_year = out->year;
    return after ? after : end;
}

/* "1990s", "the 90s". */
static int32_t read_decade(const struct pieces *p, int32_t at, struct date *out) {
    bool plural = piece_at(p, at + 1)->glued && piece_is(p, at + 1, "s");
    if (!plural || (!piece_whole(p, at, 1500, 2100) && !piece_whole(p, at, 20, 90))) return 0;
    int32_t year = (int32_t)piece_at(p, at)->number;
    bool age = piece_is_any(p, at - 1, "his her their") || piece_is_any(p, at - 2, "his her their");
    if (year % 10 || (year < 100 && (age || !piece_is_any(p, at - 1, "the early late mid")))) return 0;
    out->year = year < 100 ? year + 1900 : year;
    out->last_year = out->year + 9;
    return at + 2;
}

/* The second year of "2013-17", "between 2013 and 2017", "from 1994 to 2001". */
static int32_t read_last_year(const struct pieces *p, int32_t at, struct date *d) {
    const struct piece *next = piece_at(p, at);
    int32_t last, end = 0;
    bool told = piece_is_any(p, at - 2, "from between") && joins(p, at);
    if (next->hyphened) end = read_year(p, at, &last);
    else if (told) end = read_year(p, at + 1, &last);
    if (!end && next->hyphened && next->text.length == 2 && piece_whole(p, at, 0, 99)) {
        last = d->year / 100 * 100 + (int32_t)next->number;
        end = at + 1;
    }
    if (!end || last <= d->year) return next->hyphened && next->is_number ? 0 : at;
    d->last_year = last;
    return end;
}

/* A bare number of four digits: a year after a preposition, after an article, or with nothing that it could count. */
static int32_t read_bare_year(const struct pieces *p, int32_t at, struct date *out) {
    int32_t end = read_year(p, at, &out->year);
    bool money = unit_kind((enum unit)piece_at(p, at - 1)->word->unit) == FIGURE_MONEY;
    if (!end || money || out->year < 1500 || out->year > 2100) return 0;
    out->last_year = out->year;
    bool told = piece_is_any(p, at - 1, "in since from by until till during before after mid early late of between");
    bool article = piece_is_any(p, at - 1, "the a his her its their 's this");
    bool counts = piece_has(p, end, ROLE_UNIT | ROLE_MULTIPLIER);
    counts |= end < p->count && piece_token(p, end)->word->plural;
    if (!told && (counts ? !article || out->year < 1900 : out->year < 1900)) return 0;
    if (told && piece_has(p, end, ROLE_UNIT | ROLE_MULTIPLIER)) return 0;
    return read_last_year(p, end, out);
}

/* "2025-12-03". */
static int32_t read_iso(const struct pieces *p, int32_t at, struct date *out) {
    if (!piece_at(p, at + 1)->hyphened || !piece_at(p, at + 2)->hyphened || !piece_whole(p, at, 1000, 2199)) return 0;
    if (!piece_whole(p, at + 1, 1, 12) || !piece_whole(p, at + 2, 1, 31)) return 0;
    out->year = out->last_year = (int32_t)piece_at(p, at)->number;
    out->month = out->last_month = (int8_t)piece_at(p, at + 1)->number;
    out->day = out->last_day = (int8_t)piece_at(p, at + 2)->number;
    return at + 3;
}

static void set_span(struct date *d, int32_t first, int32_t end) {
    d->past_first = d->next_first = first;
    d->past_end = d->next_end = end;
}

static int32_t month_start(int32_t published, int months) {
    int32_t year;
    int month, day;
    date_civil(published, &year, &month, &day);
    int32_t index = year * 12 + month - 1 + months;
    return date_days(index / 12, index % 12 + 1, 1);
}

/* The week, month or year `step` away from that of the day of writing. Weeks begin on a Sunday for some and on a Monday
 * for others: the span has both. "The past week" is the seven days before. */
static bool relative_span(struct date *d, enum unit u, int step, bool past, int32_t today) {
    int32_t monday = today - date_weekday(today), year;
    int month, day;
    date_civil(today, &year, &month, &day);
    switch (u) {
    case UNIT_DAY: set_span(d, today + step, today + step + 1); return true;
    case UNIT_NIGHT: set_span(d, today + (step < 0 ? -1 : 0), today + 1); return true;
    case UNIT_WEEK:
        set_span(d, past ? today - 7 : monday + 7 * step - 1, past ? today + 1 : monday + 7 * step + 7);
        return true;
    case UNIT_WEEKEND: set_span(d, monday + 7 * step + 4, monday + 7 * step + 7); return true;
    case UNIT_MONTH:
        if (past) set_span(d, today - 31, today + 1);
        else set_span(d, month_start(today, step), month_start(today, step + 1));
        return true;
    case UNIT_YEAR:
        if (past) set_span(d, today - 366, today + 1);
        else set_span(d, date_days(year + step, 1, 1), date_days(year + step + 1, 1, 1));
        return true;
    default: return false;
    }
}

/* Weekdays, months and seasons with "last", "this" or "next": one occurrence of the recurring date is meant. */
static int32_t read_relative_name(const struct pieces *p, int32_t at, int step, struct date *out) {
    struct date named = date_none();
    int32_t end = read_weekday(p, at, &named);
    if (!end) end = read_calendar(p, at, &named);
    if (!end && piece_has(p, at, ROLE_SEASON)) {
        named.season = (int8_t)piece_at(p, at)->word->value;
        end = at + 1;
    }
    if (!end) return 0;
    /* Said on a Tuesday, "last Tuesday" is not today. */
    date_resolve(&named, step < 0 && p->published != NO_DAY ? p->published - 1 : p->published);
    named.next_favoured = step > 0;
    if (step < 0) named.next_first = named.past_first, named.next_end = named.past_end;
    if (step > 0) named.past_first = named.next_first, named.past_end = named.next_end;
    *out = named;
    return end;
}

static int32_t read_relative(const struct pieces *p, int32_t at, struct date *out) {
    if (!piece_has(p, at, ROLE_RELATIVE)) return 0;
    int step = (int)piece_at(p, at)->word->value;
    enum unit u = (enum unit)piece_at(p, at + 1)->word->unit;
    bool past = piece_is(p, at, "past") || (piece_is(p, at, "last") && piece_is(p, at - 1, "the"));
    bool plural = at + 1 < p->count && piece_token(p, at + 1)->word->plural;
    int32_t end = past ? 0 : read_relative_name(p, at + 1, step, out);
    if (end) return end;
    bool part = step <= 0 && piece_has(p, at + 1, ROLE_PART);
    if ((u == UNIT_NONE && !part) || plural || (u == UNIT_DAY && step <= 0)) return 0;
    out->relative = true;
    if (part) out->part = (int8_t)piece_at(p, at + 1)->word->value;
    if (part && u == UNIT_NONE) u = UNIT_DAY;
    if (u > UNIT_YEAR || u < UNIT_DAY || u == UNIT_FORTNIGHT) return 0;
    if (p->published != NO_DAY && !relative_span(out, u, step, past, p->published)) return 0;
    return at + 2;
}

static int32_t read_relative_day(const struct pieces *p, int32_t at, struct date *out) {
    if (!piece_has(p, at, ROLE_DAY)) return 0;
    int step = (int)piece_at(p, at)->word->value;
    out->relative = true;
    if (p->published != NO_DAY) set_span(out, p->published + step, p->published + step + 1);
    return at + 1;
}

bool date_find(const struct pieces *p, int32_t at, struct date *out, int32_t *end) {
    static const struct {
        int32_t (*read)(const struct pieces *, int32_t, struct date *);
        unsigned roles; /* of the piece it begins with; 0 for digits */
    } readers[] = {{read_iso, 0},
                   {read_weekday, ROLE_WEEKDAY},
                   {read_calendar, 0},
                   {read_calendar, ROLE_MONTH},
                   {read_relative, ROLE_RELATIVE},
                   {read_relative_day, ROLE_DAY},
                   {read_quarter, ROLE_ORDINAL | ROLE_QUARTER},
                   {read_season, ROLE_SEASON},
                   {read_decade, 0},
                   {read_bare_year, 0}};
    const struct piece *piece = piece_at(p, at);
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        if (readers[i].roles ? !(piece->word->roles & readers[i].roles) : !piece->is_number) continue;
        *out = date_none();
        *end = readers[i].read(p, at, out);
        if (!*end) continue;
        date_resolve(out, p->published);
        return true;
    }
    return false;
}

enum date_bound date_bound_before(const struct pieces *p, int32_t at, int32_t *first) {
    int32_t word = at - 1 - piece_is_any(p, at - 1, "the");
    enum date_bound bound = piece_is(p, word, "before") ? DATE_BEFORE
                            : piece_is(p, word, "by")   ? DATE_UNTIL
                            : piece_is(p, word, "after") ? DATE_AFTER
                                                         : DATE_AT;
    if (bound != DATE_AT) *first = word;
    return bound;
}

struct date date_ago(struct interval hours, int32_t published) {
    struct date d = date_none();
    d.relative = true;
    if (published == NO_DAY || isinf(hours.high) || isinf(hours.low)) return d;
    set_span(&d, (int32_t)floor(published - hours.high / 24), (int32_t)ceil(published - hours.low / 24) + 1);
    return d;
}

/* Minutes after the hour: ":30", ".30" written into the number, or nothing. */
static int32_t read_minutes(const struct pieces *p, int32_t at, double *hours, double *place) {
    const struct piece *hour = piece_at(p, at);
    *place = 1;
    if (hour->is_number && hour->decimals == 2) {
        double minutes = round((hour->number - floor(hour->number)) * 100);
        *hours = floor(hour->number) + minutes / 60;
        *place = 1.0 / 12;
        return minutes < 60 ? at + 1 : 0;
    }
    if (!piece_whole(p, at, 0, 24)) return 0;
    *hours = hour->number;
    bool colon = piece_is(p, at + 1, ":") && piece_at(p, at + 1)->glued && piece_at(p, at + 2)->glued;
    if (!colon || !piece_whole(p, at + 2, 0, 59) || piece_at(p, at + 2)->text.length != 2) return at + 1;
    *hours += piece_at(p, at + 2)->number / 60;
    *place = 1.0 / 12;
    return at + 3;
}

bool time_find(const struct pieces *p, int32_t at, double *hours, double *place, int32_t *end) {
    if (piece_is_any(p, at, "noon midday midnight")) {
        *hours = piece_at(p, at)->word->value;
        *place = 0.5;
        *end = at + 1;
        return true;
    }
    int32_t after = read_minutes(p, at, hours, place);
    bool clock = after && piece_has(p, after, ROLE_CLOCK) && *hours < 13;
    if (!after || (!clock && (after != at + 3 || *hours >= 24))) return false;
    if (clock && !piece_is(p, after, "o'clock")) {
        *hours = fmod(*hours, 12) + piece_at(p, after)->word->value;
    }
    *end = after + clock;
    return true;
}

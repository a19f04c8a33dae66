#include "document/reader.h"

#include <string.h>

/* Reads exactly `digits` digits at *at. */
static bool read_number(struct text t, size_t *at, size_t digits, int *number) {
    *number = 0;
    if (*at + digits > t.length) return false;
    for (size_t i = 0; i < digits; i++) {
        char c = t.bytes[(*at)++];
        if (!ascii_digit(c)) return false;
        *number = *number * 10 + (c - '0');
    }
    return true;
}

static bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Days since 1970-01-01 of the Gregorian calendar, by counting leap years; NO_DATE for 30 February. */
static int32_t days_of(int year, int month, int day) {
    static const int before_month[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    if (year < 1 || year > 9999 || month < 1 || month > 12) return NO_DATE;
    int length = before_month[month] - before_month[month - 1] + (month == 2 && is_leap(year));
    if (day < 1 || day > length) return NO_DATE;
    int past = year - 1, leap_days = past / 4 - past / 100 + past / 400;
    int32_t since_year_one = past * 365 + leap_days + before_month[month - 1] + (month > 2 && is_leap(year)) + day - 1;
    return since_year_one - 719162;
}

/* What may follow the day: nothing, a zone, or a time that begins with two digits and a colon. */
static bool is_time(struct text rest) {
    if (!rest.length) return true;
    if (rest.bytes[0] != 'T' && rest.bytes[0] != 't' && rest.bytes[0] != ' ') return text_equal(rest, TEXT("Z"));
    size_t at = 1;
    int hour, minute;
    if (!read_number(rest, &at, 2, &hour) || at >= rest.length || rest.bytes[at++] != ':') return false;
    return read_number(rest, &at, 2, &minute) && hour <= 24 && minute < 60;
}

int32_t date_parse(struct text iso) {
    size_t at = 0;
    int year, month, day;
    iso = text_trim(iso);
    if (!read_number(iso, &at, 4, &year) || at >= iso.length) return NO_DATE;
    char separator = iso.bytes[at++];
    if (separator != '-' && separator != '/') return NO_DATE;
    if (!read_number(iso, &at, 2, &month) || at >= iso.length || iso.bytes[at++] != separator) return NO_DATE;
    if (!read_number(iso, &at, 2, &day) || !is_time(text_slice(iso, at, iso.length))) return NO_DATE;
    return days_of(year, month, day);
}

/* The next run of letters or of digits. */
static struct text next_word(struct text t, size_t *at) {
    while (*at < t.length && strchr(" ,.\t", t.bytes[*at])) (*at)++;
    size_t from = *at;
    bool digits = from < t.length && ascii_digit(t.bytes[from]);
    while (*at < t.length && !strchr(" ,.\t", t.bytes[*at]) && ascii_digit(t.bytes[*at]) == digits) (*at)++;
    return text_slice(t, from, *at);
}

static bool same_letters(struct text word, const char *name) {
    for (size_t i = 0; i < word.length; i++)
        if ((word.bytes[i] | 32) != name[i] || !name[i]) return false;
    return true;
}

/* "December", "Dec", "Sept"; 0 for any other word. */
static int month_of(struct text word) {
    static const char *const names[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};
    for (int month = 1; month <= 12 && word.length >= 3; month++)
        if (same_letters(word, names[month - 1])) return month;
    return 0;
}

int32_t date_parse_words(struct text t) {
    int day = 0, month = 0, year = 0;
    size_t at = 0;
    for (bool minutes = false; at < t.length && !(day && month && year);) {
        struct text word = next_word(t, &at);
        size_t from = 0;
        int number = 0;
        bool digits = word.length && word.length <= 4 && read_number(word, &from, word.length, &number);
        bool hours = digits && at < t.length && t.bytes[at] == ':';
        if (digits && word.length <= 2 && !day && !hours && !minutes)
            day = number;
        else if (digits && word.length == 4)
            year = number;
        else if (!month)
            month = month_of(word);
        minutes = hours || (minutes && !digits);
    }
    return days_of(year, month, day);
}

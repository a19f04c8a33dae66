#include "match_helper.h"

#include <stdio.h>
#include <string.h>

/* Thursday, 4 December 2025. */
enum { TODAY = 20426 };

struct phrasing {
    const char *text, *date, *first, *end;
};

static void print_day(int32_t days, char out[16]) {
    int32_t year;
    int month, day;
    date_civil(days, &year, &month, &day);
    snprintf(out, 16, "%04d-%02d-%02d", (int)year, month, day);
}

static void assert_date(struct reader *r, const struct phrasing *p) {
    struct figure f = reader_figure(r, p->text, TODAY);
    struct buffer b = {0};
    char first[16] = "", end[16] = "";
    figure_print(&f, &b);
    if (strcmp(b.bytes, p->date)) fail_msg("%s: %s instead of %s", p->text, b.bytes, p->date);
    buffer_release(&b);
    print_day((int32_t)f.means.low, first);
    print_day((int32_t)f.means.high, end);
    if (strcmp(first, p->first) || strcmp(end, p->end))
        fail_msg("%s: %s to %s instead of %s to %s", p->text, first, end, p->first, p->end);
}

static void reads_dates(void **state) {
    (void)state;
    static const struct phrasing phrasings[] = {
        {"on 3 December 2025", "2025-12-03", "2025-12-03", "2025-12-04"},
        {"on Dec. 3, 2025", "2025-12-03", "2025-12-03", "2025-12-04"},
        {"on 2025-12-03", "2025-12-03", "2025-12-03", "2025-12-04"},
        {"on December 3", "--12-03", "2025-12-03", "2025-12-04"},
        {"on the 2nd of May", "--05-02", "2026-05-02", "2026-05-03"},
        {"on 28-29 November", "--11-28/29", "2025-11-28", "2025-11-30"},
        {"on Friday, November 14", "--11-14", "2025-11-14", "2025-11-15"},
        {"in February 2022", "2022-02", "2022-02-01", "2022-03-01"},
        {"in March", "--03", "2025-03-01", "2025-04-01"},
        {"in 2014", "2014", "2014-01-01", "2015-01-01"},
        {"between 2013 and 2017", "2013/2017", "2013-01-01", "2018-01-01"},
        {"in the 1990s", "1990/1999", "1990-01-01", "2000-01-01"},
        {"in the spring of 2027", "spring 2027", "2027-03-01", "2027-07-01"},
        {"in Q3 2024", "q3 2024", "2024-07-01", "2024-10-01"},
        {"the third quarter of 2024", "q3 2024", "2024-07-01", "2024-10-01"},
        {"yesterday", "2025-12-03", "2025-12-03", "2025-12-04"},
        {"last month", "2025-11-01/2025-11-30", "2025-11-01", "2025-12-01"},
        {"last week", "2025-11-23/2025-11-30", "2025-11-23", "2025-12-01"},
        {"on Tuesday", "tuesday", "2025-12-02", "2025-12-03"},
        {"next Monday", "monday", "2025-12-08", "2025-12-09"},
        {"last Thursday", "thursday", "2025-11-27", "2025-11-28"},
        {"two days ago", "2025-12-01/2025-12-03", "2025-12-01", "2025-12-04"},
    };
    struct reader r;
    reader_open(&r);
    for (size_t i = 0; i < sizeof phrasings / sizeof *phrasings; i++) assert_date(&r, &phrasings[i]);
    reader_close(&r);
}

static void weekdays_have_two_candidates(void **state) {
    (void)state;
    struct reader r;
    reader_open(&r);
    struct figure f = reader_figure(&r, "It met on Tuesday night.", TODAY);
    assert_int_equal(f.date.weekday, 1);
    assert_int_equal(f.date.part, 3);
    assert_int_equal(f.date.past_first, TODAY - 2);
    assert_int_equal(f.date.next_first, TODAY + 5);
    f = reader_figure(&r, "It met on Thursday.", TODAY);
    assert_int_equal(f.date.past_first, TODAY);
    f = reader_figure(&r, "It met on Thursday.", NO_DATE);
    assert_int_equal(f.date.past_first, NO_DAY);
    reader_close(&r);
}

struct pair {
    const char *one, *other;
};

static enum date_relation compare(struct reader *r, struct pair p, int32_t published) {
    struct figure one = reader_figure(r, p.one, published), other = reader_figure(r, p.other, published);
    enum date_relation relation = date_compare(&one.date, &other.date);
    assert_int_equal(relation, date_compare(&other.date, &one.date));
    return relation;
}

static void assert_all(const struct pair *pairs, size_t count, int32_t published, enum date_relation expected) {
    struct reader r;
    reader_open(&r);
    for (size_t i = 0; i < count; i++) {
        enum date_relation relation = compare(&r, pairs[i], published);
        if (relation != expected) fail_msg("%s | %s: %d", pairs[i].one, pairs[i].other, relation);
    }
    reader_close(&r);
}

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void fields_alone_can_be_disjoint(void **state) {
    (void)state;
    static const struct pair pairs[] = {
        {"on 14 July", "on 7 July"},
        {"on Oct. 10", "on Oct. 24"},
        {"in March 2026", "in the spring of 2027"},
        {"in 1963", "in 1971"},
        {"in March", "on 3 April"},
        {"on Tuesday", "on Wednesday"},
        {"on Monday, November 3", "on Friday, November 14"},
        {"in February 2022", "in 2014"},
        {"in Q3 2024", "in Q4 2024"},
        {"on 28-29 November", "on 30 November"},
        {"on Friday", "on 3 December 2025"},
        {"between 2013 and 2017", "in 2018"},
    };
    assert_all(pairs, COUNT(pairs), NO_DATE, DATES_DISJOINT);
}

static void wider_dates_hold_narrower_ones(void **state) {
    (void)state;
    static const struct pair pairs[] = {
        {"in March", "on 3 March"},
        {"in 2022", "in February 2022"},
        {"on 3 December", "on December 3, 2025"},
        {"in the spring of 2027", "in April 2027"},
        {"on Wednesday", "on 3 December 2025"},
        {"between 2013 and 2017", "in 2015"},
        {"on 28-29 November", "on 29 November"},
        {"in Q3 2024", "in August 2024"},
        {"by 30 May 2025", "on 12 May 2025"},
    };
    assert_all(pairs, COUNT(pairs), NO_DATE, DATES_COMPATIBLE);
}

static void nothing_shared_is_unknown(void **state) {
    (void)state;
    static const struct pair pairs[] = {
        {"on Tuesday", "on 3 December"}, {"last month", "in March"}, {"yesterday", "on Tuesday"},
        {"two years ago", "in 2014"},    {"in March", "in 2022"},
    };
    assert_all(pairs, COUNT(pairs), NO_DATE, DATES_UNKNOWN);
}

static void the_day_of_writing_tells_more(void **state) {
    (void)state;
    static const struct pair disjoint[] = {
        {"yesterday", "on Tuesday"},      {"last month", "on 3 December"}, {"nearly four years ago", "in 2014"},
        {"last week", "on Tuesday"},      {"before 7 July 2025", "on 14 July"}, {"on Tuesday", "on 4 December"},
        {"two years ago", "last month"},
    };
    static const struct pair compatible[] = {
        {"yesterday", "on Wednesday"},    {"last month", "on 14 November"},
        {"nearly four years ago", "in February 2022"},
        {"this week", "on Tuesday"},      {"on Tuesday", "on December 2"},  {"last week", "in November"},
        {"two years ago", "in December 2023"}, {"last year", "in 2024"}, {"in July last year", "in July 2024"},
    };
    assert_all(disjoint, COUNT(disjoint), TODAY, DATES_DISJOINT);
    assert_all(compatible, COUNT(compatible), TODAY, DATES_COMPATIBLE);
}

static void calendar_round_trips(void **state) {
    (void)state;
    for (int32_t days = -800000; days < 800000; days += 379) {
        int32_t year;
        int month, day;
        date_civil(days, &year, &month, &day);
        assert_int_equal(date_days(year, month, day), days);
    }
    assert_int_equal(date_days(1970, 1, 1), 0);
    assert_int_equal(date_days(2025, 12, 4), TODAY);
    assert_int_equal(date_weekday(TODAY), 3);
    assert_int_equal(date_weekday(-1), 2);
    assert_int_equal(date_month_length(2024, 2), 29);
    assert_int_equal(date_month_length(1900, 2), 28);
}

static void reads_iso_dates_only(void **state) {
    (void)state;
    struct date d;
    assert_true(date_read(text_of("2025-12-03"), &d));
    assert_true(date_read(text_of("2022-02"), &d));
    assert_int_equal(d.past_end - d.past_first, 28);
    assert_true(date_read(text_of("2014"), &d));
    assert_false(date_read(text_of("2025-13"), &d));
    assert_false(date_read(text_of("2025-02-30"), &d));
    assert_false(date_read(text_of("3 December"), &d));
}

static void words_that_look_like_dates_are_none(void **state) {
    (void)state;
    static const char *const texts[] = {"He may go.", "They march on.", "Prices fall again.",
                                        "The summer school closed.",
                                        "It sprang a second leak."};
    struct reader r;
    reader_open(&r);
    for (size_t i = 0; i < COUNT(texts); i++) {
        reader_read(&r, texts[i], TODAY);
        for (size_t f = 0; f < r.figures.count; f++) {
            if (r.figures.items[f].kind == FIGURE_DATE) fail_msg("a date in: %s", texts[i]);
        }
    }
    reader_close(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_dates),
        cmocka_unit_test(weekdays_have_two_candidates),
        cmocka_unit_test(fields_alone_can_be_disjoint),
        cmocka_unit_test(wider_dates_hold_narrower_ones),
        cmocka_unit_test(nothing_shared_is_unknown),
        cmocka_unit_test(the_day_of_writing_tells_more),
        cmocka_unit_test(calendar_round_trips),
        cmocka_unit_test(reads_iso_dates_only),
        cmocka_unit_test(words_that_look_like_dates_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

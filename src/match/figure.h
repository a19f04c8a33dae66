/* Figures: the numbers, measures, shares, ages, scores and dates of a sentence, and what each leaves possible. */
#ifndef BELIE_MATCH_FIGURE_H
#define BELIE_MATCH_FIGURE_H

#include "base/kinds.h"
#include "match/date.h"
#include "match/interval.h"
#include "segment/segment.h"

/* One figure. `means` is what the words leave possible, `suggests` what a reader takes from them (within means), both
 * in the canonical unit: "nearly five hours" means [4,5), "90 minutes" [1.42,1.58). Texts live as long as the
 * vocabulary that the words are in. */
struct figure {
    enum figure_kind kind;
    struct interval means, suggests; /* scores: the point higher * 1000 + lower; dates: days since 1970-01-01 */
    struct text unit;     /* hour, km, kg, c, km/h, usd, percent, percentage point, day (dates), year (ages), for counts
                             the singular of the noun (person, point); empty for bare numbers */
    uint32_t first, last; /* tokens, hedge included, document-wide, inclusive */
    uint32_t core;        /* the first token of the figure proper, after any hedge */
    int32_t noun;         /* the token of what is counted, as far as seen ("27-point": that token), or -1 */
    double value;         /* as stated, in the canonical unit; dates: the first day, when known */
    double second;        /* scores: the other side */
    bool approximate;     /* a hedge or a vague word was read: about, nearly, dozens */
    bool exact;           /* "exactly", or a count that is not round */
    bool round;           /* few significant digits for its size */
    bool range;           /* two ends were given */
    struct date date;     /* kinds DATE and YEAR */
};

struct figure_list {
    struct figure *items;
    size_t count, capacity;
};

/* Appends the figures of one sentence in text order, none overlapping another. `published` (days since 1970-01-01, or
 * NO_DATE) is what "last week" and "3 December" are resolved against. Only memory can fail. Linear in the tokens. */
bool figures_find(struct arena *a, const struct segmented *s, uint32_t sentence, int32_t published,
                  struct figure_list *out);

/* May f stand where a rule asks for `wanted`? Shares and percentages stand for one another, years are dates, and a bare
 * number is a count. */
bool figure_fits(const struct figure *f, enum figure_kind wanted);
uint32_t figure_fitting(const struct figure *f); /* all of them: bits 1 << enum figure_kind */

enum figure_relation { FIGURES_UNRELATED, FIGURES_COMPATIBLE, FIGURES_TENSE, FIGURES_DISJOINT };

/* Compares what is comparable: unrelated when kinds or units differ (different currencies always do); dates by
 * date_compare; the rest by `means` (disjoint) and `suggests` (tense). */
enum figure_relation figure_compare(const struct figure *a, const struct figure *b);

/* Reads a figure as a rule's example writes it: "5 hour", ">=12 person", "[4,5) hour", "2022-02", "28 point". Units are
 * canonicalised: "90 minute" is 1.5 hour. Values are exact as given. False when t is none of these. */
bool figure_parse(struct arena *a, struct text t, struct figure *out);

/* "[4.5,5.5) hour", "27 point", "2022-02", "3-1": what `belie dump` shows. */
void figure_print(const struct figure *f, struct buffer *out);

#endif

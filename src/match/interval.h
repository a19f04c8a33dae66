/* Sets of numbers without holes: what a figure in a text leaves possible. */
#ifndef BELIE_MATCH_INTERVAL_H
#define BELIE_MATCH_INTERVAL_H

#include "base/text.h"

/* An end that is infinite is always open. Low above high, or equal ends one of which is open, is the empty set. */
struct interval {
    double low, high;
    bool low_open, high_open;
};

struct interval interval_all(void);
struct interval interval_point(double value);
struct interval interval_half_open(double low, double high); /* [low,high) */

bool interval_empty(struct interval i);
bool interval_contains(struct interval i, double value);
bool interval_disjoint(struct interval a, struct interval b); /* the empty set is disjoint from everything */
bool interval_within(struct interval part, struct interval whole);
struct interval interval_intersect(struct interval a, struct interval b);
struct interval interval_hull(struct interval a, struct interval b); /* the smallest interval that holds both */

/* The one or two (never empty) pieces of what is not in i; returns how many were written. */
size_t interval_complement(struct interval i, struct interval pieces[2]);

/* Order by low, then high, open ends counting as that much further in; total, for sorting. */
int interval_compare(struct interval a, struct interval b);

/* "[4.5,5.5)", "27" for a single point, "[12,inf)": the same bytes whatever the locale. */
void interval_print(struct interval i, struct buffer *out);

/* Reads what interval_print writes, and ">=12", "<5", "27". False when t is none of these. */
bool interval_parse(struct text t, struct interval *out);

/* The shortest decimal that is `value` to 12 significant digits: "4.5", "1200000", "-0.25", "inf". */
void number_print(double value, struct buffer *out);

/* Decimal digits with at most one point, an optional sign and thousands commas ("1,200.5"); all of t must be used.
 * `decimals`, when not NULL, is set to the count of digits after the point. */
bool number_parse(struct text t, double *value, int *decimals);

#endif

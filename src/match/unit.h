/* Units of measure, and what a number of them leaves possible. */
#ifndef BELIE_MATCH_UNIT_H
#define BELIE_MATCH_UNIT_H

#include "match/figure.h"
#include "match/hedge.h"

enum figure_kind unit_kind(enum unit u); /* FIGURE_NUMBER for UNIT_NONE */
struct text unit_name(enum unit u);      /* the canonical unit, as in struct figure; empty for UNIT_NONE */
double unit_convert(enum unit u, double value);
struct interval unit_convert_interval(enum unit u, struct interval i);

/* Reads the unit at piece `at` ("per cent", "square miles", "kilometres an hour"); *end is the piece after it.
 * UNIT_NONE when there is none. `a` is the number before it, which decides between "5p" and "p", "pounds" and "lb". */
enum unit unit_read(const struct pieces *p, int32_t at, const struct amount *a, int32_t *end);

/* A number in its stated unit: what it leaves possible (`means`) and what it suggests, as Design, "Readings", has it.
 * `exact`: no rounding is supposed (counts that are not round, what rules state). */
void amount_reading(const struct amount *a, enum figure_kind kind, enum hedge hedge, struct interval *means,
                    struct interval *suggests);

#endif

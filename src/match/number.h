/* Numbers in digits and words: "1.2 million", "two and a half", "three dozen", "tens of thousands", "one in five". */
#ifndef BELIE_MATCH_NUMBER_H
#define BELIE_MATCH_NUMBER_H

#include "match/piece.h"

struct amount {
    int32_t end;      /* the piece after it */
    double value;
    double place;     /* of the last digit that is not a rounding zero: 0.1 for 4.7, 100 for 1,200 */
    double low, high; /* when vague: [low,high) */
    bool vague;       /* dozens, several, a few */
    bool share;       /* a third, one in five: value is of 1 */
    bool part;        /* a half or quarter of a unit that follows: half an hour */
    bool article;     /* "an", before a unit: an hour */
    bool in_words;
    bool multiplied;  /* million and the like took part */
};

/* Reads the longest number that begins at piece `at`. `money`: a currency sign stands before it, so that "m" is million
 * whatever follows. */
bool number_read(const struct pieces *p, int32_t at, bool money, struct amount *out);

/* 10 to the number of zeros at the end of a whole value (1 for 0), or minus the decimals. */
double number_place(double value, int decimals);

/* Few digits for its size, as in 1,100 or 2 million, though not 27: what people say when they do not count. */
bool amount_is_round(const struct amount *a);

#endif

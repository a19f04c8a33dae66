/* The closed class of words that figures and dates are made of. A vocabulary asks once per word form. */
#ifndef BELIE_BASE_FIGURE_WORD_H
#define BELIE_BASE_FIGURE_WORD_H

#include "base/text.h"

/* What a word can be in a figure: "second" is an ordinal and a unit. */
enum figure_role {
    ROLE_CARDINAL = 1,     /* five, twenty: value */
    ROLE_MULTIPLIER = 2,   /* hundred, dozen, bn: value */
    ROLE_MULTIPLES = 4,    /* dozens, millions: value of one */
    ROLE_FRACTION = 8,     /* third, quarters: 1 / value */
    ROLE_ORDINAL = 16,     /* fifth: value */
    ROLE_UNIT = 32,        /* hour, kg, percent, "$": unit */
    ROLE_MONTH = 64,       /* value 1 to 12 */
    ROLE_WEEKDAY = 128,    /* value 0 (Monday) to 6 */
    ROLE_SEASON = 256,     /* value 0 (spring) to 3 (winter) */
    ROLE_DAY = 512,        /* yesterday, tonight: value in days from today */
    ROLE_RELATIVE = 1024,  /* last, this, next: value -1, 0, 1 */
    ROLE_VAGUE = 2048,     /* several, few, couple */
    ROLE_ARTICLE = 4096,   /* a, an */
    ROLE_PART = 8192,      /* morning, night */
    ROLE_QUARTER = 16384,  /* q3: value 1 to 4 */
    ROLE_CLOCK = 32768,    /* am, pm, noon, midnight: value the hour to add or to mean */
    ROLE_HEDGE = 65536,    /* the last word of what can stand before a number: "(at) least", "(no more) than" */
    ROLE_ADDED = 131072,   /* the first word of what can stand after it: "or (so)", "plus" */
    /* A sentence without any of these, a digit or a hyphenated one holds no figure. */
    ROLE_OPENER = ROLE_CARDINAL | ROLE_MULTIPLIER | ROLE_MULTIPLES | ROLE_FRACTION | ROLE_ORDINAL | ROLE_MONTH |
                  ROLE_WEEKDAY | ROLE_SEASON | ROLE_DAY | ROLE_VAGUE | ROLE_QUARTER | ROLE_CLOCK,
    /* A number in words begins with one of these. */
    ROLE_NUMERIC = ROLE_CARDINAL | ROLE_MULTIPLIER | ROLE_MULTIPLES | ROLE_FRACTION | ROLE_VAGUE | ROLE_ARTICLE
};

/* Every unit with what it is a unit of, the unit that it is compared in, and how to get there: canonical = value *
 * factor + offset. Money is never converted between currencies. */
#define UNITS(UNIT)                                                    \
    UNIT(SECOND, DURATION, "hour", 1.0 / 3600, 0)                      \
    UNIT(MINUTE, DURATION, "hour", 1.0 / 60, 0)                        \
    UNIT(HOUR, DURATION, "hour", 1, 0)                                 \
    UNIT(DAY, DURATION, "hour", 24, 0)                                 \
    UNIT(NIGHT, DURATION, "hour", 24, 0)                               \
    UNIT(WEEK, DURATION, "hour", 168, 0)                               \
    UNIT(FORTNIGHT, DURATION, "hour", 336, 0)                          \
    UNIT(WEEKEND, DURATION, "hour", 48, 0)                             \
    UNIT(MONTH, DURATION, "hour", 730.5, 0)                            \
    UNIT(YEAR, DURATION, "hour", 8766, 0)                              \
    UNIT(DECADE, DURATION, "hour", 87660, 0)                           \
    UNIT(CENTURY, DURATION, "hour", 876600, 0)                         \
    UNIT(MILLIMETRE, DISTANCE, "km", 1e-6, 0)                          \
    UNIT(CENTIMETRE, DISTANCE, "km", 1e-5, 0)                          \
    UNIT(METRE, DISTANCE, "km", 0.001, 0)                              \
    UNIT(KILOMETRE, DISTANCE, "km", 1, 0)                              \
    UNIT(INCH, DISTANCE, "km", 0.0000254, 0)                           \
    UNIT(FOOT, DISTANCE, "km", 0.0003048, 0)                           \
    UNIT(YARD, DISTANCE, "km", 0.0009144, 0)                           \
    UNIT(MILE, DISTANCE, "km", 1.609344, 0)                            \
    UNIT(NAUTICAL_MILE, DISTANCE, "km", 1.852, 0)                      \
    UNIT(GRAM, WEIGHT, "kg", 0.001, 0)                                 \
    UNIT(KILOGRAM, WEIGHT, "kg", 1, 0)                                 \
    UNIT(TONNE, WEIGHT, "kg", 1000, 0)                                 \
    UNIT(OUNCE, WEIGHT, "kg", 0.028349523125, 0)                       \
    UNIT(POUND, WEIGHT, "kg", 0.45359237, 0)                           \
    UNIT(STONE, WEIGHT, "kg", 6.35029318, 0)                           \
    UNIT(CELSIUS, TEMPERATURE, "c", 1, 0)                              \
    UNIT(FAHRENHEIT, TEMPERATURE, "c", 5.0 / 9, -160.0 / 9)            \
    UNIT(DEGREE, TEMPERATURE, "degree", 1, 0)                          \
    UNIT(KM_PER_HOUR, SPEED, "km/h", 1, 0)                             \
    UNIT(MILE_PER_HOUR, SPEED, "km/h", 1.609344, 0)                    \
    UNIT(METRE_PER_SECOND, SPEED, "km/h", 3.6, 0)                      \
    UNIT(KNOT, SPEED, "km/h", 1.852, 0)                                \
    UNIT(SQUARE_METRE, AREA, "sq km", 1e-6, 0)                         \
    UNIT(SQUARE_KILOMETRE, AREA, "sq km", 1, 0)                        \
    UNIT(SQUARE_FOOT, AREA, "sq km", 9.290304e-8, 0)                   \
    UNIT(SQUARE_MILE, AREA, "sq km", 2.589988110336, 0)                \
    UNIT(HECTARE, AREA, "sq km", 0.01, 0)                              \
    UNIT(ACRE, AREA, "sq km", 0.0040468564224, 0)                      \
    UNIT(LITRE, VOLUME, "litre", 1, 0)                                 \
    UNIT(MILLILITRE, VOLUME, "litre", 0.001, 0)                        \
    UNIT(CUBIC_METRE, VOLUME, "litre", 1000, 0)                        \
    UNIT(US_GALLON, VOLUME, "gallon", 1, 0)                            \
    UNIT(BARREL, VOLUME, "barrel", 1, 0)                               \
    UNIT(PERCENT, PERCENT, "percent", 1, 0)                            \
    UNIT(PERCENTAGE_POINT, POINTS, "percentage point", 1, 0)           \
    UNIT(BASIS_POINT, POINTS, "percentage point", 0.01, 0)             \
    UNIT(DOLLAR, MONEY, "usd", 1, 0)                                   \
    UNIT(CENT, MONEY, "usd", 0.01, 0)                                  \
    UNIT(POUND_STERLING, MONEY, "gbp", 1, 0)                           \
    UNIT(PENNY, MONEY, "gbp", 0.01, 0)                                 \
    UNIT(EURO, MONEY, "eur", 1, 0)                                     \
    UNIT(YEN, MONEY, "jpy", 1, 0)                                      \
    UNIT(YUAN, MONEY, "cny", 1, 0)                                     \
    UNIT(RUPEE, MONEY, "rupee", 1, 0)                                  \
    UNIT(ROUBLE, MONEY, "rub", 1, 0)                                   \
    UNIT(HRYVNIA, MONEY, "uah", 1, 0)                                  \
    UNIT(FRANC, MONEY, "franc", 1, 0)                                  \
    UNIT(KRONE, MONEY, "krone", 1, 0)                                  \
    UNIT(RAND, MONEY, "zar", 1, 0)                                     \
    UNIT(OTHER_DOLLAR, MONEY, "dollar", 1, 0)                          \
    UNIT(PERSON, COUNT, "person", 1, 0)                                \
    UNIT(POINT, COUNT, "point", 1, 0)                                  \
    UNIT(VOTE, COUNT, "vote", 1, 0)

enum unit {
    UNIT_NONE,
#define UNIT(name, kind, canonical, factor, offset) UNIT_##name,
    UNITS(UNIT)
#undef UNIT
    UNIT_COUNT
};

struct figure_word {
    struct text text;
    uint32_t roles; /* bits of enum figure_role */
    uint8_t unit;   /* enum unit */
    double value;
};

/* The row of a normalised lower-case form; 0 when it is no figure word. */
uint16_t figure_word_find(struct text form);

/* Row 0 is a word without roles; `row` must come from figure_word_find. */
const struct figure_word *figure_word_row(uint16_t row); /* row 0 also beyond the last */
bool figure_word_opens(uint16_t row);   /* has it a role of ROLE_OPENER? */
bool figure_word_is_time(uint16_t row); /* a unit of time: "an hour" and "weeks" are figures without a number */

#endif

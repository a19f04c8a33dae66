/* The enumerations that the rules and several stages share, with the names that rule files and outputs use. */
#ifndef BELIE_BASE_KINDS_H
#define BELIE_BASE_KINDS_H

#include "base/text.h"

/* What a figure is about; in a phrase, {n:duration}. */
enum figure_kind {
    FIGURE_NUMBER, /* a bare number; as what a rule asks for: anything */
    FIGURE_COUNT,  /* of people or things */
    FIGURE_MONEY,
    FIGURE_PERCENT,
    FIGURE_POINTS, /* percentage points */
    FIGURE_DURATION,
    FIGURE_DISTANCE,
    FIGURE_TEMPERATURE,
    FIGURE_SPEED,
    FIGURE_WEIGHT,
    FIGURE_AREA,
    FIGURE_VOLUME,
    FIGURE_FRACTION, /* a share in words, one in five; its unit is percent, so that it compares with PERCENT */
    FIGURE_ORDINAL,
    FIGURE_YEAR, /* a bare year; a date of that precision */
    FIGURE_DATE,
    FIGURE_TIME_OF_DAY, /* in hours from midnight */
    FIGURE_SCORE,       /* 3-1, 61 votes to 59; sets won and lost for 6-4 3-6 7-6 */
    FIGURE_AGE,         /* in years */
    FIGURE_KINDS
};

const char *figure_kind_name(enum figure_kind kind); /* "number", "time-of-day", … */
int figure_kind_of(struct text name);                /* -1 when there is no such kind */

/* How sure a claim is, after FactBank (Saurí and Pustejovsky 2009). */
enum modality {
    MODALITY_ASSERTED,
    MODALITY_PROBABLE,
    MODALITY_POSSIBLE,
    MODALITY_PLANNED,
    MODALITY_CONDITIONAL,
    MODALITY_ASKED,
    MODALITY_WISHED,
    MODALITY_UNKNOWN,
    MODALITIES
};

const char *modality_name(enum modality m); /* "asserted", … */
int modality_of(struct text name);          /* -1 when there is no such modality */

#endif

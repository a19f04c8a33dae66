/* Abbreviations that are written with a full stop. */
#ifndef BELIE_BASE_ABBREVIATION_H
#define BELIE_BASE_ABBREVIATION_H

#include "base/text.h"

enum abbreviation {
    ABBREVIATION_NONE,
    ABBREVIATION_TITLE,  /* a name follows: Mr., Gen. */
    ABBREVIATION_NUMBER, /* one only where a figure follows: No. 10, fig. 3 */
    ABBREVIATION_MONTH,  /* Jan.: a day or a year follows, or the sentence ends */
    ABBREVIATION_NAME,   /* ends a name: Inc., Jr., Blvd. */
    ABBREVIATION_PLACE,  /* one only after a comma: Ill., Wash. */
    ABBREVIATION_PLAIN   /* stands anywhere, mostly in lower case: vs., approx., etc. */
};

enum { ABBREVIATION_LONGEST = 6 };

/* The kind of a lower-case form without its stop ("mr"). */
enum abbreviation abbreviation_of(struct text form);

#endif

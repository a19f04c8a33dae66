/* What time it is, unless output is to be the same on any day. */
#ifndef BELIE_CLI_CLOCK_H
#define BELIE_CLI_CLOCK_H

#include <stdbool.h>
#include <time.h>

/* The seconds of SOURCE_DATE_EPOCH, and then *fixed; else the clock's. False when the variable is no number. */
bool clock_seconds(time_t *out, bool *fixed);

#endif

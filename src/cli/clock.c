#include "cli/clock.h"

#include <errno.h>
#include <stdlib.h>

bool clock_seconds(time_t *out, bool *fixed) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    *fixed = epoch && *epoch;
    *out = time(NULL);
    if (!*fixed) return true;
    char *end;
    errno = 0;
    long long seconds = strtoll(epoch, &end, 10);
    *out = (time_t)seconds;
    return *epoch >= '0' && *epoch <= '9' && !*end && errno == 0;
}

/* Waivers and the baseline, as check and compare take them. */
#ifndef BELIE_CLI_ACCEPT_H
#define BELIE_CLI_ACCEPT_H

#include "cli/session.h"

/* Before the check is run: hands it the date, the waivers and the baseline. What cannot be read is said, and the check
 * goes on without it. */
void accept_begin(struct session *s, const struct settings *settings);

/* Afterwards, before the report: writes the baseline where that is asked for. */
void accept_end(struct session *s, const struct settings *settings);

/* Says on standard error which waivers do not hold, where the report is not one that people read. */
void accept_warn(struct session *s, const struct settings *settings);

#endif

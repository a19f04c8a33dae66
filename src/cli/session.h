/* Rules and a check, as most commands need them. */
#ifndef BELIE_CLI_SESSION_H
#define BELIE_CLI_SESSION_H

#include "cli/options.h"

#include <belie/belie.h>

struct session {
    belie_rules *rules;
    belie_check *check;
    enum status status; /* the worst so far */
    bool has_baseline;
};

/* Loads the rules, says why where it cannot. Close with session_close in any case. */
bool session_open(struct session *s, const struct settings *settings);
void session_close(struct session *s);

/* Adds a path; trouble is said and kept in `status`, and the others go on. */
void session_add(struct session *s, const char *path, enum belie_role role);

/* Adds the operands, what they are held against, and the archives. False when an option makes no sense, which is said. */
bool session_inputs(struct session *s, const struct settings *settings);

/* Runs the check, with the waivers and the baseline that were given, and says what could not be read. False when it cannot go on. */
bool session_run(struct session *s, const struct settings *settings);

void session_problems(struct session *s); /* says what could not be read */

/* Keeps trouble with the outcome of a library call: a message unless only the output was stopped. */
void session_outcome(struct session *s, bool ok, const struct belie_error *error);

/* Prints the findings; the status tells whether any is as severe as the fail level. */
void session_report(struct session *s, const struct settings *settings);

#endif

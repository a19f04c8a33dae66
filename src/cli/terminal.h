/* Standard output and standard error. */
#ifndef BELIE_CLI_TERMINAL_H
#define BELIE_CLI_TERMINAL_H

#include "cli/options.h"

#include <belie/belie.h>

/* A belie_write that writes to standard output. Its failures show in terminal_close. */
int terminal_write(void *context, const char *bytes, size_t length);

/* Flushes standard output: a full disk or a closed pipe is trouble, and is said. */
enum status terminal_close(enum status status);

bool terminal_color(const struct settings *s);
unsigned terminal_width(const struct settings *s);

/* Prints a library error to standard error. */
enum status terminal_error(const struct belie_error *error);

#endif

/* What .belie.yaml and the command line say together. */
#ifndef BELIE_CLI_CONFIG_H
#define BELIE_CLI_CONFIG_H

#include "cli/options.h"

/* Finds and reads the config that goes with the command's first file, puts the command line before it, and fills in what
 * the command line left open. False when it cannot be read, which is said. config_close in any case. */
bool config_open(struct settings *s, const struct command *command);
void config_close(struct settings *s);

#endif

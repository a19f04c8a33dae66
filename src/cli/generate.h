/* What other programs want to know of the command line, made from its two tables. */
#ifndef BELIE_CLI_GENERATE_H
#define BELIE_CLI_GENERATE_H

#include "cli/action.h"
#include "cli/options.h"

/* Each prints one thing to standard output. */
void generate_man(void);
void generate_bash(void);
void generate_zsh(void);
void generate_fish(void);

enum completion { COMPLETE_NOTHING, COMPLETE_CHOICES, COMPLETE_FILES, COMPLETE_FOLDERS, COMPLETE_RULES };

enum completion option_completion(const struct option *o); /* of its value */
enum completion operand_completion(const struct command *c);

/* The option of the command that the index-th row of the table is; NULL where it is none. */
const struct option *command_option(const struct command *c, size_t index);

/* Is "-x VALUE" or "--xx VALUE" worth repeating? */
bool option_repeats(const struct option *o);

/* `words` with a backslash before each of the characters in `special`. */
void print_escaped(const char *words, const char *special);

#endif

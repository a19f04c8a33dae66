/* What a command can do, named by its first operand: `belie rules show ID`. */
#ifndef BELIE_CLI_ACTION_H
#define BELIE_CLI_ACTION_H

#include "cli/options.h"

struct action {
    const char *name;
    size_t least, most; /* operands after it */
    const char *needs;  /* what the least are */
};

/* The one that the first operand names, in a table of `count` rows of `size` bytes that each begin with an action; its
 * further operands are as many as it takes. Else NULL, and what is wrong was said. */
const void *action_find(const char *command, const void *table, size_t count, size_t size, const struct strings *operands);

#endif

/* What a command can do, named by its first operand: `belie rules show ID`. */
#ifndef BELIE_CLI_ACTION_H
#define BELIE_CLI_ACTION_H

#include "cli/options.h"

struct action {
    const char *name;
    size_t least, most; /* operands after it */
    const char *needs;  /* what the least are */
};

/* A table of `count` rows of `size` bytes that each begin with an action. */
struct actions {
    const void *rows;
    size_t count, size;
};

const struct action *action_at(const struct actions *a, size_t index); /* NULL past the last */

/* The row that the first operand names; its further operands are as many as it takes. Else NULL, and what is wrong was
 * said. */
const void *action_find(const char *command, const struct actions *a, const struct strings *operands);

#endif

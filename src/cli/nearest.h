/* The known word that a mistyped one was meant to be. */
#ifndef BELIE_CLI_NEAREST_H
#define BELIE_CLI_NEAREST_H

#include <stddef.h>

struct nearest {
    const char *word;
    size_t length;
    const char *best; /* NULL: nothing is near */
    size_t distance;
};

struct nearest nearest_start(const char *word, size_t length);
void nearest_try(struct nearest *n, const char *candidate); /* the first of equally near ones wins */

#endif

/* Files that are handed to the library as bytes. */
#ifndef BELIE_CLI_INPUT_H
#define BELIE_CLI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

/* All zero is empty; free `items`. */
struct bytes {
    char *items;
    size_t count, capacity;
};

/* Reads a whole file, "-" for standard input. False when it cannot be read, which is said. */
bool input_read(const char *path, struct bytes *out);

/* What messages call it: "standard input" for "-". */
const char *input_name(const char *path);

#endif

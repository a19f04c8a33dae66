/* Data that a build makes and links into the library. For build-time programs: they print what is wrong. */
#ifndef BELIE_BASE_EMBED_H
#define BELIE_BASE_EMBED_H

#include "base/text.h"

bool embed_save(const char *path, const struct buffer *b);

/* Writes the assembly that defines `name`, hidden in the library, as what the file `table` holds. */
bool embed_assembly(const char *path, const char *name, const char *table);

#endif

/* Folders of articles and of packs. */
#ifndef BELIE_LIBRARY_FOLDER_H
#define BELIE_LIBRARY_FOLDER_H

#include "base/arena.h"
#include "base/error.h"

struct paths {
    LIST(struct text) items; /* NUL-terminated */
};

bool folder_is(const char *path); /* a folder, also through a link */

/* Adds every article (.txt, .md, .markdown) in the folder and below, sorted by path. Hidden ones, and folders behind
 * symbolic links, which may lead back, are left out. BELIE_CANNOT_READ when a folder cannot be listed. */
bool folder_articles(struct arena *a, const char *folder, struct paths *out, struct belie_error *e);

/* Adds the folders right in `folder`, sorted; hidden ones are left out. */
bool folder_packs(struct arena *a, const char *folder, struct paths *out, struct belie_error *e);

#endif

/* The inside of an archive as embedders hold it; for the files of this folder. */
#ifndef BELIE_LIBRARY_ARCHIVE_H
#define BELIE_LIBRARY_ARCHIVE_H

#include "archive/archive.h"
#include "belie/archive.h"

struct belie_archive {
    struct archive *archive;
    const struct rules *rules;
};

/* catalog.c: "text" (or NULL) or "jsonl"; BELIE_BAD_REQUEST for another word. */
bool archive_format(const char *format, bool *json, struct belie_error *e);

#endif

/* The archive: what was printed, with the claims in it, in one file, so that a draft is checked against all of it. */
#ifndef BELIE_ARCHIVE_H
#define BELIE_ARCHIVE_H

#include "belie/error.h"
#include "belie/rules.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct belie_archive belie_archive;

enum belie_archive_use { BELIE_ARCHIVE_READ, BELIE_ARCHIVE_WRITE /* makes the file where there is none */ };

/* Opens the archive in the file `path` (UTF-8, NUL-terminated). NULL, with *error filled, when it cannot be: BELIE_CANNOT_READ,
 * BELIE_CANNOT_WRITE, BELIE_BAD_ARCHIVE (another program's file, damaged, or of a newer belie) or BELIE_NO_MEMORY; the file
 * is then as it was. `rules` must outlive the archive. One thread at a time; any number of programs may read while one
 * writes. Close with belie_archive_close, which takes NULL. */
belie_archive *belie_archive_open(const char *path, enum belie_archive_use use, const belie_rules *rules,
                                  struct belie_error *error);
void belie_archive_close(belie_archive *archive);

/* How adding goes on, after every batch: documents done, of how many (0: not known), and bytes read. Returning non-zero
 * stops after that batch: what was stored stays. */
typedef int belie_progress(void *context, size_t done, size_t total, uint64_t bytes);

struct belie_archive_work {
    unsigned threads;          /* 0: one a processor */
    const char *outlet;        /* of documents that state none; may be NULL */
    int32_t today;             /* days since 1970-01-01, recorded as the day of the change */
    belie_progress *progress;  /* may be NULL */
    void (*problem)(void *context, const struct belie_error *error); /* a document that cannot be read; may be NULL */
    void *context;             /* of both */
};

struct belie_archive_counts {
    size_t added, changed, unchanged, failed; /* changed: a new version of a known document */
};

/* Adds files, and for folders every .txt, .md and .markdown file in them and below. A document is known by its uri (the
 * front matter's, else its path as given): equal bytes are skipped, other bytes are a new version, which withdraws the
 * claims of the older from checking. Each document is stored whole or not at all; those of a batch together. Documents
 * that cannot be read are told to `problem` and counted; false only when the archive cannot go on. */
bool belie_archive_add(belie_archive *archive, const char *const *paths, size_t count,
                       const struct belie_archive_work *work, struct belie_archive_counts *counts,
                       struct belie_error *error);

/* Adds documents given as JSON Lines: {"uri": …, "text": …} and, where known, "title", "date" (ISO 8601), "outlet",
 * "author", "language". `first_line` is the number of the first one, for messages. */
bool belie_archive_add_lines(belie_archive *archive, const char *name, const char *bytes, size_t length, size_t first_line,
                             const struct belie_archive_work *work, struct belie_archive_counts *counts,
                             struct belie_error *error);

/* Forgets a document and all its versions. BELIE_BAD_REQUEST when there is none of that uri. */
bool belie_archive_remove(belie_archive *archive, const char *uri, struct belie_error *error);

/* Makes the claims of every current document anew that were made with other rules. Stopped, it goes on next time. */
bool belie_archive_refresh(belie_archive *archive, const struct belie_archive_work *work,
                           struct belie_archive_counts *counts, struct belie_error *error);

/* Text for people, or JSON Lines with format "jsonl" (NULL: "text"). */
bool belie_archive_list(belie_archive *archive, const char *format, belie_write *write, void *context,
                        struct belie_error *error);
bool belie_archive_show(belie_archive *archive, const char *uri, const char *format, belie_write *write, void *context,
                        struct belie_error *error); /* versions and claims; BELIE_BAD_REQUEST: no such document */
bool belie_archive_stats(belie_archive *archive, const char *format, belie_write *write, void *context,
                         struct belie_error *error);

/* Looks through the whole file and writes each problem as a line; *problems is their number. */
bool belie_archive_verify(belie_archive *archive, belie_write *write, void *context, size_t *problems,
                          struct belie_error *error);

/* What a change of rules does: reads every document of the archive with the rules in two folders (each a folder of packs,
 * or a pack) and writes the claims, and the findings within each document, that only the old ("-") or the new ("+") make.
 * Errors as of belie_rules_load and belie_archive_open. */
struct belie_rules_diff_counts {
    size_t documents, added, removed; /* lines */
};
bool belie_rules_diff(const char *old_folder, const char *new_folder, const char *archive, belie_write *write, void *context,
                      struct belie_rules_diff_counts *counts, struct belie_error *error);

/* The correction ledger: for every document (or the one of `uri`, if not NULL) with a version that changed or dropped a
 * claim, the other documents that still make the old one. *open is the number of claims that still stand elsewhere. */
bool belie_archive_corrections(belie_archive *archive, const char *uri, const char *format, belie_write *write,
                               void *context, size_t *open, struct belie_error *error);

#endif

/* The documents of an archive and their number, as lines for people and as JSON. */
#ifndef BELIE_REPORT_CATALOG_H
#define BELIE_REPORT_CATALOG_H

#include "archive/archive.h"
#include "report/formats.h"

void catalog_line(struct buffer *out, const struct stored *s);
void catalog_json(struct buffer *out, const struct stored *s);
void catalog_counts(struct buffer *out, struct text path, const struct archive_counts *c, uint64_t rules);
void catalog_counts_json(struct buffer *out, struct text path, const struct archive_counts *c, uint64_t rules);

#endif

/* The findings of each document that is being checked, for formats that have a part for each file. */
#ifndef BELIE_REPORT_BY_DOCUMENT_H
#define BELIE_REPORT_BY_DOCUMENT_H

#include "report/formats.h"

struct by_document {
    const struct report *report;
    bool drafts; /* some documents are drafts: the others have no part */
    size_t at;   /* the next finding: they are sorted by the document of their first side */
};

/* The findings [first, *end) of document `number`, to be asked for in order. False when it has no part of its own: prior
 * coverage, or an archived document. */
bool by_document_next(struct by_document *b, uint32_t number, size_t *first, size_t *end);

#endif

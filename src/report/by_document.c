#include "report/by_document.h"

bool by_document_next(struct by_document *b, uint32_t number, size_t *first, size_t *end) {
    const struct report *r = b->report;
    *first = b->at;
    while (b->at < r->findings->items.count && r->findings->items.items[b->at].a->document == number) b->at++;
    *end = b->at;
    return *end > *first || !(b->drafts && !r->sources[number].draft);
}

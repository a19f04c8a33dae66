#include "report/coverage.h"

#include <string.h>

static bool is_shown(const struct tally *t, uint32_t document, uint32_t offset) {
    for (uint32_t i = 0; i < t->shown; i++)
        if (t->first[i].document == document && t->first[i].offset == offset) return true;
    return false;
}

static bool stands_before(uint32_t document, uint32_t offset, const struct sighting *s) {
    return document != s->document ? document < s->document : offset < s->offset;
}

/* The first places are kept whatever the order in which documents come: threads have none. */
struct sighting *tally_add(struct tally *t, uint32_t document, uint32_t offset) {
    uint32_t at = t->shown;
    t->count++;
    if (is_shown(t, document, offset)) return NULL;
    while (at && stands_before(document, offset, &t->first[at - 1])) at--;
    if (at == SIGHTINGS) return NULL;
    if (t->shown < SIGHTINGS) t->shown++;
    memmove(&t->first[at + 1], &t->first[at], (t->shown - 1 - at) * sizeof *t->first);
    t->first[at] = (struct sighting){.document = document, .offset = offset};
    return &t->first[at];
}

void tally_join(struct tally *t, const struct tally *more) {
    t->count += more->count - more->shown;
    for (uint32_t i = 0; i < more->shown; i++) {
        struct sighting *room = tally_add(t, more->first[i].document, more->first[i].offset);
        if (room) *room = more->first[i];
    }
}

coverage_writer *coverage_format(const char *name) {
    if (!name || strcmp(name, "text") == 0) return text_coverage;
    return strcmp(name, "json") == 0 ? json_coverage : NULL;
}

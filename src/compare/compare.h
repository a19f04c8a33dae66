/* Stage 6, claims → findings. */
#ifndef BELIE_COMPARE_COMPARE_H
#define BELIE_COMPARE_COMPARE_H

#include "claim/claim.h"

enum relation { RELATION_CONTRADICTION, RELATION_TENSION, RELATION_DISPUTE, RELATION_REVERSAL, RELATION_UPDATE, RELATIONS };
enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITIES };

const char *relation_name(enum relation r);
const char *severity_name(enum severity s);

/* A document as the comparison sees it; also what `compare` reads back from JSON Lines. */
struct source {
    struct text path, title, outlet;
    struct text uri;     /* what the document calls itself; may be empty */
    int32_t published;
    uint64_t hash;       /* of the file's bytes */
    struct text bytes;   /* the file, for quotations; may be empty when claims carry their own */
    bool draft;          /* findings need a side in a draft */
    bool archived;       /* one of those that an archive chose: `crowd` counts it and its like */
    bool one_story;      /* the caller vouches that all sources tell of one story */
    const struct claims *claims;
    const struct comments *comments; /* NULL where the file itself is not at hand */
};

/* One document's position on one question: a reading and a voice, with all claims that take it, in text order. */
struct position {
    uint32_t document;
    struct reading reading;
    struct voice voice;
    bool negated;        /* of its first claim */
    enum modality modality;
    LIST(const struct claim *) claims;
    size_t others;       /* further prior documents that hold it and are not shown */
};

/* How many archived documents hold a position (see compare/recent.h), shown or not. */
struct holders {
    uint64_t key, print;
    size_t count;
};

struct crowd {
    LIST(struct holders) items;
};

struct finding {
    uint64_t id;         /* fingerprint: no line numbers, no remedy text */
    int32_t proposition;
    enum relation relation;
    enum severity severity;
    bool across;         /* between two documents */
    const struct position *a, *b;
    struct text question; /* `ask` with the arguments filled in */
    struct text why;      /* one sentence */
};

struct findings { LIST(struct finding) items; uint32_t counts[SEVERITIES]; };

struct severities; /* compare/severity.h */

/* Compares all claims of all sources with each other. With any source marked draft, only pairs that have a side in a
 * draft; of many other documents with one position, the most recent. `crowd` and `severities` may be NULL. Sorted by
 * draft order, then place. Everything lives in `a`, and borrows from the claims. */
bool compare_claims(struct arena *a, const struct rules *r, const struct source *sources, uint32_t count,
                    const struct crowd *crowd, const struct severities *severities, struct findings *out);

/* The first test that separates two claims, as a sentence ("different plan", "some against some: one state fits both");
 * *conflict tells that none does, and then the sentence says why they clash. */
struct text compare_explain(struct arena *a, const struct rules *r, const struct source *sources, const struct claim *x,
                            const struct claim *y, bool *conflict);

#endif

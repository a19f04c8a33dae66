/* From documents to claims: all stages in a row, many documents at once. */
#ifndef BELIE_PIPELINE_H
#define BELIE_PIPELINE_H

#include "claim/claim.h"

/* What each stage hands on, for one document. */
struct stages {
    struct document document;
    struct segmented segmented;
    struct matched matched;
    struct claims claims;
};

/* What one thread needs to read documents with: the word forms it has met, and the memory of the document at hand. */
struct worker {
    const struct rules *rules;
    struct vocabulary *vocabulary;
    struct arena arena;
};

bool worker_start(struct worker *w, const struct rules *rules, struct belie_error *e);
void worker_end(struct worker *w); /* of one that is all zero, too */

/* Takes one document through all stages. *out lives in w->arena until the next call or worker_end, and borrows
 * `source` and the words of w->vocabulary. BELIE_BAD_TEXT, or BELIE_NO_MEMORY. */
bool pipeline_stages(struct worker *w, struct text path, struct text source, uint32_t number, struct stages *out,
                     struct belie_error *e);

/* The last two stages, for a text that was cut into sentences by other means. */
bool pipeline_claims(struct worker *w, uint32_t number, struct stages *out, struct belie_error *e);

/* A document to be read, and what is kept of it: its bytes and its claims. */
struct article {
    struct text path;
    struct buffer bytes; /* read from path unless `given` */
    bool given;
    uint32_t number;     /* for claim.document */
    struct text uri, title, outlet; /* uri: the path where the document states none */
    int32_t published;
    uint64_t hash;       /* of the bytes */
    struct comments comments; /* spans of the bytes */
    struct claims claims; /* their `cues` are indexes of rules->cues: the uses went with the document */
    struct belie_error error; /* why it could not be read; then it has no claims */
};

/* Memory of the claims of all articles. One arena a thread; an article's claims live in one of them. */
struct keepers {
    struct arena *arenas;
    unsigned count;
};

/* Reads and extracts all articles, each by itself, on `threads` threads. What it keeps lives in *keepers (zero before;
 * free with keepers_release) and in each article's bytes (free with buffer_release). False when memory is short. */
bool pipeline_read(const struct rules *rules, struct article *articles, size_t count, unsigned threads,
                   struct keepers *keepers, struct belie_error *e);
void keepers_release(struct keepers *k);

#endif

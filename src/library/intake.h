/* Documents on their way into an archive: read and extracted side by side, stored one after the other. */
#ifndef BELIE_LIBRARY_INTAKE_H
#define BELIE_LIBRARY_INTAKE_H

#include "library/archive.h"
#include "pipeline.h"

/* One document. Only `path`, or `path` and bytes that are given, are set by the caller. */
struct parcel {
    struct text path;
    struct buffer bytes; /* read from path unless `given` */
    bool given;
    int64_t id;          /* of a document whose claims are made anew; 0: to be added */
    struct buffer uri, title, outlet, packed;
    int32_t published;
    struct deposit deposit;
    bool unchanged;
    struct belie_error error;
};

struct intake {
    struct archive *archive;
    const struct rules *rules;
    const struct belie_archive_work *work;
    struct belie_archive_counts *counts;
    struct worker *workers;
    unsigned threads;
    size_t done, total;
    uint64_t bytes;
};

enum { INTAKE_BATCH = 512 };

/* Start with .archive, .rules, .work and .counts set and the rest zero; close in any case. */
bool intake_open(struct intake *in, struct belie_error *e);
void intake_close(struct intake *in);

/* Takes up to INTAKE_BATCH parcels in and releases what they own. *stop: the caller's progress function wants no more. */
bool intake_batch(struct intake *in, struct parcel *parcels, size_t count, bool *stop, struct belie_error *e);

#endif

/* The archive: what a newsroom has printed, with the claims in it, in one SQLite file. Beside the stages: it takes the
 * claims of a document after extraction, and hands those that a draft can meet to the comparison. */
#ifndef BELIE_ARCHIVE_ARCHIVE_H
#define BELIE_ARCHIVE_ARCHIVE_H

#include "base/error.h"
#include "compare/compare.h"

struct archive;

enum archive_use { ARCHIVE_READ, ARCHIVE_WRITE /* makes the file where there is none */ };

/* BELIE_CANNOT_READ, BELIE_CANNOT_WRITE, or BELIE_BAD_ARCHIVE: another program's file, damaged, or of a newer belie.
 * `rules` must outlive the archive. Close with archive_close, which takes NULL. */
struct archive *archive_open(struct text path, enum archive_use use, const struct rules *rules, struct belie_error *e);
void archive_close(struct archive *archive);
struct text archive_path(const struct archive *archive);

/* A document to be stored. */
struct deposit {
    struct text uri, path, title, outlet;
    int32_t published;
    struct text bytes; /* the file, whole */
    uint64_t hash;     /* of the bytes: text_hash */
    size_t claim_count;
    struct text packed_keys, packed_claims, packed_bytes; /* made by deposit_pack, as is claim_count */
};

/* Packs the claims and bytes into *room, which must be empty and live as long as the deposit. `a` is for what it needs
 * on the way. Needs no archive: threads may do it side by side. False when memory is short. */
bool deposit_pack(struct arena *a, const struct rules *r, const struct claims *claims, struct buffer *room,
                  struct deposit *d);

enum kept { KEPT_NEW, KEPT_VERSION, KEPT_UNCHANGED };

/* What storing bytes of that hash under `uri` would be. */
bool archive_would(struct archive *archive, struct text uri, uint64_t hash, enum kept *kept, struct belie_error *e);

/* Between these two, documents are stored all or none; only one program at a time. A rollback needs no error of its
 * own. `date`: days since 1970-01-01, of this change. */
bool archive_begin(struct archive *archive, struct belie_error *e);
bool archive_commit(struct archive *archive, struct belie_error *e);
void archive_rollback(struct archive *archive);

/* Stores a document, or a new version of it; the older one's claims are withdrawn from checking and kept. */
bool archive_put(struct archive *archive, const struct deposit *d, int32_t today, enum kept *kept, struct belie_error *e);

/* Forgets a document with all its versions. *found: there was one. */
bool archive_remove(struct archive *archive, struct text uri, bool *found, struct belie_error *e);

/* Stored documents, for list and show. Texts live in `a`. */
struct stored {
    int64_t id;
    struct text uri, path, title, outlet;
    int32_t version, published, added;
    size_t length, claim_count;
    uint64_t hash;
    bool current, other_rules; /* its claims were made with rules other than those at hand */
};

typedef bool stored_visitor(void *context, const struct stored *s); /* false: no more */

/* Every current document, or every version of one when `uri` is not empty, sorted by uri and version. */
bool archive_list(struct archive *archive, struct text uri, stored_visitor *visit, void *context, struct belie_error *e);

/* The uris of documents with more than one version, sorted; or `uri` alone if it is such a document and not empty. */
bool archive_revised(struct archive *archive, struct arena *a, struct text uri, struct text **uris, size_t *count,
                     struct belie_error *e);

/* The bytes, or the claims, of one version; *lost as for claims_unpack. */
bool archive_bytes(struct archive *archive, int64_t id, struct buffer *out, struct belie_error *e);
bool archive_claims(struct archive *archive, struct arena *a, int64_t id, struct claims *out, size_t *lost,
                    struct belie_error *e);

struct archive_counts {
    size_t documents, versions, claims, stale; /* current documents; all versions; claims of the current ones; made with other rules */
    uint64_t bytes, file_bytes;                /* of the texts; of the file */
    uint64_t snapshot;                         /* a hash of all changes so far: equal, equal content */
};
bool archive_count(struct archive *archive, struct archive_counts *out, struct belie_error *e);

/* The same without `versions`, which takes a look at every document: what every report says. */
bool archive_state(struct archive *archive, struct archive_counts *out, struct belie_error *e);

/* Replaces the claims of a current document by those that the rules at hand make. */
bool archive_reclaim(struct archive *archive, int64_t id, const struct deposit *d, struct belie_error *e);

/* Looks through the whole file: SQLite's own check, every document's bytes and claims, and the indexes against them.
 * `say` is called for each problem. */
typedef void problem_sayer(void *context, struct text problem);
bool archive_verify(struct archive *archive, problem_sayer *say, void *context, size_t *problems, struct belie_error *e);

struct archive_filter {
    int32_t since, until; /* days, inclusive, or NO_DATE; a document without a date passes only when neither is set */
    struct text outlet;   /* empty: any */
    bool all;             /* every document that holds a position, not only the most recent */
};

/* What a draft can meet: documents that hold a position on a key of its claims (of each position the most recent), and
 * documents of its story. */
struct chosen {
    int64_t id;
    struct text path, title, outlet;
    int32_t published;
    struct claims claims; /* with document 0; those on no key of the drafts left out */
};

struct selection {
    LIST(struct chosen) items; /* sorted by path */
    struct crowd crowd;
    size_t lost;               /* claims of other rules that cannot be read */
};

/* `drafts` are sources with their claims; `uris` are documents that are not to be chosen: the drafts themselves. */
bool archive_choose(struct archive *archive, struct arena *a, const struct source *drafts, uint32_t count,
                    const struct text *uris, size_t uri_count, const struct archive_filter *filter, struct selection *out,
                    struct belie_error *e);

#endif

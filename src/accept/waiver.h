/* A waiver: somebody has looked at a finding and says why it may stand. */
#ifndef BELIE_ACCEPT_WAIVER_H
#define BELIE_ACCEPT_WAIVER_H

#include "base/error.h"
#include "base/span.h"
#include "compare/compare.h"

enum waiver_state { WAIVER_HOLDS, WAIVER_UNUSED, WAIVER_EXPIRED, WAIVER_VOID };
const char *waiver_state_name(enum waiver_state state); /* "holds", … */

struct waiver {
    struct text path;
    struct place place;
    int64_t document;    /* the source whose findings it is for; -1: any */
    struct text target;  /* a finding's id or a proposition's, as it was written */
    uint64_t id;         /* of the finding, unless `proposition` is one */
    int32_t proposition; /* -1: by the finding's id */
    int32_t until;       /* the last day it holds, or NO_DATE */
    struct text day;     /* the same, as it was written */
    struct text reason, by;
    enum waiver_state state;
    uint32_t findings;   /* how many it lets stand */
    struct text message; /* why it does not hold, or is of no use; else empty */
    const struct belie_error *problem; /* the same of a void or expired one; else NULL */
};

struct waivers { LIST(struct waiver) items; };

/* Adds the waivers in the comments of a source: "<!-- belie: waive TARGET [until YYYY-MM-DD]: REASON -->". Malformed ones
 * are added as void. False when memory is short. */
bool waivers_of_source(struct arena *a, const struct rules *r, const struct source *s, uint32_t document,
                       struct waivers *out);

/* Adds the waivers of a file: a list of {id, until, reason, by}. BELIE_BAD_WAIVERS when it is no such list; malformed
 * items are added as void. */
bool waivers_of_file(struct arena *a, struct text path, struct text bytes, struct waivers *out, struct belie_error *e);

/* Makes it void, or expired, for what *e says. False when memory is short. */
bool waiver_stop(struct arena *a, struct waiver *w, enum waiver_state state, const struct belie_error *e);

/* Sets the last day from "2026-12-31"; false for anything else. */
bool waiver_until(struct arena *a, struct waiver *w, struct text day);

/* 16 hex digits. */
bool finding_id(struct text t, uint64_t *id);

/* Words with one space between them. */
struct text waiver_words(struct arena *a, struct text t);

#endif

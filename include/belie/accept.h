/* Findings that somebody has looked at and lets stand: waivers, one by one and with a reason, and a baseline, which takes
 * all that were there when it was written. Neither counts in belie_check_count and belie_check_finding. */
#ifndef BELIE_ACCEPT_H
#define BELIE_ACCEPT_H

#include "belie/check.h"

/* What today is, for waivers that end on a day: "2026-11-22". Where it is not set, such waivers do not hold: the library
 * does not look at the clock. BELIE_BAD_REQUEST for what is no day. Call it before belie_check_run. */
bool belie_check_set_today(belie_check *check, const char *day, struct belie_error *error);

/* Adds a file of waivers: a YAML list of {id, reason, until, by}. May be called more than once; before belie_check_run.
 * False, and nothing of it holds, with BELIE_CANNOT_READ, or with BELIE_BAD_WAIVERS where it is no list. A malformed
 * waiver in the list is void (see belie_check_waiver), and the others hold. */
bool belie_check_add_waivers(belie_check *check, const char *path, struct belie_error *error);

enum belie_waiver_state {
    BELIE_WAIVER_HOLDS,
    BELIE_WAIVER_UNUSED,
    BELIE_WAIVER_EXPIRED,
    BELIE_WAIVER_VOID /* malformed */
};

/* All strings live as long as the check. */
struct belie_waiver {
    const char *path;
    size_t line, column;
    const char *target; /* a finding's id or a proposition's; may be empty when the waiver is void */
    const char *reason, *until, *by; /* NULL where not given */
    enum belie_waiver_state state;
    const char *message; /* why it does not hold, or is of no use; NULL when it holds */
    const struct belie_error *problem; /* the same, with the line, of a void or expired one; else NULL */
    size_t findings;     /* how many it lets stand */
};

/* The waivers in the comments of the drafts, then those of the files. After belie_check_run. */
size_t belie_check_waiver_count(const belie_check *check);
bool belie_check_waiver(belie_check *check, size_t index, struct belie_waiver *out); /* false: no such waiver, no memory */

/* How many findings are waived. */
size_t belie_check_waived_count(const belie_check *check);
/* Fills *out with one of them, and *by with the waiver that lets it stand. */
bool belie_check_waived(belie_check *check, size_t index, struct belie_finding *out, struct belie_waiver *by);

/* Reads a baseline; before belie_check_run. False with BELIE_CANNOT_READ or BELIE_BAD_BASELINE; then all findings
 * count. */
bool belie_check_read_baseline(belie_check *check, const char *path, struct belie_error *error);

/* Findings that are in the baseline, and entries of it whose finding is gone. Entries about documents that are not part
 * of this check are neither. After belie_check_run. */
size_t belie_check_known_count(const belie_check *check);
size_t belie_check_stale_count(const belie_check *check);

/* Writes all findings that are not waived, and the entries about other documents of the baseline that was read, if one
 * was; from then on they are in the baseline. After belie_check_run. The file has its old bytes or all of the new ones,
 * whatever happens: BELIE_CANNOT_WRITE. */
bool belie_check_write_baseline(belie_check *check, const char *path, struct belie_error *error);

/* Writes the baseline that was read to its own file, without its stale entries; nothing when there are none. */
bool belie_check_prune_baseline(belie_check *check, struct belie_error *error);

#endif

/* Rule packs: loaded once, then shared by any number of checks and threads. */
#ifndef BELIE_RULES_H
#define BELIE_RULES_H

#include "belie/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct belie_rules belie_rules;

/* Loads the packs in the given folders (UTF-8 paths, NUL-terminated; each folder is one pack, named after itself).
 * Returns NULL and fills *error (BELIE_CANNOT_READ, BELIE_BAD_RULES, BELIE_NO_MEMORY) on failure. The caller owns the
 * result and frees it with belie_rules_free once no check uses it. */
belie_rules *belie_rules_load(const char *const *folders, size_t count, struct belie_error *error);

/* The packs that are shipped with belie, from the folder it was built or installed with (see belie_rules_folder), and
 * those in `count` further folders. */
belie_rules *belie_rules_load_shipped(const char *const *more, size_t count, struct belie_error *error);

/* The folder of the shipped packs: $BELIE_RULES if set and not empty, else where they were installed, else the source
 * tree it was built from. Static or environment memory; do not free. */
const char *belie_rules_folder(void);

/* NULL is allowed. */
void belie_rules_free(belie_rules *rules);

/* A hash of the bytes of all rule files: equal for equal rules, on every machine. */
uint64_t belie_rules_hash(const belie_rules *rules);

/* Names of the loaded packs, in loading order; live as long as the rules. */
size_t belie_rules_pack_count(const belie_rules *rules);
const char *belie_rules_pack(const belie_rules *rules, size_t index);

/* Text for people, handed to `write` in pieces of UTF-8 that are valid during the call. `write` returns 0 to go on;
 * anything else stops the function, which then returns false with BELIE_CANNOT_READ left unset. */
typedef int belie_write(void *context, const char *bytes, size_t length);

bool belie_rules_list(const belie_rules *rules, belie_write *write, void *context, struct belie_error *error);
bool belie_rules_show(const belie_rules *rules, const char *id, belie_write *write, void *context,
                      struct belie_error *error); /* BELIE_BAD_REQUEST: no rule, proposition or entity of that id */

/* What a proposition or a rule means for an editor: its question and answers, which of them clash, how it is found, examples.
 * `width` in columns. BELIE_BAD_REQUEST: neither is called so. */
bool belie_rules_explain(const belie_rules *rules, const char *id, unsigned width, belie_write *write, void *context,
                         struct belie_error *error);

/* The ids of the propositions, "vote", and those of the rules of each, "rejects", in loading order; NULL past the last. They
 * live as long as the rules. */
const char *belie_rules_proposition(const belie_rules *rules, size_t index);
const char *belie_rules_rule(const belie_rules *rules, size_t proposition, size_t index);

/* Problems that loading lets pass: rules without both kinds of examples, duplicate phrases, unused names. */
bool belie_rules_lint(const belie_rules *rules, belie_write *write, void *context, size_t *problems,
                      struct belie_error *error);

/* Runs the examples in the rule files. Outcomes: reported, quiet, missing, noisy, wrong (see the README). `only`
 * limits it to rules whose name starts with it; NULL for all. `verbose` prints every example, not only failures. */
struct belie_test_counts {
    size_t reported, quiet, missing, noisy, wrong, known_misses;
};
bool belie_rules_test(const belie_rules *rules, const char *only, bool verbose, belie_write *write, void *context,
                      struct belie_test_counts *counts, struct belie_error *error);

#endif

/* The table of keys. */
#ifndef BELIE_CONFIG_KEY_H
#define BELIE_CONFIG_KEY_H

#include "base/text.h"

enum key_kind { KEY_WORD, KEY_NAME, KEY_NAMES, KEY_PATH, KEY_PATHS };

struct key {
    const char *name; /* "weights.headline"; a last part of "*" stands for any */
    enum key_kind kind;
    const char *const *words; /* of a KEY_WORD: what it may be, NULL at the end */
    const char *usual;        /* the default; NULL: none */
};

const struct key *key_at(size_t index);         /* NULL past the last */
const struct key *key_of(struct text name);     /* by its whole name; NULL */
bool key_is_list(const struct key *k);
bool key_is_open(const struct key *k);          /* ends in "*" */

/* What stands below `prefix` ("" or "severities."): the key `part`, or a map of that name. */
const struct key *key_below(struct text prefix, struct text part); /* NULL */
bool key_is_map(struct text prefix, struct text part);

/* The next part of the key's name after `prefix`; empty when it is not below it. */
struct text key_part(const struct key *k, struct text prefix);

#endif

/* What a map in a YAML file may and must hold, as a table; and the small readers of single values. */
#ifndef BELIE_YAML_SCHEMA_H
#define BELIE_YAML_SCHEMA_H

#include "yaml/yaml.h"

enum schema_kind { A_TEXT, A_LIST, A_MAP, TEXTS /* a list of texts */, MAPS /* a list of maps */, ANYTHING };

struct schema_key {
    const char *name;
    enum schema_kind kind;
    bool required;
};

enum { MAX_SCHEMA_KEYS = 20 };

struct schema {
    const char *thing;                       /* "a rule" */
    struct schema_key keys[MAX_SCHEMA_KEYS]; /* up to one without a name */
};

/* values[i] is what the map has for key i, or NULL. */
bool schema_read(const struct node *map, const struct schema *s, const struct node *values[MAX_SCHEMA_KEYS],
                 struct belie_error *e);

/* Is `n` of that kind, and its texts not empty? */
bool schema_check(const struct node *n, enum schema_kind kind, const char *name, struct belie_error *e);

/* "true" or "false"; *out stays as it is when n is NULL. */
bool schema_flag(const struct node *n, bool *out, struct belie_error *e);

/* The index of a text in a list of names that ends with NULL. *out stays as it is when n is NULL. `what` names the
 * choice in the message: "value", "scope". */
bool schema_choice(const struct node *n, const char *what, const char *const *names, int *out, struct belie_error *e);

/* Is `candidate` nearer to `wanted` than all before? *best is 0 at first. For "did you mean". */
bool schema_nearer(struct text wanted, struct text candidate, size_t *best);

#endif

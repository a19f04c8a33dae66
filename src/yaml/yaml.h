/* Reading one YAML file into a tree that remembers where everything stands. A strict subset: texts, lists and maps;
 * no anchors, aliases, tags or second documents; no key twice in a map. */
#ifndef BELIE_YAML_YAML_H
#define BELIE_YAML_YAML_H

#include "base/arena.h"
#include "base/error.h"

struct yaml_file {
    struct text path, bytes;
    const char *thing;          /* what messages call it: "rule file" */
    enum belie_error_code code; /* of its errors */
    uint32_t index;             /* among the files that are read together */
};

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    uint32_t line, column; /* from 1; columns in code points */
    const struct yaml_file *file;
    struct text text;          /* of a text: what it says, all escapes done */
    LIST(struct node *) items; /* of a list its items, of a map its values */
    LIST(struct node *) keys;  /* of a map: texts, in step with items */
};

/* *root is NULL when the file holds nothing. The tree lives in `a` and borrows *file. */
bool yaml_read(struct arena *a, const struct yaml_file *file, struct node **root, struct belie_error *e);

/* Fills in the file's error code with the place of `n` and its line; returns false. */
bool yaml_error(struct belie_error *e, const struct node *n, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same for byte `offset` of the text that `n` holds, as far as the file has it literally. */
bool yaml_error_within(struct belie_error *e, const struct node *n, size_t offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

struct text yaml_shown(struct text t);           /* cut to what fits into a message */
const char *yaml_kind_name(enum node_kind kind); /* "a text", "a list", "a map" */

#endif

/* Settings from `.belie.yaml`, from the caller, and the defaults. The keys are in key.c, their meaning in README.md. */
#ifndef BELIE_CONFIG_CONFIG_H
#define BELIE_CONFIG_CONFIG_H

#include "belie/config.h"
#include "report/output.h"
#include "yaml/yaml.h"

/* A setting that somebody set. */
struct setting {
    struct belie_setting shown;
    LIST(const char *) values;
    const struct node *name;          /* its key in the file; NULL where the caller set it */
    LIST(const struct node *) places; /* of its values in the file */
};

struct config {
    struct arena arena;
    struct yaml_file file;         /* path empty: none was read */
    LIST(struct setting) settings; /* each key at most once */
};

/* Reads a file, strictly; settings that the caller has made stay. On failure nothing of the file holds. */
bool config_read(struct config *c, struct text path, struct belie_error *e);

/* The same for bytes that are in memory already; they are copied. */
bool config_read_text(struct config *c, struct text path, struct text bytes, struct belie_error *e);

/* The path of the nearest .belie.yaml in `start` or the folder of `start`, or above; empty when there is none. Where it
 * stands below the current folder, or above it, it is told from there. NULL starts in the current folder. */
bool config_find(struct arena *a, const char *start, struct text *out, struct belie_error *e);

/* The caller's word on a key: goes before the file. */
bool config_set(struct config *c, const char *key, const char *const *values, size_t count, const char *origin,
                struct belie_error *e);

const struct setting *config_setting(const struct config *c, const char *key); /* NULL: nobody set it */
bool config_get(const struct config *c, const char *key, struct belie_setting *out);

/* Every key of the table in its order, set or not, and in their place those that the user names. Lives in `a`. */
struct settings_list {
    LIST(struct belie_setting) items;
};
bool config_list(const struct config *c, struct arena *a, struct settings_list *out);

/* Error at a place in the file, or without one where the caller set it. Returns false. */
bool config_error(struct belie_error *e, const struct node *place, const char *message);

void config_text(struct output *o, const struct config *c, const struct settings_list *list); /* YAML with comments */
void config_json(struct output *o, const struct config *c, const struct settings_list *list);

#endif

/* Settings: what a desk settles once for all its drafts. The keys and what they mean are in README.md. */
#ifndef BELIE_CONFIG_H
#define BELIE_CONFIG_H

#include "belie/check.h"
#include "belie/error.h"
#include "belie/rules.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct belie_config belie_config;

/* Settings that are all at their defaults. NULL only when memory is short. Free with belie_config_free, once nothing
 * uses the texts that it gave out. */
belie_config *belie_config_new(void);
void belie_config_free(belie_config *config); /* NULL is allowed */

/* Reads one file. BELIE_BAD_CONFIG tells line and column; then nothing of the file holds. One file a config. */
bool belie_config_read(belie_config *config, const char *path, struct belie_error *error);

/* Reads the nearest file named .belie.yaml: in `start` where that is a folder, else in the folder it would be in, or
 * above. NULL starts in the current folder. True also when there is none. */
bool belie_config_find(belie_config *config, const char *start, struct belie_error *error);

/* The file that was read; NULL when none was. */
const char *belie_config_path(const belie_config *config);

/* Goes before what the file says of the key, and before an earlier call. `origin` says who set it: "command line".
 * Everything is copied; paths are taken as they are. BELIE_BAD_REQUEST for an unknown key or a value it cannot have. */
bool belie_config_set(belie_config *config, const char *key, const char *const *values, size_t count,
                      const char *origin, struct belie_error *error);

/* One setting. The texts live as long as the config; paths are those to open. */
struct belie_setting {
    const char *key;           /* "fail-level", "severities.relations.reversal" */
    const char *const *values; /* of a list any number, else one; none: no value */
    size_t count;
    bool list;
    const char *origin;        /* "default", "desk/.belie.yaml:3", or as told to belie_config_set */
};

/* The setting of a key. False when there is no such key. */
bool belie_config_get(const belie_config *config, const char *key, struct belie_setting *out);

/* Writes every setting with its origin, as "text", which is YAML that can be read again, or as "json". */
bool belie_config_print(const belie_config *config, const char *format, belie_write *write, void *context,
                        struct belie_error *error);

/* Loads the packs that the config names. An unknown pack is BELIE_BAD_CONFIG. Else like belie_rules_load_shipped. */
belie_rules *belie_config_rules(const belie_config *config, struct belie_error *error);

/* Makes the check follow the config's severities, weights and outlet; to be called before belie_check_run. A
 * proposition that the rules do not know is BELIE_BAD_CONFIG. Nothing of the config is needed afterwards. */
bool belie_check_configure(belie_check *check, const belie_config *config, struct belie_error *error);

#endif

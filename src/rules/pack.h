/* Which files a pack holds. */
#ifndef BELIE_RULES_PACK_H
#define BELIE_RULES_PACK_H

#include "rules/rules.h"

struct pack_files {
    struct text path; /* of the folder, without a slash at its end */
    LIST(struct text) paths;
};

/* The paths of all .yaml and .yml files in a folder and below, sorted bytewise; hidden ones are passed over. Lives in
 * `a`. False with the error set when a folder cannot be read, is nested too deeply, or holds no such file. */
bool pack_files(struct arena *a, struct text folder, struct pack_files *out, struct belie_error *e);

struct text pack_name(struct text folder); /* the last part of its path */

#endif

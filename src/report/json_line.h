/* Reading a text that is one JSON object, such as a line of JSON Lines. */
#ifndef BELIE_REPORT_JSON_LINE_H
#define BELIE_REPORT_JSON_LINE_H

#include "base/text.h"

#include <stdbool.h>

struct cJSON;

/* NULL when it is anything else. Free with cJSON_Delete. */
struct cJSON *json_object_read(struct text t);

struct text json_string_of(const struct cJSON *object, const char *name); /* borrowed; empty when it is no string */

/* The next line of `bytes`, without white space at its ends; false past the last. */
bool json_line_next(struct text bytes, size_t *at, struct text *line);

#endif

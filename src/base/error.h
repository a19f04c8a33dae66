/* Filling in a struct belie_error. */
#ifndef BELIE_BASE_ERROR_H
#define BELIE_BASE_ERROR_H

#include "base/text.h"
#include "belie/error.h"

/* Always returns false, so that a failing function can end in `return error_set(...)`. Keeps the first error. */
bool error_set(struct belie_error *e, enum belie_error_code code, struct text path, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Adds the place to an error that was just set: byte `offset` of `source`. */
void error_place(struct belie_error *e, struct text source, size_t offset);

bool error_no_memory(struct belie_error *e);

/* What the system says of an errno, in lower case. */
enum { SYSTEM_REASON = 128 };
const char *system_reason(int error, char scratch[SYSTEM_REASON]);

#endif

/* belie: finds claims that cannot both be true. One include for everything. */
#ifndef BELIE_H
#define BELIE_H

#include "belie/accept.h"
#include "belie/archive.h"
#include "belie/check.h"
#include "belie/config.h"
#include "belie/coverage.h"
#include "belie/error.h"
#include "belie/eval.h"
#include "belie/rules.h"

/* "0.1.0"; static. */
const char *belie_version(void);

#endif

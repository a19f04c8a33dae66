/* Writing a file so that a crash, a full disk or a kill leaves the old one as it was. */
#ifndef BELIE_ACCEPT_REPLACE_H
#define BELIE_ACCEPT_REPLACE_H

#include "base/error.h"

/* Writes a new file beside `path`, makes sure that it is on the disk, and puts it in the place of the old one. A link is
 * followed; the old file's permissions are kept. BELIE_CANNOT_WRITE with the system's reason; then the old file is as it
 * was, and no other is left behind. */
bool file_replace(struct text path, struct text bytes, struct belie_error *e);

#endif

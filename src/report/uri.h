/* Paths as the URIs that other tools read. */
#ifndef BELIE_REPORT_URI_H
#define BELIE_REPORT_URI_H

#include "base/text.h"

enum uri_kind {
    URI_INSIDE,  /* a path below the folder the check was made in: "a/b.txt" */
    URI_OUTSIDE, /* a path that leaves it: "../b.txt" */
    URI_WHOLE    /* "file:///a/b.txt", "https://…" */
};

/* Appends `path` as a URI, or as a relative reference of one. What a URI cannot hold is percent-encoded byte by byte, so
 * that bytes which are no UTF-8 survive, too. What is already a URI (archived documents may be known by one) stays. */
enum uri_kind uri_write(struct buffer *out, struct text path);

#endif

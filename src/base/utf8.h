/* UTF-8: validation, decoding, counting. */
#ifndef BELIE_BASE_UTF8_H
#define BELIE_BASE_UTF8_H

#include "base/text.h"

/* The offset of the first byte that does not belong to valid UTF-8 (RFC 3629), or t.length. Fast for ASCII. */
size_t utf8_check(struct text t);

/* The code point at t[*at] of valid UTF-8; moves *at past it. */
uint32_t utf8_next(struct text t, size_t *at);

size_t utf8_count(struct text t);             /* code points */
size_t utf8_encode(uint32_t code, char out[4]); /* bytes written */

/* Columns a terminal needs for t: wide East Asian characters and emoji take two, combining marks none. */
size_t utf8_width(struct text t);

#endif

/* Writing JSON straight into a buffer: commas come by themselves, and a failure of memory is the buffer's. */
#ifndef BELIE_REPORT_JSON_WRITE_H
#define BELIE_REPORT_JSON_WRITE_H

#include "base/text.h"

void json_open(struct buffer *out, char bracket);  /* '{' or '[' */
void json_close(struct buffer *out, char bracket); /* '}' or ']' */
void json_key(struct buffer *out, const char *key); /* one that needs no escapes */

/* Bytes that are no UTF-8 (a path may hold some) become U+FFFD. */
void json_string(struct buffer *out, struct text t);
void json_string_or_null(struct buffer *out, struct text t); /* null for the empty text */
void json_count(struct buffer *out, size_t number);
void json_number(struct buffer *out, double number); /* null when it is infinite */
void json_bool(struct buffer *out, bool value);
void json_null(struct buffer *out);
void json_raw(struct buffer *out, struct text json); /* a value that is JSON already */
void json_hex(struct buffer *out, uint64_t number); /* a string of 16 hex digits: JSON has no 64-bit numbers */

#endif

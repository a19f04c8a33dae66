/* Text inside XML 1.0. */
#ifndef BELIE_REPORT_XML_H
#define BELIE_REPORT_XML_H

#include "base/text.h"

/* Appends t for an element or an attribute in double quotes. Line ends and tabs are written as references, so that an
 * attribute keeps them; what XML cannot hold at all (most control characters, bytes that are no UTF-8) becomes U+FFFD. */
void xml_text(struct buffer *out, struct text t);

void xml_attribute(struct buffer *out, const char *name, struct text value); /* ' name="value"' */
void xml_count(struct buffer *out, const char *name, size_t value);

#endif

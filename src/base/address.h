/* Addresses of pages and mail boxes in running text. */
#ifndef BELIE_BASE_ADDRESS_H
#define BELIE_BASE_ADDRESS_H

#include "base/text.h"

/* Past the address at `at` ("https://a.b/c", "www.a.b", "booking.com", "x@y.org"), without the marks of the sentence
 * round it; 0 when there is none. Looks at most a few hundred bytes ahead unless there is one. */
size_t address_end(struct text t, size_t at);

#endif

/* Cutting text into normalised word forms: the one tokenizer, used for articles, for the names and phrases of rules,
 * and for everything else that is compared with them. */
#ifndef BELIE_BASE_SCAN_H
#define BELIE_BASE_SCAN_H

#include "base/text.h"

enum { SCAN_FORM_BYTES = 128 }; /* longer words are cut to this many bytes in `form`; their span stays whole */

/* One token. `form` is normalised (lower case of all scripts that have one, straight quotes, "-" for U+2010, U+2011
 * and soft forms, no dots in acronyms, "not" for "n't", "will" for "'ll", …) and is valid until the next call. */
struct scanned {
    struct text form;
    uint64_t hash;   /* text_hash(form) */
    uint32_t start, end; /* bytes of the scanned text */
    uint8_t flags;   /* enum token_flag of segment/segment.h: CAPITAL, UPPER, NUMBER, PUNCTUATION, GLUED */
};

struct scanner {
    struct text text;
    size_t at;
    char form[SCAN_FORM_BYTES];
    char pending[8]; /* the second half of a split ("n't", "'s") */
    uint32_t pending_start, pending_end;
};

void scan_start(struct scanner *s, struct text t);
bool scan_next(struct scanner *s, struct scanned *out); /* false at the end */

#endif

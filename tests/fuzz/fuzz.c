#include "fuzz.h"

#include <stdlib.h>

int fuzz_discard(void *context, const char *bytes, size_t length) {
    size_t *sum = context;
    for (size_t i = 0; i < length; i++) *sum += (unsigned char)bytes[i];
    return 0;
}

const belie_rules *fuzz_rules(void) {
    static belie_rules *rules; /* kept to the end: loading takes longer than most inputs */
    struct belie_error e = {0};
    if (!rules) rules = belie_rules_load_shipped(NULL, 0, &e);
    if (!rules) abort();
    return rules;
}

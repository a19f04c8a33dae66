/* What the tests of the public functions share: the small pack about a harbour bridge. */
#ifndef BELIE_TESTS_LIBRARY_HELPER_H
#define BELIE_TESTS_LIBRARY_HELPER_H

#include <belie/belie.h>

static inline int load_bridge(void **state) {
    static const char *const packs[] = {"fixtures/cli/rules/bridge"};
    struct belie_error error = {0};
    *state = belie_rules_load(packs, 1, &error);
    return *state == NULL;
}

static inline int unload_bridge(void **state) {
    belie_rules_free(*state);
    return 0;
}

#endif

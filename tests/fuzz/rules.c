/* Loads the input as a rule file, and prints what was loaded. */
#include "fuzz.h"
#include "rules/list.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct text file = {(const char *)data, size};
    struct belie_error e = {0};
    struct rules *r = rules_load_text(&file, 1, &e);
    if (r) {
        struct buffer out = {0};
        size_t problems;
        rules_list(r, &out);
        rules_lint(r, &out, &problems);
        for (size_t i = 0; i < r->propositions.count; i++)
            rules_show(r, symbols_text(&r->symbols, r->propositions.items[i].id), &out);
        buffer_release(&out);
    } else if (e.code == BELIE_OK || !e.message[0]) {
        __builtin_trap(); /* a failure that says nothing */
    }
    rules_free(r);
    return 0;
}

/* Takes the input as claims, one a line, compares them and prints what is found. */
#include "fuzz.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct belie_error e = {0};
    size_t sum = 0;
    const struct belie_report_options json = {.format = "json"}, text = {.format = "text", .width = 40};
    belie_check *check = belie_check_new(fuzz_rules());
    if (!check) abort();
    if (!belie_check_add_claims(check, "claims", (const char *)data, size, &e) &&
        (e.code != BELIE_BAD_CLAIMS || !e.line || !e.message[0]))
        abort(); /* a failure that says nothing */
    if (!belie_check_run(check, &e) || !belie_check_report(check, &json, fuzz_discard, &sum, &e) ||
        !belie_check_report(check, &text, fuzz_discard, &sum, &e) || !belie_check_claims(check, "jsonl", fuzz_discard, &sum, &e))
        abort();
    belie_check_free(check);
    return 0;
}

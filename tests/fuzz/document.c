/* Takes the input as an article through all stages to its findings and prints them all. The first byte says how:
 * even for plain text, odd for Markdown. */
#include "fuzz.h"

#include <stdlib.h>

static void look_at_stages(belie_check *check, size_t *sum) {
    static const char *const stages[] = {"blocks", "sentences", "tokens", "clauses", "mentions", "claims"};
    struct belie_error e = {0};
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        if (!belie_check_dump(check, 0, stages[i], fuzz_discard, sum, &e)) return;
    belie_check_explain(check, 0, 1, 0, fuzz_discard, sum, &e);
    belie_check_explain_pair(check, (struct belie_place){0, 1, 0}, (struct belie_place){0, 2, 0}, fuzz_discard, sum, &e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    struct belie_error e = {0};
    size_t sum = 0;
    const struct belie_report_options json = {.format = "json"}, text = {.format = "text", .color = true, .width = 40};
    belie_check *check = belie_check_new(fuzz_rules());
    if (!check) abort();
    belie_check_set_threads(check, 1);
    if (!belie_check_add_text(check, data[0] % 2 ? "a.md" : "a.txt", (const char *)data + 1, size - 1, BELIE_DRAFT, &e) ||
        !belie_check_run(check, &e))
        abort();
    if (belie_check_problem_count(check) == 0) look_at_stages(check, &sum);
    if (!belie_check_report(check, &json, fuzz_discard, &sum, &e) || !belie_check_report(check, &text, fuzz_discard, &sum, &e) ||
        !belie_check_claims(check, "jsonl", fuzz_discard, &sum, &e))
        abort();
    belie_check_free(check);
    return 0;
}

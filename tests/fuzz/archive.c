/* Reads the input as the claims of an archived document: after an even first byte as they stand, after an odd one as changes
 * to those of a text, three bytes each. What can be read is compared with the text's own claims, and packs again. */
#include "archive/codec.h"
#include "claim/keep.h"
#include "compare/compare.h"
#include "fuzz.h"
#include "library/rules.h"
#include "pipeline.h"

#include <stdlib.h>

static const char text[] = "Council approves harbour bridge\n\n"
                           "The council approved the bridge by 31 votes to 12 on 3 March 2024, said Mayor Anna Lund. \"We have "
                           "never had a better plan,\" she said. Russia did not reject the plan. Two people were killed and 14 "
                           "injured when a crane fell in Oslo last week. Putin met Witkoff for five hours.\n";

static struct {
    const struct rules *rules;
    struct arena arena;
    struct claims claims;
    struct buffer packed;
} own; /* made once: it is the same for each input */

static void make_own(void) {
    struct belie_error e = {0};
    struct worker worker = {0};
    struct stages stages;
    if (own.rules) return;
    own.rules = fuzz_rules()->rules;
    if (!worker_start(&worker, own.rules, &e) ||
        !pipeline_stages(&worker, TEXT("own.txt"), text_of(text), 0, &stages, &e) ||
        !claims_keep(&own.arena, &stages.claims, &stages.matched, &own.claims))
        abort();
    claims_pack(own.rules, &own.claims, &own.packed);
    worker_end(&worker);
}

static void compare_with_own(struct arena *a, struct claims *read) {
    struct findings found;
    for (size_t i = 0; i < read->items.count; i++) read->items.items[i].document = 1;
    const struct source sources[] = {{.path = TEXT("own.txt"), .published = NO_DATE, .draft = true, .claims = &own.claims},
                                     {.path = TEXT("read.txt"), .published = NO_DATE, .archived = true, .claims = read}};
    if (!compare_claims(a, own.rules, sources, 2, NULL, NULL, &found)) abort();
}

static void read_claims(struct arena *a, struct text packed) {
    struct claims claims, again;
    struct buffer once = {0}, twice = {0};
    size_t lost = 0;
    if (!claims_unpack(a, own.rules, NULL, packed, NULL, &claims, &lost)) return;
    claims_pack(own.rules, &claims, &once);
    if (!claims_unpack(a, own.rules, NULL, buffer_view(&once), NULL, &again, &lost)) abort();
    claims_pack(own.rules, &again, &twice);
    if (!text_equal(buffer_view(&once), buffer_view(&twice))) abort(); /* what was read does not last */
    compare_with_own(a, &claims);
    buffer_release(&once);
    buffer_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena a = {0};
    make_own();
    if (size && data[0] % 2) {
        char *changed = arena_copy(&a, own.packed.bytes, own.packed.length);
        if (!changed) abort();
        for (size_t i = 1; i + 3 <= size; i += 3) changed[(data[i] << 8 | data[i + 1]) % own.packed.length] ^= (char)data[i + 2];
        read_claims(&a, (struct text){changed, own.packed.length});
    } else if (size)
        read_claims(&a, (struct text){(const char *)data + 1, size - 1});
    arena_release(&a);
    return 0;
}

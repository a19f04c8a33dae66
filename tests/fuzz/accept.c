/* Reads the input as a file of waivers or as a baseline: the first byte says which, even or odd. */
#include "accept/accept.h"
#include "fuzz.h"

static void read_waivers(struct arena *a, struct text file, struct belie_error *e) {
    struct waivers waivers = {0};
    if (!waivers_of_file(a, TEXT("waivers.yaml"), file, &waivers, e)) return;
    for (size_t i = 0; i < waivers.items.count; i++) {
        const struct waiver *w = &waivers.items.items[i];
        if (w->state == WAIVER_VOID ? !w->problem || !w->message.length : !w->reason.length) __builtin_trap();
    }
}

static void read_baseline(struct arena *a, struct text file, struct belie_error *e) {
    struct baseline baseline;
    if (!baseline_read(a, TEXT("known.json"), file, &baseline, e)) return;
    for (size_t i = 0; i < baseline.items.count; i++)
        if (baseline_find(&baseline, baseline.items.items[i].id) != &baseline.items.items[i]) __builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    struct text file = {(const char *)data + 1, size - 1};
    struct arena arena = {0};
    struct belie_error e = {0};
    if (data[0] % 2) read_baseline(&arena, file, &e);
    else read_waivers(&arena, file, &e);
    if (e.code != BELIE_OK && !e.message[0]) __builtin_trap(); /* a failure that says nothing */
    arena_release(&arena);
    return 0;
}

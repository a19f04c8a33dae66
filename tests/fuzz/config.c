/* Reads the input as a config, prints it, and reads what was printed: it must say the same. */
#include "config/config.h"
#include "fuzz.h"

#include <string.h>

static bool same(const struct belie_setting *x, const struct belie_setting *y) {
    bool equal = x->count == y->count && x->list == y->list;
    for (size_t i = 0; equal && i < x->count; i++) equal = strcmp(x->values[i], y->values[i]) == 0;
    return equal;
}

/* Reads what was printed of `first`, and holds it against it. */
static void read_back(const struct config *first, struct text printed) {
    struct config second = {0};
    struct belie_error e = {0};
    struct belie_setting setting;
    if (!config_read_text(&second, TEXT("x.yaml"), printed, &e)) __builtin_trap();
    for (size_t i = 0; i < first->settings.count; i++)
        if (!config_get(&second, first->settings.items[i].shown.key, &setting) ||
            !same(&setting, &first->settings.items[i].shown))
            __builtin_trap();
    arena_release(&second.arena);
}

static void print(const struct config *c) {
    static const char *const shipped[] = {"core"};
    struct arena scratch = {0};
    struct settings_list list = {0};
    struct output text = {0}, json = {0};
    if (!config_list(c, &scratch, &list)) __builtin_trap();
    struct belie_setting *packs = &list.items.items[0];
    if (!packs->count) packs->values = shipped, packs->count = 1; /* the library knows which are shipped */
    config_text(&text, c, &list);
    config_json(&json, c, &list);
    read_back(c, buffer_view(&text.text));
    buffer_release(&text.text);
    buffer_release(&json.text);
    arena_release(&scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct config c = {0};
    struct belie_error e = {0};
    if (config_read_text(&c, TEXT("x.yaml"), (struct text){(const char *)data, size}, &e)) print(&c);
    else if (e.code == BELIE_OK || !e.message[0]) __builtin_trap(); /* a failure that says nothing */
    arena_release(&c.arena);
    return 0;
}

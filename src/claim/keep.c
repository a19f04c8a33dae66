#include "claim/keep.h"

/* An empty text stays as it is: most are. */
static struct text keep_text(struct arena *a, struct text t) {
    return t.length ? arena_text(a, t) : TEXT("");
}

static void keep_cues(struct arena *a, const struct claim *from, const struct matched *m, struct claim *to) {
    size_t count = from->cues.count;
    int32_t *cues = count ? arena_array(a, int32_t, count) : NULL;
    to->cues.items = cues;
    to->cues.count = to->cues.capacity = cues ? count : 0;
    for (size_t i = 0; cues && i < count; i++) cues[i] = m->cues.items[from->cues.items[i]].cue;
}

bool claims_keep(struct arena *a, const struct claims *claims, const struct matched *m, struct claims *out) {
    size_t count = claims->items.count;
    *out = (struct claims){.sketch = claims->sketch};
    if (!count) return true;
    struct claim *copies = arena_copy(a, claims->items.items, count * sizeof *copies);
    for (size_t i = 0; copies && i < count; i++) {
        struct claim *copy = &copies[i];
        for (size_t n = 0; n < MAX_ARGUMENTS; n++) copy->arguments[n].id = keep_text(a, copy->arguments[n].id);
        copy->reading.unit = keep_text(a, copy->reading.unit);
        copy->reading.atom = keep_text(a, copy->reading.atom);
        copy->voice.name = keep_text(a, copy->voice.name);
        keep_cues(a, &claims->items.items[i], m, copy);
    }
    if (a->failed) return false;
    out->items.items = copies;
    out->items.count = out->items.capacity = count;
    return true;
}

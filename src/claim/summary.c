#include "claim/summary.h"

struct summary *summaries_find(struct arena *a, const struct matched *m) {
    size_t count = m->segmented->sentences.count;
    struct summary *out = arena_take(a, (count + 1) * sizeof *out);
    for (size_t i = 0; out && i < count; i++) {
        const struct sentence *s = &m->segmented->sentences.items[i];
        const struct token *t = &m->segmented->tokens.items[s->first];
        struct summary all = {0, 0};
        for (const struct token *end = t + s->count; t < end; t++) {
            all.traits |= t->word->traits;
            all.flags |= t->flags;
        }
        out[i] = all;
    }
    return out;
}

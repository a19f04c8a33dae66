#include "claim/sketch.h"

static void sketch_add(struct sketch *s, uint32_t hash) {
    bool full = s->count == SKETCH_NAMES;
    if (full && hash >= s->hashes[SKETCH_NAMES - 1]) return;
    for (uint32_t i = 0; i < s->count; i++)
        if (s->hashes[i] == hash) return;
    uint32_t at = full ? SKETCH_NAMES - 1 : s->count++;
    for (; at && s->hashes[at - 1] > hash; at--) s->hashes[at] = s->hashes[at - 1];
    s->hashes[at] = hash;
}

/* A capital in mid-sentence, or on a word that no lexicon knows. */
static bool is_name_word(const struct token *t, bool starts, bool capitals_speak) {
    if (!(t->flags & TOKEN_CAPITAL) || t->word->grammar || t->word->text.length < 3) return false;
    if (t->word->figure) return false;
    return starts || !capitals_speak ? !t->word->listed : true;
}

void sketch_find(const struct matched *m, struct sketch *out) {
    *out = (struct sketch){.count = 0};
    for (size_t i = 0; i < m->segmented->sentences.count; i++) {
        const struct sentence *s = &m->segmented->sentences.items[i];
        bool speak = !(s->flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE));
        for (uint32_t k = 0; k < s->count; k++) {
            const struct token *t = &m->segmented->tokens.items[s->first + k];
            if (is_name_word(t, k == 0, speak)) sketch_add(out, (uint32_t)(t->word->hash >> 32));
        }
    }
}

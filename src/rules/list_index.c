/* The index from words to the word lists that cannot stand without them, of those that the demands of phrases and cues
 * ask for. */
#include "rules/loading.h"

struct index {
    struct loading *loading;
    struct rules *rules;
    bool demanded[LIST_BINS]; /* by bin */
    uint32_t *last;        /* by symbol: the last list that counted it, plus one */
};

static void mark_demanded(struct index *x) {
    const struct rules *r = x->rules;
    for (size_t i = 0; i < r->demands.count; i += (size_t)r->demands.items[i] + 1)
        for (size_t k = i + 1; k <= i + r->demands.items[i]; k++)
            if (r->demands.items[k] & BIN_OF_LIST) x->demanded[r->demands.items[k] % LIST_BINS] = true;
}

/* The rarest word of an entry, or 0 when the list has counted it. */
static symbol word_of(struct index *x, uint32_t list, size_t entry) {
    symbol rarest = anchor_word(x->loading, &x->rules->lists.items[list].entries.items[entry]);
    if (x->last[rarest] == list + 1) return 0;
    x->last[rarest] = list + 1;
    return rarest;
}

static void count(struct index *x, uint32_t list) {
    for (size_t e = 0; e < x->rules->lists.items[list].entries.count; e++) {
        symbol word = word_of(x, list, e);
        if (word && x->rules->triggers[word].list_count < UINT16_MAX) x->rules->triggers[word].list_count++;
    }
}

static bool put(struct index *x, uint32_t list, uint16_t *filled) {
    for (size_t e = 0; e < x->rules->lists.items[list].entries.count; e++) {
        symbol word = word_of(x, list, e);
        struct triggers *t = &x->rules->triggers[word];
        if (!word) continue;
        if (!t->lists) t->lists = arena_array(&x->rules->arena, uint16_t, t->list_count);
        if (!t->lists) return false;
        if (filled[word] < t->list_count) t->lists[filled[word]++] = bin_of_list(list);
        t->kinds |= UINT32_C(1) << TRIGGER_LIST;
    }
    return true;
}

bool list_index_build(struct loading *l) {
    struct index x = {.loading = l, .rules = l->rules};
    size_t symbols = l->rules->symbols.texts.count + 1;
    x.last = arena_array(&l->scratch, uint32_t, symbols);
    uint16_t *filled = arena_array(&l->scratch, uint16_t, symbols);
    if (!x.last || !filled) return loading_no_memory(l);
    mark_demanded(&x);
    for (uint32_t i = 0; i < l->rules->lists.count; i++)
        if (x.demanded[bin_of_list(i)]) count(&x, i);
    memset(x.last, 0, symbols * sizeof *x.last);
    for (uint32_t i = 0; i < l->rules->lists.count; i++)
        if (x.demanded[bin_of_list(i)] && !put(&x, i, filled)) return loading_no_memory(l);
    return true;
}

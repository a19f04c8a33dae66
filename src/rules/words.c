/* Word lists. */
#include "rules/loading.h"

#include <stdlib.h>

static int compare_starts(const void *a, const void *b) {
    const struct list_start *x = a, *y = b;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

static bool index_list(struct loading *l, struct word_list *list) {
    list->starts = arena_array(&l->rules->arena, struct list_start, list->entries.count);
    if (!list->starts) return loading_no_memory(l);
    for (size_t e = 0; e < list->entries.count; e++) {
        symbol first = list->entries.items[e].words[0];
        list->begins |= begin_with(first);
        list->starts[e] = (struct list_start){first, (uint32_t)e};
    }
    qsort(list->starts, list->entries.count, sizeof *list->starts, compare_starts);
    return true;
}

bool words_declare(struct loading *l, const struct node *section) {
    for (size_t i = 0; i < section->items.count; i++) {
        const struct node *id = section->keys.items[i], *entries = section->items.items[i];
        if (!schema_check(entries, TEXTS, "words", l->error)) return false;
        if (!entries->items.count) return yaml_error(l->error, entries, "a word list needs at least one entry");
        struct word_list *list = list_add(&l->rules->arena, &l->rules->lists);
        if (!list) return loading_no_memory(l);
        list->place = loading_place(id);
        if (!loading_declare(l, entries, id, ID_LIST, &list->id)) return false;
    }
    return true;
}

bool words_read_all(struct loading *l) {
    l->list_costs = arena_array(&l->scratch, int64_t, l->rules->lists.count);
    if (!l->list_costs) return loading_no_memory(l);
    for (size_t i = 0; i < l->rules->lists.count; i++) {
        struct word_list *list = &l->rules->lists.items[i];
        if (!loading_names(l, l->declared[ID_LIST].items[i], &list->entries.items, &list->entries.count)) return false;
        if (!index_list(l, list)) return false;
    }
    return true;
}

/* Word lists. */
#include "rules/loading.h"

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
        for (size_t e = 0; e < list->entries.count; e++) list->begins |= begin_with(list->entries.items[e].words[0]);
    }
    return true;
}

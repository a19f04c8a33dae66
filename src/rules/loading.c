#include "rules/loading.h"

#include "base/scan.h"

enum { MAX_NAME_WORDS = 32 };

bool loading_no_memory(struct loading *l) {
    return error_no_memory(l->error);
}

symbol loading_symbol(struct loading *l, struct text t) {
    symbol s = symbols_intern(&l->rules->symbols, t);
    if (!s) loading_no_memory(l);
    return s;
}

struct rule_place loading_place(const struct node *n) {
    return (struct rule_place){n->file->index, n->line, n->column};
}

struct text loading_keep(struct loading *l, const struct node *n) {
    return n ? arena_text(&l->rules->arena, n->text) : TEXT("");
}

static const char *const sort_names[ID_SORTS] = {[ID_TYPE] = "type",
                                                 [ID_ENTITY] = "entity",
                                                 [ID_LIST] = "word list",
                                                 [ID_PROPOSITION] = "proposition",
                                                 [ID_IRREGULAR] = "verb form"};

static bool is_id(struct text t) {
    for (size_t i = 0; i < t.length; i++) {
        char c = t.bytes[i];
        bool inner = i && (c == '-' || c == '_' || c == '.');
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && !inner) return false;
    }
    return t.length > 0;
}

static struct rule_ids *ids_of(struct loading *l, symbol s) {
    struct rules *r = l->rules;
    while (r->ids.count <= s) {
        struct rule_ids *ids = list_add(&r->arena, &r->ids);
        if (!ids) return (void)loading_no_memory(l), NULL;
        for (int i = 0; i < ID_SORTS; i++) ids->index[i] = -1;
    }
    return &r->ids.items[s];
}

bool loading_declare(struct loading *l, const struct node *item, const struct node *id, enum id_sort sort,
                     symbol *out) {
    if (sort != ID_IRREGULAR && !is_id(id->text))
        return yaml_error(l->error, id, "%s \"%.*s\" may hold only a to z, 0 to 9, \"-\", \"_\" and \".\"",
                          sort_names[sort], TEXT_ARGS(yaml_shown(id->text)));
    symbol s = loading_symbol(l, id->text);
    struct rule_ids *ids = s ? ids_of(l, s) : NULL;
    if (!ids) return false;
    if (ids->index[sort] >= 0) {
        const struct node *first = l->declared[sort].items[ids->index[sort]];
        return yaml_error(l->error, id, "%s \"%.*s\" is already defined in %.*s, line %u", sort_names[sort],
                          TEXT_ARGS(id->text), TEXT_ARGS(first->file->path), first->line);
    }
    const struct node **room = list_add(&l->scratch, &l->declared[sort]);
    if (!room) return loading_no_memory(l);
    *room = item;
    ids->index[sort] = (int32_t)l->declared[sort].count - 1;
    *out = s;
    return true;
}

int32_t loading_find(const struct rules *r, struct text id, enum id_sort sort) {
    symbol s = symbols_find(&r->symbols, id);
    return s && s < r->ids.count ? r->ids.items[s].index[sort] : -1;
}

static struct text nearest_id(const struct rules *r, struct text wanted, enum id_sort sort) {
    struct text nearest = TEXT("");
    size_t best = 0;
    for (symbol s = 1; s < r->ids.count; s++) {
        struct text candidate = symbols_text(&r->symbols, s);
        if (r->ids.items[s].index[sort] >= 0 && schema_nearer(wanted, candidate, &best)) nearest = candidate;
    }
    return nearest;
}

bool loading_resolve_text(struct loading *l, const struct node *n, size_t offset, struct text id, enum id_sort sort,
                          int32_t *out) {
    int32_t found = loading_find(l->rules, id, sort);
    if (found >= 0) {
        *out = found;
        return true;
    }
    struct text nearest = nearest_id(l->rules, id, sort), shown = yaml_shown(id);
    const char *at = sort == ID_LIST ? "@" : "";
    if (!nearest.length)
        return yaml_error_within(l->error, n, offset, "undefined %s \"%s%.*s\"", sort_names[sort], at,
                                 TEXT_ARGS(shown));
    return yaml_error_within(l->error, n, offset, "undefined %s \"%s%.*s\", did you mean \"%s%.*s\"", sort_names[sort],
                             at, TEXT_ARGS(shown), at, TEXT_ARGS(nearest));
}

bool loading_resolve(struct loading *l, const struct node *id, enum id_sort sort, int32_t *out) {
    return !id || loading_resolve_text(l, id, 0, id->text, sort, out);
}

bool loading_words(struct loading *l, const struct node *n, struct text t, struct name *out) {
    struct scanner scanner;
    struct scanned token;
    LIST(symbol) words = {0};
    scan_start(&scanner, t);
    while (words.count <= MAX_NAME_WORDS && scan_next(&scanner, &token)) {
        symbol word = loading_symbol(l, token.form);
        symbol *room = word ? list_add(&l->rules->arena, &words) : NULL;
        if (!room) return loading_no_memory(l);
        *room = word;
    }
    if (words.count > MAX_NAME_WORDS) return yaml_error(l->error, n, "a name of more than %d words", MAX_NAME_WORDS);
    if (!words.count) return yaml_error(l->error, n, "\"%.*s\" holds no word", TEXT_ARGS(yaml_shown(t)));
    *out = (struct name){words.items, (uint32_t)words.count};
    return true;
}

bool loading_word(struct loading *l, const struct node *n, symbol *out) {
    struct name words;
    if (!loading_words(l, n, n->text, &words)) return false;
    if (words.count != 1)
        return yaml_error(l->error, n, "\"%.*s\" must be one word here", TEXT_ARGS(yaml_shown(n->text)));
    *out = words.words[0];
    return true;
}

bool loading_names(struct loading *l, const struct node *texts, struct name **items, size_t *count) {
    if (!texts) return true;
    *items = arena_array(&l->rules->arena, struct name, texts->items.count);
    if (!*items) return loading_no_memory(l);
    for (size_t i = 0; i < texts->items.count; i++)
        if (!loading_words(l, texts->items.items[i], texts->items.items[i]->text, &(*items)[i])) return false;
    *count = texts->items.count;
    return true;
}

bool loading_single_words(struct loading *l, const struct node *texts, symbol **items, size_t *count) {
    if (!texts) return true;
    *items = arena_array(&l->rules->arena, symbol, texts->items.count);
    if (!*items) return loading_no_memory(l);
    for (size_t i = 0; i < texts->items.count; i++)
        if (!loading_word(l, texts->items.items[i], &(*items)[i])) return false;
    *count = texts->items.count;
    return true;
}

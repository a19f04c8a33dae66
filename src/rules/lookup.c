/* Questions to loaded rules. */
#include "rules/loading.h"

int32_t rules_find_type(const struct rules *r, struct text id) {
    return loading_find(r, id, ID_TYPE);
}

int32_t rules_find_entity(const struct rules *r, struct text id) {
    return loading_find(r, id, ID_ENTITY);
}

int32_t rules_find_proposition(const struct rules *r, struct text id) {
    return loading_find(r, id, ID_PROPOSITION);
}

int32_t rules_find_list(const struct rules *r, struct text id) {
    return loading_find(r, id, ID_LIST);
}

const struct list_start *rules_list_from(const struct word_list *l, symbol form, const struct list_start **end) {
    size_t low = 0, high = form && l->begins & begin_with(form) ? l->entries.count : 0;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (l->starts[middle].first < form) low = middle + 1;
        else high = middle;
    }
    const struct list_start *from = l->starts + low;
    *end = from;
    while (*end < l->starts + l->entries.count && (*end)->first == form) ++*end;
    return from;
}

bool rules_list_holds(const struct rules *r, int32_t list, symbol form) {
    if (list < 0) return false;
    const struct word_list *l = &r->lists.items[list];
    const struct list_start *end, *at = rules_list_from(l, form, &end);
    for (; at < end; at++)
        if (l->entries.items[at->entry].count == 1) return true;
    return false;
}

const struct alike *rules_alike(const struct rules *r, symbol verb, symbol particle) {
    if (!verb || !r->triggers[verb].alike) return NULL;
    for (size_t i = 0; i < r->alikes.count; i++) {
        const struct alike *a = &r->alikes.items[i];
        if (a->verb.words[0] == verb && (a->verb.count == 1 ? 0 : a->verb.words[1]) == particle) return a;
    }
    return NULL;
}

const struct irregular *rules_irregular(const struct rules *r, symbol form) {
    int32_t index = form < r->ids.count ? r->ids.items[form].index[ID_IRREGULAR] : -1;
    return index < 0 ? NULL : &r->irregulars.items[index];
}

int32_t rules_find_value(const struct proposition *p, symbol id) {
    for (size_t i = 0; i < p->values.count; i++)
        if (p->values.items[i].id == id) return (int32_t)i;
    return -1;
}

bool rules_binds(const struct rule *rule, int32_t argument) {
    for (size_t i = 0; i < rule->set.count; i++)
        if (rule->set.items[i].argument == argument) return true;
    return false;
}

bool rules_type_fits(const struct rules *r, int32_t type, int32_t wanted) {
    if (wanted < 0) return true;
    while (type >= 0 && type != wanted) type = r->types.items[type].parent;
    return type >= 0;
}

int32_t rules_side(const struct rules *r, int32_t entity) {
    while (entity >= 0 && r->entities.items[entity].speaks_for >= 0) entity = r->entities.items[entity].speaks_for;
    return entity;
}

void rules_put_name(const struct rules *r, int32_t rule, struct buffer *out) {
    const struct rule *own = &r->rules.items[rule];
    const struct proposition *p = &r->propositions.items[own->proposition];
    buffer_text(out, symbols_text(&r->symbols, r->packs.items[p->pack].id));
    buffer_char(out, '/');
    buffer_text(out, symbols_text(&r->symbols, p->id));
    buffer_char(out, '/');
    buffer_text(out, symbols_text(&r->symbols, own->id));
}

struct text rules_name(const struct rules *r, int32_t rule, struct arena *a) {
    struct buffer name = {0};
    rules_put_name(r, rule, &name);
    struct text kept = arena_text(a, buffer_view(&name));
    a->failed |= name.failed;
    buffer_release(&name);
    return kept;
}

/* Without a leading "pack/" of that pack. */
static struct text without_pack(const struct rules *r, const struct proposition *p, struct text id) {
    struct text pack = symbols_text(&r->symbols, r->packs.items[p->pack].id);
    bool leads = text_starts(id, pack) && id.length > pack.length && id.bytes[pack.length] == '/';
    return leads ? text_slice(id, pack.length + 1, id.length) : id;
}

static bool named_in(const struct rules *r, struct text id, const struct proposition *p, struct named *out) {
    struct text rest = without_pack(r, p, id), own = symbols_text(&r->symbols, p->id);
    *out = (struct named){.proposition = p};
    if (text_equal(rest, own)) return true;
    if (!text_starts(rest, own) || rest.bytes[own.length] != '/') return false;
    rest = text_slice(rest, own.length + 1, rest.length);
    for (size_t i = 0; i < p->rules.count; i++) {
        out->rule = &r->rules.items[p->rules.items[i]];
        if (text_equal(symbols_text(&r->symbols, out->rule->id), rest)) return true;
    }
    return false;
}

bool rules_named(const struct rules *r, struct text id, struct named *out) {
    for (size_t i = 0; i < r->propositions.count; i++)
        if (named_in(r, id, &r->propositions.items[i], out)) return true;
    return false;
}

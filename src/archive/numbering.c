#include "archive/numbering.h"

#include "archive/pack.h"
#include "base/symbol.h"

static size_t count_of(const struct rules *r, enum numbered sort) {
    switch (sort) {
    case NUMBERED_PROPOSITION: return r->propositions.count;
    case NUMBERED_RULE: return r->rules.count;
    case NUMBERED_ENTITY: return r->entities.count;
    case NUMBERED_SORTS: break;
    }
    return 0;
}

static void add_symbol(const struct rules *r, symbol s, struct buffer *out) {
    buffer_char(out, ' ');
    buffer_text(out, symbols_text(&r->symbols, s));
}

static void proposition_name(const struct rules *r, const struct proposition *p, struct buffer *out) {
    buffer_text(out, symbols_text(&r->symbols, p->id));
    for (size_t i = 0; i < p->arguments.count; i++) add_symbol(r, p->arguments.items[i].name, out);
    for (size_t i = 0; i < p->states.count; i++) add_symbol(r, p->states.items[i], out);
    for (size_t i = 0; i < p->values.count; i++) add_symbol(r, p->values.items[i].id, out);
    buffer_text(out, p->unit);
}

/* What tells it from all others of its sort. */
static void name_of(const struct rules *r, enum numbered sort, size_t i, struct buffer *out) {
    buffer_clear(out);
    if (sort == NUMBERED_PROPOSITION) proposition_name(r, &r->propositions.items[i], out);
    if (sort == NUMBERED_ENTITY) buffer_text(out, symbols_text(&r->symbols, r->entities.items[i].id));
    if (sort == NUMBERED_RULE) rules_put_name(r, (int32_t)i, out);
}

uint64_t numbering_hash(const struct rules *r) {
    uint64_t hash = r->hash;
    for (size_t i = 0; i < r->packs.count; i++) hash = hash_mix(hash, text_hash(symbols_text(&r->symbols, r->packs.items[i].id)));
    for (size_t i = 0; i < r->propositions.count; i++)
        hash = hash_mix(hash, text_hash(symbols_text(&r->symbols, r->propositions.items[i].id)));
    return hash_mix(hash_mix(hash, r->rules.count), r->entities.count);
}

void numbering_pack(const struct rules *r, struct buffer *out) {
    struct buffer name = {0};
    for (int sort = 0; sort < NUMBERED_SORTS; sort++) {
        size_t count = count_of(r, (enum numbered)sort);
        pack_number(out, count);
        for (size_t i = 0; i < count; i++) {
            name_of(r, (enum numbered)sort, i, &name);
            pack_text(out, buffer_view(&name));
        }
    }
    out->failed |= name.failed;
    buffer_release(&name);
}

/* The names of the rules at hand, each with its number. */
static bool intern_names(const struct rules *r, enum numbered sort, struct symbols *names) {
    struct buffer name = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < count_of(r, sort); i++) {
        name_of(r, sort, i, &name);
        ok = !name.failed && symbols_intern(names, buffer_view(&name)) == i + 1;
    }
    buffer_release(&name);
    return ok;
}

static bool read_sort(struct arena *a, const struct rules *r, enum numbered sort, struct unpacker *u, struct numbering *out) {
    struct symbols names = {0};
    uint64_t count = unpack_number(u);
    bool ok = !u->bad && count <= u->bytes.length && intern_names(r, sort, &names);
    out->to[sort] = ok ? arena_array(a, int32_t, count + 1) : NULL;
    for (uint64_t i = 0; out->to[sort] && i < count; i++)
        out->to[sort][i] = (int32_t)symbols_find(&names, unpack_text(u)) - 1;
    out->count[sort] = (uint32_t)count;
    symbols_release(&names);
    return out->to[sort] && !u->bad;
}

bool numbering_read(struct arena *a, const struct rules *r, struct text packed, struct numbering *out) {
    struct unpacker u = {packed, 0, false};
    *out = (struct numbering){0};
    for (int sort = 0; sort < NUMBERED_SORTS; sort++)
        if (!read_sort(a, r, (enum numbered)sort, &u, out)) return false;
    return u.at == packed.length;
}

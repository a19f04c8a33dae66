#include "archive/codec.h"

#include "archive/pack.h"

#include <stdlib.h>

enum { HAS_AT = 1, NEGATED = 2, DEFAULTED = 1, OWN_ID = 2 };

static void pack_date(struct buffer *out, const struct date *d) {
    const int64_t fields[] = {d->year, d->last_year, d->month, d->last_month, d->day, d->last_day, d->weekday, d->quarter,
                              d->season, d->part, d->bound, d->next_favoured, d->relative, d->past_first, d->past_end,
                              d->next_first, d->next_end};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) pack_signed(out, fields[i]);
}

static bool is_said(const struct date *d) {
    return d->year || d->month || d->day || d->quarter || d->weekday >= 0 || d->season >= 0 || d->part >= 0 ||
           d->past_first != NO_DAY || d->next_first != NO_DAY;
}

static struct date unpack_date(struct unpacker *u) {
    struct date d = {0};
    d.year = (int32_t)unpack_signed(u);
    d.last_year = (int32_t)unpack_signed(u);
    int8_t *const small[] = {&d.month, &d.last_month, &d.day, &d.last_day, &d.weekday, &d.quarter, &d.season, &d.part};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++) *small[i] = (int8_t)unpack_signed(u);
    int64_t bound = unpack_signed(u);
    u->bad |= bound < DATE_AT || bound > DATE_AFTER;
    d.bound = u->bad ? DATE_AT : (enum date_bound)bound;
    d.next_favoured = unpack_signed(u) != 0;
    d.relative = unpack_signed(u) != 0;
    int32_t *const days[] = {&d.past_first, &d.past_end, &d.next_first, &d.next_end};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) *days[i] = (int32_t)unpack_signed(u);
    return d;
}

static void pack_intervals(struct buffer *out, const struct interval *pieces, uint8_t count) {
    pack_number(out, count);
    for (uint8_t i = 0; i < count; i++) {
        pack_real(out, pieces[i].low);
        pack_real(out, pieces[i].high);
        pack_number(out, (uint64_t)pieces[i].low_open << 1 | pieces[i].high_open);
    }
}

static uint8_t unpack_intervals(struct unpacker *u, struct interval pieces[2]) {
    uint64_t count = unpack_number(u);
    if (count > 2) return u->bad = true, (uint8_t)0;
    for (uint64_t i = 0; i < count; i++) {
        pieces[i].low = unpack_real(u);
        pieces[i].high = unpack_real(u);
        uint64_t open = unpack_number(u);
        pieces[i].low_open = open >> 1 & 1;
        pieces[i].high_open = open & 1;
    }
    return (uint8_t)count;
}

static void pack_reading(struct buffer *out, const struct reading *r) {
    pack_number(out, r->space);
    pack_number(out, r->means);
    pack_number(out, r->suggests);
    if (r->space == SPACE_STATES) return;
    pack_intervals(out, r->means_interval, r->means_count);
    pack_intervals(out, r->suggests_interval, r->suggests_count);
    pack_text(out, r->unit);
    pack_text(out, r->atom);
    if (r->space == SPACE_DATE) pack_date(out, &r->date);
}

static struct reading unpack_reading(struct unpacker *u) {
    struct reading r = {0};
    uint64_t space = unpack_number(u);
    u->bad |= space > SPACE_ATOM;
    r.space = u->bad ? SPACE_STATES : (enum value_space)space;
    r.means = unpack_number(u);
    r.suggests = unpack_number(u);
    r.date = date_none();
    if (r.space == SPACE_STATES) return r;
    r.means_count = unpack_intervals(u, r.means_interval);
    r.suggests_count = unpack_intervals(u, r.suggests_interval);
    r.unit = unpack_text(u);
    r.atom = unpack_text(u);
    if (r.space == SPACE_DATE) r.date = unpack_date(u);
    return r;
}

static void pack_argument(const struct rules *r, struct buffer *out, const struct claim_argument *x) {
    bool own = x->entity < 0 || !text_equal(x->id, symbols_text(&r->symbols, r->entities.items[x->entity].id));
    pack_number(out, (x->defaulted ? DEFAULTED : 0) | (own ? OWN_ID : 0));
    pack_signed(out, x->entity);
    if (own) pack_text(out, x->id);
}

static void pack_voice(struct buffer *out, const struct voice *v) {
    pack_number(out, v->kind);
    if (v->kind == VOICE_OUTLET) return;
    pack_signed(out, v->entity);
    pack_signed(out, v->side);
    pack_text(out, v->name);
}

static void pack_span(struct buffer *out, struct span s, uint32_t from) {
    pack_signed(out, (int64_t)s.start - from);
    pack_number(out, s.end - s.start);
}

static void pack_claim(const struct rules *r, struct buffer *out, const struct claim *c) {
    size_t arguments = r->propositions.items[c->proposition].arguments.count;
    pack_word(out, c->key);
    pack_number(out, (uint64_t)c->proposition);
    pack_number(out, (uint64_t)c->rule);
    pack_signed(out, c->value);
    bool at = is_said(&c->at);
    pack_number(out, (at ? HAS_AT : 0) | (c->negated ? NEGATED : 0));
    pack_number(out, arguments);
    for (size_t i = 0; i < arguments; i++) pack_argument(r, out, &c->arguments[i]);
    pack_reading(out, &c->reading);
    pack_number(out, c->modality);
    pack_voice(out, &c->voice);
    if (at) pack_date(out, &c->at);
    pack_signed(out, c->when);
    pack_word(out, c->words);
    pack_span(out, c->sentence, 0);
    pack_span(out, c->span, c->sentence.start);
    pack_number(out, c->block);
    pack_number(out, c->sentence_number);
}

void sketch_pack(const struct sketch *s, struct buffer *out) {
    pack_number(out, s->count);
    for (uint32_t i = 0; i < s->count; i++) pack_number(out, s->hashes[i]);
}

void sketch_unpack(struct unpacker *u, struct sketch *out) {
    uint64_t count = unpack_number(u);
    if (count > SKETCH_NAMES) u->bad = true;
    for (uint64_t i = 0; !u->bad && i < count; i++) out->hashes[i] = (uint32_t)unpack_number(u);
    out->count = u->bad ? 0 : (uint32_t)count;
}

void claims_pack(const struct rules *r, const struct claims *claims, struct buffer *out) {
    sketch_pack(&claims->sketch, out);
    pack_number(out, claims->items.count);
    struct buffer one = {0};
    for (size_t i = 0; i < claims->items.count; i++) {
        buffer_clear(&one);
        pack_claim(r, &one, &claims->items.items[i]);
        pack_text(out, buffer_view(&one)); /* its length goes first: most claims of a document are passed over */
    }
    out->failed |= one.failed;
    buffer_release(&one);
}

struct reading_claims {
    const struct rules *r;
    const struct numbering *numbering;
    struct unpacker u;
    bool lost; /* the claim at hand names what the rules do not have */
};

static int32_t renumber(struct reading_claims *k, enum numbered sort, int64_t stored, size_t count) {
    const struct numbering *n = k->numbering;
    if (stored < 0) return NONE;
    if (n && n->to[sort]) return (uint64_t)stored < n->count[sort] ? n->to[sort][stored] : (k->u.bad = true, NONE);
    if ((uint64_t)stored >= count) return k->u.bad = true, NONE;
    return (int32_t)stored;
}

/* An entity that the rules have no longer: the claim is lost, as its arguments were given by it. */
static int32_t entity_of(struct reading_claims *k) {
    int64_t stored = unpack_signed(&k->u);
    int32_t entity = renumber(k, NUMBERED_ENTITY, stored, k->r->entities.count);
    k->lost |= stored >= 0 && entity < 0;
    return entity;
}

static struct claim_argument unpack_argument(struct reading_claims *k) {
    uint64_t flags = unpack_number(&k->u);
    struct claim_argument x = {.entity = entity_of(k), .defaulted = flags & DEFAULTED, .id = TEXT("")};
    if (flags & OWN_ID) x.id = unpack_text(&k->u);
    else if (x.entity >= 0) x.id = symbols_text(&k->r->symbols, k->r->entities.items[x.entity].id);
    return x;
}

static struct voice unpack_voice(struct reading_claims *k) {
    struct voice v = {.kind = VOICE_OUTLET, .entity = NONE, .side = NONE};
    if (unpack_number(&k->u) == VOICE_OUTLET) return v;
    v.kind = VOICE_SPEAKER;
    v.entity = entity_of(k);
    v.side = entity_of(k);
    v.name = unpack_text(&k->u);
    return v;
}

static struct span unpack_span(struct unpacker *u, uint32_t from) {
    uint32_t start = (uint32_t)(unpack_signed(u) + from);
    return (struct span){start, start + (uint32_t)unpack_number(u)};
}

static void unpack_arguments(struct reading_claims *k, struct claim *c) {
    uint64_t arguments = unpack_number(&k->u);
    k->u.bad |= arguments > MAX_ARGUMENTS;
    for (uint64_t i = 0; !k->u.bad && i < arguments; i++) c->arguments[i] = unpack_argument(k);
    for (uint64_t i = arguments; !k->u.bad && i < MAX_ARGUMENTS; i++) c->arguments[i].entity = NONE;
}

static bool fits(const struct reading_claims *k, const struct claim *c) {
    if (c->proposition < 0 || c->rule < 0) return false;
    const struct proposition *p = &k->r->propositions.items[c->proposition];
    return c->value < (int32_t)p->values.count && c->reading.space == p->space &&
           k->r->rules.items[c->rule].proposition == c->proposition;
}

static void unpack_claim(struct reading_claims *k, struct claim *c) {
    struct unpacker *u = &k->u;
    k->lost = false;
    *c = (struct claim){0};
    c->key = unpack_word(u);
    c->proposition = renumber(k, NUMBERED_PROPOSITION, (int64_t)unpack_number(u), k->r->propositions.count);
    c->rule = renumber(k, NUMBERED_RULE, (int64_t)unpack_number(u), k->r->rules.count);
    c->value = (int32_t)unpack_signed(u);
    uint64_t flags = unpack_number(u);
    c->negated = flags & NEGATED;
    unpack_arguments(k, c);
    c->reading = unpack_reading(u);
    uint64_t modality = unpack_number(u);
    u->bad |= modality >= MODALITIES;
    c->modality = u->bad ? MODALITY_UNKNOWN : (enum modality)modality;
    c->voice = unpack_voice(k);
    c->at = flags & HAS_AT ? unpack_date(u) : date_none();
    c->when = (int32_t)unpack_signed(u);
    c->words = unpack_word(u);
    c->sentence = unpack_span(u, 0);
    c->span = unpack_span(u, c->sentence.start);
    uint64_t block = unpack_number(u);
    u->bad |= block >= BLOCK_KINDS;
    c->block = u->bad ? BLOCK_PARAGRAPH : (enum block_kind)block;
    c->sentence_number = (uint32_t)unpack_number(u);
    k->lost |= !fits(k, c);
}

static int by_number(const void *left, const void *right) {
    uint64_t x = *(const uint64_t *)left, y = *(const uint64_t *)right;
    return (x > y) - (x < y);
}

static bool is_wanted(const struct wanted *wanted, struct text packed) {
    struct unpacker u = {packed, 0, false};
    uint64_t key = unpack_word(&u);
    return !wanted || (wanted->count && bsearch(&key, wanted->keys, wanted->count, sizeof key, by_number));
}

static bool unpack_one(struct reading_claims *k, struct text packed, struct claim *out) {
    k->u = (struct unpacker){packed, 0, false};
    unpack_claim(k, out);
    return !k->u.bad && k->u.at == packed.length;
}

struct packed_claims {
    LIST(struct text) items;
};

/* Passes over the claims that are not wanted; false when one is cut off or memory is short. */
static bool find_wanted(struct arena *a, struct unpacker *u, const struct wanted *wanted, struct packed_claims *out) {
    uint64_t count = unpack_number(u);
    if (u->bad || count > u->bytes.length) return false;
    for (uint64_t i = 0; i < count; i++) {
        struct text one = unpack_text(u);
        if (u->bad) return false;
        struct text *room = is_wanted(wanted, one) ? list_add(a, &out->items) : &one;
        if (!room) return false;
        *room = one;
    }
    return u->at == u->bytes.length;
}

bool claims_unpack(struct arena *a, const struct rules *r, const struct numbering *numbering, struct text packed,
                   const struct wanted *wanted, struct claims *out, size_t *lost) {
    struct reading_claims k = {.r = r, .numbering = numbering};
    struct unpacker u = {packed, 0, false};
    struct packed_claims found = {0};
    *out = (struct claims){0};
    sketch_unpack(&u, &out->sketch);
    if (u.bad || !find_wanted(a, &u, wanted, &found)) return false;
    list_reserve(a, &out->items, found.items.count);
    for (size_t i = 0; i < found.items.count; i++) {
        struct claim *c = list_add(a, &out->items);
        if (!c || !unpack_one(&k, found.items.items[i], c)) return out->items.count = 0, false;
        *lost += k.lost;
        out->items.count -= k.lost;
    }
    return true;
}

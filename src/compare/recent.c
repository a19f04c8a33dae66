#include "compare/recent.h"

#include "compare/open.h"

#include <stdlib.h>

static uint64_t double_hash(uint64_t hash, double number) {
    struct text bytes = {(const char *)&number, sizeof number};
    return hash_mix(hash, text_hash(bytes));
}

static uint64_t intervals_hash(uint64_t hash, const struct interval *pieces, uint8_t count) {
    for (uint8_t i = 0; i < count; i++) {
        hash = double_hash(double_hash(hash, pieces[i].low), pieces[i].high);
        hash = hash_mix(hash, (uint64_t)pieces[i].low_open << 1 | pieces[i].high_open);
    }
    return hash_mix(hash, count);
}

static uint64_t date_hash(uint64_t hash, const struct date *d) {
    struct buffer said = {0};
    date_print(d, &said);
    hash = hash_mix(hash, text_hash(buffer_view(&said)));
    buffer_release(&said);
    return hash_mix(hash_mix(hash, (uint64_t)(uint32_t)d->past_first), (uint64_t)d->bound);
}

static uint64_t reading_hash(uint64_t hash, const struct reading *r) {
    hash = hash_mix(hash_mix(hash_mix(hash, r->space), r->means), r->suggests);
    hash = intervals_hash(hash, r->means_interval, r->means_count);
    hash = intervals_hash(hash, r->suggests_interval, r->suggests_count);
    hash = hash_mix(hash_mix(hash, text_hash(r->unit)), text_hash(r->atom));
    return r->space == SPACE_DATE ? date_hash(hash, &r->date) : hash;
}

static struct text entity_id(const struct rules *r, int32_t entity) {
    return entity < 0 ? TEXT("") : symbols_text(&r->symbols, r->entities.items[entity].id);
}

static uint64_t voice_hash(uint64_t hash, const struct rules *r, const struct voice *v) {
    hash = hash_mix(hash, v->kind);
    if (v->kind == VOICE_OUTLET) return hash;
    hash = hash_mix(hash, text_hash(v->entity < 0 ? v->name : entity_id(r, v->entity)));
    return hash_mix(hash, text_hash(entity_id(r, v->side)));
}

uint64_t position_print(const struct rules *r, const struct position *p) {
    uint64_t hash = voice_hash(reading_hash(0, &p->reading), r, &p->voice);
    for (size_t i = 0; i < MAX_ARGUMENTS; i++) hash = hash_mix(hash, text_hash(p->claims.items[0]->arguments[i].id));
    return hash_mix(hash, (uint64_t)p->modality << 1 | p->negated);
}

bool position_closed(const struct rules *r, const struct position *p) {
    const struct claim *c = p->claims.items[0];
    if (r->propositions.items[c->proposition].once) return false;
    for (size_t i = 0; i < MAX_ARGUMENTS; i++)
        if (is_open(c->arguments[i].id) || open_is_inner(c->arguments[i].id)) return false;
    return true;
}

int64_t recency_least(int32_t published) {
    return (int64_t)((uint64_t)(uint32_t)published << 32);
}

int64_t recency_most(int32_t published) {
    return recency_least(published) + UINT32_MAX;
}

int64_t recency(int32_t published, struct text path) {
    return recency_least(published) + (int64_t)(text_hash(path) >> 32);
}

struct holder {
    uint64_t print;
    int64_t recency;
    size_t position;
    bool archived;
};

static int by_print_and_age(const void *left, const void *right) {
    const struct holder *x = left, *y = right;
    if (x->print != y->print) return x->print < y->print ? -1 : 1;
    if (x->recency != y->recency) return x->recency > y->recency ? -1 : 1;
    return (x->position > y->position) - (x->position < y->position);
}

static struct holder *find_holders(struct arena *a, const struct rules *r, const struct source *sources,
                                   const struct positions *p, size_t *count) {
    struct holder *holders = arena_array(a, struct holder, p->items.count + 1);
    for (size_t i = 0; holders && i < p->items.count; i++) {
        const struct position *x = &p->items.items[i];
        const struct source *s = &sources[x->document];
        if (s->draft || !position_closed(r, x)) continue;
        holders[(*count)++] = (struct holder){position_print(r, x), recency(s->published, s->path), i, s->archived};
    }
    if (*count) qsort(holders, *count, sizeof *holders, by_print_and_age);
    return holders;
}

static size_t in_crowd(const struct crowd *crowd, uint64_t key, uint64_t print) {
    size_t count = 0;
    for (size_t i = 0; crowd && i < crowd->items.count; i++)
        if (crowd->items.items[i].key == key && crowd->items.items[i].print == print) count += crowd->items.items[i].count;
    return count;
}

static void count_others(const struct holder *holders, size_t count, size_t crowd, struct positions *p, bool *dropped) {
    size_t kept = count < MOST_ALIKE ? count : MOST_ALIKE, all = crowd;
    for (size_t i = 0; i < count; i++) all += !holders[i].archived;
    for (size_t i = 0; i < count; i++) {
        if (i >= kept) dropped[holders[i].position] = true;
        else p->items.items[holders[i].position].others = all > kept ? all - kept : 0;
    }
}

static void drop(struct positions *p, const bool *dropped) {
    size_t kept = 0;
    for (size_t i = 0; i < p->items.count; i++)
        if (!dropped[i]) p->items.items[kept++] = p->items.items[i];
    p->items.count = kept;
}

bool positions_recent(struct arena *a, const struct rules *r, const struct source *sources, const struct crowd *crowd,
                      struct positions *p) {
    size_t count = 0;
    bool *dropped = arena_array(a, bool, p->items.count + 1);
    struct holder *holders = find_holders(a, r, sources, p, &count);
    if (!dropped || !holders) return false;
    uint64_t key = p->items.count ? p->items.items[0].claims.items[0]->key : 0;
    for (size_t from = 0, to; from < count; from = to) {
        to = from + 1;
        while (to < count && holders[to].print == holders[from].print) to++;
        count_others(holders + from, to - from, in_crowd(crowd, key, holders[from].print), p, dropped);
    }
    drop(p, dropped);
    return true;
}

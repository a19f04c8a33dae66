/* Where a phrase or cue need not be tried at all. */
#include "rules/loading.h"

/* What is known of an element before any sentence is seen. */
struct prospect {
    symbol needs[2]; /* the longest literals that every match holds besides an anchor; 0 for none */
    uint32_t figures;
};

enum { MOST_REACH = 40, SKIPPED = 3, VERB_TOKENS = 6, GROUP_TOKENS = 12, FIGURE_TOKENS = 8 };

static bool is_anchor(symbol s, const symbol *anchors, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (anchors[i] == s) return true;
    return false;
}

/* Keeps the two longest: long words are rare. */
static void keep_longest(const struct rules *r, struct prospect *out, symbol s) {
    for (int i = 0; i < 2; i++) {
        if (out->needs[i] == s) return;
        if (symbols_text(&r->symbols, out->needs[i]).length >= symbols_text(&r->symbols, s).length) continue;
        symbol shorter = out->needs[i];
        out->needs[i] = s;
        s = shorter;
        if (!s) return;
    }
}

/* Literals that stand in every match, up to the end of the first sentence; false behind that. */
static bool add_needs(const struct rules *r, const struct pattern *p, const symbol *anchors, size_t count,
                      struct prospect *out) {
    if (p->kind == PATTERN_SENTENCE) return false;
    bool one = p->kind == PATTERN_WORD || ((p->kind == PATTERN_NOUN || p->kind == PATTERN_VERB) && p->symbols.count == 1);
    if (one && !pattern_is_genitive(r, p) && !is_anchor(p->symbols.items[0], anchors, count)) keep_longest(r, out, p->symbols.items[0]);
    if (p->kind == PATTERN_FIGURE) out->figures |= UINT32_C(1) << p->index;
    if (p->kind != PATTERN_SEQUENCE && p->kind != PATTERN_PARTS) return true;
    for (size_t i = 0; i < p->items.count; i++)
        if (!add_needs(r, p->items.items[i], anchors, count, out)) return false;
    return true;
}

static uint32_t longest_entry(const struct rules *r, int32_t list) {
    uint32_t longest = 1;
    const struct word_list *l = list < 0 || (size_t)list >= r->lists.count ? NULL : &r->lists.items[list];
    for (size_t i = 0; l && i < l->entries.count; i++)
        if (l->entries.items[i].count > longest) longest = l->entries.items[i].count;
    return longest;
}

static uint32_t longest_match(const struct rules *r, const struct pattern *p) {
    uint32_t sum = 0;
    switch (p->kind) {
    case PATTERN_WORD:
    case PATTERN_NOUN: return 1;
    case PATTERN_VERB: return VERB_TOKENS;
    case PATTERN_LIST: return longest_entry(r, p->index);
    case PATTERN_SLOT:
    case PATTERN_ANY: return GROUP_TOKENS;
    case PATTERN_FIGURE: return FIGURE_TOKENS;
    case PATTERN_GAP: return p->most;
    case PATTERN_SENTENCE: return MOST_REACH;
    case PATTERN_PARTS:
    case PATTERN_SEQUENCE:
        for (size_t i = 0; i < p->items.count; i++) sum += longest_match(r, p->items.items[i]) + SKIPPED;
        return sum;
    case PATTERN_CHOICE:
    case PATTERN_OPTIONAL:
        for (size_t i = 0; i < p->items.count; i++) {
            uint32_t one = longest_match(r, p->items.items[i]);
            if (one > sum) sum = one;
        }
        return sum;
    }
    return MOST_REACH;
}

static bool holds_anchor(const struct rules *r, const struct pattern *p, const symbol *anchors, size_t count) {
    for (size_t i = 0; i < p->symbols.count; i++)
        for (size_t k = 0; k < count; k++)
            if (p->symbols.items[i] == anchors[k]) return true;
    if (p->kind == PATTERN_LIST) return true;
    for (size_t i = 0; i < p->items.count; i++)
        if (holds_anchor(r, p->items.items[i], anchors, count)) return true;
    return false;
}

/* Tokens that may stand before the last place of an anchor. */
static uint32_t reach_of(const struct rules *r, const struct pattern *p, const symbol *anchors, size_t count) {
    uint32_t before = 0, reach = 0;
    for (size_t i = 0; i < p->items.count; i++) {
        const struct pattern *item = p->items.items[i];
        bool literal = item->kind == PATTERN_WORD || item->kind == PATTERN_NOUN;
        if (holds_anchor(r, item, anchors, count)) reach = before + (literal ? 0 : longest_match(r, item) - 1);
        before += longest_match(r, item) + SKIPPED;
    }
    return reach < MOST_REACH ? reach : MOST_REACH;
}

struct bins {
    LIST(uint16_t) list;
};

static bool put_bin(struct loading *l, struct bins *out, uint32_t bin) {
    for (size_t i = 0; i < out->list.count; i++)
        if (out->list.items[i] == bin) return true;
    uint16_t *room = list_add(&l->scratch, &out->list);
    if (room) *room = (uint16_t)bin;
    return room != NULL;
}

/* Adds bins one of which every match of p holds; false when there are none. Of an alternative of several words the
 * rarest stands for all. */
static bool add_bins(struct loading *l, const struct pattern *p, struct bins *out) {
    const struct pattern *rarest;
    switch (p->kind) {
    case PATTERN_WORD:
        return !pattern_is_genitive(l->rules, p) && put_bin(l, out, bin_of(p->symbols.items[0]));
    case PATTERN_NOUN:
    case PATTERN_VERB:
        for (size_t i = 0; i < p->symbols.count; i++)
            if (!put_bin(l, out, bin_of(p->symbols.items[i]))) return false;
        return true;
    case PATTERN_LIST: return put_bin(l, out, BIN_OF_LIST | bin_of_list((uint32_t)p->index));
    case PATTERN_PARTS:
    case PATTERN_SEQUENCE: rarest = anchor_item(l, p); return rarest && add_bins(l, rarest, out);
    case PATTERN_CHOICE:
        for (size_t i = 0; i < p->items.count; i++)
            if (!add_bins(l, p->items.items[i], out)) return false;
        return p->items.count > 0;
    default: return false;
    }
}

static bool put_demand(struct loading *l, uint32_t number) {
    uint16_t *room = list_add(&l->rules->arena, &l->rules->demands);
    if (room) *room = (uint16_t)number;
    return room != NULL;
}

/* One row for each element of the sequence but the anchor. */
static bool add_demands(struct loading *l, const struct pattern *sequence, const struct pattern *anchor) {
    for (size_t i = 0; i < sequence->items.count; i++) {
        const struct pattern *item = sequence->items.items[i];
        struct bins bins = {0};
        if (item->kind == PATTERN_SENTENCE) break; /* what follows stands in the next one */
        if (item->kind == PATTERN_SEQUENCE && !add_demands(l, item, anchor)) return false;
        if (item == anchor || item->kind == PATTERN_SEQUENCE || !add_bins(l, item, &bins)) continue;
        if (bins.list.count > UINT16_MAX) continue;
        if (!put_demand(l, (uint32_t)bins.list.count)) return false;
        for (size_t k = 0; k < bins.list.count; k++)
            if (!put_demand(l, bins.list.items[k])) return false;
    }
    return true;
}

bool prospect_of(struct loading *l, const struct pattern *p, const symbol *anchors, size_t count, struct trigger *out) {
    const struct rules *r = l->rules;
    struct prospect prospect = {.figures = 0};
    out->reach = MOST_REACH;
    add_needs(r, p, anchors, count, &prospect);
    for (int i = 0; i < 2; i++) out->needs[i] = bin_of(prospect.needs[i]);
    out->figures = prospect.figures;
    if (p->kind == PATTERN_PARTS) out->reach = 0; /* each part is looked for from the first token on */
    if (p->kind == PATTERN_SEQUENCE) out->reach = (uint8_t)reach_of(r, p, anchors, count);
    out->demands = (uint32_t)r->demands.count;
    bool all = p->kind == PATTERN_SEQUENCE || p->kind == PATTERN_PARTS;
    if (all && !add_demands(l, p, anchor_item(l, p))) return loading_no_memory(l);
    return put_demand(l, 0) || loading_no_memory(l);
}

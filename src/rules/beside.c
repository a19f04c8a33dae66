/* What must stand right before and behind the anchor of a phrase or cue. */
#include "rules/loading.h"

enum { SKIPPED = 3, MOST_REACH = 40, MOST_OWN = 12 }; /* as many tokens may be skipped before each element, see match/pattern.c */

/* The most tokens that words and lists of words take, what is skipped between them included; 0 for anything else. */
static uint32_t most_tokens(const struct rules *r, const struct pattern *p) {
    uint32_t most = 0;
    switch (p->kind) {
    case PATTERN_WORD:
    case PATTERN_NOUN: return 1;
    case PATTERN_LIST:
        for (size_t i = 0; i < r->lists.items[p->index].entries.count; i++)
            if (r->lists.items[p->index].entries.items[i].count > most) most = r->lists.items[p->index].entries.items[i].count;
        return most;
    case PATTERN_SEQUENCE:
    case PATTERN_CHOICE:
    case PATTERN_OPTIONAL:
        for (size_t i = 0; i < p->items.count; i++) {
            uint32_t one = most_tokens(r, p->items.items[i]);
            if (!one) return 0;
            if (p->kind == PATTERN_SEQUENCE) most += one + SKIPPED;
            else if (one > most) most = one;
        }
        return most;
    default: return 0;
    }
}

static bool may_be_empty(const struct pattern *p) {
    if (p->kind == PATTERN_OPTIONAL) return true;
    bool all = p->kind == PATTERN_SEQUENCE, any = false;
    for (size_t i = 0; i < p->items.count; i++) {
        bool empty = may_be_empty(p->items.items[i]);
        all &= empty;
        any |= empty;
    }
    return p->kind == PATTERN_CHOICE ? any : all;
}

/* Where the walk away from the anchor is. */
struct walk {
    uint64_t bits;
    uint32_t reach;
    bool open; /* anything may stand there */
};

/* Takes one element; true when the walk ends with it. */
static bool take(const struct rules *r, const struct pattern *item, struct walk *w) {
    bool verb = item->kind == PATTERN_VERB;
    uint32_t tokens = verb ? 1 : most_tokens(r, item); /* every token of a verb group has the bit of its head */
    w->open = !tokens || pattern_is_genitive(r, item);
    w->reach += tokens + SKIPPED;
    w->bits |= item->begins;
    return w->open || !may_be_empty(item);
}

/* Through a parenthesis between commas a match may go on anywhere. */
static uint64_t bits_of(struct loading *l, const struct walk *w, bool ended) {
    symbol comma = loading_symbol(l, TEXT(","));
    return ended && !w->open && comma && w->reach <= MOST_REACH ? w->bits | begin_with(comma) : 0;
}

/* Bits of the words that can stand last in a match of the element; 0 for anything. */
static uint64_t ends_of(const struct rules *r, const struct pattern *p) {
    uint64_t bits = 0;
    switch (p->kind) {
    case PATTERN_WORD:
    case PATTERN_NOUN:
    case PATTERN_VERB:
        return p->begins;
    case PATTERN_LIST:
        for (size_t i = 0; i < r->lists.items[p->index].entries.count; i++) {
            const struct name *n = &r->lists.items[p->index].entries.items[i];
            bits |= begin_with(n->words[n->count - 1]);
        }
        return bits;
    case PATTERN_SEQUENCE:
        return p->items.count && !may_be_empty(p->items.items[p->items.count - 1]) ? ends_of(r, p->items.items[p->items.count - 1]) : 0;
    case PATTERN_CHOICE:
    case PATTERN_OPTIONAL:
        for (size_t i = 0; i < p->items.count; i++) {
            uint64_t one = may_be_empty(p->items.items[i]) ? 0 : ends_of(r, p->items.items[i]);
            if (!one) return 0;
            bits |= one;
        }
        return bits;
    default:
        return 0;
    }
}

/* "Her conviction" is one of "{person} 's conviction": a word may stand for the two. */
static uint64_t last_before(const struct rules *r, const struct pattern *p, size_t at) {
    uint64_t bits = 0;
    while (at-- > 0) {
        uint64_t one = pattern_is_genitive(r, p->items.items[at]) ? 0 : ends_of(r, p->items.items[at]);
        if (!one) return 0;
        bits |= one;
        if (!may_be_empty(p->items.items[at])) return bits;
    }
    return 0;
}

static uint64_t first_behind(const struct pattern *p, size_t at) {
    const uint64_t anything = UINT64_C(1) << BEGIN_ANY | UINT64_C(1) << BEGIN_GROUP;
    uint64_t bits = 0;
    while (++at < p->items.count) {
        bits |= p->items.items[at]->begins;
        if (bits & anything) return 0;
        if (!may_be_empty(p->items.items[at])) return bits;
    }
    return 0;
}

struct beside beside_of(struct loading *l, const struct pattern *p) {
    struct beside out = {0};
    const struct pattern *anchor = p->kind == PATTERN_SEQUENCE ? anchor_item(l, p) : NULL;
    uint32_t own = !anchor ? 0 : anchor->kind == PATTERN_VERB ? 1 : most_tokens(l->rules, anchor);
    if (!own) return out;
    if (anchor->kind == PATTERN_LIST && own <= MOST_REACH) {
        out.list = anchor->index;
        out.list_tokens = (uint8_t)own;
    }
    size_t at = 0;
    while (p->items.items[at] != anchor) at++;
    out.last = own <= MOST_OWN ? last_before(l->rules, p, at) : 0;
    out.next = own <= MOST_OWN ? first_behind(p, at) : 0;
    out.own = (uint8_t)(out.last | out.next ? own : 0);
    struct walk before = {.reach = own - 1}, behind = before;
    bool ended = false;
    for (size_t i = at; !ended && i > 0; i--) ended = take(l->rules, p->items.items[i - 1], &before);
    out.before = bits_of(l, &before, ended);
    ended = false;
    for (size_t i = at + 1; !ended && i < p->items.count; i++) ended = take(l->rules, p->items.items[i], &behind);
    out.behind = bits_of(l, &behind, ended);
    out.reach_before = (uint8_t)before.reach;
    out.reach_behind = (uint8_t)behind.reach;
    return out;
}

/* Which words stand in a sentence at all: most phrases and cues ask for one that does not. */
#include "match/matcher.h"

static void note(uint64_t *bins, uint32_t bin) {
    bins[bin / 64] |= UINT64_C(1) << bin % 64;
}

static void note_lists(const struct triggers *t, uint64_t *lists) {
    for (uint32_t i = 0; i < t->list_count; i++) note(lists, t->lists[i]);
}

void holding_note(struct matcher *m, uint32_t sentence) {
    const struct sentence *s = &m->s->sentences.items[sentence];
    struct holding *h = &m->holdings[sentence];
    m->here = h;
    if (h->noted) return;
    h->noted = true;
    note(h->words, 0); /* that nothing is needed */
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        const struct word *w = m->s->tokens.items[t].word;
        note(h->words, bin_of(w->known));
        note(h->words, bin_of(w->known_verb));
        note(h->words, bin_of(w->known_noun));
        if (w->triggers & 1u << TRIGGER_LIST) note_lists(&m->r->triggers[w->known], h->lists);
    }
}

void holding_add(struct matcher *m, uint32_t sentence, symbol form) {
    struct holding *h = &m->holdings[sentence];
    note(h->words, bin_of(form));
    note_lists(&m->r->triggers[form], h->lists);
}

static bool holds_one(const struct holding *h, const uint16_t *bins, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (bins[i] & BIN_OF_LIST ? bin_noted(h->lists, bins[i] % LIST_BINS) : bin_noted(h->words, bins[i])) return true;
    return false;
}

bool holding_meets(const struct matcher *m, const struct trigger *t) {
    for (const uint16_t *row = m->r->demands.items + t->demands; *row; row += *row + 1)
        if (!holds_one(m->here, row + 1, *row)) return false;
    return true;
}

/* Has a token of from..to one of the bits? None of them means that anything goes. */
static bool any_begins(const struct matcher *m, const struct parse *p, int32_t from, int32_t to, uint64_t bits) {
    if (!bits) return true;
    if (from < p->first) from = p->first;
    if (to > p->last) to = p->last;
    uint64_t found = 0;
    for (int32_t t = from; t <= to; t++) found |= m->begins[t];
    return found & bits;
}

/* Does an entry of the list that the anchor belongs to stand round it? */
static bool entry_stands(const struct matcher *m, const struct parse *p, const struct beside *b, int32_t anchor) {
    if (!b->list_tokens) return true;
    int32_t from = anchor - b->list_tokens + 1;
    for (int32_t t = from < p->first ? p->first : from; t <= anchor; t++) {
        const struct word_list *l = &m->r->lists.items[b->list];
        const struct list_start *end, *at = rules_list_from(l, form_at(m->s, t), &end);
        for (; at < end; at++) {
            const struct name *n = &l->entries.items[at->entry];
            if (t + (int32_t)n->count > anchor && name_at(m->s, n, t, p->last)) return true;
        }
    }
    return false;
}

/* The same right at it, for whatever tokens its element takes. */
static bool touches(const struct matcher *m, const struct parse *p, const struct beside *b, int32_t first, int32_t last, uint64_t front) {
    uint64_t found = 0;
    if (first < p->first) first = p->first;
    if (last > p->last) last = p->last;
    for (int32_t t = first; b->last && t <= last; t++) found |= m->past[t];
    if (b->last && !(found & b->last)) return false;
    found = front;
    for (int32_t t = first + 1; b->next && t <= last + 1 && t <= p->last; t++) found |= m->near[t];
    return !b->next || found & b->next;
}

/* What may stand at the front of the sentence instead of behind the anchor. */
static uint64_t front_bits(const struct matcher *m, const struct parse *p, int32_t anchor) {
    uint64_t found = 0;
    for (int32_t t = p->first; t < m->fronts[p->sentence] && m->fronts[p->sentence] < anchor; t++) found |= m->begins[t];
    return found;
}

bool beside_meets(const struct matcher *m, const struct parse *p, const struct beside *b, int32_t anchor) {
    int32_t g = group_at(p, anchor);
    bool verb = g != NONE && p->groups.items[g].kind == GROUP_VERB;
    int32_t first = verb ? p->groups.items[g].first : anchor, last = verb ? p->groups.items[g].last : anchor;
    uint64_t front = front_bits(m, p, anchor);
    return any_begins(m, p, first - b->reach_before, anchor - 1, b->before) &&
           (any_begins(m, p, anchor + 1, last + b->reach_behind, b->behind) || front & b->behind) && entry_stands(m, p, b, anchor) &&
           (!b->own || touches(m, p, b, first - b->own + 1, last + b->own - 1, front));
}

#include "lexicon/entry.h"

#include <string.h>

static const unsigned char *part(const struct lexicon *l, const unsigned char offset[4]) {
    return (const unsigned char *)l + read_u32(offset);
}

static const struct table_entry *raw_entry(const struct lexicon *l, uint32_t number) {
    return (const struct table_entry *)part(l, l->entries) + number;
}

static struct text entry_text(const struct lexicon *l, const struct table_entry *raw) {
    size_t offset = (size_t)raw->text[0] | (size_t)raw->text[1] << 8 | (size_t)raw->text[2] << 16;
    return (struct text){(const char *)part(l, l->strings) + offset, raw->length};
}

struct entry entry_read(const struct lexicon *l, uint32_t number) {
    const struct table_entry *raw = raw_entry(l, number);
    struct entry e = {.number = number,
                      .text = entry_text(l, raw),
                      .classes = raw->classes,
                      .flags = raw->flags,
                      .likely = raw->likely,
                      .facts = part(l, l->facts) + 4 * (size_t)read_u32(raw->facts),
                      .fact_count = raw->fact_count};
    for (size_t i = 0; i < CLASS_COUNT; i++) e.counts[i] = (uint16_t)(raw->counts[i][0] | raw->counts[i][1] << 8);
    return e;
}

bool entry_find(const struct lexicon *l, struct text word, struct entry *out) {
    const unsigned char *slots = part(l, l->slots);
    uint64_t hash = text_hash(word);
    uint32_t mask = read_u32(l->slot_count) - 1, mark = (uint32_t)(hash >> (32 + ENTRY_BITS));
    for (uint32_t at = (uint32_t)hash & mask;; at = (at + 1) & mask) {
        uint32_t slot = read_u32(slots + 4 * (size_t)at);
        if (!slot) return false;
        if (slot >> ENTRY_BITS != mark) continue;
        uint32_t number = (slot & ENTRY_MASK) - 1;
        if (!text_equal(entry_text(l, raw_entry(l, number)), word)) continue;
        *out = entry_read(l, number);
        return true;
    }
}

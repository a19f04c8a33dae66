/* Reading the entries and facts of the table. */
#ifndef BELIE_LEXICON_ENTRY_H
#define BELIE_LEXICON_ENTRY_H

#include "lexicon/table.h"

struct entry {
    uint32_t number;
    struct text text;
    uint8_t classes, flags, likely;
    uint16_t counts[CLASS_COUNT];
    const unsigned char *facts;
    uint32_t fact_count;
};

static inline uint32_t read_u32(const unsigned char *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline uint32_t entry_fact(const struct entry *e, uint32_t i) {
    return read_u32(e->facts + 4 * (size_t)i);
}

static inline uint32_t fact_kind(uint32_t fact) {
    return fact >> FACT_SHIFT;
}

static inline uint32_t class_number(enum word_class c) {
    return c == CLASS_NOUN ? 0 : c == CLASS_VERB ? 1 : c == CLASS_ADJECTIVE ? 2 : 3;
}

struct entry entry_read(const struct lexicon *l, uint32_t number);
bool entry_find(const struct lexicon *l, struct text word, struct entry *out);

#endif

/* Writes the table that table.h describes. */
#include <stdlib.h>
#include <string.h>

#include "lexicon/build.h"

enum { HASH_BITS = 32 - ENTRY_BITS, HEADER_BYTES = sizeof(struct lexicon) };

struct writer {
    struct wordnet *w;
    uint32_t entry_count, fact_count, synset_count, hypernym_count;
    uint32_t *synset_numbers; /* number + 1 in the table, 0 for left out */
    symbol *order;            /* symbol of each entry */
    struct buffer slots, entries, facts, synsets, hypernyms, strings;
};

void put_number(struct buffer *b, uint32_t value, size_t bytes) {
    for (; bytes; bytes--, value >>= 8) buffer_char(b, (char)(value & 0xff));
}

static bool is_strong(const struct reading *r, size_t sense) {
    return sense == 0 || r->senses.items[sense].count * 10 > r->senses.items[0].count;
}

/* Numbers the synset and all above it, hypernyms first met first numbered. */
static void number_synset(struct writer *t, uint32_t synset) {
    if (t->synset_numbers[synset]) return;
    t->synset_numbers[synset] = ++t->synset_count;
    const struct synset *s = &t->w->synsets.items[synset];
    for (size_t i = 0; s->class == 0 && i < s->pointers.count; i++) {
        const struct pointer *p = &s->pointers.items[i];
        const struct synset *above = p->kind == '@' ? wordnet_synset(t->w, p->class, p->offset) : NULL;
        if (above) number_synset(t, (uint32_t)(above - t->w->synsets.items));
    }
}

static void number_class(struct writer *t, size_t class) {
    for (size_t i = 0; i < t->w->words.count; i++) {
        const struct reading *r = &t->w->words.items[i].readings[class];
        for (size_t j = 0; r->present && j < r->senses.count; j++)
            if (sense_frequent(&r->senses.items[j])) number_synset(t, r->senses.items[j].synset);
    }
}

static bool number_all(struct writer *t) {
    t->synset_numbers = calloc(t->w->synsets.count + 1, sizeof *t->synset_numbers);
    t->order = calloc(t->w->words.count + 1, sizeof *t->order);
    if (!t->synset_numbers || !t->order) return false;
    for (size_t class = 0; class < CLASS_COUNT; class++) number_class(t, class);
    for (symbol s = 1; s <= t->w->words.count; s++) {
        struct word_entry *entry = wordnet_word(t->w, s);
        if (!entry->kept || symbols_text(&t->w->symbols, s).length > 255) continue;
        entry->number = t->entry_count;
        t->order[t->entry_count++] = s;
    }
    return true;
}

static void put_fact(struct writer *t, uint32_t kind, uint32_t detail) {
    put_number(&t->facts, kind << FACT_SHIFT | detail, 4);
    t->fact_count++;
}

static void put_senses(struct writer *t, const struct word_entry *entry, uint32_t class) {
    const struct reading *r = &entry->readings[class];
    for (size_t i = 0; r->present && i < r->senses.count; i++)
        if (sense_frequent(&r->senses.items[i]))
            put_fact(t, FACT_SENSE + class, (t->synset_numbers[r->senses.items[i].synset] - 1) |
                                                (is_strong(r, i) ? SENSE_STRONG : 0u));
}

static void put_facts(struct writer *t, const struct word_entry *entry) {
    for (uint32_t class = 0; class < CLASS_COUNT; class++) put_senses(t, entry, class);
    for (size_t i = 0; i < entry->forms.count; i++) {
        const struct form *f = &entry->forms.items[i];
        const struct word_entry *base = wordnet_word(t->w, f->base);
        if (base->readings[f->class].present)
            put_fact(t, FACT_FORM + f->class, base->number | (uint32_t)f->verb_forms << FORM_SHIFT);
    }
    for (size_t i = 0; i < entry->antonyms.count; i++) {
        const struct word_entry *other = wordnet_word(t->w, entry->antonyms.items[i].word);
        if (other->kept) put_fact(t, FACT_ANTONYM + entry->antonyms.items[i].class, other->number);
    }
    if (entry->verb_of) put_fact(t, FACT_VERB_OF, wordnet_word(t->w, entry->verb_of)->number);
}

static void put_entry(struct writer *t, symbol s) {
    const struct word_entry *entry = wordnet_word(t->w, s);
    struct text word = symbols_text(&t->w->symbols, s);
    uint32_t first = t->fact_count, classes = 0;
    put_facts(t, entry);
    for (uint32_t class = 0; class < CLASS_COUNT; class++)
        if (entry->readings[class].present) classes |= 1u << class;
    put_number(&t->entries, (uint32_t)t->strings.length, 3);
    put_number(&t->entries, (uint32_t)word.length, 1);
    put_number(&t->entries, classes, 1);
    put_number(&t->entries, entry->flags, 1);
    put_number(&t->entries, entry->likely, 1);
    put_number(&t->entries, t->fact_count - first, 1);
    t->entries.failed |= t->fact_count - first > 255;
    for (size_t class = 0; class < CLASS_COUNT; class++)
        put_number(&t->entries, entry->readings[class].present ? entry->readings[class].count : 0, 2);
    put_number(&t->entries, first, 4);
    buffer_text(&t->strings, word);
}

static void put_slots(struct writer *t, uint32_t slot_count) {
    uint32_t *slots = calloc(slot_count, sizeof *slots);
    for (uint32_t i = 0; slots && i < t->entry_count; i++) {
        uint64_t hash = text_hash(symbols_text(&t->w->symbols, t->order[i]));
        uint32_t at = (uint32_t)hash & (slot_count - 1);
        while (slots[at]) at = (at + 1) & (slot_count - 1);
        slots[at] = (i + 1) | (uint32_t)(hash >> (64 - HASH_BITS)) << ENTRY_BITS;
    }
    for (uint32_t i = 0; slots && i < slot_count; i++) put_number(&t->slots, slots[i], 4);
    t->slots.failed |= !slots;
    free(slots);
}

static void put_hypernyms(struct writer *t, const struct synset *s) {
    for (size_t i = 0; s->class == 0 && i < s->pointers.count; i++) {
        const struct pointer *p = &s->pointers.items[i];
        const struct synset *above = p->kind == '@' ? wordnet_synset(t->w, p->class, p->offset) : NULL;
        if (!above) continue;
        put_number(&t->hypernyms, t->synset_numbers[above - t->w->synsets.items] - 1, 4);
        t->hypernym_count++;
    }
}

static void put_synsets(struct writer *t) {
    uint32_t *order = calloc(t->synset_count + 1, sizeof *order);
    for (uint32_t i = 0; order && i < t->w->synsets.count; i++)
        if (t->synset_numbers[i]) order[t->synset_numbers[i] - 1] = i;
    for (uint32_t i = 0; order && i < t->synset_count; i++) {
        put_number(&t->synsets, t->hypernym_count, 4);
        put_hypernyms(t, &t->w->synsets.items[order[i]]);
    }
    put_number(&t->synsets, t->hypernym_count, 4);
    t->synsets.failed |= !order;
    free(order);
}

static void put_table(struct writer *t, uint32_t slot_count, struct buffer *out) {
    struct buffer *parts[] = {&t->slots, &t->entries, &t->facts, &t->synsets, &t->hypernyms, &t->strings};
    uint32_t offset = HEADER_BYTES;
    buffer_append(out, TABLE_MAGIC, 8);
    put_number(out, slot_count, 4);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        put_number(out, offset, 4);
        offset += (uint32_t)parts[i]->length;
    }
    for (size_t i = out->length; i < HEADER_BYTES; i++) buffer_char(out, '\0'); /* the forms' part: see forms_write */
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buffer_text(out, buffer_view(parts[i]));
        out->failed |= parts[i]->failed;
        buffer_release(parts[i]);
    }
}

void table_write(struct wordnet *w, struct buffer *out) {
    struct writer t = {.w = w};
    uint32_t slot_count = 1024;
    if (number_all(&t)) {
        while (slot_count * 3 < t.entry_count * 4) slot_count *= 2;
        for (uint32_t i = 0; i < t.entry_count; i++) put_entry(&t, t.order[i]);
        put_slots(&t, slot_count);
        put_synsets(&t);
        put_table(&t, slot_count, out);
        forms_write(w, out);
    } else {
        out->failed = true;
    }
    free(t.synset_numbers);
    free(t.order);
}

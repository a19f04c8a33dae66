/* How words relate: opposites, kinds, synonyms, the verbs of nouns, persons. */
#include "lexicon/entry.h"

enum { MOST_STEPS = 6, MOST_SYNSETS = 128 };

struct synset_list {
    uint32_t items[MOST_SYNSETS];
    size_t count;
};

static bool has_fact(const struct entry *e, uint32_t fact) {
    for (uint32_t i = 0; i < e->fact_count; i++)
        if (entry_fact(e, i) == fact) return true;
    return false;
}

static bool are_antonyms(const struct entry *a, const struct entry *b, enum word_class c) {
    uint32_t kind = (uint32_t)(FACT_ANTONYM + class_number(c)) << FACT_SHIFT;
    return has_fact(a, kind | b->number) || has_fact(b, kind | a->number);
}

static bool verb_of(const struct lexicon *l, const struct entry *noun, struct entry *out) {
    for (uint32_t i = 0; i < noun->fact_count; i++) {
        if (fact_kind(entry_fact(noun, i)) != FACT_VERB_OF) continue;
        *out = entry_read(l, entry_fact(noun, i) & ENTRY_MASK);
        return true;
    }
    return false;
}

/* "acceptance" and "rejection", but not "buyer" and "sale". */
static bool derive_from_antonyms(const struct lexicon *l, const struct entry *a, const struct entry *b) {
    struct entry first, second;
    if ((a->flags ^ b->flags) & ENTRY_PERSON || !verb_of(l, a, &first) || !verb_of(l, b, &second)) return false;
    return are_antonyms(&first, &second, CLASS_VERB);
}

bool lexicon_antonyms(const struct lexicon *l, enum word_class c, struct text a, struct text b) {
    struct entry first, second;
    if (!entry_find(l, a, &first) || !entry_find(l, b, &second)) return false;
    return are_antonyms(&first, &second, c) || (c == CLASS_NOUN && derive_from_antonyms(l, &first, &second));
}

/* The antonym that stands most often in tagged text; byte order decides between equals. */
static bool best_antonym(const struct lexicon *l, const struct entry *e, uint32_t class, struct entry *out) {
    bool found = false;
    for (uint32_t i = 0; i < e->fact_count; i++) {
        if (fact_kind(entry_fact(e, i)) != FACT_ANTONYM + class) continue;
        struct entry other = entry_read(l, entry_fact(e, i) & ENTRY_MASK);
        bool better = !found || other.counts[class] > out->counts[class] ||
                      (other.counts[class] == out->counts[class] && text_compare(other.text, out->text) < 0);
        if (better) *out = other;
        found = true;
    }
    return found;
}

struct text lexicon_pole(const struct lexicon *l, enum word_class c, struct text word, bool *opposite) {
    struct entry e, other, back;
    uint32_t class = class_number(c);
    *opposite = false;
    if (!entry_find(l, word, &e) || !best_antonym(l, &e, class, &other)) return word;
    if (!best_antonym(l, &other, class, &back) || !text_equal(back.text, word)) return word;
    *opposite = text_compare(other.text, word) < 0;
    return *opposite ? other.text : word;
}

/* The synsets of the word in the class; only the strong ones when asked. */
static void list_senses(const struct entry *e, uint32_t class, bool strong, struct synset_list *out) {
    out->count = 0;
    for (uint32_t i = 0; i < e->fact_count && out->count < MOST_SYNSETS; i++) {
        uint32_t fact = entry_fact(e, i);
        if (fact_kind(fact) != FACT_SENSE + class || (strong && !(fact & SENSE_STRONG))) continue;
        out->items[out->count++] = fact & ENTRY_MASK;
    }
}

static bool list_has(const struct synset_list *list, uint32_t synset) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == synset) return true;
    return false;
}

static bool lists_meet(const struct synset_list *a, const struct synset_list *b) {
    for (size_t i = 0; i < a->count; i++)
        if (list_has(b, a->items[i])) return true;
    return false;
}

/* One step up for the synsets from `from` on; those above are appended. */
static void climb(const struct lexicon *l, struct synset_list *list, size_t from, size_t to) {
    const unsigned char *table = (const unsigned char *)l;
    const unsigned char *synsets = table + read_u32(l->synsets), *hypernyms = table + read_u32(l->hypernyms);
    for (size_t i = from; i < to; i++) {
        const unsigned char *at = synsets + 4 * (size_t)list->items[i];
        for (uint32_t h = read_u32(at); h < read_u32(at + 4) && list->count < MOST_SYNSETS; h++) {
            uint32_t above = read_u32(hypernyms + 4 * (size_t)h);
            if (!list_has(list, above)) list->items[list->count++] = above;
        }
    }
}

bool lexicon_kind_of(const struct lexicon *l, struct text b, struct text a) {
    struct entry lower, upper;
    struct synset_list below, above;
    if (!entry_find(l, b, &lower) || !entry_find(l, a, &upper)) return false;
    list_senses(&lower, 0, true, &below);
    list_senses(&upper, 0, false, &above);
    size_t from = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
        size_t to = below.count;
        climb(l, &below, from, to);
        from = to;
    }
    return lists_meet(&below, &above);
}

struct text lexicon_verb_of(const struct lexicon *l, struct text noun) {
    struct entry e, verb;
    return entry_find(l, noun, &e) && verb_of(l, &e, &verb) ? verb.text : (struct text){"", 0};
}

bool lexicon_synonyms(const struct lexicon *l, enum word_class c, struct text a, struct text b) {
    struct entry first, second;
    struct synset_list senses, others;
    if (!entry_find(l, a, &first) || !entry_find(l, b, &second)) return false;
    list_senses(&first, class_number(c), false, &senses);
    list_senses(&second, class_number(c), false, &others);
    return lists_meet(&senses, &others);
}

/* Of a joined word that no one listed, the last part tells: "vice-chancellor", "ex-mayor". */
bool lexicon_is_person(const struct lexicon *l, struct text noun) {
    struct entry e;
    if (entry_find(l, noun, &e)) return e.flags & ENTRY_PERSON;
    size_t from = noun.length;
    while (from > 0 && noun.bytes[from - 1] != '-') from--;
    return from > 1 && entry_find(l, text_slice(noun, from, noun.length), &e) && e.flags & ENTRY_PERSON;
}

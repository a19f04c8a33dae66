#include "segment/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/figure_word.h"
#include "lexicon/usage.h"
#include "rules/rules.h"

enum { FIRST_SLOTS = 1 << 14, LINE = 64 };

/* Tells all but the longest words apart, so that a look-up need not touch the word. Two of them are one cache line. */
struct slot {
    uint64_t mark; /* the length in the low byte, the hash above it */
    struct text_key key;
    struct word *word; /* NULL in an empty slot */
};

struct vocabulary {
    const struct rules *rules; /* may be NULL */
    const struct lexicon *lexicon;
    struct arena words, texts; /* apart, so that the texts lie close together */
    struct slot *slots;       /* at the start of a cache line */
    void *slot_memory;
    size_t slot_count, count; /* slot_count is a power of two */
    char *fresh;              /* memory for words to come */
    size_t fresh_count;
};

enum { WORD_BYTES = (sizeof(struct word) + LINE - 1) / LINE * LINE, WORDS_A_BLOCK = 64 };

static char *line_start(char *memory) {
    return memory + (LINE - (uintptr_t)memory % LINE) % LINE;
}

/* As many empty slots take the place of those there are; false when memory is short. */
static bool take_slots(struct vocabulary *v, size_t count) {
    void *memory = calloc(1, count * sizeof *v->slots + LINE);
    if (!memory) return false;
    v->slot_memory = memory;
    v->slots = (struct slot *)line_start(memory);
    v->slot_count = count;
    return true;
}

struct vocabulary *vocabulary_new(const struct rules *rules, const struct lexicon *lexicon) {
    struct vocabulary *v = calloc(1, sizeof *v);
    if (!v || !take_slots(v, FIRST_SLOTS)) {
        free(v);
        return NULL;
    }
    v->rules = rules;
    v->lexicon = lexicon;
    return v;
}

void vocabulary_free(struct vocabulary *v) {
    if (!v) return;
    arena_release(&v->words);
    arena_release(&v->texts);
    free(v->slot_memory);
    free(v);
}

size_t vocabulary_count(const struct vocabulary *v) {
    return v->count;
}

void vocabulary_clear(struct vocabulary *v) {
    arena_reset(&v->words);
    arena_reset(&v->texts);
    memset(v->slots, 0, v->slot_count * sizeof *v->slots);
    v->count = v->fresh_count = 0;
}

/* Of texts beyond the key's reach all bytes count, lest many of one beginning pile up. */
static inline uint64_t mark_of(struct text form, struct text_key key) {
    uint64_t hash = (key.head ^ (key.tail + form.length) * 0x9e3779b97f4a7c15u) * 0xbf58476d1ce4e5b9u;
    if (form.length > sizeof key) hash = text_digest(form);
    return ((hash ^ hash >> 29) & ~UINT64_C(0xff)) | (form.length & 0xff);
}

static inline size_t home_of(const struct vocabulary *v, uint64_t mark) {
    return (size_t)(mark >> 8) & (v->slot_count - 1);
}

static void place(struct vocabulary *v, struct slot slot) {
    size_t at = home_of(v, slot.mark);
    while (v->slots[at].word) at = (at + 1) & (v->slot_count - 1);
    v->slots[at] = slot;
}

static bool grow(struct vocabulary *v) {
    const struct slot *old = v->slots;
    void *memory = v->slot_memory;
    size_t count = v->slot_count;
    if (!take_slots(v, count * 2)) return false;
    for (size_t i = 0; i < count; i++)
        if (old[i].word) place(v, old[i]);
    free(memory);
    return true;
}

/* Zeroed, at the start of a cache line. */
static struct word *new_word(struct vocabulary *v) {
    if (!v->fresh_count) {
        char *block = arena_alloc(&v->words, WORDS_A_BLOCK * WORD_BYTES + LINE);
        if (!block) return NULL;
        v->fresh = line_start(block);
        v->fresh_count = WORDS_A_BLOCK;
    }
    struct word *word = (struct word *)v->fresh;
    v->fresh += WORD_BYTES;
    v->fresh_count--;
    return word;
}

/* A new word in the table, with nothing known of it. */
static struct word *add_word(struct vocabulary *v, struct text form, struct text_key key, uint64_t mark) {
    if (v->count * 2 >= v->slot_count && !grow(v)) return NULL;
    struct word *word = new_word(v);
    struct text copy = arena_text(&v->texts, form);
    if (!word || copy.length != form.length) return NULL;
    word->text = copy;
    word->hash = text_hash(form);
    place(v, (struct slot){mark, key, word});
    v->count++;
    return word;
}

static const struct word *base_word(struct vocabulary *v, struct word *w, struct text form) {
    if (!form.length) return NULL;
    return text_equal_short(form, w->text) ? w : vocabulary_find(v, form);
}

static bool fill_bases(struct vocabulary *v, struct word *w, const struct lexeme *found) {
    w->verb = base_word(v, w, found->verb);
    w->noun = base_word(v, w, found->noun);
    w->adjective = base_word(v, w, found->adjective);
    return (w->verb || !found->verb.length) && (w->noun || !found->noun.length) &&
           (w->adjective || !found->adjective.length);
}

static void fill_from_lexicon(struct word *w, const struct lexeme *found) {
    w->classes = found->classes;
    w->likely = found->likely;
    w->verb_forms = found->verb_forms;
    w->plural = found->plural;
    w->noun_kinds = found->noun_kinds;
    w->grammar = found->grammar;
    w->usage = found->usage;
    w->traits = found->traits;
    w->figure = found->figure;
}

static void fill_from_rules(struct vocabulary *v, struct word *w) {
    const struct triggers *triggers = v->rules ? v->rules->triggers : NULL;
    w->known_verb = w->verb ? w->verb->known : 0;
    w->known_noun = w->noun ? w->noun->known : 0;
    w->listed = w->classes || w->known;
    w->begins = UINT64_C(1) << BEGIN_ANY | begin_with(w->known) | begin_with(w->known_verb) | begin_with(w->known_noun);
    if (!triggers) return;
    if (w->known) w->triggers |= triggers[w->known].kinds;
    if (w->known_verb) w->triggers |= triggers[w->known_verb].kinds;
    if (w->known_noun) w->triggers |= triggers[w->known_noun].kinds;
    if (triggers[w->known].whole) w->bits |= BEGINS_WHOLE;
    if (triggers[w->known].part) w->bits |= IS_PART;
    if (triggers[w->known_verb].light) w->bits |= IS_LIGHT;
    if (triggers[w->known_verb].empty) w->bits |= IS_EMPTY;
}

static size_t pole_number(enum word_class c) {
    return c == CLASS_VERB ? 0 : c == CLASS_NOUN ? 1 : 2;
}

struct pole word_pole(const struct word *w, enum word_class c) {
    return w->poles ? w->poles[pole_number(c)] : (struct pole){w->text, false};
}

/* Few words are the opposite of another. */
static bool fill_poles(struct vocabulary *v, struct word *w, const struct lexeme *found) {
    if (!found->poles[0].length && !found->poles[1].length && !found->poles[2].length) return true;
    struct pole *poles = arena_array(&v->words, struct pole, 3);
    w->poles = poles;
    for (size_t i = 0; poles && i < 3; i++) {
        bool opposite = found->poles[i].length;
        poles[i] = (struct pole){opposite ? found->poles[i] : w->text, opposite};
    }
    return poles != NULL;
}

/* A figure can be seen from: a number in words, a unit of time, either in a joined word, or digits joined to one. */
static bool opens_figure(const struct word *w) {
    if (figure_word_opens(w->figure)) return true;
    if (!w->parts.count) return figure_word_is_time(w->figure);
    const struct word *last = w->parts.items[w->parts.count - 1];
    return w->parts.items[0]->figure || last->figure || ascii_digit(last->text.bytes[0]);
}

static size_t count_parts(struct text form) {
    size_t parts = 1;
    for (size_t i = 0; i < form.length; i++) {
        if (form.bytes[i] != '-') continue;
        if (i == 0 || i + 1 == form.length || form.bytes[i + 1] == '-') return 0;
        parts++;
    }
    return parts > 1 ? parts : 0;
}

static bool fill_parts(struct vocabulary *v, struct word *w) {
    size_t count = count_parts(w->text), from = 0;
    if (!count) return true;
    const struct word **items = arena_array(&v->words, const struct word *, count);
    if (!items) return false;
    for (size_t i = 0; i < count; i++) {
        size_t to = from;
        while (to < w->text.length && w->text.bytes[to] != '-') to++;
        items[i] = vocabulary_find(v, text_slice(w->text, from, to));
        if (!items[i]) return false;
        from = to + 1;
    }
    w->parts = (struct word_parts){items, (uint32_t)count};
    w->bits |= IS_JOINED;
    return true;
}

static void fill_usage(struct word *w) {
    w->usage = usage_inherit(w->usage, w->verb ? w->verb->usage : 0, w->noun ? w->noun->usage : 0);
    if (w->parts.count) w->usage = usage_inherit(w->usage, 0, w->parts.items[w->parts.count - 1]->usage);
}

/* What a base form lends is filled before the base forms are looked up: the base form may be the word itself. */
static const struct word *learn(struct vocabulary *v, struct text form, struct text_key key, uint64_t mark) {
    struct word *word = add_word(v, form, key, mark);
    struct lexeme found;
    if (!word) return NULL;
    lexicon_find(v->lexicon, form, word->hash, &found);
    fill_from_lexicon(word, &found);
    word->known = v->rules ? symbols_find_hashed(&v->rules->symbols, form, word->hash) : 0;
    bool complete = fill_bases(v, word, &found) && fill_parts(v, word);
    if (complete && opens_figure(word)) word->bits |= OPENS_FIGURE;
    fill_usage(word);
    fill_from_rules(v, word);
    return complete && fill_poles(v, word, &found) ? word : NULL;
}

const struct word *vocabulary_word(struct vocabulary *v, struct text form, struct text_key key) {
    uint64_t mark = mark_of(form, key);
    for (size_t at = home_of(v, mark); v->slots[at].word; at = (at + 1) & (v->slot_count - 1)) {
        const struct slot *slot = &v->slots[at];
        if (slot->mark != mark || slot->key.head != key.head || slot->key.tail != key.tail) continue;
        if (form.length <= sizeof key || text_equal(slot->word->text, form)) return slot->word;
    }
    return learn(v, form, key, mark);
}

void vocabulary_expect(const struct vocabulary *v, struct text form, struct text_key key) {
    __builtin_prefetch(&v->slots[home_of(v, mark_of(form, key))]);
}

const struct word *vocabulary_find(struct vocabulary *v, struct text form) {
    return vocabulary_word(v, form, text_key(form));
}

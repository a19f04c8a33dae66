/* Reads WordNet's data, index, exception and count files; see wndb(5WN), senseidx(5WN), cntlist(5WN). */
#include <stdio.h>
#include <string.h>

#include "lexicon/build.h"

static const char *const file_names[CLASS_COUNT] = {"noun", "verb", "adj", "adv"};

static uint32_t class_of_letter(char c) {
    return c == 'n' ? 0 : c == 'v' ? 1 : c == 'r' ? 3 : 2;
}

struct word_entry *wordnet_word(struct wordnet *w, symbol s) {
    return s ? &w->words.items[s - 1] : NULL;
}

struct word_entry *wordnet_intern(struct wordnet *w, struct text t, symbol *out) {
    symbol s = symbols_intern(&w->symbols, t);
    if (s > w->words.count) list_add(&w->arena, &w->words);
    if (out) *out = s;
    return w->arena.failed ? NULL : wordnet_word(w, s);
}

struct synset *wordnet_synset(struct wordnet *w, uint32_t class, uint32_t offset) {
    uint32_t low = w->class_start[class], high = w->class_start[class + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (w->synsets.items[middle].offset < offset) low = middle + 1;
        else high = middle;
    }
    bool found = low < w->class_start[class + 1] && w->synsets.items[low].offset == offset;
    return found ? &w->synsets.items[low] : NULL;
}

void wordnet_add_form(struct wordnet *w, symbol form, struct form f) {
    struct word_entry *entry = wordnet_word(w, form);
    struct form *added = entry ? list_add(&w->arena, &entry->forms) : NULL;
    if (added) *added = f;
}

bool sense_frequent(const struct sense *s) {
    return s->number <= 3 || s->count > 0;
}

/* The spelling with spaces and without an adjective's place mark; 0 for a name. */
static symbol intern_lemma(struct wordnet *w, struct text t) {
    char spelled[256];
    size_t length = 0;
    bool letter = false;
    for (; length < t.length && length < sizeof spelled && t.bytes[length] != '('; length++) {
        char c = t.bytes[length];
        if (c >= 'A' && c <= 'Z') return 0;
        letter |= c >= 'a' && c <= 'z';
        spelled[length] = c == '_' ? ' ' : c;
    }
    symbol s = 0;
    if (letter) wordnet_intern(w, (struct text){spelled, length}, &s);
    return s;
}

static void read_pointer(struct wordnet *w, struct synset *s, struct text *line) {
    struct text kind = next_field(line), offset = next_field(line), class = next_field(line);
    struct text words = next_field(line);
    if (!kind.length || !class.length || !memchr("!@&+", kind.bytes[0], 4)) return;
    struct pointer *p = list_add(&w->arena, &s->pointers);
    if (!p) return;
    *p = (struct pointer){.kind = kind.bytes[0],
                          .offset = parse_number(offset, 10),
                          .class = class_of_letter(class.bytes[0]),
                          .source = parse_number(text_slice(words, 0, 2), 16),
                          .target = parse_number(text_slice(words, 2, 4), 16)};
}

static void read_synset(struct wordnet *w, uint32_t class, struct text line) {
    struct synset *s = list_add(&w->arena, &w->synsets);
    if (!s) return;
    s->class = class;
    s->offset = parse_number(next_field(&line), 10);
    s->file = parse_number(next_field(&line), 10);
    s->satellite = text_equal(next_field(&line), TEXT("s"));
    for (uint32_t words = parse_number(next_field(&line), 16); words; words--) {
        symbol word = intern_lemma(w, next_field(&line));
        next_field(&line);
        symbol *slot = list_add(&w->arena, &s->words);
        if (slot) *slot = word;
    }
    for (uint32_t pointers = parse_number(next_field(&line), 10); pointers; pointers--) read_pointer(w, s, &line);
}

static void read_data(struct wordnet *w, uint32_t class, struct text rest) {
    w->class_start[class] = (uint32_t)w->synsets.count;
    for (struct text line; next_line(&rest, &line);)
        if (line.length && line.bytes[0] != ' ') read_synset(w, class, line);
    w->class_start[class + 1] = (uint32_t)w->synsets.count;
}

static bool synset_has(const struct synset *s, symbol word) {
    for (size_t i = 0; i < s->words.count; i++)
        if (s->words.items[i] == word) return true;
    return false;
}

/* The index folds case: a sense belongs to the word only if its synset spells it without capitals. */
static void read_senses(struct wordnet *w, uint32_t class, struct text line) {
    char spelled[256];
    struct text lemma = next_field(&line);
    if (lemma.length > sizeof spelled) return;
    for (size_t i = 0; i < lemma.length; i++) spelled[i] = lemma.bytes[i] == '_' ? ' ' : lemma.bytes[i];
    symbol s = symbols_find(&w->symbols, (struct text){spelled, lemma.length});
    if (!s) return;
    next_field(&line);
    uint32_t senses = parse_number(next_field(&line), 10);
    for (uint32_t pointers = parse_number(next_field(&line), 10); pointers; pointers--) next_field(&line);
    next_field(&line);
    next_field(&line);
    for (uint32_t number = 1; number <= senses; number++) {
        struct synset *synset = wordnet_synset(w, class, parse_number(next_field(&line), 10));
        struct reading *reading = &wordnet_word(w, s)->readings[class];
        if (!synset || !synset_has(synset, s)) continue;
        struct sense *sense = list_add(&w->arena, &reading->senses);
        if (sense) *sense = (struct sense){.synset = (uint32_t)(synset - w->synsets.items), .number = number};
        reading->present = true;
    }
}

static void read_index(struct wordnet *w, uint32_t class, struct text rest) {
    for (struct text line; next_line(&rest, &line);)
        if (line.length && line.bytes[0] != ' ') read_senses(w, class, line);
}

/* "lemma%type:file:id:head:id number count" */
static void read_count(struct wordnet *w, struct text line) {
    static const uint32_t class_of_type[] = {0, 0, 1, 2, 3, 2};
    char spelled[256];
    struct text key = next_field(&line);
    uint32_t number = parse_number(next_field(&line), 10), count = parse_number(next_field(&line), 10);
    size_t length = 0;
    for (; length < key.length && length < sizeof spelled && key.bytes[length] != '%'; length++)
        spelled[length] = key.bytes[length] == '_' ? ' ' : key.bytes[length];
    struct text type = text_slice(key, length + 1, length + 2);
    symbol s = symbols_find(&w->symbols, (struct text){spelled, length});
    if (!s || !type.length || type.bytes[0] < '1' || type.bytes[0] > '5') return;
    struct reading *reading = &wordnet_word(w, s)->readings[class_of_type[type.bytes[0] - '0']];
    for (size_t i = 0; i < reading->senses.count; i++)
        if (reading->senses.items[i].number == number) {
            reading->senses.items[i].count += count;
            reading->count += count;
        }
}

static void read_counts(struct wordnet *w, struct text rest) {
    for (struct text line; next_line(&rest, &line);) read_count(w, line);
}

static void read_exceptions(struct wordnet *w, uint32_t class, struct text rest) {
    for (struct text line; next_line(&rest, &line);) {
        symbol form = intern_lemma(w, next_field(&line));
        for (struct text base; form && (base = next_field(&line)).length;) {
            symbol s = intern_lemma(w, base);
            if (s && wordnet_word(w, s)->readings[class].present)
                wordnet_add_form(w, form, (struct form){.class = class, .base = s});
        }
    }
}

/* A noun of several words that tagged texts never use would only cost room; phrasal verbs stay. Single letters are
 * units, notes and grades. */
static void choose_words(struct wordnet *w) {
    for (size_t i = 0; i < w->words.count; i++) {
        struct word_entry *entry = &w->words.items[i];
        struct text t = symbols_text(&w->symbols, (symbol)i + 1);
        bool several = memchr(t.bytes, ' ', t.length) != NULL;
        for (size_t class = 0; class < CLASS_COUNT; class++) {
            struct reading *reading = &entry->readings[class];
            if ((several && class != 1 && !reading->count) || t.length == 1) reading->present = false;
            entry->kept |= reading->present;
        }
        entry->kept |= entry->forms.count > 0;
    }
}

typedef void (*read_function)(struct wordnet *w, uint32_t class, struct text rest);

static bool read_all(struct wordnet *w, const char *folder, const char *pattern, read_function read) {
    bool good = true;
    for (uint32_t class = 0; good && class < CLASS_COUNT; class++) {
        char name[32];
        struct buffer file = {0};
        snprintf(name, sizeof name, pattern, file_names[class]);
        good = read_file(folder, name, &file);
        if (good) read(w, class, buffer_view(&file));
        buffer_release(&file);
    }
    return good && !w->arena.failed;
}

bool wordnet_read(struct wordnet *w, const char *folder) {
    struct buffer counts = {0};
    bool good = read_all(w, folder, "data.%s", read_data) && read_all(w, folder, "index.%s", read_index) &&
                read_file(folder, "cntlist.rev", &counts);
    if (good) {
        read_counts(w, buffer_view(&counts));
        good = read_all(w, folder, "%s.exc", read_exceptions);
    }
    if (good) choose_words(w);
    buffer_release(&counts);
    return good;
}

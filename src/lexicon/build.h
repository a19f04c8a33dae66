/* What the build-time program keeps of WordNet while it makes the table. */
#ifndef BELIE_LEXICON_BUILD_H
#define BELIE_LEXICON_BUILD_H

#include "base/symbol.h"
#include "lexicon/table.h"

struct sense {
    uint32_t synset, number, count;
};

/* One spelling in one class. */
struct reading {
    LIST(struct sense) senses;
    uint32_t count; /* of all senses in tagged text */
    bool present;
};

struct form {
    uint32_t class;
    symbol base;
    uint8_t verb_forms;
};

struct antonym {
    uint32_t class;
    symbol word;
};

struct word_entry {
    struct reading readings[CLASS_COUNT];
    LIST(struct form) forms;
    LIST(struct antonym) antonyms;
    symbol verb_of;
    uint8_t flags, likely, verb_forms;
    bool kept;
    bool apart; /* no opposite of the word it has a prefix on: "invaluable" */
    uint32_t number; /* in the table */
};

struct pointer {
    char kind; /* first character of WordNet's symbol: ! antonym, @ hypernym, & similar, + derivation */
    uint32_t class, offset;
    uint32_t source, target; /* words of the two synsets, from 1; 0 for the whole synset */
};

struct synset {
    uint32_t class, offset;
    uint32_t file; /* WordNet's lexicographer file */
    bool satellite;
    bool persons; /* a person, or a group that consists of persons */
    LIST(symbol) words; /* 0 for a name */
    LIST(struct pointer) pointers;
};

struct wordnet {
    struct arena arena;
    struct symbols symbols;
    LIST(struct word_entry) words; /* item s - 1 belongs to symbol s */
    LIST(struct synset) synsets;   /* class by class, by offset */
    uint32_t class_start[CLASS_COUNT + 1];
};

/* Each returns false and prints what is wrong. */
bool wordnet_read(struct wordnet *w, const char *folder);
bool supplement_read(struct wordnet *w, const char *path);
bool read_file(const char *folder, const char *name, struct buffer *out);

struct word_entry *wordnet_word(struct wordnet *w, symbol s);
struct word_entry *wordnet_intern(struct wordnet *w, struct text t, symbol *out);
struct synset *wordnet_synset(struct wordnet *w, uint32_t class, uint32_t offset);
void wordnet_add_form(struct wordnet *w, symbol form, struct form f);

/* Is the sense common enough to be believed: among the first three, or met in tagged text? */
bool sense_frequent(const struct sense *s);

void relate_antonyms(struct wordnet *w, uint32_t class, symbol a, symbol b);
void relate(struct wordnet *w); /* antonyms, verbs of nouns, persons */
void table_write(struct wordnet *w, struct buffer *out);
void forms_write(struct wordnet *w, struct buffer *out); /* adds all word forms to the table of the entries */
bool places_write(const char *folder, struct buffer *out); /* false when memory is short or a file is not there */

/* Cuts the next white-space separated field from *line. */
struct text next_field(struct text *line);
/* Cuts the next line from *rest; false at the end. */
bool next_line(struct text *rest, struct text *line);
uint32_t parse_number(struct text t, uint32_t radix);
void put_number(struct buffer *b, uint32_t value, size_t bytes); /* the low byte first */

#endif

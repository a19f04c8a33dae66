/* The layout of the lexicon's table: what build.c writes and lexicon.c reads. All numbers are little-endian and may
 * stand at any address. Offsets in the header count from its first byte. */
#ifndef BELIE_LEXICON_TABLE_H
#define BELIE_LEXICON_TABLE_H

#include "lexicon/lexicon.h"

#define TABLE_MAGIC "belielx1"

struct lexicon {
    unsigned char magic[8];
    unsigned char slot_count[4]; /* a power of two */
    unsigned char slots[4];      /* number of an entry + 1 in 20 bits, 12 bits of its hash above; 0 is free */
    unsigned char entries[4];
    unsigned char facts[4];
    unsigned char synsets[4];    /* synset n has the hypernyms numbered from synsets[n] to synsets[n + 1] */
    unsigned char hypernyms[4];  /* numbers of synsets */
    unsigned char strings[4];
    unsigned char form_slot_count[4]; /* a power of two */
    unsigned char form_slots[4]; /* offset of a form + 1 in 23 bits, 9 bits of its hash above; 0 is free */
    unsigned char forms[4];
    unsigned char form_kinds[4];
};

enum { CLASS_COUNT = 4 }; /* class number i stands for enum word_class 1 << i */

/* One word form that is written out: a base form, or an irregular or marked one. */
struct table_entry {
    unsigned char text[3]; /* offset in the strings */
    unsigned char length;
    unsigned char classes; /* it is a base form in these */
    unsigned char flags;   /* enum entry_flag */
    unsigned char likely;  /* word_class that overrides the counts, 0 for none */
    unsigned char fact_count;
    unsigned char counts[CLASS_COUNT][2];
    unsigned char facts[4]; /* number of the first one */
};

/* What many word forms have in common. */
struct table_kind {
    unsigned char classes, likely, verb_forms; /* as in struct lexeme */
    unsigned char flags;                       /* enum kind_flag */
    unsigned char bases[6]; /* as noun, verb, adjective, then the poles of struct lexeme: enum kind_base, or more */
    unsigned char noun_kinds, grammar;
    unsigned char usage[4], traits[4], figure[2];
};

enum kind_flag { KIND_PLURAL = 1, KIND_POLES = 2 };

enum kind_base { BASE_NONE, BASE_ITSELF, BASE_OTHER };

/* Any word form without a space that is known in some way. Behind it stand its text and, three bytes each, the offsets
 * of the forms that are its further bases. */
struct table_form {
    unsigned char kind[2];
    unsigned char length;
};

/* The bits above ENTRY_LIMITED say in which classes a limited form may stand, whatever the suffix rules find. */
enum entry_flag { ENTRY_PERSON = 1, ENTRY_PLURAL = 2, ENTRY_LIMITED = 4, ENTRY_CLASS_SHIFT = 4 };

/* A fact is 4 bits of kind above 28 bits of detail. The four kinds of a group are one for each class. */
enum fact_kind {
    FACT_SENSE = 0,   /* detail: synset, SENSE_STRONG for one that is common among the senses of the word */
    FACT_FORM = 4,    /* detail: entry of the base form, enum verb_form from bit FORM_SHIFT up */
    FACT_ANTONYM = 8, /* detail: entry */
    FACT_VERB_OF = 12 /* detail: entry */
};

enum {
    FACT_SHIFT = 28,
    ENTRY_BITS = 20,
    ENTRY_MASK = (1 << ENTRY_BITS) - 1,
    FORM_BITS = 23,
    FORM_MASK = (1 << FORM_BITS) - 1,
    FORM_BASE_BYTES = 3,
    FORM_SHIFT = ENTRY_BITS,
    SENSE_STRONG = 1 << ENTRY_BITS
};

#endif

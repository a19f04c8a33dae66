/* The layout of the table of places: what build_place.c writes and place.c reads. Little-endian; offsets count from its
 * first byte. */
#ifndef BELIE_LEXICON_PLACE_TABLE_H
#define BELIE_LEXICON_PLACE_TABLE_H

struct place_table {
    unsigned char name_count[4];
    unsigned char names[4];   /* by bytes: offset in the strings, length, place */
    unsigned char starts[4];  /* place n lies in the wholes from starts[n] to starts[n + 1]; its kind is in the bits above */
    unsigned char wholes[4];  /* places */
    unsigned char strings[4]; /* lower case */
};

enum { PLACE_NAME_BYTES = 12, PLACE_KIND_SHIFT = 24, PLACE_START_MASK = (1 << PLACE_KIND_SHIFT) - 1 };

enum place_kind { PLACE_BOUNDED = 1, PLACE_CONTINENT = 2, PLACE_WIDE = 4 };

#endif

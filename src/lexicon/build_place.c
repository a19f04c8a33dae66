/* Makes the table of places from WordNet's nouns: the names of locations, and what each is part of. */
#include <stdlib.h>
#include <string.h>

#include "lexicon/build.h"
#include "lexicon/place_table.h"

enum { FILE_OBJECT = 17, FILE_LOCATION = 15, MOST_NAME = 60 }; /* lexnames(5WN) */

struct place {
    uint32_t offset;
    uint8_t kind; /* enum place_kind */
    LIST(uint32_t) wholes; /* offsets */
};

struct name {
    struct text text;
    uint32_t place;
};

struct places {
    struct arena arena;
    LIST(struct place) items; /* by offset */
    LIST(struct name) names;
};

static struct text spelled(struct arena *a, struct text field) {
    char form[MOST_NAME];
    for (size_t i = 0; i < field.length; i++) form[i] = field.bytes[i] == '_' ? ' ' : ascii_lower(field.bytes[i]);
    return arena_text(a, (struct text){form, field.length});
}

static bool is_capital(struct text field) {
    return field.length && field.length <= MOST_NAME && field.bytes[0] >= 'A' && field.bytes[0] <= 'Z';
}

/* What the synset that stands at `offset` of the file is called first. */
static struct text first_word(struct text file, uint32_t offset) {
    struct text line, rest = text_slice(file, offset, file.length);
    next_line(&rest, &line);
    for (int skipped = 0; skipped < 4; skipped++) next_field(&line);
    return next_field(&line);
}

/* A town or a state has its bounds; where a range, an island or a region ends and what it is part of, WordNet tells of some. */
static uint8_t kind_of(struct text word) {
    static const char *const bounded[] = {"city", "town", "capital", "country", "state", "province", "county", "village",
                                          "borough", "suburb", "port", "port_of_entry", "colony", "Colony", "kingdom",
                                          "principality", "Republic"};
    static const char *const wide[] = {"geographical_area", "region", "archipelago"};
    if (text_equal(word, TEXT("continent"))) return PLACE_CONTINENT | PLACE_WIDE;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (text_equal(word, text_of(wide[i]))) return PLACE_WIDE;
    for (size_t i = 0; i < sizeof bounded / sizeof *bounded; i++)
        if (text_ends(word, text_of(bounded[i]))) return PLACE_BOUNDED;
    return 0;
}

static void read_pointers(struct places *p, struct text file, struct place *place, struct text line) {
    for (uint32_t left = parse_number(next_field(&line), 10); left; left--) {
        struct text kind = next_field(&line);
        uint32_t offset = parse_number(next_field(&line), 10);
        next_field(&line);
        next_field(&line);
        if (text_equal(kind, TEXT("@i"))) place->kind |= kind_of(first_word(file, offset));
        uint32_t *whole = text_equal(kind, TEXT("#p")) ? list_add(&p->arena, &place->wholes) : NULL;
        if (whole) *whole = offset;
    }
}

/* A line of data.noun; see wndb(5WN). */
static void read_place(struct places *p, struct text nouns, struct text line) {
    uint32_t offset = parse_number(next_field(&line), 10), file = parse_number(next_field(&line), 10);
    next_field(&line);
    if (file != FILE_LOCATION && file != FILE_OBJECT) return;
    size_t before = p->names.count;
    for (uint32_t words = parse_number(next_field(&line), 16); words; words--) {
        struct text field = next_field(&line);
        next_field(&line);
        struct name *name = is_capital(field) ? list_add(&p->arena, &p->names) : NULL;
        if (name) *name = (struct name){spelled(&p->arena, field), (uint32_t)p->items.count};
    }
    struct place *place = p->names.count > before ? list_add(&p->arena, &p->items) : NULL;
    if (!place) return;
    *place = (struct place){.offset = offset};
    read_pointers(p, nouns, place, line);
    if (text_equal(p->names.items[before].text, TEXT("eurasia"))) place->kind = PLACE_WIDE; /* what lies there may lie in Asia */
}

static int by_text(const void *left, const void *right) {
    const struct name *x = left, *y = right;
    int order = text_compare(x->text, y->text);
    return order ? order : (x->place > y->place) - (x->place < y->place);
}

static void put(struct buffer *b, uint32_t value, size_t bytes) {
    for (; bytes; bytes--, value >>= 8) buffer_char(b, (char)(value & 0xff));
}

static const struct place *place_at(const struct places *p, uint32_t offset) {
    for (size_t low = 0, high = p->items.count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (p->items.items[middle].offset == offset) return &p->items.items[middle];
        if (p->items.items[middle].offset < offset) low = middle + 1;
        else high = middle;
    }
    return NULL;
}

static void put_places(const struct places *p, struct buffer *starts, struct buffer *wholes) {
    uint32_t count = 0;
    for (size_t i = 0; i < p->items.count; i++) {
        put(starts, (uint32_t)p->items.items[i].kind << PLACE_KIND_SHIFT | count, 4);
        for (size_t k = 0; k < p->items.items[i].wholes.count; k++) {
            const struct place *whole = place_at(p, p->items.items[i].wholes.items[k]);
            if (whole) put(wholes, (uint32_t)(whole - p->items.items), 4), count++;
        }
    }
    put(starts, count, 4);
}

static void put_names(const struct places *p, struct buffer *rows, struct buffer *strings) {
    for (size_t i = 0; i < p->names.count; i++) {
        const struct name *n = &p->names.items[i];
        put(rows, (uint32_t)strings->length, 4);
        put(rows, (uint32_t)n->text.length, 4);
        put(rows, n->place, 4);
        buffer_text(strings, n->text);
    }
}

static bool write_places(const struct places *p, struct buffer *out) {
    struct buffer parts[4] = {{0}};
    put_names(p, &parts[0], &parts[3]);
    put_places(p, &parts[1], &parts[2]);
    put(out, (uint32_t)p->names.count, 4);
    uint32_t at = sizeof(struct place_table);
    for (size_t i = 0; i < 4; i++) put(out, at, 4), at += (uint32_t)parts[i].length;
    bool good = true;
    for (size_t i = 0; i < 4; i++) {
        buffer_text(out, buffer_view(&parts[i]));
        good &= !parts[i].failed;
        buffer_release(&parts[i]);
    }
    return good && !out->failed;
}

bool places_write(const char *folder, struct buffer *out) {
    struct places p = {0};
    struct buffer file = {0};
    bool good = read_file(folder, "data.noun", &file);
    if (good) {
        struct text rest = buffer_view(&file);
        for (struct text line; next_line(&rest, &line);)
            if (line.length && line.bytes[0] != ' ') read_place(&p, buffer_view(&file), line);
        if (p.names.count) qsort(p.names.items, p.names.count, sizeof *p.names.items, by_text);
        good = !p.arena.failed && write_places(&p, out);
    }
    buffer_release(&file);
    arena_release(&p.arena);
    return good;
}

/* Makes the lexicon's tables, of words and of places, from the WordNet database, and the assembly that takes each into
 * the program: build FOLDER SUPPLEMENT WORDS ASSEMBLY PLACES ASSEMBLY. */
#include <stdio.h>

#include "lexicon/build.h"

#include "base/embed.h"

bool read_file(const char *folder, const char *name, struct buffer *out) {
    char path[4096], block[65536];
    snprintf(path, sizeof path, "%s%s%s", folder, *folder ? "/" : "", name);
    FILE *file = fopen(path, "rb");
    if (!file) return fprintf(stderr, "cannot open %s\n", path), false;
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;) buffer_append(out, block, n);
    bool good = !ferror(file) && !out->failed;
    fclose(file);
    if (!good) fprintf(stderr, "cannot read %s\n", path);
    return good;
}

bool next_line(struct text *rest, struct text *line) {
    if (!rest->length) return false;
    size_t end = 0;
    while (end < rest->length && rest->bytes[end] != '\n') end++;
    *line = text_slice(*rest, 0, end);
    *rest = text_slice(*rest, end + 1, rest->length);
    return true;
}

struct text next_field(struct text *line) {
    size_t start = 0;
    while (start < line->length && line->bytes[start] == ' ') start++;
    size_t end = start;
    while (end < line->length && line->bytes[end] != ' ') end++;
    struct text field = text_slice(*line, start, end);
    *line = text_slice(*line, end, line->length);
    return field;
}

uint32_t parse_number(struct text t, uint32_t radix) {
    uint32_t value = 0;
    for (size_t i = 0; i < t.length; i++) {
        char c = t.bytes[i];
        value = value * radix + (uint32_t)(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return value;
}

static bool make_words(const char *folder, const char *supplement, struct buffer *out) {
    struct wordnet w = {0};
    bool good = wordnet_read(&w, folder) && supplement_read(&w, supplement);
    if (good) {
        relate(&w);
        table_write(&w, out);
        good = !w.arena.failed && !out->failed;
        if (!good) fprintf(stderr, "cannot make the table: memory is short, or a word has too many relations\n");
    }
    symbols_release(&w.symbols);
    arena_release(&w.arena);
    return good;
}

static bool embed(const char *name, const struct buffer *table, const char *path, const char *assembly) {
    return embed_save(path, table) && embed_assembly(assembly, name, path);
}

int main(int count, char **arguments) {
    if (count != 7)
        return fprintf(stderr, "usage: %s FOLDER SUPPLEMENT WORDS ASSEMBLY PLACES ASSEMBLY\n", arguments[0]), 2;
    struct buffer words = {0}, places = {0};
    bool good = make_words(arguments[1], arguments[2], &words) && places_write(arguments[1], &places) &&
                embed("lexicon_table", &words, arguments[3], arguments[4]) &&
                embed("place_table", &places, arguments[5], arguments[6]);
    buffer_release(&words);
    buffer_release(&places);
    return good ? 0 : 1;
}

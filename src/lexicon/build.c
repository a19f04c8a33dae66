/* Makes the lexicon's table from the WordNet database, and the assembly that takes the table into the program:
 * build FOLDER TABLE SUPPLEMENT [ASSEMBLY]. */
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

int main(int count, char **arguments) {
    if (count < 4 || count > 5)
        return fprintf(stderr, "usage: %s FOLDER TABLE SUPPLEMENT [ASSEMBLY]\n", arguments[0]), 2;
    struct wordnet w = {0};
    struct buffer table = {0};
    bool good = wordnet_read(&w, arguments[1]) && supplement_read(&w, arguments[3]);
    if (good) {
        relate(&w);
        table_write(&w, &table);
        good = !w.arena.failed && !table.failed;
        if (!good) fprintf(stderr, "cannot make the table: memory is short, or a word has too many relations\n");
        good = good && embed_save(arguments[2], &table);
    }
    if (good && count == 5) good = embed_assembly(arguments[4], "lexicon_table", arguments[2]);
    buffer_release(&table);
    symbols_release(&w.symbols);
    arena_release(&w.arena);
    return good ? 0 : 1;
}

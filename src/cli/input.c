#include "cli/input.h"

#include "cli/options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool grow(struct bytes *b) {
    size_t capacity = b->capacity ? b->capacity * 2 : 65536;
    char *items = realloc(b->items, capacity);
    if (!items) return false;
    b->items = items;
    b->capacity = capacity;
    return true;
}

static bool read_all(FILE *file, struct bytes *out) {
    for (;;) {
        if (out->count == out->capacity && !grow(out)) return false;
        size_t n = fread(out->items + out->count, 1, out->capacity - out->count, file);
        out->count += n;
        if (n == 0) return !ferror(file);
    }
}

bool input_read(const char *path, struct bytes *out) {
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");
    bool ok = file && read_all(file, out);
    if (!ok) complain("%s: cannot read: %s", path, strerror(errno));
    if (file && !standard) fclose(file);
    return ok;
}

const char *input_name(const char *path) {
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

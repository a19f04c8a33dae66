#include "base/embed.h"

#include <stdio.h>

bool embed_save(const char *path, const struct buffer *b) {
    FILE *file = fopen(path, "wb");
    bool good = file && !b->failed && fwrite(b->bytes, 1, b->length, file) == b->length;
    if (file && fclose(file) != 0) good = false;
    if (!good) fprintf(stderr, "cannot write %s\n", path);
    return good;
}

/* C17 has no way to embed a file; every assembler has. */
bool embed_assembly(const char *path, const char *name, const char *table) {
    struct buffer b = {0};
    buffer_format(&b, "    .section .rodata\n    .globl %s\n    .hidden %s\n", name, name);
    buffer_format(&b, "    .type %s, %%object\n    .balign 64\n%s:\n    .incbin \"%s\"\n", name, name, table);
    buffer_format(&b, "    .size %s, . - %s\n    .section .note.GNU-stack,\"\",%%progbits\n", name, name);
    bool good = embed_save(path, &b);
    buffer_release(&b);
    return good;
}

#include "report/formats.h"

#include <string.h>

static const struct format formats[] = {
    {"text", "for people", text_findings, text_claims},
    {"json", "one JSON object, for programs", json_findings, NULL},
    {"jsonl", "one JSON object a line, its key first, for sort and belie compare", NULL, lines_claims},
};

enum { FORMATS = sizeof formats / sizeof *formats };

const struct format *format_at(size_t index) {
    return index < FORMATS ? &formats[index] : NULL;
}

const struct format *format_find(const char *name) {
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(formats[i].name, name) == 0) return &formats[i];
    return NULL;
}

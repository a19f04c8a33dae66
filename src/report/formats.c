#include "report/formats.h"

#include <string.h>

#define FORMAT_ROW(of, name, about, writer) {of, name, about, writer},
static const struct format formats[] = {FORMATS(FORMAT_ROW)};

enum { COUNT = sizeof formats / sizeof *formats };

const struct format *format_at(enum format_of of, size_t index) {
    for (size_t i = 0; i < COUNT; i++)
        if (formats[i].of == of && index-- == 0) return &formats[i];
    return NULL;
}

const struct format *format_find(enum format_of of, const char *name) {
    for (size_t i = 0; i < COUNT; i++)
        if (formats[i].of == of && strcmp(formats[i].name, name) == 0) return &formats[i];
    return NULL;
}

/* Reads a literal into blocks, and holds what every reader promises against every block. */
#ifndef DOCUMENT_HELPER_H
#define DOCUMENT_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "document/document.h"

struct reading {
    struct arena arena;
    struct document document;
    struct belie_error error;
    bool read;
};

/* A text byte is its source byte, or the source has an escape, an entity, a tag or a line end there. */
static inline void assert_mapped(const struct document *d) {
    for (size_t i = 0; i < d->blocks.count; i++) {
        const struct block *b = &d->blocks.items[i];
        assert_true(b->text.length > 0 && b->runs.count > 0);
        assert_int_equal(b->runs.items[0].text, 0);
        char decoded = 0;
        for (uint32_t at = 0; at < b->text.length; at++) {
            uint32_t source = block_source(b, at);
            assert_true(source < d->source.length);
            bool same = d->source.bytes[source] == b->text.bytes[at];
            bool inside = decoded && ((unsigned char)b->text.bytes[at] & 0xC0) == 0x80;
            if (!same && !inside) assert_non_null(strchr("\\&<' \t\r\n", d->source.bytes[source]));
            decoded = !same;
        }
    }
}

static inline struct reading read_bytes(const char *path, struct text source) {
    struct reading r = {0};
    r.read = document_read(&r.arena, text_of(path), source, FORMAT_BY_NAME, &r.document, &r.error);
    if (r.read) assert_mapped(&r.document);
    return r;
}

/* `expected` has a line "kind: text" for each block. */
static inline void assert_blocks(const char *path, const char *source, const char *expected) {
    struct reading r = read_bytes(path, text_of(source));
    struct buffer found = {0};
    assert_true(r.read);
    for (size_t i = 0; i < r.document.blocks.count; i++) {
        const struct block *b = &r.document.blocks.items[i];
        buffer_format(&found, "%s: %.*s\n", block_kind_name(b->kind), TEXT_ARGS(b->text));
    }
    assert_string_equal(found.bytes ? found.bytes : "", expected);
    buffer_release(&found);
    arena_release(&r.arena);
}

/* The first place of `part` in a block's text stands where `part` stands in the source. */
static inline void assert_place(const struct document *d, const char *part, size_t source) {
    for (size_t i = 0; i < d->blocks.count; i++) {
        struct text t = d->blocks.items[i].text;
        const char *at = memmem(t.bytes, t.length, part, strlen(part));
        if (!at) continue;
        assert_int_equal(block_source(&d->blocks.items[i], (uint32_t)(at - t.bytes)), source);
        return;
    }
    fail_msg("no block holds \"%s\"", part);
}

static inline size_t find(const char *source, const char *part) {
    const char *at = strstr(source, part);
    assert_non_null(at);
    return (size_t)(at - source);
}

#endif

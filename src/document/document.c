#include "document/document.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "document/reader.h"

#include <string.h>

const char *block_kind_name(enum block_kind kind) {
    static const char *const names[] = {
        [BLOCK_HEADLINE] = "headline",   [BLOCK_SUMMARY] = "summary",     [BLOCK_HEADING] = "heading",
        [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_LIST_ITEM] = "list-item", [BLOCK_CAPTION] = "caption",
        [BLOCK_QUESTION] = "question",   [BLOCK_QUOTATION] = "quotation",
    };
    _Static_assert(sizeof names / sizeof *names == BLOCK_KINDS, "a kind has no name");
    return kind < BLOCK_KINDS ? names[kind] : "unknown";
}

/* UTF-16 and archives show by their NUL bytes, images and the like by not being UTF-8. */
static bool check_source(struct text path, struct text source, struct belie_error *e) {
    if (source.length > LIMIT_DOCUMENT_BYTES)
        return error_set(e, BELIE_BAD_TEXT, path, "larger than %d MiB, not read", LIMIT_DOCUMENT_BYTES >> 20);
    const char *nul = source.length ? memchr(source.bytes, 0, source.length) : NULL;
    if (nul) {
        error_set(e, BELIE_BAD_TEXT, path, "holds a NUL byte, so it is not text; not read");
        error_place(e, source, (size_t)(nul - source.bytes));
        return false;
    }
    size_t valid = utf8_check(source);
    if (valid == source.length) return true;
    error_set(e, BELIE_BAD_TEXT, path, "byte 0x%02x is not UTF-8, the file was not read",
              (unsigned char)source.bytes[valid]);
    error_place(e, source, valid);
    return false;
}

/* ASCII only: file names are bytes, and the locale has no say in them. */
static bool ends_in(struct text path, const char *ending) {
    size_t length = strlen(ending);
    if (path.length < length) return false;
    for (size_t i = 0; i < length; i++) {
        char c = path.bytes[path.length - length + i];
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (c != ending[i]) return false;
    }
    return true;
}

static enum document_format format_of(struct text path, enum document_format asked) {
    if (asked != FORMAT_BY_NAME) return asked;
    return ends_in(path, ".md") || ends_in(path, ".markdown") ? FORMAT_MARKDOWN : FORMAT_TEXT;
}

static size_t skip_byte_order_mark(struct text source) {
    return text_starts(source, TEXT("\xEF\xBB\xBF")) ? 3 : 0;
}

/* The headline gives the title where the front matter does not. */
static void set_title(struct document *d) {
    for (size_t i = 0; i < d->blocks.count && !d->title.length; i++)
        if (d->blocks.items[i].kind == BLOCK_HEADLINE) d->title = d->blocks.items[i].text;
}

bool document_read(struct arena *a, struct text path, struct text source, enum document_format format,
                   struct document *out, struct belie_error *e) {
    *out = (struct document){.path = arena_text(a, path), .source = source, .published = NO_DATE};
    if (!check_source(path, source, e)) return false;
    struct reader r = {.arena = a, .document = out, .error = e, .body = skip_byte_order_mark(source)};
    if (!front_matter_read(&r)) return false;
    bool read = format_of(path, format) == FORMAT_MARKDOWN ? markdown_read(&r) : text_read(&r);
    set_title(out);
    if (a->failed) return error_no_memory(e);
    return read;
}

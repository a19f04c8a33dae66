/* Stage 1, bytes → blocks: what kind of text stands where in the file the user gave. */
#ifndef BELIE_DOCUMENT_DOCUMENT_H
#define BELIE_DOCUMENT_DOCUMENT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/span.h"

enum block_kind {
    BLOCK_HEADLINE,
    BLOCK_SUMMARY, /* standfirst, key takeaways */
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_LIST_ITEM,
    BLOCK_CAPTION,
    BLOCK_QUESTION, /* of an interview or FAQ; its answer follows */
    BLOCK_QUOTATION,
    BLOCK_KINDS
};

const char *block_kind_name(enum block_kind kind); /* "headline", "list-item", … */

/* From `text` bytes on (until the next run), text byte t stands at source byte source + (t - text). */
struct run {
    uint32_t text, source;
};

struct block {
    enum block_kind kind;
    struct text text; /* decoded UTF-8; for plain text it is the source itself, not a copy */
    LIST(struct run) runs; /* sorted; the first has text 0 */
};

enum { NO_DATE = INT32_MIN };

enum comment_kind {
    COMMENT_HIDDEN,
    COMMENT_ENDLESS, /* has no "-->" */
    COMMENT_SHOWN    /* looks like one, but Markdown takes it for text */
};

/* "<!-- … -->": what a writer notes for himself, and no reader of the article sees. */
struct comment {
    struct span span; /* of the source, with its marks; of an endless one only the first mark */
    enum comment_kind kind;
};

struct comments { LIST(struct comment) items; };

struct document {
    struct text path;    /* as the user gave it */
    struct text source;  /* the file's bytes, whole */
    struct text uri, title, outlet, author, language; /* empty when not known */
    int32_t published;   /* days since 1970-01-01, or NO_DATE */
    LIST(struct block) blocks;
    struct comments comments; /* of the body, in text order */
};

enum document_format { FORMAT_BY_NAME, FORMAT_TEXT, FORMAT_MARKDOWN };

/* Reads `source` (which must outlive *out) into blocks. Everything in *out lives in `a`.
 * BELIE_BAD_TEXT when source is not UTF-8, holds NUL bytes, or is larger than LIMIT_DOCUMENT_BYTES. */
bool document_read(struct arena *a, struct text path, struct text source, enum document_format format,
                   struct document *out, struct belie_error *e);

/* Reads a whole file (or standard input for "-") into `out`. BELIE_CANNOT_READ with the system's reason. */
bool file_read(struct text path, size_t limit, struct buffer *out, struct belie_error *e);

/* The source offset of byte `at` of a block's text. */
uint32_t block_source(const struct block *b, uint32_t at);

/* "2025-12-03", with or without a time after it, to days since 1970-01-01; NO_DATE when it is none. */
int32_t date_parse(struct text iso);

#endif

/* What the readers of this folder share; nobody else includes it. */
#ifndef BELIE_DOCUMENT_READER_H
#define BELIE_DOCUMENT_READER_H

#include "document/document.h"

/* A document while it is being read. */
struct reader {
    struct arena *arena;
    struct document *document;
    struct belie_error *error;
    size_t body;           /* the first byte after the front matter */
    struct block headline; /* the title of the front matter, where it stands there; no text when there is none */
};

/* block.c: text put together from pieces of the source. */

/* Text that grows piece by piece, with its runs. `bytes` is reused from block to block. */
struct mapped {
    struct reader *reader;
    struct buffer bytes;
    LIST(struct run) runs;
};

void mapped_copy(struct mapped *m, size_t from, size_t to);                        /* source bytes, as they stand */
void mapped_decoded(struct mapped *m, struct text decoded, size_t from, size_t to); /* what source bytes stand for */
void mapped_trim(struct mapped *m); /* without white space at the end */
struct block mapped_finish(struct mapped *m, enum block_kind kind); /* … and m is empty again */
/* The bytes [from, to) of a block, as a block of their own. */
struct block block_part(struct reader *r, const struct block *whole, size_t from, size_t to);
void block_add(struct reader *r, struct block b); /* nothing when its text is empty */
struct block block_slice(struct reader *r, enum block_kind kind, struct span s); /* source bytes, as they stand */

/* comment.c: "<!-- … -->". */

void comments_find(struct reader *r, size_t from, size_t to); /* adds those between two bytes of the source */
void comments_add(struct reader *r, struct span s, enum comment_kind kind);
struct text comments_blank(struct reader *r); /* the source, with spaces for the bytes of its hidden comments */
/* The first hidden comment that ends after byte `at`, or NULL. */
const struct comment *comment_after(const struct reader *r, size_t at);
/* Source bytes without the comments among them. */
void mapped_copy_visible(struct mapped *m, size_t from, size_t to);

/* line.c: what a line of a news text looks like. */

struct text text_trim_wide(struct text t); /* as text_trim, and without no-break, thin and zero-width spaces */
size_t list_marker(struct text line);      /* bytes of "- ", "• ", "1. " and the spaces after it; 0 for none */
size_t bullet_marker(struct text line);    /* the same for the signs that Markdown does not know, "• " */
bool is_boilerplate(struct text line);     /* "Advertisement", "Also Read: …", a bare address */
bool is_caption(struct text line);
bool is_question(struct text line);
bool is_heading(struct text line);
bool is_summary_heading(struct text line);
bool is_site_name(struct text line);       /* short enough to be one, when it stands above the headline */
int32_t dateline(struct text line);        /* the date of a line that says nothing else, or NO_DATE */
bool is_headline(struct text line, size_t words);
bool ends_sentence(struct text line);      /* with ".", "!", "?" or "…", and closing quotation marks after it */
bool same_line(struct text a, struct text b); /* equal but for case, spaces and punctuation */

/* The readers. Each adds its blocks to r->document, from byte r->body on. */
bool front_matter_read(struct reader *r); /* sets r->body; false only for an error */
bool text_read(struct reader *r);
bool markdown_read(struct reader *r);

/* date.c */

/* The first day, month and year of "3 December 2025", "Wed, 03 Dec 2025 10:00", "December 3, 2025"; or NO_DATE. */
int32_t date_parse_words(struct text t);

#endif

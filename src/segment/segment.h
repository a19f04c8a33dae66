/* Stage 2, blocks → sentences of tokens. */
#ifndef BELIE_SEGMENT_SEGMENT_H
#define BELIE_SEGMENT_SEGMENT_H

#include "document/document.h"
#include "segment/vocabulary.h"

enum token_flag {
    TOKEN_CAPITAL = 1,      /* begins with a capital letter */
    TOKEN_UPPER = 2,        /* all letters are capitals, two or more */
    TOKEN_NUMBER = 4,       /* begins with a digit ("27", "28-point", "1.2m", "68-52") */
    TOKEN_PUNCTUATION = 8,
    TOKEN_GLUED = 16,       /* no white space before it */
    TOKEN_OPEN_QUOTE = 32,  /* this token is an opening quotation mark */
    TOKEN_CLOSE_QUOTE = 64, /* … a closing one */
    TOKEN_QUOTED = 128,     /* stands inside a quotation */
    TOKEN_NAME = 256        /* its capital tells nothing here, but elsewhere the document writes it as a name */
};

struct token {
    const struct word *word;
    uint32_t start, end; /* bytes of the document's source */
    uint16_t flags;
    uint8_t quote_depth;
    uint16_t quotation; /* number of the innermost quotation it stands in, or whose mark it is; within the document they
                           grow from 1 in the order of the opening marks, with gaps; 0 for none */
};

enum sentence_flag {
    SENTENCE_QUESTION = 1,   /* ends with a question mark */
    SENTENCE_TITLE_CASE = 2, /* most words are capitalised: capitals say nothing */
    SENTENCE_UPPER_CASE = 4,
    SENTENCE_PARAGRAPH_START = 8
};

struct sentence {
    uint32_t first, count; /* tokens */
    uint32_t block;
    uint32_t flags;
    struct span span; /* bytes of the source */
};

struct segmented {
    const struct document *document;
    LIST(struct token) tokens;
    LIST(struct sentence) sentences;
};

/* Splits every block of `d`. Words are looked up in (and added to) `v`, which must outlive *out. Only memory can fail.
 * Normalised: case, curly quotes and dashes, U+2010/2011 to "-", no-break spaces to spaces. Split off: possessive
 * "'s" and "'" (word "'s"), "n't" (word "not"), "'ll" (will), "'ve" (have), "'re" (are), "cannot" (can, not); "'s" after
 * it, he, who, there, … is the word "is"; "'d" stays "'d". Currency, "%" and "&" are words, not punctuation.
 * Acronyms lose their dots ("U.N." → "un"); "US" and "U.S." are the word "u.s.", never the pronoun. Hyphenated
 * words stay one token (see word.parts). An en or em dash is a token of its own ("—"). In a column of profiles, "Ann Roe.
 * The mayor.", a sentence that leaves the name out begins with tokens that repeat it, and have its bytes, and where it
 * leaves out "is" with that, which has none: such tokens begin before the sentence's span. */
bool segment_document(struct arena *a, const struct document *d, struct vocabulary *v, struct segmented *out);

/* The same over a bare text (a rule's phrase or example), as one paragraph. */
bool segment_text(struct arena *a, struct text t, struct vocabulary *v, struct document *scratch, struct segmented *out);

#endif

/* The one error type of the library. */
#ifndef BELIE_ERROR_H
#define BELIE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

enum belie_error_code {
    BELIE_OK = 0,
    BELIE_NO_MEMORY,
    BELIE_CANNOT_READ, /* the file is missing, a directory, or the system refused */
    BELIE_BAD_TEXT,    /* not UTF-8, binary, or larger than the limits allow */
    BELIE_BAD_RULES,   /* a rule pack does not load */
    BELIE_BAD_CLAIMS,  /* a line of claims given to compare is malformed */
    BELIE_BAD_REQUEST, /* an argument of a call does not make sense */
    BELIE_BAD_PAIRS,   /* a line of labelled pairs is malformed */
    BELIE_BAD_CONFIG,  /* a setting, or the file that holds it, is malformed */
    BELIE_BAD_WAIVERS, /* a file of waivers is no list of them, or a waiver is malformed or expired */
    BELIE_BAD_BASELINE, /* a baseline is damaged, or of a newer belie */
    BELIE_BAD_REPORT,  /* what is to be verified is no JSON report of belie */
    BELIE_BAD_ARCHIVE, /* no archive, damaged, or of a newer belie */
    BELIE_CANNOT_WRITE /* the disk is full, the file may not be written, or another program writes to it */
};

/* Filled by a function that fails; all zero before. Plain data: nothing to free, copy at will.
 * Texts are cut, never overrun; `line` and `column` count from 1, columns in code points; 0 when not known. */
struct belie_error {
    enum belie_error_code code;
    size_t line, column;
    char path[512];
    char message[512]; /* lower case, problem first, then what was done about it; no full stop */
    char excerpt[256]; /* the offending line, for a caret under `column`; may be empty */
};

/* "path:line:column: message", and the excerpt with a caret below it where there is one. Writes at most
 * `size` bytes including the NUL and returns the length that the whole text needs, like snprintf. */
size_t belie_error_text(const struct belie_error *error, char *out, size_t size);

#endif

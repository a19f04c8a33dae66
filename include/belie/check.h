/* Checking: documents in, findings out. */
#ifndef BELIE_CHECK_H
#define BELIE_CHECK_H

#include "belie/error.h"
#include "belie/rules.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct belie_check belie_check;

/* What a document is for: drafts are what is being checked; prior coverage is what they are held against. With no
 * prior document added, all documents are compared with each other and with themselves; with some, only pairs with a
 * side in a draft are reported. */
enum belie_role { BELIE_DRAFT, BELIE_PRIOR };

/* A new, empty check; `rules` must outlive it. NULL only when memory is short. Free with belie_check_free. Not to be
 * shared between threads while it is being filled or run. */
belie_check *belie_check_new(const belie_rules *rules);
void belie_check_free(belie_check *check);

/* Threads to read and extract with: 1 or more; 0 (the start value) means one a processor. Findings never depend on it. */
void belie_check_set_threads(belie_check *check, unsigned threads);

/* Adds a file ("-": standard input) or, for a folder, every .txt, .md and .markdown file in it and below, sorted by
 * path. The path is copied. Nothing is read before belie_check_run. False when memory is short, or (BELIE_CANNOT_READ)
 * when a folder cannot be listed; what was added before stays. */
bool belie_check_add_path(belie_check *check, const char *path, enum belie_role role, struct belie_error *error);

/* Adds a text that is already in memory: `name` stands for its path (".md" at its end means Markdown). Both are
 * copied. False only when memory is short. */
bool belie_check_add_text(belie_check *check, const char *name, const char *bytes, size_t length, enum belie_role role,
                          struct belie_error *error);

/* Adds claims as `belie claims --format jsonl` printed them, one a line; documents are told apart by their path.
 * BELIE_BAD_CLAIMS names the line; the lines before it were added. */
bool belie_check_add_claims(belie_check *check, const char *name, const char *bytes, size_t length,
                            struct belie_error *error);

/* Which documents of an archive count. Days since 1970-01-01, inclusive; BELIE_NO_DAY for no limit. With a limit, those
 * without a date are left out. `outlet` NULL: any. */
enum { BELIE_NO_DAY = INT32_MIN };
struct belie_archive_filter {
    int32_t since, until;
    const char *outlet;
};

/* Holds the drafts against the archive in the file `path`; several archives may be added. What it costs depends on the
 * drafts' claims, not on the archive's size: of many documents that say the same, the most recent are compared and the
 * others counted. A draft is not compared with its own earlier versions there, which have its uri. `filter` may be NULL; it
 * is copied. False, as belie_archive_open, when the archive cannot be read. */
bool belie_check_add_archive(belie_check *check, const char *path, const struct belie_archive_filter *filter,
                             struct belie_error *error);

/* "2025-12-03" to days since 1970-01-01; BELIE_NO_DAY when it is no date. */
int32_t belie_day(const char *iso);

/* Reads, extracts and compares. Called once. Documents that cannot be read are skipped and their errors kept (see
 * belie_check_problem); false only when memory is short. */
bool belie_check_run(belie_check *check, struct belie_error *error);

/* What could not be read, in the order added. Valid until belie_check_free. */
size_t belie_check_problem_count(const belie_check *check);
const struct belie_error *belie_check_problem(const belie_check *check, size_t index);

/* What the findings may suffer from though all could be read: an archive whose claims were made with other rules. */
size_t belie_check_warning_count(const belie_check *check);
const struct belie_error *belie_check_warning(const belie_check *check, size_t index);

enum belie_severity { BELIE_NOTE, BELIE_WARNING, BELIE_ERROR };
size_t belie_check_count(const belie_check *check, enum belie_severity severity);

/* One finding, for programs that draw it themselves. All strings are UTF-8, NUL-terminated and live as long as the
 * check. Offsets and lengths are bytes of the file; lines and columns count from 1, columns in code points. */
struct belie_claim {
    size_t line, column, offset, length;
    size_t sentence_offset, sentence_length;
    const char *quote;
    const char *block; /* "headline", "paragraph", … */
    const char *rule;  /* "ukraine-talks/plan-response/rejects" */
};

struct belie_side {
    const char *path;
    const char *value;   /* "rejected"; for figures the reading as text */
    bool negated;
    const char *speaker; /* NULL: the outlet itself */
    const char *speaker_id;
    size_t claim_count;
    const struct belie_claim *claims;
    size_t others;       /* further prior documents that hold this position */
};

struct belie_finding {
    const char *id;      /* 16 hex digits; stable while neither quotation nor rules change */
    const char *proposition, *question, *relation, *why;
    enum belie_severity severity;
    bool across;         /* between two documents, not within one */
    struct belie_side a, b;
};

/* The findings that count: what is waived or in the baseline is left out (see accept.h). */
size_t belie_check_finding_count(const belie_check *check);

/* Fills *out; false when there is no such finding or memory is short. */
bool belie_check_finding(belie_check *check, size_t index, struct belie_finding *out);

/* Writes the whole result in a format: "text", "json", … (see belie_format_name). */
struct belie_report_options {
    const char *format;  /* NULL: "text" */
    bool color;
    unsigned width;      /* columns of the terminal; 0: 80 */
    bool show_waived;    /* the waived findings too, with their reasons (see accept.h) */
    const char *since;   /* "html", "markdown", "csv": an earlier report in format "json", to tell what is new; may be NULL */
    size_t since_length;
    const char *since_name; /* what messages call it; may be NULL */
    const char *link_base;  /* "html": the way from the folder of the report to that of relative paths: "../"; may be NULL */
};
/* BELIE_BAD_REPORT when `since` is no such report; then nothing is written. */
bool belie_check_report(belie_check *check, const struct belie_report_options *options, belie_write *write,
                        void *context, struct belie_error *error);

/* The same into a file, which has its old bytes or all of the new ones, whatever happens: BELIE_CANNOT_WRITE. */
bool belie_check_report_file(belie_check *check, const struct belie_report_options *options, const char *path,
                             struct belie_error *error);

/* Adds what a report in format "json" was made of: its documents and archives, by their paths. BELIE_BAD_REPORT when the
 * bytes are no such report. `name` stands for it in messages. */
bool belie_check_add_report(belie_check *check, const char *name, const char *bytes, size_t length,
                            struct belie_error *error);

/* After belie_check_run: does this check find what the report says? Writes a line for each thing that differs: version,
 * rules, an archive, a document, a finding that is new or gone. */
bool belie_check_verify(belie_check *check, const char *name, const char *bytes, size_t length, belie_write *write,
                        void *context, bool *same, struct belie_error *error);

/* Names and one-line descriptions of the formats of findings; NULL past the last. Static. */
const char *belie_format_name(size_t index);
const char *belie_format_about(size_t index);

/* All claims of the documents, as "text" or "jsonl" (key first, so that a sort groups what can disagree). Reads and
 * extracts what belie_check_run has not; compares nothing. */
bool belie_check_claims(belie_check *check, const char *format, belie_write *write, void *context,
                        struct belie_error *error);

/* What a stage hands on, for one added document: stage is "blocks", "sentences", "tokens", "clauses", "mentions" or
 * "claims". BELIE_BAD_REQUEST for another word. */
bool belie_check_dump(belie_check *check, size_t document, const char *stage, belie_write *write, void *context,
                      struct belie_error *error);

/* Why the sentence at a place makes the claims it makes: tokens, mentions, rules that matched or nearly matched, cues.
 * `column` 0 means the whole line. */
bool belie_check_explain(belie_check *check, size_t document, size_t line, size_t column, belie_write *write,
                         void *context, struct belie_error *error);

/* Why two places are, or are not, in conflict: for each pair of their claims the first test that separates them. */
struct belie_place { size_t document, line, column; };
bool belie_check_explain_pair(belie_check *check, struct belie_place one, struct belie_place other, belie_write *write,
                              void *context, struct belie_error *error);

size_t belie_check_document_count(const belie_check *check);
const char *belie_check_document_path(const belie_check *check, size_t index);

#endif

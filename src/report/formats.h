/* Everything belie can write, in one table. */
#ifndef BELIE_REPORT_FORMATS_H
#define BELIE_REPORT_FORMATS_H

#include "accept/accept.h"
#include "belie/check.h"
#include "report/citation.h"
#include "report/output.h"

/* An archive that the drafts were held against. */
struct archive_note {
    struct text path;
    uint64_t snapshot;
    size_t documents;
    int32_t since, until; /* the filter: days or NO_DATE */
    struct text outlet;   /* empty: any */
};

struct reported; /* report/report_read.h */

/* What a report is about. All of it is borrowed. */
struct report {
    const struct rules *rules;
    const struct source *sources;    /* every document that could be read */
    const struct origin *origins;    /* one for each */
    uint32_t count;                  /* of sources */
    const struct archive_note *archives;
    size_t archive_count;
    const struct findings *findings; /* NULL in a report of claims */
    const struct accepted *accepted; /* what was waived or known already */
    const struct belie_error *problems; /* what could not be read */
    size_t problem_count;
    bool show_waived;                /* `findings` are those that accepted->by goes with */
    bool pruned;                     /* the stale entries of the baseline are gone from its file */
    bool color;
    unsigned width;
    const struct reported *since; /* an earlier report, to tell what is new; NULL: there is none */
    struct text link_base;        /* of relative paths, in links: "../"; may be empty */
    int32_t today;                /* or NO_DATE */
};

/* Stops by itself when the output does. */
typedef void report_writer(struct output *o, const struct report *r);

/* The table: of what, the name, what it is for, and the function that writes it. A new format is a row here and the file
 * src/report/NAME.c, which the build takes from the row. */
#define FORMATS(ROW)                                                                                                   \
    ROW(FORMAT_OF_FINDINGS, "text", "for people, at a terminal", text_findings)                                        \
    ROW(FORMAT_OF_FINDINGS, "json", "one JSON object, with all there is to know", json_findings)                       \
    ROW(FORMAT_OF_FINDINGS, "html", "a report to read in a browser, an entry for each disputed question", html_findings) \
    ROW(FORMAT_OF_FINDINGS, "markdown", "the same for a mail, a wiki or a ticket", markdown_findings)                  \
    ROW(FORMAT_OF_FINDINGS, "csv", "the same for a spreadsheet, one row a side", csv_findings)                         \
    ROW(FORMAT_OF_FINDINGS, "sarif", "SARIF 2.1.0, for code scanning and editors", sarif_findings)                     \
    ROW(FORMAT_OF_FINDINGS, "jsonl", "one finding a line, each as in json", jsonl_findings)                            \
    ROW(FORMAT_OF_FINDINGS, "github", "workflow commands: annotations of a GitHub job", github_findings)               \
    ROW(FORMAT_OF_FINDINGS, "gitlab", "Code Quality of a GitLab merge request", gitlab_findings)                       \
    ROW(FORMAT_OF_FINDINGS, "rdjsonl", "diagnostics for reviewdog", rdjsonl_findings)                                  \
    ROW(FORMAT_OF_FINDINGS, "junit", "XML test results, a suite for each document", junit_findings)                    \
    ROW(FORMAT_OF_FINDINGS, "checkstyle", "XML for build servers", checkstyle_findings)                                \
    ROW(FORMAT_OF_FINDINGS, "annotation", "W3C Web Annotations, with quotes and positions", annotation_findings)       \
    ROW(FORMAT_OF_FINDINGS, "superdesk", "the warnings an extension of Superdesk hands back", superdesk_findings)      \
    ROW(FORMAT_OF_CLAIMS, "text", "for people", text_claims)                                                           \
    ROW(FORMAT_OF_CLAIMS, "jsonl", "one JSON object a line, its key first, for sort and belie compare", lines_claims)

enum format_of { FORMAT_OF_FINDINGS, FORMAT_OF_CLAIMS };

struct format {
    enum format_of of;
    const char *name, *about;
    report_writer *write;
};

const struct format *format_find(enum format_of of, const char *name); /* NULL */
const struct format *format_at(enum format_of of, size_t index);       /* NULL past the last */

#define FORMAT_DECLARE(of, name, about, writer) report_writer writer;
FORMATS(FORMAT_DECLARE)
#undef FORMAT_DECLARE

#endif

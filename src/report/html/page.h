/* The report as one HTML file; for the files of this folder. */
#ifndef BELIE_REPORT_HTML_PAGE_H
#define BELIE_REPORT_HTML_PAGE_H

#include "report/dispute.h"
#include "report/excerpt.h"

/* What can be filtered by, numbered by symbols. */
struct facets {
    struct symbols speakers, outlets;
    int32_t *propositions; /* by proposition: its number among those in use, or -1 */
    uint32_t *used;        /* those in use, in the order of their disputes */
    uint32_t used_count;
    bool *in_findings;     /* by document */
};

/* One claim of a dispute in a document. */
struct note {
    uint32_t document;
    const struct claim *claim;
    const struct dispute *dispute;
    const struct answer *answer;
};

struct page {
    struct output *o;
    struct buffer *out; /* of o */
    struct arena *a;
    const struct report *r;
    const struct disputes *disputes;
    struct layout *layouts; /* by document; read where a finding quotes it */
    struct facets facets;
    struct note *notes;     /* sorted by document and place */
    size_t note_count;
};

/* write.c: text and attributes with everything escaped; what could act (control characters, marks that turn the
 * direction of writing) is made harmless as by print_clean. */
void put(struct page *p, const char *markup);
void put_text(struct page *p, struct text t);
void put_string(struct page *p, const char *text);
void put_count(struct page *p, size_t number);                       /* "1,234" */
void put_counted(struct page *p, size_t number, const char *noun);   /* "1 document", "2 documents" */
void put_day(struct page *p, int32_t day);                           /* "3 Dec 2025", as <time>; nothing for NO_DATE */
void put_words(struct page *p, struct text id);                      /* hyphens as spaces */
void put_severity(struct page *p, enum severity severity);           /* a badge: a shape and a word */
void put_marked(struct page *p, struct text t, const struct span *marks, size_t count);
void put_source_link(struct page *p, const struct source *s);        /* the value of an href; empty when there is none */
bool has_source_link(const struct source *s);
void put_document_name(struct page *p, uint32_t document);           /* its title, or the last part of its path */
void put_file_name(struct page *p, uint32_t document);               /* the last part of its path */
void put_voice(struct page *p, const struct voice *v, uint32_t document);

/* One file each. */
void put_overview(struct page *p);
void put_filters(struct page *p);
void put_dispute(struct page *p, const struct dispute *d);
void put_documents(struct page *p);
void put_glossary(struct page *p);

/* facets.c */
bool facets_find(struct page *p);
symbol facet_speaker(const struct page *p, const struct voice *v); /* 0: the outlet itself */
symbol facet_outlet(const struct page *p, uint32_t document);      /* 0: none */

#endif

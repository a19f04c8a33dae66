/* The report at a glance: how much, between which documents, about what, and what is new. */
#include "report/html/page.h"

#include <stdlib.h>

enum { MATRIX = 20, CONTESTED = 8, NEWS = 20 };

static void put_figure(struct page *p, size_t count, const char *noun) {
    buffer_format(p->out, "<div><dt>%s%s</dt><dd>", noun, count == 1 ? "" : "s");
    put_count(p, count);
    put(p, "</dd></div>\n");
}

static void put_figures(struct page *p) {
    const struct findings *f = p->r->findings;
    put(p, "<dl class=\"figures\">\n");
    put_figure(p, p->disputes->items.count, "disputed question");
    put_figure(p, f->items.count, "finding");
    for (int i = SEVERITIES - 1; i >= 0; i--) {
        const char *name = severity_name((enum severity)i);
        buffer_format(p->out, "<div><dt><b class=\"sev %s\">%s%s</b></dt><dd>", name, name, f->counts[i] == 1 ? "" : "s");
        put_count(p, f->counts[i]);
        put(p, "</dd></div>\n");
    }
    if (p->disputes->compared) put_figure(p, p->disputes->fresh, "new finding");
    put_figure(p, p->r->count, "document");
    put(p, "</dl>\n");
}

static void put_accepted(struct page *p) {
    if (!p->r->accepted->waived && !p->r->accepted->known) return;
    put(p, "<p class=\"note\">Not counted: ");
    if (p->r->accepted->waived) put_counted(p, p->r->accepted->waived, "waived finding");
    if (p->r->accepted->waived && p->r->accepted->known) put(p, ", ");
    if (p->r->accepted->known) {
        put_counted(p, p->r->accepted->known, "finding");
        put(p, " in the baseline");
    }
    put(p, ".</p>\n");
}

/* Findings between the documents that have most of them. */
struct matrix {
    uint32_t documents[MATRIX];
    size_t count, candidates;
    uint32_t findings[MATRIX][MATRIX];
    enum severity worst[MATRIX][MATRIX];
};

struct weight {
    uint32_t document, findings;
};

static int by_findings(const void *left, const void *right) {
    const struct weight *x = left, *y = right;
    if (x->findings != y->findings) return x->findings > y->findings ? -1 : 1;
    return (x->document > y->document) - (x->document < y->document);
}

static int by_document(const void *left, const void *right) {
    uint32_t x = *(const uint32_t *)left, y = *(const uint32_t *)right;
    return (x > y) - (x < y);
}

static bool choose_documents(struct page *p, struct matrix *m) {
    struct weight *weights = arena_array(p->a, struct weight, p->r->count + 1);
    if (!weights) return false;
    for (uint32_t i = 0; i < p->r->count; i++) weights[i].document = i;
    for (size_t i = 0; i < p->r->findings->items.count; i++) {
        const struct finding *f = &p->r->findings->items.items[i];
        weights[f->a->document].findings++;
        if (f->across) weights[f->b->document].findings++;
    }
    qsort(weights, p->r->count, sizeof *weights, by_findings);
    for (uint32_t i = 0; i < p->r->count && weights[i].findings; i++, m->candidates++)
        if (m->count < MATRIX) m->documents[m->count++] = weights[i].document;
    qsort(m->documents, m->count, sizeof *m->documents, by_document);
    return true;
}

static int row_of(const struct matrix *m, uint32_t document) {
    const uint32_t *found = bsearch(&document, m->documents, m->count, sizeof *m->documents, by_document);
    return found ? (int)(found - m->documents) : -1;
}

static void count_cell(struct matrix *m, int row, int column, enum severity severity) {
    m->findings[row][column]++;
    if (severity > m->worst[row][column]) m->worst[row][column] = severity;
}

static void count_findings(struct page *p, struct matrix *m) {
    for (size_t i = 0; i < p->r->findings->items.count; i++) {
        const struct finding *f = &p->r->findings->items.items[i];
        int row = row_of(m, f->a->document), column = row_of(m, f->b->document);
        if (row < 0 || column < 0) continue;
        count_cell(m, row, column, f->severity);
        if (row != column) count_cell(m, column, row, f->severity);
    }
}

static void put_cell(struct page *p, const struct matrix *m, size_t row, size_t column) {
    uint32_t count = m->findings[row][column];
    if (!count) {
        put(p, row == column ? "<td class=\"self\"></td>" : "<td></td>");
        return;
    }
    const char *severity = severity_name(m->worst[row][column]);
    buffer_format(p->out, "<td class=\"%s%s\"><a href=\"#disputes\" data-pair=\"%u %u\" title=\"%u, the worst: %s\">%u<span class=\"unseen\"> findings, the worst: %s</span></a></td>",
                  severity, row == column ? " self" : "", m->documents[row], m->documents[column], count, severity, count, severity);
}

static void put_row(struct page *p, const struct matrix *m, size_t row) {
    const struct source *s = &p->r->sources[m->documents[row]];
    buffer_format(p->out, "<tr><th scope=\"row\"><a href=\"#d%u\">", m->documents[row]);
    put_document_name(p, m->documents[row]);
    put(p, "</a>");
    if (s->outlet.length) {
        put(p, " <small>");
        put_text(p, s->outlet);
        put(p, "</small>");
    }
    buffer_format(p->out, "</th><td class=\"key\">%zu</td>", row + 1);
    for (size_t i = 0; i < m->count; i++) put_cell(p, m, row, i);
    put(p, "</tr>\n");
}

static void put_matrix(struct page *p) {
    struct matrix m = {0};
    if (!choose_documents(p, &m) || !m.count) return;
    count_findings(p, &m);
    put(p, "<section aria-labelledby=\"matrix-title\"><h3 id=\"matrix-title\">Which documents disagree</h3>\n<p class=\"note\">Findings between two documents, "
           "or on the diagonal within one; the mark is that of the worst.");
    if (m.candidates > m.count) {
        put(p, " The ");
        put_count(p, m.count);
        put(p, " of ");
        put_count(p, m.candidates);
        put(p, " documents that have most.");
    }
    put(p, "</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"matrix-title\"><table class=\"matrix\">\n<thead><tr><th scope=\"col\">Document</th><td></td>");
    for (size_t i = 0; i < m.count; i++) {
        buffer_format(p->out, "<th scope=\"col\"><a href=\"#d%u\">%zu</a></th>", m.documents[i], i + 1);
    }
    put(p, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < m.count; i++) put_row(p, &m, i);
    put(p, "</tbody></table></div></section>\n");
}

static int by_contest(const void *left, const void *right) {
    const struct dispute *x = *(const struct dispute *const *)left, *y = *(const struct dispute *const *)right;
    if (x->findings != y->findings) return x->findings > y->findings ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static void put_dispute_link(struct page *p, const struct dispute *d) {
    buffer_format(p->out, "<a href=\"#q%u\">", d->number);
    put_text(p, d->question);
    put(p, "</a>");
}

static void put_contested(struct page *p) {
    size_t count = p->disputes->items.count;
    const struct dispute **sorted = arena_array(p->a, const struct dispute *, count + 1);
    if (!sorted || !count) return;
    for (size_t i = 0; i < count; i++) sorted[i] = &p->disputes->items.items[i];
    qsort(sorted, count, sizeof *sorted, by_contest);
    put(p, "<section aria-labelledby=\"contested-title\"><h3 id=\"contested-title\">Most contested</h3>\n<ol class=\"contested\">\n");
    for (size_t i = 0; i < count && i < CONTESTED; i++) {
        buffer_format(p->out, "<li style=\"--share:%.0f%%\">", 100.0 * (double)sorted[i]->findings / (double)sorted[0]->findings);
        put_severity(p, sorted[i]->worst);
        put(p, " ");
        put_dispute_link(p, sorted[i]);
        put(p, " <span class=\"n\">");
        put_counted(p, sorted[i]->findings, "finding");
        put(p, ", ");
        put_counted(p, sorted[i]->documents.count, "document");
        put(p, "</span></li>\n");
    }
    put(p, "</ol></section>\n");
}

static void put_fresh(struct page *p) {
    size_t listed = 0, left = 0;
    put(p, "<ul>\n");
    for (size_t i = 0; i < p->disputes->items.count; i++) {
        const struct dispute *d = &p->disputes->items.items[i];
        if (!d->fresh) continue;
        if (listed++ >= NEWS) {
            left++;
            continue;
        }
        put(p, "<li><b class=\"new\">new</b> ");
        put_dispute_link(p, d);
        if (d->fresh < d->findings) buffer_format(p->out, " <span class=\"n\">%zu of %zu findings</span>", d->fresh, d->findings);
        put(p, "</li>\n");
    }
    if (left) {
        put(p, "<li>and ");
        put_counted(p, left, "more question");
        put(p, "; the filter “only what is new” shows all</li>\n");
    }
    put(p, listed ? "</ul>\n" : "<li>Nothing is new.</li></ul>\n");
}

static void put_gone(struct page *p) {
    size_t count = p->disputes->gone.count;
    if (!count) return;
    put(p, "<details><summary>");
    put_counted(p, count, "finding");
    put(p, " of it no longer there</summary><ul>\n");
    for (size_t i = 0; i < count; i++) {
        put(p, "<li>");
        put_text(p, p->disputes->gone.items[i]->question);
        put(p, " <span class=\"n\">");
        put_text(p, p->disputes->gone.items[i]->id);
        put(p, "</span></li>\n");
    }
    put(p, "</ul></details>\n");
}

static void put_news(struct page *p) {
    if (!p->disputes->compared) return;
    put(p, "<section class=\"news\" aria-labelledby=\"news-title\"><h3 id=\"news-title\">Since the last report</h3>\n");
    put_fresh(p);
    put_gone(p);
    put(p, "</section>\n");
}

void put_overview(struct page *p) {
    put(p, "<section id=\"overview\" class=\"view-report\" aria-labelledby=\"overview-title\">\n<h1 id=\"overview-title\">What cannot all be true</h1>\n");
    put_figures(p);
    put_accepted(p);
    put(p, "<div class=\"panels\">\n");
    put_news(p);
    put_contested(p);
    put_matrix(p);
    put(p, "</div>\n</section>\n");
}

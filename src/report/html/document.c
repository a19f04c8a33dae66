/* A page for each document that a finding quotes: its text, the claims in it marked, and what they clash with beside. */
#include "report/html/page.h"

enum { NOTES_MARKED = 256 };

/* The notes of one document: of page->notes, sorted by place. */
struct notes {
    const struct note *items;
    size_t count;
};

static struct notes notes_of(const struct page *p, uint32_t document) {
    size_t low = 0, high = p->note_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->notes[middle].document < document) low = middle + 1;
        else high = middle;
    }
    struct notes n = {p->notes + low, 0};
    while (low + n.count < p->note_count && p->notes[low + n.count].document == document) n.count++;
    return n;
}

/* Is an earlier note about the same dispute, and, unless `answer` is NULL, gives it? */
static bool told_before(const struct notes *n, size_t index, const struct answer *answer) {
    for (size_t i = 0; i < index; i++)
        if (n->items[i].dispute == n->items[index].dispute && (!answer || n->items[i].answer == answer)) return true;
    return false;
}

static size_t disputes_in(const struct notes *n) {
    size_t count = 0;
    for (size_t i = 0; i < n->count; i++) count += !told_before(n, i, NULL);
    return count;
}

/* One for each dispute: its question, and all answers that are given here. */
static void put_note(struct page *p, const struct notes *n, size_t first) {
    const struct dispute *d = n->items[first].dispute;
    put(p, "<li>");
    put_severity(p, d->worst);
    buffer_format(p->out, " <a href=\"#q%u\">", d->number);
    put_text(p, d->question);
    put(p, "</a> <span>");
    for (size_t i = first; i < n->count; i++) {
        if (n->items[i].dispute != d || told_before(n, i, n->items[i].answer)) continue;
        put(p, i == first ? "“" : ", “");
        put_text(p, n->items[i].answer->value);
        put(p, "”");
    }
    put(p, "</span></li>");
}

static void put_margin(struct page *p, const struct notes *n) {
    if (!n->count) return;
    put(p, "<aside><ul>");
    for (size_t i = 0; i < n->count; i++)
        if (!told_before(n, i, NULL)) put_note(p, n, i);
    put(p, "</ul></aside>");
}

static void put_block_text(struct page *p, const struct block *b, const struct notes *n) {
    struct span marks[NOTES_MARKED];
    size_t count = 0;
    for (size_t i = 0; i < n->count && count < NOTES_MARKED; i++) {
        struct span s = n->items[i].claim->span;
        struct span mark = {block_offset(b, s.start), block_offset(b, s.end - 1) + 1};
        if (mark.end > b->text.length) mark.end = (uint32_t)b->text.length;
        if (mark.start < mark.end) marks[count++] = mark;
    }
    put_marked(p, b->text, marks, spans_join(marks, count));
}

static const char *element_of(enum block_kind kind) {
    switch (kind) {
    case BLOCK_HEADLINE:
    case BLOCK_HEADING: return "h3";
    case BLOCK_QUOTATION: return "blockquote";
    default: return "p";
    }
}

static void put_block(struct page *p, uint32_t document, size_t index, const struct notes *n) {
    const struct block *b = &p->layouts[document].document.blocks.items[index];
    const char *element = element_of(b->kind);
    buffer_format(p->out, "<div class=\"block %s\" id=\"d%ub%zu\"><%s>", block_kind_name(b->kind), document, index, element);
    put_block_text(p, b, n);
    buffer_format(p->out, "</%s>", element);
    put_margin(p, n);
    put(p, "</div>\n");
}

/* The notes of a block are those whose first word stands in it; as both go by place, they stand together. */
static struct notes *notes_by_block(struct page *p, const struct layout *layout, const struct notes *all) {
    struct notes *by_block = arena_array(p->a, struct notes, layout->document.blocks.count + 1);
    size_t block;
    for (size_t i = 0; by_block && i < all->count; i++) {
        if (!layout_block(layout, all->items[i].claim->span.start, &block)) continue;
        if (!by_block[block].count) by_block[block].items = &all->items[i];
        by_block[block].count = (size_t)(&all->items[i] - by_block[block].items) + 1;
    }
    return by_block;
}

static void put_blocks(struct page *p, uint32_t document, const struct notes *all) {
    const struct layout *layout = &p->layouts[document];
    struct notes *by_block = notes_by_block(p, layout, all);
    for (size_t i = 0; by_block && i < layout->document.blocks.count; i++) put_block(p, document, i, &by_block[i]);
}

static void put_facts(struct page *p, uint32_t document) {
    const struct source *s = &p->r->sources[document];
    if (s->outlet.length) {
        put(p, "<span>");
        put_text(p, s->outlet);
        put(p, "</span> ");
    }
    if (s->published != NO_DATE) {
        put_day(p, s->published);
        put(p, " ");
    }
    if (has_source_link(s)) {
        put(p, "<a class=\"source\" rel=\"noreferrer\" href=\"");
        put_source_link(p, s);
        put(p, "\">");
        put_text(p, s->path);
        put(p, "</a>");
    } else
        put_text(p, s->path);
}

static void put_head(struct page *p, uint32_t document, const struct notes *notes) {
    put(p, "<header><p class=\"back needs-script\"><a href=\"#documents\">All documents</a></p>");
    buffer_format(p->out, "<h2 id=\"dt%u\">", document);
    put_document_name(p, document);
    put(p, "</h2><p class=\"facts\">");
    put_facts(p, document);
    put(p, " <span>");
    put_counted(p, disputes_in(notes), "disputed question");
    buffer_format(p->out, "</span> <a class=\"only needs-script\" href=\"#disputes\" data-pair=\"%u\">only these</a></p></header>\n", document);
}

static void put_document(struct page *p, uint32_t document) {
    struct notes notes = notes_of(p, document);
    buffer_format(p->out, "<article class=\"document\" id=\"d%u\" tabindex=\"-1\" aria-labelledby=\"dt%u\">\n", document, document);
    put_head(p, document, &notes);
    if (p->layouts[document].read) put_blocks(p, document, &notes);
    else {
        put(p, "<div class=\"block\"><p class=\"note\">Its text is not at hand.</p>");
        put_margin(p, &notes);
        put(p, "</div>\n");
    }
    put(p, "</article>\n");
}

static void put_line(struct page *p, uint32_t document) {
    const struct source *s = &p->r->sources[document];
    struct notes notes = notes_of(p, document);
    put(p, "<tr><td>");
    if (p->facets.in_findings[document]) buffer_format(p->out, "<a href=\"#d%u\">", document);
    put_document_name(p, document);
    put(p, p->facets.in_findings[document] ? "</a></td><td>" : "</td><td>");
    put_text(p, s->outlet);
    put(p, "</td><td>");
    put_day(p, s->published);
    put(p, "</td><td class=\"number\">");
    put_count(p, s->claims->items.count);
    put(p, "</td><td class=\"number\">");
    put_count(p, disputes_in(&notes));
    put(p, "</td></tr>\n");
}

static void put_index(struct page *p) {
    put(p, "<section id=\"documents\" class=\"view-documents\" aria-labelledby=\"documents-title\">\n<h2 id=\"documents-title\">Documents</h2>\n"
           "<p class=\"note\">The text of those that a finding quotes, with the findings beside it, is a page of its own.</p>\n"
           "<div class=\"scroll\"><table class=\"index\"><thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Outlet</th><th scope=\"col\">Published</th>"
           "<th scope=\"col\" class=\"number\">Claims</th><th scope=\"col\" class=\"number\">Disputed</th></tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < p->r->count; i++) {
        if (!p->r->sources[i].archived || p->facets.in_findings[i]) put_line(p, i);
        if (!output_flush(p->o)) return;
    }
    put(p, "</tbody></table></div>\n</section>\n");
}

/* To the browser a bundle of pages is mere text until somebody opens one; without scripts it is read as it stands. */
void put_documents(struct page *p) {
    enum { BUNDLE = 20 };
    put_index(p);
    for (uint32_t i = 0; i < p->r->count; i++) {
        if (i % BUNDLE == 0) buffer_format(p->out, "<noscript data-bundle=\"d %u %u\">\n", i, i + BUNDLE - 1);
        if (p->facets.in_findings[i]) put_document(p, i);
        if (i % BUNDLE == BUNDLE - 1 || i + 1 == p->r->count) put(p, "</noscript>\n");
        if (!output_flush(p->o)) return;
    }
}

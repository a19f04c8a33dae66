/* What the entries can be filtered by. */
#include "report/html/page.h"

#include <stdlib.h>

static void put_box(struct page *p, const char *facet, char letter, const char *name, size_t count) {
    buffer_format(p->out, "<label><input type=\"checkbox\" name=\"%s\" value=\"%c\" checked> %s <span class=\"n\">", facet, letter, name);
    put_count(p, count);
    put(p, "</span></label>\n");
}

/* Findings of each kind. */
static void put_kinds(struct page *p) {
    size_t relations[RELATIONS] = {0}, severities[SEVERITIES] = {0};
    for (size_t i = 0; i < p->r->findings->items.count; i++) {
        relations[p->r->findings->items.items[i].relation]++;
        severities[p->r->findings->items.items[i].severity]++;
    }
    put(p, "<fieldset><legend>Severity</legend>\n");
    for (int i = SEVERITIES - 1; i >= 0; i--)
        if (severities[i]) put_box(p, "severity", severity_name((enum severity)i)[0], severity_name((enum severity)i), severities[i]);
    put(p, "</fieldset>\n<fieldset><legend>Relation</legend>\n");
    for (int i = 0; i < RELATIONS; i++)
        if (relations[i]) put_box(p, "relation", relation_name((enum relation)i)[0], relation_name((enum relation)i), relations[i]);
    put(p, "</fieldset>\n");
}

static void open_select(struct page *p, const char *id, const char *label, const char *all) {
    buffer_format(p->out, "<label class=\"field\" for=\"f-%s\">%s</label><select id=\"f-%s\" name=\"%s\"><option value=\"\">%s</option>\n", id, label, id, id, all);
}

static void put_propositions(struct page *p) {
    const struct rules *r = p->r->rules;
    open_select(p, "proposition", "Proposition", "All propositions");
    for (uint32_t i = 0; i < p->facets.used_count; i++) {
        buffer_format(p->out, "<option value=\"%u\">", i);
        put_text(p, symbols_text(&r->symbols, r->propositions.items[p->facets.used[i]].id));
        put(p, "</option>\n");
    }
    put(p, "</select>\n");
}

static void put_document_options(struct page *p) {
    for (uint32_t i = 0; i < p->r->count; i++) {
        if (!p->facets.in_findings[i]) continue;
        buffer_format(p->out, "<option value=\"%u\">", i);
        put_document_name(p, i);
        put(p, "</option>\n");
    }
    put(p, "</select>\n");
}

static int by_name(const void *left, const void *right, void *symbols) {
    return text_compare(symbols_text(symbols, *(const symbol *)left), symbols_text(symbols, *(const symbol *)right));
}

static void put_names(struct page *p, struct symbols *names) {
    size_t count = names->texts.count;
    symbol *sorted = arena_array(p->a, symbol, count + 1);
    if (!sorted) return;
    for (size_t i = 0; i < count; i++) sorted[i] = (symbol)i + 1;
    qsort_r(sorted, count, sizeof *sorted, by_name, names);
    for (size_t i = 0; i < count; i++) {
        buffer_format(p->out, "<option value=\"%u\">", sorted[i]);
        put_text(p, symbols_text(names, sorted[i]));
        put(p, "</option>\n");
    }
    put(p, "</select>\n");
}

void put_filters(struct page *p) {
    if (!p->disputes->items.count) return;
    put(p, "<form id=\"filters\" class=\"filters needs-script\" role=\"search\" aria-label=\"Filter the questions\">\n<details open><summary>Filters</summary>\n"
           "<label class=\"field\" for=\"f-text\">Search</label><input id=\"f-text\" type=\"search\" name=\"text\" "
           "placeholder=\"words, names, sources\" autocomplete=\"off\" spellcheck=\"false\">\n");
    put_kinds(p);
    put_propositions(p);
    open_select(p, "document", "Document", "All documents");
    put_document_options(p);
    open_select(p, "other", "and against", "Any document");
    put_document_options(p);
    open_select(p, "speaker", "Speaker", "All speakers");
    put(p, "<option value=\"0\">no speaker: the article itself</option>\n");
    put_names(p, &p->facets.speakers);
    open_select(p, "outlet", "Outlet", "All outlets");
    put_names(p, &p->facets.outlets);
    if (p->disputes->compared) put(p, "<label><input type=\"checkbox\" name=\"new\"> only what is new</label>\n");
    put(p, "<button type=\"button\" class=\"reset\">Show all</button>\n</details>\n</form>\n");
}

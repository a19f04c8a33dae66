/* The batch report of a standards desk as one file that needs nothing else: no network, no framework. */
#include "report/html/page.h"

#include "config.h"

/* report.css and report.js, as assets.S holds them. */
extern const char report_css[], report_css_end[], report_js[], report_js_end[];

static void put_asset(struct page *p, const char *from, const char *end) {
    buffer_append(p->out, from, (size_t)(end - from));
}

/* The policy forbids every request, whatever a text may have smuggled in. */
static void put_head(struct page *p) {
    put(p, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
           "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
           "<meta name=\"generator\" content=\"belie\">\n<title>Disputed claims</title>\n<style>\n");
    put_asset(p, report_css, report_css_end);
    put(p, "</style>\n<script>document.documentElement.classList.add('js')</script>\n</head>\n<body>\n");
}

static void put_masthead(struct page *p) {
    put(p, "<a class=\"skip\" href=\"#disputes\">Skip to the disputed questions</a>\n<header class=\"masthead\">\n"
           "<div class=\"brand\"><p class=\"name\">Disputed claims</p>");
    if (p->r->today != NO_DATE) {
        put(p, "<p class=\"as-of\">");
        put_day(p, p->r->today);
        put(p, "</p>");
    }
    put(p, "</div>\n<nav aria-label=\"Views\"><a href=\"#overview\">Overview</a> <a href=\"#disputes\">Questions</a> "
           "<a href=\"#documents\">Documents</a> <a href=\"#glossary\">Glossary</a></nav>\n"
           "<div class=\"tools\"><button type=\"button\" id=\"theme\" class=\"needs-script\" aria-label=\"Light or dark\">"
           "<span aria-hidden=\"true\">◐</span></button><button type=\"button\" id=\"help-open\" class=\"needs-script\" "
           "aria-label=\"Keys\"><span aria-hidden=\"true\">?</span></button></div>\n</header>\n");
}

/* Entries behind the first AT_ONCE are mere text to the browser until the script has time for them, BUNDLE at a time: so a
 * page with ten thousand of them opens at once. Without scripts they are read like the others. */
enum { AT_ONCE = 200, BUNDLE = 100 };

static bool put_entries(struct page *p) {
    size_t count = p->disputes->items.count;
    for (size_t i = 0; i < count; i++) {
        bool later = i >= AT_ONCE, first = later && (i - AT_ONCE) % BUNDLE == 0;
        if (first) buffer_format(p->out, "<noscript data-bundle=\"q %zu %zu\">\n", i + 1, i + BUNDLE);
        put_dispute(p, &p->disputes->items.items[i]);
        if (later && (i + 1 == count || (i + 1 - AT_ONCE) % BUNDLE == 0)) put(p, "</noscript>\n");
        if (!output_flush(p->o)) return false;
    }
    return true;
}

static bool put_disputes(struct page *p) {
    put(p, "<section id=\"disputes\" class=\"view-report\" aria-labelledby=\"disputes-title\">\n"
           "<h2 id=\"disputes-title\">Disputed questions</h2>\n"
           "<p id=\"count\" class=\"count\" role=\"status\" aria-live=\"polite\"");
    buffer_format(p->out, " data-total=\"%zu\">", p->disputes->items.count);
    put_counted(p, p->disputes->items.count, "disputed question");
    put(p, "</p>\n<div class=\"with-filters\">\n");
    put_filters(p);
    put(p, "<div id=\"entries\">\n");
    if (!put_entries(p)) return false;
    put(p, p->disputes->items.count ? "" : "<p class=\"nothing\">No two claims contradict each other.</p>\n");
    put(p, "<p id=\"none\" class=\"nothing\" hidden>Nothing fits these filters. <button type=\"button\" class=\"reset\">Show all"
           "</button></p>\n</div>\n</div>\n</section>\n");
    return true;
}

static void put_key(struct page *p, const char *key, const char *what) {
    buffer_format(p->out, "<dt><kbd>%s</kbd></dt><dd>%s</dd>", key, what);
}

static void put_help(struct page *p) {
    put(p, "<dialog id=\"help\" aria-labelledby=\"help-title\"><h2 id=\"help-title\">Keys</h2><dl>");
    put_key(p, "j", "next question");
    put_key(p, "k", "question before");
    put_key(p, "/", "search");
    put_key(p, "1</kbd> <kbd>2</kbd> <kbd>3", "errors, warnings, notes on or off");
    put_key(p, "x", "show all again");
    put_key(p, "t", "light or dark");
    put_key(p, "?", "this help");
    put_key(p, "Esc", "close, or leave the search");
    put(p, "</dl><form method=\"dialog\"><button>Close</button></form></dialog>\n");
}

static void put_page(struct page *p) {
    put_head(p);
    put_masthead(p);
    put(p, "<main id=\"main\">\n");
    put_overview(p);
    if (!put_disputes(p)) return;
    put_documents(p);
    put_glossary(p);
    put(p, "</main>\n<footer class=\"foot\"><p>Made by belie " BELIE_VERSION " from ");
    put_counted(p, p->r->count, "document");
    buffer_format(p->out, " with rules %016llx. A rule reads words, not the world: look at the quotations before you act.</p></footer>\n",
                  (unsigned long long)p->r->rules->hash);
    put_help(p);
    put(p, "<script>\n");
    put_asset(p, report_js, report_js_end);
    put(p, "</script>\n</body>\n</html>\n");
}

static bool read_layouts(struct page *p) {
    p->layouts = arena_array(p->a, struct layout, p->r->count + 1);
    for (uint32_t i = 0; p->layouts && i < p->r->count; i++)
        if (p->facets.in_findings[i] && !layout_read(p->a, &p->r->sources[i], &p->layouts[i])) return false;
    return p->layouts != NULL;
}

void html_findings(struct output *o, const struct report *r) {
    struct arena arena = {0};
    struct disputes disputes;
    struct page page = {.o = o, .out = &o->text, .a = &arena, .r = r, .disputes = &disputes};
    if (disputes_find(&arena, r, &disputes) && facets_find(&page) && read_layouts(&page)) put_page(&page);
    else o->text.failed = true;
    output_flush(o);
    symbols_release(&page.facets.speakers);
    symbols_release(&page.facets.outlets);
    arena_release(&arena);
}

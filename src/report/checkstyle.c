/* Checkstyle's XML, which most build servers read. It has room for where a finding begins, not for where it ends. */
#include "report/by_document.h"
#include "report/message.h"
#include "report/xml.h"

static const char *const severities[SEVERITIES] = {
    [SEVERITY_NOTE] = "info", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

static void error(struct buffer *out, const struct report *r, const struct finding *f) {
    struct citation citation = side_citation(r, f->a);
    struct text id = symbols_text(&r->rules->symbols, r->rules->propositions.items[f->proposition].id);
    struct buffer message = {0}, source = {0};
    message_line(&message, r, f);
    buffer_format(&source, "belie.%.*s", TEXT_ARGS(id));
    buffer_string(out, "    <error");
    xml_count(out, "line", citation.place.line);
    xml_count(out, "column", citation.place.column);
    xml_attribute(out, "severity", text_of(severities[f->severity]));
    xml_attribute(out, "message", buffer_view(&message));
    xml_attribute(out, "source", buffer_view(&source));
    buffer_string(out, "/>\n");
    out->failed |= message.failed || source.failed;
    buffer_release(&message);
    buffer_release(&source);
}

void checkstyle_findings(struct output *o, const struct report *r) {
    struct by_document documents = {.report = r, .drafts = report_has_drafts(r)};
    size_t first, end;
    buffer_string(&o->text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
    for (uint32_t i = 0; i < r->count; i++) {
        if (!by_document_next(&documents, i, &first, &end)) continue;
        buffer_string(&o->text, "  <file");
        xml_attribute(&o->text, "name", r->sources[i].path);
        buffer_string(&o->text, ">\n");
        for (size_t k = first; k < end; k++)
            if (!report_waiver(r, k)) error(&o->text, r, &r->findings->items.items[k]);
        buffer_string(&o->text, "  </file>\n");
        if (!output_flush(o)) return;
    }
    buffer_string(&o->text, "</checkstyle>\n");
    output_flush(o);
}

/* GitHub's workflow commands: a line that a job prints, and that becomes an annotation of the file. */
#include "report/formats.h"
#include "report/message.h"

static const char *const commands[SEVERITIES] = {
    [SEVERITY_NOTE] = "notice", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

/* As the runner reads them back: in a message %, CR and LF; in a property, which a comma ends, : and , too. */
static void escaped(struct buffer *out, struct text t, bool property) {
    for (size_t i = 0; i < t.length; i++) {
        char c = t.bytes[i];
        bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
        if (special) buffer_format(out, "%%%02X", (unsigned)c);
        else buffer_char(out, c);
    }
}

/* Columns are shown only where they are of one line. */
static void place(struct buffer *out, const struct citation *c) {
    struct place end = place_after(c->place, citation_quote(c));
    buffer_format(out, ",line=%zu,endLine=%zu", c->place.line, end.line);
    if (end.line == c->place.line) buffer_format(out, ",col=%zu,endColumn=%zu", c->place.column, end.column);
}

static void annotation(struct buffer *out, const struct report *r, const struct finding *f) {
    struct citation citation = side_citation(r, f->a);
    struct buffer title = {0}, message = {0};
    struct text id = symbols_text(&r->rules->symbols, r->rules->propositions.items[f->proposition].id);
    buffer_format(&title, "%s: %.*s", relation_name(f->relation), TEXT_ARGS(id));
    message_line(&message, r, f);
    buffer_format(out, "::%s file=", commands[f->severity]);
    escaped(out, r->sources[f->a->document].path, true);
    place(out, &citation);
    buffer_string(out, ",title=");
    escaped(out, buffer_view(&title), true);
    buffer_string(out, "::");
    escaped(out, buffer_view(&message), false);
    buffer_char(out, '\n');
    out->failed |= title.failed || message.failed;
    buffer_release(&title);
    buffer_release(&message);
}

void github_findings(struct output *o, const struct report *r) {
    for (size_t i = 0; i < r->findings->items.count; i++) {
        if (report_waiver(r, i)) continue;
        annotation(&o->text, r, &r->findings->items.items[i]);
        if (!output_flush(o)) return;
    }
}

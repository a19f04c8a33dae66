/* reviewdog's diagnostics, a line each. Their columns count bytes, from 1. */
#include "report/formats.h"
#include "report/json_write.h"
#include "report/message.h"

static const char *const severities[SEVERITIES] = {
    [SEVERITY_NOTE] = "INFO", [SEVERITY_WARNING] = "WARNING", [SEVERITY_ERROR] = "ERROR"};

/* `column` 0: not known. */
static void point(struct buffer *out, const char *key, size_t line, size_t column) {
    json_key(out, key);
    json_open(out, '{');
    json_key(out, "line");
    json_count(out, line);
    if (column) {
        json_key(out, "column");
        json_count(out, column);
    }
    json_close(out, '}');
}

/* Bytes from the start of the line, a byte order mark among them; where the file is not at hand, that is known of the first
 * line and the first column alone. */
static size_t byte_column(const struct origin *o, size_t line, size_t column, size_t offset) {
    if (line == 1) return offset + 1;
    if (o->given) return column == 1 ? 1 : 0;
    return offset - o->lines.starts.items[line - 1] + 1;
}

static void location(struct buffer *out, const struct report *r, uint32_t document, const struct citation *c) {
    const struct origin *o = &r->origins[document];
    struct place end = place_after(c->place, citation_quote(c));
    size_t column = byte_column(o, c->place.line, c->place.column, c->span.start);
    size_t end_column = byte_column(o, end.line, end.column, c->span.end);
    json_key(out, "location");
    json_open(out, '{');
    json_key(out, "path");
    json_string(out, r->sources[document].path);
    json_key(out, "range");
    json_open(out, '{');
    point(out, "start", c->place.line, column && end_column ? column : 0);
    point(out, "end", end.line, column && end_column ? end_column : 0);
    json_close(out, '}');
    json_close(out, '}');
}

static void related(struct buffer *out, const struct report *r, const struct finding *f) {
    json_key(out, "related_locations");
    json_open(out, '[');
    for (size_t i = 0; i < f->b->claims.count; i++) {
        struct citation citation = origin_cite(&r->origins[f->b->document], f->b->claims.items[i]);
        struct buffer source = {0};
        message_source(&source, r, f->b, f->across);
        json_open(out, '{');
        json_key(out, "message");
        json_string(out, source.length ? buffer_view(&source) : TEXT("the other claim"));
        location(out, r, f->b->document, &citation);
        json_close(out, '}');
        out->failed |= source.failed;
        buffer_release(&source);
    }
    json_close(out, ']');
}

static void named(struct buffer *out, const char *key, const char *name, struct text value) {
    json_key(out, key);
    json_open(out, '{');
    json_key(out, name);
    json_string(out, value);
    json_close(out, '}');
}

static void diagnostic(struct buffer *out, const struct report *r, const struct finding *f) {
    struct citation citation = side_citation(r, f->a);
    struct buffer message = {0};
    message_line(&message, r, f);
    json_open(out, '{');
    json_key(out, "message");
    json_string(out, buffer_view(&message));
    location(out, r, f->a->document, &citation);
    json_key(out, "severity");
    json_string(out, text_of(severities[f->severity]));
    named(out, "source", "name", TEXT("belie"));
    named(out, "code", "value", symbols_text(&r->rules->symbols, r->rules->propositions.items[f->proposition].id));
    related(out, r, f);
    json_close(out, '}');
    buffer_char(out, '\n');
    out->failed |= message.failed;
    buffer_release(&message);
}

void rdjsonl_findings(struct output *o, const struct report *r) {
    for (size_t i = 0; i < r->findings->items.count; i++) {
        if (report_waiver(r, i)) continue;
        diagnostic(&o->text, r, &r->findings->items.items[i]);
        if (!output_flush(o)) return;
    }
}

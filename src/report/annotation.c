/* W3C Web Annotations: a page of them, one a finding, its targets the words of both sides. Positions count the code points
 * of the file's text, without a byte order mark. */
#include "report/citation.h"
#include "report/formats.h"
#include "report/json_write.h"
#include "report/message.h"
#include "report/uri.h"

#include "base/utf8.h"

#include <inttypes.h>

enum { AROUND = 32 }; /* code points of prefix and suffix */

struct page {
    struct buffer *out;
    const struct report *report;
    struct arena arena;
    uint32_t **before; /* by document and line: the code points before it; made when first asked for */
};

static const uint32_t *points_before(struct page *p, uint32_t document) {
    const struct lines *lines = &p->report->origins[document].lines;
    if (p->before[document]) return p->before[document];
    uint32_t *before = arena_array(&p->arena, uint32_t, lines->starts.count);
    for (size_t i = 1; before && i < lines->starts.count; i++) {
        struct text line = text_slice(lines->source, lines->starts.items[i - 1], lines->starts.items[i]);
        size_t mark = i == 1 && text_starts(line, TEXT("\xEF\xBB\xBF"));
        before[i] = before[i - 1] + (uint32_t)(utf8_count(line) - mark);
    }
    return p->before[document] = before;
}

/* The last code points of t, or the first ones. */
static struct text nearest_points(struct text t, bool last) {
    size_t at = last ? t.length : 0;
    for (int i = 0; i < AROUND && (last ? at > 0 : at < t.length); i++) {
        if (last) do at--; while (at > 0 && ((unsigned char)t.bytes[at] & 0xC0) == 0x80);
        else utf8_next(t, &at);
    }
    return last ? text_slice(t, at, t.length) : text_slice(t, 0, at);
}

/* What stands around the words: in the file or, where that is not at hand, in their sentence. */
static void surroundings(const struct report *r, uint32_t document, const struct citation *c, struct text *before, struct text *behind) {
    const struct origin *o = &r->origins[document];
    struct text whole = o->given ? c->context : o->source->bytes;
    uint32_t start = o->given ? span_join(c->span, c->sentence).start : 0;
    *before = text_slice(whole, 0, c->span.start - start);
    *behind = text_slice(whole, c->span.end - start, whole.length);
    if (text_starts(*before, TEXT("\xEF\xBB\xBF"))) *before = text_slice(*before, 3, before->length);
}

static void quote_selector(struct page *p, uint32_t document, const struct citation *c) {
    struct text before, behind;
    surroundings(p->report, document, c, &before, &behind);
    json_open(p->out, '{');
    json_key(p->out, "type");
    json_string(p->out, TEXT("TextQuoteSelector"));
    json_key(p->out, "exact");
    json_string(p->out, citation_quote(c));
    json_key(p->out, "prefix");
    json_string(p->out, nearest_points(before, true));
    json_key(p->out, "suffix");
    json_string(p->out, nearest_points(behind, false));
    json_close(p->out, '}');
}

static void position_selector(struct page *p, uint32_t document, const struct citation *c) {
    const uint32_t *before = points_before(p, document);
    if (!before) return;
    size_t start = before[c->place.line - 1] + c->place.column - 1;
    json_open(p->out, '{');
    json_key(p->out, "type");
    json_string(p->out, TEXT("TextPositionSelector"));
    json_key(p->out, "start");
    json_count(p->out, start);
    json_key(p->out, "end");
    json_count(p->out, start + utf8_count(citation_quote(c)));
    json_close(p->out, '}');
}

static void target(struct page *p, uint32_t document, const struct citation *c) {
    struct buffer uri = {0};
    uri_write(&uri, p->report->sources[document].path);
    json_open(p->out, '{');
    json_key(p->out, "type");
    json_string(p->out, TEXT("SpecificResource"));
    json_key(p->out, "source");
    json_string(p->out, buffer_view(&uri));
    json_key(p->out, "selector");
    json_open(p->out, '[');
    quote_selector(p, document, c);
    if (!p->report->origins[document].given) position_selector(p, document, c);
    json_close(p->out, ']');
    json_close(p->out, '}');
    p->out->failed |= uri.failed;
    buffer_release(&uri);
}

static void targets(struct page *p, const struct finding *f) {
    const struct position *const sides[2] = {f->a, f->b};
    json_key(p->out, "target");
    json_open(p->out, '[');
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < sides[side]->claims.count; i++) {
            struct citation citation = origin_cite(&p->report->origins[sides[side]->document], sides[side]->claims.items[i]);
            target(p, sides[side]->document, &citation);
        }
    json_close(p->out, ']');
}

static void body(struct buffer *out, struct text words, const char *purpose) {
    json_open(out, '{');
    json_key(out, "type");
    json_string(out, TEXT("TextualBody"));
    json_key(out, "value");
    json_string(out, words);
    json_key(out, "format");
    json_string(out, TEXT("text/plain"));
    json_key(out, "language");
    json_string(out, TEXT("en"));
    json_key(out, "purpose");
    json_string(out, text_of(purpose));
    json_close(out, '}');
}

static void annotation(struct page *p, const struct finding *f) {
    struct buffer id = {0}, message = {0};
    buffer_format(&id, "urn:belie:%016" PRIx64, f->id);
    message_line(&message, p->report, f);
    json_open(p->out, '{');
    json_key(p->out, "id");
    json_string(p->out, buffer_view(&id));
    json_key(p->out, "type");
    json_string(p->out, TEXT("Annotation"));
    json_key(p->out, "motivation");
    json_string(p->out, TEXT("assessing"));
    json_key(p->out, "body");
    json_open(p->out, '[');
    body(p->out, buffer_view(&message), "assessing");
    body(p->out, text_of(severity_name(f->severity)), "classifying");
    body(p->out, text_of(relation_name(f->relation)), "tagging");
    body(p->out, symbols_text(&p->report->rules->symbols, p->report->rules->propositions.items[f->proposition].id), "tagging");
    json_close(p->out, ']');
    targets(p, f);
    json_close(p->out, '}');
    p->out->failed |= id.failed || message.failed;
    buffer_release(&id);
    buffer_release(&message);
}

static void head(struct buffer *out) {
    json_open(out, '{');
    json_key(out, "@context");
    json_string(out, TEXT("http://www.w3.org/ns/anno.jsonld"));
    json_key(out, "type");
    json_string(out, TEXT("AnnotationPage"));
    json_key(out, "items");
    json_open(out, '[');
}

void annotation_findings(struct output *o, const struct report *r) {
    struct page p = {.out = &o->text, .report = r};
    bool first = true;
    p.before = arena_array(&p.arena, uint32_t *, r->count + 1);
    head(p.out);
    for (size_t i = 0; p.before && i < r->findings->items.count; i++) {
        if (report_waiver(r, i)) continue;
        buffer_string(p.out, first ? "\n" : ",\n");
        annotation(&p, &r->findings->items.items[i]);
        first = false;
        if (!output_flush(o)) break;
    }
    json_close(p.out, ']');
    json_close(p.out, '}');
    buffer_char(p.out, '\n');
    o->text.failed |= p.arena.failed;
    arena_release(&p.arena);
    output_flush(o);
}

/* JUnit's XML: a suite for each document, a case for each finding. Errors and warnings fail, notes pass with their words
 * as output, waived findings are skipped; a document without findings has one case that passes. */
#include "report/by_document.h"
#include "report/message.h"
#include "report/xml.h"

#include <inttypes.h>

struct counts {
    size_t tests, failures, skipped;
};

static bool fails(const struct report *r, size_t index) {
    return !report_waiver(r, index) && r->findings->items.items[index].severity > SEVERITY_NOTE;
}

static struct counts count(const struct report *r, size_t first, size_t end) {
    struct counts c = {.tests = end > first ? end - first : 1};
    for (size_t i = first; i < end; i++) {
        c.failures += fails(r, i);
        c.skipped += report_waiver(r, i) != NULL;
    }
    return c;
}

static void counts(struct buffer *out, const struct counts *c) {
    xml_count(out, "tests", c->tests);
    xml_count(out, "failures", c->failures);
    xml_count(out, "errors", 0);
    xml_count(out, "skipped", c->skipped);
}

static void outcome(struct buffer *out, const struct report *r, size_t index, struct text message, struct text where) {
    const struct finding *f = &r->findings->items.items[index];
    const struct waiver *waiver = report_waiver(r, index);
    if (waiver) {
        buffer_string(out, "      <skipped");
        xml_attribute(out, "message", waiver->reason);
        buffer_string(out, "/>\n");
    } else if (fails(r, index)) {
        buffer_string(out, "      <failure");
        xml_attribute(out, "type", text_of(severity_name(f->severity)));
        xml_attribute(out, "message", message);
        buffer_char(out, '>');
        xml_text(out, where);
        buffer_string(out, "</failure>\n");
    } else {
        buffer_string(out, "      <system-out>");
        xml_text(out, message);
        buffer_string(out, "</system-out>\n");
    }
}

/* Its name is of the finding, not of its place, so that a server can follow it through runs. */
static void testcase(struct buffer *out, const struct report *r, size_t index) {
    const struct finding *f = &r->findings->items.items[index];
    struct text path = r->sources[f->a->document].path;
    struct citation citation = side_citation(r, f->a);
    struct buffer name = {0}, message = {0}, where = {0};
    buffer_format(&name, "%.*s %s %016" PRIx64, TEXT_ARGS(f->question), relation_name(f->relation), f->id);
    message_line(&message, r, f);
    place_text(&where, path, citation.place);
    buffer_string(out, "    <testcase");
    xml_attribute(out, "name", buffer_view(&name));
    xml_attribute(out, "classname", path);
    xml_attribute(out, "file", path);
    xml_count(out, "line", citation.place.line);
    buffer_string(out, ">\n");
    outcome(out, r, index, buffer_view(&message), buffer_view(&where));
    buffer_string(out, "    </testcase>\n");
    out->failed |= name.failed || message.failed || where.failed;
    buffer_release(&name);
    buffer_release(&message);
    buffer_release(&where);
}

static void suite(struct buffer *out, const struct report *r, uint32_t document, size_t first, size_t end) {
    struct counts c = count(r, first, end);
    buffer_string(out, "  <testsuite");
    xml_attribute(out, "name", r->sources[document].path);
    counts(out, &c);
    buffer_string(out, ">\n");
    for (size_t i = first; i < end; i++) testcase(out, r, i);
    if (first == end) {
        buffer_string(out, "    <testcase name=\"nothing contradicts\"");
        xml_attribute(out, "classname", r->sources[document].path);
        buffer_string(out, "/>\n");
    }
    buffer_string(out, "  </testsuite>\n");
}

static struct counts count_all(const struct report *r) {
    struct by_document documents = {.report = r, .drafts = report_has_drafts(r)};
    struct counts sum = {0};
    size_t first, end;
    for (uint32_t i = 0; i < r->count; i++) {
        if (!by_document_next(&documents, i, &first, &end)) continue;
        struct counts c = count(r, first, end);
        sum = (struct counts){sum.tests + c.tests, sum.failures + c.failures, sum.skipped + c.skipped};
    }
    return sum;
}

void junit_findings(struct output *o, const struct report *r) {
    struct by_document documents = {.report = r, .drafts = report_has_drafts(r)};
    struct counts all = count_all(r);
    size_t first, end;
    buffer_string(&o->text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"belie\"");
    counts(&o->text, &all);
    buffer_string(&o->text, ">\n");
    for (uint32_t i = 0; i < r->count; i++) {
        if (!by_document_next(&documents, i, &first, &end)) continue;
        suite(&o->text, r, i, first, end);
        if (!output_flush(o)) return;
    }
    buffer_string(&o->text, "</testsuites>\n");
    output_flush(o);
}

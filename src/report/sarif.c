/* SARIF 2.1.0: one run; a result is a finding, its location the side that is being checked, the other side a related
 * location that the message links to. Columns are code points, as everywhere in belie. */
#include "report/describe.h"
#include "report/formats.h"
#include "report/json_claim.h"
#include "report/json_write.h"
#include "report/line_hash.h"
#include "report/message.h"
#include "report/sarif_rules.h"
#include "report/uri.h"

#include "config.h"

#include <inttypes.h>

struct log {
    struct buffer *out;
    const struct report *report;
    struct arena arena;
    struct sarif_rules rules;
    struct line_hashes *hashes; /* by document, made when they are first asked for */
};

/* `number` -1: no document of the report. */
static void artifact_location(struct buffer *out, struct text path, int64_t number) {
    struct buffer uri = {0};
    enum uri_kind kind = uri_write(&uri, path);
    json_open(out, '{');
    json_key(out, "uri");
    json_string(out, buffer_view(&uri));
    if (kind == URI_INSIDE) {
        json_key(out, "uriBaseId");
        json_string(out, TEXT("%SRCROOT%"));
    }
    if (number >= 0) {
        json_key(out, "index");
        json_count(out, (size_t)number);
    }
    json_close(out, '}');
    out->failed |= uri.failed;
    buffer_release(&uri);
}

static void region(struct buffer *out, const char *key, struct place start, struct text words) {
    struct place end = place_after(start, words);
    json_key(out, key);
    json_open(out, '{');
    json_key(out, "startLine");
    json_count(out, start.line);
    json_key(out, "startColumn");
    json_count(out, start.column);
    json_key(out, "endLine");
    json_count(out, end.line);
    json_key(out, "endColumn");
    json_count(out, end.column);
    json_key(out, "snippet");
    json_open(out, '{');
    json_key(out, "text");
    json_string(out, words);
    json_close(out, '}');
    json_close(out, '}');
}

static void physical_location(struct buffer *out, const struct report *r, uint32_t document, const struct citation *c,
                              bool whole) {
    struct place context;
    json_key(out, "physicalLocation");
    json_open(out, '{');
    json_key(out, "artifactLocation");
    artifact_location(out, r->sources[document].path, document);
    region(out, "region", c->place, citation_quote(c));
    if (whole && origin_context_place(&r->origins[document], c, &context)) region(out, "contextRegion", context, c->context);
    json_close(out, '}');
}

/* With its sentence round it. `id` 0: none; `words` empty: no message. */
static void location(struct buffer *out, const struct report *r, uint32_t document, const struct citation *c, size_t id,
                     struct text words) {
    json_open(out, '{');
    if (id) {
        json_key(out, "id");
        json_count(out, id);
    }
    physical_location(out, r, document, c, true);
    if (words.length) {
        json_key(out, "message");
        sarif_message(out, words);
    }
    json_close(out, '}');
}

/* The claims of a side from number `first` on, as locations with the ids after *id. */
static void related_claims(struct log *l, const struct position *p, size_t first, bool across, size_t *id) {
    for (size_t i = first; i < p->claims.count; i++) {
        struct citation citation = origin_cite(&l->report->origins[p->document], p->claims.items[i]);
        struct buffer words = {0};
        buffer_string(&words, "“");
        print_clean(&words, citation_quote(&citation));
        buffer_string(&words, "”");
        struct buffer source = {0};
        message_source(&source, l->report, p, across);
        if (source.length) buffer_format(&words, " (%.*s)", TEXT_ARGS(buffer_view(&source)));
        location(l->out, l->report, p->document, &citation, ++*id, buffer_view(&words));
        l->out->failed |= words.failed || source.failed;
        buffer_release(&words);
        buffer_release(&source);
    }
}

static void related_locations(struct log *l, const struct finding *f) {
    size_t id = 0;
    json_key(l->out, "relatedLocations");
    json_open(l->out, '[');
    related_claims(l, f->b, 0, f->across, &id);
    related_claims(l, f->a, 1, false, &id);
    json_close(l->out, ']');
}

/* The place of the other side becomes a link to its related location. */
static void result_message(struct log *l, const struct finding *f) {
    struct message m = {0};
    struct buffer text = {0};
    message_write(&m, l->report, f);
    sarif_escape(&text, buffer_view(&m.before));
    buffer_char(&text, '[');
    sarif_escape(&text, buffer_view(&m.place));
    buffer_string(&text, "](1)");
    sarif_escape(&text, buffer_view(&m.after));
    json_key(l->out, "message");
    json_open(l->out, '{');
    json_key(l->out, "text");
    json_string(l->out, buffer_view(&text));
    json_close(l->out, '}');
    l->out->failed |= text.failed || m.before.failed || m.place.failed || m.after.failed;
    buffer_release(&text);
    message_release(&m);
}

static void step(struct log *l, const struct position *p, struct text words) {
    struct citation citation = side_citation(l->report, p);
    json_open(l->out, '{');
    json_key(l->out, "location");
    json_open(l->out, '{');
    physical_location(l->out, l->report, p->document, &citation, false);
    json_key(l->out, "message");
    sarif_message(l->out, words);
    json_close(l->out, '}');
    json_key(l->out, "importance");
    json_string(l->out, TEXT("essential"));
    json_close(l->out, '}');
}

/* "Read as “not rejected” by bridge/vote/rejects, which leaves possible: half or for." */
static void reading_step(struct log *l, const struct position *p) {
    const struct rules *rules = l->report->rules;
    const struct claim *c = p->claims.items[0];
    struct buffer words = {0};
    buffer_string(&words, c->negated ? "Read as “not " : "Read as “");
    describe_value(&words, rules, c);
    struct text rule = rules_name(rules, c->rule, &l->arena);
    buffer_format(&words, "” by %.*s", TEXT_ARGS(rule));
    if (c->value >= 0) {
        buffer_string(&words, ", which leaves possible: ");
        describe_reading(&words, &rules->propositions.items[c->proposition], rules, &p->reading);
    }
    buffer_char(&words, '.');
    step(l, p, buffer_view(&words));
    l->out->failed |= words.failed;
    buffer_release(&words);
}

/* The reasoning: how each side was read, and why no state of affairs fits both. */
static void code_flows(struct log *l, const struct finding *f) {
    json_key(l->out, "codeFlows");
    json_open(l->out, '[');
    json_open(l->out, '{');
    json_key(l->out, "threadFlows");
    json_open(l->out, '[');
    json_open(l->out, '{');
    json_key(l->out, "locations");
    json_open(l->out, '[');
    reading_step(l, f->b);
    reading_step(l, f->a);
    step(l, f->a, f->why);
    json_close(l->out, ']');
    json_close(l->out, '}');
    json_close(l->out, ']');
    json_close(l->out, '}');
    json_close(l->out, ']');
}

/* GitHub's key of the line where the result stands; NULL where the file is not at hand. */
static const struct line_hash *line_hash(struct log *l, uint32_t document, size_t line) {
    const struct report *r = l->report;
    struct line_hashes *hashes = &l->hashes[document];
    if (r->origins[document].given || !r->sources[document].bytes.length) return NULL;
    if (!hashes->items.count && !line_hashes_of(&l->arena, r->sources[document].bytes, hashes)) return NULL;
    return line <= hashes->items.count ? &hashes->items.items[line - 1] : NULL;
}

static void fingerprints(struct log *l, const struct finding *f) {
    struct citation citation = side_citation(l->report, f->a);
    const struct line_hash *hash = line_hash(l, f->a->document, citation.place.line);
    json_key(l->out, "partialFingerprints");
    json_open(l->out, '{');
    json_key(l->out, "claimPair/v1");
    json_hex(l->out, f->id);
    if (hash) {
        struct text key = arena_format(&l->arena, "%" PRIx64 ":%" PRIu32, hash->hash, hash->occurrence);
        json_key(l->out, "primaryLocationLineHash");
        json_string(l->out, key);
    }
    json_close(l->out, '}');
}

static void point(struct buffer *out, struct text path, int64_t number, size_t line, size_t column) {
    json_key(out, "physicalLocation");
    json_open(out, '{');
    json_key(out, "artifactLocation");
    artifact_location(out, path, number);
    if (line) {
        json_key(out, "region");
        json_open(out, '{');
        json_key(out, "startLine");
        json_count(out, line);
        if (column) {
            json_key(out, "startColumn");
            json_count(out, column);
        }
        json_close(out, '}');
    }
    json_close(out, '}');
}

static void suppression(struct buffer *out, const struct waiver *w) {
    json_open(out, '{');
    json_key(out, "kind");
    json_string(out, w->document >= 0 ? TEXT("inSource") : TEXT("external"));
    json_key(out, "status");
    json_string(out, TEXT("accepted"));
    json_key(out, "justification");
    json_string(out, w->reason);
    json_key(out, "location");
    json_open(out, '{');
    point(out, w->path, w->document, w->place.line, w->place.column);
    json_close(out, '}');
    json_close(out, '}');
}

/* All results of a run have them or none. */
static void suppressions(struct log *l, size_t index) {
    const struct waiver *waiver = report_waiver(l->report, index);
    if (!l->report->show_waived) return;
    json_key(l->out, "suppressions");
    json_open(l->out, '[');
    if (waiver) suppression(l->out, waiver);
    json_close(l->out, ']');
}

static void baseline_state(struct log *l, const struct finding *f) {
    const struct baseline *known = l->report->accepted->baseline;
    if (!known) return;
    json_key(l->out, "baselineState");
    json_string(l->out, baseline_find(known, f->id) ? TEXT("unchanged") : TEXT("new"));
}

static void properties(struct log *l, const struct finding *f) {
    json_key(l->out, "properties");
    json_open(l->out, '{');
    json_key(l->out, "relation");
    json_string(l->out, text_of(relation_name(f->relation)));
    json_key(l->out, "question");
    json_string(l->out, f->question);
    json_key(l->out, "where");
    json_string(l->out, f->across ? TEXT("across") : TEXT("within"));
    json_close(l->out, '}');
}

static void result(struct log *l, size_t index) {
    const struct report *r = l->report;
    const struct finding *f = &r->findings->items.items[index];
    struct citation citation = side_citation(r, f->a);
    json_open(l->out, '{');
    json_key(l->out, "ruleId");
    json_string(l->out, symbols_text(&r->rules->symbols, r->rules->propositions.items[f->proposition].id));
    json_key(l->out, "ruleIndex");
    json_count(l->out, (size_t)l->rules.index[f->proposition]);
    json_key(l->out, "level");
    json_string(l->out, text_of(severity_name(f->severity)));
    result_message(l, f);
    json_key(l->out, "locations");
    json_open(l->out, '[');
    location(l->out, r, f->a->document, &citation, 0, TEXT(""));
    json_close(l->out, ']');
    related_locations(l, f);
    code_flows(l, f);
    fingerprints(l, f);
    baseline_state(l, f);
    suppressions(l, index);
    properties(l, f);
    json_close(l->out, '}');
}

static void notification(struct buffer *out, const char *level, struct text words, struct text path, size_t line, size_t column) {
    json_open(out, '{');
    json_key(out, "level");
    json_string(out, text_of(level));
    json_key(out, "message");
    sarif_message(out, words);
    if (path.length) {
        json_key(out, "locations");
        json_open(out, '[');
        json_open(out, '{');
        point(out, path, -1, line, column);
        json_close(out, '}');
        json_close(out, ']');
    }
    json_close(out, '}');
}

/* What could not be read, and the waivers that do not hold. */
static void invocations(struct buffer *out, const struct report *r) {
    const struct waivers *waivers = &r->accepted->waivers;
    json_key(out, "invocations");
    json_open(out, '[');
    json_open(out, '{');
    json_key(out, "executionSuccessful");
    json_bool(out, r->problem_count == 0);
    json_key(out, "toolExecutionNotifications");
    json_open(out, '[');
    for (size_t i = 0; i < r->problem_count; i++)
        notification(out, "error", text_of(r->problems[i].message), text_of(r->problems[i].path), r->problems[i].line, r->problems[i].column);
    json_close(out, ']');
    json_key(out, "toolConfigurationNotifications");
    json_open(out, '[');
    for (size_t i = 0; i < waivers->items.count; i++) {
        const struct waiver *w = &waivers->items.items[i];
        if (w->state == WAIVER_HOLDS) continue;
        notification(out, w->state == WAIVER_UNUSED ? "note" : "warning", w->message, w->path, w->place.line, w->place.column);
    }
    json_close(out, ']');
    json_close(out, '}');
    json_close(out, ']');
}

static void tool(struct log *l) {
    json_key(l->out, "tool");
    json_open(l->out, '{');
    json_key(l->out, "driver");
    json_open(l->out, '{');
    json_key(l->out, "name");
    json_string(l->out, TEXT("belie"));
    json_key(l->out, "semanticVersion");
    json_string(l->out, TEXT(BELIE_VERSION));
    sarif_rules_write(l->out, l->report->rules, &l->rules);
    json_close(l->out, '}');
    json_close(l->out, '}');
}

static void role(struct buffer *out, bool prior) {
    json_key(out, "roles");
    json_open(out, '[');
    json_string(out, prior ? TEXT("referencedOnCommandLine") : TEXT("analysisTarget"));
    json_close(out, ']');
}

static void artifacts(struct buffer *out, const struct report *r) {
    bool drafts = report_has_drafts(r);
    json_key(out, "artifacts");
    json_open(out, '[');
    for (uint32_t i = 0; i < r->count; i++) {
        buffer_string(out, i ? ",\n" : "\n");
        json_open(out, '{');
        json_key(out, "location");
        artifact_location(out, r->sources[i].path, -1);
        if (!r->sources[i].archived) role(out, drafts && !r->sources[i].draft);
        json_key(out, "encoding");
        json_string(out, TEXT("UTF-8"));
        json_close(out, '}');
    }
    json_close(out, ']');
}

static void head(struct log *l) {
    json_open(l->out, '{');
    json_key(l->out, "$schema");
    json_string(l->out, TEXT("https://json.schemastore.org/sarif-2.1.0.json"));
    json_key(l->out, "version");
    json_string(l->out, TEXT("2.1.0"));
    json_key(l->out, "runs");
    json_open(l->out, '[');
    json_open(l->out, '{');
    tool(l);
    json_key(l->out, "automationDetails");
    json_open(l->out, '{');
    json_key(l->out, "id");
    json_string(l->out, TEXT("belie/"));
    json_close(l->out, '}');
    json_key(l->out, "columnKind");
    json_string(l->out, TEXT("unicodeCodePoints"));
    invocations(l->out, l->report);
    artifacts(l->out, l->report);
}

void sarif_findings(struct output *o, const struct report *r) {
    struct log l = {.out = &o->text, .report = r};
    l.hashes = arena_array(&l.arena, struct line_hashes, r->count + 1);
    if (l.hashes && sarif_rules_of(&l.arena, r, &l.rules)) {
        head(&l);
        json_key(l.out, "results");
        json_open(l.out, '[');
        for (size_t i = 0; i < r->findings->items.count && !o->stopped; i++) {
            buffer_string(l.out, i ? ",\n" : "\n");
            result(&l, i);
            output_flush(o);
        }
        json_close(l.out, ']');
        json_close(l.out, '}');
        json_close(l.out, ']');
        json_close(l.out, '}');
        buffer_char(l.out, '\n');
    }
    o->text.failed |= l.arena.failed;
    arena_release(&l.arena);
    output_flush(o);
}

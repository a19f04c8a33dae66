/* The findings as one JSON object: documents and findings one a line, so that two reports can be told apart by diff. */
#include "report/formats.h"
#include "report/json_claim.h"
#include "report/json_finding.h"
#include "report/message.h"

#include "config.h"

static void packs(struct buffer *out, const struct rules *r) {
    json_key(out, "rules");
    json_open(out, '{');
    json_key(out, "packs");
    json_open(out, '[');
    for (size_t i = 0; i < r->packs.count; i++) json_string(out, symbols_text(&r->symbols, r->packs.items[i].id));
    json_close(out, ']');
    json_key(out, "hash");
    json_hex(out, r->hash);
    json_close(out, '}');
}

/* With role and hash a report says what it was made of: see report/report_read.h. */
static void document(struct buffer *out, const struct source *s, bool any_draft) {
    json_open(out, '{');
    json_source(out, s);
    json_key(out, "claims");
    json_count(out, s->claims->items.count);
    json_key(out, "role");
    json_string(out, s->archived ? TEXT("archived") : any_draft && !s->draft ? TEXT("prior") : TEXT("draft"));
    json_key(out, "hash");
    if (s->archived) json_null(out);
    else json_hex(out, s->hash);
    json_close(out, '}');
}

static void waiver(struct buffer *out, const struct waiver *w) {
    json_open(out, '{');
    json_key(out, "state");
    json_string(out, text_of(waiver_state_name(w->state)));
    json_key(out, "target");
    json_string_or_null(out, w->target);
    json_terms(out, w);
    json_key(out, "findings");
    json_count(out, w->findings);
    json_key(out, "message");
    json_string_or_null(out, w->message);
    json_close(out, '}');
}

static void stale(struct buffer *out, const struct known *k) {
    json_open(out, '{');
    json_key(out, "id");
    json_hex(out, k->id);
    json_key(out, "proposition");
    json_string(out, k->proposition);
    json_key(out, "question");
    json_string(out, k->question);
    json_key(out, "quotes");
    json_open(out, '[');
    for (int i = 0; i < 2; i++) json_string(out, k->quotes[i]);
    json_close(out, ']');
    json_close(out, '}');
}

static void archives(struct buffer *out, const struct report *r) {
    if (!r->archive_count) return;
    json_key(out, "archives");
    json_open(out, '[');
    for (size_t i = 0; i < r->archive_count; i++) {
        json_open(out, '{');
        json_key(out, "path");
        json_string(out, r->archives[i].path);
        json_key(out, "snapshot");
        json_hex(out, r->archives[i].snapshot);
        json_key(out, "documents");
        json_count(out, r->archives[i].documents);
        json_key(out, "since");
        json_date(out, r->archives[i].since);
        json_key(out, "until");
        json_date(out, r->archives[i].until);
        json_key(out, "outlet");
        json_string_or_null(out, r->archives[i].outlet);
        json_close(out, '}');
    }
    json_close(out, ']');
    buffer_string(out, ",\n");
}

static void summary(struct buffer *out, const struct findings *f, const struct accepted *accepted) {
    json_key(out, "summary");
    json_open(out, '{');
    for (int i = SEVERITIES - 1; i >= 0; i--) {
        json_key(out, severity_name((enum severity)i));
        json_count(out, f->counts[i]);
    }
    json_key(out, "waived");
    json_count(out, accepted->waived);
    json_key(out, "baseline");
    json_count(out, accepted->known);
    json_close(out, '}');
}

/* A list whose items stand on lines of their own; the comma goes before the line's end. */
static void next_line(struct buffer *out, bool first) {
    buffer_string(out, first ? "\n" : ",\n");
}

static void waivers(struct buffer *out, const struct waivers *all) {
    json_key(out, "waivers");
    json_open(out, '[');
    for (size_t i = 0; i < all->items.count; i++) {
        next_line(out, i == 0);
        waiver(out, &all->items.items[i]);
    }
    json_close(out, ']');
    buffer_string(out, ",\n");
}

/* Only the entries whose finding is gone: the others are findings that nobody asked for. */
static void baseline(struct buffer *out, const struct report *r) {
    if (!r->accepted->baseline) return;
    json_key(out, "baseline");
    json_open(out, '{');
    json_key(out, "path");
    json_string(out, r->accepted->baseline->path);
    json_key(out, "pruned");
    json_bool(out, r->pruned);
    json_key(out, "stale");
    json_open(out, '[');
    for (size_t i = 0; i < r->accepted->stale.count; i++) {
        next_line(out, i == 0);
        stale(out, r->accepted->stale.items[i]);
    }
    json_close(out, ']');
    json_close(out, '}');
    buffer_string(out, ",\n");
}

void json_findings(struct output *o, const struct report *r) {
    struct buffer *out = &o->text;
    bool drafts = report_has_drafts(r);
    json_open(out, '{');
    json_key(out, "belie");
    json_string(out, TEXT(BELIE_VERSION));
    packs(out, r->rules);
    json_key(out, "documents");
    json_open(out, '[');
    for (uint32_t i = 0; i < r->count; i++) {
        next_line(out, i == 0);
        document(out, &r->sources[i], drafts);
    }
    json_close(out, ']');
    buffer_string(out, ",\n");
    archives(out, r);
    json_key(out, "findings");
    json_open(out, '[');
    for (size_t i = 0; i < r->findings->items.count; i++) {
        next_line(out, i == 0);
        json_finding(out, r, i);
        if (!output_flush(o)) return;
    }
    json_close(out, ']');
    buffer_string(out, ",\n");
    waivers(out, &r->accepted->waivers);
    baseline(out, r);
    summary(out, r->findings, r->accepted);
    json_close(out, '}');
    buffer_char(out, '\n');
    output_flush(o);
}

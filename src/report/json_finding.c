#include "report/json_finding.h"

#include "report/describe.h"
#include "report/json_claim.h"
#include "report/message.h"

static void claims(struct buffer *out, const struct report *r, const struct position *p) {
    json_key(out, "claims");
    json_open(out, '[');
    for (size_t i = 0; i < p->claims.count; i++) {
        struct citation citation = origin_cite(&r->origins[p->document], p->claims.items[i]);
        json_open(out, '{');
        json_citation(out, r->rules, p->claims.items[i], &citation);
        json_close(out, '}');
    }
    json_close(out, ']');
}

static void side(struct buffer *out, const struct report *r, const struct finding *f, const struct position *p) {
    struct buffer value = {0};
    describe_position(&value, r->rules, p);
    json_open(out, '{');
    json_key(out, "path");
    json_string(out, r->sources[p->document].path);
    json_key(out, "value");
    json_string(out, buffer_view(&value));
    json_key(out, "negated");
    json_bool(out, p->negated);
    json_reading(out, r->rules, &r->rules->propositions.items[f->proposition], &p->reading);
    json_key(out, "voice");
    json_voice(out, r->rules, &p->voice, false);
    claims(out, r, p);
    if (p->others) {
        json_key(out, "others");
        json_count(out, p->others);
    }
    json_close(out, '}');
    out->failed |= value.failed;
    buffer_release(&value);
}

static void place(struct buffer *out, const struct waiver *w) {
    struct buffer source = {0};
    buffer_format(&source, "%.*s:%zu:%zu", TEXT_ARGS(w->path), w->place.line, w->place.column);
    json_key(out, "source");
    json_string(out, buffer_view(&source));
    out->failed |= source.failed;
    buffer_release(&source);
}

void json_terms(struct buffer *out, const struct waiver *w) {
    json_key(out, "reason");
    json_string_or_null(out, w->reason);
    json_key(out, "until");
    json_string_or_null(out, w->day);
    json_key(out, "by");
    json_string_or_null(out, w->by);
    place(out, w);
}

void json_finding(struct buffer *out, const struct report *r, size_t index) {
    const struct rules *rules = r->rules;
    const struct finding *f = &r->findings->items.items[index];
    json_open(out, '{');
    json_key(out, "id");
    json_hex(out, f->id);
    json_key(out, "proposition");
    json_string(out, symbols_text(&rules->symbols, rules->propositions.items[f->proposition].id));
    json_arguments(out, rules, f->a->claims.items[0], true);
    json_key(out, "question");
    json_string(out, f->question);
    json_key(out, "relation");
    json_string(out, text_of(relation_name(f->relation)));
    json_key(out, "severity");
    json_string(out, text_of(severity_name(f->severity)));
    json_key(out, "where");
    json_string(out, f->across ? TEXT("across") : TEXT("within"));
    json_key(out, "why");
    json_string(out, f->why);
    json_key(out, "a");
    side(out, r, f, f->a);
    json_key(out, "b");
    side(out, r, f, f->b);
    const struct waiver *waiver = report_waiver(r, index);
    if (waiver) {
        json_key(out, "waived");
        json_open(out, '{');
        json_terms(out, waiver);
        json_close(out, '}');
    }
    json_close(out, '}');
}

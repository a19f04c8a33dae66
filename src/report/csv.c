/* The findings for a spreadsheet: RFC 4180, one row a side, so that a finding is two rows with one id. */
#include "compare/explain.h"
#include "report/describe.h"
#include "report/dispute.h"

#include <inttypes.h>
#include <stdio.h>

static const char header[] =
    "question_number,question,finding,new,proposition,relation,severity,where,side,answer,voice,speaker,outlet,title,published,"
    "path,uri,line,column,block,quote,sentence,more_quotes,more_documents,why\r\n";

struct sheet {
    struct buffer *out;
    const struct report *r;
    bool started; /* a row */
};

/* A text that a spreadsheet would run as a formula gets an apostrophe before it. */
static bool is_formula(struct text t) {
    return t.length && strchr("=+-@\t\r", t.bytes[0]);
}

static void cell(struct sheet *s, struct text t) {
    struct buffer clean = {0};
    print_clean(&clean, t);
    struct text value = text_trim(buffer_view(&clean));
    buffer_string(s->out, s->started ? ",\"" : "\"");
    s->started = true;
    if (is_formula(value)) buffer_char(s->out, '\'');
    for (size_t i = 0; i < value.length; i++) {
        if (value.bytes[i] == '"') buffer_char(s->out, '"');
        buffer_char(s->out, value.bytes[i]);
    }
    buffer_char(s->out, '"');
    s->out->failed |= clean.failed;
    buffer_release(&clean);
}

static void words(struct sheet *s, const char *t) {
    cell(s, text_of(t));
}

static void count(struct sheet *s, size_t number) {
    buffer_format(s->out, "%s%zu", s->started ? "," : "", number);
    s->started = true;
}

static void day(struct sheet *s, int32_t days) {
    struct buffer date = {0};
    if (days != NO_DATE) describe_date(&date, days);
    cell(s, buffer_view(&date));
    s->out->failed |= date.failed;
    buffer_release(&date);
}

static void finding(struct sheet *s, const struct dispute *d, const struct clash_pair *pair) {
    const struct finding *f = pair->finding;
    const struct rules *rules = s->r->rules;
    char id[17];
    snprintf(id, sizeof id, "%016" PRIx64, f->id);
    count(s, d->number);
    cell(s, f->question);
    words(s, id);
    words(s, pair->fresh ? "new" : "");
    cell(s, symbols_text(&rules->symbols, rules->propositions.items[f->proposition].id));
    words(s, relation_name(f->relation));
    words(s, severity_name(f->severity));
    words(s, f->across ? "across" : "within");
}

static void document(struct sheet *s, const struct source *source) {
    cell(s, source->outlet);
    cell(s, source->title);
    day(s, source->published);
    cell(s, source->path);
    cell(s, source->uri);
}

static void answer(struct sheet *s, const struct position *p) {
    struct buffer value = {0};
    explain_reading(s->r->rules, p, &value);
    cell(s, buffer_view(&value));
    s->out->failed |= value.failed;
    buffer_release(&value);
    words(s, p->voice.kind == VOICE_OUTLET ? "outlet" : "speaker");
    cell(s, voice_speaker(s->r->rules, &p->voice));
}

static void quotation(struct sheet *s, const struct position *p) {
    const struct claim *first = p->claims.items[0];
    struct citation citation = origin_cite(&s->r->origins[p->document], first);
    count(s, citation.place.line);
    count(s, citation.place.column);
    words(s, block_kind_name(first->block));
    cell(s, citation_quote(&citation));
    cell(s, citation.context);
    count(s, p->claims.count - 1);
    count(s, p->others);
}

static void side(struct sheet *s, const struct dispute *d, const struct clash_pair *pair, bool second) {
    const struct position *p = second ? pair->finding->b : pair->finding->a;
    s->started = false;
    finding(s, d, pair);
    words(s, second ? "b" : "a");
    answer(s, p);
    document(s, &s->r->sources[p->document]);
    quotation(s, p);
    cell(s, pair->finding->why);
    buffer_string(s->out, "\r\n");
}

static void dispute(struct sheet *s, const struct dispute *d) {
    for (size_t i = 0; i < d->clashes.count; i++)
        for (size_t k = 0; k < d->clashes.items[i].pairs.count; k++)
            for (int second = 0; second < 2; second++) side(s, d, &d->clashes.items[i].pairs.items[k], second);
}

void csv_findings(struct output *o, const struct report *r) {
    struct arena arena = {0};
    struct disputes disputes;
    struct sheet sheet = {.out = &o->text, .r = r};
    bool ok = disputes_find(&arena, r, &disputes);
    if (!ok) o->text.failed = true;
    buffer_string(&o->text, header);
    for (size_t i = 0; ok && i < disputes.items.count; i++) {
        dispute(&sheet, &disputes.items.items[i]);
        ok = output_flush(o);
    }
    output_flush(o);
    arena_release(&arena);
}

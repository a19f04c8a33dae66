#include "report/message.h"

#include "report/describe.h"

struct citation side_citation(const struct report *r, const struct position *p) {
    return origin_cite(&r->origins[p->document], p->claims.items[0]);
}

const struct waiver *report_waiver(const struct report *r, size_t index) {
    return r->show_waived ? r->accepted->by[index] : NULL;
}

bool report_has_drafts(const struct report *r) {
    for (uint32_t i = 0; i < r->count; i++)
        if (r->sources[i].draft) return true;
    return false;
}

void place_text(struct buffer *out, struct text path, struct place place) {
    print_clean(out, path);
    buffer_format(out, ":%zu:%zu", place.line, place.column);
}

void message_source(struct buffer *out, const struct report *r, const struct position *p, bool elsewhere) {
    const struct source *s = &r->sources[p->document];
    struct text parts[] = {voice_speaker(r->rules, &p->voice), elsewhere ? s->outlet : TEXT("")};
    bool first = true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i].length) continue;
        if (!first) buffer_string(out, ", ");
        print_clean(out, parts[i]);
        first = false;
    }
    if (!elsewhere || s->published == NO_DATE) return;
    if (!first) buffer_string(out, ", ");
    describe_date(out, s->published);
}

/* “quotation” (source) */
static void quotation(struct buffer *out, const struct report *r, const struct position *p, const struct citation *c, bool elsewhere) {
    struct buffer source = {0};
    message_source(&source, r, p, elsewhere);
    buffer_string(out, "“");
    print_clean(out, citation_quote(c));
    buffer_string(out, "”");
    if (source.length) buffer_format(out, " (%.*s)", TEXT_ARGS(buffer_view(&source)));
    out->failed |= source.failed;
    buffer_release(&source);
}

void message_write(struct message *m, const struct report *r, const struct finding *f) {
    struct citation a = side_citation(r, f->a), b = side_citation(r, f->b);
    print_clean(&m->before, f->question);
    buffer_char(&m->before, ' ');
    quotation(&m->before, r, f->a, &a, false);
    buffer_string(&m->before, " here, but ");
    quotation(&m->before, r, f->b, &b, f->across);
    buffer_string(&m->before, " at ");
    place_text(&m->place, r->sources[f->b->document].path, b.place);
    if (f->b->others)
        buffer_format(&m->after, " and in %zu more document%s", f->b->others, f->b->others == 1 ? "" : "s");
    buffer_string(&m->after, ". ");
    print_clean(&m->after, f->why);
}

void message_release(struct message *m) {
    buffer_release(&m->before);
    buffer_release(&m->place);
    buffer_release(&m->after);
}

void message_line(struct buffer *out, const struct report *r, const struct finding *f) {
    struct message m = {0};
    message_write(&m, r, f);
    buffer_text(out, buffer_view(&m.before));
    buffer_text(out, buffer_view(&m.place));
    buffer_text(out, buffer_view(&m.after));
    out->failed |= m.before.failed || m.place.failed || m.after.failed;
    message_release(&m);
}

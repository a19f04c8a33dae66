/* The report as Markdown (CommonMark, with the tables of GitHub): for a mail, a wiki or a ticket. */
#include "report/describe.h"
#include "report/dispute.h"
#include "report/excerpt.h"

enum { QUOTED = 3 };

struct paper {
    struct output *o;
    struct buffer *out;
    struct arena *a;
    const struct report *r;
    const struct disputes *disputes;
    struct layout *layouts; /* by document, read when first quoted */
    bool *known;
};

static const char *escape_of(char c) {
    static const char *const escapes[128] = {
        ['<'] = "&lt;", ['&'] = "&amp;", ['\\'] = "\\\\", ['`'] = "\\`", ['*'] = "\\*", ['_'] = "\\_", ['{'] = "\\{",
        ['}'] = "\\}",  ['['] = "\\[",  [']'] = "\\]",    ['>'] = "\\>", ['#'] = "\\#", ['|'] = "\\|", ['~'] = "\\~",
        ['!'] = "\\!"};
    return (unsigned char)c < 128 ? escapes[(unsigned char)c] : NULL;
}

/* Whatever could be markup is escaped, HTML too. */
static void text(struct paper *p, struct text t) {
    size_t from = p->out->length;
    print_clean(p->out, t);
    escape_from(p->out, from, escape_of);
}

static void string(struct paper *p, const char *markup) {
    buffer_string(p->out, markup);
}

static void counted(struct paper *p, size_t number, const char *noun) {
    buffer_format(p->out, "%zu %s%s", number, noun, number == 1 ? "" : "s");
}

/* What a line begins with can make it a list: "-", "+", "1." Returns where the rest begins. */
static size_t list_mark(struct paper *p, struct text t, size_t at) {
    size_t end = at;
    while (end < t.length && ascii_digit(t.bytes[end])) end++;
    bool number = end > at && end < t.length && strchr(".)", t.bytes[end]);
    if (!number && !(at < t.length && strchr("-+", t.bytes[at]))) return at;
    text(p, text_slice(t, at, end));
    string(p, "\\");
    return end;
}

static void excerpt(struct paper *p, const struct excerpt *e) {
    bool inside = e->more_before || e->sentence.start;
    size_t at = e->sentence.start;
    string(p, inside ? "  > … " : "  > ");
    if (!inside && e->mark_count && e->marks[0].start > at) at = list_mark(p, e->text, at);
    for (size_t i = 0; i < e->mark_count; i++) {
        text(p, text_slice(e->text, at, e->marks[i].start));
        string(p, "**");
        text(p, text_slice(e->text, e->marks[i].start, e->marks[i].end));
        string(p, "**");
        at = e->marks[i].end;
    }
    text(p, text_slice(e->text, at, e->sentence.end));
    string(p, e->more_after || e->sentence.end < e->text.length ? " …\n" : "\n");
}

static const struct layout *layout(struct paper *p, uint32_t document) {
    if (!p->known[document] && !layout_read(p->a, &p->r->sources[document], &p->layouts[document])) p->out->failed = true;
    p->known[document] = true;
    return &p->layouts[document];
}

static void holder(struct paper *p, const struct holder *h) {
    const struct source *s = &p->r->sources[h->document];
    struct excerpt excerpts[QUOTED];
    struct quoted quoted = {&p->r->origins[h->document], layout(p, h->document), h->claims.items, h->claims.count};
    size_t found = excerpts_of(&quoted, excerpts, QUOTED);
    string(p, "- **");
    text(p, voice_label(p->r->rules, s, &h->voice));
    string(p, "**");
    if (s->published != NO_DATE) {
        string(p, ", ");
        describe_date(p->out, s->published);
    }
    string(p, ", ");
    text(p, s->path);
    buffer_format(p->out, ":%zu:%zu\n\n", excerpts[0].place.line, excerpts[0].place.column);
    for (size_t i = 0; i < found && i < QUOTED; i++) {
        if (i) string(p, "  >\n");
        excerpt(p, &excerpts[i]);
    }
    if (found > QUOTED) buffer_format(p->out, "\n  and %zu more\n", found - QUOTED);
    if (h->others) buffer_format(p->out, "\n  and %zu more archived document%s\n", h->others, h->others == 1 ? "" : "s");
    string(p, "\n");
}

static void clashes(struct paper *p, const struct clashes *c) {
    buffer_format(p->out, "- %s, **%s**: ", severity_name(c->severity), relation_name(c->relation));
    text(p, c->why);
    string(p, " (");
    counted(p, c->pairs.count, "pair");
    string(p, ")\n");
}

static void dispute(struct paper *p, const struct dispute *d) {
    buffer_format(p->out, "## %u. ", d->number);
    text(p, d->question);
    string(p, "\n\n");
    buffer_format(p->out, "%s; ", severity_name(d->worst));
    counted(p, d->answers.count, "answer");
    string(p, " in ");
    counted(p, d->documents.count, "document");
    string(p, ", ");
    counted(p, d->findings, "finding");
    if (d->fresh) buffer_format(p->out, ", **%zu new**", d->fresh);
    string(p, "\n\n");
    for (size_t i = 0; i < d->answers.count; i++) {
        string(p, "### “");
        text(p, d->answers.items[i].value);
        string(p, "”\n\n");
        for (size_t k = 0; k < d->answers.items[i].holders.count; k++) holder(p, &d->answers.items[i].holders.items[k]);
    }
    string(p, "### Why they cannot all be so\n\n");
    for (size_t i = 0; i < d->clashes.count; i++) clashes(p, &d->clashes.items[i]);
    string(p, "\n");
}

static void overview(struct paper *p) {
    const struct findings *f = p->r->findings;
    string(p, "# Disputed claims\n\n");
    counted(p, p->disputes->items.count, "disputed question");
    string(p, ", ");
    counted(p, f->items.count, "finding");
    for (int i = SEVERITIES - 1; i >= 0; i--) {
        string(p, i == SEVERITIES - 1 ? " (" : ", ");
        counted(p, f->counts[i], severity_name((enum severity)i));
    }
    string(p, ") in ");
    counted(p, p->r->count, "document");
    if (p->disputes->compared) {
        string(p, "; since the last report ");
        buffer_format(p->out, "%zu new, %zu gone", p->disputes->fresh, p->disputes->gone.count);
    }
    string(p, ".\n\n");
}

static void contents(struct paper *p) {
    if (!p->disputes->items.count) return;
    string(p, "| | question | severity | answers | documents | findings |\n|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < p->disputes->items.count; i++) {
        const struct dispute *d = &p->disputes->items.items[i];
        buffer_format(p->out, "| %u | ", d->number);
        text(p, d->question);
        buffer_format(p->out, " | %s | %zu | %zu | %zu |\n", severity_name(d->worst), d->answers.count, d->documents.count, d->findings);
    }
    string(p, "\n");
}

static bool open_paper(struct paper *p) {
    p->layouts = arena_array(p->a, struct layout, p->r->count + 1);
    p->known = arena_array(p->a, bool, p->r->count + 1);
    return p->layouts && p->known;
}

void markdown_findings(struct output *o, const struct report *r) {
    struct arena arena = {0};
    struct disputes disputes;
    struct paper p = {.o = o, .out = &o->text, .a = &arena, .r = r, .disputes = &disputes};
    bool ok = disputes_find(&arena, r, &disputes) && open_paper(&p);
    if (!ok) o->text.failed = true;
    if (ok) overview(&p);
    if (ok) contents(&p);
    for (size_t i = 0; ok && i < disputes.items.count; i++) {
        dispute(&p, &disputes.items.items[i]);
        ok = output_flush(o);
    }
    output_flush(o);
    arena_release(&arena);
}

/* The findings for a reader at a terminal. */
#include "report/describe.h"
#include "report/draw.h"
#include "report/formats.h"

#include <inttypes.h>
#include <stdlib.h>

static const enum style severity_styles[SEVERITIES] = {
    [SEVERITY_NOTE] = STYLE_NOTE, [SEVERITY_WARNING] = STYLE_WARNING, [SEVERITY_ERROR] = STYLE_ERROR};

enum { SHOWN = 2 }; /* sentences of one side; the others are only pointed at */

/* Does it clash with the same words of the draft as the finding before it? Then they are not quoted again. */
static bool goes_on(const struct report *r, size_t index) {
    if (!index) return false;
    const struct finding *f = &r->findings->items.items[index], *before = f - 1;
    return f->proposition == before->proposition && f->a->claims.items[0] == before->a->claims.items[0] &&
           text_equal(f->question, before->question);
}

static void heading(const struct canvas *c, const struct finding *f, bool waived, bool more) {
    if (waived) draw_string(c, STYLE_DIM, "waived ");
    draw_string(c, severity_styles[f->severity], severity_name(f->severity));
    draw_string(c, STYLE_BOLD, ": ");
    draw_string(c, STYLE_BOLD, relation_name(f->relation));
    draw_string(c, STYLE_PLAIN, f->across ? " between two articles" : " within one article");
    buffer_string(c->out, more ? ", over the same words as above\n" : "\n");
    if (!more) draw_paragraph(c, "  ", f->question);
}

static void place_line(const struct canvas *c, const struct source *s, const struct citation *citation) {
    draw_text(c, STYLE_PLAIN, s->path);
    buffer_format(c->out, ":%zu:%zu", citation->place.line, citation->place.column);
}

/* All claims of a position that stand in the sentence of claim `first` are marked in one quotation. */
struct sentence_marks {
    struct span marks[16];
    size_t count;
};

static bool same_sentence(const struct claim *a, const struct claim *b) {
    return a->sentence.start == b->sentence.start && a->sentence.end == b->sentence.end;
}

static int by_start(const void *a, const void *b) {
    const struct span *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

static void join_overlaps(struct sentence_marks *m) {
    size_t kept = 0;
    qsort(m->marks, m->count, sizeof *m->marks, by_start);
    for (size_t i = 1; i < m->count; i++) {
        if (m->marks[i].start <= m->marks[kept].end)
            m->marks[kept] = span_join(m->marks[kept], m->marks[i]);
        else
            m->marks[++kept] = m->marks[i];
    }
    m->count = kept + 1;
}

static void collect_marks(const struct origin *o, const struct position *p, size_t first, struct citation *whole,
                          struct sentence_marks *m) {
    *m = (struct sentence_marks){0};
    for (size_t i = first; i < p->claims.count && m->count < sizeof m->marks / sizeof *m->marks; i++) {
        if (!same_sentence(p->claims.items[i], p->claims.items[first])) continue;
        struct citation citation = origin_cite(o, p->claims.items[i]);
        if (citation.context.length > whole->context.length) *whole = citation;
        m->marks[m->count++] = citation.span;
    }
    join_overlaps(m);
}

/* Marks that run out of the context (a claim over two sentences) are cut to it. */
static void clip_marks(struct sentence_marks *m, struct span whole) {
    for (size_t i = 0; i < m->count; i++) {
        struct span *mark = &m->marks[i];
        if (mark->end > whole.end) mark->end = whole.end;
        if (mark->start < whole.start) mark->start = whole.start;
        if (mark->start > mark->end) mark->start = mark->end;
    }
}

static void quotation(const struct canvas *c, const struct origin *o, const struct position *p, size_t first) {
    struct citation citation = origin_cite(o, p->claims.items[first]);
    struct sentence_marks marks;
    collect_marks(o, p, first, &citation, &marks);
    struct span whole = span_join(citation.span, citation.sentence);
    clip_marks(&marks, whole);
    draw_quotation(c, "  │ ",
                   &(struct quotation){.whole = citation.context,
                                       .start = whole.start,
                                       .marks = marks.marks,
                                       .count = marks.count,
                                       .more_before = citation.more_before,
                                       .more_after = citation.more_after});
}

static bool shown_before(const struct position *p, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (same_sentence(p->claims.items[i], p->claims.items[index])) return true;
    return false;
}

static void side(const struct canvas *c, const struct report *r, const struct position *p) {
    const struct source *s = &r->sources[p->document];
    const struct origin *o = &r->origins[p->document];
    size_t shown = 0, left = 0;
    for (size_t i = 0; i < p->claims.count; i++) {
        if (shown_before(p, i)) continue;
        if (shown++ >= SHOWN) {
            left++;
            continue;
        }
        struct citation citation = origin_cite(o, p->claims.items[i]);
        buffer_string(c->out, "\n  ");
        place_line(c, s, &citation);
        buffer_string(c->out, ", ");
        draw_text(c, STYLE_BOLD, voice_label(r->rules, s, &p->voice));
        buffer_char(c->out, '\n');
        quotation(c, o, p, i);
    }
    if (left) buffer_format(c->out, "  … and %zu more sentence%s of the same\n", left, left == 1 ? "" : "s");
    if (p->others) buffer_format(c->out, "  … and %zu more document%s say%s so\n", p->others, p->others == 1 ? "" : "s", p->others == 1 ? "s" : "");
}

/* What a waiver or the command "rules show" is to be given. */
static void identity(const struct canvas *c, const struct report *r, const struct finding *f) {
    struct buffer id = {0};
    struct text proposition = symbols_text(&r->rules->symbols, r->rules->propositions.items[f->proposition].id);
    buffer_format(&id, "%.*s %016" PRIx64, TEXT_ARGS(proposition), f->id);
    buffer_string(c->out, "  ");
    draw_text(c, STYLE_DIM, buffer_view(&id));
    buffer_char(c->out, '\n');
    c->out->failed |= id.failed;
    buffer_release(&id);
}

/* "waived until 2026-12-31 by draft.md:3:1: talks resumed" */
static void waived_by(const struct canvas *c, const struct waiver *w) {
    struct buffer words = {0};
    buffer_string(&words, "waived");
    if (w->day.length) buffer_format(&words, " until %.*s", TEXT_ARGS(w->day));
    buffer_format(&words, " by %.*s:%zu:%zu", TEXT_ARGS(w->path), w->place.line, w->place.column);
    if (w->by.length) buffer_format(&words, " (%.*s)", TEXT_ARGS(w->by));
    buffer_format(&words, ": %.*s", TEXT_ARGS(w->reason));
    draw_paragraph(c, "  ", buffer_view(&words));
    c->out->failed |= words.failed;
    buffer_release(&words);
}

static void finding(const struct canvas *c, const struct report *r, size_t index) {
    const struct finding *f = &r->findings->items.items[index];
    const struct waiver *waiver = r->show_waived ? r->accepted->by[index] : NULL;
    bool more = goes_on(r, index);
    heading(c, f, waiver, more);
    if (!more) side(c, r, f->a);
    side(c, r, f->b);
    buffer_char(c->out, '\n');
    draw_paragraph(c, "  ", f->why);
    identity(c, r, f);
    if (waiver) waived_by(c, waiver);
    buffer_char(c->out, '\n');
}

static void remark_severity(const struct canvas *c, enum severity severity) {
    buffer_string(c->out, ": ");
    draw_string(c, severity_styles[severity], severity_name(severity));
    buffer_string(c->out, ": ");
}

/* Waivers that do not hold, or that nothing needs: one line each. */
static size_t waiver_remarks(const struct canvas *c, const struct waivers *waivers) {
    size_t count = 0;
    for (size_t i = 0; i < waivers->items.count; i++) {
        const struct waiver *w = &waivers->items.items[i];
        if (w->state == WAIVER_HOLDS) continue;
        draw_text(c, STYLE_PLAIN, w->path);
        buffer_format(c->out, ":%zu:%zu", w->place.line, w->place.column);
        remark_severity(c, w->state == WAIVER_UNUSED ? SEVERITY_NOTE : SEVERITY_WARNING);
        draw_text(c, STYLE_PLAIN, w->message);
        buffer_char(c->out, '\n');
        count++;
    }
    return count;
}

static void stale_remarks(const struct canvas *c, const struct report *r) {
    for (size_t i = 0; i < r->accepted->stale.count; i++) {
        const struct known *k = r->accepted->stale.items[i];
        draw_text(c, STYLE_PLAIN, r->accepted->baseline->path);
        remark_severity(c, SEVERITY_NOTE);
        draw_text(c, STYLE_PLAIN, k->proposition);
        buffer_format(c->out, " %016" PRIx64 " is stale, its finding is gone", k->id);
        buffer_string(c->out, r->pruned ? "; dropped\n" : "; --prune-baseline drops it\n");
    }
}

static void remarks(const struct canvas *c, const struct report *r) {
    size_t count = waiver_remarks(c, &r->accepted->waivers);
    stale_remarks(c, r);
    if (count + r->accepted->stale.count) buffer_char(c->out, '\n');
}

static void counted(struct buffer *out, size_t count, const char *noun) {
    buffer_format(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

static void found(const struct canvas *c, const struct findings *f) {
    bool first = true;
    for (int i = SEVERITIES - 1; i >= 0; i--) {
        if (!f->counts[i]) continue;
        struct buffer words = {0};
        counted(&words, f->counts[i], severity_name((enum severity)i));
        if (!first) buffer_string(c->out, ", ");
        draw_text(c, severity_styles[i], buffer_view(&words));
        c->out->failed |= words.failed;
        buffer_release(&words);
        first = false;
    }
    if (first) buffer_string(c->out, "nothing contradicts");
}

static void summary(const struct canvas *c, const struct report *r) {
    size_t claims = 0;
    for (uint32_t i = 0; i < r->count; i++) claims += r->sources[i].claims->items.count;
    found(c, r->findings);
    if (r->accepted->waived) buffer_format(c->out, ", %u waived", r->accepted->waived);
    if (r->accepted->known) buffer_format(c->out, ", %u in the baseline", r->accepted->known);
    buffer_string(c->out, " (");
    counted(c->out, claims, "claim");
    buffer_string(c->out, " in ");
    counted(c->out, r->count, "document");
    for (size_t i = 0; i < r->archive_count; i++) {
        buffer_format(c->out, "%s %zu archived in ", i ? " and" : "; of", r->archives[i].documents);
        print_clean(c->out, r->archives[i].path);
    }
    buffer_string(c->out, ")\n");
}

static struct canvas canvas_of(struct output *o, const struct report *r) {
    unsigned width = r->width ? r->width : CANVAS_USUAL;
    return (struct canvas){&o->text, r->color, width < CANVAS_LEAST ? CANVAS_LEAST : width};
}

void text_findings(struct output *o, const struct report *r) {
    struct canvas canvas = canvas_of(o, r);
    for (size_t i = 0; i < r->findings->items.count; i++) {
        finding(&canvas, r, i);
        if (!output_flush(o)) return;
    }
    remarks(&canvas, r);
    summary(&canvas, r);
    output_flush(o);
}

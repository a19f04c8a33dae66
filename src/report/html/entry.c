/* One disputed question: the answers to it, who gives them, and why they cannot all be so. */
#include "report/html/page.h"

#include "compare/open.h"
#include "report/describe.h"

#include <inttypes.h>

enum { QUOTED = 2, QUOTED_MOST = 40, HOLDERS_OPEN = 6, CLASHES_OPEN = 4, PAIRS_OPEN = 6 };

/* The kinds of its clashes by their first letters: "ec wd" is errors that are contradictions, warnings that are disputes. */
static void put_kinds(struct page *p, const struct dispute *d) {
    bool seen[SEVERITIES][RELATIONS] = {{false}};
    bool first = true;
    for (size_t i = 0; i < d->clashes.count; i++) {
        const struct clashes *c = &d->clashes.items[i];
        if (seen[c->severity][c->relation]) continue;
        seen[c->severity][c->relation] = true;
        buffer_format(p->out, "%s%c%c", first ? "" : " ", severity_name(c->severity)[0], relation_name(c->relation)[0]);
        first = false;
    }
}

/* Numbers one after the other, each once where equal ones stand together. */
static void put_numbers(struct page *p, const char *name, const uint32_t *numbers, size_t count) {
    buffer_format(p->out, " data-%s=\"", name);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || numbers[i] != numbers[i - 1]) buffer_format(p->out, "%s%u", i ? " " : "", numbers[i]);
    put(p, "\"");
}

static void put_holder_facets(struct page *p, const struct dispute *d) {
    uint32_t *speakers = arena_array(p->a, uint32_t, d->holders + 1), *outlets = arena_array(p->a, uint32_t, d->holders + 1);
    size_t n = 0;
    for (size_t i = 0; speakers && outlets && i < d->answers.count; i++)
        for (size_t k = 0; k < d->answers.items[i].holders.count; k++) {
            const struct holder *h = &d->answers.items[i].holders.items[k];
            speakers[n] = facet_speaker(p, &h->voice);
            outlets[n++] = facet_outlet(p, h->document);
        }
    put_numbers(p, "s", speakers, n);
    put_numbers(p, "o", outlets, n);
}

static void put_opening(struct page *p, const struct dispute *d) {
    buffer_format(p->out, "<article class=\"entry\" id=\"q%u\" tabindex=\"-1\" aria-labelledby=\"t%u\" data-k=\"", d->number, d->number);
    put_kinds(p, d);
    buffer_format(p->out, "\" data-p=\"%d\"", (int)p->facets.propositions[d->proposition]);
    put_numbers(p, "d", d->documents.items, d->documents.count);
    put_holder_facets(p, d);
    put(p, d->fresh ? " data-n>\n" : ">\n");
}

static void put_relations(struct page *p, const struct dispute *d) {
    bool seen[RELATIONS] = {false};
    for (size_t i = 0; i < d->clashes.count; i++) {
        enum relation relation = d->clashes.items[i].relation;
        if (!seen[relation]) buffer_format(p->out, " <span>%s</span>", relation_name(relation));
        seen[relation] = true;
    }
}

static void put_title(struct page *p, const struct dispute *d) {
    put(p, "<header><p class=\"kicker\">");
    put_severity(p, d->worst);
    put_relations(p, d);
    put(p, " <span>");
    put_counted(p, d->answers.count, "answer");
    put(p, " in ");
    put_counted(p, d->documents.count, "document");
    put(p, "</span>");
    if (d->fresh) put(p, " <b class=\"new\">new</b>");
    buffer_format(p->out, " <a class=\"number\" href=\"#q%u\" aria-label=\"Question %u\">%u</a></p>\n<h3 id=\"t%u\">", d->number, d->number, d->number, d->number);
    put_text(p, d->question);
    put(p, "</h3>\n</header>\n");
}

static void put_context(struct page *p, const char *before, struct text t, const char *after) {
    if (!*before && !t.length && !*after) return;
    put(p, "<i>");
    put(p, before);
    put_text(p, t);
    put(p, after);
    put(p, "</i>");
}

static void put_place(struct page *p, uint32_t document, const struct excerpt *e) {
    buffer_format(p->out, "<a class=\"place\" href=\"#d%ub%zu\">", document, e->block);
    if (e->claim->block != BLOCK_PARAGRAPH) {
        put_words(p, text_of(block_kind_name(e->claim->block)));
        put(p, ", ");
    }
    buffer_format(p->out, "%zu:%zu</a>", e->place.line, e->place.column);
}

static void put_excerpt(struct page *p, uint32_t document, const struct excerpt *e) {
    struct span marks[EXCERPT_MARKS];
    for (size_t i = 0; i < e->mark_count; i++)
        marks[i] = (struct span){e->marks[i].start - e->sentence.start, e->marks[i].end - e->sentence.start};
    put(p, "<blockquote><p>");
    put_context(p, e->more_before ? "… " : "", text_slice(e->text, 0, e->sentence.start), "");
    put_marked(p, text_slice(e->text, e->sentence.start, e->sentence.end), marks, e->mark_count);
    put_context(p, "", text_slice(e->text, e->sentence.end, e->text.length), e->more_after ? " …" : "");
    put(p, "</p>");
    put_place(p, document, e);
    put(p, "</blockquote>\n");
}

static void put_excerpts(struct page *p, const struct holder *h) {
    struct excerpt excerpts[QUOTED_MOST];
    struct quoted quoted = {&p->r->origins[h->document], &p->layouts[h->document], h->claims.items, h->claims.count};
    size_t found = excerpts_of(&quoted, excerpts, QUOTED_MOST);
    size_t shown = found < QUOTED_MOST ? found : QUOTED_MOST;
    for (size_t i = 0; i < shown; i++) {
        if (i == QUOTED) {
            put(p, "<details><summary>");
            put_counted(p, found - QUOTED, "more sentence");
            put(p, "</summary>\n");
        }
        put_excerpt(p, h->document, &excerpts[i]);
    }
    if (shown > QUOTED) put(p, "</details>\n");
}

static void put_who(struct page *p, const struct dispute *d, const struct holder *h) {
    const struct source *s = &p->r->sources[h->document];
    bool speaker = h->voice.kind == VOICE_SPEAKER;
    buffer_format(p->out, "<p class=\"who\"><sup id=\"q%uh%u\">%u</sup> <b>", d->number, h->number, h->number);
    put_voice(p, &h->voice, h->document);
    put(p, speaker ? "</b> in " : "</b> ");
    buffer_format(p->out, "<a href=\"#d%u\">", h->document);
    put_document_name(p, h->document);
    put(p, "</a>");
    if (speaker && s->outlet.length) {
        put(p, ", ");
        put_text(p, s->outlet);
    }
    if (s->published != NO_DATE) {
        put(p, " ");
        put_day(p, s->published);
    }
    put(p, "</p>\n");
}

static void put_holder(struct page *p, const struct dispute *d, const struct holder *h) {
    put(p, "<li>");
    put_who(p, d, h);
    put_excerpts(p, h);
    if (h->others) {
        put(p, "<p class=\"others\">");
        put_counted(p, h->others, "more archived document");
        put(p, h->others == 1 ? " says so</p>" : " say so</p>");
    }
    put(p, "</li>\n");
}

static void put_answer(struct page *p, const struct dispute *d, const struct answer *answer) {
    put(p, "<section class=\"answer\"><h4>");
    put_text(p, answer->value);
    put(p, "</h4>\n<ul>\n");
    for (size_t i = 0; i < answer->holders.count; i++) {
        if (i == HOLDERS_OPEN) {
            put(p, "</ul><details><summary>");
            put_counted(p, answer->holders.count - HOLDERS_OPEN, "more voice");
            put(p, "</summary><ul>\n");
        }
        put_holder(p, d, &answer->holders.items[i]);
    }
    put(p, answer->holders.count > HOLDERS_OPEN ? "</ul></details></section>\n" : "</ul></section>\n");
}

/* One mark for all holders of a day: sorted by it, they have numbers in a row. Returns how many there are. */
static size_t put_moment(struct page *p, const struct dispute *d, const struct holder *first, size_t left) {
    int32_t day = p->r->sources[first->document].published;
    size_t count = 1;
    while (count < left && p->r->sources[first[count].document].published == day) count++;
    if (day == NO_DATE) return count;
    double share = 100.0 * (day - d->first) / (d->last - d->first);
    buffer_format(p->out, "<a href=\"#q%uh%u\" style=\"left:%.1f%%\" title=\"", d->number, first->number, share);
    describe_date(p->out, day);
    for (size_t i = 0; i < count && i < HOLDERS_OPEN; i++) {
        put(p, ", ");
        put_voice(p, &first[i].voice, first[i].document);
    }
    buffer_format(p->out, count > 1 ? "\">%u–%u</a>" : "\">%u</a>", first->number, first[count - 1].number);
    return count;
}

static size_t dated(const struct page *p, const struct dispute *d) {
    size_t count = 0;
    for (size_t i = 0; i < d->answers.count; i++)
        for (size_t k = 0; k < d->answers.items[i].holders.count; k++)
            count += p->r->sources[d->answers.items[i].holders.items[k].document].published != NO_DATE;
    return count;
}

/* Where the answers stand between the first and the last day. Two days are plain enough beside the names. */
static void put_timeline(struct page *p, const struct dispute *d) {
    if (d->first == NO_DATE || d->first == d->last || dated(p, d) < 3) return;
    put(p, "<figure class=\"timeline\"><figcaption>When it was said: ");
    put_day(p, d->first);
    put(p, " to ");
    put_day(p, d->last);
    put(p, "</figcaption>\n");
    for (size_t i = 0; i < d->answers.count; i++) {
        const struct answer *answer = &d->answers.items[i];
        put(p, "<div><span>");
        put_text(p, answer->value);
        put(p, "</span><span class=\"track\">");
        for (size_t k = 0; k < answer->holders.count;)
            k += put_moment(p, d, &answer->holders.items[k], answer->holders.count - k);
        put(p, "</span></div>\n");
    }
    put(p, "</figure>\n");
}

static void put_end(struct page *p, const struct dispute *d, const struct holder *h) {
    buffer_format(p->out, "<a href=\"#q%uh%u\"><sup>%u</sup> ", d->number, h->number, h->number);
    if (h->voice.kind == VOICE_OUTLET && !p->r->sources[h->document].outlet.length) put_file_name(p, h->document);
    else put_voice(p, &h->voice, h->document);
    put(p, "</a>");
}

static void put_pair(struct page *p, const struct dispute *d, const struct clash_pair *pair) {
    buffer_format(p->out, "<li title=\"%016" PRIx64 "\">", pair->finding->id);
    put_end(p, d, pair->a);
    put(p, " against ");
    put_end(p, d, pair->b);
    put(p, pair->finding->across ? "" : ", <span class=\"within\">within one article</span>");
    put(p, pair->fresh ? " <b class=\"new\">new</b></li>" : "</li>");
}

static void put_clashes(struct page *p, const struct dispute *d, const struct clashes *c) {
    put(p, "<li><p>");
    put_severity(p, c->severity);
    buffer_format(p->out, " <span>%s</span> ", relation_name(c->relation));
    put_text(p, c->why);
    put(p, "</p><ul class=\"pairs\">");
    for (size_t i = 0; i < c->pairs.count; i++) {
        if (i == PAIRS_OPEN) {
            put(p, "</ul><details><summary>");
            put_counted(p, c->pairs.count - PAIRS_OPEN, "more pair");
            put(p, "</summary><ul class=\"pairs\">");
        }
        put_pair(p, d, &c->pairs.items[i]);
    }
    put(p, c->pairs.count > PAIRS_OPEN ? "</ul></details></li>\n" : "</ul></li>\n");
}

static void put_all_clashes(struct page *p, const struct dispute *d) {
    put(p, "<h4 class=\"why\">Why they cannot all be so</h4>\n<ul class=\"clashes\">\n");
    for (size_t i = 0; i < d->clashes.count; i++) {
        if (i == CLASHES_OPEN) {
            put(p, "</ul><details><summary>");
            put_counted(p, d->clashes.count - CLASHES_OPEN, "more reason");
            put(p, "</summary><ul class=\"clashes\">\n");
        }
        put_clashes(p, d, &d->clashes.items[i]);
    }
    put(p, d->clashes.count > CLASHES_OPEN ? "</ul></details>\n" : "</ul>\n");
}

static void put_subject(struct page *p, const struct dispute *d) {
    const struct rules *r = p->r->rules;
    const struct proposition *about = &r->propositions.items[d->proposition];
    put(p, "<p class=\"subject\">");
    buffer_format(p->out, "<a href=\"#g%d\">", (int)p->facets.propositions[d->proposition]);
    put_text(p, symbols_text(&r->symbols, about->id));
    put(p, "</a>");
    for (size_t i = 0; i < about->arguments.count; i++) {
        struct text id = d->example->arguments[i].id;
        if (!id.length || open_is_inner(id)) continue;
        int32_t entity = rules_find_entity(r, id);
        put(p, " · ");
        put_words(p, symbols_text(&r->symbols, about->arguments.items[i].name));
        put(p, ": ");
        put_text(p, entity >= 0 ? r->entities.items[entity].label : open_label(id));
    }
    put(p, "</p>\n");
}

void put_dispute(struct page *p, const struct dispute *d) {
    put_opening(p, d);
    put_title(p, d);
    put(p, d->answers.count <= 3 ? "<div class=\"answers beside\">\n" : "<div class=\"answers\">\n");
    for (size_t i = 0; i < d->answers.count; i++) put_answer(p, d, &d->answers.items[i]);
    put(p, "</div>\n");
    put_timeline(p, d);
    put_all_clashes(p, d);
    put_subject(p, d);
    put(p, "</article>\n");
}

#include "report/explain_rule.h"

#include "document/document.h"
#include "report/draw.h"
#include "report/meaning.h"
#include "report/pattern_text.h"

/* Of a proposition only some are shown; a rule shows all of its own. */
enum { SHOWN_PHRASES = 4, SHOWN_EXAMPLES = 8, SHOWN_WORDS = 5 };

struct page {
    struct canvas canvas;
    const struct rules *rules;
    const struct proposition *p;
    bool whole; /* of one rule: nothing is left out */
};

static struct text name_of(const struct page *page, symbol s) {
    return symbols_text(&page->rules->symbols, s);
}

static void heading(const struct page *page, const char *words) {
    buffer_format(page->canvas.out, "\n%s\n", words);
}

/* One paragraph; frees the words. */
static void paragraph(const struct page *page, const char *indent, struct buffer *words) {
    draw_paragraph(&page->canvas, indent, buffer_view(words));
    page->canvas.out->failed |= words->failed;
    buffer_release(words);
}

/* A paragraph behind a bullet. Frees the words. */
static void bullet(const struct page *page, struct buffer *words) {
    size_t start = page->canvas.out->length;
    paragraph(page, "    ", words);
    if (!page->canvas.out->failed) page->canvas.out->bytes[start + 2] = '-';
}

static struct wording wording(const struct page *page, struct buffer *out) {
    return (struct wording){out, page->rules, page->p, page->whole ? SIZE_MAX : SHOWN_WORDS};
}

static void argument(const struct page *page, int32_t index) {
    static const char *const opens[] = {[OPEN_NOT] = "",
                                        [OPEN_ANY] = ", or anything the text names",
                                        [OPEN_NAME] = ", or any name",
                                        [OPEN_PERSON] = ", or any person",
                                        [OPEN_THING] = ", or any name or thing"};
    const struct argument *a = &page->p->arguments.items[index];
    struct buffer words = {0};
    struct wording w = wording(page, &words);
    argument_text(&w, index);
    buffer_string(&words, " is ");
    if (a->type < 0) buffer_string(&words, "anything");
    else buffer_format(&words, "one of the rules' kind “%.*s”", TEXT_ARGS(name_of(page, page->rules->types.items[a->type].id)));
    if (a->type >= 0 || a->open != OPEN_ANY) buffer_string(&words, opens[a->open]);
    if (a->identity == IDENTITY_SIDE) buffer_string(&words, "; whoever speaks for another counts as that other");
    if (a->identity == IDENTITY_LOOSE) buffer_string(&words, "; looked at only where both claims have one");
    if (a->optional) buffer_string(&words, "; may be missing");
    if (a->default_speaker) buffer_string(&words, "; where the text names none, the side of whoever speaks");
    if (a->default_entity >= 0)
        buffer_format(&words, "; where the text names none, %.*s", TEXT_ARGS(page->rules->entities.items[a->default_entity].label));
    buffer_char(&words, '.');
    paragraph(page, "  ", &words);
}

static void answers(const struct page *page) {
    struct buffer words = {0}, clashes = {0};
    heading(page, "Answers");
    meaning_kind(&words, page->rules, page->p);
    paragraph(page, "  ", &words);
    meaning_clashes(&clashes, page->rules, page->p, "");
    for (size_t at = 0; at < clashes.length;) {
        size_t length = strcspn(clashes.bytes + at, "\n");
        buffer_append(&words, clashes.bytes + at, length);
        bullet(page, &words);
        at += length + 1;
    }
    page->canvas.out->failed |= clashes.failed;
    buffer_release(&clashes);
}

static void scope(const struct page *page) {
    heading(page, "When two claims are held against each other");
    for (size_t i = 0; i < page->p->arguments.count; i++) argument(page, (int32_t)i);
    draw_paragraph(&page->canvas, "  ", text_of(meaning_of_time(page->p)));
    if (page->p->once) draw_paragraph(&page->canvas, "  ", TEXT("A story has one answer: names need not be shown to be the same, only not different."));
    if (page->p->directed) draw_paragraph(&page->canvas, "  ", TEXT("The same with the first two names exchanged contradicts, too."));
    if (page->p->lasting) draw_paragraph(&page->canvas, "  ", TEXT("It holds for all days of a story: the day that a sentence names tells nothing apart."));
    struct buffer words = {0};
    buffer_string(&words, "Compared are claims that are asserted or denied");
    for (int m = 0; m < MODALITIES; m++)
        if (m != MODALITY_ASSERTED && page->p->modalities >> m & 1) buffer_format(&words, ", or %s", modality_name((enum modality)m));
    buffer_char(&words, '.');
    paragraph(page, "  ", &words);
}

/* The table of relations, with what the proposition itself says of severity. */
static void severities(const struct page *page) {
    static const char *const between[] = {[ROW_OUTLET_OUTLET] = "articles in their own voice",
                                          [ROW_OUTLET_SPEAKER] = "an article and somebody it quotes",
                                          [ROW_SAME_SPEAKER] = "a speaker, and himself or his own side",
                                          [ROW_SPEAKERS] = "two speakers"};
    heading(page, "How severe");
    for (int i = 0; i < RELATION_ROWS; i++) {
        const struct relation_rule *row = &page->rules->relations[i];
        struct text severity = row->severity;
        if (!severity.length) continue;
        if (page->p->severity.length && (page->p->once || !text_equal(severity, TEXT("note")))) severity = page->p->severity;
        struct buffer words = {0};
        buffer_format(&words, "%.*s (%.*s) between %s", TEXT_ARGS(severity), TEXT_ARGS(row->relation), between[i]);
        bullet(page, &words);
    }
}

static void rule_value(const struct page *page, const struct rule *rule, struct buffer *out) {
    static const char *const others[] = {"", "the figure", "the date", "the name"};
    if (rule->value >= 0) buffer_text(out, name_of(page, page->p->values.items[rule->value].id));
    else buffer_string(out, others[page->p->space]);
    if (rule->scope_all >= 0)
        buffer_format(out, "; of the whole: %.*s", TEXT_ARGS(name_of(page, page->p->values.items[rule->scope_all].id)));
    if (rule->scope_part >= 0)
        buffer_format(out, "; of a part: %.*s", TEXT_ARGS(name_of(page, page->p->values.items[rule->scope_part].id)));
}

static void limits(const struct page *page, const struct rule *rule) {
    struct buffer words = {0};
    if (rule->blocks) buffer_string(&words, "only in");
    for (int i = 0; i < BLOCK_KINDS; i++)
        if (rule->blocks >> i & 1) buffer_format(&words, " %s", block_kind_name((enum block_kind)i));
    if (words.length) paragraph(page, "      ", &words);
}

static void found_by(const struct page *page, const struct rule *rule) {
    struct buffer words = {0};
    struct wording w = wording(page, &words);
    buffer_format(&words, "%.*s → ", TEXT_ARGS(name_of(page, rule->id)));
    rule_value(page, rule, &words);
    paragraph(page, "  ", &words);
    if (rule->is_frame) {
        frame_text(&w, &rule->frame);
        paragraph(page, "      ", &words);
    }
    size_t shown = page->whole || rule->phrases.count <= SHOWN_PHRASES + 1 ? rule->phrases.count : SHOWN_PHRASES;
    for (size_t i = 0; i < shown; i++) {
        pattern_text(&w, rule->phrases.items[i].pattern);
        paragraph(page, "      ", &words);
    }
    if (shown < rule->phrases.count) buffer_format(page->canvas.out, "      … and %zu more\n", rule->phrases.count - shown);
    limits(page, rule);
}

static void how(const struct page *page, const struct rule *only) {
    heading(page, "How it is found");
    for (size_t i = 0; i < page->p->rules.count; i++) {
        const struct rule *rule = &page->rules->rules.items[page->p->rules.items[i]];
        if (!only || rule == only) found_by(page, rule);
    }
    draw_paragraph(&page->canvas, "  ",
                   TEXT("Verbs and nouns stand for all their forms, frames also for the passive and for “the … that was …”; x/y is one or "
                        "the other, what stands in (…) may be missing, … is a few words, · the end of a sentence. Negation, hedges and "
                        "who says it are found by themselves."));
}

static void example_line(const struct page *page, const struct example *x) {
    struct buffer words = {0};
    buffer_format(&words, "“%.*s”", TEXT_ARGS(x->text));
    for (size_t i = 0; i < x->claims.count; i++) {
        const struct example_claim *claim = &x->claims.items[i];
        buffer_format(&words, "%s%s%.*s%.*s", i ? ", " : " → ", claim->negated ? "not " : "",
                      TEXT_ARGS(claim->value ? name_of(page, claim->value) : TEXT("")), TEXT_ARGS(claim->figure));
        if (claim->modality.length) buffer_format(&words, " (%.*s)", TEXT_ARGS(claim->modality));
    }
    bullet(page, &words);
}

/* Those that are found, or those that must not be; in turn from each rule, the first ones first. */
static void examples_of(const struct page *page, const struct rule *only, bool found, const char *title) {
    size_t shown = 0, most = page->whole ? SIZE_MAX : SHOWN_EXAMPLES, left = 1;
    heading(page, title);
    for (size_t turn = 0; left && shown < most; turn++) {
        left = 0;
        for (size_t i = 0; i < page->p->rules.count && shown < most; i++) {
            const struct rule *rule = &page->rules->rules.items[page->p->rules.items[i]];
            if ((only && rule != only) || turn >= rule->examples.count) continue;
            const struct example *x = &rule->examples.items[turn];
            left++;
            if (x->known_miss || (x->claims.count > 0) != found) continue;
            example_line(page, x);
            shown++;
        }
    }
    if (!shown) buffer_string(page->canvas.out, "  none\n");
}

static void foot(const struct page *page) {
    struct text id = name_of(page, page->p->id);
    struct buffer words = {0};
    heading(page, "If a finding may stand");
    buffer_format(&words, "In the draft: <!-- belie: waive %.*s: the reason -->. For all drafts, in .belie.yaml: severities: "
                          "{propositions: {%.*s: note}}, or off.",
                  TEXT_ARGS(id), TEXT_ARGS(id));
    paragraph(page, "  ", &words);
}

static void title(const struct page *page, const struct rule *rule) {
    struct buffer words = {0};
    buffer_text(&words, name_of(page, page->p->id));
    if (rule) buffer_format(&words, "/%.*s", TEXT_ARGS(name_of(page, rule->id)));
    buffer_format(&words, ", of the pack %.*s", TEXT_ARGS(name_of(page, page->rules->packs.items[page->p->pack].id)));
    paragraph(page, "", &words);
    meaning_question(&words, page->p);
    paragraph(page, "  ", &words);
}

void explain_rule(struct output *o, const struct rules *r, const struct named *named, unsigned width) {
    struct page page = {.canvas = {&o->text, false, width < CANVAS_LEAST ? CANVAS_LEAST : width},
                        .rules = r,
                        .p = named->proposition,
                        .whole = named->rule != NULL};
    title(&page, named->rule);
    answers(&page);
    scope(&page);
    severities(&page);
    how(&page, named->rule);
    examples_of(&page, named->rule, true, "Sentences in which it is found");
    examples_of(&page, named->rule, false, "Sentences in which it is not");
    foot(&page);
    output_flush(o);
}

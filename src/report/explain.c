#include "report/explain.h"

#include "base/utf8.h"
#include "clause/dump.h"
#include "report/claims_text.h"
#include "report/describe.h"
#include "report/draw.h"
#include "report/stage_text.h"

static bool has_line(const struct pointed *at) {
    struct text source = at->stages->document.source;
    return at->line == 1 || (at->line > 1 && line_start(source, at->line) < source.length);
}

/* The bytes of the source that a place stands for: of the line, or the one at the column; none past the end. */
static struct span pointed_span(const struct pointed *at) {
    struct text source = at->stages->document.source;
    size_t start = line_start(source, at->line);
    if (!has_line(at)) return (struct span){0, 0};
    struct span line = line_at(source, start);
    if (!at->column) return line;
    size_t offset = line.start;
    struct text bytes = text_slice(source, 0, line.end);
    for (size_t column = 1; column < at->column && offset < line.end; column++) utf8_next(bytes, &offset);
    return (struct span){(uint32_t)offset, (uint32_t)offset + 1};
}

static bool stands_at(const struct sentence *s, struct span place) {
    return span_overlap(s->span, place);
}

static bool no_sentence(const struct pointed *at, struct belie_error *e) {
    error_set(e, BELIE_BAD_REQUEST, at->stages->document.path, "%s",
              has_line(at) ? "no sentence stands at this place" : "the file has no such line");
    e->line = at->line;
    e->column = at->column ? at->column : 1;
    return false;
}

/* One sentence of a document, and what is said about it. */
struct view {
    struct output *o;
    const struct rules *rules;
    const struct stages *stages;
    uint32_t number;
    const struct sentence *sentence;
    struct canvas canvas;
};

static struct buffer *out_of(const struct view *v) {
    return &v->o->text;
}

static void title(const struct view *v, const char *words) {
    buffer_format(out_of(v), "\n%s\n", words);
}

static void none(const struct view *v) {
    buffer_string(out_of(v), "  none\n");
}

static void print_sentence(const struct view *v) {
    const struct document *d = &v->stages->document;
    struct place place = place_of(d->source, v->sentence->span.start);
    print_clean(out_of(v), d->path);
    buffer_format(out_of(v), ":%zu:%zu (%s)\n", place.line, place.column,
                  block_kind_name(d->blocks.items[v->sentence->block].kind));
    draw_paragraph(&v->canvas, "  ", text_slice(d->source, v->sentence->span.start, v->sentence->span.end));
}

static void print_parse(const struct view *v) {
    struct arena scratch = {0};
    struct parse parse = {0};
    title(v, "tokens, groups and clauses");
    if (clause_parse(&scratch, &v->stages->segmented, v->number, &parse))
        clause_dump(&v->stages->segmented, &parse, out_of(v));
    else
        out_of(v)->failed = true;
    arena_release(&scratch);
}

static void print_mentions(const struct view *v) {
    const struct matched *m = &v->stages->matched;
    bool any = false;
    title(v, "mentions");
    for (size_t i = 0; i < m->mentions.count; i++) {
        if (m->mentions.items[i].sentence != v->number) continue;
        buffer_string(out_of(v), "  ");
        print_mention(out_of(v), v->rules, m, &m->mentions.items[i]);
        any = true;
    }
    if (!any) none(v);
}

static void print_fillers(const struct view *v, const struct match *match) {
    const struct proposition *p = &v->rules->propositions.items[v->rules->rules.items[match->rule].proposition];
    for (size_t i = 0; i < p->arguments.count; i++) {
        const struct filler *filler = &match->arguments[i];
        if (filler->missing) continue;
        buffer_format(out_of(v), " %.*s=", TEXT_ARGS(symbols_text(&v->rules->symbols, p->arguments.items[i].name)));
        if (filler->entity >= 0)
            buffer_text(out_of(v), symbols_text(&v->rules->symbols, v->rules->entities.items[filler->entity].id));
        else if (filler->mention >= 0)
            print_clean(out_of(v), v->stages->matched.mentions.items[filler->mention].name);
        if (filler->mention < 0) buffer_string(out_of(v), " (by default)");
    }
}

static void print_matches(const struct view *v) {
    const struct matched *m = &v->stages->matched;
    bool any = false;
    title(v, "rules that matched");
    for (size_t i = 0; i < m->matches.count; i++) {
        const struct match *match = &m->matches.items[i];
        if (match->sentence != v->number) continue;
        buffer_string(out_of(v), "  ");
        rules_put_name(v->rules, match->rule, out_of(v));
        buffer_string(out_of(v), ": “");
        print_token_words(out_of(v), m->segmented, match->first, match->last);
        buffer_string(out_of(v), "”");
        print_fillers(v, match);
        buffer_char(out_of(v), '\n');
        any = true;
    }
    if (!any) none(v);
}

static bool has_matched(const struct view *v, int32_t rule) {
    const struct matched *m = &v->stages->matched;
    for (size_t i = 0; i < m->matches.count; i++)
        if (m->matches.items[i].sentence == v->number && m->matches.items[i].rule == rule) return true;
    return false;
}

enum { NEARLY = 12 };

/* Rules that a word of the sentence called for and that did not match; each named once. */
struct near_misses {
    int32_t rules[NEARLY];
    size_t count, more;
};

static bool is_of_rule(const struct trigger *t) {
    return t->kind == TRIGGER_PHRASE || t->kind == TRIGGER_VERB || t->kind == TRIGGER_NOUN ||
           t->kind == TRIGGER_ADJECTIVE;
}

static void print_near_miss(const struct view *v, const struct token *token, const struct trigger *t) {
    const struct rule *rule = &v->rules->rules.items[t->rule];
    buffer_string(out_of(v), "  ");
    rules_put_name(v->rules, t->rule, out_of(v));
    buffer_format(out_of(v), ": has “%.*s”", TEXT_ARGS(token->word->text));
    if (t->kind == TRIGGER_PHRASE)
        buffer_format(out_of(v), ", but not the rest of: %.*s\n", TEXT_ARGS(rule->phrases.items[t->index].source));
    else
        buffer_string(out_of(v), ", but its arguments are not there\n");
}

static void near_misses_at(const struct view *v, const struct token *token, symbol known, struct near_misses *n) {
    if (!known) return;
    const struct triggers *list = &v->rules->triggers[known];
    for (size_t i = 0; i < list->items.count; i++) {
        const struct trigger *t = &list->items.items[i];
        if (!is_of_rule(t) || has_matched(v, t->rule)) continue;
        bool named = false;
        for (size_t k = 0; k < n->count; k++) named |= n->rules[k] == t->rule;
        if (named) continue;
        if (n->count == NEARLY) {
            n->more++;
            continue;
        }
        n->rules[n->count++] = t->rule;
        print_near_miss(v, token, t);
    }
}

/* A name alone brings no rule near: every rule of the story has it. */
static bool is_name(const struct view *v, int32_t token) {
    const struct matched *m = &v->stages->matched;
    for (size_t i = 0; i < m->mentions.count; i++) {
        const struct mention *mention = &m->mentions.items[i];
        if (mention->kind == MENTION_NAME && mention->first <= token && token <= mention->last) return true;
    }
    return false;
}

static void print_near_misses(const struct view *v) {
    struct near_misses n = {0};
    title(v, "rules that nearly matched");
    for (uint32_t i = 0; i < v->sentence->count; i++) {
        const struct token *token = &v->stages->segmented.tokens.items[v->sentence->first + i];
        const struct word *w = token->word;
        if (is_name(v, (int32_t)(v->sentence->first + i))) continue;
        near_misses_at(v, token, w->known, &n);
        if (w->known_verb != w->known) near_misses_at(v, token, w->known_verb, &n);
        if (w->known_noun != w->known && w->known_noun != w->known_verb) near_misses_at(v, token, w->known_noun, &n);
    }
    if (n.more) buffer_string(out_of(v), "  … and others\n");
    if (!n.count) none(v);
}

static const char *const cue_names[CUE_KINDS] = {
    [CUE_NEGATION] = "negation",   [CUE_POSSIBLE] = "possible", [CUE_PROBABLE] = "probable", [CUE_PLANNED] = "planned",
    [CUE_CONDITION] = "condition", [CUE_ASKED] = "asked",       [CUE_WISHED] = "wished",     [CUE_UNKNOWN] = "unknown",
    [CUE_PSEUDO] = "no cue",       [CUE_END] = "end",           [CUE_REPORT] = "report"};

static bool in_sentence(const struct view *v, int32_t token) {
    return token >= (int32_t)v->sentence->first && token < (int32_t)(v->sentence->first + v->sentence->count);
}

static void print_cue(const struct view *v, const struct cue_use *use) {
    const struct matched *m = &v->stages->matched;
    enum cue_kind kind = use->cue < 0 ? CUE_REPORT : v->rules->cues.items[use->cue].kind;
    buffer_format(out_of(v), "  %s “", cue_names[kind]);
    print_token_words(out_of(v), m->segmented, use->first, use->last);
    buffer_string(out_of(v), "”");
    if (use->from <= use->to && use->from >= 0) {
        buffer_string(out_of(v), " reaches “");
        print_token_words(out_of(v), m->segmented, use->from, use->to);
        buffer_string(out_of(v), "”");
    }
    if (use->speaker >= 0 || use->speaker_name.length) buffer_string(out_of(v), ", speaker ");
    if (use->speaker >= 0) {
        const struct mention *speaker = &m->mentions.items[use->speaker];
        print_token_words(out_of(v), m->segmented, speaker->first, speaker->last);
    } else
        print_clean(out_of(v), use->speaker_name);
    buffer_string(out_of(v), use->negated ? ", itself negated\n" : "\n");
}

static void print_cues(const struct view *v) {
    const struct matched *m = &v->stages->matched;
    bool any = false;
    title(v, "cues");
    for (size_t i = 0; i < m->cues.count; i++) {
        if (!in_sentence(v, m->cues.items[i].first)) continue;
        print_cue(v, &m->cues.items[i]);
        any = true;
    }
    if (!any) none(v);
}

static bool of_sentence(const struct claim *c, const struct sentence *s) {
    return c->sentence.start == s->span.start && c->sentence.end == s->span.end;
}

static void print_claims(const struct view *v) {
    struct arena scratch = {0};
    const struct claims *claims = &v->stages->claims;
    struct source source = {.bytes = v->stages->document.source, .claims = claims};
    struct origin origin;
    bool any = false, ok = origin_open(&scratch, &source, NULL, &origin);
    title(v, "claims");
    for (size_t i = 0; ok && i < claims->items.count; i++) {
        if (!of_sentence(&claims->items.items[i], v->sentence)) continue;
        struct citation citation = origin_cite(&origin, &claims->items.items[i]);
        buffer_string(out_of(v), "  ");
        print_claim(out_of(v), v->rules, &claims->items.items[i], &citation);
        any = true;
    }
    if (!any) none(v);
    out_of(v)->failed |= !ok;
    arena_release(&scratch);
}

bool explain_place(struct output *o, const struct rules *r, const struct pointed *at, struct belie_error *e) {
    const struct segmented *s = &at->stages->segmented;
    struct span place = pointed_span(at);
    bool any = false;
    for (uint32_t i = 0; i < s->sentences.count; i++) {
        if (!stands_at(&s->sentences.items[i], place)) continue;
        struct view view = {.o = o,
                            .rules = r,
                            .stages = at->stages,
                            .number = i,
                            .sentence = &s->sentences.items[i],
                            .canvas = {.out = &o->text, .width = CANVAS_USUAL}};
        if (any) buffer_string(&o->text, "\n\n");
        print_sentence(&view);
        print_parse(&view);
        print_mentions(&view);
        print_matches(&view);
        print_near_misses(&view);
        print_cues(&view);
        print_claims(&view);
        any = true;
        if (!output_flush(o)) return false;
    }
    return any || no_sentence(at, e);
}

/* Claims at a place: of its sentences, or, where a column points at the words of some, only those. */
struct picked {
    LIST(const struct claim *) claims;
};

static bool pick(struct arena *a, const struct pointed *at, struct picked *out, struct belie_error *e) {
    const struct segmented *s = &at->stages->segmented;
    const struct claims *claims = &at->stages->claims;
    struct span place = pointed_span(at);
    bool sentence = false, pointed = false;
    for (size_t i = 0; i < s->sentences.count; i++) sentence |= stands_at(&s->sentences.items[i], place);
    if (!sentence) return no_sentence(at, e);
    for (size_t i = 0; at->column && i < claims->items.count; i++)
        pointed |= span_overlap(claims->items.items[i].span, place);
    for (size_t i = 0; i < claims->items.count; i++) {
        const struct claim *c = &claims->items.items[i];
        if (!span_overlap(pointed ? c->span : c->sentence, place)) continue;
        const struct claim **picked = list_add(a, &out->claims);
        if (!picked) return error_no_memory(e);
        *picked = c;
    }
    return true;
}

static void print_side(struct output *o, const struct rules *r, const struct origin *origin, const struct claim *c) {
    struct citation citation = origin_cite(origin, c);
    buffer_string(&o->text, "  ");
    print_clean(&o->text, origin->source->path);
    buffer_char(&o->text, ':');
    print_claim(&o->text, r, c, &citation);
}

static void print_verdict(struct output *o, struct text why, bool conflict) {
    struct canvas canvas = {.out = &o->text, .width = CANVAS_USUAL};
    buffer_string(&o->text, conflict ? "in conflict:\n" : "not in conflict:\n");
    draw_paragraph(&canvas, "  ", why);
}

static void no_claims(struct output *o, const struct pointed *at) {
    print_clean(&o->text, at->stages->document.path);
    buffer_format(&o->text, ":%zu makes no claim that the rules know\n", at->line);
}

enum { MOST_VERDICTS = 12 };

/* Two places on their way to a verdict. */
struct pair {
    struct output *o;
    const struct rules *rules;
    struct arena arena;
    const struct pointed *places[2];
    struct source sources[2];
    struct origin origins[2];
    struct picked picked[2];
};

static bool open_pair(struct pair *p, struct belie_error *e) {
    bool ok = true;
    for (size_t i = 0; ok && i < 2; i++) {
        const struct document *d = &p->places[i]->stages->document;
        p->sources[i] = (struct source){.path = d->path,
                                        .title = d->title,
                                        .outlet = d->outlet,
                                        .published = d->published,
                                        .bytes = d->source,
                                        .claims = &p->places[i]->stages->claims};
        ok = pick(&p->arena, p->places[i], &p->picked[i], e) &&
             (origin_open(&p->arena, &p->sources[i], NULL, &p->origins[i]) || error_no_memory(e));
    }
    return ok;
}

/* Of rules that read whatever verb or quotation stands there, only the same verb or words are worth a word. */
static bool by_the_way(const struct rules *r, const struct claim *x, const struct claim *y) {
    const struct frame *f = &r->rules.items[x->rule].frame;
    bool every = r->rules.items[x->rule].is_frame && (f->every_verb >= 0 || f->every_quotation >= 0);
    return every && x->key != y->key;
}

/* Prints the verdict on all pairs of claims, or only on those about one proposition; returns how many. */
static size_t print_verdicts(struct pair *p, bool same_proposition) {
    size_t printed = 0;
    for (size_t i = 0; i < p->picked[0].claims.count; i++)
        for (size_t k = 0; k < p->picked[1].claims.count; k++) {
            const struct claim *x = p->picked[0].claims.items[i], *y = p->picked[1].claims.items[k];
            bool conflict = false;
            if (x == y || (same_proposition && x->proposition != y->proposition)) continue;
            if (by_the_way(p->rules, x, y)) continue;
            if (printed >= MOST_VERDICTS) return printed;
            struct text why = compare_explain(&p->arena, p->rules, p->sources, x, y, &conflict);
            if (printed++) buffer_char(&p->o->text, '\n');
            print_side(p->o, p->rules, &p->origins[0], x);
            print_side(p->o, p->rules, &p->origins[1], y);
            print_verdict(p->o, why, conflict);
            if (!output_flush(p->o)) return printed;
        }
    return printed;
}

bool explain_pair(struct output *o, const struct rules *r, const struct pointed *one, const struct pointed *other,
                  struct belie_error *e) {
    struct pair p = {.o = o, .rules = r, .places = {one, other}};
    bool ok = open_pair(&p, e);
    for (size_t i = 0; ok && i < 2; i++)
        if (!p.picked[i].claims.count) no_claims(o, p.places[i]);
    if (ok && !print_verdicts(&p, true)) print_verdicts(&p, false);
    if (p.arena.failed) ok = error_no_memory(e);
    arena_release(&p.arena);
    return ok;
}

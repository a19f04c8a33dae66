#include "rules/list.h"

#include "base/utf8.h"
#include "document/document.h"

#include <inttypes.h>

enum { LABEL_WIDTH = 12, RULE_WIDTH = 34, VALUE_WIDTH = 26 };

static struct text name_of(const struct rules *r, symbol s) {
    return symbols_text(&r->symbols, s);
}

static void put(const struct rules *r, struct buffer *out, symbol s) {
    buffer_text(out, name_of(r, s));
}

static void pad(struct buffer *out, size_t start, size_t width) {
    size_t used = utf8_width(text_slice(buffer_view(out), start, out->length));
    do buffer_char(out, ' ');
    while (++used < width);
}

static void padded(struct buffer *out, struct text t, size_t width) {
    size_t start = out->length;
    buffer_text(out, t);
    pad(out, start, width);
}

static void label(struct buffer *out, const char *name) {
    buffer_string(out, "  ");
    padded(out, text_of(name), LABEL_WIDTH);
}

static void put_value(const struct rules *r, struct buffer *out, const struct proposition *p, int32_t value) {
    static const char *const others[] = {"state", "figure", "date", "name"};
    if (value >= 0)
        put(r, out, p->values.items[value].id);
    else
        buffer_string(out, others[p->space]);
}

static void put_place(const struct rules *r, struct buffer *out, const struct rule_place *place) {
    buffer_format(out, "%.*s:%" PRIu32, TEXT_ARGS(r->files.items[place->file]), place->line);
}

static void put_proposition_name(const struct rules *r, struct buffer *out, const struct proposition *p) {
    put(r, out, r->packs.items[p->pack].id);
    buffer_char(out, '/');
    put(r, out, p->id);
}

static void list_rule(const struct rules *r, struct buffer *out, const struct proposition *p, const struct rule *rule) {
    buffer_string(out, "  ");
    padded(out, name_of(r, rule->id), RULE_WIDTH);
    size_t start = out->length;
    put_value(r, out, p, rule->value);
    pad(out, start, VALUE_WIDTH);
    buffer_format(out, "%s, %zu example%s\n", rule->is_frame ? "frame" : "phrases", rule->examples.count,
                  rule->examples.count == 1 ? "" : "s");
}

void rules_list(const struct rules *r, struct buffer *out) {
    for (size_t i = 0; i < r->propositions.count; i++) {
        const struct proposition *p = &r->propositions.items[i];
        if (i) buffer_char(out, '\n');
        put_proposition_name(r, out, p);
        buffer_format(out, "  %.*s\n", TEXT_ARGS(p->ask));
        for (size_t j = 0; j < p->rules.count; j++) list_rule(r, out, p, &r->rules.items[p->rules.items[j]]);
    }
}

static void put_states(const struct rules *r, struct buffer *out, const struct proposition *p, uint64_t mask) {
    const char *comma = "";
    for (size_t i = 0; i < p->states.count; i++) {
        if (!(mask >> i & 1)) continue;
        buffer_string(out, comma);
        put(r, out, p->states.items[i]);
        comma = ", ";
    }
}

static void show_argument(const struct rules *r, struct buffer *out, const struct argument *a) {
    static const char *const opens[] = {[OPEN_NOT] = "",
                                        [OPEN_ANY] = ", or any noun group",
                                        [OPEN_NAME] = ", or any name",
                                        [OPEN_PERSON] = ", or any person",
                                        [OPEN_THING] = ", or any thing"};
    buffer_string(out, "  ");
    padded(out, name_of(r, a->name), LABEL_WIDTH);
    if (a->type < 0)
        buffer_string(out, "anything");
    else
        put(r, out, r->types.items[a->type].id);
    buffer_string(out, opens[a->open]);
    if (a->identity == IDENTITY_SIDE) buffer_string(out, ", by whom it speaks for");
    if (a->theme) buffer_string(out, ", the words around the claim");
    else if (a->identity == IDENTITY_LOOSE) buffer_string(out, ", compared only where both claims have it");
    if (a->optional) buffer_string(out, ", optional");
    if (a->default_speaker) buffer_string(out, ", else the speaker");
    if (a->default_entity >= 0) {
        buffer_string(out, ", else ");
        put(r, out, r->entities.items[a->default_entity].id);
    }
    if (a->default_with >= 0) {
        buffer_string(out, " where the text names ");
        put(r, out, r->entities.items[a->default_with].id);
    }
    buffer_char(out, '\n');
}

static void show_values(const struct rules *r, struct buffer *out, const struct proposition *p) {
    buffer_string(out, "states\n  ");
    put_states(r, out, p, UINT64_MAX);
    buffer_string(out, "\nvalues\n");
    for (size_t i = 0; i < p->values.count; i++) {
        const struct value *v = &p->values.items[i];
        buffer_string(out, "  ");
        padded(out, name_of(r, v->id), VALUE_WIDTH);
        put_states(r, out, p, v->means);
        if (v->suggests != v->means) {
            buffer_string(out, "; suggests ");
            put_states(r, out, p, v->suggests);
        }
        buffer_char(out, '\n');
    }
}

static void show_space(const struct rules *r, struct buffer *out, const struct proposition *p) {
    if (p->space == SPACE_STATES) show_values(r, out, p);
    if (p->space == SPACE_DATE) buffer_string(out, "value\n  a date\n");
    if (p->space == SPACE_FIGURE)
        buffer_format(out, "value\n  a figure%s%.*s%s\n", p->unit.length ? " in " : "", TEXT_ARGS(p->unit),
                      p->exact ? ", exact" : "");
    if (p->space != SPACE_ATOM) return;
    buffer_string(out, "value\n  whatever fills ");
    put(r, out, p->arguments.items[p->atom_argument].name);
    buffer_char(out, '\n');
}

static void show_proposition(const struct rules *r, struct buffer *out, const struct proposition *p) {
    static const char *const times[] = {"never changes", "may change", "only rises", "only falls"};
    put_proposition_name(r, out, p);
    buffer_string(out, "  ");
    put_place(r, out, &p->place);
    buffer_format(out, "\n%.*s\n\n%s", TEXT_ARGS(p->ask), p->arguments.count ? "arguments\n" : "");
    for (size_t i = 0; i < p->arguments.count; i++) show_argument(r, out, &p->arguments.items[i]);
    buffer_format(out, "with time\n  %s\n", times[p->time]);
    show_space(r, out, p);
    if (p->once) buffer_string(out, "once\n  a story has one value of it\n");
    if (p->severity.length) buffer_format(out, "severity\n  %.*s\n", TEXT_ARGS(p->severity));
    buffer_string(out, "rules\n");
    for (size_t i = 0; i < p->rules.count; i++) list_rule(r, out, p, &r->rules.items[p->rules.items[i]]);
}

static void show_verbs(const struct rules *r, struct buffer *out, const struct frame *f) {
    if (!f->verbs.count) return;
    label(out, "verbs");
    for (size_t i = 0; i < f->verbs.count; i++) {
        const struct frame_verb *verb = &f->verbs.items[i];
        if (i) buffer_string(out, ", ");
        put(r, out, verb->verb);
        for (size_t j = 0; j < verb->rest.count; j++) {
            buffer_char(out, ' ');
            put(r, out, verb->rest.items[j]);
        }
        if (verb->particle) buffer_string(out, " (particle)");
        if (verb->preposition) buffer_string(out, " (preposition)");
    }
    buffer_char(out, '\n');
}

static void show_frame_words(const struct rules *r, struct buffer *out, const char *name,
                             const struct frame_word *items, size_t count) {
    if (count) label(out, name);
    for (size_t i = 0; i < count; i++) {
        if (i) buffer_string(out, ", ");
        put(r, out, items[i].word);
        if (items[i].preposition) buffer_char(out, ' ');
        put(r, out, items[i].preposition);
    }
    if (count) buffer_char(out, '\n');
}

static void show_filled(const struct rules *r, struct buffer *out, const struct proposition *p, int32_t argument,
                        bool required) {
    put(r, out, p->arguments.items[argument].name);
    buffer_string(out, required ? ", required\n" : "\n");
}

static void show_frame(const struct rules *r, struct buffer *out, const struct proposition *p, const struct frame *f) {
    buffer_string(out, "frame\n");
    show_verbs(r, out, f);
    show_frame_words(r, out, "nouns", f->nouns.items, f->nouns.count);
    show_frame_words(r, out, "adjectives", f->adjectives.items, f->adjectives.count);
    if (f->subject >= 0) {
        label(out, "subject");
        show_filled(r, out, p, f->subject, f->subject_required);
    }
    if (f->object >= 0) {
        label(out, "object");
        show_filled(r, out, p, f->object, f->object_required);
    }
    for (size_t i = 0; i < f->places.count; i++) {
        const struct frame_place *place = &f->places.items[i];
        size_t start = out->length + 2;
        buffer_string(out, "  ");
        for (size_t j = 0; j < place->prepositions.count; j++) {
            if (j) buffer_char(out, '|');
            put(r, out, place->prepositions.items[j]);
        }
        pad(out, start, LABEL_WIDTH);
        show_filled(r, out, p, place->argument, place->required);
    }
}

static void show_phrases(const struct rules *r, struct buffer *out, const struct rule *rule) {
    enum { SHOWN = 8 };
    buffer_string(out, "phrases\n");
    for (size_t i = 0; i < rule->phrases.count; i++) {
        const struct phrase *phrase = &rule->phrases.items[i];
        buffer_format(out, "  %.*s\n    tried at: ", TEXT_ARGS(phrase->source));
        for (size_t j = 0; j < phrase->anchors.count && j < SHOWN; j++) {
            if (j) buffer_string(out, ", ");
            put(r, out, phrase->anchors.items[j]);
        }
        buffer_string(out, phrase->anchors.count > SHOWN ? ", …\n" : "\n");
    }
}

static void show_example(const struct rules *r, struct buffer *out, const struct example *x) {
    size_t start = out->length + 2;
    buffer_string(out, "  ");
    if (!x->claims.count) buffer_string(out, "nothing");
    for (size_t i = 0; i < x->claims.count; i++) {
        const struct example_claim *claim = &x->claims.items[i];
        buffer_format(out, "%s%s%.*s%.*s", i ? ", " : "", claim->negated ? "not " : "",
                      TEXT_ARGS(name_of(r, claim->value)), TEXT_ARGS(claim->figure));
    }
    if (x->known_miss) buffer_string(out, " (a known miss)");
    pad(out, start, VALUE_WIDTH);
    buffer_format(out, "%.*s\n", TEXT_ARGS(x->text));
}

static void show_value(const struct rules *r, struct buffer *out, const struct proposition *p,
                       const struct rule *rule) {
    buffer_string(out, "value\n  ");
    put_value(r, out, p, rule->value);
    if (rule->scope_all >= 0) {
        buffer_string(out, "; of the whole: ");
        put_value(r, out, p, rule->scope_all);
    }
    if (rule->scope_part >= 0) {
        buffer_string(out, "; of a part: ");
        put_value(r, out, p, rule->scope_part);
    }
    buffer_char(out, '\n');
    for (size_t i = 0; i < rule->set.count; i++) {
        buffer_string(out, i ? "  " : "set\n  ");
        padded(out, name_of(r, p->arguments.items[rule->set.items[i].argument].name), LABEL_WIDTH);
        put(r, out, r->entities.items[rule->set.items[i].entity].id);
        buffer_char(out, '\n');
    }
}

static void show_limits(struct buffer *out, const struct rule *rule) {
    static const char *const hedges[FIGURE_HEDGES] = {"",       "at least",  "at most",  "about",
                                                      "nearly", "more than", "less than"};
    if (rule->hedge) buffer_format(out, "figure\n  %s what the text says\n", hedges[rule->hedge]);
    if (rule->blocks) buffer_string(out, "blocks\n ");
    for (int i = 0; i < BLOCK_KINDS; i++)
        if (rule->blocks >> i & 1) buffer_format(out, " %s", block_kind_name((enum block_kind)i));
    if (rule->blocks) buffer_char(out, '\n');
}

static void show_rule(const struct rules *r, struct buffer *out, int32_t index) {
    const struct rule *rule = &r->rules.items[index];
    const struct proposition *p = &r->propositions.items[rule->proposition];
    put_proposition_name(r, out, p);
    buffer_format(out, "/%.*s  ", TEXT_ARGS(name_of(r, rule->id)));
    put_place(r, out, &rule->place);
    buffer_format(out, "\n%.*s\n\n", TEXT_ARGS(p->ask));
    show_value(r, out, p, rule);
    if (rule->is_frame)
        show_frame(r, out, p, &rule->frame);
    else
        show_phrases(r, out, rule);
    show_limits(out, rule);
    if (rule->ignores_polarity) buffer_string(out, "polarity\n  fixed\n");
    if (rule->ignores_modality) buffer_string(out, "modality\n  fixed\n");
    buffer_string(out, "examples\n");
    for (size_t i = 0; i < rule->examples.count; i++) show_example(r, out, &rule->examples.items[i]);
}

static void show_names(const struct rules *r, struct buffer *out, const char *what, const struct name *names,
                       size_t count) {
    if (count) label(out, what);
    for (size_t i = 0; i < count; i++) {
        if (i) buffer_string(out, ", ");
        for (uint32_t j = 0; j < names[i].count; j++) {
            if (j) buffer_char(out, ' ');
            put(r, out, names[i].words[j]);
        }
    }
    if (count) buffer_char(out, '\n');
}

static void show_words(const struct rules *r, struct buffer *out, const char *what, const symbol *words, size_t count) {
    if (count) label(out, what);
    for (size_t i = 0; i < count; i++) {
        if (i) buffer_string(out, ", ");
        put(r, out, words[i]);
    }
    if (count) buffer_char(out, '\n');
}

static void show_relative(const struct rules *r, struct buffer *out, const char *what, int32_t entity) {
    if (entity < 0) return;
    label(out, what);
    buffer_format(out, "%.*s\n", TEXT_ARGS(name_of(r, r->entities.items[entity].id)));
}

static void show_entity(const struct rules *r, struct buffer *out, const struct entity *x) {
    static const char *const genders[] = {"", ", he", ", she", ", it", ", they"};
    buffer_format(out, "%.*s  ", TEXT_ARGS(name_of(r, x->id)));
    put_place(r, out, &x->place);
    buffer_format(out, "\n%.*s (%.*s%s)\n\n", TEXT_ARGS(x->label), TEXT_ARGS(name_of(r, r->types.items[x->type].id)),
                  genders[x->gender]);
    show_names(r, out, "names", x->names.items, x->names.count);
    show_names(r, out, "titles", x->titles.items, x->titles.count);
    show_names(r, out, "short", x->brief.items, x->brief.count);
    show_words(r, out, "heads", x->heads.items, x->heads.count);
    show_words(r, out, "marks", x->marks.items, x->marks.count);
    show_words(r, out, "allow", x->allow.items, x->allow.count);
    show_words(r, out, "bar", x->bar.items, x->bar.count);
    show_words(r, out, "parts", x->parts.items, x->parts.count);
    for (size_t i = 0; i < x->with.count; i++) show_relative(r, out, "with", x->with.items[i]);
    for (size_t i = 0; i < x->members.count; i++) show_relative(r, out, "member", x->members.items[i]);
    show_relative(r, out, "speaks for", x->speaks_for);
    show_relative(r, out, "part of", x->part_of);
    show_relative(r, out, "kind of", x->kind_of);
}

bool rules_show(const struct rules *r, struct text id, struct buffer *out) {
    struct named named;
    if (rules_named(r, id, &named)) {
        if (named.rule) show_rule(r, out, (int32_t)(named.rule - r->rules.items));
        else show_proposition(r, out, named.proposition);
        return true;
    }
    int32_t entity = rules_find_entity(r, id);
    if (entity >= 0) show_entity(r, out, &r->entities.items[entity]);
    return entity >= 0;
}

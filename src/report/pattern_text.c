#include "report/pattern_text.h"

enum { FEW = 6 }; /* alternatives that need no space between them to be read */

static void put(const struct wording *w, symbol s) {
    buffer_text(w->out, symbols_text(&w->rules->symbols, s));
}

/* What stands before alternative `index` of `count`; false when it and those after it are left out. */
static bool alternative(const struct wording *w, size_t index, size_t count) {
    if (index) buffer_string(w->out, count > FEW && w->most > FEW ? " / " : "/");
    if (index < w->most || index + 1 == count) return true;
    buffer_string(w->out, "…");
    return false;
}

static void several(const struct wording *w, const symbol *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i) buffer_char(w->out, ' ');
        put(w, words[i]);
    }
}

void argument_text(const struct wording *w, int32_t argument) {
    struct text name = symbols_text(&w->rules->symbols, w->proposition->arguments.items[argument].name);
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        buffer_char(w->out, c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
}

static void words(const struct wording *w, const struct pattern *p) {
    for (size_t i = 0; i < p->symbols.count && alternative(w, i, p->symbols.count); i++) put(w, p->symbols.items[i]);
}

static void verb(const struct wording *w, const struct pattern *p) {
    static const char *const forms[] = {
        [VOICE_ANY] = "", [VOICE_ACTIVE] = "", [VOICE_PASSIVE] = "‹passive›", [VOICE_ING] = "‹-ing›", [VOICE_TO] = ""};
    if (p->voice == VOICE_TO) buffer_string(w->out, "to ");
    words(w, p);
    buffer_string(w->out, forms[p->voice]);
}

static void list(const struct wording *w, const struct word_list *l) {
    for (size_t i = 0; i < l->entries.count && alternative(w, i, l->entries.count); i++)
        several(w, l->entries.items[i].words, l->entries.items[i].count);
}

static void sequence(const struct wording *w, const struct pattern *whole, const char *between) {
    for (size_t i = 0; i < whole->items.count; i++) {
        if (i) buffer_string(w->out, between);
        pattern_text(w, whole->items.items[i]);
    }
}

static void choices(const struct wording *w, const struct pattern *whole) {
    for (size_t i = 0; i < whole->items.count && alternative(w, i, whole->items.count); i++) pattern_text(w, whole->items.items[i]);
}

static bool has_sequence(const struct pattern *choice) {
    for (size_t i = 0; i < choice->items.count; i++)
        if (choice->items.items[i]->kind == PATTERN_SEQUENCE) return true;
    return false;
}

static void bracketed(const struct wording *w, const struct pattern *choice, const char *brackets) {
    buffer_char(w->out, brackets[0]);
    if (choice->kind == PATTERN_CHOICE) choices(w, choice);
    else pattern_text(w, choice);
    buffer_char(w->out, brackets[1]);
}

void pattern_text(const struct wording *w, const struct pattern *pattern) {
    switch (pattern->kind) {
    case PATTERN_WORD:
    case PATTERN_NOUN: words(w, pattern); return;
    case PATTERN_VERB: verb(w, pattern); return;
    case PATTERN_LIST: list(w, &w->rules->lists.items[pattern->index]); return;
    case PATTERN_SLOT: argument_text(w, pattern->index); return;
    case PATTERN_ANY: buffer_string(w->out, "ANYTHING"); return;
    case PATTERN_FIGURE: buffer_format(w->out, "‹%s›", figure_kind_name((enum figure_kind)pattern->index)); return;
    case PATTERN_GAP: buffer_string(w->out, "…"); return;
    case PATTERN_SENTENCE: buffer_string(w->out, "·"); return;
    case PATTERN_SEQUENCE: sequence(w, pattern, " "); return;
    case PATTERN_PARTS: sequence(w, pattern, " & "); return;
    case PATTERN_OPTIONAL: bracketed(w, pattern->items.items[0], "()"); return;
    case PATTERN_CHOICE: break;
    }
    if (has_sequence(pattern)) bracketed(w, pattern, "[]");
    else choices(w, pattern);
}

static void frame_verbs(const struct wording *w, const struct frame *f) {
    for (size_t i = 0; i < f->verbs.count && alternative(w, i, f->verbs.count); i++) {
        put(w, f->verbs.items[i].verb);
        if (f->verbs.items[i].rest.count) buffer_char(w->out, ' ');
        several(w, f->verbs.items[i].rest.items, f->verbs.items[i].rest.count);
    }
    if (f->every_verb >= 0) buffer_string(w->out, "any verb");
}

static void frame_words(const struct wording *w, const struct frame_word *all, size_t count) {
    for (size_t i = 0; i < count && alternative(w, i, count); i++) {
        put(w, all[i].word);
        if (!all[i].preposition) continue;
        buffer_char(w->out, ' ');
        put(w, all[i].preposition);
    }
}

static void frame_places(const struct wording *w, const struct frame *f) {
    for (size_t i = 0; i < f->places.count; i++) {
        const struct frame_place *place = &f->places.items[i];
        buffer_string(w->out, place->required ? " " : " (");
        for (size_t k = 0; k < place->prepositions.count && alternative(w, k, place->prepositions.count); k++)
            put(w, place->prepositions.items[k]);
        buffer_char(w->out, ' ');
        argument_text(w, place->argument);
        if (!place->required) buffer_char(w->out, ')');
    }
}

static void side(const struct wording *w, const char *before, int32_t argument, const char *behind) {
    if (argument < 0) return;
    buffer_string(w->out, before);
    argument_text(w, argument);
    buffer_string(w->out, behind);
}

/* Frames that take whatever stands there have nothing to list. */
static bool frame_of_all(const struct wording *w, const struct frame *f) {
    const char *what = f->every_quotation >= 0  ? "any quotation of five words or more"
                       : f->every_noun >= 0     ? "any noun that a figure is told of"
                       : f->every_figure >= 0   ? "any figure of something"
                       : f->every_act >= 0      ? "whatever somebody does at an occasion"
                       : f->every_role >= 0     ? "whatever somebody is told to be"
                       : f->every_sum >= 0      ? "figures of one sentence that make one another"
                       : f->every_headline >= 0 ? "any headline, and any short sentence that opens an article"
                                                : NULL;
    if (what) buffer_string(w->out, what);
    return what != NULL;
}

void frame_text(const struct wording *w, const struct frame *f) {
    size_t start = w->out->length;
    if (frame_of_all(w, f)) return;
    if (f->verbs.count || f->every_verb >= 0) {
        side(w, "", f->subject, " ");
        frame_verbs(w, f);
        side(w, " ", f->object, "");
        frame_places(w, f);
    }
    if (f->nouns.count) {
        buffer_string(w->out, w->out->length > start ? "; " : "");
        frame_words(w, f->nouns.items, f->nouns.count);
        side(w, " of ", f->object, "");
        side(w, " by ", f->subject, "");
    }
    if (!f->adjectives.count) return;
    buffer_string(w->out, w->out->length > start ? "; " : "");
    side(w, "", f->subject, " ");
    buffer_string(w->out, "be ");
    frame_words(w, f->adjectives.items, f->adjectives.count);
    side(w, " ", f->object, "");
}

#include "claim/outline.h"

#include "base/figure_word.h"
#include "claim/open.h"

bool outline_takes(const struct word *w) {
    struct text t = w->text;
    bool letter = t.length && (t.bytes[0] & 0x80 || (t.bytes[0] >= 'a' && t.bytes[0] <= 'z'));
    if (!letter || t.length <= 2 || w->traits & TRAIT_PLAIN || (w->figure && figure_word_opens(w->figure)))
        return false;
    for (size_t i = 0; i < t.length; i++)
        if (ascii_digit(t.bytes[i])) return false;
    return true;
}

struct text outline_written(struct arena *a, struct text word) {
    size_t plain = 0;
    while (plain < word.length && word.bytes[plain] != ' ' && ascii_lower(word.bytes[plain]) == word.bytes[plain])
        plain++;
    if (plain == word.length) return word;
    char *bytes = arena_take(a, word.length);
    for (size_t i = 0; bytes && i < word.length; i++)
        bytes[i] = word.bytes[i] == ' ' ? '_' : ascii_lower(word.bytes[i]);
    return bytes ? (struct text){bytes, word.length} : TEXT("");
}

/* "=Kestrel Homes|housebuilder", "~monthly injection|boeing" */
static struct pieces pieces_of(struct arena *a, const struct opened *o) {
    size_t count = 0;
    bool name = o->id.length && o->id.bytes[0] == '=';
    struct piece *items = arena_take(a, (1 + o->count) * sizeof *items);
    if (!items) return (struct pieces){NULL, 0};
    if (name) items[count++] = (struct piece){'!', outline_written(a, text_slice(o->id, 1, o->plain))};
    for (size_t i = 0; i < o->count; i++)
        if (outline_takes(o->words[i])) items[count++] = (struct piece){name ? '^' : 0, o->words[i]->text};
    return (struct pieces){items, count};
}

struct pieces outline_open(const struct making *k, int32_t mention) {
    struct opened *o = open_find(k, mention);
    if (!o) return (struct pieces){NULL, 0};
    if (!o->pieces.items) o->pieces = pieces_of(k->a, o);
    return o->pieces;
}

static const struct argument any = {.type = -1, .open = OPEN_ANY, .default_entity = -1, .default_with = -1};

static int32_t mention_of(const struct making *k, int32_t group) {
    const struct group *g = &k->parse->groups.items[group];
    const struct mention_range *r = &k->m->group_mentions[k->match->sentence][group];
    struct filler f;
    if (match_is_time(k->m, g) || g->flags & GROUP_NUMBER) return NONE;
    if (match_fill(k->m, k->match->sentence, group, &any, &f)) return f.speaker ? NONE : f.mention;
    return r->count && !(g->flags & GROUP_PRONOUN) ? r->first : NONE;
}

static struct text deed_of(const struct making *k, const struct group *g) {
    const struct word *w = making_word(k, g->head);
    if (g->flags & GROUP_COPULA || w->bits & (IS_EMPTY | IS_LIGHT)) return TEXT("");
    const struct word *base = g->kind == GROUP_VERB ? w->verb : w->adjective ? w->adjective : w;
    return base ? base->text : TEXT("");
}

/* Another figure that is unlikely to be the same by chance. */
static bool is_anchor(const struct making *k, const struct figure *f) {
    enum { MANY_PEOPLE = 20 };
    if (!f->unit.length || f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR || f->kind == FIGURE_TIME_OF_DAY)
        return false;
    bool crowd = f->value >= MANY_PEOPLE && text_equal(f->unit, TEXT("person"));
    int32_t passing = f->kind == FIGURE_COUNT && !crowd ? k->shared->passing_counts : -1;
    return passing < 0 || !rules_list_holds(k->m->rules, passing, symbols_find(&k->m->rules->symbols, f->unit));
}

/* "05", "2025", "41_hospital" */
static struct text print_whole(struct arena *a, uint32_t number, size_t least, struct text unit) {
    char digits[16];
    size_t from = sizeof digits, count = 0;
    do {
        digits[--from] = (char)('0' + number % 10);
        number /= 10;
        count++;
    } while (number || count < least);
    char *bytes = arena_take(a, count + 1 + unit.length);
    if (!bytes) return TEXT("");
    memcpy(bytes, digits + from, count);
    if (!unit.length) return (struct text){bytes, count};
    bytes[count] = '_';
    memcpy(bytes + count + 1, unit.bytes, unit.length);
    return (struct text){bytes, count + 1 + unit.length};
}

static struct text date_of(struct arena *a, const struct figure *f) {
    if (f->kind == FIGURE_YEAR) return print_whole(a, (uint32_t)f->date.year, 4, TEXT(""));
    bool month = f->kind == FIGURE_DATE && f->date.month && !f->date.day;
    return month ? print_whole(a, (uint32_t)f->date.month, 2, TEXT("")) : TEXT("");
}

/* Most figures are whole and small. */
static struct text anchor_of(struct arena *a, const struct figure *f) {
    enum { SHORT = 1000000 }; /* from here on "%g" rounds */
    bool plain = f->value >= 0 && f->value < SHORT && f->value == (double)(uint32_t)f->value;
    return plain ? print_whole(a, (uint32_t)f->value, 1, f->unit)
                 : arena_format(a, "%g_%.*s", f->value, TEXT_ARGS(f->unit));
}

static bool in_figure(const struct making *k, int32_t t) {
    const struct figure_list *figures = &k->m->figures[k->match->sentence];
    for (size_t i = 0; i < figures->count; i++)
        if (t >= (int32_t)figures->items[i].first && t <= (int32_t)figures->items[i].last &&
            figures->items[i].kind != FIGURE_DATE)
            return true;
    return false;
}

/* "The interim manager": what he is, not when it was. */
static bool is_title(const struct making *k, int32_t t) {
    int32_t group = making_group(k, t);
    const struct group *g = group == NONE ? NULL : &k->parse->groups.items[group];
    return g && g->head > t && (g->flags & GROUP_NAME || making_traits(k, g->head) & TRAIT_PERSON);
}

static bool find_spans(const struct making *k, struct outline *out) {
    for (int32_t t = k->parse->first; t <= k->parse->last; t++) {
        if (!(making_traits(k, t) & TRAIT_SPAN) || in_figure(k, t) || is_title(k, t)) continue;
        struct text *room = list_add(k->a, &out->spans);
        if (!room) return false;
        *room = making_word(k, t)->text;
    }
    return true;
}

static bool find_groups(const struct making *k, struct outline *out) {
    size_t count = k->parse->groups.count;
    out->groups = arena_take(k->a, (count + 1) * sizeof *out->groups);
    for (size_t i = 0; out->groups && i < count; i++) {
        const struct group *g = &k->parse->groups.items[i];
        bool noun = g->kind == GROUP_NOUN;
        out->groups[i] =
            (struct outlined_group){noun ? mention_of(k, (int32_t)i) : NONE, noun ? TEXT("") : deed_of(k, g)};
    }
    return out->groups;
}

static bool find_figures(const struct making *k, struct outline *out) {
    const struct figure_list *figures = &k->m->figures[k->match->sentence];
    out->figures = arena_array(k->a, struct outlined_figure, figures->count + 1);
    for (size_t i = 0; out->figures && i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        out->figures[i].date = date_of(k->a, f);
        if (is_anchor(k, f)) out->figures[i].anchor = outline_written(k->a, anchor_of(k->a, f));
    }
    return out->figures;
}

const struct outline *outline_of(const struct making *k) {
    struct outline *out = k->shared->outline;
    if (out->parse == k->parse) return out;
    *out = (struct outline){.parse = k->parse};
    if (find_groups(k, out) && find_figures(k, out) && (!making_holds(k, TRAIT_SPAN) || find_spans(k, out))) return out;
    out->parse = NULL;
    return NULL;
}

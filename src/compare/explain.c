#include "compare/explain.h"

#include <math.h>

#include "compare/open.h"
#include "compare/position.h"
#include "compare/reading.h"

static void put_words(struct buffer *out, struct text id) {
    for (size_t i = 0; i < id.length; i++) buffer_char(out, id.bytes[i] == '-' ? ' ' : id.bytes[i]);
}

static struct text finish(struct arena *a, struct buffer *b) {
    struct text t = arena_text(a, buffer_view(b));
    a->failed |= b->failed;
    buffer_release(b);
    return t;
}

static struct text argument_label(const struct rules *r, const struct claim *c, struct text name) {
    const struct proposition *p = &r->propositions.items[c->proposition];
    for (size_t i = 0; i < p->arguments.count; i++) {
        if (!text_equal(symbols_text(&r->symbols, p->arguments.items[i].name), name)) continue;
        int32_t entity = rules_find_entity(r, c->arguments[i].id);
        return entity >= 0 ? r->entities.items[entity].label : open_label(c->arguments[i].id);
    }
    return TEXT("");
}

/* What the question says of an argument that the text does not name. */
static void put_missing(struct buffer *out, struct text name) {
    if (text_equal(name, TEXT("who"))) buffer_string(out, "anyone");
    else if (text_equal(name, TEXT("what"))) buffer_string(out, "anything");
    else buffer_format(out, "the %.*s", TEXT_ARGS(name));
}

struct text explain_question(struct arena *a, const struct rules *r, const struct claim *c) {
    struct text ask = r->propositions.items[c->proposition].ask;
    struct buffer out = {0};
    for (size_t i = 0; i < ask.length; i++) {
        if (ask.bytes[i] != '{') {
            buffer_char(&out, ask.bytes[i]);
            continue;
        }
        size_t end = i;
        while (end < ask.length && ask.bytes[end] != '}') end++;
        struct text label = argument_label(r, c, text_slice(ask, i + 1, end));
        if (label.length) buffer_text(&out, label);
        else put_missing(&out, text_slice(ask, i + 1, end));
        i = end;
    }
    return finish(a, &out);
}

static void put_states(const struct rules *r, const struct proposition *p, uint64_t mask, struct buffer *out) {
    bool first = true;
    for (size_t i = 0; i < p->states.count; i++) {
        if (!(mask >> i & 1)) continue;
        buffer_string(out, first ? "“" : " or “");
        put_words(out, symbols_text(&r->symbols, p->states.items[i]));
        buffer_string(out, "”");
        first = false;
    }
    if (first) buffer_string(out, "nothing");
}

/* "12", "24 to less than 100", "12 or more": an interval in words. */
static void put_interval(struct interval i, struct buffer *out) {
    bool low = i.low > -HUGE_VAL, high = i.high < HUGE_VAL;
    if (low && high && i.low == i.high) {
        number_print(i.low, out);
    } else if (low && high) {
        number_print(i.low, out);
        buffer_string(out, i.high_open ? " to less than " : " to ");
        number_print(i.high, out);
    } else if (low) {
        if (i.low_open) buffer_string(out, "more than ");
        number_print(i.low, out);
        if (!i.low_open) buffer_string(out, " or more");
    } else if (high) {
        buffer_string(out, i.high_open ? "less than " : "at most ");
        number_print(i.high, out);
    } else
        buffer_string(out, "anything");
}

/* "km", "hours", "people": short units are symbols. */
static void put_unit(struct text unit, struct buffer *out) {
    if (!unit.length) return;
    buffer_char(out, ' ');
    if (text_equal(unit, TEXT("person"))) {
        buffer_string(out, "people");
        return;
    }
    buffer_text(out, unit);
    bool word = unit.length > 3 && unit.bytes[unit.length - 1] != 's' && !text_equal(unit, TEXT("percent"));
    if (word) buffer_char(out, 's');
}

/* "A majority of", before its number */
static bool put_number_of(struct text unit, struct buffer *out) {
    if (!text_ends(unit, TEXT(" of"))) return false;
    bool vowel = memchr("aeiou", unit.bytes[0], 5) != NULL;
    buffer_string(out, vowel ? "an " : "a ");
    buffer_text(out, unit);
    buffer_char(out, ' ');
    return true;
}

static void put_intervals(const struct interval *pieces, uint8_t count, struct text unit, struct buffer *out) {
    bool before = put_number_of(unit, out);
    for (uint8_t i = 0; i < count; i++) {
        if (i) buffer_string(out, " or ");
        put_interval(pieces[i], out);
    }
    if (!before) put_unit(unit, out);
}

static void put_possible(const struct rules *r, const struct proposition *p, const struct reading *x, bool suggests,
                         struct buffer *out) {
    switch (x->space) {
    case SPACE_STATES: put_states(r, p, suggests ? x->suggests : x->means, out); break;
    case SPACE_FIGURE:
        put_intervals(suggests ? x->suggests_interval : x->means_interval, suggests ? x->suggests_count : x->means_count,
                      x->unit, out);
        break;
    case SPACE_DATE: date_print(&x->date, out); break;
    case SPACE_ATOM: put_words(out, open_label(x->atom)); break;
    }
}

void explain_reading(const struct rules *r, const struct position *p, struct buffer *out) {
    const struct claim *first = p->claims.items[0];
    const struct proposition *about = &r->propositions.items[first->proposition];
    if (first->value == NONE) {
        if (p->negated) buffer_string(out, "not ");
        put_possible(r, about, &p->reading, false, out);
        return;
    }
    for (size_t i = 0; i < p->claims.count; i++) {
        const struct claim *c = p->claims.items[i];
        bool said = false;
        for (size_t k = 0; k < i; k++) said |= p->claims.items[k]->value == c->value && p->claims.items[k]->negated == c->negated;
        if (said) continue;
        if (i) buffer_string(out, " and ");
        if (c->negated) buffer_string(out, "not ");
        put_words(out, symbols_text(&r->symbols, about->values.items[c->value].id));
    }
}

static void put_side(const struct rules *r, const struct verdict *v, const struct position *p, struct buffer *out) {
    const struct proposition *about = &r->propositions.items[p->claims.items[0]->proposition];
    buffer_string(out, "“");
    explain_reading(r, p, out);
    buffer_string(out, v->tension ? "” suggests " : "” leaves only ");
    put_possible(r, about, &p->reading, v->tension, out);
}

struct text explain_clash(struct arena *a, const struct rules *r, const struct verdict *v, const struct position *x,
                          const struct position *y) {
    struct buffer out = {0};
    if (v->swapped) {
        buffer_string(&out, "The two change places: who does it in one has it done to him in the other.");
    } else if (x->reading.space == SPACE_FIGURE) {
        const struct proposition *about = &r->propositions.items[x->claims.items[0]->proposition];
        buffer_string(&out, "One leaves only ");
        put_possible(r, about, &x->reading, v->tension, &out);
        buffer_string(&out, ", the other only ");
        put_possible(r, about, &y->reading, v->tension, &out);
        buffer_string(&out, ": no figure fits both.");
    } else if (x->reading.space == SPACE_STATES) {
        put_side(r, v, x, &out);
        buffer_string(&out, ", ");
        put_side(r, v, y, &out);
        buffer_string(&out, v->tension ? ": a reader cannot take both." : ": no state of affairs fits both.");
    } else {
        buffer_string(&out, "One says ");
        explain_reading(r, x, &out);
        buffer_string(&out, ", the other ");
        explain_reading(r, y, &out);
        buffer_string(&out, ": both cannot be so.");
    }
    if (v->relation == RELATION_UPDATE) buffer_string(&out, " The later report may supersede the earlier one.");
    return finish(a, &out);
}

static void put_separation(const struct rules *r, const struct verdict *v, const struct position *x,
                           const struct position *y, struct buffer *out) {
    const struct proposition *p = &r->propositions.items[x->claims.items[0]->proposition];
    switch (v->separation) {
    case SEPARATE_PROPOSITION: buffer_string(out, "different questions"); break;
    case SEPARATE_ARGUMENTS:
        buffer_format(out, "different %.*s", TEXT_ARGS(symbols_text(&r->symbols, p->arguments.items[v->argument].name)));
        break;
    case SEPARATE_GRANULARITY: buffer_string(out, "one is part of the other"); break;
    case SEPARATE_UNSURE: buffer_string(out, "nothing shows that they speak of the same thing"); break;
    case SEPARATE_STORY: buffer_string(out, "different stories: the documents share too few names"); break;
    case SEPARATE_EVENT: buffer_string(out, "different dates"); break;
    case SEPARATE_MODALITY: {
        const struct position *weak = x->modality == MODALITY_ASSERTED ? y : x;
        buffer_format(out, "%s, not a claim", weak->modality == MODALITY_ASKED ? "a question" : modality_name(weak->modality));
        break;
    }
    case SEPARATE_READINGS:
        put_possible(r, p, &x->reading, false, out);
        buffer_string(out, " against ");
        put_possible(r, p, &y->reading, false, out);
        buffer_string(out, ": one state fits both");
        break;
    case SEPARATE_NOT: break;
    }
}

struct text compare_explain(struct arena *a, const struct rules *r, const struct source *sources, const struct claim *x,
                            const struct claim *y, bool *conflict) {
    struct positions one = {0}, other = {0};
    *conflict = false;
    if (!positions_find(a, &x, 1, &one) || !positions_find(a, &y, 1, &other)) return TEXT("");
    const struct position *p = one.items.items, *q = other.items.items;
    struct verdict v = relation_find(r, sources, x->proposition, p, q);
    *conflict = v.separation == SEPARATE_NOT;
    if (*conflict) return explain_clash(a, r, &v, p, q);
    struct buffer out = {0};
    put_separation(r, &v, p, q, &out);
    return finish(a, &out);
}

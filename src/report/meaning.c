#include "report/meaning.h"

static struct text name_of(const struct rules *r, symbol s) {
    return symbols_text(&r->symbols, s);
}

void meaning_question(struct buffer *out, const struct proposition *p) {
    bool slot = false;
    for (size_t i = 0; i < p->ask.length; i++) {
        char c = p->ask.bytes[i];
        if (c == '{' || c == '}') slot = c == '{';
        else buffer_char(out, slot && c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
}

static void kind_of_states(struct buffer *out, const struct rules *r, const struct proposition *p) {
    buffer_string(out, "An answer is one of ");
    for (size_t i = 0; i < p->values.count; i++) {
        if (i) buffer_string(out, i + 1 == p->values.count ? " and " : ", ");
        buffer_text(out, name_of(r, p->values.items[i].id));
    }
    buffer_string(out, ", or the denial of one. Two contradict each other when no state of affairs fits both.");
}

void meaning_kind(struct buffer *out, const struct rules *r, const struct proposition *p) {
    switch (p->space) {
    case SPACE_STATES: kind_of_states(out, r, p); return;
    case SPACE_FIGURE:
        buffer_format(out, "An answer is a figure%s%.*s. Two contradict each other when no figure fits both%s.",
                      p->unit.length ? " in " : "", TEXT_ARGS(p->unit),
                      p->exact ? "; these are counts, so that 27 is not 28, however round"
                               : "; round and hedged ones (“about”, “at least”) leave room");
        return;
    case SPACE_DATE:
        buffer_string(out, "An answer is a date. Two contradict each other when no day fits both; “March” and “3 March” do not.");
        return;
    case SPACE_ATOM:
        buffer_format(out, "An answer is a name, that of the %.*s. Two contradict each other when they are not the same "
                           "and neither is a part of the other.",
                      TEXT_ARGS(name_of(r, p->arguments.items[p->atom_argument].name)));
        return;
    }
}

static bool clashes(const struct value *x, const struct value *y, bool tension) {
    bool apart = !(x->means & y->means);
    return tension ? !apart && !(x->suggests & y->suggests) : apart;
}

/* "contradicts a, b" */
static bool list_clashes(struct buffer *out, const struct rules *r, const struct proposition *p, const struct value *v,
                         bool tension, const char *before) {
    bool any = false;
    for (size_t i = 0; i < p->values.count; i++) {
        if (!clashes(v, &p->values.items[i], tension)) continue;
        buffer_string(out, any ? ", " : before);
        buffer_text(out, name_of(r, p->values.items[i].id));
        any = true;
    }
    return any;
}

void meaning_clashes(struct buffer *out, const struct rules *r, const struct proposition *p, const char *bullet) {
    if (p->space != SPACE_STATES) return;
    for (size_t i = 0; i < p->values.count; i++) {
        const struct value *v = &p->values.items[i];
        buffer_format(out, "%s%.*s", bullet, TEXT_ARGS(name_of(r, v->id)));
        bool any = list_clashes(out, r, p, v, false, " contradicts ");
        any |= list_clashes(out, r, p, v, true, any ? "; is in tension with " : " is in tension with ");
        buffer_string(out, any ? "\n" : " contradicts its denial alone\n");
    }
}

const char *meaning_of_time(const struct proposition *p) {
    static const char *const meanings[] = {
        [TIME_FIXED] = "The answer never changes: claims of different days contradict each other, too.",
        [TIME_CHANGES] = "The answer may change: a claim of a later day that differs is an update, no contradiction.",
        [TIME_RISES] = "The answer only rises: a later, higher one is an update, a later, lower one contradicts.",
        [TIME_FALLS] = "The answer only falls: a later, lower one is an update, a later, higher one contradicts."};
    return meanings[p->time];
}

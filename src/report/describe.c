#include "report/describe.h"

#include "compare/open.h"

#include <math.h>

void describe_date(struct buffer *out, int32_t days) {
    int32_t year;
    int month, day;
    date_civil(days, &year, &month, &day);
    buffer_format(out, "%04d-%02d-%02d", (int)year, month, day);
}

static void states(struct buffer *out, const struct proposition *p, const struct rules *r, uint64_t mask) {
    bool first = true;
    for (size_t i = 0; i < p->states.count; i++) {
        if (!(mask >> i & 1)) continue;
        if (!first) buffer_string(out, " or ");
        buffer_text(out, symbols_text(&r->symbols, p->states.items[i]));
        first = false;
    }
    if (first) buffer_string(out, "nothing");
}

static bool is_day(double value) {
    return value == floor(value) && fabs(value) < 1e7;
}

/* A date is a whole number of days; the end of its interval is open. */
static void date_interval(struct buffer *out, struct interval i) {
    if (!is_day(i.low) || !is_day(i.high)) {
        interval_print(i, out);
        return;
    }
    int32_t first = (int32_t)i.low + i.low_open, last = (int32_t)i.high - i.high_open;
    describe_date(out, first);
    if (last <= first) return;
    buffer_string(out, " to ");
    describe_date(out, last);
}

static void intervals(struct buffer *out, const struct reading *reading) {
    for (size_t i = 0; i < reading->means_count; i++) {
        if (i) buffer_string(out, " or ");
        if (reading->space == SPACE_DATE)
            date_interval(out, reading->means_interval[i]);
        else
            interval_print(reading->means_interval[i], out);
    }
    if (reading->space == SPACE_DATE || !reading->unit.length) return;
    buffer_char(out, ' ');
    buffer_text(out, reading->unit);
}

void describe_reading(struct buffer *out, const struct proposition *p, const struct rules *r,
                      const struct reading *reading) {
    switch (reading->space) {
    case SPACE_STATES:
        states(out, p, r, reading->means);
        break;
    case SPACE_FIGURE:
    case SPACE_DATE:
        intervals(out, reading);
        break;
    case SPACE_ATOM:
        buffer_text(out, reading->atom);
        break;
    }
}

void describe_value(struct buffer *out, const struct rules *r, const struct claim *c) {
    const struct proposition *p = &r->propositions.items[c->proposition];
    if (c->value >= 0)
        buffer_text(out, symbols_text(&r->symbols, p->values.items[c->value].id));
    else
        describe_reading(out, p, r, &c->reading);
}

static bool said_before(const struct position *p, size_t index) {
    const struct claim *c = p->claims.items[index];
    for (size_t i = 0; i < index; i++) {
        const struct claim *earlier = p->claims.items[i];
        if (earlier->value == c->value && earlier->negated == c->negated) return true;
    }
    return false;
}

void describe_position(struct buffer *out, const struct rules *r, const struct position *p) {
    const struct claim *first = p->claims.items[0];
    describe_value(out, r, first);
    if (first->value < 0) return;
    for (size_t i = 1; i < p->claims.count; i++) {
        const struct claim *c = p->claims.items[i];
        if (said_before(p, i)) continue;
        buffer_string(out, c->negated ? " and not " : " and ");
        describe_value(out, r, c);
    }
}

void describe_arguments(struct buffer *out, const struct rules *r, const struct claim *c) {
    const struct proposition *p = &r->propositions.items[c->proposition];
    bool first = true;
    for (size_t i = 0; i < p->arguments.count; i++) {
        if (!c->arguments[i].id.length || open_is_inner(c->arguments[i].id)) continue;
        if (!first) buffer_char(out, ' ');
        buffer_text(out, symbols_text(&r->symbols, p->arguments.items[i].name));
        buffer_char(out, '=');
        buffer_text(out, open_label(c->arguments[i].id));
        first = false;
    }
}

struct text voice_speaker(const struct rules *r, const struct voice *v) {
    if (v->kind == VOICE_OUTLET) return TEXT("");
    if (v->entity >= 0) return r->entities.items[v->entity].label;
    return v->name.length ? v->name : TEXT("a speaker");
}

struct text voice_label(const struct rules *r, const struct source *s, const struct voice *v) {
    struct text speaker = voice_speaker(r, v);
    if (speaker.length) return speaker;
    return s->outlet.length ? s->outlet : TEXT("the article");
}

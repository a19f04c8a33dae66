#include "report/citation.h"

#include "base/utf8.h"

bool origin_open(struct arena *a, const struct source *s, const struct citation *given, struct origin *out) {
    *out = (struct origin){.source = s, .given = given};
    return given || lines_index(a, s->bytes, &out->lines);
}

struct citation origin_cite(const struct origin *o, const struct claim *c) {
    if (o->given) return o->given[c - o->source->claims->items.items];
    struct text bytes = o->source->bytes;
    struct span whole = span_join(c->span, c->sentence), line = line_at(bytes, whole.start);
    struct text before = text_slice(bytes, line.start, whole.start), after = text_slice(bytes, whole.end, line.end);
    return (struct citation){.place = lines_place(&o->lines, c->span.start),
                             .span = c->span,
                             .sentence = c->sentence,
                             .context = text_slice(bytes, whole.start, whole.end),
                             .more_before = text_trim(before).length > 0,
                             .more_after = text_trim(after).length > 0};
}

bool origin_context_place(const struct origin *o, const struct citation *c, struct place *out) {
    uint32_t start = span_join(c->span, c->sentence).start;
    struct text lead = text_slice(c->context, 0, c->span.start - start);
    if (!o->given) *out = lines_place(&o->lines, start);
    else *out = (struct place){c->place.line, c->place.column - utf8_count(lead)};
    return !o->given || !memchr(lead.bytes, '\n', lead.length);
}

struct text citation_quote(const struct citation *c) {
    uint32_t start = span_join(c->span, c->sentence).start;
    return text_slice(c->context, c->span.start - start, c->span.end - start);
}

/* The claims for a reader at a terminal, and for the tests of the last stage. */
#include "report/claims_text.h"

#include "report/describe.h"
#include "report/formats.h"

static void voice(struct buffer *out, const struct rules *r, const struct claim *c) {
    struct text speaker = voice_speaker(r, &c->voice);
    buffer_string(out, ", says ");
    if (c->voice.kind == VOICE_OUTLET)
        buffer_string(out, "the outlet");
    else
        print_clean(out, speaker);
}

void print_claim(struct buffer *out, const struct rules *r, const struct claim *c, const struct citation *citation) {
    const struct proposition *p = &r->propositions.items[c->proposition];
    buffer_format(out, "%zu:%zu ", citation->place.line, citation->place.column);
    buffer_text(out, symbols_text(&r->symbols, p->id));
    buffer_char(out, '(');
    describe_arguments(out, r, c);
    buffer_string(out, c->negated ? "): not " : "): ");
    describe_value(out, r, c);
    if (c->value >= 0) {
        buffer_string(out, " = ");
        describe_reading(out, p, r, &c->reading);
    }
    if (c->modality != MODALITY_ASSERTED) buffer_format(out, ", %s", modality_name(c->modality));
    voice(out, r, c);
    buffer_string(out, "\n    “");
    print_clean(out, citation_quote(citation));
    buffer_format(out, "” (%s, ", block_kind_name(c->block));
    rules_put_name(r, c->rule, out);
    buffer_string(out, ")\n");
}

void text_claims(struct output *o, const struct report *r) {
    for (uint32_t i = 0; i < r->count; i++) {
        const struct source *s = &r->sources[i];
        size_t count = s->claims->items.count;
        print_clean(&o->text, s->path);
        buffer_format(&o->text, ": %zu claim%s\n", count, count == 1 ? "" : "s");
        for (size_t n = 0; n < count; n++) {
            struct citation citation = origin_cite(&r->origins[i], &s->claims->items.items[n]);
            print_claim(&o->text, r->rules, &s->claims->items.items[n], &citation);
            if (!output_flush(o)) return;
        }
        if (!output_flush(o)) return;
    }
}

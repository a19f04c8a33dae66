#include "report/claim_lines.h"

#include "report/describe.h"
#include "report/formats.h"
#include "report/json_claim.h"
#include "report/json_date.h"

/* The names of the arguments that are open, or that the text did not name. */
static void argument_names(struct buffer *out, const struct rules *r, const struct claim *c, const char *key,
                           bool defaulted) {
    const struct proposition *p = &r->propositions.items[c->proposition];
    json_key(out, key);
    json_open(out, '[');
    for (size_t i = 0; i < p->arguments.count; i++) {
        const struct claim_argument *argument = &c->arguments[i];
        if (!argument->id.length || !(defaulted ? argument->defaulted : argument->entity < 0)) continue;
        json_string(out, symbols_text(&r->symbols, p->arguments.items[i].name));
    }
    json_close(out, ']');
}

static void value(struct buffer *out, const struct rules *r, const struct claim *c) {
    const struct proposition *p = &r->propositions.items[c->proposition];
    json_key(out, "value");
    if (c->value >= 0)
        json_string(out, symbols_text(&r->symbols, p->values.items[c->value].id));
    else
        json_null(out);
    json_key(out, "negated");
    json_bool(out, c->negated);
    json_reading(out, r, p, &c->reading);
    json_key(out, "modality");
    json_string(out, text_of(modality_name(c->modality)));
    json_key(out, "voice");
    json_voice(out, r, &c->voice, true);
    json_key(out, "when");
    json_date(out, c->when);
    json_key(out, "at");
    json_said_date(out, &c->at);
    if (c->reading.space != SPACE_DATE) return;
    json_key(out, "date");
    json_said_date(out, &c->reading.date);
}

/* 8 hex digits for each name of the document. */
static void names(struct buffer *out, const struct sketch *s) {
    enum { DIGITS = 8 };
    struct buffer digits = {0};
    for (uint32_t i = 0; i < s->count; i++) {
        char *at = buffer_room(&digits, DIGITS);
        if (!at) break;
        for (int k = 0; k < DIGITS; k++) at[k] = "0123456789abcdef"[s->hashes[i] >> (DIGITS - 1 - k) * 4 & 15];
        digits.length += DIGITS;
    }
    json_key(out, "names");
    json_string(out, buffer_view(&digits));
    out->failed |= digits.failed;
    buffer_release(&digits);
}

static void document(struct buffer *out, const struct source *s, uint32_t number) {
    json_open(out, '{');
    json_source(out, s);
    json_key(out, "draft");
    json_bool(out, s->draft);
    json_key(out, "number");
    json_count(out, number);
    names(out, &s->claims->sketch);
    json_key(out, "hash");
    json_hex(out, s->hash);
    json_close(out, '}');
}

static void context(struct buffer *out, const struct citation *c) {
    json_key(out, "context");
    json_open(out, '{');
    json_key(out, "offset");
    json_count(out, span_join(c->span, c->sentence).start);
    json_key(out, "text");
    json_string(out, c->context);
    json_key(out, "more_before");
    json_bool(out, c->more_before);
    json_key(out, "more_after");
    json_bool(out, c->more_after);
    json_close(out, '}');
}

static void cues(struct buffer *out, const struct rules *r, const struct claim *c) {
    json_key(out, "cues");
    json_open(out, '[');
    for (size_t i = 0; i < c->cues.count; i++) {
        if (c->cues.items[i] < 0) continue; /* a label with a colon has no cue of its own */
        const struct cue *cue = &r->cues.items[c->cues.items[i]];
        json_string(out, symbols_text(&r->symbols, cue->id));
    }
    json_close(out, ']');
}

static void line(struct buffer *out, const struct report *r, uint32_t number, size_t order, struct text document) {
    const struct claim *c = &r->sources[number].claims->items.items[order];
    struct citation citation = origin_cite(&r->origins[number], c);
    json_open(out, '{');
    json_key(out, "key");
    json_hex(out, c->key);
    json_key(out, "proposition");
    json_string(out, symbols_text(&r->rules->symbols, r->rules->propositions.items[c->proposition].id));
    json_arguments(out, r->rules, c, false);
    argument_names(out, r->rules, c, "open", false);
    argument_names(out, r->rules, c, "defaulted", true);
    value(out, r->rules, c);
    json_key(out, "document");
    json_raw(out, document);
    json_key(out, "order");
    json_count(out, order);
    json_citation(out, r->rules, c, &citation);
    json_key(out, "sentence_number");
    json_count(out, c->sentence_number);
    context(out, &citation);
    json_key(out, "words");
    json_hex(out, c->words);
    cues(out, r->rules, c);
    json_close(out, '}');
    buffer_char(out, '\n');
}

void lines_claims(struct output *o, const struct report *r) {
    struct buffer told = {0}; /* the document, the same in each of its lines */
    for (uint32_t i = 0; i < r->count; i++) {
        buffer_clear(&told);
        document(&told, &r->sources[i], i);
        o->text.failed |= told.failed;
        for (size_t n = 0; n < r->sources[i].claims->items.count; n++) {
            line(&o->text, r, i, n, buffer_view(&told));
            if (!output_flush(o)) goto done;
        }
    }
done:
    buffer_release(&told);
}

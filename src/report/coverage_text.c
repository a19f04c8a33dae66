/* The coverage of a corpus for those who write rules. */
#include "report/coverage.h"

enum { GAPS_SHOWN = 60, QUOTE_BYTES = 110 };

static bool counts_as_reading(const struct rules *r, size_t rule) {
    return r->rules.items[rule].frame.every_verb < 0;
}

/* Long sentences are cut between words. */
static void quote(struct buffer *out, struct text t) {
    size_t end = t.length;
    if (end > QUOTE_BYTES)
        for (end = QUOTE_BYTES; end && t.bytes[end] != ' ';) end--;
    print_clean(out, text_slice(t, 0, end ? end : t.length));
    if (end && end < t.length) buffer_string(out, " …");
}

static void places(struct buffer *out, const struct tally *t) {
    for (uint32_t i = 0; i < t->shown; i++) {
        buffer_string(out, "        ");
        print_clean(out, t->first[i].path);
        buffer_format(out, ":%zu: ", t->first[i].line);
        quote(out, t->first[i].quote);
        buffer_char(out, '\n');
    }
}

static void fired(struct output *o, const struct rules *r, const struct coverage *c) {
    buffer_string(&o->text, "\nclaims by rule:\n");
    for (size_t i = 0; i < r->rules.count; i++) {
        if (!c->rules[i].count) continue;
        buffer_format(&o->text, "%7zu ", c->rules[i].count);
        rules_put_name(r, (int32_t)i, &o->text);
        buffer_string(&o->text, counts_as_reading(r, i) ? "\n" : " (takes every verb)\n");
        places(&o->text, &c->rules[i]);
        if (!output_flush(o)) return;
    }
}

static void never(struct buffer *out, const struct rules *r, const struct coverage *c) {
    size_t count = 0;
    for (size_t i = 0; i < r->rules.count; i++) count += !c->rules[i].count;
    buffer_format(out, "\nrules that never fired: %zu of %zu\n", count, r->rules.count);
    for (size_t i = 0; i < r->rules.count; i++) {
        if (c->rules[i].count) continue;
        buffer_string(out, "        ");
        rules_put_name(r, (int32_t)i, out);
        buffer_char(out, '\n');
    }
}

static void gaps(struct output *o, const struct coverage *c, enum gap_kind kind, const char *title) {
    size_t shown = 0, more = 0;
    buffer_format(&o->text, "\n%s\n", title);
    for (size_t i = 0; i < c->gaps.count; i++) {
        const struct gap *gap = &c->gaps.items[i];
        if (gap->kind != kind) continue;
        if (shown == GAPS_SHOWN) {
            more++;
            continue;
        }
        shown++;
        buffer_format(&o->text, "%7zu %.*s\n", gap->tally.count, TEXT_ARGS(gap->word));
        places(&o->text, &gap->tally);
        if (!output_flush(o)) return;
    }
    if (more) buffer_format(&o->text, "        and %zu others; --format json has them all\n", more);
}

void text_coverage(struct output *o, const struct rules *r, const struct coverage *c) {
    buffer_format(&o->text, "%zu documents, %zu sentences: %zu read by a rule, %zu with a verb or figure that none reads\n",
                  c->documents, c->sentences, c->read, c->unread);
    fired(o, r, c);
    never(&o->text, r, c);
    gaps(o, c, GAP_VERB, "unread, by verb:");
    gaps(o, c, GAP_FIGURE, "unread, by kind of figure:");
}

/* The coverage of a corpus for programs: rules and gaps one a line. */
#include "report/coverage.h"
#include "report/json_claim.h"

#include "config.h"

static void number(struct buffer *out, const char *key, size_t count) {
    json_key(out, key);
    json_count(out, count);
}

static void tally(struct buffer *out, const struct tally *t) {
    number(out, "count", t->count);
    json_key(out, "examples");
    json_open(out, '[');
    for (uint32_t i = 0; i < t->shown; i++) {
        json_open(out, '{');
        json_key(out, "path");
        json_string(out, t->first[i].path);
        number(out, "line", t->first[i].line);
        json_key(out, "quote");
        json_string(out, t->first[i].quote);
        json_close(out, '}');
    }
    json_close(out, ']');
}

static void rule(struct buffer *out, const struct rules *r, const struct coverage *c, size_t index) {
    json_open(out, '{');
    json_key(out, "rule");
    json_rule(out, r, (int32_t)index);
    json_key(out, "every_verb");
    json_bool(out, r->rules.items[index].frame.every_verb >= 0);
    tally(out, &c->rules[index]);
    json_close(out, '}');
}

static void gap(struct buffer *out, const struct gap *g) {
    static const char *const kinds[GAP_KINDS] = {[GAP_VERB] = "verb", [GAP_FIGURE] = "figure"};
    json_open(out, '{');
    json_key(out, kinds[g->kind]);
    json_string(out, g->word);
    tally(out, &g->tally);
    json_close(out, '}');
}

static void head(struct buffer *out, const struct coverage *c) {
    json_key(out, "belie");
    json_string(out, TEXT(BELIE_VERSION));
    number(out, "documents", c->documents);
    number(out, "sentences", c->sentences);
    number(out, "read", c->read);
    number(out, "unread", c->unread);
}

void json_coverage(struct output *o, const struct rules *r, const struct coverage *c) {
    struct buffer *out = &o->text;
    json_open(out, '{');
    head(out, c);
    json_key(out, "rules");
    json_open(out, '[');
    for (size_t i = 0; i < r->rules.count; i++) {
        buffer_string(out, i ? ",\n" : "\n");
        rule(out, r, c, i);
        if (!output_flush(o)) return;
    }
    json_close(out, ']');
    json_key(out, "unread_by");
    json_open(out, '[');
    for (size_t i = 0; i < c->gaps.count; i++) {
        buffer_string(out, i ? ",\n" : "\n");
        gap(out, &c->gaps.items[i]);
        if (!output_flush(o)) return;
    }
    json_close(out, ']');
    json_close(out, '}');
    buffer_char(out, '\n');
    output_flush(o);
}

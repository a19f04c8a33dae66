/* The outcome of an evaluation for programs, and the baseline of later ones: pairs one a line. */
#include "report/json_write.h"
#include "report/pairs.h"

#include "config.h"

#include <math.h>

static void ratio(struct buffer *out, const char *key, size_t part, size_t whole) {
    json_key(out, key);
    if (whole) json_number(out, round((double)part / (double)whole * 10000) / 10000);
    else json_null(out);
}

static void measures(struct buffer *out, const char *key, size_t found, size_t right, size_t wanted) {
    json_key(out, key);
    json_open(out, '{');
    json_key(out, "found");
    json_count(out, found);
    json_key(out, "right");
    json_count(out, right);
    ratio(out, "precision", right, found);
    ratio(out, "recall", right, wanted);
    ratio(out, "f1", 2 * right, found + wanted);
    json_close(out, '}');
}

static void severity(struct buffer *out, const char *key, int found) {
    json_key(out, key);
    if (found >= 0) json_string(out, text_of(severity_name((enum severity)found)));
    else json_null(out);
}

static void pair(struct buffer *out, const struct pair *p) {
    json_open(out, '{');
    json_key(out, "id");
    json_string(out, p->id);
    json_key(out, "label");
    json_string(out, text_of(label_name(p->label)));
    severity(out, "found", p->severity);
    json_key(out, "proposition");
    json_string_or_null(out, p->proposition);
    json_key(out, "why");
    json_string_or_null(out, p->why);
    json_close(out, '}');
}

static void changes(struct buffer *out, const struct pairs *p, const char *key, bool fixed) {
    json_key(out, key);
    json_open(out, '[');
    for (size_t i = 0; i < p->items.count; i++) {
        const struct pair *item = &p->items.items[i];
        bool right = pair_right(item, item->severity);
        if (item->before == NOT_BEFORE || right == pair_right(item, item->before) || right != fixed) continue;
        json_string(out, item->id);
    }
    json_close(out, ']');
}

static void head(struct buffer *out, const struct rules *r, const struct pairs *p) {
    const struct belie_eval_counts *n = &p->counts;
    json_key(out, "belie");
    json_string(out, TEXT(BELIE_VERSION));
    json_key(out, "rules");
    json_hex(out, r->hash);
    json_key(out, "file");
    json_string(out, p->name);
    json_key(out, "contradictions");
    json_count(out, n->contradictions);
    measures(out, "errors_and_warnings", n->loud, n->loud_right, n->contradictions);
    measures(out, "errors_only", n->errors, n->errors_right, n->contradictions);
    if (!p->baseline) return;
    changes(out, p, "fixed", true);
    changes(out, p, "broken", false);
}

void json_pairs(struct output *o, const struct rules *r, const struct pairs *p, bool verbose) {
    struct buffer *out = &o->text;
    (void)verbose;
    json_open(out, '{');
    head(out, r, p);
    json_key(out, "pairs");
    json_open(out, '[');
    for (size_t i = 0; i < p->items.count; i++) {
        buffer_string(out, i ? ",\n" : "\n");
        pair(out, &p->items.items[i]);
        if (!output_flush(o)) return;
    }
    json_close(out, ']');
    json_close(out, '}');
    buffer_char(out, '\n');
    output_flush(o);
}

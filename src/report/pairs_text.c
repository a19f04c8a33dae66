/* The outcome of an evaluation for people. */
#include "report/pairs.h"

#include <inttypes.h>

/* A share with three decimals, whatever the locale. */
static void ratio(struct buffer *out, size_t part, size_t whole) {
    size_t thousandths = whole ? (part * 2000 + whole) / (whole * 2) : 0;
    if (whole) buffer_format(out, "%zu.%03zu", thousandths / 1000, thousandths % 1000);
    else buffer_string(out, "    -");
}

static void row(struct buffer *out, const struct pairs *p, enum label l) {
    size_t loud = 0, errors = 0, all = 0;
    for (size_t i = 0; i < p->items.count; i++) {
        const struct pair *pair = &p->items.items[i];
        if (pair->label != l) continue;
        all++;
        loud += pair_loud(pair->severity);
        errors += pair->severity == SEVERITY_ERROR;
    }
    buffer_format(out, "%-15s%10zu%10zu   %10zu%10zu\n", label_name(l), loud, all - loud, errors, all - errors);
}

static void measures(struct buffer *out, const char *title, size_t found, size_t right, size_t wanted) {
    buffer_format(out, "%-20s precision ", title);
    ratio(out, right, found);
    buffer_string(out, "  recall ");
    ratio(out, right, wanted);
    buffer_string(out, "  F1 ");
    ratio(out, 2 * right, found + wanted);
    buffer_char(out, '\n');
}

static void quote(struct buffer *out, const struct pair *pair) {
    buffer_string(out, "  ");
    print_clean(out, pair->id);
    buffer_string(out, "\n    premise:    ");
    print_clean(out, pair->premise);
    buffer_string(out, "\n    hypothesis: ");
    print_clean(out, pair->hypothesis);
    buffer_char(out, '\n');
    if (pair->severity == NOTHING_FOUND) return;
    buffer_format(out, "    %s, %.*s: ", severity_name((enum severity)pair->severity), TEXT_ARGS(pair->proposition));
    print_clean(out, pair->why);
    buffer_char(out, '\n');
}

typedef bool is_listed(const struct pair *pair);

static bool is_missed(const struct pair *pair) {
    return pair->label == LABEL_CONTRADICTION && !pair_loud(pair->severity);
}

static bool is_noisy(const struct pair *pair) {
    return pair->label != LABEL_CONTRADICTION && pair_loud(pair->severity);
}

static bool is_fixed(const struct pair *pair) {
    return pair->before != NOT_BEFORE && pair_right(pair, pair->severity) && !pair_right(pair, pair->before);
}

static bool is_broken(const struct pair *pair) {
    return pair->before != NOT_BEFORE && !pair_right(pair, pair->severity) && pair_right(pair, pair->before);
}

static void list(struct output *o, const struct pairs *p, const char *title, is_listed *wanted) {
    size_t count = 0;
    for (size_t i = 0; i < p->items.count; i++) count += wanted(&p->items.items[i]);
    buffer_format(&o->text, "\n%s: %zu\n", title, count);
    for (size_t i = 0; i < p->items.count; i++) {
        if (!wanted(&p->items.items[i])) continue;
        quote(&o->text, &p->items.items[i]);
        if (!output_flush(o)) return;
    }
}

void text_pairs(struct output *o, const struct rules *r, const struct pairs *p, bool verbose) {
    struct buffer *out = &o->text;
    const struct belie_eval_counts *n = &p->counts;
    (void)r;
    print_clean(out, p->name);
    buffer_format(out, ": %zu pairs\n\n%-15s%20s   %20s\n%-15s%10s%10s   %10s%10s\n", n->pairs, "",
                  "errors and warnings", "errors only", "label", "found", "nothing", "found", "nothing");
    for (int l = 0; l < LABELS; l++) row(out, p, (enum label)l);
    buffer_char(out, '\n');
    measures(out, "errors and warnings:", n->loud, n->loud_right, n->contradictions);
    measures(out, "errors only:", n->errors, n->errors_right, n->contradictions);
    if (verbose) {
        list(o, p, "missed", is_missed);
        list(o, p, "noisy", is_noisy);
    }
    if (p->baseline) {
        list(o, p, "fixed since the baseline", is_fixed);
        list(o, p, "broken since the baseline", is_broken);
    }
}

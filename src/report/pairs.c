#include "report/pairs.h"

#include <string.h>

static const char *const label_names[LABELS] = {
    [LABEL_CONTRADICTION] = "contradiction", [LABEL_NEUTRAL] = "neutral", [LABEL_ENTAILMENT] = "entailment"};

const char *label_name(enum label l) {
    return label_names[l];
}

bool pair_loud(int severity) {
    return severity >= SEVERITY_WARNING;
}

bool pair_right(const struct pair *p, int severity) {
    return pair_loud(severity) == (p->label == LABEL_CONTRADICTION);
}

static void count_pair(const struct pair *p, struct belie_eval_counts *n) {
    bool contradiction = p->label == LABEL_CONTRADICTION, error = p->severity == SEVERITY_ERROR;
    n->contradictions += contradiction;
    n->loud += pair_loud(p->severity);
    n->loud_right += contradiction && pair_loud(p->severity);
    n->errors += error;
    n->errors_right += contradiction && error;
    if (p->before == NOT_BEFORE) return;
    bool right = pair_right(p, p->severity), was_right = pair_right(p, p->before);
    n->fixed += right && !was_right;
    n->broken += !right && was_right;
}

void pairs_count(struct pairs *p) {
    p->counts.pairs = p->items.count;
    for (size_t i = 0; i < p->items.count; i++) count_pair(&p->items.items[i], &p->counts);
}

pairs_writer *pairs_format(const char *name) {
    if (!name || strcmp(name, "text") == 0) return text_pairs;
    return strcmp(name, "json") == 0 ? json_pairs : NULL;
}

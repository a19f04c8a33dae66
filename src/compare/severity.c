#include "compare/severity.h"

enum choice choice_of(const char *word) {
    for (int i = 0; i < SEVERITIES; i++)
        if (strcmp(word, severity_name((enum severity)i)) == 0) return (enum choice)(i + CHOICE_NOTE);
    return strcmp(word, "off") == 0 ? CHOICE_OFF : CHOICE_NONE;
}

static bool any_in(const struct position *p, int block) {
    for (size_t i = 0; i < p->claims.count; i++)
        if ((int)p->claims.items[i]->block == block) return true;
    return false;
}

static bool all_in(const struct position *p, int block) {
    for (size_t i = 0; i < p->claims.count; i++)
        if ((int)p->claims.items[i]->block != block) return false;
    return true;
}

/* A headline makes worse what the text says as well; a caption excuses only what nothing but captions says. */
static int weigh(const struct severities *s, const struct position *a, const struct position *b) {
    int steps = 0;
    for (int block = 0; block < BLOCK_KINDS; block++) {
        if (s->weights[block] > 0 && (any_in(a, block) || any_in(b, block))) steps += s->weights[block];
        if (s->weights[block] < 0 && (all_in(a, block) || all_in(b, block))) steps += s->weights[block];
    }
    return steps;
}

static enum severity step(enum severity from, int steps) {
    int to = (int)from + steps;
    return to < SEVERITY_NOTE ? SEVERITY_NOTE : to > SEVERITY_ERROR ? SEVERITY_ERROR : (enum severity)to;
}

/* An update is no conflict: what is said of a proposition's conflicts is not meant for it, unless it is to be hidden. */
static enum choice chosen(const struct severities *s, const struct position *a, const struct verdict *v) {
    enum choice own = s->propositions ? s->propositions[a->claims.items[0]->proposition] : CHOICE_NONE;
    if (own == CHOICE_NONE || (v->relation == RELATION_UPDATE && own != CHOICE_OFF)) return s->relations[v->relation];
    return own;
}

bool severities_apply(const struct severities *s, const struct position *a, const struct position *b,
                      struct verdict *v) {
    enum choice choice = chosen(s, a, v);
    if (choice == CHOICE_OFF) return false;
    if (choice != CHOICE_NONE) v->severity = (enum severity)(choice - CHOICE_NOTE);
    if (v->relation != RELATION_UPDATE) v->severity = step(v->severity, weigh(s, a, b));
    return true;
}

#include "cli/commands.h"
#include "cli/nearest.h"
#include "cli/session.h"
#include "cli/terminal.h"

#include <string.h>

/* A known id, and how far it is from the one that was asked for. */
struct meant {
    const char *proposition, *rule; /* rule NULL: the proposition itself */
    size_t distance;
};

static void consider(struct meant *m, const char *proposition, const char *rule, size_t distance) {
    if (m->proposition && distance >= m->distance) return;
    *m = (struct meant){proposition, rule, distance};
}

/* The nearest of the propositions to the word. */
static const char *nearest_proposition(const belie_rules *rules, const char *word, size_t length, size_t *index, size_t *distance) {
    struct nearest nearest = nearest_start(word, length);
    const char *before = NULL, *id;
    for (size_t i = 0; (id = belie_rules_proposition(rules, i)); i++) {
        nearest_try(&nearest, id);
        if (nearest.best != before) *index = i;
        before = nearest.best;
    }
    *distance = nearest.distance;
    return nearest.best;
}

static void try_rules(const belie_rules *rules, size_t proposition, const char *word, size_t before, struct meant *m) {
    struct nearest nearest = nearest_start(word, strlen(word));
    const char *id;
    for (size_t i = 0; (id = belie_rules_rule(rules, proposition, i)); i++) nearest_try(&nearest, id);
    if (nearest.best) consider(m, belie_rules_proposition(rules, proposition), nearest.best, before + nearest.distance);
}

/* The id may be PROPOSITION or RULE alone, or PACK/PROPOSITION, or PROPOSITION/RULE with a pack before it or not. */
static struct meant find_meant(const belie_rules *rules, const char *id) {
    struct meant meant = {0};
    const char *slash = strrchr(id, '/'), *last = slash ? slash + 1 : id, *first = id;
    size_t index = 0, distance = 0;
    const char *proposition = nearest_proposition(rules, last, strlen(last), &index, &distance);
    if (proposition) consider(&meant, proposition, NULL, distance);
    if (!slash) {
        for (size_t i = 0; belie_rules_proposition(rules, i); i++) try_rules(rules, i, last, 1, &meant);
        return meant;
    }
    for (const char *at = id; at < slash; at++)
        if (*at == '/') first = at + 1;
    proposition = nearest_proposition(rules, first, (size_t)(slash - first), &index, &distance);
    if (proposition) try_rules(rules, index, last, distance, &meant);
    if (proposition && !meant.proposition) consider(&meant, proposition, NULL, distance);
    return meant;
}

static void unknown(struct session *s, const char *id) {
    struct meant meant = find_meant(s->rules, id);
    s->status = STATUS_TROUBLE;
    if (!meant.proposition) complain("no rule or proposition is called \"%s\"; see belie rules list", id);
    else if (meant.rule) complain("no rule or proposition is called \"%s\"; did you mean %s/%s?", id, meant.proposition, meant.rule);
    else complain("no rule or proposition is called \"%s\"; did you mean %s?", id, meant.proposition);
}

enum status command_explain_rule(const struct settings *s) {
    struct session session;
    struct belie_error error = {0};
    const char *id = s->operands.items[0];
    if (s->operands.count > 1) return complain("belie explain-rule takes one ID");
    if (session_open(&session, s)) {
        bool ok = belie_rules_explain(session.rules, id, terminal_width(s), terminal_write, NULL, &error);
        if (!ok && error.code == BELIE_BAD_REQUEST) unknown(&session, id);
        else session_outcome(&session, ok, &error);
    }
    session_close(&session);
    return session.status;
}

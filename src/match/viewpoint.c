/* Nouns that report: "in Rubio's view", "by his account", "Peskov's claim that …", "the word from Kyiv is that …". */
#include "base/trait.h"
#include "match/matcher.h"

static bool in_list(const struct matcher *m, int32_t list, const struct group *g) {
    return rules_list_holds(m->r, list, word_noun_form(token_at(m->s, g->head)->word));
}

/* "in his view", "by Rubio's account", "from Kyiv's standpoint". */
static bool is_led(const struct matcher *m, const struct group *g) {
    static const char *const forms[] = {"in", "by", "from"};
    return in_list(m, m->views, g) && g->preposition != NONE && is_any_form(m, g->preposition, forms, sizeof forms / sizeof *forms);
}

/* The token of "his" or "her" in the group, or NONE. */
static int32_t owner_in(const struct parse *p, const struct group *g) {
    for (int32_t t = g->first; t < g->head; t++)
        if (tag_at(p, t) == TAG_POSSESSIVE) return t;
    return NONE;
}

/* Whose view it is, with `u` for the report: "Rubio's", "his", "… from Kyiv"; false where nobody is told. */
static bool find_owner(struct matcher *m, const struct parse *p, int32_t group, struct cue_use *u) {
    const struct group *g = &p->groups.items[group];
    int32_t owner = owner_in(p, g), next = group + 1;
    if (g->possessor != NONE) {
        cue_set_speaker(m, p->sentence, g->possessor, u);
    } else if (owner != NONE) {
        struct text form = token_at(m->s, owner)->word->text;
        enum gender gender = text_equal(form, TEXT("his")) ? GENDER_HE : text_equal(form, TEXT("her")) ? GENDER_SHE : GENDER_UNKNOWN;
        u->speaker = gender == GENDER_UNKNOWN ? NONE : find_antecedent(m->out, p->sentence, owner, gender, m->actor);
        if (u->speaker != NONE) u->speaker_group = group;
    } else if (next < (int32_t)p->groups.count && p->groups.items[next].preposition == g->last + 1 &&
               is_form(m, g->last + 1, "from")) {
        cue_set_speaker(m, p->sentence, next, u);
    }
    return u->speaker_group != NONE;
}

/* The clause that tells the view: "the claim that …", "his view is that …"; NONE. */
static int32_t content_of(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct group *g = &p->groups.items[group];
    for (int32_t c = 0; c < (int32_t)p->clauses.count; c++) {
        const struct clause *x = &p->clauses.items[c];
        if (x->kind != CLAUSE_COMPLEMENT) continue;
        if (x->marker == g->last + 1 && is_form(m, x->marker, "that")) return c;
        const struct clause *above = x->governor == NONE ? NULL : &p->clauses.items[x->governor];
        if (above && above->verb != NONE && above->subject == group && p->groups.items[above->verb].flags & GROUP_COPULA) return c;
    }
    return NONE;
}

/* The clause in which the view is told of, with all that hangs there. */
static void reach_all(const struct parse *p, struct cue_use *u) {
    int32_t c = p->clause_of[u->first - p->first];
    for (int steps = 0; c != NONE && p->clauses.items[c].governor != NONE && steps < 8; steps++) {
        if (p->clauses.items[c].kind == CLAUSE_COMPLEMENT) break; /* "Peskov said that, in Putin's view, …" */
        c = p->clauses.items[c].governor;
    }
    u->from = c == NONE ? p->first : p->clauses.items[c].first;
    u->to = c == NONE ? p->last : p->clauses.items[c].last;
}

/* May anybody's view stand there? Most groups belong to nobody. */
static bool has_owner(const struct parse *p, const struct group *g) {
    if (g->possessor != NONE || tag_at(p, g->first) == TAG_POSSESSIVE) return true;
    return g->last < p->last && tag_at(p, g->last + 1) == TAG_PREPOSITION;
}

bool viewpoint_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    for (int32_t i = 0; i < (int32_t)p->groups.count; i++) {
        const struct group *g = &p->groups.items[i];
        if (g->kind != GROUP_NOUN || g->flags & GROUP_NEGATED || !has_owner(p, g)) continue;
        if (!in_list(m, m->views, g) && !in_list(m, m->claims, g)) continue;
        int32_t content = content_of(m, p, i);
        struct cue_use u = {.cue = NONE, .sentence = sentence, .first = g->first, .last = g->last, .verb = NONE, .speaker = NONE,
                            .speaker_group = NONE};
        if ((content == NONE && !is_led(m, g)) || !find_owner(m, p, i, &u)) continue;
        reach_all(p, &u);
        if (content != NONE) u.from = p->clauses.items[content].first, u.to = p->clauses.items[content].last;
        struct cue_use *room = list_add(m->a, &m->out->cues);
        if (!room) return false;
        *room = u;
    }
    return true;
}

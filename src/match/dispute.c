/* What is told only to be denied: "Peskov dismissed reports that …", "suggestions that … were rejected", "anyone who says
 * … is wrong", "nobody can claim that …". */
#include "match/matcher.h"

enum { APART = 8 }; /* tokens between the noun and its "that": "reports in the Western press that" */

static bool is_report(const struct matcher *m, const struct cue_use *u) {
    const struct cue *cue = cue_of(m, u);
    return !u->void_use && (!cue || cue->kind == CUE_REPORT);
}

int32_t dispute_cue(const struct rules *r) {
    for (size_t i = 0; i < r->cues.count; i++)
        if (r->cues.items[i].kind == CUE_REPORT && r->cues.items[i].negates) return (int32_t)i;
    return NONE;
}

static const struct clause *clause_of(const struct parse *p, int32_t t) {
    int32_t c = t < p->first || t > p->last ? NONE : p->clause_of[t - p->first];
    return c == NONE ? NULL : &p->clauses.items[c];
}

static symbol noun_form(const struct matcher *m, const struct group *g) {
    return word_noun_form(token_at(m->s, g->head)->word);
}

static bool is_rumour(const struct matcher *m, const struct group *g) {
    return rules_list_holds(m->r, m->rumours, noun_form(m, g));
}

static bool is_told_noun(const struct matcher *m, const struct group *g) {
    return is_rumour(m, g) || rules_list_holds(m->r, m->disputed, noun_form(m, g)) || rules_list_holds(m->r, m->claims, noun_form(m, g));
}

/* The clause that begins with the token, or with the word behind its marker; NULL. */
static const struct clause *content_at(const struct parse *p, int32_t t) {
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i];
        if (c->kind == CLAUSE_COMPLEMENT && (c->first == t || c->marker == t)) return c;
    }
    return NULL;
}

/* "rumours of a deal in Moscow", "information about the cancellation of the visit": behind the groups that hang there. */
static int32_t end_of_chain(const struct parse *p, int32_t from) {
    int32_t g = group_at(p, from + 1), last = g == NONE ? from : p->groups.items[g].last;
    const struct clause *gerund = clause_of(p, from + 1);
    if (gerund && gerund->kind == CLAUSE_GERUND && gerund->first >= from) return gerund->last;
    for (; g >= 0 && g + 1 < (int32_t)p->groups.count && p->groups.items[g + 1].kind == GROUP_NOUN; g++) {
        if (p->groups.items[g + 1].preposition != last + 1 && p->groups.items[g + 1].possessor != g) break;
        last = p->groups.items[g + 1].last;
    }
    return last;
}

/* What the noun tells: false when nothing behind it says so. */
static bool find_content(const struct matcher *m, const struct parse *p, const struct group *g, int32_t *from, int32_t *to) {
    static const char *const links[] = {"of", "about"};
    for (int32_t t = g->last + 1; t <= p->last && t <= g->last + APART; t++) {
        const struct clause *c = content_at(p, t);
        if (c) {
            *from = t;
            *to = c->last;
            return true;
        }
        if (t == g->last + 1 && is_rumour(m, g) && is_any_form(m, t, links, sizeof links / sizeof *links)) {
            *from = t + 1;
            *to = end_of_chain(p, t);
            return *to > t;
        }
        if (token_at(m->s, t)->flags & TOKEN_PUNCTUATION || (tag_at(p, t) != TAG_PREPOSITION && group_at(p, t) == NONE)) return false;
        if (group_at(p, t) != NONE && p->groups.items[group_at(p, t)].kind != GROUP_NOUN) return false;
    }
    return false;
}

static bool disputes(const struct matcher *m, const struct parse *p, const struct group *verb, int32_t noun) {
    static const char *const objects[] = {"issue", "exception", "umbrage", "water", "scorn", "doubt", "lie", "back", "off", "aside", "away", "down"};
    const struct word *w = token_at(m->s, verb->head)->word;
    if (rules_list_holds(m->r, m->disputing, w->known_verb)) return true;
    bool light = rules_list_holds(m->r, m->disputing_with, w->known_verb);
    for (int32_t t = verb->head + 1; light && t < p->groups.items[noun].first; t++)
        if (is_any_form(m, t, objects, sizeof objects / sizeof *objects)) return true;
    return false;
}

/* "He dismissed the talk", "took issue with the talk", "the talk was dismissed": the clause whose verb disputes it; NULL. */
static const struct clause *disputed_by(const struct matcher *m, const struct parse *p, int32_t noun) {
    const struct group *g = &p->groups.items[noun];
    const struct clause *c = clause_of(p, g->head);
    if (!c || c->verb == NONE || !disputes(m, p, &p->groups.items[c->verb], noun)) return NULL;
    bool passive = p->groups.items[c->verb].flags & GROUP_PASSIVE;
    if (passive) return c->subject == noun ? c : NULL;
    return p->groups.items[c->verb].last < g->first ? c : NULL;
}

static bool meet(const struct cue_use *u, int32_t first, int32_t last) {
    return u->first <= last && u->last >= first;
}

/* What other cues found in the words that say so is said by the dispute. */
static void silence(struct matcher *m, size_t from, const struct cue_use *by, int32_t first, int32_t last) {
    for (size_t i = from; i < m->out->cues.count; i++) {
        struct cue_use *u = &m->out->cues.items[i];
        if (meet(u, by->first, by->last) || meet(u, first, last)) u->void_use = true;
    }
}

static bool add_dispute(struct matcher *m, const struct parse *p, int32_t noun, const struct clause *c, int32_t denial, size_t cues) {
    const struct group *g = &p->groups.items[noun], *verb = &p->groups.items[c->verb];
    struct cue_use u = {.cue = denial, .sentence = p->sentence, .first = verb->first, .last = verb->last, .verb = verb->head, .speaker = NONE, .speaker_group = NONE};
    if (!find_content(m, p, g, &u.from, &u.to)) return true;
    bool passive = verb->flags & GROUP_PASSIVE;
    u.negated = verb->flags & GROUP_NEGATED;
    cue_set_speaker(m, p->sentence, passive ? c->agent : c->subject, &u);
    silence(m, cues, &u, g->first, u.from - 1);
    struct cue_use *room = list_add(m->a, &m->out->cues);
    if (room) *room = u;
    return room != NULL;
}

/* The report in which the other one stands, for who says so. */
static const struct cue_use *report_around(const struct matcher *m, size_t from, const struct cue_use *inner) {
    for (size_t i = from; i < m->out->cues.count; i++) {
        const struct cue_use *u = &m->out->cues.items[i];
        if (u != inner && is_report(m, u) && u->verb != inner->verb && u->from <= inner->first && u->to >= inner->last) return u;
    }
    return NULL;
}

static void take_speaker(struct cue_use *u, const struct cue_use *from) {
    u->speaker = from ? from->speaker : NONE;
    u->speaker_group = from ? from->speaker_group : NONE;
    u->speaker_name = from ? from->speaker_name : (struct text){NULL, 0};
}

/* "Nobody can say that …": whoever cannot be found to say so denies it; "nobody says that …" leaves it open. */
static void deny_for_nobody(struct matcher *m, const struct parse *p, struct cue_use *u, int32_t denial, size_t from) {
    const struct group *speaker = &p->groups.items[u->speaker_group];
    bool nobody = is_form(m, speaker->head, "nobody") || (is_form(m, speaker->head, "one") && is_form(m, speaker->first, "no"));
    if (!nobody || u->verb == NONE || group_at(p, u->verb) == NONE) return;
    const struct group *verb = &p->groups.items[group_at(p, u->verb)];
    if (verb->flags & GROUP_MODAL) u->cue = denial;
    else u->negated = true;
    take_speaker(u, report_around(m, from, u));
}

/* "Anyone who says that … is wrong": the token of the verdict behind the report; NONE. */
static int32_t verdict_behind(const struct matcher *m, const struct parse *p, int32_t t) {
    static const char *const verdicts[] = {"wrong", "mistaken", "lying", "misinformed", "misled", "misguided", "deluded", "deluding", "fooling", "dreaming", "kidding", "confused"};
    for (; t < p->last; t++) {
        int32_t g = group_at(p, t);
        bool is = g != NONE && p->groups.items[g].kind == GROUP_VERB && !(p->groups.items[g].flags & GROUP_NEGATED);
        int32_t last = is ? p->groups.items[g].last : NONE;
        if (is && last == t && is_any_form(m, t, verdicts, sizeof verdicts / sizeof *verdicts)) return p->groups.items[g].first;
        if (is && last < p->last && is_any_form(m, last + 1, verdicts, sizeof verdicts / sizeof *verdicts)) return p->groups.items[g].first;
    }
    return NONE;
}

static bool is_whoever(const struct matcher *m, int32_t t) {
    static const char *const forms[] = {"anyone", "anybody", "whoever", "everyone", "everybody", "those", "people", "all"};
    return is_any_form(m, t, forms, sizeof forms / sizeof *forms);
}

static void deny_for_the_mistaken(struct matcher *m, const struct parse *p, struct cue_use *u, int32_t denial, size_t from) {
    if (u->verb == NONE || u->speaker_group == NONE || !is_whoever(m, p->groups.items[u->speaker_group].head)) return;
    int32_t verdict = verdict_behind(m, p, u->last + 1);
    if (verdict == NONE) return;
    u->cue = denial;
    u->from = u->last + 1;
    u->to = verdict - 1;
    take_speaker(u, report_around(m, from, u));
    for (size_t i = from; i < m->out->cues.count; i++) {
        struct cue_use *x = &m->out->cues.items[i];
        if (x != u && ((x->first >= verdict && x->first <= verdict + 2) || (x->first > u->last && x->first < verdict && is_report(m, x)))) x->void_use = true;
    }
}

/* "…, writes a website, wrongly, …" */
static void doubt_the_wrong(const struct matcher *m, const struct parse *p, struct cue_use *u) {
    static const char *const forms[] = {"wrongly", "falsely", "mistakenly", "erroneously", "incorrectly", "inaccurately", "untruthfully"};
    int32_t own = u->verb == NONE ? NONE : p->clause_of[u->verb - p->first];
    for (int32_t t = p->first; own != NONE && t <= p->last; t++)
        if (p->clause_of[t - p->first] == own && is_any_form(m, t, forms, sizeof forms / sizeof *forms)) u->negated = true;
}

static bool has_told_noun(const struct matcher *m, const struct group *g) {
    return g->kind == GROUP_NOUN && !(g->flags & (GROUP_NAME | GROUP_PRONOUN | GROUP_NEGATED)) && is_told_noun(m, g);
}

bool dispute_find(struct matcher *m, const struct parse *p, size_t from) {
    int32_t denial = m->denial;
    if (denial == NONE) return true;
    for (int32_t g = 0; g < (int32_t)p->groups.count; g++) {
        const struct clause *c = has_told_noun(m, &p->groups.items[g]) ? disputed_by(m, p, g) : NULL;
        if (c && !add_dispute(m, p, g, c, denial, from)) return false;
    }
    for (size_t i = from; i < m->out->cues.count; i++) {
        struct cue_use *u = &m->out->cues.items[i];
        if (!is_report(m, u) || !u->speaker_name.length) continue;
        if (u->speaker_group != NONE) deny_for_nobody(m, p, u, denial, from);
        deny_for_the_mistaken(m, p, u, denial, from);
        doubt_the_wrong(m, p, u);
    }
    return true;
}

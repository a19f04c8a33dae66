/* Matching a pattern at a token: backtracking over words and groups, bounded by LIMIT_PATTERN_STEPS. */
#include "base/limits.h"
#include "base/trait.h"
#include "match/matcher.h"

enum { MAX_SKIP = 3 };

/* What is still to be matched: the items of a sequence from `at`, then what follows the sequence. */
struct rest {
    const struct pattern *const *items;
    size_t count;
    const struct rest *next;
};

struct attempt {
    struct matcher *m;
    const struct proposition *about;
    uint32_t sentence;
    const struct parse *p; /* of that sentence; groups.items NULL when it was not parsed */
    int32_t first, last;   /* tokens of that sentence */
    struct capture *out;
    uint32_t steps;
    int32_t wrapped; /* where the match ended before it went on at the front of the sentence, or NONE */
};

static bool match_rest(struct attempt *q, const struct rest *rest, int32_t t);

static bool parsed(const struct attempt *q) {
    return q->p->groups.items != NULL;
}

static enum tag tag_of(const struct attempt *q, int32_t t) {
    return parsed(q) && t >= q->p->first && t <= q->p->last ? tag_at(q->p, t) : TAG_NONE;
}

static int32_t group_of(const struct attempt *q, int32_t t) {
    return parsed(q) ? group_at(q->p, t) : NONE;
}

/* A comma, an article or "'s" is not what a match is about. */
static bool carries(const struct attempt *q, int32_t t) {
    return tag_of(q, t) != TAG_DETERMINER && tag_of(q, t) != TAG_GENITIVE && !(token_at(q->m->s, t)->flags & TOKEN_PUNCTUATION);
}

static void mark_said(struct attempt *q, int32_t t) {
    if (t - q->out->from < 64 && t >= q->out->from) q->out->literal |= UINT64_C(1) << (t - q->out->from);
}

static void mark_literal(struct attempt *q, int32_t t, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) mark_said(q, t + (int32_t)i);
    while (count > 1 && !carries(q, t)) t++, count--;
    if (q->out->noun == NONE && carries(q, t)) q->out->noun = t;
}

/* What an element that is no slot changes in the capture. */
struct mark {
    const struct figure *figure;
    uint64_t literal;
    int32_t verb, noun;
};

static struct mark mark_of(const struct attempt *q) {
    return (struct mark){q->out->figure, q->out->literal, q->out->verb, q->out->noun};
}

static void restore(struct attempt *q, const struct mark *before) {
    q->out->figure = before->figure;
    q->out->literal = before->literal;
    q->out->verb = before->verb;
    q->out->noun = before->noun;
}

/* What begins at t and stands for a name, or NULL. Cues are fixed words. */
static const struct stand_in *stand_in_at(const struct attempt *q, int32_t t) {
    return q->about && t <= q->last ? q->m->stand_ins[t] : NULL;
}

static bool stands_for(const struct attempt *q, symbol name, int32_t t) {
    const struct stand_in *s = stand_in_at(q, t);
    return s && form_in(name, s->names, s->count);
}

static bool match_stand_in(struct attempt *q, const struct rest *rest, int32_t t) {
    const struct stand_in *s = q->m->stand_ins[t];
    struct mark before = mark_of(q);
    mark_said(q, s->head);
    if (q->out->noun == NONE) q->out->noun = s->head;
    if (match_rest(q, rest, s->last + 1)) return true;
    restore(q, &before);
    return false;
}

static bool match_word(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t t) {
    if (t > q->last) return false;
    if (form_at(q->m->s, t) != p->symbols.items[0]) return stands_for(q, p->symbols.items[0], t) && match_stand_in(q, rest, t);
    struct mark before = mark_of(q);
    mark_literal(q, t, 1);
    if (match_rest(q, rest, t + 1)) return true;
    restore(q, &before);
    return false;
}

static bool match_noun(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t t) {
    if (t > q->last) return false;
    const struct word *w = token_at(q->m->s, t)->word;
    if (!form_in(w->known_noun, p->symbols.items, p->symbols.count) &&
        !form_in(w->known, p->symbols.items, p->symbols.count)) return false;
    enum tag tag = tag_of(q, t);
    if (tag == TAG_VERB_PAST || tag == TAG_VERB_BASE || tag == TAG_VERB_PRESENT) return false;
    struct mark before = mark_of(q);
    mark_literal(q, t, 1);
    if (match_rest(q, rest, t + 1)) return true;
    restore(q, &before);
    return false;
}

static bool voice_fits(const struct group *g, enum verb_voice voice) {
    switch (voice) {
    case VOICE_ANY: return true;
    case VOICE_ACTIVE: return !(g->flags & GROUP_PASSIVE);
    case VOICE_PASSIVE: return g->flags & GROUP_PASSIVE;
    case VOICE_ING: return g->flags & (GROUP_ING | GROUP_PROGRESSIVE);
    case VOICE_TO: return g->flags & GROUP_INFINITIVE;
    }
    return false;
}

static bool verb_form_at(const struct attempt *q, const struct pattern *p, int32_t t) {
    const struct word *w = token_at(q->m->s, t)->word;
    return form_in(w->known_verb, p->symbols.items, p->symbols.count);
}

/* "A judge", "in Russia's favour", "different demands": no form of the verb. */
static bool is_plain_noun(const struct attempt *q, int32_t t) {
    if (t <= q->first || t > q->last || tag_of(q, t) != TAG_NOUN) return false;
    enum tag before = tag_of(q, t - 1), behind = tag_of(q, t + 1);
    if (before == TAG_DETERMINER || before == TAG_POSSESSIVE) return true;
    bool has_object = behind == TAG_DETERMINER || behind == TAG_POSSESSIVE || behind == TAG_NAME; /* "Moody's cut its rating" */
    return (before == TAG_GENITIVE || before == TAG_ADJECTIVE) && !has_object;
}

static bool match_verb(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t t) {
    if (t > q->last) return false;
    int32_t g = group_of(q, t);
    const struct group *group = g == NONE ? NULL : &q->p->groups.items[g];
    int32_t next;
    struct mark before = mark_of(q);
    if (group && group->kind == GROUP_VERB && t <= group->head && verb_form_at(q, p, group->head)) {
        if (!voice_fits(group, p->voice)) return false;
        next = group->last + 1;
        mark_said(q, group->head);
        if (q->out->verb == NONE) q->out->verb = group->head;
    } else if (verb_form_at(q, p, t) && !is_plain_noun(q, t) &&
               (p->voice == VOICE_ANY || p->voice == VOICE_ING || p->voice == VOICE_PASSIVE)) {
        next = t + 1;
        mark_said(q, t);
        if (q->out->verb == NONE) q->out->verb = t;
    } else
        return false;
    if (match_rest(q, rest, next)) return true;
    restore(q, &before);
    return false;
}

/* Does the list hold a name that what begins at t stands for? */
static bool list_stands_for(const struct attempt *q, int32_t list, int32_t t) {
    const struct stand_in *s = stand_in_at(q, t);
    for (uint32_t i = 0; s && i < s->count; i++)
        if (rules_list_holds(q->m->r, list, s->names[i])) return true;
    return false;
}

static bool match_list(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t t) {
    const struct word_list *l = &q->m->r->lists.items[p->index];
    struct mark before = mark_of(q);
    if (t > q->last) return false;
    const struct list_start *end, *at = rules_list_from(l, form_at(q->m->s, t), &end);
    for (; at < end; at++) {
        const struct name *n = &l->entries.items[at->entry];
        if (!name_at(q->m->s, n, t, q->last)) continue;
        mark_literal(q, t, n->count);
        if (match_rest(q, rest, t + (int32_t)n->count)) return true;
        restore(q, &before);
    }
    return list_stands_for(q, p->index, t) && match_stand_in(q, rest, t);
}

/* "talks between Putin and Witkoff in Moscow": behind the prepositional groups that follow directly. */
static int32_t attached_end(const struct attempt *q, int32_t group) {
    const struct group *groups = q->p->groups.items;
    int32_t last = groups[group].last;
    for (int32_t g = group + 1; g < (int32_t)q->p->groups.count; g++) {
        bool joined = groups[g].preposition == last + 1 ||
                      (groups[g].first == last + 2 && tag_of(q, last + 1) == TAG_COORDINATOR && groups[g - 1].conjunct == g);
        if (groups[g].kind != GROUP_NOUN || !joined) break;
        last = groups[g].last;
    }
    return last;
}

/* "director | Paul Ferro": the name right behind what it is the name of. */
static int32_t named_end(const struct attempt *q, int32_t group) {
    const struct group *g = &q->p->groups.items[group];
    bool last = group + 1 >= (int32_t)q->p->groups.count;
    return last || g[1].apposition != group || g[1].first != g->last + 1 ? g->last : g[1].last;
}

/* With its of-groups, appositions and conjuncts, longest first. */
static void find_slot_ends(const struct attempt *q, int32_t group, struct slot_ends *out) {
    const struct group *groups = q->p->groups.items;
    int32_t plain = groups[group].last, of = plain, far = plain;
    for (int32_t g = group, n = 0; groups[g].of != NONE && n < 4; n++) of = groups[g = groups[g].of].last;
    for (int32_t g = group, n = 0; groups[g].conjunct != NONE && n < 8; n++) {
        g = groups[g].conjunct;
        if (groups[g].last > far) far = groups[g].last;
    }
    int32_t renamed = groups[group].apposition;
    int32_t apposed = renamed != NONE && renamed > group ? groups[renamed].last : plain;
    const int32_t candidates[SLOT_ENDS] = {far, of, apposed, named_end(q, group), plain, attached_end(q, group)};
    for (size_t i = 0; i < SLOT_ENDS; i++) {
        bool seen = false;
        for (size_t k = 0; k < out->count; k++) seen |= out->at[k] == candidates[i];
        if (!seen) out->at[out->count++] = candidates[i];
    }
}

/* Many phrases try the same groups. NULL when memory is short. */
static const struct slot_ends *slot_ends(const struct attempt *q, int32_t group) {
    struct slot_ends **of = &q->m->slot_ends[q->sentence];
    if (!*of) *of = arena_array(q->m->a, struct slot_ends, q->p->groups.count);
    if (*of && !(*of)[group].count) find_slot_ends(q, group, &(*of)[group]);
    return *of ? &(*of)[group] : NULL;
}

/* A slot begins with its group, or behind what the pattern itself took of the group: "28-point [American plan]". */
static bool begins_slot(const struct attempt *q, int32_t group, int32_t t) {
    const struct group *g = &q->p->groups.items[group];
    return g->first == t || (q->out->from <= g->first && t > q->out->from && t <= g->head);
}

struct slot {
    int32_t group;
    struct filler filler;
};

/* Fills a slot; what was in it before. */
static struct slot take_slot(struct attempt *q, const struct pattern *p, int32_t group, struct filler filler) {
    if (p->kind != PATTERN_SLOT) return (struct slot){.group = NONE};
    struct slot before = {q->out->group[p->index], q->out->filler[p->index]};
    q->out->group[p->index] = group;
    q->out->filler[p->index] = filler;
    return before;
}

/* "{party} <find> …" where the subject stands elsewhere: "accepted it but found …", "the man who found …". */
static bool match_remote_subject(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t t) {
    if (p->kind != PATTERN_SLOT || t != q->out->from || !rest->count || rest->items[0]->kind != PATTERN_VERB) return false;
    int32_t g = t > q->last ? NONE : group_of(q, t), c = g == NONE ? NONE : q->p->clause_of[t - q->p->first];
    if (c == NONE || q->p->clauses.items[c].verb != g || q->p->groups.items[g].first != t) return false;
    int32_t subject = q->p->clauses.items[c].subject;
    if (subject == NONE || q->p->groups.items[subject].last + 1 == t) return false;
    struct filler filler;
    if (!q->about || !match_fill(q->m->out, q->sentence, subject, &q->about->arguments.items[p->index], &filler)) return false;
    struct slot before = take_slot(q, p, subject, filler);
    if (match_rest(q, rest, t)) return true;
    take_slot(q, p, before.group, before.filler);
    return false;
}

static bool list_may_begin(const struct attempt *q, int32_t list, int32_t t) {
    const struct list_start *end;
    return rules_list_from(&q->m->r->lists.items[list], form_at(q->m->s, t), &end) < end || list_stands_for(q, list, t);
}

/* A cheap look at the first element: most places cannot begin a match. */
static bool may_begin(const struct attempt *q, const struct pattern *p, int32_t t) {
    if (!(q->m->begins[t] & p->begins)) return false;
    const struct word *w = token_at(q->m->s, t)->word;
    int32_t g;
    switch (p->kind) {
    case PATTERN_WORD: return w->known == p->symbols.items[0] || stands_for(q, p->symbols.items[0], t);
    case PATTERN_NOUN:
        return form_in(w->known_noun, p->symbols.items, p->symbols.count) ||
               form_in(w->known, p->symbols.items, p->symbols.count);
    case PATTERN_VERB:
        if (verb_form_at(q, p, t)) return true;
        g = group_of(q, t);
        return g != NONE && q->p->groups.items[g].kind == GROUP_VERB && verb_form_at(q, p, q->p->groups.items[g].head);
    case PATTERN_LIST: return list_may_begin(q, p->index, t);
    case PATTERN_SLOT:
    case PATTERN_ANY: g = group_of(q, t); return g != NONE && q->p->groups.items[g].first == t;
    case PATTERN_FIGURE: return q->m->out->figures[q->sentence].count > 0;
    case PATTERN_SEQUENCE:
        for (size_t i = 0; i < p->items.count; i++) {
            if (may_begin(q, p->items.items[i], t)) return true;
            if (p->items.items[i]->kind != PATTERN_OPTIONAL) return false;
        }
        return true;
    case PATTERN_CHOICE:
    case PATTERN_OPTIONAL:
        for (size_t i = 0; i < p->items.count; i++)
            if (may_begin(q, p->items.items[i], t)) return true;
        return false;
    default: return true;
    }
}

static bool needs_no_word(enum pattern_kind kind) {
    return kind == PATTERN_OPTIONAL || kind == PATTERN_GAP || kind == PATTERN_SENTENCE;
}

/* May the match go on with the element at t, or where it may skip to from there? A slot may begin within its group. */
static bool may_go_on(const struct attempt *q, const struct pattern *p, int32_t t) {
    const uint64_t always = UINT64_C(1) << BEGIN_ANY;
    if (needs_no_word(p->kind)) return true;
    return p->begins & (t > q->last ? always : q->m->near[t] | always);
}

/* The same for what is to follow at t, where adverbs and the like may be skipped. */
static bool may_follow(const struct attempt *q, const struct rest *rest, int32_t t) {
    while (rest && rest->count == 0) rest = rest->next;
    if (!rest) return true;
    const struct pattern *p = rest->items[0];
    if (needs_no_word(p->kind)) return true;
    if (!may_go_on(q, p, t)) return false;
    for (int32_t k = t; k <= t + MAX_SKIP && k <= q->last; k++)
        if (may_begin(q, p, k)) return true;
    if (t > q->last) return false;
    enum tag tag = tag_of(q, t);
    return tag == TAG_PREPOSITION || tag == TAG_NAME || tag == TAG_NOUN || text_equal(token_at(q->m->s, t)->word->text, TEXT(","));
}

/* "{person} , {n:age}" is about the last of "Ann Roe and Ben Ode, 48" only. */
static bool expects_comma(const struct attempt *q, const struct rest *rest) {
    while (rest && rest->count == 0) rest = rest->next;
    if (!rest || rest->items[0]->kind != PATTERN_WORD) return false;
    return text_equal(symbols_text(&q->m->r->symbols, rest->items[0]->symbols.items[0]), TEXT(","));
}

/* The ends behind which the rest may go on. */
static size_t good_ends(const struct attempt *q, const struct rest *rest, int32_t g, int32_t good[SLOT_ENDS]) {
    const struct slot_ends *ends = slot_ends(q, g);
    size_t count = 0;
    int32_t joined = q->p->groups.items[g].conjunct;
    bool alone = joined != NONE && expects_comma(q, rest);
    for (size_t i = 0; ends && i < ends->count; i++) {
        if (alone && ends->at[i] >= q->p->groups.items[joined].first) continue;
        if (may_follow(q, rest, ends->at[i] + 1)) good[count++] = ends->at[i];
    }
    return count;
}

static bool fill_slot(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t g) {
    struct filler filler = {.mention = NONE, .entity = NONE, .group = g};
    int32_t ends[SLOT_ENDS];
    size_t count = good_ends(q, rest, g, ends);
    if (!count) return false;
    if (p->kind == PATTERN_SLOT) {
        const struct argument *argument = q->about ? &q->about->arguments.items[p->index] : NULL;
        if (!argument || !match_fill(q->m->out, q->sentence, g, argument, &filler)) return false;
    }
    struct slot before = take_slot(q, p, g, filler);
    for (size_t i = 0; i < count; i++)
        if (match_rest(q, rest, ends[i] + 1)) return true;
    take_slot(q, p, before.group, before.filler);
    return false;
}

/* What group g of a slot possesses. */
static int32_t slot_possession(const struct attempt *q, const struct pattern *p, int32_t g) {
    return p->kind != PATTERN_SLOT || !q->about ? NONE : possession(q->p, g);
}

/* "{person} 's conviction" is "her conviction" too. */
static bool match_owner(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t t) {
    struct filler filler;
    if (t > q->last || tag_of(q, t) != TAG_POSSESSIVE || !rest || !rest->count || !pattern_is_genitive(q->m->r, rest->items[0])) return false;
    if (p->kind != PATTERN_SLOT || !q->about) return false;
    if (!match_fill_owner(q->m->out, q->sentence, t, &q->about->arguments.items[p->index], &filler)) return false;
    const struct rest owned = {rest->items + 1, rest->count - 1, rest->next};
    struct slot before = take_slot(q, p, NONE, filler);
    if (match_rest(q, &owned, t + 1)) return true;
    take_slot(q, p, before.group, before.filler);
    return false;
}

static bool is_object(const struct attempt *q, int32_t g) {
    for (size_t i = 0; i < q->p->clauses.count; i++)
        if (q->p->clauses.items[i].object == g) return true;
    return false;
}

/* "A truce between Ostrow and the Front began", "a rocket carrying a probe failed": of the verb right behind the group, something before it is the subject. */
static bool has_other_subject(const struct attempt *q, int32_t g) {
    const struct group *groups = q->p->groups.items;
    int32_t t = groups[g].last + 1, verb = t > q->last ? NONE : group_of(q, t);
    bool behind = verb != NONE && groups[verb].kind == GROUP_VERB;
    if (!behind) t = attached_end(q, g) + 1, verb = t > q->last ? NONE : group_of(q, t); /* "stabbing a deckhand at the dock was released" */
    int32_t c = verb == NONE ? NONE : q->p->clause_of[t - q->p->first];
    if (c == NONE || groups[verb].kind != GROUP_VERB || q->p->clauses.items[c].verb != verb) return false;
    int32_t subject = q->p->clauses.items[c].subject;
    return subject != NONE && subject < g && ((behind && attached_end(q, subject) == groups[g].last) || is_object(q, g));
}

static bool match_slot(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t t) {
    if (match_owner(q, p, rest, t)) return true;
    int32_t g = t > q->last ? NONE : group_of(q, t);
    if (g == NONE || q->p->groups.items[g].kind != GROUP_NOUN || !begins_slot(q, g, t)) return false;
    bool subject = t == q->out->from && rest && rest->count && rest->items[0]->kind == PATTERN_VERB;
    if (subject && (q->p->groups.items[g].preposition != NONE || has_other_subject(q, g))) return false;
    int32_t owned = slot_possession(q, p, g);
    bool open = owned != NONE && q->about->arguments.items[p->index].open != OPEN_NOT;
    if (open && fill_slot(q, p, rest, owned)) return true;
    return fill_slot(q, p, rest, g) || (owned != NONE && !open && fill_slot(q, p, rest, owned));
}

/* Where people are asked for, "23 | miners" are: their noun goes with the number. */
static int32_t people_counted(const struct attempt *q, const struct figure *f) {
    if (f->kind != FIGURE_COUNT || f->noun <= (int32_t)f->last || f->noun > q->last || !q->about) return NONE;
    bool people = text_equal(q->about->unit, TEXT("person")) && token_at(q->m->s, f->noun)->word->traits & TRAIT_PERSON;
    return people ? f->noun : NONE;
}

static bool match_figure(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t t) {
    const struct figure_list *figures = &q->m->out->figures[q->sentence];
    struct mark before = mark_of(q);
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        if (((int32_t)f->first != t && (int32_t)f->core != t) || !figure_fits(f, (enum figure_kind)p->index)) continue;
        q->out->figure = f;
        if (q->out->noun == NONE) q->out->noun = t;
        int32_t people = people_counted(q, f);
        if (people != NONE && match_rest(q, rest, people + 1)) return true;
        if (match_rest(q, rest, (int32_t)f->last + 1)) return true;
        restore(q, &before);
    }
    return false;
}

static bool ends_clause(const struct attempt *q, int32_t t) {
    enum tag tag = tag_of(q, t);
    if (tag == TAG_COORDINATOR) return text_equal(token_at(q->m->s, t)->word->text, TEXT("but"));
    return (token_at(q->m->s, t)->flags & TOKEN_PUNCTUATION) && tag != TAG_QUOTE &&
           !(token_at(q->m->s, t)->flags & (TOKEN_OPEN_QUOTE | TOKEN_CLOSE_QUOTE));
}

static bool match_gap(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t t) {
    bool within_clause = p->most <= 6;
    for (uint32_t n = 0; n <= p->most && t + (int32_t)n <= q->last + 1; n++) {
        if (n >= p->least && match_rest(q, rest, t + (int32_t)n)) return true;
        if (t + (int32_t)n <= q->last && within_clause && ends_clause(q, t + (int32_t)n)) return false;
    }
    return false;
}

static void enter_sentence(struct attempt *q, uint32_t sentence) {
    const struct sentence *s = &q->m->s->sentences.items[sentence];
    q->sentence = sentence;
    q->p = &q->m->out->parses[sentence];
    q->first = (int32_t)s->first;
    q->last = (int32_t)(s->first + s->count) - 1;
    if (!q->m->ways_noted[sentence]) way_note(q->m, sentence);
}

static bool match_next_sentence(struct attempt *q, const struct rest *rest, int32_t t) {
    uint32_t here = q->sentence;
    if (here + 1 >= q->m->s->sentences.count || q->last - t > 30) return false;
    enter_sentence(q, here + 1);
    q->out->to_sentence = here + 1;
    if (match_rest(q, rest, q->first)) return true;
    enter_sentence(q, here);
    q->out->to_sentence = here;
    return false;
}

static bool match_item(struct attempt *q, const struct pattern *p, const struct rest *rest, int32_t t) {
    switch (p->kind) {
    case PATTERN_WORD: return match_word(q, p, rest, t);
    case PATTERN_NOUN: return match_noun(q, p, rest, t);
    case PATTERN_VERB: return match_verb(q, p, rest, t);
    case PATTERN_LIST: return match_list(q, p, rest, t);
    case PATTERN_SLOT:
    case PATTERN_ANY: return match_slot(q, p, rest, t) || match_remote_subject(q, p, rest, t);
    case PATTERN_FIGURE: return match_figure(q, p, rest, t);
    case PATTERN_GAP: return match_gap(q, p, rest, t);
    case PATTERN_SENTENCE: return match_next_sentence(q, rest, t);
    case PATTERN_SEQUENCE: {
        struct rest inner = {p->items.items, p->items.count, rest};
        return match_rest(q, &inner, t);
    }
    case PATTERN_PARTS: return false;
    case PATTERN_CHOICE:
    case PATTERN_OPTIONAL:
        for (size_t i = 0; i < p->items.count; i++) {
            struct rest inner = {&p->items.items[i], 1, rest};
            if (match_rest(q, &inner, t)) return true;
        }
        return p->kind == PATTERN_OPTIONAL && match_rest(q, rest, t);
    }
    return false;
}

static bool is_literal(const struct pattern *p) {
    return p->kind == PATTERN_NOUN || p->kind == PATTERN_WORD || p->kind == PATTERN_LIST || p->kind == PATTERN_CHOICE ||
           p->kind == PATTERN_FIGURE;
}

static bool is_structure(enum pattern_kind kind) {
    return kind == PATTERN_SEQUENCE || needs_no_word(kind);
}

/* A literal stands only where its words do. */
static bool may_stand(const struct attempt *q, const struct pattern *p, int32_t t) {
    bool literal = p->kind == PATTERN_WORD || p->kind == PATTERN_NOUN || p->kind == PATTERN_VERB || p->kind == PATTERN_LIST;
    return !literal || (t <= q->last && (q->m->begins[t] & p->begins));
}

/* "In May 1866, the viaduct was completed": where and when, which a phrase says last, may open the sentence. */
static bool match_front(struct attempt *q, const struct rest *rest, int32_t t) {
    const struct pattern *p = rest->items[0];
    int32_t comma = q->m->fronts[q->sentence];
    if (!comma || !q->about || q->wrapped != NONE || q->out->from <= comma || t <= q->out->from) return false;
    int32_t core = q->out->verb != NONE ? q->out->verb : t - 1; /* not "In Paris, he said the talks are over" */
    if (q->p->clause_of[core - q->first] != q->p->clause_of[comma - 1 - q->first]) return false;
    if (needs_no_word(p->kind) || !(p->begins & q->m->begins[q->first]) || !may_begin(q, p, q->first)) return false;
    struct rest after = {rest->items + 1, rest->count - 1, rest->next};
    q->wrapped = t;
    if (match_item(q, p, &after, q->first)) return true;
    q->wrapped = NONE;
    return false;
}

static bool match_rest(struct attempt *q, const struct rest *rest, int32_t t) {
    while (rest && rest->count == 0) rest = rest->next;
    if (!rest) {
        if (q->wrapped != NONE && t != q->m->fronts[q->sentence]) return false;
        q->out->to = (q->wrapped == NONE ? t : q->wrapped) - 1;
        q->out->fronted = q->wrapped != NONE;
        return q->wrapped != NONE || t > q->out->from;
    }
    const struct pattern *p = rest->items[0];
    if (t > q->out->from && !may_go_on(q, p, t)) return match_front(q, rest, t);
    if (++q->steps > LIMIT_PATTERN_STEPS) return false;
    struct rest after = {rest->items + 1, rest->count - 1, rest->next};
    if (may_stand(q, p, t) && match_item(q, p, &after, t)) return true;
    if (is_structure(p->kind) || t <= q->out->from || t > q->last) return false;
    const struct way *ways = q->m->ways;
    enum skip least = q->about && is_literal(p) ? SKIP_BEFORE_LITERAL : SKIP_ALWAYS; /* cues are fixed words */
    for (int32_t k = t; k < t + MAX_SKIP && k <= q->last && ways[k].skip >= least; k++)
        if (may_stand(q, p, k + 1) && match_item(q, p, &after, k + 1)) return true;
    int32_t later = q->about ? ways[t].later : t, beyond = ways[t].beyond;
    if (later > t && may_stand(q, p, later) && match_item(q, p, &after, later)) return true;
    if (beyond > t && may_stand(q, p, beyond) && match_item(q, p, &after, beyond)) return true;
    return match_front(q, rest, t);
}

#define NO_FILLER {.mention = NONE, .entity = NONE, .group = NONE, .missing = true}

static const struct capture nothing = {
    .group = {NONE, NONE, NONE, NONE, NONE, NONE},
    .filler = {NO_FILLER, NO_FILLER, NO_FILLER, NO_FILLER, NO_FILLER, NO_FILLER},
    .verb = NONE,
    .noun = NONE,
};
_Static_assert(MAX_ARGUMENTS == 6, "all of them start as nothing");

/* A slot at the start is what most attempts fail at: can it be filled there so that the rest may go on? */
static bool may_fill_first(const struct attempt *q, const struct pattern *sequence, int32_t t) {
    if (sequence->kind != PATTERN_SEQUENCE || !sequence->items.count || sequence->items.items[0]->kind != PATTERN_SLOT) return true;
    struct rest rest = {sequence->items.items + 1, sequence->items.count - 1, NULL};
    int32_t ends[SLOT_ENDS], g = group_of(q, t);
    const struct group *group = &q->p->groups.items[g];
    bool before_verb = rest.count && rest.items[0]->kind == PATTERN_VERB;
    if (tag_of(q, t) == TAG_POSSESSIVE) return true;
    if (group->kind != GROUP_NOUN) return before_verb; /* its subject may stand elsewhere */
    if (slot_possession(q, sequence->items.items[0], g) != NONE) return true;
    return !(before_verb && group->preposition != NONE) && good_ends(q, &rest, g, ends) > 0;
}

static bool match_from(struct matcher *m, const struct pattern *p, const struct proposition *about, uint32_t sentence,
                       int32_t t, struct capture *out) {
    struct attempt q = {.m = m, .about = about, .out = out, .wrapped = NONE};
    enter_sentence(&q, sentence);
    if (!may_begin(&q, p, t) || !may_fill_first(&q, p, t)) return false;
    *out = nothing;
    out->from = t;
    out->to = t - 1;
    out->to_sentence = sentence;
    struct rest whole = {&p, 1, NULL};
    return match_rest(&q, &whole, t);
}

/* Adds what a further part matched. The verb and noun of the last part that has one are those of all: it says what is
 * claimed, the others of what. */
static void merge(struct capture *all, const struct capture *part) {
    int32_t from = part->from < all->from ? part->from : all->from, shift = all->from - from, own = part->from - from;
    all->literal = (shift < 64 ? all->literal << shift : 0) | (own < 64 ? part->literal << own : 0);
    all->from = from;
    if (part->to > all->to) all->to = part->to;
    for (size_t i = 0; i < MAX_ARGUMENTS; i++) {
        if (part->filler[i].missing) continue;
        all->group[i] = part->group[i];
        all->filler[i] = part->filler[i];
    }
    if (part->figure) all->figure = part->figure;
    if (part->verb != NONE || part->noun != NONE) {
        all->verb = part->verb;
        all->noun = part->noun;
    }
}

static bool says(const struct capture *c, int32_t t) {
    return t >= c->from && t - c->from < 64 && (c->literal >> (t - c->from) & 1);
}

/* Does the part say a word that an earlier one has said? */
static bool overlaps(const struct capture *parts, size_t count, const struct capture *c) {
    for (size_t i = 0; i < count; i++)
        for (int32_t t = c->from; t <= c->to; t++)
            if (says(c, t) && says(&parts[i], t)) return true;
    return false;
}

/* Words far apart belong to different things: each part stands near another one. */
static bool stand_together(const struct pattern *p, const struct capture *parts) {
    enum { APART = 14 };
    for (size_t i = 0; i < p->items.count; i++) {
        bool near = false;
        for (size_t k = 0; k < p->items.count && !near; k++)
            near = k != i && parts[k].from <= parts[i].to + APART && parts[i].from <= parts[k].to + APART;
        if (!near) return false;
    }
    return true;
}

static bool match_parts(struct matcher *m, const struct pattern *p, const struct proposition *about, uint32_t sentence,
                        struct capture *out) {
    const struct parse *parse = &m->out->parses[sentence];
    struct capture parts[MAX_PARTS];
    for (size_t i = 0; i < p->items.count; i++) {
        const struct pattern *part = p->items.items[i];
        bool found = false;
        for (int32_t t = parse->first; t <= parse->last && !found; t++)
            found = m->begins[t] & part->begins && match_from(m, part, about, sentence, t, &parts[i]) && !overlaps(parts, i, &parts[i]);
        if (!found) return false;
        if (i) merge(out, &parts[i]);
        else *out = parts[0];
    }
    return stand_together(p, parts);
}

bool pattern_match(struct matcher *m, const struct pattern *p, const struct proposition *about, uint32_t sentence,
                   int32_t t, struct capture *out) {
    if (p->kind == PATTERN_PARTS) return match_parts(m, p, about, sentence, out);
    return match_from(m, p, about, sentence, t, out);
}

#include "claim/setting.h"

enum { SETTING_BYTES = 400 };

struct line {
    char bytes[SETTING_BYTES];
    size_t length;
};

static void put_word(struct line *s, struct text word, bool definite) {
    if (s->length + word.length + 3 > SETTING_BYTES) return;
    char mark = s->length ? ' ' : '+';
    s->bytes[s->length++] = mark;
    if (definite) s->bytes[s->length++] = '!';
    memcpy(s->bytes + s->length, word.bytes, word.length);
    s->length += word.length;
}

static bool is_verb_tag(enum tag tag) {
    return tag >= TAG_VERB_BASE && tag <= TAG_VERB_ING;
}

static struct text base_form(const struct word *w, enum tag tag) {
    if (tag == TAG_NOUN && w->noun) return w->noun->text;
    if (is_verb_tag(tag) && w->verb) return w->verb->text;
    return tag == TAG_ADJECTIVE && w->adjective ? w->adjective->text : w->text;
}

static bool is_described(enum tag tag) {
    return is_verb_tag(tag) || tag == TAG_NOUN || tag == TAG_ADJECTIVE;
}

/* "No one sings and dances": each alone is left open. A partner with a "not" of its own is another claim. */
static bool denied_with(const struct making *k, int32_t clause) {
    if (clause == NONE || k->match->clause == NONE) return false;
    const struct clause *own = &k->parse->clauses.items[k->match->clause], *other = &k->parse->clauses.items[clause];
    bool partners = (other->kind == CLAUSE_COORDINATE && other->governor == k->match->clause) ||
                    (own->kind == CLAUSE_COORDINATE && own->governor == clause);
    return partners && own->subject == other->subject && other->verb != NONE &&
           !(k->parse->groups.items[other->verb].flags & GROUP_NEGATED);
}

static bool in_deed(const struct making *k, int32_t t) {
    const struct match *x = k->match;
    int32_t clause = k->parse->clause_of[t - k->parse->first];
    const struct group *subject = x->clause == NONE || k->parse->clauses.items[x->clause].subject == NONE
                                      ? NULL
                                      : &k->parse->groups.items[k->parse->clauses.items[x->clause].subject];
    return clause == x->clause || (x->outer != NONE && clause == x->outer) || denied_with(k, clause) ||
           (subject && t >= subject->first && t <= subject->last);
}

/* "Declined to bid during that time": at another it may have. */
static bool is_span(const struct making *k, const struct group *g) {
    static const char *const forms[] = {"during", "within", "throughout"}, *const pointing[] = {"that", "those", "this", "these"};
    return match_is_time(k->m, g) && g->preposition != NONE && making_is_any(making_form(k->m, g->first), pointing, 4) &&
           making_is_any(making_form(k->m, g->preposition), forms, 3);
}

/* Does the word narrow what is denied? */
static bool narrows(const struct making *k, int32_t t, int32_t group) {
    if (group == NONE || t == k->match->head || !in_deed(k, t)) return false;
    const struct group *g = &k->parse->groups.items[group];
    if (is_span(k, g)) return t == g->head;
    if (g->kind == GROUP_VERB) return t == g->head && denied_with(k, k->parse->clause_of[t - k->parse->first]);
    if (g->flags & (GROUP_NAME | GROUP_PRONOUN)) return false;
    bool outer = k->match->outer != NONE || (k->match->negated_group && g->preposition != NONE);
    if (g->flags & GROUP_DEFINITE && !(outer && g->preposition != NONE)) return false;
    const struct clause *c = &k->parse->clauses.items[k->match->clause];
    return !(c->complement == group && t == g->head) && !match_is_time(k->m, g);
}

static struct text find(const struct making *k) {
    const struct parse *p = k->parse;
    struct line s;
    s.length = 0;
    for (int32_t t = p->first; t <= p->last; t++) {
        enum tag tag = (enum tag)p->tags[t - p->first];
        int32_t group = p->group_of[t - p->first];
        if (!is_described(tag) || (k->claim->negated && !narrows(k, t, group))) continue;
        bool definite = group != NONE && p->groups.items[group].flags & GROUP_DEFINITE;
        if (k->claim->negated && is_span(k, &p->groups.items[group])) put_word(&s, TEXT("then"), false); /* no other text tells of that very time */
        else put_word(&s, base_form(making_word(k, t), tag), definite && !k->claim->negated);
    }
    return arena_text(k->a, (struct text){s.bytes, s.length});
}

struct text setting_of(const struct making *k) {
    if (k->match->clause == NONE) return TEXT("");
    if (k->claim->negated && k->match->opposite)
        return TEXT(""); /* "weakened to a storm": did not strengthen in any way */
    if (k->claim->negated) return find(k);
    if (k->shared->setting->parse != k->parse) *k->shared->setting = (struct setting){k->parse, find(k)};
    return k->shared->setting->text;
}

/* Headlines as claims about their own words: "Banksy arrested", and "Banksy arrest a hoax", which denies it. */
#include "match/matcher.h"

#include "match/topic.h"

enum { TOPIC_BYTES = 400 };

struct topic {
    char bytes[TOPIC_BYTES];
    size_t length;
};

static void put(struct topic *t, struct text word, bool name) {
    if (t->length + word.length + 2 > TOPIC_BYTES) return;
    t->bytes[t->length++] = ' ';
    if (name) t->bytes[t->length++] = '!';
    for (size_t i = 0; i < word.length; i++) t->bytes[t->length++] = word.bytes[i];
}

static struct text base_form(const struct word *w, enum tag tag) {
    if (tag >= TAG_VERB_BASE && tag <= TAG_VERB_ING && w->verb) return w->verb->text;
    if (w->likely == CLASS_VERB && w->verb) return w->verb->text;
    return w->noun ? w->noun->text : w->verb ? w->verb->text : w->text;
}

enum { HEADLINE_TOKENS = 32 };

/* What opens an article, or stands in for a headline; longer sentences say too many things at once. */
static bool is_headline(const struct matcher *m, uint32_t sentence) {
    const struct sentence *s = &m->s->sentences.items[sentence];
    if (s->count > HEADLINE_TOKENS) return false;
    return s->block == 0 || m->s->document->blocks.items[s->block].kind == BLOCK_HEADLINE;
}

/* "No, …" */
static bool answers_no(const struct matcher *m, const struct parse *p) {
    return p->last > p->first + 1 && is_form(m, p->first, "no") && is_form(m, p->first + 1, ",");
}

/* "Not all letters", "in Oslo and not in Stockholm": of a part only. `t`: the "not", or the head of what it negates. */
static bool is_of_part(const struct matcher *m, const struct parse *p, int32_t t) {
    static const char *const wholes[] = {"all", "every", "everyone", "everybody", "only", "just", "always", "much", "many"};
    static const char *const contrasts[] = {"and", "but"};
    int32_t group = group_at(p, t);
    if (group != NONE && p->groups.items[group].kind == GROUP_VERB) return false;
    if (group != NONE) t = p->groups.items[group].first;
    if (t > p->first && is_form(m, t - 1, "not")) t--;
    if (t < p->last && is_any_form(m, t + 1, wholes, sizeof wholes / sizeof *wholes)) return true;
    return t > p->first && is_any_form(m, t - 1, contrasts, sizeof contrasts / sizeof *contrasts);
}

/* Is the clause what the headline itself says, or says that somebody says? */
static bool is_told(const struct parse *p, int32_t clause) {
    if (clause == NONE) return true;
    const struct clause *c = &p->clauses.items[clause];
    if (c->kind == CLAUSE_COMPLEMENT && c->governor != NONE) c = &p->clauses.items[c->governor];
    return c->kind == CLAUSE_MAIN || c->kind == CLAUSE_VERBLESS;
}

static bool is_not(const struct matcher *m, const struct parse *p, int32_t t) {
    int32_t group = group_at(p, t);
    bool grouped = group != NONE && t == p->groups.items[group].head && p->groups.items[group].flags & GROUP_NEGATED;
    return grouped || is_form(m, t, "not") || is_form(m, t, "never");
}

static enum topic_kind negation_of(const struct matcher *m, const struct parse *p) {
    enum topic_kind kind = TOPIC_HELD;
    for (int32_t t = p->first; t <= p->last; t++) {
        if (!is_not(m, p, t)) continue;
        if (is_told(p, p->clause_of[t - p->first]) && !is_of_part(m, p, t)) return TOPIC_NEGATED;
        kind = TOPIC_BESIDE;
    }
    return kind;
}

struct lists {
    int32_t denials, hedges, passed_over;
};

static bool holds_any(const struct matcher *m, const struct parse *p, int32_t list) {
    for (int32_t t = p->first; t <= p->last; t++)
        if (list_match(m->r, m->s, list, t, p->last)) return true;
    return false;
}

/* "insists that it was not a hoax", "no joke" */
static bool is_taken_back(const struct matcher *m, const struct parse *p, int32_t t) {
    for (int32_t k = t - 1; k >= p->first && k >= t - 3; k--)
        if (is_form(m, k, "no") || is_form(m, k, "not") || is_form(m, k, "never")) return true;
    return false;
}

/* "neither confirm nor deny" is no denial. */
static bool denies(const struct matcher *m, const struct parse *p, const struct lists *l) {
    for (int32_t t = p->first; t <= p->last; t++) {
        uint32_t doubt = list_match(m->r, m->s, l->hedges, t, p->last);
        if (doubt > 1) t += (int32_t)doubt - 1;
        else if (list_match(m->r, m->s, l->denials, t, p->last) && !is_taken_back(m, p, t)) return true;
    }
    return false;
}

static bool is_content(const struct matcher *m, const struct parse *p, const struct lists *l, int32_t t) {
    const struct token *token = token_at(m->s, t);
    if (token->flags & TOKEN_PUNCTUATION || token->word->grammar || token->word->text.length < 3) return false;
    enum tag tag = tag_at(p, t);
    bool open = tag == TAG_NOUN || tag == TAG_NAME || tag == TAG_ADJECTIVE || (tag >= TAG_VERB_BASE && tag <= TAG_VERB_ING);
    return open && !list_match(m->r, m->s, l->denials, t, p->last) && !list_match(m->r, m->s, l->passed_over, t, p->last);
}

/* "Kyiv didn't say it won't talk": what is left of it no headline tells. */
static int count_negated(const struct parse *p) {
    int count = 0;
    for (size_t i = 0; i < p->groups.count; i++) count += p->groups.items[i].kind == GROUP_VERB && p->groups.items[i].flags & GROUP_NEGATED;
    return count;
}

static enum topic_kind kind_of(const struct matcher *m, const struct parse *p, const struct lists *l) {
    if (count_negated(p) > 1) return TOPIC_OPEN;
    if (denies(m, p, l) || answers_no(m, p)) return TOPIC_DENIED;
    if (holds_any(m, p, l->hedges)) return TOPIC_OPEN;
    return negation_of(m, p);
}

static bool add_topic(struct matcher *m, const struct parse *p, int32_t rule, const struct lists *l) {
    enum topic_kind kind = kind_of(m, p, l);
    const struct sentence *s = &m->s->sentences.items[p->sentence];
    if (kind == TOPIC_OPEN || s->flags & SENTENCE_QUESTION) return true;
    struct topic t = {.bytes = {'#', (char)kind}, .length = 2};
    bool capitals_speak = !(s->flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE));
    for (int32_t i = p->first; i <= p->last; i++) {
        if (!is_content(m, p, l, i)) continue;
        const struct word *w = token_at(m->s, i)->word;
        bool name = tag_at(p, i) == TAG_NAME && (capitals_speak || !w->listed);
        put(&t, name ? w->text : base_form(w, tag_at(p, i)), name);
    }
    struct match *x = t.length > 2 ? list_add(m->a, &m->out->matches) : NULL;
    if (t.length == 2) return true;
    if (!x) return false;
    *x = (struct match){.rule = rule, .sentence = p->sentence, .first = p->first, .last = p->last, .head = p->first,
                        .clause = NONE, .outer = NONE, .opposite = kind == TOPIC_DENIED || kind == TOPIC_NEGATED,
                        .lexeme = arena_text(m->a, (struct text){t.bytes, t.length})};
    arguments_clear(x);
    return true;
}

bool headline_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    if (!m->r->every_headline.count || !is_headline(m, sentence)) return true;
    struct lists l = {rules_find_list(m->r, TEXT("denials")), rules_find_list(m->r, TEXT("doubtful")),
                      rules_find_list(m->r, TEXT("says-little"))};
    for (size_t i = 0; i < m->r->every_headline.count; i++)
        if (!add_topic(m, p, m->r->every_headline.items[i], &l)) return false;
    return true;
}

/* Yes/no questions that the next sentence answers: "Did Putin reject it? The Kremlin says no." */
#include "claim/making.h"

enum { SHORT_ANSWER = 8, VERY_SHORT_ANSWER = 6 };
enum answer { ANSWER_NONE, ANSWER_YES, ANSWER_NO };

static enum answer word_answer(const struct making *k, const struct word *w) {
    if (rules_list_holds(k->m->rules, k->shared->no_words, w->known)) return ANSWER_NO;
    if (rules_list_holds(k->m->rules, k->shared->yes_words, w->known)) return ANSWER_YES;
    return ANSWER_NONE;
}

static const struct word *word_at(const struct matched *m, uint32_t token) {
    return m->segmented->tokens.items[token].word;
}

/* The last word of the sentence that is no punctuation. */
static const struct word *last_word(const struct matched *m, const struct sentence *s) {
    for (uint32_t i = s->count; i > 0; i--)
        if (!(m->segmented->tokens.items[s->first + i - 1].flags & TOKEN_PUNCTUATION)) return word_at(m, s->first + i - 1);
    return word_at(m, s->first);
}

/* "No." "The Kremlin says no." "There was not." */
static enum answer read_answer(const struct making *k, const struct sentence *s) {
    const struct matched *m = k->m;
    enum answer a = s->count ? word_answer(k, word_at(m, s->first)) : ANSWER_NONE;
    if (a != ANSWER_NONE || s->count > SHORT_ANSWER) return a;
    const struct word *last = last_word(m, s);
    a = word_answer(k, last);
    if (a != ANSWER_NONE) return a;
    return s->count <= VERY_SHORT_ANSWER && text_equal(last->text, TEXT("not")) ? ANSWER_NO : ANSWER_NONE;
}

/* A yes/no question begins with an auxiliary or a modal. */
static bool is_yes_no(const struct making *k) {
    enum tag tag = (enum tag)k->parse->tags[0];
    return tag == TAG_BE || tag == TAG_DO || tag == TAG_HAVE || tag == TAG_MODAL;
}

static void speak(struct making *k, uint32_t sentence) {
    const struct mention_range *r = &k->m->sentence_mentions[sentence];
    const struct rules *rules = k->m->rules;
    k->claim->voice = (struct voice){.kind = VOICE_OUTLET, .entity = NONE, .side = NONE};
    for (int32_t i = r->first; i < r->first + r->count; i++) {
        int32_t entity = k->m->mentions.items[i].entity;
        if (entity == NONE) continue;
        k->claim->voice = (struct voice){VOICE_SPEAKER, entity, rules->entities.items[entity].label, rules_side(rules, entity)};
        return;
    }
}

/* The clause of who answers: "Asked whether …, | Peskov said it had not"; NULL where nobody is asked. */
static const struct clause *answering(const struct making *k) {
    const struct parse *p = k->parse;
    const struct word *first = word_at(k->m, (uint32_t)p->first);
    if (!text_equal(first->text, TEXT("asked")) && !text_equal(first->text, TEXT("pressed"))) return NULL;
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i];
        bool main = c->kind == CLAUSE_MAIN && c->verb != NONE && c->subject != NONE;
        if (main && p->groups.items[c->verb].first > k->match->last) return c;
    }
    return NULL;
}

/* "said no", "replied that it had not", "answered that they were": nothing but the auxiliary is said. */
static enum answer answer_behind(const struct making *k, int32_t verb) {
    const struct parse *p = k->parse;
    int32_t last = p->last;
    while (last > p->groups.items[verb].last && (k->m->segmented->tokens.items[last].flags & (TOKEN_PUNCTUATION | TOKEN_CLOSE_QUOTE))) last--;
    if (last <= p->groups.items[verb].last || last > p->groups.items[verb].last + SHORT_ANSWER) return ANSWER_NONE;
    enum answer a = word_answer(k, word_at(k->m, (uint32_t)last));
    if (a != ANSWER_NONE) return a;
    int32_t group = making_group(k, last);
    bool auxiliary = group != NONE && p->groups.items[group].kind == GROUP_VERB && p->groups.items[group].last == last;
    for (int32_t t = auxiliary ? p->groups.items[group].first : last + 1; t <= last; t++) {
        enum tag tag = (enum tag)p->tags[t - p->first];
        auxiliary &= tag == TAG_BE || tag == TAG_DO || tag == TAG_HAVE || tag == TAG_MODAL || tag == TAG_NEGATION;
    }
    if (!auxiliary) return ANSWER_NONE;
    return p->groups.items[group].flags & GROUP_NEGATED ? ANSWER_NO : ANSWER_YES;
}

static bool answered_within(struct making *k) {
    const struct clause *c = answering(k);
    enum answer a = c ? answer_behind(k, c->verb) : ANSWER_NONE;
    struct filler who;
    if (a == ANSWER_NONE || !match_resolve(k->m, k->match->sentence, c->subject, -1, &who) || who.entity == NONE) return false;
    k->negations += a == ANSWER_NO;
    k->claim->modality = MODALITY_ASSERTED;
    const struct rules *r = k->m->rules;
    k->claim->voice = (struct voice){VOICE_SPEAKER, who.entity, r->entities.items[who.entity].label, rules_side(r, who.entity)};
    return true;
}

bool answer_find(struct making *k) {
    if (k->claim->modality == MODALITY_ASKED && answered_within(k)) return true;
    uint32_t next = k->match->sentence + 1;
    if (k->claim->modality != MODALITY_ASKED || !is_yes_no(k) || next >= k->m->segmented->sentences.count) return false;
    const struct sentence *s = &k->m->segmented->sentences.items[next];
    enum answer a = read_answer(k, s);
    if (a == ANSWER_NONE) return false;
    k->negations += a == ANSWER_NO;
    k->claim->modality = MODALITY_ASSERTED;
    k->claim->sentence.end = s->span.end;
    k->claim->span.end = s->span.end;
    speak(k, next);
    return true;
}

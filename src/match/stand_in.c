/* What stands for a word of a phrase. For somebody whom it calls by name: where it says "putin", "Mr Putin", "the Russian president" may
 * stand, and "he" of whom the text tells that it is he. For "did not": "failed to", "never", "by no means". */
#include "lexicon/usage.h"
#include "match/matcher.h"

#include <string.h>

/* "Envoys" of "envoy", where a rule says it; 0 otherwise. */
static symbol plural_of(const struct matcher *m, symbol noun) {
    char form[32];
    struct text t = symbols_text(&m->r->symbols, noun);
    if (!t.length || t.length + 1 >= sizeof form) return 0;
    memcpy(form, t.bytes, t.length);
    form[t.length] = 's';
    return symbols_find(&m->r->symbols, (struct text){form, t.length + 1});
}

static uint32_t add_single(const struct matcher *m, const struct entity *e, bool known, symbol *out) {
    uint32_t count = 0;
    for (size_t i = 0; i < e->names.count + e->brief.count; i++) {
        const struct name *n = i < e->names.count ? &e->names.items[i] : &e->brief.items[i - e->names.count];
        if (n->count == 1) out[count++] = n->words[0];
    }
    for (size_t i = 0; known && i < e->heads.count; i++)
        if ((out[count] = plural_of(m, e->heads.items[i]))) count++;
    return count;
}

/* For whom it acts where it is no person: "Russian officials rejected it" for Moscow. NULL for nobody. */
static const struct entity *behind(const struct matcher *m, uint32_t sentence, const struct mention *x, const struct entity *e) {
    bool person = e->gender == GENDER_HE || e->gender == GENDER_SHE;
    if (person || e->speaks_for < 0 || mention_rank(&m->out->parses[sentence], x) == RANK_ANY) return NULL;
    return &m->r->entities.items[e->speaks_for];
}

static size_t room_for(const struct entity *e) {
    return e->names.count + e->brief.count + e->heads.count;
}

/* The names of one word, or nouns for several where it is `known` for sure, by which phrases can ask for the entity, or for the other one. */
static bool add_names(struct matcher *m, const struct entity *e, const struct entity *other, bool known, struct stand_in *out) {
    size_t most = room_for(e) + (other ? room_for(other) : 0);
    symbol *names = most ? arena_take(m->a, most * sizeof *names) : NULL;
    if (names) out->count = add_single(m, e, known, names);
    if (names && other) out->count += add_single(m, other, known, names + out->count);
    out->names = names;
    return !m->a->failed;
}

/* The entity that a mention stands for, or NONE. */
static int32_t meant(const struct matcher *m, const struct mention *x) {
    if (x->kind == MENTION_NAME || x->kind == MENTION_BRIEF || x->kind == MENTION_TITLE || x->kind == MENTION_NOUN) return x->entity;
    bool person = x->kind == MENTION_PRONOUN && (x->gender == GENDER_HE || x->gender == GENDER_SHE);
    return person && x->antecedent != NONE ? m->out->mentions.items[x->antecedent].entity : NONE;
}

/* From token `first` on the sentence holds what s stands for, as if it were said. */
static void keep(struct matcher *m, uint32_t sentence, int32_t first, struct stand_in *s) {
    m->stand_ins[first] = s;
    for (uint32_t i = 0; i < s->count; i++) {
        m->begins[first] |= begin_with(s->names[i]);
        holding_add(m, sentence, s->names[i]);
    }
}

static bool note(struct matcher *m, uint32_t sentence, const struct mention *x) {
    const struct parse *p = &m->out->parses[sentence];
    int32_t entity = meant(m, x), g = entity == NONE ? NONE : group_at(p, x->head);
    if (entity != NONE && !rules_type_fits(m->r, m->r->entities.items[entity].type, m->actor)) return true;
    if (g == NONE || p->groups.items[g].kind != GROUP_NOUN || p->groups.items[g].head != x->head) return true;
    const struct group *group = &p->groups.items[g];
    int32_t first = group->possessor == NONE ? group->first : p->groups.items[group->possessor].first;
    if (m->stand_ins[first] || (first == group->last && x->kind != MENTION_PRONOUN && x->last <= first) || tag_at(p, x->head) == TAG_POSSESSIVE) return true;
    struct stand_in *s = arena_new(m->a, struct stand_in);
    const struct entity *e = &m->r->entities.items[entity];
    symbol noun = token_at(m->s, x->head)->word->known_noun; /* "both delegations" may be others */
    bool known = x->kind != MENTION_BRIEF || !form_in(noun, e->heads.items, e->heads.count);
    if (!s || !add_names(m, e, behind(m, sentence, x, e), known, s)) return false;
    if (!s->count) return true;
    s->last = x->last > group->last ? x->last : group->last;
    s->head = group->head;
    keep(m, sentence, first, s);
    return true;
}

/* `forms`: the words for which tokens first..last stand. */
static bool put(struct matcher *m, uint32_t sentence, int32_t first, int32_t last, const char *const *forms, size_t count) {
    struct stand_in *s = m->stand_ins[first] ? NULL : arena_new(m->a, struct stand_in);
    symbol *names = s ? arena_take(m->a, count * sizeof *names) : NULL;
    for (size_t i = 0; names && i < count; i++) {
        symbol form = symbols_find(&m->r->symbols, text_of(forms[i]));
        if (form) names[s->count++] = form;
    }
    if (names && s->count) {
        *s = (struct stand_in){last, first, names, s->count};
        keep(m, sentence, first, s);
    }
    return !m->a->failed;
}

/* "Failed to", "refuses to": "did not", "does not". */
static bool note_failure(struct matcher *m, uint32_t sentence, int32_t t) {
    static const char *const verbs[] = {"fail", "refuse", "decline", "neglect", "omit"}, *const past[] = {"did", "would"}, *const present[] = {"does", "will"},
                             *const bare[] = {"do", "will"}, *const no[] = {"not"};
    const struct word *w = token_at(m->s, t)->word;
    bool fails = w->verb && is_form(m, t + 1, "to");
    for (size_t i = 0; fails && i < sizeof verbs / sizeof *verbs; i++) {
        if (!text_equal(w->verb->text, text_of(verbs[i]))) continue;
        const char *const *forms = w->verb_forms & FORM_PAST ? past : w->verb_forms & FORM_S ? present : bare;
        return put(m, sentence, t, t, forms, 2) && put(m, sentence, t + 1, t + 1, no, 1);
    }
    return true;
}

/* "Never", "by no means", "in no way": "not". */
static bool note_denial(struct matcher *m, uint32_t sentence, int32_t t) {
    static const char *const no[] = {"not"};
    uint32_t word = token_at(m->s, t)->word->usage & USAGE_WORD;
    if (word == WORD_NEVER) return put(m, sentence, t, t, no, 1);
    bool means = (word == WORD_BY && is_form(m, t + 2, "means")) || (word == WORD_IN && is_form(m, t + 2, "way"));
    return !means || !is_form(m, t + 1, "no") || put(m, sentence, t, t + 2, no, 1);
}

bool stand_in_note(struct matcher *m, uint32_t sentence) {
    const struct mention_range *r = &m->out->sentence_mentions[sentence];
    const struct parse *p = &m->out->parses[sentence];
    for (int32_t t = p->first; t + 2 <= p->last; t++)
        if (!note_failure(m, sentence, t) || !note_denial(m, sentence, t)) return false;
    for (int32_t i = r->first; i < r->first + r->count; i++)
        if (!note(m, sentence, &m->out->mentions.items[i])) return false;
    return true;
}

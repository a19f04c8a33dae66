/* What stands for somebody whom a phrase calls by name: where it says "putin", "the Russian president" may stand, and "he"
 * of whom the text tells that it is he. */
#include "base/trait.h"
#include "match/matcher.h"

/* The names of one word by which phrases can ask for the entity. */
static bool add_names(struct matcher *m, const struct entity *e, struct stand_in *out) {
    size_t most = e->names.count + e->brief.count;
    symbol *names = most ? arena_take(m->a, most * sizeof *names) : NULL;
    for (size_t i = 0; names && i < most; i++) {
        const struct name *n = i < e->names.count ? &e->names.items[i] : &e->brief.items[i - e->names.count];
        if (n->count == 1) names[out->count++] = n->words[0];
    }
    out->names = names;
    return !m->a->failed;
}

/* The entity that a mention without its name stands for, or NONE. */
static int32_t meant(const struct matcher *m, const struct mention *x) {
    if (x->kind == MENTION_TITLE || x->kind == MENTION_NOUN) return x->entity;
    bool person = x->kind == MENTION_PRONOUN && (x->gender == GENDER_HE || x->gender == GENDER_SHE);
    return person && x->antecedent != NONE ? m->out->mentions.items[x->antecedent].entity : NONE;
}

static bool note(struct matcher *m, uint32_t sentence, const struct mention *x) {
    const struct parse *p = &m->out->parses[sentence];
    int32_t entity = meant(m, x), g = entity == NONE ? NONE : group_at(p, x->head);
    if (g == NONE || p->groups.items[g].kind != GROUP_NOUN || p->groups.items[g].head != x->head) return true;
    const struct group *group = &p->groups.items[g];
    int32_t first = group->possessor == NONE ? group->first : p->groups.items[group->possessor].first;
    if (m->stand_ins[first] || tag_at(p, x->head) == TAG_POSSESSIVE) return true;
    struct stand_in *s = arena_new(m->a, struct stand_in);
    if (!s || !add_names(m, &m->r->entities.items[entity], s)) return false;
    if (!s->count) return true;
    s->last = group->last;
    s->head = group->head;
    m->stand_ins[first] = s;
    for (uint32_t i = 0; i < s->count; i++) {
        m->begins[first] |= begin_with(s->names[i]);
        holding_add(m, sentence, s->names[i]);
    }
    return true;
}

bool stand_in_note(struct matcher *m, uint32_t sentence) {
    const struct mention_range *r = &m->out->sentence_mentions[sentence];
    for (int32_t i = r->first; i < r->first + r->count; i++)
        if (!note(m, sentence, &m->out->mentions.items[i])) return false;
    return true;
}

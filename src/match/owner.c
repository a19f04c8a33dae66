/* "NATO should refuse, its secretary general said": the office of whatever "its" stands for, by a title that begins with
 * the name of it. */
#include "base/trait.h"
#include "match/matcher.h"

enum { SENTENCES_BACK = 2, TITLE_WORDS = 4 };

/* Words of the office: what follows "its" in the group. */
struct office {
    const struct matcher *m;
    int32_t first, last;
};

static bool ends_so(const struct office *o, const struct name *title) {
    int32_t words = o->last - o->first + 1;
    if ((int32_t)title->count <= words) return false;
    for (int32_t i = 0; i < words; i++)
        if (!form_at(o->m->s, o->first + i) || title->words[title->count - (uint32_t)words + (uint32_t)i] != form_at(o->m->s, o->first + i)) return false;
    return true;
}

static bool begins_with(const struct name *title, const struct name *owner) {
    for (uint32_t i = 0; i < owner->count; i++)
        if (i >= title->count || title->words[i] != owner->words[i]) return false;
    return true;
}

/* "NATO | 's | secretary general", "NATO | secretary general" */
static bool is_title_of(const struct office *o, const struct name *title, const struct entity *owner) {
    if (!ends_so(o, title)) return false;
    uint32_t before = title->count - (uint32_t)(o->last - o->first + 1);
    for (size_t i = 0; i < owner->names.count; i++) {
        const struct name *n = &owner->names.items[i];
        if ((before == n->count || before == n->count + 1) && begins_with(title, n)) return true;
    }
    return false;
}

/* Whoever holds the office of the entity, or NONE. */
static int32_t holder(const struct office *o, int32_t owner) {
    const struct rules *r = o->m->r;
    for (size_t i = 0; i < r->entities.count; i++) {
        const struct entity *e = &r->entities.items[i];
        if (e->gender != GENDER_HE && e->gender != GENDER_SHE) continue;
        for (size_t k = 0; k < e->titles.count; k++)
            if (is_title_of(o, &e->titles.items[k], &r->entities.items[owner])) return (int32_t)i;
        for (size_t k = 0; k < e->names.count; k++)
            if (is_title_of(o, &e->names.items[k], &r->entities.items[owner])) return (int32_t)i;
    }
    return NONE;
}

/* The last one named before in the sentence whose office it can be, subjects first. */
static int32_t holder_in(const struct office *o, uint32_t sentence) {
    const struct matched *out = o->m->out;
    const struct mention_range *r = &out->sentence_mentions[sentence];
    for (int rank = RANK_MAIN; rank >= RANK_ANY; rank--)
        for (int32_t i = r->first + r->count - 1; i >= r->first; i--) {
            const struct mention *x = &out->mentions.items[i];
            if (x->entity == NONE || x->last >= o->first || x->gender != GENDER_IT || (int)mention_rank(&out->parses[sentence], x) < rank) continue;
            int32_t found = holder(o, x->entity);
            if (found != NONE) return found;
        }
    return NONE;
}

static bool is_office(const struct matcher *m, const struct group *g) {
    static const char *const owners[] = {"its", "their"};
    if (g->kind != GROUP_NOUN || g->first == g->last || g->last - g->first > TITLE_WORDS) return false;
    if (!is_any_form(m, g->first, owners, sizeof owners / sizeof *owners)) return false;
    uint32_t traits = 0;
    for (int32_t t = g->first + 1; t <= g->last; t++) traits |= token_at(m->s, t)->word->traits;
    return traits & (TRAIT_TITLE | TRAIT_PERSON);
}

void owner_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    const struct mention_range *ranges = m->out->group_mentions[sentence];
    for (size_t g = 0; ranges && g < p->groups.count; g++) {
        struct mention *x = &m->out->mentions.items[ranges[g].first];
        if (ranges[g].count != 1 || x->entity != NONE || x->kind != MENTION_OPEN || !is_office(m, &p->groups.items[g])) continue;
        struct office o = {m, p->groups.items[g].first + 1, p->groups.items[g].last};
        int32_t found = NONE;
        for (uint32_t back = 0; found == NONE && back <= SENTENCES_BACK && back <= sentence; back++) found = holder_in(&o, sentence - back);
        if (found == NONE) continue;
        x->entity = found;
        x->kind = MENTION_TITLE;
        x->gender = m->r->entities.items[found].gender;
        x->human = false;
    }
}

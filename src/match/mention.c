/* Spans that name an entity: by name, title, noun group, part of it, or pronoun. */
#include "base/trait.h"
#include "match/matcher.h"

static const struct name *name_of(const struct entity *e, const struct trigger *t) {
    return t->list == NAME_FULL ? &e->names.items[t->index]
                            : t->list == NAME_TITLE ? &e->titles.items[t->index] : &e->brief.items[t->index];
}

/* The name with its word number `word` at token t, within first..last. */
static bool stands_at(const struct matcher *m, const struct name *n, uint32_t word, int32_t t, int32_t first, int32_t last) {
    t -= (int32_t)word;
    return t >= first && name_at(m->s, n, t, last);
}

static int32_t last_token(const struct matcher *m, uint32_t sentence) {
    const struct sentence *s = &m->s->sentences.items[sentence];
    return (int32_t)(s->first + s->count) - 1;
}

static void scan_nouns(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    for (size_t g = 0; g < p->groups.count; g++) {
        if (p->groups.items[g].kind != GROUP_NOUN) continue;
        const struct word *w = token_at(m->s, p->groups.items[g].head)->word;
        const struct trigger *t;
        if (!(w->triggers & 1u << TRIGGER_HEAD)) continue;
        for (struct trigger_walk walk = trigger_start(w, OF_ENTITIES); (t = trigger_next(m->r, &walk));)
            if (t->kind == TRIGGER_HEAD && !m->seen[t->rule] &&
                noun_names(m, p, (int32_t)g, &m->r->entities.items[t->rule]) == NOUN_FULL)
                m->seen[t->rule] = sentence + 1;
    }
}

void mention_scan_names(struct matcher *m, uint32_t sentence) {
    int32_t first = (int32_t)m->s->sentences.items[sentence].first, last = last_token(m, sentence);
    for (int32_t t = first; t <= last; t++) {
        const struct word *w = token_at(m->s, t)->word;
        const struct trigger *trigger;
        if (!(w->triggers & 1u << TRIGGER_NAME)) continue;
        for (struct trigger_walk walk = trigger_start(w, OF_ENTITIES); w->known && (trigger = trigger_next(m->r, &walk));)
            if (trigger->kind == TRIGGER_NAME && trigger->list == NAME_FULL && !m->seen[trigger->rule] &&
                stands_at(m, name_of(&m->r->entities.items[trigger->rule], trigger), trigger->word, t, first, last))
                m->seen[trigger->rule] = sentence + 1;
    }
    scan_nouns(m, sentence);
}

/* Brief names count once the entity, or one it goes with, has its full name somewhere in the document. */
static bool may_be_brief(const struct matcher *m, int32_t entity) {
    const struct entity *e = &m->r->entities.items[entity];
    if (m->seen[entity]) return true;
    for (size_t i = 0; i < e->with.count; i++)
        if (m->seen[e->with.items[i]]) return true;
    return false;
}

static struct mention *add(struct matcher *m, enum mention_kind kind, int32_t entity, uint32_t sentence, int32_t first,
                           int32_t last, int32_t head) {
    struct mention *x = list_add(m->a, &m->out->mentions);
    if (!x) return NULL;
    *x = (struct mention){.kind = kind, .entity = entity, .first = first, .last = last, .head = head,
                          .sentence = sentence, .antecedent = NONE, .unlike = NONE};
    if (entity != NONE) x->gender = m->r->entities.items[entity].gender;
    return x;
}

static bool is_younger(const struct matcher *m, int32_t t, int32_t last) {
    static const char *const forms[] = {"jr", "jr.", "sr", "sr.", "junior", "ii", "iii"};
    return t <= last && is_any_form(m, t, forms, sizeof forms / sizeof *forms);
}

/* A given name, as far as capitals tell: no title, nor the name of something else. */
static bool may_be_given(const struct matcher *m, const struct parse *p, int32_t t) {
    const struct token *token = token_at(m->s, t);
    bool capitals_speak = !(m->s->sentences.items[p->sentence].flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE));
    if (!(token->flags & TOKEN_CAPITAL) || tag_at(p, t) != TAG_NAME || (token->word->traits & TRAIT_TITLE)) return false;
    return (capitals_speak || !token->word->listed) && !(token->word->triggers & 1u << TRIGGER_NAME);
}

/* "Alex Witkoff", "Donald Trump Jr.": somebody else of that surname. */
static bool is_namesake(const struct matcher *m, const struct parse *p, const struct group *g, const struct entity *e,
                        int32_t start, int32_t end) {
    if (e->gender != GENDER_HE && e->gender != GENDER_SHE) return false;
    if (is_younger(m, end + 1, p->last)) return true;
    struct text label = e->label;
    if (start != end || !label.length) return false;
    int32_t from = start;
    while (from > g->first && !(token_at(m->s, from - 1)->word->traits & TRAIT_TITLE)) from--; /* "Danish Prime Minister |" */
    for (int32_t t = from; t < start; t++) /* the first name decides: "Donald J. Trump" */
        if (may_be_given(m, p, t)) return ascii_lower(token_at(m->s, t)->word->text.bytes[0]) != ascii_lower(label.bytes[0]);
    return false;
}

static bool may_hold_name(const struct matcher *m, int32_t first, int32_t last) {
    uint32_t triggers = 0;
    for (int32_t t = first; t <= last; t++) triggers |= token_at(m->s, t)->word->triggers;
    return triggers & 1u << TRIGGER_NAME;
}

/* A name that was found in a group, or from its owner on, or that reaches beyond it. */
struct found_name {
    const struct name *name;
    int32_t entity, start, end, list;
};

/* "Russia's | president": whose it is, is the beginning of the title. */
static int32_t name_begins(const struct parse *p, const struct group *g) {
    return g->possessor == NONE ? g->first : p->groups.items[g->possessor].first;
}

/* "Russia | 's president", "the president | of Russia's parliament": what is told of is what they have. */
static bool belongs_to_owned(const struct matcher *m, const struct parse *p, const struct group *g, const struct found_name *n) {
    if (n->end <= g->last) return false;
    bool owns = text_equal(token_at(m->s, g->last + 1)->word->text, TEXT("'s"));
    return owns || (n->list == NAME_TITLE && n->end < p->last && text_equal(token_at(m->s, n->end + 1)->word->text, TEXT("'s")));
}

static bool names_within(const struct matcher *m, const struct entity *e, const struct group *g) {
    for (size_t i = 0; i < e->names.count; i++)
        for (int32_t t = g->first; t <= g->last; t++)
            if (name_at(m->s, &e->names.items[i], t, g->last)) return true;
    return false;
}

/* "The president of Poland": one of those whom the words fit, but not of his side. */
static bool is_of_another(const struct matcher *m, const struct parse *p, const struct group *g, const struct found_name *n) {
    if (n->list != NAME_BRIEF || g->of == NONE || n->end > g->last) return false;
    const struct group *of = &p->groups.items[g->of];
    const struct entity *all = m->r->entities.items;
    if (!all[n->entity].gender || all[n->entity].gender > GENDER_SHE || !(of->flags & (GROUP_NAME | GROUP_DEFINITE))) return false;
    for (int32_t side = all[n->entity].speaks_for; side >= 0; side = all[side].speaks_for)
        if (names_within(m, &all[side], of)) return false;
    return true;
}

/* "The former Russian president" */
static bool is_altered(const struct matcher *m, const struct group *g, const struct found_name *n) {
    for (int32_t t = g->first; n->list != NAME_FULL && t < n->end && t <= g->head; t++)
        if (token_at(m->s, t)->word->traits & TRAIT_ALTERS) return true;
    return false;
}

static bool is_named_by(const struct matcher *m, const struct parse *p, const struct group *g, const struct found_name *n) {
    if (n->list == NAME_BRIEF && !may_be_brief(m, n->entity)) return false;
    if (is_namesake(m, p, g, &m->r->entities.items[n->entity], n->start, n->end) || belongs_to_owned(m, p, g, n)) return false;
    if (is_of_another(m, p, g, n) || is_altered(m, g, n)) return false;
    bool titles = m->s->sentences.items[p->sentence].flags & (SENTENCE_TITLE_CASE | SENTENCE_UPPER_CASE);
    return n->list != NAME_TITLE || titles || g->flags & (GROUP_DEFINITE | GROUP_NAME) || g->possessor != NONE;
}

/* "The president | of Russia" is one of many presidents. */
static bool ends_in_of(const struct parse *p, const struct group *g, const struct found_name *n) {
    return g->of != NONE && n->start <= g->head && n->end > g->last && n->end <= p->groups.items[g->of].last;
}

enum name_pass { PASS_LENGTH, PASS_OF, PASS_WITHIN, PASS_BEYOND, PASSES };

/* What the passes over one group have seen so far. */
struct naming {
    uint32_t longest; /* words of the longest name within the group */
    bool beyond, of;  /* some reach beyond it, some to the end of its "of" */
};

/* Does the name count in this pass? */
static bool counts_in(enum name_pass pass, const struct parse *p, const struct group *g, const struct found_name *n, struct naming *so_far) {
    bool within = n->end <= g->last, of = ends_in_of(p, g, n);
    switch (pass) {
    case PASS_LENGTH:
        so_far->beyond |= !within;
        so_far->of |= of;
        if (within && n->name->count > so_far->longest) so_far->longest = n->name->count;
        return false;
    case PASS_OF: return of;
    case PASS_WITHIN: return within && n->name->count == so_far->longest;
    default: return !within && !of;
    }
}

/* Names that hold the head of the group: those that end in its "of", else the longest within it and those beyond it. */
static void add_names(struct matcher *m, const struct parse *p, int32_t group, bool *named) {
    const struct group *g = &p->groups.items[group];
    int32_t first = name_begins(p, g);
    struct naming so_far = {0};
    if (!may_hold_name(m, first, g->head)) return;
    for (enum name_pass pass = PASS_LENGTH; pass < PASSES; pass++) {
        bool none = (pass == PASS_OF && !so_far.of) || (pass == PASS_WITHIN && (!so_far.longest || so_far.of)) || (pass == PASS_BEYOND && !so_far.beyond);
        for (int32_t t = first; !none && t <= g->head; t++) {
            const struct word *w = token_at(m->s, t)->word;
            const struct trigger *k;
            if (!(w->triggers & 1u << TRIGGER_NAME)) continue;
            for (struct trigger_walk walk = trigger_start(w, OF_ENTITIES); w->known && (k = trigger_next(m->r, &walk));) {
                if (k->kind != TRIGGER_NAME || m->r->entities.items[k->rule].type == m->topic) continue;
                const struct name *n = name_of(&m->r->entities.items[k->rule], k);
                int32_t start = t - (int32_t)k->word;
                struct found_name x = {n, k->rule, start, start + (int32_t)n->count - 1, (int32_t)k->list};
                if (x.end < g->head || !stands_at(m, n, k->word, t, p->first, p->last)) continue;
                if (!is_named_by(m, p, g, &x) || !counts_in(pass, p, g, &x, &so_far)) continue;
                enum mention_kind kind = k->list == NAME_FULL ? MENTION_NAME : k->list == NAME_TITLE ? MENTION_TITLE : MENTION_BRIEF;
                struct mention *y = add(m, kind, k->rule, p->sentence, x.start, x.end, g->head);
                if (y) y->quantity = group_quantity(m, p, group);
                *named = true;
            }
        }
    }
}

static bool is_part_of(const struct matcher *m, const struct parse *p, int32_t group, const struct entity *e, int32_t id) {
    const struct group *g = &p->groups.items[group];
    const struct word *w = token_at(m->s, g->head)->word;
    if (!form_in(w->known, e->parts.items, e->parts.count) && !form_in(w->known_noun, e->parts.items, e->parts.count))
        return false;
    for (int32_t t = g->first; t <= g->last; t++)
        if (form_in(form_at(m->s, t), e->bar.items, e->bar.count)) return false;
    if (g->of != NONE) {
        const struct group *of = &p->groups.items[g->of];
        if (of->flags & GROUP_PRONOUN) return may_be_brief(m, id);
        enum noun_fit fit = noun_names(m, p, g->of, e);
        return fit == NOUN_FULL || (fit == NOUN_BRIEF && may_be_brief(m, id));
    }
    if (g->possessor != NONE) {
        enum noun_fit fit = noun_names(m, p, g->possessor, e);
        if (fit == NOUN_FULL || (fit == NOUN_BRIEF && may_be_brief(m, id))) return true;
    }
    return may_be_brief(m, id) && group_quantity(m, p, group) == QUANTITY_PART;
}

static int32_t last_full_mention(const struct matcher *m, int32_t entity) {
    for (size_t i = m->out->mentions.count; i-- > 0;) {
        const struct mention *x = &m->out->mentions.items[i];
        if (x->entity == entity && (x->kind == MENTION_NAME || x->kind == MENTION_NOUN)) return (int32_t)i;
    }
    return NONE;
}

/* Of several entities that a brief noun group fits, the one that was named last. */
static bool named_later(const struct matcher *m, const struct parse *p, int32_t group, int32_t entity) {
    int32_t mine = last_full_mention(m, entity);
    const struct word *w = token_at(m->s, p->groups.items[group].head)->word;
    const struct trigger *t;
    for (struct trigger_walk walk = trigger_start(w, OF_ENTITIES); (t = trigger_next(m->r, &walk));) {
        if (t->kind != TRIGGER_HEAD || t->rule == entity || !may_be_brief(m, t->rule)) continue;
        if (noun_names(m, p, group, &m->r->entities.items[t->rule]) == NOUN_NO) continue;
        if (last_full_mention(m, t->rule) > mine) return true;
    }
    return false;
}

/* "The Alaska summit took three hours. That meeting …": since the entity was last named, another thing of its sort was. */
static bool another_since(const struct matcher *m, uint32_t sentence, int32_t entity) {
    enum { SENTENCES_BACK = 6 };
    const struct entity *e = &m->r->entities.items[entity];
    for (size_t i = m->out->mentions.count; i-- > 0;) {
        const struct mention *x = &m->out->mentions.items[i];
        if (x->sentence + SENTENCES_BACK < sentence || (x->entity == entity && x->kind != MENTION_PART)) return false;
        if (x->unlike == NONE) continue;
        const struct word *w = token_at(m->s, x->head)->word;
        if (form_in(w->known, e->heads.items, e->heads.count) || form_in(w->known_noun, e->heads.items, e->heads.count)) return true;
    }
    return false;
}

static void add_nouns(struct matcher *m, const struct parse *p, int32_t group, bool *named, int32_t *unlike) {
    const struct group *g = &p->groups.items[group];
    const struct word *w = token_at(m->s, g->head)->word;
    const struct trigger *t;
    if (!(w->triggers & 1u << TRIGGER_HEAD)) return;
    for (struct trigger_walk walk = trigger_start(w, OF_ENTITIES); (t = trigger_next(m->r, &walk));) {
        if (t->kind != TRIGGER_HEAD) continue;
        const struct entity *e = &m->r->entities.items[t->rule];
        enum noun_fit fit = noun_names(m, p, group, e);
        enum mention_quantity quantity = group_quantity(m, p, group);
        struct mention *x = NULL;
        bool part = is_part_of(m, p, group, e, t->rule);
        if (part) {
            x = add(m, MENTION_PART, t->rule, p->sentence, g->first, g->last, g->head);
            quantity = QUANTITY_PART;
        } else if (fit == NOUN_BRIEF && another_since(m, p->sentence, t->rule))
            *unlike = t->rule;
        else if (fit == NOUN_NO && *unlike == NONE && noun_sets_apart(m, p, group, e))
            *unlike = t->rule;
        else if (fit == NOUN_FULL ||
                 (fit == NOUN_BRIEF && may_be_brief(m, t->rule) && !named_later(m, p, group, t->rule)))
            x = add(m, fit == NOUN_FULL ? MENTION_NOUN : MENTION_BRIEF, t->rule, p->sentence, g->first, g->last, g->head);
        if (x) x->quantity = quantity;
        *named |= x != NULL;
    }
}

static enum gender pronoun_gender(struct text form) {
    static const struct {
        struct text form;
        enum gender gender;
    } table[] = {{{"he", 2}, GENDER_HE},     {{"him", 3}, GENDER_HE},    {{"himself", 7}, GENDER_HE},
                 {{"she", 3}, GENDER_SHE},   {{"her", 3}, GENDER_SHE},   {{"it", 2}, GENDER_IT},
                 {{"itself", 6}, GENDER_IT}, {{"they", 4}, GENDER_THEY}, {{"them", 4}, GENDER_THEY},
                 {{"this", 4}, GENDER_IT},   {{"that", 4}, GENDER_IT}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (text_equal(table[i].form, form)) return table[i].gender;
    return GENDER_UNKNOWN;
}

static struct text group_text(const struct matcher *m, const struct group *g) {
    uint32_t from = token_at(m->s, g->first)->start, to = token_at(m->s, g->last)->end;
    return text_slice(m->s->document->source, from, to);
}

/* "a protester", "the deputy mayor", but not where it only tells who somebody is: "Ann Roe, the deputy mayor,". */
static bool is_somebody(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct group *g = &p->groups.items[group], *next = g + 1;
    bool described = g->apposition != NONE || (group + 1 < (int32_t)p->groups.count && next->apposition == group);
    if (described || g->flags & (GROUP_PRONOUN | GROUP_PLURAL | GROUP_NEGATED)) return false;
    const struct word *w = token_at(m->s, g->head)->word;
    bool many = w->noun && word_is(w->noun, NOUN_GROUP) && !word_is(w->noun, NOUN_LIVES); /* "his country" */
    return w->traits & TRAIT_PERSON && !many;
}

static void add_open(struct matcher *m, const struct parse *p, int32_t group, int32_t unlike) {
    const struct group *g = &p->groups.items[group];
    enum mention_kind kind = g->flags & GROUP_PRONOUN ? MENTION_PRONOUN : MENTION_OPEN;
    struct mention *x = add(m, kind, NONE, p->sentence, g->first, g->last, g->head);
    if (!x) return;
    x->gender = kind == MENTION_PRONOUN ? pronoun_gender(token_at(m->s, g->head)->word->text) : GENDER_UNKNOWN;
    x->quantity = group_quantity(m, p, group);
    x->person = kind == MENTION_OPEN && (g->flags & GROUP_NAME);
    x->plural = g->flags & GROUP_PLURAL;
    x->human = is_somebody(m, p, group);
    x->name = group_text(m, g);
    x->unlike = unlike;
}

bool mention_groups(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    struct mention_range *ranges = arena_array(m->a, struct mention_range, p->groups.count + 1);
    if (!ranges) return false;
    m->out->group_mentions[sentence] = ranges;
    for (size_t g = 0; g < p->groups.count; g++) {
        ranges[g].first = (int32_t)m->out->mentions.count;
        if (p->groups.items[g].kind != GROUP_NOUN) continue;
        bool named = false;
        int32_t unlike = NONE;
        add_names(m, p, (int32_t)g, &named);
        if (!named) add_nouns(m, p, (int32_t)g, &named, &unlike);
        if (!named) add_open(m, p, (int32_t)g, unlike);
        ranges[g].count = (int32_t)m->out->mentions.count - ranges[g].first;
    }
    return !m->a->failed;
}

static void find_names_only(struct matcher *m, uint32_t sentence) {
    int32_t first = (int32_t)m->s->sentences.items[sentence].first, last = last_token(m, sentence);
    for (int32_t t = first; t <= last; t++) {
        const struct word *w = token_at(m->s, t)->word;
        const struct trigger *k;
        if (!(w->triggers & 1u << TRIGGER_NAME)) continue;
        for (struct trigger_walk walk = trigger_start(w, OF_ENTITIES); w->known && (k = trigger_next(m->r, &walk));) {
            if (k->kind != TRIGGER_NAME || k->list == NAME_TITLE || m->r->entities.items[k->rule].type == m->topic) continue;
            const struct name *n = name_of(&m->r->entities.items[k->rule], k);
            if (!stands_at(m, n, k->word, t, first, last) || (k->list == NAME_BRIEF && !may_be_brief(m, k->rule))) continue;
            int32_t start = t - (int32_t)k->word, end = start + (int32_t)n->count - 1;
            add(m, k->list == NAME_FULL ? MENTION_NAME : MENTION_BRIEF, k->rule, sentence, start, end, end);
        }
    }
}

bool mention_find(struct matcher *m, uint32_t sentence) {
    struct mention_range *range = &m->out->sentence_mentions[sentence];
    range->first = (int32_t)m->out->mentions.count;
    if (!m->out->parses[sentence].groups.items)
        find_names_only(m, sentence);
    else if (!mention_groups(m, sentence))
        return false;
    range->count = (int32_t)m->out->mentions.count - range->first;
    if (!m->a->failed) reference_find(m, sentence), owner_find(m, sentence);
    return !m->a->failed;
}

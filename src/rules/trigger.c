/* The index from words to what may begin to match at them. */
#include "rules/loading.h"

struct entry {
    symbol word;
    struct trigger trigger;
};

struct entries {
    LIST(struct entry) list;
};

static bool add(struct loading *l, struct entries *out, symbol word, struct trigger trigger) {
    struct entry *room = list_add(&l->scratch, &out->list);
    if (!room) return loading_no_memory(l);
    *room = (struct entry){word, trigger};
    return true;
}

static bool is_article(struct text word) {
    return text_equal(word, TEXT("the")) || text_equal(word, TEXT("a")) || text_equal(word, TEXT("an"));
}

static bool add_names(struct loading *l, struct entries *out, const struct name *names, size_t count, int32_t entity,
                      enum name_kind list) {
    for (size_t i = 0; i < count; i++) {
        uint32_t word = 0;
        while (word + 1 < names[i].count && is_article(symbols_text(&l->rules->symbols, names[i].words[word]))) word++;
        struct trigger trigger = {
            .kind = TRIGGER_NAME, .list = list, .rule = entity, .index = (int32_t)i, .word = word};
        if (!add(l, out, names[i].words[word], trigger)) return false;
    }
    return true;
}

static bool add_words(struct loading *l, struct entries *out, const symbol *words, size_t count,
                      struct trigger trigger) {
    for (size_t i = 0; i < count; i++)
        if (!add(l, out, words[i], trigger)) return false;
    return true;
}

static bool add_entity(struct loading *l, struct entries *out, int32_t index) {
    const struct entity *x = &l->rules->entities.items[index];
    struct trigger head = {.kind = TRIGGER_HEAD, .rule = index},
                   part = {.kind = TRIGGER_HEAD, .rule = index, .index = 1};
    return add_names(l, out, x->names.items, x->names.count, index, NAME_FULL) &&
           add_names(l, out, x->titles.items, x->titles.count, index, NAME_TITLE) &&
           add_names(l, out, x->brief.items, x->brief.count, index, NAME_BRIEF) &&
           add_words(l, out, x->heads.items, x->heads.count, head) &&
           add_words(l, out, x->parts.items, x->parts.count, part);
}

static bool add_frame(struct loading *l, struct entries *out, const struct frame *f, int32_t rule) {
    for (size_t i = 0; i < f->verbs.count; i++)
        if (!add(l, out, f->verbs.items[i].verb,
                 (struct trigger){.kind = TRIGGER_VERB, .rule = rule, .index = (int32_t)i}))
            return false;
    for (size_t i = 0; i < f->nouns.count; i++)
        if (!add(l, out, f->nouns.items[i].word,
                 (struct trigger){.kind = TRIGGER_NOUN, .rule = rule, .index = (int32_t)i}))
            return false;
    for (size_t i = 0; i < f->adjectives.count; i++)
        if (!add(l, out, f->adjectives.items[i].word,
                 (struct trigger){.kind = TRIGGER_ADJECTIVE, .rule = rule, .index = (int32_t)i}))
            return false;
    return true;
}

static bool add_phrases(struct loading *l, struct entries *out, int32_t rule) {
    const struct rule *of = &l->rules->rules.items[rule];
    for (size_t i = 0; i < of->phrases.count; i++) {
        struct phrase *p = &of->phrases.items[i];
        struct trigger t = {.kind = TRIGGER_PHRASE, .rule = rule, .index = (int32_t)i};
        p->beside = beside_of(l, p->pattern);
        if (!prospect_of(l, p->pattern, p->anchors.items, p->anchors.count, &t) ||
            !add_words(l, out, p->anchors.items, p->anchors.count, t))
            return false;
    }
    return true;
}

static bool add_cue(struct loading *l, struct entries *out, int32_t index) {
    struct cue *c = &l->rules->cues.items[index];
    struct trigger t = {.kind = TRIGGER_CUE, .rule = index};
    c->beside = beside_of(l, c->pattern);
    return prospect_of(l, c->pattern, c->anchors.items, c->anchors.count, &t) &&
           add_words(l, out, c->anchors.items, c->anchors.count, t);
}

static bool add_every(struct loading *l, int32_t **items, size_t *count, size_t *capacity, int32_t rule) {
    LIST(int32_t) list = {*items, *count, *capacity};
    int32_t *room = list_add(&l->rules->arena, &list);
    if (!room) return loading_no_memory(l);
    *room = rule;
    *items = list.items;
    *count = list.count;
    *capacity = list.capacity;
    return true;
}

static bool add_asking(struct loading *l, int32_t index) {
    const struct rule *rule = &l->rules->rules.items[index];
    const struct proposition *p = &l->rules->propositions.items[rule->proposition];
    bool asks = false;
    for (size_t i = 0; i < p->arguments.count; i++) {
        const struct argument *a = &p->arguments.items[i];
        asks |= !a->optional && a->open == OPEN_NOT && a->type >= 0 && !rules_binds(rule, (int32_t)i);
    }
    int32_t *room = asks ? list_add(&l->rules->arena, &l->rules->asking) : NULL;
    if (room) *room = index;
    return !asks || room || loading_no_memory(l);
}

static bool add_rule(struct loading *l, struct entries *out, int32_t index) {
    const struct rule *rule = &l->rules->rules.items[index];
    if (!add_phrases(l, out, index) || !add_asking(l, index)) return false;
    const struct frame *f = &rule->frame;
    struct rules *r = l->rules;
    if ((f->every_quotation >= 0 && !add_every(l, &r->every_quotation.items, &r->every_quotation.count, &r->every_quotation.capacity, index)) ||
        (f->every_headline >= 0 && !add_every(l, &r->every_headline.items, &r->every_headline.count, &r->every_headline.capacity, index)) ||
        (f->every_verb >= 0 && !add_every(l, &r->every_verb.items, &r->every_verb.count, &r->every_verb.capacity, index)) ||
        (f->every_noun >= 0 && !add_every(l, &r->every_noun.items, &r->every_noun.count, &r->every_noun.capacity, index)) ||
        (f->every_figure >= 0 && !add_every(l, &r->every_figure.items, &r->every_figure.count, &r->every_figure.capacity, index)) ||
        (f->every_act >= 0 && !add_every(l, &r->every_act.items, &r->every_act.count, &r->every_act.capacity, index)) ||
        (f->every_role >= 0 && !add_every(l, &r->every_role.items, &r->every_role.count, &r->every_role.capacity, index)) ||
        (f->every_sum >= 0 && !add_every(l, &r->every_sum.items, &r->every_sum.count, &r->every_sum.capacity, index)))
        return false;
    return add_frame(l, out, &rule->frame, index);
}

static bool collect(struct loading *l, struct entries *out) {
    const struct rules *r = l->rules;
    for (size_t i = 0; i < r->entities.count; i++)
        if (!add_entity(l, out, (int32_t)i)) return false;
    for (size_t i = 0; i < r->rules.count; i++)
        if (!add_rule(l, out, (int32_t)i)) return false;
    for (size_t i = 0; i < r->cues.count; i++)
        if (!add_cue(l, out, (int32_t)i)) return false;
    return true;
}

/* Marks the words of lists that the engine asks of every group. */
static void mark_words(struct rules *r) {
    int32_t whole = rules_find_list(r, TEXT("whole-words")), part = rules_find_list(r, TEXT("part-words"));
    int32_t light = rules_find_list(r, TEXT("light-verbs")), empty = rules_find_list(r, TEXT("empty-verbs"));
    for (int32_t i = 0; i < (int32_t)r->lists.count; i++) {
        const struct word_list *l = &r->lists.items[i];
        if (i != whole && i != part && i != light && i != empty) continue;
        for (size_t e = 0; e < l->entries.count; e++) {
            struct triggers *t = &r->triggers[l->entries.items[e].words[0]];
            bool single = l->entries.items[e].count == 1;
            t->whole |= i == whole;
            t->part |= i == part && single;
            t->light |= i == light && single;
            t->empty |= i == empty && single;
        }
    }
}

/* A counting sort by word: the triggers of all words in one block, those of a word as collected: of entities, rules and
 * cues, each in the order of the packs. */
bool trigger_build(struct loading *l) {
    struct rules *r = l->rules;
    struct entries entries = {0};
    if (!collect(l, &entries)) return false;
    r->triggers = arena_array(&r->arena, struct triggers, r->symbols.texts.count + 1);
    struct trigger *block = arena_array(&r->arena, struct trigger, entries.list.count);
    if (!r->triggers || !block) return loading_no_memory(l);
    for (size_t i = 0; i < entries.list.count; i++) r->triggers[entries.list.items[i].word].items.capacity++;
    for (size_t s = 0; s <= r->symbols.texts.count; s++) {
        if (!r->triggers[s].items.capacity) continue;
        r->triggers[s].items.items = block;
        block += r->triggers[s].items.capacity;
    }
    for (size_t i = 0; i < entries.list.count; i++) {
        struct triggers *own = &r->triggers[entries.list.items[i].word];
        enum trigger_kind kind = entries.list.items[i].trigger.kind;
        own->items.items[own->items.count++] = entries.list.items[i].trigger;
        own->kinds |= UINT32_C(1) << kind;
        own->rules += kind == TRIGGER_NAME || kind == TRIGGER_HEAD;
        own->cues += kind != TRIGGER_CUE;
    }
    mark_words(r);
    for (size_t i = 0; i < r->alikes.count; i++) {
        struct alike *a = &r->alikes.items[i];
        r->triggers[a->verb.words[0]].alike = true;
        for (size_t k = 0; k < r->alikes.count; k++) a->opposed |= text_equal(r->alikes.items[k].opposite, a->base);
    }
    return list_index_build(l);
}

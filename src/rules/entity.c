/* Types and entities. */
#include "document/document.h"
#include "rules/loading.h"

enum { TYPE_ID, TYPE_KIND_OF };
static const struct schema type_schema = {"a type", {{"id", A_TEXT, true}, {"kind_of", A_TEXT, false}}};

enum {
    ENTITY_ID,
    ENTITY_TYPE,
    ENTITY_LABEL,
    ENTITY_GENDER,
    ENTITY_NAMES,
    ENTITY_TITLES,
    ENTITY_SHORT,
    ENTITY_SPEAKS_FOR,
    ENTITY_PART_OF,
    ENTITY_KIND_OF,
    ENTITY_NOUNS,
    ENTITY_PARTS,
    ENTITY_WITH,
    ENTITY_MEMBERS,
    ENTITY_DAY
};
static const struct schema entity_schema = {"an entity",
                                            {[ENTITY_ID] = {"id", A_TEXT, true},
                                             [ENTITY_TYPE] = {"type", A_TEXT, true},
                                             [ENTITY_LABEL] = {"label", A_TEXT, false},
                                             [ENTITY_GENDER] = {"gender", A_TEXT, false},
                                             [ENTITY_NAMES] = {"names", TEXTS, false},
                                             [ENTITY_TITLES] = {"titles", TEXTS, false},
                                             [ENTITY_SHORT] = {"short", TEXTS, false},
                                             [ENTITY_SPEAKS_FOR] = {"speaks_for", A_TEXT, false},
                                             [ENTITY_PART_OF] = {"part_of", A_TEXT, false},
                                             [ENTITY_KIND_OF] = {"kind_of", A_TEXT, false},
                                             [ENTITY_NOUNS] = {"nouns", A_MAP, false},
                                             [ENTITY_PARTS] = {"parts", TEXTS, false},
                                             [ENTITY_WITH] = {"with", TEXTS, false},
                                             [ENTITY_MEMBERS] = {"members", TEXTS, false},
                                             [ENTITY_DAY] = {"day", A_TEXT, false}}};

enum { NOUN_HEADS, NOUN_MARKS, NOUN_ALLOW, NOUN_BAR };
static const struct schema noun_schema = {"nouns",
                                          {[NOUN_HEADS] = {"heads", TEXTS, true},
                                           [NOUN_MARKS] = {"marks", TEXTS, false},
                                           [NOUN_ALLOW] = {"allow", TEXTS, false},
                                           [NOUN_BAR] = {"bar", TEXTS, false}}};

enum { MAX_TYPES = 1000 }; /* every question whether a type fits walks up from it */

bool type_declare(struct loading *l, const struct node *section) {
    for (size_t i = 0; i < section->items.count; i++) {
        const struct node *item = section->items.items[i], *values[MAX_SCHEMA_KEYS];
        if (!schema_read(item, &type_schema, values, l->error)) return false;
        struct type *t = list_add(&l->rules->arena, &l->rules->types);
        if (!t) return loading_no_memory(l);
        if (l->rules->types.count > MAX_TYPES) return yaml_error(l->error, item, "more than %d types", MAX_TYPES);
        *t = (struct type){.parent = -1, .place = loading_place(item)};
        if (!loading_declare(l, item, values[TYPE_ID], ID_TYPE, &t->id)) return false;
    }
    return true;
}

enum chain { TYPE_PARENT, SPEAKS_FOR, PART_OF, KIND_OF };

static int32_t next_in_chain(const struct rules *r, enum chain chain, int32_t at) {
    switch (chain) {
    case TYPE_PARENT:
        return r->types.items[at].parent;
    case SPEAKS_FOR:
        return r->entities.items[at].speaks_for;
    case PART_OF:
        return r->entities.items[at].part_of;
    default:
        return r->entities.items[at].kind_of;
    }
}

/* Marks every item on a chain with the chain's number: meeting one's own mark again is a circle, another's mark means
 * that the rest of the chain is known to end. Linear in the items. */
static bool check_chains(struct loading *l, enum chain chain) {
    static const char *const keys[] = {"kind_of", "speaks_for", "part_of", "kind_of"};
    enum id_sort sort = chain == TYPE_PARENT ? ID_TYPE : ID_ENTITY;
    size_t count = l->declared[sort].count;
    uint32_t *marks = arena_array(&l->scratch, uint32_t, count);
    if (!marks) return loading_no_memory(l);
    for (size_t i = 0; i < count; i++) {
        int32_t at = (int32_t)i;
        for (; at >= 0 && !marks[at]; at = next_in_chain(l->rules, chain, at)) marks[at] = (uint32_t)i + 1;
        if (at >= 0 && marks[at] == i + 1)
            return yaml_error(l->error, l->declared[sort].items[at], "\"%s\" leads from here back to here",
                              keys[chain]);
    }
    return true;
}

bool type_read_all(struct loading *l) {
    struct rules *r = l->rules;
    for (size_t i = 0; i < r->types.count; i++) {
        const struct node *values[MAX_SCHEMA_KEYS];
        if (!schema_read(l->declared[ID_TYPE].items[i], &type_schema, values, l->error) ||
            !loading_resolve(l, values[TYPE_KIND_OF], ID_TYPE, &r->types.items[i].parent))
            return false;
    }
    return check_chains(l, TYPE_PARENT);
}

/* The day of the story, which its topic tells. */
static bool declare_day(struct loading *l, const struct node *day, int32_t pack) {
    if (!day) return true;
    int32_t *of = &l->rules->packs.items[pack].day, parsed = date_parse(day->text);
    if (parsed == NO_DATE) return yaml_error(l->error, day, "not a day like 2025-12-03");
    if (*of != NO_DATE && *of != parsed) return yaml_error(l->error, day, "the story of this pack has another day already");
    *of = parsed;
    return true;
}

bool entity_declare(struct loading *l, const struct node *section, int32_t pack) {
    for (size_t i = 0; i < section->items.count; i++) {
        const struct node *item = section->items.items[i], *values[MAX_SCHEMA_KEYS];
        if (!schema_read(item, &entity_schema, values, l->error)) return false;
        struct entity *x = list_add(&l->rules->arena, &l->rules->entities);
        if (!x) return loading_no_memory(l);
        *x = (struct entity){.speaks_for = -1, .part_of = -1, .kind_of = -1, .place = loading_place(item)};
        if (!declare_day(l, values[ENTITY_DAY], pack) || !loading_declare(l, item, values[ENTITY_ID], ID_ENTITY, &x->id)) return false;
    }
    return true;
}

static bool read_names(struct loading *l, struct entity *x, const struct node **values) {
    const struct node *names = values[ENTITY_NAMES], *label = values[ENTITY_LABEL];
    if (!label && names && names->items.count) label = names->items.items[0];
    x->label = loading_keep(l, label ? label : values[ENTITY_ID]);
    return loading_names(l, names, &x->names.items, &x->names.count) &&
           loading_names(l, values[ENTITY_TITLES], &x->titles.items, &x->titles.count) &&
           loading_names(l, values[ENTITY_SHORT], &x->brief.items, &x->brief.count) &&
           loading_single_words(l, values[ENTITY_PARTS], &x->parts.items, &x->parts.count);
}

static bool read_nouns(struct loading *l, struct entity *x, const struct node *nouns) {
    const struct node *values[MAX_SCHEMA_KEYS];
    return !nouns || (schema_read(nouns, &noun_schema, values, l->error) &&
                      loading_single_words(l, values[NOUN_HEADS], &x->heads.items, &x->heads.count) &&
                      loading_single_words(l, values[NOUN_MARKS], &x->marks.items, &x->marks.count) &&
                      loading_single_words(l, values[NOUN_ALLOW], &x->allow.items, &x->allow.count) &&
                      loading_single_words(l, values[NOUN_BAR], &x->bar.items, &x->bar.count));
}

static bool read_entities(struct loading *l, const struct node *texts, int32_t **items, size_t *count) {
    if (!texts) return true;
    *items = arena_array(&l->rules->arena, int32_t, texts->items.count);
    if (!*items) return loading_no_memory(l);
    for (size_t i = 0; i < texts->items.count; i++)
        if (!loading_resolve(l, texts->items.items[i], ID_ENTITY, &(*items)[i])) return false;
    *count = texts->items.count;
    return true;
}

static bool read_entity(struct loading *l, struct entity *x, const struct node *n) {
    static const char *const genders[] = {"he", "she", "it", "they", NULL};
    const struct node *values[MAX_SCHEMA_KEYS];
    int gender = -1;
    if (!schema_read(n, &entity_schema, values, l->error) ||
        !schema_choice(values[ENTITY_GENDER], "gender", genders, &gender, l->error))
        return false;
    x->gender = (enum gender)(gender + 1);
    if (!values[ENTITY_NAMES] && !values[ENTITY_SHORT] && !values[ENTITY_TITLES] && !values[ENTITY_NOUNS])
        return yaml_error(l->error, n, "an entity needs names, titles, short or nouns");
    return loading_resolve(l, values[ENTITY_TYPE], ID_TYPE, &x->type) &&
           loading_resolve(l, values[ENTITY_SPEAKS_FOR], ID_ENTITY, &x->speaks_for) &&
           loading_resolve(l, values[ENTITY_PART_OF], ID_ENTITY, &x->part_of) &&
           loading_resolve(l, values[ENTITY_KIND_OF], ID_ENTITY, &x->kind_of) && read_names(l, x, values) &&
           read_nouns(l, x, values[ENTITY_NOUNS]) &&
           read_entities(l, values[ENTITY_WITH], &x->with.items, &x->with.count) &&
           read_entities(l, values[ENTITY_MEMBERS], &x->members.items, &x->members.count);
}

static bool check_members(struct loading *l, int32_t index) {
    const struct entity *x = &l->rules->entities.items[index];
    for (size_t i = 0; i < x->members.count; i++)
        if (x->members.items[i] == index || l->rules->entities.items[x->members.items[i]].members.count)
            return yaml_error(l->error, l->declared[ID_ENTITY].items[index], "a member may not have members itself");
    return true;
}

bool entity_read_all(struct loading *l) {
    struct rules *r = l->rules;
    for (size_t i = 0; i < r->entities.count; i++)
        if (!read_entity(l, &r->entities.items[i], l->declared[ID_ENTITY].items[i])) return false;
    for (size_t i = 0; i < r->entities.count; i++)
        if (!check_members(l, (int32_t)i)) return false;
    return check_chains(l, SPEAKS_FOR) && check_chains(l, PART_OF) && check_chains(l, KIND_OF);
}

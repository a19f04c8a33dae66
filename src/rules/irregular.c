/* `verbs:`, inflections that the lexicon lacks. */
#include "rules/loading.h"

#include "lexicon/lexicon.h"

enum { VERB_BASE, VERB_PAST, VERB_PARTICIPLE, VERB_THIRD, VERB_ING };
static const struct schema verb_schema = {"a verb",
                                          {[VERB_BASE] = {"base", A_TEXT, true},
                                           [VERB_PAST] = {"past", A_TEXT, false},
                                           [VERB_PARTICIPLE] = {"participle", A_TEXT, false},
                                           [VERB_THIRD] = {"s", A_TEXT, false},
                                           [VERB_ING] = {"ing", A_TEXT, false}}};

static bool add_form(struct loading *l, const struct node *n, symbol base, enum verb_form form) {
    struct rules *r = l->rules;
    symbol own;
    if (!loading_word(l, n, &own)) return false;
    const struct irregular *known = rules_irregular(r, own);
    if (known && known->base == base) {
        r->irregulars.items[known - r->irregulars.items].forms |= (uint8_t)form;
        return true;
    }
    struct irregular *room = list_add(&r->arena, &r->irregulars);
    if (!room) return loading_no_memory(l);
    *room = (struct irregular){own, base, (uint8_t)form, loading_place(n)};
    struct node normal = *n;
    normal.text = symbols_text(&r->symbols, own);
    return loading_declare(l, n, &normal, ID_IRREGULAR, &own);
}

static bool read_verb(struct loading *l, const struct node *n) {
    static const enum verb_form forms[] = {[VERB_BASE] = FORM_BASE,
                                           [VERB_PAST] = FORM_PAST,
                                           [VERB_PARTICIPLE] = FORM_PARTICIPLE,
                                           [VERB_THIRD] = FORM_S,
                                           [VERB_ING] = FORM_ING};
    const struct node *values[MAX_SCHEMA_KEYS];
    symbol base;
    if (!schema_read(n, &verb_schema, values, l->error) || !loading_word(l, values[VERB_BASE], &base)) return false;
    for (int i = 0; i <= VERB_ING; i++)
        if (values[i] && !add_form(l, values[i], base, forms[i])) return false;
    return true;
}

bool irregular_read_all(struct loading *l, const struct node *section) {
    for (size_t i = 0; i < section->items.count; i++)
        if (!read_verb(l, section->items.items[i])) return false;
    return true;
}

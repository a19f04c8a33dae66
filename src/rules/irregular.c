/* `verbs:`, inflections that the lexicon lacks, and verbs that tell the same deed. */
#include "rules/loading.h"

#include "lexicon/lexicon.h"

enum { VERB_BASE, VERB_PAST, VERB_PARTICIPLE, VERB_THIRD, VERB_ING, VERB_SAME, VERB_OPPOSITE };
static const struct schema verb_schema = {"a verb",
                                          {[VERB_BASE] = {"base", A_TEXT, true},
                                           [VERB_PAST] = {"past", A_TEXT, false},
                                           [VERB_PARTICIPLE] = {"participle", A_TEXT, false},
                                           [VERB_THIRD] = {"s", A_TEXT, false},
                                           [VERB_ING] = {"ing", A_TEXT, false},
                                           [VERB_SAME] = {"same", TEXTS, false},
                                           [VERB_OPPOSITE] = {"opposite", A_TEXT, false}}};

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

/* A base is like itself, however many lines tell of it. */
static bool is_known_base(const struct rules *r, symbol base) {
    for (size_t i = 0; i < r->alikes.count; i++)
        if (r->alikes.items[i].verb.words[0] == base && text_equal(r->alikes.items[i].base, symbols_text(&r->symbols, base))) return true;
    return false;
}

static bool add_alike(struct loading *l, const struct node *n, symbol base, struct text opposite) {
    struct rules *r = l->rules;
    struct alike *room = list_add(&r->arena, &r->alikes);
    if (!room) return loading_no_memory(l);
    *room = (struct alike){.base = symbols_text(&r->symbols, base), .opposite = opposite};
    if (!loading_words(l, n, n->text, &room->verb)) return false;
    if (room->verb.count > 2) return yaml_error(l->error, n, "a verb like another is one word, or two with its particle");
    for (size_t i = 0; i + 1 < r->alikes.count; i++) {
        const struct name *other = &r->alikes.items[i].verb;
        bool same = other->count == room->verb.count && other->words[0] == room->verb.words[0] &&
                    (other->count == 1 || other->words[1] == room->verb.words[1]);
        if (same) return yaml_error(l->error, n, "\"%.*s\" is already like \"%.*s\"", TEXT_ARGS(yaml_shown(n->text)), TEXT_ARGS(r->alikes.items[i].base));
    }
    return true;
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
    const struct node *same = values[VERB_SAME], *against = values[VERB_OPPOSITE];
    symbol opposite = 0;
    if (against && !loading_word(l, against, &opposite)) return false;
    struct text pole = opposite ? symbols_text(&l->rules->symbols, opposite) : TEXT("");
    if (opposite && !is_known_base(l->rules, opposite) && !add_alike(l, against, opposite, TEXT(""))) return false;
    if (opposite && !add_alike(l, values[VERB_BASE], base, pole)) return false;
    for (size_t i = 0; same && i < same->items.count; i++)
        if (!add_alike(l, same->items.items[i], base, pole)) return false;
    return true;
}

bool irregular_read_all(struct loading *l, const struct node *section) {
    for (size_t i = 0; i < section->items.count; i++)
        if (!read_verb(l, section->items.items[i])) return false;
    return true;
}

#include "rules/loading.h"

#include "document/document.h"

enum {
    RULE_ID,
    RULE_FRAME,
    RULE_PHRASES,
    RULE_VALUE,
    RULE_SCOPE,
    RULE_EXAMPLES,
    RULE_SET,
    RULE_BLOCKS,
    RULE_POLARITY,
    RULE_MODALITY,
    RULE_FIGURE,
    RULE_UNLESS,
    RULE_BEARER
};
static const struct schema rule_schema = {"a rule",
                                          {[RULE_ID] = {"id", A_TEXT, true},
                                           [RULE_FRAME] = {"frame", A_MAP, false},
                                           [RULE_PHRASES] = {"phrases", TEXTS, false},
                                           [RULE_VALUE] = {"value", A_TEXT, false},
                                           [RULE_SCOPE] = {"scope", A_MAP, false},
                                           [RULE_EXAMPLES] = {"examples", MAPS, true},
                                           [RULE_SET] = {"set", A_MAP, false},
                                           [RULE_BLOCKS] = {"blocks", TEXTS, false},
                                           [RULE_POLARITY] = {"polarity", A_TEXT, false},
                                           [RULE_MODALITY] = {"modality", A_TEXT, false},
                                           [RULE_FIGURE] = {"figure", A_TEXT, false},
                                           [RULE_UNLESS] = {"unless", TEXTS, false},
                                           [RULE_BEARER] = {"bearer", A_TEXT, false}}};

static const struct schema scope_schema = {"scope", {{"all", A_TEXT, false}, {"part", A_TEXT, false}}};

enum { MAX_RULES = 2000 }; /* of one proposition */

/* The id, which no other rule of the proposition may have. */
static bool read_id(struct loading *l, const struct node *n, const struct proposition *p, struct rule *rule) {
    if (p->rules.count == MAX_RULES)
        return yaml_error(l->error, n, "more than %d rules for one proposition", MAX_RULES);
    rule->id = loading_symbol(l, n->text);
    for (size_t i = 0; i < p->rules.count; i++) {
        const struct rule *other = &l->rules->rules.items[p->rules.items[i]];
        if (other->id == rule->id && other != rule)
            return yaml_error(l->error, n, "rule \"%.*s\" is already defined in line %u",
                              TEXT_ARGS(yaml_shown(n->text)), other->place.line);
    }
    return rule->id != 0;
}

static bool holds_figure(const struct pattern *p) {
    if (p->kind == PATTERN_FIGURE) return true;
    bool all = p->kind == PATTERN_CHOICE;
    for (size_t i = 0; i < p->items.count && p->kind != PATTERN_OPTIONAL; i++)
        if (holds_figure(p->items.items[i]) != all) return !all;
    return all;
}

static bool read_phrase(struct loading *l, const struct node *n, const struct proposition *p, struct phrase *out) {
    out->source = loading_keep(l, n);
    out->place = loading_place(n);
    if (!pattern_read(l, n, p, &out->pattern) ||
        !anchor_find(l, out->pattern, &out->anchors.items, &out->anchors.count))
        return false;
    if (!out->anchors.count)
        return yaml_error(l->error, n,
                          "a phrase must hold at least one literal word, verb or noun, and that before any \"//\"");
    if ((p->space == SPACE_FIGURE || p->space == SPACE_DATE) && !holds_figure(out->pattern))
        return yaml_error(l->error, n, "a phrase of a figure or date must hold one, as in {n:count}");
    return true;
}

static bool read_phrases(struct loading *l, const struct node *texts, const struct proposition *p, struct rule *rule) {
    for (size_t i = 0; i < texts->items.count; i++) {
        struct phrase *phrase = list_add(&l->rules->arena, &rule->phrases);
        if (!phrase) return loading_no_memory(l);
        if (!read_phrase(l, texts->items.items[i], p, phrase)) return false;
    }
    return true;
}

/* What must not stand in the sentence of a match. */
static bool read_unless(struct loading *l, const struct node *texts, struct rule *rule) {
    if (texts && rule->is_frame) return yaml_error(l->error, texts, "\"unless\" goes with phrases only");
    for (size_t i = 0; texts && i < texts->items.count; i++) {
        const struct pattern **room = list_add(&l->rules->arena, &rule->unless);
        if (!room) return loading_no_memory(l);
        if (!pattern_read(l, texts->items.items[i], NULL, room)) return false;
    }
    return true;
}

static bool read_body(struct loading *l, const struct node *n, const struct node **values, const struct proposition *p,
                      struct rule *rule) {
    const struct node *phrases = values[RULE_PHRASES], *frame = values[RULE_FRAME];
    if (!phrases == !frame) return yaml_error(l->error, n, "a rule needs either a frame or phrases");
    rule->is_frame = frame != NULL;
    if (frame && !frame_read(l, frame, p, &rule->frame)) return false;
    if (frame && rule->frame.every_verb < 0 && rule->frame.every_noun < 0 && rule->frame.every_figure < 0 && rule->frame.every_sum < 0 && (p->space == SPACE_FIGURE || p->space == SPACE_DATE))
        return yaml_error(l->error, frame, "a frame cannot hold a figure or date, write phrases");
    if (frame) return read_unless(l, values[RULE_UNLESS], rule);
    if (!phrases->items.count) return yaml_error(l->error, phrases, "\"phrases\" is empty");
    return read_phrases(l, phrases, p, rule) && read_unless(l, values[RULE_UNLESS], rule);
}

static bool read_scope(struct loading *l, const struct node *n, const struct proposition *p, struct rule *rule) {
    const struct node *values[MAX_SCHEMA_KEYS];
    return !n || (schema_read(n, &scope_schema, values, l->error) &&
                  (!values[0] || proposition_resolve_value(l, values[0], values[0]->text, p, &rule->scope_all)) &&
                  (!values[1] || proposition_resolve_value(l, values[1], values[1]->text, p, &rule->scope_part)));
}

static bool read_value(struct loading *l, const struct node *n, const struct node **values, const struct proposition *p,
                       struct rule *rule) {
    static const char *const hedges[] = {"at-least", "at-most", "about", "nearly", "more-than", "less-than", NULL};
    const struct node *value = values[RULE_VALUE], *figure = values[RULE_FIGURE];
    int hedge = -1;
    if (!value && p->space == SPACE_STATES) return yaml_error(l->error, n, "a rule lacks \"value\"");
    if (figure && p->space != SPACE_FIGURE && p->space != SPACE_DATE)
        return yaml_error(l->error, figure, "\"figure\" in a rule whose proposition has no figure");
    if (value && !proposition_resolve_value(l, value, value->text, p, &rule->value)) return false;
    if (!schema_choice(figure, "figure", hedges, &hedge, l->error)) return false;
    rule->hedge = (enum figure_hedge)(hedge + 1);
    return read_scope(l, values[RULE_SCOPE], p, rule);
}

static bool read_set(struct loading *l, const struct node *n, const struct proposition *p, struct rule *rule) {
    for (size_t i = 0; n && i < n->keys.count; i++) {
        struct binding *binding = list_add(&l->rules->arena, &rule->set);
        if (!binding) return loading_no_memory(l);
        if (!schema_check(n->items.items[i], A_TEXT, "set", l->error) ||
            !proposition_resolve_argument(l, n->keys.items[i], p, &binding->argument) ||
            !loading_resolve(l, n->items.items[i], ID_ENTITY, &binding->entity) ||
            !proposition_check_entity(l, n->items.items[i], &p->arguments.items[binding->argument], binding->entity))
            return false;
    }
    return true;
}

static bool read_blocks(struct loading *l, const struct node *n, struct rule *rule) {
    const char *names[BLOCK_KINDS + 1] = {0};
    for (int i = 0; i < BLOCK_KINDS; i++) names[i] = block_kind_name((enum block_kind)i);
    for (size_t i = 0; n && i < n->items.count; i++) {
        int kind = 0;
        if (!schema_choice(n->items.items[i], "block", names, &kind, l->error)) return false;
        rule->blocks |= 1u << kind;
    }
    return true;
}

static bool read_fixed(struct loading *l, const struct node *n, const char *what, bool *out) {
    static const char *const names[] = {"fixed", NULL};
    int index;
    if (n) *out = true;
    return schema_choice(n, what, names, &index, l->error);
}

static bool read_examples(struct loading *l, const struct node *n, const struct proposition *p, struct rule *rule) {
    if (!n->items.count) return yaml_error(l->error, n, "a rule needs examples");
    for (size_t i = 0; i < n->items.count; i++) {
        struct example *example = list_add(&l->rules->arena, &rule->examples);
        if (!example) return loading_no_memory(l);
        if (!example_read(l, n->items.items[i], p, example)) return false;
    }
    return true;
}

static bool read_bearer(struct loading *l, const struct node *n, struct rule *rule) {
    static const char *const bearers[] = {"undergoer", "actor", NULL};
    int bearer = 0;
    if (!schema_choice(n, "bearer", bearers, &bearer, l->error)) return false;
    rule->of_actor = bearer == 1;
    return true;
}

bool rule_read(struct loading *l, const struct node *n, int32_t proposition) {
    struct rules *r = l->rules;
    struct proposition *p = &r->propositions.items[proposition];
    const struct node *values[MAX_SCHEMA_KEYS];
    struct rule *rule = list_add(&r->arena, &r->rules);
    if (!rule) return loading_no_memory(l);
    *rule = (struct rule){
        .proposition = proposition, .value = -1, .scope_all = -1, .scope_part = -1, .place = loading_place(n)};
    rule->frame.subject = rule->frame.object = rule->frame.every_verb = rule->frame.setting = rule->frame.among = rule->frame.every_noun = rule->frame.every_figure = rule->frame.every_sum = rule->frame.every_act = rule->frame.every_role = rule->frame.except = -1;
    rule->frame.every_quotation = rule->frame.every_headline = -1;
    if (!schema_read(n, &rule_schema, values, l->error) || !read_id(l, values[RULE_ID], p, rule)) return false;
    int32_t *room = list_add(&r->arena, &p->rules);
    if (!room) return loading_no_memory(l);
    *room = (int32_t)r->rules.count - 1;
    return read_body(l, n, values, p, rule) && read_value(l, n, values, p, rule) &&
           read_set(l, values[RULE_SET], p, rule) && read_blocks(l, values[RULE_BLOCKS], rule) &&
           read_fixed(l, values[RULE_POLARITY], "polarity", &rule->ignores_polarity) &&
           read_fixed(l, values[RULE_MODALITY], "modality", &rule->ignores_modality) &&
           read_bearer(l, values[RULE_BEARER], rule) && read_examples(l, values[RULE_EXAMPLES], p, rule);
}

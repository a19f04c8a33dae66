/* `examples:` of a rule. */
#include "rules/loading.h"

enum { EXAMPLE_TEXT, EXAMPLE_CLAIMS, EXAMPLE_TODO };
static const struct schema example_schema = {"an example",
                                             {[EXAMPLE_TEXT] = {"text", A_TEXT, true},
                                              [EXAMPLE_CLAIMS] = {"claims", A_LIST, true},
                                              [EXAMPLE_TODO] = {"todo", A_TEXT, false}}};

enum { CLAIM_VALUE, CLAIM_ARGUMENTS, CLAIM_VOICE, CLAIM_MODALITY };
static const struct schema claim_schema = {"a claim",
                                           {[CLAIM_VALUE] = {"value", A_TEXT, true},
                                            [CLAIM_ARGUMENTS] = {"arguments", A_MAP, false},
                                            [CLAIM_VOICE] = {"voice", A_TEXT, false},
                                            [CLAIM_MODALITY] = {"modality", A_TEXT, false}}};

static bool read_value(struct loading *l, const struct node *n, const struct proposition *p,
                       struct example_claim *out) {
    struct text name = n->text;
    out->negated = text_starts(name, TEXT("not "));
    if (out->negated) name = text_slice(name, 4, name.length);
    if (p->space != SPACE_STATES) {
        out->figure = arena_text(&l->rules->arena, name);
        return true;
    }
    int32_t value = -1;
    if (!proposition_resolve_value(l, n, name, p, &value)) return false;
    out->value = p->values.items[value].id;
    return true;
}

/* {party: russia, plan: us-plan} → "party=russia plan=us-plan" */
static bool read_arguments(struct loading *l, const struct node *n, const struct proposition *p, struct text *out) {
    struct buffer list = {0};
    bool good = true;
    for (size_t i = 0; n && good && i < n->keys.count; i++) {
        const struct node *name = n->keys.items[i], *entity = n->items.items[i];
        int32_t argument;
        good =
            proposition_resolve_argument(l, name, p, &argument) && schema_check(entity, A_TEXT, "arguments", l->error);
        buffer_format(&list, "%s%.*s=%.*s", i ? " " : "", TEXT_ARGS(name->text), TEXT_ARGS(entity->text));
    }
    *out = arena_text(&l->rules->arena, buffer_view(&list));
    if (list.failed) good = loading_no_memory(l);
    buffer_release(&list);
    return good;
}

static bool check_modality(struct loading *l, const struct node *n) {
    const char *names[MODALITIES + 1] = {0};
    int index;
    for (int i = 0; i < MODALITIES; i++) names[i] = modality_name((enum modality)i);
    return schema_choice(n, "modality", names, &index, l->error);
}

static bool read_claim(struct loading *l, const struct node *n, const struct proposition *p,
                       struct example_claim *out) {
    const struct node *values[MAX_SCHEMA_KEYS];
    if (n->kind == NODE_TEXT) return schema_check(n, A_TEXT, "claims", l->error) && read_value(l, n, p, out);
    if (!schema_read(n, &claim_schema, values, l->error) || !check_modality(l, values[CLAIM_MODALITY])) return false;
    out->voice = loading_keep(l, values[CLAIM_VOICE]);
    out->modality = loading_keep(l, values[CLAIM_MODALITY]);
    return read_value(l, values[CLAIM_VALUE], p, out) && read_arguments(l, values[CLAIM_ARGUMENTS], p, &out->arguments);
}

bool example_read(struct loading *l, const struct node *n, const struct proposition *p, struct example *out) {
    const struct node *values[MAX_SCHEMA_KEYS];
    if (!schema_read(n, &example_schema, values, l->error) ||
        !schema_flag(values[EXAMPLE_TODO], &out->known_miss, l->error))
        return false;
    out->text = loading_keep(l, values[EXAMPLE_TEXT]);
    out->place = loading_place(n);
    const struct node *claims = values[EXAMPLE_CLAIMS];
    for (size_t i = 0; i < claims->items.count; i++) {
        struct example_claim *claim = list_add(&l->rules->arena, &out->claims);
        if (!claim) return loading_no_memory(l);
        if (!read_claim(l, claims->items.items[i], p, claim)) return false;
    }
    return true;
}

#include "rules/loading.h"

#include <string.h>

enum {
    KEY_ID, KEY_ASK, KEY_ARGUMENTS, KEY_TIME, KEY_STATES, KEY_VALUES, KEY_FIGURE, KEY_DATE, KEY_ATOM, KEY_MODALITIES,
    KEY_SEVERITY, KEY_ONCE, KEY_DIRECTED, KEY_LASTING, KEY_RULES
};
static const struct schema proposition_schema = {
    "a proposition",
    {[KEY_ID] = {"id", A_TEXT, true}, [KEY_ASK] = {"ask", A_TEXT, true}, [KEY_ARGUMENTS] = {"arguments", A_MAP, true},
     [KEY_TIME] = {"time", A_TEXT, false}, [KEY_STATES] = {"states", TEXTS, false}, [KEY_VALUES] = {"values", A_MAP, false},
     [KEY_FIGURE] = {"figure", A_MAP, false}, [KEY_DATE] = {"date", A_MAP, false}, [KEY_ATOM] = {"atom", A_MAP, false},
     [KEY_MODALITIES] = {"modalities", TEXTS, false}, [KEY_SEVERITY] = {"severity", A_TEXT, false},
     [KEY_ONCE] = {"once", A_TEXT, false}, [KEY_DIRECTED] = {"directed", A_TEXT, false},
     [KEY_LASTING] = {"lasting", A_TEXT, false}, [KEY_RULES] = {"rules", MAPS, false}}};

enum { ARGUMENT_TYPE, ARGUMENT_OPEN, ARGUMENT_IDENTITY, ARGUMENT_OPTIONAL, ARGUMENT_DEFAULT, ARGUMENT_DEFAULT_WITH, ARGUMENT_THEME };
static const struct schema argument_schema = {
    "an argument",
    {[ARGUMENT_TYPE] = {"type", A_TEXT, false}, [ARGUMENT_OPEN] = {"open", A_TEXT, false},
     [ARGUMENT_IDENTITY] = {"identity", A_TEXT, false}, [ARGUMENT_OPTIONAL] = {"optional", A_TEXT, false},
     [ARGUMENT_DEFAULT] = {"default", A_TEXT, false}, [ARGUMENT_DEFAULT_WITH] = {"default_with", A_TEXT, false},
     [ARGUMENT_THEME] = {"theme", A_TEXT, false}}};

static const struct schema value_schema = {"a value", {{"means", TEXTS, true}, {"suggests", TEXTS, false}}};
static const struct schema figure_schema = {"a figure", {{"unit", A_TEXT, false}, {"exact", A_TEXT, false}}};
static const struct schema date_schema = {"a date", {{0}}};
static const struct schema atom_schema = {"an atom", {{"value_of", A_TEXT, true}}};

enum { MAX_VALUES = 256 };

bool proposition_declare(struct loading *l, const struct node *section, int32_t pack) {
    for (size_t i = 0; i < section->items.count; i++) {
        const struct node *item = section->items.items[i], *values[MAX_SCHEMA_KEYS];
        if (!schema_read(item, &proposition_schema, values, l->error)) return false;
        struct proposition *p = list_add(&l->rules->arena, &l->rules->propositions);
        if (!p) return loading_no_memory(l);
        p->pack = pack;
        p->atom_argument = p->theme = -1;
        p->place = loading_place(item);
        if (!loading_declare(l, item, values[KEY_ID], ID_PROPOSITION, &p->id)) return false;
    }
    return true;
}

int32_t proposition_argument(const struct rules *r, const struct proposition *p, struct text name) {
    for (size_t i = 0; i < p->arguments.count; i++)
        if (text_equal(symbols_text(&r->symbols, p->arguments.items[i].name), name)) return (int32_t)i;
    return -1;
}

static void add_known(const struct loading *l, struct buffer *known, symbol s) {
    buffer_format(known, "%s%.*s", known->length ? ", " : "", TEXT_ARGS(symbols_text(&l->rules->symbols, s)));
}

static bool not_one_of(struct loading *l, const struct node *n, const char *what, struct text name,
                       struct buffer *known) {
    yaml_error(l->error, n, "%s \"%.*s\" is not one of %.*s", what, TEXT_ARGS(yaml_shown(name)),
               TEXT_ARGS(buffer_view(known)));
    buffer_release(known);
    return false;
}

bool proposition_resolve_argument(struct loading *l, const struct node *n, const struct proposition *p, int32_t *out) {
    struct buffer known = {0};
    if (!n || (*out = proposition_argument(l->rules, p, n->text)) >= 0) return true;
    for (size_t i = 0; i < p->arguments.count; i++) add_known(l, &known, p->arguments.items[i].name);
    return not_one_of(l, n, "argument", n->text, &known);
}

bool proposition_resolve_value(struct loading *l, const struct node *n, struct text name, const struct proposition *p,
                               int32_t *out) {
    struct buffer known = {0};
    if (p->space != SPACE_STATES) return yaml_error(l->error, n, "the proposition has no states, so there are no values");
    symbol s = symbols_find(&l->rules->symbols, name);
    if (s && (*out = rules_find_value(p, s)) >= 0) return true;
    for (size_t i = 0; i < p->values.count; i++) add_known(l, &known, p->values.items[i].id);
    return not_one_of(l, n, "value", name, &known);
}

static bool no_such_state(struct loading *l, const struct node *n, const struct proposition *p) {
    struct buffer known = {0};
    for (size_t i = 0; i < p->states.count; i++) add_known(l, &known, p->states.items[i]);
    return not_one_of(l, n, "state", n->text, &known);
}

bool proposition_check_entity(struct loading *l, const struct node *n, const struct argument *argument, int32_t entity) {
    const struct rules *r = l->rules;
    int32_t type = r->entities.items[entity].type;
    if (rules_type_fits(r, type, argument->type)) return true;
    return yaml_error(l->error, n, "entity \"%.*s\" is of type %.*s, but the argument wants %.*s", TEXT_ARGS(n->text),
                      TEXT_ARGS(symbols_text(&r->symbols, r->types.items[type].id)),
                      TEXT_ARGS(symbols_text(&r->symbols, r->types.items[argument->type].id)));
}

static bool read_default(struct loading *l, const struct node **values, struct argument *argument) {
    const struct node *n = values[ARGUMENT_DEFAULT];
    if (values[ARGUMENT_DEFAULT_WITH] && !n)
        return yaml_error(l->error, values[ARGUMENT_DEFAULT_WITH], "\"default_with\" without \"default\"");
    if (!loading_resolve(l, values[ARGUMENT_DEFAULT_WITH], ID_ENTITY, &argument->default_with)) return false;
    if (!n) return true;
    argument->default_speaker = text_equal(n->text, TEXT("speaker"));
    if (argument->default_speaker) return true;
    return loading_resolve(l, n, ID_ENTITY, &argument->default_entity) &&
           proposition_check_entity(l, n, argument, argument->default_entity);
}

static bool read_argument(struct loading *l, const struct node *n, struct argument *argument) {
    static const char *const identities[] = {"self", "side", "loose", NULL};
    const struct node *values[MAX_SCHEMA_KEYS];
    static const char *const kinds[] = {"no", "any", "name", "person", "thing", NULL};
    static const char *const themes[] = {"no", "words", "bearer", "person", "name", "figure", "deed", NULL};
    int identity = IDENTITY_SELF, open = OPEN_NOT, theme = THEME_NOT;
    if (!schema_read(n, &argument_schema, values, l->error) ||
        !schema_choice(values[ARGUMENT_IDENTITY], "identity", identities, &identity, l->error) ||
        !schema_choice(values[ARGUMENT_OPEN], "open", kinds, &open, l->error) ||
        !schema_flag(values[ARGUMENT_OPTIONAL], &argument->optional, l->error) ||
        !schema_choice(values[ARGUMENT_THEME], "theme", themes, &theme, l->error) ||
        !loading_resolve(l, values[ARGUMENT_TYPE], ID_TYPE, &argument->type))
        return false;
    argument->identity = (enum identity)identity;
    argument->open = (enum open_kind)open;
    argument->theme = (enum theme_kind)theme;
    if (argument->theme) argument->identity = IDENTITY_LOOSE;
    argument->optional |= argument->theme != THEME_NOT;
    return read_default(l, values, argument);
}

static bool is_name(struct text t) {
    for (size_t i = 0; i < t.length; i++)
        if (!(t.bytes[i] >= 'a' && t.bytes[i] <= 'z') && t.bytes[i] != '-' && t.bytes[i] != '_') return false;
    return t.length > 0;
}

static bool read_arguments(struct loading *l, const struct node *n, struct proposition *p) {
    if (n->keys.count > MAX_ARGUMENTS)
        return yaml_error(l->error, n->keys.items[MAX_ARGUMENTS], "more than %d arguments", MAX_ARGUMENTS);
    for (size_t i = 0; i < n->keys.count; i++) {
        const struct node *name = n->keys.items[i];
        struct argument *argument = list_add(&l->rules->arena, &p->arguments);
        if (!argument) return loading_no_memory(l);
        *argument = (struct argument){.type = -1, .default_entity = -1, .default_with = -1};
        if (!is_name(name->text))
            return yaml_error(l->error, name, "an argument's name may hold only a to z, \"-\" and \"_\"");
        if (!(argument->name = loading_symbol(l, name->text)) || !read_argument(l, n->items.items[i], argument)) return false;
        if (argument->theme) p->theme = (int32_t)i;
    }
    return true;
}

static bool read_states(struct loading *l, const struct node *n, struct proposition *p) {
    if (n->items.count > MAX_STATES)
        return yaml_error(l->error, n->items.items[MAX_STATES], "more than %d states", MAX_STATES);
    if (n->items.count < 2) return yaml_error(l->error, n, "a proposition needs at least two states");
    for (size_t i = 0; i < n->items.count; i++) {
        symbol s = loading_symbol(l, n->items.items[i]->text);
        for (size_t j = 0; j < i; j++)
            if (p->states.items[j] == s)
                return yaml_error(l->error, n->items.items[i], "state \"%.*s\" is given twice",
                                  TEXT_ARGS(yaml_shown(n->items.items[i]->text)));
        symbol *room = s ? list_add(&l->rules->arena, &p->states) : NULL;
        if (!room) return loading_no_memory(l);
        *room = s;
    }
    return true;
}

static bool read_mask(struct loading *l, const struct node *n, const struct proposition *p, uint64_t *out) {
    if (!n->items.count) return yaml_error(l->error, n, "a value needs at least one state");
    *out = 0;
    for (size_t i = 0; i < n->items.count; i++) {
        symbol s = symbols_find(&l->rules->symbols, n->items.items[i]->text);
        size_t state = 0;
        while (state < p->states.count && p->states.items[state] != s) state++;
        if (state == p->states.count) return no_such_state(l, n->items.items[i], p);
        *out |= (uint64_t)1 << state;
    }
    return true;
}

static bool read_value(struct loading *l, const struct node *name, const struct node *n, struct proposition *p) {
    const struct node *values[MAX_SCHEMA_KEYS];
    struct value *value = list_add(&l->rules->arena, &p->values);
    if (!value) return loading_no_memory(l);
    value->place = loading_place(name);
    value->id = loading_symbol(l, name->text);
    if (text_starts(name->text, TEXT("not ")))
        return yaml_error(l->error, name, "a value may not begin with \"not \", which means the complement");
    if (!value->id || !schema_read(n, &value_schema, values, l->error) ||
        !read_mask(l, values[0], p, &value->means) || !read_mask(l, values[values[1] ? 1 : 0], p, &value->suggests))
        return false;
    if (value->suggests & ~value->means)
        return yaml_error(l->error, values[1], "\"suggests\" must be a subset of \"means\"");
    return true;
}

static bool read_values(struct loading *l, const struct node **values, struct proposition *p) {
    const struct node *n = values[KEY_VALUES];
    if (!n) return yaml_error(l->error, values[KEY_STATES], "a proposition with states needs values");
    if (n->keys.count > MAX_VALUES) return yaml_error(l->error, n->keys.items[MAX_VALUES], "more than %d values", MAX_VALUES);
    for (size_t i = 0; i < n->keys.count; i++)
        if (!read_value(l, n->keys.items[i], n->items.items[i], p)) return false;
    return true;
}

static bool read_figure(struct loading *l, const struct node *n, struct proposition *p) {
    const struct node *values[MAX_SCHEMA_KEYS];
    p->space = SPACE_FIGURE;
    if (!schema_read(n, &figure_schema, values, l->error) || !schema_flag(values[1], &p->exact, l->error)) return false;
    p->unit = loading_keep(l, values[0]);
    return true;
}

static bool read_atom(struct loading *l, const struct node *n, struct proposition *p) {
    const struct node *values[MAX_SCHEMA_KEYS];
    p->space = SPACE_ATOM;
    return schema_read(n, &atom_schema, values, l->error) &&
           proposition_resolve_argument(l, values[0], p, &p->atom_argument);
}

/* Exactly one of states, figure, date and atom. */
static bool read_space(struct loading *l, const struct node *n, const struct node **values, struct proposition *p) {
    const struct node *states = values[KEY_STATES], *figure = values[KEY_FIGURE], *date = values[KEY_DATE],
                      *atom = values[KEY_ATOM], *none[MAX_SCHEMA_KEYS];
    if (!!states + !!figure + !!date + !!atom != 1)
        return yaml_error(l->error, n, "a proposition needs exactly one of states, figure, date and atom");
    if (values[KEY_VALUES] && !states) return yaml_error(l->error, values[KEY_VALUES], "\"values\" without \"states\"");
    if (states) return read_states(l, states, p) && read_values(l, values, p);
    if (figure) return read_figure(l, figure, p);
    if (atom) return read_atom(l, atom, p);
    p->space = SPACE_DATE;
    return schema_read(date, &date_schema, none, l->error);
}

static bool read_modalities(struct loading *l, const struct node *n, struct proposition *p) {
    const char *names[MODALITIES + 1] = {0};
    for (int i = 0; i < MODALITIES; i++) names[i] = modality_name((enum modality)i);
    p->modalities = 1u << MODALITY_ASSERTED;
    for (size_t i = 0; n && i < n->items.count; i++) {
        int modality = 0;
        if (!schema_choice(n->items.items[i], "modality", names, &modality, l->error)) return false;
        p->modalities |= 1u << modality;
    }
    return true;
}

/* Every {argument} in the question must be one. */
static bool check_ask(struct loading *l, const struct node *n, const struct proposition *p) {
    for (size_t at = 0; at < n->text.length; at++) {
        if (n->text.bytes[at] != '{') continue;
        const char *end = memchr(n->text.bytes + at, '}', n->text.length - at);
        if (!end) return yaml_error_within(l->error, n, at, "\"{\" without a closing \"}\"");
        struct text name = text_slice(n->text, at + 1, (size_t)(end - n->text.bytes));
        if (proposition_argument(l->rules, p, name) < 0)
            return yaml_error_within(l->error, n, at, "undefined argument {%.*s}", TEXT_ARGS(yaml_shown(name)));
    }
    return true;
}

static bool read_proposition(struct loading *l, size_t index) {
    static const char *const times[] = {"fixed", "changes", "rises", "falls", NULL};
    static const char *const severities[] = {"note", "warning", "error", NULL};
    const struct node *n = l->declared[ID_PROPOSITION].items[index], *values[MAX_SCHEMA_KEYS];
    struct proposition *p = &l->rules->propositions.items[index];
    int time = TIME_FIXED, severity;
    if (!schema_read(n, &proposition_schema, values, l->error) ||
        !schema_choice(values[KEY_TIME], "time", times, &time, l->error) ||
        !schema_choice(values[KEY_SEVERITY], "severity", severities, &severity, l->error) ||
        !schema_flag(values[KEY_ONCE], &p->once, l->error) ||
        !schema_flag(values[KEY_DIRECTED], &p->directed, l->error) ||
        !schema_flag(values[KEY_LASTING], &p->lasting, l->error) ||
        !read_modalities(l, values[KEY_MODALITIES], p) || !read_arguments(l, values[KEY_ARGUMENTS], p) ||
        !check_ask(l, values[KEY_ASK], p) || !read_space(l, n, values, p))
        return false;
    p->time = (enum time_behaviour)time;
    p->ask = loading_keep(l, values[KEY_ASK]);
    p->severity = loading_keep(l, values[KEY_SEVERITY]);
    const struct node *rules = values[KEY_RULES];
    for (size_t i = 0; rules && i < rules->items.count; i++)
        if (!rule_read(l, rules->items.items[i], (int32_t)index)) return false;
    return true;
}

bool proposition_read_all(struct loading *l) {
    for (size_t i = 0; i < l->rules->propositions.count; i++)
        if (!read_proposition(l, i)) return false;
    return true;
}

#include "yaml/schema.h"

#include <string.h>

enum { LONGEST_NAME = 40 };

/* Levenshtein's distance between two short names, one row at a time. */
static size_t distance(struct text a, struct text b) {
    size_t row[LONGEST_NAME + 1];
    for (size_t j = 0; j <= b.length; j++) row[j] = j;
    for (size_t i = 1; i <= a.length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t change = diagonal + (a.bytes[i - 1] != b.bytes[j - 1]);
            size_t shorter = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            diagonal = row[j];
            row[j] = change < shorter ? change : shorter;
        }
    }
    return row[b.length];
}

bool schema_nearer(struct text wanted, struct text candidate, size_t *best) {
    if (wanted.length > LONGEST_NAME || candidate.length > LONGEST_NAME) return false;
    size_t apart = distance(wanted, candidate), near = wanted.length / 3 + 1;
    if (apart > near || (*best && apart >= *best)) return false;
    *best = apart ? apart : 1;
    return true;
}

bool schema_check(const struct node *n, enum schema_kind kind, const char *name, struct belie_error *e) {
    static const enum node_kind kinds[] = {
        [A_TEXT] = NODE_TEXT, [A_LIST] = NODE_LIST, [A_MAP] = NODE_MAP, [TEXTS] = NODE_LIST, [MAPS] = NODE_LIST};
    if (kind == ANYTHING) return true;
    if (n->kind != kinds[kind])
        return yaml_error(e, n, "\"%s\" is %s, but must be %s", name,
                          n->kind == NODE_TEXT && !n->text.length ? "empty" : yaml_kind_name(n->kind),
                          yaml_kind_name(kinds[kind]));
    if (kind == A_TEXT && !n->text.length) return yaml_error(e, n, "\"%s\" is empty, but must be a text", name);
    enum schema_kind each = kind == TEXTS ? A_TEXT : A_MAP;
    for (size_t i = 0; (kind == TEXTS || kind == MAPS) && i < n->items.count; i++) {
        const struct node *item = n->items.items[i];
        if (item->kind != kinds[each])
            return yaml_error(e, item, "item %zu of \"%s\" is %s, but must be %s", i + 1, name,
                              yaml_kind_name(item->kind), yaml_kind_name(kinds[each]));
        if (each == A_TEXT && !item->text.length)
            return yaml_error(e, item, "item %zu of \"%s\" is empty", i + 1, name);
    }
    return true;
}

static bool unknown_key(const struct node *key, const struct schema *s, struct belie_error *e) {
    size_t best = 0;
    const char *nearest = NULL;
    struct buffer known = {0};
    for (size_t i = 0; i < MAX_SCHEMA_KEYS && s->keys[i].name; i++) {
        if (schema_nearer(key->text, text_of(s->keys[i].name), &best)) nearest = s->keys[i].name;
        buffer_format(&known, "%s%s", i ? ", " : "", s->keys[i].name);
    }
    struct text name = yaml_shown(key->text);
    if (nearest)
        yaml_error(e, key, "unknown key \"%.*s\" in %s, did you mean \"%s\"", TEXT_ARGS(name), s->thing, nearest);
    else
        yaml_error(e, key, "unknown key \"%.*s\" in %s, which may have %.*s", TEXT_ARGS(name), s->thing,
                   TEXT_ARGS(buffer_view(&known)));
    buffer_release(&known);
    return false;
}

static size_t key_index(const struct schema *s, struct text name) {
    size_t i = 0;
    while (i < MAX_SCHEMA_KEYS && s->keys[i].name && !text_equal(text_of(s->keys[i].name), name)) i++;
    return i;
}

bool schema_read(const struct node *map, const struct schema *s, const struct node *values[MAX_SCHEMA_KEYS],
                 struct belie_error *e) {
    memset(values, 0, MAX_SCHEMA_KEYS * sizeof *values);
    if (map->kind != NODE_MAP) return yaml_error(e, map, "%s is a map, not %s", s->thing, yaml_kind_name(map->kind));
    for (size_t i = 0; i < map->keys.count; i++) {
        size_t index = key_index(s, map->keys.items[i]->text);
        if (index == MAX_SCHEMA_KEYS || !s->keys[index].name) return unknown_key(map->keys.items[i], s, e);
        const struct schema_key *key = &s->keys[index];
        if (!schema_check(map->items.items[i], key->kind, key->name, e)) return false;
        values[index] = map->items.items[i];
    }
    for (size_t i = 0; i < MAX_SCHEMA_KEYS && s->keys[i].name; i++)
        if (s->keys[i].required && !values[i]) return yaml_error(e, map, "%s lacks \"%s\"", s->thing, s->keys[i].name);
    return true;
}

bool schema_flag(const struct node *n, bool *out, struct belie_error *e) {
    static const char *const names[] = {"false", "true", NULL};
    int index = *out;
    if (!schema_choice(n, "flag", names, &index, e)) return false;
    *out = index == 1;
    return true;
}

bool schema_choice(const struct node *n, const char *what, const char *const *names, int *out, struct belie_error *e) {
    if (!n) return true;
    struct buffer known = {0};
    for (int i = 0; names[i]; i++) {
        if (n->kind == NODE_TEXT && text_equal(n->text, text_of(names[i]))) {
            *out = i;
            buffer_release(&known);
            return true;
        }
        buffer_format(&known, "%s%s", i ? ", " : "", names[i]);
    }
    struct text shown = n->kind == NODE_TEXT ? yaml_shown(n->text) : text_of(yaml_kind_name(n->kind));
    yaml_error(e, n, "%s \"%.*s\" is not one of %.*s", what, TEXT_ARGS(shown), TEXT_ARGS(buffer_view(&known)));
    buffer_release(&known);
    return false;
}

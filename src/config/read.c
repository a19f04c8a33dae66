#include "base/limits.h"
#include "config/config.h"
#include "config/key.h"
#include "document/document.h"
#include "yaml/schema.h"

#include <stdio.h>

enum { MAX_ITEMS = 1000 };

struct reading {
    struct config *config;
    size_t before; /* settings that the caller made */
    struct belie_error *error;
};

static bool no_memory(struct reading *r) {
    return error_no_memory(r->error);
}

/* Relative paths start at the folder of the file. */
static struct text path_from(struct reading *r, struct text value) {
    struct text folder = r->config->file.path;
    while (folder.length && folder.bytes[folder.length - 1] != '/') folder.length--;
    if (value.bytes[0] == '/' || !folder.length) return arena_text(&r->config->arena, value);
    return arena_format(&r->config->arena, "%.*s%.*s", TEXT_ARGS(folder), TEXT_ARGS(value));
}

static bool add_value(struct reading *r, const struct key *k, struct setting *s, const struct node *n) {
    struct arena *a = &r->config->arena;
    bool path = k->kind == KEY_PATH || k->kind == KEY_PATHS;
    const char **value = list_add(a, &s->values);
    const struct node **place = list_add(a, &s->places);
    if (!value || !place) return no_memory(r);
    *value = (path ? path_from(r, n->text) : arena_text(a, n->text)).bytes;
    *place = n;
    return true;
}

static bool add_values(struct reading *r, const struct key *k, struct setting *s, const struct node *list) {
    if (k->kind == KEY_NAMES && !list->items.count) return yaml_error(r->error, list, "\"%s\" names nothing", s->shown.key);
    if (list->items.count > MAX_ITEMS)
        return yaml_error(r->error, list, "\"%s\" has more than %d items", s->shown.key, MAX_ITEMS);
    for (size_t i = 0; i < list->items.count; i++) {
        const struct node *item = list->items.items[i];
        for (size_t other = 0; other < i; other++)
            if (text_equal(list->items.items[other]->text, item->text))
                return yaml_error(r->error, item, "\"%.*s\" stands twice in \"%s\"", TEXT_ARGS(yaml_shown(item->text)),
                                  s->shown.key);
        if (!add_value(r, k, s, item)) return false;
    }
    return true;
}

/* A value of the right kind, else an error. */
static bool check_value(struct reading *r, const struct key *k, const char *name, const struct node *n) {
    static const enum schema_kind kinds[] = {
        [KEY_WORD] = A_TEXT, [KEY_NAME] = A_TEXT, [KEY_NAMES] = TEXTS, [KEY_PATH] = A_TEXT, [KEY_PATHS] = TEXTS};
    int index;
    if (!schema_check(n, kinds[k->kind], name, r->error)) return false;
    return k->kind != KEY_WORD || schema_choice(n, name, k->words, &index, r->error);
}

static bool is_made(const struct reading *r, const char *key) {
    for (size_t i = 0; i < r->before; i++)
        if (strcmp(r->config->settings.items[i].shown.key, key) == 0) return true;
    return false;
}

static bool read_setting(struct reading *r, const struct key *k, struct text name, const struct node *key,
                         const struct node *value) {
    struct config *c = r->config;
    char line[32];
    if (!check_value(r, k, name.bytes, value)) return false;
    if (is_made(r, name.bytes)) return true;
    snprintf(line, sizeof line, ":%u", (unsigned)key->line);
    struct setting *s = list_add(&c->arena, &c->settings);
    if (!s) return no_memory(r);
    s->name = key;
    s->shown.key = name.bytes;
    s->shown.list = key_is_list(k);
    s->shown.origin = arena_format(&c->arena, "%.*s%s", TEXT_ARGS(c->file.path), line).bytes;
    if (!(s->shown.list ? add_values(r, k, s, value) : add_value(r, k, s, value))) return false;
    s->shown.values = s->values.items;
    s->shown.count = s->values.count;
    return true;
}

static struct text thing_of(struct text prefix) {
    return prefix.length ? text_slice(prefix, 0, prefix.length - 1) : TEXT("a config");
}

static bool unknown_key(struct reading *r, struct text prefix, const struct node *key) {
    struct text thing = thing_of(prefix);
    if (!key->text.length) return yaml_error(r->error, key, "an empty key in %.*s", TEXT_ARGS(thing));
    struct buffer known = {0};
    struct text before = TEXT(""), nearest = TEXT("");
    size_t best = 0;
    for (size_t i = 0; key_at(i); i++) {
        struct text part = key_part(key_at(i), prefix);
        if (!part.length || text_equal(part, before)) continue;
        if (schema_nearer(key->text, part, &best)) nearest = part;
        buffer_format(&known, "%s%.*s", before.length ? ", " : "", TEXT_ARGS(part));
        before = part;
    }
    struct text name = yaml_shown(key->text);
    if (nearest.length)
        yaml_error(r->error, key, "unknown key \"%.*s\" in %.*s, did you mean \"%.*s\"", TEXT_ARGS(name),
                   TEXT_ARGS(thing), TEXT_ARGS(nearest));
    else
        yaml_error(r->error, key, "unknown key \"%.*s\" in %.*s, which may have %.*s", TEXT_ARGS(name),
                   TEXT_ARGS(thing), TEXT_ARGS(buffer_view(&known)));
    buffer_release(&known);
    return false;
}

static bool read_map(struct reading *r, struct text prefix, const struct node *map);

static bool read_entry(struct reading *r, struct text prefix, const struct node *key, const struct node *value) {
    struct arena *a = &r->config->arena;
    const struct key *k = key_below(prefix, key->text);
    if (!k && !key_is_map(prefix, key->text)) return unknown_key(r, prefix, key);
    struct text name = arena_format(a, "%.*s%.*s", TEXT_ARGS(prefix), TEXT_ARGS(key->text));
    if (!name.length) return no_memory(r);
    if (k) return read_setting(r, k, name, key, value);
    return schema_check(value, A_MAP, name.bytes, r->error) &&
           read_map(r, arena_format(a, "%.*s.", TEXT_ARGS(name)), value);
}

static bool read_map(struct reading *r, struct text prefix, const struct node *map) {
    for (size_t i = 0; i < map->keys.count; i++)
        if (!read_entry(r, prefix, map->keys.items[i], map->items.items[i])) return false;
    return true;
}

static bool read_root(struct reading *r) {
    struct config *c = r->config;
    struct node *root = NULL;
    if (c->arena.failed) return no_memory(r);
    if (!yaml_read(&c->arena, &c->file, &root, r->error)) return false;
    if (root && root->kind != NODE_MAP)
        return yaml_error(r->error, root, "a config is a map, not %s", yaml_kind_name(root->kind));
    return (!root || read_map(r, TEXT(""), root)) && (!c->arena.failed || no_memory(r));
}

bool config_read_text(struct config *c, struct text path, struct text bytes, struct belie_error *e) {
    struct reading r = {.config = c, .before = c->settings.count, .error = e};
    struct arena *a = &c->arena;
    if (c->file.path.length) return error_set(e, BELIE_BAD_REQUEST, TEXT(""), "a config has been read already");
    c->file = (struct yaml_file){arena_text(a, path), arena_text(a, bytes), "config", BELIE_BAD_CONFIG};
    bool ok = read_root(&r);
    if (!ok) c->settings.count = r.before;
    if (!ok) c->file = (struct yaml_file){0};
    return ok;
}

bool config_read(struct config *c, struct text path, struct belie_error *e) {
    struct buffer bytes = {0};
    bool ok = file_read(path, LIMIT_CONFIG_BYTES, &bytes, e) && config_read_text(c, path, buffer_view(&bytes), e);
    buffer_release(&bytes);
    return ok;
}

#include "config/config.h"

#include "config/key.h"

const struct setting *config_setting(const struct config *c, const char *key) {
    for (size_t i = 0; i < c->settings.count; i++)
        if (strcmp(c->settings.items[i].shown.key, key) == 0) return &c->settings.items[i];
    return NULL;
}

static struct belie_setting unset(const struct key *k) {
    return (struct belie_setting){.key = k->name,
                                  .values = k->usual ? &k->usual : NULL,
                                  .count = k->usual != NULL,
                                  .list = key_is_list(k),
                                  .origin = "default"};
}

bool config_get(const struct config *c, const char *key, struct belie_setting *out) {
    const struct key *k = key_of(text_of(key));
    const struct setting *s = config_setting(c, key);
    if (k) *out = s ? s->shown : unset(k);
    return k != NULL;
}

bool config_error(struct belie_error *e, const struct node *place, const char *message) {
    return place ? yaml_error(e, place, "%s", message) : error_set(e, BELIE_BAD_REQUEST, TEXT(""), "%s", message);
}

static bool is_word(const struct key *k, const char *value) {
    for (size_t i = 0; k->words[i]; i++)
        if (strcmp(k->words[i], value) == 0) return true;
    return false;
}

static bool check_values(const struct key *k, const char *name, const char *const *values, size_t count,
                         struct belie_error *e) {
    if (!key_is_list(k) && count != 1)
        return error_set(e, BELIE_BAD_REQUEST, TEXT(""), "\"%s\" has one value, not %zu", name, count);
    for (size_t i = 0; i < count; i++) {
        if (!values[i][0]) return error_set(e, BELIE_BAD_REQUEST, TEXT(""), "\"%s\" is empty", name);
        if (k->kind == KEY_WORD && !is_word(k, values[i]))
            return error_set(e, BELIE_BAD_REQUEST, TEXT(""), "\"%s\" cannot be \"%s\"", name, values[i]);
    }
    return true;
}

static struct setting *room_for(struct config *c, const char *key) {
    const struct setting *s = config_setting(c, key);
    return s ? &c->settings.items[s - c->settings.items] : list_add(&c->arena, &c->settings);
}

bool config_set(struct config *c, const char *key, const char *const *values, size_t count, const char *origin,
                struct belie_error *e) {
    const struct key *k = key_of(text_of(key));
    if (!k) return error_set(e, BELIE_BAD_REQUEST, TEXT(""), "there is no setting \"%s\"", key);
    if (!check_values(k, key, values, count, e)) return false;
    struct setting made = {.shown = {.list = key_is_list(k), .count = count}};
    made.shown.key = arena_text(&c->arena, text_of(key)).bytes;
    made.shown.origin = arena_text(&c->arena, text_of(origin)).bytes;
    for (size_t i = 0; i < count; i++) {
        const char **value = list_add(&c->arena, &made.values);
        if (value) *value = arena_text(&c->arena, text_of(values[i])).bytes;
    }
    made.shown.values = made.values.items;
    struct setting *room = c->arena.failed ? NULL : room_for(c, key);
    if (!room) return error_no_memory(e);
    *room = made;
    return true;
}

static bool add(struct arena *a, struct settings_list *out, struct belie_setting s) {
    struct belie_setting *room = list_add(a, &out->items);
    if (room) *room = s;
    return room != NULL;
}

bool config_list(const struct config *c, struct arena *a, struct settings_list *out) {
    for (size_t i = 0; key_at(i); i++) {
        const struct key *k = key_at(i);
        struct belie_setting s = unset(k);
        bool open = key_is_open(k);
        if (!open && !config_get(c, k->name, &s)) return false;
        if (!open && !add(a, out, s)) return false;
        for (size_t m = 0; open && m < c->settings.count; m++)
            if (key_of(text_of(c->settings.items[m].shown.key)) == k && !add(a, out, c->settings.items[m].shown))
                return false;
    }
    return true;
}

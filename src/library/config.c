/* The public settings, and what they do to rules and checks. */
#include "config/config.h"

#include "library/check.h"
#include "library/folder.h"
#include "library/rules.h"
#include "rules/pack.h"
#include "yaml/schema.h"

#include <stdio.h>
#include <stdlib.h>

struct belie_config {
    struct config config;
};

belie_config *belie_config_new(void) {
    return calloc(1, sizeof(belie_config));
}

void belie_config_free(belie_config *config) {
    if (!config) return;
    arena_release(&config->config.arena);
    free(config);
}

bool belie_config_read(belie_config *config, const char *path, struct belie_error *error) {
    return config_read(&config->config, text_of(path), error);
}

bool belie_config_find(belie_config *config, const char *start, struct belie_error *error) {
    struct text path;
    if (!config_find(&config->config.arena, start, &path, error)) return false;
    return !path.length || config_read(&config->config, path, error);
}

const char *belie_config_path(const belie_config *config) {
    struct text path = config->config.file.path;
    return path.length ? path.bytes : NULL;
}

bool belie_config_set(belie_config *config, const char *key, const char *const *values, size_t count,
                      const char *origin, struct belie_error *error) {
    return config_set(&config->config, key, values, count, origin, error);
}

bool belie_config_get(const belie_config *config, const char *key, struct belie_setting *out) {
    return config_get(&config->config, key, out);
}

/* Index of the shipped pack of that name, or -1; *nearest is the one most like it. */
static long find_pack(const struct paths *shipped, struct text name, struct text *nearest) {
    size_t best = 0;
    *nearest = TEXT("");
    for (size_t i = 0; i < shipped->items.count; i++) {
        struct text known = pack_name(shipped->items.items[i]);
        if (text_equal(known, name)) return (long)i;
        if (schema_nearer(name, known, &best)) *nearest = known;
    }
    return -1;
}

static bool unknown(struct arena *a, const struct setting *s, size_t value, const char *sort, const char *name,
                    struct text nearest, struct belie_error *e) {
    const struct node *place = value < s->places.count ? s->places.items[value] : s->name;
    struct text hint = nearest.length ? arena_format(a, ", did you mean \"%.*s\"", TEXT_ARGS(nearest)) : TEXT("");
    return config_error(e, place, arena_format(a, "there is no %s \"%s\"%.*s", sort, name, TEXT_ARGS(hint)).bytes);
}

/* The others build on it. */
static bool is_core(struct text folder) {
    return text_equal(pack_name(folder), TEXT("core"));
}

static bool choose_packs(struct arena *a, const struct setting *s, struct paths *shipped, struct belie_error *e) {
    bool *wanted = arena_array(a, bool, shipped->items.count + 1);
    if (!wanted) return error_no_memory(e);
    for (size_t i = 0; i < s->values.count; i++) {
        struct text nearest;
        long index = find_pack(shipped, text_of(s->values.items[i]), &nearest);
        if (index < 0) return unknown(a, s, i, "shipped pack", s->values.items[i], nearest, e);
        wanted[index] = true;
    }
    size_t kept = 0;
    for (size_t i = 0; i < shipped->items.count; i++)
        if (wanted[i] || is_core(shipped->items.items[i])) shipped->items.items[kept++] = shipped->items.items[i];
    shipped->items.count = kept;
    return true;
}

static bool shipped_packs(struct arena *a, const struct config *c, struct paths *out, struct belie_error *e) {
    const struct setting *packs = config_setting(c, "packs");
    return folder_packs(a, belie_rules_folder(), out, e) && (!packs || choose_packs(a, packs, out, e));
}

static bool add_folders(struct arena *a, const struct setting *s, struct paths *out, struct belie_error *e) {
    for (size_t i = 0; s && i < s->values.count; i++) {
        const char *folder = s->values.items[i];
        struct text *path = list_add(a, &out->items);
        if (!path) return error_no_memory(e);
        *path = text_of(folder);
        if (s->places.count && !folder_is(folder)) /* else it is the loader that says so */
            return config_error(e, s->places.items[i], arena_format(a, "there is no folder \"%s\"", folder).bytes);
    }
    return true;
}

belie_rules *belie_config_rules(const belie_config *config, struct belie_error *error) {
    struct arena scratch = {0};
    struct paths folders = {0};
    bool ok = shipped_packs(&scratch, &config->config, &folders, error) &&
              add_folders(&scratch, config_setting(&config->config, "rules"), &folders, error);
    belie_rules *rules = ok ? rules_open(folders.items.items, folders.items.count, error) : NULL;
    arena_release(&scratch);
    return rules;
}

/* What stands for the packs is what is loaded: without a word on it all that are shipped, and core in any case. */
static bool list_packs(const struct config *c, struct arena *a, struct settings_list *list, struct belie_error *e) {
    struct paths loaded = {0};
    if (!shipped_packs(a, c, &loaded, e)) return false;
    const char **names = arena_array(a, const char *, loaded.items.count + 1);
    for (size_t i = 0; names && i < loaded.items.count; i++)
        names[i] = arena_text(a, pack_name(loaded.items.items[i])).bytes;
    for (size_t i = 0; i < list->items.count; i++)
        if (strcmp(list->items.items[i].key, "packs") == 0) {
            list->items.items[i].values = names;
            list->items.items[i].count = loaded.items.count;
        }
    return !a->failed || error_no_memory(e);
}

bool belie_config_print(const belie_config *config, const char *format, belie_write *write, void *context,
                        struct belie_error *error) {
    struct output output = {.write = write, .context = context};
    struct arena scratch = {0};
    struct settings_list list = {0};
    bool json = format && strcmp(format, "json") == 0;
    bool ok = json || !format || strcmp(format, "text") == 0 ||
              error_set(error, BELIE_BAD_REQUEST, TEXT(""), "unknown format \"%s\"", format);
    ok = ok && (config_list(&config->config, &scratch, &list) || error_no_memory(error));
    ok = ok && list_packs(&config->config, &scratch, &list, error);
    if (ok) (json ? config_json : config_text)(&output, &config->config, &list);
    arena_release(&scratch);
    return output_end(&output, error) && ok;
}

/* "death-toll", or "general/death-toll" as `rules list` prints it; -1. */
static int32_t find_proposition(const struct rules *r, struct text id) {
    const char *slash = memchr(id.bytes, '/', id.length);
    size_t pack = slash ? (size_t)(slash - id.bytes) : 0;
    int32_t found = rules_find_proposition(r, text_slice(id, slash ? pack + 1 : 0, id.length));
    if (found < 0 || !slash) return found;
    symbol own = r->packs.items[r->propositions.items[found].pack].id;
    return text_equal(symbols_text(&r->symbols, own), text_slice(id, 0, pack)) ? found : -1;
}

static bool unknown_proposition(belie_check *check, const struct setting *s, struct text id, struct belie_error *e) {
    const struct rules *r = check->rules;
    struct text nearest = TEXT("");
    size_t best = 0;
    for (size_t i = 0; i < r->propositions.count; i++) {
        struct text known = symbols_text(&r->symbols, r->propositions.items[i].id);
        if (schema_nearer(id, known, &best)) nearest = known;
    }
    return unknown(&check->arena, s, SIZE_MAX, "proposition", id.bytes, nearest, e);
}

static bool set_propositions(belie_check *check, const struct config *c, struct belie_error *e) {
    struct text prefix = TEXT("severities.propositions.");
    enum choice *choices = arena_array(&check->arena, enum choice, check->rules->propositions.count + 1);
    if (!choices) return error_no_memory(e);
    for (size_t i = 0; i < c->settings.count; i++) {
        const struct setting *s = &c->settings.items[i];
        struct text key = text_of(s->shown.key);
        if (!text_starts(key, prefix)) continue;
        struct text id = text_slice(key, prefix.length, key.length);
        int32_t proposition = find_proposition(check->rules, id);
        if (proposition < 0) return unknown_proposition(check, s, id, e);
        if (choices[proposition] != CHOICE_NONE) return config_error(e, s->name, "the proposition stands here already");
        choices[proposition] = choice_of(s->values.items[0]);
    }
    check->severities.propositions = choices;
    return true;
}

/* The one value of "group.name"; NULL when it is not set. */
static const char *word_of(const struct config *c, const char *group, const char *name) {
    char key[64];
    struct belie_setting s;
    snprintf(key, sizeof key, "%s.%s", group, name);
    return config_get(c, key, &s) && s.count ? s.values[0] : NULL;
}

static int steps_of(const char *word) {
    if (!word || strcmp(word, "same") == 0) return 0;
    return strcmp(word, "raise") == 0 ? 1 : -1;
}

bool belie_check_configure(belie_check *check, const belie_config *config, struct belie_error *error) {
    const struct config *c = &config->config;
    struct belie_setting outlet;
    for (int i = 0; i < RELATIONS; i++) {
        const char *word = word_of(c, "severities.relations", relation_name((enum relation)i));
        check->severities.relations[i] = word ? choice_of(word) : CHOICE_NONE;
    }
    for (int i = 0; i < BLOCK_KINDS; i++)
        check->severities.weights[i] = steps_of(word_of(c, "weights", block_kind_name((enum block_kind)i)));
    if (config_get(c, "outlet", &outlet) && outlet.count)
        check->outlet = arena_text(&check->arena, text_of(outlet.values[0]));
    return set_propositions(check, c, error) && (!check->arena.failed || error_no_memory(error));
}

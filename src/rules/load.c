/* Packs → compiled rules: read all files, declare what they define, then read what refers to it. */
#include "rules/loading.h"

#include "base/limits.h"
#include "base/pool.h"
#include "document/document.h"
#include "rules/image.h"

#include <stdlib.h>

static const struct schema file_schema = {"a rule file",
                                          {[SECTION_TYPES] = {"types", MAPS, false},
                                           [SECTION_ENTITIES] = {"entities", MAPS, false},
                                           [SECTION_WORDS] = {"words", A_MAP, false},
                                           [SECTION_CUES] = {"cues", A_MAP, false},
                                           [SECTION_REPORTING] = {"reporting", MAPS, false},
                                           [SECTION_RELATIONS] = {"relations", A_MAP, false},
                                           [SECTION_VERBS] = {"verbs", MAPS, false},
                                           [SECTION_PROPOSITIONS] = {"propositions", MAPS, false}}};

static bool add_source(struct loading *l, struct text path, struct text bytes) {
    struct loaded_pack *pack = &l->packs.items[l->packs.count - 1];
    struct yaml_file *file = arena_new(&l->scratch, struct yaml_file);
    struct source *source = list_add(&l->scratch, &l->sources);
    if (!file || !source) return loading_no_memory(l);
    *file = (struct yaml_file){path, bytes, "rule file", BELIE_BAD_RULES, (uint32_t)l->sources.count - 1};
    *source = (struct source){.file = file, .pack = (int32_t)l->packs.count - 1};
    pack->hash = hash_mix(pack->hash, text_digest(bytes));
    return true;
}

static void parse_one(void *context, unsigned worker, size_t index) {
    struct loading *l = context;
    struct source *source = &l->sources.items[index];
    yaml_read(&l->arenas[worker], source->file, &source->root, &source->error);
}

/* Parsing is the larger half of loading: the files are parsed side by side. The first error, in their order, counts. */
static bool parse_all(struct loading *l) {
    l->arena_count = pool_processors();
    if (l->arena_count > POOL_THREADS) l->arena_count = POOL_THREADS;
    l->arenas = calloc(l->arena_count, sizeof *l->arenas);
    if (!l->arenas) return loading_no_memory(l);
    pool_run(l->arena_count, l->sources.count, parse_one, l);
    for (size_t i = 0; i < l->sources.count; i++) {
        struct source *source = &l->sources.items[i];
        if (source->error.code) *l->error = source->error;
        if (source->error.code) return false;
        if (source->root && !schema_read(source->root, &file_schema, source->sections, l->error)) return false;
    }
    return true;
}

static bool add_file(struct loading *l, struct text path) {
    struct buffer bytes = {0};
    bool good = file_read(path, LIMIT_RULE_FILE_BYTES, &bytes, l->error);
    if (good) good = add_source(l, path, arena_text(&l->scratch, buffer_view(&bytes)));
    buffer_release(&bytes);
    return good;
}

static bool name_is_new(struct loading *l, const struct loaded_pack *pack) {
    for (const struct loaded_pack *p = l->packs.items; p < pack; p++)
        if (text_equal(p->name, pack->name))
            return error_set(l->error, BELIE_BAD_RULES, pack->files.path, "a second pack named \"%.*s\"",
                             TEXT_ARGS(pack->name));
    return true;
}

static struct loaded_pack *new_pack(struct loading *l, struct text name) {
    struct loaded_pack *pack = list_add(&l->scratch, &l->packs);
    if (!pack) return (void)loading_no_memory(l), NULL;
    pack->name = name;
    pack->hash = text_hash(name);
    return pack;
}

static bool add_pack(struct loading *l, struct text folder) {
    struct loaded_pack *pack = new_pack(l, pack_name(folder));
    if (!pack || !pack_files(&l->scratch, folder, &pack->files, l->error) || !name_is_new(l, pack)) return false;
    for (size_t i = 0; i < pack->files.paths.count; i++)
        if (!add_file(l, pack->files.paths.items[i])) return false;
    return true;
}

static bool declare_packs(struct loading *l) {
    for (size_t i = 0; i < l->packs.count; i++) {
        struct pack *pack = list_add(&l->rules->arena, &l->rules->packs);
        if (!pack) return loading_no_memory(l);
        *pack = (struct pack){.day = NO_DATE};
        if (!(pack->id = loading_symbol(l, l->packs.items[i].name))) return false;
        l->rules->hash += l->packs.items[i].hash;
    }
    return true;
}

static bool declare_all(struct loading *l) {
    for (size_t i = 0; i < l->sources.count; i++) {
        const struct source *source = &l->sources.items[i];
        const struct node *const *sections = source->sections;
        if ((sections[SECTION_TYPES] && !type_declare(l, sections[SECTION_TYPES])) ||
            (sections[SECTION_ENTITIES] && !entity_declare(l, sections[SECTION_ENTITIES], source->pack)) ||
            (sections[SECTION_WORDS] && !words_declare(l, sections[SECTION_WORDS])) ||
            (sections[SECTION_PROPOSITIONS] && !proposition_declare(l, sections[SECTION_PROPOSITIONS], source->pack)))
            return false;
    }
    return true;
}

static bool read_each(struct loading *l, enum section section, bool (*read)(struct loading *, const struct node *)) {
    for (size_t i = 0; i < l->sources.count; i++)
        if (l->sources.items[i].sections[section] && !read(l, l->sources.items[i].sections[section])) return false;
    return true;
}

static bool compile(struct loading *l) {
    return declare_packs(l) && parse_all(l) && declare_all(l) && type_read_all(l) && entity_read_all(l) && words_read_all(l) &&
           read_each(l, SECTION_CUES, cue_read_all) && read_each(l, SECTION_REPORTING, reporting_read_all) &&
           read_each(l, SECTION_RELATIONS, relation_read_all) && read_each(l, SECTION_VERBS, irregular_read_all) &&
           proposition_read_all(l) && trigger_build(l);
}

/* Ends a loading: the rules when all went well, else NULL. */
static struct rules *finish(struct loading *l, bool good) {
    struct rules *r = l->rules;
    if (good && (r->arena.failed || r->symbols.arena.failed || l->scratch.failed)) good = loading_no_memory(l);
    arena_release(&l->scratch);
    for (unsigned i = 0; l->arenas && i < l->arena_count; i++) arena_release(&l->arenas[i]);
    free(l->arenas);
    free(l->frequencies);
    if (good) return r;
    rules_free(r);
    return NULL;
}

/* Where the files stand is no part of what is compiled. */
static bool keep_paths(struct loading *l) {
    struct rules *r = l->rules;
    for (size_t i = 0; i < l->sources.count; i++) {
        struct text *path = list_add(&r->arena, &r->files);
        if (!path) return loading_no_memory(l);
        *path = arena_text(&r->arena, l->sources.items[i].file->path);
    }
    return true;
}

static bool begin(struct loading *l, struct belie_error *e) {
    *l = (struct loading){.rules = calloc(1, sizeof *l->rules), .error = e};
    return l->rules || error_no_memory(e);
}

static bool add_packs(struct loading *l, const struct text *folders, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!add_pack(l, folders[i])) return false;
    return true;
}

/* Tells one set of packs in one order from another. */
static uint64_t key_of(const struct loading *l) {
    uint64_t key = l->packs.count;
    for (size_t i = 0; i < l->packs.count; i++) key = hash_mix(key, l->packs.items[i].hash);
    return key;
}

struct rules *rules_load(const struct text *folders, size_t count, struct belie_error *e) {
    struct loading l;
    if (!begin(&l, e)) return NULL;
    bool good = add_packs(&l, folders, count);
    if (good && !image_open(key_of(&l), l.rules)) good = compile(&l);
    return finish(&l, good && keep_paths(&l));
}

struct rules *rules_load_apart(const struct text *folders, size_t count, size_t bytes, uint64_t *key,
                               struct belie_error *e) {
    struct loading l;
    if (!begin(&l, e)) return NULL;
    bool good = arena_reserve(&l.rules->arena, bytes) && arena_reserve(&l.rules->symbols.arena, bytes);
    if (!good) loading_no_memory(&l);
    good = good && add_packs(&l, folders, count) && compile(&l);
    *key = key_of(&l);
    return finish(&l, good);
}

struct rules *rules_load_text(const struct text *files, size_t count, struct belie_error *e) {
    struct loading l;
    if (!begin(&l, e)) return NULL;
    bool good = new_pack(&l, TEXT("memory"));
    for (size_t i = 0; good && i < count; i++) {
        struct text path =
            count == 1 ? TEXT("rules.yaml") : arena_format(&l.scratch, "rules-%zu.yaml", i + 1);
        good = add_source(&l, path, files[i]);
    }
    return finish(&l, good && compile(&l) && keep_paths(&l));
}

void rules_free(struct rules *r) {
    if (!r) return;
    symbols_release(&r->symbols);
    arena_release(&r->arena);
    free(r);
}

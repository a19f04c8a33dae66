/* Packs → compiled rules: read all files, declare what they define, then read what refers to it. */
#include "rules/loading.h"

#include "base/limits.h"
#include "base/pool.h"
#include "document/document.h"
#include "rules/pack.h"

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

static bool add_source(struct loading *l, struct text path, struct text bytes, int32_t pack) {
    struct yaml_file *file = arena_new(&l->scratch, struct yaml_file);
    struct source *source = list_add(&l->scratch, &l->sources);
    if (!file || !source) return loading_no_memory(l);
    *file = (struct yaml_file){path, bytes, "rule file", BELIE_BAD_RULES};
    *source = (struct source){.file = file, .pack = pack};
    l->pack_hash = hash_mix(l->pack_hash, text_hash(bytes));
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

static bool add_file(struct loading *l, struct text path, int32_t pack) {
    struct buffer bytes = {0};
    bool good = file_read(path, LIMIT_RULE_FILE_BYTES, &bytes, l->error);
    if (good) good = add_source(l, path, arena_text(&l->scratch, buffer_view(&bytes)), pack);
    buffer_release(&bytes);
    return good;
}

static bool add_pack(struct loading *l, struct text folder) {
    struct rules *r = l->rules;
    struct pack *pack = list_add(&r->arena, &r->packs);
    int32_t index = (int32_t)r->packs.count - 1;
    if (!pack) return loading_no_memory(l);
    if (!pack_files(&r->arena, folder, pack, l->error) || !(pack->id = loading_symbol(l, pack_name(folder))))
        return false;
    l->pack_hash = text_hash(pack_name(folder));
    for (int32_t i = 0; i < index; i++)
        if (r->packs.items[i].id == pack->id)
            return error_set(l->error, BELIE_BAD_RULES, pack->path, "a second pack named \"%.*s\"",
                             TEXT_ARGS(pack_name(folder)));
    for (size_t i = 0; i < pack->files.count; i++)
        if (!add_file(l, pack->files.items[i], index)) return false;
    r->hash += l->pack_hash;
    return true;
}

static bool declare_all(struct loading *l) {
    for (size_t i = 0; i < l->sources.count; i++) {
        const struct source *source = &l->sources.items[i];
        const struct node *const *sections = source->sections;
        if ((sections[SECTION_TYPES] && !type_declare(l, sections[SECTION_TYPES])) ||
            (sections[SECTION_ENTITIES] && !entity_declare(l, sections[SECTION_ENTITIES])) ||
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
    return parse_all(l) && declare_all(l) && type_read_all(l) && entity_read_all(l) && words_read_all(l) &&
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

static bool begin(struct loading *l, struct belie_error *e) {
    *l = (struct loading){.rules = calloc(1, sizeof *l->rules), .error = e};
    return l->rules || error_no_memory(e);
}

struct rules *rules_load(const struct text *folders, size_t count, struct belie_error *e) {
    struct loading l;
    bool good = begin(&l, e);
    if (!good) return NULL;
    for (size_t i = 0; good && i < count; i++) good = add_pack(&l, folders[i]);
    return finish(&l, good && compile(&l));
}

struct rules *rules_load_text(const struct text *files, size_t count, struct belie_error *e) {
    struct loading l;
    bool good = begin(&l, e);
    if (!good) return NULL;
    struct pack *pack = list_add(&l.rules->arena, &l.rules->packs);
    good = pack && (pack->id = loading_symbol(&l, TEXT("memory")));
    for (size_t i = 0; good && i < count; i++) {
        struct text *path = list_add(&l.rules->arena, &pack->files);
        if (!(good = path != NULL)) break;
        *path = count == 1 ? TEXT("rules.yaml") : arena_format(&l.rules->arena, "rules-%zu.yaml", i + 1);
        good = add_source(&l, *path, files[i], 0);
    }
    l.rules->hash = l.pack_hash;
    return finish(&l, good && compile(&l));
}

void rules_free(struct rules *r) {
    if (!r) return;
    symbols_release(&r->symbols);
    arena_release(&r->arena);
    free(r);
}

/* What the readers of the sections share while packs are being loaded. Private to src/rules. */
#ifndef BELIE_RULES_LOADING_H
#define BELIE_RULES_LOADING_H

#include "rules/pack.h"
#include "yaml/schema.h"

enum section {
    SECTION_TYPES,
    SECTION_ENTITIES,
    SECTION_WORDS,
    SECTION_CUES,
    SECTION_REPORTING,
    SECTION_RELATIONS,
    SECTION_VERBS,
    SECTION_PROPOSITIONS,
    SECTIONS
};

/* A pack as it stands on disk. */
struct loaded_pack {
    struct text name;
    struct pack_files files;
    uint64_t hash; /* of its name and the bytes of its files */
};

struct source {
    struct yaml_file *file;
    struct node *root; /* NULL for an empty file */
    struct belie_error error;
    int32_t pack;
    const struct node *sections[MAX_SCHEMA_KEYS];
};

/* Loading has two passes, so that the order of files does not matter: declare all ids, then read all the rest. */
struct loading {
    struct rules *rules;
    struct belie_error *error;
    struct arena scratch; /* files */
    struct arena *arenas; /* their nodes, one arena a thread */
    unsigned arena_count;
    int64_t *frequencies; /* by symbol, once asked for; see anchor.c */
    size_t frequency_count;
    struct {
        const struct pattern **slots; /* those kept, by what they hold */
        size_t slot_count, count;
    } patterns;
    LIST(struct loaded_pack) packs;
    LIST(struct source) sources;
    LIST(const struct node *) declared[ID_SORTS]; /* the nodes, in step with the lists of `rules` */
    int64_t *list_costs; /* by word list: how often it would be tried, once asked for; see anchor.c */
    size_t anchors;      /* of all phrases together */
};

/* All of these return false (or NULL, 0) with the error set. */
bool loading_no_memory(struct loading *l);
symbol loading_symbol(struct loading *l, struct text t);
struct rule_place loading_place(const struct node *n);
struct text loading_keep(struct loading *l, const struct node *n); /* the text, copied to the rules; empty for NULL */

/* Makes the text of `id` the id of the next item of a sort, which `item` defines. */
bool loading_declare(struct loading *l, const struct node *item, const struct node *id, enum id_sort sort, symbol *out);

/* The item that `id` names. *out stays as it is when id is NULL. */
bool loading_resolve(struct loading *l, const struct node *id, enum id_sort sort, int32_t *out);
bool loading_resolve_text(struct loading *l, const struct node *n, size_t offset, struct text id, enum id_sort sort,
                          int32_t *out);
int32_t loading_find(const struct rules *r, struct text id, enum id_sort sort); /* -1 */

/* Texts cut into normalised words like those of an article. */
bool loading_words(struct loading *l, const struct node *n, struct text t, struct name *out);
bool loading_word(struct loading *l, const struct node *n, symbol *out); /* exactly one */
bool loading_names(struct loading *l, const struct node *texts, struct name **items, size_t *count);
bool loading_single_words(struct loading *l, const struct node *texts, symbol **items, size_t *count);

/* The readers of sections; each second pass reads what the first declared. */
bool type_declare(struct loading *l, const struct node *section);
bool type_read_all(struct loading *l);
bool entity_declare(struct loading *l, const struct node *section, int32_t pack);
bool entity_read_all(struct loading *l);
bool words_declare(struct loading *l, const struct node *section);
bool words_read_all(struct loading *l);
bool proposition_declare(struct loading *l, const struct node *section, int32_t pack);
bool proposition_read_all(struct loading *l);
bool rule_read(struct loading *l, const struct node *n, int32_t proposition);
bool frame_read(struct loading *l, const struct node *n, const struct proposition *p, struct frame *out);
bool example_read(struct loading *l, const struct node *n, const struct proposition *p, struct example *out);
bool cue_read_all(struct loading *l, const struct node *section);
bool reporting_read_all(struct loading *l, const struct node *section);
bool relation_read_all(struct loading *l, const struct node *section);
bool irregular_read_all(struct loading *l, const struct node *section);

/* The argument of that name, or -1. */
int32_t proposition_argument(const struct rules *r, const struct proposition *p, struct text name);
bool proposition_resolve_argument(struct loading *l, const struct node *n, const struct proposition *p, int32_t *out);
bool proposition_check_entity(struct loading *l, const struct node *n, const struct argument *argument, int32_t entity);
bool proposition_resolve_value(struct loading *l, const struct node *n, struct text name, const struct proposition *p,
                               int32_t *out);

/* A phrase in the syntax of rules/README.md. `p` may be NULL: then it can have no slots. */
bool pattern_read(struct loading *l, const struct node *n, const struct proposition *p, const struct pattern **out);
const struct pattern *pattern_keep(struct loading *l, const struct pattern *p); /* an equal one that lives with the rules */
const struct pattern *pattern_verb_words(struct loading *l, const struct node *n); /* "point out" → <point> out */

/* The rarest set of words such that a match of the pattern holds one of them before any "//"; count 0 when there is
 * none. */
bool anchor_find(struct loading *l, const struct pattern *p, symbol **items, size_t *count);
symbol anchor_word(struct loading *l, const struct name *entry); /* the rarest */
const struct pattern *anchor_item(struct loading *l, const struct pattern *sequence); /* where they were found; NULL */
bool anchor_is_frequent(struct text word); /* stands in nearly every sentence */

/* Sets of a trigger what spares most attempts at the phrase or cue. */
bool prospect_of(struct loading *l, const struct pattern *p, const symbol *anchors, size_t count, struct trigger *out);

struct beside beside_of(struct loading *l, const struct pattern *p); /* of a phrase or cue */

bool trigger_build(struct loading *l);
bool list_index_build(struct loading *l); /* triggers.lists */

#endif

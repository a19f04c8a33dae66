#include "library/rules.h"

#include "config.h"
#include "library/folder.h"
#include "report/explain_rule.h"
#include "report/output.h"
#include "rules/list.h"

#include <stdlib.h>

belie_rules *rules_open(const struct text *folders, size_t count, struct belie_error *e) {
    belie_rules *rules = calloc(1, sizeof *rules);
    if (!rules) return error_no_memory(e), NULL;
    rules->rules = rules_load(folders, count, e);
    if (rules->rules) return rules;
    free(rules);
    return NULL;
}

static bool add_folders(struct arena *a, const char *const *folders, size_t count, struct paths *out,
                        struct belie_error *e) {
    for (size_t i = 0; i < count; i++) {
        struct text *path = list_add(a, &out->items);
        if (!path) return error_no_memory(e);
        *path = text_of(folders[i]);
    }
    return true;
}

belie_rules *belie_rules_load(const char *const *folders, size_t count, struct belie_error *error) {
    struct arena scratch = {0};
    struct paths packs = {0};
    belie_rules *rules = NULL;
    if (add_folders(&scratch, folders, count, &packs, error)) rules = rules_open(packs.items.items, packs.items.count, error);
    arena_release(&scratch);
    return rules;
}

belie_rules *belie_rules_load_shipped(const char *const *more, size_t count, struct belie_error *error) {
    struct arena scratch = {0};
    struct paths packs = {0};
    belie_rules *rules = NULL;
    if (folder_packs(&scratch, belie_rules_folder(), &packs, error) &&
        add_folders(&scratch, more, count, &packs, error))
        rules = rules_open(packs.items.items, packs.items.count, error);
    arena_release(&scratch);
    return rules;
}

const char *belie_rules_folder(void) {
    const char *chosen = getenv("BELIE_RULES");
    if (chosen && *chosen) return chosen;
    return folder_is(BELIE_RULES_INSTALLED) ? BELIE_RULES_INSTALLED : BELIE_RULES_SOURCE;
}

void belie_rules_free(belie_rules *rules) {
    if (!rules) return;
    rules_free(rules->rules);
    free(rules);
}

uint64_t belie_rules_hash(const belie_rules *rules) {
    return rules->rules->hash;
}

size_t belie_rules_pack_count(const belie_rules *rules) {
    return rules->rules->packs.count;
}

const char *belie_rules_pack(const belie_rules *rules, size_t index) {
    const struct rules *r = rules->rules;
    return index < r->packs.count ? symbols_text(&r->symbols, r->packs.items[index].id).bytes : NULL;
}

bool belie_rules_list(const belie_rules *rules, belie_write *write, void *context, struct belie_error *error) {
    struct output output = {.write = write, .context = context};
    rules_list(rules->rules, &output.text);
    return output_end(&output, error);
}

bool belie_rules_show(const belie_rules *rules, const char *id, belie_write *write, void *context,
                      struct belie_error *error) {
    struct output output = {.write = write, .context = context};
    bool found = rules_show(rules->rules, text_of(id), &output.text);
    if (!found) error_set(error, BELIE_BAD_REQUEST, TEXT(""), "no rule, proposition or entity is called \"%s\"", id);
    return output_end(&output, error) && found;
}

bool belie_rules_explain(const belie_rules *rules, const char *id, unsigned width, belie_write *write, void *context,
                         struct belie_error *error) {
    struct output output = {.write = write, .context = context};
    struct named named;
    bool found = rules_named(rules->rules, text_of(id), &named);
    if (found) explain_rule(&output, rules->rules, &named, width);
    else error_set(error, BELIE_BAD_REQUEST, TEXT(""), "no rule or proposition is called \"%s\"", id);
    return output_end(&output, error) && found;
}

const char *belie_rules_proposition(const belie_rules *rules, size_t index) {
    const struct rules *r = rules->rules;
    return index < r->propositions.count ? symbols_text(&r->symbols, r->propositions.items[index].id).bytes : NULL;
}

const char *belie_rules_rule(const belie_rules *rules, size_t proposition, size_t index) {
    const struct rules *r = rules->rules;
    if (proposition >= r->propositions.count || index >= r->propositions.items[proposition].rules.count) return NULL;
    int32_t rule = r->propositions.items[proposition].rules.items[index];
    return symbols_text(&r->symbols, r->rules.items[rule].id).bytes;
}

bool belie_rules_lint(const belie_rules *rules, belie_write *write, void *context, size_t *problems,
                      struct belie_error *error) {
    struct output output = {.write = write, .context = context};
    rules_lint(rules->rules, &output.text, problems);
    return output_end(&output, error);
}

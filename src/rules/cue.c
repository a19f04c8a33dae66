/* `cues:` and `reporting:`. Each entry becomes one cue; the lists of all files and packs add up. */
#include "rules/loading.h"

static const struct schema cues_schema = {"cues",
                                          {[CUE_NEGATION] = {"negation", MAPS, false},
                                           [CUE_POSSIBLE] = {"possible", MAPS, false},
                                           [CUE_PROBABLE] = {"probable", MAPS, false},
                                           [CUE_PLANNED] = {"planned", MAPS, false},
                                           [CUE_CONDITION] = {"condition", MAPS, false},
                                           [CUE_ASKED] = {"asked", MAPS, false},
                                           [CUE_WISHED] = {"wished", MAPS, false},
                                           [CUE_UNKNOWN] = {"unknown", MAPS, false},
                                           [CUE_PSEUDO] = {"pseudo", MAPS, false},
                                           [CUE_END] = {"end", MAPS, false}}};

static const struct schema cue_schema = {"a cue", {{"words", TEXTS, true}, {"scope", A_TEXT, false}}};

enum { REPORT_VERBS, REPORT_WORDS, REPORT_COMMITS, REPORT_NEGATES, REPORT_SCOPE };
static const struct schema report_schema = {"a report",
                                            {[REPORT_VERBS] = {"verbs", TEXTS, false},
                                             [REPORT_WORDS] = {"words", TEXTS, false},
                                             [REPORT_COMMITS] = {"commits", A_TEXT, true},
                                             [REPORT_NEGATES] = {"negates", A_TEXT, false},
                                             [REPORT_SCOPE] = {"scope", A_TEXT, false}}};

static bool read_scope(struct loading *l, const struct node *n, enum cue_scope *scope) {
    static const char *const names[] = {"group", "complement", "clause", "before", "after", "sentence", NULL};
    int index = (int)*scope;
    if (!schema_choice(n, "scope", names, &index, l->error)) return false;
    *scope = (enum cue_scope)index;
    return true;
}

/* Adds a cue like `like`, with the pattern of `n`. */
static bool add_cue(struct loading *l, const struct node *n, const struct pattern *pattern, const struct cue *like) {
    struct cue *cue = list_add(&l->rules->arena, &l->rules->cues);
    if (!cue) return loading_no_memory(l);
    *cue = *like;
    cue->pattern = pattern;
    cue->place = loading_place(n);
    if (!(cue->id = loading_symbol(l, n->text)) || !anchor_find(l, pattern, &cue->anchors.items, &cue->anchors.count))
        return false;
    if (!cue->anchors.count) return yaml_error(l->error, n, "a cue must hold at least one literal word, verb or noun");
    return true;
}

static bool add_phrases(struct loading *l, const struct node *texts, const struct cue *like) {
    for (size_t i = 0; texts && i < texts->items.count; i++) {
        const struct pattern *pattern;
        if (!pattern_read(l, texts->items.items[i], NULL, &pattern) ||
            !add_cue(l, texts->items.items[i], pattern, like))
            return false;
    }
    return true;
}

static bool add_verbs(struct loading *l, const struct node *texts, const struct cue *like) {
    for (size_t i = 0; texts && i < texts->items.count; i++) {
        const struct pattern *pattern = pattern_verb_words(l, texts->items.items[i]);
        if (!pattern || !add_cue(l, texts->items.items[i], pattern, like)) return false;
    }
    return true;
}

static bool read_cue(struct loading *l, const struct node *n, enum cue_kind kind) {
    const struct node *values[MAX_SCHEMA_KEYS];
    struct cue cue = {.kind = kind, .scope = SCOPE_CLAUSE};
    return schema_read(n, &cue_schema, values, l->error) && read_scope(l, values[1], &cue.scope) &&
           add_phrases(l, values[0], &cue);
}

bool cue_read_all(struct loading *l, const struct node *section) {
    const struct node *values[MAX_SCHEMA_KEYS];
    if (!schema_read(section, &cues_schema, values, l->error)) return false;
    for (int kind = 0; kind < CUE_REPORT; kind++)
        for (size_t i = 0; values[kind] && i < values[kind]->items.count; i++)
            if (!read_cue(l, values[kind]->items.items[i], (enum cue_kind)kind)) return false;
    return true;
}

static bool read_report(struct loading *l, const struct node *n) {
    static const char *const commits[] = {"speaker", "outlet", "nobody", NULL};
    const struct node *values[MAX_SCHEMA_KEYS];
    struct cue verb = {.kind = CUE_REPORT, .scope = SCOPE_COMPLEMENT};
    int who = 0;
    if (!schema_read(n, &report_schema, values, l->error) ||
        !schema_choice(values[REPORT_COMMITS], "commits", commits, &who, l->error) ||
        !schema_flag(values[REPORT_NEGATES], &verb.negates, l->error))
        return false;
    if (!values[REPORT_VERBS] && !values[REPORT_WORDS]) return yaml_error(l->error, n, "a report needs verbs or words");
    verb.commits_outlet = who == 1;
    verb.doubts = who == 2;
    struct cue words = verb;
    words.scope = SCOPE_CLAUSE;
    words.speaker_after = true;
    return read_scope(l, values[REPORT_SCOPE], &verb.scope) && read_scope(l, values[REPORT_SCOPE], &words.scope) &&
           add_verbs(l, values[REPORT_VERBS], &verb) && add_phrases(l, values[REPORT_WORDS], &words);
}

bool reporting_read_all(struct loading *l, const struct node *section) {
    for (size_t i = 0; i < section->items.count; i++)
        if (!read_report(l, section->items.items[i])) return false;
    return true;
}

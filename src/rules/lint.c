/* Problems that loading lets pass, because the rules still mean something. */
#include "rules/list.h"

#include "rules/loading.h"

#include <inttypes.h>
#include <stdlib.h>

struct lint {
    const struct rules *rules;
    struct buffer *out;
    size_t problems;
    struct symbols seen; /* "proposition phrase", to find duplicates */
    struct arena scratch;
    bool *used_lists;
};

static void report(struct lint *l, const struct rule_place *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void report(struct lint *l, const struct rule_place *place, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    buffer_format(l->out, "%.*s:%" PRIu32 ":%" PRIu32 ": ", TEXT_ARGS(l->rules->files.items[place->file]), place->line,
                  place->column);
    buffer_vformat(l->out, format, arguments);
    buffer_char(l->out, '\n');
    va_end(arguments);
    l->problems++;
}

static struct text name_of(const struct lint *l, symbol s) {
    return symbols_text(&l->rules->symbols, s);
}

static void mark_lists(struct lint *l, const struct pattern *p) {
    if (p->kind == PATTERN_LIST) l->used_lists[p->index] = true;
    for (size_t i = 0; i < p->items.count; i++) mark_lists(l, p->items.items[i]);
}

/* Is the argument in every way to match the pattern? */
static bool always_holds(const struct pattern *p, int32_t argument) {
    if (p->kind == PATTERN_SLOT) return p->index == argument;
    bool all = p->kind == PATTERN_CHOICE;
    for (size_t i = 0; i < p->items.count && p->kind != PATTERN_OPTIONAL; i++)
        if (always_holds(p->items.items[i], argument) != all) return !all;
    return all;
}

static void check_arguments(struct lint *l, const struct rule *rule, const struct phrase *phrase) {
    const struct proposition *p = &l->rules->propositions.items[rule->proposition];
    for (size_t i = 0; i < p->arguments.count; i++) {
        const struct argument *a = &p->arguments.items[i];
        if (a->optional || a->default_speaker || a->default_entity >= 0 || rules_binds(rule, (int32_t)i)) continue;
        if (!always_holds(phrase->pattern, (int32_t)i))
            report(l, &phrase->place, "phrase without {%.*s}, which has no default", TEXT_ARGS(name_of(l, a->name)));
    }
}

static void check_phrase(struct lint *l, const struct rule *rule, const struct phrase *phrase) {
    struct text key = arena_format(&l->scratch, "%" PRId32 " %.*s", rule->proposition, TEXT_ARGS(phrase->source));
    if (symbols_find(&l->seen, key)) report(l, &phrase->place, "phrase stands in this proposition twice");
    symbols_intern(&l->seen, key);
    for (size_t i = 0; i < phrase->anchors.count; i++) {
        struct text word = name_of(l, phrase->anchors.items[i]);
        if (!anchor_is_frequent(word)) continue;
        report(l, &phrase->place, "phrase is tried at every \"%.*s\", give it a rarer word", TEXT_ARGS(word));
        break;
    }
    mark_lists(l, phrase->pattern);
    check_arguments(l, rule, phrase);
}

static void check_examples(struct lint *l, const struct rule *rule) {
    size_t fire = 0, silent = 0;
    for (size_t i = 0; i < rule->examples.count; i++)
        if (rule->examples.items[i].claims.count)
            fire++;
        else
            silent++;
    struct text id = name_of(l, rule->id);
    if (!fire) report(l, &rule->place, "rule \"%.*s\" has no example that must fire", TEXT_ARGS(id));
    if (silent < fire || !silent)
        report(l, &rule->place, "rule \"%.*s\" has %zu example%s that must not fire, but %zu that must", TEXT_ARGS(id),
               silent, silent == 1 ? "" : "s", fire);
}

static void check_values(struct lint *l, const struct proposition *p) {
    for (size_t i = 0; i < p->values.count; i++) {
        bool used = false;
        for (size_t j = 0; !used && j < p->rules.count; j++) {
            const struct rule *rule = &l->rules->rules.items[p->rules.items[j]];
            int32_t value = (int32_t)i;
            used = rule->value == value || rule->scope_all == value || rule->scope_part == value;
        }
        if (!used)
            report(l, &p->values.items[i].place, "no rule gives value \"%.*s\"",
                   TEXT_ARGS(name_of(l, p->values.items[i].id)));
    }
}

static void check_proposition(struct lint *l, const struct proposition *p) {
    if (!p->rules.count)
        report(l, &p->place, "proposition \"%.*s\" has no rules", TEXT_ARGS(name_of(l, p->id)));
    else
        check_values(l, p);
    for (size_t i = 0; i < p->rules.count; i++) {
        const struct rule *rule = &l->rules->rules.items[p->rules.items[i]];
        check_examples(l, rule);
        for (size_t j = 0; j < rule->phrases.count; j++) check_phrase(l, rule, &rule->phrases.items[j]);
    }
}

static void check_entity(struct lint *l, const struct entity *x) {
    bool full = x->names.count || x->titles.count || (x->heads.count && x->marks.count);
    if (!full && !x->with.count)
        report(l, &x->place, "entity \"%.*s\" is never named: its short names need a full one, or \"with\"",
               TEXT_ARGS(name_of(l, x->id)));
}

/* The lists that the engine looks at by name; see rules/README.md. */
static bool is_engine_list(struct text id) {
    static const char *const names[] = {"whole-words", "part-words", "light-verbs", "yes-words", "no-words",
                                        "empty-verbs", "wide-places", "for-a-while", "empty-nouns", "rises", "falls", "told-as-die",
                                        "told-as-begin", "told-as-resume", "told-as-end", "view-nouns", "agent-nouns", "bystanders", "claim-nouns",
                                        "disputed-nouns", "rumour-nouns", "disputing-verbs", "disputing-verbs-with", "story-subjects", "matter-nouns",
                                        "quoting-verbs", "demonyms", "denials", "doubtful", "says-little", "passing-counts",
                                        "hearing-verbs", "telling-verbs", "plan-nouns", "role-fields", "role-neutral", "rank-high", "rank-low",
                                        "one-role", "any-role", "aside-verbs"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_equal(id, text_of(names[i]))) return true;
    return false;
}

static void check_lists(struct lint *l) {
    for (size_t i = 0; i < l->rules->cues.count; i++) mark_lists(l, l->rules->cues.items[i].pattern);
    for (size_t i = 0; i < l->rules->rules.count; i++) {
        const struct rule *rule = &l->rules->rules.items[i];
        const struct frame *f = &rule->frame;
        for (size_t j = 0; j < rule->unless.count; j++) mark_lists(l, rule->unless.items[j]);
        if (f->among >= 0) l->used_lists[f->among] = true;
        if (f->except >= 0) l->used_lists[f->except] = true;
    }
    for (size_t i = 0; i < l->rules->lists.count; i++) {
        const struct word_list *list = &l->rules->lists.items[i];
        if (!l->used_lists[i] && !is_engine_list(name_of(l, list->id)))
            report(l, &list->place, "word list \"%.*s\" is never used", TEXT_ARGS(name_of(l, list->id)));
    }
}

void rules_lint(const struct rules *r, struct buffer *out, size_t *problems) {
    struct lint l = {.rules = r, .out = out};
    l.used_lists = arena_array(&l.scratch, bool, r->lists.count);
    if (l.used_lists) {
        for (size_t i = 0; i < r->entities.count; i++) check_entity(&l, &r->entities.items[i]);
        for (size_t i = 0; i < r->propositions.count; i++) check_proposition(&l, &r->propositions.items[i]);
        check_lists(&l);
    }
    out->failed |= l.scratch.failed;
    *problems = l.problems;
    symbols_release(&l.seen);
    arena_release(&l.scratch);
}

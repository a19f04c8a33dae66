/* `frame:` of a rule: verbs with what follows them, nouns and adjectives with their prepositions, and which group fills
 * which argument. */
#include "rules/loading.h"

#include <string.h>

enum { FRAME_VERBS, FRAME_NOUNS, FRAME_ADJECTIVES, FRAME_SUBJECT, FRAME_OBJECT, FRAME_PLACES, FRAME_REQUIRED, FRAME_EVERY_VERB,
       FRAME_EVERY_QUOTATION, FRAME_EVERY_HEADLINE, FRAME_SETTING, FRAME_AMOUNTS, FRAME_AMONG,
       FRAME_EVERY_NOUN, FRAME_EVERY_FIGURE, FRAME_FIGURES, FRAME_EVERY_SUM, FRAME_EVERY_ACT, FRAME_EXCEPT, FRAME_EVERY_ROLE };
static const struct schema frame_schema = {"a frame",
                                           {[FRAME_VERBS] = {"verbs", A_LIST, false},
                                            [FRAME_NOUNS] = {"nouns", TEXTS, false},
                                            [FRAME_ADJECTIVES] = {"adjectives", TEXTS, false},
                                            [FRAME_SUBJECT] = {"subject", A_TEXT, false},
                                            [FRAME_OBJECT] = {"object", A_TEXT, false},
                                            [FRAME_PLACES] = {"places", A_MAP, false},
                                            [FRAME_REQUIRED] = {"required", TEXTS, false},
                                            [FRAME_EVERY_VERB] = {"every_verb", A_TEXT, false},
                                            [FRAME_EVERY_QUOTATION] = {"every_quotation", A_TEXT, false},
                                            [FRAME_EVERY_HEADLINE] = {"every_headline", A_TEXT, false},
                                            [FRAME_SETTING] = {"setting", A_TEXT, false},
                                            [FRAME_AMOUNTS] = {"amounts", TEXTS, false},
                                            [FRAME_AMONG] = {"among", A_TEXT, false},
                                            [FRAME_EVERY_NOUN] = {"every_noun", A_TEXT, false},
                                            [FRAME_EVERY_FIGURE] = {"every_figure", A_TEXT, false},
                                            [FRAME_FIGURES] = {"figures", TEXTS, false},
                                            [FRAME_EVERY_SUM] = {"every_sum", A_TEXT, false},
                                            [FRAME_EVERY_ACT] = {"every_act", A_TEXT, false},
                                            [FRAME_EXCEPT] = {"except", A_TEXT, false},
                                            [FRAME_EVERY_ROLE] = {"every_role", A_TEXT, false}}};

static const struct schema marked_schema = {
    "a marked verb", {{"particle", A_TEXT, false}, {"preposition", A_TEXT, false}, {"plain", A_TEXT, false}}};

static bool is_one_of(struct text word, const char *const *words) {
    while (*words && !text_equal(word, text_of(*words))) words++;
    return *words != NULL;
}

static bool is_particle(struct text word) {
    static const char *const words[] = {"up",   "down",  "out",   "off",     "away", "back",
                                        "over", "aside", "apart", "forward", NULL};
    return is_one_of(word, words);
}

static bool is_preposition(struct text word) {
    static const char *const words[] = {"on",      "in",      "to",   "with",    "of",    "at",      "for",
                                        "against", "from",    "into", "about",   "by",    "upon",    "as",
                                        "toward",  "towards", "than", "between", "under", "through", NULL};
    return is_one_of(word, words);
}

/* "one", "'s" → the one reserved word "one's". */
static bool join_ones(struct loading *l, struct name *words) {
    symbol one = symbols_find(&l->rules->symbols, TEXT("one")), genitive = symbols_find(&l->rules->symbols, TEXT("'s"));
    symbol ones = loading_symbol(l, TEXT("one's")), *joined = arena_array(&l->rules->arena, symbol, words->count);
    uint32_t count = 0;
    if (!ones || !joined) return loading_no_memory(l);
    for (uint32_t i = 0; i < words->count; i++) {
        bool pair = one && i + 1 < words->count && words->words[i] == one && words->words[i + 1] == genitive;
        joined[count++] = pair ? ones : words->words[i];
        i += pair;
    }
    *words = (struct name){joined, count};
    return true;
}

static bool read_verb_words(struct loading *l, const struct node *n, struct frame_verb *verb) {
    struct name words;
    if (!loading_words(l, n, n->text, &words) || !join_ones(l, &words)) return false;
    verb->verb = words.words[0];
    for (uint32_t i = 1; i < words.count; i++) {
        symbol *room = list_add(&l->rules->arena, &verb->rest);
        if (!room) return loading_no_memory(l);
        *room = words.words[i];
    }
    return true;
}

static void guess_last(const struct rules *r, struct frame_verb *verb) {
    if (!verb->rest.count) return;
    struct text last = symbols_text(&r->symbols, verb->rest.items[verb->rest.count - 1]);
    verb->particle = verb->rest.count == 1 && is_particle(last);
    verb->preposition = is_preposition(last);
}

static bool read_marked_verb(struct loading *l, const struct node *n, struct frame_verb *verb) {
    const struct node *values[MAX_SCHEMA_KEYS];
    if (!schema_read(n, &marked_schema, values, l->error)) return false;
    if (!!values[0] + !!values[1] + !!values[2] != 1)
        return yaml_error(l->error, n, "a marked verb needs exactly one of particle, preposition and plain");
    const struct node *words = values[0] ? values[0] : values[1] ? values[1] : values[2];
    if (!read_verb_words(l, words, verb)) return false;
    if (values[0] && verb->rest.count != 1) return yaml_error(l->error, words, "a verb with a particle is two words");
    if (values[1] && !verb->rest.count) return yaml_error(l->error, words, "no preposition stands after the verb");
    verb->particle = values[0] != NULL;
    verb->preposition = values[1] != NULL;
    return true;
}

static bool read_verbs(struct loading *l, const struct node *n, struct frame *out) {
    for (size_t i = 0; n && i < n->items.count; i++) {
        const struct node *item = n->items.items[i];
        struct frame_verb *verb = list_add(&l->rules->arena, &out->verbs);
        if (!verb) return loading_no_memory(l);
        if (item->kind == NODE_MAP ? !read_marked_verb(l, item, verb)
                                   : !schema_check(item, A_TEXT, "verbs", l->error) || !read_verb_words(l, item, verb))
            return false;
        if (item->kind != NODE_MAP) guess_last(l->rules, verb);
    }
    return true;
}

/* "opposed to": a word and at most a preposition. */
static bool read_frame_word(struct loading *l, const struct node *n, struct frame_word *out) {
    struct name words;
    if (!loading_words(l, n, n->text, &words)) return false;
    if (words.count > 2 || (words.count == 2 && !is_preposition(symbols_text(&l->rules->symbols, words.words[1]))))
        return yaml_error(l->error, n, "\"%.*s\" must be one word and at most a preposition; write more as a phrase",
                          TEXT_ARGS(yaml_shown(n->text)));
    *out = (struct frame_word){words.words[0], words.count == 2 ? words.words[1] : 0};
    return true;
}

static bool read_frame_words(struct loading *l, const struct node *n, struct frame_word **items, size_t *count) {
    if (!n) return true;
    *items = arena_array(&l->rules->arena, struct frame_word, n->items.count);
    if (!*items) return loading_no_memory(l);
    for (size_t i = 0; i < n->items.count; i++)
        if (!read_frame_word(l, n->items.items[i], &(*items)[i])) return false;
    *count = n->items.count;
    return true;
}

/* "in|at|near" */
static bool read_prepositions(struct loading *l, const struct node *key, symbol **items, size_t *count, size_t *capacity) {
    LIST(symbol) out = {0};
    for (struct text rest = key->text; rest.length;) {
        const char *bar = memchr(rest.bytes, '|', rest.length);
        size_t end = bar ? (size_t)(bar - rest.bytes) : rest.length;
        struct name words;
        if (!loading_words(l, key, text_slice(rest, 0, end), &words)) return false;
        symbol *room = list_add(&l->rules->arena, &out);
        if (!room) return loading_no_memory(l);
        if (words.count != 1)
            return yaml_error(l->error, key, "\"%.*s\" must be one preposition, or several with | between them",
                              TEXT_ARGS(yaml_shown(key->text)));
        *room = words.words[0];
        rest = text_slice(rest, end + 1, rest.length);
    }
    *items = out.items;
    *count = out.count;
    *capacity = out.capacity;
    return true;
}

static bool read_place(struct loading *l, const struct node *key, const struct node *n, const struct proposition *p,
                       struct frame_place *out) {
    if (!read_prepositions(l, key, &out->prepositions.items, &out->prepositions.count, &out->prepositions.capacity)) return false;
    return schema_check(n, A_TEXT, "places", l->error) && proposition_resolve_argument(l, n, p, &out->argument);
}

static bool read_places(struct loading *l, const struct node *n, const struct proposition *p, struct frame *out) {
    for (size_t i = 0; n && i < n->keys.count; i++) {
        struct frame_place *place = list_add(&l->rules->arena, &out->places);
        if (!place) return loading_no_memory(l);
        if (!read_place(l, n->keys.items[i], n->items.items[i], p, place)) return false;
    }
    return true;
}

/* "object" is the object itself, and has no prepositions. */
static bool read_amounts(struct loading *l, const struct node *n, struct frame *out) {
    for (size_t i = 0; n && i < n->items.count; i++) {
        struct frame_amount *amount = list_add(&l->rules->arena, &out->amounts);
        if (!amount) return loading_no_memory(l);
        *amount = (struct frame_amount){0};
        if (text_equal(n->items.items[i]->text, TEXT("object"))) continue;
        if (!read_prepositions(l, n->items.items[i], &amount->prepositions.items, &amount->prepositions.count,
                               &amount->prepositions.capacity))
            return false;
    }
    return true;
}

static bool read_list(struct loading *l, const struct node *n, int32_t *out) {
    if (!n) return true;
    *out = rules_find_list(l->rules, n->text);
    return *out >= 0 || yaml_error(l->error, n, "undefined word list \"%.*s\"", TEXT_ARGS(yaml_shown(n->text)));
}

static bool must_stand(const struct proposition *p, int32_t argument) {
    if (argument < 0) return false;
    const struct argument *a = &p->arguments.items[argument];
    return !a->optional && !a->default_speaker && a->default_entity < 0;
}

static void require_by_default(const struct proposition *p, struct frame *out) {
    out->subject_required = must_stand(p, out->subject);
    out->object_required = must_stand(p, out->object);
    for (size_t i = 0; i < out->places.count; i++)
        out->places.items[i].required = must_stand(p, out->places.items[i].argument);
}

/* Requires the groups that `n` names: "subject", "object", or the argument that they fill. */
static bool require(struct loading *l, const struct node *n, const struct proposition *p, struct frame *out) {
    int32_t argument = proposition_argument(l->rules, p, n->text);
    bool subject = argument < 0 ? text_equal(n->text, TEXT("subject")) : argument == out->subject;
    bool object = argument < 0 ? text_equal(n->text, TEXT("object")) : argument == out->object, place = false;
    for (size_t i = 0; argument >= 0 && i < out->places.count; i++)
        if (out->places.items[i].argument == argument) place = out->places.items[i].required = true;
    out->subject_required |= subject;
    out->object_required |= object;
    if (place || (subject && out->subject >= 0) || (object && out->object >= 0)) return true;
    return yaml_error(l->error, n, "\"%.*s\" is neither subject nor object nor an argument that the frame fills",
                      TEXT_ARGS(yaml_shown(n->text)));
}

static bool read_figures(struct loading *l, const struct node *n, struct frame *out) {
    for (size_t i = 0; n && i < n->items.count; i++) {
        int kind = figure_kind_of(n->items.items[i]->text);
        if (kind < 0) return yaml_error(l->error, n->items.items[i], "there is no kind of figure \"%.*s\"", TEXT_ARGS(yaml_shown(n->items.items[i]->text)));
        out->figures |= 1u << kind;
    }
    return true;
}

bool frame_read(struct loading *l, const struct node *n, const struct proposition *p, struct frame *out) {
    const struct node *values[MAX_SCHEMA_KEYS];
    if (!schema_read(n, &frame_schema, values, l->error)) return false;
    if (!values[FRAME_VERBS] && !values[FRAME_NOUNS] && !values[FRAME_ADJECTIVES] && !values[FRAME_EVERY_VERB] &&
        !values[FRAME_EVERY_NOUN] && !values[FRAME_EVERY_FIGURE] && !values[FRAME_EVERY_SUM] && !values[FRAME_EVERY_ACT] && !values[FRAME_EVERY_ROLE] && !values[FRAME_EVERY_QUOTATION] && !values[FRAME_EVERY_HEADLINE])
        return yaml_error(l->error, n, "a frame needs verbs, nouns or adjectives");
    if (!read_verbs(l, values[FRAME_VERBS], out) ||
        !read_frame_words(l, values[FRAME_NOUNS], &out->nouns.items, &out->nouns.count) ||
        !read_frame_words(l, values[FRAME_ADJECTIVES], &out->adjectives.items, &out->adjectives.count) ||
        !proposition_resolve_argument(l, values[FRAME_SUBJECT], p, &out->subject) ||
        !proposition_resolve_argument(l, values[FRAME_OBJECT], p, &out->object) ||
        !proposition_resolve_argument(l, values[FRAME_EVERY_VERB], p, &out->every_verb) ||
        !proposition_resolve_argument(l, values[FRAME_EVERY_NOUN], p, &out->every_noun) ||
        !proposition_resolve_argument(l, values[FRAME_EVERY_FIGURE], p, &out->every_figure) ||
        !proposition_resolve_argument(l, values[FRAME_EVERY_SUM], p, &out->every_sum) ||
        !proposition_resolve_argument(l, values[FRAME_EVERY_ACT], p, &out->every_act) ||
        !proposition_resolve_argument(l, values[FRAME_EVERY_ROLE], p, &out->every_role) ||
        !proposition_resolve_argument(l, values[FRAME_EVERY_QUOTATION], p, &out->every_quotation) ||
        !proposition_resolve_argument(l, values[FRAME_EVERY_HEADLINE], p, &out->every_headline) ||
        !proposition_resolve_argument(l, values[FRAME_SETTING], p, &out->setting) ||
        !read_places(l, values[FRAME_PLACES], p, out) || !read_amounts(l, values[FRAME_AMOUNTS], out) ||
        !read_list(l, values[FRAME_AMONG], &out->among) ||
        !read_list(l, values[FRAME_EXCEPT], &out->except) || !read_figures(l, values[FRAME_FIGURES], out))
        return false;
    if (values[FRAME_EVERY_ACT] && (out->subject < 0 || out->among < 0 || out->except < 0))
        return yaml_error(l->error, n, "every_act needs subject, among and except beside it");
    if (values[FRAME_EVERY_ROLE] && (out->subject < 0 || out->among < 0))
        return yaml_error(l->error, n, "every_role needs subject and among beside it");
    const struct node *required = values[FRAME_REQUIRED];
    if (!required) require_by_default(p, out);
    for (size_t i = 0; required && i < required->items.count; i++)
        if (!require(l, required->items.items[i], p, out)) return false;
    return true;
}

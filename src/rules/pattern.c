/* The phrase syntax of rules/README.md → struct pattern. Recursive descent over the bytes of the phrase; the words
 * between its signs are cut by the same scanner as those of an article. */
#include "rules/loading.h"

#include "base/scan.h"

#include <string.h>

enum { MAX_DEPTH = 12, MAX_PHRASE_BYTES = 2000, SHORT_GAP = 6, LONG_GAP = 25 };

struct parser {
    struct loading *loading;
    const struct node *node;
    const struct proposition *proposition;
    struct text text;
    size_t at;
    int depth;
    bool crossed; /* a "//" was met */
};

static struct pattern *parse_element(struct parser *p);

static struct pattern *fail(struct parser *p, size_t at, const char *format, ...) {
    struct buffer message = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vformat(&message, format, arguments);
    va_end(arguments);
    yaml_error_within(p->loading->error, p->node, at, "%.*s", TEXT_ARGS(buffer_view(&message)));
    buffer_release(&message);
    return NULL;
}

/* Of what begins with neither words nor items. */
static uint64_t begins_alone(enum pattern_kind kind) {
    switch (kind) {
    case PATTERN_SLOT:
    case PATTERN_ANY:
        return UINT64_C(1) << BEGIN_GROUP;
    case PATTERN_FIGURE:
        return UINT64_C(1) << BEGIN_FIGURE;
    case PATTERN_GAP:
    case PATTERN_SENTENCE:
        return UINT64_C(1) << BEGIN_ANY;
    default:
        return 0;
    }
}

static struct pattern *new_pattern(struct parser *p, enum pattern_kind kind) {
    struct pattern *pattern = arena_new(&p->loading->scratch, struct pattern);
    if (!pattern) return (void)loading_no_memory(p->loading), NULL;
    pattern->kind = kind;
    pattern->begins = begins_alone(kind);
    pattern->index = -1;
    return pattern;
}

/* May the next item stand first? */
static bool begins_with_next(const struct pattern *to) {
    for (size_t i = 0; to->kind == PATTERN_SEQUENCE && i < to->items.count; i++)
        if (to->items.items[i]->kind != PATTERN_OPTIONAL) return false;
    return true;
}

static bool add_item(struct parser *p, struct pattern *to, const struct pattern *item) {
    if (item && item->kind == PATTERN_SEQUENCE && item->items.count == 1 && to->kind != PATTERN_PARTS) item = item->items.items[0];
    if (item && begins_with_next(to)) to->begins |= item->begins;
    if (item && item->kind == PATTERN_OPTIONAL && to->kind == PATTERN_CHOICE) to->begins |= UINT64_C(1) << BEGIN_ANY;
    const struct pattern **room = item ? list_add(&p->loading->scratch, &to->items) : NULL;
    if (!room) return item && loading_no_memory(p->loading);
    *room = item;
    return true;
}

static bool add_symbol(struct parser *p, struct pattern *to, struct text form) {
    symbol s = loading_symbol(p->loading, form);
    symbol *room = s ? list_add(&p->loading->scratch, &to->symbols) : NULL;
    if (!room) return loading_no_memory(p->loading);
    *room = s;
    to->begins |= begin_with(s);
    return true;
}

static char peek(const struct parser *p) {
    return p->at < p->text.length ? p->text.bytes[p->at] : '\0';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_sign(char c) {
    return c && strchr("<>[]{}()|?@", c);
}

static void skip_blanks(struct parser *p) {
    while (is_blank(peek(p))) p->at++;
}

/* The run of bytes up to a blank or a sign. */
static struct text take_run(struct parser *p) {
    size_t from = p->at;
    while (peek(p) && !is_blank(peek(p)) && !is_sign(peek(p))) p->at++;
    return text_slice(p->text, from, p->at);
}

/* What stands between the bracket at p->at and its partner; the cursor ends behind it. */
static bool take_bracket(struct parser *p, char close, struct text *inside) {
    size_t from = p->at + 1;
    const char *end = memchr(p->text.bytes + from, close, p->text.length - from);
    if (!end) return fail(p, p->at, "\"%c\" without a closing \"%c\"", p->text.bytes[p->at], close) != NULL;
    p->at = (size_t)(end - p->text.bytes) + 1;
    *inside = text_trim(text_slice(p->text, from, p->at - 1));
    if (!inside->length) return fail(p, from - 1, "nothing stands between the brackets") != NULL;
    return true;
}

static struct pattern *one_word(struct parser *p, struct text form) {
    struct pattern *word = new_pattern(p, PATTERN_WORD);
    return word && add_symbol(p, word, form) ? word : NULL;
}

static struct pattern *parse_words(struct parser *p, struct text run, size_t from) {
    struct pattern *sequence = new_pattern(p, PATTERN_SEQUENCE);
    struct scanner scanner;
    struct scanned token;
    scan_start(&scanner, run);
    while (sequence && scan_next(&scanner, &token))
        if (!add_item(p, sequence, one_word(p, token.form))) return NULL;
    if (sequence && !sequence->items.count) return fail(p, from, "\"%.*s\" holds no word", TEXT_ARGS(yaml_shown(run)));
    return sequence;
}

static struct pattern *parse_gap(struct parser *p, struct text dots, size_t from) {
    if (dots.length != 3 && dots.length != 4)
        return fail(p, from, "a gap is \"...\" or \"....\", not \"%.*s\"", TEXT_ARGS(yaml_shown(dots)));
    struct pattern *gap = new_pattern(p, PATTERN_GAP);
    if (gap) gap->most = dots.length == 3 ? SHORT_GAP : LONG_GAP;
    return gap;
}

static struct pattern *parse_sentence(struct parser *p, size_t from) {
    if (p->depth) return fail(p, from, "\"//\" may not stand inside ( )");
    if (p->crossed) return fail(p, from, "a phrase may hold only one \"//\"");
    p->crossed = true;
    return new_pattern(p, PATTERN_SENTENCE);
}

static struct pattern *parse_run(struct parser *p) {
    size_t from = p->at;
    struct text run = take_run(p);
    if (text_equal(run, TEXT("//"))) return parse_sentence(p, from);
    if (text_starts(run, TEXT("..."))) return parse_gap(p, run, from);
    return parse_words(p, run, from);
}

/* The base form of the commonest mistake: an inflection where a base form is asked for. */
static const char *base_of_auxiliary(struct text word) {
    static const char *const forms[][2] = {{"is", "be"},    {"are", "be"},  {"was", "be"},   {"were", "be"},
                                           {"been", "be"},  {"am", "be"},   {"being", "be"}, {"has", "have"},
                                           {"had", "have"}, {"does", "do"}, {"did", "do"},   {"done", "do"},
                                           {"says", "say"}, {"said", "say"}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (text_equal(word, text_of(forms[i][0]))) return forms[i][1];
    return NULL;
}

static bool add_base_form(struct parser *p, struct pattern *to, struct text word, size_t from) {
    struct scanner scanner;
    struct scanned token, next;
    scan_start(&scanner, word);
    if (!scan_next(&scanner, &token)) return fail(p, from, "an alternative is empty") != NULL;
    const char *base = to->kind == PATTERN_VERB ? base_of_auxiliary(token.form) : NULL;
    if (base) return fail(p, from, "<%.*s> must be a base form, write <%s>", TEXT_ARGS(token.form), base) != NULL;
    if (!add_symbol(p, to, token.form)) return false;
    if (!scan_next(&scanner, &next)) return true;
    return fail(p, from, "\"%.*s\" must be one word, write the others behind the bracket",
                TEXT_ARGS(yaml_shown(word))) != NULL;
}

static bool add_alternatives(struct parser *p, struct pattern *to, struct text inside) {
    for (size_t from = 0; from <= inside.length;) {
        const char *bar = from < inside.length ? memchr(inside.bytes + from, '|', inside.length - from) : NULL;
        size_t end = bar ? (size_t)(bar - inside.bytes) : inside.length;
        size_t place = (size_t)(inside.bytes - p->text.bytes) + from;
        if (!add_base_form(p, to, text_slice(inside, from, end), place)) return false;
        from = end + 1;
    }
    return true;
}

static bool take_voice(struct parser *p, struct text *inside, enum verb_voice *voice) {
    static const char *const names[] = {"", "active", "passive", "ing", "to"};
    const char *colon = memchr(inside->bytes, ':', inside->length);
    if (!colon) return true;
    size_t end = (size_t)(colon - inside->bytes);
    struct text name = text_slice(*inside, end + 1, inside->length);
    *inside = text_slice(*inside, 0, end);
    for (int i = VOICE_ACTIVE; i <= VOICE_TO; i++)
        if (text_equal(name, text_of(names[i]))) {
            *voice = (enum verb_voice)i;
            return true;
        }
    return fail(p, (size_t)(name.bytes - p->text.bytes), "verb form \"%.*s\" is not one of active, passive, ing, to",
                TEXT_ARGS(yaml_shown(name))) != NULL;
}

static struct pattern *parse_verb(struct parser *p) {
    struct text inside;
    struct pattern *verb = take_bracket(p, '>', &inside) ? new_pattern(p, PATTERN_VERB) : NULL;
    return verb && take_voice(p, &inside, &verb->voice) && add_alternatives(p, verb, inside) ? verb : NULL;
}

static struct pattern *parse_noun(struct parser *p) {
    struct text inside;
    struct pattern *noun = take_bracket(p, ']', &inside) ? new_pattern(p, PATTERN_NOUN) : NULL;
    return noun && add_alternatives(p, noun, inside) ? noun : NULL;
}

static struct pattern *parse_figure(struct parser *p, struct text kind) {
    struct buffer known = {0};
    int found = figure_kind_of(kind);
    if (found >= 0) {
        struct pattern *figure = new_pattern(p, PATTERN_FIGURE);
        if (figure) figure->index = found;
        return figure;
    }
    for (int i = 0; i < FIGURE_KINDS; i++) buffer_format(&known, "%s%s", i ? ", " : "", figure_kind_name((enum figure_kind)i));
    fail(p, (size_t)(kind.bytes - p->text.bytes), "figure \"%.*s\" is not one of %.*s", TEXT_ARGS(yaml_shown(kind)),
         TEXT_ARGS(buffer_view(&known)));
    buffer_release(&known);
    return NULL;
}

static struct pattern *unknown_slot(struct parser *p, struct text name, size_t from) {
    struct buffer known = {0};
    for (size_t i = 0; p->proposition && i < p->proposition->arguments.count; i++) {
        struct text argument = symbols_text(&p->loading->rules->symbols, p->proposition->arguments.items[i].name);
        buffer_format(&known, "%s{%.*s}", i ? ", " : "", TEXT_ARGS(argument));
    }
    if (known.length)
        fail(p, from, "undefined argument {%.*s}, the proposition has %.*s", TEXT_ARGS(yaml_shown(name)),
             TEXT_ARGS(buffer_view(&known)));
    else
        fail(p, from, "undefined argument {%.*s}, there are none here", TEXT_ARGS(yaml_shown(name)));
    buffer_release(&known);
    return NULL;
}

static struct pattern *parse_slot(struct parser *p) {
    size_t from = p->at;
    struct text inside;
    if (!take_bracket(p, '}', &inside)) return NULL;
    if (text_equal(inside, TEXT("*"))) return new_pattern(p, PATTERN_ANY);
    const char *colon = memchr(inside.bytes, ':', inside.length);
    if (colon) return parse_figure(p, text_slice(inside, (size_t)(colon - inside.bytes) + 1, inside.length));
    int32_t argument = p->proposition ? proposition_argument(p->loading->rules, p->proposition, inside) : -1;
    if (argument < 0) return unknown_slot(p, inside, from);
    struct pattern *slot = new_pattern(p, PATTERN_SLOT);
    if (slot) slot->index = argument;
    return slot;
}

static struct pattern *parse_list(struct parser *p) {
    size_t from = p->at++;
    struct text name = take_run(p);
    struct pattern *list = new_pattern(p, PATTERN_LIST);
    if (!list || !loading_resolve_text(p->loading, p->node, from, name, ID_LIST, &list->index)) return NULL;
    list->begins = p->loading->rules->lists.items[list->index].begins;
    return list;
}

/* Adds an element; of a sequence, its items. */
static bool add_flat(struct parser *p, struct pattern *to, const struct pattern *element) {
    if (element->kind != PATTERN_SEQUENCE) return add_item(p, to, element);
    for (size_t i = 0; i < element->items.count; i++)
        if (!add_flat(p, to, element->items.items[i])) return false;
    return true;
}

/* Is the "&" here that joins parts which stand in any order? */
static bool at_joint(const struct parser *p) {
    return peek(p) == '&' && (p->at + 1 == p->text.length || is_blank(p->text.bytes[p->at + 1]));
}

/* Elements up to the end, a ")", a bar or a joint. */
static struct pattern *parse_sequence(struct parser *p) {
    struct pattern *sequence = new_pattern(p, PATTERN_SEQUENCE);
    for (skip_blanks(p); sequence && peek(p) && peek(p) != ')' && peek(p) != '|' && !at_joint(p); skip_blanks(p)) {
        struct pattern *element = parse_element(p);
        if (!element) return NULL;
        if (!add_flat(p, sequence, element)) return NULL;
    }
    if (sequence && !sequence->items.count) return fail(p, p->at, "words are missing here");
    if (sequence && begins_with_next(sequence)) sequence->begins |= UINT64_C(1) << BEGIN_ANY; /* it may be empty */
    return sequence;
}

static struct pattern *parse_group(struct parser *p) {
    size_t from = p->at;
    if (++p->depth > MAX_DEPTH) return fail(p, from, "too many ( ) inside each other");
    struct pattern *choice = new_pattern(p, PATTERN_CHOICE);
    do {
        p->at++;
        if (!choice || !add_item(p, choice, parse_sequence(p))) return NULL;
    } while (peek(p) == '|');
    if (peek(p) != ')') return fail(p, from, "\"(\" without a closing \")\"");
    p->at++;
    p->depth--;
    if (choice->items.count > 1) return choice;
    choice->kind = PATTERN_SEQUENCE;
    return choice;
}

static struct pattern *parse_primary(struct parser *p) {
    switch (peek(p)) {
    case '<':
        return parse_verb(p);
    case '[':
        return parse_noun(p);
    case '{':
        return parse_slot(p);
    case '(':
        return parse_group(p);
    case '@':
        return parse_list(p);
    case '\0':
    case ' ':
    case '|':
    case '?':
    case '>':
    case ']':
    case '}':
    case ')':
        return fail(p, p->at, "a word is missing here");
    default:
        return parse_run(p);
    }
}

static struct pattern *parse_choice(struct parser *p) {
    struct pattern *first = parse_primary(p);
    if (!first || peek(p) != '|') return first;
    struct pattern *choice = new_pattern(p, PATTERN_CHOICE);
    if (!choice || !add_item(p, choice, first)) return NULL;
    while (peek(p) == '|') {
        p->at++;
        if (!add_item(p, choice, parse_primary(p))) return NULL;
    }
    return choice;
}

static struct pattern *parse_element(struct parser *p) {
    struct pattern *element = parse_choice(p);
    if (element && peek(p) == '?') {
        struct pattern *optional = new_pattern(p, PATTERN_OPTIONAL);
        if (!optional || !add_item(p, optional, element)) return NULL;
        element = optional;
        p->at++;
    }
    if (element && peek(p) && !is_blank(peek(p)) && peek(p) != ')')
        return fail(p, p->at, "a space is missing before \"%c\"", peek(p));
    return element;
}

static bool is_edge(const struct pattern *p) {
    return p->kind != PATTERN_GAP && p->kind != PATTERN_SENTENCE;
}

static struct pattern *parse_part(struct parser *p) {
    struct pattern *part = parse_sequence(p);
    if (!part) return NULL;
    if (peek(p) == ')') return fail(p, p->at, "\")\" without an opening \"(\"");
    if (peek(p) == '|') return fail(p, p->at, "\"|\" with spaces belongs into ( )");
    if (is_edge(part->items.items[0]) && is_edge(part->items.items[part->items.count - 1])) return part;
    yaml_error(p->loading->error, p->node, "a phrase may not begin or end with a gap or \"//\"");
    return NULL;
}

/* "a & b": parts that stand anywhere in the sentence. */
static struct pattern *parse_parts(struct parser *p, struct pattern *first) {
    struct pattern *parts = new_pattern(p, PATTERN_PARTS);
    if (!parts || !add_item(p, parts, first)) return NULL;
    parts->begins = ~UINT64_C(0);
    while (peek(p) == '&') {
        p->at++;
        if (parts->items.count == MAX_PARTS) return fail(p, p->at - 1, "more than %d parts joined by \"&\"", MAX_PARTS);
        if (!add_item(p, parts, parse_part(p))) return NULL;
    }
    return p->crossed ? fail(p, 0, "\"//\" and \"&\" do not go together") : parts;
}

bool pattern_read(struct loading *l, const struct node *n, const struct proposition *p, const struct pattern **out) {
    struct parser parser = {.loading = l, .node = n, .proposition = p, .text = n->text};
    if (n->text.length > MAX_PHRASE_BYTES)
        return yaml_error(l->error, n, "a phrase of more than %d bytes", MAX_PHRASE_BYTES);
    struct pattern *whole = parse_part(&parser);
    if (whole && peek(&parser) == '&') whole = parse_parts(&parser, whole);
    return whole && (*out = pattern_keep(l, whole)) != NULL;
}

const struct pattern *pattern_verb_words(struct loading *l, const struct node *n) {
    struct parser parser = {.loading = l, .node = n, .text = n->text};
    struct pattern *whole = parse_words(&parser, n->text, 0);
    if (whole) ((struct pattern *)whole->items.items[0])->kind = PATTERN_VERB;
    return whole ? pattern_keep(l, whole) : NULL;
}

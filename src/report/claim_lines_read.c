#include "report/claim_lines.h"

#include "base/utf8.h"
#include "report/json_date.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* One line on its way from JSON to a claim. */
struct reader {
    struct arena *arena;
    const struct rules *rules;
    struct claim_document document;
    struct claim_line line;
    uint32_t length, sentence_length, context_start;
    struct text quote;
    const char *problem; /* what is wrong with the field */
};

static bool wrong(struct reader *r, const char *problem) {
    r->problem = problem;
    return false;
}

static const struct proposition *proposition(const struct reader *r) {
    return &r->rules->propositions.items[r->line.claim.proposition];
}

static struct text name_of(const struct reader *r, symbol s) {
    return symbols_text(&r->rules->symbols, s);
}

static struct text string_of(const cJSON *v) {
    return text_of(cJSON_IsString(v) ? v->valuestring : "");
}

/* Values that stand for themselves: what is read goes to `out`. */

typedef bool get_value(struct reader *r, const cJSON *v, void *out);

static bool get_text(struct reader *r, const cJSON *v, void *out) {
    if (!cJSON_IsString(v)) return wrong(r, "is not a string");
    *(struct text *)out = arena_text(r->arena, string_of(v));
    return true;
}

static bool get_text_or_null(struct reader *r, const cJSON *v, void *out) {
    *(struct text *)out = TEXT("");
    return cJSON_IsNull(v) || get_text(r, v, out);
}

static bool get_bool(struct reader *r, const cJSON *v, void *out) {
    *(bool *)out = cJSON_IsTrue(v);
    return cJSON_IsBool(v) || wrong(r, "is neither true nor false");
}

static bool get_count(struct reader *r, const cJSON *v, void *out) {
    double number = cJSON_IsNumber(v) ? v->valuedouble : -1;
    if (!(number >= 0 && number <= INT32_MAX && floor(number) == number))
        return wrong(r, "is not a whole number that a file can have");
    *(uint32_t *)out = (uint32_t)number;
    return true;
}

static bool get_size(struct reader *r, const cJSON *v, void *out) {
    uint32_t count;
    if (!get_count(r, v, &count)) return false;
    *(size_t *)out = count;
    return true;
}

static bool get_date(struct reader *r, const cJSON *v, void *out) {
    int32_t *days = out;
    *days = cJSON_IsNull(v) ? NO_DATE : date_parse(string_of(v));
    return cJSON_IsNull(v) || *days != NO_DATE || wrong(r, "is no date");
}

/* `digits` hex digits from text t on. */
static bool hex_number(struct text t, size_t from, size_t digits, uint64_t *out) {
    *out = 0;
    for (size_t i = from; i < from + digits; i++) {
        const char *digit = i < t.length ? memchr("0123456789abcdef", t.bytes[i], 16) : NULL;
        if (!digit) return false;
        *out = *out << 4 | (uint64_t)(digit - "0123456789abcdef");
    }
    return true;
}

static bool get_hex(struct reader *r, const cJSON *v, void *out) {
    return (string_of(v).length == 16 && hex_number(string_of(v), 0, 16, out)) || wrong(r, "is not 16 hex digits");
}

/* Sorted and distinct, as the comparison wants them. */
static bool get_names(struct reader *r, const cJSON *v, void *out) {
    struct sketch *names = out;
    struct text digits = string_of(v);
    bool ok = cJSON_IsString(v) && digits.length % 8 == 0 && digits.length / 8 <= SKETCH_NAMES;
    for (names->count = 0; ok && names->count < digits.length / 8; names->count++) {
        uint64_t hash;
        ok =
            hex_number(digits, names->count * 8, 8, &hash) && (!names->count || names->hashes[names->count - 1] < hash);
        names->hashes[names->count] = (uint32_t)hash;
    }
    return ok || wrong(r, "are not the names of a document");
}

static bool get_said_date(struct reader *r, const cJSON *v, void *out) {
    return json_said_date_read(v, out) || wrong(r, "is not a date as it was said");
}

static bool get_entity(struct reader *r, const cJSON *v, void *out) {
    int32_t *entity = out;
    *entity = cJSON_IsNull(v) ? NONE : rules_find_entity(r->rules, string_of(v));
    return cJSON_IsNull(v) || *entity >= 0 || wrong(r, "is no entity of the rules");
}

/* Objects. Each has all of its fields, and no others. */

struct field {
    const char *name;
    get_value *get;
    size_t offset; /* of `out` in struct reader */
};

static bool is_field(const struct field *fields, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(fields[i].name, name) == 0) return true;
    return false;
}

static bool get_fields(struct reader *r, const cJSON *object, const struct field *fields, size_t count,
                       struct text *failed) {
    if (!cJSON_IsObject(object)) return wrong(r, "is not an object");
    for (size_t i = 0; i < count; i++) {
        const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, fields[i].name);
        *failed = text_of(fields[i].name);
        if (!value) return wrong(r, "is missing");
        if (!fields[i].get(r, value, (char *)r + fields[i].offset)) return false;
    }
    size_t found = 0;
    for (const cJSON *value = object->child; value; value = value->next, found++)
        if (!is_field(fields, count, value->string)) {
            *failed = arena_text(r->arena, text_of(value->string));
            return wrong(r, "is not a field of a claim");
        }
    *failed = TEXT("a field");
    return found == count || wrong(r, "stands there twice");
}

#define FIELD(name, get, member)                                                                                       \
    { name, get, offsetof(struct reader, member) }
#define COUNT(fields) (sizeof(fields) / sizeof *(fields))

/* Values that are checked against the rules, or against what was read before. */

static bool get_proposition(struct reader *r, const cJSON *v, void *out) {
    int32_t found = rules_find_proposition(r->rules, string_of(v));
    *(int32_t *)out = found;
    return found >= 0 || wrong(r, "is no proposition of the rules");
}

static struct claim_argument *argument_named(struct reader *r, struct text name) {
    const struct proposition *p = proposition(r);
    for (size_t i = 0; i < p->arguments.count; i++)
        if (text_equal(name_of(r, p->arguments.items[i].name), name)) return &r->line.claim.arguments[i];
    wrong(r, "names an argument that the proposition does not have");
    return NULL;
}

static bool get_arguments(struct reader *r, const cJSON *v, void *out) {
    struct claim_argument *arguments = out;
    for (size_t i = 0; i < MAX_ARGUMENTS; i++) arguments[i] = (struct claim_argument){.entity = NONE};
    if (!cJSON_IsObject(v)) return wrong(r, "is not an object");
    for (const cJSON *item = v->child; item; item = item->next) {
        struct claim_argument *argument = argument_named(r, text_of(item->string));
        if (!argument) return false;
        if (argument->id.length) return wrong(r, "names an argument twice");
        if (!get_text(r, item, &argument->id)) return false;
        if (!argument->id.length) return wrong(r, "has an empty argument");
    }
    return true;
}

/* The arguments that are not in the list are entities. */
static bool get_open(struct reader *r, const cJSON *v, void *out) {
    struct claim_argument *arguments = out;
    bool open[MAX_ARGUMENTS] = {false};
    if (!cJSON_IsArray(v)) return wrong(r, "is not a list");
    for (const cJSON *item = v->child; item; item = item->next) {
        struct claim_argument *argument = argument_named(r, string_of(item));
        if (!argument) return false;
        open[argument - arguments] = true;
    }
    for (size_t i = 0; i < MAX_ARGUMENTS; i++) {
        if (!arguments[i].id.length || open[i]) continue;
        arguments[i].entity = rules_find_entity(r->rules, arguments[i].id);
        if (arguments[i].entity < 0) return wrong(r, "leaves out an argument that is no entity of the rules");
    }
    return true;
}

static bool get_defaulted(struct reader *r, const cJSON *v, void *out) {
    (void)out;
    if (!cJSON_IsArray(v)) return wrong(r, "is not a list");
    for (const cJSON *item = v->child; item; item = item->next) {
        struct claim_argument *argument = argument_named(r, string_of(item));
        if (!argument) return false;
        argument->defaulted = true;
    }
    return true;
}

static bool get_value_id(struct reader *r, const cJSON *v, void *out) {
    const struct proposition *p = proposition(r);
    r->line.claim.reading.space = p->space;
    int32_t value = NONE;
    if (p->space == SPACE_STATES) value = rules_find_value(p, symbols_find(&r->rules->symbols, string_of(v)));
    *(int32_t *)out = value;
    if (p->space == SPACE_STATES) return value >= 0 || wrong(r, "is no value of the proposition");
    return cJSON_IsNull(v) || wrong(r, "is not null, as the proposition has no values");
}

static bool get_states(struct reader *r, const cJSON *list, uint64_t *mask) {
    const struct proposition *p = proposition(r);
    for (const cJSON *item = list->child; item; item = item->next) {
        size_t i = 0;
        while (i < p->states.count && !text_equal(name_of(r, p->states.items[i]), string_of(item))) i++;
        if (i == p->states.count) return wrong(r, "holds what is no state of the proposition");
        *mask |= (uint64_t)1 << i;
    }
    return true;
}

static bool get_end(const cJSON *v, double infinite, double *out) {
    *out = cJSON_IsNumber(v) ? v->valuedouble : infinite;
    return cJSON_IsNumber(v) || cJSON_IsNull(v);
}

static bool get_interval(struct reader *r, const cJSON *v, struct interval *out) {
    const cJSON *low = cJSON_IsArray(v) ? v->child : NULL, *high = low ? low->next : NULL;
    const cJSON *bounds = high ? high->next : NULL;
    struct text marks = string_of(bounds);
    bool ok = marks.length == 2 && !bounds->next && strchr("[(", marks.bytes[0]) && strchr("])", marks.bytes[1]) &&
              get_end(low, -INFINITY, &out->low) && get_end(high, INFINITY, &out->high);
    if (!ok) return wrong(r, "is not an interval, [low, high, \"[)\"]");
    out->low_open = marks.bytes[0] == '(';
    out->high_open = marks.bytes[1] == ')';
    return true;
}

/* One interval, or a list of none or two. */
static bool get_intervals(struct reader *r, const cJSON *list, struct interval pieces[2], uint8_t *count) {
    int size = cJSON_GetArraySize(list);
    *count = 1;
    if (size && !cJSON_IsArray(list->child)) return get_interval(r, list, &pieces[0]);
    if (size > 2) return wrong(r, "has more than two intervals");
    *count = (uint8_t)size;
    for (int i = 0; i < size; i++)
        if (!get_interval(r, cJSON_GetArrayItem(list, i), &pieces[i])) return false;
    return true;
}

static bool get_means(struct reader *r, const cJSON *v, void *out) {
    struct reading *reading = out;
    if (!cJSON_IsArray(v)) return wrong(r, "is not a list");
    if (reading->space == SPACE_STATES) return get_states(r, v, &reading->means);
    if (reading->space != SPACE_ATOM) return get_intervals(r, v, reading->means_interval, &reading->means_count);
    return cJSON_GetArraySize(v) == 1 ? get_text(r, v->child, &reading->atom) : wrong(r, "is not one item");
}

static bool get_suggests(struct reader *r, const cJSON *v, void *out) {
    struct reading *reading = out;
    if (reading->space == SPACE_ATOM) return get_means(r, v, out);
    if (!cJSON_IsArray(v)) return wrong(r, "is not a list");
    if (reading->space == SPACE_STATES) return get_states(r, v, &reading->suggests);
    return get_intervals(r, v, reading->suggests_interval, &reading->suggests_count);
}

static bool get_modality(struct reader *r, const cJSON *v, void *out) {
    int i = 0;
    while (i < MODALITIES && !text_equal(text_of(modality_name((enum modality)i)), string_of(v))) i++;
    *(enum modality *)out = (enum modality)i;
    return i < MODALITIES || wrong(r, "is no modality");
}

static bool get_block(struct reader *r, const cJSON *v, void *out) {
    int i = 0;
    while (i < BLOCK_KINDS && !text_equal(text_of(block_kind_name((enum block_kind)i)), string_of(v))) i++;
    *(enum block_kind *)out = (enum block_kind)i;
    return i < BLOCK_KINDS || wrong(r, "is no kind of block");
}

static bool get_voice_kind(struct reader *r, const cJSON *v, void *out) {
    bool outlet = text_equal(string_of(v), TEXT("outlet"));
    *(enum voice_kind *)out = outlet ? VOICE_OUTLET : VOICE_SPEAKER;
    return outlet || text_equal(string_of(v), TEXT("speaker")) || wrong(r, "is neither \"outlet\" nor \"speaker\"");
}

static bool get_voice(struct reader *r, const cJSON *v, void *out) {
    static const struct field fields[] = {
        FIELD("kind", get_voice_kind, line.claim.voice.kind), FIELD("entity", get_entity, line.claim.voice.entity),
        FIELD("name", get_text, line.claim.voice.name), FIELD("side", get_entity, line.claim.voice.side)};
    struct text failed;
    *(struct voice *)out = (struct voice){.entity = NONE, .side = NONE};
    const cJSON *kind = cJSON_GetObjectItemCaseSensitive(v, "kind");
    bool outlet = text_equal(string_of(kind), TEXT("outlet"));
    return get_fields(r, v, fields, outlet ? 1 : COUNT(fields), &failed) || wrong(r, "is not a voice");
}

static bool get_document(struct reader *r, const cJSON *v, void *out) {
    static const struct field fields[] = {FIELD("path", get_text, document.path),
                                          FIELD("title", get_text_or_null, document.title),
                                          FIELD("outlet", get_text_or_null, document.outlet),
                                          FIELD("published", get_date, document.published),
                                          FIELD("draft", get_bool, document.draft),
                                          FIELD("number", get_count, document.number),
                                          FIELD("names", get_names, document.names),
                                          FIELD("hash", get_hex, document.hash)};
    struct text failed;
    struct claim_document *d = out;
    if (!get_fields(r, v, fields, COUNT(fields), &failed)) return wrong(r, "is not a document");
    return d->path.length || wrong(r, "has an empty path");
}

static bool get_sentence(struct reader *r, const cJSON *v, void *out) {
    static const struct field fields[] = {FIELD("offset", get_count, line.claim.sentence.start),
                                          FIELD("length", get_count, sentence_length)};
    struct text failed;
    struct span *sentence = out;
    if (!get_fields(r, v, fields, COUNT(fields), &failed)) return wrong(r, "is not a sentence");
    sentence->end = sentence->start + r->sentence_length;
    return true;
}

static bool get_rule(struct reader *r, const cJSON *v, void *out) {
    const struct proposition *p = proposition(r);
    for (size_t i = 0; i < p->rules.count; i++) {
        *(int32_t *)out = p->rules.items[i];
        if (text_equal(rules_name(r->rules, p->rules.items[i], r->arena), string_of(v))) return true;
    }
    return wrong(r, "is no rule of the proposition");
}

/* The quotation, the sentence and the context must be of one text. */
static bool get_context(struct reader *r, const cJSON *v, void *out) {
    static const struct field fields[] = {FIELD("offset", get_count, context_start),
                                          FIELD("text", get_text, line.citation.context),
                                          FIELD("more_before", get_bool, line.citation.more_before),
                                          FIELD("more_after", get_bool, line.citation.more_after)};
    struct text failed;
    struct citation *citation = out;
    struct claim *c = &r->line.claim;
    if (!get_fields(r, v, fields, COUNT(fields), &failed)) return wrong(r, "is not a context");
    c->span.end = c->span.start + r->length;
    citation->span = c->span;
    citation->sentence = c->sentence;
    struct span whole = span_join(c->span, c->sentence);
    if (whole.start != r->context_start || whole.end - whole.start != citation->context.length)
        return wrong(r, "does not begin and end with the sentence");
    return text_equal(citation_quote(citation), r->quote) || wrong(r, "does not hold the quotation in its place");
}

static bool get_cues(struct reader *r, const cJSON *v, void *out) {
    (void)out;
    if (!cJSON_IsArray(v)) return wrong(r, "is not a list");
    for (const cJSON *item = v->child; item; item = item->next) {
        symbol id = symbols_find(&r->rules->symbols, string_of(item));
        size_t i = 0;
        while (i < r->rules->cues.count && r->rules->cues.items[i].id != id) i++;
        if (i == r->rules->cues.count) return wrong(r, "names a cue that the rules do not have");
        int32_t *cue = list_add(r->arena, &r->line.claim.cues);
        if (cue) *cue = (int32_t)i;
    }
    return true;
}

/* In this order: later ones look at the proposition, the span and the sentence. */
static const struct field line_fields[] = {
    FIELD("key", get_hex, line.claim.key),
    FIELD("proposition", get_proposition, line.claim.proposition),
    FIELD("arguments", get_arguments, line.claim.arguments),
    FIELD("open", get_open, line.claim.arguments),
    FIELD("defaulted", get_defaulted, line.claim.arguments),
    FIELD("value", get_value_id, line.claim.value),
    FIELD("negated", get_bool, line.claim.negated),
    FIELD("means", get_means, line.claim.reading),
    FIELD("suggests", get_suggests, line.claim.reading),
    FIELD("modality", get_modality, line.claim.modality),
    FIELD("voice", get_voice, line.claim.voice),
    FIELD("when", get_date, line.claim.when),
    FIELD("at", get_said_date, line.claim.at),
    FIELD("document", get_document, document),
    FIELD("order", get_count, line.order),
    FIELD("line", get_size, line.citation.place.line),
    FIELD("column", get_size, line.citation.place.column),
    FIELD("offset", get_count, line.claim.span.start),
    FIELD("length", get_count, length),
    FIELD("quote", get_text, quote),
    FIELD("block", get_block, line.claim.block),
    FIELD("sentence", get_sentence, line.claim.sentence),
    FIELD("rule", get_rule, line.claim.rule),
    FIELD("sentence_number", get_count, line.claim.sentence_number),
    FIELD("context", get_context, line.citation),
    FIELD("words", get_hex, line.claim.words),
    FIELD("cues", get_cues, line.claim.cues),
    FIELD("unit", get_text_or_null, line.claim.reading.unit), /* of figures and dates */
    FIELD("date", get_said_date, line.claim.reading.date),    /* of dates */
};

static bool read_object(struct reader *r, const cJSON *object, struct text *failed) {
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(object, "proposition");
    int32_t p = rules_find_proposition(r->rules, string_of(id));
    enum value_space space = p >= 0 ? r->rules->propositions.items[p].space : SPACE_STATES;
    size_t extra = space == SPACE_DATE ? 2 : space == SPACE_FIGURE;
    r->line.claim.reading.date = date_none();
    return get_fields(r, object, line_fields, COUNT(line_fields) - 2 + extra, failed);
}

static bool same_document(const struct claim_document *a, const struct claim_document *b) {
    return text_equal(a->title, b->title) && text_equal(a->outlet, b->outlet) && a->published == b->published &&
           a->draft == b->draft && a->number == b->number && a->hash == b->hash && a->names.count == b->names.count &&
           memcmp(a->names.hashes, b->names.hashes, a->names.count * sizeof *a->names.hashes) == 0;
}

static struct claim_document *document_of(struct reader *r, struct claim_lines *out) {
    symbol path = symbols_intern(&out->paths, r->document.path);
    if (path > out->documents.count) {
        struct claim_document *d = list_add(r->arena, &out->documents);
        if (d) *d = r->document;
        return d;
    }
    return path ? &out->documents.items[path - 1] : NULL;
}

static bool keep(struct reader *r, struct claim_lines *out, struct belie_error *e) {
    struct claim_document *d = document_of(r, out);
    if (!d) return error_no_memory(e);
    if (!same_document(d, &r->document)) return wrong(r, "is described otherwise in an earlier line");
    uint32_t *index = list_add(r->arena, &d->lines);
    struct claim_line *line = list_add(r->arena, &out->lines);
    if (!index || !line) return error_no_memory(e);
    *index = (uint32_t)(out->lines.count - 1);
    *line = r->line;
    return true;
}

static bool read_json_line(struct reader *r, struct text bytes, struct claim_lines *out, struct text *failed,
                           struct belie_error *e) {
    const char *end = NULL;
    *failed = TEXT("the line");
    cJSON *object = cJSON_ParseWithLengthOpts(bytes.bytes, bytes.length, &end, 0);
    bool ok = object && !text_trim(text_slice(bytes, (size_t)(end - bytes.bytes), bytes.length)).length;
    if (!ok) wrong(r, "is not one JSON object");
    ok = ok && read_object(r, object, failed);
    if (ok) *failed = TEXT("document");
    ok = ok && keep(r, out, e);
    cJSON_Delete(object);
    return ok;
}

bool claim_lines_read(struct arena *a, const struct rules *r, struct text name, struct text bytes,
                      struct claim_lines *out, struct belie_error *e) {
    size_t number = 0, valid = utf8_check(bytes);
    for (size_t at = 0; at < bytes.length;) {
        number++;
        const char *newline = memchr(bytes.bytes + at, '\n', bytes.length - at);
        size_t end = newline ? (size_t)(newline - bytes.bytes) : bytes.length;
        struct text line = text_trim(text_slice(bytes, at, end)), failed = TEXT("the line");
        struct reader reader = {.arena = a, .rules = r, .problem = "is not UTF-8"};
        bool ok = !line.length || (end <= valid && read_json_line(&reader, line, out, &failed, e));
        if (a->failed) error_no_memory(e);
        if (!ok) error_set(e, BELIE_BAD_CLAIMS, name, "%.*s %s", TEXT_ARGS(failed), reader.problem);
        if (!ok) e->line = number, e->column = 1;
        if (e->code != BELIE_OK) return false;
        at = end + 1;
    }
    return true;
}

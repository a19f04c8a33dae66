#include "yaml/yaml.h"

#include "base/limits.h"
#include "base/span.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { MAX_NODES = 1000 * 1000, MAX_SHOWN = 80 };

struct reader {
    struct arena *arena;
    const struct yaml_file *file;
    struct belie_error *error;
    yaml_parser_t parser;
    yaml_event_t event;
    size_t nodes;
};

const char *yaml_kind_name(enum node_kind kind) {
    static const char *const names[] = {[NODE_TEXT] = "a text", [NODE_LIST] = "a list", [NODE_MAP] = "a map"};
    return names[kind];
}

struct text yaml_shown(struct text t) {
    if (t.length <= MAX_SHOWN) return t;
    size_t length = MAX_SHOWN;
    while (length && ((unsigned char)t.bytes[length] & 0xC0) == 0x80) length--;
    return text_slice(t, 0, length);
}

static size_t offset_of(struct text source, size_t line, size_t column) {
    size_t at = line_start(source, line);
    if (at == 0 && text_starts(source, TEXT("\xEF\xBB\xBF"))) at = 3;
    while (column > 1 && at < source.length && source.bytes[at] != '\n') {
        utf8_next(source, &at);
        column--;
    }
    return at;
}

/* Escapes in a quoted scalar can put any control character into a message. */
static void make_printable(char *message) {
    for (; *message; message++)
        if ((unsigned char)*message < 0x20 || *message == 0x7F) *message = '?';
}

static bool set_error(struct belie_error *e, const struct yaml_file *file, size_t offset, const char *format,
                      va_list arguments) {
    struct buffer message = {0};
    buffer_vformat(&message, format, arguments);
    if (e->code == BELIE_OK) {
        error_set(e, file->code, file->path, "%.*s", TEXT_ARGS(buffer_view(&message)));
        make_printable(e->message);
        error_place(e, file->bytes, offset);
    }
    buffer_release(&message);
    return false;
}

bool yaml_error(struct belie_error *e, const struct node *n, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    set_error(e, n->file, offset_of(n->file->bytes, n->line, n->column), format, arguments);
    va_end(arguments);
    return false;
}

bool yaml_error_within(struct belie_error *e, const struct node *n, size_t offset, const char *format, ...) {
    struct text source = n->file->bytes;
    size_t at = offset_of(source, n->line, n->column);
    if (at < source.length && (source.bytes[at] == '"' || source.bytes[at] == '\'')) at++;
    struct text upto = text_slice(n->text, 0, offset);
    if (text_starts(text_slice(source, at, source.length), upto))
        at += upto.length;
    else
        at = offset_of(source, n->line, n->column);
    va_list arguments;
    va_start(arguments, format);
    set_error(e, n->file, at, format, arguments);
    va_end(arguments);
    return false;
}

static bool fail_at(struct reader *r, size_t offset, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    set_error(r->error, r->file, offset, format, arguments);
    va_end(arguments);
    return false;
}

static bool parser_failed(struct reader *r) {
    const yaml_parser_t *p = &r->parser;
    if (p->error == YAML_MEMORY_ERROR) return error_no_memory(r->error);
    if (p->error == YAML_READER_ERROR) return fail_at(r, p->problem_offset, "not YAML: %s", p->problem);
    size_t offset = offset_of(r->file->bytes, p->problem_mark.line + 1, p->problem_mark.column + 1);
    if (offset < r->file->bytes.length && r->file->bytes.bytes[offset] == '\t')
        return fail_at(r, offset, "not YAML: a tab cannot stand here, indent with spaces");
    return fail_at(r, offset, "not YAML: %s%s%s", p->problem, p->context ? " " : "", p->context ? p->context : "");
}

static bool next_event(struct reader *r) {
    yaml_event_delete(&r->event);
    return yaml_parser_parse(&r->parser, &r->event) || parser_failed(r);
}

static bool fail_here(struct reader *r, const char *problem) {
    yaml_mark_t mark = r->event.start_mark;
    return fail_at(r, offset_of(r->file->bytes, mark.line + 1, mark.column + 1), "%s", problem);
}

static bool not_allowed(struct reader *r, const char *what) {
    struct buffer problem = {0};
    buffer_format(&problem, "%s is not allowed in a %s", what, r->file->thing);
    fail_here(r, problem.failed ? what : problem.bytes);
    buffer_release(&problem);
    return false;
}

static bool refuse_decoration(struct reader *r, const yaml_char_t *anchor, const yaml_char_t *tag) {
    if (anchor) return not_allowed(r, "an anchor");
    if (tag) return not_allowed(r, "a tag");
    return true;
}

static struct node *new_node(struct reader *r, enum node_kind kind) {
    if (++r->nodes > MAX_NODES) return (void)fail_here(r, "too many items for one file"), NULL;
    struct node *n = arena_new(r->arena, struct node);
    if (!n) return (void)error_no_memory(r->error), NULL;
    n->kind = kind;
    n->file = r->file;
    n->line = (uint32_t)r->event.start_mark.line + 1;
    n->column = (uint32_t)r->event.start_mark.column + 1;
    return n;
}

static struct node *read_text(struct reader *r) {
    if (!refuse_decoration(r, r->event.data.scalar.anchor, r->event.data.scalar.tag)) return NULL;
    struct node *n = new_node(r, NODE_TEXT);
    if (!n) return NULL;
    struct text value = {(const char *)r->event.data.scalar.value, r->event.data.scalar.length};
    n->text = arena_text(r->arena, value);
    if (memchr(value.bytes, '\0', value.length)) return (void)fail_here(r, "a NUL character in a text"), NULL;
    return n;
}

static struct node *read_node(struct reader *r, int depth);

static struct node *read_list(struct reader *r, int depth) {
    if (!refuse_decoration(r, r->event.data.sequence_start.anchor, r->event.data.sequence_start.tag)) return NULL;
    struct node *n = new_node(r, NODE_LIST);
    while (n && next_event(r)) {
        if (r->event.type == YAML_SEQUENCE_END_EVENT) return n;
        struct node *item = read_node(r, depth + 1);
        struct node **room = item ? list_add(r->arena, &n->items) : NULL;
        if (!room) return NULL;
        *room = item;
    }
    return NULL;
}

static int compare_keys(const void *a, const void *b) {
    const struct node *x = *(const struct node *const *)a, *y = *(const struct node *const *)b;
    int order = text_compare(x->text, y->text);
    if (order) return order;
    return x->line != y->line ? (x->line > y->line) - (x->line < y->line)
                              : (x->column > y->column) - (x->column < y->column);
}

static bool check_keys(struct reader *r, const struct node *map) {
    struct node **sorted = arena_copy(r->arena, map->keys.items, map->keys.count * sizeof *sorted);
    if (!sorted) return error_no_memory(r->error);
    qsort(sorted, map->keys.count, sizeof *sorted, compare_keys);
    for (size_t i = 1; i < map->keys.count; i++)
        if (text_equal(sorted[i]->text, sorted[i - 1]->text))
            return yaml_error(r->error, sorted[i], "duplicate key \"%.*s\", first given in line %u",
                              TEXT_ARGS(yaml_shown(sorted[i]->text)), sorted[i - 1]->line);
    return true;
}

static bool read_pair(struct reader *r, struct node *map, int depth) {
    struct node *key = read_node(r, depth + 1);
    if (!key) return false;
    if (key->kind != NODE_TEXT) return yaml_error(r->error, key, "a key is a text, not %s", yaml_kind_name(key->kind));
    struct node *value = next_event(r) ? read_node(r, depth + 1) : NULL;
    struct node **key_room = value ? list_add(r->arena, &map->keys) : NULL;
    struct node **room = key_room ? list_add(r->arena, &map->items) : NULL;
    if (!room) return false;
    *key_room = key;
    *room = value;
    return true;
}

static struct node *read_map(struct reader *r, int depth) {
    if (!refuse_decoration(r, r->event.data.mapping_start.anchor, r->event.data.mapping_start.tag)) return NULL;
    struct node *n = new_node(r, NODE_MAP);
    while (n && next_event(r)) {
        if (r->event.type == YAML_MAPPING_END_EVENT) return check_keys(r, n) ? n : NULL;
        if (!read_pair(r, n, depth)) return NULL;
    }
    return NULL;
}

/* The node that the current event begins; NULL with the error set. */
static struct node *read_node(struct reader *r, int depth) {
    if (depth > LIMIT_YAML_DEPTH) return (void)fail_here(r, "nested too deeply"), NULL;
    switch (r->event.type) {
    case YAML_SCALAR_EVENT:
        return read_text(r);
    case YAML_SEQUENCE_START_EVENT:
        return read_list(r, depth);
    case YAML_MAPPING_START_EVENT:
        return read_map(r, depth);
    case YAML_ALIAS_EVENT:
        return (void)not_allowed(r, "an alias"), NULL;
    default:
        return (void)fail_here(r, "not YAML: something is missing here"), NULL;
    }
}

static bool read_document(struct reader *r, struct node **root) {
    if (!next_event(r) || !next_event(r)) return false; /* start of the stream, start of the document */
    if (r->event.type == YAML_STREAM_END_EVENT) return true;
    if (!next_event(r) || !(*root = read_node(r, 0))) return false;
    if (!next_event(r) || !next_event(r)) return false; /* end of the document, end of the stream */
    if (r->event.type != YAML_STREAM_END_EVENT) return not_allowed(r, "a second document");
    return true;
}

static bool check_bytes(const struct yaml_file *file, struct belie_error *e) {
    if (file->bytes.length > LIMIT_RULE_FILE_BYTES)
        return error_set(e, file->code, file->path, "larger than %d MB, not read",
                         LIMIT_RULE_FILE_BYTES / 1024 / 1024);
    size_t valid = utf8_check(file->bytes);
    if (valid == file->bytes.length) return true;
    error_set(e, file->code, file->path, "not UTF-8 at byte %zu", valid + 1);
    error_place(e, file->bytes, valid);
    return false;
}

bool yaml_read(struct arena *a, const struct yaml_file *file, struct node **root, struct belie_error *e) {
    *root = NULL;
    if (!check_bytes(file, e)) return false;
    struct reader r = {.arena = a, .file = file, .error = e};
    if (!yaml_parser_initialize(&r.parser)) return error_no_memory(e);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)(file->bytes.length ? file->bytes.bytes : ""),
                                 file->bytes.length);
    bool done = read_document(&r, root);
    if (!done && e->code == BELIE_OK) error_no_memory(e);
    yaml_event_delete(&r.event);
    yaml_parser_delete(&r.parser);
    return done;
}

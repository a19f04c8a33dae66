#include "document/reader.h"

#include <string.h>
#include <yaml.h>

/* The YAML between two lines "---" at the top of a file. */
struct front_matter {
    struct reader *reader;
    struct text yaml;
    size_t offset; /* of `yaml` in the source */
    yaml_parser_t parser;
};

static size_t end_of_line(struct text source, size_t at) {
    while (at < source.length && source.bytes[at] != '\n' && source.bytes[at] != '\r') at++;
    return at;
}

static size_t next_line(struct text source, size_t at) {
    at = end_of_line(source, at);
    if (at + 1 < source.length && source.bytes[at] == '\r' && source.bytes[at + 1] == '\n') return at + 2;
    return at < source.length ? at + 1 : at;
}

static struct text line_from(struct text source, size_t at) {
    struct text line = text_slice(source, at, end_of_line(source, at));
    while (line.length && strchr(" \t", line.bytes[line.length - 1])) line.length--;
    return line;
}

/* A rule "---" above a blank line is a thematic break, and so is one that no other closes. */
static bool find_bounds(struct text source, size_t at, struct span *inside, size_t *after) {
    if (!text_equal(line_from(source, at), TEXT("---"))) return false;
    size_t first = next_line(source, at);
    if (!text_trim(line_from(source, first)).length) return false;
    for (size_t line = first; line < source.length; line = next_line(source, line)) {
        struct text text = line_from(source, line);
        if (!text_equal(text, TEXT("---")) && !text_equal(text, TEXT("..."))) continue;
        *inside = (struct span){(uint32_t)first, (uint32_t)line};
        *after = next_line(source, line);
        return true;
    }
    return false;
}

/* libyaml counts characters, also where it keeps bytes. */
static size_t byte_of_mark(const struct front_matter *f, yaml_mark_t mark) {
    size_t at = 0;
    for (size_t left = mark.index; left && at < f->yaml.length; left--) {
        at++;
        while (at < f->yaml.length && ((unsigned char)f->yaml.bytes[at] & 0xC0) == 0x80) at++;
    }
    return f->offset + at;
}

static bool bad(struct front_matter *f, size_t offset, const char *problem) {
    struct document *d = f->reader->document;
    error_set(f->reader->error, BELIE_BAD_TEXT, d->path, "front matter: %s; the file was not read", problem);
    error_place(f->reader->error, d->source, offset);
    return false;
}

static bool bad_yaml(struct front_matter *f) {
    yaml_parser_t *p = &f->parser;
    if (p->error == YAML_MEMORY_ERROR) return error_no_memory(f->reader->error);
    size_t at = p->error == YAML_READER_ERROR ? f->offset + p->problem_offset : byte_of_mark(f, p->problem_mark);
    return bad(f, at, p->problem ? p->problem : "not valid YAML");
}

/* Bytes of the escape at a backslash in a double-quoted scalar, which stands for one character. */
static size_t escape_length(struct text raw, size_t at) {
    char kind = at + 1 < raw.length ? raw.bytes[at + 1] : 0;
    size_t length = kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
    return at + length > raw.length ? raw.length - at : length;
}

static size_t character_length(struct text t, size_t at) {
    size_t end = at + 1;
    while (end < t.length && ((unsigned char)t.bytes[end] & 0xC0) == 0x80) end++;
    return end - at;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Lays the value of a scalar along the bytes that it was written with: they are equal, or an escape, a doubled quote
 * or a folded line break stands for a character. */
static void map_scalar(struct mapped *m, struct text value, struct text raw, size_t offset, bool quoted) {
    size_t at = quoted ? 1 : 0, v = 0;
    while (v < value.length && at < raw.length) {
        size_t length = character_length(value, v);
        struct text character = text_slice(value, v, v + length);
        size_t used = length;
        if (raw.bytes[at] == '\\' && quoted && raw.bytes[0] == '"') {
            used = escape_length(raw, at);
            if (used == 2 && is_blank(raw.bytes[at + 1])) { /* a line break that the backslash takes away */
                for (at += 2; at < raw.length && is_blank(raw.bytes[at]);) at++;
                continue;
            }
            mapped_decoded(m, character, offset + at, offset + at + used);
        } else if (text_equal(text_slice(raw, at, at + length), character)) {
            if (raw.bytes[at] == '\'' && raw.bytes[0] == '\'') used = 2;
            mapped_copy(m, offset + at, offset + at + length);
        } else if (is_blank(raw.bytes[at]) && is_blank(value.bytes[v])) {
            while (at + used < raw.length && is_blank(raw.bytes[at + used])) used++;
            mapped_decoded(m, character, offset + at, offset + at + used);
        } else {
            at++;
            continue;
        }
        at += used;
        v += length;
        if (v < value.length && !is_blank(value.bytes[v]) && is_blank(value.bytes[v - 1]))
            while (at < raw.length && is_blank(raw.bytes[at])) at++;
    }
    if (v < value.length) mapped_decoded(m, text_slice(value, v, value.length), offset, offset + raw.length);
}

static void set_headline(struct front_matter *f, const yaml_event_t *event) {
    struct reader *r = f->reader;
    struct text value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    size_t start = byte_of_mark(f, event->start_mark), end = byte_of_mark(f, event->end_mark);
    yaml_scalar_style_t style = event->data.scalar.style;
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
        start = next_line(r->document->source, start);
    struct mapped m = {.reader = r};
    bool quoted = style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    map_scalar(&m, value, text_slice(r->document->source, start, end), start, quoted);
    r->headline = mapped_finish(&m, BLOCK_HEADLINE);
    buffer_release(&m.bytes);
    r->headline = block_part(r, &r->headline, 0, r->headline.text.length);
    r->document->title = r->headline.text;
}

static bool set_date(struct front_matter *f, struct text value, size_t offset) {
    if (!value.length || text_equal(value, TEXT("~")) || text_equal(value, TEXT("null"))) return true;
    int32_t date = date_parse(value);
    if (date == NO_DATE) date = date_parse_words(value);
    if (date == NO_DATE) return bad(f, offset, "the date is not written like 2025-12-03");
    f->reader->document->published = date;
    return true;
}

static bool set_value(struct front_matter *f, struct text key, const yaml_event_t *event) {
    struct document *d = f->reader->document;
    struct text value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    const struct {
        struct text key;
        struct text *field;
    } fields[] = {{TEXT("outlet"), &d->outlet}, {TEXT("source"), &d->outlet},     {TEXT("author"), &d->author},
                  {TEXT("uri"), &d->uri},       {TEXT("url"), &d->uri},           {TEXT("language"), &d->language}};
    if (text_equal(key, TEXT("title")) || text_equal(key, TEXT("headline"))) {
        if (!d->title.length) set_headline(f, event);
    } else if (text_equal(key, TEXT("date")) || text_equal(key, TEXT("published"))) {
        if (d->published == NO_DATE) return set_date(f, text_trim(value), byte_of_mark(f, event->start_mark));
    }
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (text_equal(key, fields[i].key) && !fields[i].field->length)
            *fields[i].field = arena_text(f->reader->arena, text_trim(value));
    return true;
}

static void add_author(struct front_matter *f, const yaml_event_t *event) {
    struct text value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    struct text *author = &f->reader->document->author;
    *author = author->length ? arena_format(f->reader->arena, "%.*s, %.*s", TEXT_ARGS(*author), TEXT_ARGS(value))
                             : arena_text(f->reader->arena, value);
}

/* One event at nesting `depth`; `key` holds the key whose value is due, or nothing. */
static bool take_event(struct front_matter *f, const yaml_event_t *event, int depth, struct text *key) {
    if (event->type == YAML_SCALAR_EVENT && depth == 1 && !key->bytes) {
        struct text name = {(const char *)event->data.scalar.value, event->data.scalar.length};
        *key = arena_text(f->reader->arena, name);
        return true;
    }
    bool known = true;
    if (event->type == YAML_SCALAR_EVENT && depth == 1) known = set_value(f, *key, event);
    if (event->type == YAML_SCALAR_EVENT && depth == 2 && text_equal(*key, TEXT("author"))) add_author(f, event);
    bool ends_value = event->type == YAML_SCALAR_EVENT || event->type == YAML_ALIAS_EVENT ||
                      event->type == YAML_SEQUENCE_END_EVENT || event->type == YAML_MAPPING_END_EVENT;
    if (ends_value && depth == 1) *key = key->bytes ? (struct text){0} : TEXT(""); /* a key need not be a scalar */
    return known;
}

static int opens(yaml_event_type_t type) {
    return type == YAML_MAPPING_START_EVENT || type == YAML_SEQUENCE_START_EVENT;
}

static int closes(yaml_event_type_t type) {
    return type == YAML_MAPPING_END_EVENT || type == YAML_SEQUENCE_END_EVENT;
}

static bool read_events(struct front_matter *f) {
    struct text key = {0};
    int depth = 0;
    for (bool done = false; !done;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&f->parser, &event)) return bad_yaml(f);
        bool content = event.type == YAML_SCALAR_EVENT || opens(event.type);
        bool good = true;
        if (content && depth == 0 && event.type != YAML_MAPPING_START_EVENT)
            good = bad(f, byte_of_mark(f, event.start_mark), "expected lines such as \"title: …\"");
        depth -= closes(event.type);
        if (good) good = take_event(f, &event, depth, &key);
        depth += opens(event.type);
        done = event.type == YAML_DOCUMENT_END_EVENT || event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        if (!good) return false;
    }
    return true;
}

bool front_matter_read(struct reader *r) {
    struct text source = r->document->source;
    struct span inside;
    size_t after;
    if (!find_bounds(source, r->body, &inside, &after)) return true;
    struct front_matter f = {.reader = r, .yaml = text_slice(source, inside.start, inside.end), .offset = inside.start};
    if (!yaml_parser_initialize(&f.parser)) return error_no_memory(r->error);
    yaml_parser_set_encoding(&f.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&f.parser, (const unsigned char *)f.yaml.bytes, f.yaml.length);
    bool read = read_events(&f);
    yaml_parser_delete(&f.parser);
    r->body = after;
    return read;
}

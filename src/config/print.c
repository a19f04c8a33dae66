/* The settings in force, for people and for programs. */
#include "base/utf8.h"
#include "config/config.h"
#include "report/json_write.h"

enum { ORIGIN_COLUMN = 40, INDENT = 2 };

struct printer {
    struct output *output;
    const struct settings_list *list;
    struct text open; /* the maps that the last line stood in: "severities.relations." */
};

static bool is_plain(struct text t) {
    for (size_t i = 0; i < t.length; i++) {
        char c = ascii_lower(t.bytes[i]);
        bool inner = i && i + 1 < t.length && (c == ' ' || c == '-');
        if (!(c >= 'a' && c <= 'z') && !ascii_digit(c) && !inner && c != '.' && c != '/' && c != '_') return false;
    }
    return t.length > 0;
}

/* Line ends that only YAML knows, and what would turn the direction of a terminal's line. */
static bool needs_escape(uint32_t code) {
    return (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0xFEFF;
}

/* What JSON makes of a text YAML reads back. */
static void quoted(struct buffer *out, struct text t) {
    struct buffer json = {0};
    json_string(&json, t);
    for (size_t at = 0, from = 0; at < json.length; from = at) {
        uint32_t code = utf8_next(buffer_view(&json), &at);
        if (needs_escape(code)) buffer_format(out, "\\u%04x", (unsigned)code);
        else buffer_append(out, json.bytes + from, at - from);
    }
    out->failed |= json.failed;
    buffer_release(&json);
}

static void scalar(struct buffer *out, struct text t) {
    if (is_plain(t)) buffer_text(out, t);
    else quoted(out, t);
}

static void value(struct buffer *out, const struct belie_setting *s) {
    if (s->list) buffer_char(out, '[');
    for (size_t i = 0; i < s->count; i++) {
        if (i) buffer_string(out, ", ");
        scalar(out, text_of(s->values[i]));
    }
    if (s->list) buffer_char(out, ']');
}

static bool has_value(const struct belie_setting *s) {
    return s->count || s->list;
}

/* A map with nothing in it would be read as an empty text: then its line is a comment, too. */
static bool any_value(const struct settings_list *list, struct text prefix) {
    for (size_t i = 0; i < list->items.count; i++)
        if (text_starts(text_of(list->items.items[i].key), prefix) && has_value(&list->items.items[i])) return true;
    return false;
}

static void start_line(struct buffer *out, size_t level, bool comment, struct text name) {
    buffer_string(out, comment ? "# " : "");
    for (size_t i = 0; i < level * INDENT; i++) buffer_char(out, ' ');
    scalar(out, name);
    buffer_char(out, ':');
}

static void end_line(struct buffer *out, struct text line, const char *origin) {
    buffer_text(out, line);
    for (size_t width = utf8_width(line); width < ORIGIN_COLUMN; width++) buffer_char(out, ' ');
    buffer_string(out, "  # ");
    print_clean(out, text_of(origin));
    buffer_char(out, '\n');
}

/* The lines of the maps that hold the setting and are not open yet; its level. What follows a map of free names is one
 * name, whatever dots it holds. */
static size_t open_maps(struct printer *p, struct text key, size_t *name) {
    static const struct text free_names = {"severities.propositions.", sizeof "severities.propositions." - 1};
    size_t level = 0, from = 0;
    for (size_t i = 0; i < key.length && !text_equal(text_slice(key, 0, from), free_names); i++) {
        if (key.bytes[i] != '.') continue;
        struct text prefix = text_slice(key, 0, i + 1);
        if (!text_starts(p->open, prefix)) {
            start_line(&p->output->text, level, !any_value(p->list, prefix), text_slice(key, from, i));
            buffer_char(&p->output->text, '\n');
        }
        from = i + 1;
        level++;
    }
    p->open = text_slice(key, 0, from);
    *name = from;
    return level;
}

static void line(struct printer *p, const struct belie_setting *s) {
    struct text key = text_of(s->key);
    struct buffer words = {0};
    size_t name, level = open_maps(p, key, &name);
    start_line(&words, level, !has_value(s), text_slice(key, name, key.length));
    if (has_value(s)) buffer_char(&words, ' ');
    value(&words, s);
    end_line(&p->output->text, buffer_view(&words), s->origin);
    p->output->text.failed |= words.failed;
    buffer_release(&words);
}

void config_text(struct output *o, const struct config *c, const struct settings_list *list) {
    struct printer p = {.output = o, .list = list, .open = TEXT("")};
    buffer_string(&o->text, "# ");
    print_clean(&o->text, c->file.path.length ? c->file.path : TEXT("no config"));
    buffer_char(&o->text, '\n');
    for (size_t i = 0; i < list->items.count; i++) line(&p, &list->items.items[i]);
}

static void json_value(struct buffer *out, const struct belie_setting *s) {
    if (s->list) json_open(out, '[');
    for (size_t i = 0; i < s->count; i++) json_string(out, text_of(s->values[i]));
    if (s->list) json_close(out, ']');
    if (!has_value(s)) json_null(out);
}

void config_json(struct output *o, const struct config *c, const struct settings_list *list) {
    struct buffer *out = &o->text;
    json_open(out, '{');
    json_key(out, "config");
    json_string_or_null(out, c->file.path);
    json_key(out, "settings");
    json_open(out, '{');
    for (size_t i = 0; i < list->items.count; i++) {
        const struct belie_setting *s = &list->items.items[i];
        json_key(out, s->key);
        json_open(out, '{');
        json_key(out, "value");
        json_value(out, s);
        json_key(out, "origin");
        json_string(out, text_of(s->origin));
        json_close(out, '}');
    }
    json_close(out, '}');
    json_close(out, '}');
    buffer_char(out, '\n');
}

#include "report/sarif_rules.h"

#include "report/json_write.h"
#include "report/meaning.h"

static const char *const levels[] = {"error", "warning", "note"};

bool sarif_rules_of(struct arena *a, const struct report *r, struct sarif_rules *out) {
    size_t count = r->rules->propositions.count;
    *out = (struct sarif_rules){.index = arena_array(a, int32_t, count + 1)};
    if (!out->index) return false;
    for (size_t i = 0; i < r->findings->items.count; i++) out->index[r->findings->items.items[i].proposition] = 1;
    for (size_t i = 0; i < count; i++) out->index[i] = out->index[i] ? (int32_t)out->count++ : -1;
    return true;
}

void sarif_escape(struct buffer *out, struct text t) {
    for (size_t i = 0; i < t.length; i++) {
        char c = t.bytes[i];
        if (c == '[' || c == ']' || c == '\\') buffer_char(out, '\\');
        if (c == '{' || c == '}') buffer_char(out, c);
        buffer_char(out, c);
    }
}

void sarif_message(struct buffer *out, struct text t) {
    struct buffer escaped = {0};
    sarif_escape(&escaped, t);
    json_open(out, '{');
    json_key(out, "text");
    json_string(out, buffer_view(&escaped));
    json_close(out, '}');
    out->failed |= escaped.failed;
    buffer_release(&escaped);
}

/* What two articles in their own voice that contradict each other are. */
static const char *level_of(const struct rules *r, const struct proposition *p) {
    struct text severity = p->severity.length ? p->severity : r->relations[ROW_OUTLET_OUTLET].severity;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (text_equal(text_of(levels[i]), severity)) return levels[i];
    return "warning";
}

static void put_help(struct buffer *out, const struct rules *r, const struct proposition *p, const char *bullet) {
    meaning_kind(out, r, p);
    buffer_string(out, "\n\n");
    size_t before = out->length;
    meaning_clashes(out, r, p, bullet);
    if (out->length > before) buffer_char(out, '\n');
    buffer_string(out, meaning_of_time(p));
}

/* Help has both shapes; neither is a message with placeholders. */
static void help(struct buffer *out, const struct rules *r, const struct proposition *p) {
    struct buffer text = {0}, markdown = {0};
    put_help(&text, r, p, "  ");
    put_help(&markdown, r, p, "- ");
    json_key(out, "help");
    json_open(out, '{');
    json_key(out, "text");
    json_string(out, buffer_view(&text));
    json_key(out, "markdown");
    json_string(out, buffer_view(&markdown));
    json_close(out, '}');
    out->failed |= text.failed || markdown.failed;
    buffer_release(&text);
    buffer_release(&markdown);
}

static void descriptions(struct buffer *out, const struct proposition *p) {
    struct buffer question = {0}, full = {0};
    meaning_question(&question, p);
    buffer_format(&full, "Claims that answer “%.*s” so that they cannot both be true.", TEXT_ARGS(buffer_view(&question)));
    json_key(out, "shortDescription");
    sarif_message(out, buffer_view(&question));
    json_key(out, "fullDescription");
    sarif_message(out, buffer_view(&full));
    out->failed |= question.failed || full.failed;
    buffer_release(&question);
    buffer_release(&full);
}

static void rule(struct buffer *out, const struct rules *r, const struct proposition *p) {
    const char *level = level_of(r, p);
    json_open(out, '{');
    json_key(out, "id");
    json_string(out, symbols_text(&r->symbols, p->id));
    descriptions(out, p);
    help(out, r, p);
    json_key(out, "defaultConfiguration");
    json_open(out, '{');
    json_key(out, "level");
    json_string(out, text_of(level));
    json_close(out, '}');
    json_key(out, "properties");
    json_open(out, '{');
    json_key(out, "tags");
    json_open(out, '[');
    json_string(out, TEXT("contradiction"));
    json_string(out, symbols_text(&r->symbols, r->packs.items[p->pack].id));
    json_close(out, ']');
    json_key(out, "problem.severity");
    json_string(out, text_equal(text_of(level), TEXT("note")) ? TEXT("recommendation") : text_of(level));
    json_close(out, '}');
    json_close(out, '}');
}

void sarif_rules_write(struct buffer *out, const struct rules *r, const struct sarif_rules *rules) {
    json_key(out, "rules");
    json_open(out, '[');
    for (size_t i = 0; i < r->propositions.count; i++) {
        if (rules->index[i] < 0) continue;
        buffer_string(out, rules->index[i] ? ",\n" : "\n");
        rule(out, r, &r->propositions.items[i]);
    }
    json_close(out, ']');
}

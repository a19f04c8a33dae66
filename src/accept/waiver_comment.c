/* Waivers in the drafts themselves. */
#include "accept/waiver.h"
#include "document/document.h"
#include "yaml/schema.h"

enum { WAIVERS_MOST = 1000 }; /* of one document; each costs a walk to its line */

/* Where a comment is being read, and what for. */
struct reader {
    struct arena *arena;
    const struct rules *rules;
    const struct source *source;
    size_t before;  /* waivers of other documents */
    size_t at, end; /* what is left of the comment */
    struct waiver *waiver;
    struct belie_error error;
};

/* The comment has said enough to be one of ours: what is wrong with it from here on is told. */
static bool is_void(struct reader *r, size_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));

static bool is_void(struct reader *r, size_t at, const char *format, ...) {
    struct buffer message = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vformat(&message, format, arguments);
    va_end(arguments);
    error_set(&r->error, BELIE_BAD_WAIVERS, r->source->path, "%.*s, the waiver is void", TEXT_ARGS(buffer_view(&message)));
    error_place(&r->error, r->source->bytes, at);
    buffer_release(&message);
    return false;
}

static void skip_space(struct reader *r) {
    while (r->at < r->end && strchr(" \t\r\n", r->source->bytes.bytes[r->at])) r->at++;
}

/* Up to white space or a colon. */
static struct text next_word(struct reader *r) {
    skip_space(r);
    size_t from = r->at;
    while (r->at < r->end && !strchr(" \t\r\n:", r->source->bytes.bytes[r->at])) r->at++;
    return text_slice(r->source->bytes, from, r->at);
}

static bool take_colon(struct reader *r) {
    skip_space(r);
    if (r->at == r->end || r->source->bytes.bytes[r->at] != ':') return false;
    r->at++;
    return true;
}

static bool same_letters(struct text word, const char *lower) {
    size_t i = 0;
    while (i < word.length && lower[i] && ascii_lower(word.bytes[i]) == lower[i]) i++;
    return i == word.length && !lower[i];
}

static size_t offset_of(const struct reader *r, struct text word) {
    return (size_t)(word.bytes - r->source->bytes.bytes);
}

/* "belie: …", or what was meant as that. */
static bool begins(struct reader *r) {
    if (!same_letters(next_word(r), "belie")) return false;
    if (take_colon(r)) return true;
    struct reader ahead = *r;
    return same_letters(next_word(&ahead), "waive") && (is_void(r, r->at, "a colon is missing after \"belie\""), true);
}

static struct text pack_of(const struct rules *r, int32_t proposition) {
    return symbols_text(&r->symbols, r->packs.items[r->propositions.items[proposition].pack].id);
}

/* The proposition by its id, or by its pack's and its own with a slash between. */
static int32_t find_proposition(const struct rules *r, struct text target) {
    const char *slash = target.length ? memrchr(target.bytes, '/', target.length) : NULL;
    size_t pack = slash ? (size_t)(slash - target.bytes) : 0;
    int32_t found = rules_find_proposition(r, text_slice(target, slash ? pack + 1 : 0, target.length));
    if (found >= 0 && slash && !text_equal(pack_of(r, found), text_slice(target, 0, pack))) return -1;
    return found;
}

static bool unknown_target(struct reader *r, struct text target) {
    size_t best = 0, at = offset_of(r, target);
    struct text nearest = TEXT("");
    for (size_t i = 0; i < r->rules->propositions.count; i++) {
        struct text id = symbols_text(&r->rules->symbols, r->rules->propositions.items[i].id);
        if (schema_nearer(target, id, &best)) nearest = id;
    }
    struct text shown = yaml_shown(target);
    if (!nearest.length) return is_void(r, at, "no proposition and no finding is called \"%.*s\"", TEXT_ARGS(shown));
    return is_void(r, at, "no proposition is called \"%.*s\", did you mean \"%.*s\"", TEXT_ARGS(shown), TEXT_ARGS(nearest));
}

static bool read_target(struct reader *r) {
    struct text target = next_word(r);
    if (!target.length) return is_void(r, r->at, "it names neither a proposition nor a finding");
    r->waiver->target = arena_text(r->arena, target);
    if (finding_id(target, &r->waiver->id)) return true;
    r->waiver->proposition = find_proposition(r->rules, target);
    return r->waiver->proposition >= 0 || unknown_target(r, target);
}

static bool read_until(struct reader *r) {
    struct reader ahead = *r;
    if (!same_letters(next_word(&ahead), "until")) return true;
    r->at = ahead.at;
    struct text day = next_word(r);
    if (waiver_until(r->arena, r->waiver, day)) return true;
    return is_void(r, offset_of(r, day), "\"%.*s\" is no day, write it like 2026-12-31", TEXT_ARGS(yaml_shown(day)));
}

static bool read_reason(struct reader *r) {
    if (!take_colon(r) && r->at < r->end)
        return is_void(r, r->at, "it should go on with \"until YYYY-MM-DD\" or with a colon and a reason");
    struct text reason = text_slice(r->source->bytes, r->at, r->end);
    r->waiver->reason = waiver_words(r->arena, reason);
    return r->waiver->reason.length || is_void(r, r->at, "a reason is required, after a colon");
}

static bool read_waiver(struct reader *r) {
    struct text word = next_word(r);
    if (!same_letters(word, "waive"))
        return is_void(r, offset_of(r, word), "after \"belie:\" stands \"%.*s\", only \"waive\" is known",
                       TEXT_ARGS(yaml_shown(word)));
    return read_target(r) && read_until(r) && read_reason(r);
}

static bool check_kind(struct reader *r, enum comment_kind kind, size_t start) {
    if (kind == COMMENT_ENDLESS) return is_void(r, start, "the comment never ends");
    if (kind == COMMENT_SHOWN) return is_void(r, start, "Markdown allows no \"--\" inside a comment and takes it for text");
    return true;
}

static bool take_comment(struct reader *r, const struct comment *c, uint32_t document, struct waivers *out) {
    struct text bytes = r->source->bytes;
    r->at = c->span.start + sizeof "<!--" - 1;
    r->end = c->kind == COMMENT_ENDLESS ? bytes.length : c->span.end;
    if (r->end > r->at && text_ends(text_slice(bytes, r->at, r->end), TEXT("-->"))) r->end -= sizeof "-->" - 1;
    struct waiver waiver = {.path = r->source->path,
                            .document = document,
                            .proposition = -1,
                            .until = NO_DATE};
    r->waiver = &waiver;
    r->error = (struct belie_error){0};
    if (!begins(r)) return true;
    waiver.place = place_of(bytes, c->span.start);
    if (out->items.count - r->before >= WAIVERS_MOST) is_void(r, c->span.start, "more than %d in one document", WAIVERS_MOST);
    if (r->error.code == BELIE_OK && check_kind(r, c->kind, c->span.start)) read_waiver(r);
    if (r->error.code != BELIE_OK && !waiver_stop(r->arena, &waiver, WAIVER_VOID, &r->error)) return false;
    struct waiver *room = list_add(r->arena, &out->items);
    if (!room) return false;
    *room = waiver;
    return !r->arena->failed;
}

bool waivers_of_source(struct arena *a, const struct rules *r, const struct source *s, uint32_t document,
                       struct waivers *out) {
    struct reader reader = {.arena = a, .rules = r, .source = s, .before = out->items.count};
    for (size_t i = 0; s->comments && i < s->comments->items.count && out->items.count - reader.before <= WAIVERS_MOST; i++)
        if (!take_comment(&reader, &s->comments->items.items[i], document, out)) return false;
    return true;
}

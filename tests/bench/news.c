#include "tests/bench/news.h"

#include "document/document.h"
#include "tests/bench/measure.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

struct pool { /* "city: Aldport, Brenholm" */
    struct text name;
    LIST(struct text) words;
};

struct news_source {
    struct arena *arena;
    LIST(struct text) originals; /* as they are, but for their figures */
    LIST(struct text) forms;     /* with places to fill in */
    LIST(struct pool) pools;
    uint64_t random;
};

static size_t below(struct news_source *s, size_t bound) { /* xorshift64 (Marsaglia 2003) */
    s->random ^= s->random << 13;
    s->random ^= s->random >> 7;
    s->random ^= s->random << 17;
    return (size_t)(s->random % bound);
}

static bool read_text(struct news_source *s, const char *folder, const char *name, struct text *out) {
    struct belie_error e = {0};
    struct buffer bytes = {0};
    struct text path = arena_format(s->arena, "%s/%s", folder, name);
    bool ok = file_read(path, 1 << 20, &bytes, &e);
    if (!ok) fprintf(stderr, "%s: %s\n", path.bytes, e.message);
    *out = arena_text(s->arena, buffer_view(&bytes));
    buffer_release(&bytes);
    return ok;
}

static void read_pool(struct news_source *s, struct text line) {
    const char *colon = memchr(line.bytes, ':', line.length);
    struct pool *pool = colon ? list_add(s->arena, &s->pools) : NULL;
    if (!pool) return;
    size_t at = (size_t)(colon - line.bytes);
    pool->name = text_slice(line, 0, at);
    while (at < line.length) {
        const char *comma = memchr(line.bytes + at + 1, ',', line.length - at - 1);
        size_t end = comma ? (size_t)(comma - line.bytes) : line.length;
        struct text *word = list_add(s->arena, &pool->words);
        if (word) *word = text_trim(text_slice(line, at + 1, end));
        at = end;
    }
}

static void read_pools(struct news_source *s, struct text words) {
    for (size_t at = 0; at < words.length;) {
        const char *newline = memchr(words.bytes + at, '\n', words.length - at);
        size_t end = newline ? (size_t)(newline - words.bytes) : words.length;
        read_pool(s, text_slice(words, at, end));
        at = end + 1;
    }
}

static bool read_forms(struct news_source *s, const char *folder) {
    static const char *const names[] = {"court.txt",   "culture.txt",  "economy.txt", "flood.txt",   "health.txt",
                                        "match.txt",   "politics.txt", "rescue.txt",  "science.txt", "strike.txt"};
    struct text text;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!read_text(s, folder, names[i], &text)) return false;
        struct text *form = list_add(s->arena, &s->forms);
        if (form) *form = text;
    }
    if (!read_text(s, folder, "words.txt", &text)) return false;
    read_pools(s, text);
    return true;
}

static bool read_originals(struct news_source *s, const char *folder) {
    static const char *const names[] = {"000.txt", "001.txt", "002.txt", "003.txt", "004.txt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct text *original = list_add(s->arena, &s->originals);
        if (!original || !read_text(s, folder, names[i], original)) return false;
    }
    return true;
}

/* A name that no list has, so that new word forms keep coming as they do in the world. */
static void made_up_name(struct news_source *s, struct buffer *out) {
    static const char *const starts[] = {"Bar", "Cor", "Del", "Fen", "Gor", "Hal", "Jan", "Kel", "Lor", "Mar", "Nev", "Tol"};
    static const char *const middles[] = {"a", "e", "i", "o", "an", "en", "is", "ov", "ur", "el"};
    static const char *const ends[] = {"berg", "dez", "ford", "ic", "kin", "lund", "man", "nescu", "poulos", "rath", "ski", "vich"};
    buffer_string(out, starts[below(s, 12)]);
    for (size_t n = below(s, 3); n > 0; n--) buffer_string(out, middles[below(s, 10)]);
    buffer_string(out, ends[below(s, 12)]);
}

static void fill_in(struct news_source *s, struct text place, struct buffer *out) {
    if (text_equal(place, TEXT("n"))) return buffer_format(out, "%zu", below(s, 89) + 10);
    if (text_equal(place, TEXT("surname")) && below(s, 3) == 0) return made_up_name(s, out);
    for (size_t i = 0; i < s->pools.count; i++) {
        const struct pool *pool = &s->pools.items[i];
        if (text_equal(pool->name, place)) buffer_text(out, pool->words.items[below(s, pool->words.count)]);
    }
}

static void write_form(struct news_source *s, struct text form, struct buffer *out) {
    for (size_t at = 0; at < form.length; at++) {
        const char *end = form.bytes[at] == '{' ? memchr(form.bytes + at, '}', form.length - at) : NULL;
        if (!end) {
            buffer_char(out, form.bytes[at]);
            continue;
        }
        size_t stop = (size_t)(end - form.bytes);
        fill_in(s, text_slice(form, at + 1, stop), out);
        at = stop;
    }
}

static void write_original(struct news_source *s, struct text original, struct buffer *out) {
    for (size_t at = 0; at < original.length; at++) {
        char c = original.bytes[at];
        buffer_char(out, c >= '1' && c <= '9' ? (char)('1' + below(s, 9)) : c);
    }
}

static bool write_article(struct news_source *s, const char *folder, struct news *out) {
    struct buffer bytes = {0};
    size_t which = below(s, s->originals.count + s->forms.count);
    if (which < s->originals.count) write_original(s, s->originals.items[which], &bytes);
    else write_form(s, s->forms.items[which - s->originals.count], &bytes);
    struct text name = arena_format(s->arena, "%06zu.txt", out->paths.count);
    struct text path = arena_format(s->arena, "%s/%s", folder, name.bytes);
    char **kept = list_add(s->arena, &out->paths);
    bool ok = kept && !bytes.failed && file_write(folder, name.bytes, buffer_view(&bytes));
    if (ok) *kept = (char *)path.bytes;
    out->bytes += bytes.length;
    buffer_release(&bytes);
    return ok;
}

static bool read_fixtures(struct news_source *s, const char *fixtures) {
    return read_originals(s, arena_format(s->arena, "%s/articles", fixtures).bytes) &&
           read_forms(s, arena_format(s->arena, "%s/bench", fixtures).bytes);
}

struct news_source *news_open(struct arena *a, const char *fixtures) {
    struct news_source *s = arena_new(a, struct news_source);
    if (!s) return NULL;
    *s = (struct news_source){.arena = a, .random = 20251203};
    return read_fixtures(s, fixtures) ? s : NULL;
}

void news_next(struct news_source *s, size_t share, struct buffer *out) {
    if (below(s, share) == 0) write_original(s, s->originals.items[below(s, s->originals.count)], out);
    else write_form(s, s->forms.items[below(s, s->forms.count)], out);
}

bool news_write(struct arena *a, const char *fixtures, const char *folder, size_t bytes, struct news *out) {
    struct news_source source = {.arena = a, .random = 20251203};
    *out = (struct news){0};
    if (!read_fixtures(&source, fixtures)) return false;
    while (out->bytes < bytes)
        if (!write_article(&source, folder, out)) return fprintf(stderr, "%s: cannot write news\n", folder), false;
    return true;
}

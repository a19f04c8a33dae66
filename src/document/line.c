#include "base/utf8.h"
#include "document/reader.h"

#include <string.h>

static bool is_letter(char c) {
    return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/* ASCII letters of any case are equal; the tables below are lower case. */
static bool starts_with(struct text line, const char *start) {
    for (size_t i = 0; start[i]; i++)
        if (i >= line.length || ascii_lower(line.bytes[i]) != start[i]) return false;
    return true;
}

static bool ends_with(struct text line, const char *end) {
    size_t length = strlen(end);
    return line.length >= length && starts_with(text_slice(line, line.length - length, line.length), end);
}

static bool contains(struct text line, const char *part) {
    for (size_t i = 0; i < line.length; i++)
        if (ascii_lower(line.bytes[i]) == part[0] && starts_with(text_slice(line, i, line.length), part)) return true;
    return false;
}

typedef bool line_test(struct text line, const char *words);

static bool any_of(struct text line, line_test *test, const char *const *table) {
    for (; *table; table++)
        if (test(line, *table)) return true;
    return false;
}

static bool equals(struct text line, const char *words) {
    return line.length == strlen(words) && starts_with(line, words);
}

/* U+00A0, U+2000 to U+200B, U+202F, U+3000, U+FEFF: bytes of the space at p, or 0. */
static size_t wide_space(const char *p, size_t left) {
    const unsigned char *u = (const unsigned char *)p;
    if (left >= 2 && u[0] == 0xC2 && u[1] == 0xA0) return 2;
    if (left < 3) return 0;
    if (u[0] == 0xE2 && u[1] == 0x80 && ((u[2] >= 0x80 && u[2] <= 0x8B) || u[2] == 0xAF)) return 3;
    if (u[0] == 0xE3 && u[1] == 0x80 && u[2] == 0x80) return 3;
    return u[0] == 0xEF && u[1] == 0xBB && u[2] == 0xBF ? 3 : 0;
}

static size_t wide_space_at_end(struct text t) {
    for (size_t back = 2; back <= 3; back++)
        if (t.length >= back && wide_space(t.bytes + t.length - back, back) == back) return back;
    return 0;
}

struct text text_trim_wide(struct text t) {
    t = text_trim(t);
    for (size_t wide; (wide = wide_space(t.bytes, t.length));) t = text_trim(text_slice(t, wide, t.length));
    for (size_t wide; (wide = wide_space_at_end(t));) t = text_trim(text_slice(t, 0, t.length - wide));
    return t;
}

static size_t spaces_from(struct text line, size_t at) {
    size_t from = at;
    while (at < line.length) {
        size_t wide = line.bytes[at] == ' ' || line.bytes[at] == '\t' ? 1
                                                                      : wide_space(line.bytes + at, line.length - at);
        if (!wide) break;
        at += wide;
    }
    return at - from;
}

static size_t marker_of(struct text line, const char *const *signs) {
    for (; *signs; signs++) {
        size_t length = strlen(*signs);
        if (!starts_with(line, *signs)) continue;
        size_t spaces = spaces_from(line, length);
        if (spaces && length + spaces < line.length) return length + spaces;
    }
    return 0;
}

static size_t number_marker(struct text line) {
    size_t digits = 0;
    while (digits < 3 && digits < line.length && ascii_digit(line.bytes[digits])) digits++;
    if (!digits || digits + 1 >= line.length) return 0;
    if (line.bytes[digits] != '.' && line.bytes[digits] != ')') return 0;
    size_t spaces = spaces_from(line, digits + 1);
    return spaces && digits + 1 + spaces < line.length ? digits + 1 + spaces : 0;
}

size_t bullet_marker(struct text line) {
    static const char *const bullets[] = {"•", "‣", "◦", "▪", "●", "■", "·", "–", NULL};
    return line.length && (unsigned char)line.bytes[0] >= 0x80 ? marker_of(line, bullets) : 0;
}

size_t list_marker(struct text line) {
    static const char *const dashes[] = {"-", "*", "+", NULL};
    if (!line.length) return 0;
    if ((unsigned char)line.bytes[0] >= 0x80) return bullet_marker(line);
    return ascii_digit(line.bytes[0]) ? number_marker(line) : marker_of(line, dashes);
}

bool is_boilerplate(struct text line) {
    static const char *const whole[] = {
        "advertisement", "advertisements", "×",           "info_icon",        "published at:",
        "share",         "share this",     "read more",   "similar articles", "related articles",
        "related",       "most read",      "sponsored",   "story continues below advertisement",
        "sign up",       "subscribe",      "comments",    "click to summarize this article.",
        "listen",        "save",           "newsletter",  NULL};
    static const char *const starts[] = {"also read:", "read also:", "also read |", "read more:",    "see also:",
                                         "http://",    "https://",   "http: / /",   "https: / /",    "www.",
                                         "published at:", NULL};
    if (line.length > 400) return false;
    return (line.length <= 40 && any_of(line, equals, whole)) || any_of(line, starts_with, starts);
}

bool is_caption(struct text line) {
    static const char *const starts[] = {"photo:",        "photos:",     "image:",       "picture:",     "file photo",
                                         "photo credit",  "credit:",     "caption:",     "photograph:",  "pictured:",
                                         "image credit",  "photo by",    "[photo",       "(photo",       "image source",
                                         "video:",        "illustration:", NULL};
    static const char *const ends[] = {"getty images",  "/getty images)", "/reuters",    "/reuters)", "/ap",
                                       "/ap)",          "/afp)",          "(file photo)", "via ap",   "via reuters",
                                       "(ap photo)",    NULL};
    if (line.length > 600) return false;
    return any_of(line, starts_with, starts) || any_of(line, ends_with, ends);
}

/* Drops closing quotation marks and brackets. */
static struct text without_closers(struct text line) {
    static const char *const closers[] = {"\"", "'", ")", "]", "”", "’", "»", NULL};
    for (bool dropped = line.length && !is_letter(line.bytes[line.length - 1]); dropped;) {
        dropped = false;
        for (const char *const *c = closers; *c; c++) {
            if (!ends_with(line, *c)) continue;
            line.length -= strlen(*c);
            dropped = true;
        }
    }
    return line;
}

bool ends_sentence(struct text line) {
    line = without_closers(line);
    if (!line.length) return false;
    return strchr(".!?", line.bytes[line.length - 1]) || ends_with(line, "…");
}

/* More than one sentence: a full stop before the end with a space after it. Initials and "U.S." hardly matter here. */
static bool has_inner_stop(struct text line) {
    for (size_t i = 3; i + 2 < line.length; i++) {
        if (line.bytes[i + 1] != ' ' || !strchr(".!?", line.bytes[i])) continue;
        if (line.bytes[i - 2] != '.' && line.bytes[i - 2] != ' ') return true;
    }
    return false;
}

bool is_question(struct text line) {
    struct text core = without_closers(line);
    if (!core.length || core.bytes[core.length - 1] != '?') return false;
    if (starts_with(line, "q:") || starts_with(line, "q.")) return line.length <= 600;
    return line.length <= 200 && core.length == line.length && !has_inner_stop(line);
}

static size_t count_words(struct text line) {
    size_t words = 0;
    for (size_t i = 0; i < line.length; i++)
        words += line.bytes[i] != ' ' && (i == 0 || line.bytes[i - 1] == ' ');
    return words;
}

bool is_heading(struct text line) {
    if (line.length > 140 || ends_sentence(line) || count_words(line) > 18) return false;
    char last = line.bytes[line.length - 1];
    if (last == ':') return count_words(line) <= 5;
    return last != ',' && last != ';' && !has_inner_stop(line);
}

bool is_summary_heading(struct text line) {
    static const char *const whole[] = {"summary", "in brief",  "in brief:", "summary:",     "in short", "highlights",
                                        "the gist", "key facts", "tl;dr",     "at a glance", "main points", NULL};
    static const char *const parts[] = {"takeaways", "key points", "summary of this", "what you need to know",
                                        "what to know", NULL};
    return line.length <= 80 && (any_of(line, equals, whole) || any_of(line, contains, parts));
}

/* Words that stand around the date above a story; the empty one is for what is no letter. */
static bool is_date_word(struct text word) {
    static const char *const whole[] = {"",    "updated", "published", "posted", "last", "on",  "at",  "am",  "pm",
                                        "st",  "nd",      "rd",        "th",     "gmt",  "utc", "bst", "cet", "cest",
                                        "est", "edt",     "cst",       "cdt",    "pst",  "pdt", "ist", "aest", "et",
                                        "hrs", "hours",   "time",      "date",   "first", "edited", NULL};
    static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL};
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul",
                                         "aug", "sep", "oct", "nov", "dec", NULL};
    if (any_of(word, equals, whole)) return true;
    return word.length <= 9 && (any_of(word, starts_with, days) || any_of(word, starts_with, months));
}

int32_t dateline(struct text line) {
    if (line.length > 80) return NO_DATE;
    for (size_t at = 0, end; at < line.length; at = end + 1) {
        end = at;
        while (end < line.length && is_letter(line.bytes[end])) end++;
        if (!is_date_word(text_slice(line, at, end))) return NO_DATE;
    }
    int32_t date = date_parse(line);
    return date == NO_DATE ? date_parse_words(line) : date;
}

bool is_site_name(struct text line) {
    return line.length <= 60 && count_words(line) <= 6 && !ends_sentence(line);
}

bool is_headline(struct text line, size_t words) {
    if (line.length > 240 || count_words(line) < words || has_inner_stop(line) || list_marker(line)) return false;
    struct text core = without_closers(line);
    return !core.length || !(core.bytes[core.length - 1] == '.' || ends_with(core, "…"));
}

/* Letters and digits only; of punctuation and typography two copies of a headline often differ. */
static bool next_letter(struct text t, size_t *at, uint32_t *letter) {
    while (*at < t.length) {
        uint32_t code = utf8_next(t, at);
        bool punctuation = code < 0x80 ? !ascii_digit((char)code) && !is_letter((char)code)
                                       : code < 0xC0 || (code >= 0x2000 && code < 0x2070) || code == 0xFEFF;
        if (punctuation) continue;
        *letter = code < 0x80 ? (uint32_t)ascii_lower((char)code) : code;
        return true;
    }
    return false;
}

bool same_line(struct text a, struct text b) {
    size_t at_a = 0, at_b = 0;
    uint32_t letter_a = 0, letter_b = 0;
    bool any = false;
    for (;;) {
        bool more_a = next_letter(a, &at_a, &letter_a), more_b = next_letter(b, &at_b, &letter_b);
        if (!more_a || !more_b) return any && more_a == more_b;
        if (letter_a != letter_b) return false;
        any = true;
    }
}

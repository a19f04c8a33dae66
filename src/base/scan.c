#include "base/scan.h"

#include <string.h>

#include "base/abbreviation.h"
#include "base/address.h"
#include "base/letter.h"
#include "base/utf8.h"

enum {
    EN_DASH = 0x2013,
    DEGREE = 0xB0,
    LOOK_AHEAD = 256 /* bytes: what keeps hostile input from costing more than linear time */
};

/* What the first byte of a glyph is. JOIN may tie words together, so that the short way out of a word is closed; PLAIN
 * is a token by itself wherever it stands. */
enum byte_class { BYTE_MARK, BYTE_PLAIN, BYTE_SPACE, BYTE_LETTER, BYTE_DIGIT, BYTE_JOIN, BYTE_STOP, BYTE_WIDE };

#define REPEAT_10(c) c, c, c, c, c, c, c, c, c, c
#define REPEAT_26(c) REPEAT_10(c), REPEAT_10(c), c, c, c, c, c, c
#define REPEAT_32(c) REPEAT_26(c), c, c, c, c, c, c
#define REPEAT_33(c) REPEAT_32(c), c

/* Marks that are not named are BYTE_MARK: " # % and the backtick. */
static const uint8_t CLASS[256] = {
    [0] = REPEAT_33(BYTE_SPACE), [0x7F] = BYTE_SPACE,
    ['0'] = REPEAT_10(BYTE_DIGIT), ['A'] = REPEAT_26(BYTE_LETTER), ['a'] = REPEAT_26(BYTE_LETTER),
    ['$'] = BYTE_JOIN, ['&'] = BYTE_JOIN, ['\''] = BYTE_JOIN, ['+'] = BYTE_JOIN, ['-'] = BYTE_JOIN,
    [':'] = BYTE_JOIN, ['@'] = BYTE_JOIN, ['_'] = BYTE_JOIN, ['.'] = BYTE_STOP,
    ['!'] = BYTE_PLAIN, ['('] = BYTE_PLAIN, [')'] = BYTE_PLAIN, ['*'] = BYTE_PLAIN, [','] = BYTE_PLAIN,
    ['/'] = BYTE_PLAIN, [';'] = BYTE_PLAIN, ['<'] = BYTE_PLAIN, ['='] = BYTE_PLAIN, ['>'] = BYTE_PLAIN,
    ['?'] = BYTE_PLAIN, ['['] = BYTE_PLAIN, ['\\'] = BYTE_PLAIN, [']'] = BYTE_PLAIN, ['^'] = BYTE_PLAIN,
    ['{'] = BYTE_PLAIN, ['|'] = BYTE_PLAIN, ['}'] = BYTE_PLAIN, ['~'] = BYTE_PLAIN,
    [0x80] = REPEAT_32(BYTE_WIDE), REPEAT_32(BYTE_WIDE), REPEAT_32(BYTE_WIDE), REPEAT_32(BYTE_WIDE),
};

/* One code point where it stands; `end` is past it. At the end of the text a space of no width. */
struct glyph {
    uint32_t code;
    enum letter_kind kind;
    size_t end;
};

static enum letter_kind ascii_kind(unsigned char c) {
    switch (CLASS[c]) {
    case BYTE_LETTER: return c & 32 ? LETTER_LOWER : LETTER_UPPER;
    case BYTE_DIGIT: return LETTER_DIGIT;
    case BYTE_SPACE: return LETTER_SPACE;
    default: return LETTER_NONE;
    }
}

static unsigned char byte_at(struct text t, size_t at) {
    return at < t.length ? (unsigned char)t.bytes[at] : ' ';
}

static inline struct glyph glyph_at(struct text t, size_t at) {
    if (at >= t.length) return (struct glyph){' ', LETTER_SPACE, at};
    unsigned char first = (unsigned char)t.bytes[at];
    if (first < 0x80) return (struct glyph){first, ascii_kind(first), at + 1};
    size_t end = at;
    uint32_t code = utf8_next(t, &end);
    return (struct glyph){code, letter_kind(code), end > at ? end : at + 1};
}

static bool is_word(struct glyph g) {
    return g.kind == LETTER_LOWER || g.kind == LETTER_UPPER || g.kind == LETTER_DIGIT;
}

static bool is_letter(struct glyph g) {
    return g.kind == LETTER_LOWER || g.kind == LETTER_UPPER;
}

static bool is_ascii_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}

static bool is_ascii_letter(unsigned char c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_apostrophe(uint32_t code) {
    return code == '\'' || code == 0x2019 || code == 0x2018 || code == 0x201B || code == 0x2BC;
}

static bool is_hyphen(uint32_t code) {
    return code == '-' || code == 0x2010 || code == 0x2011;
}

static bool is_dash(uint32_t code) {
    return code >= 0x2012 && code <= 0x2015;
}

static bool is_single_quote(uint32_t code) {
    return is_apostrophe(code) || code == 0x201A || code == 0x2039 || code == 0x203A || code == '`';
}

static bool is_double_quote(uint32_t code) {
    return code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0xAB || code == 0xBB;
}

static bool is_currency(uint32_t code) {
    return code == '$' || (code >= 0xA2 && code <= 0xA5) || (code >= 0x20A0 && code <= 0x20CF);
}

static void put_bytes(struct scanner *s, const char *bytes, size_t length) {
    if (length > SCAN_FORM_BYTES - s->length) return;
    memcpy(s->form + s->length, bytes, length);
    s->length += length;
}

static void put_code(struct scanner *s, uint32_t code) {
    char bytes[4];
    put_bytes(s, bytes, utf8_encode(code, bytes));
}

static void put_string(struct scanner *s, const char *string) {
    put_bytes(s, string, strlen(string));
}

/* U+FB00 to U+FB06. */
static const char *const LIGATURES[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

static void put_glyph(struct scanner *s, struct glyph g) {
    if (g.kind == LETTER_IGNORED || g.code == DEGREE) return;
    if (is_apostrophe(g.code)) put_string(s, "'");
    else if (is_hyphen(g.code) || is_dash(g.code)) put_string(s, "-");
    else if (g.code >= 0xFB00 && g.code <= 0xFB06) put_string(s, LIGATURES[g.code - 0xFB00]);
    else put_code(s, g.kind == LETTER_UPPER || g.code >= 0x80 ? letter_lower(g.code) : g.code);
}

static bool finish(struct scanner *s, struct scanned *out, size_t start, size_t end, unsigned flags) {
    out->form = (struct text){s->form, s->length};
    out->key = text_key(out->form);
    out->start = (uint32_t)start;
    out->end = (uint32_t)end;
    out->flags = (uint8_t)flags;
    s->after_open = flags & SCAN_OPEN_QUOTE;
    s->at = end;
    return true;
}

static bool finish_string(struct scanner *s, struct scanned *out, size_t start, size_t end, unsigned flags,
                          const char *form) {
    s->length = 0;
    put_string(s, form);
    return finish(s, out, start, end, flags);
}

/* Past "U.S.", "a.m.", "U.S", "Ph.D." at `at`, or 0. */
static size_t acronym_end(struct text t, size_t at) {
    bool doctor = byte_at(t, at) == 'P' && byte_at(t, at + 1) == 'h' && byte_at(t, at + 2) == '.'; /* Ph.D. */
    size_t letters = doctor, end = at + (doctor ? 3 : 0);
    while (is_ascii_letter(byte_at(t, end)) && byte_at(t, end + 1) == '.') letters++, end += 2;
    if (letters && is_ascii_letter(byte_at(t, end)) && !is_word(glyph_at(t, end + 1))) letters++, end++;
    return letters >= 2 ? end : 0;
}

/* Between two digits: "1,200", "3.5", "7:30", "9/11", "61–59". */
static bool joins_digits(struct text t, size_t at, struct glyph g) {
    if (!at || !is_ascii_digit(byte_at(t, at - 1)) || !is_ascii_digit(byte_at(t, g.end))) return false;
    return g.code == ',' || g.code == '.' || g.code == ':' || g.code == '/' || g.code == EN_DASH;
}

/* "36.4°C". */
static bool joins_degree(struct text t, size_t at, struct glyph g) {
    unsigned char scale = byte_at(t, g.end) | 32;
    return g.code == DEGREE && at && is_ascii_digit(byte_at(t, at - 1)) && (scale == 'c' || scale == 'f') &&
           !is_word(glyph_at(t, g.end + 1));
}

/* Past a run of letters and digits without hyphens. */
static size_t segment_end(struct text t, size_t at) {
    size_t acronym = acronym_end(t, at);
    if (acronym) return acronym;
    for (;;) {
        struct glyph g = glyph_at(t, at);
        if (!is_word(g) && g.kind != LETTER_IGNORED && !joins_digits(t, at, g) && !joins_degree(t, at, g)) return at;
        at = g.end;
    }
}

static size_t word_end(struct text t, size_t at) {
    for (;;) {
        at = segment_end(t, at);
        struct glyph g = glyph_at(t, at);
        bool joins = is_apostrophe(g.code) || is_hyphen(g.code) || g.code == '&' || g.code == '_';
        if (!joins || !is_word(glyph_at(t, g.end))) return at;
        at = g.end;
    }
}

/* All that is known of an address where a word seems to end at `end`. */
static bool may_be_address(struct text t, size_t end) {
    unsigned char next = byte_at(t, end);
    return (next == '.' && byte_at(t, end + 1) > ' ') || (next == ':' && byte_at(t, end + 1) == '/') || next == '@' ||
           next == '_' || next == '+' || next == '%' || t.bytes[end - 1] == '.';
}

struct clitic {
    const char *written;
    const char *form;
};

static const struct clitic CLITICS[] = {
    {"'s", "'s"}, {"n't", "not"}, {"'ll", "will"}, {"'ve", "have"}, {"'re", "are"}, {"'d", "'d"}, {"'m", "am"},
};

/* Past the clitic at `at`, or 0. */
static size_t match_written(struct text t, size_t at, const char *written) {
    for (; *written; written++) {
        struct glyph g = glyph_at(t, at);
        bool same =
            *written == '\'' ? is_apostrophe(g.code) : g.code < 0x80 && (g.code | 32) == (unsigned char)*written;
        if (!same) return 0;
        at = g.end;
    }
    return at;
}

static const struct clitic *clitic_at(struct text t, size_t at, size_t limit, size_t *end) {
    for (size_t i = 0; i < sizeof CLITICS / sizeof *CLITICS; i++) {
        *end = match_written(t, at, CLITICS[i].written);
        if (!*end || *end > limit) continue;
        unsigned char next = byte_at(t, *end);
        if (*end == limit || is_apostrophe(glyph_at(t, *end).code) || next == 'n' || next == 'N') return &CLITICS[i];
    }
    return NULL;
}

static bool are_clitics(struct text t, size_t at, size_t limit) {
    while (at < limit)
        if (!clitic_at(t, at, limit, &at)) return false;
    return true;
}

/* Where the endings of the word start..end begin, or `end`. */
static size_t clitics_start(struct text t, size_t start, size_t end) {
    size_t from = end - start > 16 ? end - 16 : start; /* "n't've" with wide apostrophes is shorter */
    while (from > start && ((unsigned char)t.bytes[from] & 0xC0) == 0x80) from--;
    for (size_t at = from; at < end; at = glyph_at(t, at).end) {
        if (at == start || !is_apostrophe(glyph_at(t, at).code)) continue;
        bool negation = at - 1 > start && (t.bytes[at - 1] | 32) == 'n';
        if (negation && are_clitics(t, at - 1, end)) return at - 1;
        if (are_clitics(t, at, end)) return at;
    }
    return end;
}

static bool form_is(const struct scanner *s, const char *form) {
    size_t at = 0;
    while (at < s->length && s->form[at] == form[at]) at++;
    return at == s->length && !form[at];
}

/* After these "'s" is a verb: "it's", "who's"; never the possessive, which is "its", "whose". */
static bool is_verb_host(const struct scanner *s) {
    static const char *const HOSTS[] = {"it",   "he",    "she",  "that", "there", "here",
                                        "what", "where", "who", "how",  "when",  "why"};
    for (size_t i = 0; i < sizeof HOSTS / sizeof *HOSTS; i++)
        if (form_is(s, HOSTS[i])) return true;
    return false;
}

static const char *clitic_form(const struct scanner *s, const struct clitic *c) {
    if (c->written[1] != 's' || c->written[2]) return c->form;
    return is_verb_host(s) ? "is" : form_is(s, "let") ? "us" : "'s";
}

/* Hands out the next ending of the word before. What is no clitic is the "not" of "cannot" or the bare apostrophe of
 * a plural possessor. */
static bool scan_clitic(struct scanner *s, struct scanned *out) {
    size_t start = s->at, end;
    const struct clitic *c = clitic_at(s->text, start, s->clitic_end, &end);
    if (c) return finish_string(s, out, start, end, SCAN_GLUED, clitic_form(s, c));
    bool apostrophe = is_apostrophe(glyph_at(s->text, start).code);
    return finish_string(s, out, start, s->clitic_end, SCAN_GLUED, apostrophe ? "'s" : "not");
}

/* "ca", "wo" and "sha" are only written so before "n't". */
static void mend_host(struct scanner *s, size_t clitics) {
    static const char *const HOSTS[][2] = {{"ca", "can"}, {"wo", "will"}, {"sha", "shall"}, {"ai", "is"}};
    if ((byte_at(s->text, clitics) | 32) != 'n') return;
    for (size_t i = 0; i < sizeof HOSTS / sizeof *HOSTS; i++) {
        if (!form_is(s, HOSTS[i][0])) continue;
        s->length = 0;
        put_string(s, HOSTS[i][1]);
        return;
    }
}

struct capitals {
    size_t upper, letters;
};

static unsigned capital_flags(struct capitals c) {
    return c.letters >= 2 && c.upper == c.letters ? SCAN_UPPER : 0;
}

static bool is_dotted_word(const struct scanner *s, size_t from) {
    static const char *const WORDS[] = {"am", "pm", "ie", "eg"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (s->length - from == 2 && !memcmp(s->form + from, WORDS[i], 2)) return true;
    return false;
}

static void put_dots(struct scanner *s, size_t from) {
    char letters[SCAN_FORM_BYTES];
    size_t count = s->length - from;
    memcpy(letters, s->form + from, count);
    s->length = from;
    for (size_t i = 0; i < count; i++) {
        put_bytes(s, &letters[i], 1);
        put_bytes(s, ".", 1);
    }
}

/* "U.N." → "un", but "a.m." stays apart from "am", and "U.S." from "us". */
static void put_acronym(struct scanner *s, size_t start, size_t end, struct capitals *c) {
    size_t from = s->length;
    bool lower = s->text.bytes[start] >= 'a';
    for (size_t at = start; at < end; at++) {
        if (s->text.bytes[at] == '.') continue;
        struct glyph g = glyph_at(s->text, at);
        put_glyph(s, g);
        c->letters++;
        c->upper += g.kind == LETTER_UPPER;
    }
    bool states = s->length - from == 2 && !memcmp(s->form + from, "us", 2);
    if (lower || states || is_dotted_word(s, from)) put_dots(s, from);
}

static bool is_states(struct text t, size_t at, size_t end) {
    return byte_at(t, at) == 'U' && byte_at(t, at + 1) == 'S' &&
           (at + 2 == end || (at + 2 < end && is_hyphen(glyph_at(t, at + 2).code)));
}

static struct capitals put_word(struct scanner *s, size_t start, size_t end) {
    struct capitals c = {0};
    bool first = true;
    for (size_t at = start; at < end;) {
        size_t acronym = first ? acronym_end(s->text, at) : 0;
        if (acronym && acronym <= end) {
            put_acronym(s, at, acronym, &c);
            at = acronym;
        } else if (first && is_states(s->text, at, end)) {
            put_string(s, "u.s.");
            c.letters += 2;
            c.upper += 2;
            at += 2;
        } else {
            struct glyph g = glyph_at(s->text, at);
            put_glyph(s, g);
            c.letters += is_letter(g);
            c.upper += g.kind == LETTER_UPPER;
            first = is_hyphen(g.code);
            at = g.end;
            continue;
        }
        first = false;
    }
    return c;
}

static struct glyph next_visible(struct text t, size_t at) {
    struct glyph g = glyph_at(t, at);
    while (at < t.length && (g.kind == LETTER_SPACE || g.kind == LETTER_IGNORED)) {
        at = g.end;
        g = glyph_at(t, at);
    }
    return g;
}

static bool follows_comma(struct text t, size_t at) {
    while (at && t.bytes[at - 1] == ' ') at--;
    return at && t.bytes[at - 1] == ',';
}

/* "J. Smith", "George W. Bush"; the pronoun only in a row of initials. */
static bool is_initial(const struct scanner *s, size_t start, size_t stop) {
    if (stop - start != 1 || glyph_at(s->text, start).kind != LETTER_UPPER) return false;
    if (glyph_at(s->text, stop + 1).kind != LETTER_SPACE) return false;
    struct glyph next = next_visible(s->text, stop + 1);
    if (next.kind != LETTER_UPPER) return false;
    return s->text.bytes[start] != 'I' || byte_at(s->text, next.end) == '.';
}

/* Does the full stop at `stop` belong to the word start..stop, whose form has just been written? */
static bool takes_stop(const struct scanner *s, size_t start, size_t stop) {
    if (byte_at(s->text, stop) != '.' || byte_at(s->text, stop + 1) == '.') return false;
    if (is_initial(s, start, stop)) return true;
    bool capital = glyph_at(s->text, start).kind == LETTER_UPPER;
    struct glyph next = next_visible(s->text, stop + 1);
    switch (abbreviation_of((struct text){s->form, s->length})) {
    case ABBREVIATION_NONE: return false;
    case ABBREVIATION_TITLE: return capital && is_letter(next);
    case ABBREVIATION_NUMBER: return next.kind == LETTER_DIGIT;
    case ABBREVIATION_MONTH: return capital && next.kind == LETTER_DIGIT;
    case ABBREVIATION_NAME: return capital;
    case ABBREVIATION_PLACE: return capital && follows_comma(s->text, start);
    case ABBREVIATION_PLAIN: return true;
    }
    return false;
}

/* Would a reader take the apostrophe after an "s" at `at` for the end of a quotation? Yes when one is open, unless
 * the next single mark that may end one stands after another letter: ‘the workers’ plan failed’. */
static bool closes_quotation(const struct scanner *s, size_t at, size_t after) {
    if (!s->in_single) return false;
    unsigned char before = byte_at(s->text, at - 1);
    for (size_t limit = after + LOOK_AHEAD; after < s->text.length && after < limit;) {
        struct glyph g = glyph_at(s->text, after);
        if (is_apostrophe(g.code) && !is_word(glyph_at(s->text, g.end)))
            return (byte_at(s->text, after - 1) | 32) == 's' || before == ' ';
        if (is_apostrophe(g.code) && byte_at(s->text, after - 1) <= ' ') return true;
        after = g.end;
    }
    return true;
}

/* Sets out the apostrophe of "officials’" as an ending. */
static void find_plural_possessive(struct scanner *s, size_t end) {
    struct glyph g = glyph_at(s->text, end);
    if (!is_apostrophe(g.code) || is_word(glyph_at(s->text, g.end)) || !s->length) return;
    char last = s->form[s->length - 1];
    if ((last != 's' && last != 'x' && last != 'z') || closes_quotation(s, end, g.end)) return;
    s->clitic_end = g.end;
}

static unsigned first_flags(struct glyph g) {
    if (g.kind == LETTER_DIGIT) return SCAN_NUMBER;
    return g.kind == LETTER_UPPER ? SCAN_CAPITAL : 0;
}

static bool scan_address(struct scanner *s, struct scanned *out, size_t start, size_t end, unsigned flags) {
    struct capitals c = {0};
    s->length = 0;
    for (size_t at = start; at < end;) {
        struct glyph g = glyph_at(s->text, at);
        put_code(s, letter_lower(g.code));
        c.letters += is_letter(g);
        c.upper += g.kind == LETTER_UPPER;
        at = g.end;
    }
    return finish(s, out, start, end, flags | capital_flags(c));
}

/* "US$" and "$" are one; "A$" and "HK$" are not. */
static bool scan_currency_letters(struct scanner *s, struct scanned *out, size_t start, size_t end, unsigned flags) {
    s->length = 0;
    bool states = end - start == 2 && s->text.bytes[start] == 'U' && s->text.bytes[start + 1] == 'S';
    if (!states) put_word(s, start, end);
    put_string(s, "$");
    return finish(s, out, start, end + 1, flags & SCAN_GLUED);
}

/* Any word; the fast path has given up or was not taken. `start` may be before an apostrophe that is left out. */
static bool scan_word(struct scanner *s, struct scanned *out, size_t start, size_t letters, unsigned flags) {
    struct text t = s->text;
    flags |= first_flags(glyph_at(t, letters));
    size_t end = word_end(t, letters);
    size_t address = may_be_address(t, end) ? address_end(t, letters) : 0;
    if (address) return scan_address(s, out, start, address, flags);
    if (byte_at(t, end) == '$' && end - letters <= 3 && (flags & SCAN_CAPITAL))
        return scan_currency_letters(s, out, start, end, flags);
    size_t host = clitics_start(t, letters, end);
    s->length = 0;
    flags |= capital_flags(put_word(s, letters, host));
    if (form_is(s, "n't")) return finish_string(s, out, start, end, flags, "not");
    if (host < end) {
        mend_host(s, host);
        s->clitic_end = end;
    } else if (takes_stop(s, letters, end)) {
        host = end + 1;
        flags |= SCAN_DOTTED;
        if (form_is(s, "no") || form_is(s, "ca")) put_string(s, ".");
    } else {
        if (t.bytes[end - 1] == '.') flags |= SCAN_DOTTED;
        find_plural_possessive(s, end);
    }
    return finish(s, out, start, host, flags);
}

static bool scan_cannot(struct scanner *s, struct scanned *out, size_t start, unsigned flags) {
    s->clitic_end = start + 6;
    return finish_string(s, out, start, start + 3, flags, "can");
}

/* May a word that ends here be handed out without a look at what joins words? Its form has been written. */
static bool ends_plainly(const struct scanner *s, size_t start, size_t at) {
    struct text t = s->text;
    if (at >= t.length) return true;
    switch (CLASS[(unsigned char)t.bytes[at]]) {
    case BYTE_SPACE:
    case BYTE_MARK:
    case BYTE_PLAIN: return true;
    case BYTE_STOP:
        return CLASS[byte_at(t, at + 1)] == BYTE_SPACE &&
               (at - start > ABBREVIATION_LONGEST || !takes_stop(s, start, at));
    case BYTE_JOIN: return t.bytes[at] == ':' && byte_at(t, at + 1) == ' ';
    default: return false;
    }
}

static inline bool finish_plain(struct scanner *s, struct scanned *out, size_t start, size_t end, struct text_key key,
                                unsigned flags) {
    *out = (struct scanned){{s->form, end - start}, key, (uint32_t)start, (uint32_t)end, (uint8_t)flags};
    s->length = end - start;
    s->after_open = false;
    s->at = end;
    return true;
}

#define EACH_BYTE(c) (0x0101010101010101u * (uint64_t)(c))

/* The bytes from `at` on, the first in the lowest place; zeros beyond the end. */
static inline uint64_t eight_at(struct text t, size_t at) {
    uint64_t eight = 0;
    if (t.length - at >= sizeof eight) memcpy(&eight, t.bytes + at, sizeof eight);
    else memcpy(&eight, t.bytes + at, t.length - at);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
}

/* How many ASCII letters the eight bytes begin with. A byte-wise loop would cost a mispredicted branch a word, more
 * than all else that is done with it. */
static inline unsigned letters_first(uint64_t eight) {
    uint64_t low = (eight | EACH_BYTE(0x20)) & EACH_BYTE(0x7F);
    uint64_t from_a = low + EACH_BYTE(0x80 - 'a'), beyond_z = low + EACH_BYTE(0x80 - 'z' - 1);
    uint64_t others = (~from_a | beyond_z | eight) & EACH_BYTE(0x80);
    return others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
}

/* Keeps the first n bytes. */
static const uint64_t FIRST_BYTES[9] = {
    0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF,
};

static inline void put_eight(char *to, uint64_t eight) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    memcpy(to, &eight, sizeof eight);
}

/* The way of nearly all words: ASCII letters up to a space or comma. */
static bool scan_letters(struct scanner *s, struct scanned *out, size_t start, unsigned flags) {
    size_t length = 0;
    unsigned letters;
    uint64_t small = 0;
    struct text_key key;
    put_eight(s->form + sizeof key.head, 0);
    do {
        uint64_t eight = eight_at(s->text, start + length);
        letters = letters_first(eight);
        eight &= FIRST_BYTES[letters];
        put_eight(s->form + length, (eight | EACH_BYTE(0x20)) & FIRST_BYTES[letters]);
        small |= eight & EACH_BYTE(0x20);
        length += letters;
    } while (letters == 8 && length < SCAN_FORM_BYTES);
    size_t at = start + length;
    s->length = length;
    if (!ends_plainly(s, start, at)) return scan_word(s, out, start, start, flags);
    if (!(s->text.bytes[start] & 0x20)) flags |= SCAN_CAPITAL;
    if (!small && length > 1) {
        flags |= SCAN_UPPER;
        if (length == 2 && !memcmp(s->form, "us", 2)) return finish_string(s, out, start, at, flags, "u.s.");
    }
    if (length == 6 && !memcmp(s->form, "cannot", 6)) return scan_cannot(s, out, start, flags);
    memcpy(&key, s->form, sizeof key); /* zeros stand behind the letters */
    return finish_plain(s, out, start, at, key, flags);
}

/* The same for a bare number. */
static bool scan_digits(struct scanner *s, struct scanned *out, size_t start, unsigned flags) {
    struct text t = s->text;
    size_t at = start;
    for (; at < t.length && at - start < SCAN_FORM_BYTES && is_ascii_digit((unsigned char)t.bytes[at]); at++)
        s->form[at - start] = t.bytes[at];
    unsigned class = at < t.length ? CLASS[(unsigned char)t.bytes[at]] : BYTE_SPACE;
    bool ends = class == BYTE_SPACE || (class == BYTE_PLAIN && !is_ascii_digit(byte_at(t, at + 1)));
    if (!ends) return scan_word(s, out, start, start, flags);
    return finish_plain(s, out, start, at, text_key(text_slice(t, start, at)), flags | SCAN_NUMBER);
}

static bool scan_plain(struct scanner *s, struct scanned *out, size_t start, unsigned flags) {
    s->form[0] = s->text.bytes[start];
    struct text_key key = text_key((struct text){s->form, 1});
    return finish_plain(s, out, start, start + 1, key, flags | SCAN_PUNCTUATION);
}

static bool is_opening_bracket(unsigned char c) {
    return c == '(' || c == '[' || c == '{' || c == '/';
}

/* What stands on both sides of a mark start..end tells whether it opens or closes; 0 when it does not. */
static unsigned quote_context(const struct scanner *s, size_t start, size_t end, bool glued) {
    struct glyph next = glyph_at(s->text, end);
    bool quote_next = is_single_quote(next.code) || is_double_quote(next.code);
    bool before = !glued || s->after_open || (start && is_opening_bracket(byte_at(s->text, start - 1)));
    if (start >= 3 && !before) before = is_dash(glyph_at(s->text, start - 3).code);
    bool space = next.kind == LETTER_SPACE;
    if (before) return space ? 0 : SCAN_OPEN_QUOTE;
    return is_word(next) && !quote_next ? 0 : SCAN_CLOSE_QUOTE;
}

static unsigned quote_flags(const struct scanner *s, struct glyph g, size_t start, size_t end, bool glued) {
    unsigned context = quote_context(s, start, end, glued);
    switch (g.code) {
    case 0x2018: case 0x201A: case 0x201B: case 0x2039: case '`':
    case 0x201E: case 0x201F: case 0xAB:
        return SCAN_OPEN_QUOTE;
    case 0x201C:
        return context == SCAN_CLOSE_QUOTE && glyph_at(s->text, end).kind == LETTER_SPACE ? context : SCAN_OPEN_QUOTE;
    case 0x201D: return context == SCAN_OPEN_QUOTE ? context : SCAN_CLOSE_QUOTE;
    case 0x203A: case 0xBB: return SCAN_CLOSE_QUOTE;
    case 0x2019: return context == SCAN_OPEN_QUOTE ? 0 : SCAN_CLOSE_QUOTE;
    default: return context;
    }
}

static bool scan_quote(struct scanner *s, struct scanned *out, size_t start, struct glyph g, unsigned flags) {
    bool twin = (g.code == '\'' || g.code == '`') && byte_at(s->text, g.end) == g.code;
    size_t end = g.end + twin;
    bool single = !twin && is_single_quote(g.code);
    unsigned direction = quote_flags(s, g, start, end, flags & SCAN_GLUED);
    if (single && direction) s->in_single = direction == SCAN_OPEN_QUOTE;
    return finish_string(s, out, start, end, flags | SCAN_PUNCTUATION | direction, single ? "'" : "\"");
}

/* Words that begin with an apostrophe instead of letters. */
static const struct clitic ELISIONS[] = {
    {"'em", "them"}, {"'til", "until"}, {"'tis", "'tis"}, {"'twas", "'twas"}, {"'n'", "and"}, {"'s", "'s"},
    {"'ll", "will"}, {"'ve", "have"},   {"'re", "are"},  {"'d", "'d"},       {"'m", "am"},
};

/* ’90s, and ’27 when the mark cannot open a quotation. */
static bool is_short_year(struct text t, size_t at, uint32_t mark) {
    if (!is_ascii_digit(byte_at(t, at)) || !is_ascii_digit(byte_at(t, at + 1))) return false;
    bool plural = byte_at(t, at + 2) == 's';
    return (plural || mark == 0x2019) && !is_word(glyph_at(t, at + 2 + plural));
}

static bool scan_apostrophe(struct scanner *s, struct scanned *out, size_t start, struct glyph g, unsigned flags) {
    if (is_short_year(s->text, g.end, g.code)) return scan_word(s, out, start, g.end, flags);
    for (size_t i = 0; i < sizeof ELISIONS / sizeof *ELISIONS; i++) {
        size_t end = match_written(s->text, start, ELISIONS[i].written);
        if (!end) continue;
        struct glyph next = glyph_at(s->text, end);
        if (is_word(next) || is_apostrophe(next.code)) continue;
        return finish_string(s, out, start, end, flags, ELISIONS[i].form);
    }
    return scan_quote(s, out, start, g, flags);
}

/* "...", ". . .", "…": one mark. */
static size_t ellipsis_end(struct text t, size_t end) {
    for (;;) {
        if (byte_at(t, end) == '.') end++;
        else if (byte_at(t, end) == ' ' && byte_at(t, end + 1) == '.' && !is_word(glyph_at(t, end + 2))) end += 2;
        else if (glyph_at(t, end).code == 0x2026) end += 3;
        else return end;
    }
}

static bool scan_stop(struct scanner *s, struct scanned *out, size_t start, size_t end, unsigned flags) {
    size_t last = ellipsis_end(s->text, end);
    bool ellipsis = last > end || s->text.bytes[start] != '.';
    return finish_string(s, out, start, last, flags | SCAN_PUNCTUATION, ellipsis ? "..." : ".");
}

/* A dash: "—", "–", "--", or a hyphen between spaces. */
static bool scan_hyphen(struct scanner *s, struct scanned *out, size_t start, struct glyph g, unsigned flags) {
    size_t end = g.end;
    while (byte_at(s->text, end) == '-') end++;
    bool spaced = !(flags & SCAN_GLUED) && glyph_at(s->text, end).kind == LETTER_SPACE;
    bool dash = is_dash(g.code) || end > g.end || spaced;
    return finish_string(s, out, start, end, flags | SCAN_PUNCTUATION, dash ? "—" : "-");
}

static bool scan_tag(struct scanner *s, struct scanned *out, size_t start, size_t end, unsigned flags) {
    struct glyph g = glyph_at(s->text, end);
    while (is_word(g) || g.code == '_') {
        end = g.end;
        g = glyph_at(s->text, end);
    }
    return scan_address(s, out, start, end, flags);
}

static bool is_skin(uint32_t code) {
    return code >= 0x1F3FB && code <= 0x1F3FF;
}

static bool is_flag(uint32_t code) {
    return code >= 0x1F1E6 && code <= 0x1F1FF;
}

/* Past an emoji with its variants, or joined to others; other marks stand alone. */
static size_t symbol_end(struct text t, struct glyph first) {
    size_t end = first.end;
    if (first.code < 0x203C) return end;
    struct glyph g = glyph_at(t, end);
    if (is_flag(first.code) && is_flag(g.code)) return g.end;
    while (g.end > end &&
           ((g.code >= 0xFE00 && g.code <= 0xFE0F) || g.code == 0x200D || g.code == 0x20E3 || is_skin(g.code))) {
        struct glyph next = glyph_at(t, g.end);
        end = g.code == 0x200D && next.kind == LETTER_NONE ? next.end : g.end;
        g = glyph_at(t, end);
    }
    return end;
}

static bool scan_mark(struct scanner *s, struct scanned *out, size_t start, struct glyph g, unsigned flags) {
    struct text t = s->text;
    if (is_apostrophe(g.code)) return scan_apostrophe(s, out, start, g, flags);
    if (is_single_quote(g.code) || is_double_quote(g.code)) return scan_quote(s, out, start, g, flags);
    if (g.code == '.' || g.code == 0x2026) return scan_stop(s, out, start, g.end, flags);
    if (is_hyphen(g.code) || is_dash(g.code)) return scan_hyphen(s, out, start, g, flags);
    bool tag = (g.code == '@' || g.code == '#') && !(flags & SCAN_GLUED && start && is_word(glyph_at(t, start - 1)));
    if (tag && is_word(glyph_at(t, g.end))) return scan_tag(s, out, start, g.end, flags);
    if (!is_currency(g.code) && g.code != '%' && g.code != '&') flags |= SCAN_PUNCTUATION;
    size_t end = symbol_end(t, g);
    s->length = 0;
    put_bytes(s, t.bytes + start, end - start);
    return finish(s, out, start, end, flags);
}

void scan_start(struct scanner *s, struct text t) {
    s->text = t;
    s->at = s->clitic_end = s->length = 0;
    s->in_single = s->after_open = false;
}

/* The next visible glyph at or after `at`, or the end. */
static size_t skip_space(struct text t, size_t at) {
    for (; at < t.length; at++) {
        unsigned class = CLASS[(unsigned char)t.bytes[at]];
        if (class == BYTE_SPACE) continue;
        if (class != BYTE_WIDE) return at;
        struct glyph g = glyph_at(t, at);
        if (g.kind != LETTER_SPACE && g.kind != LETTER_IGNORED) return at;
        at = g.end - 1;
    }
    return at;
}

bool scan_next(struct scanner *s, struct scanned *out) {
    if (s->clitic_end > s->at) return scan_clitic(s, out);
    size_t start = skip_space(s->text, s->at);
    if (start >= s->text.length) return false;
    unsigned flags = start && start == s->at ? SCAN_GLUED : 0;
    unsigned class = CLASS[(unsigned char)s->text.bytes[start]];
    if (class == BYTE_LETTER) return scan_letters(s, out, start, flags);
    if (class == BYTE_PLAIN) return scan_plain(s, out, start, flags);
    if (class == BYTE_DIGIT) return scan_digits(s, out, start, flags);
    if (class == BYTE_STOP && CLASS[byte_at(s->text, start + 1)] == BYTE_SPACE && byte_at(s->text, start + 2) != '.')
        return scan_plain(s, out, start, flags);
    struct glyph g = glyph_at(s->text, start);
    return is_word(g) ? scan_word(s, out, start, start, flags) : scan_mark(s, out, start, g, flags);
}

#include "compare/role.h"

#include "compare/open.h"
#include "lexicon/lexicon.h"

enum { MOST_FIELDS = 8, MOST_WORDS = 32 };

struct role {
    struct text fields[MOST_FIELDS]; /* what of: "music" of a music director */
    int count;
    bool high, low; /* "chief", "assistant" */
    struct text head, told;
};

static struct text mark_of(struct text id) {
    size_t i = 0;
    while (i < id.length && id.bytes[i] != '|') i++;
    return text_slice(id, i, id.length);
}

bool is_role(struct text id) {
    struct text mark = mark_of(id);
    return mark.length > 1 && mark.bytes[1] == '#';
}

static bool listed(const struct rules *r, const char *list, struct text word) {
    return rules_list_holds(r, rules_find_list(r, text_of(list)), symbols_find(&r->symbols, word));
}

/* "Music" and "history", but not "school" and "tall". */
static bool is_field(const struct rules *r, struct text word) {
    struct lexeme x;
    if (listed(r, "role-fields", word)) return true;
    if (listed(r, "role-neutral", word) || !lexicon_find(lexicon_builtin(), word, text_hash(word), &x)) return false;
    uint8_t bodies = 1u << NOUN_INSTITUTION | 1u << NOUN_BODY | 1u << NOUN_GROUP | 1u << NOUN_LIVES;
    return x.likely == CLASS_NOUN && !(x.noun_kinds & bodies);
}

static void put(const struct rules *r, struct text word, struct role *out) {
    out->high |= listed(r, "rank-high", word);
    out->low |= listed(r, "rank-low", word);
    if (is_field(r, word) && out->count < MOST_FIELDS) out->fields[out->count++] = word;
}

static struct role read(const struct rules *r, struct text id) {
    struct role out = {.told = mark_of(id)};
    struct text words[MOST_WORDS];
    int count = text_split(open_label(id), words, MOST_WORDS);
    for (int i = 0; i + 1 < count; i++) put(r, words[i], &out);
    if (count) out.head = words[count - 1];
    return out;
}

static bool are_alike(struct text a, struct text b) {
    const struct lexicon *l = lexicon_builtin();
    return lexicon_synonyms(l, CLASS_NOUN, a, b) || lexicon_kind_of(l, a, b) || lexicon_kind_of(l, b, a);
}

static bool same_field(struct text a, struct text b) {
    enum { STEM = 4 }; /* "finance" and "financial" */
    size_t alike = 0;
    while (alike < a.length && alike < b.length && a.bytes[alike] == b.bytes[alike]) alike++;
    return alike >= STEM || text_equal(a, b) || are_alike(a, b);
}

static bool share_field(const struct role *a, const struct role *b) {
    for (int i = 0; i < a->count; i++)
        for (int k = 0; k < b->count; k++)
            if (same_field(a->fields[i], b->fields[k])) return true;
    return false;
}

static bool holds(struct text id, struct text word) {
    struct text label = open_label(id);
    for (size_t at = 0; at + word.length <= label.length; at++)
        if (memcmp(label.bytes + at, word.bytes, word.length) == 0) return true;
    return false;
}

/* Who is hired as the one is not hired as the other; who has retired from the one did not spend his life as the other. */
static bool jobs_apart(const struct rules *r, const struct role *a, const struct role *b) {
    if (a->told.length < 3 || !text_equal(a->told, b->told)) return false;
    return !listed(r, "any-role", a->head) && !listed(r, "any-role", b->head) && !are_alike(a->head, b->head);
}

bool roles_apart(const struct rules *r, struct text a, struct text b) {
    struct role x = read(r, a), y = read(r, b);
    if (!text_equal(x.head, y.head)) return !holds(a, y.head) && !holds(b, x.head) && jobs_apart(r, &x, &y);
    bool offices = x.high && y.high && text_equal(x.head, TEXT("officer")); /* "chief operating officer" */
    if (!offices && !listed(r, "one-role", x.head)) return false;          /* "a jazz singer", "a folk singer" */
    if ((x.high && y.low && !x.low) || (x.low && y.high && !y.low)) return !x.count || !y.count || share_field(&x, &y);
    return x.count && y.count && !share_field(&x, &y);
}

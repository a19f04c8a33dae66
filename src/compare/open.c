#include "compare/open.h"

#include "base/figure_word.h"
#include "lexicon/place.h"
#include "match/topic.h"

enum { MAX_WORDS = 24 };

/* The words of an id: a name's own, or a noun group's modifiers and head. */
struct called {
    struct text words[MAX_WORDS];
    int count;
    struct text descriptions[MAX_WORDS];
    int description_count;
    bool name;
};

bool is_open(struct text id) {
    return id.length && (id.bytes[0] == '=' || id.bytes[0] == '~');
}

bool open_is_inner(struct text id) {
    return id.length && (id.bytes[0] == '+' || id.bytes[0] == '#' || id.bytes[0] == '%');
}

struct text open_label(struct text id) {
    if (!is_open(id)) return id;
    size_t end = 1;
    while (end < id.length && id.bytes[end] != '|') end++;
    return text_slice(id, 1, end);
}

/* What an id is called by: its words, or the label of the entity. */
static struct text caption_of(const struct rules *r, struct text id) {
    int32_t entity = is_open(id) ? -1 : rules_find_entity(r, id);
    return entity >= 0 ? r->entities.items[entity].label : open_label(id);
}

static struct called parse(const struct rules *r, const struct claim_argument *a) {
    struct called c = {.name = true};
    struct text id = a->id;
    struct text label = caption_of(r, id);
    c.count = text_split(label, c.words, MAX_WORDS);
    if (!is_open(id)) return c;
    c.name = id.bytes[0] == '=';
    c.description_count = text_split(text_slice(id, label.length + 2, id.length), c.descriptions, MAX_WORDS);
    return c;
}

/* "Kourou in French Guiana": of a place that nobody knows, what it is said to lie in. */
static enum nesting nest_by_description(const struct rules *r, struct text x, struct text y) {
    struct called c = parse(r, &(struct claim_argument){.id = x, .entity = NONE});
    for (int i = 0; i < c.description_count; i++) {
        enum nesting found = places_nest(c.descriptions[i], caption_of(r, y));
        if (found != NESTING_UNKNOWN) return found;
    }
    return NESTING_UNKNOWN;
}

enum nesting open_nest(const struct rules *r, struct text x, struct text y) {
    enum nesting found = places_nest(caption_of(r, x), caption_of(r, y));
    if (found == NESTING_UNKNOWN) found = nest_by_description(r, x, y);
    return found == NESTING_UNKNOWN ? nest_by_description(r, y, x) : found;
}

static bool word_equal(struct text a, struct text b) {
    if (a.length != b.length) return false;
    for (size_t i = 0; i < a.length; i++)
        if (ascii_lower(a.bytes[i]) != ascii_lower(b.bytes[i])) return false;
    return true;
}

static bool holds(const struct text *words, int count, struct text word) {
    for (int i = 0; i < count; i++)
        if (word_equal(words[i], word)) return true;
    return false;
}

static bool all_in(const struct called *part, const struct called *whole) {
    for (int i = 0; i < part->count; i++)
        if (!holds(whole->words, whole->count, part->words[i])) return false;
    return part->count > 0;
}

/* "FDA", "Food and Drug Administration". */
static bool is_acronym(const struct called *brief, const struct called *full) {
    if (brief->count != 1 || full->count < 2 || brief->words[0].length < 2) return false;
    size_t at = 0;
    for (int i = 0; i < full->count; i++) {
        char first = full->words[i].bytes[0];
        if (first < 'A' || first > 'Z') continue;
        if (at >= brief->words[0].length || brief->words[0].bytes[at++] != first) return false;
    }
    return at == brief->words[0].length && at >= 2;
}

/* "Galion, Ohio" and "Ohio": the one may lie in the other. */
static bool may_lie_in(const struct called *x, const struct called *y) {
    return y->count && holds(x->descriptions, x->description_count, y->words[y->count - 1]);
}

/* "NY" of "New York City": the letters of its first words. */
static bool abbreviates(const struct called *brief, const struct called *full) {
    if (brief->count != 1 || full->count < 2) return false;
    struct text letters = brief->words[0];
    bool good = letters.length >= 2 && letters.length <= (size_t)full->count;
    for (size_t i = 0; good && i < letters.length; i++) good = letters.bytes[i] == full->words[i].bytes[0] && letters.bytes[i] <= 'Z';
    return good;
}

static enum sameness same_names(const struct called *x, const struct called *y) {
    if (all_in(x, y) || all_in(y, x) || is_acronym(x, y) || is_acronym(y, x)) return SAME_YES;
    return may_lie_in(x, y) || may_lie_in(y, x) || abbreviates(x, y) || abbreviates(y, x) ? SAME_UNKNOWN : SAME_NO;
}

static bool has_digit(struct text t) {
    for (size_t i = 0; i < t.length; i++)
        if (t.bytes[i] >= '0' && t.bytes[i] <= '9') return true;
    return false;
}

/* "Two", "14": of a modifier that is a number; 0 for others and for "several". */
static double number_of(struct text t) {
    const struct figure_word *w = figure_word_row(figure_word_find(t));
    if (w->roles & (ROLE_CARDINAL | ROLE_MULTIPLIER)) return w->value;
    double n = 0;
    for (size_t i = 0; i < t.length; i++) {
        if (t.bytes[i] == ',') continue;
        if (t.bytes[i] < '0' || t.bytes[i] > '9') return 0;
        n = n * 10 + (t.bytes[i] - '0');
    }
    return n;
}

static bool is_number(struct text t) {
    return has_digit(t) || figure_word_row(figure_word_find(t))->roles & (ROLE_CARDINAL | ROLE_MULTIPLIER | ROLE_VAGUE);
}

static bool numbers_differ(struct text a, struct text b) {
    return number_of(a) == 0 || number_of(a) != number_of(b);
}

/* "Every juror": any of them. */
static bool is_every(const struct called *c) {
    return holds(c->words, c->count - 1, TEXT("every"));
}

/* Modifiers that cannot both be: another number, an opposite. */
static bool modifiers_clash(const struct called *x, const struct called *y) {
    const struct lexicon *l = lexicon_builtin();
    bool every = is_every(x) || is_every(y);
    for (int i = 0; i < x->count - 1; i++)
        for (int k = 0; k < y->count - 1; k++) {
            if (word_equal(x->words[i], y->words[k])) continue;
            if (!every && is_number(x->words[i]) && is_number(y->words[k]) && numbers_differ(x->words[i], y->words[k])) return true;
            if (lexicon_antonyms(l, CLASS_ADJECTIVE, x->words[i], y->words[k])) return true;
        }
    return false;
}

/* "another plan", "a second bill": whatever else, not the one without the word. */
static bool sets_apart(struct text word) {
    static const char *const forms[] = {"another", "other", "own", "second", "third", "fourth", "separate", "different",
                                        "similar", "rival", "next", "previous", "earlier", "alternative",
                                        "sweetened", "improved", "revised", "increased", "renewed", "fresh"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (word_equal(word, text_of(forms[i]))) return true;
    return false;
}

static bool apart_from(const struct called *x, const struct called *y) {
    for (int i = 0; i < x->count - 1; i++)
        if (sets_apart(x->words[i]) && !holds(y->words, y->count - 1, x->words[i])) return true;
    return false;
}

/* "Two jurors", "the jurors in the trial" are of "every juror"; "former jurors" and "the court's jurors" may not be. */
static bool told_of_others(const struct called *some, const struct called *every) {
    for (int i = 0; i < some->count - 1; i++)
        if (!is_number(some->words[i]) && !holds(every->words, every->count - 1, some->words[i])) return true;
    return false;
}

static bool share_modifier(const struct called *x, const struct called *y) {
    for (int i = 0; i < x->count - 1; i++)
        if (holds(y->words, y->count - 1, x->words[i])) return true;
    return false;
}

/* A storm is a state of things, and so is an emergency: what so wide a word names need not be what the narrow one does. */
static bool says_little(struct text word) {
    static const char *const forms[] = {"state", "condition", "event", "act", "action", "activity", "thing", "matter", "process",
                                        "situation", "case", "part", "way", "time", "change", "work", "unit", "system",
                                        "group", "body", "object", "place", "area", "attribute", "cause", "result"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (word_equal(word, text_of(forms[i]))) return true;
    return false;
}

/* "the vessel", "the trawler" */
static bool is_kind(struct text narrow, struct text wide) {
    return !says_little(wide) && lexicon_kind_of(lexicon_builtin(), narrow, wide);
}

/* "The contract with Boeing" is not shown to be the one with SpaceX. */
static bool belong_apart(const struct called *x, const struct called *y) {
    for (int i = 0; i < x->description_count; i++)
        if (holds(y->descriptions, y->description_count, x->descriptions[i])) return false;
    return x->description_count && y->description_count;
}

static enum sameness same_nouns(const struct called *x, const struct called *y) {
    const struct lexicon *l = lexicon_builtin();
    struct text a = x->words[x->count - 1], b = y->words[y->count - 1];
    bool same = word_equal(a, b) || lexicon_synonyms(l, CLASS_NOUN, a, b) || is_kind(a, b) || is_kind(b, a);
    if (!same || modifiers_clash(x, y) || apart_from(x, y) || apart_from(y, x)) return SAME_NO;
    if (is_every(x) != is_every(y)) return told_of_others(is_every(x) ? y : x, is_every(x) ? x : y) ? SAME_UNKNOWN : SAME_YES;
    bool both_modified = x->count > 1 && y->count > 1;
    return (both_modified && !share_modifier(x, y)) || belong_apart(x, y) ? SAME_UNKNOWN : SAME_YES;
}

static bool is_any_of(struct text word, const char *const *forms, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (word_equal(word, text_of(forms[i]))) return true;
    return false;
}

/* "the company" of a name that the text calls a toymaker, a bank, an airline. */
static bool is_firm(struct text general, struct text description) {
    static const char *const wide[] = {"company", "firm", "group", "business"};
    static const char *const firms[] = {"retailer", "chain", "airline", "bank", "insurer", "lender", "supplier", "developer", "builder", "operator", "manufacturer",
                                        "producer", "broadcaster", "publisher", "distributor", "exporter", "miner", "giant", "startup", "start-up", "brewer",
                                        "housebuilder", "supermarket", "utility", "provider", "engineer", "subsidiary", "conglomerate", "plant", "carrier"};
    if (!is_any_of(general, wide, sizeof wide / sizeof *wide)) return false;
    bool maker = description.length > 5 && text_ends(description, TEXT("maker"));
    return maker || is_any_of(description, firms, sizeof firms / sizeof *firms);
}

/* "Nichols' parents", "the Nichols family": whose they are is somebody else. */
static bool is_of_somebody(const struct called *name, const struct called *noun) {
    struct text head = noun->words[noun->count - 1];
    bool people = lexicon_kind_of(lexicon_builtin(), head, TEXT("person")) || word_equal(head, TEXT("family"));
    return people && noun->count > 1 && holds(name->words, name->count, noun->words[noun->count - 2]);
}

/* "Nine quarterbacks" */
static bool counts_several(const struct called *noun) {
    for (int i = 0; i < noun->count - 1; i++) {
        const struct figure_word *w = figure_word_row(figure_word_find(noun->words[i]));
        if (w->roles & ROLE_CARDINAL && w->value > 1) return true;
    }
    return false;
}

static enum sameness name_and_noun(const struct called *name, const struct called *noun) {
    const struct lexicon *l = lexicon_builtin();
    struct text head = noun->words[noun->count - 1];
    if (is_of_somebody(name, noun)) return SAME_NO;
    if (counts_several(noun)) return SAME_UNKNOWN;
    for (int i = 0; i < noun->count - 1; i++)
        if (sets_apart(noun->words[i])) return SAME_NO; /* "other hospitals" than the one named */
    for (int i = 0; i < name->description_count; i++)
        if (word_equal(name->descriptions[i], head) || lexicon_kind_of(l, name->descriptions[i], head) ||
            (noun->count == 1 && is_firm(head, name->descriptions[i]))) return SAME_YES;
    for (int i = 0; i < noun->count - 1; i++)
        if (holds(name->words, name->count, noun->words[i])) return SAME_YES; /* "Wayfarer robotaxis" of Wayfarer */
    return SAME_UNKNOWN;
}

static bool is_chamber(struct text word) {
    static const char *const forms[] = {"house", "senate", "lords", "commons", "cabinet"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (word_equal(word, text_of(forms[i]))) return true;
    return false;
}

/* The Senate is a house, but not the House. */
static bool other_chamber(const struct called *x, const struct called *y) {
    struct text a = x->words[x->count - 1], b = y->words[y->count - 1];
    return is_chamber(a) && is_chamber(b) && !word_equal(a, b);
}

enum sameness open_same(const struct rules *r, const struct claim_argument *x, const struct claim_argument *y) {
    if (text_equal(x->id, y->id)) return SAME_YES;
    if (!x->id.length || !y->id.length) return SAME_UNKNOWN;
    struct called a = parse(r, x), b = parse(r, y);
    if (!a.count || !b.count) return SAME_UNKNOWN;
    if (other_chamber(&a, &b)) return SAME_NO;
    if (a.name && b.name) {
        enum sameness same = same_names(&a, &b);
        return same == SAME_NO && open_nest(r, x->id, y->id) == NESTING_WITHIN ? SAME_UNKNOWN : same;
    }
    if (!a.name && !b.name) return same_nouns(&a, &b);
    return a.name ? name_and_noun(&a, &b) : name_and_noun(&b, &a);
}

/* "Colombia", "three Colombian diplomats": a modifier that begins as the name does. */
bool open_belongs(const struct rules *r, const struct claim_argument *name, const struct claim_argument *noun) {
    enum { STEM = 4 };
    struct called whole = parse(r, name), part = parse(r, noun);
    if (!whole.name || whole.count != 1 || part.name || whole.words[0].length < STEM) return false;
    struct text stem = text_slice(whole.words[0], 0, whole.words[0].length > STEM + 2 ? whole.words[0].length - 2 : STEM);
    for (int i = 0; i < part.count - 1; i++)
        if (part.words[i].length > stem.length && word_equal(text_slice(part.words[i], 0, stem.length), stem)) return true;
    return false;
}

/* "Senegal" and "Senegalese", "Norway" and "Norwegian" do not share an ending, but a beginning. */
static bool same_people(struct text a, struct text b) {
    enum { STEM = 4 };
    return a.length >= STEM && b.length >= STEM && word_equal(text_slice(a, 0, STEM), text_slice(b, 0, STEM));
}

static bool same_kind(const struct called *x, const struct called *y) {
    struct text a = x->words[x->count - 1], b = y->words[y->count - 1];
    return word_equal(a, b) || lexicon_synonyms(lexicon_builtin(), CLASS_NOUN, a, b);
}

bool open_owners_swapped(const struct rules *r, const struct claim_argument x[2], const struct claim_argument y[2]) {
    struct called a[2] = {parse(r, &x[0]), parse(r, &x[1])}, b[2] = {parse(r, &y[0]), parse(r, &y[1])};
    for (int i = 0; i < 2; i++)
        if (a[i].description_count != 1 || b[i].description_count != 1 || !same_kind(&a[i], &b[i])) return false;
    struct text first = a[0].descriptions[0], second = a[1].descriptions[0];
    return same_people(first, b[1].descriptions[0]) && same_people(second, b[0].descriptions[0]) && !same_people(first, second);
}

bool same_story(const struct sketch *x, const struct sketch *y) {
    uint32_t shared = 0, smaller = x->count < y->count ? x->count : y->count;
    for (uint32_t i = 0, k = 0; i < x->count && k < y->count;) {
        if (x->hashes[i] == y->hashes[k]) shared++;
        if (x->hashes[i] <= y->hashes[k]) i++;
        else k++;
    }
    return smaller <= FEW_NAMES ? shared > 0 : shared >= 2 && shared * 4 >= smaller;
}

bool is_setting(struct text id) {
    return id.length && id.bytes[0] == '+';
}

/* The next word of a setting; false past the last. */
static bool next_word(struct text *rest, struct text *word) {
    if (!rest->length) return false;
    size_t end = 1;
    while (end < rest->length && rest->bytes[end] != ' ') end++;
    *word = text_slice(*rest, 1, end);
    *rest = text_slice(*rest, end, rest->length);
    return true;
}

/* A word of the same meaning or a narrower one: whoever rides a mare rides a horse. What is known may be called by a
 * wider name. */
static bool answers(struct text denied, struct text affirmed) {
    const struct lexicon *l = lexicon_builtin();
    bool definite = affirmed.length && affirmed.bytes[0] == '!';
    if (definite) affirmed = text_slice(affirmed, 1, affirmed.length);
    return text_equal(denied, affirmed) || lexicon_synonyms(l, CLASS_NOUN, denied, affirmed) ||
           lexicon_synonyms(l, CLASS_ADJECTIVE, denied, affirmed) || lexicon_kind_of(l, affirmed, denied) ||
           (definite && lexicon_kind_of(l, denied, affirmed));
}

bool open_covers(struct text denied, struct text affirmed) {
    struct text word, other;
    while (next_word(&denied, &word)) {
        struct text rest = affirmed;
        bool found = false;
        while (!found && next_word(&rest, &other)) found = answers(word, other);
        if (!found) return false;
    }
    return true;
}

bool is_topic(struct text id) {
    return id.length > 2 && id.bytes[0] == '#';
}

struct shared {
    int words, names, total;
};

static struct text bare(struct text word) {
    return word.length && word.bytes[0] == '!' ? text_slice(word, 1, word.length) : word;
}

/* How many of the words of `a` stand in `b`. */
static struct shared count_shared(struct text a, struct text b) {
    struct shared n = {0};
    struct text word, other;
    for (struct text left = text_slice(a, 2, a.length); next_word(&left, &word); n.total++)
        for (struct text right = text_slice(b, 2, b.length); next_word(&right, &other);) {
            struct text x = bare(word), y = bare(other);
            if (!text_equal(x, y) && !lexicon_synonyms(lexicon_builtin(), CLASS_VERB, x, y)) continue;
            n.words++;
            n.names += x.length != word.length || y.length != other.length;
            break;
        }
    return n;
}

/* Half of the words of the shorter of the two. */
static bool makes_up_half(const struct shared *n, struct text other) {
    int total = count_shared(other, TEXT("#h")).total;
    return n->words * 2 >= (total < n->total ? total : n->total);
}

static bool says_so(struct text topic) {
    return topic.bytes[1] == TOPIC_HELD || topic.bytes[1] == TOPIC_BESIDE;
}

bool topics_meet(struct text a, struct text b, bool vouched) {
    bool swap = says_so(a);
    struct text denied = swap ? b : a, held = swap ? a : b;
    if (says_so(denied) || !says_so(held)) return false;
    if (denied.bytes[1] == TOPIC_NEGATED && held.bytes[1] == TOPIC_BESIDE) return false;
    struct shared n = count_shared(denied, held);
    bool denial = denied.bytes[1] == TOPIC_DENIED;
    if (vouched && denial) return n.words >= 1;
    if (vouched) return n.names && n.words >= 2 && n.words * 3 >= n.total && makes_up_half(&n, held);
    return n.names && n.words >= 3 && n.words * 3 >= n.total * 2;
}

/* Which words a match must hold: the rarer they are, the fewer sentences try the phrase. How frequent a word is in news
 * is guessed from its class, a list of common words, and its length. */
#include "rules/loading.h"

#include "base/grammar.h"

#include <stdlib.h>
#include <string.h>

enum { FREQUENT = 4000, COMMON = 60, LONG_WORD = 12, MAX_ANCHORS = 20 * 1000 * 1000, NO_ANCHOR = INT32_MAX };

static const char *const common_words[] = {
    "able",    "add",     "agree",      "allow",    "appear",   "ask",        "become",    "begin",     "believe",
    "big",     "bring",   "build",      "buy",      "call",     "case",       "change",    "child",     "city",
    "come",    "company", "consider",   "continue", "country",  "create",     "cut",       "day",       "deal",
    "die",     "early",   "expect",     "fall",     "feel",     "few",        "find",      "first",     "follow",
    "found",   "get",     "give",       "go",       "good",     "government", "great",     "group",     "grow",
    "happen",  "hear",    "help",       "high",     "hold",     "home",       "house",     "important", "include",
    "keep",    "kill",    "know",       "large",    "last",     "lead",       "learn",     "leave",     "let",
    "life",    "like",    "little",     "live",     "long",     "lose",       "love",      "made",      "make",
    "man",     "market",  "mean",       "meet",     "million",  "minister",   "month",     "more",      "most",
    "move",    "need",    "new",        "news",     "next",     "night",      "number",    "offer",     "official",
    "old",     "open",    "other",      "own",      "part",     "party",      "pay",       "peace",     "people",
    "percent", "place",   "plan",       "play",     "point",    "police",     "president", "provide",   "public",
    "put",     "reach",   "read",       "remain",   "remember", "report",     "right",     "run",       "said",
    "same",    "say",     "see",        "send",     "serve",    "set",        "show",      "sit",       "small",
    "speak",   "spend",   "stand",      "start",    "state",    "states",     "stay",      "stop",      "take",
    "talk",    "talks",   "tell",       "thing",    "think",    "time",       "told",      "took",      "try",
    "turn",    "two",     "understand", "use",      "wait",     "walk",       "want",      "war",       "watch",
    "way",     "week",    "win",        "woman",    "work",     "world",      "write",     "year",      "years",
    "young"};

static bool is_common(struct text word) {
    size_t from = 0, to = sizeof common_words / sizeof *common_words;
    while (from < to) {
        size_t middle = (from + to) / 2;
        int order = text_compare(word, text_of(common_words[middle]));
        if (!order) return true;
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return false;
}

static bool is_punctuation(struct text word) {
    for (size_t i = 0; i < word.length; i++) {
        unsigned char c = (unsigned char)word.bytes[i];
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) return false;
        if (c >= 0x80 && !text_equal(word, TEXT("\xE2\x80\x94"))) return false;
    }
    return true;
}

/* Roughly how often a form stands in ten thousand sentences. */
static int64_t frequency(struct text word) {
    switch (grammar_tag(word)) {
    case TAG_NONE:
        break;
    case TAG_BE:
    case TAG_HAVE:
    case TAG_TO:
    case TAG_DETERMINER:
    case TAG_PREPOSITION:
    case TAG_COORDINATOR:
    case TAG_GENITIVE:
        return word.length > 4 ? FREQUENT / 8 : FREQUENT; /* "alongside" is no "of" */
    default:
        return FREQUENT / 4;
    }
    if (is_punctuation(word) || word.bytes[0] == '\'') return FREQUENT;
    if (is_common(word)) return COMMON;
    return word.length < LONG_WORD ? (int64_t)(LONG_WORD - word.length) * 3 + 2 : 2;
}

bool anchor_is_frequent(struct text word) {
    return frequency(word) >= FREQUENT;
}

/* The same for a symbol, looked up once. */
static int64_t symbol_frequency(struct loading *l, symbol s) {
    if (s >= l->frequency_count) {
        size_t wanted = (size_t)s * 2 + 1024;
        int64_t *grown = realloc(l->frequencies, wanted * sizeof *grown);
        if (!grown) return frequency(symbols_text(&l->rules->symbols, s));
        memset(grown + l->frequency_count, 0, (wanted - l->frequency_count) * sizeof *grown);
        l->frequencies = grown;
        l->frequency_count = wanted;
    }
    if (!l->frequencies[s]) l->frequencies[s] = frequency(symbols_text(&l->rules->symbols, s));
    return l->frequencies[s];
}

static symbol rarest_of(struct loading *l, const struct name *entry, int64_t *cost) {
    symbol best = 0;
    *cost = NO_ANCHOR;
    for (uint32_t i = 0; i < entry->count; i++) {
        int64_t own = symbol_frequency(l, entry->words[i]);
        if (own < *cost) {
            *cost = own;
            best = entry->words[i];
        }
    }
    return best;
}

symbol anchor_word(struct loading *l, const struct name *entry) {
    int64_t cost;
    return rarest_of(l, entry, &cost);
}

static int64_t list_cost(struct loading *l, int32_t index) {
    const struct word_list *list = &l->rules->lists.items[index];
    if (l->list_costs[index]) return l->list_costs[index];
    int64_t sum = 0, cost;
    for (size_t i = 0; i < list->entries.count; i++, sum += cost) rarest_of(l, &list->entries.items[i], &cost);
    return l->list_costs[index] = sum;
}

/* A verb has several forms, each of them as frequent as a word. */
static int64_t symbols_cost(struct loading *l, const struct pattern *p) {
    int64_t sum = 0;
    for (size_t i = 0; i < p->symbols.count; i++) sum += symbol_frequency(l, p->symbols.items[i]);
    return p->kind == PATTERN_VERB ? sum * 2 : sum;
}

static const struct pattern *best_item(struct loading *l, const struct pattern *sequence, int64_t *cost);

/* How often a match would be tried at the anchors of a pattern; NO_ANCHOR when it has none. */
static int64_t cost_of(struct loading *l, const struct pattern *p) {
    int64_t cost = NO_ANCHOR, sum = 0;
    switch (p->kind) {
    case PATTERN_WORD:
    case PATTERN_NOUN:
    case PATTERN_VERB:
        return symbols_cost(l, p);
    case PATTERN_LIST:
        return list_cost(l, p->index);
    case PATTERN_PARTS:
    case PATTERN_SEQUENCE:
        best_item(l, p, &cost);
        return cost;
    case PATTERN_CHOICE:
        for (size_t i = 0; i < p->items.count && sum < NO_ANCHOR; i++) sum += cost_of(l, p->items.items[i]);
        return sum < NO_ANCHOR ? sum : NO_ANCHOR;
    default:
        return NO_ANCHOR;
    }
}

static const struct pattern *best_item(struct loading *l, const struct pattern *sequence, int64_t *cost) {
    const struct pattern *best = NULL;
    *cost = NO_ANCHOR;
    for (size_t i = 0; i < sequence->items.count && sequence->items.items[i]->kind != PATTERN_SENTENCE; i++) {
        int64_t own = cost_of(l, sequence->items.items[i]);
        if (own < *cost) {
            *cost = own;
            best = sequence->items.items[i];
        }
    }
    return best;
}

const struct pattern *anchor_item(struct loading *l, const struct pattern *sequence) {
    int64_t cost;
    return best_item(l, sequence, &cost);
}

struct anchors {
    LIST(symbol) words;
};

static bool add_anchor(struct loading *l, struct anchors *out, symbol s) {
    if (++l->anchors > MAX_ANCHORS)
        return error_set(l->error, BELIE_BAD_RULES, TEXT(""), "too many words start a phrase, shorten the word lists");
    symbol *room = list_add(&l->rules->arena, &out->words);
    if (!room) return loading_no_memory(l);
    *room = s;
    return true;
}

static bool collect(struct loading *l, const struct pattern *p, struct anchors *out) {
    const struct rules *r = l->rules;
    int64_t cost;
    switch (p->kind) {
    case PATTERN_LIST:
        for (size_t i = 0; i < r->lists.items[p->index].entries.count; i++)
            if (!add_anchor(l, out, rarest_of(l, &r->lists.items[p->index].entries.items[i], &cost))) return false;
        return true;
    case PATTERN_PARTS:
    case PATTERN_SEQUENCE:
        return collect(l, best_item(l, p, &cost), out);
    case PATTERN_CHOICE:
        for (size_t i = 0; i < p->items.count; i++)
            if (!collect(l, p->items.items[i], out)) return false;
        return true;
    default:
        for (size_t i = 0; i < p->symbols.count; i++)
            if (!add_anchor(l, out, p->symbols.items[i])) return false;
        return true;
    }
}

static int compare_symbols(const void *a, const void *b) {
    symbol x = *(const symbol *)a, y = *(const symbol *)b;
    return (x > y) - (x < y);
}

bool anchor_find(struct loading *l, const struct pattern *p, symbol **items, size_t *count) {
    struct anchors found = {0};
    if (cost_of(l, p) < NO_ANCHOR && !collect(l, p, &found)) return false;
    if (found.words.count) qsort(found.words.items, found.words.count, sizeof *found.words.items, compare_symbols);
    size_t kept = 0;
    for (size_t i = 0; i < found.words.count; i++)
        if (!kept || found.words.items[kept - 1] != found.words.items[i])
            found.words.items[kept++] = found.words.items[i];
    *items = found.words.items;
    *count = kept;
    return true;
}

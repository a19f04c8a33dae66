/* Which words a match must hold: the rarer they are, the fewer sentences try the phrase. How rare a word is in news is
 * guessed from its class, a list of common words, and its length. */
#include "rules/loading.h"

#include "base/grammar.h"

#include <stdlib.h>

enum { NO_ANCHOR = -1, RARITY_GRAMMAR = 1, RARITY_COMMON = 4, RARITY_OTHER = 8, LONG_WORD = 12, MAX_ANCHORS = 20 * 1000 * 1000 };

static const char *const common_words[] = {
    "able", "add", "agree", "allow", "appear", "ask", "become", "begin", "believe", "big", "bring", "build", "buy", "call",
    "case", "change", "child", "city", "come", "company", "consider", "continue", "country", "create", "cut", "day", "deal",
    "die", "early", "expect", "fall", "feel", "few", "find", "first", "follow", "found", "get", "give", "go", "good",
    "government", "great", "group", "grow", "happen", "hear", "help", "high", "hold", "home", "house", "important",
    "include", "keep", "kill", "know", "large", "last", "lead", "learn", "leave", "let", "life", "like", "little", "live",
    "long", "lose", "love", "made", "make", "man", "market", "mean", "meet", "million", "minister", "month", "more", "most",
    "move", "need", "new", "news", "next", "night", "number", "offer", "official", "old", "open", "other", "own", "part",
    "party", "pay", "peace", "people", "percent", "place", "plan", "play", "point", "police", "president", "provide",
    "public", "put", "reach", "read", "remain", "remember", "report", "right", "run", "said", "same", "say", "see", "send",
    "serve", "set", "show", "sit", "small", "speak", "spend", "stand", "start", "state", "states", "stay", "stop", "take",
    "talk", "talks", "tell", "thing", "think", "time", "told", "took", "try", "turn", "two", "understand", "use", "wait",
    "walk", "want", "war", "watch", "way", "week", "win", "woman", "work", "world", "write", "year", "years", "young"};

static bool is_common(struct text word) {
    size_t from = 0, to = sizeof common_words / sizeof *common_words;
    while (from < to) {
        size_t middle = (from + to) / 2;
        int order = text_compare(word, text_of(common_words[middle]));
        if (!order) return true;
        if (order < 0) to = middle;
        else from = middle + 1;
    }
    return false;
}

static bool is_punctuation(struct text word) {
    for (size_t i = 0; i < word.length; i++) {
        unsigned char c = (unsigned char)word.bytes[i];
        if (c >= 0x80 ? !text_equal(word, TEXT("\xE2\x80\x94")) : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) return false;
    }
    return true;
}

static int rarity(const struct rules *r, symbol s) {
    struct text word = symbols_text(&r->symbols, s);
    if (is_punctuation(word)) return 0;
    if (grammar_tag(word) != TAG_NONE || word.bytes[0] == '\'') return RARITY_GRAMMAR;
    if (is_common(word)) return RARITY_COMMON;
    return RARITY_OTHER + (int)(word.length < LONG_WORD ? word.length : LONG_WORD);
}

/* Rarity times 64, less the size of the set, so that of equally rare sets the smaller wins. */
static int set_score(int rarest, size_t count) {
    return rarest < 0 ? NO_ANCHOR : rarest * 64 + 63 - (int)(count < 63 ? count : 63);
}

static symbol rarest_of(const struct rules *r, const struct name *entry, int *out) {
    symbol best = 0;
    *out = NO_ANCHOR;
    for (uint32_t i = 0; i < entry->count; i++) {
        int rare = rarity(r, entry->words[i]);
        if (rare > *out) {
            *out = rare;
            best = entry->words[i];
        }
    }
    return best;
}

static int list_score(struct loading *l, int32_t index) {
    const struct word_list *list = &l->rules->lists.items[index];
    int *known = &l->list_scores[index];
    if (*known) return *known;
    int least = RARITY_OTHER + LONG_WORD;
    for (size_t i = 0; i < list->entries.count; i++) {
        int rare;
        rarest_of(l->rules, &list->entries.items[i], &rare);
        if (rare < least) least = rare;
    }
    return *known = set_score(least, list->entries.count);
}

static int symbols_score(const struct rules *r, const struct pattern *p) {
    int least = RARITY_OTHER + LONG_WORD;
    for (size_t i = 0; i < p->symbols.count; i++) {
        int rare = rarity(r, p->symbols.items[i]);
        if (rare < least) least = rare;
    }
    return set_score(least, p->symbols.count);
}

static const struct pattern *best_item(struct loading *l, const struct pattern *sequence, int *score);

static int score_of(struct loading *l, const struct pattern *p) {
    int score = NO_ANCHOR, least = RARITY_OTHER * 64 * 64;
    switch (p->kind) {
    case PATTERN_WORD: case PATTERN_NOUN: case PATTERN_VERB: return symbols_score(l->rules, p);
    case PATTERN_LIST: return list_score(l, p->index);
    case PATTERN_SEQUENCE: best_item(l, p, &score); return score;
    case PATTERN_CHOICE:
        for (size_t i = 0; i < p->items.count; i++) {
            score = score_of(l, p->items.items[i]);
            if (score < least) least = score;
        }
        return least;
    default: return NO_ANCHOR;
    }
}

static const struct pattern *best_item(struct loading *l, const struct pattern *sequence, int *score) {
    const struct pattern *best = NULL;
    *score = NO_ANCHOR;
    for (size_t i = 0; i < sequence->items.count && sequence->items.items[i]->kind != PATTERN_SENTENCE; i++) {
        int own = score_of(l, sequence->items.items[i]);
        if (own > *score) {
            *score = own;
            best = sequence->items.items[i];
        }
    }
    return best;
}

struct anchors { LIST(symbol) words; };

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
    int score;
    switch (p->kind) {
    case PATTERN_LIST:
        for (size_t i = 0; i < r->lists.items[p->index].entries.count; i++)
            if (!add_anchor(l, out, rarest_of(r, &r->lists.items[p->index].entries.items[i], &score))) return false;
        return true;
    case PATTERN_SEQUENCE: return collect(l, best_item(l, p, &score), out);
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
    if (score_of(l, p) >= 0 && !collect(l, p, &found)) return false;
    if (found.words.count) qsort(found.words.items, found.words.count, sizeof *found.words.items, compare_symbols);
    size_t kept = 0;
    for (size_t i = 0; i < found.words.count; i++)
        if (!kept || found.words.items[kept - 1] != found.words.items[i]) found.words.items[kept++] = found.words.items[i];
    *items = found.words.items;
    *count = kept;
    return true;
}

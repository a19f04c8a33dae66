/* Works out the relations between words that the table states outright. */
#include "lexicon/build.h"

enum { NOUN = 0, VERB = 1, ADJECTIVE = 2, ADVERB = 3 };

enum { FILE_GROUP = 14, FILE_PERSON = 18 }; /* lexnames(5WN) */

static const struct sense *sense_of(struct wordnet *w, symbol word, const struct synset *s) {
    const struct reading *r = &wordnet_word(w, word)->readings[s->class];
    for (size_t i = 0; r->present && i < r->senses.count; i++)
        if (&w->synsets.items[r->senses.items[i].synset] == s) return &r->senses.items[i];
    return NULL;
}

static bool uses(struct wordnet *w, symbol word, const struct synset *s) {
    const struct sense *sense = word ? sense_of(w, word, s) : NULL;
    return sense && sense_frequent(sense);
}

static bool is_antonym(struct wordnet *w, uint32_t class, symbol a, symbol b) {
    const struct word_entry *entry = wordnet_word(w, a);
    for (size_t i = 0; i < entry->antonyms.count; i++)
        if (entry->antonyms.items[i].class == class && entry->antonyms.items[i].word == b) return true;
    return false;
}

void relate_antonyms(struct wordnet *w, uint32_t class, symbol a, symbol b) {
    if (a == b || is_antonym(w, class, a, b) || is_antonym(w, class, b, a)) return;
    struct antonym *added = list_add(&w->arena, &wordnet_word(w, a)->antonyms);
    if (added) *added = (struct antonym){class, b};
}

static symbol word_at(const struct synset *s, uint32_t number) {
    return number && number <= s->words.count ? s->words.items[number - 1] : 0;
}

/* The frequent words of the satellites around `head` are opposites of `opposite`, a word of another head. */
static void relate_satellites(struct wordnet *w, const struct synset *head, symbol opposite) {
    for (size_t i = 0; i < head->pointers.count; i++) {
        const struct pointer *p = &head->pointers.items[i];
        const struct synset *near = p->kind == '&' ? wordnet_synset(w, p->class, p->offset) : NULL;
        for (size_t j = 0; near && near->satellite && j < near->words.count; j++)
            if (uses(w, near->words.items[j], near)) relate_antonyms(w, ADJECTIVE, near->words.items[j], opposite);
    }
}

static void relate_opposites(struct wordnet *w, const struct synset *s) {
    for (size_t i = 0; i < s->pointers.count; i++) {
        const struct pointer *p = &s->pointers.items[i];
        const struct synset *other = p->kind == '!' ? wordnet_synset(w, p->class, p->offset) : NULL;
        if (!other) continue;
        symbol a = word_at(s, p->source), b = word_at(other, p->target);
        if (!uses(w, a, s) || !uses(w, b, other)) continue;
        relate_antonyms(w, s->class, a, b);
        if (s->class == ADJECTIVE) relate_satellites(w, s, b);
    }
}

/* "unhappy" and "happy": WordNet has no pointer for many such pairs of adjectives and adverbs. */
static void relate_prefixed(struct wordnet *w, symbol word) {
    static const struct text prefixes[] = {{"un", 2}, {"in", 2}, {"im", 2}, {"dis", 3}, {"non", 3}, {"non-", 4},
                                            {"il", 2}, {"ir", 2}};
    const struct word_entry *entry = wordnet_word(w, word);
    struct text t = symbols_text(&w->symbols, word);
    for (size_t i = 0; !entry->apart && i < sizeof prefixes / sizeof *prefixes; i++) {
        if (!text_starts(t, prefixes[i])) continue;
        symbol base = symbols_find(&w->symbols, text_slice(t, prefixes[i].length, t.length));
        if (t.length < prefixes[i].length + 4 || !base) continue;
        for (uint32_t class = ADJECTIVE; class <= ADVERB; class++)
            if (entry->readings[class].present && wordnet_word(w, base)->readings[class].present)
                relate_antonyms(w, class, word, base);
    }
}

static size_t common_start(struct text a, struct text b) {
    size_t i = 0;
    while (i < a.length && i < b.length && a.bytes[i] == b.bytes[i]) i++;
    return i;
}

/* Not "person" from "personify", which goes the other way, nor a person from a verb of the same spelling. */
static bool can_come_from(const struct wordnet *w, symbol noun, symbol verb) {
    bool longer = symbols_text(&w->symbols, verb).length > symbols_text(&w->symbols, noun).length;
    bool person = w->words.items[noun - 1].flags & ENTRY_PERSON;
    return !longer && !(person && noun == verb);
}

struct origin {
    symbol verb;
    size_t shared;
    uint32_t count;
};

static void weigh_origin(struct wordnet *w, symbol noun, const struct synset *s, struct origin *best) {
    for (size_t i = 0; i < s->pointers.count; i++) {
        const struct pointer *p = &s->pointers.items[i];
        if (p->kind != '+' || p->class != VERB || word_at(s, p->source) != noun) continue;
        const struct synset *other = wordnet_synset(w, VERB, p->offset);
        symbol verb = other ? word_at(other, p->target) : 0;
        if (!verb || !wordnet_word(w, verb)->readings[VERB].present) continue;
        if (!can_come_from(w, noun, verb)) continue;
        size_t shared = common_start(symbols_text(&w->symbols, noun), symbols_text(&w->symbols, verb));
        uint32_t count = wordnet_word(w, verb)->readings[VERB].count;
        bool better = shared != best->shared ? shared > best->shared : count > best->count;
        if (!best->verb || better) *best = (struct origin){verb, shared, count};
    }
}

static void relate_verb(struct wordnet *w, symbol noun) {
    struct word_entry *entry = wordnet_word(w, noun);
    struct origin best = {0};
    for (size_t i = 0; entry->readings[NOUN].present && i < entry->readings[NOUN].senses.count; i++)
        weigh_origin(w, noun, &w->synsets.items[entry->readings[NOUN].senses.items[i].synset], &best);
    if (!entry->verb_of) entry->verb_of = best.verb;
}

static bool has_word(const struct wordnet *w, const struct synset *s, struct text word) {
    symbol wanted = symbols_find(&w->symbols, word);
    for (size_t i = 0; i < s->words.count; i++)
        if (s->words.items[i] == wanted) return true;
    return false;
}

/* Groups of things ("series", "fleet") are in the same file as groups of people. */
static bool means_persons(struct wordnet *w, const struct synset *s, int steps) {
    if (s->file == FILE_PERSON) return true;
    if (s->file != FILE_GROUP || !steps) return false;
    if (has_word(w, s, TEXT("social group")) || has_word(w, s, TEXT("people"))) return true;
    for (size_t i = 0; i < s->pointers.count; i++) {
        const struct pointer *p = &s->pointers.items[i];
        const struct synset *above = p->kind == '@' ? wordnet_synset(w, p->class, p->offset) : NULL;
        if (above && means_persons(w, above, steps - 1)) return true;
    }
    return false;
}

static void relate_person(struct wordnet *w, struct word_entry *entry) {
    const struct reading *r = &entry->readings[NOUN];
    for (size_t i = 0; r->present && i < r->senses.count && i < 2; i++) {
        const struct sense *sense = &r->senses.items[i];
        if (i && sense->count * 10 < r->count) continue;
        if (means_persons(w, &w->synsets.items[sense->synset], 12)) entry->flags |= ENTRY_PERSON;
    }
}

void relate(struct wordnet *w) {
    for (size_t i = 0; i < w->synsets.count; i++) relate_opposites(w, &w->synsets.items[i]);
    for (symbol s = 1; s <= w->words.count; s++) {
        relate_prefixed(w, s);
        relate_person(w, wordnet_word(w, s));
        relate_verb(w, s);
    }
}

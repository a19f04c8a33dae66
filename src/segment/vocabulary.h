/* The types (distinct word forms) seen so far by one worker: what the lexicon and the rules know of each, looked up
 * once. Grows across documents; a worker clears it between documents when it has grown past LIMIT_TYPES. */
#ifndef BELIE_SEGMENT_VOCABULARY_H
#define BELIE_SEGMENT_VOCABULARY_H

#include "base/symbol.h"
#include "lexicon/lexicon.h"

struct rules;
struct word;

/* The parts of a hyphenated word ("us-drafted" → us, drafted); count 0 for others. */
struct word_parts {
    const struct word **items;
    uint32_t count;
};

/* What the engine asks of every word of a group or sentence; the first four by its own word lists. */
enum word_bit {
    BEGINS_WHOLE = 1, /* an entry of whole-words begins with it */
    IS_PART = 2,
    IS_LIGHT = 4, /* its base form as a verb is one of light-verbs */
    IS_EMPTY = 8, /* … of empty-verbs */
    OPENS_FIGURE = 16, /* a sentence without such a word, and without digits, holds no figure */
    IS_JOINED = 32 /* has parts */
};

/* The name that a word shares with its opposite, see lexicon_pole. */
struct pole {
    struct text text;
    bool opposite;
};

/* One type. Words are equal exactly when their addresses are, within one vocabulary. What is asked of every token comes
 * first: words lie scattered in memory, and each is made to begin a cache line. */
struct word {
    symbol known;      /* the rules' symbol for this form, 0 when no rule mentions it */
    symbol known_verb, known_noun; /* the rules' symbols for its base forms as verb and as noun; 0 likewise */
    uint32_t triggers; /* bits 1 << enum trigger_kind of rules/rules.h: what to try at its form and its base forms */
    uint64_t begins;   /* bits of begin_with of rules/rules.h: which patterns can begin with it */
    uint32_t usage;    /* what lexicon/usage.h says of the form and its base forms */
    uint32_t traits;   /* bits of base/trait.h, of the form and its base forms */
    uint8_t classes, likely, verb_forms; /* as in struct lexeme */
    uint8_t grammar;   /* closed-class tag, see base/grammar.h; 0 for open-class words */
    uint16_t figure;   /* figure_word_find(text), see base/figure_word.h; 0 for most words */
    bool plural;
    bool listed;       /* the lexicon or the rules know it */
    uint8_t bits;      /* enum word_bit */
    uint8_t noun_kinds; /* as in struct lexeme */
    const struct word *verb, *noun, *adjective; /* base forms as words; NULL when it cannot be that */
    struct text text;  /* normalised lower-case form */
    uint64_t hash;     /* text_hash(text) */
    struct word_parts parts;
    const struct pole *poles; /* as a verb, noun and adjective; NULL when it is its own in all */
};

/* The base form as a noun, else the form itself: what a list of nouns holds. */
static inline symbol word_noun_form(const struct word *w) {
    return w->known_noun ? w->known_noun : w->known;
}

struct vocabulary;

/* NULL when memory is short. `rules` and `lexicon` must outlive it; rules may be NULL. */
struct vocabulary *vocabulary_new(const struct rules *rules, const struct lexicon *lexicon);
void vocabulary_free(struct vocabulary *v);

/* The word for a normalised lower-case form, given with its text_key; NULL only when memory is short. */
const struct word *vocabulary_word(struct vocabulary *v, struct text form, struct text_key key);
void vocabulary_expect(const struct vocabulary *v, struct text form, struct text_key key); /* it will be asked for soon */
const struct word *vocabulary_find(struct vocabulary *v, struct text form); /* makes the key by itself */

/* Is the base form of a noun one of them, by the lexicon? */
static inline bool word_is(const struct word *noun, enum noun_kind kind) {
    return noun->noun_kinds >> kind & 1;
}

struct pole word_pole(const struct word *w, enum word_class c); /* lexicon_pole of its form */
size_t vocabulary_count(const struct vocabulary *v);
void vocabulary_clear(struct vocabulary *v); /* forgets all types; every struct word dies */

#endif

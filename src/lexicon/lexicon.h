/* What English words can be: a table made from WordNet and our own lists at build time (see lexicon/build.c), mapped
 * read-only. Answers are per word form and are asked once per type, never per token. */
#ifndef BELIE_LEXICON_LEXICON_H
#define BELIE_LEXICON_LEXICON_H

#include "base/text.h"

enum word_class { CLASS_NOUN = 1, CLASS_VERB = 2, CLASS_ADJECTIVE = 4, CLASS_ADVERB = 8 };

enum verb_form { FORM_BASE = 1, FORM_S = 2, FORM_PAST = 4, FORM_PARTICIPLE = 8, FORM_ING = 16 };

/* Kinds of things. */
enum noun_kind {
    NOUN_SAYS,        /* a statement or document */
    NOUN_INSTITUTION, /* what stands before the "of" of a name: an organization, a structure, a place */
    NOUN_BODY,        /* an organization or administrative unit */
    NOUN_GROUP,
    NOUN_LIVES,       /* a person, an animal, a plant */
    NOUN_KINDS
};

struct lexicon; /* immutable, shared by all threads */

struct lexeme {
    uint8_t classes;    /* bit set of word_class: what the form can be */
    uint8_t likely;     /* the word_class that is most frequent in tagged text (WordNet's cntlist) */
    uint8_t verb_forms; /* bit set of verb_form, when it can be a verb */
    bool plural;        /* the form can be a plural noun */
    uint8_t noun_kinds; /* bits 1 << enum noun_kind of the form itself, as a base form */
    uint8_t grammar;    /* grammar_tag(form), see base/grammar.h */
    uint16_t figure;    /* figure_word_find(form), see base/figure_word.h */
    uint32_t usage;     /* usage_of(form), see lexicon/usage.h */
    uint32_t traits;    /* bits of base/trait.h, its own and those that its base forms lend it */
    struct text noun, verb, adjective; /* base forms; empty when it cannot be that; live as long as the lexicon */
    struct text poles[3]; /* as a verb, noun and adjective its antonym, where lexicon_pole calls it the opposite of that */
};

/* The built-in lexicon. Never NULL; nothing to free. */
const struct lexicon *lexicon_builtin(void);

/* What a lower-case form without spaces can be: irregular forms from the exception lists, regular ones by suffix rules
 * over the known base forms. `hash` is its text_hash. False, and no classes, for a form of no open class: the lists may
 * still know it. */
bool lexicon_find(const struct lexicon *l, struct text lower_case_form, uint64_t hash, struct lexeme *out);

/* Are the base forms a and b antonyms in the class (WordNet pointer "!", by derivation, or by supplement.txt)? */
bool lexicon_antonyms(const struct lexicon *l, enum word_class c, struct text a, struct text b);

/* One name for a word and its antonym, where each is the other's most frequent one: the first of the two in byte order.
 * *opposite tells that it is the antonym. The word itself where the lexicon knows none. Lives as long as the lexicon, or as `word`. */
struct text lexicon_pole(const struct lexicon *l, enum word_class c, struct text word, bool *opposite);

/* Is noun b a kind of noun a, or the same (hypernyms of the frequent senses, at most 6 steps up)? */
bool lexicon_kind_of(const struct lexicon *l, struct text b, struct text a);

/* The base verb that noun comes from ("rejection" → "reject"), or empty. */
struct text lexicon_verb_of(const struct lexicon *l, struct text noun);

/* Do the base forms share a frequent sense (a synonym set) in the class? */
bool lexicon_synonyms(const struct lexicon *l, enum word_class c, struct text a, struct text b);

/* Does some frequent sense of the noun denote a person (or group of persons)? */
bool lexicon_is_person(const struct lexicon *l, struct text noun);

#endif

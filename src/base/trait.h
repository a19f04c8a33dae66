/* Small closed classes of words that several stages ask for. A vocabulary asks once per word form. */
#ifndef BELIE_BASE_TRAIT_H
#define BELIE_BASE_TRAIT_H

#include "base/text.h"

enum word_trait {
    TRAIT_REST = 1,          /* others, some, the rest: a part of what was named before */
    TRAIT_COUNTS_OUT = 2,    /* none of, each of, one of: the group behind "of" is the thing */
    TRAIT_FIRST_PERSON = 4,  /* we, I */
    TRAIT_PART = 8,          /* parts, bulk, elements of; by base form */
    TRAIT_TIME = 16,         /* week, morning; by base form */
    TRAIT_TITLE = 32,        /* mr, sen, chief; or any noun for a person */
    TRAIT_NEGATIVE = 64,     /* no, none, nothing */
    TRAIT_PERSON = 128,      /* the noun is one for persons (set by the vocabulary) */
    TRAIT_BRINGS_ABOUT = 256, /* began to, managed to; by base form */
    TRAIT_HEARSAY = 512,      /* post, rumour: speakers that nobody vouches for; by base form */
    TRAIT_ALTERS = 1024,      /* former, alleged: the noun no longer means what it says */
    TRAIT_WHOLE = 2048,       /* the whole of, the entirety of; by base form */
    TRAIT_ANOTHER = 4096,     /* another, previous, second: tells of an event beside the story's own */
    TRAIT_COLON = 1 << 13,
    TRAIT_SEMICOLON = 1 << 14,
    TRAIT_PARENTHESIS = 1 << 15, /* an opening one */
    TRAIT_SCENE = 1 << 16,    /* imagine, suppose: what follows is put before the reader */
    TRAIT_NAMESAKE = 1 << 17, /* name, namesake, confused: may tell of two people of one name */
    TRAIT_LAPSE = 1 << 18,    /* since, weeks, years: may tell of a later time */
    TRAIT_SEASON = 1 << 19,   /* year, winter, century */
    TRAIT_SUM = 1 << 20,      /* total, each, average, all, per: may tell of a sum or a share of it */
    TRAIT_SPAN = 1 << 21,     /* quarter, annual: of what time a figure is */
    TRAIT_PLAIN = 1 << 22,    /* million, euro, week, her: tells little of what a text is about */
    TRAIT_UNTRUE = 1 << 23,   /* false, fiction, myth */
    TRAIT_PLAY = 1 << 24,     /* satire, spoof */
    TRAIT_SLIGHT = 1 << 25,   /* small, mean: "no small feat" is one */
    TRAIT_HE = 1 << 26,       /* brother, spokesman, Mr, Thomas: who is so called is "he" */
    TRAIT_SHE = 1 << 27,      /* sister, spokeswoman, Mrs */
    TRAIT_PRINT = 1 << 28     /* headline, banner: words that are put up for show; by base form */
};

/* Bits of word_trait for a normalised lower-case form; 0 for most. */
uint32_t word_traits(struct text form);
struct text trait_form(size_t i); /* one that has some, counted from 0; empty beyond the last */

#endif

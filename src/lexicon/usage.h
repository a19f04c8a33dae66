/* What single words do in a sentence: the grammar words that the parser asks for by name, and for open-class words the
 * company they keep ("say" takes a clause, "call" an object and a complement). Asked once per type. */
#ifndef BELIE_LEXICON_USAGE_H
#define BELIE_LEXICON_USAGE_H

#include "base/text.h"

/* The low byte of a usage: which grammar word it is. */
enum usage_word {
    WORD_NONE, WORD_A, WORD_ABOUT, WORD_ABOVE, WORD_ACCORDING, WORD_ACROSS, WORD_AFTER, WORD_AGAIN, WORD_AGAINST,
    WORD_AGO, WORD_AHEAD, WORD_ALL, WORD_ALONG, WORD_ALTHOUGH, WORD_AM, WORD_AMONG, WORD_AMPERSAND, WORD_AN,
    WORD_AND, WORD_ANOTHER, WORD_ANY, WORD_ARE, WORD_AROUND, WORD_AS, WORD_AT, WORD_AWAY, WORD_BACK, WORD_BE,
    WORD_BECAUSE, WORD_BEEN, WORD_BEFORE, WORD_BEING, WORD_BELOW, WORD_BESIDES, WORD_BOTH, WORD_BUT, WORD_BY,
    WORD_CAN, WORD_COULD, WORD_DESPITE, WORD_DID, WORD_DO, WORD_DOES, WORD_DOING, WORD_DONE, WORD_DOWN, WORD_DUE,
    WORD_DURING, WORD_EACH, WORD_EITHER, WORD_ELSE, WORD_ENOUGH, WORD_EVER, WORD_EVERY, WORD_EXCEPT, WORD_FEW,
    WORD_FIRST, WORD_FOR, WORD_FROM, WORD_GET, WORD_GETS, WORD_GETTING, WORD_GOING, WORD_GOT, WORD_HAD, WORD_HALF,
    WORD_HAS, WORD_HAVE, WORD_HAVING, WORD_HE, WORD_HER, WORD_HERE, WORD_HERS, WORD_HIM, WORD_HIS, WORD_HOW,
    WORD_HOWEVER, WORD_I, WORD_IF, WORD_IN, WORD_INSIDE, WORD_INTO, WORD_IS, WORD_IT, WORD_ITS, WORD_ITSELF,
    WORD_JUST, WORD_LAST, WORD_LEAST, WORD_LESS, WORD_LET, WORD_LIKE, WORD_LIKELY, WORD_LITTLE, WORD_LONGER,
    WORD_MANY, WORD_MAY, WORD_ME, WORD_MEANWHILE, WORD_MIGHT, WORD_MORE, WORD_MOST, WORD_MUCH, WORD_MUST, WORD_MY,
    WORD_NEAR, WORD_NEITHER, WORD_NEVER, WORD_NEXT, WORD_NO, WORD_NOR, WORD_NOT, WORD_NOW, WORD_OF, WORD_OFF,
    WORD_ON, WORD_ONCE, WORD_ONE, WORD_ONLY, WORD_ONTO, WORD_OR, WORD_OTHER, WORD_OTHERS, WORD_OUR, WORD_OURS,
    WORD_OUT, WORD_OUTSIDE, WORD_OVER, WORD_OWN, WORD_PEOPLE, WORD_PER, WORD_POLICE, WORD_RATHER, WORD_SAID,
    WORD_SAME, WORD_SAYS, WORD_SECOND, WORD_SET, WORD_SHALL, WORD_SHE, WORD_SHOULD, WORD_SINCE, WORD_SO, WORD_SOME,
    WORD_SUCH, WORD_THAN, WORD_THAT, WORD_THE, WORD_THEIR, WORD_THEM, WORD_THEN, WORD_THERE, WORD_THESE, WORD_THEY,
    WORD_THIS, WORD_THOSE, WORD_THOUGH, WORD_THROUGH, WORD_TO, WORD_TOGETHER, WORD_TOO, WORD_TOWARD, WORD_UNDER,
    WORD_UNLESS, WORD_UNLIKE, WORD_UNTIL, WORD_UP, WORD_UPON, WORD_US, WORD_VERY, WORD_WAS, WORD_WE, WORD_WELL,
    WORD_WERE, WORD_WHAT, WORD_WHEN, WORD_WHERE, WORD_WHETHER, WORD_WHICH, WORD_WHILE, WORD_WHO, WORD_WHOM,
    WORD_WHOSE, WORD_WHY, WORD_WILL, WORD_WITH, WORD_WITHIN, WORD_WITHOUT, WORD_WORTH, WORD_WOULD, WORD_YET,
    WORD_YOU, WORD_YOUR
};

/* The other bits. The table has those of verbs and nouns at the base form; words inherit them (usage_inherit). */
enum usage {
    USAGE_WORD = 0xff,
    USAGE_REPORT = 1 << 8,       /* takes a clause: "said talks continue" */
    USAGE_COMPLEMENT = 1 << 9,   /* object and complement: "called it useful", "elected her mayor" */
    USAGE_DITRANSITIVE = 1 << 10, /* two objects: "gave the plan a welcome" */
    USAGE_COPULA = 1 << 11,      /* "remains unclear" */
    USAGE_RAISES = 1 << 12,      /* its object is the subject of the infinitive: "asked Kyiv to withdraw" */
    USAGE_BARE = 1 << 13,        /* object and bare infinitive: "let him go" */
    USAGE_ING = 1 << 14,         /* takes a gerund: "stopped sending" */
    USAGE_PERSON = 1 << 15,      /* stands before a name: "envoy Steve Witkoff" */
    USAGE_TIME = 1 << 16,        /* a bare time: "met last week" */
    USAGE_MONTH = 1 << 17,       /* months and days of the week, names although no entities */
    USAGE_FACT = 1 << 18,        /* noun or adjective with a that-clause: "the claim that …", "clear that …" */
    USAGE_PARTICLE = 1 << 19,    /* "turned down" */
    USAGE_QUANTITY = 1 << 20,    /* "million", "percent" */
    /* Which form of an irregular verb: the lexicon tells only that it is irregular. */
    USAGE_PARTICIPLE = 1 << 21,      /* "shown" */
    USAGE_PAST = 1 << 22,            /* "began" */
    USAGE_UNCHANGED = 1 << 23,       /* "cut": base, past and participle alike */
    USAGE_BASE_PARTICIPLE = 1 << 24, /* "come": base and participle alike */
    USAGE_SAYS = 1 << 25,  /* often takes a clause without "that" */
    USAGE_NAMES = 1 << 26, /* "a man called Smith" */
    USAGE_BECOMES = 1 << 27, /* a copula with nouns too: "became a symbol", but not "turned the plan down" */
    USAGE_TELLS = 1 << 29, /* takes a hearer and a clause: "told the court he had trusted them" */
    USAGE_BIDS = 1 << 28,  /* verb or noun: the bare form may follow, "demanded that Kyiv withdraw" */
    USAGE_OF_VERB = USAGE_REPORT | USAGE_COMPLEMENT | USAGE_DITRANSITIVE | USAGE_COPULA | USAGE_RAISES | USAGE_BARE |
                    USAGE_ING | USAGE_SAYS | USAGE_NAMES | USAGE_BECOMES | USAGE_BIDS | USAGE_TELLS,
    USAGE_OF_NOUN = USAGE_PERSON | USAGE_TIME | USAGE_MONTH | USAGE_FACT | USAGE_QUANTITY | USAGE_BIDS
};

/* Zero for a word that has nothing to say. The form is normalised lower case. */
uint32_t usage_of(struct text form);
struct text usage_form(size_t i); /* one that has something, counted from 0; empty beyond the last */

/* The usage of an inflected form: its own, and what its base forms as verb and as noun lend it. */
static inline uint32_t usage_inherit(uint32_t own, uint32_t verb, uint32_t noun) {
    return own | (verb & USAGE_OF_VERB) | (noun & USAGE_OF_NOUN);
}

#endif

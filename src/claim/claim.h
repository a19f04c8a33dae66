/* Stage 5, matches → claims: proposition + arguments + reading + voice + modality + time + span + rule. */
#ifndef BELIE_CLAIM_CLAIM_H
#define BELIE_CLAIM_CLAIM_H

#include "match/match.h"

/* What a claim leaves possible. For states the masks, for figures and dates the intervals (at most two pieces, so that
 * a negated figure can be said), for atoms the entity or its text. */
struct reading {
    enum value_space space;
    uint64_t means, suggests;
    struct interval means_interval[2], suggests_interval[2];
    uint8_t means_count, suggests_count;
    struct text unit;
    struct text atom;
    struct date date; /* SPACE_DATE: the fields as said; intervals alone cannot tell dates without a year apart */
};

enum voice_kind { VOICE_OUTLET, VOICE_SPEAKER };

struct voice {
    enum voice_kind kind;
    int32_t entity;   /* the speaker, or NONE when no rule knows him */
    struct text name; /* "Dmitry Peskov", "officials in Moscow" */
    int32_t side;     /* the entity he speaks for in the end, or NONE */
};

struct claim_argument {
    struct text id;      /* entity id, or what an open one is called (see claim/open.h); empty when missing */
    int32_t entity;      /* NONE for open ones */
    bool defaulted;
};

struct claim {
    uint64_t key;        /* of proposition and canonical arguments; text_hash based: the same in every run */
    int32_t proposition, rule, value; /* value: NONE for figures, dates, atoms */
    struct claim_argument arguments[MAX_ARGUMENTS];
    struct reading reading;
    bool negated;
    enum modality modality;
    struct voice voice;
    struct date at;      /* the date that its clause names; date_none() when it names none */
    int32_t when;        /* days since 1970-01-01 that it speaks of or was published, or NO_DATE */
    uint64_t words;      /* hash of the word forms of its span: for fingerprints that survive reformatting */
    struct span span;    /* the words that make it */
    struct span sentence;
    enum block_kind block;
    uint32_t sentence_number;
    uint32_t document;   /* index given by the caller */
    LIST(int32_t) cues;  /* indexes into matched.cues that were applied; for explain */
    int32_t head;        /* token */
};

enum { SKETCH_NAMES = 24 };

/* The names of a document, as the smallest hashes of their words: enough to tell how many two documents share (bottom-k
 * sketch, Broder 1997). Sorted, distinct. */
struct sketch {
    uint32_t hashes[SKETCH_NAMES];
    uint32_t count;
};

struct claims {
    LIST(struct claim) items; /* in text order */
    struct sketch sketch;
};

/* Everything lives in `a`. Only memory can fail. */
bool claim_extract(struct arena *a, const struct matched *m, uint32_t document, struct claims *out);

/* Readings of claims: see compare/reading.h. */
#endif

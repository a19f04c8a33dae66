/* Stage 3, tokens → parts of speech, groups (chunks) and clauses: a shallow parse, cheap and forgiving.
 * Groups after Abney 1991, "Parsing by chunks". */
#ifndef BELIE_CLAUSE_CLAUSE_H
#define BELIE_CLAUSE_CLAUSE_H

#include "base/grammar.h"
#include "segment/segment.h"

const char *tag_name(enum tag tag);

enum { NONE = -1 };

enum group_kind { GROUP_NOUN, GROUP_VERB, GROUP_ADJECTIVE };

enum group_flag {
    GROUP_DEFINITE = 1,    /* the, this, these, a possessor, or a name */
    GROUP_INDEFINITE = 2,  /* a, an, or a bare plural */
    GROUP_NEGATED = 4,     /* noun: no, neither, not a; verb: not, never, n't, no longer within the group */
    GROUP_PLURAL = 8,
    GROUP_NAME = 16,       /* the head is a name */
    GROUP_PRONOUN = 32,
    GROUP_NUMBER = 64,     /* the head is a bare number */
    GROUP_PASSIVE = 128,   /* verb: be/get + participle, or a bare participle after a noun */
    GROUP_PROGRESSIVE = 256,
    GROUP_PERFECT = 512,
    GROUP_PAST = 1024,
    GROUP_FUTURE = 2048,   /* will, shall, going to, be to, set to */
    GROUP_MODAL = 4096,    /* another modal: would, could, may, might, should, must */
    GROUP_INFINITIVE = 8192, /* to + base */
    GROUP_ING = 16384,     /* a bare -ing form: participle or gerund */
    GROUP_FINITE = 32768,
    GROUP_COPULA = 65536   /* verb: the head itself is be (or become, remain, stay, seem) */
};

/* first..last are tokens (document-wide numbers, inclusive); all groups of a sentence in order, never nested. */
struct group {
    enum group_kind kind;
    int32_t first, last, head;
    uint32_t flags;
    int32_t possessor;   /* noun: the group before 's, or NONE; a possessive pronoun is a token of the group itself */
    int32_t preposition; /* noun: the token of the preposition right before it, or NONE */
    int32_t of;          /* noun: the group that an "of" right after it introduces, or NONE */
    int32_t modal;       /* verb: the modal token, or NONE */
    int32_t particle;    /* verb: a particle token after it (up, down, out, off, …), also across the object, or NONE */
    int32_t apposition;  /* noun: the group this one renames ("Rubio, the secretary of state,"; "aide Yuri Ushakov"),
                            or NONE */
    int32_t conjunct;    /* noun: the next group coordinated with it ("A and B", "A, B and C"), or NONE */
};

enum clause_kind {
    CLAUSE_MAIN,
    CLAUSE_COORDINATE,  /* joined by and/or/but; shares the governor's subject when it has none of its own */
    CLAUSE_COMPLEMENT,  /* that-clause or bare clause under a verb, noun or adjective */
    CLAUSE_INFINITIVE,  /* to + verb */
    CLAUSE_GERUND,      /* -ing as complement or after a preposition ("without reaching", "ruled out sending") */
    CLAUSE_RELATIVE,    /* who, which, that; or a reduced one ("the plan rejected by Kyiv") */
    CLAUSE_ADVERBIAL,   /* if, when, after, because, although … + subject + verb */
    CLAUSE_PARTICIPLE,  /* ", leaving …", ", rejected by …" */
    CLAUSE_ASIDE,       /* who says so, in the middle of it: "the plan, | he said, | is dead" */
    CLAUSE_VERBLESS     /* no verb: headlines, labels, lists */
};

struct clause {
    enum clause_kind kind;
    int32_t verb;       /* group; NONE in a verbless clause */
    int32_t subject;    /* group, found or shared; for a passive the grammatical subject; NONE when there is none */
    int32_t object;     /* group right of the verb without a preposition; NONE */
    int32_t second;     /* second object ("gave the plan a cool reception", "elected her mayor"); NONE */
    int32_t complement; /* adjective or noun group after a copula or object ("is unacceptable", "found it useful"); NONE */
    int32_t agent;      /* group after "by" in a passive; NONE */
    int32_t governor;   /* clause it hangs from; NONE for main clauses */
    int32_t marker;     /* token that introduces it: that, if, who, after, to, and …; NONE */
    int32_t first, last; /* tokens it covers, without the clauses that hang from it being cut out */
};

/* The parse of one sentence. Groups and clauses are numbered from 0 within it. */
struct parse {
    uint32_t sentence;
    int32_t first, last;         /* tokens, inclusive */
    const uint8_t *tags;         /* enum tag of token first + i */
    const int16_t *group_of;     /* group of token first + i, or NONE */
    const int16_t *clause_of;    /* innermost clause of token first + i, or NONE */
    LIST(struct group) groups;
    LIST(struct clause) clauses;
};

/* Parses one sentence of `s` into *out; all of it lives in `a`. Only memory can fail. Linear in the tokens. */
bool clause_parse(struct arena *a, const struct segmented *s, uint32_t sentence, struct parse *out);

#endif

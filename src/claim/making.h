/* What the files of the claim stage share: one claim on its way. */
#ifndef BELIE_CLAIM_MAKING_H
#define BELIE_CLAIM_MAKING_H

#include "base/trait.h"
#include "claim/claim.h"
#include "claim/summary.h"

/* Tokens of one sentence that assert nothing: from, up to but without to. */
struct supposed {
    uint32_t from, to;
};

enum told_as { TOLD_AS_DIE, TOLD_AS_BEGIN, TOLD_AS_RESUME, TOLD_AS_END, TOLD_AS };

/* What the claims of a document share. */
struct shared {
    struct names *names;              /* see claim/name.h */
    struct openings *openings;        /* see claim/open.h */
    struct outline *outline;          /* of the last sentence; see claim/outline.h */
    struct setting *setting;          /* likewise; see claim/setting.h */
    struct conditions *conditions;    /* likewise; see claim/modality.c */
    const struct summary *summaries;  /* by sentence */
    const struct supposed *supposed;  /* by sentence */
    const struct namesakes *namesakes;
    const struct entries *entries;
    const uint8_t *history;           /* by sentence; see claim/background.c */
    const struct written *written;    /* see claim/occasion.c */
    uint32_t acted;                   /* the first block that names somebody the rules know can act; UINT32_MAX for none */
    int32_t passing_counts, quoting_verbs, hearing_verbs, telling_verbs, plan_nouns, for_a_while, yes_words, no_words, empty_nouns, story_subjects, matter_nouns; /* word lists, or -1 */
    int32_t third_state; /* the type of governments that have a say in a story from outside it, or -1 */
    int32_t told_as[TOLD_AS]; /* word lists, or -1; see claim/deed.h */
};

struct making {
    struct arena *a;
    const struct matched *m;
    const struct shared *shared;
    const struct match *match;
    const struct rule *rule;
    const struct proposition *about;
    const struct parse *parse;
    int negations;
    int32_t report;      /* cue use that names the source, or NONE */
    struct voice source; /* who is cited, also where the outlet asserts it too */
    struct claim *claim;
};

static inline struct text making_form(const struct matched *m, int32_t token) {
    return m->segmented->tokens.items[token].word->text;
}

static inline const struct word *making_word(const struct making *k, int32_t token) {
    return k->m->segmented->tokens.items[token].word;
}

static inline uint32_t making_traits(const struct making *k, int32_t token) {
    return making_word(k, token)->traits;
}

/* Does the sentence of the match hold a word with one of the traits? */
static inline bool making_holds(const struct making *k, uint32_t traits) {
    return k->shared->summaries[k->match->sentence].traits & traits;
}

static inline bool making_is_any(struct text form, const char *const *forms, size_t count) {
    for (size_t i = 0; form.length && i < count; i++)
        if (form.bytes[0] == forms[i][0] && text_equal(form, text_of(forms[i]))) return true;
    return false;
}

static inline bool making_is(const struct matched *m, uint32_t token, const char *form) {
    struct text t = making_form(m, (int32_t)token);
    return t.length && t.bytes[0] == form[0] && text_equal(t, text_of(form));
}

/* "Did not celebrate | after winning", "… | before winning": is denied and planned on its own. */
static inline bool making_stands_apart(const struct making *k, const struct clause *c) {
    bool before = c->kind == CLAUSE_GERUND && c->marker != NONE && making_is(k->m, (uint32_t)c->marker, "before");
    return before || match_is_beside(k->m, c);
}

/* Does it take arguments that no pack knows? */
static inline bool making_open(const struct proposition *about) {
    for (size_t i = 0; i < about->arguments.count; i++)
        if (about->arguments.items[i].open != OPEN_NOT) return true;
    return false;
}

/* Does it belong to one story, which an entity must show to be there? */
static inline bool making_of_one_story(const struct proposition *about) {
    for (size_t i = 0; i < about->arguments.count; i++)
        if (about->arguments.items[i].default_with >= 0) return true;
    return false;
}

/* Does the match itself name whom it is about? */
static inline bool making_names_any(const struct making *k) {
    for (size_t i = 0; i < k->about->arguments.count; i++)
        if (!k->match->arguments[i].missing && !k->match->arguments[i].speaker) return true;
    return false;
}

/* Of the verb group of the match's clause; 0 when it has none. */
static inline uint32_t making_verb_flags(const struct making *k) {
    int32_t verb = k->match->clause == NONE ? NONE : k->parse->clauses.items[k->match->clause].verb;
    return verb == NONE ? 0 : k->parse->groups.items[verb].flags;
}

static inline const struct cue *making_cue(const struct making *k, const struct cue_use *u) {
    return u->cue == NONE ? NULL : &k->m->rules->cues.items[u->cue];
}

static inline int32_t making_group(const struct making *k, int32_t token) {
    return token < k->parse->first || token > k->parse->last ? NONE : k->parse->group_of[token - k->parse->first];
}

/* Does a finite relative or adverbial clause stand between the cue and the match? Then the cue does not reach in. */
bool making_apart(const struct making *k, const struct cue_use *u);

/* "weeks after a storm killed six", "whose profit fell", "had lost": told beside the news, so not of its day. */
bool making_background(const struct making *k);

void making_note(struct making *k, int32_t cue_use); /* records a cue as applied */

void polarity_find(struct making *k);    /* adds to negations */
struct conditions *conditions_new(struct arena *a);
void modality_find(struct making *k);    /* sets claim.modality to the farthest from asserted */
void attribution_find(struct making *k); /* sets claim.voice; may change negations and modality */
int32_t elsewhere(const struct making *k, int32_t usual); /* of what occasion the sentence is instead of the usual one; NONE: of that */
int32_t side_of_speaker(const struct making *k, const struct cue_use *u); /* of one that no entity stands for: an entity, or NONE */
bool attribution_speaker(struct making *k, struct filler *out); /* of a quotation; false when nobody known */
bool reading_find(struct making *k);     /* sets value and reading; false: the rule is silent about such a part */
void modality_weaken(struct making *k, enum modality m);

/* stranger.c: is it told of someone whom no rule knows? Only for rules that take it for granted who it is. */
bool stranger_told_of(const struct making *k);
bool stranger_speaks(const struct making *k); /* of his own affairs, where the rule takes it for granted whose they are */

/* "Did X reject it? No.": what the answer behind a question makes of a claim that was asked. */
bool answer_find(struct making *k);

/* supposed.c: the option of a quiz, a bet, a scene to be imagined, a reader's letter. By sentence; NULL when memory is
 * short. */
struct supposed *supposed_find(struct arena *a, const struct matched *m, const struct summary *all);
bool only_supposed(const struct making *k);

/* genre.c: adds what the headline, or a label in the text, makes of it: a quiz, a spoof, corrections, rumours, scenarios. */
void genre_suppose(const struct matched *m, const struct summary *all, struct supposed *out);

/* namesake.c: is it told of one of two people whom the text says share a name? NULL when memory is short. */
struct namesakes *namesakes_find(struct arena *a, const struct matched *m, const struct summary *all);
bool tells_of_namesake(const struct making *k);

/* entry.c: is it an earlier entry of a live page, of what may have changed since, or of a brief headed by what it is about?
 * NULL when memory is short. */
struct entries *entries_find(struct arena *a, const struct matched *m);
bool tells_of_entry_only(const struct making *k);

/* background.c: is it history, what has come since, or what a season has seen? NULL when memory is short. */
uint8_t *history_find(struct arena *a, const struct matched *m); /* by sentence: does it, or one before it, leave its block in a past year? */
bool tells_of_other_time(const struct making *k);

/* occasion.c: is it of another meeting than the one that the story of its pack turns on? NULL when memory is short. */
struct written *written_find(struct arena *a, const struct matched *m); /* when the text was written, as it says */
bool tells_of_other_occasion(const struct making *k);

/* retraction.c: do the next words take it back? */
bool retracted(const struct making *k);

/* depiction.c: is it in a picture or a forged paper, or are the words only quoted as words? */
bool depicted(const struct making *k);
bool only_mentioned(const struct making *k);

/* The complement of a reading. */
void reading_negate(const struct making *k, struct reading *r);

#endif

/* What the headline, or a label in the text, makes of it: a quiz, a spoof, a column of corrections, a list of rumours, a
 * sheet of scenarios. Much of such a text is there to be doubted. */
#include "claim/making.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static enum block_kind block_of(const struct matched *m, const struct sentence *s) {
    return m->segmented->document->blocks.items[s->block].kind;
}

static uint32_t traits_at(const struct matched *m, uint32_t token) {
    return m->segmented->tokens.items[token].word->traits;
}

/* "True or false?", "Fact or fiction: …". */
static bool asks_which(const struct matched *m, const struct sentence *s) {
    for (uint32_t t = s->first; t + 2 < s->first + s->count; t++)
        if ((making_is(m, t, "true") || making_is(m, t, "fact")) && making_is(m, t + 1, "or") &&
            traits_at(m, t + 2) & TRAIT_UNTRUE)
            return true;
    return false;
}

/* "(A spoof, for those who need telling.)", "This is a work of satire." */
static bool owns_to_play(const struct matched *m, const struct sentence *s) {
    static const char *const between[] = {"a", "an", "the", "our", "weekly", "pure", "work", "piece", "of", "this", "is"};
    uint32_t at = s->first, end = s->first + s->count;
    bool aside = at < end && making_is(m, at, "(");
    at += aside;
    bool told = at + 1 < end && making_is(m, at, "this") && making_is(m, at + 1, "is");
    if (!aside && !told) return false;
    while (at < end && making_is_any(making_form(m, at), between, COUNT_OF(between))) at++;
    return at < end && traits_at(m, at) & TRAIT_PLAY;
}

/* "Satire: …", "Sketch: …", and the text under it. */
static bool headed_as_play(const struct matched *m, const struct sentence *s) {
    static const char *const arts[] = {"sketch", "theatre", "theater", "stage", "opera", "film", "cinema", "fiction", "comedy", "drama"};
    if (block_of(m, s) != BLOCK_HEADLINE || s->count < 2) return false;
    struct text first = making_form(m, s->first);
    return making_is(m, s->first + 1, ":") && (traits_at(m, s->first) & TRAIT_PLAY || making_is_any(first, arts, COUNT_OF(arts)));
}

static bool is_play(const struct matched *m, const struct summary *of) {
    const struct sentence *all = m->segmented->sentences.items;
    size_t count = m->segmented->sentences.count;
    for (size_t i = 0; i < count; i++)
        if ((of[i].traits & TRAIT_COLON && headed_as_play(m, &all[i])) || (of[i].traits & TRAIT_PLAY && owns_to_play(m, &all[i]))) return true;
    return false;
}

static void suppose_all(const struct matched *m, uint32_t from, uint32_t to, struct supposed *out) {
    const struct sentence *all = m->segmented->sentences.items;
    for (uint32_t i = from; i < to; i++) out[i] = (struct supposed){all[i].first, all[i].first + all[i].count};
}

/* The statements of a quiz, up to its answers; where the headline asks, they are all there is. False: nothing asks. */
static bool suppose_quiz(const struct matched *m, const struct summary *of, struct supposed *out) {
    const struct sentence *all = m->segmented->sentences.items;
    uint32_t count = (uint32_t)m->segmented->sentences.count, to;
    bool asked = false;
    for (uint32_t i = 0; i < count; i = to) {
        to = i + 1;
        if (!(of[i].traits & TRAIT_UNTRUE) || !asks_which(m, &all[i])) continue;
        asked = true;
        bool headline = block_of(m, &all[i]) == BLOCK_HEADLINE;
        while (to < count && (headline || !(making_is(m, all[to].first, "answers") || making_is(m, all[to].first, "answer")))) to++;
        suppose_all(m, i, to, out);
    }
    return asked;
}

static bool headline_holds(const struct matched *m, const char *const *forms, size_t count) {
    const struct sentence *all = m->segmented->sentences.items;
    for (size_t i = 0; i < m->segmented->sentences.count && block_of(m, &all[i]) == BLOCK_HEADLINE; i++)
        for (uint32_t t = all[i].first; t < all[i].first + all[i].count; t++)
            if (making_is_any(making_form(m, t), forms, count)) return true;
    return false;
}

/* "A caption described …", "the same article said that …": what was printed, before it is put right. */
static bool tells_what_was_printed(const struct matched *m, const struct sentence *s) {
    static const char *const prints[] = {"article", "headline", "caption", "graphic", "map", "report", "profile", "column", "commentary", "editorial",
                                         "story", "item", "edition", "picture", "photo", "photograph", "image", "video", "clip", "screenshot", "meme", "tweet", "banner", "another", "it", "page", "post", "website", "obituary", "review", "chart", "table", "interview"};
    static const char *const verbs[] = {"said", "stated", "described", "called", "gave", "suggested", "claimed", "showed", "put", "named", "implied",
                                        "reported", "referred", "quoted", "purports", "purported", "says", "shows", "claims", "has", "claiming", "showing", "saying", "identified", "listed", "attributed", "misstated"};
    bool printed = false;
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        struct text form = making_form(m, t);
        bool quotes = m->segmented->tokens.items[t].flags & TOKEN_OPEN_QUOTE;
        if (printed && (quotes || making_is_any(form, verbs, COUNT_OF(verbs)))) return true;
        printed |= making_is_any(form, prints, COUNT_OF(prints)) || text_equal(form, TEXT("we"));
    }
    return false;
}

/* "Fact check: the photo that wasn't". */
static bool heads_check(const struct matched *m) {
    static const char *const facts[] = {"fact", "facts", "reality"}, *const checks[] = {"check", "checked", "checking"};
    static const char *const whole[] = {"fact-check", "fact-checked", "factcheck", "hoax", "fake", "fakes", "debunked"};
    return (headline_holds(m, facts, COUNT_OF(facts)) && headline_holds(m, checks, COUNT_OF(checks))) || headline_holds(m, whole, COUNT_OF(whole));
}

static void suppose_mistakes(const struct matched *m, struct supposed *out) {
    static const char *const heads[] = {"correction", "corrections", "clarification", "clarifications", "erratum", "apology", "apologises",
                                        "apologizes", "sorry", "corrects", "corrected", "retraction", "retracted", "retracts", "withdrawn", "kill"};
    if (!headline_holds(m, heads, COUNT_OF(heads)) && !heads_check(m)) return;
    for (uint32_t i = 0; i < m->segmented->sentences.count; i++)
        if (tells_what_was_printed(m, &m->segmented->sentences.items[i])) suppose_all(m, i, i + 1, out);
}

/* "1. …", "A. …", "• …" */
static bool is_numbered(const struct matched *m, const struct sentence *s) {
    struct text first = making_form(m, s->first);
    return s->flags & SENTENCE_PARAGRAPH_START && (block_of(m, s) == BLOCK_LIST_ITEM || first.length == 1);
}

/* Each item tells a rumour, then what there is to it. */
static void suppose_rumours(const struct matched *m, struct supposed *out) {
    static const char *const heads[] = {"rumours", "rumors", "myths", "falsehoods", "hoaxes", "fakes", "misconceptions", "lies"};
    if (!headline_holds(m, heads, COUNT_OF(heads))) return;
    for (uint32_t i = 0; i < m->segmented->sentences.count; i++)
        if (is_numbered(m, &m->segmented->sentences.items[i])) suppose_all(m, i, i + 1, out);
}

/* "Answers: 1, false. …": what stands before them was put to the reader. */
static void suppose_riddle(const struct matched *m, const struct summary *of, struct supposed *out) {
    const struct sentence *all = m->segmented->sentences.items;
    uint32_t answers = 0, first = 0;
    for (uint32_t i = 0; i < m->segmented->sentences.count; i++) {
        bool starts = of[i].traits & TRAIT_COLON && all[i].flags & SENTENCE_PARAGRAPH_START && all[i].count > 1;
        if (starts && (making_is(m, all[i].first, "answers") || making_is(m, all[i].first, "solutions")) && making_is(m, all[i].first + 1, ":")) answers = i;
        if (!first && block_of(m, &all[i]) != BLOCK_HEADLINE) first = i;
    }
    if (answers) suppose_all(m, first, answers, out);
}

/* "Upside (15%): …": a case with the odds that are given it. */
static bool is_weighed(const struct matched *m, const struct sentence *s) {
    enum { LABEL_TOKENS = 6, ODDS_TOKENS = 5 };
    uint32_t end = s->first + s->count, at = s->first;
    while (at < end && at < s->first + LABEL_TOKENS && !making_is(m, at, "(")) at++;
    if (at + 2 >= end || !making_is(m, at, "(") || !(m->segmented->tokens.items[at + 1].flags & TOKEN_NUMBER)) return false;
    bool percent = false;
    for (uint32_t t = at + 1; t < end && t < at + ODDS_TOKENS; t++) percent |= making_is(m, t, "%") || making_is(m, t, "cent") || making_is(m, t, "percent");
    return percent && s->flags & SENTENCE_PARAGRAPH_START;
}

static void suppose_cases(const struct matched *m, const struct summary *of, struct supposed *out) {
    const struct sentence *all = m->segmented->sentences.items;
    uint32_t count = (uint32_t)m->segmented->sentences.count, cases = 0, to;
    for (uint32_t i = 0; i < count; i++) cases += of[i].traits & TRAIT_PARENTHESIS && is_weighed(m, &all[i]);
    for (uint32_t i = 0; cases > 1 && i < count; i = to) {
        for (to = i + 1; to < count && all[to].block == all[i].block;) to++;
        if (is_weighed(m, &all[i])) suppose_all(m, i, to, out);
    }
}

/* "Russia accepts the plan in full: 3.": the colon, where a mere figure stands behind it; else 0. */
static uint32_t priced_at(const struct matched *m, const struct sentence *s) {
    enum { PRICE_TOKENS = 3 }; /* "14 per cent" */
    uint32_t end = s->first + s->count, colon;
    while (end > s->first && making_is(m, end - 1, ".")) end--;
    for (colon = end; colon > s->first && end - colon < PRICE_TOKENS + 1 && !making_is(m, colon - 1, ":");) colon--;
    bool figure = colon > s->first && colon < end && making_is(m, colon - 1, ":") && m->segmented->tokens.items[colon].flags & TOKEN_NUMBER;
    return figure ? colon - 1 : 0;
}

static bool is_share(const struct matched *m, const struct sentence *s, uint32_t colon) {
    return colon && colon + 2 < s->first + s->count && (making_is(m, colon + 2, "%") || making_is(m, colon + 2, "per") || making_is(m, colon + 2, "percent"));
}

/* A list of cases, each with its odds; one of them says that these are shares. */
static void suppose_prices(const struct matched *m, const struct summary *of, struct supposed *out) {
    enum { FEWEST = 3 };
    const struct sentence *all = m->segmented->sentences.items;
    uint32_t count = (uint32_t)m->segmented->sentences.count, priced = 0;
    bool shares = false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t colon = of[i].traits & TRAIT_COLON ? priced_at(m, &all[i]) : 0;
        priced += colon > 0;
        shares |= is_share(m, &all[i], colon);
    }
    for (uint32_t i = 0; shares && priced >= FEWEST && i < count; i++) {
        uint32_t colon = of[i].traits & TRAIT_COLON ? priced_at(m, &all[i]) : 0;
        if (colon) out[i] = (struct supposed){all[i].first, colon};
    }
}

/* "Zelensky, played by a girl called Priya": what the others of the paragraph do they only act. */
static bool is_cast(const struct matched *m, const struct sentence *s) {
    for (uint32_t t = s->first; t + 1 < s->first + s->count; t++)
        if ((making_is(m, t, "played") || making_is(m, t, "portrayed")) && making_is(m, t + 1, "by")) return true;
    return false;
}

static void suppose_acts(const struct matched *m, struct supposed *out) {
    const struct sentence *all = m->segmented->sentences.items;
    uint32_t count = (uint32_t)m->segmented->sentences.count, to;
    for (uint32_t i = 0; i < count; i = to) {
        bool cast = false;
        for (to = i; to < count && all[to].block == all[i].block; to++) cast |= is_cast(m, &all[to]);
        if (cast) suppose_all(m, i, to, out);
    }
}

/* Each item tells one way in which it may end. */
static void suppose_scenarios(const struct matched *m, struct supposed *out) {
    static const char *const heads[] = {"scenario", "scenarios", "outcomes", "endings"};
    const struct sentence *all = m->segmented->sentences.items;
    uint32_t count = (uint32_t)m->segmented->sentences.count, to;
    if (!headline_holds(m, heads, COUNT_OF(heads))) return;
    for (uint32_t i = 0; i < count; i = to) {
        for (to = i + 1; to < count && all[to].block == all[i].block;) to++;
        if (is_numbered(m, &all[i])) suppose_all(m, i, to, out);
    }
}

void genre_suppose(const struct matched *m, const struct summary *all, struct supposed *out) {
    if (!suppose_quiz(m, all, out)) suppose_riddle(m, all, out);
    suppose_mistakes(m, out);
    suppose_rumours(m, out);
    suppose_scenarios(m, out);
    suppose_cases(m, all, out);
    suppose_prices(m, all, out);
    suppose_acts(m, out);
    if (is_play(m, all)) suppose_all(m, 0, (uint32_t)m->segmented->sentences.count, out);
}

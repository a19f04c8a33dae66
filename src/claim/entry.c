/* Pages made of entries: a live page, whose latest entry tells how things stand, and a column of briefs, each of which is
 * about what it is headed with. */
#include "claim/making.h"

enum { FEWEST = 3, MOST = 64 }; /* more labels than that are no column of briefs */

enum entry_kind { ENTRY_NONE, ENTRY_PASSED, ENTRY_BRIEF };

struct entries {
    const struct matched *m;
    uint8_t *kinds; /* by block: enum entry_kind */
};

/* The first token of each block, or NONE. */
static int32_t *block_starts(struct arena *a, const struct matched *m) {
    size_t blocks = m->segmented->document->blocks.count;
    int32_t *starts = arena_array(a, int32_t, blocks + 1);
    for (size_t i = 0; starts && i < blocks; i++) starts[i] = NONE;
    for (size_t i = m->segmented->sentences.count; starts && i-- > 0;)
        starts[m->segmented->sentences.items[i].block] = (int32_t)m->segmented->sentences.items[i].first;
    return starts;
}

static int digit_at(struct text t, size_t at) {
    return at < t.length && ascii_digit(t.bytes[at]) ? t.bytes[at] - '0' : -1;
}

/* "4.40pm", "16:40", "11am": minutes since midnight, or -1. */
static int clock_of(struct text t) {
    int hour = digit_at(t, 0), minute = 0;
    size_t at = 1;
    if (hour >= 0 && digit_at(t, at) >= 0) hour = hour * 10 + digit_at(t, at++);
    bool parted = at < t.length && (t.bytes[at] == '.' || t.bytes[at] == ':') && digit_at(t, at + 1) >= 0 && digit_at(t, at + 2) >= 0;
    if (parted) {
        minute = digit_at(t, at + 1) * 10 + digit_at(t, at + 2);
        at += 3;
    }
    struct text rest = text_slice(t, at, t.length);
    bool evening = text_equal(rest, TEXT("pm")), morning = text_equal(rest, TEXT("am"));
    bool colon = parted && t.bytes[at - 3] == ':';
    if (hour < 0 || hour > 23 || minute > 59 || (rest.length && !evening && !morning) || (!rest.length && !colon)) return -1;
    return (hour % 12 + (evening || (!morning && hour >= 12) ? 12 : 0)) * 60 + minute;
}

/* Of a live page, all entries but the latest. */
static void find_passed(const struct matched *m, const int32_t *starts, struct entries *out) {
    size_t blocks = m->segmented->document->blocks.count, timed = 0;
    int latest = -1;
    for (size_t i = 0; i < blocks; i++) {
        int clock = starts[i] == NONE ? -1 : clock_of(making_form(m, starts[i]));
        timed += clock >= 0;
        if (clock > latest) latest = clock;
    }
    bool passed = false;
    for (size_t i = 0; timed >= FEWEST && i < blocks; i++) {
        int clock = starts[i] == NONE ? -1 : clock_of(making_form(m, starts[i]));
        if (clock >= 0) passed = clock < latest; /* what follows without a time belongs to it */
        if (passed) out->kinds[i] = ENTRY_PASSED;
    }
}

/* "PEREGRINE AIR: …": the words before the colon, all in capitals; empty when there are none. */
static struct text label_at(const struct matched *m, int32_t start) {
    enum { LABEL_TOKENS = 4 };
    const struct token *tokens = m->segmented->tokens.items;
    int32_t count = (int32_t)m->segmented->tokens.count, t = start;
    while (t != NONE && t < count && t < start + LABEL_TOKENS && tokens[t].flags & TOKEN_UPPER) t++;
    if (t == start || t == NONE || t >= count || !text_equal(making_form(m, t), TEXT(":"))) return TEXT("");
    return text_slice(m->segmented->document->source, tokens[start].start, tokens[t].start);
}

static bool is_repeated(const struct matched *m, const int32_t *starts, size_t block, struct text label) {
    for (size_t i = 0; i < m->segmented->document->blocks.count; i++)
        if (i != block && text_equal(label_at(m, starts[i]), label)) return true;
    return false;
}

/* Labels that come back are those of speakers. */
static void find_briefs(const struct matched *m, const int32_t *starts, struct entries *out) {
    size_t blocks = m->segmented->document->blocks.count, labels = 0;
    for (size_t i = 0; i < blocks; i++) {
        struct text label = label_at(m, starts[i]);
        labels += label.length > 0;
        if (labels > MOST || (label.length && is_repeated(m, starts, i, label))) return;
    }
    for (size_t i = 0; labels >= FEWEST && i < blocks; i++)
        if (label_at(m, starts[i]).length) out->kinds[i] = ENTRY_BRIEF;
}

struct entries *entries_find(struct arena *a, const struct matched *m) {
    struct entries *out = arena_new(a, struct entries);
    int32_t *starts = block_starts(a, m);
    if (!out || !starts) return NULL;
    out->m = m;
    out->kinds = arena_array(a, uint8_t, m->segmented->document->blocks.count + 1);
    if (!out->kinds) return NULL;
    find_passed(m, starts, out);
    find_briefs(m, starts, out);
    return out;
}

static bool names_somebody(const struct making *k) {
    for (size_t i = 0; i < k->about->arguments.count; i++) {
        int32_t mention = k->match->arguments[i].mention;
        if (mention == NONE) continue;
        const struct mention *x = &k->m->mentions.items[mention];
        const struct parse *p = &k->m->parses[x->sentence];
        int32_t group = p->groups.items ? p->group_of[x->head - p->first] : NONE;
        if (x->entity != NONE || (group != NONE && p->groups.items[group].flags & GROUP_NAME)) return true;
    }
    return false;
}

bool tells_of_entry_only(const struct making *k) {
    switch (k->shared->entries->kinds[k->m->segmented->sentences.items[k->match->sentence].block]) {
    case ENTRY_PASSED: return k->about->time != TIME_FIXED;
    case ENTRY_BRIEF: return !names_somebody(k);
    default: return false;
    }
}

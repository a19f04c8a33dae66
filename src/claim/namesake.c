/* Two people of one name in one text, which says so: "not to be confused with the late Peter Halliday". Which of them a
 * sentence is about cannot be told, so what is claimed of either is left open. */
#include "claim/making.h"

#include <strings.h>

enum { MOST = 8 };

struct namesakes {
    struct text names[MOST]; /* last words of the names */
    size_t count;
};

/* "share(s) a name with", "of the same name", "not to be confused with", "namesake". */
static bool tells_of_two(const struct matched *m, const struct sentence *s) {
    static const char *const shares[] = {"share", "shares", "shared", "sharing", "same"};
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        if (making_is(m, t, "namesake") || making_is(m, t, "namesakes")) return true;
        if (making_is(m, t, "with") && t > s->first && making_is(m, t - 1, "confused")) return true;
        if (!making_is(m, t, "name") && !making_is(m, t, "surname")) continue;
        for (uint32_t back = 1; back <= 3 && t >= s->first + back; back++)
            if (making_is_any(making_form(m, (int32_t)(t - back)), shares, sizeof shares / sizeof *shares)) return true;
    }
    return false;
}

static struct text written(const struct matched *m, int32_t token) {
    const struct token *t = &m->segmented->tokens.items[token];
    return text_slice(m->segmented->document->source, t->start, t->end);
}

/* Names of two words or more: of one word it is not told what kind of name it is. */
static void take_names(const struct matched *m, uint32_t sentence, struct namesakes *out) {
    const struct parse *p = &m->parses[sentence];
    for (size_t i = 0; i < p->groups.count && out->count < MOST; i++) {
        const struct group *g = &p->groups.items[i];
        bool full = g->flags & GROUP_NAME && g->head > g->first && p->tags[g->head - 1 - p->first] == TAG_NAME;
        if (full) out->names[out->count++] = written(m, g->head);
    }
}

/* "Built by his late father and namesake": also of whom the text is, by its opening. */
static void take_names_from(const struct matched *m, uint32_t sentence, struct namesakes *out) {
    enum { OPENING = 3 }; /* headline, heading, lead */
    take_names(m, sentence, out);
    for (uint32_t i = 0; i < OPENING && i < sentence; i++) take_names(m, i, out);
}

struct namesakes *namesakes_find(struct arena *a, const struct matched *m, const struct summary *all) {
    struct namesakes *out = arena_new(a, struct namesakes);
    for (uint32_t i = 0; out && i < m->segmented->sentences.count; i++)
        if (all[i].traits & TRAIT_NAMESAKE && tells_of_two(m, &m->segmented->sentences.items[i])) take_names_from(m, i, out);
    return out;
}

static bool holds(struct text whole, struct text name) {
    for (size_t at = 0; at + name.length <= whole.length; at++)
        if (strncasecmp(whole.bytes + at, name.bytes, name.length) == 0) return true;
    return false;
}

static struct text words_of(const struct matched *m, const struct mention *x) {
    const struct token *tokens = m->segmented->tokens.items;
    return text_slice(m->segmented->document->source, tokens[x->first].start, tokens[x->last].end);
}

static bool is_of(const struct making *k, struct text name) {
    if (holds(k->source.name, name) || holds(k->claim->voice.name, name)) return true;
    for (size_t i = 0; i < k->about->arguments.count; i++) {
        int32_t mention = k->match->arguments[i].mention;
        if (holds(k->claim->arguments[i].id, name)) return true;
        if (mention != NONE && holds(words_of(k->m, &k->m->mentions.items[mention]), name)) return true;
    }
    return false;
}

bool tells_of_namesake(const struct making *k) {
    for (size_t i = 0; i < k->shared->namesakes->count; i++)
        if (is_of(k, k->shared->namesakes->names[i])) return true;
    return false;
}

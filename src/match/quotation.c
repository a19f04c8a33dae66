/* Frames that take every quotation: its words, as a few runs of five that any longer excerpt of it shares (winnowing,
 * Schleimer, Wilkerson and Aiken 2003: runs of K words, the least hash of every W in a row). */
#include "match/matcher.h"

enum { RUN = 5, WINDOW = 4, MOST_WORDS = 120 };

struct quoted {
    int32_t words[MOST_WORDS]; /* tokens, punctuation left out */
    uint64_t hashes[MOST_WORDS];
    int32_t count, runs;
};

static void add_word(const struct matcher *m, struct quoted *q, int32_t t) {
    if ((token_at(m->s, t)->flags & TOKEN_PUNCTUATION) || q->count == MOST_WORDS) return;
    q->words[q->count++] = t;
}

static void hash_runs(const struct matcher *m, struct quoted *q) {
    q->runs = q->count - RUN + 1;
    for (int32_t i = 0; i < q->runs; i++) {
        q->hashes[i] = 0;
        for (int32_t k = 0; k < RUN; k++) q->hashes[i] = hash_mix(q->hashes[i], token_at(m->s, q->words[i + k])->word->hash);
    }
}

static struct text run_text(const struct matcher *m, const struct quoted *q, int32_t run) {
    struct buffer out = {0};
    for (int32_t k = 0; k < RUN; k++) {
        if (k) buffer_char(&out, ' ');
        buffer_text(&out, token_at(m->s, q->words[run + k])->word->text);
    }
    struct text t = arena_text(m->a, buffer_view(&out));
    m->a->failed |= out.failed;
    buffer_release(&out);
    return t;
}

static bool add_run(struct matcher *m, uint32_t sentence, int32_t rule, const struct quoted *q, int32_t run) {
    struct match *x = list_add(m->a, &m->out->matches);
    if (!x) return false;
    const struct parse *p = &m->out->parses[sentence];
    int32_t head = q->words[run];
    *x = (struct match){.rule = rule, .sentence = sentence, .head = head, .first = q->words[0],
                        .last = q->words[q->count - 1], .clause = p->clause_of[head - p->first], .nominal = true,
                        .lexeme = run_text(m, q, run)};
    arguments_clear(x);
    return true;
}

/* "Of the Endangered Species Act" many people say: besides a name, a run needs a word of its speaker's own. */
static bool is_own(const struct matcher *m, const struct parse *p, const struct quoted *q, int32_t run) {
    bool names = false;
    for (int32_t k = 0; k < RUN; k++) {
        int32_t t = q->words[run + k];
        bool name = tag_at(p, t) == TAG_NAME;
        if (!name && !token_at(m->s, t)->word->grammar) return true;
        names |= name;
    }
    return !names;
}

static int32_t least_of(const struct quoted *q, int32_t from) {
    int32_t least = from;
    for (int32_t i = from; i < from + WINDOW && i < q->runs; i++)
        if (q->hashes[i] < q->hashes[least]) least = i;
    return least;
}

static bool add_quotation(struct matcher *m, uint32_t sentence, struct quoted *q) {
    hash_runs(m, q);
    for (size_t r = 0; q->runs > 0 && r < m->r->every_quotation.count; r++) {
        int32_t last = NONE;
        for (int32_t i = 0; i == 0 || i + WINDOW <= q->runs; i++) {
            int32_t least = least_of(q, i);
            bool own = is_own(m, &m->out->parses[sentence], q, least);
            if (least != last && own && !add_run(m, sentence, m->r->every_quotation.items[r], q, least)) return false;
            last = least;
        }
    }
    return true;
}

bool every_quotation_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    for (int32_t t = p->first; t <= p->last; t++) {
        uint16_t number = token_at(m->s, t)->quotation;
        if (!number) continue;
        struct quoted q = {.count = 0};
        for (; t <= p->last && token_at(m->s, t)->quotation == number; t++) add_word(m, &q, t);
        if (!add_quotation(m, sentence, &q)) return false;
    }
    return true;
}

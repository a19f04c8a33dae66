/* What is told of another time than the news: history, what has come since, what a season or a year has seen. */
#include "claim/making.h"

/* "Since then he has given interviews", "three weeks on": later than what the rest tells, so what may change may have
 * changed. */
static bool tells_of_later(const struct making *k) {
    if (!making_holds(k, TRAIT_LAPSE) || k->about->time == TIME_FIXED || making_open(k->about)) return false;
    for (int32_t t = k->parse->first; t < k->parse->last; t++) {
        if (!(making_traits(k, t) & TRAIT_LAPSE)) continue;
        struct text form = making_form(k->m, t), next = making_form(k->m, t + 1);
        bool lapse = !text_equal(form, TEXT("since")), since = !lapse && text_equal(next, TEXT("then"));
        if (since && t > k->match->first) return false; /* "has not changed since then" */
        if (since || (lapse && (text_equal(next, TEXT("on")) || text_equal(next, TEXT("later"))))) return true;
    }
    return false;
}

static bool is_year_told(const struct figure *f) {
    return (f->kind == FIGURE_YEAR || f->kind == FIGURE_DATE) && f->date.year > 0;
}

static bool is_dated(const struct matched *m, uint32_t sentence) {
    for (size_t i = 0; i < m->figures[sentence].count; i++) {
        enum figure_kind kind = m->figures[sentence].items[i].kind;
        if (kind == FIGURE_DATE || kind == FIGURE_YEAR) return true;
    }
    return false;
}

/* The latest year that the text names, or that it was published in. */
static int32_t latest_year(const struct matched *m) {
    int32_t latest = 0, year, published = m->segmented->document->published;
    int month, day;
    for (uint32_t s = 0; s < m->segmented->sentences.count; s++)
        for (size_t i = 0; i < m->figures[s].count; i++)
            if (is_year_told(&m->figures[s].items[i]) && m->figures[s].items[i].date.year > latest) latest = m->figures[s].items[i].date.year;
    if (published == NO_DATE) return latest;
    date_civil(published, &year, &month, &day);
    return year > latest ? year : latest;
}

/* "in March 2022", "in 1994"; a full date only where a later year is named, too: a story may begin with its own. */
static bool is_history(const struct figure_list *figures, int32_t latest) {
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        if (is_year_told(f) && (!f->date.day || f->date.year < latest)) return true;
    }
    return false;
}

/* "Now America is trying to …": the sentence leaves the past. */
static bool is_of_today(const struct matched *m, uint32_t sentence) {
    const struct parse *p = &m->parses[sentence];
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i];
        uint32_t flags = c->verb == NONE || c->kind != CLAUSE_MAIN ? 0 : p->groups.items[c->verb].flags;
        if (flags & GROUP_FINITE && !(flags & GROUP_PAST)) return true;
    }
    return false;
}

bool *history_find(struct arena *a, const struct matched *m) {
    const struct sentence *all = m->segmented->sentences.items;
    uint32_t count = (uint32_t)m->segmented->sentences.count;
    bool *out = arena_array(a, bool, count + 1);
    int32_t latest = out ? latest_year(m) : 0;
    for (uint32_t s = 0; out && s < count; s++) {
        if (is_of_today(m, s)) continue;
        if (is_dated(m, s)) out[s] = is_history(&m->figures[s], latest);
        else out[s] = s && all[s - 1].block == all[s].block && out[s - 1];
    }
    return out;
}

/* "In 1986 they met. They talked for ten hours.": the year of a sentence before, in the same block, holds on. */
static bool tells_of_history(const struct making *k) {
    const struct sentence *all = k->m->segmented->sentences.items;
    uint32_t at = k->match->sentence, flags = making_verb_flags(k);
    bool past = flags & GROUP_PAST && !(flags & GROUP_PERFECT);
    if (making_open(k->about) || !past || is_dated(k->m, at)) return false;
    return at && all[at - 1].block == all[at].block && k->shared->history[at - 1];
}

/* "Four people have died in the range this winter": not in the one event. */
static bool tells_of_season(const struct making *k) {
    if (!making_holds(k, TRAIT_SEASON) || !k->about->once || k->about->theme >= 0) return false; /* a turn may well be told of this spring */
    for (int32_t t = k->match->last + 1; t < k->parse->last; t++)
        if (making_traits(k, t + 1) & TRAIT_SEASON && making_is(k->m, (uint32_t)t, "this")) return true;
    return false;
}

bool tells_of_other_time(const struct making *k) {
    return tells_of_later(k) || tells_of_history(k) || tells_of_season(k);
}

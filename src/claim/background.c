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

/* "On Tuesday", "in the spring", "in 1940": not "all night", which stays in the year that was told. */
static bool is_dated(const struct matched *m, uint32_t sentence) {
    for (size_t i = 0; i < m->figures[sentence].count; i++) {
        const struct figure *f = &m->figures[sentence].items[i];
        bool told = f->date.year || f->date.month || f->date.day || f->date.weekday >= 0 || f->date.relative || f->date.season >= 0;
        if ((f->kind == FIGURE_DATE && told) || f->kind == FIGURE_YEAR) return true;
    }
    return false;
}

static int32_t year_of(int32_t days) {
    int32_t year;
    int month, day;
    date_civil(days, &year, &month, &day);
    return year;
}

/* Of the stories that the packs know. */
static int32_t latest_story(const struct rules *r) {
    int32_t latest = 0;
    for (size_t i = 0; i < r->packs.count; i++)
        if (r->packs.items[i].day != NO_DATE && year_of(r->packs.items[i].day) > latest) latest = year_of(r->packs.items[i].day);
    return latest;
}

/* The latest year that the text names, or that it was published in; else that of a story it may be about. */
static int32_t latest_year(const struct matched *m) {
    int32_t published = m->segmented->document->published, latest = published == NO_DATE ? latest_story(m->rules) : year_of(published);
    for (uint32_t s = 0; s < m->segmented->sentences.count; s++)
        for (size_t i = 0; i < m->figures[s].count; i++)
            if (is_year_told(&m->figures[s].items[i]) && m->figures[s].items[i].date.year > latest) latest = m->figures[s].items[i].date.year;
    return latest;
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

enum { HISTORY_NOT, HISTORY_DATED, HISTORY_UNDATED };

/* "The last time they met was in the summer.": no year, but long ago. */
static bool opens_history(const struct matched *m, const struct sentence *s) {
    enum { PLACE_TOKENS = 4 }; /* "ISTANBUL — The last time …" */
    uint32_t t = s->first, end = s->first + s->count;
    for (uint32_t at = t; at < end && at < t + PLACE_TOKENS; at++)
        if (m->segmented->tokens.items[at].flags & TOKEN_PUNCTUATION) t = at + 1;
    if (t + 3 >= end) return false;
    return making_is(m, t, "the") && (making_is(m, t + 1, "last") || making_is(m, t + 1, "previous")) && making_is(m, t + 2, "time");
}

uint8_t *history_find(struct arena *a, const struct matched *m) {
    const struct sentence *all = m->segmented->sentences.items;
    uint32_t count = (uint32_t)m->segmented->sentences.count;
    uint8_t *out = arena_array(a, uint8_t, count + 1);
    int32_t latest = out ? latest_year(m) : 0;
    for (uint32_t s = 0; out && s < count; s++) {
        if (is_of_today(m, s)) continue;
        if (opens_history(m, &all[s])) out[s] = HISTORY_UNDATED;
        else if (is_dated(m, s)) out[s] = is_history(&m->figures[s], latest) ? HISTORY_DATED : HISTORY_NOT;
        else out[s] = s && all[s - 1].block == all[s].block ? out[s - 1] : HISTORY_NOT;
    }
    return out;
}

/* "In 1986 they met. They talked for ten hours.": the year of a sentence before, in the same block, holds on. */
static bool tells_of_history(const struct making *k) {
    const struct sentence *all = k->m->segmented->sentences.items;
    uint32_t at = k->match->sentence, flags = making_verb_flags(k);
    bool past = flags & GROUP_PAST && !(flags & GROUP_PERFECT);
    if (making_open(k->about) || !past || is_dated(k->m, at)) return false;
    uint8_t before = at && all[at - 1].block == all[at].block ? k->shared->history[at - 1] : HISTORY_NOT;
    bool story = k->m->rules->packs.items[k->about->pack].day != NO_DATE; /* elsewhere "the last time" may be that of the news */
    return before == HISTORY_DATED || (story && (before || opens_history(k->m, &all[at])));
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

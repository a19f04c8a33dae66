/* Whether a claim is of the story's own event or of another one of its kind. A pack may say on what day its event was
 * (`day:`); a text that was written weeks later, or before it, tells of another unless it looks back. */
#include "claim/making.h"

enum { SAME_DAYS = 14, YEAR = 365 };

/* A day as a text may name it: the year is 0 where it does not. */
struct named_day {
    int32_t year;
    int month, day;
};

static struct named_day day_of(const struct date *d) {
    return (struct named_day){d->year, d->month, d->day};
}

/* Days from the one to the other; without a year the nearest such day. */
static int32_t days_between(int32_t event, struct named_day d) {
    int32_t year;
    int month, day;
    date_civil(event, &year, &month, &day);
    int32_t apart = date_days(d.year ? d.year : year, d.month, d.day ? d.day : day) - event;
    if (!d.year && apart > YEAR / 2) apart -= YEAR;
    if (!d.year && apart < -YEAR / 2) apart += YEAR;
    return apart;
}

static bool is_near(int32_t event, struct named_day d) {
    int32_t apart = days_between(event, d);
    return apart <= SAME_DAYS && apart >= -SAME_DAYS;
}

static bool has_verb_before(const struct parse *p, int32_t token) {
    for (size_t i = 0; i < p->groups.count && p->groups.items[i].first < token; i++)
        if (p->groups.items[i].kind == GROUP_VERB) return true;
    return false;
}

/* "MOSCOW, 17 January — …", "WASHINGTON (Dec. 3) — …", "23 December. …" */
static bool heads_text(const struct matched *m, uint32_t sentence, const struct figure *f) {
    enum { PLACE_TOKENS = 6 };
    const struct sentence *s = &m->segmented->sentences.items[sentence];
    const struct token *tokens = m->segmented->tokens.items;
    if (f->kind != FIGURE_DATE || !f->date.month || !f->date.day || f->first > s->first + PLACE_TOKENS) return false;
    if (has_verb_before(&m->parses[sentence], (int32_t)f->first) || f->last + 1 >= s->first + s->count) return false;
    return tokens[f->last + 1].flags & TOKEN_PUNCTUATION && !making_is(m, f->last + 1, ",");
}

/* When the text was written: its date line, else the date of publication. */
static bool day_of_text(const struct matched *m, struct named_day *out) {
    const struct document *d = m->segmented->document;
    uint32_t first = 0, count = (uint32_t)m->segmented->sentences.count;
    while (first < count && d->blocks.items[m->segmented->sentences.items[first].block].kind == BLOCK_HEADLINE) first++;
    for (size_t i = 0; first < count && i < m->figures[first].count; i++) {
        const struct figure *f = &m->figures[first].items[i];
        if (!heads_text(m, first, f)) continue;
        *out = day_of(&f->date);
        return true;
    }
    if (d->published == NO_DATE) return false;
    date_civil(d->published, &out->year, &out->month, &out->day);
    return true;
}

struct written {
    bool known;
    struct named_day on;
};

struct written *written_find(struct arena *a, const struct matched *m) {
    struct written *out = arena_new(a, struct written);
    if (out) out->known = day_of_text(m, &out->on);
    return out;
}

/* The part of a sentence between semicolons. */
struct stretch {
    int32_t first, last;
};

static struct stretch stretch_at(const struct making *k, int32_t token) {
    struct stretch out = {k->parse->first, k->parse->last};
    if (!making_holds(k, TRAIT_SEMICOLON)) return out;
    for (int32_t t = k->parse->first; t <= k->parse->last; t++) {
        if (!(making_traits(k, t) & TRAIT_SEMICOLON)) continue;
        if (t < token) out.first = t + 1;
        else if (t > token && t < out.last) out.last = t - 1;
    }
    return out;
}

/* "Last month", where that is the month of the event. */
static bool is_month_before(const struct making *k, int32_t event, const struct stretch *s) {
    int32_t year;
    int month, day, before = k->shared->written->on.month == 1 ? 12 : k->shared->written->on.month - 1;
    date_civil(event, &year, &month, &day);
    for (int32_t t = s->first; t < s->last; t++)
        if (before == month && making_is(k->m, (uint32_t)t, "last") && making_is(k->m, (uint32_t)t + 1, "month")) return true;
    return false;
}

enum told { TOLD_NOT, TOLD_THEN, TOLD_OTHERWISE };

/* What the dates of some tokens say. */
static enum told told_when(const struct making *k, uint32_t sentence, int32_t event, const struct stretch *s) {
    enum told found = TOLD_NOT;
    for (size_t i = 0; i < k->m->figures[sentence].count; i++) {
        const struct figure *f = &k->m->figures[sentence].items[i];
        if ((f->kind != FIGURE_DATE && f->kind != FIGURE_YEAR) || (int32_t)f->first < s->first || (int32_t)f->last > s->last) continue;
        if (f->date.month && is_near(event, day_of(&f->date))) return TOLD_THEN;
        found = TOLD_OTHERWISE;
    }
    return found;
}

/* "Then, …", "at the time". */
static bool says_then(const struct making *k, const struct stretch *s) {
    if (making_is(k->m, (uint32_t)s->first, "then")) return true;
    for (int32_t t = s->first; t + 1 < s->last; t++)
        if (making_is(k->m, (uint32_t)t, "at") && making_is(k->m, (uint32_t)t + 1, "the") && making_is(k->m, (uint32_t)t + 2, "time")) return true;
    return false;
}

static bool is_pluperfect(uint32_t flags) {
    return flags & GROUP_PAST && flags & GROUP_PERFECT;
}

/* Does a text of another time tell of the event's, in the words around the match or before it? */
static bool looks_back(const struct making *k, int32_t event) {
    const struct sentence *all = k->m->segmented->sentences.items;
    struct stretch s = stretch_at(k, k->match->head);
    if (is_month_before(k, event, &s) || says_then(k, &s) || is_pluperfect(making_verb_flags(k))) return true;
    enum told told = told_when(k, k->match->sentence, event, &s);
    for (uint32_t i = k->match->sentence; told == TOLD_NOT && i && all[i - 1].block == all[i].block; i--) {
        const struct parse *p = &k->m->parses[i - 1];
        told = told_when(k, i - 1, event, &(struct stretch){p->first, p->last});
    }
    return told == TOLD_THEN;
}

/* Is it a question of the event, or of what changes as the story goes on? */
static bool is_of_event(const struct proposition *about) {
    if (making_open(about) || about->once || about->theme >= 0 || about->space == SPACE_DATE) return false;
    return about->time != TIME_FIXED || making_of_one_story(about);
}

/* Is a date part of what the rule reads? */
static bool says_date(const struct making *k) {
    const struct figure_list *figures = &k->m->figures[k->match->sentence];
    for (size_t i = 0; i < figures->count; i++)
        if (figures->items[i].kind == FIGURE_DATE && (int32_t)figures->items[i].first >= k->match->first && (int32_t)figures->items[i].last <= k->match->last) return true;
    return false;
}

/* "On 9 December 2019 they reached a deal": the clause itself names a day of another season. */
static bool is_dated_apart(const struct making *k, int32_t event) {
    enum { SEASON = 45 };
    const struct date *at = &k->claim->at;
    if (!at->month || !at->day || !making_of_one_story(k->about) || says_date(k)) return false;
    int32_t apart = days_between(event, day_of(at));
    return apart > SEASON || apart < -SEASON;
}

enum { NO_YEAR = 0, TIME_OF_ITS_OWN = -1 };

/* Before the verb of its own clause. */
static bool stands_before_verb(const struct parse *p, int32_t token) {
    int32_t c = p->clause_of[token - p->first], verb = c == NONE ? NONE : p->clauses.items[c].verb;
    return verb == NONE || p->groups.items[verb].first > token;
}

/* "In the autumn of 1939 a delegation took the train": the year that a sentence opens with. */
static int32_t year_opened(const struct making *k, uint32_t sentence) {
    enum { OPENING_TOKENS = 12 };
    const struct parse *p = &k->m->parses[sentence];
    for (size_t i = 0; i < k->m->figures[sentence].count; i++) {
        const struct figure *f = &k->m->figures[sentence].items[i];
        if (f->kind != FIGURE_DATE && f->kind != FIGURE_YEAR) continue;
        if (f->date.day || f->date.weekday >= 0 || f->date.relative) return TIME_OF_ITS_OWN;
        if (!f->date.year || (int32_t)f->first <= p->first || (int32_t)f->first >= p->first + OPENING_TOKENS) continue;
        bool told = f->date.season >= 0 || making_is(k->m, f->first - 1, "in") || making_is(k->m, f->first - 1, "of");
        if (told && stands_before_verb(p, (int32_t)f->first)) return f->date.year;
    }
    return NO_YEAR;
}

/* In the simple past, not "Now it is trying to", "had taken": what comes behind such a sentence is of another time. */
static bool narrates(const struct parse *p) {
    for (size_t i = 0; i < p->clauses.count; i++) {
        const struct clause *c = &p->clauses.items[i];
        uint32_t flags = c->verb == NONE ? 0 : p->groups.items[c->verb].flags;
        bool leads = c->kind == CLAUSE_MAIN || c->kind == CLAUSE_COMPLEMENT;
        if (leads && flags & GROUP_FINITE && flags & GROUP_PAST) return !(flags & GROUP_PERFECT);
    }
    return false;
}

/* "In the spring of 2022 they met. The talks broke down": what is told as past under a year long before the event. */
static bool is_history(const struct making *k, int32_t event) {
    const struct sentence *all = k->m->segmented->sentences.items;
    uint32_t flags = making_verb_flags(k);
    if (!(flags & GROUP_PAST) || flags & GROUP_PERFECT) return false;
    int32_t year = NO_YEAR;
    for (uint32_t i = k->match->sentence; narrates(&k->m->parses[i]); i--) {
        year = year_opened(k, i);
        if (year != NO_YEAR || !i || all[i - 1].block != all[i].block) break;
    }
    return year > 0 && date_days(year + 1, 1, 1) + YEAR / 2 < event;
}

bool tells_of_other_occasion(const struct making *k) {
    int32_t event = k->m->rules->packs.items[k->about->pack].day;
    const struct written *w = k->shared->written;
    if (event == NO_DATE || !is_of_event(k->about)) return false;
    if (is_dated_apart(k, event) || is_history(k, event)) return true;
    return w->known && !is_near(event, w->on) && !looks_back(k, event);
}

#include "compare/relation.h"

#include "compare/open.h"
#include "compare/position.h"
#include "compare/reading.h"
#include "compare/theme.h"

static const char *const relation_names[RELATIONS] = {
    [RELATION_CONTRADICTION] = "contradiction", [RELATION_TENSION] = "tension",   [RELATION_DISPUTE] = "dispute",
    [RELATION_REVERSAL] = "reversal",           [RELATION_UPDATE] = "update"};

static const char *const severity_names[SEVERITIES] = {
    [SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

const char *relation_name(enum relation r) {
    return relation_names[r];
}

const char *severity_name(enum severity s) {
    return severity_names[s];
}

static enum relation relation_of(struct text name) {
    for (int i = 0; i < RELATIONS; i++)
        if (text_equal(text_of(relation_names[i]), name)) return (enum relation)i;
    return RELATION_CONTRADICTION;
}

static enum severity severity_of(struct text name, enum severity otherwise) {
    for (int i = 0; i < SEVERITIES; i++)
        if (text_equal(text_of(severity_names[i]), name)) return (enum severity)i;
    return otherwise;
}

static bool is_value(const struct proposition *p, size_t argument) {
    return p->space == SPACE_ATOM && p->atom_argument == (int32_t)argument;
}

/* Loose arguments are compared only where both have one. */
static int32_t differing_argument(const struct rules *r, const struct proposition *p, const struct claim *x,
                                  const struct claim *y, bool vouched) {
    for (size_t i = 0; i < p->arguments.count; i++) {
        if (is_value(p, i) || p->theme == (int32_t)i) continue;
        const struct claim_argument *a = &x->arguments[i], *b = &y->arguments[i];
        if (is_topic(a->id) && is_topic(b->id)) {
            if (x->negated == y->negated || !topics_meet(a->id, b->id, vouched)) return (int32_t)i;
            continue;
        }
        if (is_setting(a->id) || is_setting(b->id)) {
            if (x->negated != y->negated && !(x->negated ? open_covers(a->id, b->id) : open_covers(b->id, a->id)))
                return (int32_t)i;
            continue;
        }
        bool loose = p->arguments.items[i].identity == IDENTITY_LOOSE;
        if (loose && (!a->id.length || !b->id.length)) continue;
        if (is_open(a->id) || is_open(b->id)) {
            if (open_same(r, a, b) != SAME_NO) continue;
            bool nested = loose && is_wide_place(r, a->id) != is_wide_place(r, b->id); /* "in Java", "in Indonesia" */
            if (!nested) return (int32_t)i;
        } else if (!text_equal(a->id, b->id))
            return (int32_t)i;
    }
    return NONE;
}

static bool is_noun(struct text id) {
    return id.length && id.bytes[0] == '~';
}

static bool has_open(const struct claim *c) {
    for (size_t i = 0; i < MAX_ARGUMENTS; i++)
        if (is_open(c->arguments[i].id)) return true;
    return false;
}

static bool comparable(const struct proposition *p, enum modality m) {
    return m == MODALITY_ASSERTED || (p->modalities >> m & 1);
}

/* The noun of "a third deputy from the ruling party". */
static struct text head_of(struct text name) {
    enum { MOST_WORDS = 32 };
    static const char *const ends[] = {"of", "in", "at", "from", "with", "for", "who", "on"};
    struct text words[MOST_WORDS], head = TEXT("");
    int count = text_split(name, words, MOST_WORDS);
    for (int w = 0; w < count; w++) {
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            if (text_equal(words[w], text_of(ends[i]))) return head;
        head = words[w];
    }
    return head;
}

/* A reader, a pundit, somebody's husband: speaks for nobody, so what he says is his own affair. */
static bool is_bystander(const struct rules *r, const struct voice *v) {
    if (v->kind != VOICE_SPEAKER || v->entity != NONE) return false;
    return rules_list_holds(r, rules_find_list(r, TEXT("bystanders")), symbols_find(&r->symbols, head_of(v->name)));
}

static enum relation_row row_of(const struct rules *r, const struct voice *a, const struct voice *b) {
    if (a->kind == VOICE_OUTLET && b->kind == VOICE_OUTLET) return ROW_OUTLET_OUTLET;
    if (is_bystander(r, a) || is_bystander(r, b)) return ROW_SPEAKERS;
    if (a->kind == VOICE_OUTLET || b->kind == VOICE_OUTLET) return ROW_OUTLET_SPEAKER;
    return voice_same_side(a, b) ? ROW_SAME_SPEAKER : ROW_SPEAKERS;
}

static int32_t when_of(const struct position *p) {
    return p->claims.items[0]->when;
}

/* States rise in the order in which they are declared. */
static uint64_t lowest(uint64_t states) {
    return states & (~states + 1);
}

static bool takes_any(const struct rules *r, const struct claim *c) {
    const struct rule *rule = &r->rules.items[c->rule];
    return rule->is_frame && (rule->frame.every_verb >= 0 || rule->frame.every_noun >= 0);
}

/* "Has never made a profit", and later "made a profit in July": done since. */
static bool done_since(const struct rules *r, const struct position *a, const struct position *b) {
    const struct position *denied = a->negated ? a : b, *held = denied == a ? b : a;
    const struct claim *deed = held->claims.items[0];
    if (a->negated == b->negated || a->reading.space != SPACE_STATES || !takes_any(r, deed)) return false;
    return when_of(denied) != NO_DATE && deed->at.past_first != NO_DAY && deed->at.past_first > when_of(denied);
}

/* A toll that rose, a stance that changed: the later claim supersedes the earlier one. */
static bool is_update(const struct proposition *p, const struct position *a, const struct position *b) {
    if (p->time == TIME_FIXED || p->theme >= 0 || when_of(a) == NO_DATE || when_of(b) == NO_DATE || when_of(a) == when_of(b)) return false;
    if (p->time == TIME_CHANGES) return true;
    const struct position *early = when_of(a) < when_of(b) ? a : b, *late = early == a ? b : a;
    if (early->reading.space == SPACE_STATES)
        return (lowest(late->reading.means) > lowest(early->reading.means)) == (p->time == TIME_RISES);
    if (!early->reading.means_count || !late->reading.means_count) return false;
    bool rose = late->reading.means_interval[0].low >= early->reading.means_interval[0].low;
    return rose == (p->time == TIME_RISES);
}

static void judge(const struct rules *r, const struct proposition *p, const struct position *a, const struct position *b,
                  struct verdict *v) {
    const struct relation_rule *row = &r->relations[row_of(r, &a->voice, &b->voice)];
    v->relation = relation_of(v->tension ? row->tension_relation : row->relation);
    v->severity = severity_of(v->tension ? row->tension_severity : row->severity, SEVERITY_WARNING);
    if (p->severity.length && (p->once || v->severity > SEVERITY_NOTE)) v->severity = severity_of(p->severity, v->severity);
    if (is_update(p, a, b) || done_since(r, a, b)) {
        v->relation = RELATION_UPDATE;
        v->severity = SEVERITY_NOTE;
    }
}

static bool is_specific(struct text id) {
    for (size_t i = 0; i < id.length; i++)
        if (id.bytes[i] == ' ') return true;
    return id.length && !is_noun(id);
}

/* Any verb at all: doer and deed must both be the same, or one of them, and that by more than a bare noun. */
static bool same_deed(const struct rules *r, const struct proposition *p, const struct claim *x, const struct claim *y) {
    int shared = 0;
    bool specific = false;
    for (size_t i = 0; i < p->arguments.count; i++) {
        const struct claim_argument *a = &x->arguments[i], *b = &y->arguments[i];
        if (p->arguments.items[i].open == OPEN_NOT || !a->id.length || !b->id.length) continue;
        if (open_same(r, a, b) != SAME_YES) continue;
        shared++;
        specific |= is_specific(a->id) && is_specific(b->id);
    }
    return shared > 1 || specific;
}

/* "Dockers threw the plan out", and further down "the employers had accepted it": who one text calls by other words are
 * others, unless it is shown. */
static bool told_of_others(const struct rules *r, const struct proposition *p, const struct claim *x, const struct claim *y) {
    if (x->document != y->document || x->block == BLOCK_HEADLINE || y->block == BLOCK_HEADLINE || p->space != SPACE_STATES) return false;
    for (size_t i = 0; i < p->arguments.count; i++) {
        const struct argument *a = &p->arguments.items[i];
        const struct claim_argument *one = &x->arguments[i], *other = &y->arguments[i];
        if (a->identity != IDENTITY_LOOSE || a->open == OPEN_NOT || a->theme != THEME_NOT) continue;
        if (one->id.length && other->id.length && open_same(r, one, other) != SAME_YES) return true;
    }
    return false;
}

/* Every open argument that counts for identity must be shown to be the same, and at least one of all. */
static bool shown_same(const struct rules *r, const struct proposition *p, const struct claim *x, const struct claim *y) {
    bool any = false, every = true, asked = false;
    if (p->once) return true;
    for (size_t i = 0; i < p->arguments.count; i++) {
        const struct claim_argument *a = &x->arguments[i], *b = &y->arguments[i];
        if (is_value(p, i) || p->arguments.items[i].open == OPEN_NOT) continue;
        asked = true;
        bool same = a->id.length && b->id.length && open_same(r, a, b) == SAME_YES;
        any |= same;
        bool lacking = p->arguments.items[i].optional && (!a->id.length || !b->id.length);
        bool counts = p->arguments.items[i].identity != IDENTITY_LOOSE || (takes_any(r, x) && a->id.length && b->id.length);
        if (counts) every &= same || lacking;
    }
    return !asked || (any && every);
}

/* One sentence may well name two days or two places for one verb. */
static bool in_one_breath(const struct claim *x, const struct claim *y) {
    return x->document == y->document && x->sentence_number == y->sentence_number;
}

/* One clause names a day long before its publication, the other none: does the other belong to that day? */
static bool other_day(const struct claim *dated, const struct claim *undated, bool lasting) {
    enum { LONG_BEFORE = 60, DAYS_BEFORE = 3, NEWS_DAYS = 14 };
    bool beside = dated->document == undated->document && !lasting;
    if (dated->at.past_first == NO_DAY || undated->at.past_first != NO_DAY) return false;
    if (dated->when == NO_DATE || undated->when == NO_DATE || dated->at.past_end > dated->when - (beside ? DAYS_BEFORE : LONG_BEFORE))
        return false;
    if (dated->document == undated->document) return true;
    return undated->when < dated->at.past_first - NEWS_DAYS || undated->when > dated->at.past_end + NEWS_DAYS;
}

/* What happened after a document was out, it did not tell. */
static bool not_yet(const struct claim *dated, const struct claim *told) {
    if (dated->at.past_first == NO_DAY || told->when == NO_DATE || dated->document == told->document) return false;
    return dated->modality == MODALITY_ASSERTED && told->modality == MODALITY_ASSERTED && dated->at.past_first > told->when + 1;
}

/* "The volcano erupted on Friday", and weeks before "erupted on Monday": the one happened after the other was told. */
static bool since(const struct claim *late, const struct claim *told) {
    if (late->modality != MODALITY_ASSERTED || told->modality != MODALITY_ASSERTED || told->when == NO_DATE) return false;
    if (late->document == told->document || late->reading.date.past_first == NO_DAY) return false;
    return late->when != NO_DATE && late->reading.date.past_first > told->when + 1 && late->reading.date.past_first <= late->when;
}

/* Does the one lie more than so many days behind the other? */
static bool days_apart(const struct date *a, const struct date *b, int32_t days) {
    if (a->past_first == NO_DAY || b->past_first == NO_DAY) return false;
    return a->past_end + days < b->past_first || b->past_end + days < a->past_first;
}

/* "It cut 120 jobs in 2023": another round of it than this spring's. */
static bool seasons_apart(const struct claim *x, const struct claim *y) {
    enum { SEASON = 100 };
    return days_apart(&x->at, &y->at, SEASON);
}

/* "Felt, 92, said in 2006" against "died at 95": what rises was told of another year. */
static bool years_unknown(const struct proposition *p, const struct claim *x, const struct claim *y) {
    bool one_dated = (x->at.past_first == NO_DAY) != (y->at.past_first == NO_DAY);
    return p->time == TIME_RISES && p->space == SPACE_FIGURE && one_dated && x->document != y->document && (x->when == NO_DATE || y->when == NO_DATE);
}

/* A height in feet and a voyage in millions of miles: not two answers to one question. */
static bool far_apart(const struct reading *x, const struct reading *y) {
    enum { FACTOR = 30 };
    if (!x->means_count || !y->means_count) return true;
    double a = x->means_interval[0].low, b = y->means_interval[0].low;
    return a < 0 || b < 0 ? false : a > b * FACTOR || b > a * FACTOR;
}

/* How often each digit but 0 stands in a figure; false for one that is not stated plainly, or has only one. */
static bool digits_of(const struct reading *r, uint8_t counts[10]) {
    if (r->means_count != 1 || r->means_interval[0].high > r->means_interval[0].low * 1.15) return false;
    struct buffer b = {0};
    number_print((r->means_interval[0].low + r->means_interval[0].high) / 2, &b);
    struct text t = buffer_view(&b);
    size_t all = 0;
    memset(counts, 0, 10);
    for (size_t i = 0; i < t.length && t.bytes[i] != 'e'; i++)
        if (t.bytes[i] > '0' && t.bytes[i] <= '9') counts[t.bytes[i] - '0']++, all++;
    buffer_release(&b);
    return all > 1;
}

/* "34" for "43", "4,250" for "2,450": the slip by which figures are most often mistyped, and rarely anything else. */
static bool mistyped(const struct reading *x, const struct reading *y) {
    uint8_t a[10], b[10];
    return digits_of(x, a) && digits_of(y, b) && memcmp(a, b, sizeof a) == 0;
}

/* A headline tells the very thing that the text below it tells. */
static bool one_headline(const struct claim *x, const struct claim *y) {
    return (x->block == BLOCK_HEADLINE) != (y->block == BLOCK_HEADLINE);
}

/* What the figures themselves show; false for "more than 14" against "14". */
static bool weigh_figures(const struct reading *x, const struct reading *y, struct themes_beside *out) {
    if (!x->means_count || !y->means_count) return false;
    double a = x->means_interval[0].low, b = y->means_interval[0].low;
    out->mistyped = mistyped(x, y);
    out->more = (a > b) - (a < b);
    return out->more != 0;
}

/* "Her third title" after "her second": the next one, as it is inside one text; but a third is followed by no second. */
static bool has_risen(const struct claim *x, const struct claim *y) {
    if (x->document == y->document || x->when == NO_DATE || y->when == NO_DATE || x->when == y->when) return true;
    const struct claim *late = x->when > y->when ? x : y, *early = late == x ? y : x;
    return late->reading.means_interval[0].low > early->reading.means_interval[0].low;
}

/* Of the same thing, judging by the words around them; and where it may change, the later text looks back on it. */
static enum separation separate_themes(const struct proposition *p, const struct claim *x, const struct claim *y) {
    enum { SAME_NEWS = 3 };
    struct text a = x->arguments[p->theme].id, b = y->arguments[p->theme].id;
    bool inside = x->document == y->document && !one_headline(x, y), measured = p->space == SPACE_FIGURE;
    struct themes_beside beside = {.inside = inside};
    if (x->document == y->document && x->sentence_number == y->sentence_number) return SEPARATE_EVENT;
    if (measured && (x->negated || y->negated || far_apart(&x->reading, &y->reading))) return SEPARATE_UNSURE;
    if (measured && !weigh_figures(&x->reading, &y->reading, &beside)) return SEPARATE_READINGS;
    if (!themes_meet(a, b, p->arguments.items[p->theme].theme, &beside)) return SEPARATE_UNSURE;
    if (p->time == TIME_RISES && measured) return has_risen(x, y) ? SEPARATE_EVENT : SEPARATE_NOT;
    if (p->time != TIME_CHANGES || (inside && measured)) return SEPARATE_NOT;
    if (inside || x->when == NO_DATE || y->when == NO_DATE) return measured ? SEPARATE_NOT : SEPARATE_EVENT;
    const struct claim *late = x->when > y->when ? x : y, *early = late == x ? y : x;
    return late->when > early->when + SAME_NEWS && !theme_looks_back(late == x ? a : b) ? SEPARATE_EVENT : SEPARATE_NOT;
}

/* "Russia annexed it in 1783", "in 2014": the one is history. */
static bool ages_apart(const struct claim *x, const struct claim *y) {
    enum { DAYS_OF_AN_AGE = 36525 };
    return days_apart(&x->reading.date, &y->reading.date, DAYS_OF_AN_AGE);
}

/* Claims about things that no pack knows: of one story, shown to be the same, and not of different dates. */
static enum separation separate_open(const struct rules *r, const struct source *sources, const struct proposition *p,
                                     const struct claim *x, const struct claim *y, bool swapped) {
    const struct claims *a = sources[x->document].claims, *b = sources[y->document].claims;
    if (x->document != y->document && !sources[x->document].one_story && !same_story(&a->sketch, &b->sketch))
        return SEPARATE_STORY;
    enum separation apart = p->theme >= 0 ? separate_themes(p, x, y) : SEPARATE_NOT;
    if (apart != SEPARATE_NOT) return apart;
    if (!swapped && (told_of_others(r, p, x, y) || !shown_same(r, p, x, y))) return SEPARATE_UNSURE;
    if (p->space == SPACE_FIGURE && p->theme < 0 && !takes_any(r, x) && far_apart(&x->reading, &y->reading)) return SEPARATE_UNSURE;
    if (takes_any(r, x) && in_one_breath(x, y)) return SEPARATE_UNSURE; /* "accepted nothing and rejected nothing" */
    if (!swapped && takes_any(r, x) && !sources[x->document].one_story && !same_deed(r, p, x, y)) return SEPARATE_UNSURE;
    if (r->rules.items[x->rule].frame.every_quotation >= 0) return SEPARATE_NOT; /* the very words, whenever they are told of */
    if (p->space == SPACE_DATE && (p->theme >= 0 || takes_any(r, x)) && (since(x, y) || since(y, x))) return SEPARATE_EVENT;
    if (p->space == SPACE_DATE) return p->theme >= 0 && ages_apart(x, y) ? SEPARATE_EVENT : SEPARATE_NOT;
    if (other_day(x, y, p->lasting) || other_day(y, x, p->lasting) || years_unknown(p, x, y)) return SEPARATE_EVENT;
    if (p->lasting) return seasons_apart(x, y) ? SEPARATE_EVENT : SEPARATE_NOT;
    if (not_yet(x, y) || not_yet(y, x)) return SEPARATE_EVENT;
    if (p->once && x->document == y->document && x->sentence_number == y->sentence_number) return SEPARATE_EVENT; /* told side by side */
    return date_compare(&x->at, &y->at) == DATES_DISJOINT ? SEPARATE_EVENT : SEPARATE_NOT;
}

/* "A sells B steel", "B sells A wine": what stands beside the two names tells the deeds apart. */
static bool rest_differs(const struct rules *r, const struct proposition *p, const struct claim_argument *x,
                         const struct claim_argument *y) {
    for (size_t i = 2; i < p->arguments.count; i++) {
        if (p->arguments.items[i].open == OPEN_NOT || !x[i].id.length || !y[i].id.length) continue;
        enum sameness same = open_same(r, &x[i], &y[i]);
        if (same == SAME_NO || (same != SAME_YES && p->arguments.items[i].identity != IDENTITY_LOOSE)) return true;
    }
    return false;
}

/* "A Greek cutter rammed a Libyan boat", "the Libyan boat rammed the cutter": all that tells them apart is exchanged. */
static bool nouns_swapped(const struct rules *r, const struct proposition *p, const struct claim_argument *x,
                          const struct claim_argument *y) {
    for (int i = 0; i < 2; i++)
        if (!is_specific(x[i].id) || !is_specific(y[i].id)) return false;
    return !rest_differs(r, p, x, y) && open_same(r, &x[0], &y[1]) == SAME_YES && open_same(r, &x[1], &y[0]) == SAME_YES &&
           open_same(r, &x[0], &y[0]) != SAME_YES && open_same(r, &x[1], &y[1]) != SAME_YES;
}

/* "Senegal's coast guard seized a Mauritanian trawler", "Mauritania's coast guard seized a Senegalese trawler". */
static bool owners_swapped(const struct rules *r, const struct claim_argument *x, const struct claim_argument *y) {
    if (!is_noun(x[0].id) || !is_noun(x[1].id) || !is_noun(y[0].id) || !is_noun(y[1].id)) return false;
    return open_owners_swapped(r, x, y);
}

/* The same deed with its two names exchanged: "A sued B", "B sued A". */
static bool is_swapped(const struct rules *r, const struct proposition *p, const struct position *a,
                       const struct position *b) {
    if (!p->directed || p->arguments.count < 2 || a->negated || b->negated) return false;
    const struct claim_argument *x = a->claims.items[0]->arguments, *y = b->claims.items[0]->arguments;
    if (!x[0].id.length || !x[1].id.length || !y[0].id.length || !y[1].id.length) return false;
    if (is_noun(x[0].id) || is_noun(y[0].id))
        return a->reading.means == b->reading.means &&
               (nouns_swapped(r, p, x, y) || (!rest_differs(r, p, x, y) && owners_swapped(r, x, y)));
    bool same_deed = a->reading.means == b->reading.means && !rest_differs(r, p, x, y);
    if (is_noun(x[1].id) && is_noun(y[1].id))
        return same_deed && open_belongs(r, &x[0], &y[1]) && open_belongs(r, &y[0], &x[1]) && open_same(r, &x[0], &y[0]) == SAME_NO;
    if (is_noun(x[1].id) || is_noun(y[1].id)) return false;
    return same_deed && open_same(r, &x[0], &y[1]) == SAME_YES &&
           open_same(r, &x[1], &y[0]) == SAME_YES && open_same(r, &x[0], &y[0]) != SAME_YES;
}

static bool plan_denied(const struct rules *r, const struct claim *x, const struct claim *y) {
    return takes_any(r, x) && x->modality == MODALITY_PLANNED && y->modality == MODALITY_PLANNED && x->negated != y->negated;
}

/* Two readings of the same words of one text are no contradiction in it. */
static bool share_words(const struct claim *x, const struct claim *y) {
    return x->document == y->document && x->span.start < y->span.end && y->span.start < x->span.end;
}

/* "The bridge shuts on 23 June", told before: a plan, as it is where "will" says so. */
static bool is_ahead(const struct claim *x) {
    const struct date *d = &x->reading.date;
    int32_t day = d->next_favoured ? d->next_first : d->past_first;
    bool later = x->reading.space == SPACE_DATE && x->when != NO_DATE && day != NO_DAY && day > x->when;
    return x->modality == MODALITY_PLANNED || (x->modality == MODALITY_ASSERTED && later);
}

/* "Plans to close 17 stores", and further down "the 22 stores that are closing". */
static bool known_inside(const struct proposition *p, const struct claim *x, const struct claim *y) {
    if (p->theme < 0 || p->space != SPACE_FIGURE || x->document != y->document) return false;
    return theme_is_known(x->arguments[p->theme].id) || theme_is_known(y->arguments[p->theme].id);
}

/* "Will open on 6 May", and in a later text "opened on 20 May" */
static bool told_after_plan(const struct claim *x, const struct claim *y) {
    const struct claim *plan = x->modality == MODALITY_PLANNED ? x : y, *done = plan == x ? y : x;
    bool ordered = plan->when != NO_DATE && done->when != NO_DATE && plan->when < done->when;
    return ordered && plan->modality == MODALITY_PLANNED && done->modality == MODALITY_ASSERTED;
}

/* A plan is told of with what came of it where that is known to be the same: by a slip of the digits, of days, and inside a text. */
static bool plan_kept(const struct rules *r, const struct proposition *p, const struct position *a, const struct position *b) {
    const struct claim *x = a->claims.items[0], *y = b->claims.items[0];
    if (a->modality == b->modality || (is_ahead(x) && is_ahead(y))) return false;
    bool slip = p->space == SPACE_FIGURE && mistyped(&a->reading, &b->reading);
    bool figure = p->theme >= 0 && p->space == SPACE_FIGURE && !slip && !known_inside(p, x, y);
    bool date = p->space == SPACE_DATE && (takes_any(r, x) || (p->theme >= 0 && !told_after_plan(x, y)));
    return figure || date;
}

struct verdict relation_find(const struct rules *r, const struct source *sources, int32_t proposition,
                             const struct position *a, const struct position *b) {
    const struct proposition *p = &r->propositions.items[proposition];
    const struct claim *x = a->claims.items[0], *y = b->claims.items[0];
    struct verdict v = {.argument = NONE};
    if (x->proposition != y->proposition) {
        v.separation = SEPARATE_PROPOSITION;
        return v;
    }
    if (share_words(x, y)) {
        v.separation = SEPARATE_GRANULARITY;
        return v;
    }
    bool vouched = sources[x->document].one_story;
    bool swapped = is_swapped(r, p, a, b);
    v.argument = swapped ? NONE : differing_argument(r, p, x, y, vouched);
    if (v.argument != NONE) {
        v.separation = SEPARATE_ARGUMENTS;
        return v;
    }
    if (p->theme >= 0 && reading_clash(r, &a->reading, &b->reading, a->negated, b->negated) == CLASH_NONE) {
        v.separation = SEPARATE_READINGS;
        return v;
    }
    if (has_open(x) || has_open(y) || p->once) {
        v.separation = separate_open(r, sources, p, x, y, swapped);
        if (v.separation != SEPARATE_NOT) return v;
    }
    bool both = plan_denied(r, x, y); /* "plans to stop buying", "does not plan to" */
    if (plan_kept(r, p, a, b) || (!both && (!comparable(p, a->modality) || !comparable(p, b->modality)))) {
        v.separation = SEPARATE_MODALITY;
        return v;
    }
    enum clash clash = swapped ? CLASH_MEANS : reading_clash(r, &a->reading, &b->reading, a->negated, b->negated);
    if (clash == CLASH_NONE) {
        v.separation = SEPARATE_READINGS;
        return v;
    }
    v.swapped = swapped;
    v.tension = clash == CLASH_SUGGESTS;
    judge(r, p, a, b, &v);
    return v;
}

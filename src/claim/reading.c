/* What a match leaves possible: the states of its value, or the interval of its figure. */
#include "claim/open.h"

static int32_t value_of(const struct making *k) {
    const struct rule *rule = k->rule;
    if (k->match->quantity == QUANTITY_PART) return rule->scope_part >= 0 ? rule->scope_part : NONE;
    if (k->match->stressed && rule->scope_all >= 0) return rule->scope_all;
    return rule->value;
}

static bool mentions_part(const struct making *k) {
    return k->match->quantity == QUANTITY_PART;
}

static bool read_states(struct making *k) {
    int32_t value = value_of(k);
    if (value < 0 && mentions_part(k) && !k->rule->is_frame) value = k->rule->value;
    if (value < 0) return false;
    const struct value *v = &k->about->values.items[value];
    k->claim->value = value;
    k->claim->reading = (struct reading){.space = SPACE_STATES, .means = v->means, .suggests = v->suggests};
    return true;
}

static struct interval hedged(struct interval i, enum figure_hedge hedge) {
    struct interval all = interval_all();
    switch (hedge) {
    case HEDGE_AT_LEAST: i.high = all.high; i.high_open = true; break;
    case HEDGE_AT_MOST: i.low = all.low; i.low_open = true; break;
    case HEDGE_MORE_THAN: i.low = i.high; i.low_open = true; i.high = all.high; i.high_open = true; break;
    case HEDGE_LESS_THAN: i.high = i.low; i.high_open = true; i.low = all.low; i.low_open = true; break;
    case HEDGE_ABOUT: i.low -= i.low * 0.1; i.high += i.high * 0.1; break;
    case HEDGE_NEARLY: i.high = i.low; i.high_open = true; i.low -= i.low * 0.2; break;
    default: break;
    }
    return i;
}

/* Counts are of what the proposition counts, whatever the text calls it: "38 lives", "nine people", "rose to 47". */
static struct text unit_of(const struct making *k, const struct figure *f) {
    if (k->about->unit.length && figure_fits(f, FIGURE_COUNT)) return k->about->unit;
    bool every = k->rule->is_frame && k->rule->frame.every_figure >= 0;
    return every && (figure_fits(f, FIGURE_COUNT) || f->kind == FIGURE_ORDINAL) ? k->match->lexeme : f->unit;
}

static bool is_counted(struct text unit) {
    return text_equal(unit, TEXT("person")) || text_equal(unit, TEXT("vote")) || text_equal(unit, TEXT("point"));
}

/* "Killed 23" in "killed 23 cows": what is counted stands beyond the match. Points are no votes. */
static bool counts_another(const struct making *k, const struct figure *f) {
    struct text wanted = k->about->unit;
    if (!wanted.length || !figure_fits(f, FIGURE_COUNT)) return false;
    bool other = is_counted(f->unit) && is_counted(wanted) && !text_equal(f->unit, wanted);
    return other || f->noun > k->match->last;
}

/* "Killed 23 miners": others may have died with them. */
static bool counts_some(const struct making *k, const struct figure *f) {
    static const char *const anybody[] = {"people", "persons", "lives", "victims", "souls", "individuals", "fatalities", "dead"};
    bool people = f->kind == FIGURE_COUNT && f->noun >= 0 && text_equal(k->about->unit, TEXT("person"));
    return people && making_word(k, f->noun)->traits & TRAIT_PERSON && !making_is_any(making_form(k->m, f->noun), anybody, sizeof anybody / sizeof *anybody);
}

static bool read_figure(struct making *k) {
    const struct figure *f = k->match->figure;
    if (!f || counts_another(k, f)) return false;
    struct reading *r = &k->claim->reading;
    enum figure_hedge hedge = f->approximate ? HEDGE_NONE : k->rule->hedge == HEDGE_NONE && counts_some(k, f) ? HEDGE_AT_LEAST : k->rule->hedge;
    *r = (struct reading){.space = k->about->space, .unit = unit_of(k, f), .means_count = 1, .suggests_count = 1,
                          .date = f->date};
    bool exact = k->about->exact && !f->approximate && !f->range;
    struct interval means = exact ? interval_point(f->value) : f->means;
    r->means_interval[0] = hedged(means, hedge);
    r->suggests_interval[0] = exact ? r->means_interval[0] : hedged(f->suggests, hedge);
    k->claim->value = NONE;
    return true;
}

/* "Founded by Ann Roe and Ben Ode": whoever names one of them does not deny the other. */
static bool one_of_several(const struct making *k, const struct filler *f) {
    bool doer = k->rule->is_frame && k->rule->frame.subject == k->about->atom_argument;
    if ((k->rule->is_frame && !doer) || f->group == NONE) return false;
    const struct group *groups = k->parse->groups.items;
    if (groups[f->group].conjunct != NONE) return true;
    for (size_t i = 0; i < k->parse->groups.count; i++)
        if (groups[i].conjunct == f->group) return true;
    return false;
}

static bool read_atom(struct making *k) {
    const struct filler *f = &k->match->arguments[k->about->atom_argument];
    if (k->rule->is_frame && k->rule->frame.every_role >= 0) {
        k->claim->value = NONE;
        k->claim->reading = (struct reading){.space = SPACE_ATOM, .atom = k->match->lexeme};
        return true;
    }
    if (one_of_several(k, f)) return false;
    if (f->entity == NONE && !f->open) return false;
    k->claim->value = NONE;
    k->claim->reading = (struct reading){.space = SPACE_ATOM};
    if (f->open) k->claim->reading.atom = open_id(k, f->mention);
    else k->claim->reading.atom = symbols_text(&k->m->rules->symbols, k->m->rules->entities.items[f->entity].id);
    return true;
}

bool reading_find(struct making *k) {
    switch (k->about->space) {
    case SPACE_STATES: return read_states(k);
    case SPACE_FIGURE:
    case SPACE_DATE: return read_figure(k);
    case SPACE_ATOM: return read_atom(k);
    }
    return false;
}

/* "Did not accept any of its parts". */
static bool says_any(const struct making *k) {
    static const char *const forms[] = {"any", "either", "single", "anything"};
    for (int32_t t = k->match->first; t <= k->match->last; t++)
        if (making_is_any(making_form(k->m, t), forms, sizeof forms / sizeof *forms)) return true;
    return false;
}

/* "Did not like others": that of some parts it is not so says of the rest nothing, but of the whole that it is not so. */
static uint64_t denied_states(const struct making *k, const struct reading *r) {
    int32_t whole = k->rule->scope_all >= 0 ? k->rule->scope_all : k->rule->value;
    if (!mentions_part(k) || whole < 0 || k->match->negated_group || says_any(k)) return r->means;
    return k->about->values.items[whole].means;
}

static uint64_t all_states(const struct proposition *about) {
    return about->states.count >= 64 ? UINT64_MAX : (UINT64_C(1) << about->states.count) - 1;
}

void reading_negate(const struct making *k, struct reading *r) {
    if (r->space == SPACE_STATES) {
        r->means = all_states(k->about) & ~denied_states(k, r);
        r->suggests = r->means;
        return;
    }
    if (r->space == SPACE_ATOM) return;
    r->means_count = (uint8_t)interval_complement(r->means_interval[0], r->means_interval);
    for (int i = 0; i < 2; i++) r->suggests_interval[i] = r->means_interval[i];
    r->suggests_count = r->means_count;
}

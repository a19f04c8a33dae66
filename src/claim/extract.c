#include "claim/deed.h"
#include "claim/name.h"
#include "claim/outline.h"
#include "claim/setting.h"
#include "claim/sketch.h"
#include "claim/theme.h"

void making_note(struct making *k, int32_t cue_use) {
    for (size_t i = 0; i < k->claim->cues.count; i++)
        if (k->claim->cues.items[i] == cue_use) return;
    int32_t *room = list_add(k->a, &k->claim->cues);
    if (room) *room = cue_use;
}

/* "The one who backed the bill was absent": what is said of him is not said of what he did. */
static bool picks_out(const struct making *k, const struct clause *x, const struct cue_use *u) {
    const struct cue *cue = making_cue(k, u);
    if (x->kind != CLAUSE_RELATIVE || x->marker == NONE || u->first <= x->last || !cue || cue->kind == CUE_REPORT) return false;
    return text_equal(k->m->segmented->tokens.items[x->marker].word->text, TEXT("who"));
}

bool making_apart(const struct making *k, const struct cue_use *u) {
    const struct parse *p = k->parse;
    int32_t at = u->first < p->first || u->first > p->last ? NONE : p->clause_of[u->first - p->first];
    int32_t c = k->match->clause;
    for (int steps = 0; c != NONE && c != at && steps < 8; steps++) {
        const struct clause *x = &p->clauses.items[c];
        bool finite = x->verb != NONE && (p->groups.items[x->verb].flags & GROUP_FINITE);
        if (finite && picks_out(k, x, u)) return true;
        bool opens = u->last >= x->first; /* "entries in which he wins": the cue itself opens the clause */
        if (finite && (x->kind == CLAUSE_RELATIVE || x->kind == CLAUSE_ADVERBIAL) && u->first < x->first && !opens) return true;
        c = x->governor;
    }
    return false;
}

static struct text entity_id(const struct rules *r, int32_t entity) {
    return symbols_text(&r->symbols, r->entities.items[entity].id);
}

static bool entity_fits(const struct rules *r, int32_t entity, int32_t type) {
    return entity != NONE && (type < 0 || rules_type_fits(r, r->entities.items[entity].type, type));
}

/* "We", "I" and arguments that default to the speaker: he himself, or the side he speaks for. */
static int32_t speaker_entity(const struct making *k, int32_t type) {
    const struct voice *v = &k->source;
    if (v->kind != VOICE_SPEAKER) return NONE;
    if (entity_fits(k->m->rules, v->entity, type)) return v->entity;
    return entity_fits(k->m->rules, v->side, type) ? v->side : NONE;
}

/* "They talked for ten hours": of the story's talks only once somebody whom the rules know was named, or is in the same
 * block. A headline is about what comes. */
static bool has_begun(const struct making *k, int32_t entity) {
    const struct sentence *all = k->m->segmented->sentences.items;
    uint32_t seen = k->m->seen[entity], block = all[k->match->sentence].block;
    if (!seen || all[seen - 1].block <= block) return seen;
    if (k->m->segmented->document->blocks.items[block].kind == BLOCK_HEADLINE) return true;
    return k->shared->acted <= block;
}

/* "The Europeans, he allowed, were for peace": whoever vouches for it is the one that a default asks for, not somebody whom a
 * phrase in pieces finds in the sentence. */
static int32_t vouching(const struct making *k, size_t i) {
    const struct argument *a = &k->about->arguments.items[i];
    return a->default_speaker && k->match->loose ? speaker_entity(k, a->type) : NONE;
}

/* The entity of argument i; *missing tells that the claim has none and needs none. */
static int32_t argument_entity(const struct making *k, size_t i, bool *defaulted, bool *missing) {
    const struct argument *a = &k->about->arguments.items[i];
    const struct filler *f = &k->match->arguments[i];
    *defaulted = f->missing;
    *missing = false;
    int32_t voucher = vouching(k, i);
    if (voucher != NONE) return voucher;
    if (!f->missing && !f->speaker) return f->entity;
    int32_t entity = f->speaker || a->default_speaker ? speaker_entity(k, a->type) : NONE;
    bool may_default = a->default_entity >= 0 && (a->default_with < 0 || has_begun(k, a->default_with));
    if (entity == NONE && !f->speaker && may_default) {
        int32_t other = elsewhere(k, a->default_entity);
        entity = other == NONE ? a->default_entity : other;
    }
    *missing = entity == NONE && a->optional && !f->speaker;
    return entity;
}

static bool fill_arguments(struct making *k) {
    for (size_t i = 0; i < k->about->arguments.count; i++) {
        bool defaulted, missing;
        struct claim_argument *out = &k->claim->arguments[i];
        int32_t entity = argument_entity(k, i, &defaulted, &missing);
        const struct frame *f = &k->rule->frame;
        if (f->every_verb == (int32_t)i || f->every_quotation == (int32_t)i || f->every_headline == (int32_t)i || f->every_figure == (int32_t)i || f->every_sum == (int32_t)i || f->every_role == (int32_t)i) {
            *out = (struct claim_argument){.entity = NONE, .id = k->match->lexeme};
            continue;
        }
        if (k->rule->frame.setting == (int32_t)i) {
            *out = (struct claim_argument){.entity = NONE, .id = setting_of(k)};
            continue;
        }
        if (k->about->arguments.items[i].theme) {
            *out = (struct claim_argument){.entity = NONE, .id = theme_of(k)};
            continue;
        }
        if (k->match->arguments[i].open && vouching(k, i) == NONE) {
            *out = (struct claim_argument){.entity = NONE, .id = open_id(k, k->match->arguments[i].mention)};
            continue;
        }
        if (entity == NONE && !missing) return false;
        if (entity != NONE && k->about->arguments.items[i].identity == IDENTITY_SIDE)
            entity = rules_side(k->m->rules, entity);
        *out = (struct claim_argument){.entity = entity, .defaulted = defaulted};
        if (entity != NONE) out->id = entity_id(k->m->rules, entity);
    }
    return true;
}

static uint64_t key_of(const struct making *k) {
    uint64_t key = text_hash(symbols_text(&k->m->rules->symbols, k->about->id));
    for (size_t i = 0; i < k->about->arguments.count; i++) {
        const struct argument *a = &k->about->arguments.items[i];
        if (a->identity == IDENTITY_LOOSE || a->open != OPEN_NOT || (k->about->space == SPACE_ATOM && k->about->atom_argument == (int32_t)i)) continue;
        key = hash_mix(key, text_hash(k->claim->arguments[i].id));
    }
    return key;
}

/* A claim is made where it is to stand: behind the last of the claims, of which it is none until it is added. */
static bool begin(struct making *k, struct claims *out) {
    bool room = arena_grow(k->a, (void **)&out->items.items, out->items.count, &out->items.capacity, sizeof *out->items.items);
    if (room) k->claim = &out->items.items[out->items.count];
    return room;
}

static bool add(struct making *k, struct claims *out) {
    k->claim->key = key_of(k);
    out->items.count++;
    return true;
}

/* A claim about "both sides" is one about each of them. */
static bool add_members(struct making *k, size_t argument, struct claims *out) {
    if (argument == k->about->arguments.count) return add(k, out);
    int32_t entity = k->claim->arguments[argument].entity;
    const struct rules *r = k->m->rules;
    if (entity == NONE || !r->entities.items[entity].members.count) return add_members(k, argument + 1, out);
    struct claim whole = *k->claim;
    for (size_t i = 0; i < r->entities.items[entity].members.count; i++) {
        int32_t member = r->entities.items[entity].members.items[i];
        if (!begin(k, out)) return false;
        *k->claim = whole;
        k->claim->arguments[argument].entity = member;
        k->claim->arguments[argument].id = entity_id(r, member);
        if (!add_members(k, argument + 1, out)) return false;
    }
    return true;
}

/* What a sentence leaves out, a name that stands above, is no part of it. */
static struct span tokens_span(const struct segmented *s, const struct sentence *in, int32_t first, int32_t last) {
    uint32_t start = s->tokens.items[first].start, end = s->tokens.items[last].end;
    return (struct span){start < in->span.start ? in->span.start : start, end < in->span.start ? in->span.start : end};
}

static uint64_t words_hash(const struct segmented *s, int32_t first, int32_t last) {
    uint64_t hash = 0;
    for (int32_t t = first; t <= last; t++) hash = hash_mix(hash, s->tokens.items[t].word->hash);
    return hash;
}

/* What a headline or lead tells without a date happened in the days before it was published. */
static struct date lately(const struct making *k) {
    enum { DAYS_OF_NEWS = 8 };
    struct date d = date_none();
    int32_t published = k->m->segmented->document->published;
    if (published == NO_DATE) return d;
    d.past_first = d.next_first = published - DAYS_OF_NEWS;
    d.past_end = d.next_end = published + 2;
    return d;
}

bool making_background(const struct making *k) {
    for (int32_t c = k->match->clause; c != NONE; c = k->parse->clauses.items[c].governor) {
        const struct clause *x = &k->parse->clauses.items[c];
        if (x->kind == CLAUSE_RELATIVE || x->kind == CLAUSE_ADVERBIAL || (x->kind == CLAUSE_GERUND && x->marker != NONE)) return true;
        uint32_t flags = x->verb == NONE ? 0 : k->parse->groups.items[x->verb].flags;
        if (flags & GROUP_PERFECT && flags & GROUP_PAST) return true;
    }
    return false;
}

/* The verb of the first sentence of the headline or lead: what it tells is the news. */
static bool is_news(const struct making *k) {
    const struct match *x = k->match;
    const struct sentence *sentences = k->m->segmented->sentences.items;
    if (sentences[x->sentence].block > 1 || (x->sentence && sentences[x->sentence - 1].block == sentences[x->sentence].block)) return false;
    int32_t verb = x->clause == NONE ? NONE : k->parse->clauses.items[x->clause].verb;
    if (verb == NONE) return sentences[x->sentence].block == 0;
    int32_t head = k->parse->groups.items[verb].head;
    return head >= x->first && head <= x->last && !making_background(k);
}

/* "in the year to June", "the quarter ended March", "second-quarter sales", "the 2025 budget": what a figure is of, not
 * the day of the deed. */
static bool is_span(const struct making *k, const struct figure *f) {
    if (f->kind == FIGURE_DATE && f->date.quarter) return true;
    int32_t group = making_group(k, (int32_t)f->last);
    if (f->kind == FIGURE_YEAR && group != NONE && k->parse->groups.items[group].head > (int32_t)f->last) return true;
    if ((int32_t)f->first <= k->parse->first) return false;
    struct text before = k->m->segmented->tokens.items[f->first - 1].word->text;
    return text_equal(before, TEXT("to")) || text_equal(before, TEXT("ended")) || text_equal(before, TEXT("ending"));
}

/* "signed on Thursday, days after their 2-0 defeat": the day of the verb is not that of what is only mentioned beside it. */
static bool beside(const struct making *k, const struct figure *f) {
    enum { NEAR = 3 };
    const struct match *x = k->match;
    int32_t verb = k->parse->clauses.items[x->clause].verb;
    if (verb == NONE) return false;
    int32_t head = k->parse->groups.items[verb].head, subject = k->parse->clauses.items[x->clause].subject;
    if (head >= x->first && head <= x->last) return false;
    if (k->about->space == SPACE_FIGURE && subject != NONE && k->parse->groups.items[subject].head >= x->first && k->parse->groups.items[subject].head <= x->last)
        return false;
    return (int32_t)f->last + NEAR < x->first || (int32_t)f->first > x->last + NEAR;
}

/* "Has led it since 2021", "has been in jail since May": from then on. */
static bool is_start(const struct making *k, const struct figure *f) {
    int32_t verb = k->parse->clauses.items[k->match->clause].verb;
    bool lasts = k->about->space == SPACE_ATOM || k->about->space == SPACE_STATES;
    bool perfect = lasts && verb != NONE && k->parse->groups.items[verb].flags & GROUP_PERFECT;
    return perfect && (int32_t)f->first > k->parse->first && making_is(k->m, f->first - 1, "since");
}

/* "Sued her after the accident on a path in 2022": the year of what came before. */
static bool of_cause(const struct making *k, const struct figure *f) {
    static const char *const forms[] = {"after", "over", "following", "since", "about"};
    if (f->kind != FIGURE_YEAR && f->date.weekday >= 0) return false;
    int32_t c = k->match->clause, verb = c == NONE ? NONE : k->parse->clauses.items[c].verb;
    if (verb == NONE || k->parse->groups.items[verb].head < k->match->first) return false;
    for (int32_t t = (int32_t)f->first - 1; t > k->parse->groups.items[verb].last; t--)
        if (making_is_any(making_form(k->m, t), forms, sizeof forms / sizeof *forms)) {
            int32_t group = making_group(k, t + 1);
            return group != NONE && k->parse->groups.items[group].kind == GROUP_NOUN && k->parse->groups.items[group].last < (int32_t)f->first - 1;
        }
    return false;
}

/* "A depot was shelled on Friday; no one was hurt": of the one event that a story tells, what is told beside a deed is of
 * its day. */
static bool carries_over(const struct making *k, int32_t from, int32_t to) {
    if (!k->about->once || from >= to) return false;
    const struct clause *dated = &k->parse->clauses.items[from], *c = &k->parse->clauses.items[to];
    if (c->kind == CLAUSE_COORDINATE) return c->governor == from;
    return c->kind == CLAUSE_MAIN && dated->kind == CLAUSE_MAIN && dated->object == NONE;
}

/* The one date that the clause names; without one, in a headline or lead, the days before publication. */
static struct date clause_date(const struct making *k) {
    const struct figure_list *figures = &k->m->figures[k->match->sentence];
    int32_t c = k->match->clause;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        if ((f->kind != FIGURE_DATE && f->kind != FIGURE_YEAR) || is_span(k, f)) continue;
        int32_t at = k->parse->clause_of[(int32_t)f->first - k->parse->first];
        if (c != NONE && at == c && !beside(k, f) && !of_cause(k, f) && !is_start(k, f)) return f->date;
        if (c != NONE && at != NONE && carries_over(k, at, c)) return f->date;
    }
    return is_news(k) ? lately(k) : date_none();
}

/* Is it about whatever the text calls so, or about what stands around it? */
static bool is_open(const struct proposition *about) {
    return making_open(about) || about->theme >= 0;
}

static bool is_past(uint32_t flags) {
    return flags & GROUP_PAST || (flags & GROUP_PASSIVE && !(flags & GROUP_PERFECT));
}

/* "Were prepared to give it up and to write it down": the clause at whose time the words of a clause are told; NONE for
 * its own. */
static int32_t told_with(const struct making *k, int32_t clause) {
    const struct clause *c = clause == NONE ? NULL : &k->parse->clauses.items[clause];
    if (!c || c->governor == NONE) return NONE;
    if (c->kind == CLAUSE_ADVERBIAL && c->marker != NONE && making_is(k->m, (uint32_t)c->marker, "when")) return c->governor; /* "in August, when they met" */
    if (c->kind == CLAUSE_COORDINATE && c->verb != NONE && !(k->parse->groups.items[c->verb].flags & GROUP_FINITE)) return c->governor;
    return c->kind == CLAUSE_INFINITIVE || c->kind == CLAUSE_GERUND ? c->governor : NONE;
}

static bool is_past_clause(const struct making *k, int32_t clause) {
    int32_t verb = clause == NONE ? NONE : k->parse->clauses.items[clause].verb;
    return verb != NONE && is_past(k->parse->groups.items[verb].flags);
}

static bool is_told_as_past(const struct making *k) {
    if (is_past(making_verb_flags(k)) || is_past_clause(k, k->parse->clause_of[k->match->first - k->parse->first])) return true;
    int32_t c = k->match->clause;
    for (int steps = 0; c != NONE && steps < 4; steps++, c = told_with(k, c))
        if (is_past_clause(k, c)) return true;
    return false;
}

/* "in 2022", "had met in August": a year or month, but no day. */
static bool is_long_ago(const struct making *k, const struct figure *f) {
    if (f->kind == FIGURE_YEAR) return true;
    if (f->kind != FIGURE_DATE || f->date.day) return false;
    uint32_t flags = making_verb_flags(k);
    bool month = f->date.month && (making_of_one_story(k->about) || (flags & GROUP_PAST && flags & GROUP_PERFECT));
    return f->date.year || month;
}

/* "In 2019 she said that it would be easy": the clause that says so. */
static int32_t governor_of(const struct making *k) {
    const struct clause *c = k->match->clause == NONE ? NULL : &k->parse->clauses.items[k->match->clause];
    return c && c->kind == CLAUSE_COMPLEMENT ? c->governor : NONE;
}

/* "In 2022 they were ready to give it up": of the match's clause, or of the one that this hangs from, or of the words
 * that the match begins with. */
static bool is_of_clause(const struct making *k, int32_t clause) {
    int32_t c = k->match->clause;
    if (clause != NONE && clause == k->parse->clause_of[k->match->first - k->parse->first]) return true;
    for (int steps = 0; c != clause && c != NONE && steps < 4; steps++) c = told_with(k, c);
    return c == clause && c != NONE;
}

/* Does the figure stand in the words of the match, or in its clause beside them? What happened once is told by its
 * date, so there the date in the phrase is the very thing that is claimed. */
static bool dates_match(const struct making *k, const struct figure *f) {
    bool inside = (int32_t)f->first >= k->match->first && (int32_t)f->last <= k->match->last;
    bool states = k->about->time != TIME_FIXED && k->about->space == SPACE_STATES;
    if (inside) return (states || k->about->space == SPACE_FIGURE) && making_of_one_story(k->about);
    int32_t at = k->parse->clause_of[(int32_t)f->first - k->parse->first];
    int32_t begins = k->match->clause == NONE ? 0 : k->parse->clauses.items[k->match->clause].first;
    bool before = (int32_t)f->last + 1 == begins || (at == NONE && (int32_t)f->last < begins); /* "in May, in Bonn, | he left" */
    return before || is_of_clause(k, at) || (f->kind == FIGURE_YEAR && at != NONE && at == governor_of(k));
}

/* "2019: Both agree to a truce.": the year that a line of a list is headed with, and that it tells of in the present. */
static bool heads_line(const struct making *k, const struct figure *f) {
    const struct sentence *s = &k->m->segmented->sentences.items[k->match->sentence];
    if (f->first != s->first || (f->kind != FIGURE_YEAR && f->kind != FIGURE_DATE) || f->last + 1 >= s->first + s->count) return false;
    bool colon = text_equal(k->m->segmented->tokens.items[f->last + 1].word->text, TEXT(":"));
    return colon && is_long_ago(k, f) && k->about->time != TIME_FIXED && (int32_t)f->last < k->match->first;
}

/* "Russia broke off talks in 2022": news without a date of its own does not name the year or month it lives in. */
static bool tells_of_a_year(const struct making *k) {
    const struct figure_list *figures = &k->m->figures[k->match->sentence];
    for (size_t i = 0; i < figures->count; i++)
        if (heads_line(k, &figures->items[i])) return true;
    if (k->claim->when != NO_DATE || is_open(k->about) || (!is_told_as_past(k) && governor_of(k) == NONE)) return false;
    for (size_t i = 0; i < figures->count; i++)
        if (is_long_ago(k, &figures->items[i]) && dates_match(k, &figures->items[i])) return true;
    return false;
}

static void start(struct making *k, uint32_t document) {
    const struct segmented *s = k->m->segmented;
    const struct match *x = k->match;
    const struct sentence *sentence = &s->sentences.items[x->sentence];
    *k->claim = (struct claim){.proposition = k->rule->proposition, .rule = x->rule, .value = NONE, .document = document,
                              .when = s->document->published, .head = x->head, .sentence_number = x->sentence};
    k->claim->span = tokens_span(s, sentence, x->first, x->last);
    k->claim->words = words_hash(s, x->first, x->last);
    k->claim->sentence = sentence->span;
    k->claim->at = clause_date(k);
    if (k->claim->span.end > sentence->span.end) k->claim->sentence.end = k->claim->span.end;
    k->claim->block = s->document->blocks.items[sentence->block].kind;
}

static bool blocked(const struct making *k) {
    return k->rule->blocks && !(k->rule->blocks >> k->claim->block & 1);
}

static bool takes_any_verb(const struct making *k) {
    return k->rule->is_frame && k->rule->frame.every_verb >= 0;
}

/* "Another attack killed five": in a sentence that tells of other events, a figure is not the story's one. */
static bool tells_of_another(const struct making *k) {
    bool detail = takes_any_verb(k) && k->about->space != SPACE_STATES;
    bool figure = k->about->once && k->about->space == SPACE_FIGURE;
    if (!making_holds(k, TRAIT_ANOTHER) || (!detail && !figure) || (k->match->figure && k->match->figure->kind == FIGURE_ORDINAL)) return false;
    const struct token *tokens = k->m->segmented->tokens.items;
    for (int32_t t = k->parse->first; t <= k->parse->last; t++) {
        bool when = t > k->parse->first && tokens[t - 1].word->traits & TRAIT_TIME; /* "4% more than a year earlier" */
        if (tokens[t].word->traits & TRAIT_ANOTHER && !when) return true;
    }
    return false;
}

/* "In all", "in total", "altogether", and what tells it only of the things of a theme: "so far", "per head", "each". */
static bool is_of_sum(const struct making *k, int32_t t, bool theme) {
    struct text form = making_form(k->m, t);
    struct text before = t > k->parse->first ? making_form(k->m, t - 1) : TEXT("");
    bool all = text_equal(form, TEXT("all"));
    if (text_equal(form, TEXT("altogether"))) return true;
    if ((all || text_equal(form, TEXT("total"))) && text_equal(before, TEXT("in"))) return true;
    if (text_equal(form, TEXT("per"))) return theme && t < k->parse->last && !making_is(k->m, (uint32_t)t + 1, "cent");
    if (text_equal(form, TEXT("far"))) return theme && text_equal(before, TEXT("so"));
    return theme && !all;
}

/* "$185 million in all", beside what was raised this time. */
static bool tells_the_sum(const struct making *k) {
    bool theme = k->about->theme >= 0;
    if (!making_holds(k, TRAIT_SUM) || (!takes_any_verb(k) && !theme) || k->about->space != SPACE_FIGURE) return false;
    for (int32_t t = theme ? k->parse->first : k->match->first; t <= k->parse->last; t++)
        if (making_traits(k, t) & TRAIT_SUM && is_of_sum(k, t, theme)) return true;
    return false;
}

/* "A similar bill", "the earlier hearing": what is told of is another one. */
static bool tells_of_a_second(const struct making *k) {
    if (k->about->theme < 0 || k->match->clause == NONE || !making_holds(k, TRAIT_ANOTHER)) return false;
    if (k->match->figure && k->match->figure->kind == FIGURE_ORDINAL) return false;
    const struct clause *c = &k->parse->clauses.items[k->match->clause];
    const int32_t parties[] = {c->subject, c->object, c->agent, making_group(k, k->match->head)};
    for (size_t i = 0; i < sizeof parties / sizeof *parties; i++) {
        const struct group *g = parties[i] == NONE ? NULL : &k->parse->groups.items[parties[i]];
        for (int32_t t = g ? g->first : 0; g && t < g->head; t++)
            if (k->m->segmented->tokens.items[t].word->traits & TRAIT_ANOTHER) return true;
    }
    return false;
}

/* "Without the possibility of parole" denies no sentence: a noun that is denied tells too little of what was not done. */
static bool denied_noun(const struct making *k) {
    int32_t group = making_group(k, k->match->head);
    return k->about->theme >= 0 && k->negations && group != NONE && k->parse->groups.items[group].kind == GROUP_NOUN;
}

/* "Has not yet left", "did not leave until Friday", "first refused to": what was so for a while only. */
static bool passes(const struct making *k) {
    int32_t list = k->shared->for_a_while;
    for (int32_t t = k->parse->first; list >= 0 && t <= k->parse->last; t++) {
        int32_t clause = k->parse->clause_of[t - k->parse->first];
        bool near = clause == k->match->clause || (clause != NONE && k->parse->clauses.items[clause].governor == k->match->clause) ||
                    (k->match->clause != NONE && k->parse->clauses.items[k->match->clause].governor == clause);
        if (near && rules_list_holds(k->m->rules, list, k->m->segmented->tokens.items[t].word->known)) return true;
    }
    return false;
}

/* "Is no longer convicted" says that she was, which is all that what never changes is asked for. */
static bool no_longer(const struct making *k) {
    if (k->about->theme < 0 || k->about->time != TIME_FIXED) return false;
    for (int32_t t = k->match->first > k->parse->first ? k->match->first : k->parse->first + 1; t <= k->match->last; t++)
        if (making_is(k->m, (uint32_t)t, "longer") && making_is(k->m, (uint32_t)t - 1, "no")) return true;
    return false;
}

static bool finish(struct making *k, struct claims *out) {
    if (k->rule->frame.every_sum < 0 && tells_of_a_year(k)) modality_weaken(k, MODALITY_UNKNOWN);
    if (tells_of_another(k) || tells_the_sum(k) || tells_of_other_time(k) || tells_of_other_occasion(k)) modality_weaken(k, MODALITY_UNKNOWN);
    if (denied_noun(k) || tells_of_a_second(k) || stranger_speaks(k)) modality_weaken(k, MODALITY_UNKNOWN);
    if (k->match->hangs && !k->negations) modality_weaken(k, MODALITY_PLANNED);
    k->negations += k->match->opposite;
    k->claim->negated = k->negations % 2;
    if (k->claim->negated && ((takes_any_verb(k) && passes(k)) || no_longer(k))) modality_weaken(k, MODALITY_UNKNOWN);
    if (k->claim->negated) reading_negate(k, &k->claim->reading);
    if (!fill_arguments(k)) return true;
    if (tells_of_namesake(k) || tells_of_entry_only(k)) modality_weaken(k, MODALITY_UNKNOWN);
    return add_members(k, 0, out);
}

/* Who is quoted is the value of the claim. */
static bool make_quotation(struct making *k, struct claims *out) {
    const struct match *said = k->match;
    struct match quoted = *said;
    if (!attribution_speaker(k, &quoted.arguments[k->about->atom_argument])) return true;
    k->match = &quoted;
    k->claim->modality = MODALITY_ASSERTED;
    bool good = !reading_find(k) || finish(k, out);
    k->match = said;
    return good;
}

/* What was asked is claimed as well where it is answered. */
static bool make_answered(struct making *k, struct claims *out) {
    struct making answered = *k;
    struct claim asked = *k->claim;
    if (answer_find(&answered) && !finish(&answered, out)) return false;
    if (!begin(k, out)) return false;
    *k->claim = asked;
    return true;
}

/* "Ann Roe, the assistant director, will speak": what she is is no plan. Nor is what somebody is to become more than told. */
static bool is_settled(const struct making *k) {
    if (!k->rule->is_frame || k->rule->frame.every_role < 0) return false;
    bool given = text_ends(k->match->lexeme, TEXT("given"));
    return !given || k->claim->modality == MODALITY_PLANNED || k->claim->modality == MODALITY_UNKNOWN;
}

static bool make(struct making *k, uint32_t document, struct claims *out) {
    if (!begin(k, out)) return false;
    start(k, document);
    if (k->rule->frame.every_quotation >= 0) return make_quotation(k, out);
    if (blocked(k) || stranger_told_of(k) || !reading_find(k)) return true;
    polarity_find(k);
    modality_find(k);
    attribution_find(k);
    if (is_settled(k)) k->claim->modality = MODALITY_ASSERTED;
    if (k->claim->modality == MODALITY_ASKED && !make_answered(k, out)) return false;
    return finish(k, out);
}

static const struct proposition *about_of(const struct matched *m, const struct match *x) {
    return &m->rules->propositions.items[m->rules->rules.items[x->rule].proposition];
}

static bool names_known(const struct match *x) {
    for (size_t i = 0; i < MAX_ARGUMENTS; i++)
        if (x->arguments[i].mention != NONE && x->arguments[i].entity != NONE) return true;
    return false;
}

/* The matches of one sentence. */
struct batch {
    size_t from, to; /* up to but without to */
    bool known;      /* is one of them of a pack with known arguments, and names one? */
};

static bool is_known(const struct matched *m, const struct match *x) {
    return !is_open(about_of(m, x)) && names_known(x);
}

static struct batch batch_from(const struct matched *m, size_t from) {
    const struct match *all = m->matches.items;
    struct batch b = {from, from, false};
    for (; b.to < m->matches.count && all[b.to].sentence == all[from].sentence; b.to++) b.known |= is_known(m, &all[b.to]);
    return b;
}

/* What a pack with known arguments reads in a word, a proposition for any beat need not. */
static bool known_better(const struct matched *m, const struct batch *b, const struct match *x) {
    if (!b->known || !is_open(about_of(m, x))) return false;
    for (size_t i = b->from; i < b->to; i++)
        if (m->matches.items[i].head == x->head && is_known(m, &m->matches.items[i])) return true;
    return false;
}

static bool make_batch(struct making *k, const struct batch *b, uint32_t document, struct claims *out) {
    for (size_t i = b->from; i < b->to; i++) {
        const struct match *x = &k->m->matches.items[i];
        if (known_better(k->m, b, x)) continue;
        *k = (struct making){.a = k->a, .m = k->m, .shared = k->shared, .match = x, .about = about_of(k->m, x),
                             .rule = &k->m->rules->rules.items[x->rule], .parse = &k->m->parses[x->sentence]};
        if (!make(k, document, out)) return false;
    }
    return true;
}

static uint32_t first_to_act(const struct matched *m) {
    int32_t actor = rules_find_type(m->rules, TEXT("actor"));
    for (size_t i = 0; actor >= 0 && i < m->mentions.count; i++) {
        const struct mention *x = &m->mentions.items[i];
        if (entity_fits(m->rules, x->entity, actor)) return m->segmented->sentences.items[x->sentence].block;
    }
    return UINT32_MAX;
}

static bool share(struct arena *a, const struct matched *m, struct shared *out) {
    const struct summary *summaries = summaries_find(a, m);
    if (!summaries) return false;
    *out = (struct shared){.summaries = summaries, .names = names_find(a, m), .openings = openings_new(a, m),
                           .outline = arena_new(a, struct outline), .setting = arena_new(a, struct setting),
                           .conditions = conditions_new(a),
                           .supposed = supposed_find(a, m, summaries), .namesakes = namesakes_find(a, m, summaries),
                           .entries = entries_find(a, m), .history = history_find(a, m), .written = written_find(a, m), .acted = first_to_act(m)};
    out->passing_counts = rules_find_list(m->rules, TEXT("passing-counts"));
    out->quoting_verbs = rules_find_list(m->rules, TEXT("quoting-verbs"));
    out->hearing_verbs = rules_find_list(m->rules, TEXT("hearing-verbs"));
    out->telling_verbs = rules_find_list(m->rules, TEXT("telling-verbs"));
    out->plan_nouns = rules_find_list(m->rules, TEXT("plan-nouns"));
    out->for_a_while = rules_find_list(m->rules, TEXT("for-a-while"));
    out->yes_words = rules_find_list(m->rules, TEXT("yes-words"));
    out->no_words = rules_find_list(m->rules, TEXT("no-words"));
    out->empty_nouns = rules_find_list(m->rules, TEXT("empty-nouns"));
    out->story_subjects = rules_find_list(m->rules, TEXT("story-subjects"));
    out->matter_nouns = rules_find_list(m->rules, TEXT("matter-nouns"));
    out->third_state = rules_find_type(m->rules, TEXT("third-state"));
    deeds_find_lists(m->rules, out->told_as);
    return !a->failed;
}

bool claim_extract(struct arena *a, const struct matched *m, uint32_t document, struct claims *out) {
    struct shared shared;
    *out = (struct claims){0};
    if (!share(a, m, &shared)) return false;
    sketch_find(m, &out->sketch);
    out->items.capacity = m->matches.count + 8; /* few matches make two */
    out->items.items = arena_take(a, out->items.capacity * sizeof *out->items.items); /* each is written whole */
    if (!out->items.items) return false;
    struct making k = {.a = a, .m = m, .shared = &shared};
    for (struct batch b = {0, 0, false}; b.to < m->matches.count;) {
        b = batch_from(m, b.to);
        if (!make_batch(&k, &b, document, out)) return false;
    }
    return !a->failed;
}

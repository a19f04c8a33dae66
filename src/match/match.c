#include "match/matcher.h"

#include <string.h>

bool form_in(symbol form, const symbol *items, size_t count) {
    if (!form) return false;
    for (size_t i = 0; i < count; i++)
        if (items[i] == form) return true;
    return false;
}

uint32_t list_match(const struct rules *r, const struct segmented *s, int32_t list, int32_t t, int32_t last) {
    if (list < 0) return 0;
    uint32_t best = 0;
    const struct word_list *l = &r->lists.items[list];
    const struct list_start *end, *at = rules_list_from(l, form_at(s, t), &end);
    for (; at < end; at++) {
        const struct name *n = &l->entries.items[at->entry];
        if (n->count > best && name_at(s, n, t, last)) best = n->count;
    }
    return best;
}

enum {
    RULE_KINDS = 1 << TRIGGER_PHRASE | 1 << TRIGGER_VERB | 1 << TRIGGER_NOUN | 1 << TRIGGER_ADJECTIVE,
    PARSE_KINDS = RULE_KINDS | 1 << TRIGGER_HEAD
};

static bool has_trigger(const struct matcher *m, uint32_t sentence, uint32_t kinds) {
    const struct sentence *s = &m->s->sentences.items[sentence];
    for (uint32_t i = 0; i < s->count; i++)
        if (m->s->tokens.items[s->first + i].word->triggers & kinds) return true;
    return false;
}

/* A parse is worth its time where some rule could match or a noun group could name an entity. */
static bool worth_parsing(const struct matcher *m, uint32_t sentence) {
    return m->r->every_verb.count || m->r->every_headline.count || has_trigger(m, sentence, PARSE_KINDS);
}

static uint64_t *all_bits(struct arena *a, size_t count) {
    uint64_t *out = arena_take(a, count * sizeof *out);
    return out ? memset(out, 0xFF, count * sizeof *out) : NULL;
}

static bool allocate(struct matcher *m) {
    size_t sentences = m->s->sentences.count;
    struct matched *out = m->out;
    m->seen = arena_array(m->a, uint32_t, m->r->entities.count + 1);
    m->holdings = arena_array(m->a, struct holding, sentences + 1);
    m->begins = arena_array(m->a, uint64_t, m->s->tokens.count + 1);
    m->near = all_bits(m->a, m->s->tokens.count + 1);
    m->past = all_bits(m->a, m->s->tokens.count + 1);
    m->stand_ins = arena_array(m->a, struct stand_in *, m->s->tokens.count + 1);
    m->ways = arena_take(m->a, (m->s->tokens.count + 1) * sizeof *m->ways);
    m->fronts = arena_array(m->a, int32_t, sentences + 1);
    m->ways_noted = arena_array(m->a, bool, sentences + 1);
    m->slot_ends = arena_array(m->a, struct slot_ends *, sentences + 1);
    out->seen = m->seen;
    out->parses = arena_array(m->a, struct parse, sentences + 1);
    out->group_mentions = arena_array(m->a, struct mention_range *, sentences + 1);
    out->sentence_mentions = arena_array(m->a, struct mention_range, sentences + 1);
    out->sentence_cues = arena_array(m->a, struct mention_range, sentences + 1);
    out->figures = arena_array(m->a, struct figure_list, sentences + 1);
    return !m->a->failed;
}

/* What can begin at each token of a sentence: its own words; any token of a verb group stands for its head. */
static void note_beginnings(struct matcher *m, uint32_t sentence) {
    const struct sentence *s = &m->s->sentences.items[sentence];
    const struct parse *p = &m->out->parses[sentence];
    for (uint32_t t = s->first; t < s->first + s->count; t++) m->begins[t] = m->s->tokens.items[t].word->begins;
    for (size_t g = 0; g < p->groups.count; g++) {
        const struct group *group = &p->groups.items[g];
        m->begins[group->first] |= UINT64_C(1) << BEGIN_GROUP;
        if (group->kind != GROUP_VERB) continue;
        uint64_t head = begin_with(token_at(m->s, group->head)->word->known_verb);
        for (int32_t t = group->first; t <= group->last; t++) m->begins[t] |= head;
    }
}

static void note_figures(struct matcher *m, uint32_t sentence) {
    const struct figure_list *figures = &m->out->figures[sentence];
    m->figures = 0;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *f = &figures->items[i];
        m->figures |= figure_fitting(f);
        m->begins[f->first] |= UINT64_C(1) << BEGIN_FIGURE;
        m->begins[f->core] |= UINT64_C(1) << BEGIN_FIGURE;
    }
}

static bool every_find(struct matcher *m, uint32_t sentence) {
    if (m->r->every_quotation.count && !every_quotation_find(m, sentence)) return false;
    return every_act_find(m, sentence) && every_role_find(m, sentence) && every_verb_find(m, sentence) && every_noun_find(m, sentence) && every_figure_find(m, sentence) && every_sum_find(m, sentence) && headline_find(m, sentence);
}

static bool match_sentence(struct matcher *m, uint32_t sentence) {
    if (!m->out->parses[sentence].groups.items) return true;
    bool triggered = has_trigger(m, sentence, RULE_KINDS);
    if (!triggered && !m->r->every_verb.count) return every_find(m, sentence);
    if (!figures_find(m->a, m->s, sentence, m->s->document->published, &m->out->figures[sentence])) return false;
    if (!triggered) return every_find(m, sentence);
    holding_note(m, sentence);
    if (!stand_in_note(m, sentence)) return false;
    note_figures(m, sentence);
    if (!frame_find(m, sentence) || !phrase_find(m, sentence)) return false;
    return every_find(m, sentence);
}

enum { NEIGHBOURS = 2 };

/* Sentences whose cues can matter: those with a match, and their neighbours in the block, who may name the speaker. */
static void mark_wanted(const struct matcher *m, bool *wanted) {
    const struct sentence *s = m->s->sentences.items;
    uint32_t count = (uint32_t)m->s->sentences.count;
    for (size_t i = 0; i < m->out->matches.count; i++) {
        uint32_t at = m->out->matches.items[i].sentence;
        uint32_t from = at > NEIGHBOURS ? at - NEIGHBOURS : 0, to = at + NEIGHBOURS;
        bool quoted = m->s->tokens.items[m->out->matches.items[i].head].flags & TOKEN_QUOTED; /* who spoke a paragraph before? */
        for (uint32_t k = from; k <= to && k < count; k++) wanted[k] |= s[k].block == s[at].block || (quoted && k < at);
    }
}

static bool parse_late(struct matcher *m, uint32_t sentence) {
    if (!clause_parse(m->a, m->s, sentence, &m->out->parses[sentence]) || !mention_groups(m, sentence)) return false;
    reference_find(m, sentence);
    note_beginnings(m, sentence);
    m->ways_noted[sentence] = false;
    return true;
}

static bool find_cues(struct matcher *m) {
    uint32_t count = (uint32_t)m->s->sentences.count;
    bool *wanted = arena_array(m->a, bool, count + 1);
    if (!wanted) return false;
    mark_wanted(m, wanted);
    for (uint32_t i = 0; i < count; i++) {
        struct mention_range *range = &m->out->sentence_cues[i];
        range->first = (int32_t)m->out->cues.count;
        if (!wanted[i]) continue;
        if (!m->out->parses[i].groups.items && !parse_late(m, i)) return false;
        holding_note(m, i);
        m->figures = UINT32_MAX;
        if (!cue_find(m, i)) return false;
        range->count = (int32_t)m->out->cues.count - range->first;
    }
    return true;
}

/* About as many as there will be: a list that doubles is copied each time. */
static void reserve(struct matcher *m) {
    size_t groups = 0, sentences = m->s->sentences.count;
    for (size_t i = 0; i < sentences; i++) groups += m->out->parses[i].groups.count;
    list_reserve(m->a, &m->out->mentions, groups + groups / 4 + 16);
    list_reserve(m->a, &m->out->matches, sentences + sentences / 2 + 16);
    list_reserve(m->a, &m->out->cues, sentences + sentences / 2 + 16);
}

bool match_document(struct arena *a, const struct segmented *s, const struct rules *r, struct matched *out) {
    struct matcher m = {.a = a, .s = s, .r = r, .out = out};
    *out = (struct matched){.segmented = s, .rules = r};
    m.whole_words = rules_find_list(r, TEXT("whole-words"));
    m.empty_nouns = rules_find_list(r, TEXT("empty-nouns"));
    m.passing_counts = rules_find_list(r, TEXT("passing-counts"));
    m.rises = rules_find_list(r, TEXT("rises"));
    m.falls = rules_find_list(r, TEXT("falls"));
    m.agent_nouns = rules_find_list(r, TEXT("agent-nouns"));
    m.told_as_begin = rules_find_list(r, TEXT("told-as-begin"));
    m.told_as_end = rules_find_list(r, TEXT("told-as-end"));
    m.aside_verbs = rules_find_list(r, TEXT("aside-verbs"));
    m.views = rules_find_list(r, TEXT("view-nouns"));
    m.claims = rules_find_list(r, TEXT("claim-nouns"));
    m.disputed = rules_find_list(r, TEXT("disputed-nouns"));
    m.rumours = rules_find_list(r, TEXT("rumour-nouns"));
    m.disputing = rules_find_list(r, TEXT("disputing-verbs"));
    m.disputing_with = rules_find_list(r, TEXT("disputing-verbs-with"));
    m.denial = dispute_cue(r);
    m.actor = rules_find_type(r, TEXT("actor"));
    m.topic = rules_find_type(r, TEXT("topic"));
    if (!allocate(&m)) return false;
    for (uint32_t i = 0; i < s->sentences.count; i++) {
        if (worth_parsing(&m, i) && !clause_parse(a, s, i, &out->parses[i])) return false;
        note_beginnings(&m, i);
        mention_scan_names(&m, i);
    }
    reserve(&m);
    if (!eligible_find(&m)) return false;
    for (uint32_t i = 0; i < s->sentences.count; i++)
        if (!mention_find(&m, i)) return false;
    for (uint32_t i = 0; i < s->sentences.count; i++)
        if (!match_sentence(&m, i)) return false;
    return find_cues(&m) && !a->failed;
}

/* Finding what a form can be: its own entry, irregular forms, suffix rules; then weighing these by frequency. */
#include "lexicon/analysis.h"

#include "base/figure_word.h"
#include "base/grammar.h"
#include "base/trait.h"
#include "lexicon/entry.h"
#include "lexicon/suffix.h"
#include "lexicon/usage.h"

enum { MOST_READINGS = 32 };

enum { NOUN = 0, VERB = 1, ADJECTIVE = 2, ADVERB = 3 };

struct reading {
    uint32_t class; /* its number */
    struct text base;
    uint32_t count;  /* of the base form in tagged text */
    uint32_t weight; /* how often the form may be expected to be this, in hundredths of a tagged word */
    uint8_t verb_forms;
    bool plural;
};

struct search {
    const struct lexicon *lexicon;
    struct reading readings[MOST_READINGS];
    size_t count;
};

/* Of 100 uses of a verb in running text about so many have each form. */
static uint32_t verb_share(uint8_t forms) {
    if (forms & (FORM_PAST | FORM_PARTICIPLE)) return 40;
    return forms & FORM_BASE ? 30 : forms & FORM_ING ? 8 : 12;
}

/* What a word that no tagged text has is most often, the smallest of weights. */
static uint32_t prior(uint32_t class, bool inflected) {
    static const uint32_t own[CLASS_COUNT] = {40, 20, 30, 25};
    static const uint32_t made[CLASS_COUNT] = {25, 45, 5, 4};
    return inflected ? made[class] : own[class];
}

static void add_reading(struct search *s, const struct entry *base, struct reading r, bool inflected) {
    static const uint32_t share_own[CLASS_COUNT] = {75, 30, 95, 95};
    static const uint32_t share_made[CLASS_COUNT] = {25, 0, 5, 5};
    if (s->count == MOST_READINGS) return;
    uint32_t share = r.class == VERB ? verb_share(r.verb_forms) : (inflected ? share_made : share_own)[r.class];
    r.base = base->text;
    r.count = base->counts[r.class];
    r.weight = r.count * share + prior(r.class, inflected);
    s->readings[s->count++] = r;
}

static void add_own(struct search *s, const struct entry *e) {
    for (uint32_t class = 0; class < CLASS_COUNT; class++) {
        if (!(e->classes >> class & 1)) continue;
        struct reading r = {.class = class, .verb_forms = class == VERB ? FORM_BASE : 0};
        r.plural = class == NOUN && e->flags & ENTRY_PLURAL;
        add_reading(s, e, r, false);
    }
}

static void add_irregular(struct search *s, const struct entry *e) {
    for (uint32_t i = 0; i < e->fact_count; i++) {
        uint32_t fact = entry_fact(e, i), class = fact_kind(fact) - FACT_FORM;
        if (fact_kind(fact) < FACT_FORM || class >= CLASS_COUNT) continue;
        struct entry base = entry_read(s->lexicon, fact & ENTRY_MASK);
        struct reading r = {.class = class, .plural = class == NOUN};
        r.verb_forms = (uint8_t)(fact >> FORM_SHIFT & 0x1f);
        add_reading(s, &base, r, true);
    }
}

static void add_regular(struct search *s, const struct entry *base, enum inflection how) {
    static const uint8_t forms[] = {FORM_S, 0, FORM_PAST | FORM_PARTICIPLE, FORM_ING, 0, 0};
    static const uint8_t class_of[] = {CLASS_NOUN | CLASS_VERB,       CLASS_NOUN, CLASS_VERB, CLASS_VERB,
                                       CLASS_ADJECTIVE | CLASS_ADVERB, CLASS_ADJECTIVE | CLASS_ADVERB};
    uint32_t classes = base->classes & class_of[how];
    for (uint32_t class = 0; class < CLASS_COUNT; class++) {
        if (!(classes >> class & 1)) continue;
        struct reading r = {.class = class, .plural = class == NOUN, .verb_forms = class == VERB ? forms[how] : 0};
        add_reading(s, base, r, true);
    }
}

static void add_suffixed(struct search *s, struct text form) {
    struct suffix_search suffixes;
    struct entry base;
    suffixes.form = form;
    suffixes.rule = 0;
    while (suffix_next(&suffixes))
        if (entry_find(s->lexicon, suffixes.base, &base)) add_regular(s, &base, suffixes.how);
}

/* Readings so rare beside the others that they would only mislead ("does" as several does) are left out. */
static bool too_rare(uint32_t weight, uint32_t heaviest) {
    return (uint64_t)weight * 150 < heaviest;
}

static struct text *base_of(struct lexeme *out, uint32_t class, struct text *none) {
    return class == NOUN ? &out->noun : class == VERB ? &out->verb : class == ADJECTIVE ? &out->adjective : none;
}

static bool is_commoner(const struct reading *a, const struct reading *b) {
    return a->count != b->count ? a->count > b->count : a->weight > b->weight;
}

/* The commonest base form of the class is given; readings with another one count only if they are not far behind. */
static void settle_base(const struct search *s, uint32_t class, struct lexeme *out) {
    const struct reading *best = NULL;
    struct text none;
    for (size_t i = 0; i < s->count; i++)
        if (s->readings[i].class == class && (!best || is_commoner(&s->readings[i], best))) best = &s->readings[i];
    *base_of(out, class, &none) = best->base;
    for (size_t i = 0; i < s->count; i++) {
        const struct reading *r = &s->readings[i];
        if (r->class != class || (r->weight * 10 < best->weight && !text_equal(r->base, best->base))) continue;
        out->verb_forms |= r->verb_forms;
        out->plural |= r->plural;
    }
}

static void settle(const struct search *s, struct lexeme *out) {
    uint32_t weights[CLASS_COUNT] = {0}, heaviest = 0;
    for (size_t i = 0; i < s->count; i++) {
        const struct reading *r = &s->readings[i];
        if (r->weight > weights[r->class]) weights[r->class] = r->weight;
        if (r->weight > heaviest) heaviest = r->weight;
    }
    for (uint32_t class = 0; class < CLASS_COUNT; class++) {
        if (!weights[class] || too_rare(weights[class], heaviest)) continue;
        out->classes |= (uint8_t)(1u << class);
        settle_base(s, class, out);
        if (weights[class] == heaviest && !out->likely) out->likely = (uint8_t)(1u << class);
    }
}

static void drop_barred(struct search *s, const struct entry *e) {
    size_t kept = 0;
    for (size_t i = 0; i < s->count; i++)
        if (e->flags >> ENTRY_CLASS_SHIFT >> s->readings[i].class & 1) s->readings[kept++] = s->readings[i];
    s->count = kept;
}

static bool find_classes(const struct lexicon *l, struct text lower_case_form, struct lexeme *out) {
    struct search s;
    struct entry own;
    s.lexicon = l;
    s.count = 0;
    *out = (struct lexeme){0};
    bool known = entry_find(l, lower_case_form, &own);
    if (known) {
        add_own(&s, &own);
        add_irregular(&s, &own);
    }
    add_suffixed(&s, lower_case_form);
    if (known && own.flags & ENTRY_LIMITED) drop_barred(&s, &own);
    settle(&s, out);
    if (known && own.likely & out->classes) out->likely = own.likely;
    return out->classes != 0;
}

static void find_poles(const struct lexicon *l, struct text form, struct lexeme *out) {
    static const enum word_class classes[] = {CLASS_VERB, CLASS_NOUN, CLASS_ADJECTIVE};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        bool opposite;
        struct text pole = lexicon_pole(l, classes[i], form, &opposite);
        if (opposite) out->poles[i] = pole;
    }
}

static uint8_t kinds_of(const struct lexicon *l, struct text noun) {
    static const char *const names[NOUN_KINDS][5] = {
        [NOUN_SAYS] = {"statement", "document"},
        [NOUN_INSTITUTION] = {"location", "structure", "organization", "way", "body of water"},
        [NOUN_BODY] = {"organization", "administrative unit", "body"},
        [NOUN_GROUP] = {"group"},
        [NOUN_LIVES] = {"organism", "vertebrate"},
    };
    unsigned kinds = 0;
    for (unsigned kind = 0; kind < NOUN_KINDS; kind++)
        for (size_t i = 0; i < 5 && names[kind][i] && !(kinds >> kind & 1); i++)
            kinds |= (unsigned)lexicon_kind_of(l, noun, text_of(names[kind][i])) << kind;
    return (uint8_t)kinds;
}

/* A base form lends what it stands for; "some" is no noun that lends to "somes". */
static uint32_t traits_of(const struct lexicon *l, struct text form, const struct lexeme *found) {
    uint32_t lent = TRAIT_PART | TRAIT_TIME | TRAIT_BRINGS_ABOUT | TRAIT_HEARSAY | TRAIT_PRINT, traits = word_traits(form);
    if (found->noun.length) traits |= word_traits(found->noun) & lent;
    if (found->verb.length) traits |= word_traits(found->verb) & TRAIT_BRINGS_ABOUT;
    if (found->noun.length && lexicon_is_person(l, found->noun)) traits |= TRAIT_PERSON | TRAIT_TITLE;
    return traits;
}

bool analysis_find(const struct lexicon *l, struct text form, struct lexeme *out) {
    bool found = find_classes(l, form, out);
    find_poles(l, form, out);
    out->noun_kinds = kinds_of(l, form);
    out->grammar = grammar_tag(form);
    out->figure = figure_word_find(form);
    out->usage = usage_of(form);
    out->traits = traits_of(l, form, out);
    return found || out->grammar || out->figure || out->usage || out->traits;
}

/* A parse as text: what `belie dump` prints and the stage tests compare. */
#include "clause/dump.h"

struct dump {
    const struct segmented *segmented;
    const struct parse *parse;
    struct buffer *out;
};

static const char *const clause_names[] = {
    [CLAUSE_MAIN] = "main",
    [CLAUSE_COORDINATE] = "coordinate",
    [CLAUSE_COMPLEMENT] = "complement",
    [CLAUSE_INFINITIVE] = "infinitive",
    [CLAUSE_GERUND] = "gerund",
    [CLAUSE_RELATIVE] = "relative",
    [CLAUSE_ADVERBIAL] = "adverbial",
    [CLAUSE_PARTICIPLE] = "participle",
    [CLAUSE_ASIDE] = "aside",
    [CLAUSE_VERBLESS] = "verbless",
};

static const struct {
    uint32_t flag;
    const char *name;
} flag_names[] = {
    {GROUP_DEFINITE, "definite"},
    {GROUP_INDEFINITE, "indefinite"},
    {GROUP_NEGATED, "negated"},
    {GROUP_PLURAL, "plural"},
    {GROUP_NAME, "name"},
    {GROUP_PRONOUN, "pronoun"},
    {GROUP_NUMBER, "number"},
    {GROUP_PASSIVE, "passive"},
    {GROUP_PROGRESSIVE, "progressive"},
    {GROUP_PERFECT, "perfect"},
    {GROUP_PAST, "past"},
    {GROUP_FUTURE, "future"},
    {GROUP_MODAL, "modal"},
    {GROUP_INFINITIVE, "infinitive"},
    {GROUP_ING, "ing"},
    {GROUP_FINITE, "finite"},
    {GROUP_COPULA, "copula"},
};

static struct text word_text(const struct dump *d, int32_t token) {
    return d->segmented->tokens.items[token].word->text;
}

static void words(const struct dump *d, int32_t first, int32_t last) {
    for (int32_t i = first; i <= last; i++) {
        if (i > first) buffer_char(d->out, ' ');
        buffer_text(d->out, word_text(d, i));
    }
}

static void token_link(const struct dump *d, const char *name, int32_t token) {
    if (token == NONE) return;
    buffer_format(d->out, " %s=", name);
    buffer_text(d->out, word_text(d, token));
}

static void group_link(const struct dump *d, const char *name, int32_t group) {
    if (group != NONE) buffer_format(d->out, " %s=%d", name, (int)group);
}

static void dump_tokens(const struct dump *d) {
    for (int32_t i = d->parse->first; i <= d->parse->last; i++) {
        if (i > d->parse->first) buffer_char(d->out, ' ');
        buffer_text(d->out, word_text(d, i));
        uint8_t tag = d->parse->tags[i - d->parse->first];
        if (tag != TAG_PUNCTUATION && tag != TAG_QUOTE) buffer_format(d->out, "/%s", tag_name(tag));
    }
    buffer_char(d->out, '\n');
}

static void dump_group(const struct dump *d, int32_t number) {
    static const char *const kinds[] = {"noun", "verb", "adjective"};
    const struct group *g = &d->parse->groups.items[number];
    buffer_format(d->out, "  group %d %s [", (int)number, kinds[g->kind]);
    words(d, g->first, g->last);
    buffer_char(d->out, ']');
    if (g->head != g->last) token_link(d, "head", g->head);
    token_link(d, "preposition", g->preposition);
    token_link(d, "modal", g->modal);
    token_link(d, "particle", g->particle);
    group_link(d, "possessor", g->possessor);
    group_link(d, "of", g->of);
    group_link(d, "apposition", g->apposition);
    group_link(d, "conjunct", g->conjunct);
    for (size_t i = 0; i < sizeof flag_names / sizeof flag_names[0]; i++) {
        if (g->flags & flag_names[i].flag) buffer_format(d->out, " %s", flag_names[i].name);
    }
    buffer_char(d->out, '\n');
}

static void argument(const struct dump *d, const char *name, int32_t group) {
    if (group == NONE) return;
    const struct group *g = &d->parse->groups.items[group];
    buffer_format(d->out, " %s=[", name);
    words(d, g->first, g->last);
    buffer_char(d->out, ']');
}

static void dump_clause(const struct dump *d, int32_t number) {
    const struct clause *c = &d->parse->clauses.items[number];
    buffer_format(d->out, "  clause %d %s", (int)number, clause_names[c->kind]);
    if (c->governor != NONE) buffer_format(d->out, " under %d", (int)c->governor);
    token_link(d, "marker", c->marker);
    argument(d, "verb", c->verb);
    argument(d, "subject", c->subject);
    argument(d, "object", c->object);
    argument(d, "second", c->second);
    argument(d, "complement", c->complement);
    argument(d, "agent", c->agent);
    buffer_string(d->out, ": ");
    words(d, c->first, c->last);
    buffer_char(d->out, '\n');
}

void clause_dump(const struct segmented *s, const struct parse *p, struct buffer *out) {
    struct dump d = {s, p, out};
    dump_tokens(&d);
    for (size_t i = 0; i < p->groups.count; i++) dump_group(&d, (int32_t)i);
    for (size_t i = 0; i < p->clauses.count; i++) dump_clause(&d, (int32_t)i);
}

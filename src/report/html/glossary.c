/* What the propositions ask, which values there are, and which of them cannot both hold. */
#include "report/html/page.h"

static const char *const time_words[] = {
    [TIME_FIXED] = "The answer stays what it is.",
    [TIME_CHANGES] = "The answer may change with time.",
    [TIME_RISES] = "The figure can only rise: a later, higher one is an update.",
    [TIME_FALLS] = "The figure can only fall: a later, lower one is an update.",
};

static const char *const space_words[] = {
    [SPACE_STATES] = "",
    [SPACE_FIGURE] = "Answers are figures; two contradict when no figure fits both.",
    [SPACE_DATE] = "Answers are dates; two contradict when no day fits both.",
    [SPACE_ATOM] = "Answers are names or words; two that differ contradict, unless one is part or a kind of the other.",
};

/* "How did {party} respond?" with the arguments set off. */
static void put_question(struct page *p, struct text ask) {
    for (size_t at = 0; at < ask.length;) {
        size_t end = at;
        bool argument = ask.bytes[at] == '{';
        while (end < ask.length && (argument ? ask.bytes[end] != '}' : ask.bytes[end] != '{')) end++;
        if (argument) put(p, "<em>");
        put_words(p, text_slice(ask, at + argument, end));
        if (argument) put(p, "</em>");
        at = end + argument;
    }
}

static void put_states(struct page *p, const struct proposition *about, uint64_t mask) {
    bool first = true;
    for (size_t i = 0; i < about->states.count; i++) {
        if (!(mask >> i & 1)) continue;
        if (!first) put(p, " or ");
        put_words(p, symbols_text(&p->r->rules->symbols, about->states.items[i]));
        first = false;
    }
}

static bool contradicts(const struct value *a, const struct value *b) {
    return !(a->means & b->means);
}

static bool strains(const struct value *a, const struct value *b) {
    return !contradicts(a, b) && !(a->suggests & b->suggests);
}

static void put_values_that(struct page *p, const struct proposition *about, const struct value *v,
                            bool (*test)(const struct value *a, const struct value *b)) {
    bool first = true;
    for (size_t i = 0; i < about->values.count; i++) {
        const struct value *other = &about->values.items[i];
        if (other == v || !test(v, other)) continue;
        if (!first) put(p, ", ");
        put_words(p, symbols_text(&p->r->rules->symbols, other->id));
        first = false;
    }
    if (first) put(p, "–");
}

static void put_value(struct page *p, const struct proposition *about, const struct value *v) {
    put(p, "<tr><th scope=\"row\">");
    put_words(p, symbols_text(&p->r->rules->symbols, v->id));
    put(p, "</th><td>");
    put_states(p, about, v->means);
    if (v->suggests != v->means) {
        put(p, "; suggests ");
        put_states(p, about, v->suggests);
    }
    put(p, "</td><td>");
    put_values_that(p, about, v, contradicts);
    put(p, "</td><td>");
    put_values_that(p, about, v, strains);
    put(p, "</td></tr>\n");
}

static void put_values(struct page *p, const struct proposition *about) {
    if (!about->values.count) return;
    put(p, "<div class=\"scroll\"><table class=\"index\"><thead><tr><th scope=\"col\">Answer</th><th scope=\"col\">Leaves possible</th>"
           "<th scope=\"col\">Contradicts</th><th scope=\"col\">In tension with</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < about->values.count; i++) put_value(p, about, &about->values.items[i]);
    put(p, "</tbody></table></div>\n");
}

static void put_uses(struct page *p, int32_t proposition) {
    size_t count = 0;
    for (size_t i = 0; i < p->disputes->items.count; i++) count += p->disputes->items.items[i].proposition == proposition;
    buffer_format(p->out, " <a class=\"only needs-script\" href=\"#disputes\" data-proposition=\"%d\">", (int)p->facets.propositions[proposition]);
    put_counted(p, count, "disputed question");
    put(p, "</a>");
}

static void put_proposition(struct page *p, uint32_t index) {
    const struct rules *r = p->r->rules;
    const struct proposition *about = &r->propositions.items[p->facets.used[index]];
    buffer_format(p->out, "<article class=\"term\" id=\"g%u\" tabindex=\"-1\" aria-labelledby=\"gt%u\"><h3 id=\"gt%u\">", index, index, index);
    put_text(p, symbols_text(&r->symbols, about->id));
    put(p, "</h3>\n<p class=\"ask\">");
    put_question(p, about->ask);
    put(p, "</p>\n");
    put_values(p, about);
    put(p, "<p class=\"note\">");
    put(p, space_words[about->space]);
    if (*space_words[about->space]) put(p, " ");
    if (about->values.count) put(p, "An answer and its own denial contradict as well. ");
    put(p, time_words[about->time]);
    put_uses(p, (int32_t)p->facets.used[index]);
    put(p, "</p></article>\n");
}

static void put_relations(struct page *p) {
    put(p, "<dl class=\"relations\">"
           "<div><dt>contradiction</dt><dd>two statements in an article’s or outlet’s own voice that cannot both be so</dd></div>"
           "<div><dt>tension</dt><dd>both could be so by the letter, but a reader takes from one what the other excludes</dd></div>"
           "<div><dt>dispute</dt><dd>an article against a speaker it cites, or two speakers against each other</dd></div>"
           "<div><dt>reversal</dt><dd>a speaker against himself, or two who speak for one side</dd></div>"
           "<div><dt>update</dt><dd>a later figure that may take the place of the earlier one</dd></div></dl>\n");
}

void put_glossary(struct page *p) {
    put(p, "<section id=\"glossary\" class=\"view-glossary\" aria-labelledby=\"glossary-title\">\n<h2 id=\"glossary-title\">Glossary</h2>\n");
    put_relations(p);
    for (uint32_t i = 0; i < p->facets.used_count; i++) put_proposition(p, i);
    put(p, "</section>\n");
}

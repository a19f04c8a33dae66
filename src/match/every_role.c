/* Frames that take whatever somebody is told to be: "the director, Ann Roe", "Ann Roe, the bank's music director,", "Ann Roe
 * is music director of the opera", "hired Ann Roe as its music director". */
#include "match/matcher.h"

#include "base/trait.h"

/* The words of a role, as tokens; whoever is given it in the clause is marked, as who has retired from it is. */
struct role {
    int32_t person, first, head; /* a group; tokens */
    bool given, retired;
};

static const struct word *word_at(const struct matcher *m, int32_t t) {
    return token_at(m->s, t)->word;
}

static bool is_person_noun(const struct matcher *m, int32_t t) {
    const struct word *w = word_at(m, t);
    if (!w->noun || !(w->traits & TRAIT_PERSON || w->noun->traits & TRAIT_PERSON)) return false;
    return !word_is(w->noun, NOUN_GROUP) || lexicon_kind_of(lexicon_builtin(), w->noun->text, TEXT("person"));
}

/* "The Labour MP", as against "Ann Baker" */
static bool is_described(const struct matcher *m, const struct parse *p, const struct group *g) {
    return p->tags[g->first - p->first] == TAG_DETERMINER && is_person_noun(m, g->head);
}

static bool is_said_of(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct group *g = group == NONE ? NULL : &p->groups.items[group];
    return g && g->kind == GROUP_NOUN && g->flags & GROUP_NAME && !is_described(m, p, g);
}

/* Of a word before the head: does it tell which role? */
static bool is_modifier(const struct matcher *m, const struct parse *p, int32_t t) {
    enum tag tag = (enum tag)p->tags[t - p->first];
    const struct word *w = word_at(m, t);
    if (token_at(m->s, t)->flags & (TOKEN_PUNCTUATION | TOKEN_NUMBER)) return false;
    return tag == TAG_NOUN || tag == TAG_ADJECTIVE || (tag == TAG_NAME && w->listed && w->classes & (CLASS_NOUN | CLASS_ADJECTIVE)) ||
           (tag == TAG_VERB_PARTICIPLE && !w->verb) || w->traits & TRAIT_TITLE;
}

/* "Head of conservation", "director of music": the noun behind, which tells the field, or NONE. */
static int32_t field_of(const struct matcher *m, const struct parse *p, int32_t head) {
    static const char *const forms[] = {"head", "director", "minister", "secretary", "professor", "manager", "commissioner", "chief", "vice-president", "teacher", "dean"};
    const struct word *noun = word_at(m, head)->noun;
    bool led = noun && head + 2 <= p->last && is_form(m, head + 1, "of");
    for (size_t i = 0; led && i < sizeof forms / sizeof *forms; i++) {
        if (!text_equal(noun->text, text_of(forms[i]))) continue;
        int32_t group = group_at(p, head + 2);
        const struct group *g = group == NONE ? NULL : &p->groups.items[group];
        bool bare = g && g->kind == GROUP_NOUN && g->first == head + 2 && g->first == g->head && !(g->flags & (GROUP_NAME | GROUP_PRONOUN | GROUP_NUMBER | GROUP_DEFINITE));
        return bare && !(word_at(m, g->head)->traits & TRAIT_TIME) ? g->head : NONE;
    }
    return NONE;
}

static bool is_role_group(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct group *g = &p->groups.items[group];
    if (g->kind != GROUP_NOUN || g->flags & (GROUP_PRONOUN | GROUP_NUMBER | GROUP_NEGATED | GROUP_PLURAL)) return false;
    bool person = is_person_noun(m, g->head) || field_of(m, p, g->head) != NONE;
    return g->conjunct == NONE && person && (!(g->flags & GROUP_NAME) || is_described(m, p, g));
}

/* "~retired music director|#r": the words, then how it is told. */
static struct text print(struct matcher *m, const struct parse *p, const struct role *r) {
    struct buffer out = {0};
    buffer_char(&out, '~');
    for (int32_t t = r->first; t < r->head; t++) {
        if (!is_modifier(m, p, t)) continue;
        buffer_text(&out, word_at(m, t)->text);
        buffer_char(&out, ' ');
    }
    int32_t field = field_of(m, p, r->head);
    if (field != NONE) {
        buffer_text(&out, word_at(m, field)->text);
        buffer_char(&out, ' ');
    }
    buffer_text(&out, word_at(m, r->head)->noun->text);
    buffer_string(&out, r->given ? "|#given" : r->retired ? "|#retired" : "|#");
    struct text t = arena_text(m->a, buffer_view(&out));
    m->a->failed |= out.failed;
    buffer_release(&out);
    return t;
}

/* "Former", "then", "would-be": not what he is. */
static bool is_past(const struct matcher *m, const struct role *r) {
    static const char *const forms[] = {"former", "ex", "then", "one-time", "onetime", "sometime", "would-be", "acting", "interim", "outgoing",
                                        "next", "prospective", "possible", "likely", "alleged", "self-styled", "self-described", "aspiring"};
    for (int32_t t = r->first > 0 ? r->first - 1 : r->first; t < r->head; t++)
        if ((t >= r->first || !(token_at(m->s, t)->flags & TOKEN_PUNCTUATION)) && is_any_form(m, t, forms, sizeof forms / sizeof *forms) &&
            !(r->given && text_equal(word_at(m, t)->text, TEXT("next"))))
            return true;
    struct text first = word_at(m, r->first)->text;
    return first.length > 3 && memcmp(first.bytes, "ex-", 3) == 0;
}

static bool add_role(struct matcher *m, const struct parse *p, struct role *r) {
    if (is_past(m, r)) return true;
    for (int32_t t = r->first; t < r->head; t++) r->retired |= text_equal(word_at(m, t)->text, TEXT("retired"));
    for (size_t i = 0; i < m->r->every_role.count; i++) {
        int32_t number = m->r->every_role.items[i];
        const struct rule *rule = &m->r->rules.items[number];
        const struct argument *who = &m->r->propositions.items[rule->proposition].arguments.items[rule->frame.subject];
        struct match x = {.rule = number, .sentence = p->sentence, .head = r->head, .first = r->first, .last = r->head, .nominal = true,
                          .clause = p->clause_of[r->head - p->first], .outer = NONE};
        arguments_clear(&x);
        struct filler *f = &x.arguments[rule->frame.subject];
        if (!match_fill(m->out, p->sentence, r->person, who, f) || f->speaker || f->part) continue;
        x.lexeme = print(m, p, r);
        if (!match_add(m, &x)) return false;
    }
    return true;
}

static bool add_group(struct matcher *m, const struct parse *p, int32_t person, int32_t role, bool given) {
    const struct group *g = &p->groups.items[role];
    return add_role(m, p, &(struct role){.person = person, .first = g->first, .head = g->head, .given = given});
}

/* "Republican National Convention": one word behind, and a noun. */
static bool names_nobody(const struct matcher *m, const struct group *g, int32_t head) {
    const struct word *last = word_at(m, g->last);
    return head == g->last - 1 && last->listed && last->classes & CLASS_NOUN;
}

/* "Assistant District Attorney Dana Kubiak": the last noun for persons in the group of the name. */
static bool add_title(struct matcher *m, const struct parse *p, int32_t person) {
    const struct group *g = &p->groups.items[person];
    int32_t head = NONE;
    for (int32_t t = g->first; t < g->last; t++)
        if (is_person_noun(m, t) && is_modifier(m, p, t)) head = t;
    return head == NONE || names_nobody(m, g, head) || add_role(m, p, &(struct role){.person = person, .first = g->first, .head = head});
}

static bool add_apposed(struct matcher *m, const struct parse *p, int32_t person) {
    int32_t before = p->groups.items[person].apposition;
    if (before != NONE && is_role_group(m, p, before) && !add_group(m, p, person, before, false)) return false;
    for (int32_t g = person + 1; g < (int32_t)p->groups.count && g <= person + 3; g++) {
        bool apposed = p->groups.items[g].apposition == person && is_role_group(m, p, g);
        if (apposed && !add_group(m, p, person, g, false)) return false;
    }
    return true;
}

static bool gives_role(const struct matcher *m, const struct parse *p, const struct clause *c) {
    symbol verb = word_at(m, p->groups.items[c->verb].head)->known_verb;
    for (size_t i = 0; i < m->r->every_role.count; i++)
        if (rules_list_holds(m->r, m->r->rules.items[m->r->every_role.items[i]].frame.among, verb)) return true;
    return false;
}

/* "As its next conductor", "as the opera's conductor" */
static int32_t group_as(const struct matcher *m, const struct parse *p, int32_t clause) {
    for (int32_t g = 0; g < (int32_t)p->groups.count; g++) {
        int32_t t = p->groups.items[g].preposition;
        if (t == NONE || p->clause_of[p->groups.items[g].head - p->first] != clause || !text_equal(word_at(m, t)->text, TEXT("as"))) continue;
        return possessed(p, g);
    }
    return NONE;
}

/* "The Bank of Ostrow's governor": of whom it is told behind its owner. */
static int32_t owned_by(const struct parse *p, int32_t group) {
    enum { STEPS = 3 };
    for (int32_t g = group + 1; g <= group + STEPS && g < (int32_t)p->groups.count; g++)
        if (p->groups.items[g].possessor >= group && p->groups.items[g].possessor < g) return g;
    return group;
}

/* "Is principal conductor": where the adjective is taken for all of it. */
static int32_t complement_of(const struct parse *p, const struct clause *c) {
    int32_t g = c->complement == NONE ? NONE : owned_by(p, c->complement);
    if (g == NONE || p->groups.items[g].kind == GROUP_NOUN || g + 1 >= (int32_t)p->groups.count) return g;
    const struct group *next = &p->groups.items[g + 1];
    return next->kind == GROUP_NOUN && next->first == p->groups.items[g].last + 1 ? g + 1 : g;
}

/* "Ann Roe, appointed director in May, said" */
static bool is_reduced(const struct matcher *m, const struct parse *p, const struct clause *c) {
    const struct group *verb = &p->groups.items[c->verb];
    bool comma = verb->first > p->first && text_equal(word_at(m, verb->first - 1)->text, TEXT(","));
    return comma && verb->first == verb->last && c->object != NONE && c->second == NONE && is_role_group(m, p, c->object);
}

static bool is_he_or_she(const struct matcher *m, const struct parse *p, int32_t group) {
    const struct group *g = group == NONE ? NULL : &p->groups.items[group];
    return g && g->flags & GROUP_PRONOUN && (is_form(m, g->head, "he") || is_form(m, g->head, "she"));
}

/* "Approved the appointment of Ann Roe as registrar": whom the noun before gives it, or NONE. */
static int32_t named_as(const struct matcher *m, const struct parse *p, int32_t role) {
    static const char *const forms[] = {"appointment", "election", "nomination", "promotion", "selection", "hiring", "choice", "recruitment", "installation"};
    int32_t person = role - 1 < 0 ? NONE : role - 1;
    const struct group *g = person == NONE ? NULL : &p->groups.items[person];
    if (!g || g->last + 1 != p->groups.items[role].preposition || g->preposition == NONE || !is_said_of(m, p, person)) return NONE;
    const struct word *noun = g->preposition > p->first ? word_at(m, g->preposition - 1) : NULL;
    for (size_t i = 0; noun && i < sizeof forms / sizeof *forms; i++)
        if (noun->noun && text_equal(noun->noun->text, text_of(forms[i]))) return person;
    return NONE;
}

/* "Joined Lodestone as its chief", "succeeded him as chief": of these, who does it is what is told. */
static bool tells_of_doer(const struct matcher *m, const struct group *verb) {
    static const char *const verbs[] = {"join", "rejoin", "leave", "quit", "enter", "serve", "succeed", "replace", "follow", "represent", "head", "run", "lead",
                                        "retire", "return", "work", "begin", "start", "spend", "tell", "advise", "help", "visit"};
    const struct word *w = word_at(m, verb->head);
    for (size_t i = 0; w->verb && i < sizeof verbs / sizeof *verbs; i++)
        if (text_equal(w->verb->text, text_of(verbs[i]))) return true;
    return false;
}

/* "Described her as a leader": of whom the object names it is told, not of the subject. */
static bool tells_of_object(const struct matcher *m, const struct parse *p, const struct clause *c, int32_t role) {
    if (c->object == NONE || p->groups.items[c->object].first > p->groups.items[role].first || tells_of_doer(m, &p->groups.items[c->verb])) return false;
    const struct group *g = &p->groups.items[c->object];
    return g->flags & GROUP_PRONOUN || is_person_noun(m, g->head) || is_said_of(m, p, c->object);
}

static bool try_clause(struct matcher *m, const struct parse *p, int32_t clause) {
    const struct clause *c = &p->clauses.items[clause];
    if (c->verb == NONE || p->groups.items[c->verb].flags & GROUP_NEGATED) return true;
    bool given = gives_role(m, p, c);
    bool passive = p->groups.items[c->verb].flags & GROUP_PASSIVE || (given && is_reduced(m, p, c));
    int32_t person = given && !passive ? c->object : c->subject, role = group_as(m, p, clause);
    int32_t named = role == NONE ? NONE : named_as(m, p, role);
    if (named != NONE) return !is_role_group(m, p, role) || add_group(m, p, named, role, true);
    if (role != NONE && !given && tells_of_object(m, p, c, role)) return true;
    if (role == NONE && (given || p->groups.items[c->verb].flags & GROUP_COPULA))
        role = c->complement != NONE ? complement_of(p, c) : given ? (passive ? c->object : c->second) : NONE;
    bool said = is_said_of(m, p, person) || (!given && is_he_or_she(m, p, person));
    if (!said || role == NONE || !is_role_group(m, p, role)) return true;
    return add_group(m, p, person, role, given);
}

bool every_role_find(struct matcher *m, uint32_t sentence) {
    const struct parse *p = &m->out->parses[sentence];
    if (!m->r->every_role.count) return true;
    for (int32_t g = 0; g < (int32_t)p->groups.count; g++)
        if (is_said_of(m, p, g) && (!add_title(m, p, g) || !add_apposed(m, p, g))) return false;
    for (int32_t c = 0; c < (int32_t)p->clauses.count; c++)
        if (!try_clause(m, p, c)) return false;
    return true;
}

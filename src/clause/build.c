/* Groups → clauses, in one pass from left to right with a stack of open clauses: every verb group makes a clause, and
 * finds its subject among the noun groups that have not got a part yet. */
#include "clause/analysis.h"

enum { MAX_OPEN = 24 };

/* A clause whose verb may still come. */
struct frame {
    enum clause_kind kind;
    int32_t clause;     /* NONE until the verb has come */
    int32_t subject;    /* group waiting for its verb */
    int32_t antecedent; /* of a relative */
    int32_t marker, governor;
    int32_t first;    /* token */
    bool after_comma; /* opened after a comma or at the start: the next comma may close it */
    bool parenthesis;
};

struct builder {
    struct analysis *a;
    struct frame open[MAX_OPEN];
    int32_t depth;       /* open[depth] is the innermost */
    int32_t fresh;       /* a noun group since the last verb or break that may yet be a subject */
    int32_t pending;     /* one that came after a comma and may be the subject of what follows the next */
    int32_t listed;      /* the one that stood before the last "and": with `fresh` it may make a list */
    int32_t last_noun;   /* the last noun group, with or without preposition */
    int32_t coordinator; /* token since the last group, or NONE */
    bool comma;          /* … likewise */
    int32_t fronted[MAX_OPEN]; /* clauses that came before the main clause they hang from */
    int32_t fronted_count;
};

static struct frame *top(struct builder *b) {
    return &b->open[b->depth];
}

static struct group *group_at(struct builder *b, int32_t g) {
    return &b->a->groups[g];
}

static void push(struct builder *b, enum clause_kind kind, int32_t marker, int32_t first) {
    if (b->depth + 1 >= MAX_OPEN) return;
    struct frame *below = top(b);
    b->depth++;
    *top(b) = (struct frame){.kind = kind, .clause = NONE, .subject = NONE, .antecedent = NONE, .marker = marker,
                             .governor = below->clause, .first = first, .after_comma = b->comma || first == 0};
}

static void start_over(struct builder *b, int32_t first) {
    b->depth = 0;
    b->open[0] = (struct frame){.kind = CLAUSE_MAIN,
                                .clause = NONE,
                                .subject = NONE,
                                .antecedent = NONE,
                                .marker = NONE,
                                .governor = NONE,
                                .first = first};
    b->fresh = b->listed = b->pending = NONE;
    b->comma = false, b->coordinator = NONE;
    b->fronted_count = 0;
}

static struct clause *add_clause(struct builder *b, enum clause_kind kind, int32_t verb, int32_t subject,
                                 int32_t governor, int32_t marker, int32_t first) {
    struct analysis *a = b->a;
    struct clause *c = &a->clauses[a->clause_count++];
    *c = (struct clause){.kind = kind,
                         .verb = verb,
                         .subject = subject,
                         .object = NONE,
                         .second = NONE,
                         .complement = NONE,
                         .agent = NONE,
                         .governor = governor,
                         .marker = marker,
                         .first = first,
                         .last = first};
    b->fresh = b->pending = NONE;
    b->comma = false;
    b->coordinator = NONE;
    return c;
}

static int32_t last_clause(const struct builder *b) {
    return b->a->clause_count - 1;
}

static uint32_t usage_of_verb(struct builder *b, int32_t clause) {
    if (clause == NONE) return 0;
    int32_t verb = b->a->clauses[clause].verb;
    return verb == NONE ? 0 : verb_usage(b->a, group_at(b, verb)->head);
}

/* ---- verbs ---- */

/* The innermost open clause that has a subject (or antecedent) and still no verb; -1 when there is none. */
static int32_t waiting_frame(struct builder *b) {
    for (int32_t d = b->depth; d >= 0; d--) {
        if (b->open[d].clause == NONE && (b->open[d].subject != NONE || b->open[d].antecedent != NONE)) return d;
        if (b->open[d].parenthesis) return -1;
    }
    return -1;
}

static void adopt_fronted(struct builder *b, int32_t clause) {
    for (int32_t i = 0; i < b->fronted_count; i++) {
        struct clause *c = &b->a->clauses[b->fronted[i]];
        if (b->fronted[i] == clause) continue;
        c->governor = clause;
        if (c->subject == NONE) c->subject = b->a->clauses[clause].subject;
    }
    b->fronted_count = 0;
}

static void note_fronted(struct builder *b, int32_t clause) {
    if (b->a->clauses[clause].governor == NONE && b->fronted_count < MAX_OPEN) b->fronted[b->fronted_count++] = clause;
}

/* The waiting frame at depth d gets its verb. */
static void bind(struct builder *b, int32_t d, int32_t verb) {
    b->depth = d;
    struct frame *f = top(b);
    int32_t subject = f->subject != NONE ? f->subject : f->antecedent;
    bool object_relative = f->subject != NONE && f->antecedent != NONE;
    struct clause *c = add_clause(b, f->kind, verb, subject, f->governor, f->marker, f->first);
    f->clause = last_clause(b);
    int32_t mark = f->marker;
    bool place = mark != NONE && (is_word(b->a, mark, WORD_WHERE) || is_word(b->a, mark, WORD_WHEN) ||
                                  is_word(b->a, mark, WORD_WHOSE) || b->a->tag[mark - 1] == TAG_PREPOSITION);
    if (object_relative && !place) {
        if (group_at(b, verb)->flags & GROUP_COPULA)
            c->complement = f->antecedent;
        else
            c->object = f->antecedent;
    }
    if (f->kind == CLAUSE_ADVERBIAL && f->governor == NONE) note_fronted(b, f->clause);
    if (d == 0) adopt_fronted(b, f->clause);
}

/* Shares the subject of the clause it is joined to: "accepted X and rejected Y", headline ", cites Z". */
static void coordinate(struct builder *b, int32_t verb, int32_t subject) {
    struct frame *f = top(b);
    int32_t partner = f->clause;
    int32_t first = subject == NONE ? group_at(b, verb)->first : whole_first(b->a, subject);
    int32_t marker = b->coordinator;
    if (subject == NONE) subject = b->a->clauses[partner].subject;
    add_clause(b, CLAUSE_COORDINATE, verb, subject, partner, marker, marker == NONE ? first : marker);
    f->clause = last_clause(b);
}

/* The last noun group of the innermost clause turns out to be the subject of another: "said talks stalled". */
static void steal(struct builder *b, int32_t verb) {
    int32_t subject = b->fresh, governor = top(b)->clause;
    struct clause *g = governor == NONE ? NULL : &b->a->clauses[governor];
    if (g && g->object == subject) g->object = NONE;
    if (g && g->second == subject) g->second = NONE;
    if (g && g->complement == subject) g->complement = NONE;
    push(b, CLAUSE_COMPLEMENT, NONE, whole_first(b->a, subject));
    top(b)->subject = better_named(b->a, subject);
    top(b)->after_comma = false;
    bind(b, b->depth, verb);
}

/* "Said the total, at its lowest in May, climbed", "told reporters the meeting, held in May, was long": over a comma. */
static bool steal_said(struct builder *b, int32_t verb) {
    int32_t clause = top(b)->clause;
    uint32_t usage = usage_of_verb(b, clause);
    if (clause == NONE || b->coordinator != NONE || !(usage & USAGE_SAYS)) return false;
    const struct clause *c = &b->a->clauses[clause];
    int32_t said = usage & USAGE_TELLS && c->second != NONE ? c->second : usage & USAGE_TELLS ? NONE : c->object;
    if (said == NONE || group_at(b, said)->flags & GROUP_PRONOUN || !set_off(b->a, said, verb)) return false;
    b->fresh = said;
    steal(b, verb);
    return true;
}

/* The same over a relative clause: "said the plan that Kyiv rejected was dead". */
static bool steal_antecedent(struct builder *b, int32_t verb) {
    for (int32_t d = b->depth; d > 0; d--) {
        const struct frame *f = &b->open[d];
        if (f->kind != CLAUSE_RELATIVE || f->clause == NONE) continue;
        int32_t antecedent = f->antecedent != NONE ? f->antecedent : f->subject, governor = b->open[d - 1].clause;
        if (governor == NONE || !(usage_of_verb(b, governor) & USAGE_REPORT) ||
            group_at(b, antecedent)->preposition != NONE)
            return false;
        b->depth = d - 1;
        b->fresh = antecedent;
        steal(b, verb);
        return true;
    }
    return false;
}

/* "…," said Peskov: the subject stands right of a verb of saying that has none on its left. */
static int32_t subject_right(struct builder *b, int32_t verb) {
    if (group_at(b, verb)->flags & GROUP_PROGRESSIVE) return NONE;
    const struct group *v = group_at(b, verb);
    uint32_t usage = verb_usage(b->a, v->head), tells = USAGE_DITRANSITIVE | USAGE_RAISES | USAGE_SAYS; /* "tells reporters": they are told */
    if ((usage & tells) == tells || (!(usage & USAGE_REPORT) && !(v->flags & GROUP_COPULA))) return NONE;
    int32_t next = verb + 1;
    while (next < b->a->group_count && b->a->tag[group_at(b, next)->last + 1] == TAG_GENITIVE) next++;
    if (next >= b->a->group_count || !is_bare(b->a, next) || whole_first(b->a, next) != v->last + 1) return NONE;
    if (!(v->flags & GROUP_COPULA) && !(usage & USAGE_SAYS) && !may_speak(b->a, next)) return NONE; /* "then held | several sessions" */
    return better_named(b->a, next);
}

static void new_main(struct builder *b, int32_t verb, int32_t subject) {
    int32_t first = subject == NONE ? group_at(b, verb)->first : described_first(b->a, subject);
    if (first > group_at(b, verb)->first) first = group_at(b, verb)->first;
    int32_t marker = b->coordinator;
    bool joined = marker != NONE && b->open[0].clause != NONE;
    int32_t partner = b->open[0].clause, fronted = b->fronted_count;
    enum clause_kind kind = joined ? CLAUSE_COORDINATE : CLAUSE_MAIN;
    start_over(b, joined ? marker : first);
    b->fronted_count = fronted;
    add_clause(b, kind, verb, subject, joined ? partner : NONE, marker, joined ? marker : first);
    b->open[0].clause = last_clause(b);
    adopt_fronted(b, last_clause(b));
}

static uint32_t flags_of(struct builder *b, int32_t clause) {
    return clause == NONE ? 0 : group_at(b, b->a->clauses[clause].verb)->flags;
}

/* "Said progress had been made but | stressed that …": of the two it is not the progress that speaks. */
static bool cannot_say(struct builder *b, int32_t clause) {
    int32_t subject = b->a->clauses[clause].subject;
    if (usage_of_verb(b, clause) & USAGE_REPORT) return false;
    return subject == NONE || !may_speak(b->a, subject);
}

/* A finite verb joins a finite one: "asked Kyiv to withdraw and threatened", of the same tense if there is one. */
static void pop_to_partner(struct builder *b, int32_t verb) {
    uint32_t past = group_at(b, verb)->flags & GROUP_PAST;
    int32_t nearest = NONE;
    bool says = verb_usage(b->a, group_at(b, verb)->head) & USAGE_REPORT;
    for (int32_t d = b->depth; d >= 0 && !b->open[d].parenthesis; d--) {
        uint32_t flags = flags_of(b, b->open[d].clause);
        if (!(flags & GROUP_FINITE)) continue;
        if (d > 0 && ((says && cannot_say(b, b->open[d].clause)) || (b->open[d].kind == CLAUSE_RELATIVE && b->open[d].marker == NONE))) continue;
        if (nearest == NONE) nearest = d;
        if ((flags & GROUP_PAST) != past) continue;
        b->depth = d;
        return;
    }
    if (nearest != NONE) b->depth = nearest;
}

/* "Ending the war | is no simple matter": what the sentence opens with is the subject of its verb. */
static bool opens_as_subject(struct builder *b) {
    const struct frame *f = top(b);
    bool told = f->kind == CLAUSE_ADVERBIAL && f->marker != NONE && (is_word(b->a, f->marker, WORD_THAT) || is_word(b->a, f->marker, WORD_WHETHER));
    if ((f->kind != CLAUSE_PARTICIPLE && f->kind != CLAUSE_INFINITIVE && !told) || b->comma || b->coordinator != NONE || f->clause == NONE) return false;
    const struct clause *c = &b->a->clauses[f->clause];
    bool opens = c->first == 0 || (c->first == 1 && b->a->tag[0] == TAG_QUOTE);
    if (told) return opens && c->governor == NONE;
    return c->governor == NONE && opens && !(usage_of_verb(b, f->clause) & USAGE_REPORT);
}

/* "Quashing the verdict, the Court of Appeal | said": behind the comma after what the sentence opens with. */
static bool follows_opening(struct builder *b) {
    const struct frame *f = top(b);
    bool opening = f->kind == CLAUSE_PARTICIPLE && f->clause != NONE && b->a->clauses[f->clause].first == 0;
    return opening && b->a->clauses[f->clause].governor == NONE && b->fresh != NONE && b->pending == b->fresh;
}

/* A finite verb with no waiting subject of its own frame. */
static void finite_unclaimed(struct builder *b, int32_t verb, int32_t waiting) {
    bool shared = b->coordinator != NONE && b->fresh != NONE && group_at(b, b->fresh)->last < b->coordinator;
    bool free_subject = b->fresh != NONE && !shared && !is_time(b->a, b->fresh);
    struct frame *f = top(b);
    if (existential(b->a, verb)) {
        if (f->clause == NONE) {
            f->subject = NONE;
            add_clause(b, f->kind, verb, NONE, f->governor, f->marker, f->first);
            f->clause = last_clause(b);
            if (f->kind == CLAUSE_ADVERBIAL && f->governor == NONE)
                note_fronted(b, f->clause);
            else if (b->depth == 0)
                adopt_fronted(b, f->clause);
        } else if (b->coordinator != NONE || b->comma || b->depth > 0) {
            new_main(b, verb, NONE);
        } else {
            push(b, CLAUSE_COMPLEMENT, NONE, group_at(b, verb)->first);
            add_clause(b, CLAUSE_COMPLEMENT, verb, NONE, top(b)->governor, NONE, top(b)->first);
            top(b)->clause = last_clause(b);
        }
        return;
    }
    if (b->fresh == NONE && b->pending != NONE && b->comma && b->coordinator == NONE && waiting < 0) {
        new_main(b, verb, better_named(b->a, b->pending));
        return;
    }
    if (waiting >= 0 && b->coordinator == NONE &&
        !(free_subject && !b->comma && usage_of_verb(b, f->clause) & USAGE_REPORT && !disagrees(b->a, verb, b->fresh))) {
        bind(b, waiting, verb);
        return;
    }
    bool list = b->listed != NONE && b->fresh != NONE && group_at(b, b->listed)->conjunct == b->fresh;
    bool joined = b->fresh != NONE && b->coordinator != NONE && inside_list(b->a, b->fresh);
    if (joined && waiting == 0 && !(flags_of(b, f->clause) & GROUP_FINITE)) { /* "a man accused of stealing A and B | was" */
        bind(b, waiting, verb);
        return;
    }
    if (free_subject && f->clause != NONE) {
        bool apart = list && mark_at(b->a, whole_first(b->a, b->listed) - 1) == ','; /* "after he left, A and B met" */
        if (apart || (list && usage_of_verb(b, f->clause) & USAGE_REPORT)) { /* "said A and B agree" */
            b->comma |= apart;
            b->fresh = b->listed;
            b->coordinator = NONE;
            b->listed = NONE;
        } else if (list) { /* "accepted A and B rejected it" */
            group_at(b, b->listed)->conjunct = NONE;
        }
        if (b->coordinator != NONE)
            coordinate(b, verb, better_named(b->a, b->fresh));
        else if (b->comma || follows_opening(b))
            new_main(b, verb, better_named(b->a, b->fresh));
        else if (opens_as_subject(b))
            new_main(b, verb, NONE);
        else
            steal(b, verb);
        return;
    }
    if (b->coordinator == NONE && steal_antecedent(b, verb)) return;
    int32_t right = subject_right(b, verb);
    if (right != NONE && b->coordinator == NONE) {
        new_main(b, verb, right);
        return;
    }
    if (f->kind == CLAUSE_ADVERBIAL && opens_as_subject(b)) {
        new_main(b, verb, NONE);
        return;
    }
    if (f->clause != NONE) {
        while (b->comma && b->coordinator == NONE && b->depth > 0 && top(b)->after_comma) b->depth--;
        pop_to_partner(b, verb);
        if (steal_said(b, verb)) return;
        if (top(b)->clause != NONE)
            coordinate(b, verb, NONE);
        else
            bind(b, b->depth, verb);
        return;
    }
    int32_t subject = free_subject ? b->fresh : f->antecedent;
    f->subject = subject != NONE ? subject : right;
    bind(b, b->depth, verb);
}

/* Does a subject on the left still want its verb? Not when an infinitive has served it ("Cold snap to ease, say …"). */
static bool subject_owed(struct builder *b) {
    int32_t d = waiting_frame(b);
    if (d < 0) return false;
    for (int32_t k = 0; k < b->a->clause_count; k++) {
        const struct clause *c = &b->a->clauses[k];
        if (c->kind == CLAUSE_INFINITIVE && c->governor == NONE && c->subject == b->open[d].subject) return false;
    }
    return true;
}

/* "Talks in Moscow useful, says Peskov": behind the one comma of the sentence stands nothing but who says so. */
static bool ends_in_speaker(struct builder *b, int32_t verb, int32_t comma) {
    int32_t right = subject_right(b, verb), i = 0;
    while (mark_at(b->a, i) != ',') i++;
    if (i < comma || right == NONE || !(verb_usage(b->a, group_at(b, verb)->head) & USAGE_SAYS)) return false;
    for (i = group_at(b, right)->last + 1; i < b->a->count && mark_at(b->a, i);) i++;
    return i == b->a->count;
}

/* ", say forecasters": a verb of saying right after a comma, its subject on the right. */
static bool says_afterwards(struct builder *b, int32_t verb) {
    int32_t before = group_at(b, verb)->first - 1;
    uint32_t usage = verb_usage(b->a, group_at(b, verb)->head);
    if (before >= 0 && b->a->tag[before] == TAG_QUOTE) before--;
    if (before < 0 || mark_at(b->a, before) != ',' || !(usage & USAGE_REPORT)) return false;
    return (b->pending == NONE && !subject_owed(b) && subject_right(b, verb) != NONE) || ends_in_speaker(b, verb, before);
}

static void take_finite(struct builder *b, int32_t verb) {
    struct frame *f = top(b);
    if (b->coordinator == NONE && says_afterwards(b, verb)) {
        new_main(b, verb, subject_right(b, verb));
        return;
    }
    bool own = f->clause == NONE && (f->subject != NONE || f->antecedent != NONE) && !existential(b->a, verb);
    if (own)
        bind(b, b->depth, verb);
    else
        finite_unclaimed(b, verb, waiting_frame(b));
}

/* The clause that a non-finite verb hangs from, and its shared subject. */
static int32_t shared_subject(struct builder *b, int32_t governor, bool raises) {
    if (governor == NONE) return top(b)->subject;
    const struct clause *c = &b->a->clauses[governor];
    if (raises && c->object != NONE && usage_of_verb(b, governor) & USAGE_RAISES) return c->object;
    return c->subject;
}

static void take_nonfinite(struct builder *b, int32_t verb, enum clause_kind kind, int32_t subject, int32_t marker) {
    int32_t governor = top(b)->clause;
    int32_t first = marker == NONE ? group_at(b, verb)->first : marker;
    bool comma = b->comma || first == 0;
    add_clause(b, kind, verb, subject, governor, marker, first);
    int32_t made = last_clause(b);
    if (governor == NONE) note_fronted(b, made);
    if (b->depth + 1 >= MAX_OPEN) return;
    b->depth++;
    *top(b) = (struct frame){.kind = kind,
                             .clause = made,
                             .subject = subject,
                             .antecedent = NONE,
                             .marker = marker,
                             .governor = governor,
                             .first = first,
                             .after_comma = comma};
}

static void coordinate_nonfinite(struct builder *b, int32_t verb) {
    int32_t partner = top(b)->clause;
    int32_t marker = b->coordinator;
    add_clause(b, CLAUSE_COORDINATE, verb, b->a->clauses[partner].subject, partner, marker, marker);
    top(b)->clause = last_clause(b);
}

/* Pops to a clause of the given nature for "to X and Y", "by reaching … and leaving …". */
static bool joins_alike(struct builder *b, uint32_t flag) {
    if (b->coordinator == NONE || top(b)->clause == NONE) return false;
    for (int32_t d = b->depth; d >= 0; d--) {
        int32_t clause = b->open[d].clause;
        if (clause == NONE) return false;
        if (group_at(b, b->a->clauses[clause].verb)->flags & flag) {
            b->depth = d;
            return true;
        }
    }
    return false;
}

static void take_infinitive(struct builder *b, int32_t verb) {
    if (joins_alike(b, GROUP_INFINITIVE)) {
        coordinate_nonfinite(b, verb);
        return;
    }
    take_nonfinite(b, verb, CLAUSE_INFINITIVE, shared_subject(b, top(b)->clause, true), group_at(b, verb)->first);
}

/* Does token i end a verb, particle included ("ruled out | sending")? */
static bool after_verb(struct builder *b, int32_t i) {
    if (i > 0 && b->a->tag[i] == TAG_PARTICLE) i--;
    int32_t g = i >= 0 ? b->a->group_of[i] : NONE;
    return g != NONE && group_at(b, g)->kind == GROUP_VERB;
}

static void take_ing(struct builder *b, int32_t verb) {
    struct analysis *a = b->a;
    int32_t before = group_at(b, verb)->first - 1;
    if (before >= 0 && a->tag[before] == TAG_QUOTE) before--;
    bool governed = before >= 0 && (a->tag[before] == TAG_PREPOSITION || a->tag[before] == TAG_SUBORDINATOR);
    if (joins_alike(b, GROUP_ING) && !governed) {
        coordinate_nonfinite(b, verb);
        return;
    }
    int32_t governor = top(b)->clause;
    int32_t g = before >= 0 ? a->group_of[before] : NONE;
    if (governed) {
        if (a->tag[before] == TAG_SUBORDINATOR && top(b)->clause == NONE && b->depth > 0 && top(b)->marker == before)
            b->depth--;
        take_nonfinite(b, verb, CLAUSE_GERUND, shared_subject(b, top(b)->clause, false), before);
    } else if (after_verb(b, before)) {
        take_nonfinite(b, verb, CLAUSE_GERUND, shared_subject(b, governor, false), NONE);
    } else if (g != NONE && group_at(b, g)->kind == GROUP_NOUN && !b->comma) {
        take_nonfinite(b, verb, CLAUSE_RELATIVE, accompanied(a, g), NONE);
    } else {
        if (b->comma) {
            while (b->depth > 0 && top(b)->kind == CLAUSE_PARTICIPLE && top(b)->after_comma) b->depth--;
        }
        governor = top(b)->clause;
        take_nonfinite(b, verb, CLAUSE_PARTICIPLE, top(b)->clause != NONE && stands_absolute(b->a, g) ? better_named(a, g) : shared_subject(b, governor, false), NONE);
    }
}

/* A bare participle: "a plan drafted by …", ", rejected by Kyiv,"; the headline "Plan rejected by Kremlin". */
static void take_participle(struct builder *b, int32_t verb) {
    int32_t before = group_at(b, verb)->first - 1;
    bool comma = before >= 0 && mark_at(b->a, before) == ',';
    if (comma) before--;
    int32_t g = before >= 0 ? within_with(b->a, b->a->group_of[before]) : NONE;
    if (joins_alike(b, GROUP_PASSIVE)) {
        coordinate_nonfinite(b, verb);
    } else if (g != NONE && group_at(b, g)->kind == GROUP_NOUN) {
        take_nonfinite(b, verb, comma ? CLAUSE_PARTICIPLE : CLAUSE_RELATIVE, better_named(b->a, g), NONE);
    } else {
        take_nonfinite(b, verb, CLAUSE_PARTICIPLE, shared_subject(b, top(b)->clause, false), NONE);
    }
}

static void take_base(struct builder *b, int32_t verb) {
    uint32_t usage = usage_of_verb(b, top(b)->clause);
    int32_t before = group_at(b, verb)->first - 1;
    if (before > 0 && is_word(b->a, before, WORD_THAN) && is_word(b->a, before - 1, WORD_RATHER)) {
        take_nonfinite(b, verb, CLAUSE_INFINITIVE, shared_subject(b, top(b)->clause, false), before);
        return;
    }
    if (joins_alike(b, GROUP_INFINITIVE | GROUP_FUTURE | GROUP_MODAL)) {
        coordinate_nonfinite(b, verb);
    } else if (usage & USAGE_BARE && b->coordinator == NONE && !b->comma) {
        const struct clause *c = &b->a->clauses[top(b)->clause];
        take_nonfinite(b, verb, CLAUSE_INFINITIVE, c->object != NONE ? c->object : c->subject, NONE);
    } else {
        take_finite(b, verb);
    }
}

static void take_verb(struct builder *b, int32_t verb) {
    uint32_t flags = group_at(b, verb)->flags;
    if (flags & GROUP_FINITE)
        take_finite(b, verb);
    else if (flags & GROUP_INFINITIVE)
        take_infinitive(b, verb);
    else if (flags & GROUP_ING)
        take_ing(b, verb);
    else if (flags & GROUP_PASSIVE)
        take_participle(b, verb);
    else
        take_base(b, verb);
}

/* ---- noun groups ---- */

/* Right after the verb, or after the subject that follows it ("Is the deal | dead?"). */
static bool after_copula(struct builder *b, const struct clause *c, int32_t g) {
    return adjoins(b->a, c->verb, g) || (c->subject > c->verb && adjoins(b->a, c->subject, g));
}

/* A bare group after the verb of clause c: object, second object, complement or the subject of "there is". */
static void take_argument(struct builder *b, struct clause *c, int32_t g) {
    const struct group *verb = group_at(b, c->verb);
    uint32_t usage = verb_usage(b->a, verb->head);
    if (c->subject == g) return;
    bool right_there = adjoins(b->a, c->verb, g);
    if (is_time(b->a, g) && !(right_there && verb->flags & GROUP_COPULA)) return;
    if (existential(b->a, c->verb)) {
        if (c->subject == NONE) c->subject = g;
    } else if (verb->flags & GROUP_COPULA) {
        if (after_copula(b, c, g) && c->complement == NONE) c->complement = g;
    } else if (verb->flags & GROUP_PASSIVE) {
        bool named = usage & (USAGE_COMPLEMENT | USAGE_DITRANSITIVE);
        if (right_there && named && c->complement == NONE) c->complement = g;
    } else if (c->object == NONE) {
        if (right_there) c->object = g;
    } else if (adjoins(b->a, g - 1, g) || group_at(b, g)->possessor != NONE) {
        if (usage & USAGE_COMPLEMENT && c->complement == NONE && !(usage & USAGE_DITRANSITIVE))
            c->complement = g;
        else if (usage & USAGE_DITRANSITIVE && c->second == NONE)
            c->second = g;
    }
}

/* "Granted Roe and her brother an injunction": the "and" was that of the first object. */
static bool follows_list(struct builder *b, int32_t g) {
    return b->coordinator != NONE && b->last_noun == g - 1 && inside_list(b->a, g - 1) && adjoins(b->a, g - 1, g);
}

/* "To win the vote | he needs": what the sentence opens with is over, for no other verb is left to it. */
static bool begins_main(struct builder *b, int32_t g) {
    const struct frame *f = top(b);
    bool opens = f->kind == CLAUSE_INFINITIVE && f->clause != NONE && b->a->clauses[f->clause].first == 0 && b->depth == 1;
    if (!opens || b->open[0].clause != NONE || b->open[0].subject != NONE || !finite_follows(b->a, g)) return false;
    for (int32_t k = g + 2; k < b->a->group_count; k++)
        if (group_at(b, k)->kind == GROUP_VERB && group_at(b, k)->flags & GROUP_FINITE) return false;
    return true;
}

static void take_bare(struct builder *b, int32_t g) {
    struct frame *f = top(b);
    if (begins_main(b, g)) {
        b->depth = 0;
        *top(b) = (struct frame){.kind = CLAUSE_MAIN, .clause = NONE, .subject = better_named(b->a, g), .antecedent = NONE, .marker = NONE,
                                 .governor = NONE, .first = whole_first(b->a, g)};
        return;
    }
    if (contact_relative(b->a, b->last_noun, g) && (f->clause != NONE || f->subject == b->last_noun)) {
        int32_t antecedent = b->last_noun;
        bool told = f->clause != NONE && usage_of_verb(b, f->clause) & USAGE_TELLS && b->a->clauses[f->clause].object == antecedent;
        push(b, told ? CLAUSE_COMPLEMENT : CLAUSE_RELATIVE, NONE, whole_first(b->a, g)); /* "told the court | he knew" */
        if (!told) top(b)->antecedent = antecedent;
        top(b)->subject = g;
        return;
    }
    if (f->clause == NONE) {
        bool pronoun = b->comma && group_at(b, g)->flags & GROUP_PRONOUN && finite_follows(b->a, g);
        bool replace = f->subject == NONE || pronoun || (is_time(b->a, f->subject) && !is_time(b->a, g));
        if (replace) f->subject = better_named(b->a, g);
        return;
    }
    bool apposed = group_at(b, g)->apposition != NONE;
    if (!b->comma && !apposed && (b->coordinator == NONE || follows_list(b, g))) take_argument(b, &b->a->clauses[f->clause], g);
    if (!apposed) b->fresh = g;
    if (!apposed && b->comma && !is_time(b->a, g)) b->pending = g;
}

static void take_noun(struct builder *b, int32_t g) {
    struct group *group = group_at(b, g);
    if (is_emphatic(b->a, g)) return;
    if (group->preposition != NONE) {
        int32_t clause = top(b)->clause;
        if (clause != NONE && is_word(b->a, group->preposition, WORD_BY) && is_bare(b->a, g) == false) {
            struct clause *c = &b->a->clauses[clause];
            bool owner = b->a->tag[group->last + 1] == TAG_GENITIVE;
            if (group_at(b, c->verb)->flags & GROUP_PASSIVE && !owner &&
                (c->agent == NONE || group->apposition == c->agent) && !is_time(b->a, g))
                c->agent = g;
        }
    } else if (is_bare(b->a, g)) {
        take_bare(b, g);
    }
    if (b->a->tag[group->last + 1] != TAG_GENITIVE) {
        bool renames = b->fresh != NONE && group->apposition == b->fresh && adjoins(b->a, b->fresh, g); /* ", owner | Ann Roe | said" */
        if (!inside_list(b->a, g)) b->comma = b->comma && (b->fresh == g || renames);
        if (!(b->coordinator != NONE && b->fresh == g)) b->coordinator = NONE;
        b->last_noun = g;
    }
}

/* "is unacceptable", "found it useful", "deemed parts unacceptable". */
static void take_adjective(struct builder *b, int32_t g) {
    int32_t clause = top(b)->clause;
    if (clause == NONE) return;
    struct clause *c = &b->a->clauses[clause];
    if (c->complement != NONE || b->comma) return;
    uint32_t flags = group_at(b, c->verb)->flags, usage = usage_of_verb(b, clause);
    bool near = after_copula(b, c, g);
    if (flags & GROUP_COPULA ? near : (usage & USAGE_COPULA && near) || (usage & USAGE_COMPLEMENT)) c->complement = g;
}

/* ---- what stands between groups ---- */

/* "turned the plan | down". */
static void take_particle(struct builder *b, int32_t i) {
    int32_t clause = top(b)->clause, object = clause == NONE ? NONE : b->a->clauses[clause].object;
    if (object == NONE || group_at(b, object)->last + 1 != i) return;
    struct group *verb = group_at(b, b->a->clauses[clause].verb);
    if (verb->particle == NONE) verb->particle = i;
}

static bool clause_word(struct builder *b, int32_t i) {
    return is_word(b->a, i, WORD_THAT) || is_word(b->a, i, WORD_WHETHER) || b->a->tag[i] == TAG_QUESTION_WORD;
}

static void take_marker(struct builder *b, int32_t i) {
    enum clause_kind kind = CLAUSE_ADVERBIAL;
    if (clause_word(b, i) && (top(b)->clause != NONE || top(b)->subject != NONE))
        kind = CLAUSE_COMPLEMENT;
    else if (b->a->tag[i] == TAG_QUESTION_WORD)
        return; /* a question: its own main clause */
    bool asks = usage_of_verb(b, top(b)->clause) & USAGE_REPORT || b->a->tag[i - 1] == TAG_ADJECTIVE;
    if (is_word(b->a, i, WORD_IF) && top(b)->clause != NONE && asks && !b->comma) kind = CLAUSE_COMPLEMENT;
    if (b->comma) {
        while (b->depth > 0 && top(b)->after_comma && top(b)->clause != NONE) b->depth--;
    }
    push(b, kind, i, i);
    b->fresh = NONE;
}

static void take_relative(struct builder *b, int32_t i) {
    if (b->last_noun == NONE) return;
    const struct clause *c = top(b)->clause == NONE ? NULL : &b->a->clauses[top(b)->clause];
    int32_t focus = c ? cleft_focus(b->a, c, i) : NONE;
    if (focus != NONE) {
        push(b, CLAUSE_COMPLEMENT, i, focus);
        b->fresh = NONE;
        return;
    }
    int32_t lifted = c ? cleft_antecedent(b->a, c, b->last_noun) : b->last_noun;
    int32_t antecedent = who_is_meant(b->a, i, lifted);
    if (lifted == b->last_noun && b->coordinator != NONE && b->depth > 0 && top(b)->kind == CLAUSE_RELATIVE)
        antecedent = top(b)->antecedent, b->depth--;
    push(b, CLAUSE_RELATIVE, i, i);
    top(b)->antecedent = antecedent;
    b->fresh = NONE;
}

static void take_punctuation(struct builder *b, int32_t i) {
    char mark = mark_at(b->a, i);
    bool dateline = mark == '-' && b->a->clause_count == 0 && i < 8; /* "JACKSON, Miss. — Damage …" */
    if (dateline)
        start_over(b, i + 1);
    else if (mark == ',' || mark == '-')
        b->comma = true;
    else if (mark == ';' || mark == ':' || mark == '.' || mark == '?' || mark == '!' || mark == '|')
        start_over(b, i + 1);
    else if (mark == '(' || mark == '[') {
        push(b, CLAUSE_MAIN, NONE, i + 1);
        top(b)->parenthesis = true;
    } else if (mark == ')' || mark == ']') {
        while (b->depth > 0 && !top(b)->parenthesis) b->depth--;
        if (b->depth > 0) b->depth--;
    }
    if (b->comma) b->fresh = NONE;
}

/* "Any meeting between A | and B": it joins what a preposition leads, and the meeting still waits for its verb. */
static bool joins_led(struct builder *b, int32_t i) {
    if (b->last_noun == NONE || b->fresh == NONE || b->fresh >= b->last_noun || group_at(b, b->last_noun)->preposition == NONE) return false;
    int32_t next = group_at(b, b->last_noun)->conjunct;
    return next != NONE && group_at(b, next)->first > i && !is_bare(b->a, next);
}

static void take_token(struct builder *b, int32_t i) {
    switch (b->a->tag[i]) {
    case TAG_PUNCTUATION:
        take_punctuation(b, i);
        break;
    case TAG_COORDINATOR:
        if (joins_led(b, i)) break;
        b->coordinator = i;
        b->listed = b->fresh;
        b->fresh = NONE;
        break;
    case TAG_SUBORDINATOR:
    case TAG_QUESTION_WORD:
        take_marker(b, i);
        break;
    case TAG_RELATIVE:
        take_relative(b, i);
        break;
    case TAG_PARTICLE:
        take_particle(b, i);
        break;
    case TAG_BE:
    case TAG_HAVE:
    case TAG_DO:
    case TAG_MODAL: /* "Which parts | did | Putin accept?" */
        if (top(b)->clause == NONE && top(b)->antecedent == NONE)
            top(b)->antecedent = top(b)->subject, top(b)->subject = NONE;
        break;
    default:
        break;
    }
}

static void take_group(struct builder *b, int32_t g) {
    enum group_kind kind = group_at(b, g)->kind;
    kind == GROUP_VERB ? take_verb(b, g) : kind == GROUP_NOUN ? take_noun(b, g) : take_adjective(b, g);
}

/* ---- the end ---- */

/* "Talks to resume": an infinitive with a subject and no other verb is the main clause, and future. */
static void promote_infinitive(struct analysis *a) {
    for (int32_t k = 0; k < a->clause_count; k++) {
        const struct clause *main = &a->clauses[k];
        bool says = main->verb != NONE && main->subject > main->verb; /* ", say forecasters" */
        if (main->kind == CLAUSE_MAIN && !says) return;
    }
    struct clause *c = a->clause_count ? &a->clauses[0] : NULL;
    if (!c || c->subject == NONE || c->verb == NONE) return;
    struct group *verb = &a->groups[c->verb];
    bool reduced = c->kind == CLAUSE_RELATIVE && c->marker == NONE;
    if (c->kind != CLAUSE_INFINITIVE && !reduced && !(c->kind == CLAUSE_PARTICIPLE && verb->flags & GROUP_ING)) return;
    if (c->kind == CLAUSE_INFINITIVE) verb->flags |= GROUP_FUTURE;
    c->kind = CLAUSE_MAIN;
    c->governor = NONE;
    c->first = a->groups[c->subject].first;
}

static void add_verbless(struct builder *b) {
    struct analysis *a = b->a;
    int32_t subject = b->open[0].subject != NONE ? b->open[0].subject : a->group_count ? 0 : NONE;
    if (subject != NONE && a->groups[subject].kind != GROUP_NOUN) subject = NONE;
    struct clause *c = add_clause(b, CLAUSE_VERBLESS, NONE, subject, NONE, NONE, 0);
    for (int32_t g = subject + 1; subject != NONE && g < a->group_count; g++) {
        if (a->groups[g].kind == GROUP_ADJECTIVE) c->complement = g;
    }
    c->last = a->count - 1;
}

void find_clauses(struct analysis *a) {
    struct builder b; /* not cleared: the stack below `depth` is all that is read of it */
    b.a = a;
    b.last_noun = NONE;
    start_over(&b, 0);
    for (int32_t i = 0; i < a->count; i++) {
        bool opens = a->tag[i] == TAG_PUNCTUATION || a->tag[i - 1] == TAG_RELATIVE;
        int32_t aside = opens ? take_aside(a, i) : NONE, g = a->group_of[i];
        if (aside != NONE) {
            if (!verb_follows_on(a, aside)) take_token(&b, i);
            i = aside;
        }
        else if (g == NONE)
            take_token(&b, i);
        else
            take_group(&b, g), i = a->groups[g].last;
    }
    if (!a->count) return;
    if (!a->clause_count) add_verbless(&b);
    promote_infinitive(a);
    find_extents(a);
}

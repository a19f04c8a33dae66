/* The examples of the rules, run as tests. Outcomes as ast-grep names them: reported, quiet, missing, noisy, wrong. */
#include "library/rules.h"

#include "pipeline.h"
#include "report/describe.h"
#include "report/output.h"

#include <string.h>

enum outcome { REPORTED, QUIET, MISSING, NOISY, WRONG };

static const char *const outcome_names[] = {
    [REPORTED] = "reported", [QUIET] = "quiet", [MISSING] = "missing", [NOISY] = "noisy", [WRONG] = "wrong"};

struct selftest {
    const struct rules *rules;
    struct worker worker;
    struct output output;
    bool verbose;
    struct belie_test_counts *counts;
};

static struct text name_of(const struct selftest *t, symbol s) {
    return symbols_text(&t->rules->symbols, s);
}

static bool same_unit(struct text a, struct text b) {
    return !a.length || !b.length || text_equal(a, b);
}

/* A figure as written fits when the reading holds it (a point) or is it (an interval). */
static bool interval_fits(const struct claim *c, struct interval wanted) {
    const struct reading *reading = &c->reading;
    for (size_t i = 0; i < reading->means_count; i++) {
        struct interval piece = reading->means_interval[i];
        if (c->negated) {
            if (!interval_disjoint(piece, wanted)) return false;
        } else if (wanted.low == wanted.high ? interval_contains(piece, wanted.low)
                                             : interval_compare(piece, wanted) == 0) {
            return true;
        }
    }
    return c->negated;
}

static bool atom_fits(const struct selftest *t, const struct claim *c, struct text wanted) {
    int32_t entity = rules_find_entity(t->rules, c->reading.atom);
    return text_equal(c->reading.atom, wanted) ||
           (entity >= 0 && text_equal(t->rules->entities.items[entity].label, wanted));
}

static bool value_fits(struct selftest *t, const struct claim *c, const struct example_claim *wanted) {
    struct figure figure;
    if (c->negated != wanted->negated) return false;
    if (c->value >= 0) return t->rules->propositions.items[c->proposition].values.items[c->value].id == wanted->value;
    if (c->reading.space == SPACE_ATOM) return atom_fits(t, c, wanted->figure);
    return figure_parse(&t->worker.arena, wanted->figure, &figure) && same_unit(figure.unit, c->reading.unit) &&
           interval_fits(c, figure.means);
}

static bool argument_fits(const struct selftest *t, const struct claim *c, struct text name, struct text id) {
    const struct proposition *p = &t->rules->propositions.items[c->proposition];
    for (size_t i = 0; i < p->arguments.count; i++) {
        const struct claim_argument *argument = &c->arguments[i];
        if (!text_equal(name_of(t, p->arguments.items[i].name), name)) continue;
        return text_equal(argument->id, id) ||
               (argument->entity >= 0 && text_equal(name_of(t, t->rules->entities.items[argument->entity].id), id));
    }
    return false;
}

/* "party=russia plan=us-plan" */
static bool arguments_fit(const struct selftest *t, const struct claim *c, struct text wanted) {
    while (wanted.length) {
        const char *space = memchr(wanted.bytes, ' ', wanted.length);
        struct text pair = space ? text_slice(wanted, 0, (size_t)(space - wanted.bytes)) : wanted;
        const char *sign = memchr(pair.bytes, '=', pair.length);
        size_t at = sign ? (size_t)(sign - pair.bytes) : pair.length;
        if (!argument_fits(t, c, text_slice(pair, 0, at), text_slice(pair, at + 1, pair.length))) return false;
        wanted = text_slice(wanted, pair.length + 1, wanted.length);
    }
    return true;
}

static bool voice_fits(const struct selftest *t, const struct claim *c, struct text wanted) {
    if (!wanted.length) return true;
    if (c->voice.kind == VOICE_OUTLET) return text_equal(wanted, TEXT("outlet"));
    if (c->voice.entity < 0) return text_equal(wanted, c->voice.name);
    return text_equal(wanted, name_of(t, t->rules->entities.items[c->voice.entity].id));
}

static bool claim_fits(struct selftest *t, const struct claim *c, const struct example_claim *wanted) {
    struct text modality = wanted->modality.length ? wanted->modality : text_of(modality_name(MODALITY_ASSERTED));
    return value_fits(t, c, wanted) && arguments_fit(t, c, wanted->arguments) && voice_fits(t, c, wanted->voice) &&
           text_equal(text_of(modality_name(c->modality)), modality);
}

static bool is_made_by(const struct claim *c, int32_t rule) {
    return c->rule == rule;
}

static bool is_wanted(struct selftest *t, const struct claim *c, const struct example *example) {
    for (size_t i = 0; i < example->claims.count; i++)
        if (claim_fits(t, c, &example->claims.items[i])) return true;
    return false;
}

static bool is_found(struct selftest *t, const struct claims *claims, int32_t rule,
                     const struct example_claim *wanted) {
    for (size_t i = 0; i < claims->items.count; i++) {
        const struct claim *c = &claims->items.items[i];
        if (is_made_by(c, rule) && claim_fits(t, c, wanted)) return true;
    }
    return false;
}

static enum outcome judge(struct selftest *t, const struct claims *claims, int32_t rule,
                          const struct example *example) {
    size_t found = 0;
    bool right = true;
    for (size_t i = 0; i < claims->items.count; i++) {
        if (!is_made_by(&claims->items.items[i], rule)) continue;
        found++;
        right = right && is_wanted(t, &claims->items.items[i], example);
    }
    if (!example->claims.count) return found ? NOISY : QUIET;
    if (!found) return MISSING;
    for (size_t i = 0; i < example->claims.count; i++)
        right = right && is_found(t, claims, rule, &example->claims.items[i]);
    return right ? REPORTED : WRONG;
}

static void print_wanted(struct selftest *t, const struct example *example) {
    struct buffer *out = &t->output.text;
    buffer_string(out, "    expected: ");
    for (size_t i = 0; i < example->claims.count; i++) {
        const struct example_claim *c = &example->claims.items[i];
        buffer_format(out, "%s%s%.*s", i ? "; " : "", c->negated ? "not " : "",
                      TEXT_ARGS(c->value ? name_of(t, c->value) : c->figure));
        if (c->arguments.length) buffer_format(out, " (%.*s)", TEXT_ARGS(c->arguments));
        if (c->modality.length) buffer_format(out, ", %.*s", TEXT_ARGS(c->modality));
        if (c->voice.length) buffer_format(out, ", says %.*s", TEXT_ARGS(c->voice));
    }
    buffer_string(out, example->claims.count ? "\n" : "nothing\n");
}

static void print_one_found(struct selftest *t, const struct claim *c) {
    struct buffer *out = &t->output.text;
    if (c->negated) buffer_string(out, "not ");
    describe_value(out, t->rules, c);
    buffer_string(out, " (");
    describe_arguments(out, t->rules, c);
    buffer_char(out, ')');
    if (c->modality != MODALITY_ASSERTED) buffer_format(out, ", %s", modality_name(c->modality));
    if (c->voice.kind == VOICE_SPEAKER)
        buffer_format(out, ", says %.*s", TEXT_ARGS(voice_speaker(t->rules, &c->voice)));
}

static void print_found(struct selftest *t, const struct claims *claims, int32_t rule) {
    size_t found = 0;
    buffer_string(&t->output.text, "    found: ");
    for (size_t i = 0; i < claims->items.count; i++) {
        if (!is_made_by(&claims->items.items[i], rule)) continue;
        if (found++) buffer_string(&t->output.text, "; ");
        print_one_found(t, &claims->items.items[i]);
    }
    buffer_string(&t->output.text, found ? "\n" : "nothing\n");
}

static void print_example(struct selftest *t, const struct claims *claims, int32_t rule, const struct example *example,
                          enum outcome outcome) {
    struct buffer *out = &t->output.text;
    bool good = outcome == REPORTED || outcome == QUIET;
    if (good && !t->verbose && !example->known_miss) return;
    if (!good && example->known_miss && !t->verbose) return;
    print_clean(out, t->rules->files.items[example->place.file]);
    buffer_format(out, ":%u:%u: %s: ", (unsigned)example->place.line, (unsigned)example->place.column,
                  outcome_names[outcome]);
    rules_put_name(t->rules, rule, out);
    if (example->known_miss) buffer_string(out, good ? " (no longer a miss: take its \"todo\" away)" : " (known miss)");
    buffer_string(out, "\n    “");
    print_clean(out, example->text);
    buffer_string(out, "”\n");
    if (good) return;
    print_wanted(t, example);
    print_found(t, claims, rule);
}

static void count(struct selftest *t, const struct example *example, enum outcome outcome) {
    size_t *counts[] = {[REPORTED] = &t->counts->reported,
                        [QUIET] = &t->counts->quiet,
                        [MISSING] = &t->counts->missing,
                        [NOISY] = &t->counts->noisy,
                        [WRONG] = &t->counts->wrong};
    if (example->known_miss && outcome != REPORTED && outcome != QUIET)
        t->counts->known_misses++;
    else
        ++*counts[outcome];
}

/* The example is a document of one paragraph, or of one block of the first kind that the rule is limited to. */
static bool example_claims(struct selftest *t, const struct rule *rule, const struct example *example,
                           struct stages *out, struct belie_error *e) {
    struct worker *w = &t->worker;
    *out = (struct stages){0};
    arena_reset(&w->arena);
    if (!segment_text(&w->arena, example->text, w->vocabulary, &out->document, &out->segmented))
        return error_no_memory(e);
    for (int kind = BLOCK_KINDS - 1; kind >= 0; kind--)
        if (rule->blocks >> kind & 1 && out->document.blocks.count)
            out->document.blocks.items[0].kind = (enum block_kind)kind;
    return pipeline_claims(w, 0, out, e);
}

static bool run_rule(struct selftest *t, int32_t index, struct belie_error *e) {
    const struct rule *rule = &t->rules->rules.items[index];
    for (size_t i = 0; i < rule->examples.count; i++) {
        const struct example *example = &rule->examples.items[i];
        struct stages stages;
        if (!example_claims(t, rule, example, &stages, e)) return false;
        enum outcome outcome = judge(t, &stages.claims, index, example);
        count(t, example, outcome);
        print_example(t, &stages.claims, index, example, outcome);
        if (!output_flush(&t->output)) return false;
    }
    return true;
}

static bool is_chosen(struct selftest *t, int32_t rule, const char *only) {
    if (!only) return true;
    struct arena scratch = {0};
    struct text name = rules_name(t->rules, rule, &scratch);
    bool chosen = text_starts(name, text_of(only));
    for (size_t i = 0; !chosen && i < name.length; i++) /* or from the proposition on */
        if (name.bytes[i] == '/') chosen = text_starts(text_slice(name, i + 1, name.length), text_of(only));
    arena_release(&scratch);
    return chosen;
}

static void print_summary(struct selftest *t) {
    const struct belie_test_counts *n = t->counts;
    buffer_format(&t->output.text,
                  "%zu examples: %zu reported, %zu quiet, %zu missing, %zu noisy, %zu wrong, %zu known misses\n",
                  n->reported + n->quiet + n->missing + n->noisy + n->wrong + n->known_misses, n->reported, n->quiet,
                  n->missing, n->noisy, n->wrong, n->known_misses);
}

bool belie_rules_test(const belie_rules *rules, const char *only, bool verbose, belie_write *write, void *context,
                      struct belie_test_counts *counts, struct belie_error *error) {
    struct selftest t = {
        .rules = rules->rules, .output = {.write = write, .context = context}, .verbose = verbose, .counts = counts};
    *counts = (struct belie_test_counts){0};
    bool ok = worker_start(&t.worker, rules->rules, error);
    for (size_t i = 0; ok && i < rules->rules->rules.count; i++)
        if (is_chosen(&t, (int32_t)i, only)) ok = run_rule(&t, (int32_t)i, error);
    if (ok) print_summary(&t);
    worker_end(&t.worker);
    return output_end(&t.output, error) && ok;
}

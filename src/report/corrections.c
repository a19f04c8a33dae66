#include "report/corrections.h"

#include "compare/explain.h"
#include "report/describe.h"
#include "report/json_claim.h"

static void quoted(struct buffer *out, const struct citation *c) {
    buffer_string(out, "    “");
    print_clean(out, citation_quote(c));
    buffer_string(out, "”\n");
}

static void place(struct buffer *out, const struct citation *c) {
    buffer_format(out, ":%zu:%zu", c->place.line, c->place.column);
}

static void question(struct buffer *out, const struct rules *r, const struct claim *c) {
    struct arena scratch = {0};
    print_clean(out, explain_question(&scratch, r, c));
    out->failed |= scratch.failed;
    arena_release(&scratch);
}

static void standing(struct buffer *out, const struct rules *r, const struct entry_of_ledger *x) {
    struct citation c = origin_cite(x->origin, x->claim);
    buffer_string(out, "  still in ");
    print_clean(out, x->source->path);
    place(out, &c);
    buffer_string(out, ", ");
    print_clean(out, voice_label(r, x->source, &x->claim->voice));
    if (x->source->published != NO_DATE) {
        buffer_string(out, ", ");
        describe_date(out, x->source->published);
    }
    buffer_char(out, '\n');
    quoted(out, &c);
}

void correction_text(struct buffer *out, const struct rules *r, const struct correction *c) {
    struct citation old = origin_cite(c->withdrawn.origin, c->withdrawn.claim);
    question(out, r, c->withdrawn.claim);
    buffer_string(out, "\n  ");
    print_clean(out, c->uri);
    buffer_format(out, ", version %d, said at %zu:%zu\n", (int)c->old_version, old.place.line, old.place.column);
    quoted(out, &old);
    buffer_format(out, "  version %d of ", (int)c->new_version);
    describe_date(out, c->changed_on);
    buffer_string(out, c->now.count ? " says\n" : " no longer says so\n");
    for (size_t i = 0; i < c->now.count; i++) {
        struct citation now = origin_cite(c->now.items[i].origin, c->now.items[i].claim);
        quoted(out, &now);
    }
    for (size_t i = 0; i < c->standing.count; i++) standing(out, r, &c->standing.items[i]);
    buffer_char(out, '\n');
}

static void entry(struct buffer *out, const struct rules *r, const struct entry_of_ledger *x) {
    struct citation c = origin_cite(x->origin, x->claim);
    json_open(out, '{');
    json_source(out, x->source);
    json_key(out, "voice");
    json_voice(out, r, &x->claim->voice, false);
    json_citation(out, r, x->claim, &c);
    json_close(out, '}');
}

static void entries(struct buffer *out, const struct rules *r, const char *name, const struct entry_of_ledger *items,
                    size_t count) {
    json_key(out, name);
    json_open(out, '[');
    for (size_t i = 0; i < count; i++) entry(out, r, &items[i]);
    json_close(out, ']');
}

void correction_json(struct buffer *out, const struct rules *r, const struct correction *c) {
    const struct claim *claim = c->withdrawn.claim;
    struct buffer asked = {0};
    question(&asked, r, claim);
    json_open(out, '{');
    json_key(out, "uri");
    json_string(out, c->uri);
    json_key(out, "old_version");
    json_count(out, (size_t)c->old_version);
    json_key(out, "new_version");
    json_count(out, (size_t)c->new_version);
    json_key(out, "changed_on");
    json_date(out, c->changed_on);
    json_key(out, "proposition");
    json_string(out, symbols_text(&r->symbols, r->propositions.items[claim->proposition].id));
    json_key(out, "question");
    json_string(out, buffer_view(&asked));
    entries(out, r, "withdrawn", &c->withdrawn, 1);
    entries(out, r, "now", c->now.items, c->now.count);
    entries(out, r, "standing", c->standing.items, c->standing.count);
    json_close(out, '}');
    buffer_char(out, '\n');
    out->failed |= asked.failed;
    buffer_release(&asked);
}

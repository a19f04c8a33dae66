#include "report/json_claim.h"

#include "compare/open.h"

#include "report/describe.h"

static void state_names(struct buffer *out, const struct rules *r, const struct proposition *p, uint64_t mask) {
    json_open(out, '[');
    for (size_t i = 0; i < p->states.count; i++)
        if (mask >> i & 1) json_string(out, symbols_text(&r->symbols, p->states.items[i]));
    json_close(out, ']');
}

static void interval(struct buffer *out, const struct interval *i) {
    char bounds[] = {i->low_open ? '(' : '[', i->high_open ? ')' : ']'};
    json_open(out, '[');
    json_number(out, i->low);
    json_number(out, i->high);
    json_string(out, (struct text){bounds, sizeof bounds});
    json_close(out, ']');
}

static void intervals(struct buffer *out, const struct interval *pieces, size_t count) {
    if (count != 1) json_open(out, '[');
    for (size_t i = 0; i < count; i++) interval(out, &pieces[i]);
    if (count != 1) json_close(out, ']');
}

static void atom(struct buffer *out, struct text t) {
    json_open(out, '[');
    json_string(out, t);
    json_close(out, ']');
}

static void what(struct buffer *out, const struct rules *r, const struct proposition *p, const struct reading *reading,
                 bool means) {
    switch (reading->space) {
    case SPACE_STATES:
        state_names(out, r, p, means ? reading->means : reading->suggests);
        break;
    case SPACE_FIGURE:
    case SPACE_DATE:
        intervals(out, means ? reading->means_interval : reading->suggests_interval,
                  means ? reading->means_count : reading->suggests_count);
        break;
    case SPACE_ATOM:
        atom(out, reading->atom);
        break;
    }
}

void json_reading(struct buffer *out, const struct rules *r, const struct proposition *p,
                  const struct reading *reading) {
    json_key(out, "means");
    what(out, r, p, reading, true);
    json_key(out, "suggests");
    what(out, r, p, reading, false);
    if (reading->space != SPACE_FIGURE && reading->space != SPACE_DATE) return;
    json_key(out, "unit");
    json_string_or_null(out, reading->unit);
}

void json_arguments(struct buffer *out, const struct rules *r, const struct claim *c, bool for_people) {
    const struct proposition *p = &r->propositions.items[c->proposition];
    json_key(out, "arguments");
    json_open(out, '{');
    for (size_t i = 0; i < p->arguments.count; i++) {
        struct text id = c->arguments[i].id;
        if (!id.length || (for_people && open_is_inner(id))) continue;
        json_string(out, symbols_text(&r->symbols, p->arguments.items[i].name));
        buffer_char(out, ':');
        json_string(out, for_people ? open_label(id) : id);
    }
    json_close(out, '}');
}

static void entity_id(struct buffer *out, const struct rules *r, int32_t entity) {
    if (entity < 0)
        json_null(out);
    else
        json_string(out, symbols_text(&r->symbols, r->entities.items[entity].id));
}

void json_voice(struct buffer *out, const struct rules *r, const struct voice *v, bool side) {
    json_open(out, '{');
    json_key(out, "kind");
    json_string(out, v->kind == VOICE_OUTLET ? TEXT("outlet") : TEXT("speaker"));
    if (v->kind == VOICE_SPEAKER) {
        json_key(out, "entity");
        entity_id(out, r, v->entity);
        json_key(out, "name");
        json_string(out, side ? v->name : voice_speaker(r, v));
    }
    if (v->kind == VOICE_SPEAKER && side) {
        json_key(out, "side");
        entity_id(out, r, v->side);
    }
    json_close(out, '}');
}

void json_rule(struct buffer *out, const struct rules *r, int32_t rule) {
    struct buffer name = {0};
    rules_put_name(r, rule, &name);
    json_string(out, buffer_view(&name));
    out->failed |= name.failed;
    buffer_release(&name);
}

void json_citation(struct buffer *out, const struct rules *r, const struct claim *c, const struct citation *citation) {
    json_key(out, "line");
    json_count(out, citation->place.line);
    json_key(out, "column");
    json_count(out, citation->place.column);
    json_key(out, "offset");
    json_count(out, citation->span.start);
    json_key(out, "length");
    json_count(out, citation->span.end - citation->span.start);
    json_key(out, "quote");
    json_string(out, citation_quote(citation));
    json_key(out, "block");
    json_string(out, text_of(block_kind_name(c->block)));
    json_key(out, "sentence");
    json_open(out, '{');
    json_key(out, "offset");
    json_count(out, citation->sentence.start);
    json_key(out, "length");
    json_count(out, citation->sentence.end - citation->sentence.start);
    json_close(out, '}');
    json_key(out, "rule");
    json_rule(out, r, c->rule);
}

void json_date(struct buffer *out, int32_t days) {
    struct buffer date = {0};
    if (days != NO_DATE) describe_date(&date, days);
    json_string_or_null(out, buffer_view(&date));
    out->failed |= date.failed;
    buffer_release(&date);
}

void json_source(struct buffer *out, const struct source *s) {
    json_key(out, "path");
    json_string(out, s->path);
    json_key(out, "title");
    json_string_or_null(out, s->title);
    json_key(out, "outlet");
    json_string_or_null(out, s->outlet);
    json_key(out, "published");
    json_date(out, s->published);
}

#include "library/check.h"

#include "report/describe.h"

#include <inttypes.h>

_Static_assert((int)BELIE_NOTE == (int)SEVERITY_NOTE && (int)BELIE_WARNING == (int)SEVERITY_WARNING &&
                   (int)BELIE_ERROR == (int)SEVERITY_ERROR,
               "the public severities are the engine's");

size_t belie_check_count(const belie_check *check, enum belie_severity severity) {
    return (unsigned)severity < SEVERITIES ? check->accepted.counting.counts[severity] : 0;
}

size_t belie_check_finding_count(const belie_check *check) {
    return check->accepted.counting.items.count;
}

static const char *kept(belie_check *check, struct text t) {
    return arena_text(&check->arena, t).bytes;
}

static struct belie_claim claim_of(belie_check *check, const struct position *p, size_t index) {
    const struct claim *c = p->claims.items[index];
    struct citation citation = origin_cite(&check->origins[p->document], c);
    return (struct belie_claim){.line = citation.place.line,
                                .column = citation.place.column,
                                .offset = citation.span.start,
                                .length = citation.span.end - citation.span.start,
                                .sentence_offset = citation.sentence.start,
                                .sentence_length = citation.sentence.end - citation.sentence.start,
                                .quote = kept(check, citation_quote(&citation)),
                                .block = block_kind_name(c->block),
                                .rule = kept(check, rules_name(check->rules, c->rule, &check->arena))};
}

static const char *speaker_id(belie_check *check, const struct voice *v) {
    if (v->kind == VOICE_OUTLET || v->entity < 0) return NULL;
    return kept(check, symbols_text(&check->rules->symbols, check->rules->entities.items[v->entity].id));
}

static struct belie_side side_of(belie_check *check, const struct position *p) {
    struct buffer value = {0};
    describe_position(&value, check->rules, p);
    struct belie_side side = {.path = kept(check, check->sources[p->document].path),
                              .value = kept(check, buffer_view(&value)),
                              .negated = p->negated,
                              .others = p->others,
                              .speaker_id = speaker_id(check, &p->voice)};
    check->arena.failed |= value.failed;
    buffer_release(&value);
    if (p->voice.kind == VOICE_SPEAKER) side.speaker = kept(check, voice_speaker(check->rules, &p->voice));
    struct belie_claim *claims = arena_array(&check->arena, struct belie_claim, p->claims.count);
    for (size_t i = 0; claims && i < p->claims.count; i++) claims[i] = claim_of(check, p, i);
    side.claims = claims;
    side.claim_count = claims ? p->claims.count : 0;
    return side;
}

bool check_finding(belie_check *check, const struct finding *f, struct belie_finding *out) {
    const struct proposition *p = &check->rules->propositions.items[f->proposition];
    *out = (struct belie_finding){.id = arena_format(&check->arena, "%016" PRIx64, f->id).bytes,
                                  .proposition = kept(check, symbols_text(&check->rules->symbols, p->id)),
                                  .question = kept(check, f->question),
                                  .relation = relation_name(f->relation),
                                  .why = kept(check, f->why),
                                  .severity = (enum belie_severity)f->severity,
                                  .across = f->across,
                                  .a = side_of(check, f->a),
                                  .b = side_of(check, f->b)};
    return !check->arena.failed;
}

bool belie_check_finding(belie_check *check, size_t index, struct belie_finding *out) {
    const struct findings *counting = &check->accepted.counting;
    return index < counting->items.count && check_finding(check, &counting->items.items[index], out);
}

#include "library/check.h"

#include <stdlib.h>

/* The entries' articles in a row, as pipeline_read wants them. */
static bool read_entries(belie_check *check, struct belie_error *e) {
    size_t count = check->entries.count;
    struct article *articles = calloc(count + 1, sizeof *articles);
    if (!articles) return error_no_memory(e);
    for (size_t i = 0; i < count; i++) {
        articles[i] = check->entries.items[i].article;
        articles[i].number = (uint32_t)i;
    }
    bool ok = pipeline_read(check->rules, articles, count, check->threads, &check->keepers, e);
    for (size_t i = 0; i < count; i++) check->entries.items[i].article = articles[i];
    free(articles);
    return ok;
}

static bool keep_problem(belie_check *check, const struct belie_error *problem, struct belie_error *e) {
    struct belie_error *kept = list_add(&check->arena, &check->problems);
    if (!kept) return error_no_memory(e);
    *kept = *problem;
    return true;
}

static struct source source_of(const belie_check *check, const struct entry *entry) {
    const struct article *a = &entry->article;
    return (struct source){.path = a->path,
                           .title = a->title,
                           .outlet = a->outlet,
                           .uri = a->uri,
                           .published = a->published,
                           .hash = a->hash,
                           .bytes = buffer_view(&a->bytes),
                           .draft = check->against && entry->role == BELIE_DRAFT,
                           .claims = &a->claims,
                           .comments = &a->comments};
}

static bool add_source(belie_check *check, struct source source, const struct citation *given, struct belie_error *e) {
    uint32_t number = check->source_count;
    check->sources[number] = source;
    if (!source.outlet.length) check->sources[number].outlet = check->outlet;
    if (!origin_open(&check->arena, &check->sources[number], given, &check->origins[number])) return error_no_memory(e);
    check->source_count++;
    return true;
}

static bool entry_source(belie_check *check, struct entry *entry, struct belie_error *e) {
    if (entry->article.error.code != BELIE_OK) return keep_problem(check, &entry->article.error, e);
    for (size_t i = 0; i < entry->article.claims.items.count; i++)
        entry->article.claims.items.items[i].document = check->source_count;
    return add_source(check, source_of(check, entry), NULL, e);
}

static bool lines_source(belie_check *check, const struct claim_document *d, struct belie_error *e) {
    struct source source;
    const struct citation *given;
    if (!claim_lines_source(&check->arena, &check->lines, d, check->source_count, &source, &given))
        return error_no_memory(e);
    return add_source(check, source, given, e);
}

static bool room_for_sources(belie_check *check, size_t most, struct belie_error *e) {
    check->sources = arena_array(&check->arena, struct source, most + 1);
    check->origins = arena_array(&check->arena, struct origin, most + 1);
    return (check->sources && check->origins) || error_no_memory(e);
}

static bool collect_sources(belie_check *check, struct belie_error *e) {
    size_t chosen;
    if (!priors_choose(check, &chosen, e)) return false;
    bool ok = room_for_sources(check, belie_check_document_count(check) + chosen, e);
    for (size_t i = 0; ok && i < check->entries.count; i++) ok = entry_source(check, &check->entries.items[i], e);
    claim_lines_sort(&check->lines);
    for (size_t i = 0; ok && i < check->lines.documents.count; i++)
        ok = lines_source(check, &check->lines.documents.items[i], e);
    return ok && priors_add(check, e);
}

bool check_read(belie_check *check, struct belie_error *e) {
    if (check->read) return true;
    check->read = read_entries(check, e) && collect_sources(check, e);
    return check->read;
}

bool belie_check_run(belie_check *check, struct belie_error *error) {
    if (check->ran) return error_set(error, BELIE_BAD_REQUEST, TEXT(""), "the check has been run already");
    if (!check_read(check, error)) return false;
    if (!compare_claims(&check->arena, check->rules, check->sources, check->source_count, &check->crowd,
                        &check->severities, &check->findings))
        return error_no_memory(error);
    check->ran = priors_quote(check, error) && check_accept(check, error);
    return check->ran;
}

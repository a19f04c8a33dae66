#include "belie/accept.h"

#include "base/limits.h"
#include "library/check.h"
#include "report/output.h"

#include <stdlib.h>

_Static_assert((int)BELIE_WAIVER_HOLDS == (int)WAIVER_HOLDS && (int)BELIE_WAIVER_UNUSED == (int)WAIVER_UNUSED &&
                   (int)BELIE_WAIVER_EXPIRED == (int)WAIVER_EXPIRED && (int)BELIE_WAIVER_VOID == (int)WAIVER_VOID,
               "the public states are the engine's");

bool belie_check_set_today(belie_check *check, const char *day, struct belie_error *error) {
    struct text t = text_of(day);
    int32_t today = t.length == sizeof "2026-11-22" - 1 && t.bytes[4] == '-' ? date_parse(t) : NO_DATE;
    if (today == NO_DATE) return error_set(error, BELIE_BAD_REQUEST, TEXT(""), "\"%s\" is no day like 2026-11-22", day);
    check->today = today;
    return true;
}

bool belie_check_add_waivers(belie_check *check, const char *path, struct belie_error *error) {
    struct buffer bytes = {0};
    size_t before = check->waivers.items.count;
    bool ok = file_read(text_of(path), LIMIT_RULE_FILE_BYTES, &bytes, error) &&
              waivers_of_file(&check->arena, text_of(path), buffer_view(&bytes), &check->waivers, error);
    if (!ok) check->waivers.items.count = before;
    buffer_release(&bytes);
    return ok;
}

bool belie_check_read_baseline(belie_check *check, const char *path, struct belie_error *error) {
    struct buffer bytes = {0};
    check->has_baseline = file_read(text_of(path), LIMIT_DOCUMENT_BYTES, &bytes, error) &&
                          baseline_read(&check->arena, text_of(path), buffer_view(&bytes), &check->baseline, error);
    buffer_release(&bytes);
    return check->has_baseline;
}

/* An archive that is searched as a whole finds whatever clashes with the drafts. */
static bool searches_all(const belie_check *check) {
    for (size_t i = 0; i < check->priors.count; i++) {
        const struct archive_filter *f = &check->priors.items[i].filter;
        if (f->since != NO_DATE || f->until != NO_DATE || f->outlet.length) return false;
    }
    return check->priors.count > 0;
}

bool check_accept(belie_check *check, struct belie_error *e) {
    struct acceptance in = {.rules = check->rules,
                            .sources = check->sources,
                            .count = check->source_count,
                            .findings = &check->findings,
                            .given = &check->waivers,
                            .baseline = check->has_baseline ? &check->baseline : NULL,
                            .today = check->today,
                            .searched = searches_all(check)};
    return accept_findings(&check->arena, &in, &check->accepted) || error_no_memory(e);
}

static const char *kept_or_null(belie_check *check, struct text t) {
    return t.length ? arena_text(&check->arena, t).bytes : NULL;
}

static struct belie_waiver waiver_of(belie_check *check, const struct waiver *w) {
    return (struct belie_waiver){.path = arena_text(&check->arena, w->path).bytes,
                                 .line = w->place.line,
                                 .column = w->place.column,
                                 .target = arena_text(&check->arena, w->target).bytes,
                                 .reason = kept_or_null(check, w->reason),
                                 .until = kept_or_null(check, w->day),
                                 .by = kept_or_null(check, w->by),
                                 .state = (enum belie_waiver_state)w->state,
                                 .message = kept_or_null(check, w->message),
                                 .problem = w->problem,
                                 .findings = w->findings};
}

size_t belie_check_waiver_count(const belie_check *check) {
    return check->accepted.waivers.items.count;
}

bool belie_check_waiver(belie_check *check, size_t index, struct belie_waiver *out) {
    if (index >= check->accepted.waivers.items.count) return false;
    *out = waiver_of(check, &check->accepted.waivers.items.items[index]);
    return !check->arena.failed;
}

size_t belie_check_waived_count(const belie_check *check) {
    return check->accepted.waived;
}

bool belie_check_waived(belie_check *check, size_t index, struct belie_finding *out, struct belie_waiver *by) {
    const struct accepted *accepted = &check->accepted;
    for (size_t i = 0; i < accepted->shown.items.count; i++) {
        if (!accepted->by[i] || index-- > 0) continue;
        *by = waiver_of(check, accepted->by[i]);
        return check_finding(check, &accepted->shown.items.items[i], out);
    }
    return false;
}

size_t belie_check_known_count(const belie_check *check) {
    return check->accepted.known;
}

size_t belie_check_stale_count(const belie_check *check) {
    return check->accepted.stale.count;
}

static struct text one_line(struct arena *a, struct text t) {
    struct buffer out = {0};
    print_clean(&out, t);
    a->failed |= out.failed;
    struct text kept = arena_text(a, buffer_view(&out));
    buffer_release(&out);
    return kept;
}

static void take_side(belie_check *check, const struct position *p, int side, struct known *out) {
    struct citation citation = origin_cite(&check->origins[p->document], p->claims.items[0]);
    out->paths[side] = baseline_path(&check->arena, check->sources[p->document].path);
    out->quotes[side] = one_line(&check->arena, citation_quote(&citation));
}

static bool take_finding(belie_check *check, const struct finding *f, struct baseline *out) {
    struct known *k = list_add(&check->arena, &out->items);
    if (!k) return false;
    k->id = f->id;
    k->proposition = symbols_text(&check->rules->symbols, check->rules->propositions.items[f->proposition].id);
    k->question = f->question;
    take_side(check, f->a, 0, k);
    take_side(check, f->b, 1, k);
    return true;
}

/* What the old baseline has on findings that are still there, and on other documents, stays. */
static bool take_known(belie_check *check, struct baseline *out) {
    const struct accepted *accepted = &check->accepted;
    for (size_t i = 0, stale = 0; check->has_baseline && i < check->baseline.items.count; i++) {
        const struct known *k = &check->baseline.items.items[i];
        if (stale < accepted->stale.count && accepted->stale.items[stale] == k) {
            stale++; /* they are in the order of the baseline */
            continue;
        }
        struct known *room = list_add(&check->arena, &out->items);
        if (!room) return false;
        *room = *k;
    }
    return true;
}

static bool take_findings(belie_check *check, struct baseline *out) {
    for (size_t i = 0; i < check->accepted.counting.items.count; i++)
        if (!take_finding(check, &check->accepted.counting.items.items[i], out)) return false;
    return !check->arena.failed;
}

bool belie_check_write_baseline(belie_check *check, const char *path, struct belie_error *error) {
    if (!check_ran(check, error)) return false;
    struct baseline all = {.path = arena_text(&check->arena, text_of(path))};
    if (!take_findings(check, &all) || !take_known(check, &all)) return error_no_memory(error);
    baseline_sort(&all);
    if (!baseline_write(&all, all.path, error)) return false;
    check->baseline = all;
    check->has_baseline = true;
    return check_accept(check, error);
}

bool belie_check_prune_baseline(belie_check *check, struct belie_error *error) {
    struct baseline left = {.path = check->baseline.path};
    if (!check_ran(check, error)) return false;
    if (!check->has_baseline) return error_set(error, BELIE_BAD_REQUEST, TEXT(""), "no baseline was read");
    if (!check->accepted.stale.count) return true;
    if (!take_known(check, &left)) return error_no_memory(error);
    check->pruned = baseline_write(&left, left.path, error);
    return check->pruned;
}

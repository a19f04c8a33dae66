/* Looking at single documents: dumps and explanations. */
#include "library/check.h"

#include "report/explain.h"
#include "report/stage_text.h"

bool belie_check_dump(belie_check *check, size_t document, const char *stage, belie_write *write, void *context,
                      struct belie_error *error) {
    struct output output = {.write = write, .context = context};
    struct worker worker;
    struct stages stages;
    bool ok = check_stages(check, document, &worker, &stages, error);
    if (ok && !print_stage(&output, check->rules, &stages, stage))
        ok = error_set(error, BELIE_BAD_REQUEST, TEXT(""), "unknown stage \"%s\"", stage);
    worker_end(&worker);
    return output_end(&output, error) && ok;
}

bool belie_check_explain(belie_check *check, size_t document, size_t line, size_t column, belie_write *write,
                         void *context, struct belie_error *error) {
    struct output output = {.write = write, .context = context};
    struct worker worker;
    struct stages stages;
    bool ok = check_stages(check, document, &worker, &stages, error) &&
              explain_place(&output, check->rules, &(struct pointed){&stages, line, column}, error);
    worker_end(&worker);
    return output_end(&output, error) && ok;
}

static void number_claims(struct stages *s, uint32_t number) {
    for (size_t i = 0; i < s->claims.items.count; i++) s->claims.items.items[i].document = number;
}

bool belie_check_explain_pair(belie_check *check, struct belie_place one, struct belie_place other, belie_write *write,
                              void *context, struct belie_error *error) {
    struct output output = {.write = write, .context = context};
    struct worker workers[2] = {0};
    struct stages stages[2];
    bool same = one.document == other.document;
    bool ok = check_stages(check, one.document, &workers[0], &stages[0], error) &&
              (same || check_stages(check, other.document, &workers[1], &stages[1], error));
    if (ok && !same) number_claims(&stages[1], 1);
    ok = ok && explain_pair(&output, check->rules, &(struct pointed){&stages[0], one.line, one.column},
                            &(struct pointed){&stages[!same], other.line, other.column}, error);
    worker_end(&workers[0]);
    worker_end(&workers[1]);
    return output_end(&output, error) && ok;
}

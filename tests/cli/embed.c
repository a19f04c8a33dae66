/* How a program of one's own checks a text: this is all that an editor or a CMS needs.
 * cc embed.c $(pkg-config --cflags --libs belie) */
#include <belie/belie.h>
#include <stdio.h>
#include <string.h>

static const char prior[] = "Harwich council approved the harbour bridge.";
static const char draft[] = "The council rejected the bridge on Monday.";

static int fail(const struct belie_error *error) {
    char text[1024];
    belie_error_text(error, text, sizeof text);
    fprintf(stderr, "%s\n", text);
    return 2;
}

static void print_side(const struct belie_side *side) {
    const struct belie_claim *claim = &side->claims[0];
    printf("  %s:%zu:%zu: %s%s: %s (%s)\n", side->path, claim->line, claim->column, side->negated ? "not " : "",
           side->value, claim->quote, claim->rule);
}

static int print_findings(belie_check *check) {
    struct belie_finding finding;
    for (size_t i = 0; i < belie_check_finding_count(check); i++) {
        if (!belie_check_finding(check, i, &finding)) return 2;
        printf("%s: %s %s\n", finding.relation, finding.question, finding.why);
        print_side(&finding.a);
        print_side(&finding.b);
    }
    return belie_check_count(check, BELIE_ERROR) == 1 ? 0 : 1;
}

int main(void) {
    struct belie_error error = {0};
    int status = 2;
    belie_rules *rules = belie_rules_load_shipped(NULL, 0, &error);
    if (!rules) return fail(&error);
    belie_check *check = belie_check_new(rules);
    if (check && belie_check_add_text(check, "draft.txt", draft, strlen(draft), BELIE_DRAFT, &error) &&
        belie_check_add_text(check, "prior.txt", prior, strlen(prior), BELIE_PRIOR, &error) &&
        belie_check_run(check, &error))
        status = print_findings(check);
    else
        fail(&error);
    belie_check_free(check);
    belie_rules_free(rules);
    return status;
}

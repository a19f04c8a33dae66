/* A finding a line, each as in the JSON report. */
#include "report/formats.h"
#include "report/json_finding.h"

void jsonl_findings(struct output *o, const struct report *r) {
    for (size_t i = 0; i < r->findings->items.count; i++) {
        json_finding(&o->text, r, i);
        buffer_char(&o->text, '\n');
        if (!output_flush(o)) return;
    }
}

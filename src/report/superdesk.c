/* What an extension of Superdesk hands back from onPublish: a list of warnings, each no more than a text. */
#include "report/formats.h"
#include "report/json_write.h"
#include "report/message.h"

static void warning(struct buffer *out, const struct report *r, const struct finding *f) {
    struct buffer text = {0};
    const char *relation = relation_name(f->relation);
    buffer_format(&text, "%c%s (%s): ", relation[0] - 'a' + 'A', relation + 1, severity_name(f->severity));
    message_line(&text, r, f);
    json_open(out, '{');
    json_key(out, "text");
    json_string(out, buffer_view(&text));
    json_close(out, '}');
    out->failed |= text.failed;
    buffer_release(&text);
}

void superdesk_findings(struct output *o, const struct report *r) {
    bool first = true;
    json_open(&o->text, '{');
    json_key(&o->text, "warnings");
    json_open(&o->text, '[');
    for (size_t i = 0; i < r->findings->items.count; i++) {
        if (report_waiver(r, i)) continue;
        buffer_string(&o->text, first ? "\n" : ",\n");
        warning(&o->text, r, &r->findings->items.items[i]);
        first = false;
        if (!output_flush(o)) return;
    }
    json_close(&o->text, ']');
    json_close(&o->text, '}');
    buffer_char(&o->text, '\n');
    output_flush(o);
}

#include "library/check.h"

#include "accept/replace.h"
#include "config.h"
#include "report/report_read.h"

#include "belie/belie.h"

const char *belie_version(void) {
    return BELIE_VERSION;
}

const char *belie_format_name(size_t index) {
    const struct format *format = format_at(FORMAT_OF_FINDINGS, index);
    return format ? format->name : NULL;
}

const char *belie_format_about(size_t index) {
    const struct format *format = format_at(FORMAT_OF_FINDINGS, index);
    return format ? format->about : NULL;
}

static struct report report_of(const belie_check *check) {
    return (struct report){.rules = check->rules,
                           .sources = check->sources,
                           .origins = check->origins,
                           .count = check->source_count,
                           .archives = check->notes,
                           .archive_count = check->priors.count,
                           .problems = check->problems.items,
                           .problem_count = check->problems.count,
                           .findings = &check->accepted.counting,
                           .today = check->today,
                           .accepted = &check->accepted};
}

static bool write_report(report_writer *writer, const struct report *report, belie_write *write, void *context,
                         struct belie_error *e) {
    struct output output = {.write = write, .context = context};
    writer(&output, report);
    return output_end(&output, e);
}

/* The report before, in `a`; *out stays NULL where there is none. */
static bool read_since(struct arena *a, const struct belie_report_options *options, const struct reported **out,
                       struct belie_error *e) {
    *out = NULL;
    if (!options->since) return true;
    struct reported *since = arena_new(a, struct reported);
    if (!since) return error_no_memory(e);
    *out = since;
    struct text name = text_of(options->since_name ? options->since_name : "the earlier report");
    return report_read(a, name, (struct text){options->since, options->since_length}, since, e);
}

static bool unknown_format(const char *name, struct belie_error *e) {
    return error_set(e, BELIE_BAD_REQUEST, TEXT(""), "unknown format \"%s\"", name);
}

bool belie_check_report(belie_check *check, const struct belie_report_options *options, belie_write *write,
                        void *context, struct belie_error *error) {
    static const struct belie_report_options usual = {0};
    if (!options) options = &usual;
    const char *name = options->format ? options->format : "text";
    const struct format *format = format_find(FORMAT_OF_FINDINGS, name);
    struct arena arena = {0};
    if (!check_ran(check, error)) return false;
    if (!format) return unknown_format(name, error);
    struct report report = report_of(check);
    report.link_base = text_of(options->link_base);
    report.color = options->color;
    report.width = options->width;
    report.show_waived = options->show_waived;
    report.pruned = check->pruned;
    if (options->show_waived) report.findings = &check->accepted.shown;
    bool ok = read_since(&arena, options, &report.since, error) &&
              write_report(format->write, &report, write, context, error);
    arena_release(&arena);
    return ok;
}

static int keep(void *context, const char *bytes, size_t length) {
    struct buffer *out = context;
    buffer_append(out, bytes, length);
    return out->failed;
}

bool belie_check_report_file(belie_check *check, const struct belie_report_options *options, const char *path,
                             struct belie_error *error) {
    struct buffer bytes = {0};
    bool ok = belie_check_report(check, options, keep, &bytes, error) && (!bytes.failed || error_no_memory(error)) &&
              file_replace(text_of(path), buffer_view(&bytes), error);
    buffer_release(&bytes);
    return ok;
}

bool belie_check_claims(belie_check *check, const char *format_name, belie_write *write, void *context,
                        struct belie_error *error) {
    const char *name = format_name ? format_name : "text";
    const struct format *format = format_find(FORMAT_OF_CLAIMS, name);
    if (!format) return unknown_format(name, error);
    if (!check_read(check, error)) return false;
    struct report report = report_of(check);
    return write_report(format->write, &report, write, context, error);
}

#include "report/catalog.h"

#include "report/describe.h"
#include "report/json_claim.h"
#include "report/json_write.h"

#include <inttypes.h>

void catalog_line(struct buffer *out, const struct stored *s) {
    if (s->published == NO_DATE) buffer_string(out, "undated   ");
    else describe_date(out, s->published);
    buffer_string(out, "  ");
    print_clean(out, s->uri);
    if (s->version > 1) buffer_format(out, " (version %d%s)", (int)s->version, s->current ? "" : ", superseded");
    else if (!s->current) buffer_string(out, " (version 1, superseded)");
    if (s->title.length) {
        buffer_string(out, "  ");
        print_clean(out, s->title);
    }
    buffer_format(out, "  %zu claim%s%s\n", s->claim_count, s->claim_count == 1 ? "" : "s",
                  s->current && s->other_rules ? ", made with other rules" : "");
}

void catalog_json(struct buffer *out, const struct stored *s) {
    json_open(out, '{');
    json_key(out, "uri");
    json_string(out, s->uri);
    json_key(out, "version");
    json_count(out, (size_t)s->version);
    json_key(out, "current");
    json_bool(out, s->current);
    json_source(out, &(struct source){.path = s->path, .title = s->title, .outlet = s->outlet, .published = s->published});
    json_key(out, "added");
    json_date(out, s->added);
    json_key(out, "bytes");
    json_count(out, s->length);
    json_key(out, "claims");
    json_count(out, s->claim_count);
    json_key(out, "hash");
    json_hex(out, s->hash);
    json_key(out, "other_rules");
    json_bool(out, s->other_rules);
    json_close(out, '}');
    buffer_char(out, '\n');
}

static void per_document(struct buffer *out, uint64_t bytes, size_t documents) {
    if (documents) buffer_format(out, ", %" PRIu64 " a document", bytes / documents);
    buffer_char(out, '\n');
}

void catalog_counts(struct buffer *out, struct text path, const struct archive_counts *c, uint64_t rules) {
    print_clean(out, path);
    buffer_format(out, "\n  documents  %zu\n  versions   %zu\n  claims     %zu\n", c->documents, c->versions, c->claims);
    buffer_format(out, "  text       %" PRIu64 " bytes", c->bytes);
    per_document(out, c->bytes, c->documents);
    buffer_format(out, "  file       %" PRIu64 " bytes", c->file_bytes);
    per_document(out, c->file_bytes, c->documents);
    buffer_format(out, "  snapshot   %016" PRIx64 "\n  rules      %016" PRIx64 "\n", c->snapshot, rules);
    if (c->stale)
        buffer_format(out, "  claims of %zu document%s were made with other rules: see belie archive refresh\n", c->stale,
                      c->stale == 1 ? "" : "s");
}

void catalog_counts_json(struct buffer *out, struct text path, const struct archive_counts *c, uint64_t rules) {
    json_open(out, '{');
    json_key(out, "path");
    json_string(out, path);
    const struct { const char *name; uint64_t count; } counts[] = {
        {"documents", c->documents}, {"versions", c->versions},      {"claims", c->claims},
        {"text_bytes", c->bytes},    {"file_bytes", c->file_bytes}, {"stale", c->stale}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        json_key(out, counts[i].name);
        json_count(out, counts[i].count);
    }
    json_key(out, "snapshot");
    json_hex(out, c->snapshot);
    json_key(out, "rules");
    json_hex(out, rules);
    json_close(out, '}');
    buffer_char(out, '\n');
}

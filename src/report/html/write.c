#include "report/html/page.h"

#include "report/describe.h"

#include <stdio.h>

void put(struct page *p, const char *markup) {
    buffer_string(p->out, markup);
}

static const char *entity_of(char c) {
    switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

void put_text(struct page *p, struct text t) {
    size_t from = p->out->length;
    print_clean(p->out, t);
    escape_from(p->out, from, entity_of);
}

void put_string(struct page *p, const char *text) {
    put_text(p, text_of(text));
}

void put_count(struct page *p, size_t number) {
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%zu", number);
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0) buffer_char(p->out, ',');
        buffer_char(p->out, digits[i]);
    }
}

void put_counted(struct page *p, size_t number, const char *noun) {
    put_count(p, number);
    buffer_format(p->out, " %s%s", noun, number == 1 ? "" : "s");
}

void put_day(struct page *p, int32_t day) {
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int32_t year;
    int month, of_month;
    if (day == NO_DATE) return;
    date_civil(day, &year, &month, &of_month);
    put(p, "<time datetime=\"");
    describe_date(p->out, day);
    buffer_format(p->out, "\">%d %s %d</time>", of_month, months[month - 1], (int)year);
}

void put_words(struct page *p, struct text id) {
    size_t from = p->out->length;
    for (size_t i = 0; i < id.length; i++) buffer_char(p->out, id.bytes[i] == '-' ? ' ' : id.bytes[i]);
    escape_from(p->out, from, entity_of);
}

void put_severity(struct page *p, enum severity severity) {
    buffer_format(p->out, "<b class=\"sev %s\">%s</b>", severity_name(severity), severity_name(severity));
}

void put_marked(struct page *p, struct text t, const struct span *marks, size_t count) {
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        put_text(p, text_slice(t, at, marks[i].start));
        put(p, "<mark>");
        put_text(p, text_slice(t, marks[i].start, marks[i].end));
        put(p, "</mark>");
        at = marks[i].end;
    }
    put_text(p, text_slice(t, at, t.length));
}

static bool is_web(struct text t) {
    return text_starts(t, TEXT("https://")) || text_starts(t, TEXT("http://"));
}

bool has_source_link(const struct source *s) {
    return is_web(s->uri) || (!s->archived && !text_equal(s->path, TEXT("-")));
}

static bool is_plain_in_path(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || ascii_digit((char)c) || strchr("-._~/", c);
}

/* A path must not be taken for a scheme ("javascript:…"), so its colons are escaped like all else. */
static void put_path(struct page *p, struct text path) {
    for (size_t i = 0; i < path.length; i++) {
        unsigned char c = (unsigned char)path.bytes[i];
        if (c && is_plain_in_path(c)) buffer_char(p->out, (char)c);
        else buffer_format(p->out, "%%%02X", c);
    }
}

void put_source_link(struct page *p, const struct source *s) {
    if (is_web(s->uri)) {
        put_text(p, s->uri);
        return;
    }
    if (text_starts(s->path, TEXT("/"))) put(p, "file://");
    else put_path(p, p->r->link_base);
    put_path(p, s->path);
}

static struct text last_part(struct text path) {
    size_t at = path.length;
    while (at && path.bytes[at - 1] != '/') at--;
    return at < path.length ? text_slice(path, at, path.length) : path;
}

void put_file_name(struct page *p, uint32_t document) {
    put_text(p, last_part(p->r->sources[document].path));
}

void put_document_name(struct page *p, uint32_t document) {
    struct text title = p->r->sources[document].title;
    if (title.length) put_text(p, title);
    else put_file_name(p, document);
}

void put_voice(struct page *p, const struct voice *v, uint32_t document) {
    struct text speaker = voice_speaker(p->r->rules, v), outlet = p->r->sources[document].outlet;
    if (speaker.length) put_text(p, speaker);
    else if (outlet.length) put_text(p, outlet);
    else put(p, "The article");
}

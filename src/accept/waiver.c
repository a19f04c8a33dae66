#include "accept/waiver.h"

#include "document/document.h"

const char *waiver_state_name(enum waiver_state state) {
    static const char *const names[] = {[WAIVER_HOLDS] = "holds",
                                        [WAIVER_UNUSED] = "unused",
                                        [WAIVER_EXPIRED] = "expired",
                                        [WAIVER_VOID] = "void"};
    return names[state];
}

bool waiver_stop(struct arena *a, struct waiver *w, enum waiver_state state, const struct belie_error *e) {
    w->state = state;
    if (e->line) w->place = (struct place){e->line, e->column};
    w->problem = arena_copy(a, e, sizeof *e);
    w->message = arena_text(a, text_of(e->message));
    return w->problem != NULL;
}

bool waiver_until(struct arena *a, struct waiver *w, struct text day) {
    bool whole = day.length == sizeof "2026-12-31" - 1 && day.bytes[4] == '-';
    w->until = whole ? date_parse(day) : NO_DATE;
    if (w->until != NO_DATE) w->day = arena_text(a, day);
    return w->until != NO_DATE;
}

static int hex_value(char c) {
    if (ascii_digit(c)) return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool finding_id(struct text t, uint64_t *id) {
    *id = 0;
    for (size_t i = 0; i < t.length; i++) {
        int digit = hex_value(t.bytes[i]);
        if (digit < 0) return false;
        *id = *id << 4 | (unsigned)digit;
    }
    return t.length == 16;
}

struct text waiver_words(struct arena *a, struct text t) {
    char *out = arena_alloc(a, t.length + 1);
    size_t length = 0;
    if (!out) return TEXT("");
    t = text_trim(t);
    for (size_t i = 0; i < t.length; i++) {
        bool space = strchr(" \t\r\n", t.bytes[i]) != NULL;
        if (!space || out[length - 1] != ' ') out[length++] = space ? ' ' : t.bytes[i];
    }
    return (struct text){out, length};
}

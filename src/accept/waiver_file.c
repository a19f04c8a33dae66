/* Waivers in a file of their own. */
#include "accept/waiver.h"
#include "document/document.h"
#include "yaml/schema.h"

#include <stdio.h>

enum { VOID_MOST = 100 }; /* with more, it is no waivers file */

enum { WAIVER_ID, WAIVER_REASON, WAIVER_UNTIL, WAIVER_BY };
static const struct schema waiver_schema = {"a waiver",
                                            {[WAIVER_ID] = {"id", A_TEXT, true},
                                             [WAIVER_REASON] = {"reason", A_TEXT, true},
                                             [WAIVER_UNTIL] = {"until", A_TEXT, false},
                                             [WAIVER_BY] = {"by", A_TEXT, false}}};

static bool read_id(const struct node *n, struct waiver *w, struct belie_error *e) {
    w->target = n->text;
    return finding_id(n->text, &w->id) ||
           yaml_error(e, n, "\"%.*s\" is no finding's id, which has 16 hex digits", TEXT_ARGS(yaml_shown(n->text)));
}

static bool read_until(struct arena *a, const struct node *n, struct waiver *w, struct belie_error *e) {
    return !n || waiver_until(a, w, n->text) ||
           yaml_error(e, n, "\"%.*s\" is no day, write it like 2026-12-31", TEXT_ARGS(yaml_shown(n->text)));
}

static bool read_waiver(struct arena *a, const struct node *n, struct waiver *w, struct belie_error *e) {
    const struct node *values[MAX_SCHEMA_KEYS];
    if (!schema_read(n, &waiver_schema, values, e) || !read_id(values[WAIVER_ID], w, e)) return false;
    w->reason = waiver_words(a, values[WAIVER_REASON]->text);
    if (values[WAIVER_BY]) w->by = waiver_words(a, values[WAIVER_BY]->text);
    if (!w->reason.length) return yaml_error(e, values[WAIVER_REASON], "a reason is required");
    return read_until(a, values[WAIVER_UNTIL], w, e);
}

static bool take_item(struct arena *a, const struct node *n, struct waivers *out) {
    struct waiver *w = list_add(a, &out->items);
    struct belie_error problem = {0};
    if (!w) return false;
    *w = (struct waiver){.path = n->file->path,
                         .place = {n->line, n->column},
                         .document = -1,
                         .proposition = -1,
                         .until = NO_DATE};
    if (read_waiver(a, n, w, &problem)) return !a->failed;
    size_t length = strlen(problem.message);
    snprintf(problem.message + length, sizeof problem.message - length, ", the waiver is void");
    return waiver_stop(a, w, WAIVER_VOID, &problem);
}

bool waivers_of_file(struct arena *a, struct text path, struct text bytes, struct waivers *out, struct belie_error *e) {
    struct yaml_file *file = arena_new(a, struct yaml_file);
    struct node *root;
    if (!file) return error_no_memory(e);
    *file = (struct yaml_file){arena_text(a, path), bytes, "waivers file", BELIE_BAD_WAIVERS};
    if (!yaml_read(a, file, &root, e)) return false;
    if (!root) return true;
    if (root->kind != NODE_LIST) return yaml_error(e, root, "waivers are a list, not %s", yaml_kind_name(root->kind));
    for (size_t i = 0, voids = 0; i < root->items.count; i++) {
        if (!take_item(a, root->items.items[i], out)) return error_no_memory(e);
        voids += out->items.items[out->items.count - 1].state == WAIVER_VOID;
        if (voids > VOID_MOST) return yaml_error(e, root->items.items[i], "more than %d malformed waivers, the rest was not read", VOID_MOST);
    }
    return true;
}

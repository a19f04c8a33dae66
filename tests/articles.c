/* fixtures/articles/expected.yaml against what `belie check --format json` finds in the five articles: every pair of
 * level must has to be a finding, whatever its relation; a pair of level must-not may not be one above a note.
 *   articles BELIE FOLDER */
#include "base/arena.h"
#include "document/document.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { ARTICLES = 5 };

struct extent { /* a quotation in an article */
    const char *path;
    size_t start, end;
};

struct expected {
    const char *id, *level;
    struct extent a, b;
};

struct test {
    struct arena arena;
    const char *folder;
    const char *paths[ARTICLES];
    struct text texts[ARTICLES];
    yaml_document_t yaml;
    cJSON *found;
};

static void stop(const char *what, const char *detail) {
    fprintf(stderr, "articles: %s: %s\n", what, detail);
    exit(2);
}

static struct text read_whole(struct test *t, const char *path) {
    struct buffer bytes = {0};
    struct belie_error e = {0};
    if (!file_read(text_of(path), 1 << 24, &bytes, &e)) stop(path, e.message);
    struct text kept = arena_text(&t->arena, buffer_view(&bytes));
    buffer_release(&bytes);
    return kept;
}

static void read_articles(struct test *t) {
    for (int i = 0; i < ARTICLES; i++) {
        t->paths[i] = arena_format(&t->arena, "%s/%03d.txt", t->folder, i).bytes;
        t->texts[i] = read_whole(t, t->paths[i]);
    }
}

static void read_expected(struct test *t) {
    struct text text = read_whole(t, arena_format(&t->arena, "%s/expected.yaml", t->folder).bytes);
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text.bytes, text.length);
    if (!yaml_parser_load(&parser, &t->yaml)) stop("expected.yaml", parser.problem);
    yaml_parser_delete(&parser);
}

static void run_check(struct test *t, const char *belie) {
    struct buffer command = {0}, json = {0};
    char piece[1 << 16];
    buffer_format(&command, "'%s' check --format json", belie);
    for (int i = 0; i < ARTICLES; i++) buffer_format(&command, " '%s'", t->paths[i]);
    FILE *output = popen(command.bytes, "r");
    if (!output) stop("cannot start", belie);
    for (size_t n; (n = fread(piece, 1, sizeof piece, output)) > 0;) buffer_append(&json, piece, n);
    pclose(output);
    t->found = json.bytes ? cJSON_Parse(json.bytes) : NULL;
    if (!t->found) stop(belie, "printed no JSON");
    buffer_release(&json);
    buffer_release(&command);
}

static yaml_node_t *member(struct test *t, yaml_node_t *map, const char *key) {
    for (yaml_node_pair_t *p = map->data.mapping.pairs.start; p < map->data.mapping.pairs.top; p++) {
        yaml_node_t *name = yaml_document_get_node(&t->yaml, p->key);
        if (strcmp((const char *)name->data.scalar.value, key) == 0) return yaml_document_get_node(&t->yaml, p->value);
    }
    stop("expected.yaml: a pair lacks", key);
    return NULL;
}

static const char *string_of(struct test *t, yaml_node_t *map, const char *key) {
    return (const char *)member(t, map, key)->data.scalar.value;
}

static struct extent find_quotation(struct test *t, yaml_node_t *pair, int side) {
    yaml_node_item_t *documents = member(t, pair, "docs")->data.sequence.items.start;
    int number = atoi((const char *)yaml_document_get_node(&t->yaml, documents[side])->data.scalar.value);
    const char *quotation = string_of(t, pair, side == 0 ? "a" : "b");
    const char *at = number >= 0 && number < ARTICLES ? strstr(t->texts[number].bytes, quotation) : NULL;
    if (!at) stop("not in its article", quotation);
    size_t start = (size_t)(at - t->texts[number].bytes);
    return (struct extent){t->paths[number], start, start + strlen(quotation)};
}

static size_t number_of(const cJSON *object, const char *key) {
    return (size_t)cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

/* Has the side a claim there; with `wide`, one in a sentence that reaches there? */
static bool side_touches(const cJSON *side, struct extent place, bool wide) {
    if (strcmp(cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(side, "path")), place.path) != 0) return false;
    const cJSON *claim;
    cJSON_ArrayForEach(claim, cJSON_GetObjectItemCaseSensitive(side, "claims")) {
        const cJSON *piece = wide ? cJSON_GetObjectItemCaseSensitive(claim, "sentence") : claim;
        size_t start = number_of(piece, "offset"), end = start + number_of(piece, "length");
        if (start < place.end && place.start < end) return true;
    }
    return false;
}

static bool is_between(const cJSON *finding, const struct expected *x, bool wide) {
    const cJSON *a = cJSON_GetObjectItemCaseSensitive(finding, "a"), *b = cJSON_GetObjectItemCaseSensitive(finding, "b");
    return (side_touches(a, x->a, wide) && side_touches(b, x->b, wide)) ||
           (side_touches(a, x->b, wide) && side_touches(b, x->a, wide));
}

static const cJSON *find_pair(const struct test *t, const struct expected *x, bool wide, bool loud) {
    const cJSON *finding;
    cJSON_ArrayForEach(finding, cJSON_GetObjectItemCaseSensitive(t->found, "findings")) {
        const char *severity = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(finding, "severity"));
        if (is_between(finding, x, wide) && (!loud || strcmp(severity, "note") != 0)) return finding;
    }
    return NULL;
}

struct counts {
    int must, missing, must_not, noisy;
};

static void judge(struct test *t, yaml_node_t *pair, struct counts *c) {
    struct expected x = {string_of(t, pair, "id"), string_of(t, pair, "level"), find_quotation(t, pair, 0),
                         find_quotation(t, pair, 1)};
    if (strcmp(x.level, "must") == 0) {
        c->must++;
        if (find_pair(t, &x, true, false)) return;
        c->missing++;
        printf("missing %s\n    %s\n    %s\n", x.id, string_of(t, pair, "a"), string_of(t, pair, "b"));
    } else if (strcmp(x.level, "must-not") == 0) {
        c->must_not++;
        const cJSON *finding = find_pair(t, &x, false, true);
        if (!finding) return;
        c->noisy++;
        printf("noisy %s (%s)\n    %s\n    %s\n", x.id,
               cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(finding, "proposition")), string_of(t, pair, "a"),
               string_of(t, pair, "b"));
    } else if (strcmp(x.level, "may") != 0) {
        stop("expected.yaml: unknown level", x.level);
    }
}

static void judge_list(struct test *t, const char *list, struct counts *c) {
    yaml_node_t *pairs = member(t, yaml_document_get_root_node(&t->yaml), list);
    for (yaml_node_item_t *i = pairs->data.sequence.items.start; i < pairs->data.sequence.items.top; i++)
        judge(t, yaml_document_get_node(&t->yaml, *i), c);
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    struct test t = {.folder = arguments[2]};
    struct counts c = {0};
    read_articles(&t);
    read_expected(&t);
    run_check(&t, arguments[1]);
    judge_list(&t, "pairs", &c);
    judge_list(&t, "near_misses", &c);
    printf("%d of %d found, %d of %d that must not be were\n", c.must - c.missing, c.must, c.noisy, c.must_not);
    cJSON_Delete(t.found);
    yaml_document_delete(&t.yaml);
    arena_release(&t.arena);
    return c.missing || c.noisy || !c.must || !c.must_not;
}

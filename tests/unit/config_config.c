#include "config/config.h"

#include "compare/compare.h"
#include "config/key.h"
#include "document/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

/* A folder of its own for each test, with the folder "desk/politics" in it. */
struct folder {
    char root[64], current[4096];
    struct arena arena;
};

static int enter(void **state) {
    static struct folder folder;
    folder = (struct folder){.root = "/tmp/belie-config-XXXXXX"};
    *state = &folder;
    if (!getcwd(folder.current, sizeof folder.current) || !mkdtemp(folder.root) || chdir(folder.root)) return 1;
    return mkdir("desk", 0700) || mkdir("desk/politics", 0700);
}

static int leave(void **state) {
    struct folder *p = *state;
    char command[128];
    arena_release(&p->arena);
    snprintf(command, sizeof command, "rm -rf %s", p->root);
    return chdir(p->current) || system(command);
}

static void put(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static bool read_text(struct config *c, const char *yaml, struct belie_error *e) {
    put("desk/x.yaml", yaml);
    *c = (struct config){0};
    *e = (struct belie_error){0};
    return config_read(c, TEXT("desk/x.yaml"), e);
}

static const char *value_of(const struct config *c, const char *key, size_t index) {
    struct belie_setting s;
    assert_true(config_get(c, key, &s));
    return index < s.count ? s.values[index] : NULL;
}

static const char *origin_of(const struct config *c, const char *key) {
    struct belie_setting s;
    assert_true(config_get(c, key, &s));
    return s.origin;
}

static void every_value_knows_its_origin(void **state) {
    (void)state;
    struct config c;
    struct belie_error e;
    assert_true(read_text(&c, "outlet: The Herald\nseverities:\n  propositions:\n    a.b: off\npacks:\n- x\n- y\n", &e));
    assert_string_equal(value_of(&c, "outlet", 0), "The Herald");
    assert_string_equal(origin_of(&c, "outlet"), "desk/x.yaml:1");
    assert_string_equal(value_of(&c, "severities.propositions.a.b", 0), "off");
    assert_string_equal(origin_of(&c, "severities.propositions.a.b"), "desk/x.yaml:4");
    assert_string_equal(value_of(&c, "packs", 1), "y");
    assert_null(value_of(&c, "packs", 2));
    assert_string_equal(value_of(&c, "fail-level", 0), "warning");
    assert_string_equal(origin_of(&c, "fail-level"), "default");
    assert_null(value_of(&c, "waivers", 0));
    arena_release(&c.arena);
}

static void paths_start_at_the_folder_of_the_file(void **state) {
    (void)state;
    struct config c;
    struct belie_error e;
    assert_true(read_text(&c, "rules: [own, ../other, /abs]\nwaivers: w.yaml\noutlet: own\n", &e));
    assert_string_equal(value_of(&c, "rules", 0), "desk/own");
    assert_string_equal(value_of(&c, "rules", 1), "desk/../other");
    assert_string_equal(value_of(&c, "rules", 2), "/abs");
    assert_string_equal(value_of(&c, "waivers", 0), "desk/w.yaml");
    assert_string_equal(value_of(&c, "outlet", 0), "own");
    arena_release(&c.arena);
}

static void empty_files_and_maps_say_nothing(void **state) {
    (void)state;
    static const char *const files[] = {"", "# nothing\n", "{}\n", "severities: {}\nweights: {}\n",
                                        "severities: {relations: {}, propositions: {}}\n"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct config c;
        struct belie_error e;
        assert_true(read_text(&c, files[i], &e));
        assert_int_equal(c.settings.count, 0);
        arena_release(&c.arena);
    }
}

static void what_is_wrong_has_a_place(void **state) {
    (void)state;
    static const struct {
        const char *yaml, *message;
        size_t line, column;
    } wrong[] = {
        {"outlet: x\nfail_level: error\n", "unknown key \"fail_level\" in a config, did you mean \"fail-level\"", 2, 1},
        {"weights: {headlines: same}\n", "unknown key \"headlines\" in weights, did you mean \"headline\"", 1, 11},
        {"severities: {relations: {x.y: off}}\n",
         "unknown key \"x.y\" in severities.relations, which may have contradiction, tension, dispute, reversal, update",
         1, 26},
        {"weights.headline: same\n", "unknown key \"weights.headline\" in a config, which may have packs, rules, "
                                     "archives, waivers, outlet, fail-level, severities, weights", 1, 1},
        {"relations.update: note\n", NULL, 1, 1},
        {"\"\": x\n", NULL, 1, 1},
        {"severities:\n", NULL, 1, 12},
        {"packs: []\n", "\"packs\" names nothing", 1, 8},
        {"packs: {core: yes}\n", NULL, 1, 8},
        {"outlet: [a]\n", "\"outlet\" is a list, but must be a text", 1, 9},
        {"outlet: ''\n", "\"outlet\" is empty, but must be a text", 1, 9},
        {"rules: [a, b, a]\n", "\"a\" stands twice in \"rules\"", 1, 15},
        {"weights:\n  caption: up\n", "weights.caption \"up\" is not one of raise, same, lower", 2, 12},
        {"severities: {propositions: {p: [off]}}\n", NULL, 1, 32},
        {"outlet: a\noutlet: b\n", "duplicate key \"outlet\", first given in line 1", 2, 1},
        {"outlet: *a\n", "an alias is not allowed in a config", 1, 9},
        {"outlet: a\n--- \noutlet: b\n", "a second document is not allowed in a config", 2, 1},
        {"text\n", "a config is a map, not a text", 1, 1},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct config c;
        struct belie_error e;
        assert_false(read_text(&c, wrong[i].yaml, &e));
        assert_int_equal(e.code, BELIE_BAD_CONFIG);
        if (wrong[i].message) assert_string_equal(e.message, wrong[i].message);
        assert_string_equal(e.path, "desk/x.yaml");
        assert_int_equal(e.line, wrong[i].line);
        assert_int_equal(e.column, wrong[i].column);
        assert_int_equal(c.settings.count, 0);
        arena_release(&c.arena);
    }
}

static void the_caller_goes_before_the_file(void **state) {
    (void)state;
    static const char *const folders[] = {"mine", "../yours"}, *const never[] = {"never"}, *const note[] = {"note"};
    struct config c = {0};
    struct belie_error e = {0};
    put("desk/x.yaml", "rules: [theirs]\nfail-level: error\n");
    assert_true(config_set(&c, "rules", folders, 2, "command line", &e));
    assert_true(config_read(&c, TEXT("desk/x.yaml"), &e));
    assert_true(config_set(&c, "fail-level", never, 1, "test", &e));
    assert_true(config_set(&c, "fail-level", note, 1, "second test", &e));
    assert_int_equal(c.settings.count, 2);
    assert_string_equal(value_of(&c, "rules", 1), "../yours");
    assert_string_equal(origin_of(&c, "rules"), "command line");
    assert_string_equal(value_of(&c, "fail-level", 0), "note");
    assert_string_equal(origin_of(&c, "fail-level"), "second test");
    arena_release(&c.arena);
}

static void a_caller_cannot_set_what_is_not(void **state) {
    (void)state;
    static const char *const words[] = {"loud", "note"}, *const empty[] = {""};
    static const struct {
        const char *key;
        const char *const *values;
        size_t count;
    } wrong[] = {{"fail-level", words, 1},  {"fail-level", words + 1, 0}, {"fail-level", words, 2},
                 {"outlet", empty, 1},      {"loud", words, 1},           {"severities", words, 1},
                 {"severities.propositions.", words + 1, 1},              {"weights.paragraph", words, 1},
                 {"severities.propositions.p", words, 1}};
    struct config c = {0};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct belie_error e = {0};
        assert_false(config_set(&c, wrong[i].key, wrong[i].values, wrong[i].count, "test", &e));
        assert_int_equal(e.code, BELIE_BAD_REQUEST);
    }
    assert_int_equal(c.settings.count, 0);
    arena_release(&c.arena);
}

static void one_file_a_config(void **state) {
    (void)state;
    struct config c;
    struct belie_error e;
    assert_true(read_text(&c, "outlet: x\n", &e));
    assert_false(config_read(&c, TEXT("desk/x.yaml"), &e));
    assert_int_equal(e.code, BELIE_BAD_REQUEST);
    assert_string_equal(value_of(&c, "outlet", 0), "x");
    arena_release(&c.arena);
}

static void expect_found(struct folder *p, const char *start, const char *path) {
    struct text found;
    struct belie_error e = {0};
    assert_true(config_find(&p->arena, start, &found, &e));
    if (path) assert_string_equal(found.bytes, path);
    else assert_int_equal(found.length, 0);
}

static void the_nearest_file_is_found(void **state) {
    struct folder *p = *state;
    char path[4200];
    expect_found(p, NULL, NULL);
    expect_found(p, "desk/politics/a.md", NULL);
    put("desk/.belie.yaml", "");
    expect_found(p, NULL, NULL);
    expect_found(p, "desk/politics/a.md", "desk/.belie.yaml");
    expect_found(p, "desk/politics", "desk/.belie.yaml");
    expect_found(p, "desk/politics/", "desk/.belie.yaml");
    expect_found(p, "desk", "desk/.belie.yaml");
    expect_found(p, "desk/../desk/a.md", "desk/.belie.yaml");
    expect_found(p, "a.md", NULL);
    expect_found(p, "/no/such/folder/a.md", NULL);
    put("desk/politics/.belie.yaml", "");
    expect_found(p, "desk/politics/a.md", "desk/politics/.belie.yaml");
    assert_int_equal(chdir("desk/politics"), 0);
    expect_found(p, NULL, ".belie.yaml");
    assert_int_equal(remove(".belie.yaml"), 0);
    expect_found(p, NULL, "../.belie.yaml");
    assert_int_equal(rename("../.belie.yaml", "../../.belie.yaml"), 0);
    expect_found(p, "a.md", "../../.belie.yaml");
    expect_found(p, "..", "../../.belie.yaml");
    assert_int_equal(mkdir("../politic", 0700), 0); /* a name that begins like that of the current folder */
    put("../politic/.belie.yaml", "");
    char *beside = realpath("../politic", NULL);
    snprintf(path, sizeof path, "%s/.belie.yaml", beside);
    expect_found(p, "../politic/a.md", path);
    free(beside);
}

static void a_link_to_an_article_is_looked_up_where_it_stands(void **state) {
    struct folder *p = *state;
    put("desk/.belie.yaml", "");
    put("a.md", "Text.\n");
    assert_int_equal(symlink("../a.md", "desk/a.md"), 0);
    expect_found(p, "desk/a.md", "desk/.belie.yaml");
    assert_int_equal(symlink("desk/politics", "short"), 0); /* but folders are where they really are */
    expect_found(p, "short/a.md", "desk/.belie.yaml");
}

static void what_is_no_file_is_not_passed_over(void **state) {
    struct folder *p = *state;
    struct text found;
    struct belie_error e = {0};
    struct config c = {0};
    assert_int_equal(symlink("nothing", "desk/.belie.yaml"), 0);
    expect_found(p, "desk/a.md", "desk/.belie.yaml");
    assert_false(config_read(&c, TEXT("desk/.belie.yaml"), &e));
    assert_int_equal(e.code, BELIE_CANNOT_READ);
    assert_int_equal(mkfifo("desk/politics/.belie.yaml", 0600), 0);
    e = (struct belie_error){0};
    assert_false(config_find(&p->arena, "desk/politics/a.md", &found, &e));
    assert_int_equal(e.code, BELIE_CANNOT_READ);
    arena_release(&c.arena);
}

static void every_relation_and_weight_has_its_key(void **state) {
    (void)state;
    char name[64];
    size_t relations = 0, weights = 0;
    for (int i = 0; i < RELATIONS; i++) {
        snprintf(name, sizeof name, "severities.relations.%s", relation_name((enum relation)i));
        assert_non_null(key_of(text_of(name)));
    }
    for (size_t i = 0; key_at(i); i++) {
        struct text key = text_of(key_at(i)->name);
        bool known = !text_starts(key, TEXT("weights."));
        relations += text_starts(key, TEXT("severities.relations."));
        weights += !known;
        for (int block = 0; !known && block < BLOCK_KINDS; block++)
            known = text_equal(key_part(key_at(i), TEXT("weights.")), text_of(block_kind_name((enum block_kind)block)));
        assert_true(known);
    }
    assert_int_equal(relations, RELATIONS);
    assert_int_equal(weights, 3);
}

#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(every_value_knows_its_origin),
        IN_A_FOLDER(paths_start_at_the_folder_of_the_file),
        IN_A_FOLDER(empty_files_and_maps_say_nothing),
        IN_A_FOLDER(what_is_wrong_has_a_place),
        IN_A_FOLDER(the_caller_goes_before_the_file),
        IN_A_FOLDER(a_caller_cannot_set_what_is_not),
        IN_A_FOLDER(one_file_a_config),
        IN_A_FOLDER(the_nearest_file_is_found),
        IN_A_FOLDER(a_link_to_an_article_is_looked_up_where_it_stands),
        IN_A_FOLDER(what_is_no_file_is_not_passed_over),
        cmocka_unit_test(every_relation_and_weight_has_its_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

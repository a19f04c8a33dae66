#include "cli/config.h"

#include "cli/commands.h"
#include "cli/session.h"
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>

/* What can be set in both places. */
static const struct shared {
    const char *key;
    size_t offset; /* in struct settings */
    bool list;
} shared[] = {{"rules", offsetof(struct settings, packs), true},
              {"archives", offsetof(struct settings, archives), true},
              {"waivers", offsetof(struct settings, waivers), false},
              {"fail-level", offsetof(struct settings, fail_level), false}};

/* Where the search begins; NULL: in the current folder. */
static const char *first_file(const struct settings *s, const struct command *command) {
    const char *const *files = s->operands.items;
    size_t count = s->operands.count;
    const char *reads = command->run == command_rules ? "coverage" : command->run == command_archive ? "add" : NULL;
    if (count && reads) { /* the first operand says what to do, and only one such word is for files */
        if (strcmp(files[0], reads) != 0) return NULL;
        files++;
        count--;
    }
    return count && strcmp(files[0], "-") != 0 ? files[0] : NULL;
}

static bool tell(struct settings *s, const struct shared *option, struct belie_error *e) {
    const void *at = (const char *)s + option->offset;
    const struct strings *list = at;
    const char *const *values = option->list ? list->items : at;
    size_t count = option->list ? list->count : *values != NULL;
    return !count || belie_config_set(s->config, option->key, values, count, "command line", e);
}

/* What holds after all; the texts are the config's. */
static bool take(struct settings *s, const struct shared *option) {
    void *at = (char *)s + option->offset;
    struct belie_setting setting;
    if (!belie_config_get(s->config, option->key, &setting)) return false;
    if (!option->list) {
        *(const char **)at = setting.count ? setting.values[0] : NULL;
        return true;
    }
    struct strings *list = at;
    const char **items = realloc(list->items, (setting.count + 1) * sizeof *items);
    if (!items) return complain("out of memory"), false;
    for (size_t i = 0; i < setting.count; i++) items[i] = setting.values[i];
    *list = (struct strings){items, setting.count};
    return true;
}

bool config_open(struct settings *s, const struct command *command) {
    struct belie_error error = {0};
    if (s->config_path && s->no_config) return complain("--config and --no-config cannot both be given"), false;
    s->config = belie_config_new();
    if (!s->config) return complain("out of memory"), false;
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof shared / sizeof *shared; i++) ok = tell(s, &shared[i], &error);
    if (ok && s->config_path) ok = belie_config_read(s->config, s->config_path, &error);
    else if (ok && !s->no_config) ok = belie_config_find(s->config, first_file(s, command), &error);
    if (!ok) return terminal_error(&error), false;
    for (size_t i = 0; ok && i < sizeof shared / sizeof *shared; i++) ok = take(s, &shared[i]);
    return ok;
}

void config_close(struct settings *s) {
    belie_config_free(s->config);
}

/* Rules and check are made for what they find wrong with the settings. */
enum status command_config(const struct settings *s) {
    struct session session;
    struct belie_error error = {0};
    if (s->operands.count > 1) return complain("belie config takes one FILE");
    if (session_open(&session, s))
        session_outcome(&session, belie_config_print(s->config, s->format, terminal_write, NULL, &error), &error);
    session_close(&session);
    return session.status;
}

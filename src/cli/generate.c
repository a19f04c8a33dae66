#include "cli/generate.h"

#include "cli/commands.h"

#include <stdio.h>
#include <string.h>

static bool is_one_of(const char *word, const char *const *words) {
    for (; *words; words++)
        if (strncmp(word, *words, strlen(*words)) == 0) return true;
    return false;
}

enum completion option_completion(const struct option *o) {
    static const char *const files[] = {"FILE", "PATH", NULL}, *const folders[] = {"DIR", NULL};
    if (!o->argument) return COMPLETE_NOTHING;
    if (option_choice(o, 0)) return COMPLETE_CHOICES;
    if (is_one_of(o->argument, files)) return COMPLETE_FILES;
    return is_one_of(o->argument, folders) ? COMPLETE_FOLDERS : COMPLETE_NOTHING;
}

enum completion operand_completion(const struct command *c) {
    return strcmp(c->operands, "ID") == 0 ? COMPLETE_RULES : COMPLETE_FILES;
}

const struct option *command_option(const struct command *c, size_t index) {
    return option_table[index].commands & c->bit ? &option_table[index] : NULL;
}

bool option_repeats(const struct option *o) {
    return o->kind == OPTION_LIST;
}

void print_escaped(const char *words, const char *special) {
    for (; *words; words++) {
        if (strchr(special, *words)) putchar('\\');
        putchar(*words);
    }
}

static const struct generate_action {
    struct action action;
    void (*run)(void);
} actions[] = {{{"man", 0, 0, ""}, generate_man},
               {{"bash", 0, 0, ""}, generate_bash},
               {{"zsh", 0, 0, ""}, generate_zsh},
               {{"fish", 0, 0, ""}, generate_fish}};

const struct actions generate_actions = {actions, sizeof actions / sizeof *actions, sizeof *actions};

enum status command_generate(const struct settings *s) {
    const struct generate_action *action = action_find("generate", &generate_actions, &s->operands);
    if (!action) return STATUS_TROUBLE;
    action->run();
    return STATUS_NOTHING;
}
